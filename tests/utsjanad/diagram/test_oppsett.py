"""The time line: which part of a measure's time gets a bar, and which ends are open."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bygdeplan.utsjanad.diagram import Tidsgruppe, Tidslinje, Tidsrad
from bygdeplan.utsjanad.diagram.oppsett import Stolpe, place
from tests.utsjanad.diagram.values import TIDSLINJE

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


def time_line(*rader: Tidsrad) -> Tidslinje:
    return replace(TIDSLINJE, grupper=(Tidsgruppe("Delmål 1", rader),))


@pytest.mark.parametrize("case", BARS)
def test_a_bar_shows_the_part_that_the_years_hold(case: str) -> None:
    first, last, expected = BARS[case]
    _, placed = place(time_line(Tidsrad("1 Sti", "", first, last)))
    assert placed.stolpe == expected


def test_places_follow_each_other_down_the_page() -> None:
    placed = place(TIDSLINJE)
    assert [stad.linjer for stad in placed] == [
        ["Delmål 1: Reiseliv"],
        ["1 Sti"],
        ["2 Kart (avslutta)"],
        ["Delmål 2: Ungdom"],
        ["1 Verkstad"],
    ]
    for upper, lower in pairwise(placed):
        assert upper.botn <= lower.topp


def test_a_long_name_takes_two_lines_until_the_page_is_full() -> None:
    long = Tidsrad(f"1 {'Samarbeid om kartlegging og innsikt ' * 3}", "", date(2030, 1, 1), None)
    assert [len(stad.linjer) for stad in place(time_line(long))] == [1, 2]
    full = place(time_line(*[long] * 25))
    assert {len(stad.linjer) for stad in full} == {1}
    assert full[-1].botn <= 800
