"""The odt file: what pandoc writes, finished where pandoc leaves it to others.

Which element may stand where is laid down in OpenDocument 1.3, part 3.
"""

from lxml.etree import _Element

from bygdeplan.convert import pandoc
from bygdeplan.convert.document import Document, Properties, fill_in
from bygdeplan.convert.look import Look
from bygdeplan.convert.odt_lists import style_lists
from bygdeplan.convert.odt_pages import (
    drop_lines,
    lay_out_headings,
    lay_sideways,
    tell_language,
    tell_properties,
)
from bygdeplan.convert.odt_styles import AutomaticStyles
from bygdeplan.convert.odt_tables import finish_table
from bygdeplan.convert.opendocument import find_all, get, name, new, put
from bygdeplan.convert.package import Edit, edited, pack
from bygdeplan.ord.frase import frase
from bygdeplan.utsjanad.husstil import Husstil

_CONTENTS = "Contents_20_"


def write(document: Document, look: Look) -> bytes:
    """The document as odt.

    Raises:
        ConversionError: pandoc cannot write it.
    """
    properties = document.properties
    edits: dict[str, Edit] = {
        "meta.xml": lambda part: tell_properties(part, properties),
        "styles.xml": lambda part: _finish_pages(part, properties, look.stil),
        "content.xml": lambda part: _finish_content(part, document, look.stil),
    }
    return pack(edited(pandoc.write_parts(document, "odt", look.reference_odt), edits))


def _finish_content(content: _Element, document: Document, stil: Husstil) -> None:
    styles = AutomaticStyles(content)
    styles.inherit_from_common()
    style_lists(content, styles)
    written_tables = find_all(content, ".//table:table")
    for written, table in zip(written_tables, document.tables, strict=True):
        finish_table(written, table, styles, stil)
        if table.sideways:
            lay_sideways(written, styles)
    lay_out_headings(content, document.headings, styles)
    dense = [
        table for table, said in zip(written_tables, document.tables, strict=True) if said.dense
    ]
    among = {link for table in dense for link in table.iter(name("text:a"))}
    for link in find_all(content, ".//text:p/text:a"):
        _style_link(link, among_links=link in among)
    _set_off_contents(content, styles, stil)
    _name_pictures(content, document.pictures, styles)
    styles.drop_unused()


def _style_link(link: _Element, *, among_links: bool) -> None:
    line = link.getparent()
    in_contents = line is not None and get(line, "text:style-name").startswith(_CONTENTS)
    look = "Innhaldslenkje" if in_contents or among_links else "Internet_20_link"
    put(link, {"text:style-name": look, "text:visited-style-name": look})
    for words in find_all(link, "text:span"):
        put(words, {"text:style-name": look})


def _set_off_contents(content: _Element, styles: AutomaticStyles, stil: Husstil) -> None:
    """The last entry of a table of contents has white space below it."""
    lines = find_all(content, ".//text:p")
    entries = [e for e in lines if get(e, "text:style-name").startswith(_CONTENTS)]
    for last in entries[-1:]:
        below = {"fo:margin-bottom": f"{2 * stil.avstand.avsnitt:g}pt"}
        put(last, {"text:style-name": styles.paragraph(get(last, "text:style-name"), below)})


def _name_pictures(content: _Element, texts: tuple[str, ...], styles: AutomaticStyles) -> None:
    """Say what pictures show, and have them stand in their line like a letter."""
    frames = find_all(content, ".//draw:frame")
    for number, (frame, text) in enumerate(zip(frames, texts, strict=True), 1):
        look = {"style:vertical-pos": "top", "style:vertical-rel": "baseline"}
        named = frase("bilete.namn", nr=number)
        put(frame, {"draw:name": named, "text:anchor-type": "as-char"})
        put(frame, {"draw:style-name": styles.picture(look)})
        description = new("svg:desc")
        description.text = text
        frame.append(description)


def _finish_pages(styles: _Element, properties: Properties, stil: Husstil) -> None:
    tell_language(styles, properties)
    if not properties.has_page_lines:
        drop_lines(styles, stil.side)
    for page in find_all(styles, "office:master-styles/style:master-page"):
        for element in page.iter():
            element.text = element.text and fill_in(element.text, properties)
            element.tail = element.tail and fill_in(element.tail, properties)
