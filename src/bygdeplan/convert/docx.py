"""The docx file: what pandoc writes, finished where pandoc leaves it to others.

Which element may stand where is laid down in ECMA-376, part 1, chapter 17.
"""

import re

from lxml.etree import _Element, fromstring

from bygdeplan.convert import pandoc
from bygdeplan.convert.document import Document, Properties, fill_in
from bygdeplan.convert.docx_lists import list_kinds, number_by_our_plans, style_list_paragraphs
from bygdeplan.convert.docx_properties import (
    name_pictures,
    tell_language,
    tell_properties,
    tell_provenance,
)
from bygdeplan.convert.docx_sections import (
    drop_lines,
    lay_out_headings,
    lay_sideways,
    page_on_its_side,
    stretches,
    text_width,
)
from bygdeplan.convert.docx_tables import finish_table
from bygdeplan.convert.docx_tracked import (
    is_tracked,
    mark_blocks,
    mark_pictures,
    part_in_cells,
    sign,
)
from bygdeplan.convert.look import Look
from bygdeplan.convert.package import Edit, edited, pack
from bygdeplan.convert.syntax import Table
from bygdeplan.convert.wordprocessingml import (
    find,
    find_all,
    is_read,
    name,
    new,
    put_property,
    style_of,
    twips,
)
from bygdeplan.utsjanad.husstil import Husstil

_CONTENTS = "Toc"
_HEADER_OR_FOOTER = re.compile(r"word/(?:header|footer)\d*\.xml")


def write(document: Document, look: Look) -> bytes:
    """The document as docx.

    Raises:
        ConversionError: pandoc cannot write it.
    """
    parts, properties = (
        pandoc.write_parts(document, "docx", look.reference_docx),
        document.properties,
    )
    kinds = list_kinds(fromstring(parts["word/numbering.xml"]))

    def finish_text(text: _Element) -> None:
        body = find(text, "body")
        mark_pictures(body, document.changes_of_pictures)
        style_list_paragraphs(body, kinds)
        lay_out_headings(body, document.headings)
        _finish_tables(body, document.tables, look)
        _finish_contents(body, look.stil)
        name_pictures(body, document.pictures)
        if not properties.has_page_lines:
            drop_lines(body)
        _drop_empty_paragraphs(body)
        if is_tracked(body):
            mark_blocks(body)
            part_in_cells(body)
            sign(body, properties)

    edits: dict[str, Edit] = {
        "docProps/core.xml": lambda part: tell_properties(part, properties),
        "docProps/custom.xml": lambda part: tell_provenance(part, properties),
        "word/styles.xml": lambda part: tell_language(part, properties),
        "word/settings.xml": lambda part: tell_language(part, properties),
        "word/numbering.xml": lambda part: number_by_our_plans(part, kinds),
        "word/document.xml": finish_text,
        "word/comments.xml": lambda part: sign(part, properties),
    }
    for part in filter(_HEADER_OR_FOOTER.fullmatch, parts):
        edits[part] = lambda lines: _fill_in(lines, properties)
    return pack(edited(parts, edits))


def _finish_tables(body: _Element, tables: tuple[Table, ...], look: Look) -> None:
    upright = find(body, "sectPr")
    is_any_sideways = any(table.sideways for table in tables)
    sideways = page_on_its_side(look.reference_docx) if is_any_sideways else upright
    lying: list[_Element] = []
    for written, table in zip(body.iter(name("tbl")), tables, strict=True):
        finish_table(written, table, text_width(sideways if table.sideways else upright), look.stil)
        if table.sideways:
            lying.append(written)
    for first, last in stretches(lying):
        lay_sideways(body, first, last, sideways)


def _drop_empty_paragraphs(body: _Element) -> None:
    """Keep the empty paragraphs pandoc puts after tables only where another table follows."""
    for paragraph in find_all(body, "p"):
        if len(paragraph) == 0 and not _parts_tables(paragraph):
            body.remove(paragraph)


def _parts_tables(paragraph: _Element) -> bool:
    neighbours = (paragraph.itersiblings(preceding=True), paragraph.itersiblings())
    return all(
        next((block.tag for block in siblings if is_read(block)), None) == name("tbl")
        for siblings in neighbours
    )


def _finish_contents(body: _Element, stil: Husstil) -> None:
    """In a table of contents everything is a link, and says so by standing there."""
    entries = [entry for entry in find_all(body, "p") if style_of(entry).startswith(_CONTENTS)]
    for entry in entries:
        for run in find_all(entry, "hyperlink/w:r"):
            run.remove(find(run, "rPr"))
    for last in entries[-1:]:
        put_property(last, new("spacing", after=twips(2 * stil.avstand.avsnitt)))


def _fill_in(lines: _Element, properties: Properties) -> None:
    for text in lines.iter(name("t")):
        text.text = fill_in(text.text or "", properties)
