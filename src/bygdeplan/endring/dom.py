"""The level of a difference, read off the table of `planfelt`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bygdeplan.endring.forskjell import Forskjell, Ting
from bygdeplan.endring.niva import Nivå
from bygdeplan.endring.planfelt import Planfelt, fields_at
from bygdeplan.endring.skrivemate import same_but_for_spelling


@dataclass(frozen=True)
class Dom:
    """A level, and why."""

    nivå: Nivå
    kvifor: str


BERRE_SKRIVEMÅTE = Dom(
    Nivå.IKKJE_PRINSIPIELL, "Orda er dei same; berre store bokstavar, punktum eller komma er endra."
)
BERRE_REKKJEFØLGJE = Dom(
    Nivå.IKKJE_PRINSIPIELL, "Lista har det same i seg; berre rekkjefølgja er endra."
)
GREIDD_UT = Dom(
    Nivå.IKKJE_PRINSIPIELL,
    "Tiltaket var alt avslutta og utan budsjett, og det er gjort greie for det.",
)
UKJENT = Dom(
    Nivå.PRINSIPIELL, "Feltet har ikkje noko nivå, så endringa må handsamast som prinsipiell."
)


def judge(differences: Iterable[Forskjell]) -> Dom:
    """The weightiest level among all that differs, with the reason for it."""
    verdicts = [dom for each in differences for dom in _verdicts(each.path, each.før, each.etter)]
    return max(verdicts, key=lambda dom: dom.nivå.rang)


def _verdicts(path: Ting, før: Any, etter: Any) -> Iterator[Dom]:
    """The level of every field that differs at a path or under it."""
    felt = next(fields_at(path), None)
    if felt is None:
        yield UKJENT
    elif _is_accounted_for(path, før) and etter is None:
        yield GREIDD_UT
    elif isinstance(før, list) or isinstance(etter, list):
        yield from _list_verdicts(path, felt, før or [], etter or [])
    elif (isinstance(før, dict) or før is None) and (isinstance(etter, dict) or etter is None):
        for key in _parting_keys(før or {}, etter or {}):
            yield from _verdicts((*path, key), (før or {}).get(key), (etter or {}).get(key))
    else:
        yield _verdict(felt, før, etter)


def _is_accounted_for(path: Ting, value: Any) -> bool:
    """Whether a whole measure is closed with an assessment, and has no money to come."""
    return (
        path[0] == "tiltak"
        and len(path) == 2
        and isinstance(value, dict)
        and "status" in value
        and bool(value.get("avslutning", {}).get("vurdering"))
        and "budsjett" not in value
    )


def _verdict(felt: Planfelt, før: Any, etter: Any) -> Dom:
    texts = isinstance(før, str) and isinstance(etter, str)
    if texts and same_but_for_spelling(før, etter):
        return BERRE_SKRIVEMÅTE
    return Dom(felt.nivå, felt.kvifor)


def _list_verdicts(path: Ting, felt: Planfelt, før: list[Any], etter: list[Any]) -> Iterator[Dom]:
    """What is in one of two lists alone is judged by itself; as many on both sides, in pairs."""
    if felt.ordrett:
        yield Dom(felt.nivå, felt.kvifor)
        return
    old, new = _lacking(før, etter), _lacking(etter, før)
    if not old and not new:
        yield BERRE_REKKJEFØLGJE
    elif len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _verdicts((*path, "*"), one, other)
    else:
        for item in old + new:
            yield from _verdicts((*path, "*"), item, None)


def _lacking(items: list[Any], others: list[Any]) -> list[Any]:
    """What a list has more of than another."""
    left, lacking = list(others), []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            lacking.append(item)
    return lacking


def _parting_keys(før: dict[str, Any], etter: dict[str, Any]) -> list[str]:
    return [key for key in {**etter, **før} if før.get(key) != etter.get(key)]
