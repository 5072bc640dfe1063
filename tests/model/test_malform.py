"""Texts that are written in two forms."""

import pytest

from bygdeplan.model.malform import Tvitekst

BEGGE = Tvitekst({"nynorsk": "Fleire", "bokmål": "Flere"}, "nynorsk")


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (Tvitekst({"nynorsk": "Fleire", "bokmål": "Flere"}, "nynorsk"), True),
        (Tvitekst({"nynorsk": "Fleire", "bokmål": "Mange"}, "nynorsk"), False),
        ("Fleire", True),
        ("Flere", False),
        (None, False),
        (1, False),
    ],
)
def test_what_a_text_in_both_forms_is_the_same_as(other: object, is_same: bool) -> None:
    assert (BEGGE == other, BEGGE != other) == (is_same, not is_same)
    assert (other == BEGGE, other != BEGGE) == (is_same, not is_same)
