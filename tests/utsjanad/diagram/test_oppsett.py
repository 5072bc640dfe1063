"""What drawings are given: the parts of a time line that get bars, round amounts, words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bygdeplan.ord.skriv import NBSP
from bygdeplan.utsjanad.diagram import Diagram, Serie, Tidsrad
from bygdeplan.utsjanad.diagram.oppsett import Stolpe, oppsett, stolpe
from tests.utsjanad.diagram.values import BUDSJETT, EXAMPLES, TIDSLINJE

# First day, last day → the bar on a time line of 2030–2033; 2032 is a leap year.
BARS: dict[str, tuple[date | None, date | None, Stolpe | None]] = {
    "whole years": (date(2031, 1, 1), date(2032, 12, 31), Stolpe(2031, 2033)),
    "a month": (
        date(2032, 2, 1),
        date(2032, 2, 29),
        Stolpe(2032 + 31 / 366, 2032 + 60 / 366),
    ),
    "a day": (date(2030, 1, 1), date(2030, 1, 1), Stolpe(2030, 2030 + 1 / 365)),
    "the last day there is": (
        date(2033, 12, 31),
        date(2033, 12, 31),
        Stolpe(2033 + 364 / 365, 2034),
    ),
    "the whole period": (date(2030, 1, 1), date(2033, 12, 31), Stolpe(2030, 2034)),
    "from before the period": (
        date(2029, 8, 1),
        date(2030, 12, 31),
        Stolpe(2030, 2031, open_start=True),
    ),
    "until after it": (date(2033, 1, 1), date(2034, 1, 1), Stolpe(2033, 2034, open_slutt=True)),
    "an open start": (None, date(2030, 12, 31), Stolpe(2030, 2031, open_start=True)),
    "an open end": (date(2033, 1, 1), None, Stolpe(2033, 2034, open_slutt=True)),
    "over before it begins": (date(2028, 1, 1), date(2029, 12, 31), None),
    "begun when it is over": (date(2034, 1, 1), date(2035, 1, 1), None),
    "an open start, over before": (None, date(2029, 12, 31), None),
    "an open end, begun after": (date(2034, 1, 1), None, None),
    "not known": (None, None, None),
}


@pytest.mark.parametrize("case", BARS)
def test_a_bar_shows_the_part_that_the_years_hold(case: str) -> None:
    first, last, expected = BARS[case]
    found = stolpe(TIDSLINJE, Tidsrad("1 Sti", "", first, last))
    if expected is None or found is None:
        assert found is expected
        return
    in_years = [2030 + 4 * part for part in (found.frå, found.til)]
    assert in_years == pytest.approx([expected.frå, expected.til])
    assert replace(found, frå=0, til=0) == replace(expected, frå=0, til=0)


STEPS = {
    14_400_000: [0, 2_000_000, 4_000_000, 6_000_000, 8_000_000, 10_000_000, 12_000_000, 14_000_000],
    4_000_000: [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000],
    123_456_794: [0, *range(20_000_000, 120_000_001, 20_000_000)],
    40_000: [0, 10_000, 20_000, 30_000, 40_000],
    2_500: [0, 1_000, 2_000],
    1: [0],
    0: [0],
}


@pytest.mark.parametrize("most", STEPS)
def test_grid_lines_stand_at_round_amounts(most: int) -> None:
    one_year = replace(BUDSJETT, år=("2030",), slag=("",), seriar=(Serie("A", (most,)),))
    _, given = oppsett(one_year)
    assert [steg["verdi"] for steg in given["steg"]] == STEPS[most]


# «~» is the no-break space.
GIVEN: dict[str, list[str]] = {
    "budsjett": ["3~000", "1~250,5", "10", "2~000", "990", "0", "4~000", "3~250,5"],
    "finansiering": ["2~400~000~kr", "1~200~000~kr", "600~000~kr"],
    "status": ["3", "0", "1", "2", "5"],
}


@pytest.mark.parametrize("name", GIVEN)
def test_figures_are_in_words_as_everywhere(name: str) -> None:
    kind, given = oppsett(EXAMPLES[name])
    assert kind == name
    assert {words.replace("~", NBSP) for words in GIVEN[name]} <= set(words_in(given))


def words_in(given: object) -> Iterator[str]:
    if isinstance(given, dict):
        yield from [given["ord"]] if "ord" in given else []
        yield from (words for value in given.values() for words in words_in(value))
    elif isinstance(given, list):
        yield from (words for value in given for words in words_in(value))


def test_a_value_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="Diagram"):
        oppsett(Diagram("Tittel", "Alt"))
