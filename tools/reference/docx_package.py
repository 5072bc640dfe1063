"""What joins the parts of reference.docx: their kinds, and which leads to which (ECMA-376-2)."""

from collections.abc import Mapping

from lxml.etree import Element, SubElement

from bygdeplan.convert.package import serialize

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPENXML = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "application/vnd.openxmlformats-package"


def content_types(parts: Mapping[str, str]) -> bytes:
    """The kinds of the parts in `word/`, and of the text itself."""
    types = Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    defaults = {"rels": f"{_PACKAGE}.relationships+xml", "xml": "application/xml"}
    for extension, kind in defaults.items():
        SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    kinds = {f"/word/{part}": _word_kind(kind) for part, kind in parts.items()}
    kinds["/word/document.xml"] = _word_kind("document.main")
    kinds["/docProps/app.xml"] = f"{_OPENXML}.extended-properties+xml"
    for part, kind in kinds.items():
        SubElement(types, f"{{{_TYPES}}}Override", PartName=part, ContentType=kind)
    return serialize(types)


def relationships(parts: Mapping[str, str]) -> bytes:
    """What leads from a part to others: their places and kinds, numbered from rId1."""
    relations = Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    for number, (part, kind) in enumerate(parts.items(), 1):
        SubElement(
            relations,
            f"{{{_RELATIONSHIPS}}}Relationship",
            Id=f"rId{number}",
            Type=f"{_OFFICE}/{kind}",
            Target=part,
        )
    return serialize(relations)


def _word_kind(kind: str) -> str:
    return f"{_OPENXML}.{'' if kind == 'theme' else 'wordprocessingml.'}{kind}+xml"
