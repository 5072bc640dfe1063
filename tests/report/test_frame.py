"""The lines around a place: underlined where it is, cut where they are long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.funn.finding import Span
from bygdeplan.report.frame import code_frame
from bygdeplan.report.visible import columns

CASES = {
    "with the line above": (
        ["bustad:", "  vekt: seksti"],
        Span(2, 9, 2, 15),
        ["  1 │ bustad:", "  2 │   vekt: seksti", "    │         ^^^^^^"],
    ),
    "first line": (["år: x"], Span(1, 5, 1, 6), ["  1 │ år: x", "    │     ^"]),
    "blank line above": (["a: 1", "", "b: x"], Span(3, 4, 3, 5), ["  3 │ b: x", "    │    ^"]),
    "nothing there": (["a:"], Span(1, 3, 1, 3), ["  1 │ a:", "    │   ^"]),
    "over several lines": (
        ["a: |", "  x"],
        Span(1, 1, 2, 3),
        ["  1 │ a: |", "    │ ^^^^"],
    ),
    "tabs": (["a:\tb"], Span(1, 4, 1, 5), ["  1 │ a:  b", "    │     ^"]),
    "wide characters": (["漢字: x"], Span(1, 5, 1, 6), ["  1 │ 漢字: x", "    │       ^"]),
    "a wide one": (["漢: x"], Span(1, 1, 1, 2), ["  1 │ 漢: x", "    │ ^^"]),
    "combining": (
        ["a\u030ar: x"],
        Span(1, 5, 1, 6),
        ["  1 │ a\u030ar: x", "    │    ^"],
    ),
    "escapes": (["a: \x1b[2J"], Span(1, 4, 1, 8), ["  1 │ a: �[2J", "    │    ^^^^"]),
    "markup": (["a: [/x]"], Span(1, 4, 1, 8), ["  1 │ a: [/x]", "    │    ^^^^"]),
    "past the end of the line": (["a"], Span(1, 9, 1, 10), ["  1 │ a", "    │  ^"]),
    "not in the file": (["a"], Span(7, 1, 7, 2), []),
    "wide numbers": (
        ["x"] * 120,
        Span(100, 1, 100, 2),
        ["   99 │ x", "  100 │ x", "      │ ^"],
    ),
}


@pytest.mark.parametrize(("lines", "span", "frame"), CASES.values(), ids=CASES)
def test_frame(lines: list[str], span: Span, frame: list[str]) -> None:
    assert code_frame(lines, span, 60) == frame


LONG = "tittel: " + "Fleire eigna bustader i bygda, " * 8 + "og *ferdig*"


def test_long_line_is_cut_after_the_place() -> None:
    assert code_frame([LONG], Span(1, 1, 1, 7), 36) == [
        "  1 │ tittel: Fleire eigna bustader…",
        "    │ ^^^^^^",
    ]


def test_long_line_is_cut_before_the_place() -> None:
    start = LONG.index("*ferdig*") + 1
    assert code_frame([LONG], Span(1, start, 1, start + 8), 36) == [
        "  1 │ …bustader i bygda, og *ferdig*",
        "    │                       ^^^^^^^^",
    ]


def test_place_that_is_too_long_begins_near_the_left() -> None:
    assert code_frame([f"  punkt: {LONG}"], Span(1, 10, 1, 200), 36) == [
        "  1 │ …t: tittel: Fleire eigna bust…",
        "    │     ^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]


def test_line_of_a_megabyte_is_shown_at_once() -> None:
    line = "å" * 1_000_000
    for column in range(5, 1_000_000, 10_000):
        frame = code_frame([line, line], Span(2, column, 2, column + 3), 60)
        assert frame[-1].endswith(" ^^^")


@given(
    text=st.text(st.sampled_from("ab \t漢🏡\u030a"), min_size=1, max_size=200),
    start=st.integers(1, 200),
    length=st.integers(0, 40),
    width=st.integers(30, 80),
)
def test_no_line_is_too_wide_and_the_place_is_underlined(
    text: str, start: int, length: int, width: int
) -> None:
    frame = code_frame([text], Span(1, start, 1, start + length), width)
    assert all(len(columns(line)[0]) <= width for line in frame)
    assert frame[-1].endswith("^")


@given(before=st.text(st.sampled_from("ab 漢🏡\u030a"), max_size=120))
def test_mark_stands_under_what_it_marks(before: str) -> None:
    start = len(before) + 1
    *_, line, marks = code_frame([f"{before}ØÅ{before}"], Span(1, start, 1, start + 2), 60)
    cells, _ = columns(line)
    under = "".join(cells[column] for column, mark in enumerate(marks) if mark == "^")
    assert under.rstrip("\u030a") == "ØÅ"
