"""The change list on the terminal, in eighty columns."""

from typing import IO

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bygdeplan.documents.dokument import Tabell
from bygdeplan.documents.endringsliste import EndraFelt, Endringsliste
from bygdeplan.report.console import console

_WIDTH = 80
_NEW, _CHANGED, _CLOSED, _SAME = "green", "yellow", "red", "dim"


def print_diff(view: Endringsliste, stream: IO[str] | None = None) -> None:
    """Print what has changed: new, changed, closed, carried on, and the money."""
    out = console(stream)
    out.width, out.soft_wrap = min(out.width, _WIDTH), False
    _heading(out, view.hovud.tittel)
    if view.tom:
        out.print("Ingen endringar.")
        return
    new = "Nye tiltak med statlege midlar", [tiltak.namn for tiltak in view.nye_statlege]
    others = "Andre nye tiltak", [tiltak.namn for tiltak in view.nye_andre]
    for title, names in (new, others):
        _names(out, title, "+", _NEW, names)
    _changed(out, view)
    _names(out, "Gjenopna tiltak", "+", _NEW, view.gjenopna)
    _closed(out, view)
    _names(out, "Borte utan å vere avslutta", "!", _CLOSED, view.borte)
    _names(out, "Nytt nummer", "~", _SAME, view.omnummererte)
    _names(out, "Utan endringar", "=", _SAME, view.vidareførte)
    for table in (view.skift_delmål, view.skift_år):
        _heading(out, table.tittel)
        out.print(_money(table))


def _heading(out: Console, text: str) -> None:
    out.print()
    out.print(Text(text, style="bold"))


def _names(
    out: Console, title: str, sign: str, style: str, names: tuple[str, ...] | list[str]
) -> None:
    if names:
        _heading(out, title)
    for name in names:
        out.print(_item(sign, name, style))


def _item(sign: str, text: str, style: str) -> Table:
    """A line with its sign in front; what is too long goes on under the text, not the sign."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right")
    grid.add_column(overflow="fold")
    grid.add_row(Text(sign, style=style), Text(text, style=style))
    return grid


def _changed(out: Console, view: Endringsliste) -> None:
    if view.endra:
        _heading(out, "Endra tiltak")
    for tiltak in view.endra:
        out.print(_item("~", tiltak.namn, _CHANGED))
        for field in tiltak.felt:
            out.print(Padding(_field(field), (0, 0, 0, 4)))


def _field(field: EndraFelt) -> Group:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=6)
    grid.add_column(overflow="fold")
    grid.add_row("før", Text(field.før.tekst, style=_CLOSED))
    grid.add_row("etter", Text(field.etter.tekst, style=_NEW))
    for reason in field.grunngjevingar:
        grid.add_row("fordi", Text(reason.tekst))
    return Group(Text(field.felt, style="bold"), Padding(grid, (0, 0, 0, 2)))


def _closed(out: Console, view: Endringsliste) -> None:
    if view.avslutta:
        _heading(out, "Avslutta tiltak")
    for tiltak in view.avslutta:
        out.print(_item("-", f"{tiltak.namn} ({tiltak.utfall})", _CLOSED))
        out.print(Padding(Text(tiltak.vurdering.tekst), (0, 0, 0, 4)))


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
