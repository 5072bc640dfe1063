"""Pages on their side in docx: which page each block stands on, and that nothing is left empty."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml.etree import _Element

from bygdeplan.convert import convert
from bygdeplan.convert.package import rewrite
from tests.convert.pages import (
    LOOK,
    NOTE,
    SAID,
    W,
    page,
    part,
    row,
    sideways,
    table,
    text_of,
    values,
)

pytestmark = pytest.mark.slow

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def body_of(content: str) -> _Element:
    docx = convert(page(content), ["docx"], LOOK)["docx"]
    body = part(docx, "word/document.xml").find(f"{W}body")
    assert body is not None
    return body


def pages(body: _Element) -> list[tuple[str, list[str]]]:
    """The pages in turn: how each lies, and the text of each of its blocks."""
    found: list[tuple[str, list[str]]] = []
    blocks: list[str] = []
    for element in body:
        if element.tag in (f"{W}p", f"{W}tbl"):
            blocks.append(text_of(element))
        sections = [element] if element.tag == f"{W}sectPr" else element.iter(f"{W}sectPr")
        for section in sections:
            size = section.find(f"{W}pgSz")
            assert size is not None
            found.append((size.get(f"{W}orient", "portrait"), blocks))
            blocks = []
    return found


CASES = {
    "between text": (
        f"<p>a</p>{sideways(NOTE)}<p>b</p>",
        [
            ("portrait", ["Tittel", "a"]),
            ("landscape", ["Tabell 1. Eit namn", "KvaSumHus1", "Merknad"]),
            ("portrait", ["b"]),
        ],
    ),
    "without a note": (
        f"<p>a</p>{sideways()}<p>b</p>",
        [
            ("portrait", ["Tittel", "a"]),
            ("landscape", ["Tabell 1. Eit namn", "KvaSumHus1", ""]),
            ("portrait", ["b"]),
        ],
    ),
    "last of all": (
        f"<p>a</p>{sideways(NOTE)}",
        [
            ("portrait", ["Tittel", "a"]),
            ("landscape", ["Tabell 1. Eit namn", "KvaSumHus1", "Merknad"]),
        ],
    ),
    "one after the other": (
        f"<p>a</p>{sideways(NOTE)}{sideways(NOTE, number=2)}<p>b</p>",
        [
            ("portrait", ["Tittel", "a"]),
            ("landscape", ["Tabell 1. Eit namn", "KvaSumHus1", "Merknad"]),
            ("landscape", ["Tabell 2. Eit namn", "KvaSumHus1", "Merknad"]),
            ("portrait", ["b"]),
        ],
    ),
}


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES)
def test_a_wide_table_has_pages_of_its_own(
    content: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert pages(body_of(content)) == expected


def test_a_page_that_has_no_lines_has_none_on_its_side_either() -> None:
    text = page(f"<p>x</p>{sideways()}<p>y</p>", said={**SAID, "sidelinjer": "ingen"})
    body = part(convert(text, ["docx"], LOOK)["docx"], "word/document.xml")
    assert len(list(body.iter(f"{W}sectPr"))) == 3
    assert list(body.iter(f"{W}headerReference", f"{W}footerReference")) == []


def test_a_page_on_its_side_has_its_own_header_and_footer() -> None:
    body = body_of(f"<p>a</p>{sideways(NOTE)}<p>b</p>")
    heads = [
        [reference.get(f"{R}id") for reference in section if reference.tag != f"{W}pgSz"][:2]
        for section in body.iter(f"{W}sectPr")
    ]
    assert heads[0] == heads[2] != heads[1]


def test_a_wide_table_is_as_wide_as_its_page() -> None:
    body = body_of(f"<p>a</p>{sideways(NOTE)}<p>b</p>")
    assert sum(int(width or 0) for width in values(body, "gridCol", "w")) > 13000


def test_a_wide_table_has_smaller_type_to_the_end_of_each_line() -> None:
    table = body_of(f"<p>a</p>{sideways(NOTE)}<p>b</p>").find(f"{W}tbl")
    assert table is not None
    smaller = [f"{LOOK.stil.storleik.tabell_liggjande * 2:g}"]
    assert all(values(run, "rPr/sz") == smaller for run in table.iter(f"{W}r"))
    assert all(values(line, "pPr/rPr/sz") == smaller for line in table.iter(f"{W}p"))


def test_the_line_that_ends_the_page_of_a_table_without_a_note_takes_no_room() -> None:
    body = body_of(f"<p>a</p>{sideways()}<p>b</p>")
    [line] = [paragraph for paragraph in body.iterfind(f"{W}p") if not text_of(paragraph)]
    assert values(line, "spacing", "line") == ["20"]
    assert values(line, "spacing", "lineRule") == ["exact"]


def test_a_reference_of_ones_own_with_one_page_is_turned(tmp_path: Path) -> None:
    def keep_first_page(document: _Element) -> None:
        [first, last] = document.iter(f"{W}sectPr")
        parent = last.getparent()
        assert parent is not None
        parent.replace(last, first)

    own = tmp_path / "reference.docx"
    own.write_bytes(
        rewrite(LOOK.reference_docx.read_bytes(), {"word/document.xml": keep_first_page})
    )
    html = page(f"<p>a</p>{sideways(NOTE)}<p>b</p>")
    docx = convert(html, ["docx"], replace(LOOK, reference_docx=own))["docx"]
    assert values(part(docx, "word/document.xml"), "pgSz", "w") == ["11906", "16838", "11906"]


CARD = (
    '<div class="kort"><h4>Bru</h4><p>Ei bru.</p>'
    f'<div class="tabell">{table(row("Hus", "1"), row("Sum", "1", kind="sum"))}</div></div>'
)
"""What is to stand whole on one page, with a table last."""


def laid_out(content: str) -> dict[str, set[str]]:
    """The text of each paragraph outside tables → what its own properties ask of the page."""
    asked = (f"{W}keepNext", f"{W}pageBreakBefore")
    return {
        text_of(block): {str(p.tag).removeprefix(W) for p in block.iter(*asked)}
        for block in body_of(content).iterfind(f"{W}p")
    }


def test_a_page_begins_where_the_page_says_so() -> None:
    found = laid_out('<div class="ny-side"><h2>Del</h2><p>a</p></div><h2>Meir</h2>')
    assert found["Del"] == {"pageBreakBefore"}
    assert found["Meir"] == found["a"] == set()


def test_a_card_is_kept_with_what_stands_last_in_it_and_no_longer() -> None:
    found = laid_out(f"<h3>Mål</h3><p>Tekst.</p>{CARD}<h4>Veg</h4><p>Ein veg.</p>")
    assert found["Bru"] == found["Ei bru."] == {"keepNext"}
    assert found["Tabell 1. Eit namn"] == {"keepNext"}
    assert found["Veg"] == found["Ein veg."] == set()


def test_no_empty_paragraph_is_left_after_the_table_of_a_card() -> None:
    assert "" not in laid_out(CARD + CARD.replace("Bru", "Veg").replace("tabell-1", "b"))


def test_two_sections_that_are_to_stand_together_do() -> None:
    found = laid_out(
        '<div class="kort"><h2>Vedtak</h2><p>a</p><h2>Vedlegg</h2><p>b</p><p>c</p></div>'
    )
    kept = {text for text, asked in found.items() if asked == {"keepNext"}}
    assert kept == {"Vedtak", "a", "Vedlegg", "b"}


def test_what_is_longer_than_a_page_is_not_kept_whole() -> None:
    long = "".join(f"<p>{n} {'ord ' * 100}</p>" for n in range(9))
    assert laid_out(f'<div class="kort"><h4>Bru</h4>{long}</div>')["Bru"] == set()
