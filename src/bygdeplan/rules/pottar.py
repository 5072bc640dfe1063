"""The state's pots: what is appropriated, carried over and used, year by year. BP33x."""

from collections.abc import Iterator
from typing import NamedTuple

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import POTTAR, Pottnamn
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import kroner, kroner_kort
from bygdeplan.rules.grunnlag import Grunnlag


class Pottbruk(NamedTuple):
    """Money taken from a pot at one place in the plan."""

    path: Path
    år: int
    pott: Pottnamn
    beløp: int


def pots_are_filled(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Nothing is used of a pot before something is appropriated to it."""
    midlar = grunnlag.plan.avtale.midlar
    for bruk in _used(grunnlag.plan):
        løyvd = (
            [løyving.år for løyving in midlar[bruk.pott].løyvingar] if bruk.pott in midlar else []
        )
        if bruk.beløp and bruk.år < min(løyvd, default=9999):
            since = f"før {min(løyvd)}" if løyvd else "i avtalen"
            yield Brot(
                bruk.path,
                f"Her er det brukt {kroner(bruk.beløp)} frå `{bruk.pott}` i {bruk.år}, men det er "
                f"ikkje løyvd noko til potten {since}.",
                f"Skriv inn løyvinga under `avtale: midlar: {bruk.pott}`, eller rett kjelda.",
            )


UTAN_LØYVING = Prøveregel(
    "BP331",
    Severity.FEIL,
    "det er ikkje løyvd noko til potten",
    why="Pengar frå ein pott kan ikkje brukast før det er løyvd noko til han.",
    wrong="midlar:\n  tiltaksmidlar: …\n…\nfinansiering: {driftstilskot: 200 000}",
    right="midlar:\n  tiltaksmidlar: …\n  driftstilskot: …\n…\n"
    "finansiering: {driftstilskot: 200 000}",
    finn=pots_are_filled,
)


def pots_hold_out(grunnlag: Grunnlag) -> Iterator[Brot]:
    """In no year is more used of a pot than was appropriated and carried over.

    A pot that is overdrawn is found again only in a year that makes it worse.
    """
    for pott in POTTAR:
        for ledger in okonomi.pottrekneskap(grunnlag.plan, pott):
            if ledger.brukt > ledger.løyvd + max(ledger.overført, 0):
                yield Brot(
                    ("avtale", "midlar", pott),
                    f"I {ledger.år} er det brukt {kroner(ledger.brukt)} av `{pott}`, men "
                    f"{kroner(ledger.disponibelt)} er disponibelt: {kroner(ledger.løyvd)} løyvd "
                    f"og {kroner(ledger.overført)} overført.",
                    f"Flytt {kroner(-ledger.rest)} til ei anna kjelde eller eit anna år.",
                    at_key=True,
                )


OVERTREKT = Prøveregel(
    "BP332",
    Severity.FEIL,
    "det er brukt meir av potten enn det er att",
    why="Det som er disponibelt i eit år, er det som er løyvd og det som er overført frå året før.",
    wrong="# løyvd 2 mill. i 2031\nfinansiering: {driftstilskot: 2,4 mill.}",
    right="# løyvd 2 mill. i 2031\nfinansiering: {driftstilskot: 1,9 mill.}",
    finn=pots_hold_out,
)


def carried_over_agrees(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What the plan says is carried over to its year is what the ledger leaves of last year."""
    plan = grunnlag.plan
    for pott, midlar in plan.avtale.midlar.items():
        rest = _carried_over(plan, pott)
        if midlar.overført is not None and midlar.overført != rest:
            yield Brot(
                ("avtale", "midlar", pott, "overført"),
                f"Planen seier at {kroner(midlar.overført)} av `{pott}` er overført til "
                f"{plan.år}; etter løyvingane og historikken er det {kroner(rest)}.",
                "Rett `overført`, løyvingane eller `budsjett: historikk`.",
            )


OVERFØRT = Prøveregel(
    "BP333",
    Severity.FEIL,
    "det som er overført, er ikkje resten frå i fjor",
    why="Det som ikkje blei brukt i fjor, går over til i år. Beløpet følgjer av løyvingane og "
    "historikken.",
    wrong="# løyvd 10 mill., brukt 1 mill.\noverført: 8 mill.",
    right="# løyvd 10 mill., brukt 1 mill.\noverført: 9 mill.",
    finn=carried_over_agrees,
)


def carried_over_is_told(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The plan says what is carried over to its year."""
    plan = grunnlag.plan
    for pott, midlar in plan.avtale.midlar.items():
        rest = _carried_over(plan, pott)
        if midlar.overført is None and rest:
            yield Brot(
                ("avtale", "midlar", pott, "overført"),
                f"Det står ikkje kva som er overført til {plan.år} av `{pott}`.",
                f"Er {kroner(rest)} rett, skriv du «overført: {rest}».",
                at_key=True,
            )


OVERFØRT_MANGLAR = Prøveregel(
    "BP334",
    Severity.ÅTVARING,
    "det står ikkje kva som er overført",
    why="Beløpet som er overført frå i fjor, er det KDD kontrollerer fyrst. Når det står i planen, "
    "blir det prøvd mot løyvingane og historikken.",
    wrong="tiltaksmidlar:\n  løyvingar: …",
    right="tiltaksmidlar:\n  overført: 9 mill.\n  løyvingar: …",
    finn=carried_over_is_told,
)


def appropriated_in_time(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Appropriations come while the agreement lasts."""
    last = grunnlag.plan.avtale.periode.siste
    for pott, midlar in grunnlag.plan.avtale.midlar.items():
        for position, løyving in enumerate(midlar.løyvingar):
            if løyving.år > last:
                yield Brot(
                    ("avtale", "midlar", pott, "løyvingar", position, "år"),
                    f"{kroner_kort(løyving.beløp)} er løyvd i {løyving.år}, men avtalen er ute i "
                    f"{last}.",
                    "Rett året, eller perioden til avtalen.",
                )


SEIN_LØYVING = Prøveregel(
    "BP335",
    Severity.FEIL,
    "løyving etter at avtalen er ute",
    why="Rekneskapen for potten sluttar med avtalen. Ei løyving etter det blir ikkje med.",
    wrong="periode: 2030–2033\n…\nløyvingar:\n  - år: 2034",
    right="periode: 2030–2033\n…\nløyvingar:\n  - år: 2033",
    finn=appropriated_in_time,
)


def pots_are_put_to_use(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Nothing is left of a pot when the agreement ends."""
    last = grunnlag.plan.avtale.periode.siste
    for pott in grunnlag.plan.avtale.midlar:
        ledger = okonomi.pottrekneskap(grunnlag.plan, pott)
        if ledger and ledger[-1].rest > 0:
            yield Brot(
                ("avtale", "midlar", pott),
                f"Av `{pott}` er {kroner_kort(ledger[-1].rest)} ikkje sett av til noko når avtalen "
                f"er ute i {last}.",
                "Set resten av til tiltak i dette eller eit seinare år.",
                at_key=True,
            )


IKKJE_FORDELT = Prøveregel(
    "BP336",
    Severity.MERKNAD,
    "pengar som ikkje er sette av",
    why="Det som er att når avtalen er ute, er ikkje sett av til noko tiltak.",
    wrong="# løyvd 10 mill., budsjettert 8 mill. til og med siste året",
    right="# løyvd 10 mill., budsjettert 10 mill. til og med siste året",
    finn=pots_are_put_to_use,
)


def _carried_over(plan: Plan, pott: Pottnamn) -> int:
    """The kroner of a pot that the ledger carries over to the plan's year."""
    ledger = okonomi.pottrekneskap(plan, pott)
    return next((of_year.overført for of_year in ledger if of_year.år == plan.år), 0)


def _used(plan: Plan) -> Iterator[Pottbruk]:
    """Every place where the plan takes money from a pot: budget lines and the history."""
    for linje in okonomi.budsjettlinjer(plan):
        for pott in POTTAR:
            if pott in linje.pengar.finansiering and linje.år >= plan.år:
                path = (*linje.path, "finansiering", pott)
                yield Pottbruk(path, linje.år, pott, linje.pengar.finansiering[pott].sum)
    for år, of_year in plan.budsjett.historikk.items():
        for delmål_id, kjelder in of_year.items():
            for pott in POTTAR:
                if pott in kjelder:
                    path = ("budsjett", "historikk", str(år), delmål_id, pott)
                    yield Pottbruk(path, år, pott, kjelder[pott])


REGLAR = (
    UTAN_LØYVING,
    OVERTREKT,
    OVERFØRT,
    OVERFØRT_MANGLAR,
    SEIN_LØYVING,
    IKKJE_FORDELT,
)
