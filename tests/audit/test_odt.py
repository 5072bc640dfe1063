"""Each fault that a person can leave in an odt, and what looks like one and is none."""

from pathlib import Path

import pytest
from lxml.etree import _Element

from bygdeplan.audit.rules import REGLAR, tabellar
from bygdeplan.les.names import ODT
from tests.audit.planting import (
    Case,
    Plant,
    add,
    after_title,
    at_end,
    before_title,
    both,
    drop,
    drop_all,
    findings,
    found,
    put,
    rendered,
    write,
)
from tests.rendered import documents

pytestmark = pytest.mark.slow

META, STYLES, TEXT = "meta.xml", "styles.xml", "content.xml"
TITLE = "Statusrapport 2030 for handlingsplanen"


def inserted(name: str, xml: str, *codes: str, said: str = "") -> Case:
    return Case(name, {TEXT: after_title("odt", xml)}, codes, said)


def paragraph(text: str = "", style: str = "Text_20_body") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def heading(text: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def table(*cells: str) -> str:
    row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    return f"""
        <table:table><table:desc>Ein tabell</table:desc><table:table-header-rows>
        <table:table-row>{row}</table:table-row></table:table-header-rows></table:table>"""


def picture(description: str = "", name: str = "Bilete1", mark: str = "") -> str:
    said = f"<svg:desc>{description}</svg:desc>" if description else ""
    return paragraph(f'<draw:frame draw:name="{name}" {mark}><draw:image/>{said}</draw:frame>')


def in_english(family: str, xml: str) -> Plant:
    """Blocks after the title that may use a style LibreOffice makes for a language by hand."""
    style = ENGLISH_STYLE.format(family)
    return both(add(ODT, "office:automatic-styles", style), after_title("odt", xml))


def title_as_text(text: _Element) -> None:
    title = next(text.iter(ODT("text:h")))
    title.tag = ODT("text:p")
    title.set(ODT("text:style-name"), "Title")


NUMBERED = "table:table[2]"
"""The first table with more rows than one."""


def header_row_as_row(text: _Element) -> None:
    [marked] = ODT.all(text, f".//{NUMBERED}/table:table-header-rows")
    marked.addnext(marked[0])
    drop(ODT, f"{NUMBERED}/table:table-header-rows")(text)


ENGLISH_STYLE = """
    <style:style style:name="E1" style:family="{}">
    <style:text-properties fo:language="en" fo:country="US"/></style:style>"""
TITLE_STYLE = """
    <style:style style:name="P99" style:family="paragraph" style:parent-style-name="Title"/>"""
BOKMÅL = """
    <style:style style:name="Ingress" style:family="paragraph">
    <style:text-properties fo:language="nb" fo:country="NO"/></style:style>"""
BOXED = "<text:p>Lausrive tekst</text:p>"
CHANGED = '<text:change-start text:change-id="1"/>Nytt<text:change-end text:change-id="1"/>'
BOX = f"<draw:frame><draw:text-box>{BOXED}</draw:text-box></draw:frame>"
NOTE = "<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>"
PARAGRAPH_DEFAULTS = "style:default-style[@style:family='paragraph']/style:text-properties"

FAULTS = [
    Case("title in the style Title", {TEXT: title_as_text}, ("BP811", "BP814")),
    Case(
        "a style made from Title",
        {
            TEXT: both(
                add(ODT, "office:automatic-styles", TITLE_STYLE),
                after_title("odt", paragraph("Ingress", "P99")),
            )
        },
        ("BP814",),
        "«Ingress»",
    ),
    inserted("a second title", heading("Ein til", 1), "BP812", said="«Ein til» er"),
    Case(
        "a heading before the title",
        {TEXT: before_title("odt", heading("Fyrst", 2))},
        ("BP813",),
        f"«Fyrst» står framfor tittelen «{TITLE}»",
    ),
    inserted("a level left out", heading("Djupt", 3), "BP815", said="«Djupt» er på nivå 3"),
    inserted("an empty heading", heading("", 2), "BP816", said=f"Under «{TITLE}»"),
    Case("no header row", {TEXT: header_row_as_row}, ("BP821",), "Tabellen «Tabell 1."),
    Case(
        "no description",
        {TEXT: drop(ODT, f"{NUMBERED}/table:desc")},
        ("BP823",),
        "Tabellen «Tabell 1.",
    ),
    Case("saved by LibreOffice", {TEXT: drop_all(ODT, "table:desc")}, ("BP823",), "Alle"),
    inserted("tables adjoining", 2 * table("<text:p>–</text:p>"), "BP824", said="«Ein tabell»"),
    inserted("an empty cell", table(BOXED, paragraph()), "BP825", said="rad 1, kolonne 2"),
    inserted("picture without text", picture(), "BP831", said="Bilete nummer 1"),
    inserted("drawing without text", paragraph("<draw:custom-shape/>"), "BP831"),
    inserted("picture on the page", "<draw:frame><draw:image/></draw:frame>", "BP831"),
    inserted("file name as text", picture("kart.svg"), "BP832", said="«kart.svg»"),
    inserted("file name as name", picture("Kart", "kart.png"), "BP832"),
    Case(
        "English by default",
        {STYLES: put(ODT, PARAGRAPH_DEFAULTS, "fo:language", "en")},
        ("BP841",),
        "Standardstilen for avsnitt har språket en-NO",
    ),
    Case("no default language", {STYLES: drop(ODT, PARAGRAPH_DEFAULTS)}, ("BP841",)),
    Case("a style in bokmål", {STYLES: add(ODT, "office:styles", BOKMÅL)}, ("BP841",), "«Ingress»"),
    Case(
        "an English paragraph",
        {TEXT: in_english("paragraph", paragraph("Her bur vi", "E1"))},
        ("BP842",),
        "«Her bur vi» er merkt med en-US",
    ),
    Case(
        "English words",
        {
            TEXT: in_english(
                "text", paragraph('Her <text:span text:style-name="E1">bur</text:span>')
            )
        },
        ("BP842",),
        "«bur» er merkt med en-US",
    ),
    Case(
        "English in the footer",
        {
            STYLES: both(
                add(ODT, "office:automatic-styles", ENGLISH_STYLE.format("paragraph")),
                add(ODT, "style:footer", paragraph("Side", "E1")),
            )
        },
        ("BP842",),
    ),
    inserted("a text box in a note", paragraph(NOTE.format(BOX)), "BP862"),
    Case("no language said", {META: drop(ODT, "dc:language")}, ("BP843",)),
    Case("English said", {META: write(ODT, "dc:language", "en-US")}, ("BP843",), "en-US"),
    Case("no title said", {META: write(ODT, "dc:title", " ")}, ("BP851",)),
    Case("nothing said", {META: drop(ODT, "office:meta")}, ("BP843", "BP851", "BP852", "BP853")),
    inserted("an empty paragraph", paragraph(), "BP861", said=f"etter «{TITLE}»"),
    inserted("several on end", 3 * paragraph("<text:s/>"), "BP861", said="3 tomme avsnitt"),
    inserted("a text box", paragraph(BOX), "BP862", said="«Lausrive tekst»"),
    inserted("text in a shape", paragraph(f"<draw:rect>{BOXED}</draw:rect>"), "BP862"),
    inserted(
        "typed dashes", paragraph("– Eitt") + paragraph("– To"), "BP863", said="1 avsnitt til"
    ),
    inserted("typed in one paragraph", paragraph("Punkt:<text:line-break/>* Eitt"), "BP863"),
    inserted("columns of spaces", paragraph('Toppdal <text:s text:c="9"/>19'), "BP864"),
    inserted("an indent by hand", paragraph("<text:tab/>Toppdal"), "BP864"),
    inserted(
        "a tracked change", paragraph(CHANGED), "BP871", said="att 1 spora endring, ved «Nytt»"
    ),
    inserted("a comment", paragraph("Her<office:annotation/>"), "BP872", said="ved «Her»"),
]
NO_FAULTS = [
    inserted(
        "a list", f"<text:list><text:list-item>{paragraph('- a')}</text:list-item></text:list>"
    ),
    inserted("white space in the file", paragraph("Toppdal\n          10. februar")),
    inserted("a picture with text", picture("Kart over dei to kommunane")),
    inserted("decoration", picture(mark='loext:decorative="true"')),
    inserted(
        "a group with text", f"<draw:g>{'<draw:rect/>'}<svg:desc>Eit kart</svg:desc></draw:g>"
    ),
    inserted("a frame without text", paragraph("<draw:frame><draw:text-box/></draw:frame>")),
    inserted("a note", paragraph(NOTE.format("Note"))),
    inserted("text between tables", table(BOXED) + paragraph("Her.") + table(BOXED)),
    inserted(
        "a cell hidden by the one beside",
        table(BOXED + "</table:table-cell><table:covered-table-cell/><table:table-cell>" + BOXED),
    ),
    Case(
        "the paragraph LibreOffice keeps last",
        {TEXT: at_end("odt", table(BOXED) + paragraph())},
        (),
    ),
]
# OpenDocument has no mark for row headers, and LibreOffice always sets author and date together.
NOT_IN_ODT = {tabellar.RADOVERSKRIFTER.code}


@pytest.mark.parametrize("name", documents("2031"))
def test_what_we_render_is_clean(name: str, tmp_path: Path) -> None:
    assert findings(rendered("odt", name), tmp_path) == []


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.name)
def test_fault_is_found(case: Case, tmp_path: Path) -> None:
    seen = found("odt", case.plants, tmp_path)
    assert tuple(finding.regel.code for finding in seen) == case.codes
    assert case.said in seen[0].message


@pytest.mark.parametrize("case", NO_FAULTS, ids=lambda case: case.name)
def test_no_fault_is_found(case: Case, tmp_path: Path) -> None:
    assert found("odt", case.plants, tmp_path) == []


def test_every_rule_has_a_planted_fault() -> None:
    planted = {code for case in FAULTS for code in case.codes}
    assert planted | NOT_IN_ODT == {regel.code for regel in REGLAR}
