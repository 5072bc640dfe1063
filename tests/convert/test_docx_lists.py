"""Lists in docx: Word's own styles, numbers that begin anew, what stays on one page."""

import pytest
from lxml.etree import _Element

from bygdeplan.convert import convert
from tests.convert.pages import (
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

LONG = "".join(f"<li>{n}</li>" for n in range(6))
PLAN = page(
    "<p>Desse:</p><ul><li>a<ul><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li></ul></li></ul>"
    "<p>x</p><ol><li>e</li><li><p>f</p><p>g</p></li></ol><p>y</p><ol start='3'><li>h</li></ol>"
    f"<p>z</p><ul>{LONG}</ul>"
    "<h2>Del</h2><p>Vekt: 60 %</p><h3>Under</h3><p>Tekst</p><p>Slutt</p><h3>Neste</h3>"
    f"<p>Tabell 1.</p><div class='tabell'>{table(row('Hus', '1'))}</div>"
    f"<p>Tabell 2.</p>{sideways(number=2)}"
    "<p>Vedtak:</p><ol><li>i</li><li>j</li></ol><div class='signatur'><p>Ola</p></div>"
)


@pytest.fixture(scope="module")
def docx() -> bytes:
    return convert(PLAN, ["docx"], LOOK)["docx"]


@pytest.fixture
def points(docx: bytes) -> dict[str, _Element]:
    paragraphs = part(docx, "word/document.xml").iter(f"{W}p")
    return {text_of(p): p for p in paragraphs}


def test_points_have_the_style_of_their_kind_and_depth(points: dict[str, _Element]) -> None:
    styles = {text: styles_of(point) for text, point in points.items()}
    assert [styles[text][0] for text in "abcd"] == [
        "ListBullet",
        "ListBullet2",
        "ListBullet3",
        "ListBullet3",
    ]
    assert [styles[text][0] for text in "efg"] == ["ListNumber", "ListNumber", "ListContinue"]
    assert values(points["g"], "pPr/numPr/numId") == []


def test_every_list_of_numbers_begins_where_it_says(
    docx: bytes, points: dict[str, _Element]
) -> None:
    numbering = part(docx, "word/numbering.xml")
    starts = {
        used.get(f"{W}numId"): values(used, "lvlOverride/startOverride")[0]
        for used in numbering.findall(f"{W}num")
        if values(used, "lvlOverride/startOverride")
    }
    numbers = [values(points[text], "pPr/numPr/numId")[0] for text in "efhi"]
    assert [starts[number] for number in numbers] == ["1", "1", "3", "1"]
    assert len({numbers[0], numbers[2], numbers[3]}) == 3


def test_lists_are_numbered_by_the_plans_of_the_house_alone(docx: bytes) -> None:
    numbering = part(docx, "word/numbering.xml")
    assert values(numbering, "abstractNum", "abstractNumId") == ["1", "2"]
    assert set(values(numbering, "num/abstractNumId")) == {"1", "2"}


def test_a_line_stays_with_what_it_leads_in(points: dict[str, _Element]) -> None:
    kept = {t for t, p in points.items() if styles_of(p) == ["InnleiingTilListe"]}
    assert kept == {"Desse:", "x", "y", "z", "Vedtak:", "Vekt: 60 %", "Tabell 1."}


def test_short_lists_stay_whole_and_what_is_signed_with_the_signature(
    points: dict[str, _Element],
) -> None:
    kept = {text for text, point in points.items() if values(point, "pPr/keepNext")}
    assert kept == {"a", "b", "c", "e", "f", "i", "j"}
    assert styles_of(points["Ola"]) == ["Signatur"]
