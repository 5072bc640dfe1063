"""Where the headings, measures and bars of a time line go."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date

from bygdeplan.utsjanad.diagram import skrift, stil
from bygdeplan.utsjanad.diagram.verdiar import Tidslinje, Tidsrad

INNRYKK = 8
"""From the left edge of the drawing to its words."""
MAX_NAMN = 260
_LUFT = 8
"""Between one measure and the next."""
_MAX_HØGD = 800
"""What a page of A4 has room for, with a caption."""


@dataclass(frozen=True)
class Stolpe:
    """A bar in years and parts of years; an end is open when it is not known or not shown."""

    frå: float
    til: float
    open_start: bool = False
    open_slutt: bool = False


@dataclass(frozen=True)
class Stad:
    """Where a heading or a measure stands, in pixels from the top; a heading has no `rad`."""

    topp: float
    botn: float
    linjer: list[str]
    rad: Tidsrad | None = None
    stolpe: Stolpe | None = None

    @property
    def midt(self) -> float:
        """The middle of the place."""
        return (self.topp + self.botn) / 2


def place(diagram: Tidslinje) -> list[Stad]:
    """Headings and measures from the top down; long names in two lines as long as a page holds."""
    placed = _placed(diagram, lines=2)
    return placed if placed[-1].botn <= _MAX_HØGD else _placed(diagram, lines=1)


def _placed(diagram: Tidslinje, lines: int) -> list[Stad]:
    placed: list[Stad] = []
    top = 0.0
    for gruppe in diagram.grupper:
        heading = skrift.wrap(
            gruppe.namn, stil.BREIDDE - 2 * INNRYKK, stil.TEKST, lines=1, weight="bold"
        )
        placed.append(Stad(top, top + stil.LINJE + _LUFT, heading))
        top = placed[-1].botn + _LUFT / 2
        for rad in gruppe.rader:
            words = skrift.wrap(rad.namn, MAX_NAMN, stil.TEKST, lines=lines)
            end = top + len(words) * stil.LINJE + _LUFT
            placed.append(Stad(top, end, words, rad, _bar(diagram, rad)))
            top = placed[-1].botn
        top += _LUFT / 2
    return placed


def _bar(diagram: Tidslinje, rad: Tidsrad) -> Stolpe | None:
    """The part of a measure's time that the years of the diagram show; None when there is none."""
    if rad.første_dag is None and rad.siste_dag is None:
        return None
    first, last = diagram.første_år, diagram.siste_år + 1
    frå = _in_years(rad.første_dag) if rad.første_dag else float("-inf")
    til = _in_years(rad.siste_dag, days_later=1) if rad.siste_dag else float("inf")
    if til <= first or frå >= last:
        return None
    return Stolpe(max(frå, first), min(til, last), open_start=frå < first, open_slutt=til > last)


def _in_years(day: date, days_later: int = 0) -> float:
    """A day as its year and the part of the year that has passed: 2031-07-02 is 2031.4986."""
    passed = day.toordinal() - date(day.year, 1, 1).toordinal() + days_later
    return day.year + passed / (366 if isleap(day.year) else 365)
