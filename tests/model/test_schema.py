"""plan.schema.json: fresh, in Nynorsk, and of one mind with the loader about what a plan is."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from bygdeplan.load.planfil import read_plan
from bygdeplan.model.schema import plan_schema, plan_schema_json
from tests.plans import PILOT, PLAN_FILES
from tests.programs import run
from tests.schemas import ROOT, yaml_faults

SCHEMA = ROOT / "plan.schema.json"


def test_schema_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == f"{plan_schema_json()}\n", "run: make derived"


@pytest.mark.parametrize("file", sorted(PILOT.glob("*.yaml")), ids=lambda file: file.name)
def test_plan_points_to_the_schema(file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert (file.parent / found[1]).resolve() == SCHEMA


@pytest.mark.slow
def test_plans_follow_the_schema() -> None:
    program = (sys.executable, "-m", "check_jsonschema", "--schemafile")
    checked = run(*program, SCHEMA, *PLAN_FILES.values(), cwd=ROOT)
    assert checked.returncode == 0, checked.stdout


# --- what it says ---


def groups(schema: Any = None) -> list[Any]:
    """Every group of keys in the schema, however deep."""
    schema = plan_schema() if schema is None else schema
    parts = schema.values() if isinstance(schema, dict) else schema
    inner = [group for part in parts if isinstance(part, dict | list) for group in groups(part)]
    here = isinstance(schema, dict) and schema.get("type") == "object"
    return [schema, *inner] if here else inner


def test_every_group_takes_both_marks_and_refuses_what_it_does_not_know() -> None:
    assert len(groups()) > 30
    for group in groups():
        assert {"førebels", "døme"} <= group["properties"].keys()
        assert group["additionalProperties"] is not True
        assert "additionalProperties" in group


def test_every_key_is_described_in_nynorsk() -> None:
    schema = plan_schema()
    kinds = [schema, *schema["definitions"].values()]
    keys = [key for kind in kinds for key in _own_keys(kind).values()]
    assert len(keys) > 150
    assert [key for key in keys if not key.get("description", "").endswith(".")] == []
    english = re.compile(r"\b(the|of|and|is|what|one|which|how|from|with)\b")
    assert [key for key in keys if english.search(key["description"])] == []


def _own_keys(kind: Any) -> Any:
    """The keys of a group, or of what is a group or something shorter."""
    return kind.get("properties") or next(
        (part["properties"] for part in kind["anyOf"] if "properties" in part), {}
    )


def test_names_of_definitions_are_plain() -> None:
    definitions = plan_schema()["definitions"]
    assert [name for name in definitions if not re.fullmatch("[A-Za-z]+", name)] == []


# --- of one mind with the loader ---

PLAN = PLAN_FILES["2031"].read_text(encoding="utf-8")

TAKEN = {
    "kommunenummer": ("nummer: 9901", "nummer: 9901"),
    "kommunenummer with a nought": ("nummer: 9901", "nummer: 0301"),
    "kommunenummer in quotes": ("nummer: 9901", 'nummer: "0301"'),
    "ja": ("        prioritert: ja", "        prioritert: ja"),
    "true": ("        prioritert: ja", "        prioritert: true"),
    "amount with spaces": ("overført: 890 000", "overført: 890 000"),
    "amount with underscores": ("overført: 890 000", "overført: 890_000"),
    "amount in millions": ("overført: 1 650 000", "overført: 1,65 mill."),
    "plain amount": ("overført: 890 000", "overført: 890000"),
    "amount in a group": ("              anna: 100 000", "              anna: {beløp: 100 000}"),
    "weight with a comma": ("vekt: 70", "vekt: 69,5"),
    "weight with a sign": ("vekt: 70", "vekt: 70 %"),
    "a year as end": ("        slutt: 2033-12-31", "        slutt: 2033"),
    "a month as end": ("        slutt: 2033-12-31", "        slutt: 2033-12"),
    "a date in digits": ("\ndato: 2031-01-06", "\ndato: 6.1.2031"),
    "a date in words": ("\ndato: 2031-01-06", "\ndato: måndag 6. januar 2031"),
    "a date without noughts": ("\ndato: 2031-01-06", "\ndato: 2031-1-6"),
    "a month in words": ("        slutt: 2033-12-31", "        slutt: desember 2033"),
    "a month in digits": ("        slutt: 2033-12-31", "        slutt: 12.2033"),
    "amount with a dash": ("overført: 890 000", "overført: 890 000,-"),
    "amount with øre": ("overført: 890 000", "overført: kr 890 000,00"),
    "weight with a word": ("vekt: 70", "vekt: 70 prosent"),
    "days with a word": ("  sakspapir: 10", "  sakspapir: 10 dagar"),
    "ingen": ("formannskap: 2031-01-30", "formannskap: ingen"),
    "nothing": ("formannskap: 2031-01-30", "formannskap:"),
    "nothing in place of a number": ("\nrevisjon: 1", "\nrevisjon:"),
    "nothing in place of a list": (
        "vedlegg:\n  - Handlingsplan for 2031\n  - Endringsliste 2030–2031",
        "vedlegg:",
    ),
    "nothing in place of a group": ("fristar:\n  sakspapir: 10\n  status: 120", "fristar:"),
    "a number as text": ("merknad: ekstraordinært", "merknad: 12"),
    "a mark on the whole plan": ("\nrevisjon: 1", "\nrevisjon: 1\nførebels: ja"),
    "a mark on some keys": ("\nrevisjon: 1", "\nrevisjon: 1\ndøme: [dato, samandrag]"),
    "a mark on a group of ids": ("\ndelmål:", "\ndelmål:\n  døme: true"),
    "a mark on years": (
        "          2033:\n            kostnad: 150 000",
        "          døme: [2031]\n          2033:\n            kostnad: 150 000",
    ),
}

REFUSED = {
    "an unknown key": ("formannskap: 2031-01-30", "formanskap: 2031-01-30"),
    "an unknown key at the top": ("\nrevisjon: 1", "\nrevisjon: 1\naar: 2031"),
    "a missing field": ("    nummer: 9901\n", ""),
    "an empty field": ("    nummer: 9901\n", "    nummer:\n"),
    "an unknown status": ("status: utsett", "status: påbyrja"),
    "a text for a list": (
        "vedlegg:\n  - Handlingsplan for 2031\n  - Endringsliste 2030–2031",
        "vedlegg: Handlingsplan",
    ),
    "a list for a text": ("merknad: ekstraordinært", "merknad: [ekstraordinært]"),
    "a text for a group": ("fristar:\n  sakspapir: 10\n  status: 120", "fristar: ti dagar"),
    "an id in capitals": ("\n  reiseliv:", "\n  Reiseliv:"),
    "an unknown source of money": ("              anna: 100 000", "              staten: 100 000"),
    "a year of two digits": (
        "          2033:\n            kostnad: 150 000",
        "          33:\n            kostnad: 150 000",
    ),
    "a date without a year": ("\ndato: 2031-01-06", "\ndato: 6. januar"),
    "a date that is a word": ("\ndato: 2031-01-06", "\ndato: snart"),
    "perhaps": ("prioritert: ja", "prioritert: kanskje"),
    "an unknown section": ("      tekstar:\n", "      tekstar:\n        innleiing: x\n"),
    "a mark that is no mark": ("\nrevisjon: 1", "\nrevisjon: 1\nførebels: kanskje"),
}


def plan_with(old: str, new: str) -> str:
    assert PLAN.count(old) == 1
    return PLAN.replace(old, new)


@pytest.mark.parametrize(("old", "new"), TAKEN.values(), ids=TAKEN)
def test_taken_by_both(old: str, new: str) -> None:
    text = plan_with(old, new)
    assert [f.message for f in read_plan(text.encode(), "plan.yaml").findings] == []
    assert yaml_faults(text, SCHEMA) == []


@pytest.mark.parametrize(("old", "new"), REFUSED.values(), ids=REFUSED)
def test_refused_by_both(old: str, new: str) -> None:
    text = plan_with(old, new)
    assert len(read_plan(text.encode(), "plan.yaml").findings) == 1
    assert yaml_faults(text, SCHEMA) != []
