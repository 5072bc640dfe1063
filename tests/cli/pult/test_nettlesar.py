"""The desk in a browser, by keyboard alone: where Chromium and the packages of the judges are."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.plans import PILOT, ROOT, TOPPDALEN
from tools.judges import programs

PACKAGES = ROOT / programs.PACKAGES
CHROMIUM = next(filter(None, map(shutil.which, programs.BROWSERS)), None)
NODE = shutil.which("node")
PICTURE = ROOT / "docs" / "bilete" / "edit.png"
SCRIPTS = Path(__file__).with_name("nettlesar")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        # `make browser` has installed what is needed, and nothing is to be passed over then.
        "BROWSER" not in os.environ
        and not (CHROMIUM and NODE and (PACKAGES / "node_modules" / "playwright-core").is_dir()),
        reason="needs what `make browser` installs",
    ),
]


@contextmanager
def desk(plan: Path) -> Iterator[str]:
    """The address of the program that edits a plan, until it is left."""
    command = [sys.executable, "-m", "bygdeplan", "edit", plan.stem, "--no-open"]
    with subprocess.Popen(
        command, cwd=plan.parent.parent, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout
            found = re.search(r"http://\S+", program.stdout.readline())
            assert found
            yield found[0]
        finally:
            program.kill()


def seen(plan: Path, script: str, *task: str) -> Any:
    """What a script saw in the browser."""
    with desk(plan) as address:
        command = [
            str(NODE),
            str(SCRIPTS / script),
            str(PACKAGES),
            str(CHROMIUM),
            address,
            str(plan),
        ]
        done = subprocess.run(
            [*command, *task], capture_output=True, text=True, timeout=240, check=False
        )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["errors"] == []
    return told


def test_a_plan_is_written_by_keyboard_and_seen_in_the_document(tmp_path: Path) -> None:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    plan = tmp_path / "plans" / "2031.yaml"
    before = plan.read_text("utf-8").split("\n")
    told = seen(plan, "pult.cjs")
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
    assert told["summed"]


def test_what_is_typed_and_not_saved_is_not_lost(tmp_path: Path) -> None:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    told = seen(tmp_path / "plans" / "2031.yaml", "utkast.cjs")
    assert told["back"] == told["reload"] == ["Halvskrive tiltak", True]
    assert set(told["asked"]) == {"beforeunload"}
    assert told["field"] == "Reiseliv i alle veker"
    assert told["left"]
    amount = "delmål.reiseliv.tiltak.vintersti.budsjett..kostnad"
    assert told["year"] == ["2039", "12 000", f"ny-{amount}"]
    assert told["caret"] == "12 0070"
    assert told["added"] == [1, "2040"]
    assert told["once"] == [1, "Berre eitt – 2031.yaml – bygdeplan"]
    assert told["gone"] == ["Reiseliv i alle veker – 2031.yaml – bygdeplan", "delmål.reiseliv"]
    assert told["unmoved"]
    assert told["moved"] == "delmål.ungdom.tiltak.vintersti"
    assert told["end"] == [
        "Dette er ikkje lagra enno. Trykk «Avslutt» ein gong til for å avslutte utan.",
        "ny-delmål.reiseliv.tiltak..tittel",
    ]
    assert told["ended"] == ["Avslutta", True]


def test_what_is_added_in_two_tabs_stands(tmp_path: Path) -> None:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    plan = tmp_path / "plans" / "2031.yaml"
    assert seen(plan, "tofaner.cjs")["added"] == "Fjella – 2031.yaml – bygdeplan"
    after = plan.read_text("utf-8")
    for line in ("vekt: 62", "- Eit punkt til.", "pilot: Toppane", "namn: Fjella"):
        assert line in after


def test_the_picture_in_the_readme_is_of_the_desk(tmp_path: Path, *, refresh_golden: bool) -> None:
    """`--refresh-golden` takes the picture anew; what stands in it is what stands on the page."""
    shutil.copytree(PILOT, tmp_path / "plans")
    taken = tmp_path / "edit.png"
    words = "\n".join(seen(tmp_path / "plans" / "2026.yaml", "bilete.cjs", str(taken))["words"])
    if refresh_golden:
        shutil.copy(taken, PICTURE)
        PICTURE.with_suffix(".txt").write_text(f"{words}\n", "utf-8")
    assert PICTURE.with_suffix(".txt").read_text("utf-8") == f"{words}\n"
    assert PICTURE.read_bytes()[16:24] == taken.read_bytes()[16:24], "another width or height"
    assert PICTURE.stat().st_size < 300_000


TASKS: dict[str, str] = {
    "eit nytt tiltak med budsjett i to år": """
+ felles-bustadportal:
+ nr: 10
+ tittel: Felles bustadportal
+ skildring: |
+ Kommunane viser ledige tomter og hus på éin stad.
+ statlege_midlar: nei
+ budsjett:
+ 2026:
+ kostnad: 0,2 mill.
+ finansiering:
+ fylkeskommune: 200 000
+ 2027:
+ kostnad: 0,2 mill.
+ finansiering:
+ fylkeskommune: 200 000
+
""",
    "eit endra budsjett med grunn": """
+ endringar:
+ - revisjon: 1
+ felt: budsjett
+ grunngjeving: |
+ Sirkelen har ei samling mindre.
- kostnad: 380 000
+ kostnad: 330 000
- tiltaksmidlar: 200 000
+ tiltaksmidlar: 150 000
""",
    "eit tiltak avslutta med vurdering": """
- døme: [slutt, statlege_midlar, overføringsverdi, budsjett]
+ døme: [slutt, statlege_midlar, overføringsverdi]
- status: i arbeid
+ status: avslutta
+ avslutning:
+ utfall: stansa
+ vurdering: |
+ Møta held fram utan tilskot.
- budsjett:
- 2026:
- kostnad: 380 000
- finansiering:
- tiltaksmidlar: 200 000
- kommune: {timar: 360, sats: 500, nøkkel: likt}
- 2027:
- kostnad: 380 000
- finansiering:
- tiltaksmidlar: 200 000
- kommune: {timar: 360, sats: 500, nøkkel: likt}
- 2028:
- kostnad: 380 000
- finansiering:
- tiltaksmidlar: 200 000
- kommune: {timar: 360, sats: 500, nøkkel: likt}
""",
    "seks vedtak, eitt med eit ekstra punkt": """
+ vedtak:
+ dato: 10.2.2026
+ saksnummer: 1/26
+ utfall: vedteke
+ vedtak:
+ dato: 11.2.2026
+ saksnummer: 2/26
+ utfall: vedteke
+ vedtak:
+ dato: 12.2.2026
+ saksnummer: 3/26
+ utfall: vedteke
+ vedtak:
+ dato: 13.2.2026
+ saksnummer: 4/26
+ utfall: vedteke
+ vedtak:
+ dato: 14.2.2026
+ saksnummer: 5/26
+ utfall: vedteke
+ tilleggspunkt:
+ - Kommunestyret bed om ein rapport i juni.
+ vedtak:
+ dato: 15.2.2026
+ saksnummer: 6/26
+ utfall: vedteke
""",
    "ein tekst skriven om, med liste og lenkje": """
- Handlingsplanen for 2026 er den fyrste under bygdevekstavtalen for Vest-Telemark som har
- heilårsverknad. Han er grunnlaget for statleg medfinansiering av tiltak for bustader,
- arbeidsplassar i privat sektor og kompetanse innan helse og oppvekst. Planen byggjer på det
- som blei sett i gang i 2025, og legg meir vekt på gjennomføring. Dei seks kommunane må gjere
- likelydande vedtak før planen går til fylkeskommunen og KDD.
+ Planen har *tre* delmål:
+
+ - bustader
+ - arbeidsplassar
+ - kompetanse
+
+ Meir på [nettet](https://example.org/plan).
""",
}


@pytest.mark.parametrize(("task", "lines"), TASKS.items(), ids=TASKS)
def test_a_task_is_done_by_keyboard_in_its_own_lines(tmp_path: Path, task: str, lines: str) -> None:
    assert done(tmp_path, task) == lines.strip().split("\n")


def test_a_measure_is_moved_by_keyboard_as_it_stands(tmp_path: Path) -> None:
    changed = done(tmp_path, "eit tiltak flytta til eit anna delmål, med grunn")
    out = [line[1:] for line in changed if line.startswith("-")]
    come = [line[1:] for line in changed if line.startswith("+")]
    reason = come.index(" endringar:")
    assert come[reason : reason + 5] == [
        " endringar:",
        " - revisjon: 1",
        " felt: delmål",
        " grunngjeving: |",
        " Sirkelen er for heile kommunen.",
    ]
    assert come[:reason] + come[reason + 5 :] == out
    assert out[0] == " bustad-kompetansesirkel:"


def done(folder: Path, task: str) -> list[str]:
    """The lines that a task takes, out (-) and in (+), when the plan is one that can be used."""
    shutil.copytree(PILOT, folder / "plans")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a")
    seen(folder / "plans" / "2026.yaml", "oppgaver.cjs", task)
    command = [sys.executable, "-m", "bygdeplan", "validate", "2026"]
    told = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout
    diff = git(folder, "diff", "--unified=0", "--no-color").split("\n")[4:]
    changed = (f"{line[0]} {line[1:].strip()}" for line in diff if line[:1] in ("+", "-"))
    return [line.strip() for line in changed]


def git(folder: Path, *asked: str) -> str:
    command = [shutil.which("git") or "git", *asked]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_the_document_is_at_the_place_of_the_field(tmp_path: Path) -> None:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    told = seen(tmp_path / "plans" / "2031.yaml", "stad.cjs")
    heading = "Tiltak 1 Vintersti mellom hyttegrendene"
    assert told["title"] == [heading, True]
    assert told["text"] == ["Ein sti som blir brøytt og lyst opp frå november til april, med", True]
    assert told["row"] == ["prosjektleiaren", True]
    assert told["saved"] == ["Andre bygder kan måle snøen slik.", True]
    assert told["kept"] is True
    assert told["other"] == ["Delmål 1, tiltak 1 Vintersti mellom hyttegrendene", True]
    assert told["still"] == "endringsliste-2030-2031"
