"""The bytes of a file, as far as there is anything to read."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from unicodedata import category

from bygdeplan.les import grenser
from bygdeplan.vedtak.protokoll.les.linjer import Linje, paragraphs
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Uleseleg, plain

_SHOWN_CONTROLS = "\n\r\t\f\v\x85\xa0"
# What Markdown has before a sign that is only a sign, and at the end of a broken line.
_ESCAPE = re.compile(r"\\(?=[\[\]*_#|]|$)", re.MULTILINE)
# What a mail has before each line of the one it answers.
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_LINE_ENDS = "\n\f\v\x85\u2028\u2029"
_NOT_TEXT = "Fila er ikkje rein tekst, same kva ho heiter."
_ANOTHER_KIND = ("{\\rtf", "<?xml")


def read_plain(content: bytes) -> Møtedokument:
    """The paragraphs of a text file, also of one that is written as Markdown.

    Raises:
        Uleseleg: It is no text.
    """
    text = decode_text(content)
    if text.lstrip().startswith(_ANOTHER_KIND):
        raise Uleseleg(_NOT_TEXT, "Lagre dokumentet som docx eller txt.")
    shown = _ESCAPE.sub("", _QUOTED.sub("", text))
    grenser.LINJER.hold(sum(map(shown.count, _LINE_ENDS)))
    lines = (Linje(line, f"linje {n}") for n, line in enumerate(shown.splitlines(), 1))
    return Møtedokument(tuple(grenser.AVSNITT.each(paragraphs(lines))))


def decode_text(content: bytes) -> str:
    """Bytes as text; raises `Uleseleg` when they are none, `Avvist` when they are too many."""
    grenser.TEKSTFIL.hold(len(content))
    for mark, encoding in ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16")):
        if content.startswith(mark):
            return _checked(content.decode(encoding, "replace"))
    if content.startswith(BOM_UTF16_BE):
        return _checked(content.decode("utf-16", "replace"))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        # Five of its bytes stand for nothing; they become «�», which is in no decision.
        return _checked(content.decode("cp1252", "replace"))


def _checked(text: str) -> str:
    if any(category(sign) == "Cc" and sign not in _SHOWN_CONTROLS for sign in set(text)):
        raise Uleseleg(_NOT_TEXT, "Lagre dokumentet som docx, odt, pdf, html eller txt.")
    return plain(re.sub(r"\r\n?", "\n", text))
