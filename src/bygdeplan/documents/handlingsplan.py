"""The action plan itself: sub-goals, measures, money, and what is new since the year before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Literal

from markupsafe import Markup

from bygdeplan.documents import diagram, omtale, planoversyn, tabellar
from bygdeplan.documents.dokument import (
    Figur,
    Hovud,
    Tabell,
    build_hovud,
    numbered,
    numbered_figure,
)
from bygdeplan.documents.endringsliste import Endringsliste, build_endringsliste, changes_of
from bygdeplan.documents.planoversyn import Nøkkeltal
from bygdeplan.documents.rammer import (
    Avtaleomtale,
    Opplysning,
    Organiseringsomtale,
    describe_agreement,
    describe_organisation,
)
from bygdeplan.documents.vegen import build_meetings
from bygdeplan.documents.vising import Vising
from bygdeplan.endring import Plandiff, Tiltakspar
from bygdeplan.model.budsjett import POTTAR
from bygdeplan.model.lookup import field_at
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Indikator
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase

Endringsslag = Literal["nytt", "gjenopna", "omnummerert", "endra", "som før"]
"""What has happened with a measure."""


@dataclass(frozen=True)
class Tiltaksendring:
    """What has happened with a measure since the year before."""

    fjor: int
    slag: Endringsslag
    felt: str
    """The names of what is changed: «budsjett og status»; nothing when nothing is."""
    stad: str
    """Where the changes are told of, when there are any."""


@dataclass(frozen=True)
class Tiltaksomtale:
    """A measure as the plan presents it; the change is None when there is no earlier plan."""

    id: str
    namn: str
    endring: Tiltaksendring | None
    skildring: Markup | None
    opplysningar: tuple[Opplysning, ...]
    kostnad: Tabell | None
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
    nøkkeltal: tuple[Nøkkeltal, ...]
    oversyn: Tabell
    avtale: Avtaleomtale
    organisering: Organiseringsomtale
    innleiing: Markup | None
    tidslinjer: tuple[Figur, ...]
    delmål: tuple[Delmålsomtale, ...]
    budsjettinnleiing: Markup | None
    budsjett_år: Tabell
    finansieringsfigur: Figur | None
    budsjett_periode: Tabell
    budsjettfigur: Figur | None
    statlege_midlar: Tabell
    pottar: tuple[Tabell, ...]
    fellespostar: tuple[Fellespostomtale, ...]
    """The common items that say what they cover."""
    møte: Tabell
    endringar: Endringsliste | None
    løyvingar: Tabell


def build_handlingsplan(plan: Plan, diff: Plandiff | None) -> Handlingsplan:
    """The action plan; `diff` is what has happened since the year before, if there is one."""
    vis, numbers, figures = Vising(plan), count(1), count(1)
    changes = _since_last_year(diff) if diff else {}
    ledgers = (tabellar.pot_ledger(plan, pott) for pott in POTTAR)
    return Handlingsplan(
        hovud=build_hovud(
            plan, frase("handlingsplan.tittel", år=plan.år), diff.før if diff else None
        ),
        nøkkeltal=planoversyn.key_figures(plan, diff),
        oversyn=numbered(planoversyn.table_of_measures(plan, diff), numbers),
        avtale=describe_agreement(plan),
        organisering=describe_organisation(plan),
        innleiing=vis.prosa("innleiing"),
        tidslinjer=tuple(Figur(d, next(figures)) for d in diagram.build_tidslinjer(plan)),
        delmål=tuple(_delmålsomtale(plan, delmål_id, changes) for delmål_id in plan.delmål),
        budsjettinnleiing=vis.prosa("budsjett", "innleiing"),
        budsjett_år=numbered(tabellar.financing_plan(plan, plan.år), numbers),
        finansieringsfigur=numbered_figure(diagram.build_finansieringsdiagram(plan), figures),
        budsjett_periode=numbered(tabellar.budget_by_delmål_and_year(plan), numbers),
        budsjettfigur=numbered_figure(diagram.build_budsjettdiagram(plan), figures),
        statlege_midlar=numbered(tabellar.state_funds_by_delmål(plan), numbers),
        pottar=tuple(numbered(ledger, numbers) for ledger in ledgers if ledger),
        fellespostar=tuple(_common_items(vis)),
        møte=numbered(build_meetings(plan), numbers),
        endringar=build_endringsliste(diff, numbers) if diff else None,
        løyvingar=numbered(tabellar.source_of_appropriation(plan), numbers),
    )


def _delmålsomtale(
    plan: Plan, delmål_id: str, changes: Mapping[str, Tiltaksendring]
) -> Delmålsomtale:
    path = ("delmål", delmål_id)
    return Delmålsomtale(
        namn=omtale.delmålsnamn(plan, delmål_id),
        vekt=omtale.vekt(plan, delmål_id),
        skildring=Vising(plan).under(*path).prosa(*path, "skildring"),
        tiltak=tuple(
            _tiltaksomtale(plan, plass, changes.get(plass.id))
            for plass in plan.alle_tiltak
            if plass.delmål_id == delmål_id and not plass.tiltak.avslutta
        ),
    )


def _tiltaksomtale(plan: Plan, plass: TiltakPlass, endring: Tiltaksendring | None) -> Tiltaksomtale:
    vis, path = Vising(plan).under(*plass.path), plass.path
    return Tiltaksomtale(
        id=plass.id,
        namn=frase("tiltaksomtale.overskrift", tiltak=omtale.tiltaksnamn(plan, plass)),
        endring=endring,
        skildring=vis.prosa(*path, "skildring"),
        opplysningar=tuple(_facts(vis, plass)),
        kostnad=tabellar.cost_of_measure(plan, plass),
        overføringsverdi=vis.prosa(*path, "overføringsverdi"),
    )


def _since_last_year(diff: Plandiff) -> dict[str, Tiltaksendring]:
    """What has happened with each measure of the new plan, by its id."""
    told = {
        **dict(_of_kind(diff, "som før", diff.vidareførte)),
        **dict(_of_kind(diff, "omnummerert", diff.omnummererte)),
        **dict(_of_kind(diff, "endra", diff.endra)),
        **dict(_of_kind(diff, "gjenopna", diff.gjenopna)),
    }
    return told | {plass.id: Tiltaksendring(diff.før.år, "nytt", "", "") for plass in diff.nye}


def _of_kind(
    diff: Plandiff, slag: Endringsslag, pairs: Iterable[Tiltakspar]
) -> Iterator[tuple[str, Tiltaksendring]]:
    """Measures that both plans have; those that are changed in more than number tell in what."""
    for par in pairs:
        changes = () if slag == "omnummerert" else par.endringar
        fields = (field_at(("tiltak", par.etter.id, change.felt)) for change in changes)
        names = skriv.liste(omtale.felt(felt.om.namn) for felt in fields if felt)
        stad = changes_of(par.etter.id) if changes else ""
        yield par.etter.id, Tiltaksendring(diff.før.år, slag, names, stad)


def _common_items(vis: Vising) -> Iterator[Fellespostomtale]:
    for id_ in vis.plan.budsjett.fellespostar:
        path = ("budsjett", "fellespostar", id_)
        covers = vis.under(*path).prosa(*path, "skildring")
        if covers:
            yield Fellespostomtale(vis(*path, "tittel"), covers)


def _facts(vis: Vising, plass: TiltakPlass) -> list[Opplysning]:
    path = plass.path
    shown = [
        (frase("tiltaksomtale.status"), omtale.status(vis, plass)),
        (frase("tiltaksomtale.periode"), _period(vis, plass)),
        (frase("tiltaksomtale.prioritert"), vis(*path, "prioritert")),
        (frase("tiltaksomtale.statlege_midlar"), vis(*path, "statlege_midlar")),
        (frase("tiltaksomtale.ansvarleg"), vis(*path, "ansvarleg")),
        (frase("tiltaksomtale.samarbeidspartar"), _partners(vis, plass)),
        (frase("tiltaksomtale.samarbeid"), vis(*path, "samarbeid")),
    ]
    counted = (
        (frase("tiltaksomtale.indikator"), vis(*path, "indikatorar", id_, som=_indicator))
        for id_ in plass.tiltak.indikatorar
    )
    return [Opplysning(name, text) for name, text in (*shown, *counted) if text]


def _partners(vis: Vising, plass: TiltakPlass) -> str:
    path = (*plass.path, "samarbeidspartar")
    return vis(*path, som=partial(omtale.samarbeidspartar, vis.plan))


def _period(vis: Vising, plass: TiltakPlass) -> str | None:
    tiltak = plass.tiltak
    return omtale.periode(vis, plass) if tiltak.start or tiltak.slutt else None


def _indicator(indikator: Indikator) -> str:
    """«Turløyper: frå 2 til 4 km, 3 km så langt»."""
    start, so_far = indikator.utgangspunkt, indikator.faktisk
    aim = {"mål": skriv.tal(indikator.mål), "eining": indikator.eining}
    if start is None:
        way = frase("tiltaksomtale.til_målet", **aim)
    else:
        way = frase("tiltaksomtale.frå_start_til_målet", start=skriv.tal(start), **aim)
    if so_far is not None:
        way = frase("tiltaksomtale.så_langt", vegen=way, tal=skriv.tal(so_far))
    return f"{indikator.namn}: {way}"
