"""Which edition of a plan a user means, and from where it is read."""

import shutil
from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.load import load_plan
from bygdeplan.utgave.adresse import load_edition
from bygdeplan.utgave.lasefil import lock_text
from tests.history import History, begin_history
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
