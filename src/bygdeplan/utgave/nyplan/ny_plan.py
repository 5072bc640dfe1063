"""Next year's plan file from this year's."""

import re

from bygdeplan.funn.fault import Fault
from bygdeplan.load.source import Source
from bygdeplan.model.lookup import Planfelt, all_fields, places, value_at
from bygdeplan.model.malform import every_form
from bygdeplan.model.merke import Path
from bygdeplan.model.om import NyttÅr
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Tiltak
from bygdeplan.utgave.nyplan.pengar import carry_over_money
from bygdeplan.utgave.nyplan.utkast import FYLL_INN, Utkast

_HEAD = re.compile(r"\ufeff?(?:[ \t\r]*(?:#.*)?\n|---.*\n)*")
"""The comments above the first key."""
_MEASURE = ("delmål", "*", "tiltak", "*")


def new_from(text: str, plan: Plan, year: int) -> str:
    """The plan file for the year after a plan's, from the text the plan was read from.

    It keeps comments, order and notation. Measures go on, closed ones go out, the accounts become
    history, and unused money is carried over. What a person must answer is empty or førebels.
    Raises `Fault` when the year is not the next one of the agreement.
    """
    _check_year(plan, year)
    utkast = Utkast(_HEAD.sub(lambda head: _year_later(head[0], plan), text, count=1))
    _turn_the_year(utkast, plan)
    _empty_what_belongs_to_the_year(utkast, plan)
    _carry_on_measures(utkast, plan)
    _ask_for_texts(utkast, plan)
    carry_over_money(utkast, plan)
    return str(utkast)


def comments_on_the_year(ny: Source, plan: Plan) -> list[int]:
    """The lines in the new plan file whose comments speak of the old plan's year or the one before.

    Comments are their author's, and stay; only at the head of the file has the year been moved on.
    """
    head = ny.root.span.line if ny.root else 0
    return [
        span.line
        for span, comment in ny.comments()
        if span.line >= head and names_the_year(comment, plan)
    ]


def is_accounted_for(tiltak: Tiltak) -> bool:
    """Whether a measure is closed, and it is told what came of it."""
    avslutning = tiltak.avslutning
    return tiltak.avslutta and avslutning is not None and avslutning.vurdering is not None


def names_the_year(text: str, plan: Plan) -> bool:
    """Whether a text speaks of the plan's year or the one before, in either of its forms."""
    return any(_years(plan).search(said) for said in every_form(text))


def _check_year(plan: Plan, year: int) -> None:
    if year != plan.år + 1:
        raise Fault(
            f"Planen for {year} kan ikkje lagast av planen for {plan.år}. "
            f"Den neste etter {plan.år} er {plan.år + 1}."
        )
    if year > plan.avtale.periode.siste:
        raise Fault(
            f"Avtalen gjeld {plan.avtale.periode}, så det blir ingen plan for {year}. "
            f"Er avtalen forlengd, rettar du `periode` i planen for {plan.år} fyrst."
        )


def _turn_the_year(utkast: Utkast, plan: Plan) -> None:
    """Name the new year where the file names its own; the first day of it stands in for a date."""
    utkast.write(("år",), str(plan.år + 1))
    utkast.write(("dato",), f"{plan.år + 1}-01-01")
    if utkast.has(("revisjon",)):
        utkast.write(("revisjon",), "1")
    for path in _places(plan, NyttÅr.FLYTT_ÅRET):
        utkast.reword(path, lambda text: _year_later(text, plan))


def _empty_what_belongs_to_the_year(utkast: Utkast, plan: Plan) -> None:
    """Ask for what the new year has its own of; what was decided and remarked on the old goes."""
    later = f"{FYLL_INN} når {plan.år + 1} er omme"
    for path in _places(plan, NyttÅr.TØM):
        utkast.empty(path)
    for path in _places(plan, NyttÅr.FJERN):
        utkast.remove(path)
    for path in _places(plan, NyttÅr.FJERN_OM_ÅRET):
        if names_the_year(value_at(plan, path), plan):
            utkast.remove(path)
    for path in _places(plan, NyttÅr.TØM_TIL_ÅRET_ER_OMME):
        utkast.empty(path, later)


def _carry_on_measures(utkast: Utkast, plan: Plan) -> None:
    """Let measures go on without what was reported, and leave out those that are accounted for.

    The status stays: what is begun does not become not begun. A measure that is closed without an
    assessment stays as it is, for someone to write one.
    """
    for plass in plan.alle_tiltak:
        if is_accounted_for(plass.tiltak):
            utkast.remove(plass.path)
        elif not plass.tiltak.avslutta:
            _reset(utkast, plass)


def _reset(utkast: Utkast, plass: TiltakPlass) -> None:
    for felt in _renewed(NyttÅr.FJERN, _MEASURE):
        for path in places(plass.tiltak, felt.path[len(_MEASURE) :]):
            utkast.remove((*plass.path, *path))


def _ask_for_texts(utkast: Utkast, plan: Plan) -> None:
    """Mark last year's texts førebels, as something to start from."""
    of_the_old = [
        path
        for path in _places(plan, NyttÅr.FØREBELS_OM_ÅRET)
        if names_the_year(value_at(plan, path), plan)
    ]
    every = _places(plan, NyttÅr.FØREBELS, NyttÅr.FLYTT_ÅRET)
    marked: dict[Path, list[str | int]] = {}
    for path in (*every, *of_the_old):
        marked.setdefault(path[:-1], []).append(path[-1])
    for group, names in marked.items():
        _mark(utkast, plan, group, names, before=None if group else "dato")


def _places(plan: Plan, *what: NyttÅr) -> list[Path]:
    """Where the plan says something that the new file does something with, outside measures."""
    wanted = {felt.path for each in what for felt in _renewed(each)}
    patterns = [felt.path for felt in all_fields() if felt.path in wanted]
    return [path for pattern in patterns for path in places(plan, pattern)]


def _renewed(what: NyttÅr, within: tuple[str, ...] = ()) -> list[Planfelt]:
    """The fields that the next year's file does something with, in a part of the plan.

    Measures count only where they are the part: some go out. A mapping of texts counts text by
    text, for each is a key that can be marked.
    """
    return [
        felt
        for felt in all_fields()
        if felt.om.nytt_år is what
        and felt.path[: len(within)] == within
        and (within == _MEASURE or felt.path[: len(_MEASURE)] != _MEASURE)
        and felt.is_a_key
    ]


def _mark(
    utkast: Utkast, plan: Plan, path: Path, names: list[str | int], before: str | None = None
) -> None:
    """Mark keys førebels that are not marked already: a døme is asked for as it is."""
    unmarked = [name for name in names if plan.merke.covering((*path, name)) is None]
    utkast.mark_førebels(path, unmarked, before=before)


def _year_later(text: str, plan: Plan) -> str:
    return _years(plan).sub(lambda year: str(int(year[0]) + 1), text)


def _years(plan: Plan) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:{plan.år - 1}|{plan.år})(?!\d)")
