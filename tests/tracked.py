"""What is left of a page or a docx file when all changes in it are accepted, or all rejected.

A docx file is treated as Word treats it: a paragraph whose mark goes is joined with the next one.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DESCRIPTION = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
GONE = {"accept": ("del", "ins"), "reject": ("ins", "del")}
"""What is done with changes → which of them go, and which of them stay."""
BLOCKS = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "p",
    "li",
    "dt",
    "dd",
    "th",
    "td",
    "caption",
    "figcaption",
    "svg",
]
EXTRA = ".//nav | .//*[contains(@class, 'sporing')]"
"""What is in neither text: the list of contents, the note on top, what says changes in words."""

# --- pages ---


def settled_page(page: str, way: str) -> list[tuple[str, str]]:
    """The texts of a page, each with the name of its element, all its changes accepted or not.

    The list of contents is that of the new document, and the note on top is in neither.
    """
    main = html.document_fromstring(page).find(".//main")
    assert main is not None
    for extra in main.xpath(EXTRA):
        extra.drop_tree()
    touched = list(main.iter("ins", "del"))
    goes, stays = GONE[way]
    around = {block for change in main.iter(goes) for block in change.iterancestors()}
    for change in [change for change in touched if change.tag == goes]:
        change.drop_tree()
    for change in [change for change in touched if change.tag == stays]:
        change.drop_tag()
    for block in [block for block in main.iter() if block in around and not says(block)]:
        if block.getparent() is not None and block.tag not in ("td", "th"):
            block.drop_tree()
    return list(texts_of(main))


def says(block: html.HtmlElement) -> bool:
    """Whether there is anything to read in a block."""
    return bool(block.text_content().strip()) or block.find(".//svg") is not None


def texts_of(main: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The text of each block that stands by itself, and what is read for each drawing."""
    for block in main.iter(*BLOCKS, "svg"):
        if block.tag == "svg":
            yield "svg", block.get("aria-label", "")
        elif block.find(".//p") is None and block.find(".//li") is None:
            yield str(block.tag), folded(block.text_content())


def page_texts(page: str) -> list[tuple[str, str]]:
    """The texts of a page without changes in it."""
    return settled_page(page, "accept")


def folded(text: str) -> str:
    """Text with white space folded, no-break spaces kept."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


# --- docx ---


def body_of(docx: bytes) -> etree._Element:
    """The body of a docx file."""
    with ZipFile(BytesIO(docx)) as parts:
        [body] = etree.fromstring(parts.read("word/document.xml"))
    return body


def settled_docx(docx: bytes, way: str) -> list[str]:
    """The paragraphs of a docx file in reading order, all its changes accepted or rejected."""
    body = body_of(docx)
    goes, stays = (f"{W}{change}" for change in GONE[way])
    for row in [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{goes}") is not None]:
        remove(row)
    for table in [table for table in body.iter(f"{W}tbl") if table.find(f"{W}tr") is None]:
        remove(table)
    for paragraph in [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{goes}") is not None]:
        join_with_next(paragraph, goes)
    for change in list(body.iter(goes)):
        remove(change)
    assert all(change.getparent() is not None for change in body.iter(stays))
    return list(paragraphs_of(body))


def join_with_next(paragraph: etree._Element, goes: str) -> None:
    """Put what a paragraph holds first in the next; one that holds nothing lasting just goes."""
    following = next(paragraph.itersiblings(f"{W}p", f"{W}tbl"), None)
    lasting = [part for part in paragraph if part.tag not in (f"{W}pPr", goes)]
    lasting = [part for part in lasting if read_in(part, goes)]
    if lasting:
        assert following is not None
        assert following.tag == f"{W}p"
        for part in reversed(lasting):
            following.insert(1, part)
    remove(paragraph)


def read_in(part: etree._Element, goes: str) -> bool:
    """Whether there is anything to read in a part of a paragraph that does not go."""
    read = part.iter(f"{W}t", f"{W}delText", f"{W}drawing")
    return any(next(one.iterancestors(goes), None) is None for one in read)


def remove(element: etree._Element) -> None:
    """Take an element out."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def paragraphs_of(body: etree._Element) -> Iterator[str]:
    """The text of each paragraph, apart from the list of contents; drawings as they are read."""
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or not style.get(f"{W}val", "").lower().startswith("toc"):
            yield from facts("".join(map(read, paragraph.iter())))


def facts(line: str) -> list[str]:
    """The text of a paragraph, or of each fact in it: a pair stands on one line if there is room.

    A tab stands between a name and what is said of it, and between that and the next name.
    """
    parts = line.split("\t")
    pairs = [folded(" ".join(parts[at : at + 2])) for at in range(0, len(parts), 2)]
    return [pair for pair in pairs if pair] if len(parts) > 1 else pairs


def read(part: etree._Element) -> str:
    """What is read of an element."""
    match str(part.tag).removeprefix(W):
        case "t" | "delText":
            return part.text or ""
        case "tab" if (around := part.getparent()) is not None and around.tag == f"{W}r":
            return "\t"
        case "br":
            return " "
        case _ if part.tag == DESCRIPTION:
            return f"[{part.get('descr')}]"
        case _:
            return ""
