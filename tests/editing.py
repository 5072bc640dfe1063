"""Changes drawn for a plan file, and what must hold of its text after each of them."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import lru_cache
from random import Random
from typing import NamedTuple, get_args, get_origin

from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data
from bygdeplan.load.source import Mapping, Node, Scalar, Sequence, step_into
from bygdeplan.load.text import decode_pasted
from bygdeplan.model.lookup import Planfelt, field_at, known_keys
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.model.plan import Plan
from bygdeplan.utgave.planskriving import Add, Move, Remove, Set, Tekstendring, edited

BOM = b"\xef\xbb\xbf"

TEXTS = (
    "Kort tekst",
    "Tekst: med kolon",
    "# ikkje ein merknad",
    "slutt # ikkje ein merknad",
    "ja",
    "Nei",
    "null",
    "2 000 000",
    "2,5 mill.",
    "2031-02-03",
    "0301",
    "«Sitat» og 'hermeteikn'",
    'Han sa "ja" og gjekk',
    "bakoverstrek \\ n",
    "- ikkje eit punkt",
    "* heller ikkje",
    "[x]",
    "{a: b}",
    "@krøll",
    "%prosent",
    "!merke",
    "&anker",
    "| rør",
    "> større",
    "a, b: c, {d}",
    "sluttar på kolon:",
    "?",
    "-",
    "~",
    "===",
    "---",
    "• kule",
    "tabulator\ther",
    "harde\u00a0mellomrom og 60–70 %",
    "a" * 130,
    "Ein lang tekst som går langt ut over det ei linje rommar. " * 4 + "Slutt",
    "Fyrste avsnittet går\nover to linjer.\n\nAndre avsnittet.",
    "Ei liste:\n\n- eitt\n- to\n  - under to\n\nog *utheva* [lenkje](https://example.org)",
    "    innrykt fyrst\nså ikkje",
    "# overskrift\n\ntekst",
    "slutt på linja \nmed mellomrom",
    "nøkkel: verdi\nnøkkel: verdi",
    "\nbyrjar med tom linje",
    "to\n\n\ntomme linjer",
)


@lru_cache(8)
def root_of(data: bytes) -> Mapping:
    root, _ = compose(decode_pasted(data)[0])
    assert isinstance(root, Mapping)
    return root


def tree_of(node: Node) -> Data:
    match node:
        case Scalar():
            return node.text and (node.text.rstrip("\n") or node.text)
        case Sequence():
            return [tree_of(item) for item in node.items]
        case Mapping():
            return {name: tree_of(value) for name, (_, value) in node.entries.items()}


def paths(tree: Data, path: Path = ()) -> Iterator[Path]:
    """Everything in a tree."""
    inner = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    for key, part in inner:
        yield (*path, key)
        yield from paths(part, (*path, key))


def value_of(tree: Data, path: Path) -> Data:
    for key in path:
        tree = tree[key]  # type: ignore[index]  # the path is one of the tree's own
    return tree


def put(tree: Data, path: Path, value: Data) -> None:
    group, key = value_of(tree, path[:-1]), path[-1]
    group[key] = value  # type: ignore[index]  # as above


# ── Drawn changes ──


def drawn_value(felt: Planfelt | None, random: Random, depth: int = 0) -> Data:
    """A value with the shape that the model wants of it; a text is any text."""
    kinds = felt.kinds if felt else ()
    containers = [kind for kind in kinds if get_origin(kind) in (dict, list)]
    if felt and containers:
        [inner] = list(felt.inside())[-1:]
        count = random.randint(1, 2)
        if get_origin(containers[0]) is list:
            return [drawn_value(inner, random, depth + 1) for _ in range(count)]
        return {
            name: drawn_value(inner, random, depth + 1)
            for name in drawn_keys(containers[0], random, count)
        }
    if felt and felt.del_ and (len(kinds) == 1 or random.random() < 0.5):
        fields = [each for each in felt.inside() if random.random() < 0.6**depth]
        made = {each.path[-1]: drawn_value(each, random, depth + 1) for each in fields}
        return made or {"merknad": random.choice(TEXTS)}
    if felt and (felt.is_text or felt.is_prose) and random.random() < 0.15:
        return {"nynorsk": random.choice(TEXTS), "bokmål": random.choice(TEXTS)}
    return random.choice(TEXTS)


def drawn_keys(kind: object, random: Random, count: int) -> list[str]:
    key = get_args(kind)[0]
    known = [str(each) for each in get_args(key)] if get_origin(key) else []
    if known and all(re.fullmatch(r"[\w.]+", each) for each in known):
        return random.sample(known, min(count, len(known)))
    if "År" in str(key) or "read_year" in str(key):
        return [str(2020 + random.randrange(20)) for _ in range(count)]
    return [f"ny-{random.randrange(10_000)}" for _ in range(count)]


def drawn(tree: Data, random: Random) -> Tekstendring:
    """A change of a tree."""
    every = list(paths(tree))
    path = random.choice(every)
    match random.choice(("set", "set", "add", "add", "remove", "move", "move", "group")):
        case "set":
            return Set(path, drawn_set(tree, path, random))
        case "add":
            return drawn_add(tree, path, random)
        case "remove":
            return Remove(path)
        case "group":
            return drawn_move_to_group(tree, random) or Remove(path)
        case _:
            return drawn_move(tree, path, random)


def drawn_set(tree: Data, path: Path, random: Random) -> Data:
    old = value_of(tree, path)
    if isinstance(old, list) and old and random.random() < 0.7:
        new = [*old]
        new.insert(random.randrange(len(new) + 1), random.choice(TEXTS))
        if random.random() < 0.5:
            del new[random.randrange(len(new))]
        return new
    if random.random() < 0.05 and isinstance(path[-1], str):
        return None
    if path[-1] in MERKESLAG:
        marks: tuple[Data, ...] = ("ja", ["tittel"], ["a", "b"])
        return random.choice(marks)
    return drawn_value(field_at(path), random, 1)


def drawn_add(tree: Data, path: Path, random: Random) -> Tekstendring:
    """Something new in the group at a path, or beside what is there."""
    around = value_of(tree, path)
    if not isinstance(around, dict | list):
        path, around = path[:-1], value_of(tree, path[:-1])
    if isinstance(around, list):
        place = random.randrange(len(around) + 1)
        return Add((*path, place), drawn_value(field_at((*path, 0)), random, 1))
    assert isinstance(around, dict)
    names = [each for each in known_keys(Plan, path) if each not in around]
    if names:
        name = random.choice(names)
    elif all(key.isdecimal() for key in around):
        name = next(
            str(year) for year in range(2019 + random.randrange(9), 2100) if str(year) not in around
        )
    else:
        name = f"ny-{random.randrange(10_000)}"
    return Add((*path, name), drawn_value(field_at((*path, name)), random, 1))


def drawn_move(tree: Data, path: Path, random: Random) -> Tekstendring:
    around = value_of(tree, path[:-1])
    names: list[str | int] = (
        [*range(len(around))] if isinstance(around, list) else [*(around or ())]
    )
    return Move(path, None, random.choice([*names, None]))


def drawn_move_to_group(tree: Data, random: Random) -> Tekstendring | None:
    """A measure to another sub-goal, or a thing to another group of such things."""
    groups = [
        path
        for path in paths(tree)
        if path[-1] in ("tiltak", "indikatorar", "budsjett", "løyvingar")
    ]
    full = [path for path in groups if value_of(tree, path)]
    if not full:
        return None
    here = random.choice(full)
    there = random.choice([path for path in groups if path[-1] == here[-1]])
    things = value_of(tree, here)
    key = random.choice([*things] if isinstance(things, dict) else [*range(len(things or ()))])
    if there == here or there[: len(here) + 1] == (*here, key):
        return None
    other = value_of(tree, there)
    if not isinstance(other, type(things)) or (isinstance(other, dict) and key in other):
        return None
    if isinstance(key, int):
        return Move((*here, key), there)
    others = [name for name in other or () if isinstance(name, str)]
    return Move((*here, key), there, random.choice([*others, None]))


# ── What a change is to give, as data ──


def changed(tree: Data, edit: Tekstendring) -> Data:
    """The tree with a change made; the order of keys is told of by the file alone."""
    tree = deepcopy(tree)
    match edit:
        case Set(path, value):
            put(tree, path, read_back(value))
        case Add(path, value):
            _add(tree, path, read_back(value))
        case Remove(path):
            _take(tree, path)
        case Move(path, group, before):
            _move(tree, path, path[:-1] if group is None else group, before)
    return tree


def read_back(value: Data) -> Data:
    if isinstance(value, str):
        return value.rstrip("\n") or value
    if isinstance(value, list):
        return [read_back(part) for part in value]
    return {key: read_back(part) for key, part in value.items()} if value else value


def _add(tree: Data, path: Path, value: Data) -> None:
    around = value_of(tree, path[:-1])
    if isinstance(around, list):
        around.insert(int(path[-1]), value)
    elif isinstance(around, dict):
        around[str(path[-1])] = value
    else:
        put(tree, path[:-1], {str(path[-1]): value})


def _take(tree: Data, path: Path) -> Data:
    """What was there, which is taken away with what names it in marks."""
    around, key = value_of(tree, path[:-1]), path[-1]
    if isinstance(around, list):
        return around.pop(int(key))
    assert isinstance(around, dict)
    value = around.pop(str(key))
    for slag in MERKESLAG:
        names = around.get(slag)
        if isinstance(names, list) and key in names:
            names[:] = [name for name in names if name != key]
            if not names:
                del around[slag]
    return value


def _move(tree: Data, path: Path, group: Path, before: str | int | None) -> None:
    around, there = value_of(tree, path[:-1]), value_of(tree, group)
    if isinstance(around, list):
        assert isinstance(there, list)
        moved = around[int(path[-1])]
        at = len(there) if before is None else int(before)
        there.insert(at, moved)
        del around[int(path[-1]) + (there is around and at <= int(path[-1]))]
        return
    assert isinstance(around, dict)
    marks: list[str] = []
    if there is not around:
        to = (*group, path[-1])
        marks = [each for each in _marks_on(tree, path) if each not in _marks_on(tree, to)]
    value = around.pop(str(path[-1])) if there is around else _take(tree, path)
    if there is None:
        there = {}
        put(tree, group, there)
    assert isinstance(there, dict)
    items = list(there.items())
    names = [name for name, _ in items]
    at = names.index(str(before)) if before is not None and before in names else len(names)
    items.insert(at, (str(path[-1]), value))
    there.clear()
    there.update(items)
    for slag in marks:
        if not (isinstance(value, dict) and value.get(slag) in ("ja", "true")):
            names_there = there.get(slag)
            named = names_there if isinstance(names_there, list) else []
            there[slag] = [*named, str(path[-1])]


def _marks_on(tree: Data, path: Path) -> list[str]:
    """The marks of the groups that something lies in, on all in them or on the way to it."""
    found: list[str] = []
    for key in path:
        for slag in MERKESLAG if isinstance(tree, dict) else ():
            mark = value_of(tree, (slag,)) if slag in (tree or ()) else None
            if mark in ("ja", "true") or (isinstance(mark, list) and key in mark):
                found.append(slag)
        try:
            tree = value_of(tree, (key,))
        except (LookupError, TypeError):
            break
    return found


def undone(tree: Data, edit: Tekstendring) -> list[Tekstendring]:
    """The changes that give a tree back as it was before one."""
    path = edit.path
    match edit:
        case Set():
            return [Set(path, value_of(tree, path))]
        case Add():
            above = value_of(tree, path[:-1])
            return [Set(path[:-1], None)] if above is None else [Remove(path)]
        case Remove():
            return [Add(path, value_of(tree, path)), *_marks_back(tree, edit)]
        case Move(_, group, before):
            here = path[:-1]
            around = value_of(tree, here)
            if isinstance(around, list):
                there = value_of(tree, group or here)
                assert isinstance(there, list)
                at = len(there) if before is None else int(before)
                near = (group or here) == here
                if near and at > int(path[-1]):
                    at -= 1
                place = int(path[-1]) + (near and at < int(path[-1]))
                size = len(around) if near else len(around) - 1
                return [Move((*(group or here), at), here, place if place < size else None)]
            names = list(around or ())
            after = names[names.index(str(path[-1])) + 1 :]
            named = [name for name in after if name not in MERKESLAG]
            to = (*(group or here), path[-1])
            back = [Move(to, here, named[0] if named else None)]
            return [*back, *_marks_away(tree, changed(changed(tree, edit), back[0]), here)]
    return []


def _marks_back(tree: Data, edit: Tekstendring) -> Iterator[Tekstendring]:
    group = edit.path[:-1]
    before, now = value_of(tree, group), value_of(changed(tree, edit), group)
    if isinstance(before, dict) and isinstance(now, dict):
        for slag in MERKESLAG:
            if slag == edit.path[-1] or slag not in before:
                continue
            if slag not in now:
                yield Add((*group, slag), before[slag])
            elif before[slag] != now[slag]:
                yield Set((*group, slag), before[slag])


def _marks_away(before: Data, back: Data, group: Path) -> Iterator[Tekstendring]:
    """What was moved from a group that is marked and back has a mark more than it had."""
    was, now = value_of(before, group), value_of(back, group)
    assert isinstance(was, dict)
    assert isinstance(now, dict)
    for slag in MERKESLAG:
        if slag in now and slag not in was:
            yield Remove((*group, slag))
        elif now.get(slag) != was.get(slag):
            yield Set((*group, slag), was[slag])


# ── Which lines a change can touch ──


def lines_of(data: bytes) -> list[bytes]:
    return re.split(rb"(?<=\n)|(?<=\r)(?!\n)", data.removeprefix(BOM))


class Place(NamedTuple):
    lines: range
    """All that belongs to a key, with its comments, counted from 0; in brackets, all of these."""
    label: int
    """The line of the key, or of the dash."""
    value: int
    """The line on which the value begins."""
    begins_line: bool


class Text:
    """The text of a file, and where in it things stand."""

    def __init__(self, data: bytes) -> None:
        self.root = root_of(data)
        self.tree = tree_of(self.root)
        self.lines = decode_pasted(data)[0].split("\n")
        self.head = next(at for at, line in enumerate(self.lines) if line.lstrip()[:1] != "#")

    def way(self, path: Path) -> Iterator[tuple[Node, Scalar | None, Node]]:
        """Each group on the way to something, the key in it, and what lies there."""
        node: Node = self.root
        for part in path:
            step = step_into(node, part)
            assert step is not None, path
            yield node, *step
            node = step[1]

    def is_flow(self, node: Node) -> bool:
        sign = self.lines[node.span.line - 1][node.span.column - 1 : node.span.column]
        return not isinstance(node, Scalar) and sign in {"{", "["}

    def place(self, path: Path) -> Place:
        """Where a key, or an item, stands."""
        way = list(self.way(path))
        flow = next((at for at, (group, _, _) in enumerate(way) if self.is_flow(group)), len(way))
        group, key, node = way[flow - 1]
        column = (key or group).span.column
        label = key.span.line - 1 if key else self._dash(node, column)
        begins_line = not self.lines[label][: column - 1].strip()
        first = label
        comment = " " * (column - 1) + "#"
        while begins_line and first > self.head and self.lines[first - 1].startswith(comment):
            first -= 1
        return Place(
            range(first, self._stop(node, label, column)), label, node.span.line - 1, begins_line
        )

    def lines_in_brackets(self, path: Path) -> range:
        """The lines of one of several in brackets, with the comments right above it."""
        _, key, node = list(self.way(path))[-1]
        span = (key or node).span
        first = span.line - 1
        is_first = not self.lines[first][: span.column - 1].strip()
        while is_first and self.lines[first - 1].startswith(" " * (span.column - 1) + "#"):
            first -= 1
        return range(first, node.span.end_line)

    def _dash(self, node: Node, column: int) -> int:
        line = node.span.line - 1
        while self.lines[line][column - 1 : column] != "-":
            line -= 1
        return line

    def _stop(self, node: Node, label: int, column: int) -> int:
        """The line after the last that is of a value, or a comment farther in below it."""
        span = node.span
        stop = max(span.end_line - (span.end_column == 1 and span.end_line > span.line), label + 1)
        while stop > label + 1 and self._is_outside(stop - 1, column):
            stop -= 1
        below = stop
        while below < len(self.lines) and not self._is_of_others(below, column):
            below += 1
            stop = below if self.lines[below - 1].strip() else stop
        return stop

    def _is_outside(self, at: int, column: int) -> bool:
        line = self.lines[at]
        return not line.strip() or (line.lstrip(" ")[0] == "#" and _indent(line) < column)

    def _is_of_others(self, at: int, column: int) -> bool:
        line = self.lines[at]
        return bool(line.strip()) and not (line.lstrip(" ")[0] == "#" and _indent(line) >= column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def touchable(data: bytes, edit: Tekstendring) -> set[int]:
    """The lines of a file that a change can touch; blank lines are counted in."""
    text = Text(data)
    blank = {at for at, line in enumerate(text.lines) if not line.strip()}
    here = edit.path[:-1]
    match edit:
        case Set(path):
            return blank | {*text.place(path).lines}
        case Add():
            return blank | _head_of(text, here)
        case Move(group=group) if group is not None:
            there = _head_of(text, group) | _marks_of(text, group)
            return blank | there | _taken(text, edit.path)
        case _:
            return blank | _taken(text, edit.path)


def _taken(text: Text, path: Path) -> set[int]:
    """The lines of what is taken away, and of what names it or stands on one of them."""
    place = text.place(path)
    next_on_its_line = set() if place.begins_line else {place.lines.stop}
    around = _head_of(text, path[:-1]) | _marks_of(text, path[:-1], path[-1])
    return {*place.lines} | around | next_on_its_line


def _head_of(text: Text, group: Path) -> set[int]:
    """The lines on which a group begins; in brackets, all of it."""
    if not group:
        return set()
    place = text.place(group)
    if any(text.is_flow(node) for _, _, node in text.way(group)):
        return {*place.lines}
    return {*range(place.label, place.value + 1)}


def _marks_of(text: Text, group: Path, key: str | int | None = None) -> set[int]:
    """The lines of the marks of a group, or of those that name a key."""
    around = value_of(text.tree, group)
    assert isinstance(around, dict | list | None)
    lists = [(slag, around.get(slag)) for slag in MERKESLAG] if isinstance(around, dict) else []
    return {
        line
        for slag, names in lists
        if isinstance(names, list) and (key is None or key in names)
        for line in text.place((*group, slag)).lines
    }


def losable(data: bytes, edit: Tekstendring) -> set[str]:
    """The numbered comments that a change can take away: those of what is taken away."""
    text = Text(data)
    lost: Iterable[int] = ()
    if isinstance(edit, Remove) or (
        isinstance(edit, Set) and isinstance(value_of(text.tree, edit.path), dict | list)
    ):
        is_flow = any(text.is_flow(group) for group, _, _ in text.way(edit.path))
        label = text.place(edit.path).label
        around = value_of(text.tree, edit.path[:-1])
        gone = [edit.path]
        if isinstance(edit, Remove) and isinstance(around, dict):
            # A mark that names nothing else goes too.
            alone = [slag for slag in MERKESLAG if around.get(slag) == [edit.path[-1]]]
            gone += [(*edit.path[:-1], slag) for slag in alone]
        in_brackets = {at for path in gone for at in text.lines_in_brackets(path)}
        lost = in_brackets if is_flow else touchable(data, edit)
        lost = [at for at in lost if isinstance(edit, Remove) or at > label]
    return {found for at in lost for found in numbered(text.lines[at])}


def numbered(text: str) -> list[str]:
    """The numbers of the comments that tests have put into a text."""
    return re.findall("K[0-9]+K", text)


def check(data: bytes, edit: Tekstendring) -> bytes:
    """Make a change, and see that all holds that must; gives the file after it."""
    before = tree_of(root_of(data))
    wanted = changed(before, edit)
    after = edited(data, edit)
    assert tree_of(root_of(after)) == wanted
    allowed = touchable(data, edit)
    old, new = lines_of(data), iter(_unended(lines_of(after), data, after))
    for at, line in enumerate(_unended(old, data, after)):
        assert at in allowed or line in new, (edit, at + 1, line)
    comments = re.findall("K[0-9]+K", data.decode())
    left = re.findall("K[0-9]+K", after.decode())
    assert len(left) == len(set(left)), edit
    assert set(comments) - set(left) <= losable(data, edit), edit
    assert data[:3] == b"\xef\xbb\xbf" or after[:3] != b"\xef\xbb\xbf"
    assert tree_of(root_of(edited(after, *undone(before, edit)))) == before, (
        edit,
        undone(before, edit),
    )
    return after


def _unended(lines: list[bytes], data: bytes, after: bytes) -> list[bytes]:
    """The lines; without their ends where the last line of the file has none."""
    is_ended = data.endswith((b"\n", b"\r"))
    assert after.endswith((b"\n", b"\r")) == is_ended
    return lines if is_ended else [line.rstrip(b"\r\n") for line in lines]


# ── Files laid out otherwise ──


def sprinkled(data: bytes, random: Random) -> bytes:
    """The file with numbered comments between its lines and behind them."""
    lines = data.decode().split("\n")
    inside: set[int] = set()
    _fill(root_of(data), inside)
    made: list[str] = []
    for at, line in enumerate(lines):
        if at not in inside and random.random() < 0.15:
            made.append(" " * random.choice((0, 2, 4, 6, _indent(line))) + f"# K{at}0K")
        is_end = bool(line.strip()) and at + 1 not in inside and not line.lstrip().startswith("#")
        made.append(line + (f"  # K{at}1K" if is_end and random.random() < 0.15 else ""))
    return "\n".join(made).encode()


def _fill(node: Node, inside: set[int]) -> None:
    """The lines within a text or a pair of brackets, but for its first."""
    match node:
        case Scalar():
            inside.update(range(node.span.line, node.span.end_line))
            if node.span.end_column == 1 and node.span.end_line > node.span.line:
                inside.add(node.span.end_line - 1)
        case Sequence():
            for item in node.items:
                _fill(item, inside)
        case Mapping():
            for _, value in node.entries.values():
                _fill(value, inside)


def opened(data: bytes, random: Random) -> bytes:
    """The file with what stands in brackets on lines of their own, with numbered comments."""
    text = decode_pasted(data)[0]
    lines = text.split("\n")
    for group in reversed(list(_flow(root_of(data), lines))):
        line, span = lines[group.span.line - 1], group.span
        indent = " " * (_indent(line) + 4)
        parts: list[str] = []
        for key, node in _entries(group):
            start, stop = (key or node).span.column - 1, node.span.end_column - 1
            at = f"{span.line}0{start}"
            if random.random() < 0.3:
                parts.append(f"{indent}# K8{at}K")
            comment = f"  # K9{at}K" if random.random() < 0.5 else ""
            parts.append(f"{indent}{line[start:stop]},{comment}")
        before, after = line[: span.column], line[span.end_column - 2 :]
        lines[span.line - 1] = "\n".join([before, *parts, " " * _indent(line) + after])
    return "\n".join(lines).encode()


def _flow(node: Node, lines: list[str]) -> Iterator[Mapping | Sequence]:
    """The outermost groups in brackets, each on one line and the last on its line."""
    if isinstance(node, Scalar):
        return
    span = node.span
    if lines[span.line - 1][span.column - 1] in "{[":
        if span.line == span.end_line and _entries(node):
            yield node
        return
    for _, part in _entries(node):
        yield from _flow(part, lines)


def _entries(group: Mapping | Sequence) -> list[tuple[Scalar | None, Node]]:
    if isinstance(group, Mapping):
        return list(group.entries.values())
    return [(None, item) for item in group.items]


def with_ends(data: bytes, ends: str, random: Random) -> bytes:
    """The file with lines that end otherwise, in the ways given, in turn by chance."""
    text = data.decode()
    return re.sub("\n", lambda _: random.choice(ends.split("|")), text).encode()
