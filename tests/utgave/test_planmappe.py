"""Which plan file a user means by a year, a path or nothing."""

from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.utgave.planmappe import (
    Planmappe,
    find_folder,
    lock_file,
    locked_revisions,
    plan_file,
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with two plans, and what does not count as one, and work in it."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for name in ("2025.yaml", "2027.yaml", "2028.yml", "utkast.yaml", "20299.yaml", "notat.txt"):
        (plans / name).touch()
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_years_are_the_files_named_by_a_year(home: Path) -> None:
    assert Planmappe(home / "plans").years == [2025, 2027]
    assert Planmappe(home / "finst-ikkje").years == []


@pytest.mark.parametrize(
    ("year", "before"),
    [(2025, None), (2026, "2025.yaml"), (2027, "2025.yaml"), (2030, "2027.yaml"), (2000, None)],
)
def test_the_plan_before_a_year(year: int, before: str | None, home: Path) -> None:
    found = Planmappe(home / "plans").before(year)
    assert (found.name if found else None) == before


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (None, "plans/2027.yaml"),
        ("2025", "plans/2025.yaml"),
        ("plans/2025.yaml", "plans/2025.yaml"),
        ("plans/utkast.yaml", "plans/utkast.yaml"),
        # Whether a path leads to a file is for the reader of files to say.
        ("plans/2031.yaml", "plans/2031.yaml"),
        ("utkast", "utkast"),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_a_user_means(wanted: str | None, found: str) -> None:
    assert plan_file(wanted).as_posix() == found


def test_plans_are_looked_for_upwards(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "a" / "b")
    assert find_folder() == Path("..", "..", "plans")
    assert plan_file("2025") == Path("..", "..", "plans", "2025.yaml")


def test_the_nearest_plans_win(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "a" / "plans").mkdir()
    (home / "a" / "plans" / "2040.yaml").touch()
    monkeypatch.chdir(home / "a" / "b")
    assert plan_file(None) == Path("..", "plans", "2040.yaml")


def test_a_file_wins_over_a_year(home: Path) -> None:
    (home / "2025").touch()
    assert plan_file("2025") == Path("2025")


def test_a_folder_does_not_win_over_a_year(home: Path) -> None:
    (home / "2025").mkdir()  # as `render --out .` makes
    assert plan_file("2025") == Path("plans/2025.yaml")


@pytest.mark.usefixtures("home")
def test_a_year_without_a_plan() -> None:
    with pytest.raises(Fault, match=r"ingen plan for 2026 i plans\. Åra som finst: 2025, 2027\."):
        plan_file("2026")


def test_a_folder_without_plans(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "a" / "plans").mkdir()
    monkeypatch.chdir(home / "a")
    with pytest.raises(Fault, match="ligg ingen planar i plans"):
        plan_file(None)


def test_no_folder_with_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Fault, match="Fann inga mappe «plans»"):
        plan_file(None)


def test_own_templates_lie_beside_the_plans(home: Path) -> None:
    assert Planmappe(home / "plans").own_templates is None
    (home / "templates").mkdir()
    assert Planmappe(home / "plans").own_templates == home / "templates"
    assert Planmappe(Path("plans")).own_templates == Path("templates")


def test_a_lock_lies_beside_its_plan(home: Path) -> None:
    plan = home / "plans" / "2025.yaml"
    assert lock_file(plan, 2) == home / "plans" / "2025-r2.lock"
    assert locked_revisions(plan) == {}
    for name in ("2025-r10", "2025-r2", "2025-r1", "2027-r1", "2025-r01", "2025-r1.2", "2025-rx"):
        (home / "plans" / f"{name}.lock").touch()
    (home / "plans" / "2025-r3.lock").mkdir()
    assert list(locked_revisions(plan).items()) == [
        (number, lock_file(plan, number)) for number in (1, 2, 10)
    ]
    assert locked_revisions(home / "gone" / "2025.yaml") == {}
