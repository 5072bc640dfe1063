"""What single elements of a docx file say, each looked at for itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from bygdeplan.les.innhald import SIDETAL, Framandt
from bygdeplan.les.names import DOCX, walk
from bygdeplan.les.skriftval import PLAIN, Skriftval

# A drawing is told once more for programs from before 2010.
_SECOND_TELLING = DOCX.set("mc:Fallback")
UNREAD = _SECOND_TELLING | DOCX.set("w:pPr", "w:del", "w:moveFrom", "w:txbxContent")
"""What in a paragraph is not its text: deleted text, and the contents of text boxes."""
_SIGNS = {
    DOCX("w:tab"): "\t",
    DOCX("w:ptab"): "\t",
    DOCX("w:cr"): "\n",
    DOCX("w:br"): "\n",
    DOCX("w:noBreakHyphen"): "\u2011",
}
_OTHER_THINGS = DOCX.set(
    *("w:drawing", "w:pict", "w:object", "w:sym", "w:fldChar", "w:fldSimple"),
    *("w:footnoteReference", "w:endnoteReference", "m:oMath"),
)
_CHANGES = DOCX.set(
    *("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange"),
    *("w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:cellIns", "w:cellDel"),
)
_UNREAD_ELEMENTS = {
    "altChunk": "eit innebygd dokument",
    "subDoc": "eit underdokument",
    "OLEObject": "eit innebygd objekt",
    "contentPart": "ei teikning for hand",
    "control": "eit skjemafelt",
    "oMath": "ein formel",
}
"""What readers of the file see and we do not, by local name: Word has many namespaces for it."""
_OLD_SHAPES = tuple(
    map(DOCX, ("v:shape", "v:line", "v:rect", "v:roundrect", "v:oval", "v:polyline", "v:curve"))
)
_TOLD_IN_SHAPE = DOCX.set("v:textbox", "v:imagedata", "v:textpath")
"""What is read, or told of, by itself."""
_AROUND_BLOCKS = DOCX.set(
    *("w:body", "w:tc", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:del", "w:moveFrom"),
    *("w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent"),
)
_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_MARKERS = {"black": "000000", "white": "FFFFFF", "darkBlue": "000080", "darkRed": "800000"}
"""The colours of markers that text is lost in; the others only show it."""
_NO_LANGUAGE = (None, "x-none", "zxx")
_ON = ("1", "true", "on")
# How programs that know no `w:firstColumn` tell it: one bit of four hexadecimal figures.
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,8}")
_FIRST_COLUMN = 0x0080


def visible_text(paragraph: _Element) -> str:
    """The text of a paragraph as it is read, with tabs and line breaks."""
    signs: list[str] = []
    fields: list[_Field] = []
    for element in walk(paragraph, UNREAD):
        if element.tag == DOCX("w:fldChar"):
            signs.append(_step(fields, DOCX.get(element, "w:fldCharType")))
        elif element.tag == DOCX("w:instrText") and fields:
            fields[-1].instruction += element.text or ""
        elif not any(field.shows_page_number for field in fields):
            signs.append(_sign(element))
    return "".join(signs)


@dataclass
class _Field:
    """A field that has begun: its instruction, and then what came of it."""

    instruction: str = ""
    shows_page_number: bool = False


def _step(fields: list[_Field], kind: str | None) -> str:
    """Follow the fields of a paragraph past one of their marks; what is read there instead."""
    if kind == "begin":
        fields.append(_Field())
    elif fields and kind == "separate":
        fields[-1].shows_page_number = bool(_PAGE_NUMBER.match(fields[-1].instruction))
    elif fields and kind == "end" and fields.pop().shows_page_number:
        return SIDETAL
    return ""


def _sign(element: _Element) -> str:
    if element.tag == DOCX("w:t"):
        around = next(element.iterancestors(DOCX("w:fldSimple"), DOCX("w:p")), None)
        if _PAGE_NUMBER.match(DOCX.get(around, "w:instr") or ""):
            return SIDETAL
        return element.text or ""
    return _SIGNS.get(str(element.tag), "")


def addresses(paragraph: _Element) -> Iterator[str]:
    """Where the links of a paragraph lead that are written as fields."""
    instruction = ""
    for element in walk(paragraph, UNREAD):
        instruction += element.text or "" if element.tag == DOCX("w:instrText") else ""
        instruction += DOCX.get(element, "w:instr") or ""
    yield from _ADDRESS.findall(instruction)


def texts(element: _Element) -> Iterator[str]:
    """All text below an element, also in text boxes."""
    return (text.text for text in element.iter(DOCX("w:t")) if text.text)


def runs(paragraph: _Element) -> Iterator[tuple[_Element, str]]:
    """The pieces of a paragraph that have text, each with it."""
    for run in walk(paragraph, UNREAD):
        if run.tag == DOCX("w:r") and (text := visible_text(run)).strip():
            yield run, text


def foreign(paragraph: _Element) -> tuple[Framandt, ...]:
    """The text of the runs that say what language they are in, by language."""
    found: dict[str, str] = {}
    for run, text in runs(paragraph):
        language = DOCX.get(DOCX.find(run, "w:rPr/w:lang"), "w:val")
        if language not in _NO_LANGUAGE:
            found[str(language)] = found.get(str(language), "") + text
    return tuple(Framandt(language, text) for language, text in found.items())


def skrift(styled: _Element) -> Skriftval:
    """How a run, or a style, sets its text."""
    said = DOCX.find(styled, "w:rPr")
    if said is None or not len(said):
        return PLAIN
    size = DOCX.get(DOCX.find(said, "w:sz"), "w:val") or ""
    marker = _MARKERS.get(DOCX.get(DOCX.find(said, "w:highlight"), "w:val") or "")
    return Skriftval(
        stroken=_said_on(said, "w:strike", "w:dstrike"),
        gøymd=_said_on(said, "w:vanish"),
        farge=DOCX.get(DOCX.find(said, "w:color"), "w:val"),
        bakgrunn=marker or fill(said),
        storleik=int(size) / 2 if size.isdecimal() and len(size) < 6 else None,
        snitt=DOCX.get(DOCX.find(said, "w:rFonts"), "w:ascii"),
    )


def fill(properties: _Element | None) -> str | None:
    """The colour behind what some properties are of, if they say it."""
    said = None if properties is None else DOCX.find(properties, "w:shd")
    shown = DOCX.get(said, "w:fill")
    return None if shown == "auto" else shown


def sections(document: _Element) -> Iterator[_Element]:
    """The sections of a document; not as they were before a tracked change."""
    for section in document.iter(DOCX("w:sectPr")):
        around = section.getparent()
        if around is not None and around.tag != DOCX("w:sectPrChange"):
            yield section


def any_on(said: _Element | None, *marks: str) -> bool:
    """Whether one of some marks is there and on."""
    return bool(said is not None and _said_on(said, *marks))


def _said_on(said: _Element, *marks: str) -> bool | None:
    """Whether one of some marks is on; None when none of them is there."""
    there = [mark for mark in (DOCX.find(said, name) for name in marks) if mark is not None]
    return any(DOCX.get(mark, "w:val") in (None, *_ON) for mark in there) if there else None


def holds_other_things(paragraph: _Element) -> bool:
    """Whether there is something in a paragraph beside text: a picture, a field, a break."""
    if DOCX.find(paragraph, "w:pPr/w:sectPr") is not None:
        return True
    return any(
        element.tag in _OTHER_THINGS
        or (element.tag == DOCX("w:br") and DOCX.get(element, "w:type") in ("page", "column"))
        for element in walk(paragraph, UNREAD)
    )


def unread(part: _Element) -> Iterator[str]:
    """What in a part can hold text and is not read, each by what it is called."""
    for element in part.iter(*("{*}" + name for name in (*_UNREAD_ELEMENTS, "textpath"))):
        name = str(element.tag).rpartition("}")[2]
        if name == "textpath":
            yield f"vassmerket «{element.get('string', '')}»"
        else:
            yield _UNREAD_ELEMENTS[name]
    for shape in part.iter(*_OLD_SHAPES):
        if not (DOCX.get(shape, "o:hr") or _is_told(shape)):
            yield "ei teikning"
    for block in part.iter(DOCX("w:p"), DOCX("w:tbl")):
        around = block.getparent()
        if around is not None and around.tag not in _AROUND_BLOCKS and any(texts(block)):
            yield "noko av teksten"


def _is_told(shape: _Element) -> bool:
    """Whether a shape of Word before 2010 is read, told of, or told a second time."""
    around = {str(each.tag) for each in shape.iterancestors()}
    within = {str(each.tag) for each in shape.iterdescendants()}
    return not (_SECOND_TELLING.isdisjoint(around) and _TOLD_IN_SHAPE.isdisjoint(within))


def changes(element: _Element) -> Iterator[_Element]:
    """The tracked changes below an element."""
    return (inner for inner in walk(element, _SECOND_TELLING) if inner.tag in _CHANGES)


def description(table: _Element) -> str:
    """The description of a table; empty when it has none."""
    return DOCX.get(DOCX.find(table, "w:tblPr/w:tblDescription"), "w:val") or ""


def is_taken_out(part: _Element) -> bool:
    """Whether the mark of a paragraph, or a row, goes when tracked changes are accepted."""
    marks = ("w:pPr/w:rPr/w:del", "w:trPr/w:del")
    return any(DOCX.find(part, mark) is not None for mark in marks)


def is_hidden(row: _Element) -> bool:
    """Whether a row is not shown."""
    return any_on(row, "w:trPr/w:hidden")


def is_header(row: _Element) -> bool:
    """Whether a row is marked as header."""
    return any_on(row, "w:trPr/w:tblHeader")


def marks_first_column(table: _Element) -> bool:
    """Whether the first cell of each row is its header."""
    look = DOCX.find(table, "w:tblPr/w:tblLook")
    said = DOCX.get(look, "w:firstColumn")
    if said is not None:
        return said in _ON
    bits = DOCX.get(look, "w:val") or ""
    return bool(_HEXADECIMAL.fullmatch(bits)) and bool(int(bits, 16) & _FIRST_COLUMN)


def continues_cell_above(cell: _Element) -> bool:
    """Whether a cell is part of the one above it, and shows nothing of its own."""
    merge = DOCX.find(cell, "w:tcPr/w:vMerge")
    return merge is not None and DOCX.get(merge, "w:val") != "restart"


def shown(drawing: _Element) -> Iterator[tuple[str, str]]:
    """The pictures a drawing shows, by their relation, each with how much of it is cut off."""
    for blip in drawing.iter("{*}blip", "{*}svgBlip"):
        around = blip.getparent()
        cut = None if around is None else DOCX.find(around, "a:srcRect")
        sides = (
            [] if cut is None else [f"{side}{cut.get(side)}" for side in "ltrb" if _cuts(cut, side)]
        )
        yield DOCX.get(blip, "r:embed") or DOCX.get(blip, "r:link") or "", " ".join(sides)


def _cuts(cut: _Element, side: str) -> bool:
    return cut.get(side, "0") != "0"


def is_decoration(drawing: _Element) -> bool:
    """Whether a picture is marked as one that says nothing."""
    return any(mark.get("val") in _ON for mark in drawing.iter(DOCX("adec:decorative")))


def picture_names(drawing: _Element) -> tuple[str, ...]:
    """What a picture says of itself beside its alternative text, to whoever looks closer."""
    said = [(named, "name") for named in drawing.iter(DOCX("wp:docPr"))]
    said += [(named, "title") for named in drawing.iter(DOCX("wp:docPr"))]
    said += [
        (named, attribute)
        for named in drawing.iter(DOCX("pic:cNvPr"))
        for attribute in ("name", "descr", "title")
    ]
    return tuple(filter(None, (named.get(attribute, "") for named, attribute in said)))
