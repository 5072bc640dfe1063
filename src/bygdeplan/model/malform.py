"""The two written forms of Norwegian in a plan: texts that are written in both, and in which one.

A plan is read in one form at a time (`model.former`). Until then a text in both forms is the one
in the form of what it lies in, the plan or a kommune, so that rules and comparisons read it as they
read any other text.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from bygdeplan.model.avslag import refusal, written
from bygdeplan.ord.frase import MÅLFORMER, Målform

__all__ = ["Framandtekst", "Målform", "Tvitekst", "read_målform", "read_tvitekst", "written_in"]

_UTAN_Å: Mapping[str, Målform] = {"nynorsk": "nynorsk", "bokmål": "bokmål", "bokmal": "bokmål"}


class Tvitekst(str):
    """A text written with its form: in both, or in one that is not that of what it lies in."""

    former: Mapping[Målform, str]
    """Written form → the text in it."""

    __slots__ = ("former",)

    def __new__(cls, former: Mapping[Målform, str], hovudform: Målform) -> "Tvitekst":
        """The text reads as that in `hovudform`, or in the other where it lacks that."""
        made = super().__new__(cls, former.get(hovudform) or next(iter(former.values())))
        made.former = former
        return made


class Framandtekst(str):
    """A text in another language than the document it is read in, with its language tag."""

    språk: str

    __slots__ = ("språk",)

    def __new__(cls, text: str, språk: str) -> "Framandtekst":
        """`språk` is a language tag: `nb-NO`, `se`."""
        made = super().__new__(cls, text)
        made.språk = språk
        return made


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
