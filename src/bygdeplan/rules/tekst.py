"""Every text of a plan with its path, and what of it is running text."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from bygdeplan.model.base import Del
from bygdeplan.model.lookup import field_at
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
    yield from _inside(plan, (), ())


# The target and title of a link, a bare address, an e-mail address.
_ADDRESS = re.compile(r"(?<=\]\()[^)\n]*|<?\b(?:https?://|www\.)[^\s)>]+|(?<!\S)[^\s@]+@\S+")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")


def tekstfelt(path: Path, text: str, *, is_name: bool) -> Tekstfelt:
    """A text with what rules read of it, made once for them all."""
    aloud = _ADDRESS.sub(_blank, text)
    return Tekstfelt(path, text, aloud, _QUOTED.sub(_blank, aloud), is_name)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _inside(value: Any, path: Path, kind: tuple[str, ...]) -> Iterator[Tekstfelt]:
    """The texts in a value; `kind` is its path with each id, year and number left open."""
    if isinstance(value, str):
        felt = field_at(kind)
        if felt and (felt.is_text or felt.is_prose):
            yield tekstfelt(path, value, is_name=not felt.om.eigne_ord)
    for key, part, open_key in _parts(value):
        yield from _inside(part, (*path, key), (*kind, open_key))


def _parts(value: Any) -> Iterator[tuple[str | int, Any, str]]:
    """What lies right in a value: its key, the value, and the key left open where it is no name."""
    match value:
        case Del():
            yield from ((name, getattr(value, name), name) for name in value.OM)
        case dict():
            yield from ((str(key), part, "*") for key, part in value.items())
        case list():
            yield from ((place, part, "*") for place, part in enumerate(value))
