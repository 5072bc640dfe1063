"""The atomic differences between what two plans decide."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

from bygdeplan.endring.kanonisk import Kanon, fold_text, plan_fields
from bygdeplan.model.lookup import PLANEN, Planfelt
from bygdeplan.model.minne import reckoned_once
from bygdeplan.model.plan import Plan

Ting = tuple[str, ...]
"""What a difference is about: keys in the form of `comparable_fields`, which no move changes."""


class Forskjell(NamedTuple):
    """One value that two plans do not share; None on the side that says nothing there."""

    path: Ting
    før: Any
    etter: Any

    @property
    def mirrored(self) -> "Forskjell":
        """The same difference seen from the other side."""
        return Forskjell(self.path, self.etter, self.før)


@reckoned_once
def comparable_fields(plan: Plan, first_year: int) -> Kanon:
    """What a plan decides, in a form where what moves keeps its place.

    Measures lie side by side under `tiltak`, each with the id of its sub-goal as `delmål`; white
    space in texts is folded. Of budgets only the years from `first_year` on are there: the years
    before the newer plan's are accounts by then.
    """
    fields = _with_groups(fold_text(plan_fields(plan)))
    tiltak = {
        id_: {"delmål": delmål_id, **_budgeted_from(first_year, measure)}
        for delmål_id, delmål in fields["delmål"].items()
        for id_, measure in delmål.get("tiltak", {}).items()
    }
    delmål = {id_: _without(part, "tiltak") for id_, part in fields["delmål"].items()}
    return {**fields, "delmål": delmål, "tiltak": tiltak, "budsjett": _budget(fields, first_year)}


def differences(før: Kanon, etter: Kanon, path: Ting = ()) -> Iterator[Forskjell]:
    """Where two mappings part. A list is one value; what one side lacks is told as a whole."""
    for key in [*etter, *(key for key in før if key not in etter)]:
        old, new = før.get(key), etter.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            yield from differences(old, new, (*path, key))
        elif old != new:
            yield Forskjell((*path, key), old, new)


def paths_outside_measures(plan: Plan) -> Iterator[Ting]:
    """Every path of what a plan decides outside its measures, the outer before the inner."""
    fields = comparable_fields(plan, plan.år)
    yield from _paths_in(_without(fields, "tiltak"))


def apply(fields: Kanon, changes: Iterable[Forskjell]) -> Kanon:
    """The mapping that `fields` become by the differences from it to another: the other one."""
    result = deepcopy(fields)
    for change in changes:
        *way, last = change.path
        place = result
        for key in way:
            place = place[key]
        if change.etter is None:
            del place[last]
        else:
            place[last] = change.etter
    return result


def value_at(fields: Kanon, path: Ting) -> Any:
    """What a mapping says at a path; None when it says nothing there."""
    value: Any = fields
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _with_groups(fields: Kanon) -> Kanon:
    """The fields with an empty group for each that a plan lacks: then the first one is a thing."""
    for *way, last in _groups_of_things():
        place = fields
        for key in way:
            place = place.setdefault(key, {})
        place.setdefault(last, {})
    return fields


@cache
def _groups_of_things() -> tuple[Ting, ...]:
    """Where things lie that have ids of their own, outside the measures."""
    return tuple(felt.path for felt in _named_fields(PLANEN) if felt.is_group_of_things)


def _named_fields(felt: Planfelt) -> Iterator[Planfelt]:
    """What lies in a field, as far in as its name does not depend on the plan."""
    for inner in felt.inside():
        if not inner.is_item:
            yield inner
            yield from _named_fields(inner)


def _paths_in(fields: Mapping[str, Any], path: Ting = ()) -> Iterator[Ting]:
    for key, value in fields.items():
        yield (*path, key)
        if isinstance(value, dict):
            yield from _paths_in(value, (*path, key))


def _budget(fields: Kanon, first_year: int) -> Kanon:
    """`budsjett` with the years that count."""
    items = fields["budsjett"]["fellespostar"]
    counting = {id_: _budgeted_from(first_year, item) for id_, item in items.items()}
    return {**fields["budsjett"], "fellespostar": counting}


def _budgeted_from(first_year: int, part: Mapping[str, Any]) -> Kanon:
    years = {år: year for år, year in part.get("budsjett", {}).items() if int(år) >= first_year}
    return _without(part, "budsjett") | ({"budsjett": years} if years else {})


def _without(part: Mapping[str, Any], name: str) -> Kanon:
    return {key: value for key, value in part.items() if key != name}
