"""A corpus is believed only when it sees each way a command can crash, and takes every file."""

import shutil
import sys
from pathlib import Path

import pytest

from tools.corpus import __main__
from tools.corpus.jobs import PLANS, files_in, minutes, of_file, of_plans, plan_folders
from tools.corpus.run import Done, Job, do, found_in

HERE = Path(__file__).parents[2]


def job(program: str, folder: Path = HERE) -> Job:
    """A job that is a small program."""
    return Job("run", folder / "a.txt", (sys.executable, "-c", program), folder)


CRASHES = {
    "raise SystemExit(0)": "",
    "raise SystemExit(1)": "",
    "raise SystemExit(2)": "",
    "raise SystemExit(3)": "exit code 3",
    "raise SystemExit(133)": "exit code 133",
    "1 / 0": "Traceback (most recent call last):",
    "import os; os.kill(os.getpid(), 11)": "ended by SIGSEGV",
    "while True: pass": "ended by SIGKILL",
    "import sys; sys.exit('feil: Programmet har ein feil (x)')": (
        "feil: Programmet har ein feil (x)"
    ),
    "import sys; sys.exit('thread main panicked at a.rs')": "thread main panicked at a.rs",
    "import sys; sys.exit('feil: Fila finst ikkje.')": "",
}


@pytest.mark.slow
@pytest.mark.parametrize(("program", "crash"), CRASHES.items())
def test_crash_is_seen(program: str, crash: str) -> None:
    assert do(job(program), most_seconds=5).crash == crash


@pytest.mark.slow
def test_what_a_program_takes_is_measured_with_the_programs_it_starts() -> None:
    inner = "bytearray(90_000_000); sum(range(9_000_000))"
    started = do(job(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"))
    nothing = do(job("pass"))
    assert started.memory > nothing.memory + 70_000
    assert started.seconds > nothing.seconds


FOUND = {
    '{"findings": [{}, {}], "counts": {"error": 2}}': 2,
    '{"changes": [{"differences": [{}]}]}': 2,
    '{"documents": [{"evidence": [{"questions": ["a"]}], "differences": [{}, {}]}]}': 3,
    "BEGIN:VCALENDAR": 0,
    "": 0,
}


@pytest.mark.parametrize(("report", "count"), FOUND.items())
def test_how_much_is_found(report: str, count: int) -> None:
    assert found_in(report) == count


def test_every_command_on_plans_is_run(tmp_path: Path) -> None:
    plans = HERE / PLANS[-1]
    jobs = list(of_plans(plans, tmp_path))
    single = {"validate", "render", "calendar", "vedtak list", "new", "lock"}
    assert {job.command for job in jobs} == {*single, "diff", "render --against"}
    assert len(jobs) == 2 * len(single) + 2
    # What a command writes is never beside the plan that was given.
    assert all(str(plans) not in str(word) for job in jobs for word in job.words)


TAKEN = {
    "a.docx": ["audit", "vedtak check"],
    "a.odt": ["audit", "vedtak check"],
    "a.pdf": ["vedtak check"],
    "a.html": ["vedtak check"],
    "a.txt": ["vedtak check"],
    "a.png": [],
}


@pytest.mark.parametrize(("name", "commands"), TAKEN.items())
def test_file_goes_through_every_command_that_takes_it(name: str, commands: list[str]) -> None:
    assert [job.command for job in of_file(Path(name), Path("2031.yaml"))] == commands


def test_files_and_plans_of_a_folder_are_found(tmp_path: Path) -> None:
    for name in ("b/plans/2031.yaml", "b/a.docx", "b/.a.docx", "b/a.png", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [file.relative_to(tmp_path).as_posix() for file in files_in([tmp_path])]
    assert found == ["b/a.docx", "c.txt"]
    assert plan_folders([tmp_path]) == [tmp_path / "b/plans"]


@pytest.mark.slow
def test_minutes_of_the_tests_are_written(tmp_path: Path) -> None:
    made = minutes(tmp_path)
    assert {file.suffix for file in made} == {".docx", ".odt", ".pdf", ".html", ".txt"}
    assert len(made) > 200
    assert all(file.stat().st_size for file in made)


def test_worst_come_first_and_crashes_are_told() -> None:
    seconds = (3.0, 1.0, 2.0)
    done = [Done(Job("audit", HERE / f"{s}.docx", (), HERE), s, 50_000, 0) for s in seconds]
    done.append(Done(Job("audit", HERE / "a.odt", (), HERE), 0, 0, 7, "exit code 9"))
    told = list(__main__.report(done))
    assert told[0] == "| seconds of the processor | command | file |"
    assert [line.split(" | ")[0] for line in told[2:6]] == ["| 3.0", "| 2.0", "| 1.0", "| 0.0"]
    assert told[-2] == f"CRASHED: audit {HERE}/a.odt: exit code 9"
    assert told[-1] == "4 runs, 1 crashed"


@pytest.mark.slow
@pytest.mark.parametrize(("ends_with", "code"), [(2, 0), (9, 1)])
def test_whole_corpus_of_one_plan(
    ends_with: int,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    shutil.copy(HERE / PLANS[-1] / "2030.yaml", plans)
    other = job(f"raise SystemExit({ends_with})", tmp_path)

    def of_one_plan(folder: Path, workplace: Path) -> list[Job]:
        jobs = [job for job in of_plans(folder, workplace) if job.command == "validate"]
        return [*jobs, other]

    monkeypatch.setattr(__main__, "WORKPLACE", tmp_path / "work")
    monkeypatch.setattr(__main__, "PLANS", (plans, plans))
    monkeypatch.setattr(__main__, "of_plans", of_one_plan)
    monkeypatch.setattr(__main__, "minutes", lambda _: [HERE / "docs/bilete/dokument.txt"])
    monkeypatch.setattr(sys, "argv", ["corpus", "--processes", "1"])
    assert __main__.main() == code
    told = capsys.readouterr().out
    assert "| vedtak check | " in told
    assert ("CRASHED" in told) is bool(code)
