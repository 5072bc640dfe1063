"""The judges are believed only when they see every file and find the faults planted for them."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.rendered import documents
from tools.judges import __main__, archive, trial, web, word
from tools.judges.archive import PIKEPDF
from tools.judges.programs import HERE, find
from tools.judges.trial import ask
from tools.judges.verdict import Complaint, CouldNotJudge, Judge

FAULT = b"fault"


def judge_by_word(files: Sequence[Path]) -> Iterator[Complaint]:
    """Complain of each file that has the word in it."""
    return (Complaint(file, "it has a fault") for file in files if FAULT in file.read_bytes())


def judge_nothing(_: Sequence[Path]) -> list[Complaint]:
    return []


def judge_not(_: Sequence[Path]) -> list[Complaint]:
    raise CouldNotJudge("no program")


JUDGE = Judge("By word", ("docx",), judge_by_word, {"a fault": lambda file: file + FAULT})


Main = Callable[[Judge], tuple[int, str]]
"""Asks one judge, for the exit code and what is said."""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr(trial, "WORKPLACE", tmp_path)
    monkeypatch.setattr(__main__, "WORKPLACE", tmp_path)
    folder = tmp_path / "documents"
    folder.mkdir()
    made = [folder / name for name in ("a.docx", "a.html", "b.docx", "b.html")]
    for file in made:
        file.write_bytes(b"sound")
    return made


def test_judge_that_finds_only_what_is_planted_is_good(files: list[Path]) -> None:
    verdict = ask(JUDGE, files)
    assert (verdict.is_good, verdict.files, verdict.caught) == (True, 2, ("a fault",))


def test_complaint_is_told(files: list[Path]) -> None:
    files[2].write_bytes(FAULT)
    verdict = ask(JUDGE, files)
    assert verdict.complaints == (Complaint(files[2], "it has a fault"),)
    assert not verdict.is_good


def test_judge_that_finds_nothing_is_not_believed(files: list[Path]) -> None:
    verdict = ask(replace(JUDGE, judge=judge_nothing), files)
    assert (verdict.is_good, verdict.missed) == (False, ("a fault",))


def test_judge_that_does_not_run_fails(files: list[Path]) -> None:
    verdict = ask(replace(JUDGE, judge=judge_not), files)
    assert (verdict.is_good, verdict.failure) == (False, "no program")


def test_judge_without_files_fails(files: list[Path]) -> None:
    assert "no files of pdf" in ask(replace(JUDGE, endings=("pdf",)), files).failure


@pytest.fixture
def main(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Main:
    def ask_one(judge: Judge) -> tuple[int, str]:
        monkeypatch.setattr(__main__, "install", lambda: None)
        monkeypatch.setattr(__main__, "render_all", lambda: files)
        monkeypatch.setattr(__main__, "JUDGES", (judge,))
        return __main__.main(), capsys.readouterr().out

    return ask_one


def test_all_is_well(main: Main) -> None:
    code, said = main(JUDGE)
    assert code == 0
    assert "0 complaints     1 of 1 planted faults found" in said


def test_judge_that_is_not_believed_fails_it_all(main: Main) -> None:
    code, said = main(replace(JUDGE, judge=judge_nothing))
    assert code == 1
    assert "By word: did not find the planted fault «a fault»" in said


def test_judge_that_does_not_run_fails_it_all(main: Main) -> None:
    code, said = main(replace(JUDGE, judge=judge_not))
    assert code == 1
    assert "COULD NOT JUDGE" in said


def test_one_complaint_about_many_files_is_told_once(main: Main, files: list[Path]) -> None:
    files[0].write_bytes(FAULT)
    files[2].write_bytes(FAULT)
    code, said = main(JUDGE)
    assert code == 1
    assert "By word: a.docx and 1 more: it has a fault" in said


def test_nothing_is_judged_when_the_documents_are_not_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(__main__, "install", lambda: None)
    monkeypatch.setattr(__main__, "render_all", lambda: judge_not([]))
    assert __main__.main() == 1
    assert "no program" in capsys.readouterr().out


# --- each judge ---


@cache
def rendered_pdf() -> bytes:
    [pdf] = produce([documents("2031")["statusrapport-2030"]], Malar(), ["pdf"], Path()).values()
    return pdf


def complaints_about(pdf: bytes, folder: Path) -> list[str]:
    file = folder / "fil.pdf"
    file.write_bytes(pdf)
    return [complaint.says for complaint in archive.judge([file])]


@pytest.mark.slow
def test_pdf_that_we_render_is_sound(tmp_path: Path) -> None:
    assert complaints_about(rendered_pdf(), tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("fault", PIKEPDF.plants)
def test_fault_in_a_pdf_is_found(fault: str, tmp_path: Path) -> None:
    assert complaints_about(PIKEPDF.plants[fault](rendered_pdf()), tmp_path) != []


def answering(answer: str, code: int = 0) -> Callable[..., CompletedProcess[str]]:
    """A program that says this, whatever it is asked."""
    return lambda *_, **__: CompletedProcess([], code, stdout=answer, stderr="")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("", 2),
        ("Segmentation fault", 139),
        ('{"ok": true, "errors": []}', 2),
        ('{"ok": false, "errors": []}', 1),
    ],
)
def test_validator_that_does_not_answer_is_no_verdict(
    answer: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word, "run", answering(answer, code))
    with pytest.raises(CouldNotJudge):
        list(word.judge([Path("a.docx")]))


def test_browser_that_leaves_out_a_page_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {"url": "file:///a.html", "scripts": 0, "outside": [], "views": []}
    monkeypatch.setattr(web, "run", answering(json.dumps([seen])))
    monkeypatch.setattr(web, "find", lambda *_: "program")
    with pytest.raises(CouldNotJudge, match="every page"):
        list(web.judge_in_browser([Path("/a.html"), Path("/b.html")]))


def test_checker_without_java_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CouldNotJudge, match="java is not on this machine"):
        list(web.judge_markup([Path("/a.html")]))


def test_program_is_the_first_there_is() -> None:
    assert find("no-such-program", "python3").endswith("python3")


def test_packages_are_pinned_and_name_no_address() -> None:
    text = (HERE / "package.json").read_text(encoding="utf-8")
    versions = json.loads(text)["dependencies"].values()
    assert all(part.isdecimal() for version in versions for part in version.split("."))
    assert "://" not in text
