"""Every text of a plan with its path, and what of it is running text."""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from bygdeplan.model.avtale import Avtale, Samarbeidspart
from bygdeplan.model.felt import Prosa, Tekst
from bygdeplan.model.handsaming import Kommune, Profil, Steg, Vedtak
from bygdeplan.model.merke import Path
from bygdeplan.model.organisering import Organisering, Person
from bygdeplan.model.plan import Plan, Planendring
from bygdeplan.model.tiltak import Tiltak

NAMEFIELDS = {
    (Avtale, "pilot"),
    (Avtale, "fylkeskommune"),
    (Avtale, "partar"),
    (Samarbeidspart, "namn"),
    (Organisering, "medverka"),
    (Person, "namn"),
    (Person, "frå"),
    (Kommune, "namn"),
    (Kommune, "kommunedirektør"),
    (Profil, "hovudfelt"),
    (Steg, "organ"),
    (Planendring, "felt"),
    (Vedtak, "saksnummer"),
    (Vedtak, "punkt"),
    (Vedtak, "tilleggspunkt"),
    (Tiltak, "ansvarleg"),
    (Tiltak, "samarbeid"),
}
"""Fields that hold names, or what others decided word for word."""


class Tekstfelt(NamedTuple):
    """A text the author wrote."""

    path: Path
    text: str
    is_name: bool


def texts(plan: Plan) -> Iterator[Tekstfelt]:
    """Every text of the plan, in the order of the model."""
    yield from _of_model(plan, (), is_name=False)


# The target and title of a link, a bare address, an e-mail address.
_ADDRESS = re.compile(r"(?<=\]\()[^)\n]*|<?\b(?:https?://|www\.)[^\s)>]+|(?<!\S)[^\s@]+@\S+")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")


def without_addresses(text: str) -> str:
    """The text with what nobody reads aloud blanked out, every sign in its place."""
    return _ADDRESS.sub(_blank, text)


def own_words(text: str) -> str:
    """The text with addresses and what stands in quotes blanked out, every sign in its place."""
    return _QUOTED.sub(_blank, without_addresses(text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _of_model(model: BaseModel, path: Path, *, is_name: bool) -> Iterator[Tekstfelt]:
    for name, field in type(model).model_fields.items():
        # pydantic takes the outermost annotation apart.
        kind = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        named = is_name or (type(model), name) in NAMEFIELDS
        yield from _of_value(kind, getattr(model, name), (*path, name), is_name=named)


def _of_value(kind: Any, value: Any, path: Path, *, is_name: bool) -> Iterator[Tekstfelt]:
    if isinstance(value, BaseModel):
        yield from _of_model(value, path, is_name=is_name)
    elif kind in (Tekst, Prosa) and isinstance(value, str):
        yield Tekstfelt(path, value, is_name)
    elif get_origin(kind) in (Union, UnionType):
        for alternative in get_args(kind):
            yield from _of_value(alternative, value, path, is_name=is_name)
    elif get_origin(kind) in (dict, list) and value is not None:
        inner = get_args(kind)[-1]
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            segment = key if isinstance(value, list) else str(key)
            yield from _of_value(inner, part, (*path, segment), is_name=is_name)
