"""Tracked changes of a docx file: what is left of it when all are accepted, or all rejected."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from bygdeplan.convert import convert
from bygdeplan.side.sporing import track_changes
from tests.convert.pages import (
    FACTS,
    FIGURE,
    LOOK,
    NOTE,
    W,
    page,
    row,
    sideways,
    table,
)
from tests.tracked import body_of, settled_docx

pytestmark = pytest.mark.slow

SHORT = "<p>Ei innleiing som står urørt.</p>"
OTHER = "<p>Heilt anna prat kjem hit.</p>"
WIDER = (
    '<table id="tabell-1"><caption>Tabell 1. Eit namn</caption>'
    "<thead><tr><th>Kva</th><th>Løyvd</th><th>Brukt</th></tr></thead>"
    '<tbody><tr><th scope="row">Hus</th><td>1</td><td>2</td></tr></tbody></table>'
)
CASES = {
    "words": ("<p>Alle bygdene no.</p>", "<p>Alle fylka no.</p>"),
    "words in bold": ("<p>Alle <strong>bygdene</strong> no.</p>", "<p>Alle <em>fylka</em> no.</p>"),
    "a link": ("<p>Sjå sida no.</p>", '<p>Sjå <a href="https://a.no/">sida</a> no.</p>'),
    "a line break": ("<p>Ola Nordmann<br>Direktør</p>", "<p>Ola Nordmann Direktør</p>"),
    "a paragraph": (SHORT + "<p>Slutt.</p>", SHORT + OTHER + "<p>Slutt.</p>"),
    "the last paragraph": (SHORT, SHORT + OTHER),
    "the last paragraph, and it is another": (SHORT + "<p>Ola Nordmann.</p>", SHORT + OTHER),
    "all there is": (SHORT, OTHER),
    "a list": (SHORT, f"{SHORT}<ul><li>Ein</li><li>To<ul><li>Tre</li></ul></li></ul>"),
    "points": ("<ol><li>Ein</li><li>To</li></ol>", "<ol><li>Null</li><li>To</li><li>Tre</li></ol>"),
    "a fact": (FACTS, FACTS.replace("I arbeid", "Utsett")),
    "facts": (SHORT, FACTS + SHORT),
    "a section": (f"<h2>Mål</h2>{SHORT}", f"<h2>Før</h2>{OTHER}<h2>Mål</h2>{SHORT}"),
    "a cell": (table(row("Hus", "1")), table(row("Hus", "2"))),
    "a row": (table(row("Hus", "1"), row("Veg", "2")), table(row("Veg", "2"))),
    "an empty cell": (table(row("Hus", "")), table(row("Hus", "1"))),
    "paragraphs in a cell": (
        table(row("Hus", "X")).replace("X", "<p>Ein som står.</p><p>To</p>"),
        table(row("Hus", "X")).replace("X", "<p>Ein som står.</p><ul><li>Tre</li></ul>"),
    ),
    "a table": (SHORT, SHORT + table(row("Hus", "1"))),
    "a table with other columns": (SHORT + table(row("Hus", "1")), SHORT + WIDER),
    "a table with a note": (SHORT, SHORT + sideways(NOTE).replace(" liggjande", "")),
    "a wide table": (SHORT + sideways(NOTE), SHORT + sideways(NOTE).replace(">1<", ">2<")),
    "a wide table alone": (SHORT, SHORT + sideways(NOTE)),
    "a wide table with other columns": (
        f'{SHORT}<div class="tabell liggjande">{table(row("Hus", "1"))}{NOTE}</div>{OTHER}',
        f'{SHORT}<div class="tabell liggjande">{WIDER}{NOTE}</div>{OTHER}',
    ),
    "a figure": (SHORT, SHORT + FIGURE),
    "another figure before a wide table": (
        SHORT + FIGURE + sideways(),
        SHORT + FIGURE.replace("Hus", "Gard") + sideways(),
    ),
}  # fmt: skip


def docx(content: str) -> bytes:
    return convert(page(content), ["docx"], LOOK)["docx"]


def tracked(old: str, new: str) -> bytes:
    shown = track_changes(page(old), page(new))
    return convert(shown, ["docx"], LOOK)["docx"]


@pytest.mark.parametrize("way", ["accept", "reject"])
@pytest.mark.parametrize(("one", "other"), CASES.values(), ids=CASES)
def test_each_text_can_be_had_back(one: str, other: str, way: str) -> None:
    for old, new in ((one, other), (other, one)):
        kept = new if way == "accept" else old
        assert settled_docx(tracked(old, new), way) == settled_docx(docx(kept), "accept")


@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES)
def test_every_change_is_signed_and_numbered(old: str, new: str) -> None:
    body = body_of(tracked(old, new))
    changes = list(body.iter(f"{W}ins", f"{W}del", f"{W}pPrChange"))
    places = [place.get(f"{W}id") for place in body.iter(f"{W}bookmarkStart")]
    ids = [change.get(f"{W}id") for change in changes]
    assert changes
    assert len({*ids, *places}) == len(ids) + len(places)
    assert {change.get(f"{W}author") for change in changes} == {"Åse Ærø"}
    assert {change.get(f"{W}date") for change in changes} == {"2026-01-05T00:00:00Z"}


@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES)
def test_every_last_mark_stays(old: str, new: str) -> None:
    body = body_of(tracked(old, new))
    cells = [cell[-1] for cell in body.iter(f"{W}tc")]
    sections = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}sectPr") is not None]
    last = [p for p in body if p.tag in (f"{W}p", f"{W}tbl")][-1]
    for paragraph in [*cells, *sections, last]:
        for change in ("ins", "del"):
            assert paragraph.find(f"{W}pPr/{W}rPr/{W}{change}") is None


@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES)
def test_no_mark_is_both_put_in_and_taken_out(old: str, new: str) -> None:
    for marks in body_of(tracked(old, new)).iterfind(f".//{W}pPr/{W}rPr"):
        assert len(marks.findall(f"{W}ins") + marks.findall(f"{W}del")) <= 1


def test_nothing_is_said_in_words() -> None:
    body = body_of(tracked(*CASES["a row"]))
    assert "[" not in "".join(text.text or "" for text in body.iter(f"{W}t", f"{W}delText"))


def test_picture_is_marked() -> None:
    body = body_of(tracked(SHORT, SHORT + FIGURE))
    [drawing] = body.iter(f"{W}drawing")
    assert next(drawing.iterancestors(f"{W}ins"), None) is not None


def sides(docx: bytes) -> list[str]:
    """How the page of each section lies."""
    sizes = body_of(docx).iter(f"{W}pgSz")
    return ["side" if size.get(f"{W}orient") == "landscape" else "up" for size in sizes]


SECTIONS = {
    "a wide table": ["up", "side"],
    "a wide table alone": ["up"],
    "a wide table with other columns": ["up", "side", "up"],
}


@pytest.mark.parametrize(("case", "expected"), SECTIONS.items(), ids=SECTIONS)
def test_no_page_on_its_side_is_left_empty(case: str, expected: list[str]) -> None:
    assert sides(tracked(*CASES[case])) == expected


def test_mark_that_does_the_work_of_another_keeps_both_looks() -> None:
    body = body_of(tracked(SHORT, SHORT + table(row("Hus", "1"))))
    first, caption = [p for p in body if p.tag == f"{W}p"][1:3]
    assert first.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    assert caption.find(f"{W}pPr/{W}rPr/{W}ins") is None
    looks = [
        style.get(f"{W}val")
        for path in ("pStyle", f"pPrChange/{W}pPr/{W}pStyle")
        for style in caption.findall(f"{W}pPr/{W}{path}")
    ]
    own = first.find(f"{W}pPr/{W}pStyle")
    assert own is not None
    assert looks == ["TableCaption", own.get(f"{W}val")]


def test_what_is_held_against_what_stands_in_a_comment() -> None:
    made = tracked(SHORT, OTHER)
    with ZipFile(BytesIO(made)) as parts:
        comments = etree.fromstring(parts.read("word/comments.xml"))
    [comment] = comments
    assert "".join(comment.itertext()).startswith("Dokumentet viser endringane frå")
    assert (comment.get(f"{W}author"), comment.get(f"{W}date")) == (
        "Åse Ærø",
        f"{date(2026, 1, 5)}T00:00:00Z",
    )
    heading = next(body_of(made).iter(f"{W}p"))
    assert len(list(heading.iter(f"{W}commentReference"))) == 1


def test_page_without_changes_has_no_marks() -> None:
    body = body_of(docx(SHORT + FIGURE + table(row("Hus", "1"))))
    assert list(body.iter(f"{W}ins", f"{W}del", f"{W}commentReference")) == []


def test_same_bytes_every_time() -> None:
    assert tracked(*CASES["a figure"]) == tracked(*CASES["a figure"])


def test_a_line_can_break_between_two_figures_in_a_cell() -> None:
    old, new = table(row("Hus", "1\u00a0450")), table(row("Hus", "1\u00a0090"))
    docx = convert(track_changes(page(old), page(new)), ["docx"], LOOK)["docx"]
    taken_out = [text.text for text in body_of(docx).iter(f"{W}delText")]
    assert taken_out == ["1\u00a0450", " "]


def test_words_in_a_paragraph_get_no_space_more() -> None:
    docx = convert(track_changes(page("<p>Alle</p>"), page("<p>Nokre</p>")), ["docx"], LOOK)["docx"]
    assert " " not in [text.text for text in body_of(docx).iter(f"{W}delText")]
