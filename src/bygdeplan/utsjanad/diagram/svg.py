"""Vega's drawing made fit to stand anywhere: outlines for lettering, own ids, nothing unused."""

import re
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

from bygdeplan.utsjanad.diagram import skrift

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_LONG_FRACTION = re.compile(r"-?\d+\.\d{3,}(?:e-\d+)?")
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
# What Vega says to scripts and screen readers; the picture as a whole carries the words.
_SAID_ELSEWHERE = ("aria-", "class", "opacity", "pointer-events", "role", "stroke-miterlimit")


@dataclass(frozen=True)
class Svg:
    """A drawing with its size in pixels of a screen, 96 an inch."""

    text: str
    width: float
    height: float


def finish(drawing: str) -> Svg:
    """Vega's drawing with outlines for text, and ids that no other drawing in a page has."""
    root = etree.fromstring(drawing)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    _clean(root)
    # Two drawings of one page share a definition only if they are one and the same.
    outlines = _Outlines(prefix=f"g{sha256(drawing.encode()).hexdigest()[:6]}")
    for text in list(root.iter(f"{_NAMESPACE}text")):
        _replace(text, [_lettering(text, outlines)])
    page = etree.Element(f"{_NAMESPACE}svg", nsmap={None: _NAMESPACE.strip("{}")})
    page.attrib["viewBox"] = f"0 0 {width:g} {height:g}"
    page.attrib["width"], page.attrib["height"] = f"{width:g}", f"{height:g}"
    page.extend([outlines.definitions(), *root])
    return Svg(etree.tostring(page, encoding="unicode"), width, height)


class _Outlines:
    """The letter forms a drawing uses, each defined once."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._paths: dict[str, str] = {}

    def use(self, glyph: skrift.Glyph, weight: skrift.Vekt) -> etree._Element | None:
        """A glyph in its place, in units of the face; None for one without ink."""
        path = skrift.outline(glyph.id, weight)
        if not path:
            return None
        name = f"{self._prefix}{weight[0]}{glyph.id}"
        self._paths[name] = path
        use = etree.Element(f"{_NAMESPACE}use", href=f"#{name}")
        use.attrib.update({axis: str(at) for axis, at in (("x", glyph.x), ("y", glyph.y)) if at})
        return use

    def definitions(self) -> etree._Element:
        """The outlines, to stand before what uses them."""
        defs = etree.Element(f"{_NAMESPACE}defs")
        for name, path in sorted(self._paths.items()):
            etree.SubElement(defs, f"{_NAMESPACE}path", id=name, d=path)
        return defs


def _lettering(text: etree._Element, outlines: _Outlines) -> etree._Element:
    """A text of one or more lines as outlines, where Vega placed it."""
    size = float(text.attrib["font-size"].removesuffix("px"))
    weight: skrift.Vekt = "bold" if text.get("font-weight") == "bold" else "normal"
    place = text.attrib["transform"]
    scale = size / skrift.UNITS_PER_EM
    group = etree.Element(f"{_NAMESPACE}g", fill=text.attrib["fill"])
    group.attrib["transform"] = f"{place} scale({scale:g},{-scale:g})"
    down = 0.0
    for line in list(text) or [text]:
        down += float(line.get("dy", 0))
        shaped = skrift.shape(line.text or "", weight)
        left = round(-shaped.width * _ANCHORS[text.attrib["text-anchor"]])
        placed = (outlines.use(g, weight) for g in shaped.moved(left, round(-down / scale)))
        group.extend(use for use in placed if use is not None)
    return group


def _clean(root: etree._Element) -> None:
    for element in reversed(list(root.iter())):
        if element.get("class") in ("background", "foreground"):
            _replace(element, [])
            continue
        for name, value in element.attrib.items():
            if name.startswith(_SAID_ELSEWHERE) or (name, value) == ("transform", "translate(0,0)"):
                del element.attrib[name]
            else:
                element.attrib[name] = _LONG_FRACTION.sub(_shortened, value)
        if element.tag == f"{_NAMESPACE}g" and not (element.attrib and len(element)):
            _replace(element, list(element))


def _replace(element: etree._Element, by: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = by


def _shortened(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 2):g}"
