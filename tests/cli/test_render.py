"""`bygdeplan render`: what is written, where, and what is said of it."""

import re
import shutil
from pathlib import Path

import pytest

from bygdeplan.side.byggjelogg import NAMN
from tests.cli.conftest import Program, Said

pytestmark = pytest.mark.usefixtures("quick_documents")

SECOND_YEAR = [
    "saksframlegg-2031-toppdal",
    "saksframlegg-2031-ytre-glimsund",
    "handlingsplan-2031",
    "endringsliste-2030-2031",
    "statusrapport-2030",
    "vedtaksoversikt-2031",
]


def paths(said: Said) -> list[str]:
    return said.out.splitlines()


def written(folder: Path) -> list[str]:
    """The files there, without the record of what they were made of."""
    files = (path for path in folder.rglob("*.*") if path.name != NAMN)
    return sorted(path.relative_to(folder).as_posix() for path in files)


def test_newest_plan_becomes_the_set_the_councils_get(bygdeplan: Program, workplace: Path) -> None:
    said = bygdeplan("render")
    assert said == (0, "".join(f"build/2031/{name}.docx\n" for name in SECOND_YEAR), "")
    assert written(workplace / "build") == sorted(f"2031/{name}.docx" for name in SECOND_YEAR)


def test_first_plan_leaves_out_what_needs_an_earlier_one(bygdeplan: Program) -> None:
    said = bygdeplan("render", "2030")
    assert said.code == 0
    assert paths(said) == [
        "build/2030/saksframlegg-2030-toppdal.docx",
        "build/2030/saksframlegg-2030-ytre-glimsund.docx",
        "build/2030/handlingsplan-2030.docx",
        "build/2030/vedtaksoversikt-2030.docx",
    ]
    assert said.err == (
        "Utan plan for året før 2030 blir endringsliste og statusrapport ikkje laga.\n"
    )


def test_what_is_left_out_is_told_only_when_it_was_wanted(bygdeplan: Program) -> None:
    said = bygdeplan("render", "2030", "--document", "handlingsplan")
    assert said == (0, "build/2030/handlingsplan-2030.docx\n", "")


def test_choices_narrow_the_set(bygdeplan: Program) -> None:
    said = bygdeplan(
        "render",
        *("--document", "saksframlegg", "--document", "statusrapport"),
        *("--kommune", "toppdal", "--format", "odt", "--format", "md", "--out", "ut"),
    )
    assert paths(said) == [
        "ut/2031/saksframlegg-2031-toppdal.odt",
        "ut/2031/saksframlegg-2031-toppdal.md",
        "ut/2031/statusrapport-2030.odt",
        "ut/2031/statusrapport-2030.md",
    ]


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("--kommune toppdal", "--kommune"),
        ("--form kropp --kommune toppdal", "--kommune og --form"),
    ],
)
def test_choice_that_no_document_heeds_is_told_of(
    bygdeplan: Program, choice: str, told: str
) -> None:
    said = bygdeplan("render", "--document", "handlingsplan", *choice.split())
    assert said == (
        0,
        "build/2031/handlingsplan-2031.docx\n",
        f"{told} gjeld berre saksframlegg, og det er ikkje mellom dokumenta du vel.\n",
    )


def test_body_for_a_case_system_and_the_other_documents_as_ever(bygdeplan: Program) -> None:
    said = bygdeplan("render", "--form", "kropp")
    assert paths(said) == [
        "build/2031/saksframlegg-2031-toppdal-kropp.docx",
        "build/2031/saksframlegg-2031-ytre-glimsund-kropp.docx",
        *(f"build/2031/{name}.docx" for name in SECOND_YEAR[2:]),
    ]


def test_both_forms_at_once(bygdeplan: Program) -> None:
    wanted = ("--document", "saksframlegg", "--kommune", "toppdal")
    said = bygdeplan("render", *wanted, "--form", "kropp", "--form", "heil")
    assert paths(said) == [
        "build/2031/saksframlegg-2031-toppdal.docx",
        "build/2031/saksframlegg-2031-toppdal-kropp.docx",
    ]


def test_form_there_is_not(bygdeplan: Program) -> None:
    said = bygdeplan("render", "--form", "krop")
    assert said == (2, "", "feil: Forma `krop` finst ikkje. Meinte du `kropp`?\n")


def test_plan_can_be_named_by_its_path(bygdeplan: Program) -> None:
    shutil.move("plans", "arkiv")
    said = bygdeplan("render", "arkiv/2031.yaml")
    assert len(paths(said)) == len(SECOND_YEAR)


def test_documents_go_below_where_the_command_is_given(
    bygdeplan: Program, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workplace / "møte").mkdir()
    monkeypatch.chdir(workplace / "møte")
    assert bygdeplan("render").code == 0
    assert len(written(workplace / "møte" / "build")) == len(SECOND_YEAR)


# --- what stops it ---


def replace(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert old in text
    Path(file).write_text(text.replace(old, new, 1), encoding="utf-8")


STOPS = {
    "a sum that is wrong": ("2031", ("    vekt: 70", "    vekt: 71"), "BP201"),
    "an unknown key": ("2031", ("    formannskap:", "    formanskap:"), "BP103"),
    "a wrong type": ("2031", ("    vekt: 70", "    vekt: [70]"), "BP"),
    "a missing field": ("2031", ("    nummer: 9901\n", ""), "BP102"),
    "no YAML": ("2031", ("år: 2031", "år: [2031"), "BP003"),
    "a fault in the plan of the year before": ("2030", ("år: 2030", "år: tretti"), "BP"),
}


@pytest.mark.parametrize(("year", "change", "code"), STOPS.values(), ids=STOPS)
def test_feil_stops_it(
    bygdeplan: Program, workplace: Path, year: str, change: tuple[str, str], code: str
) -> None:
    replace(f"plans/{year}.yaml", *change)
    said = bygdeplan("render", "2031")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"plans/{year}.yaml:")
    assert f" feil {code}" in said.err
    assert not re.search(r": (merknad|åtvaring) BP", said.err)
    assert not (workplace / "build").exists()


def test_folder_that_is_a_file(bygdeplan: Program, workplace: Path) -> None:
    (workplace / "build").write_text("x", encoding="utf-8")
    said = bygdeplan("render")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("feil: Kan ikkje skrive til build")
    assert said.err.endswith(
        "det ligg ei fil der mappa skulle ha vore. Vel ei anna mappe med --out.\n"
    )
    assert said.err.count("\n") == 1


def test_folder_that_cannot_be_written_to(
    bygdeplan: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    # Not by the folder's rights, which hold back neither root nor anyone on Windows.
    monkeypatch.setattr(Path, "mkdir", refuse)
    said = bygdeplan("render")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("feil: Kan ikkje skrive til build: du har ikkje løyve")
    assert said.err.count("\n") == 1


def test_write_that_fails_on_the_way_leaves_nothing(
    bygdeplan: Program, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = Path.replace
    moves = []

    def fail_at_the_third(self: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == 3:
            raise PermissionError(13, "Permission denied", str(target))
        return renamed(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_third)
    said = bygdeplan("render")
    assert said.code == 2
    assert [name for name in written(workplace) if "/." in name] == []
    assert {path.read_bytes() for path in (workplace / "build").rglob("*.docx")} <= {b"docx"}


def test_template_that_is_broken(bygdeplan: Program, workplace: Path) -> None:
    (workplace / "templates").mkdir()
    (workplace / "templates" / "saksframlegg.html.j2").write_text("{% if", encoding="utf-8")
    said = bygdeplan("render")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("feil: ")
    assert said.err.count("\n") == 1
    assert "saksframlegg.html.j2" in said.err
    assert not (workplace / "build").exists()
