"""The calendar file: read back by its own library, and held against RFC 5545 sign by sign."""

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar, Event

from bygdeplan.model import Plan
from bygdeplan.vedtak.ics import calendar_file
from bygdeplan.vedtak.kalender import calendar_table, events, write_calendar
from tests.plans import PLAN_FILES, Edits, plan_with

NASTY = "Rapport; til «departementet», del 1\\2: " + "æøå" * 40


def read(plan: Plan) -> list[Event]:
    """The events of a plan, out of the file and in again."""
    components = Calendar.from_ical(calendar_file(plan)).walk("VEVENT")
    return [event for event in components if isinstance(event, Event)]


def contents(data: bytes) -> list[str]:
    """The content lines, unfolded as RFC 5545 section 3.1 says."""
    return re.sub(b"\r\n[ \t]", b"", data).decode().split("\r\n")[:-1]


def uids(edits: Edits, year: int = 2031) -> dict[str, str]:
    return {str(event["summary"]): str(event["uid"]) for event in read(plan_with(edits, year=year))}


@pytest.mark.parametrize("year", sorted(PLAN_FILES))
def test_it_holds_the_events_of_the_plan(year: str) -> None:
    plan = plan_with(year=year)
    assert [(str(event["summary"]), event.start, event.end) for event in read(plan)] == [
        (
            f"{hending.tittel} (handlingsplan {year})",
            hending.første_dag,
            hending.siste_dag + timedelta(1),
        )
        for hending in events(plan)
    ]


@pytest.mark.parametrize("year", sorted(PLAN_FILES))
def test_the_lines_are_as_the_standard_has_them(year: str) -> None:
    data = calendar_file(plan_with(year=year))
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    lines = contents(data)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert all(re.match(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:", line) for line in lines)
    for needed in ("VERSION:2.0", "METHOD:PUBLISH", "CALSCALE:GREGORIAN"):
        assert lines.count(needed) == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1


@pytest.mark.parametrize("year", sorted(PLAN_FILES))
def test_each_event_has_what_it_must_and_nothing_that_disturbs(year: str) -> None:
    plan = plan_with(year=year)
    lines = contents(calendar_file(plan))
    count = len(events(plan))
    for name in ("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY;"):
        assert sum(line.startswith(name) for line in lines) == count
    assert {line for line in lines if line.startswith("DTSTAMP")} <= {
        f"DTSTAMP:{plan.dato:%Y%m%d}T000000Z"
    }
    assert [line for line in lines if line.startswith(("BEGIN:VALARM", "BEGIN:VTIMEZONE"))] == []
    assert lines.count("TRANSP:TRANSPARENT") == count


def test_event_says_which_plan_it_is_of_and_what_is_remarked() -> None:
    said = {str(each["description"]) for each in read(plan_with())}
    plan = "Handlingsplan 2031 for bygdevekstavtalen Toppdalen."
    assert {plan, f"{plan}\nEkstraordinært.", f"{plan}\nMøtet er 20. februar 2031."} <= {
        text.replace("\u00a0", " ") for text in said
    }


def test_signs_with_a_meaning_of_their_own_come_through() -> None:
    wheel = {"fristar/årshjul": {"rapport": {"tittel": NASTY, "dato": "2031-09-01"}}}
    data = calendar_file(plan_with(wheel))
    assert f"{NASTY} (handlingsplan 2031)" in uids(wheel)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    data.decode()  # no letter is cut in two where a line is folded
    for line in data.split(b"\r\n"):
        line.decode()


def test_a_month_ends_on_the_day_after_its_last() -> None:
    wheel = {"fristar/årshjul": {"revisjon": {"tittel": "Revisjon", "dato": "2031-09"}}}
    event = read(plan_with(wheel))[-1]
    assert (event.start, event.end) == (date(2031, 9, 1), date(2031, 10, 1))


def test_an_event_keeps_its_id_when_the_day_is_moved() -> None:
    moved = {
        "kommunar/toppdal/kommunestyre": "2031-02-27",
        "dato": "2031-02-01",
        "revisjon": 2,
        "fristar/sakspapir": 14,
    }
    assert uids(moved) == uids({})


def test_ids_are_unlike_for_unlike_events() -> None:
    here = uids({})
    elsewhere = uids({"avtale/pilot": "Nabodalen"})
    later = uids({"år": 2032})
    every = [*here.values(), *elsewhere.values(), *later.values()]
    assert len(every) == 3 * 8
    assert len(set(every)) == len(every)


def test_days_that_are_not_confirmed_are_tentative() -> None:
    found = read(plan_with())
    assert [str(event["summary"]) for event in found if event["status"] == "TENTATIVE"] == [
        "Frist for sakspapir til kommunestyret i Toppdal (handlingsplan 2031)",
        "Kommunestyret i Toppdal (handlingsplan 2031)",
    ]


def test_the_calendar_has_a_name_that_calendars_show() -> None:
    lines = contents(calendar_file(plan_with()))
    assert "NAME:Handlingsplan 2031 for bygdevekstavtalen Toppdalen" in lines
    assert "X-WR-CALNAME:Handlingsplan 2031 for bygdevekstavtalen Toppdalen" in lines


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert calendar_file(plan_with()) == calendar_file(plan_with())
    assert write_calendar(plan_with(), "ics") == calendar_file(plan_with())


def test_a_plan_without_dates_says_so_in_the_table() -> None:
    undated = {"kommunar/toppdal/kommunestyre": "", "kommunar/toppdal/formannskap": ""}
    undated |= {"kommunar/ytre-glimsund/kommunestyre": ""}
    data = write_calendar(plan_with({**undated, "vidare_handsaming": {}}), "text")
    assert data.decode() == "Planen for 2031 har ingen datoar enno.\n"


def test_text_holds_the_table_of_events() -> None:
    table = write_calendar(plan_with(), "text").decode()
    assert table == f"{calendar_table(plan_with())}\n"


def test_a_plan_in_bokmål_has_its_calendar_in_bokmål() -> None:
    plan = plan_with(
        {
            "målform": "bokmål",
            "fristar/årshjul": {
                "rapport": {
                    "tittel": {"nynorsk": "Rapport om året", "bokmål": "Rapport om årets tiltak"},
                    "dato": "2031-11-01",
                }
            },
        }
    )
    told = calendar_file(plan).decode().replace("\r\n ", "")
    assert "SUMMARY;LANGUAGE=nb:Frist for sakspapirer til formannskapet i Toppdal" in told
    assert "SUMMARY;LANGUAGE=nb:Rapport om årets tiltak" in told
