"""What the documents say, as data for a template that others fill in."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import html
from lxml.etree import strip_elements
from lxml.html import HtmlElement

Block = dict[str, Any]
"""`kind` heading, text, item, facts, table or picture, and what that needs."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol")


def write_contents(folder: Path, out: Path) -> Path:
    """What all documents of a folder say that lie there as html and docx, as JSON in a folder."""
    out.mkdir(parents=True, exist_ok=True)
    said = {}
    for page in sorted(folder.glob("*.html")):
        pictures = iter(_pictures(page.with_suffix(".docx"), out))
        blocks = [*_blocks(html.document_fromstring(page.read_text("utf-8")).find(".//main"))]
        for block in blocks:
            if block["kind"] == "picture":
                block["file"] = str(next(pictures))
        said[page.stem] = blocks
    file = out / "contents.json"
    file.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    return file


def _blocks(element: Any) -> Iterator[Block]:
    """The blocks of an element in reading order."""
    for part in element:
        if part.tag in _HEADINGS:
            yield {"kind": "heading", "level": int(part.tag[1]), "text": _text(part)}
        elif part.tag in _LISTS:
            yield from _items(part)
        elif part.tag == "table":
            yield {"kind": "text", "style": "Table Caption", "text": _text(part.find("caption"))}
            yield {"kind": "table", "head": _rows(part, "thead"), "rows": _rows(part, "tbody")}
        elif part.tag == "svg":
            yield {"kind": "picture", "alt": part.get("aria-label", "")}
        elif part.tag == "figcaption":
            yield {"kind": "text", "style": "Image Caption", "text": _text(part)}
        elif part.tag in ("p", "dt", "dd") or not len(part):
            yield {"kind": "text", "style": "Body Text", "text": _text(part)}
        else:
            yield from _blocks(part)


def _items(points: HtmlElement) -> Iterator[Block]:
    """The points of a list, and of those within it."""
    for point in points:
        own = deepcopy(point)
        strip_elements(own, *_LISTS, with_tail=False)
        yield {"kind": "text", "style": "List Bullet", "text": _text(own)}
        for inner in point.iter(*_LISTS):
            if inner.getparent() is point:
                yield from _items(inner)


def _rows(table: HtmlElement, part: str) -> list[list[str]]:
    return [_cells(row) for row in table.iterfind(f"{part}/tr")]


def _cells(row: HtmlElement) -> list[str]:
    """The texts of a row; a cell that spans more than one column has empty ones after it."""
    cells: list[str] = []
    for cell in row:
        cells += [_text(cell), *[""] * (int(cell.get("colspan", "1")) - 1)]
    return cells


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _pictures(file: Path, out: Path) -> Iterator[Path]:
    """The pictures of a docx, in reading order, as files of their own in a folder."""
    with ZipFile(file) as package:
        for name in re.findall(
            r'<a:blip r:embed="(\w+)"', package.read("word/document.xml").decode()
        ):
            picture = out / f"{file.stem}-{name}.png"
            picture.write_bytes(package.read(f"word/media/{name}.png"))
            yield picture
