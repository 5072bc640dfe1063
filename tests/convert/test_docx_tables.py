"""Tables in docx: widths, kinds of rows, what stays on one page, what screen readers are told."""

import pytest
from lxml.etree import _Element

from bygdeplan.convert import convert
from tests.convert.pages import (
    GROUP,
    LOOK,
    W,
    page,
    part,
    row,
    sideways,
    styles_of,
    table,
    text_of,
    values,
)

pytestmark = pytest.mark.slow

MANY = [row(f"Hus {n}", "1") for n in range(12)]
PLAN = page(
    "<h2>Del</h2>"
    + table(row("Hus", "1 000"), row("Sum", "1 000", kind="sum"))
    + "<table><thead><tr><th>Utan namn</th></tr></thead><tbody><tr><td></td></tr></tbody></table>"
    + "<table><caption>Tabell 3. Ei liste</caption><thead><tr><th>Kva</th></tr></thead>"
    "<tbody><tr><td><p>a</p><p>b</p><ul><li>c</li></ul></td></tr></tbody></table><p>Slutt</p>"
    + table(GROUP, *MANY, row("Sum", "12", kind="sum")).replace("tabell-1", "tabell-4")
)


@pytest.fixture(scope="module")
def body() -> _Element:
    docx = convert(PLAN, ["docx"], LOOK)["docx"]
    body = part(docx, "word/document.xml").find(f"{W}body")
    assert body is not None
    return body


def tables(body: _Element) -> list[_Element]:
    return list(body.iter(f"{W}tbl"))


def rows(written: _Element) -> list[_Element]:
    return written.findall(f"{W}tr")


def test_header_rows_repeat_and_rows_stay_whole(body: _Element) -> None:
    for written in tables(body):
        assert [bool(values(r, "trPr/tblHeader")) for r in rows(written)] == [True] + [False] * (
            len(rows(written)) - 1
        )
        assert all(values(r, "trPr/cantSplit") for r in rows(written))


def test_tables_are_described_and_their_marked_rows_and_columns_named(body: _Element) -> None:
    described = [values(written, "tblPr/tblDescription") for written in tables(body)]
    assert described[:3] == [["Tabell 1. Eit namn"], [], ["Tabell 3. Ei liste"]]
    assert values(body, "tblPr/tblLook", "firstRow") == ["1", "1", "1", "1"]
    assert values(body, "tblPr/tblLook", "lastRow") == ["1", "0", "0", "1"]
    assert values(body, "tblPr/tblLook", "firstColumn") == ["1", "0", "0", "1"]
    assert values(body, "tblPr/tblLook") == ["00E0", "0020", "0020", "00E0"]


def test_columns_fill_the_page_and_cells_say_how_wide_they_are(body: _Element) -> None:
    size, margins = body.find(f".//{W}pgSz"), body.find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    text_width = int(size.get(f"{W}w", 0)) - 2 * int(margins.get(f"{W}left", 0))
    first = tables(body)[0]
    widths = [int(width or 0) for width in values(first, "tblGrid/gridCol", "w")]
    assert widths == [text_width * 7 // 10, text_width * 3 // 10]
    assert values(rows(first)[0], "tc/tcPr/tcW", "w") == [str(width) for width in widths]
    [over_both] = values(rows(tables(body)[3])[1], "tc/tcPr/tcW", "w")
    assert over_both == str(sum(widths))


def test_figures_stand_to_the_right_and_sums_are_bold(body: _Element) -> None:
    found = rows(tables(body)[0])
    assert [values(r, "tc/p/pPr/jc") for r in found] == [["right"]] * 3
    assert [len(values(r, "r/rPr/b")) for r in found] == [0, 0, 2]


def test_a_row_has_the_style_of_its_kind(body: _Element) -> None:
    kinds = [styles_of(r)[0] for r in rows(tables(body)[3])]
    assert kinds[:3] == ["Tabellhovud", "Tabellgruppe", "Tabelltekst"]
    assert kinds[-1] == "Tabellsum"
    assert len(values(rows(tables(body)[3])[1], "tc/tcPr/shd", "fill")) == 1


def test_a_short_table_stays_on_one_page_and_a_sum_with_the_row_before_it(body: _Element) -> None:
    short, long = tables(body)[0], tables(body)[3]
    assert [styles_of(r)[0] for r in rows(short)][1:] == ["TabelltekstSamla", "Tabellsum"]
    assert [styles_of(r)[0] for r in rows(long)][-3:-1] == ["Tabelltekst", "TabelltekstSamla"]


def test_every_paragraph_in_a_cell_has_a_style_of_tables(body: _Element) -> None:
    for cell in body.iter(f"{W}tc"):
        assert all(str(style).startswith("Tabell") for style in styles_of(cell))
        assert len(styles_of(cell)) == len(cell.findall(f"{W}p"))


def test_text_below_a_table_keeps_its_distance(body: _Element) -> None:
    [below] = [p for p in body.findall(f"{W}p") if text_of(p) == "Slutt"]
    assert values(below, "pPr/spacing", "before") == ["240"]


def test_an_empty_paragraph_stands_only_between_tables_that_would_become_one(
    body: _Element,
) -> None:
    elements = [e for e in body if e.tag in (f"{W}p", f"{W}tbl")]
    empty = [i for i, e in enumerate(elements) if e.tag == f"{W}p" and not text_of(e)]
    [first, second, *_] = [i for i, e in enumerate(elements) if e.tag == f"{W}tbl"]
    assert empty == [first + 1] == [second - 1]


def test_the_size_of_words_in_another_language_stands_before_the_language() -> None:
    words = '<span lang="nb-NO">Ett hus</span>'
    wide = sideways().replace("Hus<", f"{words}<", 1)
    docx = convert(page(wide), ["docx"], LOOK)["docx"]
    body = part(docx, "word/document.xml")
    [properties] = [run for run in body.iter(f"{W}rPr") if run.find(f"{W}lang") is not None]
    assert [each.tag for each in properties][-2:] == [f"{W}sz", f"{W}lang"]
