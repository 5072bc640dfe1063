"""What a plan says in a field, as the change list shows it: by the type of the field."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import TOM_CELLE
from bygdeplan.documents.verdi import (
    Verdi,
    below_each_other,
    lines,
    paragraph,
    plain,
    prose,
    sum_of,
)
from bygdeplan.documents.vising import Vising
from bygdeplan.endring.kanonisk import says_the_same
from bygdeplan.model.avtale import Fase, Løyving, Pott, Samarbeidspart
from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Budsjettår, Fellespost, Finansiering, Fordelingsnøkkel, Kjelde
from bygdeplan.model.felt import Beløp, Møtedato, Tidspunkt, År
from bygdeplan.model.handsaming import Kommune, Steg, Årshjulpunkt
from bygdeplan.model.lookup import Planfelt
from bygdeplan.model.om import Område
from bygdeplan.model.organisering import Person
from bygdeplan.model.plan import Plan
from bygdeplan.model.tiltak import Avslutning, Delmål, Indikator, Status, Utfall
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase


@dataclass(frozen=True)
class Visar:
    """Shows what one of two plans says."""

    plan: Plan
    first_year: int
    """The first year of budgets that count in the comparison."""

    def show(self, felt: Planfelt, value: Any, other: Any = None) -> Verdi:
        """A value of the model in words; of a mapping what is not as in `other`, the other plan's.

        A dash where the plan says nothing.
        """
        if value is None or value in ([], {}):
            return plain(TOM_CELLE)
        if felt.is_prose:
            return prose(value if _is_of_a_measure(felt) else _on_one_line(value))
        match value:
            case dict():
                return self._mapping(felt, value, other or {})
            case list():
                return self._list(felt, value)
            case Del():
                return self._whole(felt, value)
            case _:
                return plain(self._words(felt, value))

    def _mapping(self, felt: Planfelt, value: dict[Any, Any], other: dict[Any, Any]) -> Verdi:
        """An item for each key; of things with fields of their own only those that are changed."""
        [item] = felt.inside()
        if item.del_ is Budsjettår:
            return below_each_other(self._years(value, other))
        if item.del_ is not None:
            changed = (key for key in value if not says_the_same(value[key], other.get(key)))
            return below_each_other(self._whole(item, value[key]) for key in changed)
        if item.is_prose:
            return below_each_other(
                prose(f"{key}: {_on_one_line(text)}") for key, text in value.items()
            )
        named = ((self._name(felt, str(key)), part) for key, part in value.items())
        return lines(
            name if part is None else f"{name}: {self._words(item, part)}" for name, part in named
        )

    def _list(self, felt: Planfelt, value: list[Any]) -> Verdi:
        """In a measure a sentence; elsewhere a line for each."""
        [item] = felt.inside()
        if item.del_ is not None:
            return below_each_other(self._whole(item, part) for part in value)
        words = [self._words(item, part) for part in value]
        return plain(skriv.liste(words)) if _is_of_a_measure(felt) else lines(words)

    def _whole(self, felt: Planfelt, part: Del) -> Verdi:
        """A thing: in short, then each field that the short form does not tell of."""
        if isinstance(part, Avslutning):
            return self._closing(felt, part)
        kort = _KORT.get(type(part))
        first = [kort.lines(self, part)] if kort else []
        told = kort.felt if kort else ()
        return below_each_other([*first, *self._rest(felt, part, told)])

    def _closing(self, felt: Planfelt, closing: Avslutning) -> Verdi:
        _, tiltak_id, *_ = felt.path
        words = f"{closing_words(self.plan, closing, tiltak_id)}. {closing.vurdering or ''}"
        told = prose(words[:1].upper() + words[1:])
        rest = [*self._rest(felt, closing, ("utfall", "tiltak", "vurdering"))]
        return below_each_other([told, *rest]) if rest else told

    def _rest(self, felt: Planfelt, part: Del, told: tuple[str, ...] | None) -> Iterable[Verdi]:
        """«merknad: berre til utstyr», for what is decided and not told of; None: all is told."""
        for inner in felt.inside():
            name = inner.path[-1]
            value = getattr(part, name)
            if told is None or name in told or inner.is_outside or value in (None, [], {}):
                continue
            shown = self.show(inner, value)
            yield paragraph(f"{omtale.felt(inner.om.namn)}: {_on_one_line(shown.tekst)}")

    def _years(
        self, value: Mapping[int, Budsjettår], other: Mapping[int, Budsjettår]
    ) -> Iterable[Verdi]:
        """The years that are not as they were, with cost and who pays."""
        for år in sorted(value):
            if år >= self.first_year and not says_the_same(value[år], other.get(år)):
                yield self._money(år, value[år], other.get(år))

    def _money(self, år: int, pengar: Budsjettår, other: Budsjettår | None) -> Verdi:
        others = other.finansiering if other else {}
        sources = [
            self._source(kjelde, part, others.get(kjelde))
            for kjelde, part in pengar.finansiering.items()
            if part.sum or kjelde in others
        ]
        return sum_of(f"{år}: {skriv.kroner(pengar.kostnad)}", sources)

    def _source(self, kjelde: Kjelde, part: Finansiering, other: Finansiering | None) -> str:
        """What a source pays; the parts of the sum too when they are all that is changed in it."""
        text = f"{omtale.kjelde(kjelde)} {skriv.tal(part.sum)}"
        if other is None or part.sum != other.sum or says_the_same(part, other):
            return text
        return f"{text}: {omtale.finansiering(self.plan, part)}"

    def _words(self, felt: Planfelt, value: Any) -> str:
        """One value in words."""
        match value:
            case bool():
                return omtale.ja_nei(value)
            case Tidspunkt():
                return omtale.tidspunkt(value)
            case date():
                return skriv.dato(value)
            case int() | Decimal():
                return _number(felt, value)
            case _:
                return _choice(felt, value) or self._name(felt, str(value))

    def _name(self, felt: Planfelt, id_: str) -> str:
        """What an id stands for, where the field refers to something; else what is written."""
        names = (_NAMES[group](self.plan, id_) for group in felt.om.til)
        return next((name for name in names if name), id_)


def closing_words(plan: Plan, closing: Avslutning | None, tiltak_id: str) -> str:
    """«fullført»; «slått saman med tiltak 4 Turkart», of the measure that is closed."""
    if closing is None:
        return TOM_CELLE
    closed = plan.finn_tiltak(tiltak_id)
    delmål_id = closed.delmål_id if closed else ""
    found = (plan.finn_tiltak(id_) for id_ in closing.tiltak)
    names = [omtale.tiltak_sett_frå(plan, other, delmål_id) for other in found if other]
    utfall = omtale.utfall(closing.utfall)
    return frase("omtale.utfall", utfall=utfall, tiltak=skriv.liste(names)) if names else utfall


def _is_of_a_measure(felt: Planfelt) -> bool:
    """Whether it stands in a table of one measure: there is room for paragraphs and sentences."""
    return felt.område is Område.TILTAK


def _on_one_line(text: str) -> str:
    """A cell with paragraphs or lists in it would make a table that Markdown cannot write."""
    return " ".join(text.split())


def _number(felt: Planfelt, value: int | Decimal) -> str:
    if Beløp in felt.kinds:
        return skriv.kroner(int(value))
    if År in felt.kinds:
        return str(value)
    number, unit = skriv.tal(value), felt.om.eining
    return frase(f"eining.{unit}", tal=number) if unit else number


CHOICES: tuple[tuple[Any, str], ...] = (
    (Status, "status_for_tiltak"),
    (Utfall, "utfall"),
    (Møtedato, "møtedag"),
)
"""The types whose values are chosen among some words, with the group of those words."""


def _choice(felt: Planfelt, value: Any) -> str | None:
    """What is chosen among some words, as documents have it; None where it is not so."""
    group = next((group for kind, group in CHOICES if kind in felt.kinds), None)
    return group and frase(f"{group}.{value}")


def _kommune(plan: Plan, id_: str) -> str | None:
    return Vising(plan)("kommunar", id_, "namn") or None


def _part(plan: Plan, id_: str) -> str | None:
    return omtale.samarbeidspartar(plan, [id_])


def _measure(plan: Plan, id_: str) -> str | None:
    place = plan.finn_tiltak(id_)
    return omtale.tiltaksnamn_i_delmål(plan, place) if place else None


def _sub_goal(plan: Plan, id_: str) -> str | None:
    return omtale.delmålsnamn(plan, id_) if id_ in plan.delmål else None


def _key(plan: Plan, id_: str) -> str | None:
    return Vising(plan)("budsjett", "fordelingsnøklar", id_, "tittel") or None


_NAMES: dict[str, Callable[[Plan, str], str | None]] = {
    "kommunar": _kommune,
    "partar": _part,
    "tiltak": _measure,
    "delmål": _sub_goal,
    "fordelingsnøklar": _key,
}
"""What a field can refer to by id → its name in a plan; None where the plan has none such."""


@dataclass(frozen=True)
class _Kort:
    """How a thing is told of in short."""

    lines: Callable[[Visar, Any], Verdi]
    felt: tuple[str, ...] | None = None
    """The fields it tells; None: the rest is not told of, for each is a change of its own."""


def _line(words: Callable[[Any], str], *felt: str) -> _Kort:
    return _Kort(lambda _, part: paragraph(words(part)), felt or None)


def _delmål(part: Delmål) -> str:
    return f"{part.tittel} ({skriv.tal(part.vekt)}{skriv.NBSP}%)"


def _løyving(part: Løyving) -> str:
    return f"{part.år}: {skriv.kroner(part.beløp)} ({part.kjelde})"


def _indikator(part: Indikator) -> str:
    told = {"namn": part.namn, "mål": skriv.tal(part.mål), "eining": part.eining}
    if part.utgangspunkt is None:
        return frase("måltal.til", **told)
    return frase("måltal.frå_til", utgangspunkt=skriv.tal(part.utgangspunkt), **told)


def _steg(part: Steg) -> str:
    return f"{part.organ} {skriv.dato(part.dato)}" if part.dato else part.organ


def _årshjulpunkt(part: Årshjulpunkt) -> str:
    return f"{part.tittel} {omtale.tidspunkt(part.dato)}" if part.dato else part.tittel


def _fellespost(visar: Visar, part: Fellespost) -> Verdi:
    return below_each_other([paragraph(part.tittel), *visar._years(part.budsjett, {})])  # noqa: SLF001


_KORT: dict[type[Del], _Kort] = {
    Person: _line(omtale.person, "namn", "stilling", "frå", "merknad"),
    Løyving: _line(_løyving, "år", "beløp", "kjelde"),
    Fase: _line(lambda part: f"{part.namn} ({part.tid}): {part.innhald}", "namn", "tid", "innhald"),
    Indikator: _line(_indikator, "namn", "eining", "utgangspunkt", "mål"),
    Kommune: _line(lambda part: f"{part.namn} ({part.nummer})"),
    Delmål: _line(_delmål),
    Samarbeidspart: _line(lambda part: part.namn),
    Steg: _line(_steg),
    Årshjulpunkt: _line(_årshjulpunkt),
    Fordelingsnøkkel: _line(lambda part: part.tittel),
    Pott: _Kort(lambda _, part: lines(map(_løyving, part.løyvingar))),
    Fellespost: _Kort(_fellespost),
}
"""The things that have a short form; one without is told of field by field."""
