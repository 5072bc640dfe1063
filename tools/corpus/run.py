"""One command run to its end: how it ended, what it took and how much it found."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

KNOWN_CODES = (0, 1, 2)
"""Sound, something found, could not be done."""
MOST_SECONDS = 300.0
_WATCHED = Path(__file__).with_name("watched.py")
_SIGNS_OF_A_CRASH = (
    *("Traceback (most recent call last)", "Programmet har ein feil"),
    *("panicked at", "core dumped", "Fatal Python error"),
)
_FOUND = {"findings", "changes", "questions", "differences", "extra_points"}
"""What the reports for programs list."""


@dataclass(frozen=True)
class Job:
    """A command on a file: what it is called in the table, the words, and where it is run."""

    command: str
    file: Path
    words: tuple[str | Path, ...]
    folder: Path

    def __str__(self) -> str:
        return f"{self.command} {self.file}"


@dataclass(frozen=True)
class Done:
    """What came of a job."""

    job: Job
    seconds: float
    """Of the processor, in all the programs it started."""
    memory: int
    """The most that one program had, in kilobytes."""
    found: int
    crash: str = ""
    """How it crashed; empty when it did not."""


def do(job: Job, most_seconds: float = MOST_SECONDS) -> Done:
    """Run a job; one that goes on for too long is killed."""
    with TemporaryDirectory() as folder:
        said = [Path(folder, name) for name in ("stdout", "stderr", "ended")]
        _run(job, said, most_seconds)
        out, err, ended = (file.read_text(encoding="utf-8", errors="replace") for file in said)
    code, seconds, memory = json.loads(ended) if ended else (-signal.SIGKILL, most_seconds, 0)
    return Done(job, seconds, memory, found_in(out), _crash(code, err))


def _run(job: Job, said: Sequence[Path], most_seconds: float) -> None:
    stdout, stderr, ended = said
    ended.touch()
    with stdout.open("w") as out, stderr.open("w") as err:
        program = subprocess.Popen(  # noqa: S603  # our own program, on files
            (sys.executable, "-I", "-S", _WATCHED, ended, *job.words),
            cwd=job.folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            # So that what it has started ends with it.
            process_group=0,
        )
    try:
        program.wait(most_seconds)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()


def _crash(code: int, err: str) -> str:
    if code < 0:
        return f"ended by {signal.Signals(-code).name}"
    if code not in KNOWN_CODES:
        return f"exit code {code}"
    sign = next((sign for sign in _SIGNS_OF_A_CRASH if sign in err), "")
    return next((line for line in err.splitlines() if sign in line), "") if sign else ""


def found_in(out: str) -> int:
    """How much a report for programs tells of; 0 for all else that may be written."""
    try:
        return _count(json.loads(out))
    except ValueError:
        return 0


def _count(report: Any) -> int:
    match report:
        case dict():
            own = sum(len(report[name]) for name in _FOUND & report.keys())
            return own + sum(map(_count, report.values()))
        case list():
            return sum(map(_count, report))
        case _:
            return 0


PROGRAM = (sys.executable, "-m", "bygdeplan")
