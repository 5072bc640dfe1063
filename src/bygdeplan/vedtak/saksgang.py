"""Who decides on a plan, in which order, and how far it has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from bygdeplan.model.handsaming import Steg, Vedtak
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.ordlyd import Avvik, compare_points

Organslag = Literal["formannskap", "kommunestyre", "fylkesutval", "fylkesting", "kdd"]

_AFTER_THE_KOMMUNAR: tuple[Organslag, ...] = ("fylkesutval", "fylkesting", "kdd")


class Stand(StrEnum):
    """How far a body has come with the plan."""

    VEDTEKE = "vedteke"
    IKKJE_VEDTEKE = "ikkje vedteke"
    UTSETT = "utsett"
    STÅR_ATT = "står att"
    FORFALLEN = "skulle vore avgjort"
    """Its meeting has been, and no decision is written down."""


@dataclass(frozen=True)
class Organ:
    """A body, its meeting, and what it decided, if anything."""

    slag: Organslag
    namn: str
    """«Kommunestyret i Toppdal»."""
    kommune: str | None
    """The id of its kommune."""
    møte: date | None
    møtepath: Path
    vedtakspath: Path
    vedtak: Vedtak | None
    avvik: tuple[Avvik, ...] = ()
    """Where its wording parts from the common one."""

    @property
    def dag(self) -> date | None:
        """The day it decided, else the day it is to meet."""
        return (self.vedtak and self.vedtak.dato) or self.møte

    @property
    def i_setning(self) -> str:
        """Its name within a sentence: «kommunestyret i Toppdal»."""
        return self.namn[:1].lower() + self.namn[1:] if self.kommune else self.namn

    @property
    def er_avgjerande(self) -> bool:
        """Whether its decision must be the same as the others': a kommunestyre's."""
        return self.slag == "kommunestyre"

    def stand(self, today: date | None) -> Stand:
        """How far it has come; without a day, nothing is late."""
        if self.vedtak is not None:
            return Stand(self.vedtak.utfall)
        late = today is not None and self.møte is not None and self.møte < today
        return Stand.FORFALLEN if late else Stand.STÅR_ATT


def bodies(plan: Plan) -> Iterator[Organ]:
    """Every body that has the plan on its way: kommune by kommune, then county and ministry.

    A formannskap is left out when it does not meet on the plan, and when the kommunestyre has
    decided and nobody wrote down what the formannskap said: it is not waited for any more.
    """
    for id_, kommune in plan.kommunar.items():
        formannskap = kommune.formannskapsvedtak
        if formannskap or not (kommune.formannskap == "ingen" or kommune.vedtak):
            yield _in_kommune(plan, id_, "formannskap", "formannskapsvedtak", formannskap)
        yield _in_kommune(plan, id_, "kommunestyre", "vedtak", kommune.vedtak)
    for slag in _AFTER_THE_KOMMUNAR:
        steg: Steg | None = getattr(plan.vidare_handsaming, slag)
        if steg is not None:
            path: Path = ("vidare_handsaming", slag)
            yield Organ(
                slag=slag,
                namn=steg.organ,
                kommune=None,
                møte=steg.dato,
                møtepath=(*path, "dato"),
                vedtakspath=(*path, "vedtak"),
                vedtak=steg.vedtak,
            )


def _in_kommune(plan: Plan, id_: str, slag: Organslag, key: str, vedtak: Vedtak | None) -> Organ:
    kommune = plan.kommunar[id_]
    møte = getattr(kommune, slag)
    own = vedtak.punkt if vedtak else None
    return Organ(
        slag=slag,
        namn=f"{slag.removesuffix('e').capitalize()}et i {kommune.namn}",
        kommune=id_,
        møte=møte if isinstance(møte, date) else None,
        møtepath=("kommunar", id_, slag),
        vedtakspath=("kommunar", id_, key),
        vedtak=vedtak,
        # A wording that is not written down is the common one.
        avvik=tuple(compare_points(plan.innstilling, own)) if own else (),
    )
