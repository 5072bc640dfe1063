"""What a finished document says, read back from any of the formats."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import takewhile
from typing import Any

from lxml import etree, html
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bygdeplan.convert import Format
from tests.convert.pages import (
    SVG,
    TEXT,
    docx_blocks,
    fold,
    gfm_as_html,
    odt_blocks,
    part,
    unspaced,
)

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_XLINK = "{http://www.w3.org/1999/xlink}"


@dataclass(frozen=True)
class Lest:
    """What was read of a document."""

    text: str
    """All text, letters composed, its white space folded; that of a pdf has none."""
    links: set[str]
    """Where links lead, those within the document left out."""
    pictures: list[str]
    """What is read aloud in the place of each picture."""
    named: set[str]
    """Who wrote it and what it is called, as its properties say."""


def read_back(data: bytes, format_: Format) -> Lest:
    """What a finished document says."""
    return _READERS[format_](data)


def _read_html(data: bytes) -> Lest:
    page = html.document_fromstring(data.decode())
    [main] = page.iter("main")
    pictures = [fold(drawing.get("aria-label", "")) for drawing in main.iter("svg")]
    etree.strip_elements(main, "svg", with_tail=False)
    named = {page.findtext(".//title", ""), *page.xpath("//meta[@name='author']/@content")}
    return Lest(fold(str(main.text_content())), _links_of(main), pictures, set(map(fold, named)))


def _read_md(data: bytes) -> Lest:
    main = html.document_fromstring(f"<main>{gfm_as_html(data)}</main>")
    return Lest(fold(str(main.text_content())), _links_of(main), [], set())


def _links_of(page: html.HtmlElement) -> set[str]:
    return _outward(str(target) for target in page.xpath("//a/@href | //img/@src"))


def _read_docx(data: bytes) -> Lest:
    relations = part(data, "word/_rels/document.xml.rels").iter(f"{_RELATIONS}Relationship")
    outward = (r.get("Target", "") for r in relations if r.get("TargetMode") == "External")
    drawings = part(data, "word/document.xml").iter(f"{_DRAWING}docPr")
    pictures = [fold(drawing.get("descr", "")) for drawing in drawings]
    return Lest(
        " ".join(docx_blocks(data)), _outward(outward), pictures, _named(data, "docProps/core.xml")
    )


def _read_odt(data: bytes) -> Lest:
    content = part(data, "content.xml")
    links = (link.get(f"{_XLINK}href", "") for link in content.iter(f"{TEXT}a"))
    pictures = [fold(text.text or "") for text in content.iter(f"{SVG}desc")]
    return Lest(" ".join(odt_blocks(data)), _outward(links), pictures, _named(data, "meta.xml"))


def _named(package: bytes, properties: str) -> set[str]:
    return {fold(element.text or "") for element in part(package, properties).iter()}


def _read_pdf(data: bytes) -> Lest:
    reader = PdfReader(BytesIO(data))
    said = reader.metadata
    assert said is not None
    return Lest(
        "".join(_without_running_text(reader)),
        _outward(str(link["/URI"]) for link in _values(reader, "/A") if "/URI" in link),
        [fold(str(text)) for text in _values(reader, "/Alt")],
        {fold(said.title or ""), fold(said.author or "")},
    )


def _without_running_text(reader: PdfReader) -> Iterator[str]:
    """The text of each page without what stands at the top and the bottom of all of them."""
    sheets = [unspaced(sheet.extract_text()) for sheet in reader.pages]
    assert len(sheets) > 1, "what stands on every page is not told from what stands on one"
    ends = [f"Side{number}av{len(sheets)}" for number in range(1, len(sheets) + 1)]
    unnumbered = [sheet.removesuffix(end) for sheet, end in zip(sheets, ends, strict=True)]
    top, bottom = _alike(unnumbered), _alike([sheet[::-1] for sheet in unnumbered])
    return (sheet[top : len(sheet) - bottom] for sheet in unnumbered)


def _alike(texts: list[str]) -> int:
    """How many signs some texts all begin with."""
    columns = zip(*texts, strict=False)
    return sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, columns))


def _values(reader: PdfReader, key: str) -> Iterator[Any]:
    objects = (reader.get_object(number) for number in reader.xref[0])
    return (o[key] for o in objects if isinstance(o, DictionaryObject) and key in o)


def _outward(targets: Iterator[str]) -> set[str]:
    return {target for target in targets if not target.startswith("#")}


_READERS: dict[Format, Callable[[bytes], Lest]] = {
    "docx": _read_docx,
    "odt": _read_odt,
    "html": _read_html,
    "md": _read_md,
    "pdf": _read_pdf,
}
