"""What a plan decides, as plain values: the form in which plans are compared, and kept.

A plan file holds more than that: how the work goes, what was spent, what each body decided of the
plan, why something was changed. It goes on after the plan is adopted, and is left out here: the
model says of each field which it is.
"""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from pydantic.fields import FieldInfo

from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Finansiering
from bygdeplan.model.malform import Tvitekst
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
        case Tvitekst():
            return value.each(fold_text)
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


class _Felt(NamedTuple):
    """What decides whether a field of a part of a plan is told, and when."""

    name: str
    closed_by: tuple[str, ...]
    """The values that alone are decided; none when all are."""
    nothing: tuple[Any, ...]
    """The values that are as good as left out; none when it must be there."""

    def tells(self, value: Any) -> bool:
        """Whether a plain value decides anything."""
        return value in self.closed_by if self.closed_by else value not in self.nothing


@cache
def _decided_fields(part: type[Del]) -> tuple[_Felt, ...]:
    """The fields of a part of a plan that are decided; by one value alone, last."""
    fields = [
        _Felt(name, om.closed_by, _nothing(part.model_fields[name]))
        for name, om in part.OM.items()
        if om.is_decided
    ]
    return tuple(sorted(fields, key=lambda felt: bool(felt.closed_by)))


def _nothing(field: FieldInfo) -> tuple[Any, ...]:
    if field.is_required():
        return ()
    return (None, [], {}, 0) if field.default == 0 else (None, [], {})


def _group(part: Del) -> Kanon:
    """The decided fields of one part of a plan; none of a source that pays nothing."""
    if isinstance(part, Finansiering) and not (part.beløp or part.timar):
        return {}
    fields = [(felt, _plain(getattr(part, felt.name))) for felt in _decided_fields(type(part))]
    return {felt.name: value for felt, value in fields if felt.tells(value)}


def _plain(value: Any) -> Any:
    match value:
        case None | str() | int():
            return value
        case Del():
            return _group(value)
        case dict():
            parts = ((str(key), _plain(part)) for key, part in value.items())
            return {key: part for key, part in parts if part != {}}
        case list():
            return [_plain(part) for part in value]
        case _:
            return _written(value)


def _written(value: Decimal | date | Periode | Tidspunkt) -> int | str:
    """A number or a time as an author writes it."""
    match value:
        case Decimal():
            return _number(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _number(value: Decimal) -> int | str:
    """`60`, or «2,5» as an author writes it."""
    if value == value.to_integral_value():
        return int(value)
    return f"{value.normalize():f}".replace(".", ",")
