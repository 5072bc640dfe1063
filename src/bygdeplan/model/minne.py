"""What is reckoned of plans once, and asked for many times."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Result = TypeVar("_Result")

_KEPT = 8
"""A plan, the year before and the locked revision, in two forms, and some room."""


def reckoned_once(reckon: Callable[_Asked, _Result]) -> Callable[_Asked, _Result]:
    """Remember the last results of a function of plans; nobody may change what it gives.

    A plan cannot be changed, so what is reckoned of it holds as long as it is the same object. Two
    plans that say the same are not: to find that out takes longer than to reckon.
    """
    kept: list[tuple[tuple[object, ...], _Result]] = []

    @wraps(reckon)
    def remembered(*asked: _Asked.args, **named: _Asked.kwargs) -> _Result:
        nonlocal kept
        for before, result in kept:
            if len(before) == len(asked) and all(map(_is_same, before, asked)) and not named:
                return result
        result = reckon(*asked, **named)
        if not named:
            kept = [*kept[1 - _KEPT :], (asked, result)]
        return result

    return remembered


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str | int) and one == other)
