"""What has moved in the budget from one plan to another, as the tables of the change list."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.dokument import Rad, Tabell
from bygdeplan.documents.kolonnar import figure_table
from bygdeplan.documents.vising import Vising
from bygdeplan.endring import Plandiff, Skift
from bygdeplan.endring.kanonisk import says_the_same
from bygdeplan.endring.skift import Flytting, moved
from bygdeplan.model.budsjett import FELLES, KJELDER, Budsjettår, Finansiering, Kjelde
from bygdeplan.model.merke import Path
from bygdeplan.model.okonomi import Budsjettpost
from bygdeplan.model.plan import Plan
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase

Årspengar = Mapping[int, Budsjettår]
"""Year → the money of a measure or a common item."""


def shift_tables(diff: Plandiff, frå: str, til: str) -> tuple[Tabell | None, Tabell | None]:
    """The budget of two plans by sub-goal and by year; none when no money has moved.

    `frå` and `til` are what the plans are called in the columns.
    """
    if not diff.pengar_flytta:
        return None, None
    by_delmål = [
        (_delmålsnamn(diff, skift.nøkkel), skift)
        for skift in diff.skift_delmål
        if skift.nøkkel != FELLES or skift.før or skift.etter
    ]
    by_year = [(skift.nøkkel, skift) for skift in diff.skift_år]
    mark = tabellar.stronger(tabellar.budget_mark(diff.etter), tabellar.budget_mark(diff.før))
    delmål, år = frase("budsjettskift.delmål"), frase("budsjettskift.år")
    return (
        _table(frase("budsjettskift.etter_delmål", merke=mark), delmål, by_delmål, frå, til),
        _table(frase("budsjettskift.etter_år", merke=mark), år, by_year, frå, til),
    )


def _delmålsnamn(diff: Plandiff, delmål_id: str) -> str:
    newest = delmål_id == FELLES or delmål_id in diff.etter.delmål
    return omtale.delmålsnamn(diff.etter if newest else diff.før, delmål_id)


def _table(title: str, first: str, rows: list[tuple[str, Skift]], frå: str, til: str) -> Tabell:
    total = Skift("sum", sum(s.før for _, s in rows), sum(s.etter for _, s in rows))
    columns = (
        frase("budsjettskift.plan", plan=frå),
        frase("budsjettskift.plan", plan=til),
        frase("budsjettskift.endring"),
        frase("budsjettskift.endring_i_prosent"),
    )
    return figure_table(
        title,
        first,
        columns,
        (
            *(Rad(name, _cells(skift)) for name, skift in rows),
            Rad(frase("budsjettskift.sum"), _cells(total), "sum"),
        ),
    )


def _cells(skift: Skift) -> tuple[str, ...]:
    change = skriv.endring_kroner(skift.endring).removesuffix(f"{skriv.NBSP}kr")
    return (
        skriv.tal(skift.før),
        skriv.tal(skift.etter),
        change,
        skriv.endring_prosent(skift.før, skift.etter),
    )


def budget_table(diff: Plandiff, title: str, før: Årspengar, etter: Årspengar, why: str) -> Tabell:
    """What is changed in one budget: year by year and source by source, before, after and shift.

    Years that are as they were are left out, and sources that pay as before.
    """
    years = sorted(år for år in før.keys() | etter.keys() if år >= diff.first_year)
    rows = [
        row
        for år in years
        if not says_the_same(før.get(år), etter.get(år))
        for row in _year(diff, år, før.get(år), etter.get(år))
    ]
    first = frase("budsjettskift.år_og_kjelde")
    columns = (
        frase("budsjettskift.før"),
        frase("budsjettskift.etter"),
        frase("budsjettskift.endring"),
    )
    return figure_table(title, first, columns, rows, merknad=why)


def _year(
    diff: Plandiff, år: int, før: Budsjettår | None, etter: Budsjettår | None
) -> Iterator[Rad]:
    yield Rad(str(år), slag="gruppe")
    old, new = (budget.finansiering if budget else {} for budget in (før, etter))
    for kjelde in KJELDER:
        if not says_the_same(old.get(kjelde), new.get(kjelde)):
            yield _source(diff, kjelde, old.get(kjelde), new.get(kjelde))
    cost = [budget.kostnad if budget else 0 for budget in (før, etter)]
    yield Rad(frase("budsjettskift.i_alt"), _amounts(*cost))


def _source(
    diff: Plandiff, kjelde: Kjelde, old: Finansiering | None, new: Finansiering | None
) -> Rad:
    """A source; how its sum is made up too, when more than an amount of cash is changed in it."""
    name, sums = omtale.kjelde(kjelde), (old.sum if old else 0, new.sum if new else 0)
    if old and new and _parted_otherwise(old, new):
        made_up = (omtale.finansiering(diff.før, old), omtale.finansiering(diff.etter, new))
        name = frase("budsjettskift.sett_saman", kjelde=name, før=made_up[0], etter=made_up[1])
    return Rad(name, _amounts(*sums))


def _parted_otherwise(old: Finansiering, new: Finansiering) -> bool:
    """Whether other hours, another key or other shares are written than before."""
    fields = {"timar", "sats", "nøkkel", "fordeling"}
    return old.model_dump(include=fields) != new.model_dump(include=fields)


def _amounts(før: int, etter: int) -> tuple[str, str, str]:
    change = skriv.endring_kroner(etter - før).removesuffix(f"{skriv.NBSP}kr")
    return skriv.tal(før), skriv.tal(etter), change


def moves(diff: Plandiff) -> tuple[str, ...]:
    """«2031, Husbanken: 200 000 kr frå «Badstove» til «Turkart»» for what has changed place."""
    return tuple(map(partial(_move, diff), moved(diff.før, diff.etter)))


def _move(diff: Plandiff, move: Flytting) -> str:
    marks = (_year_mark(plan, post, move.år) for plan, post in product(_plans(diff), move[3:]))
    return frase(
        "budsjettskift.flytting",
        år=move.år,
        kjelde=omtale.kjelde(move.kjelde),
        sum=skriv.kroner(move.beløp),
        frå=_called(diff, move.frå),
        til=_called(diff, move.til),
        merke=tabellar.stronger(*marks),
    )


def _plans(diff: Plandiff) -> tuple[Plan, Plan]:
    """The plans of a diff, the newest first."""
    return diff.etter, diff.før


def _called(diff: Plandiff, post: Budsjettpost) -> str:
    """«Turkart», as the newest plan calls it that has it."""
    plan, path = next((p, path) for p in _plans(diff) if (path := _place(p, post)))
    return f"«{Vising(plan)(*path, 'tittel')}»"


def _year_mark(plan: Plan, post: Budsjettpost, år: int) -> str:
    path = _place(plan, post)
    return Vising(plan).nokre("tal", (*path, "budsjett", str(år))) if path else ""


def _place(plan: Plan, post: Budsjettpost) -> Path | None:
    """Where what has a budget lies; None in a plan that does not have it."""
    if post.er_felles:
        is_there = post.id in plan.budsjett.fellespostar
        return ("budsjett", "fellespostar", post.id) if is_there else None
    place = plan.finn_tiltak(post.id)
    return place.path if place else None
