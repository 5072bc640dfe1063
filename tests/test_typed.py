"""A plan typed as people type it is the plan typed as it is kept, wherever it is written out.

Every date, month, amount, number, day and hour of each plan is typed in another form, by the type
of the field it stands in, so that a new field is typed so without a word here.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bygdeplan.endring import diff_plans
from bygdeplan.load.planfil import Planfil, read_plan
from bygdeplan.model.felt import (
    Beløp,
    Dagar,
    Dato,
    Møtedato,
    Periode,
    Rekneskapsbeløp,
    Tal,
    Tidspunkt,
    Timar,
)
from bygdeplan.model.lookup import field_at
from bygdeplan.model.plan import Plan
from bygdeplan.model.tal import read_amount
from bygdeplan.model.tid import read_date
from bygdeplan.ord import skriv
from bygdeplan.utgave.lasefil import sealed
from bygdeplan.utgave.nyplan import new_from
from tests.mutating import lines_of, written
from tests.plans import PLAN_FILES
from tests.schemas import ROOT, yaml_faults

Way = Callable[[str], str]
"""How what is kept in one form is typed in another."""


def in_digits(iso: str) -> str:
    return skriv.numerisk_dato(read_date(iso))


def in_words(iso: str) -> str:
    day = read_date(iso)
    return f"{skriv.vekedag(day)} {day.day}. {skriv.månad(day)} {day.year}"


def month_in_words(iso: str) -> str:
    return f"{skriv.månad(date.fromisoformat(f'{iso}-01'))} {iso[:4]}"


def moment(day: Way, month: Way) -> Way:
    """A moment has a day, a month or a year alone."""

    def typed(iso: str) -> str:
        return day(iso) if len(iso) == 10 else month(iso) if len(iso) == 7 else iso

    return typed


def with_kroner(text: str) -> str:
    return f"kr {read_amount(text):,}".replace(",", " ") + ",-"


def with_øre(text: str) -> str:
    return f"{read_amount(text):,}".replace(",", ".") + ",00"


def meeting(day: Way) -> Way:
    return lambda text: text if text == "ingen" else day(text)


WAYS: dict[str, dict[Any, Way]] = {
    "as in a letter": {
        Beløp: with_kroner,
        Rekneskapsbeløp: with_kroner,
        Tal: lambda text: f"{text.removesuffix('%').strip()} prosent",
        Timar: lambda text: f"{text} timar",
        Dagar: lambda text: f"{text} dagar",
        Dato: in_words,
        Møtedato: meeting(in_words),
        Tidspunkt: moment(in_words, month_in_words),
        Periode: lambda text: f"frå {text}".replace("–", " til "),
    },
    "as in a spreadsheet": {
        Beløp: with_øre,
        Rekneskapsbeløp: with_øre,
        Tal: lambda text: f"{text.removesuffix('%').strip()}%",
        Timar: lambda text: f"{text},0",
        Dagar: lambda text: f"{text},0",
        Dato: in_digits,
        Møtedato: meeting(in_digits),
        Tidspunkt: moment(in_digits, lambda iso: f"{iso[5:]}.{iso[:4]}"),
        Periode: lambda text: text.replace("–", "-"),
    },
}


def typed(year: str, ways: dict[Any, Way]) -> str:
    """The plan file of a year with every value of these types typed in another way."""
    lines = list(lines_of(year))
    for each in reversed(written(year)):
        felt = field_at(each.path)
        way = next((ways[kind] for kind in felt.kinds if kind in ways), None) if felt else None
        if way and each.text:
            span = each.value.span
            line = lines[span.line - 1]
            in_brackets = any(sign in line[: span.column] for sign in "{[")
            instead = f'"{way(each.text)}"' if in_brackets else way(each.text)
            lines[span.line - 1] = line[: span.column - 1] + instead + line[span.end_column - 1 :]
    return "\n".join(lines)


def read(text: str) -> Planfil:
    return read_plan(text.encode(), "plan.yaml")


def plan_of(text: str) -> Plan:
    plan = read(text).plan
    assert plan is not None
    return plan


@pytest.fixture(params=WAYS)
def ways(request: pytest.FixtureRequest) -> dict[Any, Way]:
    return WAYS[request.param]


@pytest.mark.parametrize("year", PLAN_FILES)
def test_it_is_the_same_plan(year: str, ways: dict[Any, Way]) -> None:
    kept, other = read("\n".join(lines_of(year))), read(typed(year, ways))
    assert other.findings == ()
    assert other.source.text.count("\n") == kept.source.text.count("\n")
    assert other.source.text != kept.source.text
    assert other.plan == kept.plan


def test_every_type_that_can_be_typed_in_two_ways_is() -> None:
    typed_so = {
        kind
        for year in PLAN_FILES
        for each in written(year)
        if (felt := field_at(each.path))
        for kind in felt.kinds
    }
    assert all(ways.keys() <= typed_so for ways in WAYS.values())


@pytest.mark.parametrize("year", PLAN_FILES)
def test_editors_take_it(year: str, ways: dict[Any, Way]) -> None:
    assert yaml_faults(typed(year, ways), ROOT / "plan.schema.json") == []


@pytest.mark.parametrize("year", PLAN_FILES)
def test_what_is_written_out_is_the_same(year: str, ways: dict[Any, Way]) -> None:
    kept, other = plan_of("\n".join(lines_of(year))), plan_of(typed(year, ways))
    assert diff_plans(kept, other).tom
    adopted = date(int(year), 12, 31)
    assert sealed(kept, adopted).source.text == sealed(other, adopted).source.text


@pytest.mark.slow
@pytest.mark.parametrize("year", PLAN_FILES)
def test_the_next_years_file_holds_the_same_plan(year: str, ways: dict[Any, Way]) -> None:
    kept, other = (
        new_from(text, plan_of(text), int(year) + 1)
        for text in ("\n".join(lines_of(year)), typed(year, ways))
    )
    assert kept != other
    assert plan_of(kept) == plan_of(other)
