"""Comments in a plan file that speak to the program: `# bygdeplan: …`.

The YAML parser drops comments, so they are read from the text. What stands inside quotes or in a
text after «|» is no comment, however much it looks like one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bygdeplan.funn.finding import Span, lines_of
from bygdeplan.load import Source
from bygdeplan.load import source as nodes
from bygdeplan.model.merke import Path

_COMMENT = re.compile(r"(?<!\S)#\s*bygdeplan\s*:\s*(?P<order>.*)", re.IGNORECASE)


class Comment(NamedTuple):
    """A comment: where it stands, what it says, and whose line it is on."""

    span: Span
    path: Path | None
    """The path of the first key on the line; None when there is no key."""
    order: str
    """What comes after `bygdeplan:`."""


def read_comments(source: Source) -> Iterator[Comment]:
    """Every comment to the program in a plan file, from the top down."""
    if source.root is None or not _COMMENT.search(source.text):
        return
    entries = list(_entries(source.root))
    paths = _path_of_each_line(entries)
    lines = lines_of(source.text)
    texts = sorted(_extent(scalar, lines) for _, *pair in entries for scalar in _scalars(pair))
    for number, line in enumerate(lines, 1):
        for match in _COMMENT.finditer(line):
            place = number, match.start() + 1
            if not _is_inside(place, texts):
                span = Span(*place, number, len(line.rstrip()) + 1)
                yield Comment(span, paths.get(number), match["order"].strip())


_Entry = tuple[Path, nodes.Scalar | None, nodes.Node]
"""A path, the key that leads there (none in a list) and the value."""
_Place = tuple[int, int]
"""Line and column."""


def _entries(root: nodes.Node) -> Iterator[_Entry]:
    """Everything below the root of a plan file."""
    waiting: list[tuple[Path, nodes.Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        below: list[_Entry] = []
        if isinstance(node, nodes.Mapping):
            below = [((*path, name), *entry) for name, entry in node.entries.items()]
        elif isinstance(node, nodes.Sequence):
            below = [((*path, index), None, item) for index, item in enumerate(node.items)]
        yield from below
        waiting += [(deeper, value) for deeper, _, value in below]


def _path_of_each_line(entries: Iterable[_Entry]) -> dict[int, Path]:
    """For each line, the path of the first key on it, or of a list item that is plain text."""
    first: dict[int, tuple[int, Path]] = {}
    for path, key, value in entries:
        begins = key or (value if isinstance(value, nodes.Scalar) else None)
        if begins is not None:
            line, column = begins.span.line, begins.span.column
            if line not in first or column < first[line][0]:
                first[line] = column, path
    return {line: path for line, (_, path) in first.items()}


def _scalars(pair: Iterable[nodes.Node | None]) -> Iterator[nodes.Scalar]:
    return (node for node in pair if isinstance(node, nodes.Scalar))


def _is_inside(place: _Place, texts: Sequence[tuple[_Place, _Place]]) -> bool:
    """Whether a place lies in one of the texts, which come in order and never in one another."""
    before = bisect_right(texts, place, key=lambda text: text[0])
    return before > 0 and place < texts[before - 1][1]


def _extent(scalar: nodes.Scalar, lines: Sequence[str]) -> tuple[_Place, _Place]:
    """Where a text begins and ends; one after «|» begins on the next line."""
    span = scalar.span
    block = lines[span.line - 1][span.column - 1 : span.column] in ("|", ">")
    begins = (span.line + 1, 1) if block else (span.line, span.column)
    return begins, (span.end_line, span.end_column)
