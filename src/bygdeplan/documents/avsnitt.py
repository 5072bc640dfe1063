"""The sections of a case document: their order, their headings, and what a kommune adds to them."""

from dataclasses import dataclass

from markupsafe import Markup

from bygdeplan.documents.vising import Vising
from bygdeplan.model.handsaming import Seksjon
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import frase

SEKSJONAR: tuple[Seksjon, ...] = (
    "samandrag",
    "bakgrunn",
    "handlingsplan",
    "handsaming",
    "økonomi",
    "vurdering",
    "gjort",
    "status",
    "organisering",
    "konklusjon",
    "innstilling",
    "vedlegg",
)
"""The sections in their order."""

MALAR: dict[Seksjon, str] = {"økonomi": "okonomi"}
"""File names of section templates that are not the section's own name."""


@dataclass(frozen=True)
class Saksavsnitt:
    """One section: its template's name, its heading, what the kommune adds at its end."""

    id: Seksjon
    mal: str
    overskrift: str
    lokal_tekst: Markup | None


def build_avsnitt(plan: Plan, kommune_id: str, fjor: Plan | None) -> tuple[Saksavsnitt, ...]:
    """The sections in the kommune's order, under its headings.

    Without a year before, `fjor`, those that tell of it are left out.
    """
    profil = plan.kommunar[kommune_id].profil
    vis, place = Vising(plan), ("kommunar", kommune_id, "profil", "tekstar")
    order = list(SEKSJONAR)
    if fjor is None:
        order = [section for section in order if section not in ("gjort", "status")]
    if profil.innstilling == "fyrst":
        order.remove("innstilling")
        order.insert(0, "innstilling")
    return tuple(
        Saksavsnitt(
            section,
            MALAR.get(section, section),
            _marked(vis, section, profil.overskrifter.get(section) or _heading(section, fjor)),
            vis.prosa(*place, section),
        )
        for section in order
    )


def _marked(vis: Vising, section: Seksjon, heading: str) -> str:
    """The heading; the points of a decision must be the same for all, so it has their mark."""
    return vis.merkt(heading, ("innstilling",)) if section == "innstilling" else heading


def _heading(section: Seksjon, fjor: Plan | None) -> str:
    """The heading where a kommune has no own."""
    return frase(f"seksjon.{section}", fjor=fjor.år if fjor else "")
