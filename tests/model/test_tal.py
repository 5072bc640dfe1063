"""Amounts and numbers, in every way people write them.

In the tables «~» is the no-break space.
"""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from bygdeplan.model.tal import MAX_DIGITS, read_amount, read_decimal, read_whole_number

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"
MINUS, DASH = "\u2212", "\u2013"

amounts = st.integers(0, 10**MAX_DIGITS - 1)


def typeset(text: str) -> str:
    return text.replace("~", NBSP)


def kind_of_refusal(read: Callable[[object], object], written: object) -> str:
    with pytest.raises(PydanticCustomError) as refused:
        read(typeset(written) if isinstance(written, str) else written)
    return refused.value.type


def grouped(amount: int, separator: str) -> str:
    return f"{amount:,}".replace(",", separator)


# Amounts


@pytest.mark.parametrize(
    ("written", "kroner"),
    [
        ("0", 0),
        ("-0", 0),
        ("2000000", 2_000_000),
        ("2_000_000", 2_000_000),
        ("2 000 000", 2_000_000),
        ("2~000~000", 2_000_000),
        (f"2{THIN}000{THIN}000", 2_000_000),
        (f"2{NARROW}000{NARROW}000", 2_000_000),
        ("2 mill.", 2_000_000),
        ("2 mill", 2_000_000),
        ("2~mill.", 2_000_000),
        ("2mill.", 2_000_000),
        ("2,5 mill.", 2_500_000),
        ("0,000001 mill.", 1),
        ("17,12 mill. kr", 17_120_000),
        ("2 000 000 kr", 2_000_000),
        ("2~000~000~kr", 2_000_000),
        ("2000kr.", 2_000),
        ("  800 000  ", 800_000),
        ("999 999 999 999", 999_999_999_999),
        (2_000_000, 2_000_000),
    ],
)
def test_amount(written: object, kroner: int) -> None:
    assert read_amount(typeset(written) if isinstance(written, str) else written) == kroner


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "beløp"),
        ("kr", "beløp"),
        ("to mill.", "beløp"),
        ("2.500.000", "beløp"),
        ("2.500.000,-", "beløp"),
        ("2 000 000,00", "beløp"),
        ("kr 2 000 000", "beløp"),
        ("2.5 mill.", "beløp"),
        ("2,5 millionar", "beløp"),
        ("2,5", "beløp"),
        ("20 00", "beløp"),
        ("2000 000", "beløp"),
        ("2  000", "beløp"),
        ("1e6", "beløp"),
        ("0x10", "beløp"),
        ("٢٠٠٠", "beløp"),
        ("2,0000005 mill.", "heile_kroner"),
        ("-1", "negativt_beløp"),
        (f"{MINUS}2 000", "negativt_beløp"),
        (f"{DASH}2,5 mill.", "negativt_beløp"),
        ("1 000 000 000 000", "for_stort"),
        ("1000000 mill.", "for_stort"),
        ("9" * 5000, "for_stort"),
        ("9" * 5000 + " mill.", "for_stort"),
        (True, "verdi"),
        (Decimal("2.5"), "verdi"),
        (None, "verdi"),
        (["1"], "verdi"),
        ({"beløp": "1"}, "verdi"),
    ],
)
def test_no_amount(written: object, kind: str) -> None:
    assert kind_of_refusal(read_amount, written) == kind


@pytest.mark.parametrize(
    "write",
    [
        str,
        lambda kroner: grouped(kroner, "_"),
        lambda kroner: grouped(kroner, " "),
        lambda kroner: grouped(kroner, NBSP),
        lambda kroner: grouped(kroner, NARROW),
        lambda kroner: grouped(kroner, " ") + " kr",
    ],
    ids=["digits", "underscore", "space", "no-break space", "narrow space", "kr"],
)
@given(kroner=amounts)
def test_any_amount_reads_back(write: Callable[[int], str], kroner: int) -> None:
    assert read_amount(write(kroner)) == kroner


@given(kroner=amounts)
def test_any_amount_in_millions_reads_back(kroner: int) -> None:
    written = format(Decimal(kroner) / 1_000_000, "f").replace(".", ",")
    assert read_amount(f"{written} mill.") == kroner


@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = read_amount(text)
    except PydanticCustomError:
        return
    assert 0 <= amount < 10**MAX_DIGITS


# Numbers


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("60", "60"),
        ("12,5", "12.5"),
        ("12,50", "12.50"),
        ("-20", "-20"),
        (f"{MINUS}20,5", "-20.5"),
        ("12,5 %", "12.5"),
        ("12,5~%", "12.5"),
        ("60%", "60"),
        ("2 438", "2438"),
        ("2~438,25", "2438.25"),
        (60, "60"),
        (Decimal("12.5"), "12.5"),
    ],
)
def test_number(written: object, number: str) -> None:
    read = read_decimal(typeset(written) if isinstance(written, str) else written)
    assert str(read) == number


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "tal"),
        ("%", "tal"),
        ("seksti", "tal"),
        ("12.5", "tal"),
        ("12,", "tal"),
        (",5", "tal"),
        ("60 prosent", "tal"),
        ("1/3", "tal"),
        ("NaN", "tal"),
        ("12:30", "tal"),
        ("٦٠", "tal"),
        ("0," + "3" * 5000, "for_stort"),
        ([], "verdi"),
    ],
)
def test_no_number(written: object, kind: str) -> None:
    assert kind_of_refusal(read_decimal, written) == kind


@given(st.decimals(-10_000_000, 10_000_000, places=4))
def test_any_number_reads_back(number: Decimal) -> None:
    assert read_decimal(format(number, "f").replace(".", ",")) == number


# Whole numbers


@pytest.mark.parametrize(
    ("written", "number"), [("0", 0), ("007", 7), ("1 200", 1200), ("99999", 99_999), (3, 3)]
)
def test_whole_number(written: object, number: int) -> None:
    assert read_whole_number(written) == number


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "heiltal"),
        ("1.10", "heiltal"),
        ("1,5", "heiltal"),
        ("-1", "heiltal"),
        ("ein", "heiltal"),
        ("0x10", "heiltal"),
        ("100000", "for_stort"),
        ("9" * 5000, "for_stort"),
        (None, "verdi"),
    ],
)
def test_no_whole_number(written: object, kind: str) -> None:
    assert kind_of_refusal(read_whole_number, written) == kind
