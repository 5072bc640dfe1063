"""The pages of a docx file: where one begins, what stays on one, which lie on their side.

Word keeps the size of a page in the last paragraph that stands on it.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import takewhile
from pathlib import Path

from lxml.etree import _Element, fromstring

from bygdeplan.convert.docx_tracked import change_within
from bygdeplan.convert.package import unpack
from bygdeplan.convert.syntax import Heading
from bygdeplan.convert.wordprocessingml import (
    find,
    find_all,
    get,
    is_read,
    name,
    new,
    put,
    put_property,
    put_style,
    style_of,
)

_CAPTION, _NOTE = "TableCaption", "Tabellmerknad"
# A line nobody sees, in twentieths of a point: a line of text could ask for a page of its own.
_LOWEST = "20"


def page_on_its_side(reference: Path) -> _Element:
    """The page of reference.docx that lies on its side, with its own header and footer."""
    text = fromstring(unpack(reference.read_bytes())["word/document.xml"])
    pages = [*text.iter(name("sectPr"))]
    lying = [page for page in pages if get(find(page, "pgSz"), "orient") == "landscape"]
    # A person's own reference.docx may have one page only, and its header does for both.
    return lying[0] if lying else _turned(pages[-1])


def _turned(page: _Element) -> _Element:
    turned = deepcopy(page)
    size = find(turned, "pgSz")
    width, height = get(size, "h"), get(size, "w")
    put(size, w=width, h=height, orient="landscape")
    return turned


def text_width(page: _Element) -> int:
    """The width of the text on a page, in twentieths of a point."""
    margins = find(page, "pgMar")
    return int(get(find(page, "pgSz"), "w")) - sum(
        int(get(margins, side)) for side in ("left", "right")
    )


def stretches(tables: Sequence[_Element]) -> Iterator[tuple[_Element, _Element]]:
    """The first and the last of the tables that lie on one page, for those that are to lie.

    A table that is taken out lies with the one that is put in for it: whichever is let go, no page
    is left empty. One that has no such other stays upright.
    """
    rest = list(tables)
    while rest:
        table = rest.pop(0)
        change = change_within(table)
        if change is None:
            yield table, table
        elif rest and {change, change_within(rest[0])} == {"ins", "del"}:
            yield table, rest.pop(0)


def lay_sideways(body: _Element, table: _Element, last: _Element, sideways: _Element) -> None:
    """Put a table with its caption and its note on pages of their own, on their side.

    What stands between it and the `last` table goes with it.
    """
    upright = find(body, "sectPr")
    first, end = _first_line(table), _last_line(last)
    before = next(filter(is_read, first.itersiblings(preceding=True)), None)
    if before is not None:
        _end_page(before, deepcopy(upright))
    after = next(filter(is_read, end.itersiblings()), None)
    if after is None:
        body.replace(upright, deepcopy(sideways))
    else:
        _end_page(end, deepcopy(sideways))


_LONGEST_WHOLE = 2500
"""Letters: about a page."""


def lay_out_headings(body: _Element, headings: Sequence[Heading]) -> None:
    """Begin pages, and keep what stands under a heading on one, as the page asks for."""
    written = [block for block in body.iter(name("p")) if is_heading(block)]
    for heading, asked in zip(written, headings, strict=True):
        if asked.begins_page:
            put_property(heading, new("pageBreakBefore"))
        if asked.is_kept_whole:
            # An empty paragraph that parts two tables is nothing to keep.
            under = filter(len, takewhile(_is_under, heading.itersiblings()))
            _keep_together([heading, *under], with_next=asked.stays_with_next)


def is_heading(block: _Element) -> bool:
    """Whether a paragraph is a heading, by its style."""
    return block.tag == name("p") and style_of(block).startswith("Heading")


def _is_under(block: _Element) -> bool:
    return not is_heading(block) and block.tag != name("sectPr")


def _keep_together(blocks: Sequence[_Element], *, with_next: bool) -> None:
    letters = sum(len(text.text or "") for block in blocks for text in block.iter(name("t")))
    if letters > _LONGEST_WHOLE:
        return
    for block in blocks if with_next else blocks[:-1]:
        # The rows of a short table stay together by their styles.
        for line in ([*block.iter(name("tr"))][-1:] or [block])[0].iter(name("p")):
            put_property(line, new("keepNext"))


def drop_lines(body: _Element) -> None:
    """Take away the header and footer of every page."""
    for page in body.iter(name("sectPr")):
        for line in (*find_all(page, "headerReference"), *find_all(page, "footerReference")):
            page.remove(line)


def _first_line(table: _Element) -> _Element:
    """The caption of a table, or the table itself."""
    before = next(filter(is_read, table.itersiblings(preceding=True)), None)
    return before if before is not None and style_of(before) == _CAPTION else table


def _last_line(table: _Element) -> _Element:
    """The note below a table, or the table itself."""
    after = next(filter(is_read, table.itersiblings()), None)
    return after if after is not None and style_of(after) == _NOTE else table


def _end_page(block: _Element, page: _Element) -> None:
    """End a page after a block; a table cannot say so itself, and gets a line below it."""
    if block.tag == name("tbl"):
        line = new("p")
        put_style(line, _NOTE)
        put_property(line, new("spacing", before="0", after="0", line=_LOWEST, lineRule="exact"))
        block.addnext(line)
        block = line
    # The page before such a table may be that of another one.
    if not find_all(block, "pPr/w:sectPr"):
        put_property(block, page)
