"""Findings for other programs: the JSON and its schema."""

import json
from typing import Any

import pytest

from bygdeplan.funn.checked import Opphav, Opphavsdom
from bygdeplan.report.findings_json import findings_as_json
from bygdeplan.report.frame import path_text
from tests.report.kontrollar import MERKT, SUM, checked, found, in_document
from tests.schemas import ROOT, faults

SCHEMA = ROOT / "schemas" / "findings.schema.json"


def report() -> Any:
    first = checked(found(), found(SUM), found(MERKT, unntak="det er avtalt"))
    return json.loads(findings_as_json([first, checked(name="plans/2032.yaml")]))


def test_a_finding_carries_all_there_is_to_know() -> None:
    assert report()["findings"][0] == {
        "code": "BP103",
        "code_text": "ukjend nøkkel",
        "severity": "error",
        "severity_text": "feil",
        "file": "plans/2031.yaml",
        "line": 4,
        "column": 5,
        "end_line": 4,
        "end_column": 15,
        "path": ["kommunar", "fjelldal", "formanskap"],
        "message": "Ukjend nøkkel: `formanskap`.",
        "help": "Meinte du `formannskap`?",
        "fingerprint": "0123456789abcdef",
    }


def test_several_files_make_one_report() -> None:
    made = report()
    assert made["files"] == ["plans/2031.yaml", "plans/2032.yaml"]
    assert made["counts"] == {"error": 1, "warning": 1, "note": 0}
    assert [(each["code"], each["reason"]) for each in made["excused"]] == [
        ("BP612", "det er avtalt")
    ]


def test_report_follows_its_schema() -> None:
    assert faults(report(), SCHEMA) == []


def document_report() -> Any:
    opphav = Opphav(Opphavsdom.ENDRA, "plans/2031.yaml", "handlingsplan-2031")
    return json.loads(
        findings_as_json([checked(in_document(), name="build/plan.docx", opphav=opphav)])
    )


def test_finding_in_a_document_has_a_path_and_no_line() -> None:
    (finding,) = document_report()["findings"]
    places = ("line", "column", "end_line", "end_column")
    assert [finding[place] for place in places] == [None] * 4
    assert finding["path"] == ["word/document.xml", "avsnitt", 12]


def test_where_a_document_comes_from_is_told() -> None:
    assert document_report()["origins"] == [
        {
            "file": "build/plan.docx",
            "plan": "plans/2031.yaml",
            "document": "handlingsplan-2031",
            "verdict": "edited",
            "verdict_text": "endra etter at dokumentet blei laga",
        }
    ]
    assert report()["origins"] == []


def test_report_on_a_document_follows_the_schema() -> None:
    assert faults(document_report(), SCHEMA) == []
    unknown = document_report()
    unknown["origins"][0]["verdict"] = "nesten lik"
    assert len(faults(unknown, SCHEMA)) == 1


BREAKS = {
    "no fingerprint": lambda made: made["findings"][0].pop("fingerprint"),
    "line 0": lambda made: made["findings"][0].update(line=0),
    "severity in Nynorsk": lambda made: made["findings"][0].update(severity="feil"),
    "an excused error": lambda made: made["excused"][0].update(severity="error"),
    "no reason": lambda made: made["excused"][0].pop("reason"),
    "no counts": lambda made: made.pop("counts"),
    "a count that lacks": lambda made: made["counts"].pop("note"),
}


@pytest.mark.parametrize("break_it", BREAKS.values(), ids=BREAKS)
def test_schema_sees_a_report_that_is_broken(break_it: Any) -> None:
    made = report()
    break_it(made)
    assert len(faults(made, SCHEMA)) == 1


PATHS = {
    (): "",
    ("år",): "år",
    ("delmål", "bustad", "tiltak", "bustad-innsikt", "vekt"): (
        "delmål.bustad.tiltak.bustad-innsikt.vekt"
    ),
    ("innstilling", 0): "innstilling[0]",
    ("tiltak", "x", "budsjett", "2031", "kostnad"): "tiltak.x.budsjett.2031.kostnad",
    ("hovudfelt", "Saksnr. i arkivet"): 'hovudfelt["Saksnr. i arkivet"]',
}


@pytest.mark.parametrize(("path", "text"), PATHS.items())
def test_path(path: tuple[str | int, ...], text: str) -> None:
    assert path_text(path) == text
