"""Next year's plan file from this year's."""

import re

from bygdeplan.funn.fault import Fault
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.utgave.nyplan.pengar import carry_over_money
from bygdeplan.utgave.nyplan.tiltak import carry_on_measures
from bygdeplan.utgave.nyplan.utkast import FYLL_INN, Utkast

WRITTEN_FOR_THE_YEAR = ("dato", "samandrag", "innleiing", "vurdering", "konklusjon")
"""What is written anew each year: a year moved on in last year's sentences would make them lie."""
NAMED_FOR_THE_YEAR = ("innstilling", "vedlegg")
"""Lists that name the year as a matter of form, so that it can be moved on."""
REPORTED = ("gjort", "samla_status")
"""What is written when the year is over."""


def new_from(text: str, plan: Plan, year: int) -> str:
    """The plan file for the year after a plan's, from the text the plan was read from.

    It keeps comments, order and notation. Measures go on, closed ones go out, the accounts become
    history, and unused money is carried over. What a person must answer is empty or førebels.
    Raises `Fault` when the year is not the next one of the agreement.
    """
    _check_year(plan, year)
    utkast = Utkast(text)
    _turn_the_year(utkast, plan)
    _empty_the_way_to_adoption(utkast, plan)
    carry_on_measures(utkast, plan)
    _ask_for_texts(utkast, plan)
    carry_over_money(utkast, plan)
    return str(utkast)


def comments_on_the_year(text: str, plan: Plan) -> list[int]:
    """The lines in the new plan file whose comments speak of the old plan's year or the one before.

    Comments are their author's, and stay; only at the head of the file has the year been moved on.
    """
    return Utkast(text).lines_of_comments(lambda comment: names_the_year(comment, plan))


def names_the_year(text: str, plan: Plan) -> bool:
    """Whether a text speaks of the plan's year or the one before, and so may be out of date."""
    return _years(plan).search(text) is not None


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
    utkast.write(("år",), plan.år + 1)
    utkast.write(("dato",), f"{plan.år + 1}-01-01")
    if utkast.has(("revisjon",)):
        utkast.write(("revisjon",), 1)
    utkast.remove(("vedteken",))
    utkast.remove(("endringar",))
    utkast.reword_head(lambda comment: _year_later(comment, plan))
    for name in NAMED_FOR_THE_YEAR:
        utkast.reword((name,), lambda text: _year_later(text, plan))


def _empty_the_way_to_adoption(utkast: Utkast, plan: Plan) -> None:
    """Ask for the dates of the new year; what was decided and remarked on the old ones goes."""
    for id_ in plan.kommunar:
        own: Path = ("kommunar", id_)
        for body in ("formannskap", "kommunestyre"):
            utkast.empty((*own, body))
        utkast.remove((*own, "merknad"))
        utkast.remove((*own, "formannskapsvedtak"))
        utkast.remove((*own, "vedtak"))
    for name in ("fylkesutval", "fylkesting", "kdd"):
        steg = getattr(plan.vidare_handsaming, name)
        own = ("vidare_handsaming", name)
        utkast.empty((*own, "dato"))
        utkast.remove((*own, "vedtak"))
        if steg and steg.merknad and names_the_year(steg.merknad, plan):
            utkast.remove((*own, "merknad"))
    for id_ in plan.fristar.årshjul:
        utkast.empty(("fristar", "årshjul", id_, "dato"))


def _ask_for_texts(utkast: Utkast, plan: Plan) -> None:
    """Mark last year's texts førebels, as something to start from; empty what is reported later."""
    later = f"{FYLL_INN} når {plan.år + 1} er omme"
    for name in REPORTED:
        utkast.empty((name,), later)
    for id_ in plan.delmål:
        utkast.empty(("delmål", id_, "status"), later)
        utkast.remove(("delmål", id_, "statusdato"))
    _mark(utkast, plan, (), (*WRITTEN_FOR_THE_YEAR, *NAMED_FOR_THE_YEAR), before="dato")
    _mark(utkast, plan, ("organisering",), ("medverka",))
    if plan.budsjett.innleiing and names_the_year(plan.budsjett.innleiing, plan):
        _mark(utkast, plan, ("budsjett",), ("innleiing",))
    for id_, kommune in plan.kommunar.items():
        if kommune.vurdering and names_the_year(kommune.vurdering, plan):
            _mark(utkast, plan, ("kommunar", id_), ("vurdering",))
        tekstar = kommune.profil.tekstar.items()
        own = tuple(section for section, text in tekstar if names_the_year(text, plan))
        _mark(utkast, plan, ("kommunar", id_, "profil", "tekstar"), own)


def _mark(
    utkast: Utkast, plan: Plan, path: Path, names: tuple[str, ...], before: str | None = None
) -> None:
    """Mark keys førebels that are not marked already: a døme is asked for as it is."""
    unmarked = [name for name in names if plan.merke.covering((*path, name)) is None]
    utkast.mark_førebels(path, unmarked, before=before)


def _year_later(text: str, plan: Plan) -> str:
    return _years(plan).sub(lambda year: str(int(year[0]) + 1), text)


def _years(plan: Plan) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:{plan.år - 1}|{plan.år})(?!\d)")
