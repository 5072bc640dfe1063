"""A plan as it is read in one written form: each of its texts in that form, where it has one."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from bygdeplan.model.base import Del
from bygdeplan.model.lookup import PLANEN, Planfelt
from bygdeplan.model.malform import Lesetekst, Målform, Tvitekst
from bygdeplan.model.merke import Path
from bygdeplan.model.minne import reckoned_once
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import SPRÅKMERKE

SAMISK = "se"
"""The language tag of Northern Sámi."""
_SAMISKE_NAMN = ("kommunar", "*", "samisk_namn")


class Plantekst(NamedTuple):
    """A text of a plan, and where it stands."""

    path: Path
    felt: Planfelt
    text: str

    @property
    def er_i_målform(self) -> bool:
        """Whether it reads otherwise in the other form: «2030–2033» does not."""
        return er_tekst(self.felt) and any(map(str.isalpha, self.text))

    @property
    def has_own_words(self) -> bool:
        """Whether it has words of the author's own, which the other form can write otherwise."""
        return self.felt.om.eigne_ord and self.er_i_målform


@reckoned_once
def i_form(plan: Plan, målform: Målform) -> Plan:
    """The plan as it is read in a form; the plan itself when each text is in that form already.

    A text that is written in both forms, in the other alone, or is Sámi, is a `Lesetekst`. Marks
    and paths are those of the plan.
    """

    def read(found: Plantekst) -> str:
        return _in_form(plan, found, målform)

    return _with_texts(plan, (), PLANEN, read)  # type: ignore[no-any-return]  # a plan becomes one


@reckoned_once
def plantekstar(plan: Plan) -> tuple[Plantekst, ...]:
    """Every text of a plan, in the order of the model; one in both forms once."""
    found: list[Plantekst] = []
    _gather(plan, (), PLANEN, found)
    return tuple(found)


def er_tekst(felt: Planfelt) -> bool:
    """Whether what stands there is in a language: the author's words, or what others decided."""
    return felt.om.eigne_ord or felt.om.sitert


def _in_form(plan: Plan, found: Plantekst, målform: Målform) -> str:
    text = found.text
    if found.felt.path == _SAMISKE_NAMN:
        return Lesetekst(text, {}, SAMISK)
    own = plan.målform_at(found.path)
    if isinstance(text, Tvitekst):
        former = text.former
    elif own != målform and found.er_i_målform:
        former = {own: text}
    else:
        return text
    if målform in former:
        return Lesetekst(former[målform], former)
    [(there, said)] = former.items()
    return Lesetekst(said, former, SPRÅKMERKE[there])


def _with_texts(value: Any, path: Path, felt: Planfelt, read: Callable[[Plantekst], str]) -> Any:
    """A value with each text in it as it is read; the value itself when none reads otherwise."""
    if isinstance(value, str):
        if not (felt.is_text or felt.is_prose):
            return value
        said = read(Plantekst(path, felt, value))
        return value if said == value and type(said) is type(value) else said
    changed = {
        key: new
        for key, part in _parts(value)
        if (inner := felt.step(key)) is not None
        and (new := _with_texts(part, (*path, key), inner, read)) is not part
    }
    if not changed:
        return value
    match value:
        case Del():
            return value.model_copy(update={str(key): part for key, part in changed.items()})
        case dict():
            return {key: changed.get(str(key), part) for key, part in value.items()}
        case _:
            return [changed.get(place, part) for place, part in enumerate(value)]


def _gather(value: Any, path: Path, felt: Planfelt, found: list[Plantekst]) -> None:
    if isinstance(value, str):
        if felt.is_text or felt.is_prose:
            found.append(Plantekst(path, felt, value))
        return
    for key, part in _parts(value):
        if inner := felt.step(key):
            _gather(part, (*path, key), inner, found)


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
