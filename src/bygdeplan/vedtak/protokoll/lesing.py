"""Passages of a document held against the decision points of a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from unicodedata import normalize

from bygdeplan.model.plan import Plan
from bygdeplan.ord.ordlyd import Avvik, compare_points, shortened
from bygdeplan.ord.skilnad import LIKNAR_PUNKT, in_common, words
from bygdeplan.vedtak.protokoll.kjende import is_harmless
from bygdeplan.vedtak.protokoll.kommune import Opphavskommune
from bygdeplan.vedtak.protokoll.merkelapp import ADMINISTRASJON, Passasjeslag, words_of_plan
from bygdeplan.vedtak.protokoll.mote import Møteorgan
from bygdeplan.vedtak.protokoll.saker import Møteomtale, Passasje, Sak
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke, words_of
from bygdeplan.vedtak.protokoll.vedtakstekst import Vedtakslesar

TILRÅDD = (Passasjeslag.INNSTILLING, Passasjeslag.TILRÅDING)
"""What is recommended, the highest first."""


def rank(passasje: Passasje) -> Passasjeslag:
    """What a passage counts as: what the formannskap decides, it recommends."""
    if passasje.slag is not Passasjeslag.VEDTAK or passasje.is_of(Møteorgan.KOMMUNESTYRE):
        return passasje.slag
    by_formannskap = passasje.is_of(Møteorgan.FORMANNSKAP)
    return Passasjeslag.INNSTILLING if by_formannskap else Passasjeslag.UKJEND


@dataclass(frozen=True)
class Lesing:
    """A passage, and how it stands to the points."""

    passasje: Passasje
    før: tuple[Stykke, ...] = ()
    """What below its heading leads on to the points."""
    avvik: tuple[Avvik, ...] = ()
    tillegg: tuple[str, ...] = ()
    ukjent: tuple[str, ...] = ()
    """Why it may decide something else, each as sentences."""
    imot: tuple[str, ...] = ()
    """What it decides instead, as a sentence."""
    viser_til: Passasje | None = None
    """Where its points stand, when it only refers to them."""

    @property
    def svar(self) -> int:
        """How near it is: 0 the same, 1 uncertain, 2 different."""
        return 2 if self.avvik or self.imot else 1 if self.ukjent else 0

    @property
    def grunn(self) -> str:
        """The first reason why it is not the same; empty when there is none."""
        return next(iter((*self.imot, *(each.omtale for each in self.avvik), *self.ukjent)), "")


class Lesar:
    """Holds passages against the common points of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ordliste = words_of_plan(plan)
        self._felles = tuple(plan.innstilling)
        self._points = [words(text) for text in self._felles]
        self._reader = Vedtakslesar(self._felles, self.ordliste)

    def names_the_plan(self, text: str) -> bool:
        """Whether a text speaks of the agreement whose plan it is."""
        folded = text.casefold()
        by_pilot = self.plan.avtale.pilot.casefold() in folded and "handlingsplan" in folded
        return "bygdevekst" in folded or by_pilot

    def is_like_a_point(self, text: str) -> bool:
        """Whether a text has enough in common with one of the points to be that one."""
        found = words(text)
        return any(
            LIKNAR_PUNKT.holds(in_common(point, found, str), len(point), len(found))
            for point in self._points
        )

    def hold(self, passasje: Passasje, passages: Sequence[Passasje] = ()) -> Lesing:
        """A passage, or what it refers to among the `passages` of its case."""
        tekst = self._reader.read(passasje)
        if not any(map(self.is_like_a_point, tekst.punkt)):
            if tekst.viser_til:
                return self._referred(passasje, tekst.viser_til, passages)
            instead = f"Ingen av punkta står der, men «{shortened(passasje.tekst)}»."
            return Lesing(passasje, imot=(instead,))
        avvik = compare_points(self._felles, tekst.punkt)
        count = len(self._felles)
        extra = [each for each in avvik if each.felles is None and (each.eige or 0) >= count]
        tillegg = tuple(tekst.punkt[each.eige or 0] for each in extra)
        return Lesing(
            passasje,
            før=tekst.før,
            avvik=tuple(each for each in avvik if each not in extra),
            tillegg=tillegg,
            ukjent=(*tekst.ukjent, *self._binding(tillegg)),
        )

    def _referred(self, passasje: Passasje, said: str, passages: Sequence[Passasje]) -> Lesing:
        """What a decision refers to, as if it stood there."""
        recommended = [
            each
            for each in passages
            if each.stykke and each is not passasje and rank(each) in _meant_by(said)
        ]
        held = [self.hold(each) for each in recommended]
        asked = ""
        if not held:
            asked = f"Vedtaket seier berre «{shortened(said)}», og det står ikkje i saka."
        elif len({(each.svar, each.grunn) for each in held}) > 1:
            asked = (
                f"Vedtaket seier berre «{shortened(said)}», og saka har innstillingar som ikkje "
                "er like."
            )
        if asked:
            return Lesing(passasje, ukjent=(f"{asked} Kva er vedteke?",))
        return replace(held[-1], passasje=passasje, viser_til=held[-1].passasje)

    def _binding(self, tillegg: Sequence[str]) -> Iterator[str]:
        """Points in addition that may change what the common points decide."""
        for text in tillegg:
            composed = normalize("NFC", text)
            told_anew = any(_is_about_the_same(composed, point) for point in self._felles)
            if told_anew or not is_harmless(composed):
                yield (
                    f"Tilleggspunktet «{shortened(text)}» kan endre dei andre punkta. Endrar det "
                    "noko av det som er felles?"
                )


@dataclass(frozen=True)
class Saksbilete:
    """A document: its cases, and what in it is held against the plan."""

    lesar: Lesar
    dokument: Møtedokument
    opphav: Opphavskommune
    saker: Sequence[Sak]
    om: Sequence[Sak]
    """The cases that deal with the plan."""
    hovud: Sequence[Møteomtale]
    """What the head of the document and the edges of its pages say of the meeting."""
    lesingar: Sequence[Lesing]
    """The passages of the highest rank."""

    @property
    def plan(self) -> Plan:
        """The plan they are held against."""
        return self.lesar.plan

    @cached_property
    def lesing(self) -> Lesing:
        """The passage that is nearest to the common points."""
        return min(self.lesingar, key=lambda each: each.svar)

    @property
    def passasje(self) -> Passasje:
        """Where it stands."""
        return self.lesing.passasje

    @property
    def er_vedtak(self) -> bool:
        """Whether a decision is compared, not what was recommended."""
        return rank(self.passasje) not in TILRÅDD

    @cached_property
    def passasjar(self) -> list[Passasje]:
        """All passages about the plan."""
        return [each for case in self.om for each in case.passasjar]


def _meant_by(said: str) -> Sequence[Passasjeslag]:
    """Whose recommendation a sentence means: that of the formannskap, the director, or any."""
    found = words_of(said)
    if any(word.startswith("formannskap") for word in found):
        return (Passasjeslag.INNSTILLING,)
    return (Passasjeslag.TILRÅDING,) if found & ADMINISTRASJON else TILRÅDD


_TELLING = 5
"""How many letters a word has before it tells what a sentence is about."""


def _is_about_the_same(text: str, point: str) -> bool:
    """Whether a text has most of a point's telling words."""
    telling, said = (
        {word for word in words_of(each) if len(word) >= _TELLING} for each in (point, text)
    )
    return len(telling & said) >= max(2, len(telling) / 2)
