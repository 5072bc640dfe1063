"""The charts of a plan: what each shows, and what it says to those who do not see it.

Every figure comes from `okonomi`, as in the tables. A chart that would show nothing is None.
"""

from collections.abc import Iterable, Sequence
from math import ceil

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.vising import Vising
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Status
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase
from bygdeplan.utsjanad.diagram import (
    Budsjettdiagram,
    Finansieringsdiagram,
    Serie,
    Statusdiagram,
    Tidsgruppe,
    Tidslinje,
    Tidsrad,
)

_STATUSAR: tuple[Status | None, ...] = ("avslutta", "i arbeid", "utsett", "ikkje starta", None)
"""The furthest along first; the unknown last."""
_PÅ_EI_SIDE = 25
"""How many measures a time line can hold and still go on one page."""


def build_budsjettdiagram(plan: Plan) -> Budsjettdiagram | None:
    """The whole financing period: a column for each year, stacked by sub-goal."""
    used, years = okonomi.bruk(plan), plan.avtale.periode.årstal
    rows = {
        id_: tuple(okonomi.sum_bruk(used, delmål_id=id_, år=år) for år in years)
        for id_ in [*plan.delmål, FELLES]
    }
    shown = {id_: row for id_, row in rows.items() if any(row)}
    if not shown:
        return None
    period = Vising(plan)("avtale", "periode")
    mark = tabellar.budget_mark(plan)
    return Budsjettdiagram(
        tittel=frase("diagram.budsjett", periode=period, eining=f"1{skriv.NBSP}000 kr", merke=mark),
        alt=f"{_budget_in_words(plan, shown)}{_as_sentence(mark)}",
        år=tuple(map(str, years)),
        slag=tuple(
            frase("diagram.er_rekneskap" if år < plan.år else "diagram.er_budsjett") for år in years
        ),
        seriar=tuple(Serie(omtale.delmålsnamn(plan, id_), row) for id_, row in shown.items()),
    )


def _budget_in_words(plan: Plan, rows: dict[str, tuple[int, ...]]) -> str:
    years, period = plan.avtale.periode.årstal, Vising(plan)("avtale", "periode")
    sums = [sum(column) for column in zip(*rows.values(), strict=True)]
    done = [str(år) for år in years if år < plan.år]
    sentences = [
        frase("diagram.om_budsjettet", periode=period),
        *(f"{_in_sentence(plan, id_)}: {_by_year(years, row)}." for id_, row in rows.items()),
        frase("diagram.summen", summar=_by_year(years, sums)),
    ]
    if done and len(done) < len(years):
        sentences.append(frase("diagram.nokre_er_rekneskap", år=skriv.liste(done)))
    elif done:
        sentences.append(frase("diagram.alle_er_rekneskap", år=skriv.liste(done)))
    return " ".join(sentences)


def _by_year(years: Sequence[int], amounts: Sequence[int]) -> str:
    """«2 mill. kr i 2030 og 450 000 kr i 2031»."""
    return skriv.liste(
        frase("diagram.beløp_i_året", beløp=skriv.kroner_kort(beløp), år=år)
        for år, beløp in zip(years, amounts, strict=True)
    )


def build_finansieringsdiagram(plan: Plan) -> Finansieringsdiagram | None:
    """Who pays in the plan's year: a bar for each source, the largest first."""
    used = okonomi.bruk(plan)
    amounts = [
        (omtale.kjelde(kjelde), okonomi.sum_bruk(used, år=plan.år, kjelde=kjelde))
        for kjelde in okonomi.kjelder_i_bruk(plan, plan.år)
    ]
    if not amounts:
        return None
    amounts.sort(key=lambda source: -source[1])
    paths = (linje.path for linje in okonomi.årslinjer(plan, plan.år))
    mark = Vising(plan).nokre("tal", *paths)
    said = skriv.liste(f"{namn} {skriv.kroner_kort(beløp)}" for namn, beløp in amounts)
    total = skriv.kroner_kort(sum(beløp for _, beløp in amounts))
    return Finansieringsdiagram(
        tittel=frase("diagram.finansiering", år=plan.år, merke=mark),
        alt=frase("diagram.om_finansieringa", år=plan.år, kjelder=said, sum=total)
        + _as_sentence(mark),
        kjelder=tuple(amounts),
    )


def build_statusdiagram(plan: Plan) -> Statusdiagram | None:
    """How far the measures of each sub-goal have come; None when no status is known."""
    places = list(plan.alle_tiltak)
    if not any(plass.tiltak.status for plass in places):
        return None
    of_delmål = {id_: [p for p in places if p.delmål_id == id_] for id_ in plan.delmål}
    said = [
        f"{_in_sentence(plan, id_)}: {omtale.statusteljing(plan, measures)}."
        for id_, measures in of_delmål.items()
    ]
    mark = omtale.statusmerke(plan, places)
    return Statusdiagram(
        tittel=frase("diagram.status", år=plan.år, merke=mark),
        alt=" ".join([frase("diagram.om_statusen", år=plan.år), *said]),
        delmål=tuple(omtale.delmålsnamn(plan, id_) for id_ in plan.delmål),
        seriar=tuple(_with_status(status, of_delmål.values()) for status in _STATUSAR),
    )


def _with_status(status: Status | None, groups: Iterable[list[TiltakPlass]]) -> Serie:
    name = omtale.statusnamn(status) if status else frase("diagram.utan_status")
    counts = (sum(plass.tiltak.status == status for plass in group) for group in groups)
    return Serie(name, tuple(counts))


def build_tidslinjer(plan: Plan) -> tuple[Tidslinje, ...]:
    """When the measures run: one time line, or several when a page cannot hold them all.

    Empty when no measure says when it starts or ends.
    """
    places = list(plan.alle_tiltak)
    if not any(plass.tiltak.start or plass.tiltak.slutt for plass in places):
        return ()
    pages = ceil(len(places) / _PÅ_EI_SIDE)
    on_each = ceil(len(places) / pages)
    return tuple(
        _tidslinje(plan, places[page * on_each : (page + 1) * on_each], (page + 1, pages))
        for page in range(pages)
    )


def _tidslinje(plan: Plan, places: list[TiltakPlass], page_of: tuple[int, int]) -> Tidslinje:
    of_delmål = {
        id_: [plass for plass in places if plass.delmål_id == id_]
        for id_ in dict.fromkeys(plass.delmål_id for plass in places)
    }
    vis, periode = Vising(plan), plan.avtale.periode
    shown = _named(vis("avtale", "periode"), *page_of)
    said = [
        f"{_in_sentence(plan, id_)}: {_times_in_words(plan, group)}."
        for id_, group in of_delmål.items()
    ]
    # A measure that is wholly marked says so in its name.
    paths = (
        (*plass.path, end)
        for plass in places
        for end in ("start", "slutt")
        if not plan.merke.covering(plass.path)
    )
    mark = vis.nokre("tider", *paths)
    return Tidslinje(
        tittel=f"{shown}{mark}",
        alt=" ".join([f"{shown}.", *said]),
        første_år=periode.første,
        siste_år=periode.siste,
        framheva_år=plan.år,
        grupper=tuple(
            Tidsgruppe(omtale.delmålsnamn(plan, id_), tuple(_tidsrad(plan, p) for p in group))
            for id_, group in of_delmål.items()
        ),
    )


def _named(period: str, page: int, pages: int) -> str:
    if pages == 1:
        return frase("diagram.tidslinje", periode=period)
    return frase("diagram.tidslinje_i_delar", periode=period, nr=page, tal=pages)


def _times_in_words(plan: Plan, places: list[TiltakPlass]) -> str:
    """«1 Sti, 2030–2031; 2 Kart, til 2032 (avslutta)»: titles hold commas of their own."""
    return "; ".join(
        f"{omtale.tiltaksnamn(plan, plass)}, {_marked_time(plan, plass)}{_closed(plan, plass)}"
        for plass in places
    )


def _tidsrad(plan: Plan, plass: TiltakPlass) -> Tidsrad:
    start, slutt = plass.tiltak.start, plass.tiltak.slutt
    return Tidsrad(
        namn=f"{omtale.tiltaksnamn(plan, plass)}{_closed(plan, plass)}",
        tid=_tid(plass),
        første_dag=start.første_dag if start else None,
        siste_dag=slutt.siste_dag if slutt else None,
        avslutta=plass.tiltak.avslutta,
    )


def _tid(plass: TiltakPlass) -> str:
    known = plass.tiltak.start or plass.tiltak.slutt
    return omtale.tiltaksperiode(plass.tiltak) if known else frase("diagram.utan_tid")


def _marked_time(plan: Plan, plass: TiltakPlass) -> str:
    known = plass.tiltak.start or plass.tiltak.slutt
    vis = Vising(plan).under(*plass.path)
    return omtale.periode(vis, plass) if known else frase("diagram.utan_tid")


def _closed(plan: Plan, plass: TiltakPlass) -> str:
    if not plass.tiltak.avslutta:
        return ""
    closed = frase("diagram.avslutta")
    return Vising(plan).under(*plass.path).merkt(f" ({closed})", (*plass.path, "status"))


def _as_sentence(mark: str) -> str:
    """« Nokre tal er døme.», at the end of what is said to those who do not see a chart."""
    return f" {skriv.stor_forbokstav(mark.strip(' ()'))}." if mark else ""


def _in_sentence(plan: Plan, delmål_id: str) -> str:
    """«Delmål 1 (Fleire bustader)»: the name where a colon follows."""
    if delmål_id == FELLES:
        return omtale.delmålsnamn(plan, FELLES)
    title = Vising(plan)("delmål", delmål_id, "tittel")
    return frase("diagram.delmål", nr=plan.delmål[delmål_id].nr, tittel=title)
