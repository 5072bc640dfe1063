"""Years, dates, periods and moments, as a plan file writes them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from bygdeplan.model.tid import Periode, Tidspunkt, read_date, read_meeting, read_year
from bygdeplan.ord import skriv

years = st.integers(1000, 2999)
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))


def with_weekday(day: date) -> str:
    return f"{skriv.vekedag(day)} {skriv.dato(day)}"


def kind_of_refusal(read: Callable[[object], object], written: object) -> str:
    with pytest.raises(PydanticCustomError) as refused:
        read(written)
    return refused.value.type


@pytest.mark.parametrize(("written", "year"), [("2031", 2031), (" 2031 ", 2031), (2031, 2031)])
def test_year(written: object, year: int) -> None:
    assert read_year(written) == year


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "årstal"),
        ("31", "årstal"),
        ("0031", "årstal"),
        ("20 31", "årstal"),
        ("2_031", "årstal"),
        ("2031.", "årstal"),
        ("3000", "årstal"),
        ("٢٠٣١", "årstal"),
        (None, "verdi"),
    ],
)
def test_no_year(written: object, kind: str) -> None:
    assert kind_of_refusal(read_year, written) == kind


# Dates and meetings


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031-01-28", date(2031, 1, 28)),
        (" 2031-01-28 ", date(2031, 1, 28)),
        ("2032-02-29", date(2032, 2, 29)),
        ("2031-1-28", date(2031, 1, 28)),
        ("2031.01.28", date(2031, 1, 28)),
        ("2031/1/28", date(2031, 1, 28)),
        ("28.01.2031", date(2031, 1, 28)),
        ("28.1.2031", date(2031, 1, 28)),
        ("28. 1. 2031", date(2031, 1, 28)),
        ("3.2.2031", date(2031, 2, 3)),
        ("28/1-2031", date(2031, 1, 28)),
        ("28. januar 2031", date(2031, 1, 28)),
        ("28.\u00a0januar 2031", date(2031, 1, 28)),
        ("28 januar 2031", date(2031, 1, 28)),
        ("28.januar 2031", date(2031, 1, 28)),
        ("28. JANUAR 2031", date(2031, 1, 28)),
        ("28. jan. 2031", date(2031, 1, 28)),
        ("28. januar, 2031", date(2031, 1, 28)),
        ("12. febr. 2031", date(2031, 2, 12)),
        ("12. sept 2031", date(2031, 9, 12)),
        ("den 28. januar 2031", date(2031, 1, 28)),
        ("tysdag 28. januar 2031", date(2031, 1, 28)),
        ("Tysdag den 28. januar 2031", date(2031, 1, 28)),
        ("tirsdag, 28. januar 2031", date(2031, 1, 28)),
        ("ty. 28.01.2031", date(2031, 1, 28)),
        ("Tirs. 28.1.2031", date(2031, 1, 28)),
        ("måndag 27. januar 2031", date(2031, 1, 27)),
        ("MANDAG 27. januar 2031", date(2031, 1, 27)),
        ("laurdag 1. februar 2031", date(2031, 2, 1)),
        ("lørdag 1. februar 2031", date(2031, 2, 1)),
        ("sundag 2. februar 2031", date(2031, 2, 2)),
        ("søn. 2. februar 2031", date(2031, 2, 2)),
        (date(2031, 1, 28), date(2031, 1, 28)),
    ],
)
def test_date(written: object, day: date) -> None:
    assert read_date(written) == day
    assert read_meeting(written) == day


NO_DATES = [
    "",
    "2031",
    "2031-01",
    "31-01-28",
    "20310128",
    "2031-W05-2",
    "2031-01-28T12:00",
    "2031-01-28 kl. 18",
    "28.01.2031 18:00",
    "28. januar",
    "januar 2031",
    "28. janu 31",
    "28. snø 2031",
    "28. ja 2031",
    "0031-01-28",
    "28.1.31",
    "28/1-31",
    "28/1/2031",
    "28-1-2031",
    "1/28/2031",
    "t 28. januar 2031",
    "snart 28. januar 2031",
    "2031/01.28",
]


@pytest.mark.parametrize("written", NO_DATES)
def test_no_date(written: str) -> None:
    assert kind_of_refusal(read_date, written) == "dato"
    assert kind_of_refusal(read_meeting, written) == "møtedato"


@pytest.mark.parametrize(
    "written",
    [
        "2031-02-29",
        "2031-13-01",
        "2031-00-10",
        "2031-01-00",
        "2031-04-31",
        "2031-2-30",
        "31.4.2031",
        "1.13.2031",
        "31. april 2031",
        "onsdag 31. april 2031",
    ],
)
def test_date_that_the_calendar_has_not(written: str) -> None:
    for read in (read_date, read_meeting, Tidspunkt.read):
        assert kind_of_refusal(read, written) == "dato_finst_ikkje"


@pytest.mark.parametrize(
    "written",
    ["onsdag 28. januar 2031", "må. 28.01.2031", "laurdag den 28. januar 2031", "sø 28/1-2031"],
)
def test_weekday_of_another_day(written: str) -> None:
    for read in (read_date, read_meeting, Tidspunkt.read):
        assert kind_of_refusal(read, written) == "vekedag"


@pytest.mark.parametrize("written", ["ingen", "Ingen", " ingen "])
def test_body_that_does_not_meet(written: str) -> None:
    assert read_meeting(written) == "ingen"


@given(days)
def test_any_date_reads_back(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert Tidspunkt.read(day.isoformat()) == Tidspunkt(day.year, day.month, day.day)


@pytest.mark.parametrize("write", [skriv.dato, skriv.numerisk_dato, with_weekday])
@given(day=days)
def test_any_date_as_documents_write_it_reads_back(write: Callable[[date], str], day: date) -> None:
    assert read_date(write(day)) == day
    assert Tidspunkt.read(write(day)) == Tidspunkt(day.year, day.month, day.day)


@given(days, st.integers(1, 6))
def test_no_date_has_the_weekday_of_another(day: date, later: int) -> None:
    other = skriv.vekedag(day + timedelta(later))
    assert kind_of_refusal(read_date, f"{other} {skriv.dato(day)}") == "vekedag"


@given(days)
def test_any_date_can_be_reckoned_with(day: date) -> None:
    # Deadlines lie a number of days before or after; 99 999 is the greatest a plan can hold.
    for deadline in (read_date(day.isoformat()) + timedelta(sign * 99_999) for sign in (-1, 1)):
        assert deadline != day


# Periods


@pytest.mark.parametrize(
    ("written", "first", "last", "shown"),
    [
        ("2030–2033", 2030, 2033, "2030–2033"),
        ("2030-2033", 2030, 2033, "2030–2033"),
        ("2030 – 2033", 2030, 2033, "2030–2033"),
        ("2030—2033", 2030, 2033, "2030–2033"),
        ("2030", 2030, 2030, "2030"),
        ("2030–2030", 2030, 2030, "2030"),
        ("2030 til 2033", 2030, 2033, "2030–2033"),
        ("frå 2030 til 2033", 2030, 2033, "2030–2033"),
        ("Fra 2030 til og med 2033", 2030, 2033, "2030–2033"),
    ],
)
def test_period(written: str, first: int, last: int, shown: str) -> None:
    period = Periode.read(written)
    assert (period.første, period.siste) == (first, last)
    assert list(period.årstal) == list(range(first, last + 1))
    assert first in period
    assert last in period
    assert first - 1 not in period
    assert last + 1 not in period
    assert str(period) == shown
    assert Periode.read(period) is period


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "periode"),
        ("frå 2030", "periode"),
        ("til 2033", "periode"),
        ("2030/2033", "periode"),
        ("2030–33", "periode"),
        ("2030–", "periode"),
        ("0030–0033", "periode"),
        ("2033–2030", "periode_snudd"),
        ([2030, 2033], "verdi"),
    ],
)
def test_no_period(written: object, kind: str) -> None:
    assert kind_of_refusal(Periode.read, written) == kind


@given(years, years)
def test_any_period_reads_back(one: int, other: int) -> None:
    period = Periode(min(one, other), max(one, other))
    assert Periode.read(str(period)) == period


# Moments


@pytest.mark.parametrize(
    ("written", "shown", "first", "last"),
    [
        ("2031", "2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02", "2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2032-02", "2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-12", "2031-12", date(2031, 12, 1), date(2031, 12, 31)),
        ("2031-6", "2031-06", date(2031, 6, 1), date(2031, 6, 30)),
        ("6.2031", "2031-06", date(2031, 6, 1), date(2031, 6, 30)),
        ("06.2031", "2031-06", date(2031, 6, 1), date(2031, 6, 30)),
        ("juni 2031", "2031-06", date(2031, 6, 1), date(2031, 6, 30)),
        ("Juni, 2031", "2031-06", date(2031, 6, 1), date(2031, 6, 30)),
        ("des. 2031", "2031-12", date(2031, 12, 1), date(2031, 12, 31)),
        ("2031-02-03", "2031-02-03", date(2031, 2, 3), date(2031, 2, 3)),
        ("2031-6-1", "2031-06-01", date(2031, 6, 1), date(2031, 6, 1)),
        ("3. februar 2031", "2031-02-03", date(2031, 2, 3), date(2031, 2, 3)),
        ("2999-12-31", "2999-12-31", date(2999, 12, 31), date(2999, 12, 31)),
    ],
)
def test_moment(written: str, shown: str, first: date, last: date) -> None:
    moment = Tidspunkt.read(written)
    assert (moment.første_dag, moment.siste_dag) == (first, last)
    assert str(moment) == shown
    assert Tidspunkt.read(moment) is moment


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "tidspunkt"),
        ("hausten 2031", "tidspunkt"),
        ("2031/6", "tidspunkt"),
        ("2011/12", "tidspunkt"),
        ("6/2031", "tidspunkt"),
        ("ju 2031", "tidspunkt"),
        ("juni 31", "tidspunkt"),
        ("28/1-31", "tidspunkt"),
        ("0000", "tidspunkt"),
        ("2031-00", "dato_finst_ikkje"),
        ("2031-13", "dato_finst_ikkje"),
        ("0.2031", "dato_finst_ikkje"),
        ("13.2031", "dato_finst_ikkje"),
        ("2031-06-00", "dato_finst_ikkje"),
        ("2031-06-31", "dato_finst_ikkje"),
        ({}, "verdi"),
    ],
)
def test_no_moment(written: object, kind: str) -> None:
    assert kind_of_refusal(Tidspunkt.read, written) == kind


@given(years, st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year: int, month: int) -> None:
    moment = Tidspunkt.read(f"{year}-{month:02}")
    after = moment.siste_dag + timedelta(1)
    assert after.day == 1
    assert (after.month - 1 or 12) == month
