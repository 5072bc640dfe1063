"""A change of a plan → the same change in the text of its file, and nothing else there.

What is not changed stays as its author wrote it, sign for sign: comments, blank lines, quotes,
order, indentation, line ends. What belongs to a key goes with it (`filtekst`).

A change is made where the nodes of the file stand, and the file is then read anew: it must say what
was wanted, or nothing is given. What a change is made of is made at once where it can be.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Row
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.load.text import MAX_BYTES, composed, decode_pasted
from bygdeplan.model.felt import says_yes
from bygdeplan.model.lookup import field_at, known_keys
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.teikn import LOST, advice_on, called, find_forbidden
from bygdeplan.utgave.filtekst import (
    BOM,
    Fillinje,
    Filtekst,
    Innfelling,
    UleselegFil,
    alike,
    lines_in,
    missing,
    named,
    read_text,
)
from bygdeplan.utgave.innfelling import add, move, remove, set_value
from bygdeplan.utgave.skrivemate import same


@dataclass(frozen=True)
class Set:
    """Another value for a key or a list item that is there.

    A group that takes the place of a group is changed key by key, a list item by item; so is the
    whole plan, at no path. What is new in a group comes before what it comes before there; last,
    it comes where `Add` has it.
    """

    path: Path
    value: Data
    comments: Mapping[Path, str] = field(default_factory=dict)
    """What is to stand beside keys that it leaves empty, instead of the comments there; not in
    brackets."""


@dataclass(frozen=True)
class Add:
    """A key that is not there, at its place in the model's order; years in theirs, ids last.

    Groups that are missing on the way to it are made. A number at the end of a path is a place in
    a list, which what stands there gives way to.
    """

    path: Path
    value: Data
    before: str | None = None
    """The key that is to come after it, where it is another than the order says."""


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


_LOST = LOST.encode()

Tekstendring = Set | Add | Remove | Move


def edited(data: bytes, *edits: Tekstendring) -> bytes:
    """The bytes of a plan file with changes made in it, one after another.

    Years and ids in paths can be numbers or text. Texts are written as they are given, but for the
    line feeds after them. Raises `Fault` when a change cannot be made: what it is about is not
    there, the file cannot be read as it stands, or no text says what is wanted.
    """
    fil = changed(read_text(data), *edits)
    written = fil.data
    if decode_pasted(written)[0].rstrip("\n") != fil.text.rstrip("\n"):
        raise _unwritable(edits[-1].path)
    if written.count(_LOST) > data.count(_LOST):
        raise Fault("Linja har eit teikn som ikkje kan stå i ei planfil. Rett det i fila først.")
    return _fitting(written)


def changed(fil: Filtekst, *edits: Tekstendring) -> Filtekst:
    """The text of a plan file with changes made in it; raises `Fault` as `edited` does."""
    for edit in edits:
        fil = _made(fil, [*_smallest(_copy(fil.tree), edit)])
    return fil


def tree_of(data: bytes) -> Data:
    """What the bytes of a plan file say, its marks too; raises `Fault` when they cannot be read."""
    return read_text(data).tree


def retyped(data: bytes, text: str) -> bytes:
    """The bytes of a file with another text; lines that are alike in both stay as they were.

    What is new has the line ends of the file. Raises `Fault` when the file is not text in UTF-8, or
    would be larger than a plan file can be.
    """
    old = lines_in(data)
    end = next((line.end for line in old if line.end), "\n")
    typed = text.encode(errors="ignore").decode().replace("\r\n", "\n").replace("\r", "\n")
    new = typed.removesuffix("\n").split("\n")
    made: list[Fillinje] = []
    alike_in = SequenceMatcher(None, [line.text for line in old], new)
    for way, first, last, start, stop in alike_in.get_opcodes():
        written = [Fillinje(line, line, end) for line in new[start:stop]]
        made += old[first:last] if way == "equal" else written
    ends = [*(line.end or end for line in made[:-1]), *(line.end for line in made[-1:])]
    lines = [line.raw + end for line, end in zip(made, ends, strict=True)]
    bom = BOM if data.startswith(BOM) else b""
    return _fitting(bom + "".join(lines).encode())


def _fitting(data: bytes) -> bytes:
    """The bytes of a file; raises `Fault` when they are more than a plan file can have."""
    if len(data) > MAX_BYTES:
        raise Fault(
            f"Planen ville ha blitt større enn ei planfil kan vere ({MAX_BYTES // 1_000_000} MB). "
            "Kort ned teksten."
        )
    return data


def _smallest(tree: Data, edit: Tekstendring) -> Iterator[Tekstendring]:
    """The smallest changes that a change is made of, one after another; the tree goes with them."""
    edit = _settled(tree, edit)
    if isinstance(edit, Remove):
        for step in _unmark(tree, edit.path):
            yield from _smaller(tree, step)
    yield from _smaller(tree, edit)


def _smaller(tree: Data, edit: Tekstendring) -> Iterator[Tekstendring]:
    steps = _steps(tree, edit)
    if steps == [edit]:
        yield edit
        _carry_out(tree, edit)
        return
    for step in steps:
        yield from _smaller(tree, step)


def _made(fil: Filtekst, steps: Row[Tekstendring]) -> Filtekst:
    """The file with the smallest changes made, all at once; where that cannot be, half and half."""
    if not steps:
        return fil
    wanted = _copy(fil.tree)
    for step in steps:
        _carry_out(wanted, step)
    refused = _unwritable(steps[0].path)
    try:
        made = fil.changed(_written(fil, steps))
        if _is_same(made.tree, wanted):
            return made
    except UleselegFil:
        pass
    except Fault as fault:
        refused = fault
    if len(steps) == 1:
        raise refused
    half = len(steps) // 2
    return _made(_made(fil, steps[:half]), steps[half:])


def _unwritable(path: Path) -> Fault:
    return Fault(
        f"Endringa av {named(path)} let seg ikkje skrive utan å endre noko anna. "
        "Gjer ho i sjølve planfila."
    )


def _written(fil: Filtekst, steps: Row[Tekstendring]) -> Iterator[Innfelling]:
    """The smallest changes, each where the file is as it stands; `Fault` when one cannot be."""
    for step in steps:
        path = step.path
        match step:
            case Set(value=value, comments=comments):
                yield from set_value(fil, path, value, comments.get(path))
            case Add(value=value):
                yield from add(fil, path, _place(_at(fil.tree, path[:-1]), step), value)
            case Move(group=group):
                to = (*(group or ()), path[-1])
                place = _place_of_move(fil.tree, step)
                yield from move(fil, path, to, place, _at(fil.tree, path))
    yield from remove(fil, [step.path for step in steps if isinstance(step, Remove)])


def _is_same(one: Data, other: Data) -> bool:
    """Whether two trees say the same, in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [*one] == [*other] and all(_is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one == other


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
            raise missing(path[:length]) from None
    return tree


def _has(tree: Data, path: Path) -> bool:
    try:
        _at(tree, path)
    except Fault:
        return False
    return True


def _settled(tree: Data, edit: Tekstendring) -> Tekstendring:
    """The change with each key as text, each text as it is read; raises `Fault` when none can be.

    Each number that is left is a place in a list.
    """
    is_group = isinstance(edit, Set) and isinstance(edit.value, dict) and edit.value
    if not (edit.path or is_group):
        raise Fault("Heile planen kan ikkje endrast på éin gong.")
    path = _keys(tree, edit.path)
    match edit:
        case Set(value=value):
            _at(tree, path)
            comments = {_keys(tree, place): said for place, said in edit.comments.items()}
            return Set(path, _as_read(value), comments)
        case Add(value=value):
            return replace(edit, path=path, value=_as_read(value))
        case Remove():
            _at(tree, path)
            return Remove(path)
        case Move(group=group, before=before):
            _at(tree, path)
            group = path[:-1] if group is None else _keys(tree, group)
            if group[: len(path)] == path:
                raise Fault(f"{named(path)} kan ikkje flyttast inn i seg sjølv.")
            if before is not None:
                before = _keys(tree, (*group, before))[-1]
                _at(tree, (*group, before))
            return Move(path, group, before)


def _keys(tree: Data, path: Path) -> Path:
    """A path as the file has it: numbers are places in lists alone, those not there yet too."""
    settled: list[str | int] = []
    for key in path:
        is_place = isinstance(tree, list) or (tree is None and _is_list(tuple(settled)))
        if is_place and not isinstance(key, int):
            raise missing(path)
        settled.append(key if is_place else str(key))
        try:
            tree = _inner(tree, settled[-1])
        except LookupError:
            tree = None
    return tuple(settled)


def _is_list(path: Path) -> bool:
    """Whether the model has a list at a path."""
    felt = field_at(path)
    return felt is not None and any(item.is_in_list for item in felt.inside())


def _as_read(value: Data) -> Data:
    match value:
        case str():
            text = composed(value.replace("\r\n", "\n").replace("\r", "\n"))
            for line in text.split("\n"):
                for column, sign in find_forbidden(line):
                    raise _forbidden(line[: column - 1], sign)
            return same(text)
        case list():
            return [_as_read(item) for item in value]
        case dict():
            if not all(name.strip() for name in value):
                raise Fault("Ein nøkkel kan ikkje vere tom.")
            return {composed(name.strip()): _as_read(part) for name, part in value.items()}
        case None:
            return None


def _forbidden(before: str, sign: str) -> Fault:
    words = before[-_WORDS_BEFORE:].strip()
    place = f", etter «{words}»," if words else ""
    return Fault(f"Teiknet {called(sign)}{place} kan ikkje stå i ei planfil. {advice_on(sign)}")


_WORDS_BEFORE = 30
"""Signs of a text that show where in it something stands."""


def _steps(tree: Data, edit: Tekstendring) -> list[Tekstendring]:
    """The smaller changes that a change is made of, one after another; itself when it is small."""
    match edit:
        case Set(path, value):
            old = _at(tree, path)
            if isinstance(old, dict) and isinstance(value, dict) and old and value:
                return [*_steps_of_group(edit, old, value)]
            if isinstance(old, list) and isinstance(value, list) and old and value:
                return [*_steps_of_list(edit, old, value)]
            return [] if _is_same(old, value) and path not in edit.comments else [edit]
        case Add():
            return _steps_of_add(tree, edit)
        case Remove():
            return [edit]
        case Move():
            return [*_steps_of_move(tree, edit)]


def _steps_of_group(
    edit: Set, old: dict[str, Data], new: dict[str, Data]
) -> Iterator[Tekstendring]:
    """What is new comes first, so that the group is never empty."""
    path, names = edit.path, [*new]
    for at, name in enumerate(names):
        if name not in old:
            before = next((other for other in names[at:] if other in old), None)
            yield Add((*path, name), new[name], before)
    yield from (Remove((*path, name)) for name in old if name not in new)
    yield from (Set((*path, name), new[name], edit.comments) for name in names if name in old)


def _steps_of_list(edit: Set, old: list[Data], new: list[Data]) -> Iterator[Tekstendring]:
    """What is alike first and last stays; what is between is set, then added or removed."""
    path = edit.path
    first, last = alike(old, new)
    both = min(len(old), len(new)) - first - last
    yield from (Set((*path, at), new[at], edit.comments) for at in range(first, first + both))
    yield from (Add((*path, at), new[at]) for at in range(first + both, len(new) - last))
    yield from (Remove((*path, at)) for at in reversed(range(first + both, len(old) - last)))


def _steps_of_add(tree: Data, edit: Add) -> list[Tekstendring]:
    path, value = edit.path, edit.value
    group, key = path[:-1], path[-1]
    alone: Data = [value] if isinstance(key, int) else {key: value}
    if not _has(tree, group):
        return [Add(group, alone)]
    match _at(tree, group):
        case None:
            return [Set(group, alone)]
        case dict() as around if isinstance(key, str):
            if key in around:
                raise Fault(f"{named(path)} står alt i planfila.")
            return [edit]
        case list() as around if isinstance(key, int) and 0 <= key <= len(around):
            return [edit]
        case _:
            raise missing(path)


def _unmark(tree: Data, path: Path) -> Iterator[Tekstendring]:
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


def _steps_of_move(tree: Data, edit: Move) -> Iterator[Tekstendring]:
    here, key, group = edit.path[:-1], edit.path[-1], edit.group or ()
    if group == here:
        yield edit
        return
    there = _at(tree, group) if _has(tree, group) else None
    if not isinstance(there, list if isinstance(key, int) else dict | None):
        raise Fault(f"{named(edit.path)} kan ikkje flyttast til {named(group)}.")
    if isinstance(there, dict) and key in there:
        raise Fault(f"{named((*group, key))} står alt i planfila.")
    kept = [*_marks_kept(tree, edit, (*group, key))]
    yield from _unmark(tree, edit.path)
    if there is None:
        yield Set(group, {}) if _has(tree, group) else Add(group, {})
    yield from kept
    yield edit


def _marks_kept(tree: Data, edit: Move, to: Path) -> Iterator[Tekstendring]:
    """The marks that what is moved has there with what it lies in, and would not have here."""
    for slag in MERKESLAG:
        if _lies_marked(tree, edit.path, slag) and not _lies_marked(tree, to, slag):
            yield from _marking(tree, edit, to, slag)


def _lies_marked(tree: Data, path: Path, slag: str) -> bool:
    """Whether a group on the way to something is marked, or marks what is next on the way."""
    for length, key in enumerate(path):
        around = _at(tree, path[:length]) if _has(tree, path[:length]) else None
        mark = around.get(slag) if isinstance(around, dict) else None
        if says_yes(mark) or (isinstance(mark, list) and key in mark):
            return True
    return False


def _marking(tree: Data, edit: Move, to: Path, slag: str) -> Iterator[Tekstendring]:
    """Mark what is moved: in its group, by its key; an item of a list in itself."""
    *group, key = to
    moved = _at(tree, edit.path)
    if isinstance(moved, dict) and says_yes(moved.get(slag)):
        return
    if isinstance(key, int):
        if not isinstance(moved, dict):
            raise Fault(
                f"{named(edit.path)} er merkt `{slag}` der det står, og det kan ikkje seiast der "
                "det skulle til. Flytt det i sjølve planfila."
            )
        mark = (*edit.path, slag)
        yield Set(mark, "ja") if slag in moved else Add(mark, "ja")
        return
    there = _at(tree, tuple(group)) if _has(tree, tuple(group)) else None
    names = there.get(slag) if isinstance(there, dict) else None
    if isinstance(names, list):
        yield Add((*group, slag, len(names)), key)
    elif isinstance(there, dict) and slag in there:
        yield Set((*group, slag), [key])
    else:
        yield Add((*group, slag), [key])


def _carry_out(tree: Data, edit: Tekstendring) -> None:
    """Make one of the smallest changes in a tree."""
    around, key = _at(tree, edit.path[:-1]), edit.path[-1]
    match edit:
        case Set(value=value):
            _put(around, key, _copy(value))
        case Add(value=value):
            _insert(around, _place(around, edit), key, _copy(value))
        case Remove():
            _take(around, key)
        case Move(group=group):
            place = _place_of_move(tree, edit)
            _insert(_at(tree, group or ()), place, key, _take(around, key))


def _copy(data: Data) -> Data:
    match data:
        case dict():
            return {key: _copy(part) for key, part in data.items()}
        case list():
            return [_copy(item) for item in data]
        case _:
            return data


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


def _place(around: Data, edit: Add) -> int:
    """The place of a new key among those that are there, or of a new item in a list."""
    *group, key = edit.path
    if isinstance(key, int) and isinstance(around, list):
        return min(key, len(around))
    if isinstance(key, int) or not isinstance(around, dict):
        raise missing(edit.path)
    names, order = [*around], known_keys(Plan, tuple(group))
    if edit.before in names:
        return names.index(edit.before)
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
