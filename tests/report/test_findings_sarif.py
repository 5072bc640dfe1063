"""Findings as SARIF: what a code host reads of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from bygdeplan.report.findings_sarif import findings_as_sarif
from tests.report.kontrollar import MERKT, SUM, checked, found, in_document
from tests.schemas import faults

SCHEMA = Path(__file__).with_name("sarif.schema.json")


def log() -> Any:
    first = checked(found(SUM), found(), found(MERKT, unntak="det er avtalt"))
    return json.loads(findings_as_sarif([first, checked(name="plans/bygd æ.yaml")]))


def test_a_result_names_rule_place_and_fingerprint() -> None:
    (run,) = log()["runs"]
    result = run["results"][1]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "BP103"
    assert result["level"] == "error"
    assert result["message"]["text"] == "Ukjend nøkkel: `formanskap`. Meinte du `formannskap`?"
    assert result["partialFingerprints"] == {"bygdeplan/v1": "0123456789abcdef"}
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/2031.yaml"},
        "region": {"startLine": 4, "startColumn": 5, "endLine": 4, "endColumn": 15},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "kommunar.fjelldal.formanskap"}]


def test_severities_are_levels() -> None:
    assert [result["level"] for result in log()["runs"][0]["results"]] == [
        "warning",
        "error",
        "note",
    ]


def test_only_what_is_excused_is_suppressed() -> None:
    suppressed = [result.get("suppressions") for result in log()["runs"][0]["results"]]
    assert suppressed == [None, None, [{"kind": "inSource", "justification": "det er avtalt"}]]


def test_several_files_make_one_run_and_names_are_uris() -> None:
    assert [each["location"]["uri"] for each in log()["runs"][0]["artifacts"]] == [
        "plans/2031.yaml",
        "plans/bygd%20%C3%A6.yaml",
    ]


def test_absolute_path_is_a_file_uri(tmp_path: Path) -> None:
    name = (tmp_path / "2031.yaml").as_posix()
    made = json.loads(findings_as_sarif([checked(found(file=name), name=name)]))
    (location,) = made["runs"][0]["results"][0]["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "2031.yaml").as_uri()


def test_finding_in_a_document_has_a_name_for_its_place_and_no_region() -> None:
    made = json.loads(findings_as_sarif([checked(in_document(), name="build/plan.docx")]))
    (location,) = made["runs"][0]["results"][0]["locations"]
    assert location == {
        "physicalLocation": {"artifactLocation": {"uri": "build/plan.docx"}},
        "logicalLocations": [{"fullyQualifiedName": '["word/document.xml"].avsnitt[12]'}],
    }
    assert faults(made, SCHEMA) == []


def test_log_follows_its_schema() -> None:
    assert faults(log(), SCHEMA) == []
    assert faults(json.loads(findings_as_sarif([checked()])), SCHEMA) == []


def _run(made: Any) -> Any:
    return made["runs"][0]


def _region(made: Any) -> Any:
    return _run(made)["results"][0]["locations"][0]["physicalLocation"]["region"]


BREAKS = {
    "version": lambda made: made.update(version="2.2"),
    "column 0": lambda made: _region(made).update(startColumn=0),
    "level": lambda made: _run(made)["results"][0].update(level="feil"),
    "a name that is no URI": lambda made: _run(made)["artifacts"][0]["location"].update(uri="å b"),
    "rule without id": lambda made: _run(made)["tool"]["driver"]["rules"][0].pop("id"),
    "nobody's key": lambda made: _run(made).update(funn=[]),
}


@pytest.mark.parametrize("break_it", BREAKS.values(), ids=BREAKS)
def test_schema_sees_a_log_that_is_broken(break_it: Any) -> None:
    made = log()
    break_it(made)
    assert len(faults(made, SCHEMA)) == 1
