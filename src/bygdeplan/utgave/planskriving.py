"""A change of a plan → the same change in the text of its file, and nothing else there.

What is not changed stays as its author wrote it, sign for sign: comments, blank lines, quotes,
order, indentation, line ends. A comment right above a key, in the same column, belongs to the key,
as does one after it and those farther in below it; comments from the first line of the file on
belong to the file.

A change is made where the nodes of the file stand, and the file is then read anew: it must say what
was wanted, or nothing is given.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence as Row
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeGuard

from bygdeplan.funn.fault import Fault
from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data
from bygdeplan.load.ordlegging import sitat
from bygdeplan.load.source import Mapping, Node, Scalar, Sequence, step_into
from bygdeplan.load.text import composed, decode_pasted
from bygdeplan.model.lookup import PLANEN, Planfelt, field_at, known_keys
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.teikn import called, find_forbidden
from bygdeplan.utgave.skrivemate import (
    LINJEBREIDD,
    Skikk,
    Skrift,
    Stad,
    entry,
    entry_in_brackets,
    plain,
    same,
    write,
)

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Set:
    """Another value for a key or a list item that is there.

    A group that takes the place of a group is changed key by key, a list item by item.
    """

    path: Path
    value: Data


@dataclass(frozen=True)
class Add:
    """A key that is not there, at its place in the model's order; years in theirs, ids last.

    Groups that are missing on the way to it are made. A number at the end of a path is a place in
    a list, which what stands there gives way to.
    """

    path: Path
    value: Data


@dataclass(frozen=True)
class Remove:
    """A key with its value, or a list item; a mark that names the key loses the name."""

    path: Path


@dataclass(frozen=True)
class Move:
    """A key, or a list item, to another place, with the marks that name it."""

    path: Path
    group: Path | None = None
    """The group it is to lie in, when that is another."""
    before: str | int | None = None
    """What is to come after it there; last where it is None."""


Edit = Set | Add | Remove | Move


def edited(data: bytes, *edits: Edit) -> bytes:
    """The bytes of a plan file with changes made in it, one after another.

    Years and ids in paths can be numbers or text. Texts are written as they are given, but for the
    line feeds after them. Raises `Fault` when a change cannot be made: what it is about is not
    there, the file cannot be read as it stands, or no text says what is wanted.
    """
    fil = _read(data)
    for edit in edits:
        fil = _changed(fil, _settled(fil.tree, edit))
    return fil.data


def _changed(fil: "_Fil", edit: Edit) -> "_Fil":
    """The file with a change made, by the smallest changes that it is made of."""
    steps = _steps(fil.tree, edit)
    if steps != [edit]:
        for step in steps:
            fil = _changed(fil, step)
        return fil
    wanted = _wanted(fil.tree, edit)
    try:
        made = _made(fil, edit)
    except _Unreadable:
        made = None
    if made is None or not _is_same(made.tree, wanted):
        raise Fault(
            f"Endringa av {_named(edit.path)} let seg ikkje skrive utan å endre noko anna. "
            "Gjer ho i sjølve planfila."
        )
    return made


def _is_same(one: Data, other: Data) -> bool:
    """Whether two trees say the same, in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [*one] == [*other] and all(_is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one == other


# ── What is wanted, as data ────────────────────────────────────────────────────────────────────


def _named(path: Path) -> str:
    return sitat(".".join(map(str, path)))


def _missing(path: Path) -> Fault:
    return Fault(f"{_named(path)} står ikkje i planfila. Ho er kanskje endra sidan du opna ho.")


def _inner(tree: Data, key: str | int) -> Data:
    """What lies under a key or at a place; raises `LookupError` when nothing can."""
    if isinstance(tree, dict):
        return tree[str(key)]
    if isinstance(tree, list) and isinstance(key, int) and key >= 0:
        return tree[key]
    raise LookupError(key)


def _at(tree: Data, path: Path) -> Data:
    for length, key in enumerate(path, 1):
        try:
            tree = _inner(tree, key)
        except LookupError:
            raise _missing(path[:length]) from None
    return tree


def _has(tree: Data, path: Path) -> bool:
    try:
        _at(tree, path)
    except Fault:
        return False
    return True


def _settled(tree: Data, edit: Edit) -> Edit:
    """The change with each key as text, each text as it is read; raises `Fault` when none can be.

    Each number that is left is a place in a list.
    """
    if not edit.path:
        raise Fault("Heile planen kan ikkje endrast på éin gong.")
    path = _keys(tree, edit.path)
    match edit:
        case Set(value=value):
            _at(tree, path)
            return Set(path, _as_read(value))
        case Add(value=value):
            return Add(path, _as_read(value))
        case Remove():
            _at(tree, path)
            return Remove(path)
        case Move(group=group, before=before):
            _at(tree, path)
            group = path[:-1] if group is None else _keys(tree, group)
            if group[: len(path)] == path:
                raise Fault(f"{_named(path)} kan ikkje flyttast inn i seg sjølv.")
            if before is not None:
                before = _keys(tree, (*group, before))[-1]
                _at(tree, (*group, before))
            return Move(path, group, before)


def _keys(tree: Data, path: Path) -> Path:
    """A path as the file has it: numbers are places in lists alone."""
    settled: list[str | int] = []
    for key in path:
        is_place = isinstance(tree, list)
        if is_place and not isinstance(key, int):
            raise _missing(path)
        settled.append(key if is_place else str(key))
        try:
            tree = _inner(tree, settled[-1])
        except LookupError:
            tree = None
    return tuple(settled)


def _as_read(value: Data) -> Data:
    match value:
        case str():
            text = composed(value.replace("\r\n", "\n").replace("\r", "\n"))
            for line in text.split("\n"):
                for _, sign in find_forbidden(line):
                    raise Fault(f"Teiknet {called(sign)} kan ikkje stå i ei planfil.")
            return same(text)
        case list():
            return [_as_read(item) for item in value]
        case dict():
            if not all(name.strip() for name in value):
                raise Fault("Ein nøkkel kan ikkje vere tom.")
            return {composed(name.strip()): _as_read(part) for name, part in value.items()}
        case None:
            return None


def _steps(tree: Data, edit: Edit) -> list[Edit]:
    """The smaller changes that a change is made of, one after another; itself when it is small."""
    match edit:
        case Set(path, value):
            old = _at(tree, path)
            if isinstance(old, dict) and isinstance(value, dict) and old and value:
                return [*_steps_of_group(path, old, value)]
            if isinstance(old, list) and isinstance(value, list) and old and value:
                return [*_steps_of_list(path, old, value)]
            return [] if _is_same(old, value) else [edit]
        case Add(path, value):
            return _steps_of_add(tree, path, value)
        case Remove(path):
            return [*_unmark(tree, path), edit]
        case Move():
            return [*_steps_of_move(tree, edit)]


def _steps_of_group(path: Path, old: dict[str, Data], new: dict[str, Data]) -> Iterator[Edit]:
    yield from (Add((*path, name), part) for name, part in new.items() if name not in old)
    yield from (Remove((*path, name)) for name in old if name not in new)
    yield from (Set((*path, name), part) for name, part in new.items() if name in old)


def _steps_of_list(path: Path, old: list[Data], new: list[Data]) -> Iterator[Edit]:
    """What is alike first and last stays; what is between is set, then added or removed."""
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    room = shorter - first
    last = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
    both = room - last
    yield from (Set((*path, at), new[at]) for at in range(first, first + both))
    yield from (Add((*path, at), new[at]) for at in range(first + both, len(new) - last))
    yield from (Remove((*path, at)) for at in reversed(range(first + both, len(old) - last)))


def _steps_of_add(tree: Data, path: Path, value: Data) -> list[Edit]:
    group, key = path[:-1], path[-1]
    alone: Data = [value] if isinstance(key, int) else {key: value}
    if not _has(tree, group):
        return [Add(group, alone)]
    match _at(tree, group):
        case None:
            return [Set(group, alone)]
        case dict() as around if isinstance(key, str):
            if key in around:
                raise Fault(f"{_named(path)} står alt i planfila.")
            return [Add(path, value)]
        case list() as around if isinstance(key, int) and 0 <= key <= len(around):
            return [Add(path, value)]
        case _:
            raise _missing(path)


def _unmark(tree: Data, path: Path) -> Iterator[Edit]:
    """Take a key out of the marks of its group, and away a mark that names nothing more."""
    group, key = path[:-1], path[-1]
    for slag, names in _marks_that_name(_at(tree, group), key):
        others = [name for name in names if name != key]
        yield Set((*group, slag), others) if others else Remove((*group, slag))


def _marks_that_name(around: Data, key: str | int) -> Iterator[tuple[str, list[Data]]]:
    if isinstance(around, dict):
        for slag in MERKESLAG:
            names = around.get(slag)
            if isinstance(names, list) and key in names:
                yield slag, names


def _steps_of_move(tree: Data, edit: Move) -> Iterator[Edit]:
    here, key, group = edit.path[:-1], edit.path[-1], edit.group or ()
    if group == here:
        yield edit
        return
    there = _at(tree, group) if _has(tree, group) else None
    if not isinstance(there, list if isinstance(key, int) else dict | None):
        raise Fault(f"{_named(edit.path)} kan ikkje flyttast til {_named(group)}.")
    if isinstance(there, dict) and key in there:
        raise Fault(f"{_named((*group, key))} står alt i planfila.")
    yield from _unmark(tree, edit.path)
    if there is None:
        yield Set(group, {}) if _has(tree, group) else Add(group, {})
    yield edit
    for slag, _ in _marks_that_name(_at(tree, here), key):
        names = there.get(slag) if isinstance(there, dict) else None
        if isinstance(names, list):
            yield Add((*group, slag, len(names)), str(key))
        elif names is None:
            yield Add((*group, slag), [str(key)])


def _wanted(tree: Data, edit: Edit) -> Data:
    """What the file is to say after one of the smallest changes."""
    tree = deepcopy(tree)
    around, key = _at(tree, edit.path[:-1]), edit.path[-1]
    match edit:
        case Set(value=value):
            _put(around, key, value)
        case Add(value=value):
            _insert(around, _place(around, edit.path), key, value)
        case Remove():
            _take(around, key)
        case Move(group=group):
            place = _place_of_move(tree, edit)
            _insert(_at(tree, group or ()), place, key, _take(around, key))
    return tree


def _put(around: Data, key: str | int, value: Data) -> None:
    if isinstance(around, dict):
        around[str(key)] = value
    elif isinstance(around, list):
        around[int(key)] = value


def _take(around: Data, key: str | int) -> Data:
    if isinstance(around, dict):
        return around.pop(str(key))
    return around.pop(int(key)) if isinstance(around, list) else None


def _insert(around: Data, place: int, key: str | int, value: Data) -> None:
    if isinstance(around, list):
        around.insert(place, value)
    elif isinstance(around, dict):
        items = [*around.items()]
        items.insert(place, (str(key), value))
        around.clear()
        around.update(items)


def _place(around: Data, path: Path) -> int:
    """The place of a new key among those that are there, or of a new item in a list."""
    *group, key = path
    if isinstance(key, int) or not isinstance(around, dict):
        return int(key)
    names, order = [*around], known_keys(Plan, tuple(group))
    if key in MERKESLAG:
        return len(names) if order else 0
    if key in order:
        before = [name for name in order[: order.index(key)] if name in names]
        after = [name for name in order[order.index(key) :] if name in names]
        if before:
            return names.index(before[-1]) + 1
        return names.index(after[0]) if after else len(names)
    if key.isdecimal():
        later = (at for at, name in enumerate(names) if name.isdecimal() and int(name) > int(key))
        return next(later, len(names))
    return len(names)


def _place_of_move(tree: Data, edit: Move) -> int:
    """The place that what is moved gets, counted without it."""
    around = _at(tree, edit.group or ())
    names = [*range(len(around))] if isinstance(around, list) else [*(around or ())]
    if edit.group == edit.path[:-1]:
        if edit.before == edit.path[-1]:
            return names.index(edit.path[-1])
        names.remove(edit.path[-1])
    return len(names) if edit.before is None else names.index(edit.before)


# ── The file ───────────────────────────────────────────────────────────────────────────────────


class _Unreadable(Exception):  # not an error: what was written can be something else than meant
    """Raised with the first fault of a text that cannot be read as a plan file."""


class _Linje(NamedTuple):
    text: str
    """As the file is read: rid of the signs that it loses nothing by."""
    raw: str
    """As it stands in the file."""
    end: str
    """`\\n`, `\\r\\n`, `\\r`, or nothing for a last line without."""


class _Splice(NamedTuple):
    """Text to stand instead of that from one place in a file to another."""

    start: int
    stop: int
    new: str


class _Sted(NamedTuple):
    """A key with its value, or an item of a list, in the text."""

    key: Scalar | None
    node: Node
    group: Mapping | Sequence
    start: int
    """Where the key or the dash begins; in brackets, the item."""
    floor: int
    """The first line that can be its own: the one after what stands before it."""


class _Fil:
    """The text of a plan file and where in it everything stands; places are counted from 0."""

    def __init__(self, lines: Row[_Linje], bom: bytes = b"") -> None:
        self.lines, self.bom = lines, bom
        self.text = "".join(f"{line.text}\n" for line in lines)
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line.text) + 1)
        root, faults = compose(self.text)
        if not isinstance(root, Mapping):
            raise _Unreadable(faults[0].message if faults else "Det står ingen plan i fila.")
        self.root: Mapping = root

    @property
    def data(self) -> bytes:
        return self.bom + "".join(line.raw + line.end for line in self.lines).encode()

    @cached_property
    def tree(self) -> Data:
        return plain(self.root)

    def changed(self, splices: Iterator[_Splice] | Row[_Splice]) -> "_Fil":
        """The file with pieces of its text exchanged; the lines that they leave are as before."""
        pieces: list[str] = []
        ends: list[_Linje | None] = []
        at = 0
        for start, stop, new in sorted(map(self._trimmed, splices), key=lambda each: each[:2]):
            if start < at:
                raise _Unreadable("Endringane går inn i kvarandre.")
            pieces += [self.text[at:start], new]
            ends += [*self._lines_ending(at, start), *([None] * new.count("\n"))]
            at = stop
        pieces.append(self.text[at:])
        ends += self._lines_ending(at, len(self.text))
        return _Fil(self._lines_of("".join(pieces), ends), self.bom)

    def _trimmed(self, splice: _Splice) -> _Splice:
        """The same exchange without what is alike first and last."""
        start, stop, new = splice
        old = self.text[start:stop]
        shorter = min(len(old), len(new))
        first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
        room = shorter - first
        last = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
        return _Splice(start + first, stop - last, new[first : len(new) - last])

    def _lines_ending(self, start: int, stop: int) -> Row[_Linje]:
        """The lines whose line feed stands between two places."""
        return self.lines[
            bisect_right(self.starts, start) - 1 : bisect_right(self.starts, stop) - 1
        ]

    def _lines_of(self, text: str, before: Row[_Linje | None]) -> list[_Linje]:
        end = next((line.end for line in self.lines if line.end), "\n")
        made: list[_Linje] = []
        for line, old in zip(text.split("\n")[:-1], before, strict=True):
            end = old.end if old and old.end else end
            made.append(old if old and old.text == line else _Linje(line, line, end))
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
            return self.end_of(self.steder(node)[-1])
        end = self.at(node.span.end_line, node.span.end_column)
        if self.is_on_lines(node):
            start = self.end_of_line(self.start(node))
            return max(start, len(self.text[:end].rstrip(" \n")))
        return end

    def after_label(self, sted: _Sted) -> int:
        """Right after the colon of a key, or after a dash; in brackets, where an item begins."""
        if sted.key is None:
            return sted.start + (not self.is_in_brackets(sted.group))
        end = self.at(sted.key.span.end_line, sted.key.span.end_column)
        colon = re.compile(r"\s*:").match(self.text, end)
        return colon.end() if colon else end

    def steder(self, group: Mapping | Sequence) -> list[_Sted]:
        """What lies right in a group, in order."""
        found: list[_Sted] = []
        floor = 0
        for key, node in _parts(group):
            if key is not None:
                start = self.at(key.span.line, key.span.column)
            elif self.is_in_brackets(group):
                start = self.start(node)
            else:
                start = self._dash(group, node)
            found.append(_Sted(key, node, group, start, floor))
            floor = self.line_of(self.end_of(found[-1])) + 1
        return found

    def _dash(self, group: Mapping | Sequence, node: Node) -> int:
        """The dash of an item; it can stand on a line above it."""
        line = node.span.line
        while line > group.span.line and self.text[self.at(line, group.span.column)] != "-":
            line -= 1
        return self.at(line, group.span.column)

    def walk(self, path: Path) -> list[_Sted]:
        """The way to what lies at a path."""
        way: list[_Sted] = []
        node: Node = self.root
        for key in path:
            step = step_into(node, key)
            if step is None or isinstance(node, Scalar):
                raise _missing(path)
            way.append(next(each for each in self.steder(node) if each.node is step[1]))
            node = step[1]
            if self.sign(node) in ("&", "!", "*"):
                raise Fault(f"{_named(path)} har eit anker eller ein merkelapp. Ta det bort først.")
        return way

    def end_of(self, sted: _Sted) -> int:
        """Where a key ends with its value, or an item."""
        return max(self.end(sted.node), self.after_label(sted))

    def first_line(self, sted: _Sted) -> int:
        """The line that a key begins on, with the comments right above it that are its own."""
        line = self.line_of(sted.start)
        if not self.is_first_on_line(sted.start):
            return line
        comment = " " * self.column_of(sted.start) + "#"
        while line > max(sted.floor, self._head) and self.lines[line - 1].text.startswith(comment):
            line -= 1
        return line

    @cached_property
    def _head(self) -> int:
        """How many lines the comments are on that the file begins with."""
        texts = (line.text.lstrip() for line in self.lines)
        return next((at for at, text in enumerate(texts) if not text.startswith("#")), 0)

    def last_line(self, sted: _Sted) -> int:
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

    # ── How its author writes ──

    @cached_property
    def skikk(self) -> Skikk:
        steps: Counter[int] = Counter()
        dashes: Counter[int] = Counter()
        ways: dict[tuple[str, ...], Counter[str]] = {}
        self._observe(self.root, PLANEN, steps, dashes, ways)
        return Skikk(
            step=steps.most_common(1)[0][0] if steps else 2,
            dash=dashes.most_common(1)[0][0] if dashes else 2,
            ways={path: signs.most_common(1)[0][0] for path, signs in ways.items()},
        )

    def _observe(
        self,
        group: Mapping | Sequence,
        felt: Planfelt | None,
        steps: Counter[int],
        dashes: Counter[int],
        ways: dict[tuple[str, ...], Counter[str]],
    ) -> None:
        for sted in self.steder(group):
            key, node = sted.key, sted.node
            inner = felt.step(key.text or "" if key else 0) if felt else None
            if inner:
                ways.setdefault(inner.path, Counter())[self.way(node)] += 1
            if isinstance(node, Scalar):
                continue
            if key and self.is_block(node):
                counted = steps if isinstance(node, Mapping) else dashes
                counted[node.span.column - 1 - self.column_of(sted.start)] += 1
            self._observe(node, inner, steps, dashes, ways)

    def way(self, node: Node) -> str:
        """How a value begins: `{` or `[`, a quote, `|` or `>` with what belongs to it."""
        sign = self.sign(node)
        if self.is_on_lines(node):
            header = re.compile(r"[|>][-+0-9]*").match(self.text, self.start(node))
            return header[0] if header else sign
        is_plain = isinstance(node, Scalar) and sign not in ('"', "'")
        return "" if is_plain or self.is_block(node) else sign


def _parts(group: Mapping | Sequence | Scalar) -> list[tuple[Scalar | None, Node]]:
    match group:
        case Mapping():
            return [*group.entries.values()]
        case Sequence():
            return [(None, item) for item in group.items]
        case Scalar():
            return []


def _read(data: bytes) -> _Fil:
    text, faults = decode_pasted(data)
    bom = _BOM if data.startswith(_BOM) else b""
    try:
        raw = re.split("(\r\n|\r|\n)", data[len(bom) :].decode())
    except UnicodeDecodeError:
        raise Fault(next(iter(faults)).message) from None
    lines = [
        _Linje(*line) for line in zip(text.split("\n"), raw[::2], [*raw[1::2], ""], strict=True)
    ]
    try:
        return _Fil(lines if lines[-1].raw else lines[:-1], bom)
    except _Unreadable as refused:
        raise Fault(f"Fila må rettast som tekst før ho kan endrast her. {refused}") from None


# ── The smallest changes, as text ──────────────────────────────────────────────────────────────


def _made(fil: _Fil, edit: Edit) -> _Fil:
    """The file with one of the smallest changes; raises `_Unreadable` when it cannot be read."""
    group = edit.path[:-1]
    match edit:
        case Set(path, value):
            return fil.changed(_set(fil, path, value))
        case Add(path, value):
            place = _place(_at(fil.tree, group), path)
            return fil.changed(_added(fil, group, place, _Ny(fil, path, value)))
        case Remove(path):
            return fil.changed(_removed(fil, path))
        case Move():
            return _moved(fil, edit)


def _stad(fil: _Fil, path: Path, column: int, *, in_brackets: bool) -> Stad:
    key = path[-1]
    label = 1 if isinstance(key, int) else len(key) + 1
    return Stad(
        column=column,
        used=column + label + 1,
        skikk=fil.skikk,
        felt=field_at(path),
        in_brackets=in_brackets,
        in_list=isinstance(key, int),
        is_mark=key in MERKESLAG,
    )


def _stad_of(fil: _Fil, path: Path, way: Row[_Sted]) -> Stad:
    """The place of a value that is there, as its author has it."""
    sted = way[-1]
    in_brackets = any(fil.is_in_brackets(each.group) for each in way)
    stad = _stad(fil, path, fil.column_of(sted.start), in_brackets=in_brackets)
    if fil.is_on_lines(sted.node):
        return replace(stad, indent=_indent_of_text(fil, sted.node))
    start, end = fil.start(sted.node), fil.end(sted.node)
    if fil.line_of(start) == fil.line_of(end) and fil.column_of(end) > LINJEBREIDD:
        return replace(stad, width=_ANY_WIDTH)
    return stad


_ANY_WIDTH = 1_000_000


def _indent_of_text(fil: _Fil, node: Node) -> int | None:
    first, last = fil.line_of(fil.start(node)) + 1, fil.line_of(fil.end(node))
    texts = (line.text for line in fil.lines[first : last + 1])
    return min((len(text) - len(text.lstrip(" ")) for text in texts if text.strip()), default=None)


class _Ny(NamedTuple):
    """A key with its value, or an item, that is to be written."""

    fil: _Fil
    path: Path
    value: Data

    @property
    def key(self) -> str | None:
        return None if isinstance(self.path[-1], int) else self.path[-1]

    def lines(self, column: int) -> Row[str]:
        stad = _stad(self.fil, self.path, column, in_brackets=False)
        return entry(self.key, self.value, stad)

    def in_brackets(self) -> str:
        stad = _stad(self.fil, self.path, 0, in_brackets=True)
        return entry_in_brackets(self.key, self.value, stad)

    def alone(self, stad: Stad) -> Skrift:
        """It as all there is in its group, which is at a place."""
        return write([self.value] if self.key is None else {self.key: self.value}, stad)


class _Flytta(NamedTuple):
    """A key with its value, or an item, that stands elsewhere in the file."""

    sted: _Sted
    ny: _Ny

    def lines(self, column: int) -> Row[str]:
        fil, sted = self.ny.fil, self.sted
        if fil.is_in_brackets(sted.group):
            return self.ny.lines(column)
        before = fil.column_of(sted.start)
        texts = [line.text for line in fil.lines[fil.first_line(sted) : fil.last_line(sted) + 1]]
        if not fil.is_first_on_line(sted.start):
            texts[0] = " " * before + texts[0][before:]
        return [_moved_in(text, before, column) for text in texts]

    def in_brackets(self) -> str:
        fil, sted = self.ny.fil, self.sted
        if fil.is_in_brackets(sted.group):
            return fil.text[sted.start : fil.end_of(sted)]
        return self.ny.in_brackets()

    def alone(self, stad: Stad) -> Skrift:
        if stad.in_brackets or self.ny.fil.is_in_brackets(self.sted.group):
            return self.ny.alone(stad)
        further = stad.skikk.dash if self.ny.key is None else stad.skikk.step
        return Skrift("", tuple(self.lines(stad.column + (2 if stad.in_list else further))))


def _moved_in(line: str, before: int, column: int) -> str:
    """A line as far in from another column as it was from one."""
    if not line.strip():
        return line
    own = line[min(before, len(line) - len(line.lstrip(" "))) :]
    return " " * column + own


_Skriftleg = _Ny | _Flytta


def _set(fil: _Fil, path: Path, value: Data) -> list[_Splice]:
    way = fil.walk(path)
    sted = way[-1]
    is_text = isinstance(sted.node, Scalar) and sted.node.text is not None
    before = fil.way(sted.node) if is_text else None
    return _replaced(fil, sted, write(value, _stad_of(fil, path, way), before))


def _replaced(fil: _Fil, sted: _Sted, skrift: Skrift) -> list[_Splice]:
    """Another value after a key or a dash; comments beside the one before stay."""
    node, label, head = sted.node, fil.after_label(sted), skrift.head
    below = "".join(f"\n{line}" for line in skrift.tail)
    if not fil.sign(node):
        return _written_after(fil, label, head, below)
    start, end = fil.start(node), fil.end(node)
    if fil.is_block(node):
        inner = fil.steder(node)
        if fil.is_first_on_line(inner[0].start):
            stop = fil.end_of_line(fil.starts[fil.last_line(inner[-1])])
            below_key = fil.starts[fil.first_line(inner[0])] - 1
            first = _Splice(label, label, f" {head}" if head else "")
            return [first, _Splice(below_key, stop, below)]
    if fil.is_on_lines(node):
        stop = start + len(fil.way(node))
        lines = (fil.end_of_line(start), end)
    else:
        stop, lines = end, (fil.end_of_line(end), fil.end_of_line(end))
    if not head and not fil.is_in_brackets(sted.group) and "#" not in fil.text[label:start]:
        start = label
    return [_Splice(start, stop, head), _Splice(*lines, below)]


def _written_after(fil: _Fil, label: int, head: str, below: str) -> list[_Splice]:
    """A value after a key with none."""
    colon = "" if fil.text[label - 1] in (":", "-") else ":"
    end = fil.end_of_line(label)
    return [_Splice(label, label, f"{colon} {head}" if head else ""), _Splice(end, end, below)]


def _added(
    fil: _Fil, path: Path, place: int, ny: _Skriftleg, without: _Sted | None = None
) -> list[_Splice]:
    """What is written, at a place among what lies in the group at a path, one of them left out."""
    way = fil.walk(path)
    group = way[-1].node if way else fil.root
    if isinstance(group, Scalar):
        raise _missing(path)
    beside = [each for each in fil.steder(group) if each != without]
    if fil.is_in_brackets(group):
        if beside:
            return _added_in_brackets(fil, beside, place, ny)
        if (
            any(fil.is_in_brackets(each.group) for each in way)
            or fil.end(group) - fil.start(group) > 2
        ):
            inside = fil.start(group) + 1
            return [_Splice(inside, inside, ny.in_brackets())]
        return _replaced(fil, way[-1], ny.alone(_stad_of(fil, path, way)))
    return _added_on_lines(fil, beside, place, ny)


def _added_on_lines(fil: _Fil, beside: Row[_Sted], place: int, ny: _Skriftleg) -> list[_Splice]:
    column = fil.column_of(beside[0].start)
    lines = ny.lines(column)
    text = "".join(f"{line}\n" for line in lines)
    gap = "\n" if len(lines) > 1 and _stand_apart(fil, beside) else ""
    if place:
        at = fil.starts[fil.last_line(beside[place - 1]) + 1]
        return [_Splice(at, at, gap + text)]
    first = beside[0]
    if fil.is_first_on_line(first.start):
        at = fil.starts[fil.first_line(first)]
        return [_Splice(at, at, text + gap)]
    return [_Splice(first.start, first.start, text[column:] + " " * column)]


def _stand_apart(fil: _Fil, beside: Row[_Sted]) -> bool:
    """Whether most of what stands below something in a group has a blank line above it."""
    apart = [not fil.lines[fil.first_line(each) - 1].text.strip() for each in beside[1:]]
    return 2 * sum(apart) > len(apart)


def _added_in_brackets(fil: _Fil, beside: Row[_Sted], place: int, ny: _Skriftleg) -> list[_Splice]:
    text = ny.in_brackets()
    if not place:
        first = beside[0].start
        if not fil.is_first_on_line(first):
            return [_Splice(first, first, f"{text}, ")]
        at = fil.starts[fil.first_line(beside[0])]
        return [_Splice(at, at, f"{' ' * fil.column_of(first)}{text},\n")]
    previous = beside[place - 1]
    end = fil.end_of(previous)
    if not _has_line_alone(fil, previous):
        return [_Splice(end, end, f", {text}")]
    line, comma = fil.end_of_line(end), _comma_after(fil, end)
    indent = " " * fil.column_of(previous.start)
    return [
        _Splice(end, end, "" if comma else ","),
        _Splice(line, line, f"\n{indent}{text}{',' if comma else ''}"),
    ]


def _comma_after(fil: _Fil, end: int) -> int | None:
    """The place after the comma that follows, if one does."""
    comma = re.compile(" *,").match(fil.text, end)
    return comma.end() if comma else None


def _has_line_alone(fil: _Fil, sted: _Sted) -> bool:
    """Whether something in brackets has its lines alone, but for a comma and a comment."""
    end = fil.end_of(sted)
    rest = fil.text[_comma_after(fil, end) or end : fil.end_of_line(end)].strip()
    return fil.is_first_on_line(sted.start) and (not rest or rest.startswith("#"))


def _removed(fil: _Fil, path: Path) -> list[_Splice]:
    way = fil.walk(path)
    sted = way[-1]
    beside = fil.steder(sted.group)
    if len(beside) > 1:
        in_brackets = fil.is_in_brackets(sted.group)
        return (_removed_in_brackets if in_brackets else _removed_on_lines)(fil, beside, sted)
    if len(way) == 1:
        raise Fault("Planen kan ikkje vere tom.")
    if (
        fil.is_in_brackets(sted.group)
        and "#" in fil.text[fil.start(sted.group) : fil.end(sted.group)]
    ):
        end = fil.end_of(sted)
        return [_Splice(sted.start, _comma_after(fil, end) or end, "")]
    return _replaced(fil, way[-2], Skrift("{}" if isinstance(sted.group, Mapping) else "[]"))


def _removed_on_lines(fil: _Fil, beside: Row[_Sted], sted: _Sted) -> list[_Splice]:
    first, last = fil.first_line(sted), fil.last_line(sted)
    if not fil.is_first_on_line(sted.start):
        after = beside[1].start
        if fil.line_of(after) == last + 1:
            return [_Splice(sted.start, after, "")]
        dash = len(fil.text[: sted.start].rstrip(" "))
        return [_Splice(dash, fil.starts[last + 1] - 1, "")]
    if last + 1 == len(fil.lines) or not fil.lines[last + 1].text.strip():
        while first and not fil.lines[first - 1].text.strip():
            first -= 1
    return [_Splice(fil.starts[first], fil.starts[last + 1], "")]


def _removed_in_brackets(fil: _Fil, beside: Row[_Sted], sted: _Sted) -> list[_Splice]:
    place, end = beside.index(sted), fil.end_of(sted)
    if _has_line_alone(fil, sted):
        line = fil.starts[fil.line_of(end) + 1]
        return [_Splice(fil.starts[fil.first_line(sted)], line, "")]
    if place + 1 < len(beside):
        after = beside[place + 1].start
        is_on_line = "\n" not in fil.text[end:after]
        return [_Splice(sted.start, after if is_on_line else _comma_after(fil, end) or end, "")]
    before = fil.end_of(beside[place - 1])
    return [_Splice(sted.start if "#" in fil.text[before : sted.start] else before, end, "")]


def _moved(fil: _Fil, edit: Move) -> _Fil:
    path, group = edit.path, edit.group or ()
    sted = fil.walk(path)[-1]
    place = _place_of_move(fil.tree, edit)
    is_near = group == path[:-1]
    if is_near and fil.steder(sted.group).index(sted) == place:
        return fil
    ny = _Flytta(sted, _Ny(fil, (*group, path[-1]), _at(fil.tree, path)))
    added = _added(fil, group, place, ny, sted if is_near else None)
    return fil.changed([*added, *_removed(fil, path)])
