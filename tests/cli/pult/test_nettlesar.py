"""The desk in a browser, by keyboard alone: where Chromium and the packages of the judges are."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.plans import ROOT, TOPPDALEN

PACKAGES = ROOT / "build" / "judges" / "npm"
CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CHROMIUM and NODE and (PACKAGES / "node_modules" / "playwright-core").is_dir()),
        reason="needs Chromium, Node and what `make judges` installs",
    ),
]


def see(plan: Path, script: str) -> Mapping[str, Any]:
    """What a script sees when it goes through the desk of a plan."""
    path = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "bygdeplan", "edit", plan.stem, "--no-open"],
        cwd=plan.parents[1],
        env={**os.environ, **path},
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert program.stdout
            found = re.search(r"http://\S+", program.stdout.readline())
            assert found
            file = Path(__file__).with_name(script)
            command = [str(NODE), str(file), str(PACKAGES), str(CHROMIUM), found[0], str(plan)]
            seen = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        finally:
            program.kill()
    assert seen.returncode == 0, seen.stderr
    return dict(json.loads(seen.stdout))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    return tmp_path / "plans" / "2031.yaml"


def test_a_plan_is_written_by_keyboard_and_seen_in_the_document(plan: Path) -> None:
    before = plan.read_text("utf-8").split("\n")
    told = see(plan, "tastatur.cjs")
    assert told["errors"] == []
    assert {part: faults for part, faults in told["faults"].items() if faults} == {}
    assert (
        told["focus"]
        == "f-delmål.reiseliv.tiltak.vintersti.budsjett.2032.finansiering.kommune.beløp"
    )
    # What was typed, after the field was left, the choice that was reached, what then stands.
    assert told["conflict"] == ["Mitt", "Mitt", "Bruk det som står i fila", "Ditt"]
    after = plan.read_text("utf-8").split("\n")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [line.strip() for line in changed] == [
        "tittel: Ditt",
        "kostnad: 1 234 000",
        "kommune: {beløp: 334 000, nøkkel: folketal}",
    ]
    assert told["shown"]


def test_the_document_is_at_the_place_of_the_field(plan: Path) -> None:
    told = see(plan, "stad.cjs")
    assert told["errors"] == []
    heading = "Tiltak 1 Vintersti mellom hyttegrendene"
    assert told["title"] == [heading, True]
    assert told["text"] == ["Ein sti som blir brøytt og lyst opp frå november til april, med", True]
    assert told["row"] == ["prosjektleiaren", True]
    assert told["saved"] == ["Andre bygder kan måle snøen slik.", True]
    assert told["kept"] is True
    assert told["other"] == ["Delmål 1, tiltak 1 Vintersti mellom hyttegrendene", True]
    assert told["still"] == "endringsliste-2030-2031"
