"""What a chart shows: words ready to place, and figures that the chart turns into lengths."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Diagram:
    """What every chart has beside its figures."""

    tittel: str
    """The caption, which stands beside the picture and not in it."""
    alt: str
    """The figures in sentences, for those who do not see the picture."""


@dataclass(frozen=True)
class Serie:
    """One part of every stack: its name, and its size in each column or row, never negative."""

    namn: str
    verdiar: tuple[int, ...]


@dataclass(frozen=True)
class Budsjettdiagram(Diagram):
    """A column for each year, stacked by sub-goal, in kroner."""

    år: tuple[str, ...]
    slag: tuple[str, ...]
    """What the figures of each year are, under the year: «rekneskap», «budsjett»."""
    seriar: tuple[Serie, ...]
    """The parts from the foot of the columns up."""


@dataclass(frozen=True)
class Finansieringsdiagram(Diagram):
    """A bar for each source with its amount in kroner, in the order given."""

    kjelder: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Statusdiagram(Diagram):
    """A bar for each sub-goal, stacked by status, in numbers of measures."""

    delmål: tuple[str, ...]
    seriar: tuple[Serie, ...]
    """The statuses from the left, the one furthest along first."""


@dataclass(frozen=True)
class Tidsrad:
    """One measure on a time line."""

    namn: str
    tid: str
    """When it runs, in words: what stands where no bar can be drawn."""
    første_dag: date | None
    """None when the start is open."""
    siste_dag: date | None
    """None when the end is open."""
    avslutta: bool = False


@dataclass(frozen=True)
class Tidsgruppe:
    """A heading on a time line with the measures under it."""

    namn: str
    rader: tuple[Tidsrad, ...]


@dataclass(frozen=True)
class Tidslinje(Diagram):
    """Bars from start to end over whole years, both `første_år` and `siste_år` shown."""

    første_år: int
    siste_år: int
    framheva_år: int
    """The year that is set off from the others: the plan's own."""
    grupper: tuple[Tidsgruppe, ...]
