"""What makes it uncertain that a body decided what is written, each as a sentence."""

from collections.abc import Iterator, Sequence

from bygdeplan.protokoll.merkelapp import Slag
from bygdeplan.protokoll.ordvalg import (
    ANDRE_FRAMLEGG,
    FALL,
    FRAMLEGG,
    HANDSAMA,
    RØRER_ANDRE_PUNKT,
    words_of,
)
from bygdeplan.protokoll.saker import Passasje, Sak
from bygdeplan.vedtak.ordlyd import shortened


def decided_elsewhere(cases: Sequence[Sak]) -> Iterator[str]:
    """In minutes with decisions, a recommendation without one has not been decided on."""
    for case in cases:
        for passasje in case.passasjar:
            if passasje.om_vedtak:
                yield (
                    f"Dokumentet har vedtak («{passasje.namn}», {passasje.stad}), men "
                    "vedtaket i denne saka er ikkje funne; samanlikna er innstillinga."
                )


def contradicted(passages: Sequence[Passasje]) -> Iterator[str]:
    """What in a case speaks against the decision that is written out."""
    for passasje in passages:
        proposes = words_of(passasje.namn) & (FRAMLEGG | ANDRE_FRAMLEGG)
        if passasje.slag is Slag.UKJEND and passasje.om_vedtak and not proposes:
            yield f"Saka har noko meir som kan vere eit vedtak: «{passasje.namn}»."
        if passasje.slag is Slag.HANDSAMING:
            for each in passasje.stykke:
                fell = FALL.search(each.linje)
                if fell and not words_of(fell[0]) & (FRAMLEGG | ANDRE_FRAMLEGG):
                    yield f"Av røystinga: «{shortened(fell[0])}»."


def handled(passages: Sequence[Passasje]) -> Iterator[str]:
    """Where a case has been debated, the recommendation is no longer the last word."""
    for passasje in passages:
        told = next((each for each in passasje.stykke if HANDSAMA.search(each.linje)), None)
        if told or passasje.slag is Slag.HANDSAMING:
            words_there = shortened(told.linje if told else passasje.namn)
            place = told.stad if told else passasje.stad
            yield (
                f"Saka er handsama («{words_there}», {place}), men vedtaket er ikkje funne; "
                "samanlikna er innstillinga."
            )


def changing_points(tillegg: Sequence[str]) -> Iterator[str]:
    """Points in addition that may change what the common points decide."""
    for text in tillegg:
        if RØRER_ANDRE_PUNKT.search(text):
            yield f"Tilleggspunktet «{shortened(text)}» kan endre dei andre punkta."
