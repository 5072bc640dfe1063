"""The reasons an author gives for changes, and the levels settled with them."""

from collections.abc import Iterable
from typing import NamedTuple

from bygdeplan.endring.dom import Nivådom
from bygdeplan.endring.forskjell import Forskjell, Ting
from bygdeplan.model.merke import Path
from bygdeplan.model.om import Nivå
from bygdeplan.model.plan import Plan, Planendring
from bygdeplan.model.tiltak import Endringsgrunn

Grunn = Endringsgrunn | Planendring
"""A reason as the plan file holds it."""
AVGJORT = "Det er avgjort i planen."


class Grunngjeving(NamedTuple):
    """A reason that the new plan gives, known by where it stands: two can have the same words."""

    path: Path
    """Its place in the new plan's file."""
    grunn: Grunn

    @property
    def tekst(self) -> str:
        """What the author wrote."""
        return self.grunn.grunngjeving

    def settles(self, changes: Iterable[Forskjell]) -> bool:
        """Whether it can settle the level of changes outside measures: its path holds them all."""
        return isinstance(self.grunn, Planendring) and all(
            lies_in(change.path, self.grunn.path) for change in changes
        )


class Grunnar(NamedTuple):
    """The reasons that a new plan gives for what it changes since an old one."""

    før: Plan
    etter: Plan

    def for_measure(self, tiltak_id: str, felt: Iterable[str]) -> tuple[Grunngjeving, ...]:
        """The reasons for changes in some fields of a measure."""
        named, place = set(felt), self.etter.finn_tiltak(tiltak_id)
        there = self.før.finn_tiltak(tiltak_id)
        earlier = there.tiltak.endringar if there else []
        return tuple(
            Grunngjeving((*place.path, "endringar", number), given)
            for number, given in enumerate(place.tiltak.endringar if place else ())
            if place and given.felt in named and self._is_since(given, earlier)
        )

    def outside_measures(self, changes: Iterable[Forskjell]) -> tuple[Grunngjeving, ...]:
        """The reasons for changes at, under or above which they lie."""
        paths = [change.path for change in changes]
        return tuple(
            Grunngjeving(("endringar", number), given)
            for number, given in enumerate(self.etter.endringar)
            if any(touch(given.path, path) for path in paths)
            and self._is_since(given, self.før.endringar)
        )

    def _is_since(self, given: Grunn, earlier: Iterable[Grunn]) -> bool:
        """Whether a reason was given after the old plan: of a new year, every reason was."""
        if self.før.år != self.etter.år or given.revisjon > self.før.revisjon:
            return True
        # Two drafts of one revision.
        same_revision = self.før.revisjon == self.etter.revisjon == given.revisjon
        return same_revision and given not in earlier


def settled(dom: Nivådom, reasons: Iterable[Grunngjeving]) -> Nivådom:
    """The level after what the author has settled; nobody can settle that money is a trifle."""
    levels = [Nivå(reason.grunn.nivå) for reason in reasons if reason.grunn.nivå]
    if dom.nivå is Nivå.PRINSIPIELL or not levels:
        return dom
    return Nivådom(levels[-1], AVGJORT)


def lies_in(path: Ting, other: tuple[str | int, ...]) -> bool:
    """Whether a path is another or lies under it."""
    return path[: len(other)] == other


def touch(one: tuple[str | int, ...], other: Ting) -> bool:
    """Whether one of two paths lies in the other."""
    return all(a == b for a, b in zip(one, other, strict=False))
