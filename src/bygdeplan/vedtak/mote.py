"""The meetings on a plan's way to adoption, as far as their days are known."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import easter

from bygdeplan.model.handsaming import Steg
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan


class Møte(NamedTuple):
    """A meeting: the body as it stands in a sentence, the day, the path of the day."""

    organ: str
    dag: date
    path: Path


def meetings(plan: Plan) -> Iterator[Møte]:
    """Every meeting, the kommunar's first."""
    for kommune_id in plan.kommunar:
        yield from kommune_meetings(plan, kommune_id)
    for name in ("fylkesutval", "fylkesting", "kdd"):
        yield from _after_the_kommunar(plan, name)


def kommune_meetings(plan: Plan, kommune_id: str) -> list[Møte]:
    """The meetings of a kommune: formannskap, then kommunestyre."""
    kommune = plan.kommunar[kommune_id]
    days = {"formannskap": kommune.formannskap, "kommunestyre": kommune.kommunestyre}
    return [
        Møte(f"{body.removesuffix('e')}et i {kommune.namn}", day, ("kommunar", kommune_id, body))
        for body, day in days.items()
        if isinstance(day, date)
    ]


def steps(plan: Plan) -> Iterator[tuple[Møte, list[Møte]]]:
    """Each meeting with those it waits for.

    The kommunestyre waits for its formannskap, the county for every kommunestyre, the ministry and
    fylkestinget for fylkesutvalet.
    """
    councils = []
    for kommune_id in plan.kommunar:
        own = kommune_meetings(plan, kommune_id)
        if own:
            yield own[-1], own[:-1]
            councils.append(own[-1])
    utval = _after_the_kommunar(plan, "fylkesutval")
    for møte in utval:
        yield møte, councils
    for name in ("fylkesting", "kdd"):
        for møte in _after_the_kommunar(plan, name):
            yield møte, utval or councils


def _after_the_kommunar(plan: Plan, name: str) -> list[Møte]:
    steg: Steg | None = getattr(plan.vidare_handsaming, name)
    if steg is None or steg.dato is None:
        return []
    return [Møte(steg.organ, steg.dato, ("vidare_handsaming", name, "dato"))]


_FIXED = {
    (1, 1): "fyrste nyttårsdag",
    (5, 1): "fyrste mai",
    (5, 17): "grunnlovsdagen",
    (12, 25): "fyrste juledag",
    (12, 26): "andre juledag",
}
_FROM_EASTER = {
    -3: "skjærtorsdag",
    -2: "langfredag",
    0: "fyrste påskedag",
    1: "andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "fyrste pinsedag",
    50: "andre pinsedag",
}
"""Days after Easter Sunday."""


def helgedagar(year: int) -> dict[date, str]:
    """The public holidays of a year, each with its name; of two on one day, the fixed one."""
    sunday = easter(year)
    moving = {sunday + timedelta(days): name for days, name in _FROM_EASTER.items()}
    return moving | {date(year, month, day): name for (month, day), name in _FIXED.items()}
