"""The strokes that a page of a pdf draws."""

import pytest

from bygdeplan.vedtak.protokoll.les.pdf_strekar import Point, _along

STRAIGHT = [Point(x, 7 * x + 1) for x in (1, 2, 3, 4)]
BENT = [Point(0, 0), Point(0, 1), Point(1, 1), Point(1, 0)]


def test_line_ends_where_it_ends() -> None:
    assert list(_along([Point(0, 0), Point(5, 6)])) == [Point(5, 6)]


def test_curve_along_a_straight_line_is_that_line() -> None:
    ends = list(_along(STRAIGHT))
    assert [end.x for end in ends] == pytest.approx([1 + 3 * n / 8 for n in range(1, 9)])
    assert all(end.y == pytest.approx(7 * end.x + 1) for end in ends)


def test_curve_goes_towards_its_points() -> None:
    ends = list(_along(BENT))
    assert (ends[3].x, ends[3].y) == pytest.approx((0.5, 0.75))
    assert (ends[1].x, ends[1].y) == pytest.approx((0.15625, 0.5625))
    assert ends[-1] == Point(1, 0)
