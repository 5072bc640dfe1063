"""What was measured, as it is told."""

from pathlib import Path

import pytest

from bench.measure import Measured
from bench.result import Row, Size
from bench.rows import Bench

MADE = Measured(seconds=0.6, megabytes=90.0, processes=2)


def test_a_row_stands_beside_its_limit() -> None:
    row = Row("validate", MADE, "imports", Measured(0.4, 40.0, 0), 1.6)
    assert row.cells == ["validate", "0.60", "90", "2", "imports", "0.40", "1.50", "1.6"]
    assert len(row.cells) == len(Row.HEAD)
    assert row.data["ratio"] == pytest.approx(1.5)


def test_what_is_not_installed_is_said() -> None:
    row = Row("validate", MADE, "yamllint", None, 1.0)
    assert row.cells == ["validate", "0.60", "90", "2", "yamllint, not installed", "–", "–", "1"]
    assert (row.data["limit"], row.data["ratio"]) == (None, None)


def test_what_is_not_installed_is_not_measured(tmp_path: Path) -> None:
    assert Bench(tmp_path).checker("a-checker-that-nobody-has", "plans/2026.yaml") is None


def size(measures: int, seconds: float, megabytes: float, before: Size | None = None) -> Size:
    return Size("html", Measured(seconds, megabytes, 0), measures, before)


def test_what_a_measure_takes_has_the_start_in_it_and_what_one_more_takes_has_not() -> None:
    """A second to start and a tenth for each measure; 50 MB and one for each."""
    small = size(10, 2.0, 60.0)
    middle = size(30, 4.0, 80.0, small)
    large = size(110, 12.0, 160.0, middle)
    assert small.cells[4:] == ["10", "200.0", "–", "6.00", "–", "–", "–", "–"]
    assert middle.cells[4:] == ["30", "133.3", "0.67", "2.67", "0.44", "1.15", "100.0", "–"]
    assert large.cells[4:] == ["110", "109.1", "0.82", "1.45", "0.55", "1.15", "100.0", "1.00"]
    assert len(large.cells) == len(Size.HEAD)
    assert large.data["seconds_more_ratio"] == pytest.approx(1)
    assert large.data["megabytes_each_ratio"] == pytest.approx(6 / 11)
