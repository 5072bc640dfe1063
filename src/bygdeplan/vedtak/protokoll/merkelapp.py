"""The lines that say what follows them: a decision, a recommendation, a debate, another case."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from bygdeplan.model.plan import Plan
from bygdeplan.vedtak.protokoll.ordvalg import (
    ANDRE_FRAMLEGG,
    FRAMLEGG,
    HANDSAMING,
    INNSTILLAR,
    OVERSKRIFTER,
    PLAIN,
    TILRÅDING,
    VEDTAK,
    VEDTEKE,
    words_of,
)
from bygdeplan.vedtak.protokoll.tekst import Stykke


class Passasjeslag(IntEnum):
    """What a passage is; of those that can be held against the plan, the higher outranks."""

    OVERSKRIFT = 0
    """Another part of the document, which says nothing of a decision."""
    UKJEND = 1
    """Something about a decision that cannot be taken for one: a proposal, one voted down."""
    HANDSAMING = 2
    """The debate and the vote."""
    TILRÅDING = 3
    """What the kommunedirektør recommends."""
    INNSTILLING = 4
    """What the formannskap recommends."""
    VEDTAK = 5


@dataclass(frozen=True)
class Merkelapp:
    """What a line opens."""

    slag: Passasjeslag
    namn: str
    """The line, or what of it stands before the colon."""
    resten: str = ""
    """What stands after the colon."""
    om_vedtak: bool = False
    """Whether it speaks of something decided, known or not."""


@dataclass(frozen=True)
class Ordliste:
    """What a plan adds to the words by which headings are known, all in small letters."""

    namn: frozenset[str]
    """The words of the names of its kommunar."""
    innstilling: frozenset[str]
    """What its kommunar call the section with the recommendation."""
    overskrifter: frozenset[str]
    """What they call the other sections."""


_LONGEST_LABEL = 14
_END = re.compile(r"[.!?]\s*$")
_CASE = re.compile(
    r"(?:(?P<kind>ps|pk|rs|fs|ks|kf|[kf]-?sak|(?:utvals|politisk )?sak(?:s?nr|snummer)?)"
    r"[\s.:-]*(?:nr\.?\s*)?)?(?P<number>\d{1,4}\s?[/-]\s?\d{2,4})\b[\s.:–-]*(?P<title>.*)",
    re.IGNORECASE,
)


def words_of_plan(plan: Plan) -> Ordliste:
    """The names and headings by which a plan's own documents are known."""
    profiles = [kommune.profil.overskrifter for kommune in plan.kommunar.values()]
    return Ordliste(
        namn=frozenset[str]().union(*(words_of(each.namn) for each in plan.kommunar.values())),
        innstilling=frozenset(_key(one["innstilling"]) for one in profiles if "innstilling" in one),
        overskrifter=frozenset(
            _key(text) for one in profiles for name, text in one.items() if name != "innstilling"
        ),
    )


def label(stykke: Stykke, ordliste: Ordliste) -> Merkelapp | None:
    """What a paragraph opens; None when it is text or the heading of a case."""
    text = stykke.linje
    if _key(text) in ordliste.innstilling:
        return Merkelapp(Passasjeslag.TILRÅDING, text)
    if _key(text) in ordliste.overskrifter | OVERSKRIFTER:
        return Merkelapp(Passasjeslag.OVERSKRIFT, text)
    head, colon, rest = text.partition(":")
    if colon and not stykke.er_punkt and _key(head) in OVERSKRIFTER:
        return Merkelapp(Passasjeslag.OVERSKRIFT, head, rest.strip())
    if colon and len(head.split()) <= _LONGEST_LABEL and (slag := _slag(head, ordliste, VEDTEKE)):
        return Merkelapp(slag, head, rest.strip(), om_vedtak=slag is Passasjeslag.VEDTAK)
    if not colon and not _END.search(text) and (slag := _slag(text, ordliste)):
        return Merkelapp(slag, text, om_vedtak=slag is Passasjeslag.VEDTAK)
    return _unknown(stykke)


def case_heading(text: str) -> tuple[str, str] | None:
    """The number of a case and its title, when a line is the heading of one.

    The title is empty when the line has the number alone.
    """
    found = _CASE.fullmatch(text)
    if not found or _END.search(text) or len(text.split()) > 3 * _LONGEST_LABEL:
        return None
    if not found["kind"] and ("/" not in found["number"] or not found["title"]):
        return None
    return "".join(found["number"].split()), found["title"].strip()


def own_words(title: str, ordliste: Ordliste) -> frozenset[str]:
    """The words of a title that tell it from others: not those of organs, dates and decisions."""
    return words_of(title) - PLAIN - VEDTAK - HANDSAMING - ordliste.namn


def _slag(head: str, ordliste: Ordliste, more: Iterable[str] = ()) -> Passasjeslag | None:
    """What a heading opens when every word of it is known; else it may say anything."""
    found = words_of(head)
    vedtak = VEDTAK.union(more)
    plain = found - PLAIN - ordliste.namn
    recommends = bool(plain & TILRÅDING) or bool(plain & FRAMLEGG and plain & vedtak)
    if recommends and plain <= TILRÅDING | FRAMLEGG | INNSTILLAR | vedtak:
        return Passasjeslag.INNSTILLING if _by_formannskap(found) else Passasjeslag.TILRÅDING
    if plain and plain <= vedtak:
        return Passasjeslag.INNSTILLING if _by_formannskap(found) else Passasjeslag.VEDTAK
    if plain and plain <= HANDSAMING:
        return Passasjeslag.HANDSAMING
    return None


def _by_formannskap(words: frozenset[str]) -> bool:
    """Whether it is the formannskap that speaks; what is decided there recommends."""
    return any(word.startswith("formannskap") for word in words)


def _unknown(stykke: Stykke) -> Merkelapp | None:
    """A heading, or a line that ends with a colon, that is not known for what it is."""
    text = stykke.linje
    words = words_of(text)
    opens = stykke.er_overskrift or (
        text.endswith(":") and len(text.split()) <= 2 * _LONGEST_LABEL and not stykke.er_punkt
    )
    if opens and words & (VEDTAK | VEDTEKE | TILRÅDING | FRAMLEGG | ANDRE_FRAMLEGG):
        decided = not words.isdisjoint(VEDTAK | VEDTEKE)
        return Merkelapp(Passasjeslag.UKJEND, text.removesuffix(":"), om_vedtak=decided)
    if stykke.er_overskrift:
        return Merkelapp(Passasjeslag.OVERSKRIFT, text)
    return None


def _key(text: str) -> str:
    return " ".join(text.split()).rstrip(":. ").casefold()
