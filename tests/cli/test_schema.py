"""`bygdeplan schema`: the schema of a plan file, for editors."""

import json
from typing import get_args

import pytest

from bygdeplan.cli.commands.schema import Skjema
from bygdeplan.model.schema import plan_schema
from tests.cli.conftest import Program
from tests.schemas import ROOT


@pytest.mark.parametrize("name", [name for name in get_args(Skjema) if name != "plan"])
def test_schema_of_an_output_is_fresh(bygdeplan: Program, name: str) -> None:
    said = bygdeplan("schema", "--of", name)
    assert (said.code, said.err) == (0, "")
    kept = ROOT / "schemas" / f"{name}.schema.json"
    assert said.out == kept.read_text("utf-8"), "run: make derived"


def test_unknown_schema(bygdeplan: Program) -> None:
    said = bygdeplan("schema", "--of", "dif")
    assert said.code == 2
    assert "Meinte du `diff`?" in said.err


def test_schema_is_printed(bygdeplan: Program) -> None:
    said = bygdeplan("schema")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == plan_schema()
