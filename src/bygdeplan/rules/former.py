"""Nynorsk that can be written in two ways, one of which a document should keep to."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bygdeplan.model.merke import Path

_AFTER_Å = re.compile(r"\bå\s+(\w+)", re.IGNORECASE)
_TWO_SYLLABLES = re.compile(r"[aeiouyæøå].*[^aeiouyæøå][ea]$")
# Adverbs that stand between «å» and the verb, and verbs made of short ones (ta, ha, dra, gje).
_NO_CHOICE = re.compile(
    "alle|berre|betre|både|gjerne|heile|ikkje|lenge|lettare|ofte|raskare|same|sterkare|tettare"
    "|tydelegare|vidare"
    "|anta|avta|bidra|delta|foreta|framgje|inndra|inneha|innta|motta|oppdra|oppgje|oppta|overta"
    "|tilgje|unnta|utgje|vedta"
)
_VERTE = re.compile(r"\b(vert|vert[ea]|vart|vorte|vorten|vortne)\b", re.IGNORECASE)
_BLI = re.compile(r"\b(blir?|blei|blitt)\b", re.IGNORECASE)
# A host is «vert» too: «ein vert», «er vert for», «som vert for».
_HOST = re.compile(r"\b(?:ein|er|var|vere|vera)\s+vert\b|\bvert\s+for\s+(?!mykje)", re.IGNORECASE)


class Form(NamedTuple):
    """One way of writing, in one text: the words that show it."""

    path: Path
    way: str
    words: tuple[str, ...]


def infinitives(text: str) -> Iterator[tuple[str, str]]:
    """Each infinitive after «å» that could end in -e or in -a: its ending and the words.

    Those of one syllable (å bu, å ta) have no ending to choose.
    """
    for match in _AFTER_Å.finditer(text):
        verb = match[1].lower()
        if _TWO_SYLLABLES.search(verb) and not _NO_CHOICE.fullmatch(verb):
            yield f"-{verb[-1]}", f"å {match[1]}"


def verte_or_bli(text: str) -> Iterator[tuple[str, str]]:
    """Each form of verte and bli: which verb, and the word."""
    text = _HOST.sub("", text)
    for verb, forms in (("verte", _VERTE), ("bli", _BLI)):
        for match in forms.finditer(text):
            yield verb, match[0]


def minority(
    texts: Iterable[tuple[Path, str]], ways: Callable[[str], Iterable[tuple[str, str]]]
) -> tuple[str | None, list[Form]]:
    """The way most used in the texts, and where another is used.

    Of two used equally often the one used first counts as most used.
    """
    found: list[Form] = []
    counts: Counter[str] = Counter()
    for path, text in texts:
        in_text: dict[str, list[str]] = {}
        for way, word in ways(text):
            in_text.setdefault(way, []).append(word)
            counts[way] += 1
        found += [Form(path, way, tuple(words)) for way, words in in_text.items()]
    most = max(counts, key=lambda way: counts[way]) if counts else None
    return most, [form for form in found if form.way != most]
