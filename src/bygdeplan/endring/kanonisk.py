"""What a plan decides, as plain values: the form in which plans are compared, and kept.

A plan file holds more than that: how the work goes, what was spent, what each body decided of the
plan, why something was changed. It goes on after the plan is adopted, and is left out here: the
model says of each field which it is.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic.fields import FieldInfo

from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Finansiering
from bygdeplan.model.om import UTGÅVE
from bygdeplan.model.plan import Plan
from bygdeplan.model.tid import Periode, Tidspunkt

Kanon = dict[str, Any]
"""A mapping of the plan file as JSON's types; keys are text, years too."""


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
    named = (name for name, om in plan.OM.items() if om.rolle is UTGÅVE)
    fields = ((name, _plain(getattr(plan, name))) for name in named)
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


def _group(part: Del) -> Kanon:
    """The decided fields of one part of a plan; what is decided by one value alone stands last."""
    decided = {name: om for name, om in part.OM.items() if om.is_decided}
    fields = {name: _plain(getattr(part, name)) for name in decided}
    said = {
        name: value
        for name, value in fields.items()
        if decided[name].can_be_named and not _says_nothing(value, type(part).model_fields[name])
    }
    return said | {
        name: value for name, value in fields.items() if value in decided[name].closed_by
    }


def _says_nothing(value: Any, field: FieldInfo) -> bool:
    """Whether a value is as good as left out; what must be there always says something."""
    if field.is_required():
        return False
    return value is None or value in ([], {}) or (field.default == 0 and value == 0)


def _plain(value: Any) -> Any:
    match value:
        case Finansiering() if not (value.beløp or value.timar):
            return {}
        case Del():
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
