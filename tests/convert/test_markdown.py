import pytest

from bygdeplan.convert import convert
from tests.convert.pages import LOOK, page, row, table

pytestmark = pytest.mark.slow

# What stands on the page, and what the Markdown file says.
CASES = {
    "words": ("<p>Bygd &amp; by, 60\u00a0% – «ja»!</p>", "Bygd \\& by, 60\u00a0% – «ja»!"),
    "what begins a list is no list": (
        "<p>1. januar<br>- x<br>2) y</p>",
        "1\\. januar\\\n\\- x\\\n2\\) y",
    ),
    "but only there": ("<p>punkt 1. og 2 - 1 = 1</p>", "punkt 1. og 2 - 1 = 1"),
    "a number a span parts from its point": ("<p><span>1</span>. mai</p>", "1\\. mai"),
    "emphasis": ("<p><em>a</em> <strong>b</strong></p>", "*a* **b**"),
    "emphasis that touches a word": ("<p><strong>NB:</strong>les</p>", "<strong>NB:</strong>les"),
    "emphasis that begins white": ("<p><em>\u00a0a</em></p>", "<em>\u00a0a</em>"),
    "emphasis in emphasis": ("<p><em>a <strong>b</strong></em></p>", "<em>a **b**</em>"),
    "emphasis of nothing": ("<p>a <em></em>b</p>", "a b"),
    "a link": ('<p><a href="https://a.no">[a]</a>!</p>', "[\\[a\\]](https://a.no)!"),
    "no picture": ('<p>Sjå!<a href="https://a.no">a</a></p>', "Sjå\\![a](https://a.no)"),
    "an address in plain text": ("<p>https://a_b.no</p>", "https\\://a\\_b.no"),
    "a break at the end": ("<p>a<br></p>", "a"),
    "a break in a heading": ("<h2>a<br>b</h2>", "## a<br>b"),
    "a list": ("<ol><li>a</li><li>b</li></ol>", "1.  a\n2.  b"),
    "a picture": ('<p><img src="data:image/png;base64,AA==" alt="Eit *hus*"></p>', "Eit \\*hus\\*"),
}


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES)
def test_text_is_text_and_markup_is_markup(content: str, expected: str) -> None:
    assert markdown(content) == expected


def test_a_table_stands_below_its_caption() -> None:
    content = table(
        '<tr class="gruppe"><th colspan="2" scope="rowgroup">Bustad</th></tr>',
        row("Hus | hytte", "- 2 000"),
        "<tr><th>a<br>b</th><td><p>1</p><p>2</p></td></tr>",
        row("Sum", "1", kind="sum"),
    )
    assert markdown(content) == (
        "Tabell 1. Eit namn\n\n"
        "| Kva          |      Sum |\n"
        "|--------------|---------:|\n"
        "| **Bustad**   |          |\n"
        "| Hus \\| hytte | \\- 2 000 |\n"
        "| a<br>b       |   1<br>2 |\n"
        "| **Sum**      |    **1** |"
    )


def test_a_cell_that_holds_a_list_makes_the_table_html() -> None:
    content = table("<tr><td><ul><li>*a*</li></ul></td><td>1</td></tr>")
    text = markdown(content)
    assert text.startswith("Tabell 1. Eit namn\n\n<table>\n")
    assert "<li>*a*</li>" in text
    assert "\n\n" not in text[text.index("<table>") :]


def test_links_within_the_document_have_somewhere_to_go() -> None:
    content = (
        '<p><a href="#tabell-1">1</a> <a href="#del">2</a> <a href="#boks">3</a></p>'
        f'<h2 id="del">Del</h2><div id="boks"><p>x</p></div>{table()}<h2 id="ny">Ny</h2>'
    )
    text = markdown(content)
    assert '## <a id="del"></a>Del\n\n<a id="boks"></a>\n\nx\n\n<a id="tabell-1"></a>' in text
    assert text.endswith("## Ny")


def markdown(content: str) -> str:
    """What stands below the heading."""
    text = convert(page(content), ["md"], LOOK)["md"].decode()
    return text.removeprefix("# Tittel\n").strip()
