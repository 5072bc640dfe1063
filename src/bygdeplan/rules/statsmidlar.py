"""What the state's money goes to: which sub-goals, and which measures beside others. BP34x."""

from collections.abc import Iterator
from decimal import Decimal

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import POTTAR, Pottnamn
from bygdeplan.model.tiltak import Tiltak
from bygdeplan.ord.skriv import kroner, liste, prosent
from bygdeplan.rules.grunnlag import Grunnlag, tittel

TOLERANSE = Decimal(1)
"""Percentage points a sub-goal's share may part from its weight.

Budgets are written in tens of thousands of kroner, so that shares seldom meet the weights exactly;
of 10 mill. kr one point is 100 000 kr, about the smallest measure there is.
"""


def shares_follow_weights(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Over the whole period each sub-goal gets the share of tiltaksmidlar that its weight says."""
    plan = grunnlag.plan
    shares = okonomi.statsandelar(plan)
    total = sum(shares.values())
    for delmål_id, beløp in shares.items():
        delmål = plan.delmål[delmål_id]
        percent = Decimal(100 * beløp) / total if total else delmål.vekt
        if abs(percent - delmål.vekt) > TOLERANSE:
            yield Brot(
                ("delmål", delmål_id, "vekt"),
                f"Delmål {delmål.nr} får {kroner(beløp)} av tiltaksmidlane i "
                f"{plan.avtale.periode}, {prosent(percent)} av {kroner(total)}; vekta er "
                f"{prosent(delmål.vekt)}.",
                f"Etter vekta skulle delmålet ha {kroner(round(total * delmål.vekt / 100))}. Flytt "
                "pengar mellom tiltaka, eller la det stå om det er meint slik.",
            )


DELMÅLSDEL = Prøveregel(
    "BP341",
    Severity.ÅTVARING,
    "delmålet får meir eller mindre enn vekta tilseier",
    why="Over heile avtaleperioden skal tiltaksmidlane frå staten følgje vektene. I eit enkelt år "
    "kan piloten leggje vekt på ulike delmål. Skilnader på opptil eitt prosentpoeng blir ikkje "
    "melde: så mykje gjer det å runde av beløpa i tiltaka.",
    wrong="# vekt 60, men 50 % av tiltaksmidlane i heile perioden",
    right="# vekt 60, og 60 % av tiltaksmidlane i heile perioden",
    finn=shares_follow_weights,
)


def others_pay_too(grunnlag: Grunnlag) -> Iterator[Brot]:
    """In no year does the state pay the whole of a measure."""
    for plass in grunnlag.plan.alle_tiltak:
        for år, pengar in plass.tiltak.budsjett.items():
            payers = [kjelde for kjelde, del_ in pengar.finansiering.items() if del_.sum]
            if år >= grunnlag.plan.år and payers and set(payers) <= set(POTTAR):
                yield Brot(
                    (*plass.path, "budsjett", str(år), "finansiering"),
                    f"I {år} betaler staten åleine for {tittel(plass.tiltak.tittel)}: "
                    f"{kroner(pengar.finansiert)} frå {liste(f'`{payer}`' for payer in payers)}.",
                    "Legg til ei kjelde til, pengar eller eigne timar, om det finst nokon.",
                    at_key=True,
                )


STATEN_ÅLEINE = Prøveregel(
    "BP342",
    Severity.ÅTVARING,
    "staten betaler heile tiltaket",
    why="Tiltaka skal vere samfinansierte. At staten betaler alt eit år, kan vere rett, men nokon "
    "bør ha tenkt på det.",
    wrong="kostnad: 300 000\nfinansiering: {tiltaksmidlar: 300 000}",
    right="kostnad: 300 000\nfinansiering: {tiltaksmidlar: 200 000, anna: 100 000}",
    finn=others_pay_too,
)


def none_that_says_nei_uses_any(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure that uses state funds says so."""
    for plass in grunnlag.plan.alle_tiltak:
        used = _from_the_state(plass.tiltak)
        if used and not plass.tiltak.statlege_midlar:
            pots = liste(f"{kroner(beløp)} frå `{pott}`" for pott, beløp in used.items())
            yield Brot(
                (*plass.path, "statlege_midlar"),
                f"{tittel(plass.tiltak.tittel)} skal ikkje bruke statlege midlar, men har {pots}.",
                "Skriv «statlege_midlar: ja», eller bruk ei anna kjelde.",
            )


NEI_MED_POTT = Prøveregel(
    "BP343",
    Severity.FEIL,
    "tiltaket bruker statlege midlar, men seier nei",
    why="Endringslista skil mellom tiltak med og utan statlege midlar.",
    wrong="statlege_midlar: nei\n…\nfinansiering: {tiltaksmidlar: 200 000}",
    right="statlege_midlar: ja\n…\nfinansiering: {tiltaksmidlar: 200 000}",
    finn=none_that_says_nei_uses_any,
)


def all_that_say_ja_use_some(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure that says it uses state funds has some.

    A closed one may have used its own in earlier years.
    """
    for plass in grunnlag.plan.alle_tiltak:
        tiltak = plass.tiltak
        if tiltak.statlege_midlar and not tiltak.avslutta and not _from_the_state(tiltak):
            yield Brot(
                (*plass.path, "statlege_midlar"),
                f"{tittel(tiltak.tittel)} skal bruke statlege midlar, men ingen av åra har noko "
                "frå ein statleg pott.",
                "Skriv inn beløpet under `finansiering`, eller «statlege_midlar: nei».",
            )


JA_UTAN_POTT = Prøveregel(
    "BP344",
    Severity.ÅTVARING,
    "tiltaket seier ja til statlege midlar, men bruker ingen",
    why="Eit nytt tiltak som skal bruke statlege midlar, må vise kor mykje.",
    wrong="statlege_midlar: ja\n…\nfinansiering: {anna: 200 000}",
    right="statlege_midlar: ja\n…\nfinansiering: {tiltaksmidlar: 100 000, anna: 100 000}",
    finn=all_that_say_ja_use_some,
)


def _from_the_state(tiltak: Tiltak) -> dict[Pottnamn, int]:
    """The kroner a measure uses of each pot it uses any of."""
    used = {
        pott: sum(
            pengar.finansiering[pott].sum
            for pengar in tiltak.budsjett.values()
            if pott in pengar.finansiering
        )
        for pott in POTTAR
    }
    return {pott: beløp for pott, beløp in used.items() if beløp}


REGLAR = (
    DELMÅLSDEL,
    STATEN_ÅLEINE,
    NEI_MED_POTT,
    JA_UTAN_POTT,
)
