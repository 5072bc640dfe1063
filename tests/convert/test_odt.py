"""The odt file: titles, properties, language, styles, pages, tables and links."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml.etree import _Element, fromstring

from bygdeplan.convert import convert
from bygdeplan.convert.opendocument import PREFIXES
from tests.convert.pages import (
    CONTENTS,
    FACTS,
    GROUP,
    LOOK,
    NOTE,
    SAID,
    page,
    part,
    row,
    sideways,
    table,
)

pytestmark = pytest.mark.slow

MANY = [row(f"Hus {n}", "1") for n in range(12)]
PLAN = page(
    '<div class="varsel"><p>Utkast</p></div>'
    f'{CONTENTS}<h2 id="del">Del</h2>{FACTS}<h3 id="stad">Stad</h3>'
    "<p>Sjå <a href='#tabell-1'>tabell 1</a> og <a href='#boks-å'>boksen</a>:</p>"
    "<ul><li>a<ol start='3'><li>b</li></ol></li><li>c</li></ul>"
    + table(row("Hus", "1 000"), row("Sum", "1 000", kind="sum"))
    + '<div id="boks-å"><p>Boks</p></div>'
    + table(GROUP, *MANY, row("Sum", "12", kind="sum")).replace("tabell-1", "tabell-2")
    + sideways(NOTE, number=3)
    + "<h2>Etter</h2><p>Vedtak:</p><ol><li>d</li></ol><div class='signatur'><p>Ola</p></div>",
    title="Ein «tittel»",
    said=SAID,
)


@pytest.fixture(scope="module")
def odt() -> bytes:
    return convert(PLAN, ["odt"], LOOK)["odt"]


@pytest.fixture
def content(odt: bytes) -> _Element:
    return part(odt, "content.xml")


def texts(element: _Element, path: str) -> list[str]:
    return ["".join(found.itertext()) for found in element.iterfind(f".//{path}", PREFIXES)]


def values(element: _Element, path: str, attribute: str) -> list[str | None]:
    prefix, local = attribute.split(":")
    name = f"{{{PREFIXES[prefix]}}}{local}"
    return [found.get(name) for found in element.iterfind(f".//{path}", PREFIXES)]


def look_of(content: _Element, text: str) -> dict[str, str]:
    """What the automatic style of the line with a text says: parent, page, and the like."""
    lines = content.iterfind(".//text:p", PREFIXES)
    [line] = [line for line in lines if "".join(line.itertext()) == text]
    style = line.get(f"{{{PREFIXES['text']}}}style-name")
    found = content.find(f".//style:style[@style:name='{style}']", PREFIXES)
    if found is None:
        return {"parent-style-name": str(style)}
    said = {**found.attrib, **(found[0].attrib if len(found) else {})}
    return {str(key).rpartition("}")[2]: str(value) for key, value in said.items()}


def test_is_known_as_odt_by_its_first_bytes(odt: bytes) -> None:
    first = ZipFile(BytesIO(odt)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert odt[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")


def test_title_is_heading_1_and_stands_once(content: _Element) -> None:
    assert texts(content, "text:h[@text:outline-level='1']") == ["Ein «tittel»"]
    assert "Title" not in values(content, "text:p", "text:style-name")


def test_properties(odt: bytes) -> None:
    meta = part(odt, "meta.xml")
    assert texts(meta, "dc:title") == ["Ein «tittel»"]
    assert texts(meta, "dc:creator") == texts(meta, "meta:initial-creator") == ["Åse Ærø"]
    assert texts(meta, "dc:language") == ["nn-NO"]
    assert texts(meta, "dc:date") == texts(meta, "meta:creation-date") == ["2026-01-05T00:00:00Z"]
    assert texts(meta, "meta:generator") == ["bygdeplan 1.2.3"]


def test_properties_say_where_the_file_comes_from(odt: bytes) -> None:
    meta = part(odt, "meta.xml")
    names = values(meta, "meta:user-defined", "meta:name")
    assert dict(zip(names, texts(meta, "meta:user-defined"), strict=True)) == {
        "Planår": "2026",
        "Revisjon": "1",
        "Kontrollsum": "sha256:00",
        "bygdeplan": "1.2.3",
    }


def test_language_is_nynorsk_everywhere(odt: bytes) -> None:
    styles = part(odt, "styles.xml")
    assert set(values(styles, "style:text-properties", "fo:language")) <= {"nn", None}
    defaults = "style:default-style[@style:family='paragraph']/style:text-properties"
    assert values(styles, defaults, "fo:language") == ["nn"]
    assert values(styles, defaults, "fo:country") == ["NO"]


def test_every_style_that_is_used_is_there(odt: bytes, content: _Element) -> None:
    named = {
        name
        for part_ in (content, part(odt, "styles.xml"))
        for kind in ("style:style", "text:list-style")
        for name in values(part_, kind, "style:name")
    }
    used = {
        str(value)
        for element in content.iter()
        for key, value in element.attrib.items()
        if str(key).endswith("style-name")
    }
    assert used - named == set()


def test_pages_are_a4_and_say_what_they_are_pages_of(odt: bytes) -> None:
    styles = part(odt, "styles.xml")
    sizes = values(styles, "style:page-layout-properties", "fo:page-width")
    assert sizes == ["210mm", "297mm"]
    assert values(styles, "style:master-page", "style:name") == ["Standard", "Liggjande"]
    assert texts(styles, "style:header/text:p") == ["HandlingsplanBygda"] * 2
    assert texts(styles, "style:footer/text:p") == ["Utkast {x}Side 1 av 1"] * 2


def test_a_page_that_has_no_lines_keeps_its_text_where_it_stands() -> None:
    said = {**SAID, "sidelinjer": "ingen"}
    styles = part(convert(page("<p>x</p>", said=said), ["odt"], LOOK)["odt"], "styles.xml")
    assert styles.findall(".//style:header", PREFIXES) == []
    assert styles.findall(".//style:footer-style", PREFIXES) == []
    side = LOOK.stil.side
    for edge, margin in (("top", side.marg_oppe), ("bottom", side.marg_nede)):
        margins = values(styles, "style:page-layout-properties", f"fo:margin-{edge}")
        assert margins == [f"{margin:g}mm"] * 2


def test_a_wide_table_has_pages_of_its_own(content: _Element) -> None:
    assert look_of(content, "Tabell 3. Eit namn")["master-page-name"] == "Liggjande"
    assert look_of(content, "Tabell 3. Eit namn")["parent-style-name"] == "TableCaption"
    assert "master-page-name" not in look_of(content, "Merknad")
    [after] = [h for h in content.iter(f"{{{PREFIXES['text']}}}h") if h.text == "Etter"]
    style = after.get(f"{{{PREFIXES['text']}}}style-name")
    [made] = content.iterfind(f".//style:style[@style:name='{style}']", PREFIXES)
    assert made.get(f"{{{PREFIXES['style']}}}master-page-name") == "Standard"
    assert made.get(f"{{{PREFIXES['style']}}}parent-style-name") == "Heading_20_2"


def test_header_rows_repeat_and_tables_are_described(content: _Element) -> None:
    assert texts(content, "table:table-header-rows//text:p") == ["Kva", "Sum"] * 3
    assert texts(content, "table:table/table:desc") == [
        "Tabell 1. Eit namn",
        "Tabell 1. Eit namn",
        "Tabell 3. Eit namn",
    ]


def test_short_tables_stay_on_one_page(content: _Element) -> None:
    styles = "style:style[@style:family='table']/style:table-properties"
    breaks = values(content, styles, "style:may-break-between-rows")
    assert breaks == ["false", "true", "false"]


def test_a_row_has_the_style_of_its_kind(content: _Element) -> None:
    long = content.findall(".//table:table", PREFIXES)[1]
    styles = [
        values(row_, "text:p", "text:style-name")[0]
        for row_ in long.iter(f"{{{PREFIXES['table']}}}table-row")
    ]
    assert styles[:3] == ["Table_20_Heading", "Tabellgruppe", "Table_20_Contents"]
    # The row before the sum stays with it.
    assert styles[-2:] == ["Tabelltekst_20_samla", "Tabellsum"]


def test_figures_stand_to_the_right(content: _Element) -> None:
    first = content.find(".//table:table", PREFIXES)
    assert first is not None
    styles = values(first, "table:table-cell[2]/text:p", "text:style-name")
    sides = [
        values(
            content, f"style:style[@style:name='{s}']/style:paragraph-properties", "fo:text-align"
        )
        for s in styles
    ]
    assert sides == [["end"]] * 3


def test_lists_have_the_styles_of_the_house(content: _Element) -> None:
    assert values(content, "text:list", "text:style-name") == [
        "Punktliste",
        "Nummerliste",
        "Nummerliste",
    ]
    assert look_of(content, "b")["parent-style-name"] == "List_20_Number_20_2"
    assert look_of(content, "c")["parent-style-name"] == "List_20_Bullet"
    assert values(content, "text:list-item", "text:start-value") == [None, "3", None, None]


def test_a_numbered_list_in_a_numbered_one_has_its_style() -> None:
    """pandoc gives the inner one none."""
    html = page("<ol><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li></ol>")
    with ZipFile(BytesIO(convert(html, ["odt"], LOOK)["odt"])) as file:
        made = fromstring(file.read("content.xml"))
    assert values(made, "text:list", "text:style-name") == [
        "Nummerliste",
        "Nummerliste",
        "Punktliste",
    ]


def test_what_is_signed_stays_with_its_signature(content: _Element) -> None:
    assert look_of(content, "d")["keep-with-next"] == "always"
    assert "keep-with-next" not in look_of(content, "c")


def test_classes_of_the_page_are_styles(content: _Element) -> None:
    assert look_of(content, "Utkast")["parent-style-name"] == "Varsel"
    assert look_of(content, "Status:I arbeid")["parent-style-name"] == "Opplysning"
    assert look_of(content, "Periode:2026")["parent-style-name"] == "Opplysning_20_siste"
    assert look_of(content, "Ola")["parent-style-name"] == "Signatur"


def test_links_lead_to_bookmarks(content: _Element) -> None:
    targets = values(content, "text:a", "xlink:href")
    assert targets == ["#del", "#stad", "#tabell-1", "#boks-å"]
    places = values(content, "text:bookmark", "text:name")
    places += values(content, "text:bookmark-start", "text:name")
    assert {f"#{place}" for place in places} >= set(targets)


def test_links_in_the_contents_look_unlike_those_in_the_text(content: _Element) -> None:
    assert values(content, "text:a", "text:style-name") == [
        "Innhaldslenkje",
        "Innhaldslenkje",
        "Internet_20_link",
        "Internet_20_link",
    ]


def test_automatic_styles_inherit_from_common_ones(content: _Element) -> None:
    automatic = values(content, "style:style", "style:name")
    parents = values(content, "style:style", "style:parent-style-name")
    assert not set(automatic) & set(parents)


def test_a_wide_table_has_smaller_type(content: _Element) -> None:
    def sizes(table: _Element) -> set[str | None]:
        lines = table.iter(f"{{{PREFIXES['text']}}}p")
        used = {line.get(f"{{{PREFIXES['text']}}}style-name") for line in lines}
        return {
            size
            for style in used
            for size in values(
                content, f"style:style[@style:name='{style}']/style:text-properties", "fo:font-size"
            )
        }

    smaller = f"{LOOK.stil.storleik.tabell_liggjande:g}pt"
    tables = content.iter(f"{{{PREFIXES['table']}}}table")
    assert list(map(sizes, tables)) == [set(), set(), {smaller}]
