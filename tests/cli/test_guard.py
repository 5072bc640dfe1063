"""However the program is ended, nothing is left running, and its user reads one line or none."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from bygdeplan.convert import pandoc
from bygdeplan.side.byggjelogg import NAMN
from tests.cli.conftest import Program
from tests.plans import ROOT, TOPPDALEN
from tests.programs import run

if os.name == "nt":
    pytest.skip("the shell and the signals are those of Unix", allow_module_level=True)
pytestmark = pytest.mark.slow
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


def test_a_pandoc_that_hangs_is_ended_and_named(
    bygdeplan: Program, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = workplace / "pandoc"
    hanging.write_text("#!/bin/sh\nexec sleep 600\n", "utf-8")
    hanging.chmod(0o755)
    monkeypatch.setattr(pandoc, "which", lambda *_, **__: str(hanging))
    monkeypatch.setattr(pandoc, "_TIMEOUT_SECONDS", 0.5)
    begun: list[subprocess.Popen[bytes]] = []
    begin = subprocess.Popen.__init__

    def begin_and_tell(process: Any, command: Any, *args: Any, **kwargs: Any) -> None:
        begin(process, command, *args, **kwargs)
        begun.append(process)

    monkeypatch.setattr(subprocess.Popen, "__init__", begin_and_tell)
    said = bygdeplan("render", "--format", "docx")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith("feil: pandoc er ikkje ferdig etter 0.5 sekund; prøv om att")
    assert {process.poll() for process in begun} == {-signal.SIGKILL}
    assert {path.name for path in workplace.iterdir()} == {"pandoc", "plans"}


# Ended at any moment


MADE_A_FAULT_OF = """
import os
from bygdeplan.cli.guard import run

def program():
    try:
        os.kill(os.getpid(), {number})
    except BaseException:
        raise ValueError("this cannot be built") from None

run(program)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_a_library_makes_of_being_ended_is_no_fault(number: int, workplace: Path) -> None:
    done = run(sys.executable, "-c", MADE_A_FAULT_OF.format(number=int(number)), cwd=workplace)
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "", "")


RENDER = ("render", "--document", "statusrapport", "--format", "docx", "--format", "pdf")
AT = Random(2031)  # noqa: S311  # the same moments each time
MOMENTS = [
    pytest.param(number, (part + AT.random()) / 4, delay, id=f"{number.name} in part {part + 1}")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)
    for part in range(4)
    for delay in [AT.choice((0, AT.uniform(0, 0.2)))]
]
"""A signal, how much of the work is done when it is sent, and how many seconds later it is."""


class Halfway(NamedTuple):
    """A folder with documents of a plan that has since been changed."""

    folder: Path
    before: dict[str, bytes]
    after: dict[str, bytes]
    """What the documents are to become."""
    moments: int
    """How many there are on the way."""


@pytest.fixture(scope="module")
def halfway(tmp_path_factory: pytest.TempPathFactory) -> Halfway:
    folder = tmp_path_factory.mktemp("halfway") / "made"
    shutil.copytree(TOPPDALEN, folder / "plans")
    assert in_shell(f"bygdeplan {' '.join(RENDER)}", folder).returncode == 0
    plan = folder / "plans" / "2030.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("Tre kurs for kokkar", "Fire kurs for kokkar"), "utf-8")
    whole = shutil.copytree(folder, folder.with_name("whole"))
    count = folder.with_name("count")
    done = ended(whole, 0, 0, signal.SIGTERM, count)
    _, said = done.communicate()
    assert (done.returncode, said, group_is_empty(done.pid)) == (0, b"", True)
    before, after = documents(folder), documents(whole)
    assert all(before[name] != after[name] for name in before | after)
    return Halfway(folder, before, after, int(count.read_text("utf-8")))


def ended(
    folder: Path, moment: int, delay: float, number: int, count: Path
) -> subprocess.Popen[bytes]:
    """The program, begun in a folder, that ends itself at a moment of its work."""
    told = (str(moment), str(delay), str(int(number)), str(count))
    program = (sys.executable, "-P", str(ROOT / "tests" / "ending.py"))
    return subprocess.Popen(
        [*program, *told, *RENDER],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def documents(folder: Path) -> dict[str, bytes]:
    """What is said to be finished in the folder of documents."""
    files = (path for path in (folder / "build" / "2031").iterdir() if path.name[0] != ".")
    return {path.name: path.read_bytes() for path in files}


@pytest.mark.parametrize(("number", "share", "delay"), MOMENTS)
def test_ended_at_any_moment(
    number: signal.Signals, share: float, delay: float, halfway: Halfway, tmp_path: Path
) -> None:
    folder = shutil.copytree(halfway.folder, tmp_path / "made")
    moment = 1 + int(share * halfway.moments)
    running = ended(folder, moment, delay, number, tmp_path / "count")
    _, said = running.communicate(timeout=120)
    assert (running.returncode, said) in [(code, b"") for code in (0, 128 + number, -number)]
    if number is signal.SIGKILL:
        # Nobody is left to end them; they end when nobody reads what they write.
        wait_until_empty(running.pid)
    assert group_is_empty(running.pid)
    left = documents(folder)
    assert left.keys() == halfway.before.keys()
    assert all(data in (halfway.before[name], halfway.after[name]) for name, data in left.items())
    again = in_shell(f"bygdeplan {' '.join(RENDER)}", folder)
    assert (again.returncode, again.stderr) == (0, "")
    assert documents(folder) == halfway.after
    hidden = {path.name for path in (folder / "build" / "2031").iterdir()} - halfway.after.keys()
    assert hidden == {NAMN}
    assert {path.name for path in folder.iterdir()} == {"build", "plans"}


def wait_until_empty(group: int) -> None:
    """Come back when nothing runs that the program has started."""
    for _ in range(600):
        if group_is_empty(group):
            return
        time.sleep(0.05)
    pytest.fail("what the program started still runs")


def group_is_empty(group: int) -> bool:
    """Whether nothing runs that the program has started; what has ended may still be listed."""
    if not Path("/proc/self/stat").exists():
        return not _is_there(group)
    return not any(_runs_in(group, file) for file in Path("/proc").glob("[0-9]*/stat"))


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _runs_in(group: int, file: Path) -> bool:
    try:
        state, _, its_group, *_ = file.read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return False
    return int(its_group) == group and state not in "ZX"
