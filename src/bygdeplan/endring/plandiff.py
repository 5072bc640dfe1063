"""What happened from one plan to another: every change, and what the documents make of it.

The result is facts, not words: documents, rules and the terminal stand on the same ones.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from bygdeplan.endring import slag as slaga
from bygdeplan.endring.endring import Endring
from bygdeplan.endring.grunngjeving import Grunnar, Grunngjeving
from bygdeplan.endring.jamforing import Jamføring
from bygdeplan.endring.skift import Skift, shift_by_delmål, shift_by_year
from bygdeplan.endring.slag import Slag
from bygdeplan.model.malform import told_apart
from bygdeplan.model.minne import reckoned_once
from bygdeplan.model.om import Nivå, Område
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import FELT, Felt


class Feltendring(NamedTuple):
    """One changed field of a measure: its value before and after, and the reasons the plan gives.

    A value is what the model holds; for `delmål` the sub-goal's id, for `budsjett` year → money.
    """

    felt: Felt
    før: Any
    etter: Any
    grunngjevingar: tuple[Grunngjeving, ...]
    endring: Endring
    """The change it is, or is a part of."""


class Tiltakspar(NamedTuple):
    """A measure that both plans hold, and what is changed in it."""

    før: TiltakPlass
    etter: TiltakPlass
    endringar: tuple[Feltendring, ...] = ()


@dataclass(frozen=True)
class Plandiff:
    """Every change between two plans, every measure without one, and how the money has moved."""

    før: Plan
    etter: Plan
    endringar: tuple[Endring, ...]
    vidareførte: tuple[Tiltakspar, ...]
    """Open measures that nothing has happened to."""
    skift_delmål: tuple[Skift, ...]
    """Whole-period cost by sub-goal, `felles` last."""
    skift_år: tuple[Skift, ...]
    """Cost by year of the agreement period."""

    @property
    def first_year(self) -> int:
        """The first year of budgets that counts: the years before it are accounts by then."""
        return max(self.før.år, self.etter.år)

    @property
    def tom(self) -> bool:
        """Whether nothing has changed, and no money has moved."""
        return not self.endringar and not self.pengar_flytta

    @property
    def pengar_flytta(self) -> bool:
        """Whether any sub-goal or year has another sum."""
        return any(skift.endring for skift in self.skift_delmål + self.skift_år)

    def only(self, nivåa: Collection[Nivå]) -> "Plandiff":
        """The changes of some levels alone; how money has moved is a matter of principle."""
        kept = tuple(endring for endring in self.endringar if endring.nivå in nivåa)
        if Nivå.PRINSIPIELL in nivåa:
            return replace(self, endringar=kept, vidareførte=())
        return replace(self, endringar=kept, vidareførte=(), skift_delmål=(), skift_år=())

    @cached_property
    def heile(self) -> Mapping[str, Endring]:
        """The changes that are of a whole measure, which comes, goes, ends or begins, by its id."""
        return {
            endring.ting[1]: endring
            for endring in self.endringar
            if endring.slag.område is Område.TILTAK and not endring.is_of_a_field
        }

    @cached_property
    def nye(self) -> tuple[TiltakPlass, ...]:
        """Measures that the old plan does not have."""
        return self._places(self.etter, slaga.NYTT, slaga.NYTT_AVSLUTTA)

    @cached_property
    def borte(self) -> tuple[TiltakPlass, ...]:
        """Measures that vanished without being closed; a rule says it is a fault."""
        return self._places(self.før, slaga.BORTE)

    @cached_property
    def utgåtte(self) -> tuple[TiltakPlass, ...]:
        """Measures that were closed in the old plan already, and have left."""
        return self._places(self.før, slaga.UTGÅTT)

    @cached_property
    def avslutta(self) -> tuple[Tiltakspar, ...]:
        """Measures that are closed since, merged and divided ones too."""
        return tuple(par for par in self._ended_or_reopened() if par.etter.tiltak.avslutta)

    @cached_property
    def gjenopna(self) -> tuple[Tiltakspar, ...]:
        """Measures that are taken up again."""
        return tuple(par for par in self._ended_or_reopened() if par.før.tiltak.avslutta)

    @cached_property
    def endra(self) -> tuple[Tiltakspar, ...]:
        """Measures that are changed in more than number, and neither closed nor taken up again."""
        return tuple(par for par in self._open_or_closed_as_before() if _fields(par) != ["nr"])

    @cached_property
    def omnummererte(self) -> tuple[Tiltakspar, ...]:
        """Measures that have a new number, and are as they were."""
        return tuple(par for par in self._open_or_closed_as_before() if _fields(par) == ["nr"])

    @cached_property
    def utanfor_tiltaka(self) -> tuple[Endring, ...]:
        """The changes that are in no measure."""
        return tuple(e for e in self.endringar if e.slag.område is not Område.TILTAK)

    def _places(self, plan: Plan, *kinds: Slag) -> tuple[TiltakPlass, ...]:
        """The measures of one of the plans that have changes of some kinds."""
        there = _by_id(plan)
        return tuple(there[endring.ting[1]] for endring in self.endringar if endring.slag in kinds)

    def _open_or_closed_as_before(self) -> Iterator[Tiltakspar]:
        return (par for par in self._changed_pairs if par.etter.id not in self.heile)

    def _ended_or_reopened(self) -> Iterator[Tiltakspar]:
        return (par for par in self._changed_pairs if par.etter.id in self.heile)

    @cached_property
    def _changed_pairs(self) -> tuple[Tiltakspar, ...]:
        """Each measure that both plans hold and something has happened to, in the new order."""
        changes: dict[str, list[Endring]] = {}
        for endring in self.endringar:
            if endring.slag.område is Område.TILTAK:
                changes.setdefault(endring.ting[1], []).append(endring)
        there = _by_id(self.før)
        return tuple(
            Tiltakspar(there[id_], place, tuple(self._fields_of(there[id_], place, changes[id_])))
            for id_, place in _by_id(self.etter).items()
            if id_ in there and id_ in changes
        )

    def _fields_of(
        self, før: TiltakPlass, etter: TiltakPlass, changes: Iterable[Endring]
    ) -> Iterator[Feltendring]:
        """The fields that are changed in a measure both plans hold, in the order of the fields.

        How a measure ended is no field of its own where the ending itself is told.
        """
        grunnar = Grunnar(self.før, self.etter)
        told = {
            each.path[2]: change
            for change in changes
            for each in change.forskjellar
            if not (len(change.ting) == 2 and each.path[2] in ("status", "avslutning"))
        }
        for felt in FELT:
            if felt in told:
                old, new = (_value(place, felt, self.first_year) for place in (før, etter))
                reasons = grunnar.for_measure(etter.id, [felt])
                yield Feltendring(felt, *told_apart(old, new), reasons, told[felt])


@reckoned_once
def diff_plans(før: Plan, etter: Plan) -> Plandiff:
    """Compare two plans of the same pilot."""
    endringar = Jamføring(før, etter).endringar()
    changed = {e.ting[1] for e in endringar if e.slag.område is Område.TILTAK}
    there = _by_id(før)
    same = (
        Tiltakspar(there[id_], place)
        for id_, place in _by_id(etter).items()
        if id_ in there and id_ not in changed and not place.tiltak.avslutta
    )
    return Plandiff(
        før=før,
        etter=etter,
        endringar=endringar,
        vidareførte=tuple(same),
        skift_delmål=shift_by_delmål(før, etter),
        skift_år=shift_by_year(før, etter),
    )


def _value(plass: TiltakPlass, felt: Felt, first_year: int) -> Any:
    if felt == "delmål":
        return plass.delmål_id
    if felt == "budsjett":
        budsjett = plass.tiltak.budsjett
        return {år: budsjett[år] for år in sorted(budsjett) if år >= first_year}
    return getattr(plass.tiltak, felt)


def _fields(par: Tiltakspar) -> list[Felt]:
    return [change.felt for change in par.endringar]


def _by_id(plan: Plan) -> dict[str, TiltakPlass]:
    return {place.id: place for place in plan.alle_tiltak}
