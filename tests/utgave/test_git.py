"""A file as it stood: every word for a revision, every kind of repository, and what goes wrong."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.utgave import git
from bygdeplan.utgave.git import has_revision, read_at
from tests.history import History, begin_history

PLAN = Path("plans/2031.yaml")
ENOUGH = 1000


@pytest.fixture(scope="module")
def three_commits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a history of three commits; the text of the plan is the subject of the commit."""
    history = begin_history(tmp_path_factory.mktemp("git") / "lager")
    (history.folder / PLAN).parent.mkdir()
    for subject in ("ein", "to", "tre"):
        write(history, subject)
        history.commit(subject)
        if subject == "to":
            history.git("tag", "v1.2")
            history.git("tag", "--annotate", "--message", "Vedteken", "vedteke-2031")
            history.git("branch", "haust")
    return history.folder


@pytest.fixture
def history(three_commits: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """Copy the history of three commits, and work in its folder."""
    history = History(Path(shutil.copytree(three_commits, tmp_path / "lager")))
    monkeypatch.chdir(history.folder)
    return history


def write(history: History, text: str, file: Path = PLAN) -> None:
    (history.folder / file).write_bytes(text.encode())


def read(revision: str, file: Path = PLAN) -> str:
    return read_at(file, revision, ENOUGH).decode()


# --- which revision ---


@pytest.mark.parametrize(
    ("revision", "text"),
    [
        ("HEAD", "tre"),
        ("@", "tre"),
        ("HEAD~1", "to"),
        ("HEAD~2", "ein"),
        ("@~2", "ein"),
        ("HEAD^", "to"),
        ("main", "tre"),
        ("main@{1}", "to"),
        ("refs/heads/main", "tre"),
        ("haust", "to"),
        ("haust~1", "ein"),
        ("v1.2", "to"),
        ("vedteke-2031", "to"),
        ("vedteke-2031^{}", "to"),
        (":/ein", "ein"),
        ("HEAD^{/to}", "to"),
    ],
)
@pytest.mark.usefixtures("history")
def test_any_revision_git_understands(revision: str, text: str) -> None:
    assert read(revision) == text
    assert has_revision(PLAN, revision)


@pytest.mark.parametrize("length", [7, 40])
def test_hash(length: int, history: History) -> None:
    assert read(history.git("rev-parse", "HEAD~2")[:length]) == "ein"


def test_what_is_not_committed_is_not_read(history: History) -> None:
    write(history, "lagra")
    history.git("add", "--all")
    write(history, "skrive")
    assert read("HEAD") == "tre"


def test_a_file_that_is_gone(history: History) -> None:
    shutil.rmtree(history.folder / "plans")
    assert read("HEAD") == "tre"
    history.commit("alt er borte")
    assert read("HEAD~1") == "tre"


def test_bytes_come_as_they_were_committed(history: History) -> None:
    history.git("config", "core.autocrlf", "true")
    (history.folder / ".gitattributes").write_text("*.yaml eol=crlf", encoding="utf-8")
    blob = history.git("hash-object", "-w", "--stdin", data=b"a\r\nb\n\xff")
    history.git("update-index", "--cacheinfo", f"100644,{blob},{PLAN.as_posix()}")
    history.git("commit", "--quiet", "--message", "rå")
    assert read_at(PLAN, "HEAD", ENOUGH) == b"a\r\nb\n\xff"


def test_names_are_taken_as_they_stand(history: History) -> None:
    for name in ("år [1] *.yaml", "-v.yaml", "a@b.yaml"):
        if sys.platform != "win32" or "*" not in name:
            write(history, name, Path(name))
    history.commit("namn")
    for name in ("år [1] *.yaml", "-v.yaml", "a@b.yaml"):
        if sys.platform != "win32" or "*" not in name:
            assert read("HEAD", Path(name)) == name
    with pytest.raises(Fault, match="fanst ikkje"):
        read("HEAD", Path("*.yaml"))


# --- which repository ---


def test_from_a_subfolder(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    (history.folder / "build" / "2031").mkdir(parents=True)
    monkeypatch.chdir(history.folder / "build" / "2031")
    assert read("HEAD~1", Path("..", "..", "plans", "2031.yaml")) == "to"


def test_from_elsewhere(history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert read("HEAD~1", history.folder / PLAN) == "to"


def test_a_bare_repository(
    history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    history.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert read("HEAD~1") == "to"


def test_a_worktree(history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    history.git("worktree", "add", "--quiet", str(tmp_path / "arbeid"), "haust")
    monkeypatch.chdir(tmp_path / "arbeid")
    assert read("HEAD") == "to"
    assert read("main") == "tre"


def test_the_folder_decides_whatever_the_environment_says(
    history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = begin_history(tmp_path / "anna")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))  # as a hook has it
    monkeypatch.setenv("GIT_INDEX_FILE", "finst-ikkje")
    monkeypatch.setenv("GIT_TRACE", "1")
    assert read("HEAD") == "tre"
    assert history.folder.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="the program that must not run is a script")
def test_no_program_of_the_settings_is_run(history: History, tmp_path: Path) -> None:
    script = tmp_path / "program"
    script.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    for setting in (
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "diff.plan.textconv",
        "diff.external",
        "filter.plan.smudge",
        "filter.plan.process",
    ):
        history.git("config", setting, str(script))
    history.git("config", "core.hooksPath", str(tmp_path))
    attributes = "*.yaml diff=plan filter=plan"
    (history.folder / ".git" / "info").mkdir()
    (history.folder / ".git" / "info" / "attributes").write_text(attributes, encoding="utf-8")
    (tmp_path / "post-checkout").symlink_to(script)
    assert read("HEAD~1") == "to"
    with pytest.raises(Fault):
        read("finst-ikkje")
    assert not (tmp_path / "ran").exists()


def test_an_option_is_no_revision(history: History) -> None:
    for revision in ("--all", "--git-dir", "-1", "--output=ran", "^HEAD", "HEAD..main", ""):
        with pytest.raises(Fault, match="Fann inga utgåve"):
            read(revision)
    with pytest.raises(Fault, match="Fann inga utgåve"):
        read(f"--disambiguate={history.git('rev-parse', 'HEAD')[:7]}")
    assert not (history.folder / "ran").exists()


# --- what goes wrong ---


def remove_git(_: History, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("PATH", "")


def put_a_git_in_the_folder(history: History, patch: pytest.MonkeyPatch) -> None:
    program = history.folder / "git"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    program.chmod(0o755)
    patch.setenv("PATH", ".")


def leave_the_repository(history: History, patch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(history.folder / ".git")
    patch.setenv("GIT_CEILING_DIRECTORIES", str(history.folder.parent))


def belong_to_another(_: History, patch: pytest.MonkeyPatch) -> None:
    plain = git._environment  # noqa: SLF001  # git's own way to try it is in the environment
    patch.setattr(git, "_environment", lambda: plain() | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})


def spoil_the_settings(history: History, _: pytest.MonkeyPatch) -> None:
    (history.folder / ".git" / "config").write_text("[core\n", encoding="utf-8")


def nothing(_history: History, _patch: pytest.MonkeyPatch) -> None: ...


def empty(history: History, _: pytest.MonkeyPatch) -> None:
    shutil.rmtree(history.folder / ".git")
    begin_history(history.folder)


def link(history: History, _: pytest.MonkeyPatch) -> None:
    blob = history.git("hash-object", "-w", "--stdin", data=b"2030.yaml")
    history.git("update-index", "--cacheinfo", f"120000,{blob},{PLAN.as_posix()}")
    history.git("commit", "--quiet", "--message", "lenkje")


def rename(history: History, _: pytest.MonkeyPatch) -> None:
    history.git("mv", "plans/2031.yaml", "plans/2032.yaml")
    history.commit("nytt namn")


def large(history: History, _: pytest.MonkeyPatch) -> None:
    write(history, "x" * (ENOUGH + 1))
    history.commit("stor")


WRONG: dict[str, tuple[Callable[[History, pytest.MonkeyPatch], None], str, str]] = {
    "no git": (remove_git, "HEAD", "Programmet git finst ikkje på maskina"),
    "a git laid in the folder": (put_a_git_in_the_folder, "HEAD", "Programmet git finst ikkje"),
    "no repository": (leave_the_repository, "HEAD", "plans ligg ikkje i noko git-lager"),
    "of another user": (
        belong_to_another,
        "HEAD",
        "Stolar du på det, skriv du: git config --global --add safe.directory /",
    ),
    "settings that cannot be read": (spoil_the_settings, "HEAD", "«fatal: bad config line 1"),
    "nothing committed": (empty, "HEAD", "Lageret er tomt enno."),
    "misspelt": (nothing, "vedteke2031", "Meinte du `vedteke-2031`?"),
    "unknown": (nothing, "qqq", "Dei som finst: `haust`, `main`, `v1.2`, `vedteke-2031`."),
    "too far back": (nothing, "HEAD~3", "så langt tilbake som `HEAD~3`. Den eldste er `HEAD~2`."),
    "too far back from the first": (nothing, "v1.2~1~1", "Den eldste er `v1.2~1`."),
    "not so old a log": (nothing, "main@{2001-01-01}", "slår git opp i loggen på denne maskina"),
    "not so long a log": (nothing, "@{9}", "slår git opp i loggen på denne maskina"),
    "the log of what is not there": (nothing, "mian@{1}", "Meinte du `main`?"),
    "a file": (nothing, "HEAD:plans/2031.yaml", "er ikkje ei utgåve av git-lageret"),
    "of another name now": (rename, "HEAD", "fanst ikkje i utgåva `HEAD`. Har fila skift namn"),
    "the others then": (rename, "HEAD", "Meinte du `plans/2032.yaml`?"),
    "a link": (link, "HEAD", "plans/2031.yaml var ei lenkje til ei anna fil i utgåva `HEAD`."),
    "too large": (large, "HEAD", "var større enn ei planfil kan vere"),
}


@pytest.mark.parametrize(("prepare", "revision", "message"), WRONG.values(), ids=WRONG)
def test_what_goes_wrong_is_told(
    prepare: Callable[[History, pytest.MonkeyPatch], None],
    revision: str,
    message: str,
    history: History,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if prepare is belong_to_another and sys.platform == "win32":
        pytest.skip("the path in the message begins with a drive")
    with monkeypatch.context() as changed:
        prepare(history, changed)
        with pytest.raises(Fault) as fault:
            read(revision)
    assert message in str(fault.value).replace(os.sep, "/")


def test_a_folder_without_plans_then(history: History) -> None:
    with pytest.raises(Fault, match=r"Mappa hadde ingen planfiler då\."):
        read("HEAD", history.folder / "arkiv" / "2031.yaml")


def test_a_folder_is_no_plan(history: History) -> None:
    with pytest.raises(Fault, match="fanst ikkje"):
        read("HEAD", history.folder / "plans")


def clone(history: History, *how: str) -> None:
    history.git("config", "uploadpack.allowFilter", "true")
    address = history.folder.as_uri()
    history.git("clone", "--quiet", "--no-checkout", *how, address, "../klone")
    os.chdir(history.folder.parent / "klone")


def test_a_clone_without_the_older_history(history: History) -> None:
    clone(history, "--depth=1")
    assert read("HEAD") == "tre"
    with pytest.raises(Fault, match="git fetch --unshallow"):
        read("HEAD~1")


def test_a_clone_without_the_files_fetches_nothing(history: History) -> None:
    clone(history, "--filter=blob:none")
    with pytest.raises(Fault, match="har ikkje innhaldet i fila"):
        read("HEAD")
    assert "promisor" in "".join(file.name for file in Path(".git/objects/pack").iterdir())


def test_a_git_that_does_not_answer(
    history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if sys.platform == "win32":
        pytest.skip("the program that does not answer is a script")
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nexec sleep 20\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(git, "_TIME_LIMIT", 0.05)
    with pytest.raises(Fault, match="git svarar ikkje"):
        read_at(history.folder / PLAN, "HEAD", ENOUGH)


@pytest.mark.parametrize(("revision", "there"), [("v1.2", True), ("r1", False), ("--all", False)])
@pytest.mark.usefixtures("history")
def test_whether_there_is_a_revision(revision: str, there: bool) -> None:  # noqa: FBT001  # a case
    assert has_revision(PLAN, revision) is there


def test_without_git_there_is_no_revision(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert not has_revision(history.folder / PLAN, "HEAD")
