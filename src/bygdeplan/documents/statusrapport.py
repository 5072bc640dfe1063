"""The status report of a year: what was done, what it gave, what it cost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from markupsafe import Markup

from bygdeplan.documents import diagram, omtale, tabellar
from bygdeplan.documents.dokument import (
    TOM_CELLE,
    Celle,
    Figur,
    Hovud,
    Kolonne,
    Rad,
    Tabell,
    build_hovud,
    numbered,
    numbered_figure,
)
from bygdeplan.documents.omtale import count_statuses
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Indikator
from bygdeplan.ord import nynorsk


@dataclass(frozen=True)
class Delmålsstatus:
    """The year of one sub-goal; a table that would be empty is None."""

    namn: str
    tiltak: Tabell | None
    teljing: str
    indikatorar: Tabell | None
    rekneskap: Tabell | None
    status: Markup | None


@dataclass(frozen=True)
class Statusrapport:
    """Everything the status report says."""

    hovud: Hovud
    delmål: tuple[Delmålsstatus, ...]
    teljing: str
    statusfigur: Figur | None
    samla_status: Markup | None
    gjort: Markup | None


def build_statusrapport(plan: Plan) -> Statusrapport:
    """The status report of the plan's own year."""
    numbers = count(1)
    return Statusrapport(
        hovud=build_hovud(plan, f"Statusrapport {plan.år} for handlingsplanen"),
        delmål=tuple(_number(_delmålsstatus(plan, id_), numbers) for id_ in plan.delmål),
        teljing=count_statuses(list(plan.alle_tiltak)),
        statusfigur=numbered_figure(diagram.build_statusdiagram(plan), count(1)),
        samla_status=omtale.prosa(plan, ("samla_status",), plan.samla_status),
        gjort=omtale.prosa(plan, ("gjort",), plan.gjort),
    )


def _delmålsstatus(plan: Plan, delmål_id: str) -> Delmålsstatus:
    places = [plass for plass in plan.alle_tiltak if plass.delmål_id == delmål_id]
    return Delmålsstatus(
        namn=omtale.delmålsnamn(plan, delmål_id),
        tiltak=status_table(plan, delmål_id, places),
        teljing=count_statuses(places),
        indikatorar=_indicator_table(plan, delmål_id, places),
        rekneskap=tabellar.accounts(plan, delmål_id),
        status=omtale.prosa(plan, ("delmål", delmål_id, "status"), plan.delmål[delmål_id].status),
    )


def _number(section: Delmålsstatus, numbers: Iterator[int]) -> Delmålsstatus:
    """Number the tables of a section in the order they stand."""
    return replace(
        section,
        tiltak=numbered(section.tiltak, numbers),
        indikatorar=numbered(section.indikatorar, numbers),
        rekneskap=numbered(section.rekneskap, numbers),
    )


def status_table(plan: Plan, delmål_id: str, places: list[TiltakPlass]) -> Tabell | None:
    """The three-column table of what was carried out and what it gave; None without measures."""
    if not places:
        return None
    return Tabell(
        f"Status for tiltaka i {omtale.delmålsnummer(plan, delmål_id)}, {plan.år}",
        (
            Kolonne("Tiltaksnr. og tittel", 24),
            Kolonne("Gjennomført", 38),
            Kolonne("Førebels resultat", 38),
        ),
        tuple(Rad(omtale.tiltaksnamn(plan, plass), _status_cells(plan, plass)) for plass in places),
    )


def prioritised(plan: Plan, delmål_id: str) -> list[TiltakPlass]:
    """The measures of a sub-goal that were prioritised in the year."""
    return [p for p in plan.alle_tiltak if p.delmål_id == delmål_id and p.tiltak.prioritert]


def _status_cells(plan: Plan, plass: TiltakPlass) -> tuple[Celle, Celle]:
    tiltak = plass.tiltak
    done: Celle | None = omtale.tiltaksprosa(plan, plass, "gjennomført", tiltak.gjennomført)
    result = omtale.tiltaksprosa(plan, plass, "førebels_resultat", tiltak.førebels_resultat)
    same = plan.finn_tiltak(tiltak.som_tiltak) if tiltak.som_tiltak else None
    if done is None and same is not None:
        done = f"Som tiltak {same.tiltak.nr}."
    if done is None and tiltak.status == "ikkje starta":
        done = "Ikkje starta."
    return done or TOM_CELLE, result or TOM_CELLE


def _indicator_table(plan: Plan, delmål_id: str, places: list[TiltakPlass]) -> Tabell | None:
    rows = tuple(
        Rad(
            f"{plass.tiltak.nr} {indikator.namn}{_mark(plan, plass, id_)}",
            _indicator_cells(indikator),
        )
        for plass in places
        for id_, indikator in plass.tiltak.indikatorar.items()
    )
    if not rows:
        return None
    columns = ("Utgangspunkt", "Mål", f"Faktisk {plan.år}")
    return Tabell(
        f"Indikatorar for tiltaka i {omtale.delmålsnummer(plan, delmål_id)}",
        (
            Kolonne("Tiltak og indikator", 37),
            Kolonne("Eining", 18),
            *(Kolonne(title, 15, tal=True) for title in columns),
        ),
        rows,
    )


def _mark(plan: Plan, plass: TiltakPlass, indikator_id: str) -> str:
    return omtale.merkelapp_i(plan, (*plass.path, "indikatorar", indikator_id))


def _indicator_cells(indikator: Indikator) -> tuple[str, ...]:
    figures = (indikator.utgangspunkt, indikator.mål, indikator.faktisk)
    return (
        indikator.eining,
        *(TOM_CELLE if figure is None else nynorsk.tal(figure) for figure in figures),
    )
