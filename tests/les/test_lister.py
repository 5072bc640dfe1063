"""What stands before the items of lists, as the file says how they are to be numbered."""

import pytest
from lxml.etree import _Element

from bygdeplan.les.innhald import Listemerke
from bygdeplan.les.lister import DocxLister, OdtListe, OdtLister
from bygdeplan.les.names import DOCX, ODT
from tests.audit.planting import fragment


def level(nr: int, kind: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{nr}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = f"""<w:numbering>
<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%1%2)")}
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "o")}{level(1, "none", "")}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">{level(0, "upperRoman", "§ %1", start=4)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1")}</w:lvlOverride></w:num>
</w:numbering>"""

DOCX_LISTS: dict[str, tuple[list[tuple[str, int]], list[str | None]]] = {
    "numbers": ([("1", 0), ("1", 0)], ["1.", "2."]),
    "letters within numbers": (
        [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)],
        ["1.", "1a)", "1b)", "2.", "1a)"],
    ),
    "bullets are all alike": ([("2", 0), ("2", 0)], ["•", "•"]),
    "no mark": ([("2", 1)], [None]),
    "another start": ([("3", 0), ("3", 0)], ["§ 4", "§ 5"]),
    "a list that goes on from one of its kind": ([("1", 0), ("4", 0)], ["1.", "2."]),
    "a list that begins anew": ([("1", 0), ("5", 0), ("5", 0)], ["1.", "1.", "2."]),
    "a list with a form of its own": ([("6", 0), ("6", 0)], ["A", "B"]),
    "a list nobody knows": ([("9", 0)], [None]),
}


@pytest.mark.parametrize(("items", "shown"), DOCX_LISTS.values(), ids=DOCX_LISTS)
def test_lists_of_a_docx(items: list[tuple[str, int]], shown: list[str | None]) -> None:
    lister = DocxLister(fragment(DOCX, NUMBERING))
    marks = [lister.merke(*item) for item in items]
    assert [mark and mark.vist for mark in marks] == shown


def test_a_docx_without_numbering_has_no_marks() -> None:
    assert DocxLister(None).merke("1", 0) is None


STYLES = """<office:styles>
<text:list-style style:name="Tal">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
 text:display-levels="2"/></text:list-style>
<text:list-style style:name="Punkt"><text:list-level-style-bullet text:level="1"
 text:bullet-char="-"/></text:list-style>
<text:list-style style:name="Utan"><text:list-level-style-number text:level="1"
 style:num-format=""/></text:list-style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1"
 style:num-format=""/><text:outline-level-style text:level="2" style:num-format="1"
 text:display-levels="1"/></text:outline-style></office:styles>"""


def liste(*items: str, **said: str) -> str:
    names = {name: name.replace("__", ":").replace("_", "-") for name in said}
    attributes = "".join(f' {names[name]}="{value}"' for name, value in said.items())
    return f"<text:list{attributes}>{''.join(items)}</text:list>"


ITEM = "<text:list-item><text:p/></text:list-item>"
ITEM_FROM_5 = '<text:list-item text:start-value="5"><text:p/></text:list-item>'
TWO_PARAGRAPHS = "<text:list-item><text:p/><text:p/></text:list-item>"
HEADER = "<text:list-header><text:p/></text:list-header>"
WITHIN = f"<text:list-item><text:p/>{liste(ITEM, ITEM)}</text:list-item>"
TAL = {"text__style_name": "Tal"}
ODT_LISTS: dict[str, tuple[list[str], list[str | None]]] = {
    "numbers": ([liste(ITEM, ITEM, **TAL)], ["1.", "2."]),
    "each list begins anew": ([liste(ITEM, ITEM, **TAL), liste(ITEM, **TAL)], ["1.", "2.", "1."]),
    "a list that goes on": (
        [liste(ITEM, ITEM, **TAL), liste(ITEM, text__continue_numbering="true", **TAL)],
        ["1.", "2.", "3."],
    ),
    "a list that goes on from one by name": (
        [
            liste(ITEM, xml__id="a", **TAL),
            liste(ITEM, ITEM, **TAL),
            liste(ITEM, text__continue_list="a", **TAL),
        ],
        ["1.", "1.", "2.", "2."],
    ),
    "a list of another style goes on from none": (
        [
            liste(ITEM, xml__id="a", text__style_name="Punkt"),
            liste(ITEM, text__continue_list="a", **TAL),
        ],
        ["•", "1."],
    ),
    "another start": ([liste(ITEM_FROM_5, ITEM, **TAL)], ["5.", "6."]),
    "only the first paragraph": ([liste(TWO_PARAGRAPHS, ITEM, **TAL)], ["1.", None, "2."]),
    "a header": ([liste(HEADER, ITEM, **TAL)], [None, "1."]),
    "a list in an item": ([liste(WITHIN, ITEM, **TAL)], ["1.", "1.a)", "1.b)", "2."]),
    "no mark": ([liste(ITEM, text__style_name="Utan")], [None]),
}


@pytest.mark.parametrize(("lists", "shown"), ODT_LISTS.values(), ids=ODT_LISTS)
def test_lists_of_an_odt(lists: list[str], shown: list[str | None]) -> None:
    part = fragment(ODT, f"<office:text>{''.join(lists)}</office:text>")
    marks = list(marks_of(OdtLister(fragment(ODT, STYLES), part), part))
    assert [mark and mark.vist for mark in marks] == shown


def marks_of(lister: OdtLister, part: _Element) -> list[Listemerke | None]:
    """The mark of each paragraph, as the reader asks for them."""

    def walk(element: _Element, around: OdtListe | None) -> list[Listemerke | None]:
        marks: list[Listemerke | None] = []
        for each in element:
            if each.tag == ODT("text:list"):
                inner = lister.open(each, around)
                for item in each:
                    inner.begin(item)
                    marks += walk(item, inner)
            else:
                marks.append(around.merke() if around else None)
        return marks

    return walk(part, None)


def test_headings_have_the_numbers_that_their_levels_have() -> None:
    lister = OdtLister(fragment(ODT, STYLES), fragment(ODT, "<office:text/>"))
    marks = [lister.heading(nivå) for nivå in (1, 2, 2, 3)]
    assert [mark and mark.vist for mark in marks] == [None, "1", "2", None]
