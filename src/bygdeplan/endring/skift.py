"""How the money has moved from one plan to another."""

from typing import NamedTuple

from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES
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
