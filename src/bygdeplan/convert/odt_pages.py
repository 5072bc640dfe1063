"""The pages of an odt file: on their side for a wide table, bare where they say nothing.

OpenDocument keeps the page in the style of the first paragraph that stands on it.
"""

from lxml.etree import _Element

from bygdeplan.convert.document import Properties
from bygdeplan.convert.odt_styles import AutomaticStyles
from bygdeplan.convert.opendocument import PREFIXES, find, find_all, get, name, new, put
from bygdeplan.convert.package import say
from bygdeplan.utsjanad.husstil import Side

_UPRIGHT, _SIDEWAYS = "Standard", "Liggjande"
_CAPTION, _NOTE = "TableCaption", "Tabellmerknad"
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
