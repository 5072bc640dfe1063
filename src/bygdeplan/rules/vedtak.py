"""What the councils decided: the same in all of them. BP52x."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest

from bygdeplan.finding import Finding, Regel, Severity
from bygdeplan.model.handsaming import Vedtak
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.nynorsk import dato
from bygdeplan.rules.grunnlag import Grunnlag, Rule

IKKJE_LIKELYDANDE = Regel(
    "BP521",
    Severity.ÅTVARING,
    "vedtaket er ikkje likelydande",
    why="Alle kommunane må gjere likelydande vedtak. Mellomrom, hermeteikn og tankestrekar tel "
    "ikkje; alle andre skilnader gjer det.",
    wrong="innstilling:\n  - Planen blir vedteken.\n…\nvedtak:\n  punkt:\n"
    "    - Planen blir teken til vitande.",
    right="innstilling:\n  - Planen blir vedteken.\n…\nvedtak:\n  punkt:\n"
    "    - Planen blir vedteken.",
)
TILLEGGSPUNKT = Regel(
    "BP522",
    Severity.MERKNAD,
    "vedtaket har eit punkt i tillegg",
    why="Eit punkt i tillegg bryt ikkje med likelydande vedtak, men dei andre bør kjenne til det.",
    wrong="tilleggspunkt:\n  - Kommunen ventar konkrete bustadtiltak.",
    right="tilleggspunkt: []",
)
IKKJE_VEDTEKE = Regel(
    "BP523",
    Severity.ÅTVARING,
    "planen er ikkje vedteken",
    why="Planen må vere vedteken i alle kommunane og i fylket før departementet godkjenner han.",
    wrong="vedtak: {utfall: utsett}",
    right="vedtak: {utfall: vedteke}",
)
ANNAN_VEDTAKSDATO = Regel(
    "BP524",
    Severity.ÅTVARING,
    "vedtaket har ein annan dato enn møtet",
    why="Vedtaket blir gjort i møtet. Er møtet flytta, må begge datoane rettast.",
    wrong="kommunestyre: 2031-02-19\nvedtak: {dato: 2031-02-20, utfall: vedteke}",
    right="kommunestyre: 2031-02-19\nvedtak: {dato: 2031-02-19, utfall: vedteke}",
)

_SAME_SIGN = str.maketrans(
    dict.fromkeys("«»“”„‘’'", '"') | dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-")
)
_SHOWN_WORDS = 12


def same_wording(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Each kommunestyre has decided the proposal point by point; what it adds is another thing."""
    proposed = grunnlag.plan.innstilling
    for id_, kommune in grunnlag.plan.kommunar.items():
        if kommune.vedtak is None:
            continue
        path = ("kommunar", id_, "vedtak")
        for where, difference in _differences(proposed, kommune.vedtak.punkt or proposed):
            yield IKKJE_LIKELYDANDE.finding(
                (*path, "punkt", *where),
                f"Vedtaket i {kommune.namn} er ikkje som innstillinga: {difference}.",
                "Sjå etter i møteboka. Er det skrive rett av, må styringsgruppa vurdere om vedtaka "
                "er like nok.",
            )
        for position, text in enumerate(kommune.vedtak.tilleggspunkt):
            yield TILLEGGSPUNKT.finding(
                (*path, "tilleggspunkt", position),
                f"{kommune.namn} har eit punkt i tillegg til innstillinga: «{_short(text)}»",
                "Ta det med når styringsgruppa går gjennom vedtaka.",
            )


def adopted_by_all(grunnlag: Grunnlag) -> Iterator[Finding]:
    """No body has said no or put the plan off."""
    for organ, vedtak, _, path in _decisions(grunnlag.plan):
        if vedtak.utfall != "vedteke":
            yield IKKJE_VEDTEKE.finding(
                (*path, "utfall"),
                f"{organ} har {vedtak.utfall} planen.",
                "Avklar med styringsgruppa korleis saka skal gå vidare.",
            )


def decided_at_the_meeting(grunnlag: Grunnlag) -> Iterator[Finding]:
    """A decision has the day of its meeting."""
    for organ, vedtak, meeting, path in _decisions(grunnlag.plan):
        day = vedtak.dato
        if isinstance(meeting, date) and day is not None and day != meeting:
            yield ANNAN_VEDTAKSDATO.finding(
                (*path, "dato"),
                f"{organ} har møte {dato(meeting)}, men vedtaket er datert {dato(day)}.",
                "Rett den av datoane som er feil.",
            )


def _decisions(plan: Plan) -> Iterator[tuple[str, Vedtak, date | str | None, Path]]:
    """Each decision with its body, the day of the meeting and its path."""
    for id_, kommune in plan.kommunar.items():
        if kommune.vedtak is not None:
            organ = f"Kommunestyret i {kommune.namn}"
            yield organ, kommune.vedtak, kommune.kommunestyre, ("kommunar", id_, "vedtak")
    for name in ("fylkesutval", "fylkesting", "kdd"):
        steg = getattr(plan.vidare_handsaming, name)
        if steg is not None and steg.vedtak is not None:
            yield steg.organ, steg.vedtak, steg.dato, ("vidare_handsaming", name, "vedtak")


def _differences(proposed: list[str], decided: list[str]) -> Iterator[tuple[Path, str]]:
    """Where in the decision it parts from the proposal, and how, in words."""
    before, after = ([_normal(text) for text in points] for points in (proposed, decided))
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for old, new in zip_longest(range(i, j), range(k, m)):
            if new is None:
                yield (), f"punkt {old + 1} i innstillinga er ikkje med"
            elif old is None:
                yield (new,), f"punkt {new + 1} står ikkje i innstillinga"
            else:
                was, is_ = _parting(before[old], after[new])
                yield (new,), f"i punkt {new + 1} står det «{is_}», i innstillinga «{was}»"


def _normal(text: str) -> str:
    return " ".join(text.translate(_SAME_SIGN).split())


def _parting(old: str, new: str) -> tuple[str, str]:
    """The words that part in each text, from the first to the last, with one word around them."""
    before, after = old.split(), new.split()
    fewest = min(len(before), len(after))
    start = _alike(zip(before, after, strict=False))
    end = min(_alike(zip(reversed(before), reversed(after), strict=False)), fewest - start)
    shown = (words[max(start - 1, 0) : len(words) - max(end - 1, 0)] for words in (before, after))
    was, is_ = (_short(" ".join(words)) for words in shown)
    return was, is_


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are alike before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


RULES: tuple[Rule, ...] = (same_wording, adopted_by_all, decided_at_the_meeting)
REGLAR = (IKKJE_LIKELYDANDE, TILLEGGSPUNKT, IKKJE_VEDTEKE, ANNAN_VEDTAKSDATO)
