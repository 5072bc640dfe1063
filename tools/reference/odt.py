"""reference.odt: which element may stand where is laid down in OpenDocument 1.3, part 3."""

from lxml.etree import _Element

from bygdeplan.convert.opendocument import new
from bygdeplan.convert.package import pack, serialize
from bygdeplan.utsjanad.husstil import Husstil
from tools.reference.odt_page import automatic_styles, master_pages
from tools.reference.odt_styles import style_name, styles
from tools.reference.styles import paragraph_styles

_TYPE = "application/vnd.oasis.opendocument.text"
_VERSION = {"office:version": "1.3"}


def build(stil: Husstil) -> bytes:
    """The file; its text names every style in that style."""
    return pack(
        {
            "mimetype": _TYPE.encode(),
            "content.xml": serialize(_content(stil)),
            "styles.xml": serialize(_styles(stil)),
            "settings.xml": serialize(_settings()),
            "meta.xml": serialize(new("office:document-meta", _VERSION, new("office:meta"))),
            "META-INF/manifest.xml": serialize(_manifest()),
        }
    )


def _styles(stil: Husstil) -> _Element:
    face = {"style:name": stil.skrift.kontor, "svg:font-family": stil.skrift.kontor}
    kind = {"style:font-family-generic": "swiss", "style:font-pitch": "variable"}
    return new(
        "office:document-styles",
        _VERSION,
        new("office:font-face-decls", None, new("style:font-face", face | kind)),
        new("office:styles", None, *styles(stil)),
        new("office:automatic-styles", None, *automatic_styles(stil)),
        new("office:master-styles", None, *master_pages()),
    )


def _content(stil: Husstil) -> _Element:
    samples = [_sample(style.odt_name) for style in paragraph_styles(stil)]
    text = new("office:text", None, *samples)
    return new("office:document-content", _VERSION, new("office:body", None, text))


# As in Word: the space between lines that a face asks for is part of their height, of two spaces
# between paragraphs the larger one stands, and a row can be kept with the next.
_SETTINGS = {
    "AddExternalLeading": "true",
    "AddParaTableSpacing": "false",
    "AddParaTableSpacingAtStart": "true",
    "TableRowKeep": "true",
}


def _settings() -> _Element:
    items = []
    for key, value in _SETTINGS.items():
        item = new("config:config-item", {"config:name": key, "config:type": "boolean"})
        item.text = value
        items.append(item)
    name = {"config:name": "ooo:configuration-settings"}
    settings = new("office:settings", None, new("config:config-item-set", name, *items))
    return new("office:document-settings", _VERSION, settings)


def _sample(style: str) -> _Element:
    paragraph = new("text:p", {"text:style-name": style_name(style)})
    paragraph.text = style
    return paragraph


def _manifest() -> _Element:
    kinds = {
        "/": _TYPE,
        **dict.fromkeys(("content.xml", "styles.xml", "settings.xml", "meta.xml"), "text/xml"),
    }
    entries = [
        new("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
        for path, kind in kinds.items()
    ]
    return new("manifest:manifest", {"manifest:version": "1.3"}, *entries)
