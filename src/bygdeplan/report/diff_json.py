"""The facts of a diff for other programs; `schemas/diff.schema.json` says what the JSON holds."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from bygdeplan.endring import Endring, Forskjell, Nivå, Plandiff, Skift
from bygdeplan.load import Source
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.report.diff import Sider, place_in
from bygdeplan.report.diff_facts import (
    Budsjettfakta,
    Diffrapport,
    Endringsfakta,
    Forskjellfakta,
    Side,
    Skiftfakta,
    Tiltaksfakta,
    Utgåve,
)


def diff_as_json(diff: Plandiff, sider: Sider) -> str:
    """The diff as JSON: keys are the plan's own words, amounts whole kroner, dates ISO."""
    counts = Counter(change.nivå for change in diff.endringar)
    report = Diffrapport(
        frå=_edition(diff.før, sider.før),
        til=_edition(diff.etter, sider.etter),
        endringar=[_change(change, sider) for change in diff.endringar],
        tal={nivå: counts[nivå] for nivå in Nivå},
        vidareførte=[_measure(par.etter) for par in diff.vidareførte],
        budsjett=Budsjettfakta(delmål=_shifts(diff.skift_delmål), år=_shifts(diff.skift_år)),
    )
    return report.model_dump_json(indent=2)


def _edition(plan: Plan, source: Source) -> Utgåve:
    return Utgåve(fil=source.name, år=plan.år, revisjon=plan.revisjon)


def _change(change: Endring, sider: Sider) -> Endringsfakta:
    return Endringsfakta(
        kode=change.slag.kode,
        klasse=change.slag.klasse,
        område=change.slag.område.namn,
        nivå=change.nivå,
        kvifor=change.dom.kvifor,
        ting=list(change.ting),
        før=_side(sider.før, change.path_før, change.før),
        etter=_side(sider.etter, change.path_etter, change.etter),
        grunngjevingar=[reason.tekst for reason in change.grunngjevingar],
        andre=list(change.andre),
        forskjellar=[_difference(each) for each in change.forskjellar],
        fingerprint=change.fingerprint,
    )


def _side(source: Source, path: Path | None, value: Any) -> Side | None:
    if path is None:
        return None
    span = place_in(source, path)
    return Side(linje=span.line, kolonne=span.column, veg=list(map(str, path)), verdi=value)


def _difference(each: Forskjell) -> Forskjellfakta:
    shift, percent = _shift(each.før, each.etter)
    return Forskjellfakta(
        veg=list(each.path), før=each.før, etter=each.etter, skift=shift, prosent=percent
    )


def _shift(før: Any, etter: Any) -> tuple[int | None, float | None]:
    """How much a number has moved, and in per cent; an amount that is not there is 0."""
    numbers = [0 if value is None else value for value in (før, etter)]
    if not all(type(number) is int for number in numbers) or not any(numbers):
        return None, None
    old, new = numbers
    return new - old, round(100 * (new - old) / old, 1) if old else None


def _measure(place: TiltakPlass) -> Tiltaksfakta:
    tiltak = place.tiltak
    return Tiltaksfakta(id=place.id, delmål=place.delmål_id, nr=tiltak.nr, tittel=tiltak.tittel)


def _shifts(skift: Iterable[Skift]) -> list[Skiftfakta]:
    return [Skiftfakta(nøkkel=s.nøkkel, før=s.før, etter=s.etter, endring=s.endring) for s in skift]
