"""pytest in a process of its own, forked from one that has read what costs time to read.

It has limits, for a fault can make a loop go on for ever, or fill the memory.
"""

import importlib
import os
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

import pytest

NO_ANSWER = "no test could be run"
_FORK = get_context("fork")
_READ_BEFORE = (
    *("dateutil", "hypothesis.strategies", "icalendar", "jinja2", "lxml.html", "markdown_it"),
    *("pydantic", "pypdf", "rich", "typer", "typst", "yaml"),
)
"""What the program and its tests import of others."""
_SECONDS_OF_A_TEST = 30
_SECONDS_OF_ALL = 600
_MOST_MEMORY = 4 << 30
_NOTHING_COLLECTED = 5


class _TimeIsUp(BaseException):
    """A test has used more processor time than any may; no `except Exception` holds it back."""


class _Watch:
    """Sees which tests fail, and ends one that uses too much time of the processor."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        """The tests, or the files of tests, in the order they failed."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        """Let one test run, with the clock set."""
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS_OF_A_TEST)
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """See how a test, or what is made ready for it, went."""
        self._look_at(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """See how it went to read a file of tests."""
        self._look_at(report)

    def _look_at(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def read_before() -> None:
    """Read what every run needs, once."""
    for name in _READ_BEFORE:
        importlib.import_module(name)


def first_to_fail(folder: Path, arguments: Sequence[str]) -> str:
    """Run pytest in a folder: the test that fails first, or file; empty when all pass.

    Also what ends the run before any test fails has been noticed: then it is `NO_ANSWER`.
    """
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_run, args=(sender, folder, arguments))
    child.start()
    # The child has its own; with this one open, its end would not be seen.
    sender.close()
    try:
        return str(receiver.recv())
    except EOFError:
        return NO_ANSWER
    finally:
        child.join()


def _run(sender: Connection, folder: Path, arguments: Sequence[str]) -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.chdir(folder)
    sys.path[:0] = [str(folder / "src"), str(folder)]
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    signal.signal(signal.SIGVTALRM, _end_of_test)
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS_OF_ALL, _SECONDS_OF_ALL))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    watch = _Watch()
    code = pytest.main([*arguments], [watch])
    is_sound = code in {0, _NOTHING_COLLECTED}
    sender.send("" if is_sound else next(iter(watch.failed), NO_ANSWER))


def _end_of_test(_number: int, _frame: FrameType | None) -> None:
    raise _TimeIsUp
