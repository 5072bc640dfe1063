"""Amounts and numbers, in every way people write them.

In the tables «~» is the no-break space.
"""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from bygdeplan.model.tal import (
    MAX_DIGITS,
    read_amount,
    read_days,
    read_decimal,
    read_entry,
    read_hours,
    read_whole_number,
)

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
        ("60 000,-", 60_000),
        ("60~000,–", 60_000),
        ("60 000.-", 60_000),
        ("60 000,--", 60_000),
        ("60 000,- kr", 60_000),
        ("60 000,00", 60_000),
        ("60000,0", 60_000),
        ("kr 60 000", 60_000),
        ("Kr. 60 000,-", 60_000),
        ("NOK 60 000", 60_000),
        ("kroner 60 000", 60_000),
        ("60 000 NOK", 60_000),
        ("60 000 Kroner", 60_000),
        ("60 tusen", 60_000),
        ("2,5 tusen kr", 2_500),
        ("1 200 tusen", 1_200_000),
        ("2 million", 2_000_000),
        ("2,5 millionar", 2_500_000),
        ("2,5 Millioner kroner", 2_500_000),
        ("2 500 mill.", 2_500_000_000),
        ("2.500.000", 2_500_000),
        ("2,500,000", 2_500_000),
        ("2.500.000,-", 2_500_000),
        ("60.000,-", 60_000),
        ("60.000,00 kr", 60_000),
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
        ("60.000", "beløp"),
        ("60,000", "beløp"),
        ("60.000 kr", "beløp"),
        ("60,000,-", "beløp"),
        ("60 000,000", "beløp"),
        ("60.00", "beløp"),
        ("60 000.00", "beløp"),
        ("60,000.00", "beløp"),
        ("2.500,000", "beløp"),
        ("2.5 mill.", "beløp"),
        ("0.06 mill", "beløp"),
        ("½ mill.", "beløp"),
        ("2.500 tusen", "beløp"),
        ("2,500 tusen", "beløp"),
        ("60 tkr", "beløp"),
        ("60k", "beløp"),
        ("2,5 MNOK", "beløp"),
        ("ca. 60 000", "beløp"),
        ("20 000–30 000", "beløp"),
        ("1 000,", "beløp"),
        ("2,5", "heile_kroner"),
        ("60 000,50", "heile_kroner"),
        ("0,5 tusen,-", "beløp"),
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
        ("kr -60 000,-", "negativt_beløp"),
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


@pytest.mark.parametrize(
    ("written", "kroner"),
    [
        ("-60 000", -60_000),
        (f"{MINUS}60 000,-", -60_000),
        (f"kr {DASH}60~000", -60_000),
        ("-2,5 mill.", -2_500_000),
        ("-0", 0),
        ("60 000", 60_000),
    ],
)
def test_entry_of_accounts(written: str, kroner: int) -> None:
    assert read_entry(typeset(written)) == kroner


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("-60.000", "beløp"),
        ("- 60 000", "beløp"),
        ("60 000-", "beløp"),
        ("-0,5", "heile_kroner"),
        ("-1 000 000 000 000", "for_stort"),
    ],
)
def test_no_entry_of_accounts(written: str, kind: str) -> None:
    assert kind_of_refusal(read_entry, written) == kind


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
        ("60 prosent", "60"),
        ("12,5 Prosent", "12.5"),
        ("60 pst.", "60"),
        ("2.438,25", "2438.25"),
        ("1.002.438", "1002438"),
        ("33,333", "33.333"),
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
        ("1.000", "tal"),
        ("19.5 %", "tal"),
        ("½", "tal"),
        ("60 prosentpoeng", "tal"),
        ("prosent", "tal"),
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
    ("written", "number"),
    [
        ("0", 0),
        ("007", 7),
        ("1 200", 1200),
        ("12,0", 12),
        ("99999", 99_999),
        (3, 3),
    ],
)
def test_whole_number(written: object, number: int) -> None:
    assert read_whole_number(written) == number


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "heiltal"),
        ("1.10", "heiltal"),
        ("1.200", "heiltal"),
        ("1 2 0 0", "heiltal"),
        ("12 00", "heiltal"),
        ("12 timar", "heiltal"),
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


@pytest.mark.parametrize(
    ("read", "written", "number"),
    [
        (read_hours, "120", 120),
        (read_hours, "120 timar", 120),
        (read_hours, "1 200 Timer", 1200),
        (read_hours, "1~200~t", 1200),
        (read_hours, 120, 120),
        (read_days, "10", 10),
        (read_days, "10 dagar", 10),
        (read_days, "1 dag", 1),
        (read_days, "10 dager", 10),
    ],
)
def test_hours_and_days(read: Callable[[object], int], written: object, number: int) -> None:
    assert read(typeset(written) if isinstance(written, str) else written) == number


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (read_hours, "37,5 timar"),
        (read_hours, "1.200 timar"),
        (read_hours, "120 dagar"),
        (read_hours, "timar"),
        (read_days, "10 timar"),
        (read_days, "dagar"),
    ],
)
def test_no_hours_and_no_days(read: Callable[[object], int], written: str) -> None:
    assert kind_of_refusal(read, written) == "heiltal"
