"""`bygdeplan calendar`: the dates of a plan as a table and as a calendar file."""

from pathlib import Path

from bygdeplan.vedtak.kalender import write_calendar
from tests.cli.conftest import Program
from tests.plans import plan_with


def test_a_table_on_the_terminal(bygdeplan: Program) -> None:
    said = bygdeplan("calendar", "2031")
    assert (said.code, said.err) == (0, "")
    assert said.out == write_calendar(plan_with(year=2031), "text").decode()


def test_the_newest_plan_when_none_is_named(bygdeplan: Program) -> None:
    assert bygdeplan("calendar").out == bygdeplan("calendar", "2031").out


def test_a_calendar_file(bygdeplan: Program, workplace: Path) -> None:
    said = bygdeplan("calendar", "2031", "--out", "møte/2031.ics")
    assert (said.code, said.out) == (0, "møte/2031.ics\n")
    written = (workplace / "møte" / "2031.ics").read_bytes()
    assert written == write_calendar(plan_with(year=2031), "ics")


def test_a_calendar_file_to_pipe(bygdeplan: Program) -> None:
    said = bygdeplan("calendar", "2031", "--format", "ics")
    assert said.out.startswith("BEGIN:VCALENDAR")


def test_a_table_in_a_file(bygdeplan: Program, workplace: Path) -> None:
    bygdeplan("calendar", "2031", "--format", "text", "--out", "møte.txt")
    text = (workplace / "møte.txt").read_text("utf-8")
    assert text == bygdeplan("calendar", "2031").out


def test_the_name_of_a_file_says_what_it_is(bygdeplan: Program, workplace: Path) -> None:
    assert bygdeplan("calendar", "2031", "--out", "møte.txt").code == 0
    assert (workplace / "møte.txt").read_text("utf-8") == bygdeplan("calendar", "2031").out


def test_a_file_of_no_kind(bygdeplan: Program, workplace: Path) -> None:
    said = bygdeplan("calendar", "2031", "--out", "møte.pdf")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("feil: Namnet møte.pdf seier ikkje kva slag fil det skal bli.")
    assert said.err.endswith("Lat det slutte på .txt eller .ics.\n")
    assert not (workplace / "møte.pdf").exists()


def test_a_form_nobody_knows(bygdeplan: Program) -> None:
    said = bygdeplan("calendar", "2031", "--format", "xls")
    assert said.code == 2
    assert "Formatet `xls` finst ikkje." in said.err
