"""How to speak of what a field says no to: the rule it breaks, what to do, what was meant."""

from collections.abc import Callable
from typing import NamedTuple

from bygdeplan.funn.finding import Regel
from bygdeplan.load import meint
from bygdeplan.load.reglar import BELØP, DATO, FEIL_SLAG, ID, JA_NEI, PERIODE, TAL, TOM_TEKST
from bygdeplan.model.felt import MAX_ID

_LONGEST_GUESSED = 100
"""Characters; whoever writes more has meant no amount, date or id."""


def no_guess(_written: str) -> None:
    """For refusals that leave nothing to guess."""


class Feltfeil(NamedTuple):
    """One kind of refusal; `guess` takes what was written."""

    regel: Regel
    advice: str
    guess: Callable[[str], str | None] = no_guess


FELTFEIL = {
    "verdi": Feltfeil(FEIL_SLAG, "Skriv verdien rett etter kolonet."),
    "tom_tekst": Feltfeil(TOM_TEKST, "Skriv ein tekst, eller ta bort heile feltet."),
    "beløp": Feltfeil(
        BELØP, "Skriv heile kroner som 2 000 000, eller 2,5 mill.", meint.meint_beløp
    ),
    "heile_kroner": Feltfeil(BELØP, "Skriv beløpet ut i kroner."),
    "negativt_beløp": Feltfeil(BELØP, "Skriv beløpet utan minusteikn."),
    "tal": Feltfeil(TAL, "Skriv siffer, med komma framfor desimalane: 12,5.", meint.meint_tal),
    "heiltal": Feltfeil(
        TAL, "Skriv berre siffer, utan desimalar og forteikn.", meint.meint_heiltal
    ),
    "for_stort": Feltfeil(TAL, "Sjå etter om det står nokre siffer for mykje."),
    "årstal": Feltfeil(DATO, "Skriv året med fire siffer, til dømes 2031.", meint.meint_årstal),
    "dato": Feltfeil(DATO, "Skriv år, månad og dag: 2031-01-28.", meint.meint_dato),
    "tidspunkt": Feltfeil(DATO, "Skriv 2031, 2031-01 eller 2031-01-28.", meint.meint_tidspunkt),
    "møtedato": Feltfeil(DATO, "Skriv dagen som 2031-01-28, eller ordet ingen.", meint.meint_dato),
    "dato_finst_ikkje": Feltfeil(
        DATO, "Sjå etter i kalenderen: månad 01–12, og dag etter månaden.", meint.meint_dato
    ),
    "periode": Feltfeil(
        PERIODE, "Skriv to årstal med tankestrek mellom: 2031–2034.", meint.meint_periode
    ),
    "periode_snudd": Feltfeil(PERIODE, "Skriv det fyrste året fyrst."),
    "ja_nei": Feltfeil(JA_NEI, "Skriv ja eller nei.", meint.meint_ja_nei),
    "id": Feltfeil(ID, "Skriv til dømes bustad-innsikt.", meint.meint_id),
    "lang_id": Feltfeil(ID, f"Bruk høgst {MAX_ID} teikn.", meint.meint_id),
    "kommunenummer": Feltfeil(
        TAL, "Skriv alle fire siffera, også ein null fremst: 0301.", meint.meint_kommunenummer
    ),
}
"""Kind of refusal (`model.avslag.FELTFEIL`): how to speak of it."""


def advice_on(kind: str, written: str) -> str:
    """What was meant, when that can be guessed; else what to do about the refusal."""
    guess = FELTFEIL[kind].guess(written) if len(written) <= _LONGEST_GUESSED else None
    return f"Meinte du `{guess}`?" if guess else FELTFEIL[kind].advice
