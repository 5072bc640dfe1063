"""What is read of a web page, piece by piece."""

import pytest

from bygdeplan.vedtak.protokoll.les.html import read_html
from bygdeplan.vedtak.protokoll.tekst import Stykke, Uleseleg

STRUCK = "noko er stroke over, sett inn, gøymt eller eit bilete"


def read(body: str, head: str = "") -> list[Stykke]:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return list(read_html(page.encode()).stykke)


def piece(number: int, tekst: str, nivå: int = 0, *, atterhald: str = "") -> Stykke:
    stad = f"avsnitt {number}"
    return Stykke(tekst, stad, er_punkt=nivå > 0, nivå=nivå, atterhald=atterhald)


PIECES: dict[str, tuple[str, list[Stykke]]] = {
    "a heading": ("<h2>Vedtak</h2>", [Stykke("Vedtak", "avsnitt 1", er_overskrift=True)]),
    "a heading that begins like a point": (
        "<h2>1. Vedtak</h2>",
        [Stykke("1. Vedtak", "avsnitt 1", er_overskrift=True)],
    ),
    "paragraphs": ("<p>Ein</p><p>To</p>", [piece(1, "Ein"), piece(2, "To")]),
    "what no element holds": (
        "Ein<p>To</p>Tre",
        [piece(1, "Ein"), piece(2, "To"), piece(3, "Tre")],
    ),
    "bold": ("<p>Ein <b>to</b> tre</p>", [piece(1, "Ein to tre")]),
    "bold around paragraphs": ("<b><p>Ein</p><p>To</p></b>", [piece(1, "Ein"), piece(2, "To")]),
    "line breaks of the source": ("<p>Ein\nto\r\n tre</p>", [piece(1, "Ein to tre")]),
    "typed line breaks": (
        "<p>Vedtak:<br>1. Ein<br>2. To</p>",
        [
            piece(1, "Vedtak:"),
            Stykke("Ein", "avsnitt 1", er_punkt=True, teikn="1."),
            Stykke("To", "avsnitt 1", er_punkt=True, teikn="2."),
        ],
    ),
    "a point that is typed": (
        "<p>1. Ein</p>",
        [Stykke("Ein", "avsnitt 1", er_punkt=True, teikn="1.")],
    ),
    "points": ("<ol><li>Ein</li><li>To</li></ol>", [piece(1, "Ein", 1), piece(2, "To", 1)]),
    "points in a box": (
        "<div><div><ol><li>Ein</li></ol></div></div>",
        [piece(1, "Ein", 1)],
    ),
    "a point under a point": (
        "<ol><li>Ein<ul><li>To</li></ul></li></ol>",
        [piece(1, "Ein", 1), piece(2, "To", 2)],
    ),
    "a line break in a point": ("<ul><li>Ein<br>to</li></ul>", [piece(1, "Ein to", 1)]),
    "a sign in a point": ("<ul><li>– Ein</li></ul>", [piece(1, "– Ein", 1)]),
    "what is not shown": (
        "<script>a</script><style>b</style><noscript>d</noscript><p>Ein<!-- f --></p>",
        [piece(1, "Ein")],
    ),
    "what is to be filled in": ("<template>c</template><p>Ein</p>", [piece(1, "Ein")]),
    "what a drawing is called": ("<svg><title>e</title></svg><p>Ein</p>", [piece(1, "Ein")]),
    "what is not shown within a line": ("<p>Ein <script>a</script>to</p>", [piece(1, "Ein to")]),
    "a table": (
        "<table><caption>Tal</caption><tr><th>Ein</th><td>To</td></tr></table>",
        [piece(1, "Tal"), piece(2, "Ein To")],
    ),
    "nothing": ("<p> </p>", []),
}


@pytest.mark.parametrize(("body", "pieces"), PIECES.values(), ids=PIECES)
def test_pieces_of_a_page(body: str, pieces: list[Stykke]) -> None:
    assert read(body) == pieces


BLOCKS = (
    *("address", "article", "blockquote", "center", "dd", "details", "dialog", "div"),
    *("dl", "dt", "fieldset", "figcaption", "figure", "form", "hr", "main"),
    *("ol", "pre", "section", "summary", "ul"),
)


@pytest.mark.parametrize("tag", BLOCKS)
def test_block_ends_what_stands_before_it(tag: str) -> None:
    body = f"Ein<{tag}>To</{tag}>" if tag != "hr" else "Ein<hr>To"
    assert [each.tekst for each in read(body)] == ["Ein", "To"]


@pytest.mark.parametrize("tag", ["aside", "footer", "header", "nav"])
def test_what_stands_around_the_text_is_read_apart(tag: str) -> None:
    found = read_html(f"<html><body>Ein<{tag}><p>To</p></{tag}></body></html>".encode())
    assert [each.tekst for each in found.stykke] == ["Ein"]
    assert [each.tekst for each in found.kant] == ["To"]


SOMETHING_GONE = {
    "struck out": "<p>Ein <s>to</s></p>",
    "struck out in the old way": "<p>Ein <strike>to</strike></p>",
    "taken out": "<p>Ein <del>to</del></p>",
    "put in": "<p>Ein <ins>to</ins></p>",
    "struck out around it": "<del><p>Ein to</p></del>",
    "hidden": "<p>Ein <span hidden>to</span></p>",
    "struck out by a style": '<p>Ein <b style="text-decoration: line-through">to</b></p>',
    "not shown by a style": '<p>Ein <b style="Display: None">to</b></p>',
    "not seen by a style": '<p>Ein <b style="visibility: hidden">to</b></p>',
    "by a class": '<p>Ein <b class="x ut">to</b></p>',
    "a picture": "<p>Ein to <img src='a'></p>",
    "a field": "<p>Ein to <input></p>",
    "a box to write in": "<p>Ein to <textarea></textarea></p>",
    "a choice": "<p>Ein to <select></select></p>",
    "a video": "<p>Ein to <video></video></p>",
    "a drawing": "<p>Ein to <canvas></canvas></p>",
    "another page": "<p>Ein to <iframe></iframe></p>",
    "an object": "<p>Ein to <object></object></p>",
    "something embedded": "<p>Ein to <embed></p>",
    "a formula": "<p>Ein to <math></math></p>",
}
STYLE = "<style>.inn { color: red } .ut, i.vekk { text-decoration: line-through }</style>"


@pytest.mark.parametrize("body", SOMETHING_GONE.values(), ids=SOMETHING_GONE)
def test_what_its_readers_may_see_otherwise_is_told(body: str) -> None:
    assert read(body, STYLE) == [piece(1, "Ein to", atterhald=STRUCK)]


SOUND = {
    "a class": '<p>Ein <b class="inn">to</b></p>',
    "a style": '<p>Ein <b style="color: red">to</b></p>',
    "struck out elsewhere": "<div><p>Ein to</p></div>",
}


@pytest.mark.parametrize("body", SOUND.values(), ids=SOUND)
def test_what_all_see_alike_is_told_of_no_more(body: str) -> None:
    assert read(body, STYLE) == [piece(1, "Ein to")]


def test_reservation_holds_for_each_line_of_a_paragraph() -> None:
    assert [each.atterhald for each in read("<p>1. Ein<br>2. <s>To</s></p>")] == [STRUCK, STRUCK]


def test_properties_of_a_page() -> None:
    meta = (
        '<meta name="planår" content="2031"><meta name="author" content="x"><meta charset="utf-8">'
    )
    page = read_html(f"<html><head>{meta}</head><body><p>Ein</p></body></html>".encode())
    assert page.eigenskapar == {"Planår": "2031"}


def test_page_that_says_how_it_is_encoded() -> None:
    page = '\n <?xml version="1.0" encoding="utf-8"?><html><body><p>Å</p></body></html>'
    assert [each.tekst for each in read_html(page.encode()).stykke] == ["Å"]


@pytest.mark.parametrize("content", [b" ", b"<?xml version='1.0'?>"])
def test_page_without_anything_cannot_be_read(content: bytes) -> None:
    with pytest.raises(Uleseleg, match="ikkje noko innhald"):
        read_html(content)
