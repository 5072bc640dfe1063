"""The pages of an odt file: where one begins, what stays on one, which lie on their side.

OpenDocument keeps the page in the style of the first paragraph that stands on it.
"""

from collections.abc import Sequence
from itertools import takewhile

from lxml.etree import _Element

from bygdeplan.convert.document import Properties
from bygdeplan.convert.odt_styles import AutomaticStyles
from bygdeplan.convert.opendocument import PREFIXES, find, find_all, get, name, new, put
from bygdeplan.convert.package import say
from bygdeplan.convert.syntax import Heading
from bygdeplan.utsjanad.husstil import Side

_UPRIGHT, _SIDEWAYS = "Standard", "Liggjande"
_CAPTION, _NOTE = "TableCaption", "Tabellmerknad"
_NORSK = ("nn", "nb")
_LINES = (name("text:p"), name("text:h"))


def lay_sideways(table: _Element, styles: AutomaticStyles) -> None:
    """Put a table with its caption and its note on pages of their own, on their side."""
    before, after = table.getprevious(), table.getnext()
    first = before if before is not None and _is_styled(before, _CAPTION, styles) else table
    last = after if after is not None and _is_styled(after, _NOTE, styles) else table
    _begin_page(first, _SIDEWAYS, styles)
    following = last.getnext()
    if following is not None:
        _begin_page(following, _UPRIGHT, styles)


_LONGEST_WHOLE = 2500
"""Letters: about a page."""


def lay_out_headings(
    content: _Element, headings: Sequence[Heading], styles: AutomaticStyles
) -> None:
    """Begin pages, and keep what stands under a heading on one, as the page asks for."""
    for heading, asked in zip(content.iter(name("text:h")), headings, strict=True):
        look = {"fo:break-before": "page"} if asked.begins_page else {}
        under = [*takewhile(lambda block: block.tag != name("text:h"), heading.itersiblings())]
        letters = sum(len("".join(block.itertext())) for block in under)
        if asked.is_kept_whole and letters <= _LONGEST_WHOLE:
            bound = len(under) if asked.stays_with_next else len(under) - 1
            for block in under[:bound]:
                _keep_with_next(block, styles)
            for block in under[bound:]:
                _keep_rows_together(block, styles)
        if look:
            _put_on_lines(heading, look, styles)


def _keep_with_next(block: _Element, styles: AutomaticStyles) -> None:
    if block.tag == name("table:table"):
        styles.put_on_table(get(block, "table:style-name"), {"fo:keep-with-next": "always"})
        _keep_rows_together(block, styles)
    else:
        _put_on_lines(block, {"fo:keep-with-next": "always"}, styles)


def _keep_rows_together(block: _Element, styles: AutomaticStyles) -> None:
    if block.tag == name("table:table"):
        whole = {"style:may-break-between-rows": "false"}
        styles.put_on_table(get(block, "table:style-name"), whole)


def _put_on_lines(block: _Element, look: dict[str, str], styles: AutomaticStyles) -> None:
    for line in block.iter(*_LINES):
        put(line, {"text:style-name": styles.more(get(line, "text:style-name"), look)})


def drop_lines(styles: _Element, side: Side) -> None:
    """Take away the header and footer of every page, and leave the text where it stands."""
    for kind in ("header", "footer"):
        for page in find_all(styles, ".//style:master-page"):
            for line in find_all(page, f"style:{kind}"):
                page.remove(line)
        for layout in find_all(styles, ".//style:page-layout"):
            for band in find_all(layout, f"style:{kind}-style"):
                layout.remove(band)
    for margins in find_all(styles, ".//style:page-layout-properties"):
        top, bottom = f"{side.marg_oppe:g}mm", f"{side.marg_nede:g}mm"
        put(margins, {"fo:margin-top": top, "fo:margin-bottom": bottom})


def _is_styled(block: _Element, style: str, styles: AutomaticStyles) -> bool:
    return styles.common(get(block, "text:style-name")) == style


def _begin_page(block: _Element, page: str, styles: AutomaticStyles) -> None:
    first = next(block.iter(*_LINES, name("table:table")))
    if first.tag in _LINES:
        parent = styles.common(get(first, "text:style-name"))
        put(first, {"text:style-name": styles.paragraph(parent, {}, page=page)})
    else:
        styles.put_page_on_table(get(first, "table:style-name"), page)


def tell_language(styles: _Element, properties: Properties) -> None:
    """Set the form of Norwegian in the styles of a reference file to the page's."""
    for text in find_all(styles, ".//style:text-properties"):
        if get(text, "fo:language") in _NORSK:
            put(text, {"fo:language": properties.language.partition("-")[0]})


def tell_properties(part: _Element, properties: Properties) -> None:
    """Set title, author, dates, language and provenance in meta.xml."""
    timestamp = f"{properties.timestamp:%Y-%m-%dT%H:%M:%SZ}"
    said = {
        "meta:generator": properties.said.get("generator", "bygdeplan"),
        "dc:title": properties.title,
        "meta:initial-creator": properties.author,
        "dc:creator": properties.author,
        "dc:language": properties.language,
        "meta:creation-date": timestamp,
        "dc:date": timestamp,
    }
    meta = find(part, "office:meta")
    say(meta, said, PREFIXES)
    for key, text in properties.provenance.items():
        own = new("meta:user-defined", {"meta:name": key, "meta:value-type": "string"})
        own.text = text
        meta.append(own)
