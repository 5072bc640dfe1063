"""Findings as annotations on GitHub."""

from dataclasses import replace
from pathlib import Path

import pytest

from bygdeplan.funn.checked import CheckedFile, FileFinding
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


def many(regel: Regel, count: int, file: str = "plans/2031.yaml") -> list[FileFinding]:
    """As many breaches of one rule, from line 1 on."""
    return [found(regel, file=file, span=Span(n, 1, n, 2)) for n in range(1, count + 1)]


def test_what_is_graver_comes_first() -> None:
    told = commands(checked(found(MERKT), found(SUM), found(), found(SUM)))
    kinds = ["::error", "::warning", "::warning", "::notice", "plans/2031.yaml:"]
    assert [line.split()[0] for line in told] == kinds


def test_ten_of_a_severity_are_each_told_where_they_stand() -> None:
    told = commands(checked(*many(MERKT, 10)))
    assert [line.partition(",endLine")[0][-7:] for line in told[:-1]] == [
        *(f",line={n}" for n in range(1, 10)),
        "line=10",
    ]


def test_more_than_ten_are_told_as_one_of_each_kind_in_each_file() -> None:
    other = replace(MERKT, code="BP998")
    first = checked(*many(MERKT, 63), *many(other, 2), found(SUM))
    second = checked(*many(MERKT, 1, "plans/2032.yaml"), name="plans/2032.yaml")
    told = findings_as_github([first, second]).split("\n")
    assert [line.split()[0] for line in told[:5]] == [
        "::warning",
        *["::notice"] * 3,
        "plans/2031.yaml:",
    ]
    lines = ", ".join(map(str, range(1, 63)))
    assert told[1].endswith(f"%0ADet er 63 slike i fila, på linje {lines} og 63.")
    assert told[2].endswith("%0ADet er 2 slike i fila, på linje 1 og 2.")
    assert "Det er" not in told[3]


def test_many_in_a_document_that_has_no_lines() -> None:
    told = commands(checked(*[in_document()] * 11))
    assert len(told) == 2
    assert told[0].endswith("%0ADet er 11 slike i fila.")
