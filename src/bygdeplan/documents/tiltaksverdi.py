"""What a measure says in one of its fields, as the change list shows it."""

from typing import Any

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import TOM_CELLE
from bygdeplan.documents.verdi import Verdi, below_each_other, lines, plain, prose, sum_of
from bygdeplan.endring.kanonisk import says_the_same
from bygdeplan.model.budsjett import Budsjettår, Finansiering, Kjelde
from bygdeplan.model.felt import Tidspunkt
from bygdeplan.model.plan import Plan
from bygdeplan.model.tiltak import Avslutning, Felt, Indikator
from bygdeplan.ord import nynorsk


def show_field(plan: Plan, felt: Felt, value: Any, other: Any) -> Verdi:
    """A field's value in words; `other` is the value it is compared with."""
    match felt, value:
        case _, None | []:
            return plain(TOM_CELLE)
        case "skildring" | "overføringsverdi", _:
            return prose(value)
        case "avslutning", _:
            words = f"{closing_words(plan, value)}. {value.vurdering or ''}"
            return prose(words[:1].upper() + words[1:])
        case "delmål", _:
            return plain(omtale.delmålsnamn(plan, value))
        case "samarbeidspartar", _:
            return plain(omtale.samarbeidspartar(plan, value))
        case "indikatorar", _:
            changed = (id_ for id_ in value if not says_the_same(value[id_], other.get(id_)))
            return lines(_target(value[id_]) for id_ in changed)
        case "budsjett", _:
            changed = (år for år in value if not says_the_same(value[år], other.get(år)))
            return below_each_other(_money(plan, år, value[år], other.get(år)) for år in changed)
        case _:
            return plain(_words(value))


def closing_words(plan: Plan, closing: Avslutning | None) -> str:
    """«fullført»; «slått saman med tiltak 4 Turkart»."""
    if closing is None:
        return TOM_CELLE
    found = (plan.finn_tiltak(id_) for id_ in closing.tiltak)
    names = [f"tiltak {omtale.tiltaksnamn(plan, other)}" for other in found if other]
    return f"{closing.utfall} {nynorsk.liste(names)}".rstrip()


def _words(value: bool | int | Tidspunkt | list[str] | str) -> str:  # noqa: FBT001  # one kind of value
    match value:
        case bool():
            return omtale.ja_nei(value)
        case Tidspunkt():
            return omtale.tidspunkt(value)
        case list():
            return nynorsk.liste(value)
        case _:
            return str(value)


def _target(indikator: Indikator) -> str:
    start = "" if indikator.utgangspunkt is None else f" frå {nynorsk.tal(indikator.utgangspunkt)}"
    return f"{indikator.namn}:{start} til {nynorsk.tal(indikator.mål)} {indikator.eining}"


def _money(plan: Plan, år: int, pengar: Budsjettår, other: Budsjettår | None) -> Verdi:
    """A year's cost and who pays it."""
    others = other.finansiering if other else {}
    sources = [
        _source(plan, kjelde, part, others.get(kjelde))
        for kjelde, part in pengar.finansiering.items()
    ]
    return sum_of(f"{år}: {nynorsk.kroner(pengar.kostnad)}", sources)


def _source(plan: Plan, kjelde: Kjelde, part: Finansiering, other: Finansiering | None) -> str:
    """What a source pays; the parts of the sum too when they are all that is changed in it."""
    text = f"{omtale.KJELDER[kjelde]} {nynorsk.tal(part.sum)}"
    if other is None or part.sum != other.sum or says_the_same(part, other):
        return text
    return f"{text}: {omtale.finansiering(plan, part)}"
