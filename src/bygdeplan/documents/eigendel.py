"""What one kommune pays of a plan: this year, in the rest of the period, and the year before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.dokument import Rad, Tabell
from bygdeplan.documents.kolonnar import figure_table
from bygdeplan.documents.vising import Vising
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES
from bygdeplan.model.okonomi import Budsjettpost, Kommunedel
from bygdeplan.model.plan import Plan
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase


@dataclass(frozen=True)
class Eigendel:
    """What the kommune pays."""

    tabell: Tabell | None
    sum: str
    fjor: str
    """What it paid the year before, with its mark; nothing without one."""
    periode: str
    """The years that are left, when there are more than one."""
    periodesum: str
    periodemerke: str
    kontantar: str
    timar: str
    del_av_planen: str
    plankostnad: str
    planmerke: str
    merke: str
    """« (nokre tal er døme)» after the cost of the plan, and after what the kommune pays of it."""


def build_eigendel(plan: Plan, fjor: Plan | None, kommune_id: str) -> Eigendel:
    """What a kommune pays, in words and as a table; the table is None when it pays nothing."""
    delar = okonomi.kommunedelar(plan, kommune_id, plan.år)
    later, before = _later(plan, kommune_id), _before(fjor, kommune_id)
    lines = okonomi.årslinjer(plan, plan.år)
    cost, own = sum(linje.pengar.kostnad for linje in lines), _sum(delar)
    return Eigendel(
        tabell=_table(plan, fjor, kommune_id),
        sum=skriv.kroner(own),
        fjor=f"{skriv.kroner(_sum(before))}{tabellar.share_mark(fjor, before)}" if fjor else "",
        periode=_rest_of_period(plan),
        periodesum=skriv.kroner(own + _sum(later)),
        periodemerke=tabellar.share_mark(plan, [*delar, *later]),
        kontantar=skriv.kroner(sum(del_.beløp for del_ in delar)),
        timar=skriv.timar(sum(del_.timar for del_ in delar)),
        del_av_planen=skriv.prosent(Decimal(100 * own) / cost) if cost else "",
        plankostnad=skriv.kroner(cost),
        planmerke=tabellar.lines_mark(plan, lines),
        merke=tabellar.share_mark(plan, delar, lines),
    )


def _rest_of_period(plan: Plan) -> str:
    last = plan.avtale.periode.siste
    return skriv.periode(plan.år, last) if last > plan.år else ""


def _later(plan: Plan, kommune_id: str) -> list[Kommunedel]:
    years = range(plan.år + 1, plan.avtale.periode.siste + 1)
    return [del_ for år in years for del_ in okonomi.kommunedelar(plan, kommune_id, år)]


def _before(fjor: Plan | None, kommune_id: str) -> tuple[Kommunedel, ...]:
    return okonomi.kommunedelar(fjor, kommune_id, fjor.år) if fjor else ()


def _sum(delar: Iterable[Kommunedel]) -> int:
    return sum(del_.sum for del_ in delar)


def _table(plan: Plan, fjor: Plan | None, kommune_id: str) -> Tabell | None:
    delar = okonomi.kommunedelar(plan, kommune_id, plan.år)
    later, before = _later(plan, kommune_id), list(_before(fjor, kommune_id))
    if not delar:
        return None
    period, shown = _rest_of_period(plan), [*delar, *later]
    columns = [
        frase("eigendel.kontantar"),
        frase("eigendel.timar"),
        frase("eigendel.verdi_av_timane"),
        frase("eigendel.sum_i_året", år=plan.år),
    ]
    columns += [frase("eigendel.kroner", år=period)] if period else []
    columns += [frase("eigendel.kroner", år=fjor.år)] if fjor else []

    def cells(paid: Sequence[Iterable[Kommunedel]]) -> tuple[str, ...]:
        now, rest, then = map(list, paid)
        cash, hours = sum(del_.beløp for del_ in now), sum(del_.timar for del_ in now)
        worth = sum(del_.eigeninnsats for del_ in now)
        figures = [cash, hours, worth, cash + worth]
        figures += [cash + worth + _sum(rest)] if period else []
        figures += [_sum(then)] if fjor else []
        return tuple(map(skriv.tal, figures))

    whole = (delar, later, before)
    parts = [_by_thing(each) for each in whole]
    rows: list[Rad] = []
    group = ""
    for name, post, title in _things(plan, fjor, shown, before):
        paid = [part.get(post, ()) for part in parts]
        if any(paid):
            rows += [Rad(name, slag="gruppe")] if name != group else []
            rows.append(Rad(title, cells(paid)))
            group = name
    rows.append(Rad(frase("tabell.sum"), cells(whole), "sum"))
    last_year = tabellar.share_mark(fjor, before) if fjor else ""
    mark = tabellar.stronger(tabellar.share_mark(plan, shown), last_year)
    name = omtale.kommunenamn(plan, kommune_id)
    title = frase("eigendel.tittel", kommune=name, år=plan.år, merke=mark)
    return figure_table(title, frase("tabell.tiltak"), columns, rows)


def _by_thing(delar: Iterable[Kommunedel]) -> dict[Budsjettpost, list[Kommunedel]]:
    paid: dict[Budsjettpost, list[Kommunedel]] = {}
    for del_ in delar:
        paid.setdefault(del_.linje.post, []).append(del_)
    return paid


def _things(
    plan: Plan, fjor: Plan | None, delar: list[Kommunedel], before: list[Kommunedel]
) -> Iterator[tuple[str, Budsjettpost, str]]:
    """What can be paid for: the group it stands in, itself, its name; what is gone comes last."""
    vis = Vising(plan)
    money = {post: [del_.linje.path for del_ in paid] for post, paid in _by_thing(delar).items()}
    for plass in plan.alle_tiltak:
        post = Budsjettpost(er_felles=False, id=plass.id)
        paths = ((*plass.path, "tittel"), *money.get(post, ()))
        title = f"{plass.tiltak.nr} {vis.merkt(plass.tiltak.tittel, *paths)}"
        yield omtale.delmålsnamn(plan, plass.delmål_id), post, title
    for id_, item in plan.budsjett.fellespostar.items():
        post = Budsjettpost(er_felles=True, id=id_)
        paths = (("budsjett", "fellespostar", id_, "tittel"), *money.get(post, ()))
        yield omtale.delmålsnamn(plan, FELLES), post, vis.merkt(item.tittel, *paths)
    for del_ in before:
        is_common, id_ = del_.linje.post
        is_here = id_ in plan.budsjett.fellespostar if is_common else plan.finn_tiltak(id_)
        if fjor and not is_here:
            yield (
                frase("eigendel.ikkje_med_lenger"),
                del_.linje.post,
                tabellar.linjenamn(fjor, del_.linje),
            )
