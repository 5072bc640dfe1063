"""Lines → paragraphs, for formats that keep lines alone: pdf, plain text, typed line breaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bygdeplan.vedtak.protokoll.merkelapp import Ordliste, case_heading, label
from bygdeplan.vedtak.protokoll.ordvalg import RØYSTING
from bygdeplan.vedtak.protokoll.tekst import LINJEBROT, Stykke

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*)")
_SENTENCE_END = re.compile(r"[.!?:»\"”)\]]\s*$")
_BROKEN_WORD = re.compile(r"\w[-\u2010\u2013\u00ad]$")
_SHORT = 6
_NO_NAMES = Ordliste(frozenset(), frozenset(), frozenset())


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
    for line in lines:
        if gathered and (not line.tekst.strip() or _begins(line, gathered)):
            yield _joined(gathered)
            gathered = []
        if line.tekst.strip():
            gathered.append(line)
    if gathered:
        yield _joined(gathered)


def _begins(line: Linje, above: list[Linje]) -> bool:
    """Whether a line begins something new."""
    text, last = line.tekst.strip(), above[-1].tekst.strip()
    if point_sign(text) or _MARKDOWN_HEADING.match(text) or _opened_by(text) is not None:
        return True
    if len(above) == 1 and (_MARKDOWN_HEADING.match(last) or _opened_by(last) == ""):
        return True
    if not _SENTENCE_END.search(last):
        return False
    begins_anew = not text[0].islower()
    closes = len(text.split()) <= _SHORT and not _SENTENCE_END.search(text)
    tells_vote = RØYSTING.fullmatch(text) is not None
    return begins_anew and (line.ny_side or closes or tells_vote or _leaves_point(line, above))


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
    found = label(Stykke(text, ""), _NO_NAMES)
    if found is not None:
        return found.resten
    return None if case_heading(text) is None else ""


def _joined(lines: list[Linje]) -> Stykke:
    pieces = [line.tekst.strip() for line in lines]
    for number, piece in enumerate(pieces[:-1]):
        broken = _BROKEN_WORD.search(piece[-2:])
        pieces[number] = f"{piece[:-1]}{LINJEBROT}" if broken else f"{piece} "
    text = "".join(pieces)
    if heading := _MARKDOWN_HEADING.fullmatch(text):
        title = heading["text"].rstrip("#").rstrip()
        return Stykke(title, lines[0].stad, er_overskrift=True)
    return as_point(text, lines[0].stad)


# «2. juni» is a date, and «2026. » a year that ends a sentence on the line before.
_POINT = re.compile(
    r"\s*(?:(?P<number>\d{1,2})\s?[.)]|(?:punkt|pkt\.?)\s*(?P<named>\d{1,2})\s*[.:)]"
    r"|[a-zæøå]\)|[•·▪◦‣●○–—*-])\s+"
    r"(?!(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|jan|feb|febr|apr|aug|sep|sept|okt|nov|des)\b)(?=\S)",
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
    number = (found["number"] or found["named"]) if found else None
    return Stykke(
        tekst=text[found.end() :].strip() if found else text.strip(),
        stad=stad,
        er_punkt=nivå > 0 or found is not None,
        nivå=nivå,
        nummer=int(number) if number else None,
        atterhald=atterhald,
    )
