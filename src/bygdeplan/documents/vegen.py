"""The way to adoption as a table: kommunar first, then county and ministry."""

from datetime import date
from typing import Literal

from bygdeplan.documents.dokument import FYLL_INN, TOM_CELLE, Kolonne, Rad, Tabell
from bygdeplan.documents.omtale import merkelapp
from bygdeplan.model.plan import Plan
from bygdeplan.ord import nynorsk
from bygdeplan.vedtak.saksgang import Organ, way_to_adoption


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
        (*kommunar, *(_step(organ, kortmånad) for organ in _steps(plan))),
    )


def _steps(plan: Plan) -> list[Organ]:
    return [organ for organ in way_to_adoption(plan) if not organ.kommune]


def _step(organ: Organ, kortmånad: nynorsk.Månadsformer) -> Rad:
    day = _meeting(organ.møte, kortmånad) if organ.møte else TOM_CELLE
    return Rad(organ.namn, (TOM_CELLE, day, organ.merknad or TOM_CELLE))


def _meeting(day: date | Literal["ingen"] | None, kortmånad: nynorsk.Månadsformer) -> str:
    if day is None:
        return FYLL_INN
    if day == "ingen":
        return TOM_CELLE
    return f"{nynorsk.kort_dato(day, kortmånad)} {day.year}"
