"""The two written forms of Norwegian in a plan: texts that are written in both, and in which one.

A plan is read in one form at a time (`model.former`). Until then a text in both forms is the one
in the form of what it lies in, the plan or a kommune, so that rules and comparisons read it as they
read any other text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Self

from bygdeplan.model.avslag import refusal, written
from bygdeplan.ord.framand import in_language
from bygdeplan.ord.frase import MÅLFORMER, Målform

__all__ = [
    "Lesetekst",
    "Målform",
    "Tvitekst",
    "authorised",
    "every_form",
    "in_each_form",
    "read_målform",
    "read_tvitekst",
    "told_apart",
    "written_in",
]

_UTAN_Å: Mapping[str, Målform] = {"nynorsk": "nynorsk", "bokmål": "bokmål", "bokmal": "bokmål"}


class Tvitekst(str):
    """A text written with its form: in both, or in one that is not that of what it lies in.

    Two of them are the same when they are so in each form. With a text that does not say its form,
    it is the same when it reads the same.
    """

    former: Mapping[Målform, str]
    """Written form → the text in it."""
    hovudform: Målform
    """The form of what it lies in."""

    __slots__ = ("former", "hovudform")

    def __new__(cls, former: Mapping[Målform, str], hovudform: Målform) -> Self:
        """The text reads as that in `hovudform`, or in the other where it lacks that."""
        made = super().__new__(cls, former.get(hovudform) or next(iter(former.values())))
        made.former, made.hovudform = former, hovudform
        return made

    def __getnewargs__(self) -> tuple[Mapping[Målform, str], Målform]:  # type: ignore[override]  # as __new__ has it
        return self.former, self.hovudform

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Tvitekst):
            return self.former == other.former
        return isinstance(other, str) and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def each(self, change: Callable[[str], str]) -> "Tvitekst":
        """The text with each of its forms changed."""
        return Tvitekst({form: change(text) for form, text in self.former.items()}, self.hovudform)


class Lesetekst(str):
    """A text as it is read in a document of one form: it knows its other form, and its language.

    Put into a sentence, or on a page, it says itself what language it is in (`ord.framand`).
    """

    former: Mapping[Målform, str]
    """Written form → the text in it, as far as it is written; none of a name."""
    språk: str | None
    """Its language tag when that is another than the document's: `nb-NO`, `se`."""

    __slots__ = ("former", "språk")

    def __new__(cls, text: str, former: Mapping[Målform, str], språk: str | None = None) -> Self:
        """`text` is what is read."""
        made = super().__new__(cls, text)
        made.former, made.språk = former, språk
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[Målform, str], str | None]:  # type: ignore[override]  # as __new__ has it
        return self.plain, self.former, self.språk

    @property
    def plain(self) -> str:
        """The words alone."""
        return str.__str__(self)

    def __str__(self) -> str:
        return self.plain if self.språk is None else in_language(self.plain, self.språk)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def authorised(text: str, målform: Målform) -> str:
    """A text in a form that it is written in; as it stands where it lacks that."""
    former = text.former if isinstance(text, Tvitekst | Lesetekst) else {}
    return former.get(målform) or str.__str__(text)


def every_form(text: str) -> Iterable[str]:
    """A text in each form that it is written in."""
    return text.former.values() if isinstance(text, Tvitekst) else (text,)


def in_each_form(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Two texts in each form that both are written in, or as they read."""
    if isinstance(old, Tvitekst) and isinstance(new, Tvitekst):
        yield from ((old.former[f], new.former[f]) for f in old.former if f in new.former)
    else:
        yield old, new


def told_apart(old: Any, new: Any) -> tuple[Any, Any]:
    """Two values of a field that is changed, as a reader sees that they differ.

    Texts that are written in forms, alone or in a list, are read in the first in which they differ,
    the main one before the other.
    """
    for form in _forms(new):
        was, has_become = _in(form, old), _in(form, new)
        if was != has_become:
            return was, has_become
    return old, new


def _forms(value: Any) -> tuple[Målform, ...]:
    """The forms to look in, the main one first; none where no text says its form."""
    texts = value if isinstance(value, list) else [value]
    main = next((text.hovudform for text in texts if isinstance(text, Tvitekst)), None)
    return (main, *(form for form in MÅLFORMER if form != main)) if main else ()


def _in(form: Målform, value: Any) -> Any:
    match value:
        case list():
            return [authorised(text, form) for text in value]
        case Tvitekst():
            return value.former.get(form)
        case _:
            return value


_RUNDT: ContextVar[Målform] = ContextVar("form of what is read", default="nynorsk")


@contextmanager
def written_in(said: object) -> Iterator[None]:
    """What is read meanwhile is in the form that is said, as the file has it.

    It is in that of what is around where none is said, or what is no form: the field tells of that.
    """
    form = _UTAN_Å.get(said.strip().lower()) if isinstance(said, str) else None
    before = _RUNDT.set(form or _RUNDT.get())
    try:
        yield
    finally:
        _RUNDT.reset(before)


def read_målform(value: object) -> Målform:
    """`nynorsk`, or `bokmål` with or without the letter å."""
    form = _UTAN_Å.get(written(value).lower())
    if form is None:
        raise refusal("målform")
    return form


def read_tvitekst(value: Mapping[object, object]) -> str:
    """A text that is written with its form, `{nynorsk: …, bokmål: …}`."""
    if not any(str(key).lower() in _UTAN_Å for key in value):
        raise refusal("verdi")
    if not value.keys() <= set(MÅLFORMER):
        raise refusal("målformer")
    former = {form: written(value[form]) for form in MÅLFORMER if value.get(form) is not None}
    if not former or not all(former.values()):
        raise refusal("tom_tekst")
    return Tvitekst(former, _RUNDT.get())
