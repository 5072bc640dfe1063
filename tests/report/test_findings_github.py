"""Findings as annotations on GitHub."""

from pathlib import Path

import pytest

from bygdeplan.funn.checked import CheckedFile
from bygdeplan.funn.finding import Regel, Span
from bygdeplan.report.findings_github import findings_as_github
from tests.report.kontrollar import MERKT, SUM, checked, found, in_document


def commands(file: CheckedFile, workspace: Path | None = None) -> list[str]:
    return findings_as_github([file], workspace).split("\n")


def test_a_finding_is_a_command_and_the_count_comes_last() -> None:
    command, count = commands(checked(found()))
    assert command == (
        "::error file=plans/2031.yaml,line=4,endLine=4,title=BP103%3A ukjend nøkkel,"
        "col=5,endColumn=15::Ukjend nøkkel: `formanskap`.%0AMeinte du `formannskap`?"
    )
    assert count == "plans/2031.yaml: 1 feil"


@pytest.mark.parametrize(("regel", "command"), [(SUM, "::warning "), (MERKT, "::notice ")])
def test_severity_decides_the_command(regel: Regel, command: str) -> None:
    assert commands(checked(found(regel)))[0].startswith(command)


def test_what_would_end_a_command_is_escaped() -> None:
    evil = "50 %\r\n::error::x"
    (line, _) = commands(checked(found(file="a,b:c%.yaml", message=evil)))
    assert "file=a%2Cb%3Ac%25.yaml," in line
    assert line.endswith("::50 %25%0D%0A::error::x%0AMeinte du `formannskap`?")


def test_columns_are_left_out_when_the_place_is_of_several_lines() -> None:
    (line, _) = commands(checked(found(span=Span(2, 3, 4, 1))))
    assert "line=2,endLine=4,title=" in line


def test_file_is_named_from_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    finding = found(file="../plans/2031.yaml")
    (line, _) = commands(checked(finding), workspace=tmp_path)
    assert "file=plans/2031.yaml," in line


def test_file_outside_the_workspace_keeps_its_name(tmp_path: Path) -> None:
    (line, _) = commands(checked(found(file="/x/2031.yaml")), workspace=tmp_path)
    assert "file=/x/2031.yaml," in line


def test_finding_in_a_document_names_no_line() -> None:
    (line, _) = commands(checked(in_document()))
    assert line == (
        "::error file=build/plan.docx,title=BP103%3A ukjend nøkkel::Overskrifta er tom.%0ASlett ho."
    )
