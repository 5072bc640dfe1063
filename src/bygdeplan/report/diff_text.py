"""The change list on the terminal, in eighty columns."""

from collections.abc import Mapping, Sequence
from typing import IO

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bygdeplan.documents.dokument import Tabell
from bygdeplan.documents.endringsliste import EndraFelt, Endringsliste, NemntTiltak
from bygdeplan.documents.planendringar import PlanendringVising
from bygdeplan.documents.verdi import Verdi
from bygdeplan.report.style import console

Places = Mapping[str, str]
"""Fingerprint of a change → where it stands, in words."""
DiffRow = tuple[str, str, str]
"""A label, a text and its style; of a section its title, the sign of its items and their style."""

_WIDTH = 80
_NEW, _CHANGED, _CLOSED, _SAME = "green", "yellow", "red", "dim"


def print_diff(view: Endringsliste, places: Places, stream: IO[str] | None = None) -> None:
    """Print what has changed: new, changed, closed, carried on, the rest of the plan, the money.

    `places` has where each change stands, by its fingerprint.
    """
    out = console(stream)
    out.width, out.soft_wrap = min(out.width, _WIDTH), False
    _heading(out, view.hovud.tittel)
    if view.tom:
        out.print("Ingen endringar.")
        return
    _measures(out, ("Nye tiltak med statlege midlar", "+", _NEW), view.nye_statlege, places)
    _measures(out, ("Andre nye tiltak", "+", _NEW), view.nye_andre, places)
    _changed(out, view, places)
    _measures(out, ("Gjenopna tiltak", "+", _NEW), view.gjenopna, places)
    _closed(out, view, places)
    _measures(out, ("Borte utan å vere avslutta", "!", _CLOSED), view.borte, places)
    _measures(out, ("Avslutta frå før, og ute av planen", "-", _CLOSED), view.utgåtte, places)
    _measures(out, ("Nytt nummer", "~", _SAME), view.omnummererte, places)
    _names(out, ("Utan endringar", "=", _SAME), view.vidareførte)
    _others(out, "Andre endringar i planen", view.andre, places)
    _others(out, "Møte og tekstar, som er nye for kvart år", view.årlege, places)
    for table in (view.skift_delmål, view.skift_år):
        if table:
            _heading(out, table.tittel)
            out.print(_money(table))
    if view.budsjettet_er_likt:
        _heading(out, "Budsjettet")
        out.print("Summen er den same som før for kvart delmål og kvart år.")


def _heading(out: Console, text: str) -> None:
    out.print()
    out.print(Text(text, style="bold"))


def _names(out: Console, section: DiffRow, names: Sequence[str]) -> None:
    title, sign, style = section
    if names:
        _heading(out, title)
    for name in names:
        out.print(_item(sign, name, style))


def _measures(
    out: Console, section: DiffRow, measures: Sequence[NemntTiltak], places: Places
) -> None:
    """Measures by their names, each with its code, its level and where it stands."""
    title, sign, style = section
    if measures:
        _heading(out, title)
    for tiltak in measures:
        out.print(_item(sign, tiltak.namn, style))
        out.print(_below(_about(tiltak, places), _SAME))


def _below(text: str, style: str = "") -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, 4))


def _item(sign: str, text: str, style: str) -> Table:
    """A line with its sign in front; what is too long goes on under the text, not the sign."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right")
    grid.add_column(overflow="fold")
    grid.add_row(Text(sign, style=style), Text(text, style=style))
    return grid


def _changed(out: Console, view: Endringsliste, places: Places) -> None:
    if view.endra:
        _heading(out, "Endra tiltak")
    for tiltak in view.endra:
        out.print(_item("~", tiltak.namn, _CHANGED))
        for field in tiltak.felt:
            out.print(Padding(_field(field, places), (0, 0, 0, 4)))


def _field(field: EndraFelt, places: Places) -> Group:
    rows = _rows(field)
    return _entry(field.felt, rows, field.grunngjevingar, _about(field, places))


def _others(out: Console, title: str, changes: Sequence[PlanendringVising], places: Places) -> None:
    """What is changed outside the measures; running text word by word."""
    if changes:
        _heading(out, title)
    for change in changes:
        entry = _entry(change.namn, _rows(change), change.grunngjevingar, _about(change, places))
        out.print(Padding(entry, (0, 0, 0, 2)))


def _rows(change: EndraFelt | PlanendringVising) -> list[DiffRow]:
    if change.ord:
        return [("ord", change.ord, "")]
    return [("før", change.før.tekst, _CLOSED), ("etter", change.etter.tekst, _NEW)]


def _about(change: EndraFelt | PlanendringVising | NemntTiltak, places: Places) -> str:
    """«EN112, prinsipiell, 2030.yaml:12 → 2031.yaml:14»."""
    known = (change.kode, change.nivå, places.get(change.fingerprint, ""))
    return ", ".join(part for part in known if part)


def _entry(name: str, rows: Sequence[DiffRow], reasons: Sequence[Verdi], about: str) -> Group:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=6)
    grid.add_column(overflow="fold")
    for label, text, style in rows:
        grid.add_row(label, Text(text, style=style))
    for reason in reasons:
        grid.add_row("fordi", Text(reason.tekst))
    grid.add_row("", Text(about, style=_SAME))
    return Group(Text(name, style="bold"), Padding(grid, (0, 0, 0, 2)))


def _closed(out: Console, view: Endringsliste, places: Places) -> None:
    if view.avslutta:
        _heading(out, "Avslutta tiltak")
    for tiltak in view.avslutta:
        out.print(_item("-", f"{tiltak.namn} ({tiltak.utfall})", _CLOSED))
        out.print(_below(tiltak.vurdering.tekst))
        out.print(_below(_about(tiltak, places), _SAME))


def _money(table: Tabell) -> Table:
    grid = Table(box=None, pad_edge=False, padding=(0, 1))
    for column in table.kolonnar:
        grid.add_column(
            Text(column.tittel, style="bold"), justify="right" if column.tal else "left"
        )
    for row in table.rader:
        style = "bold" if row.slag == "sum" else ""
        grid.add_row(*(Text(str(cell), style=style) for cell in (row.namn, *row.celler)))
    return grid
