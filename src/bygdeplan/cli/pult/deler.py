"""The parts of a plan that are filled in at one time: what the page lists down its side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from bygdeplan.cli.pult.feltslag import Feltslag, container_of, is_own_part
from bygdeplan.cli.pult.filverdi import keys_of, title_of, value_of
from bygdeplan.load.data import Data
from bygdeplan.model.lookup import PLANEN, Planfelt
from bygdeplan.model.merke import Path
from bygdeplan.ord.skriv import stor_forbokstav


class Skjemadel(NamedTuple):
    """A part of the plan that is filled in at one time."""

    nøkkel: str
    """What it is called in addresses."""
    tittel: str
    paths: Sequence[Path]
    inni: Sequence["Skjemadel"] = ()
    """The things in it that are parts of their own."""

    def walk(self) -> Iterator["Skjemadel"]:
        """It and all the parts in it."""
        yield self
        for inner in self.inni:
            yield from inner.walk()

    def way(self, key: str) -> Sequence["Skjemadel"]:
        """The parts from this one in to the one of a key; none when it is not in here."""
        if self.nøkkel == key:
            return [self]
        inner = next((way for each in self.inni if (way := each.way(key))), ())
        return [self, *inner] if inner else ()


class Delregister:
    """The parts of a plan file by the places that lie in them."""

    def __init__(self, deler: Iterable[Skjemadel]) -> None:
        self._by_place = {
            tuple(map(str, path)): part
            for each in deler
            for part in each.walk()
            for path in part.paths
        }

    def part_at(self, path: Path) -> Skjemadel | None:
        """The innermost part that a place lies in; None when it lies in none."""
        place = tuple(map(str, path))
        around = (place[:length] for length in range(len(place), 0, -1))
        return next((self._by_place[each] for each in around if each in self._by_place), None)


def parts_of(data: Data) -> Sequence[Skjemadel]:
    """The parts of a plan file, in the order of the model."""
    return [_part(data, group) for group in _runs()]


def part_address(path: Path) -> str:
    """What a place is called in addresses and on the page: no two places are called the same.

    What parts keys, in a name or in a list of names, is written as in addresses where it is in one.
    """
    return ".".join(re.sub(r"[%. \t\n\f\r]", _escaped, str(key)) for key in path)


def _escaped(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):x}"


def way_to(deler: Sequence[Skjemadel], asked: str) -> Sequence[Skjemadel]:
    """The parts in to the one that is asked for, or to the nearest around it that is there."""
    names = asked.split(".")
    around = [".".join(names[:length]) for length in range(len(names), 0, -1)]
    return next((way for key in around for each in deler if (way := each.way(key))), deler[:1])


def _part(data: Data, group: Sequence[Planfelt]) -> Skjemadel:
    first, *_ = group
    if _is_group(first):
        inner = [*_things(data, first.path, first)]
        return Skjemadel(first.mønster, stor_forbokstav(first.om.namn), [first.path], inner)
    named = "Tekstane" if any(each.is_prose for each in group) else "Planen"
    return Skjemadel(first.mønster, named, [each.path for each in group])


def _things(data: Data, path: Path, felt: Planfelt) -> Iterator[Skjemadel]:
    """The parts of their own that lie in a field, however far in."""
    for inner in felt.inside():
        if is_own_part(inner):
            for key in keys_of(value_of(data, path)):
                there = (*path, key)
                title = title_of(value_of(data, there)) or key
                yield Skjemadel(part_address(there), title, [there], [*_things(data, there, inner)])
        elif not inner.is_item:
            yield from _things(data, (*path, inner.path[-1]), inner)


def _is_group(felt: Planfelt) -> bool:
    return felt.del_ is not None or container_of(felt) is Feltslag.KORT


def _runs() -> Iterator[Sequence[Planfelt]]:
    """The fields right in the plan: each group by itself, what lies between them together."""
    for is_group, run in groupby(PLANEN.inside(), _is_group):
        if is_group:
            yield from ([felt] for felt in run)
        else:
            yield [*run]
