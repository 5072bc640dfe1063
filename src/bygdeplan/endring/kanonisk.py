"""What a plan decides, as plain values: the form in which plans are compared, and kept.

A plan file holds more than that: how the work goes, what was spent, what each body decided of the
plan, why something was changed. It goes on after the plan is adopted, and is left out here.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bygdeplan.model.avtale import Pott
from bygdeplan.model.budsjett import Budsjett, Budsjettår, Finansiering
from bygdeplan.model.handsaming import Kommune, Steg
from bygdeplan.model.plan import Plan
from bygdeplan.model.tid import Periode, Tidspunkt
from bygdeplan.model.tiltak import Delmål, Indikator, Tiltak

Kanon = dict[str, Any]
"""A mapping of the plan file as JSON's types; keys are text, years too."""

UTGÅVE = ("år", "revisjon", "dato", "vedteken")
"""What tells one edition of a plan from another."""

UTANFOR: Mapping[type[BaseModel], frozenset[str]] = {
    Plan: frozenset({*UTGÅVE, "endringar", "gjort", "samla_status"}),
    # What is left of a pot is known when the accounts are: a fact, not a decision.
    Pott: frozenset({"overført"}),
    Kommune: frozenset({"vedtak", "formannskapsvedtak"}),
    Steg: frozenset({"vedtak"}),
    Delmål: frozenset({"status", "statusdato"}),
    # `status` is let in where it closes the measure.
    Tiltak: frozenset(
        {
            "status",
            "statusdato",
            "gjennomført",
            "førebels_resultat",
            "som_tiltak",
            "endringar",
        }
    ),
    Indikator: frozenset({"faktisk"}),
    Budsjettår: frozenset({"rekneskap"}),
    Finansiering: frozenset({"søkt", "løyvd", "utbetalt"}),
    Budsjett: frozenset({"historikk"}),
}
"""The fields of each part of a plan that the plan does not decide."""


def plan_fields(plan: Plan) -> Kanon:
    """What a plan decides, in the shape of its file and in the file's order, texts as they stand.

    Dates are ISO text, kroner whole numbers, numbers whole or text with a decimal comma. What says
    nothing is left out: no value, an empty group, an amount of 0 where none need be written, a
    source that pays nothing. A default that says something stands written, so that the values mean
    the same should the default change. Together with `edition_fields`, `Plan.model_validate` reads
    the plan back.
    """
    return _group(plan)


def edition_fields(plan: Plan) -> Kanon:
    """Which edition a plan is: `år`, `revisjon`, `dato`, and `vedteken` when it is adopted."""
    fields = ((name, _plain(getattr(plan, name))) for name in UTGÅVE)
    return {name: value for name, value in fields if value is not None}


def fold_text(value: Any) -> Any:
    """The values with every run of white space in a text as one space, and an open field as "".

    Two texts that differ in nothing else say the same.
    """
    match value:
        case str():
            return " ".join(value.split())
        case dict():
            return {key: fold_text(part) for key, part in value.items()}
        case list():
            return [fold_text(part) for part in value]
        case None:
            return ""
        case _:
            return value


def says_the_same(one: Any, other: Any) -> bool:
    """Whether two values of the model decide the same; white space in texts does not count."""
    return bool(fold_text(_plain(one)) == fold_text(_plain(other)))


def _group(part: BaseModel) -> Kanon:
    """The decided fields of one part of a plan."""
    outside = UTANFOR.get(type(part), frozenset())
    decided = {
        name: value
        for name, field in type(part).model_fields.items()
        if name not in outside and not _says_nothing(value := _plain(getattr(part, name)), field)
    }
    if isinstance(part, Tiltak) and part.avslutta:
        decided["status"] = part.status
    return decided


def _says_nothing(value: Any, field: FieldInfo) -> bool:
    """Whether a value is as good as left out; what must be there always says something."""
    if field.is_required():
        return False
    return value is None or value in ([], {}) or (field.default == 0 and value == 0)


def _plain(value: Any) -> Any:
    match value:
        case Finansiering() if not (value.beløp or value.timar):
            return {}
        case BaseModel():
            return _group(value)
        case dict():
            parts = ((str(key), _plain(part)) for key, part in value.items())
            return {key: part for key, part in parts if part != {}}
        case list():
            return [_plain(part) for part in value]
        case Decimal():
            return _number(value)
        case date():
            return value.isoformat()
        case Periode() | Tidspunkt():
            return str(value)
        case _:
            return value


def _number(value: Decimal) -> int | str:
    """`60`, or «2,5» as an author writes it."""
    if value == value.to_integral_value():
        return int(value)
    return f"{value.normalize():f}".replace(".", ",")
