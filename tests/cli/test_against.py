"""`bygdeplan render --against`: which documents are made, what they are called, what is refused."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Program

pytestmark = pytest.mark.slow


@pytest.fixture
def _pages_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each file hold the page it would be made of."""

    def convert(page: str, formats: list[str], **_: object) -> dict[str, bytes]:
        return {format_: page.encode() for format_ in formats}

    monkeypatch.setattr("bygdeplan.side.produksjon.convert", convert)


@pytest.mark.usefixtures("_pages_alone")
def test_documents_that_can_show_changes_are_made(bygdeplan: Program) -> None:
    said = bygdeplan("render", "2031", "--against", "2030")
    assert said == (
        0,
        (
            "build/2031/saksframlegg-2031-toppdal-mot-2030.docx\n"
            "build/2031/saksframlegg-2031-ytre-glimsund-mot-2030.docx\n"
            "build/2031/handlingsplan-2031-mot-2030.docx\n"
        ),
        "",
    )


@pytest.mark.usefixtures("_pages_alone")
def test_changes_are_those_since_the_plan_named(bygdeplan: Program, workplace: Path) -> None:
    bygdeplan("render", "2031", "--against", "2030", "--format", "html")
    made = (workplace / "build/2031/handlingsplan-2031-mot-2030.html").read_text("utf-8")
    assert "endringane frå planen for 2030" in made
    assert "<del>" in made
    assert "<ins>" in made


NAMES = {
    "a file": ("arkiv/2031-revisjon-1.yaml", "2031-revisjon-1"),
    "a file with odd signs": ("arkiv/gamal plan (1).yaml", "gamal-plan-1"),
    "a year": ("2030", "2030"),
}


@pytest.mark.usefixtures("_pages_alone")
@pytest.mark.parametrize(("against", "name"), NAMES.values(), ids=NAMES)
def test_file_says_what_it_is_held_against(
    bygdeplan: Program, workplace: Path, against: str, name: str
) -> None:
    if against.endswith(".yaml"):
        (workplace / "arkiv").mkdir()
        shutil.copy("plans/2031.yaml", against)
    said = bygdeplan("render", "2031", "--document", "handlingsplan", "--against", against)
    assert said.out == f"build/2031/handlingsplan-2031-mot-{name}.docx\n"


@pytest.mark.usefixtures("_pages_alone")
@pytest.mark.parametrize("against", ["2031@r1", "plans/2031.yaml@r1", "plans/2031-r1.lock"])
def test_locked_revision_can_be_held_against(
    bygdeplan: Program, workplace: Path, against: str
) -> None:
    bygdeplan("lock", "2031", "--revision", "1", "--date", "2031-01-06")
    said = bygdeplan("render", "2031", "--document", "handlingsplan", "--against", against)
    assert said == (0, "build/2031/handlingsplan-2031-mot-2031-r1.docx\n", "")
    made = workplace / "build/2031/handlingsplan-2031-mot-2031-r1.docx"
    assert "(revisjon 1, " in made.read_text("utf-8")


@pytest.mark.usefixtures("_pages_alone")
def test_kommune_and_form_narrow_it(bygdeplan: Program) -> None:
    said = bygdeplan(
        *("render", "2031", "--against", "2030", "--document", "saksframlegg"),
        *("--kommune", "toppdal", "--form", "kropp", "--form", "heil"),
    )
    assert said.out.splitlines() == [
        "build/2031/saksframlegg-2031-toppdal-mot-2030.docx",
        "build/2031/saksframlegg-2031-toppdal-kropp-mot-2030.docx",
    ]


@pytest.mark.usefixtures("_pages_alone")
def test_kommune_without_an_earlier_saksframlegg_is_told_of(
    bygdeplan: Program, workplace: Path
) -> None:
    earlier = workplace / "plans" / "2030.yaml"
    text = earlier.read_text(encoding="utf-8").replace("ytre-glimsund", "indre-glimsund")
    earlier.write_text(text, encoding="utf-8")
    said = bygdeplan("render", "2031", "--against", "2030", "--document", "saksframlegg")
    assert said.out == "build/2031/saksframlegg-2031-toppdal-mot-2030.docx\n"
    assert said.err == (
        "Planen for 2030 har ikkje Ytre Glimsund, så "
        "der er det ikkje noko saksframlegg å samanlikne med.\n"
    )


REFUSED = {
    "a document that tells of changes itself": (
        ("--document", "endringsliste"),
        (
            "feil: Endringsliste kan ikkje visast med endringar. "
            "Med --against kan du velje saksframlegg eller handlingsplan.\n"
        ),
    ),
    "odt": (
        ("--format", "docx", "--format", "odt"),
        (
            "feil: Spora endringar finst ikkje i odt. "
            "Vel docx, som LibreOffice òg opnar, eller html, pdf eller md.\n"
        ),
    ),
    "a year without a plan": (
        ("--against", "2029"),
        "feil: Det finst ingen plan for 2029 i plans. Åra som finst: 2030, 2031.\n",
    ),
}


@pytest.mark.parametrize(("words", "expected"), REFUSED.values(), ids=REFUSED)
def test_refused(
    bygdeplan: Program, workplace: Path, words: tuple[str, ...], expected: str
) -> None:
    said = bygdeplan("render", "2031", "--against", "2030", *words)
    assert said == (2, "", expected)
    assert not (workplace / "build").exists()
