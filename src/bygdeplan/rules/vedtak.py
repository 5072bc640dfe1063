"""What the councils decided: the same in all of them. BP52x."""

from collections.abc import Iterator

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.ord.ordlyd import shortened
from bygdeplan.ord.skriv import dato
from bygdeplan.rules.grunnlag import Grunnlag
from bygdeplan.vedtak.saksgang import decisions


def same_wording(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Each kommune decides the proposal point by point."""
    for organ, _ in decisions(grunnlag.plan):
        for avvik in organ.avvik:
            where = () if avvik.eige is None else (avvik.eige,)
            yield Brot(
                (*organ.vedtakspath, "punkt", *where),
                f"{organ.namn} har ikkje vedteke innstillinga ord for ord: {avvik.omtale}.",
                "Sjå etter i møteboka. Er det skrive rett av, må styringsgruppa vurdere om vedtaka "
                "er like nok.",
            )


IKKJE_LIKELYDANDE = Prøveregel(
    "BP521",
    Severity.ÅTVARING,
    "vedtaket er ikkje likelydande",
    why="Alle kommunane må gjere likelydande vedtak. Mellomrom, hermeteikn og tankestrekar tel "
    "ikkje; alle andre skilnader gjer det.",
    wrong="innstilling:\n  - Planen blir vedteken.\n…\nvedtak:\n  punkt:\n"
    "    - Planen blir teken til vitande.",
    right="innstilling:\n  - Planen blir vedteken.\n…\nvedtak:\n  punkt:\n"
    "    - Planen blir vedteken.",
    finn=same_wording,
)


def added_points_are_told(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What a kommune adds to the proposal."""
    for organ, vedtak in decisions(grunnlag.plan):
        for position, text in enumerate(vedtak.tilleggspunkt if organ.kommune else ()):
            yield Brot(
                (*organ.vedtakspath, "tilleggspunkt", position),
                f"{organ.namn} har eit punkt i tillegg til innstillinga: «{shortened(text)}»",
                "Ta det med når styringsgruppa går gjennom vedtaka.",
            )


TILLEGGSPUNKT = Prøveregel(
    "BP522",
    Severity.MERKNAD,
    "vedtaket har eit punkt i tillegg",
    why="Eit punkt i tillegg bryt ikkje med likelydande vedtak, men dei andre bør kjenne til det.",
    wrong="tilleggspunkt:\n  - Kommunen ventar konkrete bustadtiltak.",
    right="tilleggspunkt: []",
    finn=added_points_are_told,
)


def adopted_by_all(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No body has said no or put the plan off."""
    for organ, vedtak in decisions(grunnlag.plan):
        if vedtak.utfall != "vedteke":
            yield Brot(
                (*organ.vedtakspath, "utfall"),
                f"{organ.namn} har {vedtak.utfall} planen.",
                "Avklar med styringsgruppa korleis saka skal gå vidare.",
            )


IKKJE_VEDTEKE = Prøveregel(
    "BP523",
    Severity.ÅTVARING,
    "planen er ikkje vedteken",
    why="Planen må vere vedteken i alle kommunane og i fylket før departementet godkjenner han.",
    wrong="vedtak: {utfall: utsett}",
    right="vedtak: {utfall: vedteke}",
    finn=adopted_by_all,
)


def decided_at_the_meeting(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A decision has the day of its meeting."""
    for organ, vedtak in decisions(grunnlag.plan):
        if organ.møte and vedtak.dato and vedtak.dato != organ.møte:
            yield Brot(
                (*organ.vedtakspath, "dato"),
                f"{organ.namn} har møte {dato(organ.møte)}, men vedtaket er datert "
                f"{dato(vedtak.dato)}.",
                "Rett den av datoane som er feil.",
            )


ANNAN_VEDTAKSDATO = Prøveregel(
    "BP524",
    Severity.ÅTVARING,
    "vedtaket har ein annan dato enn møtet",
    why="Vedtaket blir gjort i møtet. Er møtet flytta, må begge datoane rettast.",
    wrong="kommunestyre: 2031-02-19\nvedtak: {dato: 2031-02-20, utfall: vedteke}",
    right="kommunestyre: 2031-02-19\nvedtak: {dato: 2031-02-19, utfall: vedteke}",
    finn=decided_at_the_meeting,
)


REGLAR = (IKKJE_LIKELYDANDE, TILLEGGSPUNKT, IKKJE_VEDTEKE, ANNAN_VEDTAKSDATO)
