"""Two trees of blocks become one, in which nothing of either is lost."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bygdeplan.ord.skilnad import SAME_STAD, best_pairs
from bygdeplan.side.sporing.blokk import SEKSJON, Blokk, affinity
from bygdeplan.side.sporing.merking import mark_block, merge_words

_CELLS = ("th", "td", "dt", "dd", "caption", "figcaption")
_BEGIN_ALIKE = ("li", SEKSJON)
"""What keeps its first text, however changed: a point its number, a section its heading."""


def merge(old: Blokk, new: Blokk) -> list[Blokk]:
    """A block of the old page and what it has become: one block, or one taken out and one put in.

    What is said of a block by its attributes is said by the new one.
    """
    if old.likskap == new.likskap or new.er_innhaldsliste:
        return [new]
    if new.er_tekst:
        return [replace(new, ord=merge_words(old.ord, new.ord))]
    if new.tag == "table" and _have_same_columns(old, new):
        return [replace(new, delar=_merge_parts_of_table(old, new))]
    if new.tag in ("table", "figure") or (new.er_linje and len(old.delar) != len(new.delar)):
        return [mark_block(old, "ut"), mark_block(new, "inn")]
    if new.er_linje or new.tag == "thead":
        return [replace(new, delar=_merge_each(old.delar, new.delar))]
    return [_numbered(replace(new, delar=_merge_parts(old, new)), old)]


def _merge_parts(old: Blokk, new: Blokk) -> tuple[Blokk, ...]:
    """The blocks within two blocks; a text alone in a cell stays one text."""
    first_is_kept = new.tag in _BEGIN_ALIKE or (
        new.tag in _CELLS and len(old.delar) == len(new.delar) == 1
    )
    begin = [part.er_tekst for block in (old, new) for part in block.delar[:1]]
    if first_is_kept and begin == [True, True]:
        first = merge(old.delar[0], new.delar[0])
        return (*first, *_merge_blocks(old.delar[1:], new.delar[1:]))
    return _merge_blocks(old.delar, new.delar)


def _merge_blocks(old: Sequence[Blokk], new: Sequence[Blokk]) -> tuple[Blokk, ...]:
    merged: list[Blokk] = []
    for before, after in best_pairs(old, new, lambda block: block.likskap, affinity):
        if before and after:
            merged += merge(before, after)
        elif before and not before.er_innhaldsliste:
            merged.append(mark_block(before, "ut"))
        elif after:
            merged.append(mark_block(after, "inn"))
    return tuple(merged)


def _merge_each(old: Sequence[Blokk], new: Sequence[Blokk]) -> tuple[Blokk, ...]:
    pairs = zip(old, new, strict=True)
    return tuple(block for before, after in pairs for block in merge(before, after))


# Lists


def _numbered(merged: Blokk, old: Blokk) -> Blokk:
    """A numbered list whose points have the numbers they have in their own documents."""
    if merged.tag != "ol" or not any(point.spor for point in merged.delar):
        return merged
    numbers = {"": _start(merged), "ut": _start(old)}
    points: list[Blokk] = []
    for point in merged.delar:
        own = "ut" if point.spor == "ut" else ""
        points.append(replace(point, attributes=point.attributes | {"value": str(numbers[own])}))
        numbers[own] += 1
        numbers["ut"] += not point.spor
    return replace(merged, delar=tuple(points))


def _start(numbered: Blokk) -> int:
    start = numbered.attributes.get("start", "1")
    return int(start) if start.isdecimal() else 1


# Tables


def _have_same_columns(old: Blokk, new: Blokk) -> bool:
    """Whether the cells of two tables can be held against each other one by one."""
    if any(cell.attributes.get("rowspan") for t in (old, new) for cell in t.find_all("th", "td")):
        return False
    heads = [_columns(table) for table in (old, new)]
    if _shape(old) != _shape(new) or len(heads[0]) != len(heads[1]):
        return False
    alike = sum((one.ordmengd & other.ordmengd).total() for one, other in zip(*heads, strict=True))
    sizes = (sum(cell.ordmengd.total() for cell in head) for head in heads)
    return SAME_STAD.holds(alike, *sizes)


def _columns(table: Blokk) -> list[Blokk]:
    """The cells of the first row, which tell how many columns there are."""
    row = table.find("tr")
    return list(row.delar) if row else []


def _shape(table: Blokk) -> list[object]:
    """The parts of a table, and the spans of the cells of its head."""
    head = table.find("thead")
    cells = [cell.attributes.get("colspan") for cell in head.find_all("th", "td")] if head else []
    rows = len(head.delar) if head else 0
    return [[part.tag for part in _groups(table)], rows, cells, table.find("caption") is None]


def _groups(table: Blokk) -> list[Blokk]:
    return [part for part in table.delar if part.tag not in ("caption", "colgroup")]


def _merge_parts_of_table(old: Blokk, new: Blokk) -> tuple[Blokk, ...]:
    captions = [[part for part in t.delar if part.tag == "caption"] for t in (old, new)]
    pairs = zip(_groups(old), _groups(new), strict=True)
    groups = [part for before, after in pairs for part in merge(before, after)]
    rows = [row for group in groups for row in group.find_all("tr")]
    columns = (widened(part, rows) for part in new.delar if part.tag == "colgroup")
    return (*_merge_each(*captions), *columns, *groups)


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
