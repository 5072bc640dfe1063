"""From the value of a chart to its picture."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from bygdeplan.utsjanad.diagram.oppsett import oppsett
from bygdeplan.utsjanad.diagram.verdiar import Diagram
from bygdeplan.utsjanad.husstil import Husstil

if TYPE_CHECKING:
    from lxml import etree

_BEFORE = """\
#let diagram = json(bytes(sys.inputs.diagram))
#let stil = json(bytes(sys.inputs.stil))"""
_SHARED = "felles"
_MM_PER_POINT = 25.4 / 72
_PIXELS_PER_POINT = 96 / 72

_NAMESPACE = "{http://www.w3.org/2000/svg}"
# How Typst names what is used again: 128 bits in hexadecimal, without zeros before them.
_ID = re.compile(r"\b[a-z][0-9A-F]{16,32}\b")
_XLINK = "{http://www.w3.org/1999/xlink}href"
# What is so without being said.
_UNSAID = {
    ("fill-rule", "nonzero"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("stroke-miterlimit", "4"),
    ("x", "0"),
    ("y", "0"),
}
_SPACE = re.compile("(?<=[A-Za-z]) | (?=[A-Za-z-])")
_FRACTION = re.compile(r"\d+(?:\.\d+)?e-\d+|\d+\.\d+")


@dataclass(frozen=True)
class Bilete:
    """One picture, as wide as the text on an A4 page.

    All lettering is outlines, so no font of the reader's machine changes it, and every id in `svg`
    is its own, so that several can stand in one page.
    """

    svg: str
    width_mm: float
    height_mm: float
    alt: str
    tittel: str


def draw(diagram: Diagram, stil: Husstil, mal: Callable[[str], str]) -> Bilete:
    """The picture of a chart: the same bytes for the same arguments, whatever the machine has.

    Args:
        diagram: What it shows.
        stil: Its colours and face.
        mal: The text of a template by its name, «diagram/status.typ».

    Raises:
        TypeError: No drawing is known for this kind of value.
        Fault: Something is wrong in a template.
    """
    kind, given = oppsett(diagram)
    names = (f"diagram/{part}.typ" for part in (_SHARED, kind))
    svg, width, height = _drawn(
        tuple((name, mal(name)) for name in names),
        json.dumps(given, ensure_ascii=False),
        json.dumps(stil.values(), ensure_ascii=False),
    )
    return Bilete(
        svg=svg,
        width_mm=round(width * _MM_PER_POINT, 1),
        height_mm=round(height * _MM_PER_POINT, 1),
        alt=diagram.alt,
        tittel=diagram.tittel,
    )


@lru_cache(maxsize=64)
def _drawn(malar: tuple[tuple[str, str], ...], given: str, stil: str) -> tuple[str, float, float]:
    """A drawing with its size in points."""
    # What draws costs time to import, and most commands draw nothing.
    from bygdeplan.utsjanad.typst import Kjelde, to_svg

    kjelder = [Kjelde(_BEFORE), *(Kjelde(tekst, mal=name) for name, tekst in malar)]
    return tidy(to_svg(kjelder, {"diagram": given, "stil": stil}))


def tidy(drawing: str) -> tuple[str, float, float]:
    """Typst's drawing made fit to stand anywhere, with its size in points.

    Ids are such as no other drawing in a page has, sizes are in pixels of a screen as in HTML, and
    what says nothing is left out.
    """
    from lxml import etree

    root = etree.fromstring(_with_own_ids(drawing))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for parent in list(root.iter()):
        _tidy_children(parent)
    for element in root.iter():
        _tidy_attributes(element)
    page = etree.Element(f"{_NAMESPACE}svg", nsmap={None: _NAMESPACE.strip("{}")})
    page.attrib["viewBox"] = root.attrib["viewBox"]
    for side, size in (("width", width), ("height", height)):
        page.attrib[side] = f"{size * _PIXELS_PER_POINT:.6g}"
    page.extend(root)
    etree.cleanup_namespaces(page)
    return etree.tostring(page, encoding="unicode"), width, height


def _with_own_ids(drawing: str) -> str:
    """Two drawings of one page share a definition only if they are one and the same."""
    prefix = f"g{sha256(drawing.encode()).hexdigest()[:6]}"
    found = dict.fromkeys(_ID.findall(drawing))
    short = {id_: f"{prefix}-{nr}" for nr, id_ in enumerate(found)}
    return _ID.sub(lambda id_: short[id_[0]], drawing)


def _tidy_children(parent: "etree._Element") -> None:
    """Outlines without a wrap, the colour of a line of letters said once, spaces left out."""
    for child in list(parent):
        if child.tag == f"{_NAMESPACE}symbol":
            [outline] = child
            outline.attrib["id"] = child.attrib["id"]
            parent.replace(child, outline)
        elif child.tag == f"{_NAMESPACE}g" and not len(child):
            parent.remove(child)
        elif child.tag == f"{_NAMESPACE}use":
            parent.attrib["fill"] = child.attrib.pop("fill")


def _tidy_attributes(element: "etree._Element") -> None:
    for name, value in element.attrib.items():
        if (name, value) in _UNSAID:
            del element.attrib[name]
        elif name == _XLINK:
            element.attrib["href"] = element.attrib.pop(name)
        elif name == "d":
            path = _SPACE.sub("", value).strip().replace("M0 0m", "M")
            element.attrib[name] = _FRACTION.sub(_shortened, path)


def _shortened(number: re.Match[str]) -> str:
    """«0.9135» as «.914»."""
    return f"{float(number[0]):.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0"
