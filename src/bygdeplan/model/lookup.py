"""What the model knows at a path: what is true of a field, which keys and values it may have.

This is the one walk of the model: who wants to know something of the fields of a plan, asks here.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from bygdeplan.model.base import Del
from bygdeplan.model.felt import Id, Prosa, Tekst
from bygdeplan.model.merke import Path
from bygdeplan.model.om import GRUPPE, Avgjort, Om, Område, Rolle
from bygdeplan.model.plan import Plan
from bygdeplan.model.tiltak import Tiltak
from bygdeplan.ord.frase import MÅLFORMER


@dataclass(frozen=True)
class Planfelt:
    """A field of a plan, or an item of one, as the model knows it."""

    path: tuple[str, ...]
    """Its keys from the top of a plan file; `*` for an id, a year or a place in a list."""
    om: Om
    kinds: tuple[Any, ...]
    """The types that a value there may have, as the model writes them, without None."""
    område: Område
    """The part of the plan it is in."""
    avgjort: Avgjort | None = None
    """The level it has, of its own or of what it lies in; None for a group, and what is outside."""
    is_outside: bool = False
    """Whether it is reported, or tells editions apart: no part of what a plan decides."""
    is_item: bool = False
    """Whether it is an item of a list or a mapping, not a field of its own."""
    is_in_list: bool = False
    is_required: bool = False
    """Whether what it lies in must have it."""

    @property
    def mønster(self) -> str:
        """The path with full stops; `**` after it stands for whatever lies there."""
        return ".".join(self.path)

    @property
    def del_(self) -> type[Del] | None:
        """The class of what lies there, when it is a group of known keys."""
        return _part_of(self.kinds)

    @property
    def is_a_key(self) -> bool:
        """Whether it is a key with a value of its own: not a mapping, not an item of a list."""
        is_mapping = any(get_origin(kind) is dict for kind in self.kinds)
        return not is_mapping and not (self.is_item and self.is_in_list)

    @property
    def is_group_of_things(self) -> bool:
        """Whether it is a mapping in which all that lies there is a group of its own."""
        things = [inner.del_ for inner in self.inside()]
        is_list = any(get_origin(kind) is list for kind in self.kinds)
        return bool(things) and all(things) and not is_list

    @cached_property
    def is_prose(self) -> bool:
        """Whether what is written there is CommonMark."""
        return Prosa in self.kinds

    @cached_property
    def is_text(self) -> bool:
        """Whether what is written there is text shown as it is."""
        return Tekst in self.kinds

    def inside(self) -> Iterable["Planfelt"]:
        """The fields or items right in it, in order."""
        return self._inner.values()

    def walk(self) -> Iterator["Planfelt"]:
        """It and all that lies in it, the outer before the inner, in the order of the model."""
        yield self
        for inner in self.inside():
            yield from inner.walk()

    def step(self, key: str | int) -> "Planfelt | None":
        """What lies under a key or at a place in a list; None when nothing can."""
        return (
            self._inner.get(key) or self._inner.get("*") or self._sub_goal(key) or self._form(key)
        )

    @cached_property
    def _inner(self) -> Mapping[str | int, "Planfelt"]:
        """What lies right in it, by its key; an item by `*`."""
        inner: dict[str | int, Planfelt] = {}
        for kind in self.kinds:
            if _is_part(kind):
                inner |= {name: self._field(kind, name) for name in kind.OM}
            elif get_origin(kind) in (dict, list):
                inner["*"] = self._item(kind)
        return inner

    def _sub_goal(self, key: str | int) -> "Planfelt | None":
        """The sub-goal of a measure, as a field of it: so plans are compared."""
        if key == "delmål" and self.del_ is Tiltak:
            return self._under(Tiltak.DELMÅL, "delmål", (Id,))
        return None

    def _form(self, key: str | int) -> "Planfelt | None":
        """The text in one of the two forms that it is written in."""
        is_text = self.is_text or self.is_prose
        return replace(self, path=(*self.path, str(key))) if is_text and key in MÅLFORMER else None

    def _field(self, part: type[Del], name: str) -> "Planfelt":
        felt = self._under(part.OM[name], name, _field_kinds(part, name))
        return replace(felt, is_required=part.model_fields[name].is_required())

    def _under(self, om: Om, name: str, kinds: tuple[Any, ...]) -> "Planfelt":
        own = om.rolle if isinstance(om.rolle, Avgjort) else None
        outside = self.is_outside or (isinstance(om.rolle, Rolle) and om.rolle.is_outside)
        return Planfelt(
            path=(*self.path, name),
            om=om,
            kinds=kinds,
            område=_part_named_by(kinds) or om.område or self.område,
            avgjort=None if outside else self.avgjort or own,
            is_outside=outside,
        )

    def _item(self, container: Any) -> "Planfelt":
        kinds = _whole_kinds(get_args(container)[-1])
        return replace(
            self,
            path=(*self.path, "*"),
            kinds=kinds,
            område=_part_named_by(kinds) or self.område,
            is_required=False,
            is_item=True,
            is_in_list=get_origin(container) is list,
        )


def _part_named_by(kinds: Iterable[Any]) -> Område | None:
    """The part of the plan that the class of a thing names, if it does."""
    part = _part_of(kinds)
    return part.OM_DELEN.område if part else None


PLANEN = Planfelt((), Om("planen", GRUPPE), (Plan,), Område.ANNA)
"""The whole plan, as its file has it."""
TILTAKA = Planfelt(("tiltak",), Om("tiltak", GRUPPE), (dict[str, Tiltak],), Område.TILTAK)
"""The measures side by side, as plans are compared: there, `delmål` is a field of each."""


def field_at(path: Path) -> Planfelt | None:
    """What lies at a path of a plan file, or of plans as they are compared; None for nothing."""
    felt: Planfelt | None = TILTAKA if path[:1] == ("tiltak",) else PLANEN
    for key in path[felt is TILTAKA :]:
        felt = felt.step(key) if felt else None
    return felt


def value_at(plan: Plan, path: Path | None) -> Any:
    """What a plan says at a path of its file; None for no path, and where it says nothing."""
    value: Any = None if path is None else plan
    for key in path or ():
        match value:
            case Del():
                value = getattr(value, str(key), None)
            case dict():
                value = next((part for name, part in value.items() if str(name) == str(key)), None)
            case _:
                return None
    return value


def places(value: Any, pattern: tuple[str, ...]) -> Iterator[Path]:
    """Where a path with `*` leads in a part of a plan: each place at which it says something."""
    if value is None:
        return
    if not pattern:
        yield ()
        return
    key, *rest = pattern
    match value:
        case Del():
            inner: Iterable[tuple[str | int, Any]] = [(key, getattr(value, key))]
        case dict():
            inner = value.items()
        case _:
            inner = enumerate(value)
    for name, part in inner:
        yield from ((name, *way) for way in places(part, tuple(rest)))


@cache
def all_fields() -> tuple[Planfelt, ...]:
    """Every field of a plan file and every item of one, in the order of the model."""
    return tuple(PLANEN.walk())[1:]


@cache
def decided_fields() -> tuple[Planfelt, ...]:
    """Every field that a plan decides, as plans are compared: the measures first.

    Each as far in as it has a level of its own: its path ends in `*` for the items of a list, in
    `**` for all that lies in a group of one level.
    """
    [measure] = TILTAKA.inside()
    measures = [
        found
        for each in (measure.step("delmål"), *measure.inside())
        if each
        for found in _levelled(each)
    ]
    others = [
        found for found in _levelled(PLANEN) if found.path[:4] != ("delmål", "*", "tiltak", "*")
    ]
    others.sort(key=lambda felt: felt.path[0] != "delmål")
    return (*measures, *others)


def _levelled(felt: Planfelt) -> Iterator[Planfelt]:
    if felt.avgjort is None:
        for inner in felt.inside():
            yield from _levelled(inner)
        return
    [*items] = felt.inside()
    if not items:
        yield felt
    elif items[0].is_item and items[0].del_ is None:
        yield from _levelled(items[0])
    else:
        yield replace(felt, path=(*felt.path, "**"))


def is_yearly(path: Path) -> bool:
    """Whether all that lies at a path is written anew for each year, as meetings and texts are."""
    felt = field_at(path)
    decided = [each for each in felt.walk() if each.avgjort] if felt else []
    return bool(decided) and all(each.om.årleg for each in decided)


def is_own_affair(path: Path) -> bool:
    """Whether what lies at a path is a kommune's own affair, or lies in something that is."""
    around = (field_at(path[:length]) for length in range(1, len(path) + 1))
    return any(felt.om.eige for felt in around if felt)


def help_of(part: type[object]) -> Mapping[str, str]:
    """What each field of a part of the plan is for: the Nynorsk text under it in the code."""
    [tree] = ast.parse(dedent(getsource(part))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


@cache
def _field_kinds(part: type[Del], name: str) -> tuple[Any, ...]:
    field = part.model_fields[name]
    # pydantic takes the outermost annotation apart.
    rest = [fact for fact in field.metadata if not isinstance(fact, Om)]
    return _whole_kinds(Annotated[field.annotation, *rest] if rest else field.annotation)


def _whole_kinds(annotation: Any) -> tuple[Any, ...]:
    """The alternatives of a type, as the model writes them."""
    if get_origin(annotation) in (Union, UnionType):
        return tuple(kind for each in get_args(annotation) for kind in _whole_kinds(each))
    return () if annotation is type(None) else (annotation,)


def _part_of(kinds: Iterable[Any]) -> type[Del] | None:
    """The group of known keys among some types, if one is."""
    return next((kind for kind in kinds if _is_part(kind)), None)


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Del)


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys a mapping at a path may have; none where they are ids, or where nothing is."""
    keys: list[str] = []
    for kind in types_at(model, path):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            keys += kind.model_fields
        elif get_origin(kind) is dict:
            keys += _literals(get_args(kind)[0])
    return keys


def known_values(model: type[BaseModel], path: Path) -> list[str]:
    """The fixed values a field at a path may take; none where anything goes."""
    return [value for kind in types_at(model, path) for value in _literals(kind)]


def types_at(model: type[BaseModel], path: Path) -> list[Any]:
    """The types a value at a path may have, with unions and annotations taken apart."""
    kinds: list[Any] = [model]
    for segment in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, segment)]
    return kinds


def _inside(kind: Any, segment: str | int) -> Iterator[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if segment in kind.model_fields:
            yield from _alternatives(kind.model_fields[str(segment)].annotation)
    elif get_origin(kind) is dict:
        yield from _alternatives(get_args(kind)[1])
    elif get_origin(kind) is list and isinstance(segment, int):
        yield from _alternatives(get_args(kind)[0])


def _alternatives(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for alternative in get_args(annotation):
            yield from _alternatives(alternative)
    elif annotation is not type(None):
        yield annotation


def _literals(annotation: Any) -> list[str]:
    return [
        str(value)
        for kind in _alternatives(annotation)
        if get_origin(kind) is Literal
        for value in get_args(kind)
    ]
