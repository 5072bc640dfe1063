"""The lines of a file around a place, with the place underlined."""

import re
from collections.abc import Sequence

from bygdeplan.funn.finding import Span
from bygdeplan.model.merke import Path
from bygdeplan.report.visible import columns

_CUT = "…"
_FAR = 1000
"""Characters on either side of a place that are looked at: a line can be megabytes long."""
_BEFORE = 4
"""Columns shown before a place that is itself too long to be shown."""


def code_frame(lines: Sequence[str], span: Span, width: int) -> list[str]:
    """The line of a place, the line above it, and a line of «^» under the place.

    `lines` are those of the whole file. No line is wider than `width` columns: a long one is cut
    on either side of the place. Empty when the place is not in the file.
    """
    if not 1 <= span.line <= len(lines):
        return []
    skipped = max(span.column - _FAR, 0)
    near = [line[skipped : skipped + 2 * _FAR] for line in lines[max(span.line - 2, 0) : span.line]]
    shown_as = [columns(line) for line in near]
    begins = shown_as[-1][1]
    start, end = _underlined(near[-1], span, skipped)
    first, last = begins[start], max(begins[end], begins[start] + 1)
    gutter = len(str(span.line))
    room = max(width - gutter - 5, 10)
    offset = _offset(begins[-1], first, last, room)
    shown = [
        f"  {number:>{gutter}} │ {_cut(cells, offset, room)}".rstrip()
        for number, (line, (cells, _)) in enumerate(
            zip(near, shown_as, strict=True), span.line - len(near) + 1
        )
        if number == span.line or line.strip()
    ]
    left, right = first - offset, min(last - offset, room)
    return [*shown, f"  {'':>{gutter}} │ {' ' * left}{'^' * (right - left)}"]


def _underlined(text: str, span: Span, skipped: int) -> tuple[int, int]:
    """First and last character of the place on its first line, of which some are skipped."""
    start = min(span.column - 1 - skipped, len(text))
    if span.end_line != span.line:
        return start, max(len(text.rstrip()), start)
    return start, max(min(span.end_column - 1 - skipped, len(text)), start)


def _offset(length: int, first: int, last: int, room: int) -> int:
    """The column to begin at, so that the place and something before it can be seen."""
    if max(length, last) <= room:
        return 0
    before = min(max((room - (last - first)) // 2, _BEFORE), first)
    return min(first - before, max(length, last) - room)


def _cut(cells: list[str], offset: int, room: int) -> str:
    """What of a line stands in the columns from `offset`; «…» where something is cut away."""
    shown = cells[offset : offset + room]
    if offset and shown:
        shown[0] = _CUT
        if shown[1:2] == [""]:
            shown[1] = " "
    if len(cells) > offset + room:
        if not shown[-1]:
            shown[-2] = " "
        shown[-1] = _CUT
    return "".join(shown)


def path_text(path: Path) -> str:
    """`delmål.bustad.tiltak.bustad-innsikt.endringar[0].felt`; empty for the whole file."""
    return "".join(map(_step, path)).removeprefix(".")


def _step(segment: str | int) -> str:
    if isinstance(segment, int):
        return f"[{segment}]"
    return f".{segment}" if re.fullmatch(r"[\w-]+", segment) else f'["{segment}"]'
