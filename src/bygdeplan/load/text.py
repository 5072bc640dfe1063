"""A file on disk → its text, and the findings that say what in it cannot be carried on."""

import errno
import re
import stat
from collections.abc import Iterator
from pathlib import Path as FilePath
from unicodedata import normalize

from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Finding, Span
from bygdeplan.load.reglar import IKKJE_LESELEG, TEIKN

MAX_BYTES = 1_000_000
"""Twenty times the largest plan; a file above it is something else."""

_OTHER_FORMATS = {
    b"PK\x03\x04": "Fila er eit dokument frå Word, Excel eller LibreOffice, ikkje rein tekst.",
    b"\xd0\xcf\x11\xe0": "Fila er eit eldre dokument frå Word eller Excel, ikkje rein tekst.",
    b"{\\rtf": "Fila er eit dokument frå eit tekstbehandlingsprogram, ikkje rein tekst.",
    b"%PDF-": "Fila er ein pdf, ikkje rein tekst.",
}
"""How files that people take for plans begin."""
_SAVE_AS_TEXT = "Skriv planen i eit program for rein tekst, og lagre han som UTF-8."
_SAVE_AS_UTF8 = "Lagre fila på nytt, og vel teiknkodinga UTF-8."

_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)


def read_bytes(path: FilePath) -> bytes:
    """The bytes of a file of ordinary size; raises `Fault` when it is missing or no file at all."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Fault(f"{path} er ei mappe, ikkje ei fil. Skriv namnet på planfila.")
        if not stat.S_ISREG(mode):
            raise Fault(f"{path} er ikkje ei vanleg fil. Skriv namnet på planfila.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Fault(_why_unreadable(path, error)) from None
    if len(data) > MAX_BYTES:
        raise Fault(f"{path} er større enn ei planfil kan vere ({MAX_BYTES // 1_000_000} MB).")
    return data


def _why_unreadable(path: FilePath, error: OSError) -> str:
    if error.errno in _MISSING:
        return f"Fila {path} finst ikkje. Sjå etter om namnet og mappa er rette."
    if isinstance(error, PermissionError):
        return f"Fila {path} kan ikkje lesast: du har ikkje løyve."
    return f"Fila {path} kan ikkje lesast ({errno.errorcode.get(error.errno or 0, 'ukjend feil')})."


def decode(data: bytes) -> tuple[str, Iterator[Finding]]:
    """The text of a file in UTF-8, with or without a BOM, and what is wrong with it.

    Lines end with a line feed alone, and «�» stands for each character that documents cannot
    carry. The text is empty when the bytes are no text in UTF-8.
    """
    refused = _not_text(data)
    if refused:
        return "", iter([refused])
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return without_forbidden(text), _character_findings(text)


def _not_text(data: bytes) -> Finding | None:
    for beginning, message in _OTHER_FORMATS.items():
        if data.startswith(beginning):
            return _not_readable(message, _SAVE_AS_TEXT)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]:
        return _not_readable("Fila er lagra som UTF-16.", _SAVE_AS_UTF8)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return _not_readable("Fila er ikkje lagra som UTF-8.", _SAVE_AS_UTF8, before)
    return None


def _not_readable(message: str, advice: str, before: str = "") -> Finding:
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return IKKJE_LESELEG.finding((), message, advice, span=Span(line, column, line, column + 1))


def _character_findings(text: str) -> Iterator[Finding]:
    for match in find_forbidden(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        yield character_finding(match[0], Span(line, column, line, column + 1))


_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000)
)
_PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_SEPARATORS_AND_BOM = "\u2028\u2029\ufeff"
_FORBIDDEN = re.compile(f"[{_CONTROL}{_SEPARATORS_AND_BOM}{_PRIVATE_USE}{_NONCHARACTERS}]")

_HEAP_OF_MARKS = re.compile(r"[^\w\s\x00-\x7f]{100}")
"""No text: to put so many combining marks in order takes time by the square of their number."""


def find_forbidden(text: str) -> Iterator[re.Match[str]]:
    """Each forbidden character of a text, where it stands."""
    return _FORBIDDEN.finditer(text) if _has_forbidden(text) else iter(())


def without_forbidden(text: str) -> str:
    """The text with «�» for each forbidden character."""
    return _FORBIDDEN.sub("\ufffd", text) if _has_forbidden(text) else text


def _has_forbidden(text: str) -> bool:
    """Whether a text has a forbidden character; a long one has few characters to look at."""
    return _FORBIDDEN.search("".join(set(text))) is not None


def composed(text: str) -> str:
    """The text in NFC: «å» as one character, whether it was written as one or as a and a ring."""
    if text.isascii() or _HEAP_OF_MARKS.search(text):
        return text
    return normalize("NFC", text)


def character_finding(character: str, span: Span) -> Finding:
    """The finding for a forbidden character at a place."""
    return TEIKN.finding(
        (),
        f"Teiknet U+{ord(character):04X} kan ikkje stå i eit dokument.",
        "Slett teiknet; det er oftast usynleg og har kome med frå eit anna program.",
        span=span,
    )
