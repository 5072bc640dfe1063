"""What a docx file holds: its parts, as they refer to each other."""

import posixpath
from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.les.docx_facts import unread
from bygdeplan.les.docx_styles import DocxStyles
from bygdeplan.les.docx_text import DocxTextReader
from bygdeplan.les.gathering import Gathering
from bygdeplan.les.innhald import VERSJON, Avsnitt, Eigenskapar, Innhald, Språkval
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
_OUTSIDE = ("header", "footer", "footnotes", "endnotes")

Relations = dict[str, list[str]]
"""Parts by the kind of their relation to another part: `{"styles": ["word/styles.xml"]}`."""


def read(package: Package) -> Innhald:
    """The contents of an open docx.

    Raises:
        Avvist: A part is missing or defect, or the file is of another kind.
    """
    outermost = _relations(package, "")
    [main, *_] = outermost.get("officeDocument", ["word/document.xml"])
    document = package.xml(main)
    _refuse_other_kinds(document)
    related = _relations(package, main)
    styles = DocxStyles(*_optional(package, related, "styles"))
    gathered = Gathering()
    for part in (part for kind in _OUTSIDE for part in related.get(kind, [])):
        outside = package.xml(part)
        blokker = DocxTextReader(part, styles, gathered).read(outside)
        gathered.utanfor += [blokk for blokk in blokker if isinstance(blokk, Avsnitt)]
        gathered.ulesne += unread(outside)
    gathered.ulesne += unread(document)
    unknown = sorted(related.keys() - _READ_OR_SILENT)
    gathered.ulesne += (_CALLED.get(kind, f"ein del av slaget {kind}") for kind in unknown)
    return gathered.innhald(
        "docx",
        DocxTextReader(main, styles, gathered).read(document),
        (*styles.språkval(), *_theme_language(*_optional(package, related, "settings"))),
        _properties(
            *_optional(package, outermost, "core-properties"),
            _origin(*_optional(package, outermost, "custom-properties")),
        ),
    )


def _relations(package: Package, part: str) -> Relations:
    folder, name = posixpath.split(part)
    relations: Relations = {}
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels in package:
        for relation in DOCX.all(package.xml(rels), "rel:Relationship"):
            if relation.get("TargetMode") != "External":
                kind = posixpath.basename(relation.get("Type", ""))
                target = posixpath.join("/", folder, relation.get("Target", ""))
                relations.setdefault(kind, []).append(posixpath.normpath(target).lstrip("/"))
    return relations


def _refuse_other_kinds(document: _Element) -> None:
    if document.tag == _STRICT:
        raise not_a_document("Fila er lagra som «Strict Open XML», som få program les rett.")
    if document.tag != DOCX("w:document"):
        raise not_a_document("Fila er eit anna slag Office-fil enn eit Word-dokument.")


def _optional(package: Package, related: Relations, kind: str) -> tuple[str, _Element | None]:
    """The name of a related part and what is in it, if there is one."""
    for part in related.get(kind, []):
        return part, package.xml(part)
    return kind, None


def _theme_language(part: str, settings: _Element | None) -> Iterator[Språkval]:
    if settings is not None:
        language = DOCX.find(settings, "w:themeFontLang")
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
