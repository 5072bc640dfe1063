"""`bygdeplan diff`: forms, exit codes, and what stops it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Program


def test_years_and_paths_alike(bygdeplan: Program) -> None:
    by_year = bygdeplan("diff", "2030", "2031")
    assert by_year.code == 0
    assert by_year == bygdeplan("diff", "plans/2030.yaml", "plans/2031.yaml")


def test_text_fits_eighty_columns(bygdeplan: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = bygdeplan("diff", "2030", "2031").out.splitlines()
    assert len(lines) > 40
    assert max(map(len, lines)) <= 80


def test_exit_code_tells_only_when_asked(bygdeplan: Program) -> None:
    assert bygdeplan("diff", "2030", "2031").code == 0
    assert bygdeplan("diff", "2030", "2031", "--exit-code").code == 1
    assert bygdeplan("diff", "2031", "2031", "--exit-code").code == 0


def test_json(bygdeplan: Program) -> None:
    facts = json.loads(bygdeplan("diff", "2030", "2031", "--format", "json").out)
    assert (facts["frå"]["år"], facts["til"]["år"]) == (2030, 2031)
    assert [each["id"] for each in facts["avslutta"]] != []


def test_markdown(bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2030", "2031", "--format", "md")
    assert said.code == 0
    assert said.out.startswith("# ")


def test_plan_that_only_breaks_rules_can_be_compared(bygdeplan: Program) -> None:
    text = Path("plans/2031.yaml").read_text(encoding="utf-8")
    Path("utkast.yaml").write_text(text.replace("vekt: 70", "vekt: 71", 1), encoding="utf-8")
    assert bygdeplan("diff", "2030", "utkast.yaml").code == 0


def test_plan_without_the_shape_of_one_cannot(bygdeplan: Program) -> None:
    shutil.copy("plans/2031.yaml", "utkast.yaml")
    with Path("utkast.yaml").open("a", encoding="utf-8") as file:
        file.write("ukjend: 1\n")
    said = bygdeplan("diff", "2030", "utkast.yaml")
    assert (said.code, said.out) == (1, "")
    assert " feil BP103: Ukjend nøkkel" in said.err
