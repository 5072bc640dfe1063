"""Which events a plan has, and when papers are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.vedtak.kalender import (
    Hending,
    calendar_table,
    events,
    helgedagar,
    is_confirmed,
    papers_due,
)
from tests.plans import GONE, Edits, plan_with

WHEEL: Edits = {
    "fristar/årshjul": {
        "revisjon-haust": {"tittel": "Andre revisjon", "dato": "2031-09"},
        "rapport": {"tittel": "Rapport til departementet", "dato": "2031-10-01"},
        "seinare": {"tittel": "Ukjend"},
    }
}


def summary(hending: Hending) -> tuple[str, str, str]:
    return hending.slag, hending.første_dag.isoformat(), hending.tittel


def test_the_events_of_a_plan() -> None:
    assert [summary(hending) for hending in events(plan_with(WHEEL))] == [
        ("sakspapir", "2031-01-20", "Frist for sakspapir til formannskapet i Toppdal"),
        ("møte", "2031-01-30", "Formannskapet i Toppdal"),
        ("sakspapir", "2031-02-03", "Frist for sakspapir til kommunestyret i Ytre Glimsund"),
        ("sakspapir", "2031-02-10", "Frist for sakspapir til kommunestyret i Toppdal"),
        ("møte", "2031-02-13", "Kommunestyret i Ytre Glimsund"),
        ("møte", "2031-02-20", "Kommunestyret i Toppdal"),
        ("møte", "2031-03-26", "Fylkesutvalet i Utkant"),
        ("møte", "2031-04-29", "Fylkestinget i Utkant"),
        ("årshjul", "2031-09-01", "Andre revisjon"),
        ("årshjul", "2031-10-01", "Rapport til departementet"),
    ]


def test_a_month_lasts_from_its_first_day_to_its_last() -> None:
    (month,) = [hending for hending in events(plan_with(WHEEL)) if hending.tittel.startswith("An")]
    assert (month.første_dag, month.siste_dag) == (date(2031, 9, 1), date(2031, 9, 30))


def test_remarks_go_with_their_meetings() -> None:
    remarks = {h.tittel: h.merknad for h in events(plan_with()) if h.slag == "møte"}
    assert remarks == {
        "Formannskapet i Toppdal": None,
        "Kommunestyret i Toppdal": None,
        "Kommunestyret i Ytre Glimsund": "ekstraordinært",
        "Fylkesutvalet i Utkant": None,
        "Fylkestinget i Utkant": "eventuelt, til orientering",
    }


def test_a_dated_step_in_the_ministry_is_there_too() -> None:
    plan = plan_with({"vidare_handsaming/kdd/dato": "2031-06-18"})
    assert events(plan)[-1].tittel == "Kommunal- og distriktsdepartementet"


def test_marked_days_are_not_confirmed() -> None:
    plan = plan_with({"vidare_handsaming/fylkesting/døme": ["dato"], **WHEEL})
    marked = {hending.tittel for hending in events(plan) if not is_confirmed(plan, hending)}
    assert marked == {
        "Kommunestyret i Toppdal",
        "Frist for sakspapir til kommunestyret i Toppdal",
        "Fylkestinget i Utkant",
    }


def test_marked_day_of_the_yearly_wheel_is_not_confirmed() -> None:
    wheel = {"fristar/årshjul": {"rapport": {"tittel": "R", "dato": "2031-09", "døme": ["dato"]}}}
    plan = plan_with(wheel)
    [event] = [hending for hending in events(plan) if hending.slag == "årshjul"]
    assert event.path == ("fristar", "årshjul", "rapport", "dato")
    assert not is_confirmed(plan, event)


def test_a_plan_without_dates_has_no_events() -> None:
    undated = {
        "kommunar/toppdal/formannskap": GONE,
        "kommunar/toppdal/kommunestyre": GONE,
        "kommunar/toppdal/førebels": GONE,
        "kommunar/ytre-glimsund/kommunestyre": GONE,
        "vidare_handsaming": {},
    }
    assert events(plan_with(undated)) == []


@pytest.mark.parametrize(
    ("meeting", "days", "due"),
    [
        ("2031-02-20", 7, "2031-02-13"),  # a Thursday
        ("2031-02-20", 0, "2031-02-20"),
        ("2031-02-22", 7, "2031-02-14"),  # a Saturday before that is a Friday
        ("2031-02-23", 7, "2031-02-14"),
        ("2031-04-17", 7, "2031-04-09"),  # Thursday and Friday before Easter are free
        ("2031-05-08", 7, "2031-04-30"),  # 1 May
        ("2032-01-08", 7, "2031-12-31"),  # 1 January
    ],
)
def test_papers_are_due(meeting: str, days: int, due: str) -> None:
    assert papers_due(date.fromisoformat(meeting), days) == date.fromisoformat(due)


def test_public_holidays_of_a_year() -> None:
    assert helgedagar(2031) == {
        date(2031, 1, 1): "fyrste nyttårsdag",
        date(2031, 4, 10): "skjærtorsdag",
        date(2031, 4, 11): "langfredag",
        date(2031, 4, 13): "fyrste påskedag",
        date(2031, 4, 14): "andre påskedag",
        date(2031, 5, 1): "fyrste mai",
        date(2031, 5, 17): "grunnlovsdagen",
        date(2031, 5, 22): "Kristi himmelfartsdag",
        date(2031, 6, 1): "fyrste pinsedag",
        date(2031, 6, 2): "andre pinsedag",
        date(2031, 12, 25): "fyrste juledag",
        date(2031, 12, 26): "andre juledag",
    }


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in helgedagar(day.year)


@given(meeting=st.dates(date(2020, 1, 1), date(2060, 12, 31)), days=st.integers(0, 60))
def test_papers_are_due_on_the_last_working_day_in_time(meeting: date, days: int) -> None:
    due, limit = papers_due(meeting, days), meeting - timedelta(days)
    assert is_working_day(due)
    between = (limit - timedelta(back) for back in range((limit - due).days))
    assert due <= limit
    assert not any(is_working_day(day) for day in between)


def test_the_table() -> None:
    lines = calendar_table(plan_with(WHEEL)).replace("\u00a0", " ").splitlines()
    assert lines[0] == (
        "må.  20. januar 2031        "
        "Frist for sakspapir til formannskapet i Toppdal (møtet er 30. januar 2031)"
    )
    assert lines[5] == "to.  20. februar 2031       Kommunestyret i Toppdal (ikkje stadfesta)"
    assert lines[8] == "     1.–30. september 2031  Andre revisjon"
