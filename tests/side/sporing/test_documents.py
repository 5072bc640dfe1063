"""What is shown of real documents: from year to year, and when anything in a plan is edited."""

from collections.abc import Iterator
from functools import reduce
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bygdeplan.convert import convert
from bygdeplan.documents.dokumentsett import SPORBARE, tracked_set
from bygdeplan.load.planfil import read_plan
from bygdeplan.model.plan import Plan
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import look_of
from bygdeplan.side.sporing import track_changes
from tests.plans import plan_text, raw_plan
from tests.rendered import FJOR, plan, render
from tests.tracked import page_texts, settled_docx, settled_page

pytestmark = pytest.mark.slow

YEARS = [(year, fjor) for year, fjor in FJOR.items() if fjor]
LOOK = look_of(Malar())
OTHER_WORDS = (
    "Noko heilt anna.",
    "**Tungt** vegande, med [kjelde](https://a.no/) og *trykk*.",
    "Fyrste avsnitt.\n\n- eitt\n- to\n\nSiste avsnitt.",
)


class Side(NamedTuple):
    """What documents are made of on one side of a comparison."""

    plan: Plan
    fjor: Plan | None
    namn: str


def pages(new: Plan, old: Plan) -> Iterator[tuple[str, str]]:
    """The pages of each document that can be shown with changes: of the old plan and of the new."""
    fjor = {year: plan_of(earlier) for year, earlier in FJOR.items()}
    sides = [Side(one, fjor[str(one.år)], "x") for one in (new, old)]
    for document in tracked_set(sides[0], sides[1], SPORBARE, list(new.kommunar)[:1]):
        assert document.build_mot is not None
        yield render(document.build_mot()), render(document.build())


def plan_of(year: str | None) -> Plan | None:
    return plan(year) if year else None


def assert_both_can_be_had_back(old: str, new: str) -> None:
    shown = track_changes(old, new)
    assert settled_page(shown, "accept") == page_texts(new)
    assert settled_page(shown, "reject") == page_texts(old)


def assert_docx_holds_both(old: str, new: str) -> None:
    shown, before, after = (
        convert(page, ["docx"], LOOK)["docx"] for page in (track_changes(old, new), old, new)
    )
    assert settled_docx(shown, "accept") == settled_docx(after, "accept")
    assert settled_docx(shown, "reject") == settled_docx(before, "accept")


@pytest.mark.parametrize(("year", "fjor"), YEARS)
def test_both_years_can_be_had_back(year: str, fjor: str) -> None:
    for old, new in pages(plan(year), plan(fjor)):
        assert_both_can_be_had_back(old, new)
        assert_both_can_be_had_back(new, old)


@pytest.mark.parametrize(("year", "fjor"), YEARS)
def test_both_years_can_be_had_back_from_docx(year: str, fjor: str) -> None:
    for old, new in pages(plan(year), plan(fjor)):
        assert_docx_holds_both(old, new)


def test_document_without_changes_has_no_marks() -> None:
    for old, new in pages(plan("2031"), plan("2031")):
        shown = track_changes(old, new)
        assert "<ins>" not in shown
        assert "<del>" not in shown


# --- any edit of a plan ---


def sentences_in(value: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The paths of all that is prose in a plan file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from sentences_in(inner, (*path, key))
    elif isinstance(value, str) and value.count(" ") > 3:
        yield "/".join(path)


SENTENCES = list(sentences_in(raw_plan(2031)))
MEASURES = [
    f"delmål/{delmål}/tiltak/{tiltak}"
    for delmål, said in raw_plan(2031)["delmål"].items()
    for tiltak in said["tiltak"]
]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """The plan of 2031 with words changed, put in and taken out, and a measure less."""
    raw = raw_plan(2031)
    for path in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True)):
        *around, key = path.split("/")
        group = reduce(lambda inner, part: inner[part], around, raw)
        group[key] = draw(st.sampled_from(OTHER_WORDS) | edited_words(group[key]))
    less = draw(st.none() | st.sampled_from(MEASURES))
    if less:
        *around, key = less.split("/")
        del reduce(lambda inner, part: inner[part], around, raw)[key]
    return read_plan(plan_text(raw).encode(), "2031.yaml").plan or plan("2031")


@st.composite
def edited_words(draw: st.DrawFn, text: str) -> str:
    """A text with some words written otherwise, left out or said twice."""
    words = text.split(" ")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(words) - 1))
        other = st.text("abæøå<&[]*_«»–", min_size=1, max_size=8)
        words[place : place + 1] = draw(st.sampled_from([[], [words[place]] * 2]) | st.lists(other))
    return " ".join(words).strip() or "Tomt."


@given(plans(), plans())
@settings(max_examples=5)
def test_whatever_is_edited_both_can_be_had_back(one: Plan, other: Plan) -> None:
    for old, new in pages(one, other):
        assert_both_can_be_had_back(old, new)


@given(plans())
@settings(max_examples=1)
def test_whatever_is_edited_both_can_be_had_back_from_docx(other: Plan) -> None:
    for old, new in pages(plan("2031"), other):
        assert_docx_holds_both(old, new)
