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
from tools.judges import __main__, archive, findings, language, sarif, trial, web, word
from tools.judges.archive import PIKEPDF
from tools.judges.findings import DAMAGES
from tools.judges.language import LINGUA, Sentence, sentences
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
    file.with_suffix(".html").write_text('<html lang="nn-NO">')
    return [complaint.says for complaint in archive.judge([file])]


@pytest.mark.slow
def test_pdf_that_we_render_is_sound(tmp_path: Path) -> None:
    assert complaints_about(rendered_pdf(), tmp_path) == []


@pytest.mark.slow
def test_pdf_is_in_the_language_of_its_page(tmp_path: Path) -> None:
    file = tmp_path / "fil.pdf"
    file.write_bytes(rendered_pdf())
    file.with_suffix(".html").write_text('<html lang="nb-NO">')
    assert [one.says for one in archive.judge([file])] == ["its language is not nb-NO"]


@pytest.mark.slow
@pytest.mark.parametrize("fault", PIKEPDF.plants)
def test_fault_in_a_pdf_is_found(fault: str, tmp_path: Path) -> None:
    assert complaints_about(PIKEPDF.plants[fault](rendered_pdf()), tmp_path) != []


NYNORSK = "Ingen veit enno kva desse husa kan brukast til"
BOKMÅL = "Ingen vet ennå hva disse husene kan brukes til"
NN, NB = Sentence(NYNORSK, "nn-NO"), Sentence(BOKMÅL, "nb-NO")

# What stands in a page in Nynorsk → the sentences that are judged.
JUDGED = {
    f"<p>{NYNORSK}.</p>": [NN],
    f"<p>Kort. {NYNORSK}. Kort.</p>": [NN],
    "<p>Ingen veit <em>enno</em> kva <a href='#x'>desse</a> husa kan brukast til.</p>": [NN],
    f"<p>{NYNORSK}: <span lang='nb-NO'>{BOKMÅL}</span>.</p>": [NN, NB],
    f"<p>{NYNORSK}. <span lang='se'>Deatnu ja Unjárga leat suohkanat dáppe</span></p>": [NN],
    f"<div lang='nb-NO'><ul><li>{BOKMÅL}<li>{BOKMÅL}.</ul></div>": [NB, NB],
    f"<table><tr><th>{NYNORSK}<td>kort<td>{NYNORSK}</table>": [NN, NN],
    f"<p>Ingen veit<del>[ut: alt]</del><ins>[inn:  enno]</ins>{NYNORSK[15:]}</p>": [NN],
    f"<img alt='{NYNORSK}'><svg><text>{BOKMÅL}</text></svg>": [NN],
    "<p>Det kostar 2,5 mill. kr i 2030–2033 og 60 000 kr</p>": [],
    "<p>Det kostar sju bygder til saman 60 000 kr i 2030</p>": [
        Sentence("Det kostar sju bygder til saman 0 kr i 0", "nn-NO")
    ],
}


@pytest.mark.parametrize("body", JUDGED)
def test_sentence_is_judged_by_the_language_it_says(body: str) -> None:
    page = f"<html lang='nn-NO'><head><title>{BOKMÅL}</title></head><body>{body}</body></html>"
    assert list(sentences(page)) == JUDGED[body]


def form_by_words(words: str) -> str:
    return "nb-NO" if {"hva", "Kommunene"} & set(words.split()) else "nn-NO"


@pytest.fixture
def judged_by_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of what is misjudged, empty so far."""
    listed = tmp_path / "misjudged.yaml"
    listed.write_text("[]")
    monkeypatch.setattr(language, "form_of", form_by_words)
    monkeypatch.setattr(language, "MISJUDGED", listed)
    return listed


def said_of(page: str, folder: Path) -> list[str]:
    file = folder / "side.html"
    file.write_text(page)
    return [complaint.says for complaint in language.judge([file])]


def test_sentence_in_the_other_form_is_told(judged_by_words: Path, tmp_path: Path) -> None:
    page = f"<html lang='nn-NO'><p>{NYNORSK}.</p><p>{BOKMÅL}.</p>"
    told = [f"this says nn-NO and reads as nb-NO: «{BOKMÅL}»"]
    assert said_of(page, tmp_path) == told
    judged_by_words.write_text(f"- why: x\n  nb-NO:\n    - {BOKMÅL}")
    assert set(told) < set(said_of(page, tmp_path))
    judged_by_words.write_text(f"- why: x\n  nn-NO:\n    - {BOKMÅL}")
    assert said_of(page, tmp_path) == []


def test_list_holds_what_is_needed_alone(judged_by_words: Path, tmp_path: Path) -> None:
    judged_by_words.write_text(f"- why: x\n  nn-NO:\n    - {NYNORSK}")
    [said] = said_of(f"<html lang='nn-NO'><p>{NYNORSK}.</p>", tmp_path)
    assert "lists what is not misjudged" in said


@pytest.mark.usefixtures("judged_by_words")
@pytest.mark.parametrize("tag", ["nn-NO", "nb-NO"])
@pytest.mark.parametrize("fault", LINGUA.plants)
def test_planted_sentence_is_found(fault: str, tag: str, tmp_path: Path) -> None:
    sound = f'<html lang="{tag}"><h1>x</h1><p>{NYNORSK if tag == "nn-NO" else BOKMÅL}.</p></html>'
    assert said_of(sound, tmp_path) == []
    planted = LINGUA.plants[fault](sound.encode()).decode()
    assert [said[:13] for said in said_of(planted, tmp_path)] == [
        f"this says {planted_tag(fault, tag)}"
    ]


def planted_tag(fault: str, tag: str) -> str:
    """What the planted sentence says that it is in: as a rule what the page says."""
    return ({"nn-NO", "nb-NO"} - {tag}).pop()[:3] if fault.startswith("one that says") else tag[:3]


def test_page_without_a_sentence_is_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(CouldNotJudge, match="no sentence"):
        said_of("<html lang='nn-NO'><p>Kort.</p>", tmp_path)


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


_READ = "/a.sarif(7,19): warning SARIF2005: tool: no address.\n"
_FAULT = "/a.sarif(41,9): error SARIF1009: results[0]: no such rule.\n"
_ENDED = "\nDone. 1 files scanned.\nAnalysis completed successfully.\n"


@pytest.mark.parametrize(
    ("answer", "code"),
    [("", 0), (_ENDED, 0), (_FAULT, 0), (_READ + _ENDED, 1), ("Segmentation fault", 139)],
)
def test_multitool_that_does_not_answer_is_no_verdict(
    answer: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "run", answering(answer, code))
    with pytest.raises(CouldNotJudge):
        list(sarif.judge([Path("a.sarif")]))


def test_what_the_multitool_says_is_told_apart_from_what_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "run", answering(_READ + _FAULT + _ENDED))
    [complaint] = sarif.judge([Path("a.sarif")])
    assert complaint.says == "SARIF1009: results[0]: no such rule. [41,9]"


def test_schema_that_is_not_installed_is_no_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "_PACKAGE", tmp_path)
    with pytest.raises(CouldNotJudge, match="no schema of SARIF"):
        list(sarif.judge_by_schema([Path("a.sarif")]))


def test_schema_finds_what_it_does_not_allow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["runs"]}
    (tmp_path / "sarif-2.1.0.json").write_text(json.dumps(schema))
    monkeypatch.setattr(sarif, "_PACKAGE", tmp_path)
    files = [tmp_path / f"{name}.sarif" for name in ("sound", "faulty", "half")]
    for file, text in zip(files, ('{"runs": []}', "{}", '{"runs'), strict=True):
        file.write_text(text)
    said = [(one.file.stem, one.says[:20]) for one in sarif.judge_by_schema(files)]
    assert said == [("faulty", "$: 'runs' is a requi"), ("half", "it is no JSON: Unter")]


# What is damaged → the rules that are then broken, of those that are not without the damage.
BROKEN = {
    "ukjend-nøkkel": {"BP103"},
    "ikkje-yaml": {"BP003"},
    "ikkje-utf-8": {"BP001"},
    "med-unntak": set[str](),
    "unntak-til-overs": {"BP904"},
    "tom": {"BP002"},
}


@pytest.mark.slow
def test_findings_are_those_of_sound_and_of_damaged_plans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "WORKPLACE", tmp_path)
    plan = Path("tests/cases/toppdalen/plans/2031.yaml").resolve()
    sound, *damaged = findings.report_all([plan], [])
    assert len(damaged) == len(DAMAGES) == len(BROKEN)
    for file in damaged:
        name = file.stem.partition("#1-")[2]
        assert (name, codes(file) - codes(sound)) == (name, BROKEN[name])
    excused = json.loads(damaged[[*DAMAGES].index("med-unntak")].read_text(encoding="utf-8"))
    assert any("suppressions" in result for result in excused["runs"][0]["results"])


def codes(file: Path) -> set[str]:
    """The rules that a report says are broken."""
    (run,) = json.loads(file.read_text(encoding="utf-8"))["runs"]
    return {result["ruleId"] for result in run["results"]}


def test_checker_without_java_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CouldNotJudge, match="java is not on this machine"):
        list(web.judge_markup([Path("/a.html")]))


def test_program_is_the_first_there_is() -> None:
    assert find("no-such-program", "python3").endswith("python3")


def test_packages_are_pinned_and_name_no_address() -> None:
    text = (HERE / "package.json").read_text(encoding="utf-8")
    said = json.loads(text)
    versions = [*said["dependencies"].values(), *said["optionalDependencies"].values()]
    assert all(part.isdecimal() for version in versions for part in version.split("."))
    assert "://" not in text
