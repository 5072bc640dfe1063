"""What has moved in the budget from one plan to another, as the tables of the change list."""

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.dokument import Rad, Tabell
from bygdeplan.documents.kolonnar import figure_table
from bygdeplan.endring import Plandiff, Skift
from bygdeplan.model.budsjett import FELLES
from bygdeplan.ord import nynorsk


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
    marks = {tabellar.budget_mark(diff.etter), tabellar.budget_mark(diff.før)}
    # «døme» sorts before «førebels», and is the stronger.
    mark = min(filter(None, marks), default="")
    titles = (f"Budsjettet etter delmål, heile perioden{mark}", f"Budsjettet etter år{mark}")
    return (
        _table(titles[0], "Delmål", by_delmål, frå, til),
        _table(titles[1], "År", by_year, frå, til),
    )


def _delmålsnamn(diff: Plandiff, delmål_id: str) -> str:
    newest = delmål_id == FELLES or delmål_id in diff.etter.delmål
    return omtale.delmålsnamn(diff.etter if newest else diff.før, delmål_id)


def _table(title: str, first: str, rows: list[tuple[str, Skift]], frå: str, til: str) -> Tabell:
    total = Skift("sum", sum(s.før for _, s in rows), sum(s.etter for _, s in rows))
    columns = (f"Plan {frå} (kr)", f"Plan {til} (kr)", "Endring (kr)", "Endring (%)")
    return figure_table(
        title,
        first,
        columns,
        (
            *(Rad(name, _cells(skift)) for name, skift in rows),
            Rad("Sum", _cells(total), "sum"),
        ),
    )


def _cells(skift: Skift) -> tuple[str, ...]:
    change = nynorsk.endring_kroner(skift.endring).removesuffix(f"{nynorsk.NBSP}kr")
    return (
        nynorsk.tal(skift.før),
        nynorsk.tal(skift.etter),
        change,
        nynorsk.endring_prosent(skift.før, skift.etter),
    )
