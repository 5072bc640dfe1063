"""Stacks: where the parts lie, and where the words beside them go."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.utsjanad.diagram import Serie
from bygdeplan.utsjanad.diagram.stabel import Stykke, spread, stable, summar

SERIAR = (Serie("A", (3, 0)), Serie("B", (0, 5)), Serie("C", (1, 2)))


def test_parts_lie_end_to_end() -> None:
    assert list(stable(SERIAR)) == [
        Stykke(0, 0, 0, 3),
        Stykke(0, 1, 3, 3),
        Stykke(0, 2, 3, 4),
        Stykke(1, 0, 0, 0),
        Stykke(1, 1, 0, 5),
        Stykke(1, 2, 5, 7),
    ]
    assert summar(SERIAR) == [4, 7]


SPREAD: dict[str, tuple[list[float], list[float], list[float]]] = {
    "room for all": ([10, 40, 90], [10, 10, 10], [10, 40, 90]),
    "two that meet": ([10, 12], [10, 10], [10, 20]),
    "all in one place": ([50, 50, 50], [10, 20, 10], [50, 65, 80]),
    "at the end of the room": ([90, 99], [10, 10], [85, 95]),
    "at its start": ([0, 1], [10, 10], [5, 15]),
    "just room enough": ([0, 0], [50, 50], [25, 75]),
}


@pytest.mark.parametrize("case", SPREAD)
def test_words_are_kept_apart(case: str) -> None:
    wanted, sizes, expected = SPREAD[case]
    assert spread(wanted, sizes, 100) == pytest.approx(expected)


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(1, 50)), max_size=6))
def test_words_never_overlap_and_stay_in_a_room_that_holds_them(
    words: list[tuple[float, float]],
) -> None:
    wanted, sizes = sorted(place for place, _ in words), [size for _, size in words]
    room = max(200.0, sum(sizes))
    places = spread(wanted, sizes, room)
    ends = [(p - s / 2, p + s / 2) for p, s in zip(places, sizes, strict=True)]
    for (_, before), (after, _) in pairwise(ends):
        assert before <= after + 1e-6
    assert all(start >= -1e-6 and end <= room + 1e-6 for start, end in ends)
