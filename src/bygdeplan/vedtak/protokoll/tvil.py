"""What makes it uncertain that a body decided what is written, each as a sentence."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from bygdeplan.ord.ordlyd import shortened
from bygdeplan.vedtak.protokoll.merkelapp import Passasjeslag
from bygdeplan.vedtak.protokoll.ordvalg import (
    ANDRE_FRAMLEGG,
    FRAMLEGG,
    HANDSAMA,
    RØRER_ANDRE_PUNKT,
    STROKE,
    TAPT,
    UTGANG,
    VEDTEKE,
    VENDER,
    VUNNE,
    words_of,
)
from bygdeplan.vedtak.protokoll.saker import Passasje, Sak

VOTES = words_of("røysting røystinga votering voteringa avrøysting avrøystinga")
_SENTENCE = re.compile(r"(?<!pkt)(?<!nr)(?<!\d)[.!?;]\s+", re.IGNORECASE)
_CASE_NUMBER = re.compile(r"\b\d{1,4}[/-]\d{2,4}\b")
_PLAN_OF = re.compile(r"handlingsplan\w* (?:for )?(?:året )?(\d{4})\b", re.IGNORECASE)
_TELLING = 5
"""How many letters a word has before it tells what a sentence is about."""


def decided_elsewhere(cases: Sequence[Sak]) -> Iterator[str]:
    """In minutes with decisions, a recommendation without one has not been decided on."""
    for case in cases:
        for passasje in case.passasjar:
            if passasje.om_vedtak:
                yield (
                    f"Dokumentet har vedtak («{passasje.namn}», {passasje.stad}), men vedtaket er "
                    "ikkje funne i denne saka. Det er innstillinga som er samanlikna."
                )


def contradicted(passages: Sequence[Passasje], *, has_more: bool) -> Iterator[str]:
    """What in a case speaks against the decision that is written out.

    `has_more` is whether the decision has points in addition: then one that was proposed may well
    have been accepted.
    """
    for passasje in passages:
        if (
            passasje.slag is Passasjeslag.UKJEND
            and passasje.om_vedtak
            and _may_decide(passasje.namn)
        ):
            yield f"Saka har noko meir som kan vere eit vedtak: «{passasje.namn}»."
        if passasje.slag in (Passasjeslag.HANDSAMING, Passasjeslag.UKJEND, Passasjeslag.OVERSKRIFT):
            sentences = [one for each in passasje.stykke for one in _SENTENCE.split(each.linje)]
            votes = not VOTES.isdisjoint(words_of(passasje.namn))
            against = [
                one for one in sentences if _speaks_against(one, votes=votes, has_more=has_more)
            ]
            yield from (f"Av saka elles: «{shortened(one)}»." for one in against)


def _may_decide(heading: str) -> bool:
    """Whether a heading may stand over a decision, not over a proposal that came to nothing."""
    found = words_of(heading)
    if found & (FRAMLEGG | ANDRE_FRAMLEGG):
        return bool(found & VEDTEKE) and not UTGANG.search(heading)
    return True


def _speaks_against(sentence: str, *, votes: bool, has_more: bool) -> bool:
    """Whether a sentence tells that a proposal of others won, or that what was proposed lost."""
    won, lost = VUNNE.search(sentence), TAPT.search(sentence)
    if won and not (has_more and "tillegg" in won[0].casefold()):
        return True
    before = sentence[: lost.end()] if lost else sentence
    proposes = words_of(before) & (FRAMLEGG | ANDRE_FRAMLEGG)
    return not proposes and bool(lost or (votes and STROKE.search(sentence)))


def handled(passages: Sequence[Passasje]) -> Iterator[str]:
    """Where a case has been debated, the recommendation is no longer the last word."""
    for passasje in passages:
        told = next((each for each in passasje.stykke if HANDSAMA.search(each.linje)), None)
        if told or passasje.slag is Passasjeslag.HANDSAMING:
            words_there = shortened(told.linje if told else passasje.namn)
            place = told.stad if told else passasje.stad
            yield (
                f"Saka er handsama («{words_there}», {place}), men vedtaket er ikkje funne. "
                "Det er innstillinga som er samanlikna."
            )


def taken_up_again(about: Sequence[Sak], cases: Sequence[Sak]) -> Iterator[str]:
    """Other cases whose titles name the number of this one: «Omgjering av vedtak i sak 12/31»."""
    numbers = {case.nummer for case in about if case.nummer}
    for case in cases:
        if case not in about and numbers & set(_CASE_NUMBER.findall(case.tittel)):
            yield f"Ei anna sak viser til denne: «{shortened(case.tittel)}»."


def of_another_year(about: Sequence[Sak], year: int) -> Iterator[str]:
    """A title that says which year the plan is for, and says another."""
    for case in about:
        said = _PLAN_OF.findall(case.tittel)
        if said and str(year) not in said:
            yield f"Tittelen på saka seier {said[0]}, men planen er for {year}."


def changing_points(felles: Sequence[str], tillegg: Sequence[str]) -> Iterator[str]:
    """Points in addition that may change what the common points decide."""
    for text in tillegg:
        composed = normalize("NFC", text)
        told_anew = any(_is_about_the_same(composed, point) for point in felles)
        if told_anew or RØRER_ANDRE_PUNKT.search(composed):
            yield f"Tilleggspunktet «{shortened(text)}» kan endre dei andre punkta."


def _is_about_the_same(text: str, point: str) -> bool:
    """Whether a text has most of a point's telling words, or one of them and turns it."""
    telling, said = (
        {word for word in words_of(each) if len(word) >= _TELLING} for each in (point, text)
    )
    common = len(telling & said)
    return common >= max(2, len(telling) / 2) or bool(common and VENDER.search(text))
