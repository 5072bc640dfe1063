"""Mutants: files of the program with one small fault in them, drawn by lot from all there could be.

A place in the code is drawn first, and then one of the faults it could have, so that a long table
weighs no more than a line.
"""

import ast
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tools.mutants.otherwise import is_values, otherwise, returns

SOURCE = Path("src/bygdeplan")
AREAS: Mapping[str, str] = {
    "rules": "rules/**/*.py",
    "endring": "endring/**/*.py",
    "okonomi": "model/okonomi.py",
    "ord": "ord/**/*.py",
    "vedtak": "vedtak/*.py",
    "protokoll": "vedtak/protokoll/**/*.py",
    "documents": "documents/**/*.py",
}
"""Where a fault costs most, and the files of it below the package; each is drawn from alike."""


@dataclass(frozen=True)
class Mutant:
    """A file with one fault: where it is, the code as it was and is around it, and all of it."""

    file: Path
    line: int
    where: str
    before: str
    after: str
    text: str


@dataclass(frozen=True)
class _Place:
    """The statement that a piece of code is part of, in which function, and what that gives."""

    statement: ast.stmt | None = None
    where: str = ""
    gives: ast.expr | None = None

    def at(self, node: ast.AST) -> "_Place":
        """The place of what stands in a node."""
        if not isinstance(node, ast.stmt):
            return self
        here = replace(self, statement=node)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            here = replace(here, where=f"{self.where}.{node.name}".strip("."))
        return replace(here, gives=node.returns) if isinstance(node, ast.FunctionDef) else here


class _Slot(NamedTuple):
    """Where a node hangs in the tree: below which, by which name, as which of several."""

    parent: ast.AST
    name: str
    number: int | None

    def put(self, node: ast.AST) -> None:
        if self.number is None:
            setattr(self.parent, self.name, node)
        else:
            getattr(self.parent, self.name)[self.number] = node


class _Change(NamedTuple):
    slot: _Slot
    place: _Place
    old: ast.AST
    new: ast.AST


def draw(root: Path, seed: int, size: int, areas: Sequence[str] = tuple(AREAS)) -> list[Mutant]:
    """As many mutants as are asked for, as evenly as can be from some areas, by a seed."""
    drawn: list[Mutant] = []
    for number, area in enumerate(areas):
        share = size // len(areas) + (number < size % len(areas))
        files = sorted((root / SOURCE).glob(AREAS[area]))
        lot = random.Random(f"{seed} {area}")  # noqa: S311  # a sample, no secret
        drawn += islice(_drawn_from([file.relative_to(root) for file in files], root, lot), share)
    return drawn


def _drawn_from(files: Iterable[Path], root: Path, lot: random.Random) -> Iterator[Mutant]:
    places = []
    for file in files:
        tree = ast.parse((root / file).read_text(encoding="utf-8"))
        places += [(file, tree, changes) for changes in _changes_below(tree, _Place())]
    for file, tree, changes in lot.sample(places, len(places)):
        if mutant := _made(file, tree, lot.choice(changes)):
            yield mutant


def mutants_of(file: Path, root: Path) -> Iterator[Mutant]:
    """Every mutant there could be of a file, named from the root of the repository."""
    tree = ast.parse((root / file).read_text(encoding="utf-8"))
    for changes in _changes_below(tree, _Place()):
        for change in changes:
            if mutant := _made(file, tree, change):
                yield mutant


def _changes_below(node: ast.AST, place: _Place) -> Iterator[list[_Change]]:
    """What could be otherwise below a node, place by place; a table of values is one place."""
    for slot, child in _slots(node):
        here = place.at(child)
        changes = _changes_of(slot, child, here)
        below = _changes_below(child, here)
        if isinstance(child, (ast.Tuple, ast.List, ast.Set, ast.Dict)) and is_values(child):
            changes += [change for some in below for change in some]
            below = iter(())
        if changes:
            yield changes
        yield from below


def _changes_of(slot: _Slot, node: ast.AST, place: _Place) -> list[_Change]:
    others = list(otherwise(node))
    if isinstance(node, ast.Return):
        others += returns(node, place.gives)
    return [_Change(slot, place, node, other) for other in others]


def _slots(node: ast.AST) -> Iterator[tuple[_Slot, ast.AST]]:
    for name, value in ast.iter_fields(node):
        many = isinstance(value, list)
        for number, child in enumerate(value if many else [value]):
            if isinstance(child, ast.AST) and not _is_silent(node, name, child):
                yield _Slot(node, name, number if many else None), child


_TYPES = {"TypeVar", "Annotated", "Mapping", "Sequence", "dict", "frozenset", "list", "tuple"}
"""What is called or indexed to make a type."""


def _is_silent(node: ast.AST, name: str, child: ast.AST) -> bool:
    """What no test can hear: types, decorators, docstrings, the fixed parts of a sentence."""
    if name in {"annotation", "returns", "decorator_list", "format_spec", "type_params"}:
        return True
    if isinstance(child, ast.Expr):
        return isinstance(child.value, ast.Constant)
    if isinstance(child, ast.keyword):
        return child.arg == "strict"
    if isinstance(child, (ast.Call, ast.Subscript)):
        named = child.func if isinstance(child, ast.Call) else child.value
        return isinstance(named, ast.Name) and named.id in _TYPES
    if isinstance(child, ast.If):
        return ast.unparse(child.test) == "TYPE_CHECKING"
    return isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)


def _made(file: Path, tree: ast.Module, change: _Change) -> Mutant | None:
    """The mutant that a change makes; None when it cannot be written as code."""
    statement = change.place.statement
    if statement is None:
        return None
    before = ast.unparse(statement)
    change.slot.put(change.new)
    try:
        text = ast.unparse(tree)
        after = ast.unparse(change.new if change.old is statement else statement)
    except ValueError:  # quotes within quotes in an f-string
        return None
    finally:
        change.slot.put(change.old)
    line = getattr(change.old, "lineno", statement.lineno)
    return Mutant(file, line, change.place.where, *_around(before, after), text)


_SIGNS_AROUND = 30
_SIGNS_OF_A_CHANGE = 80


def _around(before: str, after: str) -> tuple[str, str]:
    """Two texts where they part, with some signs on both sides."""
    one, other = " ".join(before.split()), " ".join(after.split())
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next(
        (at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start
    )
    return tuple(  # type: ignore[return-value]  # two in, two out
        _shortened(text[max(0, start - _SIGNS_AROUND) : len(text) - max(0, end - _SIGNS_AROUND)])
        for text in (one, other)
    )


def _shortened(text: str) -> str:
    if len(text) <= 2 * _SIGNS_OF_A_CHANGE:
        return text
    return f"{text[:_SIGNS_OF_A_CHANGE]} … {text[-_SIGNS_OF_A_CHANGE:]}"
