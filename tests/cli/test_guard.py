"""However the program is ended, nothing is left running, and its user reads one line or none."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the shell and the signals are those of Unix"),
]
PROGRAM = Path(sys.executable).with_name("bygdeplan")


def in_shell(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", words.replace("bygdeplan", str(PROGRAM), 1)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", ["validate 2031", "vedtak list 2031", "render --format html"])
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_stream(command: str, closed: str, workplace: Path) -> None:
    done = in_shell(f"bygdeplan {command} {closed}", workplace)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("command", ["validate 2031", "explain", "--help"])
def test_full_disk(command: str, workplace: Path) -> None:
    done = in_shell(f"bygdeplan {command} >/dev/full", workplace)
    assert (done.returncode, done.stderr) == (2, "feil: Kan ikkje skrive ut: disken er full.\n")


def test_pipe_that_is_broken(workplace: Path) -> None:
    done = in_shell("bygdeplan explain --format md | head -n 1", workplace)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


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
