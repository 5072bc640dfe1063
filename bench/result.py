"""What was measured, as a line of a table and as data."""

from dataclasses import dataclass
from typing import Any, ClassVar

from bench.measure import Measured

_NONE = "–"


@dataclass(frozen=True)
class Row:
    """A piece of work, and what it is held against."""

    HEAD: ClassVar = ("work", "s", "MB", "processes", "beside", "s", "ratio", "at most")

    work: str
    made: Measured
    beside: str
    limit: Measured | None
    """None when what it is held against is not installed."""
    at_most: float | None
    """How many times the limit the work may take; None when nothing is asked."""

    @property
    def ratio(self) -> float | None:
        """How many times the limit the work took."""
        return self.made.seconds / self.limit.seconds if self.limit else None

    @property
    def cells(self) -> list[str]:
        """The row as the cells of a line."""
        limit = self.limit
        return [
            self.work,
            *_made(self.made),
            self.beside if limit else f"{self.beside}, not installed",
            f"{limit.seconds:.2f}" if limit else _NONE,
            _number(self.ratio),
            _NONE if self.at_most is None else f"{self.at_most:g}",
        ]

    @property
    def data(self) -> dict[str, Any]:
        """The row for other programs."""
        return {
            "work": self.work,
            **vars(self.made),
            "beside": self.beside,
            "limit": self.limit and self.limit.seconds,
            "ratio": self.ratio,
            "at_most": self.at_most,
        }


@dataclass(frozen=True)
class Size:
    """A piece of work on a plan of some size, and on the next smaller one.

    What each measure takes is all that the command takes, shared among the measures: the time to
    start and the memory of the program too. So it is less in a larger plan, unless something grows
    faster than the plan. What each measure more takes tells of that alone.
    """

    HEAD: ClassVar = (
        *("work", "s", "MB", "processes", "measures"),
        *("ms each", "ratio", "MB each", "ratio", "at most", "ms each more", "ratio"),
    )
    AT_MOST: ClassVar = 1.15
    """How many times what a measure takes in the smaller plan it may take."""

    work: str
    made: Measured
    measures: int
    before: "Size | None"

    @property
    def seconds_each(self) -> float:
        """Seconds for each measure."""
        return self.made.seconds / self.measures

    @property
    def megabytes_each(self) -> float:
        """Megabytes for each measure."""
        return self.made.megabytes / self.measures

    @property
    def seconds_more(self) -> float | None:
        """Seconds for each measure that the smaller plan does not have."""
        if self.before is None:
            return None
        more = self.made.seconds - self.before.made.seconds
        return more / (self.measures - self.before.measures)

    def ratio(self, figure: str) -> float | None:
        """How many times what it was in the smaller plan a figure is, by its name."""
        before = self.before and getattr(self.before, figure)
        return getattr(self, figure) / before if before else None

    @property
    def cells(self) -> list[str]:
        """The size as the cells of a line."""
        return [
            self.work,
            *_made(self.made),
            f"{self.measures}",
            f"{1000 * self.seconds_each:.1f}",
            _number(self.ratio("seconds_each")),
            f"{self.megabytes_each:.2f}",
            _number(self.ratio("megabytes_each")),
            f"{self.AT_MOST:g}" if self.before else _NONE,
            _NONE if self.seconds_more is None else f"{1000 * self.seconds_more:.1f}",
            _number(self.ratio("seconds_more")),
        ]

    @property
    def data(self) -> dict[str, Any]:
        """The size for other programs."""
        figures = ("seconds_each", "megabytes_each", "seconds_more")
        return {
            "work": self.work,
            **vars(self.made),
            "measures": self.measures,
            **{figure: getattr(self, figure) for figure in figures},
            **{f"{figure}_ratio": self.ratio(figure) for figure in figures},
            "at_most": self.AT_MOST,
        }


def _made(made: Measured) -> list[str]:
    return [f"{made.seconds:.2f}", f"{made.megabytes:.0f}", f"{made.processes}"]


def _number(number: float | None) -> str:
    return _NONE if number is None else f"{number:.2f}"
