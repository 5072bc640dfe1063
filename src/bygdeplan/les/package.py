"""The zip file that a docx or odt is, opened with care: nobody knows where it comes from."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml.etree import XMLParser, XMLSyntaxError, _Element

from bygdeplan.les import grenser
from bygdeplan.les.avvist import IKKJE_DOKUMENT, LÅST, Avvist, skadd

_CHUNK = 1 << 18
"""Bytes of a part that are unpacked at a time."""

# The start of a file tells what it is. Word's format from before 2007 and a docx with a password
# are both Microsoft's compound files; only the latter has a stream of this name.
_ZIP, _COMPOUND, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"
_LISTED = b"PK\x01\x02"
"""How each part begins in the list of them at the end of the file."""
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = (
    "Lagre dokumentet som docx i Word eller som odt i LibreOffice, og kontroller det på nytt."
)


class Package:
    """The parts of an open package; each is read when it is asked for."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._unpacked = self._drawn = self._marks = self._paragraphs = 0

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def text(self, name: str) -> str:
        """A part that is plain text; empty when there is no such part."""
        return b"".join(self._chunks(name)).decode("utf-8", "replace") if name in self else ""

    def digest(self, name: str) -> str:
        """What tells the contents of a picture from those of others; empty when it is not there.

        Raises:
            Avvist: It cannot be unpacked, or is larger than any file that is read.
        """
        if name not in self:
            return ""
        seen = sha256()
        for chunk in self._unpack(name):
            self._drawn += len(chunk)
            grenser.FIL.hold(self._drawn)
            seen.update(chunk)
        return seen.hexdigest()

    def xml(self, name: str) -> _Element:
        """A part that is XML.

        Raises:
            Avvist: It is not there, not well formed, or larger than anything we make.
        """
        if name not in self:
            raise skadd(f"Fila manglar delen {name}.")
        # Neither format has a use for a document type, and it is how entities are smuggled in.
        parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            for chunk in self._chunks(name):
                self._marks += chunk.count(b"<")
                grenser.TAGGAR.hold(self._marks)
                parser.feed(chunk)
            root = parser.close()
        except (XMLSyntaxError, ValueError) as error:
            if "huge" in str(error).casefold():  # libxml2's limits, which it can be asked to leave
                message = f"Delen {name} er djupare eller har lengre tekstar enn noko dokument har."
                raise grenser.too_large(message) from error
            raise skadd(f"Delen {name} er ikkje gyldig XML.") from error
        if root.getroottree().docinfo.doctype:
            raise skadd(f"Delen {name} har ein dokumenttype (DOCTYPE), som ikkje høyrer til der.")
        self._paragraphs += sum(1 for _ in root.iter("{*}p", "{*}h"))
        grenser.AVSNITT.hold(self._paragraphs)
        return root

    def _chunks(self, name: str) -> Iterator[bytes]:
        """A part of text or drawing as it is unpacked, no further than to the limit."""
        for chunk in self._unpack(name):
            self._unpacked += len(chunk)
            grenser.UTPAKKA.hold(self._unpacked)
            yield chunk

    def _unpack(self, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except RuntimeError as error:  # what zipfile says of a part with a password
            raise _locked() from error
        except (BadZipFile, EOFError, NotImplementedError, OSError, zlib.error) as error:
            raise skadd(f"Delen {name} let seg ikkje pakke ut.") from error


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open a file as a package of parts.

    Raises:
        Avvist: It is no such package; the finding says what it is.
        Fault: There is no such file, or it may not be read.
    """
    content = grenser.whole(path)
    if not content.startswith(_ZIP):
        raise _not_a_package(path, content)
    # Python takes in the whole list of parts before it says how many they are.
    grenser.DELAR.hold(content.count(_LISTED))
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise skadd("Fila er avbroten eller skadd, og let seg ikkje pakke ut.") from error
    with archive:
        yield Package(archive)


def not_a_document(message: str) -> Avvist:
    """A file of another kind."""
    return Avvist(IKKJE_DOKUMENT.finding((), message, _SAVE_AS))


def locked_if_encrypted(manifest: str) -> None:
    """Refuse an odt whose parts are encrypted, each on its own, as its manifest tells.

    Raises:
        Avvist: They are.
    """
    if "encryption-data" in manifest:
        raise _locked()


def _not_a_package(path: Path, content: bytes) -> Avvist:
    if not content:
        return skadd("Fila er tom.")
    if content.startswith(_COMPOUND):
        if _ENCRYPTED_STREAM in content:
            return _locked()
        return not_a_document("Fila er i formatet Word brukte før 2007.")
    if content.startswith(_PDF):
        return not_a_document("Fila er ein pdf, og han blir kontrollert når han blir laga.")
    if path.suffix.lower() in (".html", ".htm"):
        return not_a_document("Fila er ei nettside, og ho blir kontrollert når ho blir laga.")
    return not_a_document("Fila er korkje docx eller odt, same kva ho heiter.")


def _locked() -> Avvist:
    return Avvist(
        LÅST.finding(
            (),
            "Fila er låst med passord.",
            "Opne dokumentet, ta bort passordet under Fil → Info → Vern dokument, og lagre.",
        )
    )
