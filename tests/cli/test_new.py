"""`bygdeplan new`: next year's plan file, or the first one of a pilot."""

from pathlib import Path

import pytest

from tests.cli.conftest import Program


def test_it_writes_the_file_and_asks(bygdeplan: Program, workplace: Path) -> None:
    said = bygdeplan("new", "2032", "--from", "2031")
    assert (said.code, said.out) == (0, "plans/2032.yaml\n")
    assert (workplace / "plans" / "2032.yaml").read_text("utf-8").startswith("# The second year")
    assert "linje 6: `dato` er førebels." in said.err
    assert bygdeplan("validate", "2032").code == 0


def test_from_a_file(bygdeplan: Program, workplace: Path) -> None:
    (workplace / "arkiv").mkdir()
    (workplace / "plans" / "2031.yaml").rename(workplace / "arkiv" / "2031-r2.yaml")
    assert bygdeplan("new", "2032", "--from", "arkiv/2031-r2.yaml").out == "arkiv/2032.yaml\n"


def test_the_first_plan_of_a_pilot(
    bygdeplan: Program, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workplace / "ny" / "plans").mkdir(parents=True)
    monkeypatch.chdir(workplace / "ny")
    said = bygdeplan("new", "2040")
    assert (said.code, said.out) == (0, "plans/2040.yaml\n")
    assert "Alt i fila er døme." in said.err
    assert bygdeplan("validate", "2040").code == 0
    assert bygdeplan("validate", "2040", "--strict").code == 1


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        ("nynorsk", ["målform: nynorsk", "Skriv her konklusjonen.", "# Kommunane"]),
        ("bokmål", ["målform: bokmål", "for 2040 blir vedtatt.", "# Kommunene"]),
        ("bokmal", ["målform: bokmål", "for 2040 blir vedtatt.", "# Kommunene"]),
        ("begge", ["målform: nynorsk", "    målform: bokmål", "    bokmål: Handlingsplan for"]),
    ],
)
def test_the_first_plan_of_a_pilot_in_a_form(
    bygdeplan: Program,
    workplace: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    has: list[str],
) -> None:
    (workplace / "ny" / "plans").mkdir(parents=True)
    monkeypatch.chdir(workplace / "ny")
    assert bygdeplan("new", "2040", "--malform", asked).out == "plans/2040.yaml\n"
    text = Path("plans/2040.yaml").read_text("utf-8").replace("# ── ", "# ")
    assert [words for words in has if words not in text] == []
    assert bygdeplan("validate", "2040").code == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("2031", "--from", "2030"), "plans/2031.yaml finst frå før og blir ikkje rørt."),
        (("2033", "--from", "2031"), "Den neste etter 2031 er 2032."),
        (("2032",), "Skriv «bygdeplan new 2032 --from 2031»"),
        (("2040",), "Skriv «bygdeplan new 2032 --from 2031»"),
        (("2031",), "plans/2031.yaml finst frå før og blir ikkje rørt."),
        (("2032", "--from", "2029"), "Det finst ingen plan for 2029"),
        (
            ("2032", "--malform", "engelsk"),
            "`engelsk` finst ikkje. Dei som finst: `nynorsk`, `bokmål`, `bokmal`, `begge`.",
        ),
        (("2032", "--malform", "Bokmål"), "Målforma `Bokmål` finst ikkje. Meinte du `bokmål`?"),
        (("2032", "--malform", ""), "Målforma `` finst ikkje."),
        (
            ("2032", "--from", "2031", "--malform", "bokmål"),
            "`--malform` gjeld planen for ein ny pilot. Planen for 2032 held på målformene i den",
        ),
        (
            ("neste", "--from", "2031"),
            "Verdien for `ÅR` let seg ikkje lese. Skriv eit heilt tal, med siffer.",
        ),
        ((), "`ÅR` manglar."),
    ],
)
def test_what_cannot_be_made(
    bygdeplan: Program, workplace: Path, words: tuple[str, ...], why: str
) -> None:
    before = {file: file.read_bytes() for file in workplace.rglob("*.yaml")}
    said = bygdeplan("new", *words)
    assert (said.code, said.out) == (2, "")
    assert why in said.err
    assert {file: file.read_bytes() for file in workplace.rglob("*.yaml")} == before


def test_a_plan_with_faults_in_its_shape_is_no_ground(bygdeplan: Program, workplace: Path) -> None:
    file = workplace / "plans" / "2031.yaml"
    file.write_text(file.read_text("utf-8").replace("nr: 1\n", "nr: ein\n", 1), "utf-8")
    said = bygdeplan("new", "2032", "--from", "2031")
    assert said.code == 1
    assert "BP111" in said.err
    assert not (workplace / "plans" / "2032.yaml").exists()
