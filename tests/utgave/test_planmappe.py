"""Which plan file a user means by a year, a path or nothing."""

import os
from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.utgave.planmappe import (
    Planmappe,
    copies,
    find_folder,
    lock_file,
    locked_revisions,
    new_file,
    plan_file,
    unsaved,
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


# What lies beside a plan

COPIES = [
    "2031 (1).yaml",
    "2031 (2).yml",
    "2031(1).yaml",
    "2031-KONTOR-PC.yaml",
    "2031-KONTOR-PC-2.yaml",
    "2031 (Kari sin konfliktkopi 2031-02-19).yaml",
    "2031 (conflicted copy 2031-02-19 120000).yaml",
    "2031_conflict-20310219-120000.yaml",
    "2031.sync-conflict-20310219-120000-ABCDEFG.yaml",
    "2031 - Kopi.yaml",
    "2031 - Kopi (2).yaml",
    "2031 – kopi.yaml",
    "2031 - Copy.yaml",
    "2031 kopi.yaml",
    "2031 copy 2.yaml",
    "Kopi av 2031.yaml",
    "Kopi (2) av 2031.yaml",
    "Copy of 2031.yaml",
    "Kopi av Kopi av 2031.yaml",
    "2031.yml",
    "2031.yaml.orig",
    "2031.yaml.rej",
    "2031.yaml.bak",
    "2031.yaml.txt",
    "2031.yaml.mine",
    "2031.yaml.r17",
    "2031.yaml~",
    "2031.yaml.~2~",
    "2031-r1 (1).lock",
    "2031-r1-KONTOR-PC.lock",
    "2031-r2 - Kopi.lock",
    "2031.LOCAL.1234.yaml",
    "2031_BASE_1234.yaml",
    "2031~20310219-120000.yaml",
    "2031[Conflict].yaml",
    "2031ny.yaml",
    "2031v2.yaml",
    "ny 2031.yaml",
    "gammal 2031.yaml",
    "~2031.yaml",
    "2031.bak",
    "2031.tmp",
    "2031.yaml (1)",
    "2031.yaml.bak1",
    "2031.yaml.new",
    "2031.yaml.save.1",
    "2031.yaml.merged",
    "2031.yaml.HEAD",
    "2031.yaml.rOLD",
    "2031.yaml.part",
    "2031.yaml.crdownload",
    "2031.yaml.autosave",
    "2031.yaml.dpkg-old",
    "2031-r1.lock.orig",
    "2031-r1.lock~",
]
UNSAVED = [
    ".2031.yaml.swp",
    ".2031.yaml.swo",
    "#2031.yaml#",
    ".2031.yaml.kate-swp",
    ".~lock.2031.yaml#",
    "~$2031.yaml",
    "~$31.yaml",
    ".syncthing.2031.yaml.tmp",
    "~syncthing~2031.yaml.tmp",
]
OTHERS = [
    "2030.yaml",
    "2032.yaml",
    "12031.yaml",
    "20311.yaml",
    "budsjett-2031.yaml",
    "2031-r1.lock",
    "2031-r12.lock",
    "2030-r1 (1).lock",
    "2031.yaml.license",
    "2031 notat.txt",
    "2031.txt",
    "2031-fjellbygda.ics",
    ".2031.yaml.un~",
    ".2031.yaml.icloud",
    "~$30.yaml",
    "20311v2.yaml",
    "utkast.yaml",
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Make a plan file with all that can lie beside one, as old as the plan."""
    for name in ("2031.yaml", *COPIES, *UNSAVED, *OTHERS):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    (tmp_path / "2031 (mappe).yaml").mkdir()
    return tmp_path / "2031.yaml"


def test_copies_are_known_by_their_names(plan: Path) -> None:
    assert [file.name for file in copies(plan)] == sorted(COPIES)


def test_what_an_editor_keeps_counts_when_it_is_no_older_than_the_plan(plan: Path) -> None:
    assert [file.name for file in unsaved(plan)] == sorted(UNSAVED)
    os.utime(plan.with_name(UNSAVED[0]), (999_999_999, 999_999_999))
    os.utime(plan.with_name(UNSAVED[1]), (1_000_000_001, 1_000_000_001))
    assert [file.name for file in unsaved(plan)] == sorted(UNSAVED[1:])


def test_link_that_emacs_leaves_is_work_that_is_not_saved(plan: Path) -> None:
    """It leads to the one who has the file open, not to any file."""
    lock = plan.with_name(f".#{plan.name}")
    lock.symlink_to("kari@kontor.1234:1900000000")
    assert lock in unsaved(plan)


def test_a_plan_is_no_copy_of_itself(tmp_path: Path) -> None:
    """Where case makes no difference to the machine, a folder has the one name, a user another."""
    (tmp_path / "2031.yaml").touch()
    (tmp_path / "2031.YAML").hardlink_to(tmp_path / "2031.yaml")
    assert copies(tmp_path / "2031.yaml") == []
    (tmp_path / "2031.Yaml").touch()
    assert [file.name for file in copies(tmp_path / "2031.yaml")] == ["2031.Yaml"]


@pytest.mark.parametrize("name", ["utkast.yaml", "2031 (1).yaml", "plan[1].yaml"])
def test_copies_of_a_plan_with_a_name_of_its_own(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    copy = tmp_path / f"{name.removesuffix('.yaml')} - Kopi.yaml"
    copy.touch()
    (tmp_path / "2031.yaml").touch()
    assert copies(tmp_path / name) == [copy]


# --- where a new plan file is to lie, and when there is no place for one ---


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder, and go there."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plans_for(*years: int) -> Path:
    folder = Path("plans")
    folder.mkdir()
    for year in years:
        (folder / f"{year}.yaml").touch()
    return folder


@pytest.mark.usefixtures("workplace")
def test_beside_the_plan_it_is_made_from() -> None:
    assert new_file(2032, plans_for(2031) / "2031.yaml") == Path("plans/2032.yaml")
    assert new_file(2032, Path("arkiv/gammal.yaml")) == Path("arkiv/2032.yaml")


@pytest.mark.usefixtures("workplace")
def test_a_new_pilot_gets_a_folder() -> None:
    assert new_file(2032, None) == Path("plans/2032.yaml")


@pytest.mark.usefixtures("workplace")
def test_a_new_pilot_takes_an_empty_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    plans_for()
    Path("notat").mkdir()
    monkeypatch.chdir("notat")
    assert new_file(2032, None) == Path("../plans/2032.yaml")


@pytest.mark.usefixtures("workplace")
def test_a_new_pilot_does_not_lie_among_others() -> None:
    plans_for(2030, 2031)
    with pytest.raises(Fault, match=r"for 2030 og 2031\. Skriv «bygdeplan new 2032 --from 2031»"):
        new_file(2032, None)


@pytest.mark.usefixtures("workplace")
def test_a_file_that_is_there_is_not_touched() -> None:
    folder = plans_for(2031, 2032)
    with pytest.raises(Fault, match=r"plans/2032\.yaml finst frå før"):
        new_file(2032, folder / "2031.yaml")


@pytest.mark.parametrize("year", [-1, 27, 20270])
def test_a_year_has_four_digits(year: int) -> None:
    with pytest.raises(Fault, match="er ikkje eit årstal"):
        new_file(year, None)
