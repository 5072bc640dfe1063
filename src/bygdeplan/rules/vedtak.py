"""What the councils decided: the same in all of them. BP52x."""

from collections.abc import Iterator
from datetime import date

from bygdeplan.finding import Finding, Regel, Severity
from bygdeplan.model.handsaming import Vedtak
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.nynorsk import dato
from bygdeplan.rules.grunnlag import Grunnlag, Rule
from bygdeplan.vedtak.ordlyd import compare_points, shortened

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


def same_wording(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Each kommunestyre has decided the proposal point by point; what it adds is another thing."""
    proposed = grunnlag.plan.innstilling
    for id_, kommune in grunnlag.plan.kommunar.items():
        if kommune.vedtak is None:
            continue
        path = ("kommunar", id_, "vedtak")
        for avvik in compare_points(proposed, kommune.vedtak.punkt or proposed):
            where = () if avvik.eige is None else (avvik.eige,)
            yield IKKJE_LIKELYDANDE.finding(
                (*path, "punkt", *where),
                f"Vedtaket i {kommune.namn} er ikkje som innstillinga: {avvik.omtale}.",
                "Sjå etter i møteboka. Er det skrive rett av, må styringsgruppa vurdere om vedtaka "
                "er like nok.",
            )
        for position, text in enumerate(kommune.vedtak.tilleggspunkt):
            yield TILLEGGSPUNKT.finding(
                (*path, "tilleggspunkt", position),
                f"{kommune.namn} har eit punkt i tillegg til innstillinga: «{shortened(text)}»",
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


RULES: tuple[Rule, ...] = (same_wording, adopted_by_all, decided_at_the_meeting)
REGLAR = (IKKJE_LIKELYDANDE, TILLEGGSPUNKT, IKKJE_VEDTEKE, ANNAN_VEDTAKSDATO)
