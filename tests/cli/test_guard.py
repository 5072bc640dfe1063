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
from random import Random
from typing import Any, NamedTuple

import pytest
from typer.main import get_command

from bygdeplan.cli.program import app
from bygdeplan.convert import pandoc
from bygdeplan.side.byggjelogg import NAMN
from tests.cli.conftest import Program
from tests.forked import Ended, Run, Stream, run_all
from tests.plans import ROOT, TOPPDALEN
from tests.programs import run

if os.name == "nt":
    pytest.skip("the shell and the signals are those of Unix", allow_module_level=True)
pytestmark = pytest.mark.slow
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
    # Go on until somebody ends them, and are tried in tests/cli/pult.
    served = {"edit", "preview"}
    assert COMMANDS.keys() | served == set(names_of_commands(get_command(app)))


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
    done = ended_at(whole, 0, 0, signal.SIGTERM, count)
    _, said = done.communicate()
    assert (done.returncode, said, group_is_empty(done.pid)) == (0, b"", True)
    before, after = documents(folder), documents(whole)
    assert all(before[name] != after[name] for name in before | after)
    return Halfway(folder, before, after, int(count.read_text("utf-8")))


def ended_at(
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
    running = ended_at(folder, moment, delay, number, tmp_path / "count")
    _, said = running.communicate(timeout=120)
    assert (running.returncode, said) in [(code, b"") for code in (0, 128 + number, -number)]
    if running.returncode == -number:
        # It could end nothing itself; what it has started ends when nobody is there to read it.
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
