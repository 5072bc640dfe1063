"""What Vega drew: the words with their places, and the shapes with their colours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from bygdeplan.utsjanad.diagram import Diagram, skrift, vega
from bygdeplan.utsjanad.diagram.bilete import specify

SVG = "{http://www.w3.org/2000/svg}"
_TRANSLATE = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_RECT = re.compile(r"M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)")
_ANCHORS = {"start": 0, "middle": 0.5, "end": 1}


@dataclass(frozen=True)
class Word:
    """A line of text where it stands, in pixels from the top left."""

    text: str
    left: float
    right: float
    base: float
    bold: bool
    fill: str


@dataclass(frozen=True)
class Rect:
    """A rectangle, placed within its own group."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Drawing:
    """A drawing with its size in pixels."""

    root: etree._Element

    @property
    def size(self) -> tuple[float, float]:
        return float(self.root.attrib["width"]), float(self.root.attrib["height"])

    @property
    def words(self) -> list[Word]:
        return [word for text in self.root.iter(f"{SVG}text") for word in _words(text)]

    @property
    def texts(self) -> list[str]:
        return [word.text for word in self.words]

    def rects(self, fill: str) -> list[Rect]:
        """The rectangles of a colour, in the order they were drawn; patches of the key left out."""
        marks = [g for g in self.root.iter(f"{SVG}g") if "mark-rect" in g.get("class", "")]
        return [
            Rect(*map(float, match.groups()))
            for path in (path for mark in marks for path in mark)
            if path.get("fill") == fill and (match := _RECT.match(path.get("d", "")))
        ]


def draw_in_vega(diagram: Diagram) -> Drawing:
    """The drawing before its lettering is made outlines."""
    return Drawing(etree.fromstring(vega.to_svg(specify(diagram))))


def _words(text: etree._Element) -> Iterator[Word]:
    x, y = _place(text)
    bold = text.get("font-weight") == "bold"
    size = float(text.attrib["font-size"].removesuffix("px"))
    for line in list(text) or [text]:
        y += float(line.get("dy", 0))
        words = line.text or ""
        width = skrift.width(words, size, "bold" if bold else "normal")
        left = x - width * _ANCHORS[text.attrib["text-anchor"]]
        yield Word(words, left, left + width, y, bold, text.attrib["fill"])


def _place(element: etree._Element) -> tuple[float, float]:
    x = y = 0.0
    for holder in [element, *element.iterancestors()]:
        for right, down in _TRANSLATE.findall(holder.get("transform", "")):
            x, y = x + float(right), y + float(down)
    return x, y
