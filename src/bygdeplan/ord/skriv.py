"""Dates, sums, spans and lists as they stand in the documents.

Every figure a reader meets is written here, by Språkrådet's rules for numbers, dates and spaces,
so that a sum looks the same in a table, a sentence and a list of changes; what has words in it, in
the form of Norwegian that is in use. What belongs together (a day and its month, a sum and its
unit) is held together by no-break spaces.
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, TypeVar

from bygdeplan.ord.frase import frase

NBSP = "\u00a0"
TANKESTREK = "\u2013"

# Språkrådet sets negative numbers with the en dash (–5 °C). U+2212 is as right, a hyphen is not.
MINUS = "\u2212"

Månadsformer = Literal["feb.", "febr."]
"""How a house style shortens «februar»; Språkrådet's own list has «feb.»."""

Eintalsform = Literal["éin", "éi", "eitt"]
"""The number one, by the gender of what is counted; the accent tells it from the article."""
_EITT_AV: dict[Eintalsform, str] = {
    "éin": "tal.hankjønn",
    "éi": "tal.hokjønn",
    "eitt": "tal.inkjekjønn",
}

# Of months and weekdays those who write shorten and spell as they will, in both forms.
_MÅNADER = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
_VEKEDAGAR = (
    ("måndag", "mandag"),
    ("tysdag", "tirsdag"),
    ("onsdag",),
    ("torsdag",),
    ("fredag",),
    ("laurdag", "lørdag"),
    ("sundag", "søndag"),
)

_MILLION = 1_000_000
_HUNDREDTH_OF_A_MILLION = 10_000

_YearOrDay = TypeVar("_YearOrDay", int, date)

# Python writes -1,234.5 whatever the locale.
_TALTEIKN = str.maketrans({",": NBSP, ".": ",", "-": MINUS})


def månad(d: date) -> str:
    """The name of the month: «juni»."""
    return frase("tid.månader").split()[d.month - 1]


def vekedag(d: date) -> str:
    """The name of the weekday: «laurdag»."""
    return frase("tid.vekedagar").split()[d.weekday()]


def kort_vekedag(d: date) -> str:
    """The weekday shortened: «lau.»."""
    return frase("tid.korte_vekedagar").split()[d.weekday()]


def månadsnummer(name: str) -> int | None:
    """1 for «januar», «jan» or «Janu»: three letters will do; None for no month."""
    known = [number for number, month in enumerate(_MÅNADER, 1) if _begins(month, name, 3)]
    return known[0] if known else None


def vekedagsnummer(name: str) -> int | None:
    """0 for «måndag», «mandag», «må» or «Man»: two letters will do; None for no weekday."""
    days = enumerate(_VEKEDAGAR)
    known = [number for number, names in days if any(_begins(day, name, 2) for day in names)]
    return known[0] if known else None


def _begins(whole: str, name: str, least: int) -> bool:
    return len(name) >= least and whole.startswith(name.lower())


def dato(d: date) -> str:
    """A date in running text: «2. juni 2030».

    Only the day is tied to its month; the line may break before the year.
    """
    return f"{dato_utan_år(d)} {d.year}"


def dato_utan_år(d: date) -> str:
    """A date where the year is known from elsewhere: «2. juni»."""
    return f"{_dag(d)}{NBSP}{månad(d)}"


def kort_dato(d: date, februar: Månadsformer | None = None) -> str:
    """A date for narrow columns: «28. jan.», «2. juni», «12. feb.»; February as asked for."""
    kort_månad = frase("tid.korte_månader").split()[d.month - 1]
    return f"{_dag(d)}{NBSP}{februar if februar and d.month == 2 else kort_månad}"


def numerisk_dato(d: date) -> str:
    """A date in digits, for header fields and tables: «02.06.2030»."""
    return f"{d.day:02}.{d.month:02}.{d.year}"


def periode(first: int, last: int) -> str:
    """A span of whole years: «2030–2033», or «2030» when it is one year.

    Raises ValueError when the last year comes before the first.
    """
    _check_order(first, last)
    return f"{first}" if first == last else f"{first}{TANKESTREK}{last}"


def datospenn(first: date, last: date) -> str:
    """A span of days, with what both ends share written once.

    «1.–10. mai 2031», «1. mai–10. september 2031», «1. mai 2030–10. september 2031»;
    a span of one day is that day. Raises ValueError when the last day comes before the first.
    """
    _check_order(first, last)
    if first == last:
        return dato(last)
    if first.year != last.year:
        start = dato(first)
    elif first.month != last.month:
        start = dato_utan_år(first)
    else:
        start = _dag(first)
    return f"{start}{TANKESTREK}{dato(last)}"


def tal(n: int | Decimal) -> str:
    """A number: «10 000», «2 000», «2,5», «–2 000».

    Thousands are set apart from four digits on, so that sums line up in columns. The number is
    written as exactly as it is given; zeros that end a decimal fraction are dropped.
    """
    if n == 0:
        return "0"  # Decimal knows a negative zero; readers do not
    text = f"{Decimal(n):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_TALTEIKN)


def talord(n: int, form: Eintalsform = "éin") -> str:
    """A count of things in running text: «tre» (tiltak), «13» (tiltak).

    Språkrådet writes small numbers, up to and including twelve, in letters. One follows the
    gender of what is counted: `talord(n, "eitt")` for «tiltak», `"éi"` for «samling».
    """
    if n == 1:
        return frase(_EITT_AV[form])
    return frase("tal.ord").split()[n - 2] if 2 <= n <= 12 else tal(n)


def kroner(n: int) -> str:
    """A sum in full, in whole kroner: «1 000 kr»."""
    return f"{tal(n)}{NBSP}kr"


def kroner_kort(n: int) -> str:
    """A sum in whole kroner, in millions when that takes at most two decimals.

    «2 mill. kr», «1,25 mill. kr», but «1 255 000 kr» and «450 000 kr»: no krone is rounded away.
    """
    if abs(n) < _MILLION or n % _HUNDREDTH_OF_A_MILLION:
        return kroner(n)
    return f"{tal(Decimal(n) / _MILLION)}{NBSP}mill.{NBSP}kr"


def prosent(value: int | Decimal, desimalar: Literal[0, 1] = 1) -> str:
    """Per cent with at most so many decimals: «60 %», «12,5 %».

    The value is in per cent (60, not 0.6). Halves are rounded away from zero.
    """
    return f"{tal(_rounded(value, desimalar))}{NBSP}%"


def endring_kroner(n: int) -> str:
    """A change in whole kroner: «+200 000 kr», «–200 000 kr», «0 kr»."""
    return f"{_plus(n)}{kroner(n)}"


def endring_prosent(old: int, new: int) -> str:
    """The change from one sum to another in per cent of the old: «+12,5 %», «–8 %», «0 %».

    «–» when there is nothing to be a part of: the old sum is zero or less.
    """
    if old <= 0:
        return TANKESTREK
    endring = _rounded(Decimal(100 * (new - old)) / old, 1)
    return f"{_plus(endring)}{prosent(endring)}"


def timar(n: int | Decimal) -> str:
    """Hours of own work: «1 200 timar», «1,5 timar», «1 time»."""
    return f"{tal(n)}{NBSP}{frase('tal.time') if n == 1 else frase('tal.timar')}"


def liste(items: Iterable[str], og: str = "og") -> str:
    """Items in a sentence: «a, b og c», no comma before the last; empty text for no items."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} {og} {last}" if head else last


def stor_forbokstav(text: str) -> str:
    """The text with a capital first letter, as a sentence begins; the rest as it was."""
    return text[:1].upper() + text[1:]


def _dag(d: date) -> str:
    return f"{d.day}."


def _plus(n: int | Decimal) -> str:
    return "+" if n > 0 else ""


def _rounded(value: int | Decimal, desimalar: int) -> Decimal:
    return Decimal(value).quantize(Decimal(1).scaleb(-desimalar), ROUND_HALF_UP)


def _check_order(first: _YearOrDay, last: _YearOrDay) -> None:
    if last < first:
        raise ValueError(f"the span ends ({last}) before it begins ({first})")
