"""XML by prefixed names, walked without what is not to be read."""

from collections.abc import Collection, Iterator, Mapping

from lxml.etree import Element, _Element


class Names:
    """Prefixed names, `w:p`, as lxml has them."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(prefixes)

    def __call__(self, prefixed: str) -> str:
        prefix, local = prefixed.split(":")
        return f"{{{self.prefixes[prefix]}}}{local}"

    def set(self, *prefixed: str) -> frozenset[str]:
        """Several names."""
        return frozenset(map(self, prefixed))

    def new(self, prefixed: str) -> _Element:
        """An empty element."""
        return Element(self(prefixed))

    def find(self, element: _Element, path: str) -> _Element | None:
        """The first element at a path of prefixed names."""
        return element.find(path, self.prefixes)

    def all(self, element: _Element, path: str) -> list[_Element]:
        """All elements at a path of prefixed names."""
        return element.findall(path, self.prefixes)

    def get(self, element: _Element | None, attribute: str) -> str | None:
        """An attribute, None when it or the element is not there."""
        return None if element is None else element.get(self(attribute))

    def text(self, element: _Element, path: str) -> str:
        """The text at a path, empty when there is none."""
        return (element.findtext(path, "", self.prefixes) or "").strip()


def walk(
    element: _Element, skipped: Collection[str], closed: Collection[str] = ()
) -> Iterator[_Element]:
    """All elements below one, in order.

    Those of some names are skipped with all that is in them; of the closed ones only the inside is.
    """
    for child in element:
        if child.tag not in skipped and isinstance(child.tag, str):
            yield child
            if child.tag not in closed:
                yield from walk(child, skipped, closed)


def children(
    element: _Element, names: Collection[str], wrappers: Collection[str]
) -> Iterator[_Element]:
    """The children of some names, those inside wrappers too."""
    for child in element:
        if child.tag in names:
            yield child
        elif child.tag in wrappers:
            yield from children(child, names, wrappers)


_OFFICE = "http://schemas.openxmlformats.org"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"

DOCX = Names(
    {
        "a": f"{_OFFICE}/drawingml/2006/main",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "custom": f"{_OFFICE}/officeDocument/2006/custom-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "m": f"{_OFFICE}/officeDocument/2006/math",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "o": "urn:schemas-microsoft-com:office:office",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "rel": f"{_OFFICE}/package/2006/relationships",
        "v": "urn:schemas-microsoft-com:vml",
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }
)
"""The names of ECMA-376 and of what Word has added to it since."""

ODT = Names(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "draw": f"{_OASIS}:drawing:1.0",
        "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "meta": f"{_OASIS}:meta:1.0",
        "office": f"{_OASIS}:office:1.0",
        "style": f"{_OASIS}:style:1.0",
        "svg": f"{_OASIS}:svg-compatible:1.0",
        "table": f"{_OASIS}:table:1.0",
        "text": f"{_OASIS}:text:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }
)
"""The names of OpenDocument 1.3 and of what LibreOffice has added to it."""
