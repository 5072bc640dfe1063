"""What a docx file holds: its parts, as they refer to each other."""

from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.les.docx_facts import any_on, sections, unread
from bygdeplan.les.docx_part import DocxPart
from bygdeplan.les.docx_styles import DocxStyles
from bygdeplan.les.docx_text import DocxTextReader
from bygdeplan.les.gathering import Gathering
from bygdeplan.les.innhald import VERSJON, Avsnitt, Eigenskapar, Innhald, Kant, Språkval
from bygdeplan.les.lister import DocxLister
from bygdeplan.les.names import DOCX
from bygdeplan.les.package import Package, not_a_document

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_READ_OR_SILENT = frozenset(
    (
        *("styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "theme"),
        *("numbering", "header", "footer", "footnotes", "endnotes", "image", "hyperlink"),
        *("customXml", "comments", "commentsExtended", "commentsIds", "commentsExtensible"),
        *("people", "glossaryDocument", "printerSettings", "attachedTemplate", "vbaProject"),
        *("keyMapCustomizations", "documenttasks"),
    )
)
"""The kinds of parts that are read, told of elsewhere, or hold nothing that is seen."""
_CALLED = {"aFChunk": "eit innebygd dokument", "oleObject": "eit innebygd objekt"}
_AT_EDGES: dict[str, Kant] = {
    "w:headerReference": "topptekst",
    "w:footerReference": "botntekst",
}
_OUTSIDE: dict[str, Kant] = {
    "header": "topptekst",
    "footer": "botntekst",
    "footnotes": "fotnote",
    "endnotes": "fotnote",
}


def read(package: Package) -> Innhald:
    """The contents of an open docx.

    Raises:
        Avvist: A part is missing or defect, or the file is of another kind.
    """
    whole = DocxPart(package, "")
    main = next(whole.related("officeDocument"), DocxPart(package, "word/document.xml"))
    document = main.xml()
    _refuse_other_kinds(document)
    styles = DocxStyles(*main.one("styles"))
    lister = DocxLister(main.one("numbering")[1])
    gathered = Gathering()
    for part, slag in _outside(main, document):
        outside = part.xml()
        blokker = DocxTextReader(part, styles, lister, gathered, slag).read(outside)
        gathered.utanfor += [blokk for blokk in blokker if isinstance(blokk, Avsnitt)]
        gathered.ulesne += unread(outside)
    gathered.nakne.update(_bare_edges(main, document, gathered.utanfor))
    gathered.ulesne += unread(document)
    inside = {relation.slag for relation in main.relations.values() if not relation.er_utanfor}
    unknown = sorted(inside - _READ_OR_SILENT)
    gathered.ulesne += (_CALLED.get(kind, f"ein del av slaget {kind}") for kind in unknown)
    return gathered.innhald(
        "docx",
        DocxTextReader(main, styles, lister, gathered).read(document),
        (*styles.språkval(), *_theme_language(*main.one("settings"))),
        _properties(*whole.one("core-properties"), _origin(*whole.one("custom-properties"))),
    )


def _outside(main: DocxPart, document: _Element) -> Iterator[tuple[DocxPart, Kant]]:
    """The parts that are read beside the main text; of headers and footers those that are shown."""
    shown = {
        relation.mål
        for section in sections(document)
        for kind in _AT_EDGES
        for reference in DOCX.all(section, kind)
        if (relation := main.relations.get(DOCX.get(reference, "r:id") or ""))
    }
    for kind, slag in _OUTSIDE.items():
        for part in main.related(kind):
            if part.name in shown or slag not in _AT_EDGES.values():
                yield part, slag


def _bare_edges(main: DocxPart, document: _Element, utanfor: list[Avsnitt]) -> Iterator[Kant]:
    """The edges that have nothing on some of the pages.

    A section has what the one before it has, until it says otherwise.
    """
    told = {each.stad.part for each in utanfor if each.tekst.strip()}
    has_even = any_on(main.one("settings")[1], "w:evenAndOddHeaders")
    shown: dict[tuple[Kant, str | None], str] = {}
    for section in sections(document):
        has_first = any_on(section, "w:titlePg")
        for kind, kant in _AT_EDGES.items():
            for reference in DOCX.all(section, kind):
                relation = main.relations.get(DOCX.get(reference, "r:id") or "")
                shown[kant, DOCX.get(reference, "w:type")] = relation.mål if relation else ""
            layouts = {"default": True, "first": has_first, "even": has_even}
            used = [layout for layout, is_used in layouts.items() if is_used]
            if any(shown.get((kant, layout)) not in told for layout in used):
                yield kant


def _refuse_other_kinds(document: _Element) -> None:
    if document.tag == _STRICT:
        raise not_a_document("Fila er lagra som «Strict Open XML», som få program les rett.")
    if document.tag != DOCX("w:document"):
        raise not_a_document("Fila er eit anna slag Office-fil enn eit Word-dokument.")


def _theme_language(part: str, settings: _Element | None) -> Iterator[Språkval]:
    """The language of the fonts of the theme; a file with no theme says none, and needs none."""
    language = None if settings is None else DOCX.find(settings, "w:themeFontLang")
    if language is not None:
        yield Språkval((part, "themeFontLang"), "Temaskrifta", DOCX.get(language, "w:val"))


def _origin(_: str, custom: _Element | None) -> dict[str, str]:
    """What a file says of its plan, among the properties that are nobody's but its own."""
    properties = [] if custom is None else DOCX.all(custom, "custom:property")
    said = {one.get("name", ""): "".join(one.itertext()).strip() for one in properties}
    return {name: value for name, value in said.items() if name != VERSJON}


def _properties(part: str, core: _Element | None, origin: dict[str, str]) -> Eigenskapar:
    if core is None:
        return Eigenskapar(part, opphav=origin)
    return Eigenskapar(
        part,
        tittel=DOCX.text(core, "dc:title"),
        forfattar=DOCX.text(core, "dc:creator"),
        dato=DOCX.text(core, "dcterms:created") or DOCX.text(core, "dcterms:modified"),
        språk=DOCX.text(core, "dc:language"),
        opphav=origin,
    )
