"""`bygdeplan schema`: the schema of a plan file, for editors."""

import json

from bygdeplan.schema import plan_schema
from tests.cli.conftest import Program


def test_schema_is_printed(bygdeplan: Program) -> None:
    said = bygdeplan("schema")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == plan_schema()
