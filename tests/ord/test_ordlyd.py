"""When two wordings are the same, and which words are told of when they are not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bygdeplan.ord.ordlyd import Ordslag, changed_words, compare_points, shortened, word_changes
from bygdeplan.ord.skilnad import words

POINTS = (
    "Handlingsplanen for 2031 blir vedteken.",
    "Ubrukte midlar frå 2030 blir overførte til 2031.",
    "Styringsgruppa kan gjere «språklege» endringar – ikkje andre – i planen.",
)

SAME = {
    "white space": "  Ubrukte\u00a0midlar frå\n2030   blir overførte til\t2031. ",
    "soft hyphens": "Ubrukte mid\u00adlar frå 2030 blir over\u00adførte til 2031.",
    "letters put together": "Ubrukte midlar fra\u030a 2030 blir overførte til 2031.",
}
OTHER = {
    "a word changed": "Ubrukte midlar frå 2030 blir overført til 2031.",
    "a year": "Ubrukte midlar frå 2029 blir overførte til 2031.",
    "a negation": "Ubrukte midlar frå 2030 blir ikkje overførte til 2031.",
    "a word left out": "Midlar frå 2030 blir overførte til 2031.",
    "a comma": "Ubrukte midlar frå 2030, blir overførte til 2031.",
    "no full stop": "Ubrukte midlar frå 2030 blir overførte til 2031",
    "capitals": "Ubrukte Midlar frå 2030 blir overførte til 2031.",
    "two words made one": "Ubrukte midlar frå 2030 blir overførte til2031.",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_same(text: str) -> None:
    assert compare_points(POINTS, [POINTS[0], text, POINTS[2]]) == []


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_other(text: str) -> None:
    (avvik,) = compare_points(POINTS, [POINTS[0], text, POINTS[2]])
    assert (avvik.felles, avvik.eige) == (1, 1)
    assert avvik.ut != avvik.inn


@pytest.mark.parametrize("quoted", ['"språklege"', "“språklege”", "„språklege“", "‘språklege’"])
@pytest.mark.parametrize("dash", ["-", "—", "−", "\u2011"])
def test_quotes_and_dashes_do_not_count(quoted: str, dash: str) -> None:
    text = POINTS[2].replace("«språklege»", quoted).replace("–", dash)
    assert compare_points(POINTS, [*POINTS[:2], text]) == []


ARRANGED = {
    "one left out": ([0, 2], [(1, None)]),
    "another order": ([1, 0, 2], [(None, 0), (1, None)]),
    "one twice": ([0, 1, 1, 2], [(None, 2)]),
    "none": ([], [(0, None), (1, None), (2, None)]),
}


@pytest.mark.parametrize(("order", "parts"), ARRANGED.values(), ids=ARRANGED)
def test_points_as_they_are_arranged(
    order: list[int], parts: list[tuple[int | None, int | None]]
) -> None:
    found = compare_points(POINTS, [POINTS[number] for number in order])
    assert [(avvik.felles, avvik.eige) for avvik in found] == parts


def test_points_made_one_are_not_the_same() -> None:
    assert compare_points(POINTS, [" ".join(POINTS[:2]), POINTS[2]])


def test_words_that_part_are_shown_with_one_on_either_side() -> None:
    (avvik,) = compare_points(["Ramma er 2 mill. kr i året."], ["Ramma er 3 mill. kr i året."])
    assert (avvik.ut, avvik.inn) == ("er 2 mill.", "er 3 mill.")


@given(st.data())
def test_any_word_that_is_changed_taken_out_or_put_in_is_found(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(POINTS) - 1))
    text = POINTS[number].split()
    at = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.text(st.characters(codec="utf-8"), max_size=12).filter(words))
    edit = data.draw(st.sampled_from(["change", "take out", "put in"]))
    edited = {
        "change": [*text[:at], new, *text[at + 1 :]],
        "take out": [*text[:at], *text[at + 1 :]],
        "put in": [*text[:at], new, *text[at:]],
    }[edit]
    assume(words(" ".join(edited)) != words(POINTS[number]))
    points = [*POINTS]
    points[number] = " ".join(edited)
    assert compare_points(POINTS, points) != []


# --- texts ---

TEXTS: dict[str, tuple[str, str, list[tuple[Ordslag, str]]]] = {
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


@pytest.mark.parametrize(("old", "new", "runs"), TEXTS.values(), ids=TEXTS)
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


SHORTENED = {
    "twelve words": ("ord " * 12, " ".join(["ord"] * 12)),
    "thirteen words": ("ord " * 13, "ord " * 12 + "…"),
}


@pytest.mark.parametrize(("text", "shown"), SHORTENED.values(), ids=SHORTENED)
def test_a_text_is_known_by_its_first_words(text: str, shown: str) -> None:
    assert shortened(text) == shown


TOLD = {
    "other words": (
        ["Alle skal gå."],
        ["Alle kan gå."],
        "i punkt 1 står det «Alle kan gå.», i innstillinga «Alle skal gå.»",
    ),
    "one point fewer": (["Ein.", "To."], ["Ein."], "punkt 2 i innstillinga er ikkje med"),
    "one point more": (["Ein."], ["Ein.", "To."], "punkt 2 står ikkje i innstillinga"),
}


@pytest.mark.parametrize(("felles", "eige", "told"), TOLD.values(), ids=TOLD)
def test_difference_as_a_clause(felles: list[str], eige: list[str], told: str) -> None:
    assert [avvik.omtale for avvik in compare_points(felles, eige)] == [told]


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
