"""A document as pdf, for reading aloud and for the archive: its markup under the layout."""

import json

from bygdeplan.convert.document import Document, Properties
from bygdeplan.convert.look import ConversionError, Look
from bygdeplan.convert.pictures import put_drawings
from bygdeplan.convert.syntax import images, nodes
from bygdeplan.convert.typst_markup import typst_markup
from bygdeplan.funn.fault import Fault
from bygdeplan.utsjanad.husstil import Husstil
from bygdeplan.utsjanad.typst import Typstkjelde, to_pdf

# What a document says of itself is no part of its look. `horizontalrule` is what pandoc writes for
# one; the rest is what our filters write, and the layout may say anew.
_BEFORE_LAYOUT = """\
#let side = json(bytes(sys.inputs.side))
#let stil = json(bytes(sys.inputs.stil))
#set document(title: side.title, author: side.author, keywords: side.opphav)
#set text(lang: side.lang.slice(0, 2), region: side.lang.slice(3))
#let horizontalrule = line(length: 100%)
#let i-par(..fakta) = for (namn, verdi) in fakta.pos() [#namn #verdi#parbreak()]
#let innhaldsliste = outline(title: none)
#let rader = (hovud: (:), gruppe: (:), sum: (:), vanleg: (:), merknad: (:))
#let classes = (:)
"""
_AFTER_LAYOUT = """\
#let classed(name, body) = classes.at(name, default: it => it)(body)
"""


def write(document: Document, look: Look) -> bytes:
    """The document as pdf, both PDF/A-2a and PDF/UA-1.

    Args:
        document: The document.
        look: Its `layout` is Typst set and show rules. `side` holds what the page says of itself,
            by the names of its `meta` elements, and `stil` the house style. A dictionary `classes`
            may hold the look of a class of the page:
            `#let classes = (merknad: body => block(inset: 6pt, body))`.

    Raises:
        ConversionError: A character no face has, a picture without alternative text, a heading
            level left out, a fault in the layout.
    """
    blocks = json.loads(document.json)["blocks"]
    put_drawings(images(nodes(blocks)), document.drawings)
    return compile_pdf(typst_markup(blocks), document.properties, look)


def compile_pdf(markup: str, properties: Properties, look: Look) -> bytes:
    """Typst markup as pdf, under a layout; see `write`."""
    kjelder = [
        Typstkjelde(_BEFORE_LAYOUT),
        Typstkjelde(look.layout, mal="layout.typ"),
        Typstkjelde(_AFTER_LAYOUT + markup),
    ]
    try:
        return to_pdf(kjelder, _inputs(properties, look.stil), properties.timestamp)
    except Fault as fault:
        raise ConversionError(str(fault)) from None


def _inputs(properties: Properties, stil: Husstil) -> dict[str, str]:
    """What the page says of itself, and the house style, as text that Typst reads."""
    origin = [f"{name}: {text}" for name, text in properties.provenance.items()]
    side = {
        **properties.said,
        "title": properties.title,
        "author": properties.author,
        "lang": properties.language,
        "opphav": origin,
    }
    return {
        "side": json.dumps(side),
        "stil": json.dumps(stil.values()),
    }
