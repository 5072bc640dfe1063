"""The sums that stand beside the fields of a part: each year's, and what is left in each pot."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from bygdeplan.model import Plan
from bygdeplan.model.budsjett import POTTAR
from bygdeplan.model.merke import Path
from bygdeplan.model.okonomi import Budsjettlinje, budsjettlinjer, pottrekneskap


class Årssum(NamedTuple):
    """One year of the money of a measure or a common item, in kroner."""

    tittel: str
    år: int
    kostnad: int
    finansiert: int

    @property
    def manglar(self) -> int:
        """What no source pays; negative when they pay more than it costs."""
        return self.kostnad - self.finansiert


class Pottrest(NamedTuple):
    """One year of a pot, in kroner."""

    pott: str
    år: int
    disponibelt: int
    brukt: int
    rest: int


class Summar(NamedTuple):
    """What there is to reckon in a part of the plan."""

    årssummar: Sequence[Årssum]
    pottar: Sequence[Pottrest]
    vekter: Decimal | None
    """The sum of the weights of the sub-goals, in per cent, where they are written."""


def sums_of(plan: Plan, paths: Sequence[Path]) -> Summar | None:
    """The sums of what lies at some places; None where there is no money and no weight."""
    lines = [line for line in budsjettlinjer(plan) if _lies_in(line.path, paths)]
    years = {line.år for line in lines}
    is_of_all = any(path in (("avtale",), ("budsjett",)) for path in paths)
    is_measure = any(len(path) > 2 and path[2] == "tiltak" for path in paths)
    is_weighed = any(path[:1] == ("delmål",) and len(path) < 3 for path in paths)
    if not (is_of_all or is_measure or is_weighed):
        return None
    pots = _pots(plan) if is_of_all or is_measure else ()
    shown = [pot for pot in pots if is_of_all or pot.år in years or pot.år == plan.år]
    weights = sum((sub_goal.vekt for sub_goal in plan.delmål.values()), Decimal(0))
    return Summar(
        [] if is_weighed else [_year(line) for line in lines],
        [pot for pot in shown if pot.år >= plan.år],
        weights if is_weighed else None,
    )


def _lies_in(path: Path, around: Sequence[Path]) -> bool:
    return any(path[: len(each)] == tuple(map(str, each)) for each in around)


def _year(line: Budsjettlinje) -> Årssum:
    return Årssum(line.tittel, line.år, line.pengar.kostnad, line.pengar.finansiert)


def _pots(plan: Plan) -> Iterator[Pottrest]:
    for pott in POTTAR:
        for year in pottrekneskap(plan, pott):
            yield Pottrest(pott, year.år, year.disponibelt, year.brukt, year.rest)
