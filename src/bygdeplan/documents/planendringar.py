"""Changes outside the measures, as the change list shows them: what, before, after, why, level."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bygdeplan.documents import omtale, planfelt
from bygdeplan.documents.dokument import Kolonne, Rad, Tabell
from bygdeplan.documents.ordvising import excerpt, with_signs
from bygdeplan.documents.planverdi import PROSE, show_value
from bygdeplan.documents.verdi import Verdi, joined, prose
from bygdeplan.endring import Endring, Plandiff
from bygdeplan.endring.planfelt import is_yearly
from bygdeplan.model.plan import Plan
from bygdeplan.ord.ordlyd import Ordrekkje, word_changes


@dataclass(frozen=True)
class PlanendringVising:
    """One change outside the measures, ready to show."""

    namn: str
    før: Verdi
    etter: Verdi
    ord: str
    """The text with the words taken out and put in, when it is running text on both sides."""
    grunngjevingar: tuple[Verdi, ...]
    kode: str
    nivå: str
    fingerprint: str
    """Of the change, for whoever must know it again."""


def plan_changes(diff: Plandiff) -> tuple[list[PlanendringVising], list[PlanendringVising]]:
    """The changes outside the measures: those to account for, and those every new year brings."""
    new_year = diff.før.år != diff.etter.år
    shown: tuple[list[PlanendringVising], list[PlanendringVising]] = ([], [])
    for change in diff.utanfor_tiltaka:
        shown[new_year and is_yearly(change.ting)].append(_show(diff, change))
    return shown


def plan_changes_table(changes: Iterable[PlanendringVising]) -> Tabell | None:
    """The changes as a table; None when there are none."""
    columns = (
        Kolonne("Kva", 19),
        Kolonne("Før", 24),
        Kolonne("Etter", 25),
        Kolonne("Grunngjeving", 21),
        Kolonne("Nivå", 11),
    )
    rows = tuple(
        Rad(each.namn, (each.før.html, each.etter.html, joined(each.grunngjevingar), each.nivå))
        for each in changes
    )
    return Tabell("Andre endringar i planen", columns, rows) if rows else None


def _show(diff: Plandiff, change: Endring) -> PlanendringVising:
    newest = diff.etter if change.path_etter is not None else diff.før
    mark = omtale.merkelapp_i(newest, change.path_etter or change.path_før or ())
    før, etter = _changed_years(change)
    runs: tuple[Ordrekkje, ...] = ()
    if change.ting[-1] in PROSE and change.før and change.etter:
        runs = word_changes(change.før, change.etter)
    return PlanendringVising(
        namn=f"{planfelt.name_of(newest, change.ting)}{mark}",
        før=excerpt(runs, "ut") if runs else show_value(diff.før, change.ting, før),
        etter=excerpt(runs, "inn") if runs else show_value(diff.etter, change.ting, etter),
        ord=with_signs(runs),
        grunngjevingar=tuple(_reasons(diff.etter, change)),
        kode=change.slag.kode,
        nivå=change.nivå.value,
        fingerprint=change.fingerprint,
    )


def _changed_years(change: Endring) -> tuple[Any, Any]:
    """The values before and after; of a budget the years that are not as they were."""
    før, etter = change.før, change.etter
    if change.ting[-1] != "budsjett" or not (før and etter):
        return før, etter
    return _lacking(før, etter), _lacking(etter, før)


def _lacking(budget: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    return {year: money for year, money in budget.items() if other.get(year) != money}


def _reasons(plan: Plan, change: Endring) -> Iterable[Verdi]:
    for number, given in enumerate(plan.endringar):
        if given.grunngjeving in change.grunngjevingar:
            yield prose(given.grunngjeving, omtale.merkelapp_i(plan, ("endringar", number)))
