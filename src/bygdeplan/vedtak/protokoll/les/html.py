"""The text of a web page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby

from lxml import etree, html

from bygdeplan.les import grenser
from bygdeplan.vedtak.protokoll.kjende import concerns_decision
from bygdeplan.vedtak.protokoll.les.linjer import Linje, as_point, paragraphs, read_table
from bygdeplan.vedtak.protokoll.les.rein import decode_text
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke, Uleseleg, plain, words_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(_HEADINGS).union(
    words_of(
        "address article aside blockquote body caption center dd details dialog div dl dt "
        "fieldset figcaption figure footer form header hr li main nav ol p pre section "
        "summary table tbody td tfoot th thead tr ul"
    )
)
_UNREAD = words_of("head script style template noscript svg title")
_STRUCK = words_of("s strike del ins")
_BESIDE_TEXT = words_of("img input textarea select object embed iframe canvas video math")
_STRUCK_TEXT = "noko er stroke over, sett inn, gøymt eller eit bilete"
_EDGES = words_of("header footer nav aside")
"""What stands around the text of a page."""
_UNREAD_PARTS = ("iframe", "object", "embed", "frame", "applet")
_LOGO = re.compile(r"logo|våpen|vapen|ikon|icon", re.IGNORECASE)
_CONTENT = re.compile(r"content\s*:\s*[\"']([^\"']*)")
_CLASS = re.compile(r"\.([\w-]+)")
_SELECTOR = re.compile(
    r"(?:^|[\s>+~])(?P<tag>[a-z]\w*)?(?:#(?P<id>[\w-]+))?(?::[\w()+ -]+)?$", re.IGNORECASE
)
"""The last part of a selector without a class: `ol li:nth-child(2)`, `#punkt2`."""
_GONE = ("line-through", "display:none", "visibility:hidden", "opacity:0;", "font-size:0")


def read_html(content: bytes) -> Møtedokument:
    """The paragraphs of a web page.

    Raises:
        Uleseleg: It holds nothing.
        Avvist: It is too large.
    """
    grenser.TAGGAR.hold(content.count(b"<"))
    parser = html.HTMLParser()
    try:
        page = html.document_fromstring(_without_declaration(decode_text(content)), parser)
    except (etree.ParserError, ValueError) as error:
        raise Uleseleg("Nettsida har ikkje noko innhald.", "Hent henne på nytt.") from error
    # There the parser stops, and leaves the rest of the page out.
    if parser.error_log.filter_from_fatals():
        raise grenser.too_large(
            "Nettsida er djupare eller har lengre tekstar enn noko dokument har."
        )
    _style_by_class(page)
    said = {meta.get("name", ""): meta.get("content", "") for meta in page.iter("meta")}
    names = {"planår": "Planår", "kommune": "Kommune"}
    body = page.find("body")
    text, edges = _parted(body) if body is not None else ([], [])
    title = page.findtext("head/title") or ""
    return Møtedokument(
        tuple(grenser.AVSNITT.each(_pieces(text))),
        kant=(*([Stykke(title.strip(), "tittelen")] if title.strip() else []), *_pieces(edges)),
        eigenskapar={shown: said[name] for name, shown in names.items() if said.get(name)},
        atterhald=tuple(_reservations(page)),
    )


def _without_declaration(text: str) -> str:
    """The page without `<?xml … encoding=…?>`, which lxml takes in bytes alone."""
    begins = text.lstrip("\ufeff \n\t")
    return begins.partition("?>")[2] if begins.startswith("<?xml") else begins


def _style_by_class(page: html.HtmlElement) -> None:
    """Give what the page's own style strikes out or hides that style itself."""
    gone: dict[str, str] = {}
    for rule in " ".join(style.text or "" for style in page.iter("style")).split("}"):
        selectors, _, properties = rule.rpartition("{")
        folded = "".join(properties.split()).lower()
        sign = next((sign for sign in _GONE if sign in folded), "")
        if sign and not selectors.lstrip().startswith("@media print"):
            gone |= dict.fromkeys(_meant_by(selectors), sign)
    for element in page.iter() if gone else ():
        classes = {f".{name}" for name in (element.get("class") or "").split()}
        named = {*classes, f"#{element.get('id')}", str(element.tag)}
        if signs := {gone[name] for name in named if name in gone}:
            element.set("style", ";".join([element.get("style", ""), *sorted(signs)]))


def _meant_by(selectors: str) -> Iterator[str]:
    """The classes of selectors, and the ids and tags of those that have none."""
    for selector in selectors.split(","):
        classes = _CLASS.findall(selector)
        yield from (f".{name}" for name in classes)
        last = None if classes else _SELECTOR.search(selector.strip())
        # What stands around the text is hidden on most pages, and is none of it.
        if last is not None and not _EDGES & words_of(selector):
            yield f"#{last['id']}" if last["id"] else last["tag"] or ""


_Block = tuple[html.HtmlElement, str]


def _parted(body: html.HtmlElement) -> tuple[list[_Block], list[_Block]]:
    """The blocks of the text itself, and those of the page around it."""
    blocks = list(_blocks(body))
    around = [_EDGES & {str(each.tag) for each in (b, *b.iterancestors())} for b, _ in blocks]
    return (
        [block for block, edges in zip(blocks, around, strict=True) if not edges],
        [block for block, edges in zip(blocks, around, strict=True) if edges],
    )


def _reservations(page: html.HtmlElement) -> Iterator[str]:
    """What a reader of the page sees, and we have not read."""
    for element in page.iter(*_UNREAD_PARTS):
        yield f"Nettsida har noko som ikkje er lese (`{element.tag!s}`). Kva står der?"
        break
    for element in page.iter("input", "textarea", "svg"):
        written = f"{element.get('value', '')} {element.text_content()}"
        if concerns_decision(written) or (element.tag == "svg" and written.strip()):
            yield "Nettsida har tekst i eit felt eller ei teikning. Kva står der?"
            break
    for picture in page.iter("img"):
        around = {str(each.tag) for each in picture.iterancestors()}
        said = " ".join(picture.get(name, "") for name in ("alt", "src", "class", "id"))
        if not (_EDGES & around or _LOGO.search(said)):
            yield "Nettsida har eit bilete i teksten, som ikkje er lese. Kva viser det?"
            break
    put_in = " ".join(
        said for style in page.iter("style") for said in _CONTENT.findall(style.text or "")
    )
    if concerns_decision(put_in):
        yield "Utsjånaden til nettsida set inn tekst, som ikkje er lesen. Kva står der?"


def _pieces(blocks: Iterable[_Block]) -> Iterator[Stykke]:
    """The paragraphs of blocks; the rows of a table as `read_table` has them."""
    # Text between blocks lies in the one around them, as often as there are blocks.
    struck = cache(_is_struck)
    numbered = (
        (element, list(_of_block(n, element, text, _STRUCK_TEXT if struck(element) else "")))
        for n, (element, text) in enumerate(blocks, 1)
    )
    for table, cells in groupby(numbered, key=lambda block: _table_around(block[0])):
        if table is None:
            yield from (each for _, pieces in cells for each in pieces)
        else:
            yield from read_table(_rows(cells))


def _table_around(element: html.HtmlElement) -> html.HtmlElement | None:
    """The outermost table an element lies in."""
    around = [each for each in (element, *element.iterancestors()) if each.tag == "table"]
    return around[-1] if around else None


def _rows(
    cells: Iterable[tuple[html.HtmlElement, list[Stykke]]],
) -> list[list[list[Stykke]]]:
    """The cells of a table row by row, by the outermost row and cell that each lies in."""
    rows: dict[html.HtmlElement | None, dict[html.HtmlElement | None, list[Stykke]]] = {}
    for element, pieces in cells:
        around = [element, *element.iterancestors()]
        row = next((each for each in reversed(around) if each.tag == "tr"), None)
        cell = next((each for each in reversed(around) if each.tag in ("td", "th")), None)
        rows.setdefault(row, {}).setdefault(cell, []).extend(pieces)
    return [list(row.values()) for row in rows.values()]


def _of_block(number: int, element: html.HtmlElement, text: str, struck: str) -> Iterator[Stykke]:
    stad = f"avsnitt {number}"
    if element.tag in _HEADINGS:
        yield Stykke(" ".join(text.split()), stad, er_overskrift=True, atterhald=struck)
    elif "\n" in text.strip() and element.tag != "li":
        for stykke in paragraphs(Linje(line, stad) for line in text.strip().split("\n")):
            yield replace(stykke, atterhald=struck)
    else:
        yield as_point(" ".join(text.split()), stad, struck, nivå=_level(element))


def _blocks(block: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Each stretch of text that no block divides, with the block it lies in."""
    text = _folded(block.text, block)
    for child in block:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            if child.tag in _BLOCKS or any(
                inner.tag in _BLOCKS for inner in child.iterdescendants()
            ):
                if text.strip():
                    yield block, text
                yield from _blocks(child)
                text = ""
            else:
                text += _inline(child)
        text += _folded(child.tail, block)
    if text.strip():
        yield block, text


def _inline(element: html.HtmlElement) -> str:
    if element.tag == "br":
        return "\n"
    if element.tag == "button":
        return f" {element.text_content()} "
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return ""
    return _folded(element.text, element) + "".join(
        _inline(child) + _folded(child.tail, element) for child in element
    )


def _folded(text: str | None, within: html.HtmlElement) -> str:
    """Text without the line breaks of the source, but for what is set as it is written."""
    shown = plain(text or "")
    if any(each.tag == "pre" for each in (within, *within.iterancestors())):
        return shown
    return shown.replace("\r", " ").replace("\n", " ")


def _level(element: html.HtmlElement) -> int:
    """How deep in lists an item lies; 0 for what is none."""
    if element.tag != "li":
        return 0
    return 1 + sum(outer.tag == "li" for outer in element.iterancestors())


def _is_struck(block: html.HtmlElement) -> bool:
    """Whether anything in a block, or around it, is struck out, put in or not shown."""
    around = [block, *block.iterancestors(), *block.iterdescendants()]
    return any(
        element.tag in _STRUCK
        or element.get("hidden") is not None
        or any(sign in "".join((element.get("style") or "").split()).lower() for sign in _GONE)
        for element in around
    ) or any(element.tag in _BESIDE_TEXT for element in block.iterdescendants())
