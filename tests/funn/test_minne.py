"""What is left of a limit on memory, by what the system says of the program."""

from pathlib import Path

import pytest

from bygdeplan.funn import minne

MEGABYTE = 1 << 20


def limited(
    monkeypatch: pytest.MonkeyPatch, folder: Path, limit: int | None, peak: int, size: int
) -> None:
    """Let the program have, in megabytes, a limit, the most it has had, and what it has now."""
    status = folder / "status"
    status.write_text(f"Name:\tx\nVmPeak:\t {peak * 1024} kB\nVmSize:\t {size * 1024} kB\n")
    monkeypatch.setattr(minne, "_STATUS", status)
    monkeypatch.setattr(minne, "_limit", lambda: limit and limit * MEGABYTE)


# Limit, peak → whether it is used up.
PEAKS = {
    "no limit": (None, 900, False),
    "much left": (900, 600, False),
    "as much as is held": (900, 836, False),
    "less": (900, 837, True),
    "none": (900, 900, True),
}


@pytest.mark.parametrize(("limit", "peak", "used_up"), PEAKS.values(), ids=PEAKS)
def test_memory_is_used_up_near_the_limit(
    limit: int | None, peak: int, used_up: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(monkeypatch, tmp_path, limit, peak, size=100)
    assert minne.is_used_up() is used_up
    assert minne.is_limited() is (limit is not None)


@pytest.mark.parametrize(("limit", "most"), [(None, 8), (900, 1)])
def test_one_works_at_once_where_there_is_a_limit(
    limit: int | None, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(monkeypatch, tmp_path, limit, 100, 100)
    assert minne.at_once(8) == most


def test_what_is_not_left_cannot_be_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, tmp_path, 900, peak=900, size=700)
    minne.hold(200 * MEGABYTE)
    with pytest.raises(MemoryError):
        minne.hold(200 * MEGABYTE + 1)


def test_system_that_says_nothing_hinders_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(monkeypatch, tmp_path, 900, 100, 100)
    monkeypatch.setattr(minne, "_STATUS", tmp_path / "none")
    minne.hold(MEGABYTE)
    assert not minne.is_used_up()
