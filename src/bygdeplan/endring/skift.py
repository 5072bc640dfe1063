"""How the money has moved from one plan to another."""

from collections import defaultdict
from typing import NamedTuple

from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES, Kjelde
from bygdeplan.model.okonomi import Budsjettpost
from bygdeplan.model.plan import Plan


class Skift(NamedTuple):
    """The money of one sub-goal or one year in both plans, in kroner."""

    nøkkel: str
    før: int
    etter: int

    @property
    def endring(self) -> int:
        """The shift in kroner."""
        return self.etter - self.før


class Flytting(NamedTuple):
    """As much as one budget line has lost, another has got: the same year, from the same source."""

    år: int
    kjelde: Kjelde
    beløp: int
    frå: Budsjettpost
    til: Budsjettpost


def moved(før: Plan, etter: Plan) -> tuple[Flytting, ...]:
    """What has moved from one measure or common item to another, year by year.

    Only what can be nothing else: one alone has lost the amount that year, and one alone got it.
    """
    first = max(før.år, etter.år)
    shifts: dict[tuple[int, Kjelde, int], list[tuple[int, Budsjettpost]]] = defaultdict(list)
    for (post, år, kjelde), shift in _shifts(før, etter).items():
        if shift and år >= first:
            shifts[år, kjelde, abs(shift)].append((shift, post))
    found = []
    for (år, kjelde, beløp), both in sorted(shifts.items()):
        match sorted(both):
            case [(less, lost), (more, got)] if less < 0 < more:
                found.append(Flytting(år, kjelde, beløp, lost, got))
    return tuple(found)


def _shifts(før: Plan, etter: Plan) -> dict[tuple[Budsjettpost, int, Kjelde], int]:
    shifts: dict[tuple[Budsjettpost, int, Kjelde], int] = defaultdict(int)
    for plan, sign in ((før, -1), (etter, 1)):
        for linje in okonomi.budsjettlinjer(plan):
            for kjelde, part in linje.pengar.finansiering.items():
                shifts[linje.post, linje.år, kjelde] += sign * part.sum
    return shifts


def shift_by_delmål(før: Plan, etter: Plan) -> tuple[Skift, ...]:
    """Every sub-goal either plan has, in the new plan's order, then the common items."""
    ids = [*etter.delmål, *(id_ for id_ in før.delmål if id_ not in etter.delmål), FELLES]
    old, new = _period_use(før, etter), _period_use(etter, etter)
    return tuple(
        Skift(id_, okonomi.sum_bruk(old, delmål_id=id_), okonomi.sum_bruk(new, delmål_id=id_))
        for id_ in ids
    )


def shift_by_year(før: Plan, etter: Plan) -> tuple[Skift, ...]:
    """Every year of the new plan's agreement period."""
    old, new = _period_use(før, etter), _period_use(etter, etter)
    return tuple(
        Skift(str(år), okonomi.sum_bruk(old, år=år), okonomi.sum_bruk(new, år=år))
        for år in etter.avtale.periode.årstal
    )


def _period_use(plan: Plan, newest: Plan) -> okonomi.Bruk:
    """What a plan uses within the agreement period of the newest plan."""
    return {
        key: beløp for key, beløp in okonomi.bruk(plan).items() if key[1] in newest.avtale.periode
    }
