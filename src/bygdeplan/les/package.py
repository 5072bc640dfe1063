"""The zip file that a docx or odt is, opened with care: nobody knows where it comes from."""

import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from bygdeplan.funn.fault import Fault
from bygdeplan.les.avvist import FOR_STOR, IKKJE_DOKUMENT, LÅST, Avvist, skadd

MAX_FILE = 100_000_000
"""Bytes of the file as it lies; pictures and all."""
MAX_XML = 60_000_000
"""Bytes of XML read from one file; the longest plan has less than one million."""
MAX_PARTS = 5_000

# The start of a file tells what it is. Word's format from before 2007 and a docx with a password
# are both Microsoft's compound files; only the latter has a stream of this name.
_ZIP, _COMPOUND, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = (
    "Lagre dokumentet som docx i Word eller som odt i LibreOffice, og kontroller det på nytt."
)


class Package:
    """The parts of an open package; each is read when it is asked for."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._left = MAX_XML

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def text(self, name: str) -> str:
        """A part that is plain text; empty when there is no such part."""
        return self._bytes(name).decode("utf-8", "replace") if name in self else ""

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
            root = fromstring(self._bytes(name), parser)
        except (XMLSyntaxError, ValueError) as error:
            raise skadd(f"Delen {name} er ikkje gyldig XML.") from error
        if root.getroottree().docinfo.doctype:
            raise skadd(f"Delen {name} har ein dokumenttype (DOCTYPE), som ikkje høyrer til der.")
        return root

    def _bytes(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as part:
                content = part.read(self._left + 1)
        except RuntimeError as error:  # what zipfile says of a part with a password
            raise _locked() from error
        except (BadZipFile, EOFError, NotImplementedError, OSError, zlib.error) as error:
            raise skadd(f"Delen {name} let seg ikkje pakke ut.") from error
        if len(content) > self._left:
            raise _too_large(f"Fila veks til meir enn {MAX_XML // 1_000_000} MB når ho blir opna.")
        self._left -= len(content)
        return content


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open a file as a package of parts.

    Raises:
        Avvist: It is no such package; the finding says what it is.
        Fault: There is no such file, or it may not be read.
    """
    start = _start_of(path)
    if not start.startswith(_ZIP):
        raise _not_a_package(path, start)
    try:
        archive = ZipFile(path)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise skadd("Fila er avbroten eller skadd, og let seg ikkje pakke ut.") from error
    with archive:
        if len(archive.namelist()) > MAX_PARTS:
            raise _too_large(f"Fila har meir enn {MAX_PARTS} delar.")
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


def _start_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Fault(f"{path} er ikkje ei fil. Skriv namnet på dokumentet.")
        if status.st_size > MAX_FILE:
            raise _too_large(f"Fila er på {status.st_size // 1_000_000} MB.")
        with path.open("rb") as file:
            return file.read(len(_PDF))
    except FileNotFoundError:
        raise Fault(f"Fila {path} finst ikkje. Sjå etter om namnet og mappa er rette.") from None
    except OSError as error:
        raise Fault(f"Fila {path} kan ikkje lesast: {error.strerror or error}.") from None


def _not_a_package(path: Path, start: bytes) -> Avvist:
    if not start:
        return skadd("Fila er tom.")
    if start.startswith(_COMPOUND):
        if _ENCRYPTED_STREAM in path.read_bytes():
            return _locked()
        return not_a_document("Fila er i formatet Word brukte før 2007.")
    if start.startswith(_PDF):
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


def _too_large(message: str) -> Avvist:
    return Avvist(
        FOR_STOR.finding((), message, "Gjer bileta mindre, eller lag dokumentet på nytt.")
    )
