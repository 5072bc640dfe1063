"""The one engine that holds texts against each other."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.ord import skilnad
from bygdeplan.ord.skilnad import (
    I_EIN_TEKST,
    I_KVAR_SI_CELLE,
    LIKNAR_PUNKT,
    LISTE,
    SAME_SAK,
    SAME_STAD,
    SAME_TILTAK,
    Grense,
    Måte,
    best_pairs,
    changed_pairs,
    edits_between,
    in_common,
    parting,
)

# What is common, how much each of the two weighs.
JUST_ENOUGH: dict[str, tuple[Grense, tuple[float, float, float]]] = {
    "half of the shorter": (I_KVAR_SI_CELLE, (2, 4, 100)),
    "a third of the shorter": (LISTE, (2, 100, 6)),
    "a fifth of the shorter": (SAME_TILTAK, (1, 5, 7)),
    "a third of the longer": (I_EIN_TEKST, (3, 4, 9)),
    "half of the longer": (SAME_STAD, (3, 6, 4)),
    "three fifths of the mean": (LIKNAR_PUNKT, (3, 4, 6)),
    "half of both": (SAME_SAK, (2, 3, 3)),
}


@pytest.mark.parametrize(("grense", "found"), JUST_ENOUGH.values(), ids=JUST_ENOUGH)
def test_how_much_is_enough(grense: Grense, found: tuple[float, float, float]) -> None:
    common, old, new = found
    assert grense.holds(common, old, new)
    assert not grense.holds(common - 0.01, old, new)


def test_what_says_nothing_lacks_nothing() -> None:
    assert all(grense.holds(0, 0, 0) for grense, _ in JUST_ENOUGH.values())


def letters(word: str) -> int:
    return len(word) if word.isalpha() else 0


SHOWN_IN_ONE: Måte[str] = Måte(I_EIN_TEKST, likskap=str, vekt=letters, øy=4)
SHOWN_APART: Måte[str] = Måte(I_KVAR_SI_CELLE, likskap=str, vekt=lambda _: 1)

STRETCHES = {
    "a few letters between two changes": (
        "hytter og hus her i bygda vår",
        "naust og skur her i bygda vår",
        ["- hytter og hus + naust og skur", "= her i bygda vår"],
    ),
    "a few letters at the end": (
        "mange hytter her og",
        "mange naust her og",
        ["= mange", "- hytter + naust", "= her og"],
    ),
    "just enough letters between two changes": (
        "hytter veg hus her i bygda vår alle saman",
        "naust veg skur her i bygda vår alle saman",
        ["- hytter veg hus + naust veg skur", "= her i bygda vår alle saman"],
    ),
    "one letter more between them": (
        "hytter åker hus her i bygda vår alle saman",
        "naust åker skur her i bygda vår alle saman",
        ["- hytter + naust", "= åker", "- hus + skur", "= her i bygda vår alle saman"],
    ),
    "too little left": (
        "ei hytte ved fjorden",
        "ei bustadtomt langt oppe i lia",
        ["- ei hytte ved fjorden + ei bustadtomt langt oppe i lia"],
    ),
    "nothing": ("", "", []),
}


@pytest.mark.parametrize(("old", "new", "told"), STRETCHES.values(), ids=STRETCHES)
def test_texts_shown_in_one(old: str, new: str, told: list[str]) -> None:
    found = SHOWN_IN_ONE.compare(old.split(), new.split())
    assert [
        f"= {' '.join(each.etter)}"
        if each.er_likt
        else f"- {' '.join(each.før)} + {' '.join(each.etter)}"
        for each in found
    ] == told


some_words = st.lists(st.sampled_from(["ein", "sti", "skal", "gå", "i", "."]), max_size=25)


@given(old=some_words, new=some_words, måte=st.sampled_from([SHOWN_IN_ONE, SHOWN_APART]))
def test_nothing_of_either_is_lost(old: list[str], new: list[str], måte: Måte[str]) -> None:
    found = måte.compare(old, new)
    assert [word for each in found for word in each.før] == old
    assert [word for each in found for word in each.etter] == new
    assert all(list(each.før) == list(each.etter) for each in found if each.er_likt)


@given(old=some_words, new=some_words)
def test_texts_are_the_same_but_for_what_stands_between_where_they_part(
    old: list[str], new: list[str]
) -> None:
    gone, come = parting(old, new, around=0)
    assert old[: gone.start] == new[: come.start]
    assert old[gone.stop :] == new[come.stop :]
    assert (old[gone] == new[come] == []) == (old == new)


@given(old=some_words, new=some_words)
def test_what_is_common_and_what_is_changed_is_all_there_is(old: list[str], new: list[str]) -> None:
    pairs = list(changed_pairs(old, new, str))
    common = in_common(old, new, str)
    assert common + sum(before is not None for before, _ in pairs) == len(old)
    assert common + sum(after is not None for _, after in pairs) == len(new)


def first_letter(old: str, new: str) -> float:
    return float(old[0] == new[0])


@given(
    old=st.lists(st.sampled_from(["a", "a1", "a2", "b", "b1", "c"]), max_size=8),
    new=st.lists(st.sampled_from(["a", "a1", "a3", "b", "b2", "d"]), max_size=8),
)
def test_pairs_hold_all_of_both_in_order(old: list[str], new: list[str]) -> None:
    pairs = best_pairs(old, new, str, first_letter)
    assert [one for one, _ in pairs if one is not None] == old
    assert [other for _, other in pairs if other is not None] == new
    assert all(first_letter(one, other) for one, other in pairs if one and other)


def shared(old: str, new: str) -> float:
    return len(set(old) & set(new))


PAIRED: dict[str, tuple[list[str], list[str], list[tuple[str | None, str | None]]]] = {
    "by what they share": (["ab", "cd"], ["abx", "cdx"], [("ab", "abx"), ("cd", "cdx")]),
    "the nearest of several": (
        ["abc", "x"],
        ["a", "ab", "abcd"],
        [(None, "a"), (None, "ab"), ("abc", "abcd"), ("x", None)],
    ),
    "several before one that is nearer": (
        ["ab", "bcde", "ex"],
        ["bcd", "ey"],
        [("ab", None), ("bcde", "bcd"), ("ex", "ey")],
    ),
    "never when they share nothing": (["ab"], ["cd"], [("ab", None), (None, "cd")]),
}


@pytest.mark.parametrize(("old", "new", "pairs"), PAIRED.values(), ids=PAIRED)
def test_parts_are_paired_by_what_they_share(
    old: list[str], new: list[str], pairs: list[tuple[str | None, str | None]]
) -> None:
    assert best_pairs(old, new, str, shared) == pairs


def test_what_stands_once_in_each_holds_the_others_in_place() -> None:
    """Without it, both «b» would be paired with the «b» that is nearest in kind."""
    assert best_pairs(["b1", "A", "c"], ["A", "b2", "c"], str, first_letter) == [
        ("b1", None),
        ("A", "A"),
        (None, "b2"),
        ("c", "c"),
    ]


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")))
def test_as_many_as_stand_in_the_same_order_hold(new: list[str], gone: set[str]) -> None:
    old = [letter for letter in "abcdef" if letter not in gone]
    held = [
        one for one, other in best_pairs(old, new, str, lambda _one, _other: 0.0) if one == other
    ]
    in_order = [
        some
        for count in range(len(old) + 1)
        for some in combinations(old, count)
        if [letter for letter in new if letter in some] == list(some)
    ]
    assert len(held) == max(map(len, in_order))


SAME_SIGNS = {
    "quotes": ("«hus»", '"hus"'),
    "inner quotes": ("‘hus’", "'hus'"),
    "dashes": ("2030–2031", "2030\u20122031"),
    "a soft hyphen": ("over\u00adføra", "overføra"),
    "letters drawn as one": ("ﬁsk", "fisk"),
    "letters put together": ("a\u030a", "å"),
}


@pytest.mark.parametrize(("one", "other"), SAME_SIGNS.values(), ids=SAME_SIGNS)
def test_signs_that_programs_choose(one: str, other: str) -> None:
    assert skilnad.words(one) == skilnad.words(other)


# --- what was done to a text ---


def done(old: str, new: str) -> list[str]:
    """What was done to some letters: `a→b` for another, `-ab`, `+ab`, and `ab…` for moved."""
    told = []
    for each in edits_between(old, new, str, str.casefold, first_letter):
        before, after = "".join(each.før), "".join(each.etter)
        if each.er_flytt:
            told.append(f"{before}…")
        elif before and after:
            told.append(f"{before}→{after}")
        else:
            told.append(f"-{before}" if before else f"+{after}")
    return told


DONE: dict[str, tuple[str, str, list[str]]] = {
    "nothing": ("abc", "abc", []),
    "one out": ("abcd", "acd", ["-b"]),
    "several out together": ("abcdef", "aef", ["-bcd"]),
    "out at two places": ("abcdef", "acdf", ["-b", "-e"]),
    "one in": ("acd", "abcd", ["+b"]),
    "one shown otherwise": ("abc", "aBc", ["b→B"]),
    "one moved": ("abcdef", "acdebf", ["b…"]),
    "several moved together": ("abcdefghi", "aefghbcdi", ["bcd…"]),
    "moved, and one of them out": ("abcdefghi", "aefghbdi", ["b…", "-c", "d…"]),
    "one moved, one out": ("abcdefg", "adefbg", ["b…", "-c"]),
    "the same put in again": ("abc", "abcbb", ["+bb"]),
    "out where another of it is left": ("abcb", "acb", ["-b"]),
    "all": ("abc", "", ["-abc"]),
}


@pytest.mark.parametrize(("old", "new", "told"), DONE.values(), ids=DONE)
def test_what_was_done_is_told_as_few_things(old: str, new: str, told: list[str]) -> None:
    assert done(old, new) == told


@given(old=st.text("abcABC", max_size=12), new=st.text("abcABC", max_size=12))
def test_what_was_done_makes_the_one_of_the_other(old: str, new: str) -> None:
    told = [*edits_between(old, new, str, str.casefold, first_letter)]
    gone = Counter(part for each in told for part in each.før)
    come = Counter(part for each in told for part in each.etter)
    assert Counter(old) - gone + come == Counter(new)
    assert all(each.før == each.etter for each in told if each.er_flytt)


@given(text=st.permutations("abcdefgh").map("".join), data=st.data())
def test_what_is_taken_out_together_is_one(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    told = done(text, text[:start] + text[end:])
    assert len(told) == (end > start)
