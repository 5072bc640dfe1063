"""However the program is ended, nothing is left running, and its user reads one line or none."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from bygdeplan.cli.program import app
from tests.forked import Ended, Run, Stream, run_all
from tests.plans import TOPPDALEN

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the shell and the signals are those of Unix"),
]
PROGRAM = Path(sys.executable).with_name("bygdeplan")

COMMANDS = {
    "validate": "validate 2031",
    "render": "render --document vedtaksoversikt --format html --verbose",
    "audit": "audit brev.txt",
    "diff": "diff 2030 2031",
    "lock": "lock 2031 --revision 1 --date 2031-02-28",
    "new": "new 2032 --from 2031",
    "calendar": "calendar --format ics",
    "templates": "templates style.css",
    "explain": "explain --format md",
    "schema": "schema",
    "vedtak list": "vedtak list",
    "vedtak check": "vedtak check brev.txt",
}
"""Every command, with words that let it say something on stdout."""
WORDS = [
    *COMMANDS.values(),
    *("--help", "vedtak --help", "--version"),
    # On stderr alone.
    *("vedtak", "validat", "validate 1999", "diff 2030"),
]

STREAMS: dict[str, tuple[Stream, Stream, Stream]] = {
    "as they are": ("sound", "sound", "sound"),
    "<&-": ("closed", "sound", "sound"),
    ">&-": ("sound", "closed", "sound"),
    "2>&-": ("sound", "sound", "closed"),
    ">&- 2>&-": ("sound", "closed", "closed"),
    "<&- >&- 2>&-": ("closed", "closed", "closed"),
    ">/dev/full": ("sound", "full", "sound"),
    "2>/dev/full": ("sound", "sound", "full"),
    ">/dev/full 2>&1": ("sound", "full", "full"),
    "| true": ("sound", "left", "sound"),
    "2>&1 | true": ("sound", "left", "left"),
    "<&- 2>&1 | true": ("closed", "left", "left"),
}
if not Path("/dev/full").exists():
    STREAMS = {name: kinds for name, kinds in STREAMS.items() if "full" not in kinds}
DISK_IS_FULL = "feil: Kan ikkje skrive ut: disken er full.\n"

Outcomes = Mapping[tuple[str, str], Ended]
"""How it ended, by the words and the streams it was given."""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """Every command with every kind of stream."""
    asked = list(product(WORDS, STREAMS))
    runs = []
    for words, streams in asked:
        folder = tmp_path_factory.mktemp("place")
        shutil.copytree(TOPPDALEN, folder / "plans")
        (folder / "brev.txt").write_text("Vedtak\n1. Planen blir ikkje godkjend.\n")
        runs.append(Run(tuple(words.split()), str(folder), STREAMS[streams]))
    return dict(zip(asked, run_all(runs), strict=True))


def test_every_command_is_tried() -> None:
    assert COMMANDS.keys() == set(names_of_commands(get_command(app)))


def names_of_commands(group: Any) -> Iterator[str]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from (f"{name} {inner}" for inner in names_of_commands(command))
        else:
            yield name


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("streams", STREAMS)
def test_stream_that_takes_nothing(words: str, streams: str, ended: Outcomes) -> None:
    without, done = ended[words, "as they are"], ended[words, streams]
    _, stdout, stderr = STREAMS[streams]
    says_something = words in COMMANDS.values() or words.endswith(("--help", "--version"))
    if stdout in ("sound", "closed") or not says_something:
        expected = without
    elif stdout == "full":
        expected = Ended(2, done.err.removesuffix(DISK_IS_FULL) + DISK_IS_FULL)
        # What is told after stdout has been written is not told any more.
        assert without.err.startswith(done.err.removesuffix(DISK_IS_FULL))
    else:
        expected = Ended(128 + signal.SIGPIPE, done.err)
        assert without.err.startswith(done.err)
    assert done == (expected if stderr == "sound" else replace(expected, err=""))


@pytest.mark.parametrize("words", WORDS)
def test_command_ends_as_it_is_known_to(words: str, ended: Outcomes) -> None:
    assert ended[words, "as they are"].code in (0, 1, 2)
    assert "Programmet har ein feil" not in ended[words, "as they are"].err


def in_shell(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", words.replace("bygdeplan", str(PROGRAM), 1)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_stream_of_a_program_that_begins(closed: str, workplace: Path) -> None:
    done = in_shell(f"bygdeplan render --document saksframlegg {closed}", workplace)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_full_disk_of_a_program_that_begins(workplace: Path) -> None:
    done = in_shell("bygdeplan explain >/dev/full", workplace)
    assert (done.returncode, done.stderr) == (2, DISK_IS_FULL)


def test_pipe_that_is_broken(workplace: Path) -> None:
    done = in_shell("bygdeplan explain --format md | head -n 1", workplace)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("module", "line", "ends_by"),
    [("typer", "kill()", "its code"), ("sitecustomize", "atexit.register(kill)", "the signal")],
    ids=["while it loads", "on its way out"],
)
def test_ended_before_and_after_its_work(
    number: signal.Signals, module: str, line: str, ends_by: str, workplace: Path
) -> None:
    """A module of that name, found before any other, lets the signal come at that very moment."""
    kill = f"kill = lambda: os.kill(os.getpid(), {int(number)})"
    (workplace / f"{module}.py").write_text(f"import atexit, os\n{kill}\n{line}\n")
    path = os.pathsep.join([str(workplace), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [PROGRAM, "validate", "2031"],
        cwd=workplace,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        check=False,
    )
    code = 128 + number if ends_by == "its code" else -number
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
# Later than Python itself takes to start, also on a busy machine.
@pytest.mark.parametrize("after", [1.0, 1.4, 1.8])
def test_ended_from_outside(number: signal.Signals, after: float, workplace: Path) -> None:
    words = [str(PROGRAM), "render", "--anew", "--format", "docx", "--format", "pdf"]
    running = subprocess.Popen(
        words, cwd=workplace, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(after)
    running.send_signal(number)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said) in ((0, b""), (128 + number, b""), (-number, b""))
    assert group_is_empty(running.pid)
    again = in_shell("bygdeplan render --format docx --format pdf", workplace)
    assert again.returncode == 0
    assert again.stderr == ""
    made = {path.name for path in (workplace / "build" / "2031").iterdir()}
    assert made == {Path(line).name for line in again.stdout.splitlines()} | {".bygdeplan.json"}


def group_is_empty(group: int) -> bool:
    """Whether nothing runs that the program has started."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False
