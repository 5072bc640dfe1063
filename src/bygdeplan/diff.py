"""What happened from one plan to the next: measures matched by id, field by field, and the money.

The result is facts, not words: documents and the terminal show the same ones. What is reported of a
measure (status, results, accounts) never makes a change; what the plan says of it does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from bygdeplan import okonomi
from bygdeplan.model.budsjett import FELLES, Budsjettår, Finansiering
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Felt, Indikator, Tiltak

FELT: tuple[Felt, ...] = get_args(Felt)


@dataclass(frozen=True)
class Feltendring:
    """One changed field of a measure: its value before and after, and the reasons the plan gives.

    A value is what the model holds; for `delmål` the sub-goal's id, for `budsjett` year → money.
    """

    felt: Felt
    før: Any
    etter: Any
    grunngjevingar: tuple[str, ...]


@dataclass(frozen=True)
class Tiltakspar:
    """A measure that both plans hold, and what is changed in it."""

    før: TiltakPlass
    etter: TiltakPlass
    endringar: tuple[Feltendring, ...]


@dataclass(frozen=True)
class Skift:
    """The money of one sub-goal or one year in both plans, in kroner."""

    nøkkel: str
    før: int
    etter: int

    @property
    def endring(self) -> int:
        """The shift in kroner."""
        return self.etter - self.før


@dataclass(frozen=True)
class Plandiff:
    """Every measure of two plans in exactly one class, and how the money has moved."""

    før: Plan
    etter: Plan
    nye: tuple[TiltakPlass, ...]
    endra: tuple[Tiltakspar, ...]
    gjenopna: tuple[Tiltakspar, ...]
    avslutta: tuple[Tiltakspar, ...]
    borte: tuple[TiltakPlass, ...]
    """Measures that vanished without being closed; a rule says it is a fault."""
    vidareførte: tuple[Tiltakspar, ...]
    skift_delmål: tuple[Skift, ...]
    """Whole-period cost by sub-goal, `felles` last."""
    skift_år: tuple[Skift, ...]
    """Cost by year of the agreement period."""

    @property
    def tom(self) -> bool:
        """Whether nothing that the plan says has changed."""
        measures = self.nye or self.endra or self.gjenopna or self.avslutta or self.borte
        return not measures and not any(
            skift.endring for skift in self.skift_delmål + self.skift_år
        )


def diff_plans(før: Plan, etter: Plan) -> Plandiff:
    """Compare two plans of the same pilot."""
    gamle = {plass.id: plass for plass in før.alle_tiltak}
    nye = {plass.id: plass for plass in etter.alle_tiltak}
    felles = [
        Tiltakspar(gamle[id_], plass, field_changes(før, gamle[id_], etter, plass))
        for id_, plass in nye.items()
        if id_ in gamle
    ]
    avslutta = tuple(par for par in felles if _newly_closed(par))
    gjenopna = tuple(par for par in felles if par.før.tiltak.avslutta > par.etter.tiltak.avslutta)
    rest = [par for par in felles if par not in avslutta and par not in gjenopna]
    return Plandiff(
        før=før,
        etter=etter,
        nye=tuple(plass for id_, plass in nye.items() if id_ not in gamle),
        endra=tuple(par for par in rest if par.endringar),
        gjenopna=gjenopna,
        avslutta=avslutta,
        borte=tuple(
            plass for id_, plass in gamle.items() if id_ not in nye and not plass.tiltak.avslutta
        ),
        vidareførte=tuple(
            par for par in rest if not par.endringar and not par.etter.tiltak.avslutta
        ),
        skift_delmål=_shift_by_delmål(før, etter),
        skift_år=_shift_by_year(før, etter),
    )


def _newly_closed(par: Tiltakspar) -> bool:
    return par.etter.tiltak.avslutta and not par.før.tiltak.avslutta


def changed_fields(
    før: Plan, gammal: TiltakPlass, etter: Plan, ny: TiltakPlass
) -> tuple[Felt, ...]:
    """The fields of a measure that the two plans say different things of."""
    return tuple(change.felt for change in field_changes(før, gammal, etter, ny))


def field_changes(
    før: Plan, gammal: TiltakPlass, etter: Plan, ny: TiltakPlass
) -> tuple[Feltendring, ...]:
    """Each field of a measure that differs, with the reasons the new plan gives for it.

    Budgets are compared from the new plan's year on: earlier years are accounts by now.
    """
    changes = []
    for felt in FELT:
        old, new = (_value(plass, felt, etter.år) for plass in (gammal, ny))
        if not says_the_same(old, new):
            changes.append(Feltendring(felt, old, new, _reasons(før, etter, ny.tiltak, felt)))
    return tuple(changes)


def _reasons(før: Plan, etter: Plan, tiltak: Tiltak, felt: Felt) -> tuple[str, ...]:
    """The reasons given for a field since the old plan: for this revision, or any of a new year."""
    since = før.revisjon if før.år == etter.år else 0
    return tuple(
        endring.grunngjeving
        for endring in tiltak.endringar
        if endring.felt == felt and endring.revisjon > since
    )


def _value(plass: TiltakPlass, felt: Felt, first_year: int) -> Any:
    if felt == "delmål":
        return plass.delmål_id
    if felt == "budsjett":
        budsjett = plass.tiltak.budsjett
        return {år: budsjett[år] for år in sorted(budsjett) if år >= first_year}
    return getattr(plass.tiltak, felt)


def says_the_same(one: object, other: object) -> bool:
    """Whether two values of a field say the same; what is reported of a measure never counts."""
    return bool(_canonical(one) == _canonical(other))


def _canonical(value: Any) -> Any:
    """What of a value counts: text without its line breaks, money and targets without reports."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return [_canonical(item) for item in value]
        case Indikator():
            return value.namn, value.eining, value.utgangspunkt, value.mål
        case Budsjettår():
            financing = {k: _canonical(v) for k, v in value.finansiering.items() if v.sum}
            return value.kostnad, financing
        case Finansiering():
            return value.beløp, value.timar, value.sats, value.nøkkel, value.fordeling
        case Mapping():
            return {key: _canonical(item) for key, item in value.items()}
        case _:
            return value


def _shift_by_delmål(før: Plan, etter: Plan) -> tuple[Skift, ...]:
    """Every sub-goal either plan has, in the new plan's order, then the common items."""
    ids = [*etter.delmål, *(id_ for id_ in før.delmål if id_ not in etter.delmål), FELLES]
    old, new = _period_use(før, etter), _period_use(etter, etter)
    return tuple(
        Skift(
            id_,
            okonomi.sum_bruk(old, delmål_id=id_),
            okonomi.sum_bruk(new, delmål_id=id_),
        )
        for id_ in ids
    )


def _shift_by_year(før: Plan, etter: Plan) -> tuple[Skift, ...]:
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
