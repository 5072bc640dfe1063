"""Plan files with a fault put in: what is written otherwise, and what must then be found where.

Everything happens to the text of the file, for it is text that people get wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from bygdeplan.funn.finding import Span
from bygdeplan.load.compose import compose
from bygdeplan.load.source import Mapping, Node, Scalar
from bygdeplan.load.source import Sequence as List
from bygdeplan.model import Path
from tests.plans import PLAN_FILES


@dataclass(frozen=True)
class Written:
    """A key with its value as a file writes them, or a list item, which has no key."""

    path: Path
    key: Scalar | None
    value: Node
    lines: tuple[int, int]
    """First and last line of the key with all that lies under it."""
    begins_line: bool
    """Whether nothing but space stands before the key."""

    @property
    def name(self) -> str:
        """The key; in a list the key of the list."""
        return str(self.path[-1] if self.key else self.path[-2])

    @property
    def text(self) -> str | None:
        """The value, when it is text on the line of its key."""
        one_line = self.value.span.line == self.value.span.end_line
        return self.value.text if isinstance(self.value, Scalar) and one_line else None


@dataclass(frozen=True)
class Mutation:
    """Lines of a file written otherwise, and the finding that must come of it."""

    year: str
    path: Path
    lines: tuple[int, int]
    """The lines that are replaced: first and last."""
    instead: tuple[str, ...]
    code: str
    line: int
    """The line that the finding must point at, as the file was."""
    lines_on: int = 0
    """How much further down it must point, when the line has come into the file."""
    rests_on: Path | None = None
    """What else must stay as it is for the fault to be one."""


@cache
def lines_of(year: str) -> tuple[str, ...]:
    """The lines of a plan file."""
    return tuple(PLAN_FILES[year].read_text(encoding="utf-8").split("\n"))


@cache
def written(year: str) -> tuple[Written, ...]:
    """Everything that a plan file writes, the outer before the inner."""
    root, findings = compose("\n".join(lines_of(year)))
    assert root is not None
    assert findings == ()
    return tuple(_inside((), root, lines_of(year)))


def _inside(path: Path, node: Node, lines: Sequence[str]) -> Iterator[Written]:
    entries: list[tuple[str | int, Scalar | None, Node]] = []
    if isinstance(node, Mapping):
        entries = [(name, key, value) for name, (key, value) in node.entries.items()]
    elif isinstance(node, List):
        entries = [(index, None, value) for index, value in enumerate(node.items)]
    for segment, key, value in entries:
        start = (key or value).span
        last = _last_line(lines, start.line, start.column - 1)
        begins_line = key is not None and not lines[start.line - 1][: start.column - 1].strip()
        yield Written((*path, segment), key, value, (start.line, last), begins_line)
        yield from _inside((*path, segment), value, lines)


def _last_line(lines: Sequence[str], first: int, indent: int) -> int:
    """The last line that lies under a key that begins in a column; comments after it do not."""
    last = first
    for number, text in enumerate(lines[first:], first + 1):
        if text.strip() and len(text) - len(text.lstrip()) <= indent:
            break
        if text.strip() and not text.lstrip().startswith("#"):
            last = number
    return last


@cache
def at(year: str, path: Path) -> Written:
    """What a plan file writes at a path."""
    return next(each for each in written(year) if each.path == path)


def line_of_group(year: str, path: Path) -> int:
    """The line where something that a group lacks is told of: its key's, else its first key's."""
    if path and at(year, path).key:
        return at(year, path).lines[0]
    return next(each for each in written(year) if each.path[:-1] == path).lines[0]


# One thing written otherwise


def without(year: str, each: Written, code: str, line: int) -> Mutation:
    """A key taken away with all that lies under it."""
    return Mutation(year, each.path, each.lines, (), code, line)


def twice(year: str, each: Written, code: str) -> Mutation:
    """A key with all that lies under it written once more."""
    first, last = each.lines
    block = lines_of(year)[first - 1 : last]
    instead = (*block, *block)
    return Mutation(year, each.path, each.lines, instead, code, first, lines_on=len(block))


def with_key(year: str, each: Written, key: str, code: str) -> Mutation:
    """Another key for the same value."""
    assert each.key is not None
    line = each.key.span.line
    instead = (_with(year, each.key.span, key),)
    return Mutation(year, each.path, (line, line), instead, code, line)


def with_value(year: str, each: Written, value: str, code: str) -> Mutation:
    """Another value, on one line, for the same key or in the same place in a list."""
    span = each.value.span
    if span.line == span.end_line:
        lines, instead = (span.line, span.line), _with(year, span, value)
    else:
        assert each.key is not None
        lines = each.lines
        head = lines_of(year)[lines[0] - 1][: each.key.span.end_column - 1]
        instead = f"{head}: {value}"
    return Mutation(year, each.path, lines, (instead,), code, lines[0])


def _with(year: str, span: Span, text: str) -> str:
    """A line with something else where a span was."""
    line = lines_of(year)[span.line - 1]
    return line[: span.column - 1] + text + line[span.end_column - 1 :]


# The file


def mutated(mutations: Sequence[Mutation]) -> tuple[str, list[int]]:
    """A plan file with mutations made that are apart, and the line each finding must point at."""
    lines = list(lines_of(mutations[0].year))
    for mutation in sorted(mutations, key=lambda each: each.lines, reverse=True):
        first, last = mutation.lines
        lines[first - 1 : last] = mutation.instead
    return "\n".join(lines), [_moved(mutation, mutations) for mutation in mutations]


def _moved(mutation: Mutation, mutations: Sequence[Mutation]) -> int:
    """The line a finding must point at when all mutations are made."""
    above = [each for each in mutations if each.lines[1] < mutation.line]
    grown = sum(len(each.instead) - (each.lines[1] - each.lines[0] + 1) for each in above)
    return mutation.line + grown + mutation.lines_on


def are_apart(one: Mutation, other: Mutation) -> bool:
    """Whether two mutations of one file leave each other alone."""
    first, second = sorted((one, other), key=lambda each: each.lines)
    become_one_key = one.path[:-1] == other.path[:-1] and one.instead == other.instead
    meet = (
        (one.path, other.path),
        (one.rests_on, other.path),
        (one.path, other.rests_on),
    )
    return (
        one.year == other.year
        and first.lines[1] < second.lines[0]
        and not become_one_key
        and not any(_one_lies_in_the_other(*paths) for paths in meet)
    )


def _one_lies_in_the_other(path: Path | None, other: Path | None) -> bool:
    if path is None or other is None:
        return False
    shorter = min(len(path), len(other))
    return path[:shorter] == other[:shorter]


def resting_on(mutation: Mutation, path: Path) -> Mutation:
    """The mutation, which is a fault only as long as what lies at a path stays as it is."""
    return replace(mutation, rests_on=path)
