"""word/styles.xml of reference.docx."""

from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.convert.wordprocessingml import bare, eighths, half_points, new, twips, twips_from_mm
from bygdeplan.utsjanad.husstil import Husstil
from tools.reference.docx_numbering import NUMBERS
from tools.reference.styles import Rule, Style, paragraph_styles

LANGUAGE = {"val": "nn-NO", "eastAsia": "nn-NO", "bidi": "ar-SA"}
_WORD_HAS = frozenset(
    {"Normal", "Body Text", "Block Text", "Title", "Subtitle", "header", "footer"}
)


def styles(stil: Husstil) -> _Element:
    """All the styles."""
    return new(
        "styles",
        _defaults(stil),
        *(_paragraph_style(style) for style in paragraph_styles(stil)),
        *_character_styles(stil),
        *_table_styles(stil),
    )


def style_id(style_name: str) -> str:
    """What a style is called within the file: «table caption» → TableCaption."""
    return "".join(word[0].upper() + word[1:] for word in style_name.split())


def _defaults(stil: Husstil) -> _Element:
    run = new(
        "rPr",
        new(
            "rFonts",
            asciiTheme="minorHAnsi",
            hAnsiTheme="minorHAnsi",
            eastAsiaTheme="minorEastAsia",
            cstheme="minorBidi",
        ),
        *_size(stil.storleik.tekst),
        new("lang", **LANGUAGE),
    )
    return new("docDefaults", new("rPrDefault", run), new("pPrDefault", new("pPr")))


def _paragraph_style(style: Style) -> _Element:
    attributes = {"type": "paragraph", "styleId": style_id(style.docx)}
    if not style.parent:
        attributes["default"] = "1"
    if not _is_words_own(style.docx):
        attributes["customStyle"] = "1"
    return new("style", *_description(style), _paragraph(style), _run(style), **attributes)


def _is_words_own(style_name: str) -> bool:
    return style_name in _WORD_HAS or style_name.startswith(
        ("heading ", "toc ", "caption", "List ")
    )


def _description(style: Style) -> Iterator[_Element]:
    yield new("name", val=style.docx)
    if style.parent:
        yield new("basedOn", val=style_id(style.parent))
    if style.following:
        yield new("next", val=style_id(style.following))
    if style.outline:
        yield new("uiPriority", val="9")
    yield new("qFormat")


def _paragraph(style: Style) -> _Element:
    """The properties of paragraphs, in the order the schema has them."""
    return new("pPr", *_flow(style), *_surroundings(style), *_place(style))


def _flow(style: Style) -> Iterator[_Element]:
    if style.keep_with_next is not None:
        yield new("keepNext", val="1" if style.keep_with_next else "0")
    if style.outline:
        yield new("keepLines")
    if style.list:
        level = new("ilvl", val=str(style.level))
        yield new("numPr", level, new("numId", val=NUMBERS[style.list]))


def _surroundings(style: Style) -> Iterator[_Element]:
    if style.rules:
        yield new("pBdr", *map(_rule, sorted(style.rules, key=_order_of_sides)))
    if style.shade:
        yield new("shd", val="clear", color="auto", fill=bare(style.shade))
    if style.stops or style.right_stop:
        stops = [new("tab", val="left", pos=twips_from_mm(stop)) for stop in style.stops]
        if style.right_stop:
            stops.append(new("tab", val="right", pos=twips_from_mm(style.right_stop)))
        yield new("tabs", *stops)
    if style.hyphenate is not None:
        yield new("suppressAutoHyphens", val="0" if style.hyphenate else "1")


def _order_of_sides(rule: Rule) -> int:
    return ("top", "left", "bottom", "right").index(rule.side)


def _rule(rule: Rule) -> _Element:
    return new(
        rule.side,
        val="single",
        sz=eighths(rule.width),
        space=str(round(rule.distance)),
        color=bare(rule.colour),
    )


def _place(style: Style) -> Iterator[_Element]:
    spacing = {
        name: twips(value)
        for name, value in (("before", style.before), ("after", style.after))
        if value is not None
    }
    if style.line is not None:
        spacing |= {"line": str(round(style.line * 240)), "lineRule": "auto"}
    if spacing:
        yield new("spacing", **spacing)
    if style.left is not None or style.right is not None:
        left, first = style.left or 0, style.left if style.first is None else style.first
        indents = {"left": twips_from_mm(left), "hanging": twips_from_mm(left - (first or 0))}
        yield new("ind", **indents, right=twips_from_mm(style.right or 0))
    if style.contextual:
        yield new("contextualSpacing")
    if style.outline:
        yield new("outlineLvl", val=str(style.outline - 1))


def _run(style: Style) -> _Element:
    """The properties of text, in the order the schema has them."""
    properties: list[_Element] = []
    if style.bold is not None:
        properties += [new(name, val="1" if style.bold else "0") for name in ("b", "bCs")]
    if style.colour is not None:
        properties.append(new("color", val=bare(style.colour)))
    if style.size is not None:
        properties += _size(style.size)
    return new("rPr", *properties)


def _size(points: float) -> list[_Element]:
    return [new(name, val=half_points(points)) for name in ("sz", "szCs")]


def _character_styles(stil: Husstil) -> Iterator[_Element]:
    yield new(
        "style",
        new("name", val="Default Paragraph Font"),
        new("semiHidden"),
        type="character",
        default="1",
        styleId="DefaultParagraphFont",
    )
    link = new("rPr", new("color", val=bare(stil.farge.lenkje)), new("u", val="single"))
    yield _character_style("Hyperlink", link)
    large = new("rPr", new("b"), new("bCs"), new("color", val=bare(stil.farge.overskrift)))
    large.extend(_size(stil.storleik.nøkkeltal))
    yield _character_style("Nøkkeltal", large)
    courier = dict.fromkeys(("ascii", "hAnsi", "cs"), "Courier New")
    yield _character_style("Verbatim Char", new("rPr", new("rFonts", **courier)))


def _character_style(style_name: str, run: _Element) -> _Element:
    return new(
        "style",
        new("name", val=style_name),
        new("basedOn", val="DefaultParagraphFont"),
        run,
        type="character",
        styleId=style_id(style_name),
    )


def _table_styles(stil: Husstil) -> Iterator[_Element]:
    margins = [new(side, w="0", type="dxa") for side in ("top", "left", "bottom", "right")]
    yield new(
        "style",
        new("name", val="Normal Table"),
        new("semiHidden"),
        new("tblPr", new("tblInd", w="0", type="dxa"), new("tblCellMar", *margins)),
        type="table",
        default="1",
        styleId="TableNormal",
    )
    yield new(
        "style",
        new("name", val="Table"),
        new("basedOn", val="TableNormal"),
        new("qFormat"),
        _ruled(stil),
        _conditional("firstRow", "bottom", stil),
        _conditional("lastRow", "top", stil),
        type="table",
        customStyle="1",
        styleId="Table",
    )


def _ruled(stil: Husstil) -> _Element:
    """Thin rules between the rows and below the last, none upright."""
    thin = {"val": "single", "sz": eighths(stil.strek.tynn), "space": "0"}
    rules = [new(side, **thin, color=bare(stil.farge.strek)) for side in ("bottom", "insideH")]
    celle, cellemarg = twips(stil.avstand.celle), twips(stil.avstand.cellemarg)
    padding = {"top": celle, "left": cellemarg, "bottom": "0", "right": cellemarg}
    margins = [new(side, w=width, type="dxa") for side, width in padding.items()]
    return new("tblPr", new("tblBorders", *rules), new("tblCellMar", *margins))


def _conditional(row: str, side: str, stil: Husstil) -> _Element:
    """The header row and the row of sums: bold, and set apart by a thicker rule."""
    thick = {"val": "single", "sz": eighths(stil.strek.tjukk), "space": "0"}
    rule = new(side, **thick, color=bare(stil.farge.overskrift))
    return new(
        "tblStylePr",
        new("rPr", new("b"), new("bCs")),
        new("tcPr", new("tcBorders", rule)),
        type=row,
    )
