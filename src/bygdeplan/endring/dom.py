"""The level of a difference, as the model has it for each field."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bygdeplan.endring.forskjell import Forskjell, Ting
from bygdeplan.model.lookup import Planfelt, field_at
from bygdeplan.model.malform import in_each_form
from bygdeplan.model.om import Avgjort, Nivå
from bygdeplan.ord.skilnad import plain_signs


class Nivådom(NamedTuple):
    """A level, and why."""

    nivå: Nivå
    kvifor: str


BERRE_SKRIVEMÅTE = Nivådom(
    Nivå.IKKJE_PRINSIPIELL, "Orda er dei same; berre store bokstavar, punktum eller komma er endra."
)
BERRE_REKKJEFØLGJE = Nivådom(
    Nivå.IKKJE_PRINSIPIELL, "Lista har det same i seg; berre rekkjefølgja er endra."
)
GREIDD_UT = Nivådom(
    Nivå.IKKJE_PRINSIPIELL,
    "Tiltaket var alt avslutta og utan budsjett, og det er gjort greie for det.",
)
UKJENT = Nivådom(
    Nivå.PRINSIPIELL, "Feltet har ikkje noko nivå, så endringa må handsamast som prinsipiell."
)


def judge(differences: Iterable[Forskjell]) -> Nivådom:
    """The weightiest level among all that differs, with the reason for it."""
    verdicts = [
        dom
        for each in differences
        for dom in _verdicts(field_at(each.path), each.path, each.før, each.etter)
    ]
    return max(verdicts, key=lambda dom: dom.nivå.rang)


def _verdicts(felt: Planfelt | None, path: Ting, før: Any, etter: Any) -> Iterator[Nivådom]:
    """The level of every field that differs at a path or under it; `felt` is what lies there."""
    if felt is None or felt.is_outside:
        yield UKJENT
    elif _is_accounted_for(path, før) and etter is None:
        yield GREIDD_UT
    elif isinstance(før, list) or isinstance(etter, list):
        yield from _list_verdicts(felt, path, før or [], etter or [])
    elif (isinstance(før, dict) or før is None) and (isinstance(etter, dict) or etter is None):
        for key in _parting_keys(før or {}, etter or {}):
            before, after = (før or {}).get(key), (etter or {}).get(key)
            yield from _verdicts(felt.step(key), (*path, key), before, after)
    else:
        yield _verdict(felt.avgjort, før, etter) if felt.avgjort else UKJENT


def _is_accounted_for(path: Ting, value: Any) -> bool:
    """Whether a whole measure is closed with an assessment, and has no money to come."""
    return (
        path[0] == "tiltak"
        and isinstance(value, dict)
        and "status" in value
        and bool(value.get("avslutning", {}).get("vurdering"))
        and "budsjett" not in value
    )


def _verdict(avgjort: Avgjort, før: Any, etter: Any) -> Nivådom:
    texts = isinstance(før, str) and isinstance(etter, str)
    if texts and all(same_but_for_spelling(*pair) for pair in in_each_form(før, etter)):
        return BERRE_SKRIVEMÅTE
    return Nivådom(avgjort.nivå, avgjort.kvifor)


def _list_verdicts(
    felt: Planfelt, path: Ting, før: list[Any], etter: list[Any]
) -> Iterator[Nivådom]:
    """What is in one of two lists alone is judged by itself; as many on both sides, in pairs."""
    avgjort, item, at = felt.avgjort, felt.step("*"), (*path, "*")
    if avgjort and avgjort.ordrett:
        yield Nivådom(avgjort.nivå, avgjort.kvifor)
        return
    old, new = _lacking(før, etter), _lacking(etter, før)
    if not old and not new:
        yield BERRE_REKKJEFØLGJE
    elif len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _verdicts(item, at, one, other)
    else:
        for alone in old + new:
            yield from _verdicts(item, at, alone, None)


def _lacking(items: list[Any], others: list[Any]) -> list[Any]:
    """What a list has more of than another."""
    left, lacking = list(others), []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            lacking.append(item)
    return lacking


def _parting_keys(før: dict[str, Any], etter: dict[str, Any]) -> list[str]:
    return [key for key in {**etter, **før} if før.get(key) != etter.get(key)]


_PAUSES = ".,;!"
_AROUND_A_WORD = f"{_PAUSES}:*_"
_AROUND_A_FIGURE = ",;:!"
_FIGURE = re.compile(r"\d")


def same_but_for_spelling(one: str, other: str) -> bool:
    """Whether two texts differ in case and in the signs between words alone.

    Anything else is another text, for only a person can tell what a word does. A figure and its
    unit must stand as they are, with their signs: «1,5» is not «15», nor «5. klasse» «5 klasse»,
    nor «5 mW» «5 MW». So must an accent («éin», «òg» and «fór» are words of their own), what is one
    word or two, a hyphen («hus- og hytteeigarar»), a question mark, brackets, that something stands
    in quotation marks, and signs that are read aloud («60 %», «1 : 2»).
    """
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    """The words as they are compared; signs that only part words are none."""
    written = plain_signs(text).replace("...", "…").split()
    followed = [*([True] * (len(written) - 1)), False]
    words: list[str] = []
    for word, goes_on in zip(written, followed, strict=False):
        if _FIGURE.search(word):
            words.append(_plain_figure(word, goes_on=goes_on))
        elif word.strip(_PAUSES):
            is_unit = bool(words) and _FIGURE.search(words[-1])
            plain = word.strip(_AROUND_A_WORD) or word
            words.append(plain if is_unit else plain.casefold())
    return words


def _plain_figure(word: str, *, goes_on: bool) -> str:
    """A figure without the signs after it; a full stop inside a sentence is its own («2. juni»)."""
    return word.rstrip(_AROUND_A_FIGURE if goes_on else f"{_AROUND_A_FIGURE}.")
