"""`bygdeplan schema`: the schema of a plan file, for editors."""

import json

from bygdeplan.model.schema import plan_schema
from tests.cli.conftest import Program
from tests.schemas import ROOT


def test_schema_of_a_diff(bygdeplan: Program) -> None:
    said = bygdeplan("schema", "--of", "diff")
    assert (said.code, said.err) == (0, "")
    assert said.out == (ROOT / "schemas" / "diff.schema.json").read_text("utf-8"), (
        "run: make derived"
    )


def test_unknown_schema(bygdeplan: Program) -> None:
    said = bygdeplan("schema", "--of", "dif")
    assert said.code == 2
    assert "Meinte du `diff`?" in said.err


def test_schema_is_printed(bygdeplan: Program) -> None:
    said = bygdeplan("schema")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == plan_schema()
