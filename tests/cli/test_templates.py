"""`bygdeplan templates`: which templates there are, and copies to edit."""

from pathlib import Path

import pytest

from bygdeplan.ord.frase import shipped_templates
from tests.cli.conftest import Program

VURDERING = "saksframlegg/vurdering.html.j2"


def shipped() -> list[str]:
    folder = shipped_templates()
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def copied(folder: Path) -> list[str]:
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def test_without_a_name_they_are_listed_and_nothing_is_written(
    bygdeplan: Program, workplace: Path
) -> None:
    said = bygdeplan("templates")
    assert said == (0, "".join(f"{name}\n" for name in shipped()), "")
    assert {VURDERING, "husstil.yaml", "style.css", "reference.docx"} <= set(shipped())
    assert [path.name for path in workplace.iterdir()] == ["plans"]


def test_named_ones_are_copied_beside_the_plans(bygdeplan: Program, workplace: Path) -> None:
    said = bygdeplan("templates", VURDERING, "husstil.yaml")
    assert said == (0, f"templates/husstil.yaml\ntemplates/{VURDERING}\n", "")
    assert copied(workplace / "templates") == ["husstil.yaml", VURDERING]
    for name in ("husstil.yaml", VURDERING):
        copy = (workplace / "templates" / name).read_bytes()
        assert copy == (shipped_templates() / name).read_bytes()


def test_copies_lie_beside_the_plans_wherever_the_command_is_given(
    bygdeplan: Program, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workplace / "plans" / "gamle").mkdir()
    monkeypatch.chdir(workplace / "plans" / "gamle")
    assert bygdeplan("templates", "husstil.yaml").code == 0
    assert copied(workplace / "templates") == ["husstil.yaml"]


def test_another_folder(bygdeplan: Program, workplace: Path) -> None:
    said = bygdeplan("templates", "style.css", "--out", "prøve/malar")
    assert said == (0, "prøve/malar/style.css\n", "")
    assert copied(workplace / "prøve") == ["malar/style.css"]


def test_an_edited_template_is_never_written_over(bygdeplan: Program, workplace: Path) -> None:
    own = workplace / "templates" / "style.css"
    own.parent.mkdir()
    own.write_text("p {}", encoding="utf-8")
    said = bygdeplan("templates", "husstil.yaml", "style.css")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("feil: templates/style.css finst frå før og blir ikkje skriven over")
    assert said.err.count("\n") == 1
    assert own.read_text("utf-8") == "p {}"
    assert copied(workplace / "templates") == ["style.css"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("saksframlegg/vurdering", VURDERING),
        ("saksframlegg\\vurdering.html.j2", VURDERING),
        ("husstil.yml", "husstil.yaml"),
    ],
)
def test_name_that_is_nearly_right(bygdeplan: Program, written: str, meant: str) -> None:
    said = bygdeplan("templates", written)
    assert said == (2, "", f"feil: Malen `{written}` finst ikkje. Meinte du `{meant}`?\n")


def test_no_plans_to_lie_beside(bygdeplan: Program, workplace: Path) -> None:
    (workplace / "plans").rename(workplace / "andre")
    said = bygdeplan("templates", "style.css")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("feil: Fann inga mappe «plans»")


@pytest.mark.slow
def test_an_edited_copy_is_what_the_documents_are_made_of(
    bygdeplan: Program, workplace: Path
) -> None:
    bygdeplan("templates", VURDERING)
    own = workplace / "templates" / VURDERING
    own.write_text(f"<p>Vurdert i fellesskap.</p>\n{own.read_text('utf-8')}", encoding="utf-8")
    wanted = ("--document", "saksframlegg", "--kommune", "toppdal", "--format", "md")
    assert bygdeplan("render", *wanted).code == 0
    made = workplace / "build" / "2031" / "saksframlegg-2031-toppdal.md"
    assert "Vurdert i fellesskap." in made.read_text("utf-8")
