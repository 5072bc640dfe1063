"""One command run as a whole process: its time, the peak memory of it and all it starts."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_RUNS = 5
_EVERY = 0.005
"""Seconds between two looks at what is running."""


@dataclass(frozen=True)
class Measured:
    """What five runs after a warm-up took."""

    seconds: float
    """The median."""
    megabytes: float
    """The highest sum over the process and its children in any run; 0 where it cannot be seen."""
    processes: int
    """The most at once, the first one not counted."""


def measure(command: Sequence[str | Path], folder: Path, *, runs: int = _RUNS) -> Measured:
    """Run a command in a folder; raises when it fails, for then its time says nothing."""
    _run(command, folder)
    seen = [_run(command, folder) for _ in range(runs)]
    return Measured(
        median(each.seconds for each in seen),
        max(each.megabytes for each in seen),
        max(each.processes for each in seen),
    )


def _run(command: Sequence[str | Path], folder: Path) -> Measured:
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  # our own commands
        list(map(str, command)), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    watch = _Watch(process.pid)
    watch.start()
    code = process.wait()
    seconds = time.perf_counter() - begun
    watch.done.set()
    watch.join()
    if code:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {code}")
    return Measured(seconds, watch.peak / 1e6, watch.processes)


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
            self.peak = max(self.peak, sum(map(_memory, [self.pid, *children])))


def _descendants(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        direct = [
            int(child) for task in tasks for child in (task / "children").read_text("ascii").split()
        ]
    except OSError:
        return []
    return [each for child in direct for each in (child, *_descendants(child))]


def _memory(pid: int) -> int:
    """Bytes that a process holds in memory, shared pages counted in each that shares them."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
