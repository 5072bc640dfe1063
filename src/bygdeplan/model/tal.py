"""Amounts and numbers as people write them.

What can mean one number alone is read, with its unit or without. What can be taken for another is
refused: a full stop or a comma before three digits parts thousands to some and is the decimal sign
to others. Only the digits 0–9 count as digits. Groups of three may be set off by a space of any
width that Norwegian text has, or by an underscore.
"""

import re
from decimal import Decimal

from bygdeplan.model.avslag import refusal, written

MAX_DIGITS = 12
"""In amounts and numbers: more kroner than any plan holds."""
MAX_WHOLE_NUMBER = 99_999
"""As days, it leads from any date in a plan to another that the calendar has."""

_SPACE = "[ _\u00a0\u2007\u2009\u202f]"
_MINUS = "(?P<minus>[-\u2013\u2212]?)"
_WHOLE = rf"[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]+"
_DECIMALS = "(?:,(?P<decimals>[0-9]+))?"
_DECIMAL = rf"{_MINUS}(?P<number>{_WHOLE}){_DECIMALS}"
_PLAIN = re.compile(_DECIMAL)

# The rest is compiled when a file writes it so: most files do not.
_GROUPS = r"[0-9]{1,3}(?P<sign>[.,])[0-9]{3}(?:(?P=sign)[0-9]{3})+"
"""«2.500.000», «2,500,000»: a sign that stands twice is no decimal sign."""
_GROUPS_AND_COMMA = r"[0-9]{1,3}(?:\.[0-9]{3})+(?=,|[.:][-\u2013\u2014])"
"""«60.000,00», «60.000,-»: where another sign ends the kroner, a full stop does not."""
_NUMBER = rf"{_MINUS}(?P<number>{_WHOLE}|{_GROUPS}|{_GROUPS_AND_COMMA})"
_NUMBER_WITH_DECIMALS = rf"{_NUMBER}{_DECIMALS}"
_KRONER = rf"{_NUMBER}(?:,(?P<decimals>[0-9]{{1,2}})|[.,:][-\u2013\u2014]{{1,2}})?"
_MILLIONS = rf"{_DECIMAL}\s*mill(?:ion(?:ar|er)?|\.)?"
_THOUSANDS = rf"{_NUMBER}(?:,(?P<decimals>[0-9]{{1,2}}))?\s*tusen"
_AMOUNTS = (("mill", _MILLIONS, 1_000_000), ("tusen", _THOUSANDS, 1_000), ("", _KRONER, 1))
"""A word in an amount, how the amount is then written, and what one of it is worth in kroner."""
_KRONER_WORDS = ("kroner", "kr.", "kr", "nok")
_PER_CENT_SIGNS = ("%", "prosent", "pst.", "pst")
_HOURS = ("timar", "timer", "t.", "t")
_DAYS = ("dagar", "dager", "dag")


def read_amount(value: object) -> int:
    """Whole kroner from `2000000`, `2_000_000`, «2 000 000,-», «kr 60 000» or «2,5 mill.».

    Raises a refusal of kind `negativt_beløp`, or as `read_entry` does.
    """
    amount = read_entry(value)
    if amount < 0:
        raise refusal("negativt_beløp")
    return amount


def read_entry(value: object) -> int:
    """Whole kroner as accounts have them, negative for a correction or what is paid back.

    Raises a refusal of kind `beløp`, `heile_kroner` or `for_stort`.
    """
    text = written(value)
    if _is_digits_alone(text):  # as nearly all are written
        return int(text)
    amount = _read_kroner(text.lower())
    if amount != amount.to_integral_value():
        raise refusal("heile_kroner")
    if abs(amount) >= 10**MAX_DIGITS:
        raise refusal("for_stort")
    return int(amount)


def _read_kroner(text: str) -> Decimal:
    match = _PLAIN.fullmatch(text)
    if match and not match["decimals"]:
        return _number(match)
    before = next((unit for unit in _KRONER_WORDS if text.startswith(unit)), "")
    bare = _without(_KRONER_WORDS, text.removeprefix(before).lstrip())
    form, worth = next((form, worth) for word, form, worth in _AMOUNTS if word in bare)
    match = re.fullmatch(form, bare)
    if not match:
        raise refusal("beløp")
    return _number(match) * worth


def read_decimal(value: object) -> Decimal:
    """A number with decimal comma, «%» or «prosent» after or not; refusals `tal`, `for_stort`."""
    if isinstance(value, Decimal):
        return value
    text = _without(_PER_CENT_SIGNS, written(value).lower())
    match = _PLAIN.fullmatch(text) or re.fullmatch(_NUMBER_WITH_DECIMALS, text)
    if not match:
        raise refusal("tal")
    return _number(match)


def read_whole_number(value: object) -> int:
    """A whole number from 0 to 99 999; refusals `heiltal`, `for_stort`."""
    return _read_whole(written(value))


def read_hours(value: object) -> int:
    """A whole number of hours, «timar» after it or not; refusals as `read_whole_number`."""
    return _read_whole(_without(_HOURS, written(value).lower()))


def read_days(value: object) -> int:
    """A whole number of days, «dagar» after it or not; refusals as `read_whole_number`."""
    return _read_whole(_without(_DAYS, written(value).lower()))


def _read_whole(text: str) -> int:
    match = _PLAIN.fullmatch(text) or re.fullmatch(_NUMBER_WITH_DECIMALS, text)
    if not match or match["minus"] or (match["decimals"] or "").strip("0"):
        raise refusal("heiltal")
    number = _number(match)
    if number > MAX_WHOLE_NUMBER:
        raise refusal("for_stort")
    return int(number)


def _is_digits_alone(text: str) -> bool:
    """Whether a text is the digits of a number that is not too large."""
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS


def _without(units: tuple[str, ...], text: str) -> str:
    """A text without the unit that ends it, if one does; the longest first of those alike."""
    unit = next((unit for unit in units if text.endswith(unit)), "")
    return text.removesuffix(unit).rstrip()


def _number(match: re.Match[str]) -> Decimal:
    """What the sign, the digits and the decimals of a match make."""
    whole, decimals = re.sub("[^0-9]", "", match["number"]), match["decimals"] or ""
    if len(whole) + len(decimals) > MAX_DIGITS:
        raise refusal("for_stort")
    number = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return -number if match["minus"] else number
