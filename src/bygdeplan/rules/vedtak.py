"""What the councils decided: the same in all of them. BP52x."""

from collections.abc import Iterator

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.ord.nynorsk import dato
from bygdeplan.ord.ordlyd import shortened
from bygdeplan.rules.grunnlag import Grunnlag, Rule
from bygdeplan.vedtak.saksgang import decisions

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
    """Each kommune decides the proposal point by point; what it adds is another thing."""
    for organ, vedtak in decisions(grunnlag.plan):
        for avvik in organ.avvik:
            where = () if avvik.eige is None else (avvik.eige,)
            yield IKKJE_LIKELYDANDE.finding(
                (*organ.vedtakspath, "punkt", *where),
                f"{organ.namn} har ikkje vedteke innstillinga ord for ord: {avvik.omtale}.",
                "Sjå etter i møteboka. Er det skrive rett av, må styringsgruppa vurdere om vedtaka "
                "er like nok.",
            )
        for position, text in enumerate(vedtak.tilleggspunkt if organ.kommune else ()):
            yield TILLEGGSPUNKT.finding(
                (*organ.vedtakspath, "tilleggspunkt", position),
                f"{organ.namn} har eit punkt i tillegg til innstillinga: «{shortened(text)}»",
                "Ta det med når styringsgruppa går gjennom vedtaka.",
            )


def adopted_by_all(grunnlag: Grunnlag) -> Iterator[Finding]:
    """No body has said no or put the plan off."""
    for organ, vedtak in decisions(grunnlag.plan):
        if vedtak.utfall != "vedteke":
            yield IKKJE_VEDTEKE.finding(
                (*organ.vedtakspath, "utfall"),
                f"{organ.namn} har {vedtak.utfall} planen.",
                "Avklar med styringsgruppa korleis saka skal gå vidare.",
            )


def decided_at_the_meeting(grunnlag: Grunnlag) -> Iterator[Finding]:
    """A decision has the day of its meeting."""
    for organ, vedtak in decisions(grunnlag.plan):
        if organ.møte and vedtak.dato and vedtak.dato != organ.møte:
            yield ANNAN_VEDTAKSDATO.finding(
                (*organ.vedtakspath, "dato"),
                f"{organ.namn} har møte {dato(organ.møte)}, men vedtaket er datert "
                f"{dato(vedtak.dato)}.",
                "Rett den av datoane som er feil.",
            )


RULES: tuple[Rule, ...] = (same_wording, adopted_by_all, decided_at_the_meeting)
REGLAR = (IKKJE_LIKELYDANDE, TILLEGGSPUNKT, IKKJE_VEDTEKE, ANNAN_VEDTAKSDATO)
