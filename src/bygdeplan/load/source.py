"""The text of a plan file, and where in it each path of the plan stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Sequence as Row
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from bygdeplan.funn.finding import Finding, Span, lines_of
from bygdeplan.model.merke import Path
from bygdeplan.ord.frase import MÅLFORMER


class Scalar(NamedTuple):
    """A piece of text; None when nothing is written."""

    span: Span
    text: str | None


@dataclass
class Sequence:
    """A list."""

    span: Span
    items: list["Node"] = field(default_factory=list)


@dataclass
class Mapping:
    """Keys with their values; the first of two equal keys stands."""

    span: Span
    entries: dict[str, tuple[Scalar, "Node"]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def step_into(node: Node | None, segment: str | int) -> tuple[Scalar | None, Node] | None:
    """The key (none in a list) and the node one segment further in; None if it is not there."""
    if isinstance(node, Mapping):
        return node.entries.get(str(segment))
    if isinstance(node, Sequence) and isinstance(segment, int) and segment < len(node.items):
        return None, node.items[segment]
    return None


_START = Span(1, 1, 1, 1)


class Source(NamedTuple):
    """A plan file that has been read: its name as the user wrote it, its text, its nodes."""

    name: str
    text: str
    root: Node | None

    def place(self, finding: Finding) -> Span:
        """Where a finding stands: its own span, else that of the key or value at its path."""
        return finding.span or self.locate(finding.path, key=finding.at_key)

    def locate(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at a path, or of its key; of the nearest ancestor if it is absent.

        Segments that match nothing on the way are skipped. A value that fills several lines is
        shown by its key, for the eye looks for the key.
        """
        if self.root is None:
            return _START
        node, label, reached = self.root, _label(None, self.root), True
        for segment in path:
            step = step_into(node, segment)
            reached = step is not None
            if step is not None:
                node, label = step[1], _label(*step)
        several_lines = node.span.line != node.span.end_line
        stands_for_what_is_absent = not reached and not isinstance(node, Scalar)
        return label if key or several_lines or stands_for_what_is_absent else node.span

    def node(self, path: Path) -> Node | None:
        """What the file writes at a path, if anything."""
        node = self.root
        for segment in path:
            step = step_into(node, segment)
            node = step[1] if step else None
        return node

    def is_empty(self, path: Path) -> bool:
        """Whether the file leads to a path and writes nothing there, in no written form."""
        node = self.node(path)
        if isinstance(node, Mapping) and node.entries.keys() <= set(MÅLFORMER):
            return all(self.is_empty((*path, målform)) for målform in node.entries)
        return isinstance(node, Scalar) and node.text is None

    def comments(self) -> Iterator[tuple[Span, str]]:
        """Every comment, from the top down: where it stands, and its text with the `#`.

        What stands inside quotes, or in a text after «|», is none, however much it looks like one.
        """
        lines = lines_of(self.text)
        texts = sorted(_extent(scalar, lines) for scalar in _scalars(self.root))
        for number, line in enumerate(lines, 1):
            for match in _HASH.finditer(line):
                start = match.start() + 1
                if not _is_inside((number, start), texts):
                    text = line[match.start() :].rstrip()
                    yield Span(number, start, number, start + len(text)), text
                    break

    def keys(self, path: Path) -> AbstractSet[str]:
        """The keys that the file writes at a path."""
        node = self.node(path)
        return node.entries.keys() if isinstance(node, Mapping) else frozenset()


def _label(key: Scalar | None, node: Node) -> Span:
    """What the eye looks for: the key; in a list the first key, or where the text begins."""
    if key is not None:
        return key.span
    if isinstance(node, Mapping) and node.entries:
        return next(iter(node.entries.values()))[0].span
    start = node.span
    if start.line == start.end_line:
        return start
    return Span(start.line, start.column, start.line, start.column + 1)


_HASH = re.compile(r"(?<!\S)#")
_Place = tuple[int, int]
"""Line and column."""


def _scalars(root: Node | None) -> Iterator[Scalar]:
    """Every key and every text."""
    waiting = [root]
    while waiting:
        match waiting.pop():
            case Scalar() as scalar:
                yield scalar
            case Sequence(items=items):
                waiting += items
            case Mapping(entries=entries):
                waiting += (node for entry in entries.values() for node in entry)


def _is_inside(place: _Place, texts: Row[tuple[_Place, _Place]]) -> bool:
    """Whether a place lies in one of the texts, which come in order and never in one another."""
    before = bisect_right(texts, place, key=lambda text: text[0])
    return before > 0 and place < texts[before - 1][1]


def _extent(scalar: Scalar, lines: Row[str]) -> tuple[_Place, _Place]:
    """Where a text begins and ends; one after «|» begins on the next line."""
    span = scalar.span
    block = lines[span.line - 1][span.column - 1 : span.column] in ("|", ">")
    begins = (span.line + 1, 1) if block else (span.line, span.column)
    return begins, (span.end_line, span.end_column)
