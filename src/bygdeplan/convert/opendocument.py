"""Elements of OpenDocument's XML by their prefixed names: `text:p`."""

from collections.abc import Mapping

from lxml.etree import Element, _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = {
    "config": f"{_OASIS}:config:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "office": f"{_OASIS}:office:1.0",
    "ooo": "http://openoffice.org/2004/office",
    "style": f"{_OASIS}:style:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "table": f"{_OASIS}:table:1.0",
    "text": f"{_OASIS}:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def name(prefixed: str) -> str:
    """The name of an element or attribute as lxml has it."""
    prefix, local = prefixed.split(":")
    return f"{{{PREFIXES[prefix]}}}{local}"


def new(
    prefixed: str, attributes: Mapping[str, str] | None = None, *children: _Element
) -> _Element:
    """An element with its attributes and children."""
    element = Element(name(prefixed), nsmap=PREFIXES)
    put(element, attributes or {})
    element.extend(children)
    return element


def find_all(element: _Element, path: str) -> list[_Element]:
    """All elements at a path of prefixed names."""
    return element.findall(path, PREFIXES)


def find(element: _Element, path: str) -> _Element:
    """The one element at a path of prefixed names."""
    [found] = find_all(element, path)
    return found


def get(element: _Element, attribute: str) -> str:
    """An attribute, or empty text."""
    return element.get(name(attribute), "")


def put(element: _Element, attributes: Mapping[str, str]) -> None:
    """Set attributes."""
    for attribute, value in attributes.items():
        element.set(name(attribute), value)
