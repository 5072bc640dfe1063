"""The text of a web page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lxml import etree, html

from bygdeplan.les import grenser
from bygdeplan.vedtak.protokoll.les.linjer import Linje, as_point, paragraphs
from bygdeplan.vedtak.protokoll.les.rein import decode_text
from bygdeplan.vedtak.protokoll.ordvalg import words_of
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke, Uleseleg

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
_CLASS = re.compile(r"\.([\w-]+)")
_GONE = ("line-through", "display:none", "visibility:hidden")


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
    return Møtedokument(
        tuple(grenser.AVSNITT.each(_pieces(page.find("body")))),
        {shown: said[name] for name, shown in names.items() if said.get(name)},
    )


def _without_declaration(text: str) -> str:
    """The page without `<?xml … encoding=…?>`, which lxml takes in bytes alone."""
    begins = text.lstrip("\ufeff \n\t")
    return begins.partition("?>")[2] if begins.startswith("<?xml") else begins


def _style_by_class(page: html.HtmlElement) -> None:
    """Give what the page's own style strikes out or hides that style itself."""
    gone: dict[str, str] = {}
    for rule in " ".join(style.text or "" for style in page.iter("style")).split("}"):
        selector, _, properties = rule.rpartition("{")
        folded = "".join(properties.split()).lower()
        sign = next((sign for sign in _GONE if sign in folded), "")
        gone |= dict.fromkeys(_CLASS.findall(selector) if sign else (), sign)
    for element in page.iter() if gone else ():
        signs = {gone[name] for name in (element.get("class") or "").split() if name in gone}
        if signs:
            element.set("style", ";".join([element.get("style", ""), *sorted(signs)]))


def _pieces(body: html.HtmlElement | None) -> Iterator[Stykke]:
    # Text between blocks lies in the one around them, as often as there are blocks.
    struck = cache(_is_struck)
    for number, (element, text) in enumerate(_blocks(body) if body is not None else (), 1):
        stad = f"avsnitt {number}"
        reservation = (
            "noko er stroke over, sett inn, gøymt eller eit bilete" if struck(element) else ""
        )
        if element.tag in _HEADINGS:
            yield Stykke(" ".join(text.split()), stad, er_overskrift=True)
        elif "\n" in text.strip() and element.tag != "li":
            for stykke in paragraphs(Linje(line, stad) for line in text.strip().split("\n")):
                yield replace(stykke, atterhald=reservation)
        else:
            yield as_point(" ".join(text.split()), stad, reservation, nivå=_level(element))


def _blocks(block: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Each stretch of text that no block divides, with the block it lies in."""
    text = _folded(block.text)
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
        text += _folded(child.tail)
    if text.strip():
        yield block, text


def _inline(element: html.HtmlElement) -> str:
    if element.tag == "br":
        return "\n"
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return ""
    return _folded(element.text) + "".join(
        _inline(child) + _folded(child.tail) for child in element
    )


def _folded(text: str | None) -> str:
    """Text without the line breaks of the source."""
    return (text or "").replace("\r", " ").replace("\n", " ")


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
