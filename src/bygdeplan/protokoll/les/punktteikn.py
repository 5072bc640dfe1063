"""The numbers and signs that points of a list begin with."""

import re

from bygdeplan.protokoll.tekst import Stykke

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
