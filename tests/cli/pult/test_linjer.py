"""A long text on its way between a file, where it has lines, and a field, where it flows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.cli.pult.linjer import with_breaks, without_breaks
from bygdeplan.documents.prose import render_prose
from bygdeplan.model.former import plantekstar
from tests.plans import PLAN_FILES, plan_with

FLOWING = {
    "a paragraph": ("Ein sti\nsom er lang.", "Ein sti som er lang."),
    "two paragraphs": ("Ein\nto.\n\nTre\nfire.", "Ein to.\n\nTre fire."),
    "points": ("Sjå:\n\n- ein\n  to\n- tre", "Sjå:\n\n- ein to\n- tre"),
    "numbered points": ("1. ein\n   to\n2. tre", "1. ein to\n2. tre"),
    "a break that is meant": ("Ein  \nto\ntre", "Ein  \nto tre"),
    "a day that begins a line": ("Møtet er\n2. juni i år.", "Møtet er\n2. juni i år."),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "shown"), FLOWING.values(), ids=FLOWING)
def test_a_paragraph_is_on_one_line(text: str, shown: str) -> None:
    assert without_breaks(text) == shown
    assert with_breaks(shown, text) == text


LONG = "ord " * 30 + "slutt."
BROKEN: dict[str, tuple[str, str | None, str]] = {
    "a new text": (LONG, None, "ord " * 21 + "ord\n" + "ord " * 8 + "slutt."),
    "one that was on long lines": (LONG, "ord " * 40 + "slutt", LONG),
    "lines as long as before": (
        "a b c d e f g h i j k l m n o p q r s t u v w x y z og vidare",
        "a b c d e f g h i j k l m n o p q r s t u v w\nx y z",
        "a b c d e f g h i j k l m n o p q r s t u v w\nx y z og vidare",
    ),
    "a paragraph that is as before": (
        "Kort og\tgodt.\n\nEin sti som er lang.",
        "Før.\n\nEin sti\nsom er lang.",
        "Kort og\tgodt.\n\nEin sti\nsom er lang.",
    ),
    "a dash that would begin a point": ("ord " * 22 + "- ord", None, "ord " * 22 + "- ord"),
}


@pytest.mark.parametrize(("text", "before", "written"), BROKEN.values(), ids=BROKEN)
def test_what_is_new_has_lines_as_the_rest(text: str, before: str | None, written: str) -> None:
    assert with_breaks(text, before) == written


@pytest.mark.parametrize("year", PLAN_FILES)
def test_each_text_of_a_plan_goes_there_and_back(year: str) -> None:
    for found in plantekstar(plan_with(year=year)):
        text = str(found.text).rstrip("\n")
        if found.felt.is_prose:
            assert with_breaks(without_breaks(text), text) == text


WORDS = st.sampled_from(
    [
        "ord",
        "lengre ord",
        "-",
        "1.",
        "2. juni",
        "*utheva*",
        "#",
        ">",
        "[a](https://b.no)",
        "+",
        "12)",
        "\\",
    ]
)
LINES = st.lists(WORDS, max_size=12).map(" ".join)
TEXTS = st.lists(st.tuples(st.sampled_from(["", "- ", "  ", "1. "]), LINES), max_size=8).map(
    lambda lines: "\n".join(before + line for before, line in lines)
)


def seen(text: str) -> str:
    return " ".join((render_prose(text) or "").split())


@given(TEXTS, st.none() | TEXTS)
def test_nothing_is_changed_in_the_documents(text: str, before: str | None) -> None:
    assert seen(without_breaks(text)) == seen(text)
    assert seen(with_breaks(text, before)) == seen(text)
