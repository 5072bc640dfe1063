"""What the styles of docx and odt make of facts in pairs, key figures and dense tables."""

import pytest

from bygdeplan.convert import convert
from bygdeplan.convert.opendocument import PREFIXES
from tests.convert.pages import LOOK, W, page, part, row, table

pytestmark = pytest.mark.slow

TEXT = f"{{{PREFIXES['text']}}}"


def fact(name: str, value: str) -> str:
    return f"<div><dt>{name}:</dt> <dd>{value}</dd></div>"


LONG = "Ytre Glimsund kommune og Glimsund vidaregåande skule"
FACTS = {
    "two short ones": ([("A", "Ja"), ("B", "Nei")], ["A:|Ja|B:|Nei"]),
    "an odd one": ([("A", "Ja"), ("B", "Nei"), ("C", "Ja")], ["A:|Ja|B:|Nei", "C:|Ja"]),
    "a long one between": (
        [("A", "Ja"), ("B", LONG), ("C", "Ja"), ("D", "Nei")],
        ["A:|Ja", f"B:|{LONG}", "C:|Ja|D:|Nei"],
    ),
}


@pytest.mark.parametrize(("facts", "lines"), FACTS.values(), ids=FACTS)
def test_two_short_facts_stand_on_one_line(facts: list[tuple[str, str]], lines: list[str]) -> None:
    said = f'<div class="par"><dl>{"".join(fact(*each) for each in facts)}</dl></div>'
    files = convert(page(f"<h2>Del</h2>{said}<p>Etter</p>"), ["docx", "odt"], LOOK)
    docx = part(files["docx"], "word/document.xml")
    shown = []
    for paragraph in docx.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and "par" in style.get(f"{W}val", "").lower():
            signs = {f"{W}tab": "|"}
            inner = paragraph.iter(f"{W}t", f"{W}tab")
            shown.append("".join(signs.get(str(i.tag), i.text or "") for i in inner))
    assert [line.replace(" |", "|") for line in shown] == lines
    odt = part(files["odt"], "content.xml")
    tabs = [len(p.findall(f".//{TEXT}tab")) for p in odt.iter(f"{TEXT}p")]
    assert [number for number in tabs if number] == [line.count("|") for line in lines]


DENSE = f'<div class="tabell tett">{table(row("Hus", "1"), row("Sum", "1", kind="sum"))}</div>'


def test_a_dense_table_has_smaller_type_and_less_white_space() -> None:
    for around, is_dense in ((DENSE, True), (DENSE.replace(" tett", ""), False)):
        docx = part(convert(page(around), ["docx"], LOOK)["docx"], "word/document.xml")
        [written] = docx.iter(f"{W}tbl")
        sizes = {size.get(f"{W}val") for size in written.iter(f"{W}sz")}
        assert (sizes == {str(round(2 * LOOK.stil.storleik.tabell_tett))}) is is_dense
        assert (written.find(f"{W}tblPr/{W}tblCellMar") is not None) is is_dense


def test_a_key_figure_is_large_in_a_dense_table() -> None:
    cell = '<tr><td><p><span class="stort">13</span></p><p>nye</p></td><td>1</td></tr>'
    around = f'<div class="tabell tett">{table(cell)}</div>'
    files = convert(page(around), ["docx", "odt"], LOOK)
    [figure] = [
        run
        for run in part(files["docx"], "word/document.xml").iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None
    ]
    assert figure.findtext(f"{W}t") == "13"
    assert figure.find(f"{W}rPr/{W}sz") is None
    spans = part(files["odt"], "content.xml").iter(f"{TEXT}span")
    assert ["".join(span.itertext()) for span in spans if "N" in span.get(f"{TEXT}style-name", "")]
