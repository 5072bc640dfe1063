"""Every text of a plan with its path, and what of it is running text."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bygdeplan.model.base import Del
from bygdeplan.model.lookup import PLANEN, Planfelt
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan


class Tekstfelt(NamedTuple):
    """A text the author wrote."""

    path: Path
    text: str
    aloud: str
    """The text with what nobody reads aloud blanked out, every sign in its place."""
    own: str
    """The same without what stands in quotes."""
    is_name: bool
    """Whether it holds names, or what others decided word for word."""


def texts(plan: Plan) -> Iterator[Tekstfelt]:
    """Every text of the plan, in the order of the model."""
    yield from _inside(plan, (), PLANEN)


# The target and title of a link, a bare address, an e-mail address.
_ADDRESS = re.compile(r"(?<=\]\()[^)\n]*|<?\b(?:https?://|www\.)[^\s)>]+|(?<!\S)[^\s@]+@\S+")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")


def tekstfelt(path: Path, text: str, *, is_name: bool) -> Tekstfelt:
    """A text with what rules read of it, made once for them all."""
    aloud = _ADDRESS.sub(_blank, text)
    return Tekstfelt(path, text, aloud, _QUOTED.sub(_blank, aloud), is_name)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _inside(value: Any, path: Path, felt: Planfelt) -> Iterator[Tekstfelt]:
    """The texts in the value of a field."""
    if isinstance(value, str):
        if felt.is_text or felt.is_prose:
            yield tekstfelt(path, value, is_name=not felt.om.eigne_ord)
        return
    for key, part in _parts(value):
        if inner := felt.step(key):
            yield from _inside(part, (*path, key), inner)


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    """What lies right in a value, by its key."""
    match value:
        case Del():
            return ((name, getattr(value, name)) for name in value.OM)
        case dict():
            return ((str(key), part) for key, part in value.items())
        case list():
            return enumerate(value)
        case _:
            return ()
