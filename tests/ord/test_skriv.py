"""How dates, sums, spans and lists stand in the documents.

In the tables «~» is the no-break space and «-» the minus sign, which an editor shows as an
ordinary space and as a dash. Each row is a case of Språkrådet's rules for numbers and dates.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bygdeplan.ord import skriv
from bygdeplan.ord.skriv import MINUS, NBSP, TANKESTREK

NO_SUM = TANKESTREK

BILLION = 10**12
sums = st.integers(-BILLION, BILLION)
decimals = st.decimals(-BILLION, BILLION, allow_nan=False, allow_infinity=False, places=4)
dates = st.dates(date(1000, 1, 1), date(9999, 12, 31))


def typeset(text: str) -> str:
    return text.replace("~", NBSP).replace("-", MINUS)


def read_number(text: str) -> Decimal:
    return Decimal(text.replace(NBSP, "").replace(MINUS, "-").replace(",", "."))


def test_the_characters_that_are_hard_to_see() -> None:
    assert (NBSP, TANKESTREK, MINUS) == ("\u00a0", "\u2013", "\u2212")


# Dates


@pytest.mark.parametrize(
    ("day", "full", "without_year", "short", "digits"),
    [
        (date(2025, 6, 2), "2.~juni 2025", "2.~juni", "2.~juni", "02.06.2025"),
        (date(2026, 1, 28), "28.~januar 2026", "28.~januar", "28.~jan.", "28.01.2026"),
        (date(2026, 2, 12), "12.~februar 2026", "12.~februar", "12.~feb.", "12.02.2026"),
        (date(2026, 3, 1), "1.~mars 2026", "1.~mars", "1.~mars", "01.03.2026"),
        (date(2026, 4, 29), "29.~april 2026", "29.~april", "29.~april", "29.04.2026"),
        (date(2026, 5, 17), "17.~mai 2026", "17.~mai", "17.~mai", "17.05.2026"),
        (date(2026, 7, 31), "31.~juli 2026", "31.~juli", "31.~juli", "31.07.2026"),
        (date(2026, 8, 9), "9.~august 2026", "9.~august", "9.~aug.", "09.08.2026"),
        (date(2026, 9, 10), "10.~september 2026", "10.~september", "10.~sep.", "10.09.2026"),
        (date(2026, 10, 20), "20.~oktober 2026", "20.~oktober", "20.~okt.", "20.10.2026"),
        (date(2026, 11, 11), "11.~november 2026", "11.~november", "11.~nov.", "11.11.2026"),
        (date(2026, 12, 24), "24.~desember 2026", "24.~desember", "24.~des.", "24.12.2026"),
    ],
)
def test_dates(day: date, full: str, without_year: str, short: str, digits: str) -> None:
    assert skriv.dato(day) == typeset(full)
    assert skriv.dato_utan_år(day) == typeset(without_year)
    assert skriv.kort_dato(day) == typeset(short)
    assert skriv.numerisk_dato(day) == digits
    assert skriv.månad(day) == full.split("~")[1].split(maxsplit=1)[0]


def test_house_style_decides_how_februar_is_shortened_and_nothing_else() -> None:
    assert skriv.kort_dato(date(2026, 2, 12), "febr.") == typeset("12.~febr.")
    assert skriv.kort_dato(date(2026, 1, 28), "febr.") == typeset("28.~jan.")


@pytest.mark.parametrize(
    ("day", "name", "short"),
    [
        (date(2026, 1, 26), "måndag", "må."),
        (date(2026, 1, 27), "tysdag", "ty."),
        (date(2026, 1, 28), "onsdag", "on."),
        (date(2026, 1, 29), "torsdag", "to."),
        (date(2026, 1, 30), "fredag", "fr."),
        (date(2026, 1, 31), "laurdag", "lau."),
        (date(2026, 2, 1), "sundag", "su."),
    ],
)
def test_weekdays(day: date, name: str, short: str) -> None:
    assert skriv.vekedag(day) == name
    assert skriv.kort_vekedag(day) == short


# Spans


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(2025, 2028, "2025–2028"), (2025, 2026, "2025–2026"), (2025, 2025, "2025")],
)
def test_span_of_years(first: int, last: int, expected: str) -> None:
    assert skriv.periode(first, last) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 5, 1), date(2026, 5, 1), "1.~mai 2026"),
        (date(2026, 5, 1), date(2026, 5, 10), "1.–10.~mai 2026"),
        (date(2026, 5, 1), date(2026, 9, 10), "1.~mai–10.~september 2026"),
        (date(2025, 5, 1), date(2026, 9, 10), "1.~mai 2025–10.~september 2026"),
        (date(2025, 5, 1), date(2026, 5, 10), "1.~mai 2025–10.~mai 2026"),
        (date(2025, 5, 1), date(2026, 5, 1), "1.~mai 2025–1.~mai 2026"),
        (date(2026, 1, 10), date(2026, 2, 10), "10.~januar–10.~februar 2026"),
    ],
)
def test_span_of_days(first: date, last: date, expected: str) -> None:
    assert skriv.datospenn(first, last) == typeset(expected)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match=r"2025.*before it begins.*2026"):
        skriv.periode(2026, 2025)
    with pytest.raises(ValueError, match=r"2026-05-01.*before it begins.*2026-05-02"):
        skriv.datospenn(date(2026, 5, 2), date(2026, 5, 1))


# Numbers


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (2_000, "2~000"),
        (10_000, "10~000"),
        (2_500_000, "2~500~000"),
        (-2_000, "-2~000"),
        (-5, "-5"),
        (Decimal("2.5"), "2,5"),
        (Decimal("-0.5"), "-0,5"),
        (Decimal("12345.67"), "12~345,67"),
        (Decimal("2.50"), "2,5"),
        (Decimal("1200.0"), "1~200"),
        (Decimal(100), "100"),
        (Decimal("1E+5"), "100~000"),
        (Decimal("-0.00"), "0"),
        (10**30, "1" + 10 * "~000"),
    ],
)
def test_numbers(number: int | Decimal, expected: str) -> None:
    assert skriv.tal(number) == typeset(expected)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "0"),
        (1, "éin"),
        (2, "to"),
        (3, "tre"),
        (4, "fire"),
        (5, "fem"),
        (6, "seks"),
        (7, "sju"),
        (8, "åtte"),
        (9, "ni"),
        (10, "ti"),
        (11, "elleve"),
        (12, "tolv"),
        (13, "13"),
        (1_200, "1~200"),
        (-3, "-3"),
    ],
)
def test_small_counts_are_words(count: int, expected: str) -> None:
    assert skriv.talord(count) == typeset(expected)


def test_one_follows_the_gender_of_what_is_counted() -> None:
    assert skriv.talord(1, "eitt") == "eitt"  # tiltak
    assert skriv.talord(1, "éi") == "éi"  # samling
    assert skriv.talord(2, "eitt") == "to"


# Kroner, per cent, hours


@pytest.mark.parametrize(
    ("amount", "in_full", "short"),
    [
        (0, "0~kr", "0~kr"),
        (1_000, "1~000~kr", "1~000~kr"),
        (450_000, "450~000~kr", "450~000~kr"),
        (999_999, "999~999~kr", "999~999~kr"),
        (1_000_000, "1~000~000~kr", "1~mill.~kr"),
        (2_000_000, "2~000~000~kr", "2~mill.~kr"),
        (2_500_000, "2~500~000~kr", "2,5~mill.~kr"),
        (1_250_000, "1~250~000~kr", "1,25~mill.~kr"),
        (1_010_000, "1~010~000~kr", "1,01~mill.~kr"),
        (1_255_000, "1~255~000~kr", "1~255~000~kr"),
        (1_000_001, "1~000~001~kr", "1~000~001~kr"),
        (18_000_000, "18~000~000~kr", "18~mill.~kr"),
        (1_200_000_000, "1~200~000~000~kr", "1~200~mill.~kr"),
        (-2_500_000, "-2~500~000~kr", "-2,5~mill.~kr"),
        (-2_000, "-2~000~kr", "-2~000~kr"),
    ],
)
def test_kroner(amount: int, in_full: str, short: str) -> None:
    assert skriv.kroner(amount) == typeset(in_full)
    assert skriv.kroner_kort(amount) == typeset(short)


@pytest.mark.parametrize(
    ("value", "decimal_places", "expected"),
    [
        (60, 1, "60~%"),
        (Decimal("60.0"), 1, "60~%"),
        (Decimal("12.5"), 1, "12,5~%"),
        (Decimal("12.5"), 0, "13~%"),
        (Decimal("12.4"), 0, "12~%"),
        (Decimal("12.45"), 1, "12,5~%"),
        (Decimal("-12.45"), 1, "-12,5~%"),
        (Decimal("0.05"), 1, "0,1~%"),
        (Decimal("-0.04"), 1, "0~%"),
        (Decimal("99.95"), 1, "100~%"),
        (1_000, 1, "1~000~%"),
    ],
)
def test_per_cent(value: int | Decimal, decimal_places: Literal[0, 1], expected: str) -> None:
    assert skriv.prosent(value, decimal_places) == typeset(expected)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (200_000, "+200~000~kr"),
        (-200_000, "-200~000~kr"),
        (0, "0~kr"),
        (2_000_000, "+2~000~000~kr"),
    ],
)
def test_change_in_kroner(change: int, expected: str) -> None:
    assert skriv.endring_kroner(change) == typeset(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (800_000, 900_000, "+12,5~%"),
        (1_000_000, 920_000, "-8~%"),
        (300_000, 400_000, "+33,3~%"),
        (400_000, 0, "-100~%"),
        (100_000, 2_100_000, "+2~000~%"),
        (500_000, 500_000, "0~%"),
        (10_000_000, 10_000_001, "0~%"),
        (0, 500_000, NO_SUM),
        (0, 0, NO_SUM),
        (-100, 100, NO_SUM),
    ],
)
def test_change_in_per_cent(old: int, new: int, expected: str) -> None:
    assert skriv.endring_prosent(old, new) == typeset(expected)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, "0~timar"),
        (1, "1~time"),
        (2, "2~timar"),
        (1_200, "1~200~timar"),
        (Decimal("1.0"), "1~time"),
        (Decimal("1.5"), "1,5~timar"),
        (Decimal("0.5"), "0,5~timar"),
    ],
)
def test_hours(hours: int | Decimal, expected: str) -> None:
    assert skriv.timar(hours) == typeset(expected)


# Lists and sentences


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a og b"),
        (["a", "b", "c"], "a, b og c"),
        (["a", "b", "c", "d"], "a, b, c og d"),
    ],
)
def test_lists(items: list[str], expected: str) -> None:
    assert skriv.liste(items) == expected
    assert skriv.liste(iter(items)) == expected


def test_a_list_of_alternatives() -> None:
    assert skriv.liste(["docx", "odt", "pdf"], og="eller") == "docx, odt eller pdf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tre tiltak", "Tre tiltak"),
        ("éin kommune", "Éin kommune"),
        ("åtte tiltak i KDD", "Åtte tiltak i KDD"),
        ("KDD godkjende planen", "KDD godkjende planen"),
        ("2. juni", "2. juni"),
        ("", ""),
    ],
)
def test_capital_first_letter(text: str, expected: str) -> None:
    assert skriv.stor_forbokstav(text) == expected


# What always holds


@pytest.mark.parametrize(
    "write",
    [
        skriv.tal,
        skriv.kroner,
        skriv.kroner_kort,
        skriv.endring_kroner,
        skriv.prosent,
        skriv.timar,
        skriv.talord,
    ],
)
@given(number=sums)
def test_no_number_falls_apart(write: Callable[[int], str], number: int) -> None:
    text = write(number)
    assert "-" not in text
    assert " " not in text
    assert not re.search(r"\d\.", text), "a full stop never parts thousands"
    assert not re.search(r"\d{4}", text), "thousands are set apart"


@given(number=sums | decimals)
def test_a_number_is_written_exactly(number: int | Decimal) -> None:
    assert read_number(skriv.tal(number)) == number


@given(amount=sums | st.integers(-100_000, 100_000).map(lambda n: n * 10_000))
def test_no_krone_is_lost(amount: int) -> None:
    in_full = skriv.kroner(amount).removesuffix(f"{NBSP}kr")
    number, millions, _ = (
        skriv.kroner_kort(amount).removesuffix(f"{NBSP}kr").partition(f"{NBSP}mill.")
    )
    assert read_number(in_full) == amount
    assert read_number(number) * (1_000_000 if millions else 1) == amount


@given(value=decimals, decimal_places=st.sampled_from((0, 1)))
def test_per_cent_is_off_by_half_a_unit_at_most(
    value: Decimal, decimal_places: Literal[0, 1]
) -> None:
    written = read_number(skriv.prosent(value, decimal_places).removesuffix(f"{NBSP}%"))
    assert abs(written - value) <= Decimal("0.5").scaleb(-decimal_places)


@given(change=sums)
def test_a_change_and_its_opposite_differ_in_the_sign_only(change: int) -> None:
    assume(change > 0)
    assert skriv.endring_kroner(change) == f"+{skriv.kroner(change)}"
    assert skriv.endring_kroner(-change) == f"{MINUS}{skriv.kroner(change)}"


@given(old=st.integers(1, BILLION), new=st.integers(0, BILLION))
def test_change_in_per_cent_leads_from_the_old_sum_to_the_new(old: int, new: int) -> None:
    text = skriv.endring_prosent(old, new)
    change = read_number(text.removesuffix(f"{NBSP}%"))
    assert abs(old * change - 100 * (new - old)) <= old * Decimal("0.05")
    assert text.startswith("+") == (change > 0)


@given(day=dates)
def test_only_the_year_of_a_date_may_stand_on_a_line_of_its_own(day: date) -> None:
    assert skriv.dato(day).split(" ") == [skriv.dato_utan_år(day), str(day.year)]
    assert " " not in skriv.kort_dato(day)


@given(day=dates)
def test_a_date_in_digits_is_read_back(day: date) -> None:
    d, m, y = skriv.numerisk_dato(day).split(".")
    assert date(int(y), int(m), int(d)) == day
    assert (len(d), len(m), len(y)) == (2, 2, 4)


@given(day=dates, length=st.integers(1, 40) | st.integers(1, 4_000))
def test_a_span_of_days_tells_both_days(day: date, length: int) -> None:
    assume(day.year < 9_980)
    last_day = day + timedelta(days=length)
    first, last = skriv.datospenn(day, last_day).split(TANKESTREK)
    shared = (f"{NBSP}{skriv.månad(last_day)}", f" {last_day.year}")
    assert last == skriv.dato(last_day)
    assert skriv.dato(day) in {first, first + shared[1], first + "".join(shared)}


@given(items=st.lists(st.text("abcæøå", min_size=1), min_size=1))
def test_a_list_keeps_every_item_in_order(items: list[str]) -> None:
    assert re.split(", | og ", skriv.liste(items)) == items


def test_weekdays_follow_one_another_round_the_week() -> None:
    week = [date(2026, 1, 26) + timedelta(days=n) for n in range(8)]
    assert len({skriv.vekedag(day) for day in week}) == 7
    assert skriv.vekedag(week[0]) == skriv.vekedag(week[7])
    for name, short in ((skriv.vekedag(d), skriv.kort_vekedag(d)) for d in week):
        assert name.startswith(short.removesuffix("."))


WEEKDAYS = {
    "måndag": 0, "mandag": 0, "må": 0, "Man": 0, "ti": 1, "tys": 1, "tirsdag": 1, "on": 2, "to": 3,
    "TORSDAG": 3, "fr": 4, "la": 5, "lørdag": 5, "su": 6, "søn": 6,
    "m": None, "s": None, "helg": None,
}  # fmt: skip


@pytest.mark.parametrize(("name", "number"), WEEKDAYS.items())
def test_weekday_by_two_letters_or_more(name: str, number: int | None) -> None:
    assert skriv.vekedagsnummer(name) == number
