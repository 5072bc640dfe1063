"""Lines and cells → paragraphs: for pdf, plain text, typed line breaks, and tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from bygdeplan.vedtak.protokoll.kjende import is_known
from bygdeplan.vedtak.protokoll.merkelapp import NO_NAMES, Passasjeslag, read_heading
from bygdeplan.vedtak.protokoll.roysting import is_vote
from bygdeplan.vedtak.protokoll.tekst import LINJEBROT, Stykke, goes_on

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*)")
_SENTENCE_END = re.compile(r"[.!?:»\"”)\]]\s*$")
_BROKEN_WORD = re.compile(r"\w[-\u2010\u2013\u00ad]$")
_SHORT = 6


@dataclass(frozen=True)
class Linje:
    """A line as it stands, its indentation too."""

    tekst: str
    stad: str
    ny_side: bool = False
    """Whether it is the first one of a page."""

    @property
    def innrykk(self) -> int:
        """How far in it begins."""
        return len(self.tekst) - len(self.tekst.lstrip())


def paragraphs(lines: Iterable[Linje]) -> Iterator[Stykke]:
    """Lines put together to paragraphs, headings and points.

    A paragraph ends at an empty line, and before what begins like a point or a heading. When
    nothing tells, a line goes on with the one above it: what is joined wrongly is then found to be
    other words, never the same.
    """
    gathered: list[Linje] = []
    for line in _with_signs(lines):
        if gathered and (not line.tekst.strip() or _begins(line, gathered)):
            yield _joined(gathered)
            gathered = []
        if line.tekst.strip():
            gathered.append(line)
    if gathered:
        yield _joined(gathered)


_SIGN_ALONE = re.compile(r"\s*(?:\d{1,2}[.)]|[a-h]\)|[IVX]{1,4}\.)\s*")


def _with_signs(lines: Iterable[Linje]) -> Iterator[Linje]:
    """The lines, each sign of a point that stands alone with the line it is the sign of."""
    sign: Linje | None = None
    for line in lines:
        if sign is not None and line.tekst.strip():
            yield replace(sign, tekst=f"{sign.tekst.rstrip()} {line.tekst.strip()}")
            sign = None
        elif sign is None and is_sign(line.tekst):
            sign = line
        elif sign is None:
            yield line
    if sign is not None:
        yield sign


def is_sign(text: str) -> bool:
    """Whether a text is the sign of a point and nothing else: «1.»."""
    return _SIGN_ALONE.fullmatch(text) is not None


def _begins(line: Linje, above: list[Linje]) -> bool:
    """Whether a line begins something new."""
    text, last = line.tekst.strip(), above[-1].tekst.strip()
    if point_sign(text) or _MARKDOWN_HEADING.match(text) or _opened_by(text) is not None:
        return True
    if _MARKDOWN_HEADING.match(last):
        return True
    if len(above) == 1 and _opened_by(last) == "" and not goes_on(last, text):
        return True
    if not _SENTENCE_END.search(last):
        return False
    begins_anew = not text[0].islower()
    closes = len(text.split()) <= _SHORT and not _SENTENCE_END.search(text)
    # «https://…» and «side 2 av 3» begin with a small letter.
    return is_known(text) or (
        begins_anew and (line.ny_side or closes or is_vote(text) or _leaves_point(line, above))
    )


def _leaves_point(line: Linje, above: list[Linje]) -> bool:
    """Whether a line begins left of the text of the point above it, whose lines all hang."""
    sign = point_sign(above[0].tekst)
    if sign is None:
        return False
    hang = islice(above, 1, None)
    return len(above) > 1 and all(line.innrykk < each.innrykk for each in hang)


def _opened_by(text: str) -> str | None:
    """What stands after the colon in a line that is a heading; None when it is none."""
    if text[0].islower():
        return None
    found = read_heading(Stykke(text, ""), NO_NAMES)
    if found is None or found.slag is Passasjeslag.SAK:
        return None if found is None else ""
    return found.resten


def _joined(lines: list[Linje]) -> Stykke:
    pieces = [line.tekst.strip() for line in lines]
    for number, piece in enumerate(pieces[:-1]):
        broken = _BROKEN_WORD.search(piece[-2:])
        pieces[number] = f"{piece[:-1]}{LINJEBROT}" if broken else f"{piece}\n"
    text = "".join(pieces)
    if heading := _MARKDOWN_HEADING.fullmatch(text):
        title = heading["text"].rstrip("#").rstrip()
        return Stykke(title, lines[0].stad, er_overskrift=True)
    return as_point(text, lines[0].stad)


def read_table(rows: Sequence[Sequence[Sequence[Stykke]]]) -> Iterator[Stykke]:
    """The cells of a table: each row as a line, where no cell has more than one.

    When the first row has headings side by side, what stands below them is read column by column.
    """
    if rows and len(rows[0]) > 1 and all(map(_is_headed, rows[0])):
        for column in zip_longest(*rows, fillvalue=()):
            yield from (each for cell in column for each in cell)
        return
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
            first = filled[0][0]
            text = " ".join(f"{each.teikn} {each.tekst}".strip() for [each] in filled)
            doubts = [each.atterhald for [each] in filled if each.atterhald]
            yield as_point(text, first.stad, next(iter(doubts), ""))
        else:
            yield from (each for cell in filled for each in cell)


def _is_headed(cell: Sequence[Stykke]) -> bool:
    """Whether a cell is the heading of a decision, a recommendation or the like."""
    found = read_heading(cell[0], NO_NAMES) if len(cell) == 1 else None
    return found is not None and found.slag >= Passasjeslag.HANDSAMING and not found.resten


_TAL = r"\d{1,2}"
_BOKSTAV = r"(?:[a-zæøå]|[ivx]{1,5})"
_STOR = r"(?=\s(?-i:[A-ZÆØÅ«]))"
"""What is no sign before a small letter: «punkt 2 blir», «1 – 2 år»."""
_TEIKN = (
    *(rf"\(?{_TAL}\s?[.):]{{1,2}}", rf"[(\[]{_TAL}[)\]]", rf"{_TAL}\s?[–-]{_STOR}"),
    *(rf"\(?{_BOKSTAV}\)", rf"{_BOKSTAV}\."),
    rf"(?:vedtaks)?(?:punkt|pkt\.?)\s*{_TAL}\s*(?:[.:)–-]|{_STOR})",
    rf"(?:nr|ad)\.?\s*{_TAL}\s*[.:)]",
    r"[•·▪◦‣●○–—*-]",
)
# «2. juni» is a date, and «2026. » a year that ends a sentence on the line before.
_POINT = re.compile(
    rf"\s*(?:(?P<teikn>{'|'.join(_TEIKN)})\s+|(?P<tett>\d{{1,2}}[.)])(?=(?-i:[A-ZÆØÅ«])))"
    r"(?!(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|jan|feb|febr|apr|aug|sep|sept|okt|nov|des)\b)(?=.*\w)",
    re.IGNORECASE,
)


def point_sign(text: str) -> re.Match[str] | None:
    """The sign a point begins with, and the white space after it; None for any other text."""
    return _POINT.match(text)


def as_point(text: str, stad: str, atterhald: str = "", *, nivå: int = 0) -> Stykke:
    """A paragraph, which is a point when it lies in a list (`nivå`), or else begins like one.

    In a list the sign is not part of the text, so that a dash there is one that was written.
    """
    found = None if nivå else point_sign(text)
    return Stykke(
        tekst=text[found.end() :].strip() if found else text.strip(),
        stad=stad,
        er_punkt=nivå > 0 or found is not None,
        nivå=nivå,
        teikn=(found["teikn"] or found["tett"]) if found else "",
        atterhald=atterhald,
    )
