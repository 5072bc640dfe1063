"""The program run many times, each in a process that begins with all its modules loaded.

`python -m tests.forked` reads runs from stdin as JSON and writes how each ended. A hundred new
interpreters would take a minute. Each run finds its streams as Python gives them to a program that
begins: None for one that is closed. Unix alone has `fork`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from traceback import print_exc
from typing import Any, Literal

Stream = Literal["sound", "closed", "full", "left"]
"""A file, nothing, a disk without room, or a pipe whose reader has gone."""
_STDERR = "stderr"


@dataclass(frozen=True)
class Run:
    """Words on the command line, the folder they are given in, and its streams, stdin first."""

    words: tuple[str, ...]
    folder: str
    streams: tuple[Stream, Stream, Stream] = ("sound", "sound", "sound")


@dataclass(frozen=True)
class Ended:
    """The exit code, and what stands in stderr when that is sound."""

    code: int
    err: str


def run_all(runs: Iterable[Run]) -> list[Ended]:
    """Run the program so many times, one after the other."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.forked"],
        cwd=Path(__file__).parents[1],
        input=json.dumps([asdict(run) for run in runs]),
        capture_output=True,
        text=True,
        check=True,
    )
    return [Ended(**ended) for ended in json.loads(done.stdout)]


def main() -> None:
    """Load everything, then run what is asked for."""
    runs = [Run(**asked) for asked in json.load(sys.stdin)]
    package = import_module("bygdeplan")
    for module in walk_packages(package.__path__, "bygdeplan."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    json.dump([asdict(_forked(run)) for run in runs], sys.stdout)


def _forked(run: Run) -> Ended:
    child = os.fork()
    if child == 0:
        os._exit(_run(run))
    _, status = os.waitpid(child, 0)
    said = Path(run.folder, _STDERR)
    return Ended(os.waitstatus_to_exitcode(status), said.read_text() if said.exists() else "")


def _run(run: Run) -> int:
    """The exit code of the program in this process, which is to end with it."""
    from bygdeplan.cli import main as program

    os.chdir(run.folder)
    # Those to be closed last, or what is opened for another would take their numbers.
    for number in sorted(range(3), key=lambda number: run.streams[number] == "closed"):
        _set(number, run.streams[number])
    sys.stdin, sys.stdout, sys.stderr = map(_begun, range(3))
    sys.argv = ["bygdeplan", *run.words]
    code: Any = 1
    try:
        program()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001  # as Python does with what nobody catches
        print_exc()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except OSError:
        code = 120
    return int(code)


def _set(number: int, stream: Stream) -> None:
    """Let a file descriptor be what a stream is to be."""
    match stream:
        case "closed":
            return os.close(number)
        case "full":
            other = os.open("/dev/full", os.O_WRONLY)
        case "left":
            reader, other = os.pipe()
            os.close(reader)
        case _:
            path = _STDERR if number == 2 else os.devnull
            other = os.open(path, os.O_RDWR | os.O_CREAT)
    os.dup2(other, number)
    return os.close(other)


def _begun(number: int) -> Any:
    """The stream that Python makes of a file descriptor when it begins."""
    try:
        os.fstat(number)
    except OSError:
        return None
    return open(number, "w" if number else "r", encoding="utf-8", closefd=False)


if __name__ == "__main__":
    main()
