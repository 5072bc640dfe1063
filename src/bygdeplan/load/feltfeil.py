"""What a field says no to: the rule it breaks, what to do, and what was most likely meant.

Each reading is text that the field reads: what stands there can mean it. There is none, or one, or
there are several, and then nobody can know. They are shown to the author and never used.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from bygdeplan.funn.finding import Regel
from bygdeplan.load.ordlegging import sitat
from bygdeplan.load.reglar import (
    BELØP,
    DATO,
    FEIL_SLAG,
    ID,
    JA_NEI,
    MÅLFORM,
    PERIODE,
    TAL,
    TOM_TEKST,
)
from bygdeplan.model.avslag import FELTFEIL as REFUSALS
from bygdeplan.model.felt import MAX_ID
from bygdeplan.model.tid import read_date
from bygdeplan.ord.skriv import liste, månadsnummer, vekedag

Lesingar = Iterator[str]
"""What a text may mean, the likeliest first."""

_UNIT = r"ca|kr|nok|kroner"
_MILLIONS = r"(?P<whole>[0-9]{1,6})(?:[.,](?P<decimals>[0-9]{1,6}))?\s*m(?:ill|nok|io)\w*\.?"
_THOUSANDS = r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*(?:tkr|tnok|tusen|k)\.?"
_GROUPS = r"[0-9]{1,3}(?:[., \u00a0'’][0-9]{3}){1,3}|[0-9]{1,12}"
_NUMBER = r"[^0-9]*?([-\u2013\u2212]?[0-9]{1,9})(?:[.,]([0-9]{1,3}))?[^0-9]*"
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_LETTERS = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae", "ö": "oe", "ä": "ae"})


def meint_beløp(text: str) -> Lesingar:
    """«60.000»: 60 000 or 60; «2.5 mill.», «½ mill.», «60 tkr», «100 000.00», «ca. 500 000?»."""
    bare = re.sub(rf"\b(?:{_UNIT})\b\.?", "", _without_fraction(text.lower()))
    bare = " ".join(bare.split()).strip("~?! ")
    if match := re.fullmatch(_MILLIONS, bare):
        whole, decimals = match["whole"], match["decimals"]
        yield f"{whole},{decimals} mill." if decimals else f"{whole} mill."
        if decimals and len(decimals) == 3:
            yield f"{whole} {decimals} mill."
    elif match := re.fullmatch(_THOUSANDS, bare):
        yield f"{match[1]},{match[2]} tusen" if match[2] else f"{match[1]} 000"
    elif match := re.fullmatch(r"([0-9]{1,3})[.,]([0-9]{3})", bare):
        yield f"{match[1]} {match[2]}"
        if match[2] == "000":
            yield match[1]
    else:
        whole = re.sub(r"[.,:](?:[-\u2013\u2014]{1,2}|00?)\Z", "", bare).strip()
        if re.fullmatch(_GROUPS, whole):
            yield re.sub("[.,'’\u00a0]", " ", whole)


def meint_i_mill(text: str) -> Lesingar:
    """«2,5», where kroner have decimals: «2,5 mill.»."""
    bare = re.sub(rf"\b(?:{_UNIT})\b\.?", "", text.lower()).strip()
    if re.fullmatch("[0-9]{1,3},[0-9]{1,2}", bare):
        yield f"{bare} mill."


def meint_tal(text: str) -> Lesingar:
    """«12.5», «ca. 40», «½»: the one number there is; «1.500»: 1 500 or 1,5."""
    match = re.fullmatch(_NUMBER, _without_fraction(text))
    if not match:
        return
    whole, decimals = match.groups()
    if decimals and len(decimals) == 3 and len(whole) <= 3 and whole.isdigit():
        yield f"{whole} {decimals}"
    yield f"{whole},{decimals}" if decimals else whole


def meint_heiltal(text: str) -> Lesingar:
    """«12 stk.», «3.», «1.200»: the one whole number there is."""
    if match := re.fullmatch(r"[^0-9]*([0-9]{1,2})\.([0-9]{3})[^0-9]*", text):
        yield f"{match[1]} {match[2]}"
    elif match := re.fullmatch(r"[^0-9]*([0-9]{1,5})(?:[.,]0*)?[^0-9]*", text):
        yield match[1]


def _without_fraction(text: str) -> str:
    """«2 ½ mill.» → «2,5 mill.»."""
    return re.sub(
        r"([0-9]*)\s*([½¼¾])", lambda match: f"{match[1] or 0},{_FRACTIONS[match[2]]}", text
    )


def meint_årstal(text: str) -> Lesingar:
    """«år 2031», «2031.»: the one year there is."""
    if match := re.fullmatch(r"[^0-9]*([12][0-9]{3})[^0-9]*", text):
        yield match[1]


def meint_dato(text: str) -> Lesingar:
    """«19/2-26»: 2026-02-19 or 2019-02-26; «3/2/2031», «19. februar 31», «2031-02-19 kl. 18»."""
    bare = re.sub(_CLOCK, "", text, flags=re.IGNORECASE).removesuffix(".")
    day = _day(bare)
    days = [day] if day else [_calendar_date(*numbers) for numbers in _as_numbers(bare)]
    yield from (day.isoformat() for day in days if day)


def meint_vekedag(text: str) -> Lesingar:
    """«onsdag 28. januar 2031»: the weekday that the date has."""
    _, _, rest = text.partition(" ")
    if day := _day(rest):
        yield f"{vekedag(day)} {rest}"


def meint_tidspunkt(text: str) -> Lesingar:
    """As a date; also «2033/6»."""
    match = re.fullmatch(r"([12][0-9]{3})[./]([0-9]{1,2})", text)
    if match and 1 <= int(match[2]) <= 12:
        yield f"{match[1]}-{int(match[2]):02}"
    else:
        yield from meint_dato(text)


def meint_periode(text: str) -> Lesingar:
    """«2030/2033», «2030-28»: the two years there are."""
    match = re.fullmatch(r"\D*([12][0-9])([0-9]{2})\D+([12][0-9])?([0-9]{2})\D*", text)
    if match:
        first, last = f"{match[1]}{match[2]}", f"{match[3] or match[1]}{match[4]}"
        if first <= last:
            yield f"{first}–{last}"


def meint_ja_nei(text: str) -> Lesingar:
    """The English words, and what people tick off with."""
    answers = {"yes": "ja", "y": "ja", "on": "ja", "x": "ja", "1": "ja"}
    answers |= {"no": "nei", "n": "nei", "off": "nei", "0": "nei"}
    if answer := answers.get(text.lower()):
        yield answer


def meint_id(text: str) -> Lesingar:
    """«Bustad Løysing», «bustad_løysing»: with the letters and hyphens that an id has."""
    plain = normalize("NFKD", text[: MAX_ID * 2].lower().translate(_LETTERS))
    words = re.findall("[a-z0-9]+", re.sub("[\u0300-\u036f]", "", plain))
    if id_ := "-".join(words).lstrip("0123456789-")[:MAX_ID].rstrip("-"):
        yield id_


def meint_kommunenummer(text: str) -> Lesingar:
    """«301»: with the nought that a spreadsheet takes away."""
    if match := re.fullmatch(r"[^0-9]*([0-9]{3,4})[^0-9]*", text):
        yield match[1].zfill(4)


_CLOCK = (
    r",?\s*(?:kl\.?|klokka)\s*[0-9]{1,2}(?:[.:][0-9]{2})?\Z"
    r"|(?:t|,?\s+)[0-9]{1,2}[.:][0-9]{2}(?::[0-9]{2})?\Z"
)
_YEAR_FIRST = r"([12][0-9]{3})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{1,2})"
_YEAR_LAST = (
    r"(?:\w+\.?,? )?([0-9]{1,2})([-.,/ ]+)([0-9]{1,2}|[^\W\d]{3,})([-.,/ ]+)"
    r"((?:[12][0-9])?[0-9]{2})"
)
_WITHOUT_SIGNS = r"([12][0-9]{3})([0-9]{2})([0-9]{2})"
_MONTH_FIRST = r"([^\W\d]{3,})\.? ([0-9]{1,2})[., ]+([12][0-9]{3})"


def _as_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """The year, month and day that a text may mean, the likeliest first."""
    if match := re.fullmatch(_WITHOUT_SIGNS, text):
        year, month, day = map(int, match.groups())
        yield year, month, day
    if match := re.fullmatch(_MONTH_FIRST, text):
        yield int(match[3]), månadsnummer(match[1]) or 0, int(match[2])
    if match := re.fullmatch(_YEAR_FIRST, text):
        year, month, day = map(int, match.groups())
        yield year, month, day
        yield year, day, month
    if match := re.fullmatch(_YEAR_LAST, text.strip(), re.IGNORECASE):
        first, sign, second, other_sign, last = match.groups()
        in_digits, short = second.isdecimal(), len(last) == 2
        month = int(second) if in_digits else månadsnummer(second) or 0
        year = 2000 + int(last) if short else int(last)
        yield year, month, int(first)
        if in_digits and sign == other_sign and sign in ("/", "-"):  # as in the United States
            yield year, int(first), month
        if in_digits and short:
            yield 2000 + int(first), month, int(last)


def _day(text: str) -> date | None:
    try:
        return read_date(text)
    except ValueError:
        return None


def _calendar_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_LONGEST_READ = 100
"""Characters; whoever writes more has meant no amount, date or id."""


def no_reading(_written: str) -> Lesingar:
    """For refusals that leave nothing to guess."""
    yield from ()


def meint_målform(text: str) -> Lesingar:
    """«nn», «nb-NO», «Bokmaal»: the form that is meant."""
    said = text.strip().lower().replace("aa", "å")
    if said.startswith(("nn", "ny")):
        yield "nynorsk"
    elif said.startswith(("nb", "bo", "no")):
        yield "bokmål"


class Feltfeil(NamedTuple):
    """One kind of refusal; `readings` takes what was written."""

    regel: Regel
    advice: str
    readings: Callable[[str], Lesingar] = no_reading


FELTFEIL = {
    "verdi": Feltfeil(FEIL_SLAG, "Skriv verdien rett etter kolonet."),
    "tom_tekst": Feltfeil(TOM_TEKST, "Skriv ein tekst, eller ta bort heile feltet."),
    "målform": Feltfeil(MÅLFORM, "Skriv nynorsk eller bokmål.", meint_målform),
    "målformer": Feltfeil(
        MÅLFORM,
        "Skriv teksten éin gong, eller éin gong i kvar målform: «nynorsk: …» og «bokmål: …».",
    ),
    "beløp": Feltfeil(BELØP, "Skriv heile kroner som 2 000 000, eller 2,5 mill.", meint_beløp),
    "heile_kroner": Feltfeil(BELØP, "Skriv beløpet ut i kroner.", meint_i_mill),
    "negativt_beløp": Feltfeil(
        BELØP,
        "Er beløpet sett ned, skriv du det nye. Ei retting eller ei tilbakebetaling fører du med "
        "minus i `rekneskap`.",
    ),
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
    "vekedag": Feltfeil(DATO, "Rett vekedagen eller datoen.", meint_vekedag),
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


class Ordlagt(NamedTuple):
    """A refusal in words: what is wrong, without a full stop, and what to do about it."""

    message: str
    advice: str


def in_words(kind: str, written: str) -> Ordlagt:
    """What to say of a refusal of what was written, with what it can mean."""
    short = written if len(written) <= _LONGEST_READ else ""
    readings = [*dict.fromkeys(FELTFEIL[kind].readings(short))]
    wrong = "Dette kan lesast på fleire måtar" if len(readings) > 1 else REFUSALS[kind].rstrip(".")
    meant = liste((f"`{reading}`" for reading in readings), "eller")
    return Ordlagt(
        f"{wrong}: {sitat(written)}" if written.strip() else wrong,
        f"Meinte du {meant}?" if meant else FELTFEIL[kind].advice,
    )
