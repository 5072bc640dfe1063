"""docx and odt are zip files of XML parts; here parts are read, changed and packed anew."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml.etree import SubElement, _Element, fromstring, tostring

Edit = Callable[[_Element], None]

_EPOCH = (1980, 1, 1, 0, 0, 0)


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in their order."""
    with ZipFile(BytesIO(package)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of parts: the same bytes each time, for no time of packing is in it."""
    package = BytesIO()
    with ZipFile(package, "w") as packed:
        for name, content in parts.items():
            packed.writestr(_entry(name), content)
    return package.getvalue()


def rewrite(package: bytes, edits: Mapping[str, Edit]) -> bytes:
    """The package with some of its parts edited, in the same order."""
    return pack(edited(unpack(package), edits))


def edited(parts: Mapping[str, bytes], edits: Mapping[str, Edit]) -> dict[str, bytes]:
    """The parts of a package with some of them edited."""
    return {
        name: _edited(part, edits[name]) if name in edits else part for name, part in parts.items()
    }


def _edited(content: bytes, edit: Edit) -> bytes:
    part = fromstring(content)
    edit(part)
    return serialize(part)


def serialize(part: _Element) -> bytes:
    """The bytes of a part that is XML."""
    return tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    # An odt file is known by its first entry, which must lie uncompressed.
    entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
    # The same on every system, which ZipInfo by itself is not.
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def say(properties: _Element, said: Mapping[str, str], prefixes: Mapping[str, str]) -> None:
    """Set what a package says of itself: text by prefixed name, anew where the part has no such."""
    for name, text in said.items():
        prefix, local = name.split(":")
        element = properties.find(f"{{{prefixes[prefix]}}}{local}")
        if element is None:
            element = SubElement(properties, f"{{{prefixes[prefix]}}}{local}")
        element.text = text
