"""The pages of reference.odt: upright and on their side, with header and footer."""

from collections.abc import Iterator

from lxml.etree import SubElement, _Element

from bygdeplan.convert.opendocument import name, new
from bygdeplan.utsjanad.husstil import Husstil, Side

# The name LibreOffice gives the usual page, and ours for a page on its side.
_UPRIGHT, _SIDEWAYS = "Standard", "Liggjande"


def automatic_styles(stil: Husstil) -> Iterator[_Element]:
    """The sizes and margins of the pages."""
    side = stil.side
    yield _layout(_UPRIGHT, side, side.breidde, side.høgd)
    yield _layout(_SIDEWAYS, side, side.høgd, side.breidde)


def master_pages() -> Iterator[_Element]:
    """The pages with what stands at the head and foot of each."""
    yield _page(_UPRIGHT, "Header", "Footer")
    yield _page(_SIDEWAYS, "Header_20_liggjande", "Footer_20_liggjande")


def _layout(page: str, side: Side, width: float, height: float) -> _Element:
    properties = new(
        "style:page-layout-properties",
        {
            "fo:page-width": f"{width:g}mm",
            "fo:page-height": f"{height:g}mm",
            "style:print-orientation": "landscape" if width > height else "portrait",
            "style:num-format": "1",
            "style:writing-mode": "lr-tb",
            # To the header; from there to the text is the header's own.
            "fo:margin-top": f"{side.til_topptekst:g}mm",
            "fo:margin-bottom": f"{side.til_botntekst:g}mm",
            "fo:margin-left": f"{side.marg:g}mm",
            "fo:margin-right": f"{side.marg:g}mm",
        },
    )
    return new(
        "style:page-layout",
        {"style:name": f"Side_{page}"},
        properties,
        _band("style:header-style", side.marg_oppe - side.til_topptekst, "bottom"),
        _band("style:footer-style", side.marg_nede - side.til_botntekst, "top"),
    )


def _band(element: str, height: float, inner_side: str) -> _Element:
    """The room of a header or footer, half of it between its line and the text."""
    room = {"fo:min-height": f"{height:g}mm", f"fo:margin-{inner_side}": f"{height / 2:g}mm"}
    return new(element, None, new("style:header-footer-properties", room))


def _page(page: str, header: str, footer: str) -> _Element:
    pages = new("text:page-number", {"text:select-page": "current"})
    total = new("text:page-count")
    pages.text = total.text = "1"
    pages.tail = " av "
    return new(
        "style:master-page",
        {"style:name": page, "style:page-layout-name": f"Side_{page}"},
        new("style:header", None, _two_sided(header, "{topptekst}", "{avsendar}")),
        new("style:footer", None, _two_sided(footer, "{botntekst}", "Side ", pages, total)),
    )


def _two_sided(style: str, left: str, right: str, *fields: _Element) -> _Element:
    """A line with something at the left margin and something at the right."""
    line = new("text:p", {"text:style-name": style})
    line.text = left
    SubElement(line, name("text:tab")).tail = right
    line.extend(fields)
    return line
