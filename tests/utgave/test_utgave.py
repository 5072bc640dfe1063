"""Which edition of a plan a user means, and from where it is read."""

import shutil
from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.load import Planfil, load_plan
from bygdeplan.utgave.utgave import Planarkiv
from tests.history import History, begin_history
from tests.locking import lock_text
from tests.plans import TOPPDALEN, plan_with

PLAN = Path("plans/2031.yaml")
LOCK = Path("plans/2031-r1.lock")
DAY = "2031-02-19"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """Make a folder with plans whose weights are 70, 60 and 50 in three commits, and go there."""
    history = begin_history(tmp_path / "lager")
    shutil.copytree(TOPPDALEN, history.folder / "plans")
    for weight in (70, 60, 50):
        write_weight(history.folder / PLAN, weight)
        history.commit(f"vekta er {weight}")
    monkeypatch.chdir(history.folder)
    return history


def write_weight(file: Path, weight: int) -> None:
    text = (TOPPDALEN / "2031.yaml").read_text("utf-8")
    file.write_text(text.replace("vekt: 70", f"vekt: {weight}", 1), encoding="utf-8")


def lock(weight: int, file: Path = LOCK) -> None:
    """Lock a plan whose first sub-goal has a weight."""
    plan = plan_with({"delmål/reiseliv/vekt": weight})
    file.write_text(lock_text(plan, plan.dato), encoding="utf-8")


def load_edition(wanted: str) -> Planfil:
    return Planarkiv().edition(wanted).fil


def weight_in(wanted: str) -> int:
    plan = load_edition(wanted).plan
    assert plan is not None
    return int(plan.delmål["reiseliv"].vekt)


@pytest.mark.parametrize(
    ("wanted", "weight"),
    [
        ("2031", 50),
        ("plans/2031.yaml", 50),
        ("2031@HEAD", 50),
        ("2031@HEAD~1", 60),
        ("plans/2031.yaml@HEAD~2", 70),
        ("2031@main@{1}", 60),
        ("2031@@", 50),
    ],
)
@pytest.mark.usefixtures("history")
def test_year_and_path_with_an_edition(wanted: str, weight: int) -> None:
    assert weight_in(wanted) == weight


def test_the_name_of_a_file_wins(history: History) -> None:
    write_weight(history.folder / "2031@HEAD~1", 33)
    write_weight(history.folder / "plans" / "2031.yaml@HEAD", 44)
    assert weight_in("2031@HEAD~1") == 33
    assert weight_in("plans/2031.yaml@HEAD") == 44


def test_a_path_can_hold_the_sign(history: History) -> None:
    (history.folder / "a@b").mkdir()
    write_weight(history.folder / "a@b" / "utkast@2.yaml", 22)
    history.commit("utkast")
    write_weight(history.folder / "a@b" / "utkast@2.yaml", 11)
    assert weight_in("a@b/utkast@2.yaml") == 11
    assert weight_in("a@b/utkast@2.yaml@HEAD") == 22


def test_a_file_of_any_name_can_have_an_edition(history: History) -> None:
    write_weight(history.folder / "utkast", 22)
    history.commit("utkast")
    write_weight(history.folder / "utkast", 11)
    assert weight_in("utkast@HEAD") == 22


def test_the_plan_is_called_by_its_address_and_knows_its_lines(history: History) -> None:
    file = history.folder / PLAN
    file.write_text("# fem\n# nye\n# linjer\n#\n#\n" + file.read_text("utf-8"), encoding="utf-8")
    edition = load_edition("2031@HEAD~1")
    assert edition.source.name == "plans/2031.yaml@HEAD~1"
    path = ("delmål", "reiseliv", "vekt")
    now, then = load_edition("2031").source.locate(path), edition.source.locate(path)
    assert (now.line, now.column) == (then.line + 5, then.column)
    assert edition.source.text.splitlines()[then.line - 1].strip() == "vekt: 60"


def test_a_plan_with_faults_then_is_given_with_them(history: History) -> None:
    (history.folder / PLAN).write_text("år: tjue\n", encoding="utf-8")
    history.commit("feil")
    edition = load_edition("2031@HEAD")
    assert edition.plan is None
    assert "BP112" in [finding.regel.code for finding in edition.findings]


def test_from_a_subfolder(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    (history.folder / "notat").mkdir()
    monkeypatch.chdir(history.folder / "notat")
    assert weight_in("2031@HEAD~1") == 60
    assert load_edition("2031@HEAD~1").source.name == "../plans/2031.yaml@HEAD~1"


def test_a_bare_repository(
    history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    history.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert weight_in("2031@HEAD~1") == 60
    assert weight_in("plans/2031.yaml@main") == 50


# --- locked revisions ---


@pytest.mark.parametrize("wanted", ["2031@r1", "plans/2031.yaml@r1", "plans/2031-r1.lock"])
@pytest.mark.usefixtures("history")
def test_a_locked_revision(wanted: str) -> None:
    lock(65)
    assert weight_in(wanted) == 65
    edition = load_edition(wanted)
    assert edition.source.name == "plans/2031-r1.lock"
    line = edition.source.locate(("delmål", "reiseliv", "vekt")).line
    assert LOCK.read_text("utf-8").splitlines()[line - 1] == "    vekt: 65"


def test_a_locked_revision_needs_no_git(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(65)
    shutil.rmtree(history.folder / ".git")
    monkeypatch.setenv("PATH", "")
    assert weight_in("2031@r1") == 65


def test_a_locked_revision_wins_over_a_tag(history: History) -> None:
    history.git("tag", "r1", "HEAD~1")
    assert weight_in("2031@r1") == 60
    lock(65)
    assert weight_in("2031@r1") == 65
    assert weight_in("2031@refs/tags/r1") == 60


WRONG = {
    "2031@": r"Skriv utgåva etter `2031@`, til dømes `2031@HEAD~1` eller `2031@r1`\.",
    "2031@r1": r"Revisjon 1 er ikkje låst: plans/2031-r1\.lock finst ikkje\. Ingen revisjon er",
    "2031@mian": r"Fann inga utgåve `mian` i git-lageret\. Meinte du `main`\?",
    "2029@HEAD": r"plans/2029\.yaml fanst ikkje i utgåva `HEAD`.* Meinte du `plans/203[01]\.yaml`",
    "utkast@HEAD": r"Fila utkast@HEAD finst ikkje\.",
}


@pytest.mark.parametrize(("wanted", "message"), WRONG.items(), ids=WRONG)
@pytest.mark.usefixtures("history")
def test_what_is_not_there(wanted: str, message: str) -> None:
    with pytest.raises(Fault, match=message):
        load_edition(wanted)


@pytest.mark.usefixtures("history")
def test_the_locked_revisions_are_named() -> None:
    for number in (1, 3, 12):
        lock(65, Path(f"plans/2031-r{number}.lock"))
    lock(65, Path("plans/2030-r2.lock"))
    with pytest.raises(Fault, match=r"Låste revisjonar: r1, r3 og r12\."):
        load_edition("2031@r2")


def test_without_git_only_the_lock_is_missed(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history.folder.is_dir()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Fault, match="Revisjon 1 er ikkje låst"):
        load_edition("2031@r1")
    with pytest.raises(Fault, match="Programmet git finst ikkje"):
        load_edition("2031@HEAD")
    assert load_edition("2031") == load_plan(PLAN)


# --- which file, and which edition of it ---


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with two plans and some other files, all empty, and work in it."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for name in ("2025.yaml", "2027.yaml", "utkast.yaml", "notat.txt"):
        (plans / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


ADDRESSES = {
    "2025@HEAD~3": ("plans/2025.yaml", "HEAD~3"),
    "2024@HEAD": ("plans/2024.yaml", "HEAD"),
    "plans/2025.yaml@v1.2": ("plans/2025.yaml", "v1.2"),
    "gone/2024.yml@main": ("gone/2024.yml", "main"),
    "2025@main@{1}": ("plans/2025.yaml", "main@{1}"),
    "2025@@": ("plans/2025.yaml", "@"),
    "plans/utkast.yaml@main@{1}": ("plans/utkast.yaml", "main@{1}"),
    "a@b/2024.yaml@HEAD": ("a@b/2024.yaml", "HEAD"),
    "plans/notat.txt@HEAD": ("plans/notat.txt", "HEAD"),
    "2025": ("plans/2025.yaml", ""),
    "plans/2025.yaml": ("plans/2025.yaml", ""),
    "kari@example.org": ("kari@example.org", ""),
    "@HEAD": ("@HEAD", ""),
    "20255@HEAD": ("20255@HEAD", ""),
}


@pytest.mark.parametrize(("wanted", "meant"), ADDRESSES.items(), ids=ADDRESSES)
@pytest.mark.usefixtures("home")
def test_what_an_address_means(wanted: str, meant: tuple[str, str]) -> None:
    edition = Planarkiv().edition(wanted)
    assert (edition.file.as_posix(), edition.edition) == meant
    assert edition.er_gjeldande == (not edition.edition)


def test_a_file_wins_over_an_edition(home: Path) -> None:
    (home / "2025@HEAD").touch()
    for meant in (Planarkiv().edition("2025@HEAD"), Planarkiv().current("2025@HEAD")):
        assert (meant.file, meant.edition) == (Path("2025@HEAD"), "")


@pytest.mark.parametrize("wanted", ["2025@HEAD", "2025@", "2025@r1"])
@pytest.mark.usefixtures("home")
def test_an_edition_is_not_the_plan_as_it_stands(wanted: str) -> None:
    with pytest.raises(
        Fault, match=f"`{wanted}` er ei eldre utgåve, og slike kan berre samanliknast"
    ):
        Planarkiv().current(wanted)


@pytest.mark.usefixtures("home")
def test_nothing_is_the_newest_year() -> None:
    assert Planarkiv().current(None).file == Path("plans/2027.yaml")


def test_where_nothing_lies_the_plans_are_taken_to_be_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Planarkiv().edition("2024@HEAD").file == Path("plans/2024.yaml")


NAMES = {
    "2025": "2025",
    "plans/2025.yaml": "2025",
    "2025@HEAD~3": "2025-HEAD~3",
    "2025@origin/main": "2025-origin-main",
    "plans/gamal plan (1).yml": "gamal-plan-1",
    "plans/2025-r1.lock": "2025-r1",
}


@pytest.mark.parametrize(("wanted", "name"), NAMES.items(), ids=NAMES)
@pytest.mark.usefixtures("home")
def test_what_an_edition_is_called(wanted: str, name: str) -> None:
    assert Planarkiv().edition(wanted).namn == name


# --- what stands around it ---


@pytest.mark.usefixtures("history")
def test_the_year_before_is_of_the_working_folder() -> None:
    lock(65)
    for wanted in ("2031", "2031@HEAD~1", "2031@r1", "plans/2031-r1.lock"):
        edition = Planarkiv().edition(wanted)
        assert edition.året_før is not None
        assert edition.året_før.fil.source.name == "plans/2030.yaml"
        assert edition.fjor == load_plan(Path("plans/2030.yaml")).plan
    assert Planarkiv().edition("2030").året_før is None
    assert Planarkiv().edition("2030").fjor is None


@pytest.mark.usefixtures("history")
def test_the_newest_lock_is_the_one_that_stands() -> None:
    assert Planarkiv().current("2031").låst is None
    lock(65)
    found = Planarkiv().current("2031").låst
    assert found is not None
    assert found.delmål["reiseliv"].vekt == 65


def test_what_has_not_the_shape_of_a_plan_gives_none(history: History) -> None:
    (history.folder / PLAN).write_text("år: tjue\n", encoding="utf-8")
    broken = Planarkiv().current("2031")
    assert (broken.året_før, broken.fjor) == (None, None)
    with pytest.raises(Fault, match=r"plans/2031\.yaml har feil.*«bygdeplan validate"):
        _ = broken.plan
