"""`bygdeplan diff`: forms, exit codes, and what stops it."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.history import History, begin_history
from tests.schemas import ROOT, faults

SCHEMA = ROOT / "schemas" / "diff.schema.json"


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
    facts = as_json(bygdeplan, "2030", "2031")
    assert (facts["before"]["year"], facts["after"]["year"]) == (2030, 2031)
    assert faults(facts, SCHEMA) == []
    assert facts["counts"] == Counter(each["level"] for each in facts["changes"])
    assert facts["unchanged"] != []


def as_json(bygdeplan: Program, *words: str) -> Any:
    return json.loads(bygdeplan("diff", *words, "--format", "json").out)


def test_json_knows_both_places(bygdeplan: Program) -> None:
    changes = as_json(bygdeplan, "2030", "2031")["changes"]
    [renamed] = [each for each in changes if each["code"] == "EN110"]
    for side, year in ((renamed["before"], 2030), (renamed["after"], 2031)):
        lines = Path(f"plans/{year}.yaml").read_text("utf-8").splitlines()
        line = lines[side["line"] - 1]
        assert line[side["column"] - 1 :].strip("\"' ") == side["value"]
        assert side["path"][-1] == "tittel"
    [moved] = [each for each in changes if each["code"] == "EN109"]
    assert [moved["before"]["value"], moved["after"]["value"]] == ["ungdom", "reiseliv"]
    assert {each["before"] is None for each in changes if each["kind"] == "new"} == {True}


def test_json_has_cells_in_kroner_and_per_cent(bygdeplan: Program) -> None:
    changes = as_json(bygdeplan, "2030", "2031")["changes"]
    ting = ["budsjett", "fellespostar", "drift", "budsjett"]
    [drift] = [each for each in changes if each["subject"] == ting]
    cells = {".".join(c["path"][4:]): (c["shift"], c["percent"]) for c in drift["differences"]}
    assert cells == {
        "2032.kostnad": (90_000, 18.0),
        "2032.finansiering.driftstilskot.beløp": (90_000, 30.0),
    }


def test_every_way_of_writing_a_level(bygdeplan: Program) -> None:
    told = {
        written: as_json(bygdeplan, "2030", "2031", "--only", written)
        for written in ("må vurderast", "ma-vurderast", "MÅ-VURDERAST")
    }
    assert told["må vurderast"]["changes"] != []
    assert {each["level"] for each in told["må vurderast"]["changes"]} == {"to-be-judged"}
    assert all(each == told["må vurderast"] for each in told.values())
    assert told["må vurderast"]["budget"] == {"subgoals": [], "years": []}


def test_several_levels_at_once(bygdeplan: Program) -> None:
    both = as_json(bygdeplan, "2030", "2031", "--only", "prinsipiell", "--only", "må-vurderast")
    assert {each["level"] for each in both["changes"]} == {"of-principle", "to-be-judged"}
    assert both["budget"]["years"] != []


@pytest.mark.slow
def test_only_a_level_in_text_and_markdown(bygdeplan: Program) -> None:
    for form in ("text", "md"):
        said = bygdeplan("diff", "2030", "2031", "--only", "ikkje-prinsipiell", "--format", form)
        assert said.code == 0
        assert "var tiltak 4" in said.out
        # How a case document is set up is the kommune's own affair.
        assert ("kortform av februar" in said.out) == (form == "text")
        assert "prosjektmedarbeidar" not in said.out
        assert "Budsjettet etter år" not in said.out


def test_unknown_level(bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2030", "2031", "--only", "prinsippiell")
    assert said.code == 2
    assert said.err == "feil: Nivået `prinsippiell` finst ikkje. Meinte du `prinsipiell`?\n"


LETTER = ("Bestillingsskyss", "BESTILLINGSSKYSS")
WORD = ("Bestillingsskyss", "Skyss på bestilling")
AMOUNT = ("driftstilskot: 390 000", "driftstilskot: 390 001")


@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (None, (0, 0, 0)),
        (LETTER, (1, 0, 0)),
        (WORD, (1, 1, 0)),
        (AMOUNT, (1, 1, 1)),
    ],
)
def test_fail_on_a_level_or_above(
    bygdeplan: Program, edit: tuple[str, str] | None, codes: tuple[int, ...]
) -> None:
    text = Path("plans/2031.yaml").read_text(encoding="utf-8")
    assert edit is None or edit[0] in text
    Path("utkast.yaml").write_text(text.replace(*edit) if edit else text, encoding="utf-8")
    levels = ("ikkje-prinsipiell", "må-vurderast", "prinsipiell")
    found = [bygdeplan("diff", "2031", "utkast.yaml", "--fail-on", each).code for each in levels]
    assert tuple(found) == codes


def test_fail_on_looks_at_what_only_hides(bygdeplan: Program) -> None:
    words = ("diff", "2030", "2031", "--only", "ikkje-prinsipiell", "--fail-on", "prinsipiell")
    assert bygdeplan(*words).code == 1


def test_exit_code_looks_at_what_is_shown(bygdeplan: Program) -> None:
    text = Path("plans/2031.yaml").read_text(encoding="utf-8")
    Path("utkast.yaml").write_text(text.replace(*WORD), encoding="utf-8")
    words = ("diff", "2031", "utkast.yaml", "--exit-code", "--only")
    assert bygdeplan(*words, "må-vurderast").code == 1
    assert bygdeplan(*words, "prinsipiell").code == 0


def test_text_shows_words_levels_and_places(bygdeplan: Program) -> None:
    text = Path("plans/2031.yaml").read_text(encoding="utf-8")
    changed = text.replace("Reiselivet har størst vekt", "Reiselivet har mest vekt")
    assert changed != text
    Path("utkast.yaml").write_text(changed, encoding="utf-8")
    said = " ".join(bygdeplan("diff", "2031", "utkast.yaml").out.split())
    assert "Reiselivet har [ut: størst] [inn: mest] vekt fordi det" in said
    assert re.search(r"EN433, må vurderast, 2031\.yaml:(\d+) → utkast\.yaml:\1", said)


@pytest.mark.slow
def test_markdown_by_the_authors_own_templates(bygdeplan: Program) -> None:
    Path("templates").mkdir()
    shipped = (ROOT / "templates" / "endringsliste.html.j2").read_text("utf-8")
    own = shipped.replace("{% if dokument.tom %}", "<p>Vår eigen liste.</p>{% if dokument.tom %}")
    Path("templates/endringsliste.html.j2").write_text(own, encoding="utf-8")
    assert "Vår eigen liste." in bygdeplan("diff", "2030", "2031", "--format", "md").out


@pytest.mark.slow
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
    assert json.loads(then.out)["before"]["year"] == 2031


def test_a_plan_that_had_faults_then(bygdeplan: Program, history: History) -> None:
    Path("plans/2031.yaml").write_text("år: 2031\nrevisjn: 1\n", encoding="utf-8")
    history.commit("feil")
    said = bygdeplan("diff", "2031@HEAD~1", "2031@HEAD")
    assert (said.code, said.out) == (1, "")
    assert "plans/2031.yaml@HEAD:2:1: feil BP103: Ukjend nøkkel" in said.err
    assert "  2 │ revisjn: 1\n    │ ^^^^^^^\n" in said.err


@pytest.mark.usefixtures("history")
def test_places_in_an_earlier_edition(bygdeplan: Program, history: History) -> None:
    history.git("branch", "sak/utkast", "HEAD~1")
    said = bygdeplan("diff", "2031@sak/utkast", "2031").out
    assert re.search(r"2031\.yaml@sak/utkast:(\d+) → 2031\.yaml:\1\b", " ".join(said.split()))
    [weight] = as_json(bygdeplan, "2031@HEAD~1", "2031")["changes"]
    assert weight["before"]["value"] == 60
    line = history.git("show", "HEAD~1:plans/2031.yaml").splitlines()[weight["before"]["line"] - 1]
    assert line.strip() == "vekt: 60"


@pytest.mark.usefixtures("history")
def test_an_edition_that_is_not_there(bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2031@mian", "2031")
    assert (said.code, said.out) == (2, "")
    assert said.err == "feil: Fann inga utgåve `mian` i git-lageret. Meinte du `main`?\n"


@pytest.mark.parametrize("command", ["validate", "render", "calendar"])
def test_other_commands_take_the_plan_as_it_stands(command: str, bygdeplan: Program) -> None:
    said = bygdeplan(command, "2031@HEAD")
    assert said.code == 2
    assert "er ei eldre utgåve, og slike kan berre samanliknast" in said.err


# --- files ---


@pytest.mark.usefixtures("quick_documents")
@pytest.mark.parametrize("form", ["docx", "odt", "html", "pdf"])
def test_the_ending_says_which_document(form: str, bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2030", "2031", "--out", f"ut/liste.{form.upper()}")
    assert (said.code, said.out) == (0, f"ut/liste.{form.upper()}\n")
    assert Path(f"ut/liste.{form.upper()}").read_text(encoding="utf-8") == form


@pytest.mark.usefixtures("quick_documents")
def test_the_form_that_is_asked_for_goes_before_the_ending(bygdeplan: Program) -> None:
    assert bygdeplan("diff", "2030", "2031", "--format", "docx", "--out", "liste.pdf").code == 0
    assert Path("liste.pdf").read_text(encoding="utf-8") == "docx"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "name"), [("text", "liste.txt"), ("json", "liste.json"), ("md", "liste.md")]
)
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
        (["--format", "docx"], "Formatet docx må skrivast til ei fil: --out endringsliste.docx"),
        (["--out", "liste.doc"], "Namnet liste.doc seier ikkje kva slag fil det skal bli."),
        (["--out", "liste"], "Namnet liste seier ikkje kva slag fil det skal bli."),
        (["--format", "doc"], "Formatet `doc` finst ikkje. Meinte du `docx`?"),
    ],
)
def test_a_form_that_cannot_be_given(words: list[str], message: str, bygdeplan: Program) -> None:
    said = bygdeplan("diff", "2030", "2031", *words)
    assert (said.code, said.out) == (2, "")
    assert message in said.err
    assert not list(Path().glob("liste*"))
