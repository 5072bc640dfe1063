"""The change list on the terminal, in eighty columns."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import IO, NamedTuple

import typer

from bygdeplan.documents.dokument import Tabell
from bygdeplan.documents.endringsliste import EndraFelt, Endringsliste, NemntTiltak
from bygdeplan.documents.planendringar import PlanendringVising
from bygdeplan.documents.verdi import Verdi
from bygdeplan.report.style import show, width_of, wrapped
from bygdeplan.report.visible import visible

Places = Mapping[str, str]
"""Fingerprint of a change → where it stands, in words."""
Style = Callable[[str], str]
"""Puts colour on a piece of text."""
DiffRow = tuple[str, str, Style]
"""A label, a text and its style; of a section its title, the sign of its items and their style."""

_WIDTH = 80
_NAMES = 12
"""Columns that the names of a table have, however much the figures take."""
_GAP = "  "
"""What stands between the columns of a table."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_plain: Style = str
_bold = partial(typer.style, bold=True)
_dim = partial(typer.style, dim=True)
_new = partial(typer.style, fg="green")
_changed = partial(typer.style, fg="yellow")
_closed = partial(typer.style, fg="red")


def print_diff(view: Endringsliste, places: Places, stream: IO[str] | None = None) -> None:
    """Print what has changed: new, changed, closed, carried on, the rest of the plan, the money.

    `places` has where each change stands, by its fingerprint.
    """
    out = stream or sys.stdout
    page = _Skjermside(places, min(width_of(out) or _WIDTH, _WIDTH))
    show("\n".join(page.lines(view)), out)


class _Skjermside(NamedTuple):
    """A change list in lines of some width."""

    places: Places
    width: int

    def lines(self, view: Endringsliste) -> Iterator[str]:
        """Section by section, each with an empty line before it."""
        yield from self._heading(view.hovud.tittel)
        if view.tom:
            yield "Ingen endringar."
            return
        yield from self._measures(("Nye tiltak med statlege midlar", "+", _new), view.nye_statlege)
        yield from self._measures(("Andre nye tiltak", "+", _new), view.nye_andre)
        yield from self._changed_measures(view)
        yield from self._measures(("Gjenopna tiltak", "+", _new), view.gjenopna)
        yield from self._closed_measures(view)
        yield from self._measures(("Borte utan å vere avslutta", "!", _closed), view.borte)
        left = ("Avslutta frå før, og ute av planen", "-", _closed)
        yield from self._measures(left, view.utgåtte)
        yield from self._measures(("Nytt nummer", "~", _dim), view.omnummererte)
        yield from self._names(("Utan endringar", "=", _dim), view.vidareførte)
        yield from self._others("Andre endringar i planen", view.andre)
        yield from self._others("Møte og tekstar, som er nye for kvart år", view.årlege)
        for table in (view.skift_delmål, view.skift_år):
            if table:
                yield from self._heading(table.tittel)
                yield from self._table(table)
        if view.budsjettet_er_likt:
            yield from self._heading("Budsjettet")
            yield "Summen er den same som før for kvart delmål og kvart år."

    def _measures(self, section: DiffRow, measures: Sequence[NemntTiltak]) -> Iterator[str]:
        """Measures by their names, each with its code, its level and where it stands."""
        title, sign, style = section
        if measures:
            yield from self._heading(title)
        for tiltak in measures:
            yield from self._item(sign, tiltak.namn, style, self._about(tiltak))

    def _changed_measures(self, view: Endringsliste) -> Iterator[str]:
        if view.endra:
            yield from self._heading("Endra tiltak")
        for tiltak in view.endra:
            yield from self._item("~", tiltak.namn, _changed)
            for field in tiltak.felt:
                yield from self._entry(field.felt, field, 4)

    def _closed_measures(self, view: Endringsliste) -> Iterator[str]:
        if view.avslutta:
            yield from self._heading("Avslutta tiltak")
        for tiltak in view.avslutta:
            name = f"{tiltak.namn} ({tiltak.utfall})"
            yield from self._item("-", name, _closed, self._about(tiltak))
            yield from self._text(tiltak.vurdering.tekst, 4)

    def _names(self, section: DiffRow, names: Sequence[str]) -> Iterator[str]:
        title, sign, style = section
        if names:
            yield from self._heading(title)
        for name in names:
            yield from self._item(sign, name, style)

    def _others(self, title: str, changes: Sequence[PlanendringVising]) -> Iterator[str]:
        """What is changed outside the measures; running text word by word."""
        if changes:
            yield from self._heading(title)
        for change in changes:
            yield from self._entry(change.namn, change, 2)

    def _entry(
        self, name: str, change: EndraFelt | PlanendringVising, indent: int
    ) -> Iterator[str]:
        """What is changed, how, why, and where it stands."""
        yield from self._beside(self._text(name, indent, _bold), self._about(change), indent)
        for label, text, style in [*_rows(change), *map(_reason, change.grunngjevingar)]:
            before = f"{'':{indent + 2}}{label:<6} "
            yield from self._text(text, len(before), style, before)

    def _about(self, change: EndraFelt | PlanendringVising | NemntTiltak) -> str:
        """«EN112, prinsipiell, 2030.yaml:12 → 2031.yaml:14»."""
        known = (change.kode, change.nivå, self.places.get(change.fingerprint, ""))
        return ", ".join(part for part in known if part)

    def _table(self, table: Tabell) -> Iterator[str]:
        """A table in columns; the names, which come first, are broken where it is too wide."""
        head = [column.tittel for column in table.kolonnar]
        rows = [[str(cell) for cell in (row.namn, *row.celler)] for row in table.rader]
        name, *widths = (max(map(len, column)) for column in zip(head, *rows, strict=True))
        name = min(name, max(self.width - sum(widths) - len(_GAP) * len(widths), _NAMES))
        styles = [_bold, *(_bold if row.slag == "sum" else _plain for row in table.rader)]
        for style, (words, *figures) in zip(styles, [head, *rows], strict=True):
            first, *others = wrapped(visible(words), name, "").split("\n")
            cells = (f"{figure:>{width}}" for figure, width in zip(figures, widths, strict=True))
            yield style(_GAP.join([f"{first:<{name}}", *cells]))
            yield from map(style, others)

    def _heading(self, text: str) -> Iterator[str]:
        yield ""
        yield from self._text(text, 0, _bold)

    def _item(self, sign: str, text: str, style: Style, about: str = "") -> Iterator[str]:
        return self._beside(self._text(text, 4, style, f"  {style(sign)} "), about, 4)

    def _beside(self, lines: Iterator[str], about: str, indent: int) -> Iterator[str]:
        """Lines, and what is known of them after the last one, or below where it has no room."""
        *before, last = lines
        yield from before
        if not about:
            yield last
        elif len(_COLOUR.sub("", last)) + len(_GAP) + len(about) <= self.width:
            yield f"{last}{_GAP}{_dim(about)}"
        else:
            yield last
            yield from self._text(about, indent, _dim)

    def _text(
        self, text: str, indent: int, style: Style = _plain, before: str = ""
    ) -> Iterator[str]:
        """A text from a column on, with something before it; later lines go on under the text."""
        for line in text.split("\n"):
            for part in wrapped(visible(line), self.width - indent, "").split("\n"):
                yield f"{before or ' ' * indent}{style(part)}".rstrip()
                before = ""


def _rows(change: EndraFelt | PlanendringVising) -> list[DiffRow]:
    if change.ord:
        return [("ord", change.ord, _plain)]
    return [("før", change.før.tekst, _closed), ("etter", change.etter.tekst, _new)]


def _reason(reason: Verdi) -> DiffRow:
    return "fordi", reason.tekst, _plain
