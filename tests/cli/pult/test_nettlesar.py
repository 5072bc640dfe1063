"""The desk in a browser, by keyboard alone: where Chromium and the packages of the judges are."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plans import ROOT, TOPPDALEN

PACKAGES = ROOT / "build" / "judges" / "npm"
CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")


@pytest.mark.slow
@pytest.mark.skipif(
    not (CHROMIUM and NODE and (PACKAGES / "node_modules" / "playwright-core").is_dir()),
    reason="needs Chromium, Node and what `make judges` installs",
)
def test_a_plan_is_written_by_keyboard_and_seen_in_the_document(tmp_path: Path) -> None:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    plan = tmp_path / "plans" / "2031.yaml"
    before = plan.read_text("utf-8").split("\n")
    path = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "bygdeplan", "edit", "2031", "--no-open"],
        cwd=tmp_path,
        env={**os.environ, **path},
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert program.stdout
            found = re.search(r"http://\S+", program.stdout.readline())
            assert found
            script = Path(__file__).with_name("tastatur.cjs")
            command = [str(NODE), str(script), str(PACKAGES), str(CHROMIUM), found[0], str(plan)]
            seen = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        finally:
            program.kill()
    assert seen.returncode == 0, seen.stderr
    told = json.loads(seen.stdout)
    assert told["errors"] == []
    assert {part: faults for part, faults in told["faults"].items() if faults} == {}
    assert (
        told["focus"]
        == "f-delmål.reiseliv.tiltak.vintersti.budsjett.2032.finansiering.kommune.beløp"
    )
    # What was typed, after the field was left, the choice that was reached, what then stands.
    assert told["conflict"] == ["Mitt", "Mitt", "Bruk det som står i fila", "Ditt"]
    # What was typed, while the file was away and when it was back.
    assert told["away"] == ["Ditt og meir", "Ditt og meir"]
    after = plan.read_text("utf-8").split("\n")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [line.strip() for line in changed] == [
        "tittel: Ditt og meir",
        "kostnad: 1 234 000",
        "kommune: {beløp: 334 000, nøkkel: folketal}",
    ]
    assert told["shown"]
