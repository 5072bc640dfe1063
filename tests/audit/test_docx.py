"""Each fault that a person can leave in a docx, and what looks like one and is none."""

from pathlib import Path

import pytest

from bygdeplan.audit.rules import REGLAR
from bygdeplan.les.names import DOCX
from tests.audit.planting import (
    Case,
    add,
    after_title,
    at_end,
    before_title,
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

CORE, SETTINGS, STYLES = "docProps/core.xml", "word/settings.xml", "word/styles.xml"
TEXT = "word/document.xml"
TITLE = "Statusrapport 2030 for handlingsplanen"


def inserted(name: str, xml: str, *codes: str, said: str = "") -> Case:
    return Case(name, {TEXT: after_title("docx", xml)}, codes, said)


def paragraph(text: str = "", style: str = "BodyText", run: str = "", inner: str = "") -> str:
    shown = f'<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else inner
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{shown}</w:p>'


def cell(content: str = "<w:r><w:t>–</w:t></w:r>", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{content}</w:p></w:tc>"


def table(cells: str = cell(), look: str = 'w:firstColumn="1"') -> str:
    return f"""
        <w:tbl><w:tblPr><w:tblLook {look}/><w:tblDescription w:val="Ein tabell"/></w:tblPr>
        <w:tr><w:trPr><w:tblHeader/></w:trPr>{cells}</w:tr></w:tbl>"""


def picture(alt: str = "", name: str = "Bilete 1", inner: str = "", mark: str = "") -> str:
    return f"""
        <w:p><w:r><w:drawing><wp:inline>
        <wp:docPr id="1" name="{name}" descr="{alt}">{mark}</wp:docPr>
        <a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="2" name="{inner}"/>
        </pic:nvPicPr></pic:pic></a:graphicData></a:graphic>
        </wp:inline></w:drawing></w:r></w:p>"""


def old_picture(alt: str = "", title: str = "") -> str:
    return f"""
        <w:p><w:r><w:pict><v:shape alt="{alt}"><v:imagedata o:title="{title}"/></v:shape>
        </w:pict></w:r></w:p>"""


BOXED = "<w:txbxContent><w:p><w:r><w:t>Lausrive tekst</w:t></w:r></w:p></w:txbxContent>"
TEXT_BOX = f"""
    <w:p><w:r><mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Tekstboks 1"/>
    <wps:wsp><wps:txbx>{BOXED}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>
    <mc:Fallback><w:pict><v:shape><v:textbox>{BOXED}</v:textbox></v:shape></w:pict></mc:Fallback>
    </mc:AlternateContent></w:r></w:p>"""
OLD_TEXT_BOX = f"""
    <w:p><w:r><w:pict><v:shape><v:textbox>{BOXED}</v:textbox></v:shape></w:pict></w:r></w:p>"""
DECORATIVE = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
BOKMÅL_STYLE = """
    <w:style w:type="paragraph" w:styleId="Ingress"><w:name w:val="Ingress"/>
    <w:rPr><w:lang w:val="nb-NO"/></w:rPr></w:style>"""
NORWEGIAN_HEADING = """
    <w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>"""
ENGLISH = '<w:rPr><w:lang w:val="en-US"/></w:rPr>'
COMMENTED = '<w:r><w:t>Sjå her</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>'
INSERTED = '<w:ins w:id="1" w:author="Nokon"><w:r><w:t>Nytt</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="Nokon"><w:r><w:delText>Gammalt</w:delText></w:r></w:del>'
INDEX_ENTRY = "<w:r><w:t>Avtalen</w:t><w:tab/><w:t>3</w:t></w:r>"

NUMBERED = "w:tbl[2]"
"""The first table with more rows than one."""
HEADER = f"{NUMBERED}/w:tr/w:trPr/w:tblHeader"

FAULTS = [
    Case("title as text", {TEXT: put(DOCX, "w:pStyle", "w:val", "BodyText")}, ("BP811",)),
    inserted("a second title", paragraph("Ein til", "Heading1"), "BP812", said="«Ein til» er"),
    Case(
        "a heading before the title",
        {TEXT: before_title("docx", paragraph("Fyrst", "Heading2"))},
        ("BP813",),
        f"«Fyrst» står framfor tittelen «{TITLE}»",
    ),
    Case(
        "title in the style Title",
        {TEXT: put(DOCX, "w:pStyle", "w:val", "Title")},
        ("BP811", "BP814"),
    ),
    inserted("a level left out", paragraph("Djupt", "Heading3"), "BP815", said="«Djupt» er på"),
    inserted("an empty heading", paragraph("", "Heading2"), "BP816", said=f"Under «{TITLE}»"),
    Case("no header row", {TEXT: drop(DOCX, HEADER)}, ("BP821",), "Tabellen «Tabell 1."),
    Case("header row turned off", {TEXT: put(DOCX, HEADER, "w:val", "0")}, ("BP821",)),
    Case(
        "no header row above the only row",
        {TEXT: drop(DOCX, "w:tblHeader")},
        ("BP821",),
        "Tabellen «Året i fem tal»",
    ),
    Case(
        "no row headers",
        {TEXT: put(DOCX, f"{NUMBERED}/w:tblPr/w:tblLook", "w:firstColumn", "0")},
        ("BP822",),
        "Tabellen «Tabell 1.",
    ),
    inserted("no row headers, in bits", table(look='w:val="0420"'), "BP822"),
    Case(
        "no description",
        {TEXT: drop(DOCX, f"{NUMBERED}/w:tblPr/w:tblDescription")},
        ("BP823",),
        "«Tabell 1.",
    ),
    Case("no description at all", {TEXT: drop_all(DOCX, "w:tblDescription")}, ("BP823",), "Alle"),
    inserted("tables adjoining", table() + table(), "BP824", said="Tabellen «Ein tabell»"),
    inserted("an empty cell", table(cell() + cell("")), "BP825", said="rad 1, kolonne 2"),
    inserted("picture without text", picture(), "BP831", said="Bilete nummer 1"),
    inserted("old picture without text", old_picture(), "BP831"),
    inserted("file name as text", picture("Kart.PNG"), "BP832", said="«Kart.PNG»"),
    inserted("file name as name", picture("Kart", name="kart.jpeg"), "BP832"),
    inserted("file name inside", picture("Kart", inner=r"C:\Bilete\kart"), "BP832"),
    inserted("file name in an old picture", old_picture("Kart", "kart.emf"), "BP832"),
    Case("English by default", {STYLES: put(DOCX, "w:lang", "w:val", "en-US")}, ("BP841",)),
    Case("no default language", {STYLES: drop(DOCX, "w:docDefaults")}, ("BP841",)),
    Case(
        "English in the theme",
        {SETTINGS: put(DOCX, "w:themeFontLang", "w:val", "en-US")},
        ("BP841",),
    ),
    Case(
        "a style in bokmål",
        {STYLES: add(DOCX, ".", BOKMÅL_STYLE)},
        ("BP841",),
        "Stilen «Ingress» har språket nb-NO",
    ),
    inserted("English text", paragraph("Her bur vi", run=ENGLISH), "BP842", said="«Her bur vi»"),
    Case(
        "English in a footnote",
        {"word/footnotes.xml": add(DOCX, "w:footnote", paragraph("Note", run=ENGLISH))},
        ("BP842",),
        "«Note» er merkt med en-US",
    ),
    Case("no language said", {CORE: drop(DOCX, "dc:language")}, ("BP843",)),
    Case("English said", {CORE: write(DOCX, "dc:language", "en-US")}, ("BP843",), "en-US"),
    Case("no title said", {CORE: write(DOCX, "dc:title", " ")}, ("BP851",)),
    Case("no author said", {CORE: drop(DOCX, "dc:creator")}, ("BP852",)),
    Case("nothing said", {CORE: lambda core: core.clear()}, ("BP843", "BP851", "BP852", "BP853")),
    inserted("an empty paragraph", paragraph(), "BP861", said=f"etter «{TITLE}»"),
    inserted("several on end", 3 * paragraph(" "), "BP861", said="3 tomme avsnitt"),
    inserted("after a picture", picture("Kart") + paragraph(), "BP861", said=f"etter «{TITLE}»"),
    inserted("a text box", TEXT_BOX, "BP862", said="«Lausrive tekst»"),
    inserted("an old text box", OLD_TEXT_BOX, "BP862"),
    inserted(
        "typed dashes", paragraph("- Eitt") + paragraph("- To"), "BP863", said="1 avsnitt til"
    ),
    inserted("typed numbers", paragraph("1. Eitt") + paragraph("b) To"), "BP863", said="«1. Eitt»"),
    inserted("a typed bullet in a cell", table(cell("<w:r><w:t>• Eitt</w:t></w:r>")), "BP863"),
    inserted("columns of spaces", paragraph("Toppdal      10. februar"), "BP864"),
    inserted("columns of tabs", paragraph("Toppdal", run="<w:tab/><w:tab/>"), "BP864"),
    inserted("tracked changes", paragraph(inner=INSERTED + DELETED), "BP871", said="att 2 spora"),
    inserted("a comment", paragraph(inner=COMMENTED), "BP872", said="att 1 kommentar, ved «Sjå"),
]
NO_FAULTS = [
    Case(
        "headings of Norwegian Word",
        {
            STYLES: add(DOCX, ".", NORWEGIAN_HEADING),
            TEXT: put(DOCX, "w:pStyle", "w:val", "Overskrift1"),
        },
        (),
    ),
    inserted("an index", paragraph("Innhald", "TOCHeading") + paragraph(inner=INDEX_ENTRY)),
    inserted("ordinals", paragraph("2. juni kom våren.") + paragraph("1. kvartal var kaldt.")),
    inserted("a sum below zero", paragraph("– 2 000 kroner manglar.")),
    inserted("a page break", paragraph(inner='<w:r><w:br w:type="page"/></w:r>')),
    inserted("a section break", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"),
    inserted("a picture with text", picture("Kart over dei to kommunane")),
    inserted("decoration", picture(mark=DECORATIVE)),
    inserted("row headers in bits", table(look='w:val="04A0"')),
    inserted("merged cells", table(cell() + cell("", '<w:vMerge w:val="continue"/>'))),
    inserted("a cell with a field", table(cell('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))),
    inserted("text between tables", table() + paragraph("Her.") + table()),
    inserted("no language to check", paragraph("12–34", run=ENGLISH.replace("en-US", "zxx"))),
    Case("no theme that has a language", {SETTINGS: drop(DOCX, "w:themeFontLang")}, ()),
    Case("the paragraph Word keeps last", {TEXT: at_end("docx", table() + paragraph())}, ()),
]


@pytest.mark.parametrize("name", documents("2031"))
def test_what_we_render_is_clean(name: str, tmp_path: Path) -> None:
    assert findings(rendered("docx", name), tmp_path) == []


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.name)
def test_fault_is_found(case: Case, tmp_path: Path) -> None:
    seen = found("docx", case.plants, tmp_path)
    assert tuple(finding.regel.code for finding in seen) == case.codes
    assert case.said in seen[0].message


@pytest.mark.parametrize("case", NO_FAULTS, ids=lambda case: case.name)
def test_no_fault_is_found(case: Case, tmp_path: Path) -> None:
    assert found("docx", case.plants, tmp_path) == []


def test_every_rule_has_a_planted_fault() -> None:
    planted = {code for case in FAULTS for code in case.codes}
    assert planted == {regel.code for regel in REGLAR}


def test_place_is_told_by_number_and_by_words(tmp_path: Path) -> None:
    after = {TEXT: after_title("docx", paragraph("Innleiing") + paragraph())}
    [finding] = found("docx", after, tmp_path)
    assert finding.path == (TEXT, "avsnitt", 3)
    assert finding.message == (f"Under «{TITLE}»: Det står eit tomt avsnitt etter «Innleiing».")
