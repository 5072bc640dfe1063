"""Two texts word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.ord.ordskilnad import Ordslag, changed_words, word_changes

CASES: dict[str, tuple[str, str, list[tuple[Ordslag, str]]]] = {
    "nothing": ("Ein sti.", "Ein\n sti.", [("same", "Ein sti.")]),
    "no text at all": ("", "", []),
    "a word for another": (
        "Alle skal gå.",
        "Alle kan gå.",
        [("same", "Alle"), ("ut", "skal"), ("inn", "kan"), ("same", "gå.")],
    ),
    "a word put in": (
        "Alle går.",
        "Alle går no.",
        [("same", "Alle"), ("ut", "går."), ("inn", "går no.")],
    ),
    "a word taken out": (
        "Alle skal gå no",
        "Alle skal no",
        [("same", "Alle skal"), ("ut", "gå"), ("same", "no")],
    ),
    "a text that has grown": (
        "Alle går.",
        "Alle går. Dei skal langt, og mange veit ikkje vegen.",
        [("same", "Alle går."), ("inn", "Dei skal langt, og mange veit ikkje vegen.")],
    ),
    "a text written anew": (
        "Vi går den lange vegen.",
        "Dei køyrer den korte.",
        [("ut", "Vi går den lange vegen."), ("inn", "Dei køyrer den korte.")],
    ),
    "a text that comes": ("", "Ein sti.", [("inn", "Ein sti.")]),
    "a text that goes": ("Ein sti.", "", [("ut", "Ein sti.")]),
}


@pytest.mark.parametrize(("old", "new", "runs"), CASES.values(), ids=CASES)
def test_runs(old: str, new: str, runs: list[tuple[Ordslag, str]]) -> None:
    assert [(run.slag, str(run)) for run in word_changes(old, new)] == runs


texts = st.lists(st.sampled_from(["ein", "sti", "skal", "gå", "no."]), max_size=30).map(" ".join)


@given(old=texts, new=texts)
def test_both_texts_are_in_the_runs(old: str, new: str) -> None:
    runs = word_changes(old, new)
    assert [word for run in runs if run.slag != "inn" for word in run.ord] == old.split()
    assert [word for run in runs if run.slag != "ut" for word in run.ord] == new.split()
    assert all(run.ord for run in runs)


def test_a_word_that_stands_in_every_sentence_still_counts() -> None:
    """difflib calls such words junk in long texts unless it is told not to."""
    old = " ".join(f"sti {number}" for number in range(300))
    runs = word_changes(old, old.replace("sti 150 ", "veg 150 "))
    assert [(run.slag, len(run.ord)) for run in runs] == [
        ("same", 300),
        ("ut", 1),
        ("inn", 1),
        ("same", 299),
    ]


PARTED = {
    "one word": ("Alle skal gå.", "Alle kan gå.", "[ut: skal] [inn: kan]"),
    "one word more": ("Alle går.", "Alle går aldri.", "[ut: går.] [inn: går aldri.]"),
    "two places": ("ein to tre fire", "en to tri fire", "[ut: ein] [inn: en] …"),
    "many words": ("ein", "ein to tre fire fem", "[inn: to tre fire …]"),
    "nothing but spaces": ("ein  to", "ein to", ""),
}


@pytest.mark.parametrize(("old", "new", "told"), PARTED.values(), ids=PARTED)
def test_the_words_that_part_two_texts(old: str, new: str, told: str) -> None:
    assert changed_words(old, new, 3) == told
