"""Pages to convert, and the text of what they become, block by block."""

import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from io import BytesIO
from zipfile import ZipFile

import pypandoc
from lxml import etree, html
from markdown_it import MarkdownIt
from pypdf import PdfReader

from bygdeplan.convert import Look
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import look_of

MALAR = Malar()
LOOK = look_of(MALAR)
# Only the text itself: one page, nothing divided, no marks before list items.
BARE_LAYOUT = """\
#set page(width: 400cm, height: auto)
#set text(font: "Source Sans Pro")
#set list(marker: [])
#set enum(numbering: _ => [])
#set figure(numbering: none, supplement: none)
#show figure.where(kind: table): set figure.caption(position: top)
"""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_HTML_BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "caption", "th", "td", "dt", "dd")


CONTENTS = (
    '<nav><div class="innhaldsliste"><h2 class="unlisted">Innhald</h2><ul>'
    '<li><a href="#del">Del</a><ul><li><a href="#stad">Stad</a></li></ul></li></ul></div></nav>'
)
"""A list of contents, which leads to a heading of each level."""
FACTS = (
    "<dl><div><dt>Status:</dt> <dd>I arbeid</dd></div>"
    "<div><dt>Periode:</dt> <dd>2026</dd></div></dl>"
)
"""A list of facts."""
ALT = "Stolpar: «Hus» 60 % & 3 < 4"
DRAWING = (
    '<svg role="img" aria-label="Stolpar: «Hus» 60 % &amp; 3 &lt; 4" viewBox="0 0 378 189" '
    'width="378" height="189" xmlns="http://www.w3.org/2000/svg">'
    '<rect width="378" height="189" fill="#fff"/>'
    '<rect width="189" height="189" fill="#1f3a4d"/></svg>'
)
FIGURE = (
    f'<figure id="figur-1"><div role="region" tabindex="0">{DRAWING}</div>'
    "<figcaption>Figur 1. Hus</figcaption></figure>"
)
"""A drawing with what is read aloud in its place."""
SAID = {
    "topptekst": "Handlingsplan",
    "avsendar": "Bygda",
    "botntekst": "Utkast {x}",
    "planår": "2026",
    "revisjon": "1",
    "kontrollsum": "sha256:00",
    "generator": "bygdeplan 1.2.3",
    "tilstand": "Utkast",
}
"""What a page says of itself beside what it must."""


def look(layout: str) -> Look:
    """The look of the house, but for the layout of the pdf."""
    return replace(LOOK, layout=layout)


def page(content: str, *, title: str = "Tittel", said: Mapping[str, str] | None = None) -> str:
    """A complete page with some content below its heading, and more that it says of itself."""
    metas = "".join(
        f'<meta name="{name}" content="{escape(text)}">' for name, text in (said or {}).items()
    )
    return (
        f'<!doctype html><html lang="nn-NO"><head><meta charset="utf-8"><title>{escape(title)}'
        '</title><meta name="author" content="Åse Ærø"><meta name="date" content="2026-01-05">'
        f"{metas}<style>p {{ margin: 0 }}</style></head><body>"
        f'<a href="#innhald">Hopp til innhaldet</a><main id="innhald"><h1>{escape(title)}</h1>'
        f"{content}</main></body></html>"
    )


def table(*rows: str, caption: str = "Tabell 1. Eit namn") -> str:
    """A table of two columns, the second with figures, whose rows are given in HTML."""
    return (
        f'<table id="tabell-1"><caption>{caption}</caption>'
        '<colgroup><col style="width: 70%"><col style="width: 30%"></colgroup>'
        '<thead><tr><th scope="col">Kva</th><th scope="col" class="tal">Sum</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def row(name: str, sum_: str, *, kind: str = "") -> str:
    """A row of such a table."""
    return (
        f'<tr class="{kind}"><th scope="row">{escape(name)}</th>'
        f'<td class="tal">{escape(sum_)}</td></tr>'
    )


GROUP = '<tr class="gruppe"><th scope="rowgroup" colspan="2">Gruppe</th></tr>'
"""A row that names those after it."""

NOTE = '<div class="merknad"><p>Merknad</p></div>'
"""What stands below a table."""


def sideways(note: str = "", *, number: int = 1) -> str:
    """A table that wants a page on its side."""
    wide = table(row("Hus", "1"), caption=f"Tabell {number}. Eit namn")
    wide = wide.replace("tabell-1", f"tabell-{number}")
    return f'<div class="tabell liggjande">{wide}{note}</div>'


def fold(text: str) -> str:
    """Text as people compare it: letters composed, white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def part(package: bytes, name: str) -> etree._Element:
    """A part of a docx or odt file."""
    with ZipFile(BytesIO(package)) as parts:
        return etree.fromstring(parts.read(name))


def values(element: etree._Element, path: str, attribute: str = "val") -> list[str | None]:
    """An attribute of all elements at a path, whose steps are names in Word's namespace."""
    steps = "/".join(W + step for step in path.split("/"))
    return [found.get(W + attribute) for found in element.iterfind(f".//{steps}")]


def text_of(element: etree._Element) -> str:
    """The text of an element of a docx file."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def styles_of(element: etree._Element) -> list[str | None]:
    """The styles of the paragraphs in an element, or of the paragraph it is."""
    paragraphs = [element] if element.tag == f"{W}p" else list(element.iter(f"{W}p"))
    return [style for paragraph in paragraphs for style in values(paragraph, "pPr/pStyle")]


def docx_blocks(docx: bytes) -> list[str]:
    """The text of each paragraph that has any."""
    paragraphs = part(docx, "word/document.xml").iter(f"{W}p")
    return _folded("".join(map(_docx_text, paragraph.iter())) for paragraph in paragraphs)


def _docx_text(element: etree._Element) -> str:
    signs = {f"{W}br": " ", f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
    return element.text or "" if element.tag == f"{W}t" else signs.get(str(element.tag), "")


def odt_blocks(odt: bytes) -> list[str]:
    """The text of each heading and paragraph that has any."""
    blocks = part(odt, "content.xml").iter(f"{TEXT}p", f"{TEXT}h")
    return _folded("".join(_odt_text(block)) for block in blocks)


def _odt_text(element: etree._Element) -> Iterator[str]:
    """The text on the page; what is read aloud in the place of a picture is not."""
    if element.tag == f"{SVG}desc":
        return
    if element.tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
        yield " "
    yield element.text or ""
    for inner in element:
        yield from _odt_text(inner)
        yield inner.tail or ""


def md_blocks(md: bytes) -> list[str]:
    """The text of each block as pandoc reads GitHub's Markdown."""
    return html_blocks(gfm_as_html(md))


def gfm_as_html(md: bytes) -> str:
    """GitHub's Markdown as pandoc reads it, in HTML."""
    command = [pypandoc.get_pandoc_path(), "--from=gfm", "--to=html"]
    return subprocess.run(command, input=md, capture_output=True, check=True).stdout.decode()


def md_blocks_by_markdown_it(md: bytes) -> list[str]:
    """The text of each block as markdown-it reads Markdown with tables."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return html_blocks(parser.render(md.decode()))


def html_blocks(content: str) -> list[str]:
    """The text of each innermost block that has any."""
    tree = html.document_fromstring(f"<main>{content}</main>")
    for line_break in tree.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    blocks = (block for block in tree.iter(*_HTML_BLOCKS) if len([*block.iter(*_HTML_BLOCKS)]) == 1)
    return _folded(str(block.text_content()) for block in blocks)


def pdf_text(pdf: bytes) -> str:
    """All text without its white space, which in a pdf is layout."""
    return "".join(unspaced(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages)


def unspaced(text: str) -> str:
    """Text without its white space."""
    return "".join(fold(text).split())


def _folded(texts: Iterable[str]) -> list[str]:
    return [text for text in map(fold, texts) if text]
