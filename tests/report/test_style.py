"""Colours and widths: decided by the stream, the terminal and the user's own wishes."""

import io

import pytest

from bygdeplan.report.style import show, uses_colour, width_of


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


CASES = {
    "terminal": (Terminal(), {}, True),
    "pipe": (io.StringIO(), {}, False),
    "NO_COLOR": (Terminal(), {"NO_COLOR": "1"}, False),
    "NO_COLOR that is empty": (Terminal(), {"NO_COLOR": ""}, True),
    "FORCE_COLOR": (io.StringIO(), {"FORCE_COLOR": "1"}, True),
    "NO_COLOR before FORCE_COLOR": (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    "dumb terminal": (Terminal(), {"TERM": "dumb"}, False),
}


@pytest.mark.parametrize(("stream", "environment", "coloured"), CASES.values(), ids=CASES)
def test_colours(
    monkeypatch: pytest.MonkeyPatch,
    stream: io.StringIO,
    environment: dict[str, str],
    coloured: bool,  # noqa: FBT001  # a column of the table
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert uses_colour(stream) is coloured


def test_terminal_has_a_width_and_a_pipe_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert width_of(io.StringIO()) is None
    assert width_of(Terminal()) is not None
    monkeypatch.setenv("COLUMNS", "72")
    assert width_of(io.StringIO()) == 72


def test_colours_are_taken_off_where_nobody_sees_them() -> None:
    stream = io.StringIO()
    show("\x1b[1mfeil\x1b[0m", stream)
    assert stream.getvalue() == "feil\n"
