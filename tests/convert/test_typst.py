from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bygdeplan.convert import ConversionError, convert
from tests.convert.pages import (
    CONTENTS,
    FACTS,
    GROUP,
    LOOK,
    NOTE,
    SAID,
    fold,
    look,
    page,
    row,
    sideways,
    table,
    unspaced,
)

pytestmark = pytest.mark.slow

LAYOUT = LOOK.layout
MANY_ROWS = [row(f"Rad {n}", str(n)) for n in range(80)]


def pdf(content: str, *, layout: str = LAYOUT, title: str = "Tittel") -> PdfReader:
    made = convert(page(content, title=title), ["pdf"], look(layout))
    return PdfReader(BytesIO(made["pdf"]))


def test_is_for_the_archive_and_for_reading_aloud() -> None:
    reader = pdf("<h2>Del</h2><p>x</p>", title="Ein «tittel»")
    root = reader.root_object
    assert str(root["/Lang"]) == "nn-NO"
    assert "'/Marked': True" in str(root["/MarkInfo"])
    assert "'/DisplayDocTitle': True" in str(root["/ViewerPreferences"])
    assert "/StructTreeRoot" in root
    assert [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    said = reader.metadata
    assert said is not None
    assert (said.title, said.author) == ("Ein «tittel»", "Åse Ærø")
    assert said.creation_date_raw == "D:20260105000000Z"
    markers = reader.xmp_metadata
    assert markers is not None
    packet = markers.stream.get_data()
    assert b"<pdfaid:part>2<" in packet
    assert b"<pdfaid:conformance>A<" in packet
    assert b"<pdfuaid:part>1<" in packet


def test_a_heading_of_two_lines_is_one_bookmark() -> None:
    assert "'Del éin og to'" in str(pdf("<h2>Del éin<br>og to</h2>").outline)


def test_header_row_stands_on_every_page_and_pages_are_counted() -> None:
    pages = [page.extract_text() for page in pdf(table(*MANY_ROWS)).pages]
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert "Kva" in text
        assert f"Side {number} av {len(pages)}" in text


def test_rows_of_the_foot_stand_once() -> None:
    foot = "<tfoot><tr><th>I alt</th><td>1</td></tr></tfoot>"
    content = table(*MANY_ROWS).replace("</tbody>", f"</tbody>{foot}")
    text = "".join(page.extract_text() for page in pdf(content).pages)
    assert text.count("I alt") == 1


def test_a_row_higher_than_the_page_goes_on_on_the_next() -> None:
    """Typst cuts such a row off when it may not break."""
    pages = pdf(table(row("x", "ord " * 2500))).pages
    assert len(pages) > 2
    assert all(page.extract_text().count("ord") > 50 for page in list(pages)[:2])


def test_every_page_says_what_it_is_a_page_of() -> None:
    html = page(table(*MANY_ROWS), said=SAID)
    reader = PdfReader(BytesIO(convert(html, ["pdf"], LOOK)["pdf"]))
    for number, sheet in enumerate(reader.pages, 1):
        text = fold(sheet.extract_text())
        assert "Handlingsplan" in text
        assert "Bygda" in text
        assert f"Utkast {{x}} Side {number} av {len(reader.pages)}" in text


def test_properties_say_where_the_file_comes_from() -> None:
    reader = PdfReader(BytesIO(convert(page("<p>x</p>", said=SAID), ["pdf"], LOOK)["pdf"]))
    assert reader.metadata is not None
    assert str(reader.metadata["/Keywords"]) == (
        "Planår: 2026, Revisjon: 1, Kontrollsum: sha256:00, bygdeplan: 1.2.3"
    )


def test_a_wide_table_has_a_page_of_its_own_on_its_side() -> None:
    sizes = [
        (sheet.mediabox.width > sheet.mediabox.height, unspaced(sheet.extract_text()))
        for sheet in pdf(f"<p>Før</p>{sideways(NOTE)}<p>Etter</p>").pages
    ]
    assert [lies for lies, _ in sizes] == [False, True, False]
    assert [
        word in text for (_, text), word in zip(sizes, ("Før", "Merknad", "Etter"), strict=True)
    ]


def filled(rows: int) -> str:
    """A page that has room for about `rows` fewer lines of a table than a whole one."""
    return "<p>x</p>" * rows


@pytest.mark.parametrize("above", range(12, 24))
def test_neither_a_group_nor_a_sum_stands_alone_on_a_page(above: int) -> None:
    groups = [GROUP, *MANY_ROWS[:3]] * 4
    content = filled(above) + table(*groups, row("I alt", "12", kind="sum")) + NOTE
    sheets = [sheet.extract_text() for sheet in pdf(content).pages]
    for text in sheets:
        lines = [line for line in text.splitlines() if line.strip()]
        assert "Gruppe" not in lines[-2]
        assert not ("I alt" in text and "Rad" not in text)


def test_contents_are_listed_with_the_pages_they_stand_on() -> None:
    content = f'{CONTENTS}<h2 id="del">Del</h2>{filled(60)}<h3 id="stad">Stad</h3>'
    [first, *_, last] = [sheet.extract_text() for sheet in pdf(content).pages]
    entries = [line for line in first.splitlines() if line.startswith(("Del", "Stad"))]
    pages_listed = [entry.split()[-1] for entry in entries[:2]]
    assert pages_listed == ["1", last.split("Side ")[1].split()[0]]
    assert "Innhald" not in "".join(entries)


def test_facts_stand_in_two_columns() -> None:
    [only] = pdf(FACTS).pages
    lines = only.extract_text().splitlines()
    assert {fold(line) for line in lines} >= {"Status: I arbeid", "Periode: 2026"}


def test_a_short_table_stays_on_one_page() -> None:
    for above in range(24, 32):
        sheets = [s.extract_text() for s in pdf(filled(above) + table(*MANY_ROWS[:6])).pages]
        assert any("Rad 0" in text and "Rad 5" in text for text in sheets)


def test_a_class_of_the_page_has_the_look_the_layout_gives_it() -> None:
    layout = "#let classes = (roleg: body => [(#body)])"
    content = (
        '<div class="roleg"><p>a</p></div><p>b <span class="roleg">c</span></p><p class="x">d</p>'
    )
    [only] = pdf(content, layout=layout).pages
    assert unspaced(only.extract_text()) == "Tittel(a)b(c)d"


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    '<rect width="40" height="40"/></svg>'
)
PICTURE = (
    f'<figure><img {{}}src="data:image/svg+xml,{quote(SVG)}"><figcaption>F</figcaption></figure>'
)


def test_a_picture_keeps_its_alternative_text() -> None:
    reader = pdf(PICTURE.format('alt="Ein «svart» &quot;firkant&quot; &amp; \\ #x" '))
    objects = (reader.get_object(number) for number in reader.xref[0])
    alternatives = [
        str(o["/Alt"]) for o in objects if isinstance(o, DictionaryObject) and "/Alt" in o
    ]
    assert alternatives == ['Ein «svart» "firkant" & \\ #x']


FAULTS = {
    "characters that no face has": (
        "<p>Bra 😀 og 中</p>",
        LAYOUT,
        "Skrifta i pdf-en manglar «中» (U+4E2D) og «😀» (U+1F600); skriv noko anna i planen",
    ),
    "a character for private use": ("<p>\ue000</p>", LAYOUT, "teiknet U+E000"),
    "a heading level left out": (
        "<h3>x</h3>",
        LAYOUT,
        "Overskriftene hoppar frå nivå 1 til nivå 3; bruk nivåa i rekkjefølgje i malen.",
    ),
    "a picture without alternative text": (
        PICTURE.format(""),
        LAYOUT,
        "Eit bilete manglar alternativ tekst; skriv han i «alt» eller «aria-label» i malen.",
    ),
    "a slip in the layout": (
        "<p>x</p>",
        "#set text(size: 10pt)\n#set page(hovud: 2cm)\n",
        "Feil i layout.typ, linje 2: «unexpected argument: hovud»; rett sideoppsettet.",
    ),
    "a layout that ends in the middle": (
        "<p>x</p>",
        "#set text(\n",
        "Feil i layout.typ, linje 1: «unclosed delimiter»; rett sideoppsettet.",
    ),
    "a layout that wants the network": (
        "<p>x</p>",
        '#import "@preview/cetz:0.3.0"',
        "layout.typ hentar «@preview/cetz:0.3.0» frå nettet; skriv det han treng i sjølve",
    ),
    "a layout that reads files": ("<p>x</p>", '#read("/etc/hosts")', "file not found"),
    "a layout that climbs out": ("<p>x</p>", '#read("../../x")', "Feil i layout.typ, linje 1: «"),
}


@pytest.mark.parametrize(("content", "layout", "message"), FAULTS.values(), ids=FAULTS)
def test_faults_are_told_in_one_line(content: str, layout: str, message: str) -> None:
    with pytest.raises(ConversionError) as fault:
        convert(page(content), ["pdf"], look(layout))
    assert message in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_layout_cannot_read_the_folder_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.yaml").write_text("løyndom", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConversionError, match="file not found"):
        pdf("<p>x</p>", layout='#read("plan.yaml")')
