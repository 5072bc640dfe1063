"""pytest with limits: a fault can make a loop go on for ever, or fill the memory."""

import resource
import signal
import sys
from collections.abc import Iterator
from types import FrameType

import pytest

SECONDS_OF_A_TEST = 30
_SECONDS = 600
_MOST_MEMORY = 4 << 30


class TimeIsUp(BaseException):
    """A test has used more processor time than any may; no `except Exception` holds it back."""


class Watch:
    """Sees which tests fail, and ends one that uses too much time of the processor."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        """The tests, or the files of tests, in the order they failed."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        """Let one test run, with the clock set."""
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_OF_A_TEST)
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


def _end(_number: int, _frame: FrameType | None) -> None:
    raise TimeIsUp


def main() -> int:
    """Run pytest with the arguments of the command line; on the last line, what failed first."""
    signal.signal(signal.SIGVTALRM, _end)
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    watch = Watch()
    code = pytest.main(sys.argv[1:], [watch])
    sys.stdout.write("".join(f"\n{failed}" for failed in watch.failed[:1]))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
