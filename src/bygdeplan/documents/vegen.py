"""The way to adoption as a table: kommunar first, then county and ministry."""

from datetime import date
from typing import Literal

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import TOM_CELLE, Kolonne, Rad, Tabell, fyll_inn
from bygdeplan.documents.vising import Ordform, Vising
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase
from bygdeplan.vedtak.saksgang import way_to_adoption


def build_meetings(plan: Plan, kortmånad: skriv.Månadsformer | None = None) -> Tabell:
    """Who meets when; a date the plan does not know is asked for."""
    vis = Vising(plan)

    def day(met: date | Literal["ingen"]) -> str:
        return TOM_CELLE if met == "ingen" else f"{skriv.kort_dato(met, kortmånad)} {met.year}"

    # The bodies of a kommune stand in one place, and in one row.
    places = dict.fromkeys((each.path, each.kommune) for each in way_to_adoption(plan))
    return Tabell(
        frase("møteplan.tittel", år=plan.år),
        (
            # Where «[kommunen fyller inn]» has one line, and the longest names of bodies two.
            Kolonne(frase("møteplan.kommune"), 27.6),
            Kolonne(frase("møteplan.formannskap"), 21.8),
            Kolonne(frase("møteplan.kommunestyre"), 21.8),
            Kolonne(frase("møteplan.merknad"), 28.8),
        ),
        tuple(
            _kommune(vis, path, omtale.kommunens_namn(plan, kommune), day)
            if kommune
            else _step(vis, path, day)
            for path, kommune in places
        ),
    )


def _kommune(vis: Vising, path: Path, named: tuple[str, Path], day: Ordform) -> Rad:
    within = vis.under(*path)
    return Rad(
        vis.merkt(*named),
        (
            within(*path, "formannskap", som=day, tom=fyll_inn()),
            within(*path, "kommunestyre", som=day, tom=fyll_inn()),
            within(*path, "merknad", tom=TOM_CELLE),
        ),
    )


def _step(vis: Vising, path: Path, day: Ordform) -> Rad:
    within = vis.under(*path)
    date_, note = (
        within(*path, "dato", som=day, tom=TOM_CELLE),
        within(*path, "merknad", tom=TOM_CELLE),
    )
    return Rad(vis(*path, "organ"), (TOM_CELLE, date_, note))
