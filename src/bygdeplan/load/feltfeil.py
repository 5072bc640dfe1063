"""What a field says no to: the rule it breaks, what to do, and what was most likely meant.

Each guess is text that the field reads, or None. A guess is shown to the author and never used.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from bygdeplan.funn.finding import Regel
from bygdeplan.load.reglar import BELØP, DATO, FEIL_SLAG, ID, JA_NEI, PERIODE, TAL, TOM_TEKST
from bygdeplan.model.felt import MAX_ID

_MONTHS = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"]
_MILLIONS = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,6}))?\s*(?:mill|mnok)\w*\.?", re.IGNORECASE)
_THOUSANDS = re.compile(r"([0-9]{1,3})\s*tusen", re.IGNORECASE)
_GROUPS = re.compile(r"[0-9]{1,3}(?:[.,' \u00a0][0-9]{3}){1,3}|[0-9]{1,12}")
_NUMBER = re.compile(r"[^0-9]*?([-\u2013\u2212]?[0-9]{1,9})(?:[.,]([0-9]{1,3}))?[^0-9]*")
_LETTERS = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae", "ö": "oe", "ä": "ae"})


def meint_beløp(text: str) -> str | None:
    """«2.500.000,-», «kr 2 000 000», «100 000,00», «2.5 millionar», «500 tusen»."""
    bare = re.sub(r"\b(?:ca|kr|nok|kroner)\b\.?", "", text, flags=re.IGNORECASE)
    bare = re.sub(r"[.,:](?:-|\u2013|00?)$", "", bare.strip()).strip()
    if match := _MILLIONS.fullmatch(bare):
        return f"{match[1]},{match[2]} mill." if match[2] else f"{match[1]} mill."
    if match := _THOUSANDS.fullmatch(bare):
        return f"{match[1]} 000"
    return re.sub("[.,'\u00a0]", " ", bare) if _GROUPS.fullmatch(bare) else None


def meint_tal(text: str) -> str | None:
    """«12.5», «60 prosent», «ca. 40»: the one number there is."""
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    return f"{match[1]},{match[2]}" if match[2] else match[1]


def meint_heiltal(text: str) -> str | None:
    """«12 stk.», «3.»: the one whole number there is."""
    match = re.fullmatch(r"[^0-9]*([0-9]{1,5})(?:[.,]0*)?[^0-9]*", text)
    return match[1] if match else None


def meint_årstal(text: str) -> str | None:
    """«år 2031», «2031.»: the one year there is."""
    match = re.fullmatch(r"[^0-9]*([12][0-9]{3})[^0-9]*", text)
    return match[1] if match else None


def meint_dato(text: str) -> str | None:
    """«19.2.2031», «2031-2-19», «torsdag 19. februar 2031», «19/2-26»."""
    days = (_calendar_date(*numbers) for numbers in _as_numbers(text))
    return next((day.isoformat() for day in days if day), None)


def meint_tidspunkt(text: str) -> str | None:
    """As a date; also «juni 2033» and «2033-6»."""
    match = re.fullmatch(r"([12][0-9]{3})[-./]([0-9]{1,2})", text)
    year, month = (match[1], int(match[2])) if match else ("", 0)
    if match := re.fullmatch(r"([^\W\d]{3})\w*\.?\s+([12][0-9]{3})", text.lower()):
        year, month = match[2], _month(match[1])
    return f"{year}-{month:02}" if 1 <= month <= 12 else meint_dato(text)


def meint_periode(text: str) -> str | None:
    """«frå 2030 til 2033», «2030/2033», «2030-28»: the two years there are."""
    match = re.fullmatch(r"\D*([12][0-9])([0-9]{2})\D+([12][0-9])?([0-9]{2})\D*", text)
    if not match:
        return None
    first, last = f"{match[1]}{match[2]}", f"{match[3] or match[1]}{match[4]}"
    return f"{first}–{last}" if first <= last else None


def meint_ja_nei(text: str) -> str | None:
    """The English words, and what people tick off with."""
    answers = {"yes": "ja", "y": "ja", "on": "ja", "x": "ja", "1": "ja"}
    answers |= {"no": "nei", "n": "nei", "off": "nei", "0": "nei"}
    return answers.get(text.lower())


def meint_id(text: str) -> str | None:
    """«Bustad Løysing», «bustad_løysing»: with the letters and hyphens that an id has."""
    plain = normalize("NFKD", text[: MAX_ID * 2].lower().translate(_LETTERS))
    words = re.findall("[a-z0-9]+", re.sub("[\u0300-\u036f]", "", plain))
    id_ = "-".join(words).lstrip("0123456789-")[:MAX_ID].rstrip("-")
    return id_ or None


def meint_kommunenummer(text: str) -> str | None:
    """«301»: with the nought that a spreadsheet takes away."""
    match = re.fullmatch(r"[^0-9]*([0-9]{3,4})[^0-9]*", text)
    return match[1].zfill(4) if match else None


def _as_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """The year, month and day that a text may mean, the likeliest first."""
    if match := re.fullmatch(r"([12][0-9]{3})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{1,2})", text):
        year, month, day = map(int, match.groups())
        yield year, month, day
        yield year, day, month
    year_last = (
        r"(?:\w+ )?([0-9]{1,2})[-./ ]+([0-9]{1,2}|[^\W\d]{3,})[-./ ]+((?:[12][0-9])?[0-9]{2})"
    )
    if match := re.fullmatch(year_last, text.strip(), re.IGNORECASE):
        month = int(match[2]) if match[2].isdecimal() else _month(match[2])
        yield int(match[3]) + (0 if len(match[3]) == 4 else 2000), month, int(match[1])


def _month(word: str) -> int:
    """The number of the month that a word begins as; 0 when it is none."""
    beginning = word[:3].lower()
    return _MONTHS.index(beginning) + 1 if beginning in _MONTHS else 0


def _calendar_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
    "beløp": Feltfeil(BELØP, "Skriv heile kroner som 2 000 000, eller 2,5 mill.", meint_beløp),
    "heile_kroner": Feltfeil(BELØP, "Skriv beløpet ut i kroner."),
    "negativt_beløp": Feltfeil(BELØP, "Skriv beløpet utan minusteikn."),
    "tal": Feltfeil(TAL, "Skriv siffer, med komma framfor desimalane: 12,5.", meint_tal),
    "heiltal": Feltfeil(TAL, "Skriv berre siffer, utan desimalar og forteikn.", meint_heiltal),
    "for_stort": Feltfeil(TAL, "Sjå etter om det står nokre siffer for mykje."),
    "årstal": Feltfeil(DATO, "Skriv året med fire siffer, til dømes 2031.", meint_årstal),
    "dato": Feltfeil(DATO, "Skriv år, månad og dag: 2031-01-28.", meint_dato),
    "tidspunkt": Feltfeil(DATO, "Skriv 2031, 2031-01 eller 2031-01-28.", meint_tidspunkt),
    "møtedato": Feltfeil(DATO, "Skriv dagen som 2031-01-28, eller ordet ingen.", meint_dato),
    "dato_finst_ikkje": Feltfeil(
        DATO, "Sjå etter i kalenderen: månad 01–12, og dag etter månaden.", meint_dato
    ),
    "periode": Feltfeil(
        PERIODE, "Skriv to årstal med tankestrek mellom: 2031–2034.", meint_periode
    ),
    "periode_snudd": Feltfeil(PERIODE, "Skriv det fyrste året fyrst."),
    "ja_nei": Feltfeil(JA_NEI, "Skriv ja eller nei.", meint_ja_nei),
    "id": Feltfeil(ID, "Skriv til dømes bustad-innsikt.", meint_id),
    "lang_id": Feltfeil(ID, f"Bruk høgst {MAX_ID} teikn.", meint_id),
    "kommunenummer": Feltfeil(
        TAL, "Skriv alle fire siffera, også ein null fremst: 0301.", meint_kommunenummer
    ),
}
"""Kind of refusal (`model.avslag.FELTFEIL`): how to speak of it."""


def advice_on(kind: str, written: str) -> str:
    """What was meant, when that can be guessed; else what to do about the refusal."""
    guess = FELTFEIL[kind].guess(written) if len(written) <= _LONGEST_GUESSED else None
    return f"Meinte du `{guess}`?" if guess else FELTFEIL[kind].advice
