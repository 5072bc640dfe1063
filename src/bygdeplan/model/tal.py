"""Amounts and numbers as people write them.

Only the digits 0–9 count as digits. Groups of three may be set off by a space of any width that
Norwegian text has, or by an underscore.
"""

import re
from decimal import Decimal

from bygdeplan.model.avslag import refusal, written

MAX_DIGITS = 12
"""In amounts and numbers: more kroner than any plan holds."""
MAX_WHOLE_NUMBER = 99_999
"""As days, it leads from any date in a plan to another that the calendar has."""

_SPACE = "[ _\u00a0\u2009\u202f]"
_MINUS = "[-\u2013\u2212]"
_WHOLE = rf"[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]+"
_KRONER = re.compile(rf"(?P<minus>{_MINUS}?)(?P<number>{_WHOLE})")
_MILLIONS = re.compile(rf"(?P<minus>{_MINUS}?)(?P<number>[0-9]+(?:,[0-9]+)?)\s*mill\.?")
_DECIMAL = re.compile(rf"(?P<minus>{_MINUS}?)(?P<number>(?:{_WHOLE})(?:,[0-9]+)?)")


def read_amount(value: object) -> int:
    """Whole kroner from `2000000`, `2_000_000`, `2 000 000` or `2,5 mill.`, «kr» after it or not.

    Raises a refusal of kind `beløp`, `heile_kroner`, `negativt_beløp` or `for_stort`.
    """
    text = _without_unit(written(value), "kr", "kr.")
    if _is_digits_alone(text):  # as nearly all are written
        return int(text)
    if match := _KRONER.fullmatch(text):
        amount = _decimal(match["number"])
    elif match := _MILLIONS.fullmatch(text):
        amount = _decimal(match["number"]) * 1_000_000
    else:
        raise refusal("beløp")
    if amount != amount.to_integral_value():
        raise refusal("heile_kroner")
    if match["minus"] and amount:
        raise refusal("negativt_beløp")
    if amount >= 10**MAX_DIGITS:
        raise refusal("for_stort")
    return int(amount)


def read_decimal(value: object) -> Decimal:
    """A number with decimal comma, «%» after it or not; refusals `tal`, `for_stort`."""
    if isinstance(value, Decimal):
        return value
    match = _DECIMAL.fullmatch(_without_unit(written(value), "%"))
    if not match:
        raise refusal("tal")
    number = _decimal(match["number"])
    return -number if match["minus"] else number


def read_whole_number(value: object) -> int:
    """A whole number from 0 to 99 999; refusals `heiltal`, `for_stort`."""
    text = re.sub(_SPACE, "", written(value))
    if not re.fullmatch("[0-9]+", text):
        raise refusal("heiltal")
    if not _is_digits_alone(text) or int(text) > MAX_WHOLE_NUMBER:
        raise refusal("for_stort")
    return int(text)


def _is_digits_alone(text: str) -> bool:
    """Whether a text is the digits of a number that is not too large."""
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS


def _without_unit(text: str, *units: str) -> str:
    for unit in units:
        if text.endswith(unit):
            return text.removesuffix(unit).rstrip()
    return text


def _decimal(text: str) -> Decimal:
    """The number that digits, what groups them and a comma make."""
    plain = re.sub(_SPACE, "", text).replace(",", ".")
    if len(plain.replace(".", "")) > MAX_DIGITS:
        raise refusal("for_stort")
    return Decimal(plain)
