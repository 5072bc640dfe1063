"""`bygdeplan validate`: which plans, which form, which exit code."""

import json
import re
from pathlib import Path

import pytest

from tests.checking import check_file
from tests.cli.conftest import Program
from tests.schemas import ROOT, faults

SECOND = "plans/2031.yaml"


def edit(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def faulty(workplace: Path) -> None:  # noqa: ARG001  # the files it edits lie there
    edit(SECOND, "    vekt: 70", "    vekt: 71")


@pytest.fixture
def warned(workplace: Path) -> None:  # noqa: ARG001  # the files it edits lie there
    """Put a meeting on a Sunday."""
    edit(SECOND, "kommunestyre: 2031-02-13", "kommunestyre: 2031-02-16")


@pytest.fixture
def excused(warned: None, workplace: Path) -> int:  # noqa: ARG001  # so that there is a warning
    """Let all that there is to remark on in the plan pass, and tell how much it is."""
    findings = check_file(workplace / SECOND).findings
    for group in {str(finding.path[0]) for finding in findings}:
        codes = {finding.regel.code for finding in findings if finding.path[0] == group}
        comment = f"# bygdeplan: tillat {', '.join(sorted(codes))} fordi dette er ei prøve"
        edit(SECOND, f"\n{group}:\n", f"\n{group}:  {comment}\n")
    return len(findings)


def test_newest_plan_is_checked_when_none_is_named(bygdeplan: Program) -> None:
    assert bygdeplan("validate").out.splitlines()[-2].startswith(f"{SECOND}: ")


def test_plans_are_looked_for_upwards(
    bygdeplan: Program, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workplace / "build" / "2031").mkdir(parents=True)
    monkeypatch.chdir(workplace / "build" / "2031")
    said = bygdeplan("validate", "2030")
    assert said.code == 0
    assert said.out.splitlines()[-2].startswith("../../plans/2030.yaml: ")


def test_no_plans_anywhere(
    bygdeplan: Program, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("tomt"))
    assert bygdeplan("validate") == (
        2,
        "",
        "feil: Fann inga mappe «plans» her eller lenger opp. Gå til mappa der planane ligg.\n",
    )


def test_several_plans_are_counted_last(bygdeplan: Program) -> None:
    last = bygdeplan("validate", "2030", SECOND).out.splitlines()[-3:-1]
    assert [line.partition(":")[0] for line in last] == ["plans/2030.yaml", SECOND]


@pytest.mark.usefixtures("warned")
def test_remarks_and_warnings_are_no_failure(bygdeplan: Program) -> None:
    said = bygdeplan("validate")
    assert said.code == 0
    assert " åtvaring BP505: " in said.out
    assert " merknad BP511: " in said.out


@pytest.mark.usefixtures("warned")
def test_strict_takes_no_warning(bygdeplan: Program) -> None:
    assert bygdeplan("validate", "--strict").code == 1


@pytest.mark.usefixtures("faulty")
def test_feil_is_failure(bygdeplan: Program) -> None:
    said = bygdeplan("validate")
    assert said.code == 1
    assert said.err == ""
    assert f"{SECOND}:" in said.out
    assert " feil BP201: " in said.out


@pytest.mark.usefixtures("faulty")
def test_one_faulty_plan_of_two_is_failure(bygdeplan: Program) -> None:
    assert bygdeplan("validate", "2031", "2030").code == 1


def test_day_is_passed_on(bygdeplan: Program) -> None:
    assert "BP603" not in bygdeplan("validate").out
    late = bygdeplan("validate", "--date", "2031-08-01")
    assert late.code == 0
    assert "BP603" in late.out


SCHEMAS = {
    "json": ROOT / "schemas" / "findings.schema.json",
    "sarif": ROOT / "tests" / "report" / "sarif.schema.json",
}


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("form", SCHEMAS)
def test_several_plans_make_one_document(bygdeplan: Program, form: str) -> None:
    said = bygdeplan("validate", "2030", "2031", "--format", form)
    assert said.code == 1
    assert faults(json.loads(said.out), SCHEMAS[form]) == []


@pytest.mark.usefixtures("faulty")
def test_annotations_come_by_themselves_on_github(
    bygdeplan: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    said = bygdeplan("validate")
    assert said.code == 1
    assert f"::error file={SECOND},line=" in said.out
    assert "::error" not in bygdeplan("validate", "--format", "text").out


def test_no_colours_where_nobody_sees_them(bygdeplan: Program) -> None:
    assert "\x1b" not in bygdeplan("validate").out


def test_colours_can_be_forced_and_refused(
    bygdeplan: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in bygdeplan("validate").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in bygdeplan("validate").out


def test_columns_decide_the_width(bygdeplan: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, bygdeplan("validate").out.splitlines())) <= 60


FILES = {
    "empty": (b"", "BP002"),
    "only a comment": (b"# plan\n", "BP002"),
    "not YAML": (b"a: [", "BP003"),
    "a list": (b"- a\n", "BP104"),
    "Latin-1": ("år: 2031".encode("latin-1"), "BP001"),
    "UTF-16": ("år: 2031".encode("utf-16"), "BP001"),
    "NUL": (b"a: \0", "BP007"),
    "missing fields": ("år: 2031\n".encode(), "BP102"),
}


@pytest.mark.parametrize(("data", "code"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_file_that_is_no_plan(bygdeplan: Program, data: bytes, code: str, form: str) -> None:
    Path("dårleg.yaml").write_bytes(data)
    said = bygdeplan("validate", "dårleg.yaml", "--format", form)
    assert (said.code, said.err) == (1, "")
    assert code in said.out


def test_plan_with_nothing_left_is_in_order(bygdeplan: Program, excused: int) -> None:
    said = bygdeplan("validate", "--strict")
    counted = f"{SECOND}: i orden ({excused} unntak)\n"
    assert said == (0, f"{counted}Planen kan brukast: «bygdeplan render» lagar dokumenta.\n", "")


def test_remarks_of_one_kind_are_gathered_until_each_is_asked_for(bygdeplan: Program) -> None:
    gathered, each = bygdeplan("validate", "2030"), bygdeplan("validate", "2030", "--all")
    assert gathered.code == each.code == 0
    kinds = re.findall(r"merknad (BP\d+)", each.out)
    assert len(kinds) > len(set(kinds))
    assert sorted(re.findall(r"merknad (BP\d+)", gathered.out)) == sorted(set(kinds))
    assert gathered.out.splitlines()[-2:] == each.out.splitlines()[-2:]
