"""A file on disk → its text, and the findings that say what in it cannot be carried on."""

import errno
import re
import stat
from collections.abc import Iterator
from itertools import chain
from pathlib import Path as FilePath
from unicodedata import normalize

from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Finding, Span
from bygdeplan.load.reglar import IKKJE_LESELEG, REINSKA, TEIKN
from bygdeplan.ord.teikn import (
    Reinska,
    advice_on,
    called,
    cleaned,
    find_forbidden,
    has_forbidden,
    in_words,
    without_forbidden,
)

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
    text, refused = _as_text(data)
    return without_forbidden(text), chain(refused, _forbidden(text))


def decode_pasted(data: bytes) -> tuple[str, Iterator[Finding]]:
    """As `decode`, of a text that people paste into: rid of what it loses nothing by.

    That is told in one finding.
    """
    typed, refused = _as_text(data)
    text, reinska = cleaned(typed)
    told = [_cleaned_finding(reinska)] if reinska else []
    return without_forbidden(text), chain(refused, _forbidden(text), told)


def _as_text(data: bytes) -> tuple[str, list[Finding]]:
    """The text as it is, with line feeds; empty, and a finding, when it is none in UTF-8."""
    refused = _not_text(data)
    if refused:
        return "", [refused]
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []


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


def _forbidden(text: str) -> Iterator[Finding]:
    if not has_forbidden(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in find_forbidden(line):
            yield character_finding(character, Span(number, column, number, column + 1))


def _cleaned_finding(reinska: Reinska) -> Finding:
    first = next(iter(reinska))
    return REINSKA.finding(
        (),
        f"Teikn frå eit anna program er tekne bort eller bytte: {in_words(reinska)}.",
        "Du treng ikkje gjere noko; teksten seier det same utan dei.",
        span=Span(first, 1, first, 2),
    )


_MAY_BE_APART = re.compile("[\u0300-\u2001\u2070-\U0010ffff]")
"""Before the combining marks, and among the dashes and quotes, no sign is written as two."""
_HEAP_OF_MARKS = re.compile(r"[^\w\s\x00-\x7f]{100}")
"""No text: to put so many combining marks in order takes time by the square of their number."""


def composed(text: str) -> str:
    """The text in NFC: «å» as one character, whether it was written as one or as a and a ring."""
    if not _MAY_BE_APART.search(text) or _HEAP_OF_MARKS.search(text):
        return text
    return normalize("NFC", text)


def character_finding(character: str, span: Span) -> Finding:
    """The finding for a forbidden character at a place."""
    message = f"Teiknet {called(character)} kan ikkje stå i eit dokument."
    return TEIKN.finding((), message, advice_on(character), span=span)
