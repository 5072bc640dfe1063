"""reference.docx: which element may stand where is laid down in ECMA-376, part 1, chapter 17."""

from collections.abc import Iterator
from importlib.resources import files

from lxml.etree import _Element

from bygdeplan.convert.package import pack, serialize
from bygdeplan.convert.wordprocessingml import (
    bare,
    name,
    new,
    put_property,
    put_relation,
    twips_from_mm,
)
from bygdeplan.utsjanad.husstil import Husstil
from tools.reference.docx_numbering import numbering
from tools.reference.docx_package import content_types, relationships
from tools.reference.docx_styles import style_id, styles
from tools.reference.styles import paragraph_styles

_LANGUAGE = "nn-NO"
_APPLICATION = b"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
  <Application>bygdeplan</Application>
</Properties>
"""
# The parts that the text is joined to: what each is called, and what kind it is.
_PARTS = {
    "styles.xml": "styles",
    "numbering.xml": "numbering",
    "settings.xml": "settings",
    "fontTable.xml": "fontTable",
    "theme/theme1.xml": "theme",
    "header1.xml": "header",
    "footer1.xml": "footer",
    "header2.xml": "header",
    "footer2.xml": "footer",
}
_UPRIGHT, _SIDEWAYS = ("header1.xml", "footer1.xml"), ("header2.xml", "footer2.xml")


def build(stil: Husstil) -> bytes:
    """The file; its text names every style in that style."""
    named = {
        "styles.xml": serialize(styles(stil)),
        "numbering.xml": serialize(numbering(stil)),
        "settings.xml": serialize(_settings()),
        "fontTable.xml": serialize(_fonts(stil)),
        "theme/theme1.xml": _theme(stil),
        "header1.xml": serialize(_header("header")),
        "footer1.xml": serialize(_footer("footer")),
        "header2.xml": serialize(_header("header liggjande")),
        "footer2.xml": serialize(_footer("footer liggjande")),
    }
    return pack(
        {
            "[Content_Types].xml": content_types(_PARTS),
            "_rels/.rels": relationships(
                {"word/document.xml": "officeDocument", "docProps/app.xml": "extended-properties"}
            ),
            "docProps/app.xml": _APPLICATION,
            "word/document.xml": serialize(_document(stil)),
            "word/_rels/document.xml.rels": relationships(_PARTS),
            **{f"word/{part}": content for part, content in named.items()},
        }
    )


def _theme(stil: Husstil) -> bytes:
    """Word's palette and typefaces."""
    template = (files(__package__) / "theme.xml").read_text(encoding="utf-8")
    colours = {key: bare(colour) for key, colour in stil.values()["farge"].items()}
    return template.format(**colours, kontor=stil.skrift.kontor).encode()


def _settings() -> _Element:
    # Without it Word takes the file for one from 2007, and says so in its title bar.
    mode = new(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    return new(
        "settings",
        new("zoom", percent="100"),
        new("defaultTabStop", val=twips_from_mm(10)),
        new("autoHyphenation"),
        new("characterSpacingControl", val="doNotCompress"),
        new("compat", mode),
        new("themeFontLang", val=_LANGUAGE),
        new("decimalSymbol", val=","),
        new("listSeparator", val=";"),
    )


def _fonts(stil: Husstil) -> _Element:
    face = new(
        "font",
        # What LibreOffice has in its place, of the same widths.
        new("altName", val="Carlito"),
        new("family", val="swiss"),
        new("pitch", val="variable"),
        name=stil.skrift.kontor,
    )
    return new("fonts", face)


def _header(style: str) -> _Element:
    return new("hdr", _two_sided(style, [_text("{topptekst}")], [_text("{avsendar}")]))


def _footer(style: str) -> _Element:
    pages = [_text("Side "), *_field("PAGE"), _text(" av "), *_field("NUMPAGES")]
    return new("ftr", _two_sided(style, [_text("{botntekst}")], pages))


def _two_sided(style: str, left: list[_Element], right: list[_Element]) -> _Element:
    """A line with something at the left margin and something at the right."""
    return _paragraph(style, *left, new("r", new("tab")), *right)


def _field(code: str) -> Iterator[_Element]:
    """A field that Word and LibreOffice fill in on every page."""
    instruction = new("instrText")
    instruction.text = f" {code} "
    yield new("r", new("fldChar", fldCharType="begin"))
    yield new("r", instruction)
    yield new("r", new("fldChar", fldCharType="separate"))
    yield _text("1")
    yield new("r", new("fldChar", fldCharType="end"))


def _text(words: str) -> _Element:
    text = new("t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return new("r", text)


def _paragraph(style: str, *content: _Element) -> _Element:
    return new("p", new("pPr", new("pStyle", val=style_id(style))), *content)


def _document(stil: Husstil) -> _Element:
    """A sample of every style, and then the page on its side: pandoc takes the first section."""
    samples = [
        _paragraph(style.docx, _text(style.docx))
        for style in paragraph_styles(stil)
        if not style.docx.startswith(("header", "footer"))
    ]
    put_property(samples[-1], _section(stil, _UPRIGHT, stil.side.breidde, stil.side.høgd))
    sideways = _section(stil, _SIDEWAYS, stil.side.høgd, stil.side.breidde)
    end = _paragraph("Normal", _text("Liggjande side"))
    return new("document", new("body", *samples, end, sideways))


def _section(stil: Husstil, parts: tuple[str, str], width: float, height: float) -> _Element:
    side = stil.side
    references = []
    for kind, part in zip(("header", "footer"), parts, strict=True):
        reference = new(f"{kind}Reference", type="default")
        put_relation(reference, part_id(part))
        references.append(reference)
    size = new("pgSz", w=twips_from_mm(width), h=twips_from_mm(height))
    if width > height:
        size.set(name("orient"), "landscape")
    margins = {
        "top": side.marg_oppe,
        "right": side.marg,
        "bottom": side.marg_nede,
        "left": side.marg,
        "header": side.til_topptekst,
        "footer": side.til_botntekst,
        "gutter": 0,
    }
    space = new("pgMar", **{key: twips_from_mm(value) for key, value in margins.items()})
    return new("sectPr", *references, size, space)


def part_id(part: str) -> str:
    """What the relationship to a part is called."""
    return f"rId{list(_PARTS).index(part) + 1}"
