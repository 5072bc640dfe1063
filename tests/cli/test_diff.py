"""`bygdeplan diff`: forms, exit codes, and what stops it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.history import History, begin_history


@pytest.fixture
def history(workplace: Path) -> History:
    """Keep the plans in a repository, with another first version of the one for 2031."""
    history = begin_history(workplace)
    plan = workplace / "plans" / "2031.yaml"
    now = plan.read_text(encoding="utf-8")
    plan.write_text(now.replace("vekt: 70", "vekt: 60", 1), encoding="utf-8")
    history.commit("utkast")
    plan.write_text(now, encoding="utf-8")
    history.commit("framlegg")
    return history


def test_years_and_paths_alike(bygdeplan: Program) -> None:
    by_year = bygdeplan("diff", "2030", "2031")
    assert by_year.code == 0
    assert by_year == bygdeplan("diff", "plans/2030.yaml", "plans/2031.yaml")


def test_text_fits_eighty_columns(bygdeplan: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = bygdeplan("diff", "2030", "2031").out.splitlines()
    assert len(lines) > 40
    assert max(map(len, lines)) <= 80


def test_exit_code_tells_only_when_asked(bygdeplan: Program) -> None:
    assert bygdeplan("diff", "2030", "2031").code == 0
    assert bygdeplan("diff", "2030", "2031", "--exit-code").code == 1
    assert bygdeplan("diff", "2031", "2031", "--exit-code").code == 0


def test_json(bygdeplan: Program) -> None:
    facts = json.loads(bygdeplan("diff", "2030", "2031", "--format", "json").out)
    assert (facts["frå"]["år"], facts["til"]["år"]) == (2030, 2031)
    assert [each["id"] for each in facts["avslutta"]] != []


def test_markdown(bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2030", "2031", "--format", "md")
    assert said.code == 0
    assert said.out.startswith("# ")


def test_plan_that_only_breaks_rules_can_be_compared(bygdeplan: Program) -> None:
    text = Path("plans/2031.yaml").read_text(encoding="utf-8")
    Path("utkast.yaml").write_text(text.replace("vekt: 70", "vekt: 71", 1), encoding="utf-8")
    assert bygdeplan("diff", "2030", "utkast.yaml").code == 0


def test_plan_without_the_shape_of_one_cannot(bygdeplan: Program) -> None:
    shutil.copy("plans/2031.yaml", "utkast.yaml")
    with Path("utkast.yaml").open("a", encoding="utf-8") as file:
        file.write("ukjend: 1\n")
    said = bygdeplan("diff", "2030", "utkast.yaml")
    assert (said.code, said.out) == (1, "")
    assert " feil BP103: Ukjend nøkkel" in said.err


# --- earlier editions ---


@pytest.mark.usefixtures("history")
def test_a_plan_against_what_it_was(bygdeplan: Program) -> None:
    shutil.copy("plans/2031.yaml", "ny.yaml")
    assert bygdeplan("diff", "2031@HEAD", "2031", "--exit-code").code == 0
    then = bygdeplan("diff", "2031@HEAD~1", "2030", "--format", "json")
    assert json.loads(then.out)["frå"]["år"] == 2031


def test_a_plan_that_had_faults_then(bygdeplan: Program, history: History) -> None:
    Path("plans/2031.yaml").write_text("år: 2031\nrevisjn: 1\n", encoding="utf-8")
    history.commit("feil")
    said = bygdeplan("diff", "2031@HEAD~1", "2031@HEAD")
    assert (said.code, said.out) == (1, "")
    assert "plans/2031.yaml@HEAD:2:1: feil BP103: Ukjend nøkkel" in said.err
    assert "  2 │ revisjn: 1\n    │ ^^^^^^^\n" in said.err


@pytest.mark.usefixtures("history")
def test_an_edition_that_is_not_there(bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2031@mian", "2031")
    assert (said.code, said.out) == (2, "")
    assert said.err == "feil: Fann inga utgåve `mian` i git-lageret. Meinte du `main`?\n"


@pytest.mark.parametrize("command", ["validate", "render", "calendar"])
def test_other_commands_take_the_plan_as_it_stands(command: str, bygdeplan: Program) -> None:
    said = bygdeplan(command, "2031@HEAD")
    assert said.code == 2
    assert "er ei eldre utgåve, og slike kan berre jamførast" in said.err


# --- files ---


@pytest.mark.usefixtures("quick_documents")
@pytest.mark.parametrize("form", ["docx", "odt", "html", "pdf", "md"])
def test_the_ending_says_which_document(form: str, bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2030", "2031", "--out", f"ut/liste.{form.upper()}")
    assert (said.code, said.out) == (0, f"ut/liste.{form.upper()}\n")
    assert Path(f"ut/liste.{form.upper()}").read_text(encoding="utf-8") == form


@pytest.mark.usefixtures("quick_documents")
def test_the_form_that_is_asked_for_goes_before_the_ending(bygdeplan: Program) -> None:
    assert bygdeplan("diff", "2030", "2031", "--format", "docx", "--out", "liste.pdf").code == 0
    assert Path("liste.pdf").read_text(encoding="utf-8") == "docx"


@pytest.mark.parametrize(("form", "name"), [("text", "liste.txt"), ("json", "liste.json")])
def test_a_file_says_what_the_screen_does(form: str, name: str, bygdeplan: Program) -> None:
    shown = bygdeplan("diff", "2030", "2031", "--format", form).out
    assert bygdeplan("diff", "2030", "2031", "--out", name, "--exit-code").code == 1
    assert Path(name).read_bytes().decode() == shown


def test_a_whole_document_and_own_templates(bygdeplan: Program) -> None:
    Path("templates").mkdir()
    Path("templates/endringsliste.html.j2").write_text(
        "<html lang='nn'><main>Vår {{ dokument.hovud.tittel }}</main></html>", encoding="utf-8"
    )
    assert bygdeplan("diff", "2030", "plans/2031.yaml", "--out", "liste.html").code == 0
    assert "<main>Vår Endringar frå handlingsplanen 2030 til 2031<" in Path("liste.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "docx"], "Forma docx må skrivast til ei fil: --out endringsliste.docx"),
        (["--out", "liste.doc"], "Namnet liste.doc seier ikkje kva slag fil det skal bli."),
        (["--out", "liste"], "Namnet liste seier ikkje kva slag fil det skal bli."),
        (["--format", "doc"], "Forma `doc` finst ikkje. Meinte du `docx`?"),
    ],
)
def test_a_form_that_cannot_be_given(words: list[str], message: str, bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2030", "2031", *words)
    assert (said.code, said.out) == (2, "")
    assert message in said.err
    assert not list(Path().glob("liste*"))
