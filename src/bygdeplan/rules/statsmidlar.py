"""The state's pots: what is at hand, carried over, used, and by which sub-goal. BP33x and BP34x."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bygdeplan import okonomi
from bygdeplan.finding import Finding, Regel, Severity
from bygdeplan.model.budsjett import POTTAR, Pottnamn
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.nynorsk import kroner, kroner_kort, liste, prosent
from bygdeplan.rules.grunnlag import Grunnlag, Rule
from bygdeplan.rules.ordlegging import tittel

UTAN_LØYVING = Regel(
    "BP331",
    Severity.FEIL,
    "det er ikkje løyvd noko til potten",
    why="Pengar frå ein pott kan ikkje brukast før det er løyvd noko til han.",
    wrong="midlar:\n  tiltaksmidlar: …\n…\nfinansiering: {driftstilskot: 200 000}",
    right="midlar:\n  tiltaksmidlar: …\n  driftstilskot: …\n…\n"
    "finansiering: {driftstilskot: 200 000}",
)
OVERTREKT = Regel(
    "BP332",
    Severity.FEIL,
    "det er brukt meir av potten enn det er att",
    why="Det som er disponibelt i eit år, er det som er løyvd og det som er overført frå året før.",
    wrong="# løyvd 2 mill. i 2031\nfinansiering: {driftstilskot: 2,4 mill.}",
    right="# løyvd 2 mill. i 2031\nfinansiering: {driftstilskot: 1,9 mill.}",
)
OVERFØRT = Regel(
    "BP333",
    Severity.FEIL,
    "det som er overført, er ikkje resten frå i fjor",
    why="Det som ikkje blei brukt i fjor, går over til i år. Beløpet følgjer av løyvingane og "
    "historikken.",
    wrong="# løyvd 10 mill., brukt 1 mill.\noverført: 8 mill.",
    right="# løyvd 10 mill., brukt 1 mill.\noverført: 9 mill.",
)
OVERFØRT_MANGLAR = Regel(
    "BP334",
    Severity.ÅTVARING,
    "det står ikkje kva som er overført",
    why="Beløpet som er overført frå i fjor, er det KDD kontrollerer fyrst. Når det står i planen, "
    "blir det prøvd mot løyvingane og historikken.",
    wrong="tiltaksmidlar:\n  løyvingar: …",
    right="tiltaksmidlar:\n  overført: 9 mill.\n  løyvingar: …",
)
SEIN_LØYVING = Regel(
    "BP335",
    Severity.FEIL,
    "løyving etter at avtalen er ute",
    why="Rekneskapen for potten sluttar med avtalen. Ei løyving etter det blir ikkje med.",
    wrong="periode: 2030–2033\n…\nløyvingar:\n  - år: 2034",
    right="periode: 2030–2033\n…\nløyvingar:\n  - år: 2033",
)
IKKJE_FORDELT = Regel(
    "BP336",
    Severity.MERKNAD,
    "pengar som ikkje er sette av",
    why="Det som er att når avtalen er ute, er ikkje sett av til noko tiltak.",
    wrong="# løyvd 10 mill., budsjettert 8 mill. til og med siste året",
    right="# løyvd 10 mill., budsjettert 10 mill. til og med siste året",
)
DELMÅLSDEL = Regel(
    "BP341",
    Severity.ÅTVARING,
    "delmålet får meir eller mindre enn vekta tilseier",
    why="Over heile avtaleperioden skal tiltaksmidlane frå staten følgje vektene. I eit enkelt år "
    "kan piloten leggje vekt på ulike delmål. Skilnader på opptil eitt prosentpoeng blir ikkje "
    "melde: så mykje gjer det å runde av beløpa i tiltaka.",
    wrong="# vekt 60, men 50 % av tiltaksmidlane i heile perioden",
    right="# vekt 60, og 60 % av tiltaksmidlane i heile perioden",
)
STATEN_ÅLEINE = Regel(
    "BP342",
    Severity.ÅTVARING,
    "staten betaler heile tiltaket",
    why="Tiltaka skal vere samfinansierte. At staten betaler alt eit år, kan vere rett, men nokon "
    "bør ha tenkt på det.",
    wrong="kostnad: 300 000\nfinansiering: {tiltaksmidlar: 300 000}",
    right="kostnad: 300 000\nfinansiering: {tiltaksmidlar: 200 000, anna: 100 000}",
)
NEI_MED_POTT = Regel(
    "BP343",
    Severity.FEIL,
    "tiltaket bruker statlege midlar, men seier nei",
    why="Endringslista skil mellom tiltak med og utan statlege midlar.",
    wrong="statlege_midlar: nei\n…\nfinansiering: {tiltaksmidlar: 200 000}",
    right="statlege_midlar: ja\n…\nfinansiering: {tiltaksmidlar: 200 000}",
)
JA_UTAN_POTT = Regel(
    "BP344",
    Severity.ÅTVARING,
    "tiltaket seier ja til statlege midlar, men bruker ingen",
    why="Eit nytt tiltak som skal bruke statlege midlar, må vise kor mykje.",
    wrong="statlege_midlar: ja\n…\nfinansiering: {anna: 200 000}",
    right="statlege_midlar: ja\n…\nfinansiering: {tiltaksmidlar: 100 000, anna: 100 000}",
)

TOLERANSE = Decimal(1)
"""Percentage points a sub-goal's share may part from its weight.

Budgets are written in tens of thousands of kroner, so that shares seldom meet the weights exactly;
of 10 mill. kr one point is 100 000 kr, about the smallest measure there is.
"""


class Pottbruk(NamedTuple):
    """Money taken from a pot at one place in the plan."""

    path: Path
    år: int
    pott: Pottnamn
    beløp: int


def pots_are_filled(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Nothing is used of a pot before something is appropriated to it."""
    midlar = grunnlag.plan.avtale.midlar
    for bruk in _used(grunnlag.plan):
        løyvd = (
            [løyving.år for løyving in midlar[bruk.pott].løyvingar] if bruk.pott in midlar else []
        )
        if bruk.beløp and bruk.år < min(løyvd, default=9999):
            since = f"før {min(løyvd)}" if løyvd else "i avtalen"
            yield UTAN_LØYVING.finding(
                bruk.path,
                f"Her er det brukt {kroner(bruk.beløp)} frå `{bruk.pott}` i {bruk.år}, men det er "
                f"ikkje løyvd noko til potten {since}.",
                f"Skriv inn løyvinga under `avtale: midlar: {bruk.pott}`, eller rett kjelda.",
            )


def pots_hold_out(grunnlag: Grunnlag) -> Iterator[Finding]:
    """In no year is more used of a pot than was appropriated and carried over.

    A pot that is overdrawn is found again only in a year that makes it worse.
    """
    for pott in POTTAR:
        for ledger in okonomi.pottrekneskap(grunnlag.plan, pott):
            if ledger.brukt > ledger.løyvd + max(ledger.overført, 0):
                yield OVERTREKT.finding(
                    ("avtale", "midlar", pott),
                    f"I {ledger.år} er det brukt {kroner(ledger.brukt)} av `{pott}`, men "
                    f"{kroner(ledger.disponibelt)} er disponibelt: {kroner(ledger.løyvd)} løyvd "
                    f"og {kroner(ledger.overført)} overført.",
                    f"Flytt {kroner(-ledger.rest)} til ei anna kjelde eller eit anna år.",
                    at_key=True,
                )


def carried_over(grunnlag: Grunnlag) -> Iterator[Finding]:
    """What the plan says is carried over to its year is what the ledger leaves of last year."""
    plan = grunnlag.plan
    for pott, midlar in plan.avtale.midlar.items():
        ledger = okonomi.pottrekneskap(plan, pott)
        rest = next((of_year.overført for of_year in ledger if of_year.år == plan.år), 0)
        path = ("avtale", "midlar", pott, "overført")
        if midlar.overført is None and rest:
            yield OVERFØRT_MANGLAR.finding(
                path,
                f"Det står ikkje kva som er overført til {plan.år} av `{pott}`.",
                f"Er {kroner(rest)} rett, skriv du «overført: {rest}».",
                at_key=True,
            )
        elif midlar.overført is not None and midlar.overført != rest:
            yield OVERFØRT.finding(
                path,
                f"Planen seier at {kroner(midlar.overført)} av `{pott}` er overført til "
                f"{plan.år}; etter løyvingane og historikken er det {kroner(rest)}.",
                "Rett `overført`, løyvingane eller `budsjett: historikk`.",
            )


def appropriated_in_time(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Appropriations come while the agreement lasts, and all of them are put to use."""
    last = grunnlag.plan.avtale.periode.siste
    for pott, midlar in grunnlag.plan.avtale.midlar.items():
        for position, løyving in enumerate(midlar.løyvingar):
            if løyving.år > last:
                yield SEIN_LØYVING.finding(
                    ("avtale", "midlar", pott, "løyvingar", position, "år"),
                    f"{kroner_kort(løyving.beløp)} er løyvd i {løyving.år}, men avtalen er ute i "
                    f"{last}.",
                    "Rett året, eller perioden til avtalen.",
                )
        ledger = okonomi.pottrekneskap(grunnlag.plan, pott)
        if ledger and ledger[-1].rest > 0:
            yield IKKJE_FORDELT.finding(
                ("avtale", "midlar", pott),
                f"Av `{pott}` er {kroner_kort(ledger[-1].rest)} ikkje sett av til noko når avtalen "
                f"er ute i {last}.",
                "Set resten av til tiltak i dette eller eit seinare år.",
                at_key=True,
            )


def shares_follow_weights(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Over the whole period each sub-goal gets the share of tiltaksmidlar that its weight says."""
    plan = grunnlag.plan
    shares = okonomi.statsandelar(plan)
    total = sum(shares.values())
    for delmål_id, beløp in shares.items():
        delmål = plan.delmål[delmål_id]
        percent = Decimal(100 * beløp) / total if total else delmål.vekt
        if abs(percent - delmål.vekt) > TOLERANSE:
            yield DELMÅLSDEL.finding(
                ("delmål", delmål_id, "vekt"),
                f"Delmål {delmål.nr} får {kroner(beløp)} av tiltaksmidlane i "
                f"{plan.avtale.periode}, {prosent(percent)} av {kroner(total)}; vekta er "
                f"{prosent(delmål.vekt)}.",
                f"Etter vekta skulle delmålet ha {kroner(round(total * delmål.vekt / 100))}. Flytt "
                "pengar mellom tiltaka, eller la det stå om det er meint slik.",
            )


def others_pay_too(grunnlag: Grunnlag) -> Iterator[Finding]:
    """In no year does the state pay the whole of a measure."""
    for plass in grunnlag.plan.alle_tiltak:
        for år, pengar in plass.tiltak.budsjett.items():
            payers = [kjelde for kjelde, del_ in pengar.finansiering.items() if del_.sum]
            if år >= grunnlag.plan.år and payers and set(payers) <= set(POTTAR):
                yield STATEN_ÅLEINE.finding(
                    (*plass.path, "budsjett", str(år), "finansiering"),
                    f"I {år} betaler staten åleine for {tittel(plass.tiltak.tittel)}: "
                    f"{kroner(pengar.finansiert)} frå {liste(f'`{payer}`' for payer in payers)}.",
                    "Legg til ei kjelde til, pengar eller eigne timar, om det finst nokon.",
                    at_key=True,
                )


def says_what_it_uses(grunnlag: Grunnlag) -> Iterator[Finding]:
    """A measure says ja to state funds when it uses any, else nei.

    A closed one may have used its own in earlier years.
    """
    for plass in grunnlag.plan.alle_tiltak:
        tiltak = plass.tiltak
        used = {
            pott: sum(
                pengar.finansiering[pott].sum
                for pengar in tiltak.budsjett.values()
                if pott in pengar.finansiering
            )
            for pott in POTTAR
        }
        path = (*plass.path, "statlege_midlar")
        if not tiltak.statlege_midlar and any(used.values()):
            pots = liste(f"{kroner(beløp)} frå `{pott}`" for pott, beløp in used.items() if beløp)
            yield NEI_MED_POTT.finding(
                path,
                f"{tittel(tiltak.tittel)} skal ikkje bruke statlege midlar, men har {pots}.",
                "Skriv «statlege_midlar: ja», eller bruk ei anna kjelde.",
            )
        elif tiltak.statlege_midlar and not any(used.values()) and not tiltak.avslutta:
            yield JA_UTAN_POTT.finding(
                path,
                f"{tittel(tiltak.tittel)} skal bruke statlege midlar, men ingen av åra har noko "
                "frå ein statleg pott.",
                "Skriv inn beløpet under `finansiering`, eller «statlege_midlar: nei».",
            )


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


RULES: tuple[Rule, ...] = (
    pots_are_filled,
    pots_hold_out,
    carried_over,
    appropriated_in_time,
    shares_follow_weights,
    others_pay_too,
    says_what_it_uses,
)
REGLAR = (
    UTAN_LØYVING,
    OVERTREKT,
    OVERFØRT,
    OVERFØRT_MANGLAR,
    SEIN_LØYVING,
    IKKJE_FORDELT,
    DELMÅLSDEL,
    STATEN_ÅLEINE,
    NEI_MED_POTT,
    JA_UTAN_POTT,
)
