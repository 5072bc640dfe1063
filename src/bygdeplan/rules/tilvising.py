"""References: what is named in one place exists in another. BP22x."""

from collections.abc import Iterator

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord.skriv import talord
from bygdeplan.ord.suggestion import suggestion
from bygdeplan.rules.grunnlag import Grunnlag, tittel


def kommunar(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every kommune that a sum or a key is divided on is one of the plan's."""
    plan = grunnlag.plan
    named = [
        (("budsjett", "fordelingsnøklar", id_, "delar"), nøkkel.delar)
        for id_, nøkkel in plan.budsjett.fordelingsnøklar.items()
    ] + [
        ((*linje.path, "finansiering", kjelde, "fordeling"), del_.fordeling or {})
        for linje in okonomi.budsjettlinjer(plan)
        for kjelde, del_ in linje.pengar.finansiering.items()
    ]
    for path, parts in named:
        for kommune_id in parts:
            if kommune_id not in plan.kommunar:
                yield Brot(
                    (*path, kommune_id),
                    f"Planen har ingen kommune `{kommune_id}`.",
                    suggestion(kommune_id, list(plan.kommunar)),
                    at_key=True,
                )


UKJEND_KOMMUNE = Prøveregel(
    "BP221",
    Severity.FEIL,
    "kommunen finst ikkje i planen",
    why="Ein sum som er delt på ein kommune planen ikkje har, blir ikkje med i noko saksframlegg.",
    wrong="kommunar:\n  fjelldal: …\n…\nfordeling:\n  fjeldal: {beløp: 50 000}",
    right="kommunar:\n  fjelldal: …\n…\nfordeling:\n  fjelldal: {beløp: 50 000}",
    finn=kommunar,
)


def division_keys(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every key that a sum is divided by is one of the plan's."""
    known = grunnlag.plan.budsjett.fordelingsnøklar
    for linje in okonomi.budsjettlinjer(grunnlag.plan):
        for kjelde, del_ in linje.pengar.finansiering.items():
            if del_.nøkkel is not None and del_.nøkkel not in known:
                yield Brot(
                    (*linje.path, "finansiering", kjelde, "nøkkel"),
                    f"Planen har ingen fordelingsnøkkel `{del_.nøkkel}`.",
                    suggestion(del_.nøkkel, list(known)),
                )


UKJEND_FORDELINGSNØKKEL = Prøveregel(
    "BP222",
    Severity.FEIL,
    "fordelingsnøkkelen finst ikkje i planen",
    why="Utan nøkkelen kan ikkje summen delast mellom kommunane.",
    wrong="kommune: {beløp: 100 000, nøkkel: likdelt}",
    right="kommune: {beløp: 100 000, nøkkel: likt}",
    finn=division_keys,
)


def other_measures_exist(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every measure that another one names is one of the plan's."""
    plan = grunnlag.plan
    for path, plass, named in _named_measures(plan):
        if plan.finn_tiltak(named) is None:
            others = [other.id for other in plan.alle_tiltak if other.id != plass.id]
            yield Brot(path, f"Planen har ikkje noko tiltak `{named}`.", suggestion(named, others))


UKJENT_TILTAK = Prøveregel(
    "BP223",
    Severity.FEIL,
    "tiltaket finst ikkje i planen",
    why="«Som tiltak …» og «slått saman med …» må vise til eit tiltak lesaren finn i planen.",
    wrong="som_tiltak: helse-karrierar",
    right="som_tiltak: helse-karriere",
    finn=other_measures_exist,
)


def none_names_itself(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure has not the status of itself, and is not merged with itself."""
    for path, plass, named in _named_measures(grunnlag.plan):
        if named == plass.id:
            yield Brot(
                path,
                f"{tittel(plass.tiltak.tittel)} viser til seg sjølv.",
                "Skriv id-en til eit anna tiltak, eller ta bort linja.",
            )


VISER_TIL_SEG_SJØLV = Prøveregel(
    "BP224",
    Severity.FEIL,
    "tiltaket viser til seg sjølv",
    why="Eit tiltak kan ikkje ha status som seg sjølv, og ikkje bli slått saman med seg sjølv.",
    wrong="helse-karriere:\n  som_tiltak: helse-karriere",
    right="helse-lop:\n  som_tiltak: helse-karriere",
    finn=none_names_itself,
)


def outcomes_fit(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A closed measure names as many measures as its outcome asks for."""
    for plass in grunnlag.plan.alle_tiltak:
        avslutning = plass.tiltak.avslutning
        if avslutning is None:
            continue
        count = len(set(avslutning.tiltak))
        fits, should = _OUTCOMES[avslutning.utfall]
        if count not in fits:
            yield Brot(
                (*plass.path, "avslutning", "tiltak"),
                f"{tittel(plass.tiltak.tittel)} har utfallet «{avslutning.utfall}» og viser til "
                f"{talord(count, 'eitt') if count else 'ikkje noko'} tiltak.",
                should,
            )


UTFALL_OG_TILTAK = Prøveregel(
    "BP225",
    Severity.FEIL,
    "utfallet og tiltaka det viser til, høver ikkje saman",
    why="Eit tiltak blir slått saman med eitt anna og delt i minst to. Er det fullført eller "
    "stansa, viser det ikkje til noko tiltak.",
    wrong="avslutning:\n  utfall: delt i\n  tiltak: [bustad-tomter]",
    right="avslutning:\n  utfall: delt i\n  tiltak: [bustad-tomter, bustad-hus]",
    finn=outcomes_fit,
)


_OUTCOMES = {
    "fullført": (range(1), "Ta bort `tiltak`, eller rett `utfall`."),
    "stansa": (range(1), "Ta bort `tiltak`, eller rett `utfall`."),
    "slått saman med": (range(1, 2), "Skriv id-en til det eine tiltaket: «tiltak: [id]»."),
    "delt i": (range(2, 1000), "Skriv id-ane til minst to tiltak: «tiltak: [id, id]»."),
}
"""How many measures each outcome names, and what to do when it does not."""


def history(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The accounts of earlier years lie under the plan's own sub-goals, or are common."""
    known = [*grunnlag.plan.delmål, FELLES]
    for år, of_year in grunnlag.plan.budsjett.historikk.items():
        for delmål_id in of_year:
            if delmål_id not in known:
                yield Brot(
                    ("budsjett", "historikk", str(år), delmål_id),
                    f"Planen har ingen delmål `{delmål_id}`.",
                    suggestion(delmål_id, known),
                    at_key=True,
                )


UKJENT_DELMÅL = Prøveregel(
    "BP226",
    Severity.FEIL,
    "delmålet finst ikkje i planen",
    why="Rekneskapen for tidlegare år er ført på delmåla. Pengar på eit delmål planen ikkje har, "
    "fell ut av tabellane.",
    wrong="historikk:\n  2030:\n    bustadar: {tiltaksmidlar: 100 000}",
    right="historikk:\n  2030:\n    bustad: {tiltaksmidlar: 100 000}",
    finn=history,
)


def _named_measures(plan: Plan) -> Iterator[tuple[Path, TiltakPlass, str]]:
    """Every place where a measure names one: the path, the measure, the id it names."""
    for plass in plan.alle_tiltak:
        if plass.tiltak.som_tiltak is not None:
            yield (*plass.path, "som_tiltak"), plass, plass.tiltak.som_tiltak
        for position, named in enumerate(
            plass.tiltak.avslutning.tiltak if plass.tiltak.avslutning else ()
        ):
            yield (*plass.path, "avslutning", "tiltak", position), plass, named


def _same_status(plan: Plan) -> Iterator[tuple[Path, TiltakPlass, TiltakPlass]]:
    """Every «som tiltak» that leads to another measure: the path, the measure, the other."""
    for plass in plan.alle_tiltak:
        named = plass.tiltak.som_tiltak
        other = plan.finn_tiltak(named) if named is not None else None
        if other is not None and other.id != plass.id:
            yield (*plass.path, "som_tiltak"), plass, other


def same_status_is_in_the_subgoal(grunnlag: Grunnlag) -> Iterator[Brot]:
    """«Som tiltak …» leads to a measure in the same sub-goal."""
    for path, plass, other in _same_status(grunnlag.plan):
        if other.delmål_id != plass.delmål_id:
            yield Brot(
                path,
                f"`{other.id}` står i delmål {other.delmål.nr}, ikkje i delmål {plass.delmål.nr}.",
                "Skriv teksten under `gjennomført` i staden.",
            )


SOM_TILTAK_I_ANNA_DELMÅL = Prøveregel(
    "BP227",
    Severity.FEIL,
    "«som tiltak» viser til eit anna delmål",
    why="Dokumenta skriv berre nummeret, «Som tiltak 1.», og numra byrjar på nytt i kvart delmål.",
    wrong="som_tiltak: bustad-innsikt    # står i eit anna delmål",
    right="gjennomført: Det same som i tiltak 1 under delmål 1.",
    finn=same_status_is_in_the_subgoal,
)


def same_status_is_told_there(grunnlag: Grunnlag) -> Iterator[Brot]:
    """«Som tiltak …» leads to a measure that has a status of its own."""
    for path, plass, other in _same_status(grunnlag.plan):
        if other.delmål_id == plass.delmål_id and other.tiltak.som_tiltak is not None:
            yield Brot(
                path,
                f"`{other.id}` har ingen eigen status, men viser vidare til "
                f"`{other.tiltak.som_tiltak}`.",
                "Vis til tiltaket der teksten står.",
            )


SOM_TILTAK_VIDARE = Prøveregel(
    "BP228",
    Severity.FEIL,
    "«som tiltak» viser til eit tiltak som viser vidare",
    why="Lesaren skal finne statusen der han blir vist til.",
    wrong="lop:\n  som_tiltak: karriere\nkarriere:\n  som_tiltak: nettverk",
    right="lop:\n  som_tiltak: nettverk\nkarriere:\n  som_tiltak: nettverk",
    finn=same_status_is_told_there,
)


def partners(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every partner of a measure is one of the agreement's, or a kommune."""
    known = [*grunnlag.plan.avtale.samarbeidspartar, *grunnlag.plan.kommunar]
    for plass in grunnlag.plan.alle_tiltak:
        for position, part in enumerate(plass.tiltak.samarbeidspartar):
            if part not in known:
                yield Brot(
                    (*plass.path, "samarbeidspartar", position),
                    f"Planen har ingen samarbeidspart `{part}`.",
                    suggestion(part, known),
                )


UKJEND_SAMARBEIDSPART = Prøveregel(
    "BP229",
    Severity.FEIL,
    "samarbeidsparten finst ikkje i planen",
    why="Ein samarbeidspart er ein av dei som står i avtalen, eller ein kommune. Andre kan stå med "
    "namn under `samarbeid`.",
    wrong="samarbeidspartar: [husbnaken]",
    right="samarbeidspartar: [husbanken]",
    finn=partners,
)


REGLAR = (
    UKJEND_KOMMUNE,
    UKJEND_FORDELINGSNØKKEL,
    UKJENT_TILTAK,
    VISER_TIL_SEG_SJØLV,
    UTFALL_OG_TILTAK,
    UKJENT_DELMÅL,
    SOM_TILTAK_I_ANNA_DELMÅL,
    SOM_TILTAK_VIDARE,
    UKJEND_SAMARBEIDSPART,
)
