"""Comments in a plan file that speak to the program: `# bygdeplan: …`.

Which rule is to let what pass, and why.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bygdeplan.funn.finding import Span
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
    paths = _path_of_each_line(_entries(source.root))
    for span, text in source.comments():
        match = _COMMENT.search(text)
        if match:
            place = span._replace(column=span.column + match.start())
            yield Comment(place, paths.get(span.line), match["order"].strip())


_Entry = tuple[Path, nodes.Scalar | None, nodes.Node]
"""A path, the key that leads there (none in a list) and the value."""


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
