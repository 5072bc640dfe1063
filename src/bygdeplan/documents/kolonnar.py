"""How wide the columns of a table of figures are to be, by what stands in them."""

from collections.abc import Sequence
from math import ceil

from bygdeplan.documents.dokument import Kolonne, Rad, Tabell, Tabellform

# Millimetres: the text of a page upright and on its side, the white space in a cell, and the least
# that names of rows can be read in.
_UPRIGHT, _SIDEWAYS = 160.0, 247.0
# A table on a page on its side has smaller type, so that there is room for as much as if the page
# were wider.
_SIDEWAYS_IN_LETTERS = _SIDEWAYS * 9.5 / 8.5
_PADDING = 2.9
_LEAST_FOR_NAMES = 45.0
# How wide letters of bold table text are, in millimetres, measured in Source Sans and Carlito.
_LETTER = 1.75
_LETTERS = {
    letter: width
    for letters, width in {
        "ijlI.,: \u00a0": 0.95,
        "frst()-": 1.3,
        "bdhnopquøABCEKPRSVÅ": 1.95,
        "DGHNOUØ": 2.25,
        "mwæMWÆ%": 2.8,
    }.items()
    for letter in letters
}


def figure_table(
    tittel: str, first: str, titles: Sequence[str], rows: Sequence[Rad], merknad: str = ""
) -> Tabell:
    """A table whose first column names the rows and whose others hold figures.

    A column of figures is never narrower than its longest figure, or than its heading on two lines.
    What room there is beyond that goes to the names, until each stands on one line, then to the
    headings, then to all the figures. A table whose names would have too little room upright goes
    on a page on its side.
    """
    narrowest = [_narrowest(title, rows, i) for i, title in enumerate(titles)]
    # The name of a group has the whole row to itself.
    names = [first, *(str(row.namn) for row in rows if row.slag != "gruppe")]
    wanted = max(map(_room, names))
    sideways = _UPRIGHT - sum(narrowest) < min(wanted, _LEAST_FOR_NAMES)
    page = _SIDEWAYS_IN_LETTERS if sideways else _UPRIGHT
    least = [_per_mille(width, page) for width in narrowest]
    headings = [_per_mille(_room(title), page) for title in titles]
    free = max(1000 - sum(least) - _per_mille(wanted, page), 0)
    widths = _share_out(free, least, headings)
    figures = (Kolonne(t, w / 10, tal=True) for t, w in zip(titles, widths, strict=True))
    columns = (Kolonne(first, (1000 - sum(widths)) / 10), *figures)
    form: Tabellform = "liggjande" if sideways else "vanleg"
    return Tabell(tittel, columns, tuple(rows), merknad=merknad, form=form)


def _narrowest(title: str, rows: Sequence[Rad], column: int) -> float:
    figures = (_room(str(row.celler[column])) for row in rows if row.celler)
    return max(_room_on_two_lines(title), *figures)


def _room_on_two_lines(title: str) -> float:
    words = title.split(" ")
    breaks = range(1, len(words) + 1)
    return min(max(_room(" ".join(words[:i])), _room(" ".join(words[i:]))) for i in breaks)


def _room(text: str) -> float:
    """What a line of table text takes, with the white space around it."""
    return sum(_LETTERS.get(letter, _LETTER) for letter in text) + _PADDING


def _per_mille(width: float, page: float) -> int:
    return ceil(1000 * width / page)


def _share_out(free: int, least: Sequence[int], headings: Sequence[int]) -> list[int]:
    """The columns of figures in per mille, with what is free added: first where a heading lacks."""
    widths = list(least)
    for i in sorted(range(len(widths)), key=lambda i: headings[i] - least[i]):
        more = min(max(headings[i] - least[i], 0), free)
        widths[i] += more
        free -= more
    return [width + free // len(widths) for width in widths]
