import sys
from base64 import b64encode
from collections.abc import Callable
from html import escape
from types import ModuleType
from urllib.parse import quote

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bygdeplan.convert import FORMATS, ConversionError, Format, convert, stop
from tests.convert.pages import (
    BARE_LAYOUT,
    LOOK,
    docx_blocks,
    fold,
    html_blocks,
    look,
    md_blocks,
    md_blocks_by_markdown_it,
    odt_blocks,
    page,
    pdf_text,
    row,
    table,
    unspaced,
)

pytestmark = pytest.mark.slow


def test_what_is_being_loaded_has_nothing_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """One document is wrong while the first that is right is on its way to pandoc."""
    for name in ("bygdeplan.convert.pandoc", "bygdeplan.utsjanad.typst"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    stop()


READERS: dict[str, tuple[Format, Callable[[bytes], list[str]]]] = {
    "docx": ("docx", docx_blocks),
    "odt": ("odt", odt_blocks),
    "md by pandoc": ("md", md_blocks),
    "md by markdown-it": ("md", md_blocks_by_markdown_it),
}

# Text that one of the formats, or the way to it, would take for something else.
TEXTS = """\
<b>  </main>  <!-- x -->  &nbsp;  &amp;  &#65;  "q" 'r'
{{ 7*7 }}  {% raw %}  {# x #}  {.class}  {=html}
#set text(red)  #x  # x  @kommune  <label>  /*x*/  //x  $x$  $$x$$  / t: x  = x  == x
1. januar 2026  2) x  (1) x  a. x  - 2 000  - -  + 5 %  * x  • x  –\u00a0x  ---  ===  :-
*a*  _a_  __b__  a_b_c  ***  2^10^  H~2~O  ~  ~~x~~  `code`  ``  ~~~  > x  ::: x  \\(x\\)
a|b  | a | b |  |-|  [x](y)  ![x](y)  [x]: y  [^1]  [ ] x  [!NOTE]  :smile:  12:30
\\  a\\  \\*  \\n  \\begin{x}  ...  -?  --  (c)  «quotes»  ‘x’  Hei!  1\u00a0000  60\u00a0%
https://x_y.no/_a_  www.b_c.no  x_y@b.no  mailto:a_b@c.no  <https://a.no>
e\u0301 o\u0308 a\u030a  ﬁ  ½  −5  œ  č  ŧ  Ω"""
TEXT_FIELDS = [text for line in TEXTS.splitlines() for text in line.split("  ")]
# The pdf's faces have none of these.
OUTSIDE_THE_FACES = ["😀", "kommune 🏔️ plan", "中文"]

PLACES = {
    "paragraph": "<p>{}</p>",
    "heading": "<h2>{}</h2>",
    "bullet": "<ul><li>{}</li></ul>",
    "decision": "<ol><li>{}</li></ol>",
    "strong": "<p><strong>{}</strong></p>",
    "link": '<p><a href="https://example.org/">{}</a></p>',
    "after a break": "<p>x<br>{}</p>",
    "heading after a break": "<h3>x<br>{}</h3>",
    "before a link": '<p>{}<a href="https://example.org/">x</a></p>',
    "div and span": '<div class="varsel"><p><span class="x">{}</span></p></div>',
}


def everywhere(text: str) -> str:
    """A text in every place a page has for it."""
    field = escape(text)
    places = "".join(place.format(field) for place in PLACES.values())
    group = f'<tr class="gruppe"><th scope="rowgroup" colspan="2">{field}</th></tr>'
    listing = f"<tr><td><ul><li>{field}</li></ul></td><td><p>{field}</p><p>{field}</p></td></tr>"
    pipes = table(group, row(text, text), row(text, text, kind="sum"), caption=field)
    wide = table(row(text, text), listing, caption=field).replace("tabell-1", "")
    return places + pipes.replace("tabell-1", "") + wide


def blocks_everywhere(text: str) -> list[str]:
    """What is read of such a page, block by block."""
    places = [text] * 6 + [f"x {text}"] * 2 + [f"{text}x", text]
    pipes = [text, "Kva", "Sum", *[text] * 5]
    wide = [text, "Kva", "Sum", *[text] * 5]
    return [fold(block) for block in places + pipes + wide]


@pytest.fixture(scope="module")
def files() -> dict[Format, bytes]:
    """One page with all the texts in all places, in the formats that can hold every character."""
    content = "".join(map(everywhere, TEXT_FIELDS + OUTSIDE_THE_FACES))
    return convert(page(content), ["docx", "odt", "md"], LOOK)


@pytest.mark.parametrize("reader", READERS)
def test_every_text_comes_back(reader: str, files: dict[Format, bytes]) -> None:
    file_format, read = READERS[reader]
    fields = TEXT_FIELDS + OUTSIDE_THE_FACES
    expected = ["Tittel", *(block for text in fields for block in blocks_everywhere(text))]
    assert read(files[file_format]) == expected


def test_every_text_comes_back_from_pdf() -> None:
    content = "".join(map(everywhere, TEXT_FIELDS))
    expected = "".join(block for text in TEXT_FIELDS for block in blocks_everywhere(text))
    pdf = convert(page(content), ["pdf"], look(BARE_LAYOUT))["pdf"]
    assert pdf_text(pdf) == "Tittel" + unspaced(expected)


SIGNS = st.text("\\`*_{}[]<>()#+-.!|~^$&@:;\"'=/%?, \u00a0–«»åéx19", min_size=1, max_size=8)


def markup(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Emphasis, spans and line breaks around and beside each other."""
    wrap = st.sampled_from(
        ["<em>{}</em>", "<strong>{}</strong>", '<span class="x">{}</span>', "{}<br>"]
    )
    wrapped = st.builds(lambda form, content: form.format(content), wrap, inner)
    return st.lists(wrapped, min_size=1, max_size=3).map("".join)


RUNS = st.recursive(SIGNS.map(escape), markup, max_leaves=6)
CELLS = st.tuples(SIGNS.map(escape), RUNS).map(
    lambda cells: f"<tr><th>{cells[0]}</th><td>{cells[1]}</td></tr>"
)
BLOCKS = st.one_of(
    st.builds(lambda place, run: place.format(run), st.sampled_from([*PLACES.values()][:4]), RUNS),
    st.lists(CELLS, min_size=1, max_size=3).map(lambda rows: table(*rows).replace("tabell-1", "")),
)


# Finding the smallest example would run pandoc some hundred times.
@settings(max_examples=8, phases=[Phase.explicit, Phase.generate])
@given(st.lists(BLOCKS, min_size=20, max_size=60))
def test_any_text_in_any_markup_comes_back(blocks: list[str]) -> None:
    html = page("".join(blocks))
    expected = "".join(map(unspaced, html_blocks("".join(blocks))))
    files = convert(html, ["docx", "odt", "md"], LOOK)
    for file_format, read in READERS.values():
        assert "".join(map(unspaced, read(files[file_format])[1:])) == expected


def test_html_is_the_page_itself() -> None:
    html = page("<p>Ærleg &amp; open</p>")
    assert convert(html, ["html"], LOOK) == {"html": html.encode()}


def test_makes_the_formats_asked_for_and_no_others() -> None:
    assert list(convert(page("<p>x</p>"), ("md", "docx"), LOOK)) == ["docx", "md"]
    assert convert(page("<p>x</p>"), [], LOOK) == {}


HOLDS_ONE = '<svg xmlns="http://www.w3.org/2000/svg"><image href="x.png"/></svg>'


def in_base64(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"


FETCHED = {
    "a file": '<img alt="x" src="file:///etc/hostname">',
    "a path": '<img alt="x" src="/etc/hostname">',
    "a file nearby": '<img alt="x" src="plan.yaml">',
    "a picture on the network": '<img alt="x" src="https://a.example/x.png">',
    "a picture of whoever asks": '<img alt="x" src="//a.example/x.png">',
    "a drawing that holds one": '<svg aria-label="x"><image href="/etc/hostname"/></svg>',
    "a drawing that holds an old one": '<svg aria-label="x"><image xlink:href="x.png"/></svg>',
    "a drawing in base64": f'<img alt="x" src="{in_base64(HOLDS_ONE)}">',
    "a drawing with per cent signs": (
        f'<img alt="x" src="data:image/svg+xml;utf8,{quote(HOLDS_ONE)}">'
    ),
    "a drawing in a drawing": (
        f'<img alt="x" src="{in_base64(HOLDS_ONE.replace("x.png", in_base64(HOLDS_ONE)))}">'
    ),
    "a stylesheet": '<link rel="stylesheet" href="https://a.example/x.css">',
    "a face in a stylesheet": "<style>p { src: url(https://a.example/x.woff) }</style>",
    "a script": '<script src="https://a.example/x.js"></script>',
    "a page in the page": '<iframe src="file:///etc/hostname"></iframe>',
}


@pytest.mark.parametrize("formats", [["html"], [*FORMATS]], ids=["html", "all"])
@pytest.mark.parametrize("fetched", FETCHED.values(), ids=FETCHED)
def test_a_page_that_fetches_something_is_refused(fetched: str, formats: list[Format]) -> None:
    with pytest.raises(ConversionError, match=r"Malen hentar «.+» utanfrå"):
        convert(page(fetched), formats, LOOK)


@pytest.mark.parametrize("formats", [["html"], [*FORMATS]], ids=["html", "all"])
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("\x07", "U+0007"),
        ("\ufffe", "U+FFFE"),
        ("\ue000", "U+E000"),
        ("\u202e", "U+202E (høgre-til-venstre-overstyring)"),
        ("&rlm;", "U+200F (høgre-til-venstre-merke)"),
        ("&#x202e;", "U+202E (høgre-til-venstre-overstyring)"),
        ("&#8238;", "U+202E (høgre-til-venstre-overstyring)"),
    ],
)
def test_a_sign_that_no_document_can_carry(written: str, told: str, formats: list[Format]) -> None:
    with pytest.raises(ConversionError) as fault:
        convert(page(f"<p>a{written}b</p>"), formats, LOOK)
    assert f"Dokumentet inneheld teiknet {told}; " in str(fault.value)


def test_a_sign_that_is_written_as_words_can_stand() -> None:
    assert convert(page("<p>&amp;rlm; og &shy;</p>"), ["html"], LOOK)


def test_a_picture_cut_short_is_told_of() -> None:
    cut = in_base64(HOLDS_ONE).rstrip("=")[:-3]
    with pytest.raises(ConversionError, match="er ikkje heilt"):
        convert(page(f'<img alt="x" src="{cut}">'), ["html"], LOOK)
