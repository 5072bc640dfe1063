"""«Meinte du …?»."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.ord.suggestion import closest, suggestion

KEYS = ["år", "nr", "tittel", "skildring", "formannskap", "kommunestyre", "statlege_midlar", "mål"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("formanskap", "formannskap"),
        ("Formannskap", "formannskap"),
        ("formannskapet", "formannskap"),
        ("titel", "tittel"),
        ("title", "tittel"),
        ("n", "nr"),
        # What a keyboard without our letters writes
        ("ar", "år"),
        ("aar", "år"),
        ("maal", "mål"),
        # How words are joined
        ("statlege midlar", "statlege_midlar"),
        ("statlege-midlar", "statlege_midlar"),
        ("statlegemidlar", "statlege_midlar"),
        # What Bokmål calls them
        ("statlige midler", "statlege_midlar"),
        ("Beskrivelse", "skildring"),
        ("begrunnelse", None),
        # Nothing near
        ("ordførar", None),
        ("", None),
        ("x" * 1_000_000, None),
    ],
)
def test_closest(written: str, meant: str | None) -> None:
    assert closest(written, KEYS) == meant


@pytest.mark.parametrize(
    ("written", "known", "said"),
    [
        ("titel", KEYS, "Meinte du `tittel`?"),
        ("bp10", ["BP101"], "Meinte du `BP101`?"),
        ("pdff", ("pdf",), "Meinte du `pdf`?"),
        ("x", ["pdf", "docx"], "Dei som finst: `pdf`, `docx`."),
        ("xyz", [f"a{n}" for n in range(12)], "`a11`."),
        ("xyz", [f"a{n}" for n in range(14)], "`a12` …"),
        ("titel", [], "Her finst det ingen å velje mellom."),
    ],
)
def test_suggestion(written: str, known: list[str], said: str) -> None:
    assert suggestion(written, known).endswith(said)


@pytest.mark.parametrize(("place", "found"), [(199, "formannskap"), (200, None)])
def test_the_first_two_hundred_names_are_compared_with(place: int, found: str | None) -> None:
    known = ["x"] * place + ["formannskap"]
    assert closest("formanskap", known) == found


@pytest.mark.parametrize(("known", "found"), [("s" * 29, True), ("s" * 29 + "c", False)])
def test_the_first_sixty_signs_are_compared(known: str, found: object) -> None:
    """Of 60 signs 29 are just enough for a name of 29 signs, and too few for one of 30."""
    assert (closest("s" * 29 + "b" * 99, [known]) is not None) is found


@given(st.text(min_size=1, max_size=60), st.lists(st.text(max_size=20), max_size=5))
def test_a_name_that_is_known_is_its_own_nearest(written: str, known: list[str]) -> None:
    near = closest(written, [written, *known])
    assert near == written or near is None
    assert closest(written, known) in (None, *known)


def test_many_names_take_little_time() -> None:
    known = [f"tiltak-{number:05}" for number in range(20_000)]
    started = time.perf_counter()
    for _ in range(20):
        suggestion("tiltk-00001", known)
    assert time.perf_counter() - started < 1
