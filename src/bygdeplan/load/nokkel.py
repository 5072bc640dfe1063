"""Keys that nobody knows and keys that are missing, seen together: often they are one fault."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bygdeplan.funn.finding import Finding
from bygdeplan.load.ordlegging import i_stad, sitat, stad
from bygdeplan.load.reglar import MANGLAR, UKJEND_NØKKEL
from bygdeplan.load.source import Source
from bygdeplan.model import Path, Plan
from bygdeplan.model.lookup import known_keys
from bygdeplan.model.merke import MERKESLAG
from bygdeplan.ord.suggestion import closest, suggestion


class _Tyding(NamedTuple):
    """What an unknown key seems to be: advice, and the path of what it should have been."""

    advice: str
    meant: Path | None = None


def key_findings(
    unknown: Iterable[Path], missing: Iterable[Path], source: Source
) -> Iterator[Finding]:
    """One finding for each unknown key, and one for each missing key that none of them explains.

    `tittl` for `tittel` is one fault, and so is `vekt` in the measure instead of the sub-goal.
    """
    explained = set()
    for path in unknown:
        tyding = _interpret(path, source)
        explained.add(tyding.meant)
        message = f"Ukjend nøkkel {sitat(path[-1])}{i_stad(path[:-1])}."
        yield UKJEND_NØKKEL.finding(path, message, tyding.advice, at_key=True)
    yield from _missing((path for path in missing if path not in explained), source)


def _missing(paths: Iterable[Path], source: Source) -> Iterator[Finding]:
    for path in paths:
        if source.is_empty(path):
            yield empty_finding(path)
        else:
            message = f"Feltet {sitat(path[-1])} manglar{i_stad(path[:-1])}."
            advice = f"Legg til ei linje «{path[-1]}: …» her."
            yield MANGLAR.finding(path, message, advice, at_key=True)


def empty_finding(path: Path) -> Finding:
    """The finding for a key or a list item with nothing after it."""
    if isinstance(path[-1], int):
        message = f"Det står ingenting i punkt {path[-1] + 1} i {sitat(path[-2])}."
        return MANGLAR.finding(path, message, "Skriv noko etter «- », eller ta bort linja.")
    message = f"Feltet {sitat(path[-1])}{i_stad(path[:-1])} er tomt."
    advice = "Skriv noko etter kolonet, eller ta bort linja om feltet kan utelatast."
    return MANGLAR.finding(path, message, advice, at_key=True)


_CUT_OFF = (
    r"(?:[0-9]+|[-\u2013\u2014]+) ?(?:mill\w*|tusen)?\.?(?: ?(?:kr|kroner|nok|%|prosent))?\.?"
)


def half_a_number(path: Path, source: Source) -> str | None:
    """Advice when a key is what a comma has cut off: `{beløp: 2,5 mill.}`, `{anna: 60 000,-}`."""
    if source.is_empty(path) and re.fullmatch(_CUT_OFF, str(path[-1]), re.IGNORECASE):
        return 'Inni {…} skil komma nøklar. Set talet i hermeteikn: "2,5 mill."'
    return None


def _interpret(path: Path, source: Source) -> _Tyding:
    parent, name = path[:-1], str(path[-1])
    if cut_off := half_a_number(path, source):
        return _Tyding(cut_off)
    if home := _home_around(parent, name, source) or _home_within(parent, name):
        return home
    known = [*known_keys(Plan, parent), *MERKESLAG]
    absent = [other for other in known if other not in source.keys(parent)]
    if near := closest(name, absent):
        return _Tyding(f"Meinte du `{near}`?", (*parent, near))
    if present := closest(name, known):
        return _Tyding(f"`{present}` står her frå før. Ta bort den eine.")
    return _Tyding(suggestion(name, [other for other in absent if other not in MERKESLAG]))


def _home_around(parent: Path, name: str, source: Source) -> _Tyding | None:
    """The nearest thing around that the key belongs to, when the key is not there already."""
    for end in range(len(parent) - 1, -1, -1):
        around = parent[:end]
        home = (*around, name)
        if name in known_keys(Plan, around) and source.node(home) is None:
            where = f"i {stad(around)}" if around else "øvst i planen, utan innrykk"
            return _Tyding(f"`{name}` høyrer heime {where}. Flytt linja dit.", home)
    return None


def _home_within(parent: Path, name: str) -> _Tyding | None:
    """The group in the same mapping that the key belongs to."""
    for group in known_keys(Plan, parent):
        around = (*parent, group)
        if name in known_keys(Plan, around):
            return _Tyding(
                f"`{name}` høyrer heime under `{group}`. Flytt linja dit.", (*around, name)
            )
        # «» and 0 stand for any id and any place in a list.
        if name in (*known_keys(Plan, (*around, "")), *known_keys(Plan, (*around, 0))):
            return _Tyding(f"`{name}` høyrer heime under `{group}`. Flytt linja dit.")
    return None
