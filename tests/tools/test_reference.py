"""The reference files: those that are committed are those the house style makes."""

from dataclasses import replace
from pathlib import Path

import pytest

from bygdeplan.convert.package import unpack
from bygdeplan.side.malar import Malar
from bygdeplan.utsjanad.husstil import Husstil
from tests.convert.pages import W, part
from tools.reference import build, write
from tools.reference.styles import paragraph_styles

MALAR = Malar()
STIL = MALAR.husstil


@pytest.mark.parametrize("name", ["reference.docx", "reference.odt"])
def test_committed_file_is_the_one_the_house_style_makes(name: str) -> None:
    committed, made = (unpack(file) for file in (MALAR.path(name).read_bytes(), build(STIL)[name]))
    assert committed.keys() == made.keys()
    stale = [part_ for part_ in made if committed[part_] != made[part_]]
    assert stale == [], "make reference"


def test_writes_both_files(tmp_path: Path) -> None:
    write(STIL, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == build(STIL)


def other(stil: Husstil) -> Husstil:
    return replace(
        stil,
        farge=replace(stil.farge, overskrift="#123456"),
        skrift=replace(stil.skrift, kontor="Arial"),
        storleik=replace(stil.storleik, nivå1=31),
    )


@pytest.mark.parametrize(
    ("name", "where", "said"),
    [
        ("reference.docx", "word/styles.xml", 'w:val="62"'),
        ("reference.docx", "word/styles.xml", "123456"),
        ("reference.docx", "word/theme/theme1.xml", 'typeface="Arial"'),
        ("reference.odt", "styles.xml", 'fo:font-size="31pt"'),
        ("reference.odt", "styles.xml", "#123456"),
        ("reference.odt", "styles.xml", 'svg:font-family="Arial"'),
    ],
)
def test_a_change_in_the_house_style_reaches_the_styles(name: str, where: str, said: str) -> None:
    assert said not in part_text(build(STIL)[name], where)
    assert said in part_text(build(other(STIL))[name], where)


def test_a_framed_paragraph_begins_where_the_text_does_in_both_programs() -> None:
    """Word draws the rule in the margin of the paragraph, LibreOffice beside it."""
    [varsel] = [style for style in paragraph_styles(STIL) if style.docx == "Varsel"]
    [left] = [rule for rule in varsel.rules if rule.side == "left"]
    odt = part(build(STIL)["reference.odt"], "styles.xml")
    margins = odt.xpath("//*[@*[local-name()='name']='Varsel']/*/@*[local-name()='margin-left']")
    outside = float(margins[0].removesuffix("mm"))
    frame = (left.width + left.distance) * 25.4 / 72
    assert outside + frame == pytest.approx(STIL.innrykk.varsel, abs=0.01)


@pytest.mark.parametrize(
    ("setting", "value"), [("AddExternalLeading", "true"), ("AddParaTableSpacing", "false")]
)
def test_libreoffice_spaces_lines_and_paragraphs_as_word_does(setting: str, value: str) -> None:
    settings = part_text(build(STIL)["reference.odt"], "settings.xml")
    assert f'config:name="{setting}" config:type="boolean">{value}<' in settings


def part_text(package: bytes, name: str) -> str:
    return unpack(package)[name].decode()


def test_every_style_is_based_on_one_before_it_and_named_once() -> None:
    known: set[str] = {""}
    for style in paragraph_styles(STIL):
        assert style.parent in known
        assert style.docx not in known
        known.add(style.docx)


def test_a_sample_of_every_style_stands_in_the_docx() -> None:
    text = part(build(STIL)["reference.docx"], "word/document.xml")
    samples = {"".join(p.itertext()) for p in text.iter(f"{W}p")}
    shown = {s.docx for s in paragraph_styles(STIL) if not s.docx.startswith(("header", "footer"))}
    assert shown <= samples
