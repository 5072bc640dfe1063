"""The action plan itself: sub-goals, measures, money, and what is new since the year before."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from bygdeplan.documents import diagram, omtale, tabellar
from bygdeplan.documents.dokument import (
    Figur,
    Hovud,
    Tabell,
    build_hovud,
    numbered,
    numbered_figure,
)
from bygdeplan.documents.endringsliste import Endringsliste, build_endringsliste
from bygdeplan.documents.rammer import (
    Avtaleomtale,
    Opplysning,
    Organiseringsomtale,
    describe_agreement,
    describe_organisation,
)
from bygdeplan.documents.vegen import build_meetings
from bygdeplan.endring import Plandiff
from bygdeplan.model.budsjett import POTTAR
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Tiltak
from bygdeplan.ord import nynorsk


@dataclass(frozen=True)
class Tiltaksomtale:
    """A measure as the plan presents it."""

    namn: str
    skildring: Markup | None
    opplysningar: tuple[Opplysning, ...]
    indikatorar: tuple[str, ...]
    overføringsverdi: Markup | None


@dataclass(frozen=True)
class Delmålsomtale:
    """A sub-goal with its measures."""

    namn: str
    vekt: str
    skildring: Markup | None
    tiltak: tuple[Tiltaksomtale, ...]


@dataclass(frozen=True)
class Fellespostomtale:
    """What a common item covers."""

    namn: str
    skildring: Markup | None


@dataclass(frozen=True)
class Handlingsplan:
    """Everything the action plan says; the changes are None when there is no earlier plan."""

    hovud: Hovud
    avtale: Avtaleomtale
    organisering: Organiseringsomtale
    innleiing: Markup | None
    tidslinjer: tuple[Figur, ...]
    delmål: tuple[Delmålsomtale, ...]
    budsjettinnleiing: Markup | None
    løyvingar: Tabell
    budsjett_periode: Tabell
    budsjettfigur: Figur | None
    statlege_midlar: Tabell
    pottar: tuple[Tabell, ...]
    budsjett_år: Tabell
    finansieringsfigur: Figur | None
    fellespostar: tuple[Fellespostomtale, ...]
    """The common items that say what they cover."""
    møte: Tabell
    endringar: Endringsliste | None


def build_handlingsplan(plan: Plan, diff: Plandiff | None) -> Handlingsplan:
    """The action plan; `diff` is what has happened since the year before, if there is one."""
    numbers, figures = count(1), count(1)
    ledgers = (tabellar.pot_ledger(plan, pott) for pott in POTTAR)
    return Handlingsplan(
        hovud=build_hovud(plan, f"Handlingsplan {plan.år}", diff.før if diff else None),
        avtale=describe_agreement(plan),
        organisering=describe_organisation(plan),
        innleiing=omtale.prosa(plan, ("innleiing",), plan.innleiing),
        tidslinjer=tuple(Figur(d, next(figures)) for d in diagram.build_tidslinjer(plan)),
        delmål=tuple(_delmålsomtale(plan, delmål_id) for delmål_id in plan.delmål),
        budsjettinnleiing=omtale.prosa(plan, ("budsjett", "innleiing"), plan.budsjett.innleiing),
        løyvingar=numbered(tabellar.source_of_appropriation(plan), numbers),
        budsjett_periode=numbered(tabellar.budget_by_delmål_and_year(plan), numbers),
        budsjettfigur=numbered_figure(diagram.build_budsjettdiagram(plan), figures),
        statlege_midlar=numbered(tabellar.state_funds_by_delmål(plan), numbers),
        pottar=tuple(numbered(ledger, numbers) for ledger in ledgers if ledger),
        budsjett_år=numbered(tabellar.financing_plan(plan, plan.år), numbers),
        finansieringsfigur=numbered_figure(diagram.build_finansieringsdiagram(plan), figures),
        fellespostar=tuple(_common_items(plan)),
        møte=numbered(build_meetings(plan), numbers),
        endringar=build_endringsliste(diff, numbers) if diff else None,
    )


def _delmålsomtale(plan: Plan, delmål_id: str) -> Delmålsomtale:
    delmål = plan.delmål[delmål_id]
    return Delmålsomtale(
        namn=omtale.delmålsnamn(plan, delmål_id),
        vekt=nynorsk.prosent(delmål.vekt),
        skildring=omtale.prosa(plan, ("delmål", delmål_id, "skildring"), delmål.skildring),
        tiltak=tuple(
            _tiltaksomtale(plan, plass)
            for plass in plan.alle_tiltak
            if plass.delmål_id == delmål_id and not plass.tiltak.avslutta
        ),
    )


def _tiltaksomtale(plan: Plan, plass: TiltakPlass) -> Tiltaksomtale:
    tiltak = plass.tiltak
    return Tiltaksomtale(
        namn=f"Tiltak {omtale.tiltaksnamn(plan, plass)}",
        skildring=omtale.tiltaksprosa(plan, plass, "skildring", tiltak.skildring),
        opplysningar=tuple(_facts(plan, plass)),
        indikatorar=tuple(_indicator(plan, plass, id_) for id_ in tiltak.indikatorar),
        overføringsverdi=omtale.tiltaksprosa(
            plan, plass, "overføringsverdi", tiltak.overføringsverdi
        ),
    )


def _common_items(plan: Plan) -> Iterator[Fellespostomtale]:
    for id_, post in plan.budsjett.fellespostar.items():
        path = ("budsjett", "fellespostar", id_, "skildring")
        if post.skildring:
            yield Fellespostomtale(post.tittel, omtale.prosa(plan, path, post.skildring))


def _facts(plan: Plan, plass: TiltakPlass) -> list[Opplysning]:
    tiltak = plass.tiltak
    cost = {år: year.kostnad for år, year in tiltak.budsjett.items() if år >= plan.år}
    partners = omtale.samarbeidspartar(plan, tiltak.samarbeidspartar)
    shown: list[tuple[str, str | None, tuple[str, ...]]] = [
        ("Prioritert", omtale.ja_nei(tiltak.prioritert), ("prioritert",)),
        ("Status", omtale.status(tiltak), ("status",)),
        ("Ansvarleg", tiltak.ansvarleg, ("ansvarleg",)),
        ("Samarbeidspartar", partners, ("samarbeidspartar",)),
        ("Samarbeid", nynorsk.liste(tiltak.samarbeid), ("samarbeid",)),
        ("Periode", _period(tiltak), ("start", "slutt")),
        ("Statlege midlar", omtale.ja_nei(tiltak.statlege_midlar), ("statlege_midlar",)),
        ("Kostnad", _costs(cost), ("budsjett",)),
    ]
    return [
        Opplysning(name, text + omtale.tiltaksmerke(plan, plass, *((part,) for part in felt)))
        for name, text, felt in shown
        if text
    ]


def _costs(cost: dict[int, int]) -> str:
    return nynorsk.liste(f"{nynorsk.kroner_kort(kr)} i {år}" for år, kr in sorted(cost.items()))


def _period(tiltak: Tiltak) -> str | None:
    return omtale.tiltaksperiode(tiltak) if tiltak.start or tiltak.slutt else None


def _indicator(plan: Plan, plass: TiltakPlass, indikator_id: str) -> str:
    indikator = plass.tiltak.indikatorar[indikator_id]
    start = "" if indikator.utgangspunkt is None else f"frå {nynorsk.tal(indikator.utgangspunkt)} "
    text = f"{indikator.namn}: {start}til {nynorsk.tal(indikator.mål)} {indikator.eining}"
    return text + omtale.tiltaksmerke(plan, plass, ("indikatorar", indikator_id))
