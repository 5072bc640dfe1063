"""The way to adoption as a table: kommunar first, then county and ministry."""

from datetime import date
from typing import Literal

from bygdeplan.documents.dokument import FYLL_INN, TOM_CELLE, Kolonne, Rad, Tabell
from bygdeplan.documents.omtale import merkelapp
from bygdeplan.model.handsaming import Steg
from bygdeplan.model.plan import Plan
from bygdeplan.ord import nynorsk


def build_meetings(plan: Plan, kortmånad: nynorsk.Månadsformer = "feb.") -> Tabell:
    """Who meets when; a date the plan does not know is asked for."""
    kommunar = [
        Rad(
            kommune.namn,
            (
                _meeting(kommune.formannskap, kortmånad)
                + merkelapp(plan, ("kommunar", id_, "formannskap")),
                _meeting(kommune.kommunestyre, kortmånad)
                + merkelapp(plan, ("kommunar", id_, "kommunestyre")),
                kommune.merknad or TOM_CELLE,
            ),
        )
        for id_, kommune in plan.kommunar.items()
    ]
    return Tabell(
        f"Plan for politisk handsaming av handlingsplanen {plan.år}",
        (
            # Where «[kommunen fyller inn]» has one line, and the longest names of bodies two.
            Kolonne("Kommune eller organ", 27.6),
            Kolonne("Formannskap", 21.8),
            Kolonne("Kommunestyre eller endeleg møte", 21.8),
            Kolonne("Merknad", 28.8),
        ),
        (*kommunar, *(_step(steg, kortmånad) for steg in _steps(plan))),
    )


def _steps(plan: Plan) -> list[Steg]:
    further = plan.vidare_handsaming
    return [steg for steg in (further.fylkesutval, further.fylkesting, further.kdd) if steg]


def _step(steg: Steg, kortmånad: nynorsk.Månadsformer) -> Rad:
    day = nynorsk.kort_dato(steg.dato, kortmånad) + f" {steg.dato.year}" if steg.dato else TOM_CELLE
    return Rad(steg.organ, (TOM_CELLE, day, steg.merknad or TOM_CELLE))


def _meeting(day: date | Literal["ingen"] | None, kortmånad: nynorsk.Månadsformer) -> str:
    if day is None:
        return FYLL_INN
    if day == "ingen":
        return TOM_CELLE
    return f"{nynorsk.kort_dato(day, kortmånad)} {day.year}"
