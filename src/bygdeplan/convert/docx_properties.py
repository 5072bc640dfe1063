"""What a docx file says of itself: to Word's users and archives, and of where it comes from."""

from lxml.etree import SubElement, _Element

from bygdeplan.convert.document import Properties
from bygdeplan.convert.package import say
from bygdeplan.convert.wordprocessingml import name
from bygdeplan.ord.frase import frase

_PREFIXES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
_NORSK = ("nn-NO", "nb-NO")
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# Custom properties are told apart from Word's own sets by this, and numbered from 2.
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def tell_properties(core: _Element, properties: Properties) -> None:
    """Set title, author, dates, language and state in docProps/core.xml."""
    timestamp = f"{properties.timestamp:%Y-%m-%dT%H:%M:%SZ}"
    said = {
        "dc:title": properties.title,
        "dc:creator": properties.author,
        "cp:lastModifiedBy": properties.author,
        "dc:language": properties.language,
        "dcterms:created": timestamp,
        "dcterms:modified": timestamp,
        "cp:contentStatus": properties.said.get("tilstand", ""),
    }
    say(core, {key: text for key, text in said.items() if text}, _PREFIXES)


def tell_language(part: _Element, properties: Properties) -> None:
    """Set the form of Norwegian in the styles and settings of a reference file to the page's."""
    for setting in part.iter(name("lang"), name("themeFontLang")):
        for key in (name("val"), name("eastAsia")):
            if setting.get(key) in _NORSK:
                setting.set(key, properties.language)


def tell_provenance(custom: _Element, properties: Properties) -> None:
    """Set where the file comes from in docProps/custom.xml."""
    for number, (key, text) in enumerate(properties.provenance.items(), 2):
        attributes = {"fmtid": _CUSTOM_SET, "pid": str(number), "name": key}
        value = SubElement(custom, f"{{{_CUSTOM}}}property", attributes)
        SubElement(value, f"{{{_VALUES}}}lpwstr").text = text


_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"


def name_pictures(body: _Element, texts: tuple[str, ...]) -> None:
    """Give each picture a number for its name, and its alternative text.

    pandoc writes the whole of a picture as the name of its file.
    """
    for element in (_DRAWING, _PICTURE):
        for number, (picture, text) in enumerate(zip(body.iter(element), texts, strict=True), 1):
            picture.set("name", frase("bilete.namn", nr=number))
            picture.set("descr", text)
            picture.attrib.pop("title", None)
    for frame in body.iter(_INLINE):
        # Where nothing is said, LibreOffice leaves an eighth of an inch.
        for side in ("distT", "distB", "distL", "distR"):
            frame.set(side, "0")
