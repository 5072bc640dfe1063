"""One plan file, from its bytes to its plan and everything found on the way."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.funn.fault import Fault
from bygdeplan.load import load_plan
from bygdeplan.load.planfil import read_plan
from tests.load.liten_plan import LITEN_PLAN, found, read, taken_apart
from tests.plans import PLAN_FILES


@pytest.mark.parametrize("year", PLAN_FILES)
def test_plans_that_people_use(year: str) -> None:
    file = load_plan(PLAN_FILES[year])
    assert file.findings == ()
    assert file.plan is not None
    assert file.plan.år == int(year)
    assert file.source.name == PLAN_FILES[year].as_posix()


def test_a_file_can_go_by_another_name(tmp_path: Path) -> None:
    (tmp_path / "2031.yaml").write_text(LITEN_PLAN, encoding="utf-8")
    assert load_plan(tmp_path / "2031.yaml", "plans/2031.yaml").source.name == "plans/2031.yaml"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="finst ikkje"):
        load_plan(tmp_path / "2031.yaml")


@pytest.mark.parametrize("text", ["", "\n\n", "# kommentar\n", "\ufeff"])
def test_empty_file(text: str) -> None:
    [funne] = found(text)
    assert funne.code == "BP002"
    assert (funne.place.line, funne.place.column) == (1, 1)


@pytest.mark.parametrize(
    "data",
    [
        LITEN_PLAN.encode("utf-8-sig"),
        LITEN_PLAN.replace("\n", "\r\n").encode(),
        LITEN_PLAN.replace("\n", "\r").encode(),
        LITEN_PLAN.replace("å", "a\u030a").encode(),
        LITEN_PLAN.rstrip().encode(),
        LITEN_PLAN.replace("\n", "   \n").encode(),
        LITEN_PLAN.replace("\n", "  # kommentar\n").encode(),
    ],
    ids=["BOM", "CRLF", "CR", "NFD", "no last line end", "spaces at the ends", "comments"],
)
def test_a_plan_is_the_same_however_it_is_saved(data: bytes) -> None:
    file = read_plan(data, "plan.yaml")
    assert file.findings == ()
    assert file.plan == read(LITEN_PLAN).plan


def test_twelve_faults_are_twelve_findings_each_at_its_own_line() -> None:
    text, places = taken_apart(
        LITEN_PLAN.replace("dato: 2031-01-06", "dato: ⟦6.1.31⟧")
        .replace("  formål:", "  ⟦formal⟧:")
        .replace("periode: 2030–2033", "periode: ⟦2033–2030⟧")
        .replace("beløp: 1 mill.", "beløp: ⟦1.000⟧")
        .replace("nummer: 9901", "⟦nummer⟧:")
        .replace("formannskap: 2031", "⟦formanskap⟧: 2031")
        .replace("- Planen blir", "- ⟦Vedtak⟧: Planen blir")
        .replace("vekt: 100", "vekt: ⟦100.0⟧")
        .replace("      tomter:", "      ⟦Tomter⟧:")
        .replace("statlege_midlar: ja", "statlege_midlar: ⟦yes⟧")
        .replace("status: i arbeid", "status: ⟦arbeid⟧")
        .replace("tittel: likt", 'tittel: ⟦""⟧')
    )
    assert [funne.place for funne in found(text)] == places
    assert len({place.line for place in places}) == 12


def test_faults_of_writing_marks_and_shape_are_told_at_once() -> None:
    text = LITEN_PLAN.replace("nr: 1\n    tittel", "nr: 1\n    nr: x\n    døme: [y]\n    tittl")
    text = text.replace("Eit oversyn", "Eit\x07oversyn")
    assert [funne.code for funne in found(text)] == ["BP101", "BP116", "BP103", "BP007"]


@given(st.text() | st.binary())
def test_whatever_a_file_holds_there_is_a_plan_or_a_finding(data: str | bytes) -> None:
    file = read_plan(data.encode() if isinstance(data, str) else data, "plan.yaml")
    assert (file.plan is None) == bool(file.findings)
    for finding in file.findings:
        assert file.source.place(finding).line >= 1
        assert "\n" not in finding.message + finding.help
