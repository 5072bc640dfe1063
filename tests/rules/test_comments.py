"""Comments to the program: found where YAML has comments, and nowhere else."""

import pytest

from bygdeplan.load import Source
from bygdeplan.load.planfil import read_plan
from bygdeplan.model import Path
from bygdeplan.rules.comments import read_comments


def source(text: str) -> Source:
    return read_plan(text.encode(), "plan.yaml").source


CASES: dict[str, tuple[str, list[tuple[int, int, Path | None, str]]]] = {
    "after a value": ("a:\n  b: 1  # bygdeplan: x y", [(2, 9, ("a", "b"), "x y")]),
    "after a key": ("a:  # bygdeplan: x\n  b: 1", [(1, 5, ("a",), "x")]),
    "after the sign of a long text": ("a: |  # bygdeplan: x\n  tekst", [(1, 7, ("a",), "x")]),
    "tight and in capitals": ("a: 1 #Bygdeplan:x", [(1, 6, ("a",), "x")]),
    "after a quoted value": ('a: "b # c"  # bygdeplan: x', [(1, 13, ("a",), "x")]),
    "after a group on one line": ("a: {b: 1, c: 2}  # bygdeplan: x", [(1, 18, ("a",), "x")]),
    "after an item that is text": ("a:\n  - b  # bygdeplan: x", [(2, 8, ("a", 0), "x")]),
    "after the first key of an item": (
        "a:\n  - b: 1  # bygdeplan: x\n    c: 2",
        [(2, 11, ("a", 0, "b"), "x")],
    ),
    "on a line of its own": ("# bygdeplan: x\na: 1", [(1, 1, None, "x")]),
    "on the line under its key": ("a:\n  1  # bygdeplan: x", [(2, 6, None, "x")]),
    "with a return at the end": ("a: 1  # bygdeplan: x\r\nb: 2\r\n", [(1, 7, ("a",), "x")]),
    "another comment": ("a: 1  # sjå bygdeplan: x", []),
    "not begun by a space": ("a: 1# bygdeplan: x", []),
    "in quotes": ('a: "b  # bygdeplan: x"', []),
    "in quotes over two lines": ('a: "b\n  # bygdeplan: x"', []),
    "in a long text": ("a: |\n  b\n  # bygdeplan: x\nc: 1", []),
    "in a folded text": ("a: >-\n  b  # bygdeplan: x\nc: 1", []),
    "in a key": ('"a # bygdeplan: x": 1', []),
    "after a long text": ("a: |\n  b\n\n# bygdeplan: x\nc: 1", [(4, 1, None, "x")]),
    "in a file that is not YAML": ("a: [  # bygdeplan: x", []),
}


@pytest.mark.parametrize(("text", "comments"), CASES.values(), ids=CASES)
def test_comments(text: str, comments: list[tuple[int, int, Path | None, str]]) -> None:
    assert [
        (each.span.line, each.span.column, each.path, each.order)
        for each in read_comments(source(text))
    ] == comments


def test_span_ends_with_the_comment() -> None:
    (comment,) = read_comments(source("a: 1  # bygdeplan: x y  \nb: 1"))
    assert (comment.span.end_line, comment.span.end_column) == (1, 23)
