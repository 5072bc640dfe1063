"""Columns of figures in which two figures are to stand where one did."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bygdeplan.sporing.blokk import Blokk

_WIDTH = re.compile(r"width: ([\d.]+)%")
# In per cent of an upright page: a letter of a figure with its mark, and the white space in a cell.
_LETTER, _PADDING = 0.95, 2.0
_LEAST_FOR_NAMES = 24.0


def widened(columns: Blokk, rows: Sequence[Blokk]) -> Blokk:
    """The columns of a table with room for «[inn: 1 450]» on one line in those of figures.

    The first column, which names the rows, gives the room, as long as it can still be read.
    """
    widths = [_width(column) for column in columns.delar]
    if None in widths or any(len(row.delar) > len(widths) for row in rows):
        return columns
    known = [width or 0.0 for width in widths]
    lacking = [
        max(0.0, _wanted(cells) - width)
        for width, cells in zip(known, _cells_by_column(rows, len(known)), strict=True)
    ]
    share = min(1.0, max(0.0, known[0] - _LEAST_FOR_NAMES) / (sum(lacking) or 1.0))
    grown = [width + more * share for width, more in zip(known, lacking, strict=True)]
    grown[0] -= sum(lacking) * share
    said = (f"width: {width:.1f}%" for width in grown)
    return replace(
        columns,
        delar=tuple(
            replace(column, attributes=column.attributes | {"style": style})
            for column, style in zip(columns.delar, said, strict=True)
        ),
    )


def _width(column: Blokk) -> float | None:
    found = _WIDTH.fullmatch(column.attributes.get("style", ""))
    return float(found[1]) if found else None


def _cells_by_column(rows: Sequence[Blokk], count: int) -> Iterator[list[Blokk]]:
    whole = [row for row in rows if len(row.delar) == count]
    return ([row.delar[i] for row in whole] for i in range(count))


def _wanted(cells: Iterable[Blokk]) -> float:
    """What the longest changed figure takes with its mark; nothing where none is changed."""
    letters = [
        sum(len(word.tekst) for word in words)
        for cell in cells
        if cell.attributes.get("class") == "tal" and not cell.spor
        for text in cell.tekstar()
        for spor, words in groupby(text.ord, key=lambda word: word.spor)
        if spor
    ]
    return max(letters) * _LETTER + _PADDING if letters else 0.0
