"""The plan at a glance: five figures, and every measure in a row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from markupsafe import Markup

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.dokument import TOM_CELLE, Celle, Kolonne, Rad, Tabell
from bygdeplan.documents.tabellar import I_TUSEN, i_tusen
from bygdeplan.documents.vising import Vising
from bygdeplan.endring import Plandiff
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase
from bygdeplan.vedtak.saksgang import bodies

GÅR_FØRE_SEG = "■"
"""What stands under a year that a measure runs in."""
_FLEST_ÅR = 8
"""How many columns of years there is room for."""


@dataclass(frozen=True)
class Tiltakshending:
    """What happens with a measure from one plan to the next: a sign, and the names of its words.

    Nobody has to tell colours apart, and the signs are in every typeface.
    """

    teikn: str
    ord: str
    """The words for it, of one measure."""
    éin: str
    """The words that count one measure."""
    fleire: str
    """The words that count several."""

    def __str__(self) -> str:
        """«+ Nytt»."""
        return f"{self.teikn}{skriv.NBSP}{frase(self.ord)}"

    def counted(self, number: int) -> str:
        """«1 nytt», «2 nye»."""
        return frase(self.éin if number == 1 else self.fleire, tal=number)


NYTT = Tiltakshending("+", "hending.nytt", "hending.nye_éin", "hending.nye_fleire")
ENDRA = Tiltakshending("≠", "hending.endra", "hending.endra_éin", "hending.endra_fleire")
GJENOPNA = Tiltakshending(
    "+", "hending.gjenopna", "hending.gjenopna_éin", "hending.gjenopna_fleire"
)
AVSLUTTA = Tiltakshending(
    skriv.MINUS, "hending.avslutta", "hending.avslutta_éin", "hending.avslutta_fleire"
)
HELD_FRAM = Tiltakshending(
    "=", "hending.held_fram", "hending.held_fram_éin", "hending.held_fram_fleire"
)
HENDINGAR = (NYTT, GJENOPNA, ENDRA, AVSLUTTA, HELD_FRAM)


def hendingar(diff: Plandiff) -> dict[str, Tiltakshending]:
    """What has happened with each measure of the new plan, by its id."""
    told = {par.etter.id: HELD_FRAM for par in (*diff.vidareførte, *diff.omnummererte)}
    told |= {par.etter.id: ENDRA for par in diff.endra}
    told |= {par.etter.id: GJENOPNA for par in diff.gjenopna}
    told |= {par.etter.id: AVSLUTTA for par in diff.avslutta}
    return told | {plass.id: NYTT for plass in diff.nye}


def current(plan: Plan, diff: Plandiff | None) -> list[TiltakPlass]:
    """The measures a reader is to know of: those that go on, and those closed since last year."""
    closed = {par.etter.id for par in diff.avslutta} if diff else set()
    return [p for p in plan.alle_tiltak if not p.tiltak.avslutta or p.id in closed]


def count_hendingar(told: Iterable[Tiltakshending]) -> str:
    """«2 nye, 3 endra, 1 avslutta og 8 som før»."""
    happened = list(told)
    counts = ((each, happened.count(each)) for each in HENDINGAR)
    return skriv.liste(each.counted(number) for each, number in counts if number)


# --- five figures ---


@dataclass(frozen=True)
class Nøkkeltal:
    """A figure to remember: what it is, the figure, and what it is made of."""

    namn: str
    tal: str
    utdjuping: str


def key_figures(plan: Plan, diff: Plandiff | None) -> tuple[Nøkkeltal, ...]:
    """Five figures: measures, the cost of year and period, what kommunar pay, what is next."""
    return (
        _measures(plan, diff),
        _cost_of_year(plan),
        _cost_of_period(plan),
        _paid_by_kommunar(plan),
        _next_decision(plan),
    )


def _measures(plan: Plan, diff: Plandiff | None) -> Nøkkeltal:
    places = current(plan, diff)
    if diff is None:
        more = omtale.statusteljing(plan, places)
    else:
        told = hendingar(diff)
        more = f"{count_hendingar(told[p.id] for p in places)}{names_mark(plan, places)}"
    return Nøkkeltal(frase("nøkkeltal.tiltak", år=plan.år), str(len(places)), more)


def names_mark(plan: Plan, places: Iterable[TiltakPlass]) -> str:
    """« (nokre tiltak er døme)» after a count of measures."""
    return Vising(plan).nokre("tiltak", *((*plass.path, "tittel") for plass in places))


def _cost_of_year(plan: Plan) -> Nøkkeltal:
    lines = okonomi.årslinjer(plan, plan.år)
    used = okonomi.bruk(plan)
    total = okonomi.sum_bruk(used, år=plan.år)
    paid = state_pays(okonomi.statsbruk(used, år=plan.år), total)
    mark = tabellar.lines_mark(plan, lines)
    name = frase("nøkkeltal.kostnad_i_året", år=plan.år)
    return Nøkkeltal(name, skriv.kroner_kort(total), f"{paid}{mark}")


def state_pays(amount: int, total: int) -> str:
    """«staten betaler 3,1 mill. kr (59 %)»."""
    paid = skriv.kroner_kort(amount)
    if not total:
        return frase("nøkkeltal.staten_betaler", beløp=paid)
    share = skriv.prosent(Decimal(100 * amount) / total, 0)
    return frase("nøkkeltal.staten_betaler_del", beløp=paid, del_av_summen=share)


def _cost_of_period(plan: Plan) -> Nøkkeltal:
    used, years = okonomi.bruk(plan), plan.avtale.periode.årstal
    total = okonomi.periodebruk(plan, plan)
    paid = state_pays(sum(okonomi.statsbruk(used, år=år) for år in years), total)
    name = frase("nøkkeltal.kostnad_i_perioden", periode=Vising(plan)("avtale", "periode"))
    return Nøkkeltal(name, skriv.kroner_kort(total), f"{paid}{tabellar.budget_mark(plan)}")


def _paid_by_kommunar(plan: Plan) -> Nøkkeltal:
    own = [
        (linje, linje.pengar.finansiering["kommune"])
        for linje in okonomi.årslinjer(plan, plan.år)
        if "kommune" in linje.pengar.finansiering
    ]
    paid = skriv.kroner_kort(sum(part.sum for _, part in own))
    cash, hours = sum(part.beløp for _, part in own), sum(part.timar for _, part in own)
    made_up = frase(
        "nøkkeltal.kontantar_og_arbeid",
        kontantar=skriv.kroner_kort(cash),
        timar=skriv.timar(hours),
    )
    mark = tabellar.lines_mark(plan, (linje for linje, _ in own))
    alone = len(plan.kommunar) == 1
    named = "nøkkeltal.kommunen_betaler" if alone else "nøkkeltal.kommunane_betaler"
    name = frase(named, år=plan.år)
    return Nøkkeltal(name, paid, f"{made_up}{mark}")


def _next_decision(plan: Plan) -> Nøkkeltal:
    name = frase("nøkkeltal.neste_vedtak")
    left = [organ for organ in bodies(plan) if organ.vedtak is None]
    if not left:
        none_left = frase("nøkkeltal.ingen_vedtak_att")
        return Nøkkeltal(name, none_left, frase("nøkkeltal.alle_har_gjort_vedtak"))
    known = [(organ.møte, organ) for organ in left if organ.møte is not None]
    if not known:
        return Nøkkeltal(name, TOM_CELLE, frase("nøkkeltal.møtedagane_manglar"))
    day, organ = min(known, key=lambda meeting: meeting[0])
    together = [other for met, other in known if met == day]
    vis = Vising(plan)
    who = skriv.liste(omtale.organnamn(plan, other) for other in together)
    when = vis.merkt(f"{skriv.kort_dato(day)} {day.year}", organ.møtepath)
    return Nøkkeltal(name, when, who)


def by_delmål(plan: Plan, places: list[TiltakPlass]) -> str:
    """«delmål 1: 4 og 7; delmål 3: 2», the measures by their numbers."""
    numbers: dict[str, list[str]] = {}
    for place in places:
        numbers.setdefault(place.delmål_id, []).append(str(place.tiltak.nr))
    told = (f"{omtale.delmålsnummer(plan, id_)}: {skriv.liste(n)}" for id_, n in numbers.items())
    return "; ".join(told) or TOM_CELLE


# --- every measure ---


def table_of_measures(plan: Plan, diff: Plandiff | None) -> Tabell:
    """Every measure by sub-goal: what happens with it, status, who, money of the year, years."""
    told = hendingar(diff) if diff else {}
    years = plan.avtale.periode.årstal
    shown = years if len(years) <= _FLEST_ÅR else range(0)
    places = current(plan, diff)
    lines = okonomi.årslinjer(plan, plan.år)
    mark = tabellar.lines_mark(plan, lines)
    return Tabell(
        frase("oversyn.tittel", år=plan.år, eining=I_TUSEN, merke=mark),
        tuple(_columns(shown, is_new=diff is None)),
        (*_rows(plan, places, told, shown), *_last_rows(plan, lines, shown, is_new=diff is None)),
        merknad=_note(shown),
        form="tett",
    )


def _columns(years: range, *, is_new: bool) -> Iterator[Kolonne]:
    """Widths that give most names, and most of those responsible, a line at 30 measures a page."""
    happened = () if is_new else (Kolonne(frase("oversyn.i_år"), 9.7),)
    when = [Kolonne(f"{year % 100:02}", 2.6) for year in years]
    known = (
        *happened,
        Kolonne(frase("oversyn.status"), 9.4),
        Kolonne(frase("oversyn.ansvarleg"), 22.5),
        Kolonne(frase("oversyn.kostnad"), 7, tal=True),
        Kolonne(frase("oversyn.stat"), 6.2, tal=True),
        *(when or [Kolonne(frase("oversyn.periode"), 11)]),
    )
    yield Kolonne(frase("tabell.tiltak"), round(100 - sum(column.breidde for column in known), 1))
    yield from known


def _rows(
    plan: Plan, places: Iterable[TiltakPlass], told: Mapping[str, Tiltakshending], years: range
) -> Iterator[Rad]:
    delmål = ""
    for plass in places:
        if plass.delmål_id != delmål:
            delmål = plass.delmål_id
            yield Rad(omtale.delmålsnamn(plan, delmål), slag="gruppe")
        yield Rad(_linked(plan, plass), tuple(_cells(plan, plass, told, years)))


def _linked(plan: Plan, plass: TiltakPlass) -> Celle:
    """The name of a measure, which leads to its own place when it has one in the document.

    It has the mark of what there is no room to mark in the cells: the money and the years.
    """
    fields = (("tittel",), ("start",), ("slutt",), ("budsjett", str(plan.år)))
    title = Vising(plan).merkt(plass.tiltak.tittel, *((*plass.path, *field) for field in fields))
    name = f"{plass.tiltak.nr} {title}"
    if plass.tiltak.avslutta:
        return name
    return Markup('<a href="#{}">{}</a>').format(plass.id, name)


def _cells(
    plan: Plan, plass: TiltakPlass, told: Mapping[str, Tiltakshending], years: range
) -> Iterator[Celle]:
    vis, tiltak = Vising(plan).under(*plass.path), plass.tiltak
    if told:
        yield str(told[plass.id])
    yield vis(*plass.path, "status", som=omtale.statusnamn, tom=TOM_CELLE)
    yield vis(*plass.path, "ansvarleg", tom=TOM_CELLE)
    money = tiltak.budsjett.get(plan.år)
    yield i_tusen(money.kostnad) if money and money.kostnad else TOM_CELLE
    state = okonomi.statsdel(money.finansiering) if money else 0
    yield i_tusen(state) if state else TOM_CELLE
    if years:
        yield from (GÅR_FØRE_SEG if _runs_in(plan, plass, year) else TOM_CELLE for year in years)
    else:
        yield omtale.tiltaksperiode(tiltak)


def _runs_in(plan: Plan, plass: TiltakPlass, year: int) -> bool:
    tiltak, period = plass.tiltak, plan.avtale.periode
    if not (tiltak.start or tiltak.slutt):
        return False
    first = tiltak.start.år if tiltak.start else period.første
    last = tiltak.slutt.år if tiltak.slutt else period.siste
    return first <= year <= last


def _last_rows(
    plan: Plan, lines: list[okonomi.Budsjettlinje], years: range, *, is_new: bool
) -> Iterator[Rad]:
    """What is common when there is any, and the sum."""
    before = (TOM_CELLE,) * (2 if is_new else 3)
    after = (TOM_CELLE,) * (len(years) or 1)

    def row(name: str, of: list[okonomi.Budsjettlinje], slag: Literal["vanleg", "sum"]) -> Rad:
        cost = sum(linje.pengar.kostnad for linje in of)
        state = sum(okonomi.statsdel(linje.pengar.finansiering) for linje in of)
        return Rad(name, (*before, i_tusen(cost), i_tusen(state), *after), slag)

    common = [linje for linje in lines if linje.delmål_id == FELLES]
    if common:
        yield row(omtale.delmålsnamn(plan, FELLES), common, "vanleg")
    yield row(frase("tabell.sum"), lines, "sum")


def _note(years: range) -> str:
    if not years:
        return ""
    period = skriv.periode(years[0], years[-1])
    return frase("oversyn.om_åra", teikn=GÅR_FØRE_SEG, periode=period)
