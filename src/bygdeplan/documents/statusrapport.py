"""The status report of a year: what was done, what it gave, what it cost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
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
from bygdeplan.documents.planoversyn import Nøkkeltal, by_delmål
from bygdeplan.documents.vising import Vising
from bygdeplan.model import okonomi
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Indikator, Status
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase

_NOT_DONE = ("ikkje starta", "utsett")


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
    nøkkeltal: tuple[Nøkkeltal, ...]
    delmål: tuple[Delmålsstatus, ...]
    teljing: str
    statusfigur: Figur | None
    samla_status: Markup | None
    gjort: Markup | None


def build_statusrapport(plan: Plan) -> Statusrapport:
    """The status report of the plan's own year."""
    vis, numbers = Vising(plan), count(1)
    return Statusrapport(
        hovud=build_hovud(plan, frase("status.tittel", år=plan.år)),
        nøkkeltal=_key_figures(plan),
        delmål=tuple(_number(_delmålsstatus(plan, id_), numbers) for id_ in plan.delmål),
        teljing=omtale.statusteljing(plan, list(plan.alle_tiltak)),
        statusfigur=numbered_figure(diagram.build_statusdiagram(plan), count(1)),
        samla_status=vis.prosa("samla_status"),
        gjort=vis.prosa("gjort"),
    )


def _delmålsstatus(plan: Plan, delmål_id: str) -> Delmålsstatus:
    places = [plass for plass in plan.alle_tiltak if plass.delmål_id == delmål_id]
    return Delmålsstatus(
        namn=omtale.delmålsnamn(plan, delmål_id),
        tiltak=_with_status(plan, places, status_table(plan, delmål_id, places)),
        teljing=omtale.statusteljing(plan, places),
        indikatorar=_indicator_table(plan, delmål_id, places),
        rekneskap=tabellar.accounts(plan, delmål_id),
        status=Vising(plan).under("delmål", delmål_id).prosa("delmål", delmål_id, "status"),
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
        frase("status.tabell", delmål=omtale.delmålsnummer(plan, delmål_id), år=plan.år),
        (
            Kolonne(frase("status.nummer_og_tittel"), 24),
            Kolonne(frase("status.gjennomført"), 38),
            Kolonne(frase("status.resultat"), 38),
        ),
        tuple(Rad(omtale.tiltaksnamn(plan, plass), _status_cells(plan, plass)) for plass in places),
    )


SIGNS: dict[Status, str] = {
    "ikkje starta": "○",
    "i arbeid": "►",
    "utsett": "▲",
    "avslutta": "■",
}
"""A sign for each status, before its word: nobody has to tell colours apart."""


def _with_status(plan: Plan, places: list[TiltakPlass], table: Tabell | None) -> Tabell | None:
    """The table with the status of each measure before what was done."""
    if table is None:
        return None
    name, *others = table.kolonnar
    columns = (
        replace(name, breidde=22),
        Kolonne(frase("status.status"), 14),
        *(replace(each, breidde=32) for each in others),
    )
    rows = (
        replace(row, celler=(_sign_and_word(Vising(plan).under(*plass.path), plass), *row.celler))
        for plass, row in zip(places, table.rader, strict=True)
    )
    return replace(table, kolonnar=columns, rader=tuple(rows))


def _sign_and_word(vis: Vising, plass: TiltakPlass) -> str:
    status = plass.tiltak.status
    return f"{SIGNS[status]}{skriv.NBSP}{omtale.status(vis, plass)}" if status else TOM_CELLE


def _key_figures(plan: Plan) -> tuple[Nøkkeltal, ...]:
    """How many measures have come how far, and how much of the year's budget is used."""
    places = list(plan.alle_tiltak)
    counted = (
        (f"{SIGNS[status]}{skriv.NBSP}{omtale.statusnamn(status)}", _in(places, status))
        for status in _ORDER
    )
    lines = okonomi.årslinjer(plan, plan.år)
    budget = sum(linje.pengar.kostnad for linje in lines)
    used = sum(linje.pengar.brukt or 0 for linje in lines)
    share = skriv.prosent(Decimal(100 * used) / budget, 0) if budget else TOM_CELLE
    of = frase("status.brukt_av", brukt=skriv.kroner_kort(used), sum=skriv.kroner_kort(budget))
    return (
        *(
            Nøkkeltal(
                name, str(len(those)), f"{by_delmål(plan, those)}{omtale.statusmerke(plan, those)}"
            )
            for name, those in counted
        ),
        Nøkkeltal(
            frase("status.brukt", år=plan.år), share, f"{of}{tabellar.lines_mark(plan, lines)}"
        ),
    )


_ORDER: tuple[Status, ...] = ("i arbeid", "avslutta", "utsett", "ikkje starta")


def _in(places: list[TiltakPlass], status: Status) -> list[TiltakPlass]:
    return [plass for plass in places if plass.tiltak.status == status]


def prioritised(plan: Plan, delmål_id: str) -> list[TiltakPlass]:
    """The measures of a sub-goal that were prioritised in the year."""
    return [p for p in plan.alle_tiltak if p.delmål_id == delmål_id and p.tiltak.prioritert]


def _status_cells(plan: Plan, plass: TiltakPlass) -> tuple[Celle, Celle]:
    vis = Vising(plan).under(*plass.path)
    done: Celle | None = vis.prosa(*plass.path, "gjennomført")
    result = vis.prosa(*plass.path, "førebels_resultat")
    done = done or _instead_of_text(plan, vis, plass, is_all=result is None)
    return done or TOM_CELLE, result or TOM_CELLE


def _instead_of_text(plan: Plan, vis: Vising, plass: TiltakPlass, *, is_all: bool) -> str | None:
    """What stands where no text tells what was done: another measure, or the status.

    That a measure is under way or closed is said only when it is all there is to say.
    """
    tiltak = plass.tiltak
    same = plan.finn_tiltak(tiltak.som_tiltak) if tiltak.som_tiltak else None
    if same is not None:
        like = frase("status.som_tiltak", nr=same.tiltak.nr)
        return f"{vis.merkt(like, (*plass.path, 'som_tiltak'))}."
    if tiltak.status is not None and (is_all or tiltak.status in _NOT_DONE):
        return f"{omtale.status(vis, plass)}."
    return None


def _indicator_table(plan: Plan, delmål_id: str, places: list[TiltakPlass]) -> Tabell | None:
    rows = tuple(
        _indicator_row(Vising(plan), plass, id_)
        for plass in places
        for id_ in plass.tiltak.indikatorar
    )
    if not rows:
        return None
    columns = (
        frase("indikator.frå"),
        frase("indikator.mål"),
        frase("indikator.i_året", år=plan.år),
    )
    return Tabell(
        frase("indikator.tittel", delmål=omtale.delmålsnummer(plan, delmål_id)),
        (
            Kolonne(frase("indikator.tiltak_og_indikator"), 30),
            Kolonne(frase("indikator.eining"), 15),
            *(Kolonne(title, 9, tal=True) for title in columns),
            Kolonne(frase("indikator.så_langt"), 28),
        ),
        rows,
    )


def _indicator_row(vis: Vising, plass: TiltakPlass, indikator_id: str) -> Rad:
    """An indicator by its name, marked when anything in it is, and its figures."""
    path = (*plass.path, "indikatorar", indikator_id)
    indikator = plass.tiltak.indikatorar[indikator_id]
    figures = (indikator.utgangspunkt, indikator.mål, indikator.faktisk)
    return Rad(
        f"{plass.tiltak.nr} {vis.merkt(indikator.namn, path)}",
        (
            indikator.eining,
            *(TOM_CELLE if figure is None else skriv.tal(figure) for figure in figures),
            _bar(indikator),
        ),
    )


_SQUARES = 10


def _bar(indikator: Indikator) -> str:
    """«■■■■■····· 50 %»: how much of the way is gone; a dash where it cannot be said."""
    start, aim = indikator.utgangspunkt or Decimal(0), indikator.mål
    if indikator.faktisk is None or aim == start:
        return TOM_CELLE
    share = Decimal(100) * (indikator.faktisk - start) / (aim - start)
    filled = max(0, min(_SQUARES, int(share * _SQUARES / 100)))
    return f"{'■' * filled}{'·' * (_SQUARES - filled)} {skriv.prosent(share, 0)}"
