"""The points of a passage, and whether all that stands around them is known for what it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bygdeplan.ord.ordlyd import shortened
from bygdeplan.ord.skilnad import words
from bygdeplan.vedtak.protokoll.ordvalg import LEADS_IN, PLAIN, RØYSTING, TAPT, UTGANG, words_of
from bygdeplan.vedtak.protokoll.saker import Passasje
from bygdeplan.vedtak.protokoll.tekst import Stykke, joined_words

_SIGNATURE_WORDS = words_of(
    "kommunedirektør kommunedirektøren rådmann rådmannen ordførar ordføraren møteleiar møteleiaren "
    "sekretær sekretæren underskrift signatur rett utskrift rette kopi dato kommunen fyller inn "
    "elektronisk godkjent godkjend dokumentet er utan handskriven"
)
_NAME = re.compile(r"[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*){1,3}")
# What stands alone without a word: a rule, a date, the number of a case or a page.
_DATE_OR_NUMBER = re.compile(r"[\W_]*(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d+\s?/\s?\d+|\d+)?[\W_]*")
_GUARDED = 3
"""How many paragraphs after a signature may not speak of a decision taken back."""


@dataclass(frozen=True)
class Lesnad:
    """What a passage says, point by point."""

    punkt: tuple[str, ...]
    uvisse: tuple[str, ...]
    """Why it may decide something else than its points say, each as a sentence."""


class Punktlesar:
    """Reads passages by the words that the plan makes likely."""

    def __init__(self, felles: Sequence[str], namn: frozenset[str]) -> None:
        """`felles` are the common points, `namn` the words of names that may stand alone."""
        self._felles = felles
        self._known = frozenset(word for text in felles for word in words(text))
        self._names = namn

    def read(self, passasje: Passasje) -> Lesnad:
        """The points of a passage: those of its list, else its paragraphs."""
        stykke = passasje.stykke
        before = list(takewhile(lambda each: not each.er_punkt, stykke))
        points = list(takewhile(lambda each: each.er_punkt, stykke[len(before) :]))
        after = stykke[len(before) + len(points) :]
        if not points:
            before, points, after = self._by_paragraphs(stykke)
        doubts = [
            *self._doubts_before(before),
            *_reservations(points),
            *_numbering(points),
            *_levels(points),
            *self._doubts_after(after),
        ]
        texts = (joined_words(each.tekst, self._known) for each in points)
        return Lesnad(tuple(texts), tuple(doubts))

    def _by_paragraphs(
        self, stykke: Sequence[Stykke]
    ) -> tuple[list[Stykke], list[Stykke], list[Stykke]]:
        """What comes before the points, the points, and what comes after, where there is no list.

        There are no more points than common ones: what follows them is no list to be added to.
        """
        before = list(takewhile(self._leads_in, stykke))
        rest = list(stykke[len(before) :])
        points = list(takewhile(lambda each: not self._closes(each), rest))[: len(self._felles)]
        return before, points, rest[len(points) :]

    def _doubts_before(self, before: Sequence[Stykke]) -> Iterator[str]:
        for each in before:
            if not self._leads_in(each):
                yield f"Framfor punkta står det «{shortened(each.linje)}»."

    def _doubts_after(self, after: Sequence[Stykke]) -> Iterator[str]:
        """What follows the points until someone signs; then only words that take them back."""
        signed = False
        guarded = _GUARDED
        for each in after:
            text = each.linje
            if signed:
                guarded -= 1
            if guarded < 0 and not TAPT.search(text):
                continue
            if UTGANG.search(text) or not (signed or self._closes(each)):
                yield f"Etter punkta står det «{shortened(text)}»."
                return
            signed = signed or self._signs(text)

    def _leads_in(self, stykke: Stykke) -> bool:
        """«Kommunestyret gjorde slikt vedtak:», «Samrøystes», a body and a date."""
        text = stykke.linje
        if UTGANG.search(text):
            return False
        known = words_of(text) <= LEADS_IN | PLAIN | self._names
        return (text.endswith(":") and known) or self._closes(stykke)

    def _closes(self, stykke: Stykke) -> bool:
        """«Vedteke med 19 mot 2 røyster.», a signature, a body and a date."""
        text = stykke.linje
        return bool(RØYSTING.fullmatch(text)) or self._is_plain(text) or self._signs(text)

    def _is_plain(self, text: str) -> bool:
        found = words_of(text)
        if not found:
            return bool(_DATE_OR_NUMBER.fullmatch(text))
        return not text.endswith((".", "!", "?")) and found <= PLAIN | self._names

    def _signs(self, text: str) -> bool:
        found = words_of(text) - PLAIN - self._names
        if not text.endswith((".", "!", "?")) and found and found <= _SIGNATURE_WORDS:
            return True
        name = _NAME.match(text)
        return name is not None and words_of(text[name.end() :]) <= _SIGNATURE_WORDS


def _reservations(points: Sequence[Stykke]) -> Iterator[str]:
    for number, each in enumerate(points, 1):
        if each.atterhald:
            yield f"Punkt {number} er ikkje berre tekst: {each.atterhald}."


def _numbering(points: Sequence[Stykke]) -> Iterator[str]:
    """Numbers that are written out go upwards one by one, or not all of the list was read."""
    numbers = [each.nummer for each in points if each.nummer is not None]
    if numbers and numbers != list(range(1, len(points) + 1)):
        yield f"Punkta er nummererte {', '.join(map(str, numbers))}."


def _levels(points: Sequence[Stykke]) -> Iterator[str]:
    """A point under a point belongs to it, and may limit it."""
    outermost = min((each.nivå for each in points), default=0)
    for each in points:
        if each.nivå > outermost:
            yield f"«{shortened(each.linje)}» er eit underpunkt."
            return
