"""The only place that knows Typst: markup becomes a pdf for reading aloud and for the archive."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import copy
from tempfile import TemporaryDirectory
from typing import cast

import typst
from font_source_sans_pro import font_files_ttf

from bygdeplan.convert.document import Document, Properties
from bygdeplan.convert.look import ConversionError, Look
from bygdeplan.convert.typst_markup import typst_markup
from bygdeplan.ord.nynorsk import liste
from bygdeplan.utsjanad.husstil import Husstil

_FACES = (
    "SourceSansPro",
    "SourceSansProIt",
    "SourceSansProSemibold",
    "SourceSansProSemiboldIt",
    "SourceSansProBold",
    "SourceSansProBoldIt",
)
# One for the archive, one for reading aloud.
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
# What a document says of itself is no part of its look. `horizontalrule` is what pandoc writes for
# one; the rest is what our filters write, and the layout may say anew.
_BEFORE_LAYOUT = """\
#let side = json(bytes(sys.inputs.side))
#let stil = json(bytes(sys.inputs.stil))
#set document(title: side.title, author: side.author, keywords: side.opphav)
#set text(lang: side.lang.slice(0, 2), region: side.lang.slice(3))
#let horizontalrule = line(length: 100%)
#let innhaldsliste = outline(title: none)
#let rader = (hovud: (:), gruppe: (:), sum: (:), vanleg: (:), merknad: (:))
#let classes = (:)
"""
_PACKAGE = re.compile(r'"(@[^"]+)"')
_AFTER_LAYOUT = """
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
    return compile_pdf(typst_markup(json.loads(document.json)["blocks"]), document.properties, look)


def compile_pdf(markup: str, properties: Properties, look: Look) -> bytes:
    """Typst markup as pdf, under a layout; see `write`."""
    layout = look.layout
    _refuse_packages(layout)
    source = f"{_BEFORE_LAYOUT}{layout}{_AFTER_LAYOUT}{markup}"
    with _fonts() as fonts, TemporaryDirectory() as empty:
        try:
            compiler = typst.Compiler(
                source.encode(),
                # Nothing to read: all that a document needs is in its markup.
                root=empty,
                font_paths=fonts,
                sys_inputs=_inputs(properties, look.stil),
            )
            pdf = compiler.compile(
                format="pdf", pdf_standards=_STANDARDS, timestamp=properties.timestamp
            )
        except typst.TypstError as error:
            raise ConversionError(explain(error.diagnostic, _lines_of(layout))) from None
    # A list is what Typst gives for formats of one file a page.
    return cast("bytes", pdf)


def _refuse_packages(layout: str) -> None:
    if package := _PACKAGE.search(layout):
        raise ConversionError(
            f"layout.typ hentar «{package[1]}» frå nettet; skriv det han treng i sjølve layout.typ."
        )


@contextmanager
def _fonts() -> Iterator[typst.Fonts]:
    """The faces of the font package, and no others of the same name.

    The package holds each face in two file formats, and which of them Typst would find first is up
    to the file system.
    """
    with TemporaryDirectory() as folder:
        for face in _FACES:
            copy(font_files_ttf[face], folder)
        yield typst.Fonts(include_system_fonts=False, font_paths=[folder])


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


def _lines_of(layout: str) -> range:
    first = _BEFORE_LAYOUT.count("\n") + 1
    return range(first, first + layout.count("\n") + 1)


_CHARACTER = re.compile(
    r'the text `"(?P<shown>[^`]+)"` could not be displayed'
    r'|codepoint `"(?P<forbidden>[^`]+)"`'
)
_ESCAPED = re.compile(r"\\u\{(?P<hex>[0-9a-f]+)\}")
_SKIPPED_LEVEL = re.compile(r"skipped from heading level (\d) to (\d)")
_FIRST_LINE = re.compile(r"error: (?P<message>.+)(?:\n.*?\.typ:(?P<line>\d+):)?")


def explain(diagnostic: str, layout_lines: range) -> str:
    """One line of Nynorsk for Typst's diagnostic.

    Args:
        diagnostic: What Typst says, with all its errors.
        layout_lines: The lines of the source that are the layout, from 1.
    """
    if characters := sorted(set(_missing_characters(diagnostic))):
        return (
            f"Skrifta i pdf-en manglar {liste(map(_named, characters))}; "
            "skriv noko anna i planen, eller lag dokumentet i eit anna format."
        )
    if levels := _SKIPPED_LEVEL.search(diagnostic):
        return (
            f"Overskriftene hoppar frå nivå {levels[1]} til nivå {levels[2]}; "
            "bruk nivåa i rekkjefølgje i malen."
        )
    if "missing alt text" in diagnostic:
        return "Eit bilete manglar alternativ tekst; skriv han i «alt» i malen."
    return _explain_place(diagnostic, layout_lines)


def _missing_characters(diagnostic: str) -> Iterator[str]:
    for found in _CHARACTER.finditer(diagnostic):
        yield _ESCAPED.sub(
            lambda code: chr(int(code["hex"], 16)), found["shown"] or found["forbidden"]
        )


def _named(character: str) -> str:
    codes = " ".join(f"U+{ord(part):04X}" for part in character)
    return f"«{character}» ({codes})" if character.isprintable() else codes


def _explain_place(diagnostic: str, layout_lines: range) -> str:
    first = _FIRST_LINE.search(diagnostic)
    message = first["message"] if first else diagnostic.strip().split("\n")[0]
    if first and first["line"] and int(first["line"]) in layout_lines:
        line = int(first["line"]) - layout_lines.start + 1
        return f"Feil i layout.typ, linje {line}: «{message}»; rett sideoppsettet."
    return f"Typst får ikkje laga pdf-en: «{message}»; sjå etter i layout.typ og i malen."
