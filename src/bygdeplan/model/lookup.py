"""What the model knows at a path: which keys a mapping may have, which values a field may take."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from bygdeplan.model.merke import Path


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
