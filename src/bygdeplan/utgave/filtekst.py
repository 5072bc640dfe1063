"""The text of a plan file, and where in it everything stands.

A comment right above a key, in the same column, belongs to the key, as do one beside it and those
farther in below it; comments from the first line of the file on belong to the file.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Row
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeGuard

from bygdeplan.funn.fault import Fault
from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data
from bygdeplan.load.source import Mapping, Node, Scalar, Sequence, step_into
from bygdeplan.load.text import decode_pasted
from bygdeplan.model.lookup import PLANEN, Planfelt
from bygdeplan.model.merke import Path
from bygdeplan.utgave.skrivemate import Skikk, plain

BOM = b"\xef\xbb\xbf"


def named(path: Path) -> str:
    """A path as messages write it."""
    return f"`{'.'.join(map(str, path))}`"


def missing(path: Path) -> Fault:
    """What is said when a file has nothing at a path."""
    return Fault(f"{named(path)} står ikkje i planfila. Ho er kanskje endra sidan du opna ho.")


def alike(old: Row[object], new: Row[object]) -> tuple[int, int]:
    """How many are alike first in two rows, and how many of the rest last."""
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - first
    last = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return first, last


class UleselegFil(Exception):  # not an error: what was written can be something else than meant
    """Raised with the first fault of a text that cannot be read as a plan file."""


class Fillinje(NamedTuple):
    """A line of a file."""

    text: str
    """As the file is read: rid of the signs that it loses nothing by."""
    raw: str
    """As it stands in the file."""
    end: str
    """`\\n`, `\\r\\n`, `\\r`, or nothing for a last line without."""


class Innfelling(NamedTuple):
    """Text to stand instead of that from one place in a file to another."""

    start: int
    stop: int
    new: str


class Sted(NamedTuple):
    """A key with its value, or an item of a list, in the text."""

    key: Scalar | None
    node: Node
    group: Mapping | Sequence
    start: int
    """Where the key or the dash begins; in brackets, the item."""
    before: Node | None
    """The value of what stands before it in its group."""


class Filtekst:
    """The text of a plan file and where in it everything stands; places are counted from 0."""

    def __init__(self, lines: Row[Fillinje], bom: bytes = b"") -> None:
        self.lines, self.bom = lines, bom
        self.text = "".join(f"{line.text}\n" for line in lines)
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line.text) + 1)
        root, faults = compose(self.text)
        if not isinstance(root, Mapping):
            raise UleselegFil(faults[0].message if faults else "Det står ingen plan i fila.")
        self.root: Mapping = root

    @property
    def data(self) -> bytes:
        return self.bom + "".join(line.raw + line.end for line in self.lines).encode()

    @cached_property
    def tree(self) -> Data:
        return plain(self.root)

    def changed(self, splices: Iterable[Innfelling]) -> "Filtekst":
        """The file with pieces of its text exchanged; the lines that they leave are as before."""
        pieces: list[str] = []
        ends: list[Fillinje | None] = []
        at = 0
        for start, stop, new in sorted(map(self._trimmed, splices), key=lambda each: each[:2]):
            if start == stop and not new:
                continue
            if start < at:
                raise UleselegFil("Endringane går inn i kvarandre.")
            pieces += [self.text[at:start], new]
            ends += [*self._lines_ending(at, start), *([None] * new.count("\n"))]
            at = stop
        pieces.append(self.text[at:])
        ends += self._lines_ending(at, len(self.text))
        return Filtekst(self._lines_of("".join(pieces), ends), self.bom)

    def _trimmed(self, piece: Innfelling) -> Innfelling:
        """The same exchange without what is alike first and last."""
        start, stop, new = piece
        first, last = alike(self.text[start:stop], new)
        return Innfelling(start + first, stop - last, new[first : len(new) - last])

    def _lines_ending(self, start: int, stop: int) -> Row[Fillinje]:
        """The lines whose line feed stands between two places."""
        return self.lines[
            bisect_right(self.starts, start) - 1 : bisect_right(self.starts, stop) - 1
        ]

    def _lines_of(self, text: str, before: Row[Fillinje | None]) -> list[Fillinje]:
        end = next((line.end for line in self.lines if line.end), "\n")
        made: list[Fillinje] = []
        for line, old in zip(text.split("\n")[:-1], before, strict=True):
            made.append(_line(line, old, made[-1].end or end if made else end))
        made = [line if line.end else line._replace(end=end) for line in made]
        if made and not self.lines[-1].end:
            made[-1] = made[-1]._replace(end="")
        return made

    # ── Where things stand ──

    def at(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column - 1

    def line_of(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def column_of(self, at: int) -> int:
        return at - self.starts[self.line_of(at)]

    def end_of_line(self, at: int) -> int:
        return self.starts[self.line_of(at) + 1] - 1

    def is_first_on_line(self, at: int) -> bool:
        return not self.text[self.starts[self.line_of(at)] : at].strip(" ")

    def start(self, node: Node) -> int:
        return self.at(node.span.line, node.span.column)

    def sign(self, node: Node) -> str:
        """The sign that a value begins with; none where nothing is written."""
        if isinstance(node, Scalar) and node.text is None:
            return ""
        return self.text[self.start(node)]

    def is_in_brackets(self, group: Node) -> bool:
        return not isinstance(group, Scalar) and self.sign(group) in ("{", "[")

    def is_on_lines(self, node: Node) -> bool:
        """Whether a text stands on lines of its own, below a `|` or a `>`."""
        return isinstance(node, Scalar) and self.sign(node) in ("|", ">")

    def is_block(self, node: Node) -> TypeGuard[Mapping | Sequence]:
        """Whether a group has its keys, or a list its items, on lines of their own."""
        return not isinstance(node, Scalar) and not self.is_in_brackets(node)

    def end(self, node: Node) -> int:
        """Where a value ends, without the blank lines and comments after it."""
        if self.is_block(node):
            return self.end_of(self._sted(node, *_parts(node)[-1]))
        end = self.at(node.span.end_line, node.span.end_column)
        if self.is_on_lines(node):
            start = self.end_of_line(self.start(node))
            return max(start, len(self.text[:end].rstrip(" \n")))
        return end

    def after_label(self, sted: Sted) -> int:
        """Right after the colon of a key, or after a dash; in brackets, where an item begins."""
        if sted.key is None:
            return sted.start + (not self.is_in_brackets(sted.group))
        end = self.at(sted.key.span.end_line, sted.key.span.end_column)
        colon = re.compile(r"\s*:").match(self.text, end)
        return colon.end() if colon else end

    def steder(self, group: Mapping | Sequence) -> list[Sted]:
        """What lies right in a group, in order."""
        parts = _parts(group)
        before = [None, *(node for _, node in parts)]
        return [self._sted(group, *part, last) for part, last in zip(parts, before, strict=False)]

    def _sted(
        self, group: Mapping | Sequence, key: Scalar | None, node: Node, before: Node | None = None
    ) -> Sted:
        if key is not None:
            start = self.at(key.span.line, key.span.column)
        elif self.is_in_brackets(group):
            start = self.start(node)
        else:
            start = self._dash(group, node)
        return Sted(key, node, group, start, before)

    def _dash(self, group: Mapping | Sequence, node: Node) -> int:
        """The dash of an item; it can stand on a line above it."""
        line = node.span.line
        while line > group.span.line and self.text[self.at(line, group.span.column)] != "-":
            line -= 1
        return self.at(line, group.span.column)

    def walk(self, path: Path) -> list[Sted]:
        """The way to what lies at a path."""
        way: list[Sted] = []
        node: Node = self.root
        for key in path:
            step = step_into(node, key)
            if step is None or isinstance(node, Scalar):
                raise missing(path)
            way.append(next(each for each in self.steder(node) if each.node is step[1]))
            node = step[1]
            if self.sign(node) in ("&", "!", "*"):
                raise Fault(f"{named(path)} har eit anker eller ein merkelapp. Ta det bort først.")
        return way

    def end_of(self, sted: Sted) -> int:
        """Where a key ends with its value, or an item."""
        return max(self.end(sted.node), self.after_label(sted))

    def first_line(self, sted: Sted) -> int:
        """The line that a key begins on, with the comments right above it that are its own."""
        line = self.line_of(sted.start)
        if not self.is_first_on_line(sted.start):
            return line
        comment = " " * self.column_of(sted.start) + "#"
        floor = self._head if sted.before is None else self.line_of(self.end(sted.before)) + 1
        while line > floor and self.lines[line - 1].text.startswith(comment):
            line -= 1
        return line

    @cached_property
    def _head(self) -> int:
        """How many lines the comments are on that the file begins with."""
        texts = (line.text.lstrip() for line in self.lines)
        return next((at for at, text in enumerate(texts) if not text.startswith("#")), 0)

    def last_line(self, sted: Sted) -> int:
        """The line that a key ends on, with the comments below that stand farther in."""
        last = at = self.line_of(self.end_of(sted))
        column = self.column_of(sted.start)
        while at + 1 < len(self.lines):
            at += 1
            text = self.lines[at].text
            if text.lstrip(" ").startswith("#") and len(text) - len(text.lstrip(" ")) > column:
                last = at
            elif text.strip():
                break
        return last

    def comment_below(self, sted: Sted) -> int | None:
        """Columns before the first comment below that is its own; None for none."""
        own = range(self.line_of(self.end_of(sted)) + 1, self.last_line(sted) + 1)
        texts = (self.lines[at].text for at in own)
        return next((len(each) - len(each.lstrip(" ")) for each in texts if each.strip()), None)

    # ── How its author writes ──

    @cached_property
    def skikk(self) -> Skikk:
        """How its author writes most of what is like."""
        steps: Counter[int] = Counter()
        dashes: Counter[int] = Counter()
        ways: dict[tuple[str, ...], Counter[str]] = {}
        for felt, (key, node, _, start, _) in self._everything(self.root, PLANEN):
            if felt and (isinstance(node, Scalar) or _parts(node)):
                ways.setdefault(felt.path, Counter())[self.way(node)] += 1
            if key and self.is_block(node):
                further_in = node.span.column - 1 - self.column_of(start)
                (steps if isinstance(node, Mapping) else dashes)[further_in] += 1
        return Skikk(
            step=steps.most_common(1)[0][0] if steps else 2,
            dash=dashes.most_common(1)[0][0] if dashes else 2,
            ways={path: signs.most_common(1)[0][0] for path, signs in ways.items()},
        )

    def _everything(
        self, group: Mapping | Sequence, felt: Planfelt | None
    ) -> Iterator[tuple[Planfelt | None, Sted]]:
        """All that lies in a group, at any depth, with what the model knows of it."""
        waiting = [(each, felt) for each in reversed(self.steder(group))]
        while waiting:
            sted, around = waiting.pop()
            name = sted.key.text or "" if sted.key else 0
            inner = around.step(name) if around else None
            yield inner, sted
            if not isinstance(sted.node, Scalar):
                waiting += [(each, inner) for each in reversed(self.steder(sted.node))]

    def way(self, node: Node) -> str:
        """How a value begins: `{` or `[`, a quote, `|` or `>` with what belongs to it."""
        sign = self.sign(node)
        if self.is_on_lines(node):
            header = re.compile(r"[|>][-+0-9]*").match(self.text, self.start(node))
            return header[0] if header else sign
        is_plain = isinstance(node, Scalar) and sign not in ('"', "'")
        return "" if is_plain or self.is_block(node) else sign


def _line(text: str, old: Fillinje | None, end_before: str) -> Fillinje:
    """A line after one that ends in some way; `old` is the line that ended where it ends."""
    end = (old and old.end) or end_before
    if not text and (end_before, end) == ("\r", "\n"):
        # The two would be one end of a line.
        return Fillinje(text, text, end_before)
    return old if old and old.text == text else Fillinje(text, text, end)


def _parts(group: Mapping | Sequence | Scalar) -> list[tuple[Scalar | None, Node]]:
    match group:
        case Mapping():
            return [*group.entries.values()]
        case Sequence():
            return [(None, item) for item in group.items]
        case Scalar():
            return []


# Who makes a change asks what the file says first, and then for the change in the same bytes.
@lru_cache(maxsize=2)
def read_text(data: bytes) -> Filtekst:
    """The text in the bytes of a file; raises `Fault` when no plan can be read in it."""
    lines, bom = lines_in(data), BOM if data.startswith(BOM) else b""
    try:
        return Filtekst(lines, bom)
    except UleselegFil as refused:
        raise Fault(f"Fila må rettast som tekst før ho kan endrast her. {refused}") from None


def lines_in(data: bytes) -> list[Fillinje]:
    """The lines in the bytes of a file, plan or not; raises `Fault` when they are no text."""
    text, faults = decode_pasted(data)
    shown = text.split("\n")
    parts = re.split("(\r\n|\r|\n)", data.removeprefix(BOM).decode(errors="replace"))
    if len(shown) != len(parts[::2]) or (not text and data.removeprefix(BOM)):
        raise Fault(next(iter(faults)).message)
    lines = [Fillinje(*line) for line in zip(shown, parts[::2], [*parts[1::2], ""], strict=True)]
    return lines if lines[-1].raw else lines[:-1]
