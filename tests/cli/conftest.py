"""The program as a user meets it: a folder with plans, words on the command line, what it says."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bygdeplan.cli import main
from tests.plans import TOPPDALEN


class Said(NamedTuple):
    """What a command gave: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Program = Callable[..., Said]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a plan author's folder with the plans of the invented pilot, and go there."""
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bygdeplan(
    workplace: Path,  # noqa: ARG001  # no command runs in the repository
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Program]:
    """Run the program in this process, with the words of a command line."""

    def run(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["bygdeplan", *words])
        with pytest.raises(SystemExit) as end:
            main()
        assert isinstance(end.value.code, int)
        return Said(end.value.code, *capsys.readouterr())

    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield run
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def quick_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be made without pandoc: each holds the name of its format."""
    monkeypatch.setattr(
        "bygdeplan.side.produksjon.convert",
        lambda _page, formats, **_: {format_: format_.encode() for format_ in formats},
    )
