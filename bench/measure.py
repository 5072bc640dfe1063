"""Commands run as whole processes: their time, the peak memory of each and all it starts."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RUNS = 5
_EVERY = 0.005
"""Seconds between two looks at what is running."""
_WITH_BYTECODE = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Programs keep their bytecode, as pip leaves it: without it each run compiles our modules anew."""


@dataclass(frozen=True)
class Command:
    """A program with its words, and the folder it is run in."""

    words: Sequence[str | Path]
    folder: Path
    done: frozenset[int] = frozenset({0})
    """The exit codes of a command that has done its work."""

    def __str__(self) -> str:
        """The command as it is typed."""
        return " ".join(map(str, self.words))


@dataclass(frozen=True)
class Measured:
    """What a command took, or some."""

    seconds: float
    """The median, when it was run more than once."""
    megabytes: float
    """The highest sum over a process and its children in any run; 0 where it cannot be seen."""
    processes: int
    """The most at once, the first one not counted."""


def measure(*commands: Command, runs: int = RUNS) -> Measured:
    """Run commands after each other, all of them each time; their time is told as one.

    Raises `RuntimeError` when one ends in another way than it should: its time says nothing.
    """
    _warm_up, *seen = [[run(command) for command in commands] for _ in range(1 + runs)]
    return Measured(
        median(sum(each.seconds for each in turn) for turn in seen),
        max(each.megabytes for turn in seen for each in turn),
        max(each.processes for turn in seen for each in turn),
    )


def run(command: Command) -> Measured:
    """Run a command once; raises `RuntimeError` as `measure` does."""
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  # our own commands
        list(map(str, command.words)),
        cwd=command.folder,
        env=_WITH_BYTECODE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    watch = _Watch(process.pid)
    watch.start()
    code = process.wait()
    seconds = time.perf_counter() - begun
    watch.done.set()
    watch.join()
    if code not in command.done:
        raise RuntimeError(f"{command} ended with {code}")
    return Measured(seconds, watch.peak / 1e6, watch.processes)


@contextmanager
def serving(command: Command) -> Iterator["subprocess.Popen[str]"]:
    """A command that serves until it is ended here; what it says first can be read from it."""
    with subprocess.Popen(  # noqa: S603  # our own commands
        list(map(str, command.words)),
        cwd=command.folder,
        env={**_WITH_BYTECODE, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


class _Watch(threading.Thread):
    """Looks at a process and its children while they run; sees nothing where there is no /proc."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.processes = pid, 0, 0
        self.done = threading.Event()

    def run(self) -> None:
        if not Path("/proc").is_dir():
            return
        while not self.done.wait(_EVERY):
            children = _descendants(self.pid)
            self.processes = max(self.processes, len(children))
            self.peak = max(self.peak, sum(map(memory, [self.pid, *children])))


def _descendants(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        direct = [
            int(child) for task in tasks for child in (task / "children").read_text("ascii").split()
        ]
    except OSError:
        return []
    return [each for child in direct for each in (child, *_descendants(child))]


def memory(pid: int) -> int:
    """Bytes that a process holds in memory, shared pages counted in each that shares them."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
