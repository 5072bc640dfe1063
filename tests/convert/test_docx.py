"""The docx file beside its tables, lists and pages: titles, properties, language, head and foot."""

import pytest
from lxml.etree import _Element

from bygdeplan.convert import convert
from tests.convert.pages import (
    CONTENTS,
    FACTS,
    LOOK,
    SAID,
    W,
    page,
    part,
    row,
    styles_of,
    table,
    text_of,
    values,
)

pytestmark = pytest.mark.slow

DC = "{http://purl.org/dc/elements/1.1/}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DCTERMS = "{http://purl.org/dc/terms/}"

PLAN = page(
    '<div class="undertittel"><p>Revisjon 1</p></div><div class="varsel"><p>Utkast</p></div>'
    f'{CONTENTS}<h2 id="del">Del</h2>{FACTS}<h3 id="stad">Stad</h3>{table(row("Hus", "1"))}',
    title="Ein «tittel»",
    said=SAID,
)


@pytest.fixture(scope="module")
def docx() -> bytes:
    return convert(PLAN, ["docx"], LOOK)["docx"]


@pytest.fixture
def body(docx: bytes) -> _Element:
    body = part(docx, "word/document.xml").find(f"{W}body")
    assert body is not None
    return body


def test_title_is_heading_1_and_stands_once(body: _Element) -> None:
    assert styles_of(body).count("Heading1") == 1
    assert styles_of(body)[0] == "Heading1"
    assert "Title" not in styles_of(body)


def test_a_text_is_one_run_however_its_lines_are_broken() -> None:
    content = page("<p>Noko\n  tekst over fleire\n<em>linjer</em>, her.</p>")
    *_, paragraph = part(convert(content, ["docx"], LOOK)["docx"], "word/document.xml").iter(
        f"{W}p"
    )
    runs = [text_of(run) for run in paragraph.iter(f"{W}r")]
    assert runs == ["Noko tekst over fleire ", "linjer", ", her."]


def test_classes_of_the_page_are_styles(body: _Element) -> None:
    assert styles_of(body)[1:3] == ["Subtitle", "Varsel"]


def test_a_table_of_contents_is_lines_of_links_in_words_own_styles(body: _Element) -> None:
    entries = [p for p in body.iter(f"{W}p") if values(p, "pPr/pStyle")[0] in ("Toc1", "Toc2")]
    assert [(text_of(p), *values(p, "hyperlink", "anchor")) for p in entries] == [
        ("Del", "del"),
        ("Stad", "stad"),
    ]
    assert [values(p, "hyperlink/r/rPr/rStyle") for p in entries] == [[], []]


def test_facts_stand_in_two_columns_and_stay_together(body: _Element, docx: bytes) -> None:
    facts = [p for p in body.iter(f"{W}p") if str(values(p, "pPr/pStyle")[0])[:6] == "Opplys"]
    assert [values(p, "pPr/pStyle") for p in facts] == [["Opplysning"], ["OpplysningSiste"]]
    assert [len(p.findall(f"{W}r/{W}tab")) for p in facts] == [1, 1]
    styles = part(docx, "word/styles.xml")
    [style] = styles.iterfind(f"{W}style[@{W}styleId='Opplysning']")
    assert values(style, "pPr/keepNext") == ["1"]


def test_core_properties(docx: bytes) -> None:
    core = part(docx, "docProps/core.xml")
    said = {child.tag: child.text for child in core}
    assert said[f"{DC}title"] == "Ein «tittel»"
    assert said[f"{DC}creator"] == "Åse Ærø"
    assert said[f"{DC}language"] == "nn-NO"
    assert said[f"{CP}contentStatus"] == "Utkast"
    assert said[f"{DCTERMS}created"] == said[f"{DCTERMS}modified"] == "2026-01-05T00:00:00Z"


def test_custom_properties_say_where_the_file_comes_from(docx: bytes) -> None:
    custom = part(docx, "docProps/custom.xml")
    assert {prop.get("name"): "".join(prop.itertext()) for prop in custom} == {
        "Planår": "2026",
        "Revisjon": "1",
        "Kontrollsum": "sha256:00",
        "bygdeplan": "1.2.3",
    }
    assert [prop.get("pid") for prop in custom] == ["2", "3", "4", "5"]


def test_language_is_nynorsk_everywhere(docx: bytes) -> None:
    assert set(values(part(docx, "word/styles.xml"), "lang")) == {"nn-NO"}
    assert values(part(docx, "word/settings.xml"), "themeFontLang") == ["nn-NO"]


def test_text_is_set_in_a_face_that_word_has_and_libreoffice_has_the_like_of(docx: bytes) -> None:
    faces = part(docx, "word/theme/theme1.xml").iterfind(f".//{A}fontScheme/*/{A}latin")
    assert [face.get("typeface") for face in faces] == ["Calibri", "Calibri"]
    assert values(part(docx, "word/fontTable.xml"), "font/altName") == ["Carlito"]


def test_opens_in_todays_word_not_in_compatibility_mode(docx: bytes) -> None:
    settings = part(docx, "word/settings.xml")
    assert values(settings, "compat/compatSetting") == ["15"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("header1", "Handlingsplan|Bygda"), ("footer1", "Utkast {x}|Side 1 av 1")],
)
def test_every_page_says_what_it_is_a_page_of(docx: bytes, name: str, expected: str) -> None:
    line = part(docx, f"word/{name}.xml")
    shown = "".join(
        e.text or "" if e.tag == f"{W}t" else "|" for e in line.iter(f"{W}t", f"{W}tab")
    )
    assert shown == expected
    fields = [instruction.text for instruction in line.iter(f"{W}instrText")]
    assert fields == ([" PAGE ", " NUMPAGES "] if name == "footer1" else [])


def test_what_a_page_does_not_say_is_left_out_at_its_head() -> None:
    docx = convert(page("<p>x</p>"), ["docx"], LOOK)["docx"]
    assert [e.text for e in part(docx, "word/header1.xml").iter(f"{W}t")] == [None, None]
