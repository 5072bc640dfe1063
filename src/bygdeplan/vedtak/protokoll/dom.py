"""One document held against the decision points of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from bygdeplan.model.plan import Plan
from bygdeplan.ord.ordlyd import Avvik, compare_points, shortened
from bygdeplan.ord.skilnad import LIKNAR_PUNKT, SAME_SAK, in_common, words
from bygdeplan.vedtak.protokoll.merkelapp import Passasjeslag, own_words, words_of_plan
from bygdeplan.vedtak.protokoll.ordvalg import FRAMLEGG, TILRÅDING, words_of
from bygdeplan.vedtak.protokoll.punkt import Punktlesar
from bygdeplan.vedtak.protokoll.saker import Passasje, Sak, find_cases
from bygdeplan.vedtak.protokoll.tekst import Møtedokument
from bygdeplan.vedtak.protokoll.tvil import (
    changing_points,
    contradicted,
    decided_elsewhere,
    handled,
    of_another_year,
    taken_up_again,
)


class Vedtaksdom(IntEnum):
    """What came of it; the higher, the farther from identical."""

    LIK = 0
    TILLEGG = 1
    USIKKER = 2
    ULIK = 3
    IKKJE_FUNNE = 4
    ULESELEG = 5

    @property
    def er_lik(self) -> bool:
        """Whether the common points stand there word for word; more may stand after them."""
        return self <= Vedtaksdom.TILLEGG


@dataclass(frozen=True)
class Funn:
    """What was held against the plan, where it stands, and what came of it."""

    dom: Vedtaksdom
    slag: Passasjeslag | None = None
    """What was compared; None when nothing was found to compare."""
    overskrift: str = ""
    stad: str = ""
    avvik: tuple[Avvik, ...] = ()
    tillegg: tuple[str, ...] = ()
    """Points after the common ones, word for word."""
    grunnar: tuple[str, ...] = ()
    """Why it is not certain, or was not found, each as a sentence."""


_SHORT_PASSAGE = 30
_OTHERS = TILRÅDING | FRAMLEGG


class Dommar:
    """Judges documents by one plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._felles = tuple(plan.innstilling)
        self._points = [words(text) for text in self._felles]
        self._ordliste = words_of_plan(plan)
        directors = (kommune.kommunedirektør or "" for kommune in plan.kommunar.values())
        signers = self._ordliste.namn.union(*map(words_of, directors))
        self._reader = Punktlesar(self._felles, signers)

    def judge(self, dokument: Møtedokument) -> Funn:
        """What a document decides, or recommends when it decides nothing."""
        cases = find_cases(dokument.stykke, self._ordliste)
        about = self._about_the_plan(cases)
        funn = self._judge_case(about, cases) if about else self._unlabelled(cases)
        return _with_doubts(funn, [*dokument.atterhald, *self._wrong_year(dokument)])

    def _about_the_plan(self, cases: Sequence[Sak]) -> list[Sak]:
        """The cases that deal with the plan by their titles, else those whose text is near it."""
        named = [case for case in cases if self._names_the_plan(case.tittel)]
        kept = named or [case for case in cases if self._is_near(case)]
        titles = [own_words(case.tittel, self._ordliste) for case in kept if case.tittel]
        return [
            case
            for case in cases
            if case in kept
            or any(_alike(own_words(case.tittel, self._ordliste), title) for title in titles)
        ]

    def _names_the_plan(self, text: str) -> bool:
        folded = text.casefold()
        by_pilot = self._plan.avtale.pilot.casefold() in folded and "handlingsplan" in folded
        return "bygdevekst" in folded or by_pilot

    def _is_near(self, case: Sak) -> bool:
        return any(
            self._is_like_a_point(each.linje)
            for passasje in case.passasjar
            for each in passasje.stykke
        )

    def _is_like_a_point(self, text: str) -> bool:
        """Whether a text has enough in common with one of the points to be that one."""
        found = words(text)
        return any(
            LIKNAR_PUNKT.holds(in_common(point, found, str), len(point), len(found))
            for point in self._points
        )

    def _judge_case(self, about: Sequence[Sak], cases: Sequence[Sak]) -> Funn:
        passages = [each for case in about for each in case.passasjar if each.stykke]
        decided = [each for each in passages if each.slag is Passasjeslag.VEDTAK]
        recommended = [
            e for e in passages if e.slag in (Passasjeslag.INNSTILLING, Passasjeslag.TILRÅDING)
        ]
        if decided:
            funn = _together([self._judge_passage(each) for each in decided])
            funn = _with_doubts(funn, list(contradicted(passages, has_more=bool(funn.tillegg))))
        elif recommended:
            highest = max(each.slag for each in recommended)
            chosen = [each for each in recommended if each.slag is highest]
            doubts = [*decided_elsewhere(cases), *handled(passages)]
            funn = _together([self._judge_passage(each) for each in chosen])
            funn = _with_doubts(funn, doubts[:1])
        else:
            return self._unlabelled(cases)
        again = [*taken_up_again(about, cases), *of_another_year(about, self._plan.år)]
        funn = _with_doubts(funn, again)
        if any(self._names_the_plan(case.tekst) for case in about):
            return funn
        doubt = "Saka nemner ikkje bygdevekstavtalen, så ho kan gjelde ein annan plan."
        return _with_doubts(funn, [doubt])

    def _judge_passage(self, passasje: Passasje) -> Funn:
        found = self._reader.read(passasje)
        where = Funn(Vedtaksdom.LIK, passasje.slag, passasje.namn, passasje.stad)
        if not any(map(self._is_like_a_point, found.punkt)):
            return _of_nothing_near(where, passasje)
        avvik = compare_points(self._felles, found.punkt)
        count = len(self._felles)
        extra = [each for each in avvik if each.felles is None and (each.eige or 0) >= count]
        tillegg = tuple(found.punkt[each.eige or 0] for each in extra)
        rest = tuple(each for each in avvik if each not in extra)
        grunnar = (*found.uvisse, *changing_points(self._felles, tillegg))
        if rest:
            dom = Vedtaksdom.ULIK
        elif grunnar:
            dom = Vedtaksdom.USIKKER
        else:
            dom = Vedtaksdom.TILLEGG if tillegg else Vedtaksdom.LIK
        return replace(where, dom=dom, avvik=rest, tillegg=tillegg, grunnar=grunnar)

    def _unlabelled(self, cases: Sequence[Sak]) -> Funn:
        """Points that stand somewhere without a heading that says what they are."""
        for case in cases:
            for passasje in case.passasjar:
                for each in passasje.stykke:
                    if self._is_like_a_point(each.linje):
                        doubt = (
                            f"«{shortened(each.linje)}» står ikkje under ei overskrift som seier "
                            "at det er eit vedtak."
                        )
                        return Funn(
                            Vedtaksdom.USIKKER, None, passasje.namn, each.stad, grunnar=(doubt,)
                        )
        return Funn(
            Vedtaksdom.IKKJE_FUNNE, grunnar=("Ingenting i dokumentet liknar på punkta i planen.",)
        )

    def _wrong_year(self, dokument: Møtedokument) -> Iterator[str]:
        said = dokument.eigenskapar.get("Planår")
        if said and said != str(self._plan.år):
            yield f"Dokumentet er laga av planen for {said}, ikkje {self._plan.år}."


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two titles are near enough to be that of one case."""
    common = len(some & others)
    return bool(common) and SAME_SAK.holds(common, len(some), len(others))


def _together(found: Sequence[Funn]) -> Funn:
    """What several passages of one rank come to: identical only when all of them are."""
    best, worst = min(found, key=lambda each: each.dom), max(found, key=lambda each: each.dom)
    if best.dom.er_lik and not worst.dom.er_lik:
        other = f"«{worst.overskrift}» ({worst.stad}) seier noko anna"
        more = f": {worst.grunnar[0]}" if worst.grunnar else "."
        return _with_doubts(best, [f"Saka har fleire vedtak, og {other}{more}"])
    return worst if best.dom.er_lik else best


def _with_doubts(funn: Funn, doubts: Sequence[str]) -> Funn:
    if not doubts:
        return funn
    dom = max(funn.dom, Vedtaksdom.USIKKER)
    return replace(funn, dom=dom, grunnar=(*funn.grunnar, *doubts))


def _of_nothing_near(where: Funn, passasje: Passasje) -> Funn:
    """A decision that says «som innstillinga», or that has none of the points in it."""
    text = passasje.tekst
    if _OTHERS & words_of(text) and len(text.split()) <= _SHORT_PASSAGE:
        doubt = f"Vedtaket viser til eit framlegg som ikkje står der: «{shortened(text)}»."
        return replace(where, dom=Vedtaksdom.USIKKER, grunnar=(doubt,))
    doubt = f"Ingen av punkta står der, men «{shortened(text)}»."
    return replace(where, dom=Vedtaksdom.ULIK, grunnar=(doubt,))
