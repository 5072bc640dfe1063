"""`bygdeplan audit`: what is found in finished files, and whether they are what the plan gives."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.etree import _Element

from bygdeplan.convert.package import rewrite
from bygdeplan.les.names import DOCX, ODT, Names
from tests.audit.planting import Ending, Plant, drop, drop_all, rendered
from tests.cli.conftest import Program
from tests.schemas import ROOT, faults

pytestmark = pytest.mark.slow

REPORT = "statusrapport-2030"
PLAN = "plans/2031.yaml"
TEXT = {"docx": "word/document.xml", "odt": "content.xml"}
CORE = "docProps/core.xml"
SAME = f"; lik {REPORT} frå {PLAN}"

Save = Callable[..., str]


@pytest.fixture
def save(workplace: Path) -> Save:
    """Save a rendered document, perhaps edited, in the folder of the plans, and name it."""

    def save(ending: Ending = "docx", name: str = REPORT, **plants: Plant) -> str:
        parts = {TEXT[ending] if part == "text" else CORE: edit for part, edit in plants.items()}
        file = f"{name}.{ending}"
        (workplace / file).write_bytes(rewrite(rendered(ending, name), parts))
        return file

    return save


def reworded(names: Names, element: str, old: str, new: str) -> Plant:
    """Write another word where one first stands."""

    def plant(part: _Element) -> None:
        for text in part.iter(names(element)):
            if text.text and old in text.text:
                text.text = text.text.replace(old, new, 1)
                return
        raise AssertionError(old)

    return plant


def edit(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


# --- what is found in a file alone ---


def test_file_in_order(bygdeplan: Program, save: Save) -> None:
    assert bygdeplan("audit", save()) == (0, f"{REPORT}.docx: i orden\n", "")


def test_fault_is_told_without_a_line(bygdeplan: Program, save: Save) -> None:
    said = bygdeplan("audit", save(text=drop(DOCX, "w:tbl[2]/w:tr/w:trPr/w:tblHeader")))
    headline, advice, _, count = said.out.splitlines()
    assert said.code == 1
    assert headline.startswith(f"{REPORT}.docx: feil BP821: Under «")
    assert advice.startswith("  hjelp: Merk den øvste rada")
    assert count == f"{REPORT}.docx: 1 feil"


def test_warning_is_no_failure(bygdeplan: Program, save: Save) -> None:
    said = bygdeplan("audit", save(text=drop(DOCX, "w:tblDescription")))
    assert said.code == 0
    assert "åtvaring BP823" in said.out


SCHEMAS = {
    "json": ROOT / "schemas" / "findings.schema.json",
    "sarif": ROOT / "tests" / "report" / "sarif.schema.json",
}


@pytest.mark.parametrize("form", SCHEMAS)
def test_several_files_make_one_document(bygdeplan: Program, save: Save, form: str) -> None:
    good = save(name="endringsliste-2030-2031")
    faulty = save(text=drop(DOCX, "w:tblHeader"))
    said = bygdeplan("audit", good, faulty, "--plan", "2031", "--format", form)
    assert said.code == 1
    assert faults(json.loads(said.out), SCHEMAS[form]) == []
    assert good in said.out
    assert "BP821" in said.out


def test_annotations_come_by_themselves_on_github(
    bygdeplan: Program, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    said = bygdeplan("audit", save(text=drop(DOCX, "w:tblHeader")))
    assert said.out.startswith(f"::error file={REPORT}.docx,title=BP821%3A ")


def test_file_of_another_kind(bygdeplan: Program) -> None:
    Path("notat.pdf").write_bytes(b"%PDF-1.7")
    said = bygdeplan("audit", "notat.pdf", "--plan", "2031")
    assert said.code == 1
    assert said.out.splitlines()[-1] == "notat.pdf: 1 feil"
    assert "BP801" in said.out


# --- whether it is what the plan gives ---


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_same_text(bygdeplan: Program, save: Save, ending: Ending) -> None:
    said = bygdeplan("audit", "--plan", "2031", save(ending))
    assert "BP88" not in said.out
    assert said.out.splitlines()[-1].endswith(SAME)


def test_same_text_in_file_that_is_in_order_is_all_well(bygdeplan: Program, save: Save) -> None:
    assert bygdeplan("audit", "--plan", PLAN, save()) == (
        0,
        f"{REPORT}.docx: i orden{SAME}\n",
        "",
    )


@pytest.mark.parametrize(
    ("ending", "names", "element"), [("docx", DOCX, "w:t"), ("odt", ODT, "text:p")]
)
def test_edited_word(
    bygdeplan: Program, save: Save, ending: Ending, names: Names, element: str
) -> None:
    file = save(ending, text=reworded(names, element, "Revisjon", "Utgåve"))
    said = bygdeplan("audit", "--plan", "2031", file)
    assert said.code == 1
    (told,) = [line for line in said.out.splitlines() if "BP88" in line]
    assert told.startswith(f"{file}: feil BP881: Under «Statusrapport 2030")
    assert "Revisjon 2" in told.partition("no står det")[0]
    assert "Utgåve 2" in told.partition("no står det")[2]
    assert said.out.splitlines()[-1].endswith("; endra etter at dokumentet blei laga")


def test_edit_is_told_to_programs(bygdeplan: Program, save: Save) -> None:
    file = save(text=reworded(DOCX, "w:t", "Revisjon", "Utgåve"))
    made = json.loads(bygdeplan("audit", "--plan", "2031", "--format", "json", file).out)
    assert [finding["code"] for finding in made["findings"]] == ["BP881"]
    assert made["origins"] == [
        {
            "file": file,
            "plan": PLAN,
            "document": REPORT,
            "verdict": "edited",
            "verdict_text": "endra etter at dokumentet blei laga",
        }
    ]


def test_document_the_plan_does_not_give(bygdeplan: Program, save: Save) -> None:
    said = bygdeplan("audit", "--plan", "2030", save())
    assert said.code == 1
    assert "BP882: Dokumentet har tittelen «Statusrapport 2030" in said.out
    assert said.out.splitlines()[-1].endswith("; frå ein annan plan enn plans/2030.yaml")


def test_document_of_an_earlier_revision(bygdeplan: Program, save: Save) -> None:
    file = save(name="handlingsplan-2031")
    edit(PLAN, "\ndato: 2031-01-06", "\ndato: 2031-01-07")
    said = bygdeplan("audit", "--plan", "2031", file)
    assert said.code == 1
    assert "BP882" in said.out
    assert "BP881" not in said.out
    assert said.out.splitlines()[-1].endswith(f"; frå ein annan plan enn {PLAN}")


def test_comment_in_the_plan_changes_nothing(bygdeplan: Program, save: Save) -> None:
    Path(PLAN).write_text("# Sjå over.\n" + Path(PLAN).read_text("utf-8"), encoding="utf-8")
    assert bygdeplan("audit", "--plan", "2031", save()).code == 0


@pytest.mark.parametrize("kommune", ["toppdal", "ytre-glimsund-kropp"])
@pytest.mark.parametrize(
    "edits",
    [{}, {"core": drop(DOCX, "dc:title")}],
    ids=["by its title", "by its text when the title is gone"],
)
def test_kommune_is_known(
    bygdeplan: Program, save: Save, kommune: str, edits: dict[str, Plant]
) -> None:
    name = f"saksframlegg-2031-{kommune}"
    said = bygdeplan("audit", "--plan", "2031", save(name=name, **edits))
    assert said.out.splitlines()[-1].endswith(f"; lik {name} frå {PLAN}")


FORMS = ["saksframlegg-2031-toppdal", "saksframlegg-2031-toppdal-kropp"]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_each_form_is_in_order_and_known_as_itself(
    bygdeplan: Program, save: Save, ending: Ending, name: str
) -> None:
    said = bygdeplan("audit", "--plan", "2031", save(ending, name))
    assert said == (0, f"{name}.{ending}: i orden; lik {name} frå {PLAN}\n", "")


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("provenance", [True, False], ids=["by its provenance", "by its text"])
def test_edited_form_is_held_against_its_own(
    bygdeplan: Program, save: Save, name: str, *, provenance: bool
) -> None:
    file = Path(save(name=name, text=reworded(DOCX, "w:t", "Samandrag", "Samandraget")))
    if not provenance:
        custom = {"docProps/custom.xml": drop_all(DOCX, "custom:property")}
        file.write_bytes(rewrite(file.read_bytes(), custom))
    made = json.loads(bygdeplan("audit", "--plan", "2031", "--format", "json", file.name).out)
    assert [finding["code"] for finding in made["findings"]] == ["BP881"]
    assert [origin["document"] for origin in made["origins"]] == [name]


def test_form_whose_cover_is_deleted_is_still_that_form(bygdeplan: Program, save: Save) -> None:
    # Its text is then the body's, word for word, but not where it comes from.
    file = save(name=FORMS[0], text=delete_cover)
    made = json.loads(bygdeplan("audit", "--plan", "2031", "--format", "json", file).out)
    assert {finding["code"] for finding in made["findings"]} == {"BP881"}
    assert [origin["document"] for origin in made["origins"]] == [FORMS[0]]


def delete_cover(text: _Element) -> None:
    cover = ("Saksframlegg for", "Formannskap:", "Kommunestyre:", "[kommunen fyller inn]")
    for paragraph in list(text.iter(DOCX("w:p"))):
        words = "".join(paragraph.itertext())
        parent = paragraph.getparent()
        if words.startswith(cover) and parent is not None:
            parent.remove(paragraph)


def test_faulty_plan_gives_no_documents_to_compare_with(bygdeplan: Program, save: Save) -> None:
    file = save()
    edit(PLAN, "    vekt: 70", "    vekt: 71")
    said = bygdeplan("audit", "--plan", "2031", file)
    assert (said.code, said.out) == (1, "")
    assert "feil BP201" in said.err


def test_plan_that_does_not_exist(bygdeplan: Program, save: Save) -> None:
    said = bygdeplan("audit", "--plan", "2029", save())
    assert said.code == 2
    assert said.err.startswith("feil: Det finst ingen plan for 2029")
