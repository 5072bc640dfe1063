"""What is read of a page without pandoc is what pandoc reads of it."""

from html import escape

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bygdeplan.convert.document import as_spans
from bygdeplan.convert.page_reader import read_page
from bygdeplan.convert.pandoc import read_any_page
from bygdeplan.convert.pictures import as_images
from bygdeplan.documents.dokumentsett import SPORBARE
from bygdeplan.side.sporing import track_changes
from tests.convert.pages import CONTENTS, FACTS, FIGURE, GROUP, page, row, sideways, table
from tests.plans import PLAN_FILES
from tests.rendered import FJOR, documents
from tests.rendered import page as rendered

pytestmark = pytest.mark.slow


def assert_read_as_by_pandoc(html: str) -> None:
    readable = as_spans(as_images(html))
    assert read_page(readable) == read_any_page(readable)


@pytest.mark.parametrize("year", PLAN_FILES)
def test_every_document_is_read_as_by_pandoc(year: str) -> None:
    for name in documents(year):
        assert_read_as_by_pandoc(rendered(year, name))


@pytest.mark.parametrize(("year", "fjor"), [pair for pair in FJOR.items() if pair[1]])
@pytest.mark.parametrize("slag", SPORBARE)
def test_every_document_with_changes_is_read_as_by_pandoc(slag: str, year: str, fjor: str) -> None:
    old, new = (
        next(rendered(of, name) for name in documents(of) if name.startswith(slag))
        for of in (fjor, year)
    )
    assert_read_as_by_pandoc(track_changes(old, new))


FOOT = "<tfoot><tr><th>I alt</th><td>1</td></tr></tfoot></table>"
READ = {
    "a list of contents": CONTENTS,
    "facts": FACTS,
    "facts of several values": "<dl><dt>a</dt><dd>x</dd><dd><p>y</p></dd></dl>",
    "a figure": FIGURE,
    "a table on its side": sideways(),
    "groups of rows": table(GROUP, row("a", "1"), GROUP, row("b", "2")),
    "a foot": table(row("a", "1")).replace("</table>", FOOT),
    "rows named by cells of other widths": table(row("a", "1"), "<tr><td>x</td><th>y</th></tr>"),
    "a list that begins later": '<ol start="4"><li value="4">x</li><li><p>y</p>z</li></ol>',
    "white space around": "<p> a\n<em> b </em> <br> <strong>\nc</strong> </p>\n x \n",
    "one beside another": "<p><em>a</em><em>b</em><strong>c</strong><strong>d</strong></p>",
    "nothing": "<p></p><p> <br></p><p><em></em></p><div></div><ul><li></li></ul>",
    "signs by name and by number": "<p>&nbsp;&oslash;&#39;&#x41;&shy;\u2003x\u00a0</p>",
}


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_read_as_by_pandoc(content: str) -> None:
    assert_read_as_by_pandoc(page(content))


def test_what_a_page_says_of_itself_is_read_as_by_pandoc() -> None:
    assert_read_as_by_pandoc(
        page("", title=" Ein\n «tittel» ", said={"avsendar": " Bygda &  byen", "tom": ""})
    )


LEFT_TO_PANDOC = {
    "a tag left open": "<p>x",
    "a tag closed before another": "<p><em>x</p></em>",
    "a comment": "<!-- x -->",
    "an element no template has": "<blockquote><p>x</p></blockquote>",
    "another one in a line": "<p><code>x</code></p>",
    "a block in a line": "<p><em><ul><li>x</li></ul></em></p>",
    "text between points": "<ul>x<li>y</li></ul>",
    "a name that says nothing": "<dl><dt>x</dt></dl>",
    "two names that say one thing": "<dl><dt>a</dt><dt>b</dt><dd>x</dd></dl>",
    "a value without a name": "<dl><dd>x</dd></dl>",
    "a style": '<p style="color: red">x</p>',
    "a value of several lines": '<div aria-label="a\nb">x</div>',
    "a value without quotes": "<div id=a>x</div>",
    "a class that pandoc knows": '<p><span class="smallcaps">x</span></p>',
    "a link in a link": '<p><a href="#a">x <a href="#b">y</a></a></p>',
    "an address with a space": '<p><a href="https://a.no/b c">x</a></p>',
    "one place twice": '<div id="a"><h2 id="a">x</h2></div>',
    "a list of letters": '<ol type="a"><li>x</li></ol>',
    "a table without widths": "<table><tbody><tr><td>x</td></tr></tbody></table>",
    "a table without rows": table().replace("<tr>", "<!-- ").replace("</tr>", " -->"),
    "a row too short": table("<tr><td>x</td></tr>"),
    "a cell over several rows": table('<tr><td rowspan="2">x</td><td>y</td></tr>'),
    "a sign of Windows": "<p>\x96</p>",
}


@pytest.mark.parametrize("content", LEFT_TO_PANDOC.values(), ids=LEFT_TO_PANDOC)
def test_left_to_pandoc(content: str) -> None:
    assert read_page(page(content)) is None


# Any page of what the templates are made of, with white space and nothing where it can be.

SIGNS = st.text("ab.«»-'\"$*&< \n\t\u00a0\u2003é", max_size=6).map(escape)


def one_after_another(part: st.SearchStrategy[str], *, most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(part, max_size=most).map("".join)


def within(inner: st.SearchStrategy[str], *forms: str) -> st.SearchStrategy[str]:
    return st.builds(lambda form, content: form.format(content), st.sampled_from(forms), inner)


LINES = one_after_another(
    st.recursive(
        st.one_of(SIGNS, st.just("<br>"), st.just('<img src="a.png" alt="Eit  hus" width="9">')),
        lambda inner: within(
            one_after_another(inner),
            "<em>{}</em>",
            "<strong>{}</strong>",
            '<span class="insertion">{}</span>',
        ),
        max_leaves=5,
    )
)
LINKS = within(LINES, '<a href="https://a.no/?b=1&amp;c=2">{}</a>', '<a class="x" href="#b">{}</a>')
TEXTS = st.one_of(LINES, one_after_another(st.one_of(LINES, LINKS)))


def around(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks around others, with text and nothing between them."""
    flow = one_after_another(st.one_of(blocks, TEXTS, st.just("\n")))
    items = within(flow, "<li>{}</li>", "<li>{}</li>\n")
    facts = st.builds("<div><dt>{}</dt> <dd>{}</dd></div>".format, TEXTS, flow)
    return st.one_of(
        within(one_after_another(items), "<ul>{}</ul>", '<ol start="2">\n{}</ol>'),
        within(st.builds(str.__add__, facts, one_after_another(facts, most=2)), "<dl>{}</dl>"),
        within(flow, '<div class="tabell liggjande" role="region" tabindex="0">{}</div>'),
        within(one_after_another(blocks), '<nav aria-labelledby="a">\n{}</nav>'),
        st.builds("<figure>{}<figcaption>{}</figcaption></figure>".format, blocks, flow),
        tables(flow),
    )


def tables(flow: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Tables of two columns whose rows are of all kinds."""
    cells = st.one_of(flow, TEXTS)
    rows = st.one_of(
        *(
            st.builds(form.format, cells, cells)
            for form in (
                '<tr>\n<th scope="row">{}</th><td class="tal">{}</td></tr>',
                '<tr class="sum"><th>{}</th><th>{}</th></tr>',
                "<tr><td>{}</td><th>{}</th></tr>\n",
            )
        ),
        within(cells, '<tr class="gruppe"><th scope="rowgroup" colspan="2">{}</th></tr>'),
    )
    many = one_after_another(rows)
    caption = st.one_of(st.just(""), within(TEXTS, "<caption>{}</caption>"))
    foot = st.one_of(st.just(""), within(many, "<tfoot>{}</tfoot>"))
    return st.builds(
        (
            '<table>{}<colgroup>\n<col style="width: 33.3%"><col style="width:66.7%;"></colgroup>'
            "<thead>{}</thead><tbody>{}{}</tbody>{}</table>"
        ).format,
        *(caption, many, rows, many, foot),
    )


BLOCKS = st.recursive(
    within(TEXTS, "<p>{}</p>", "<h2>{}</h2>", '<h5 class="unlisted">{}</h5>'), around, max_leaves=4
)


# Finding the smallest example would run pandoc some hundred times.
@settings(max_examples=40, phases=[Phase.explicit, Phase.generate])
@given(st.lists(BLOCKS, min_size=2, max_size=8))
def test_any_page_is_read_as_by_pandoc(blocks: list[str]) -> None:
    assert_read_as_by_pandoc(page("".join(f"<div>{block}</div>" for block in blocks)))
