"""What stands in a finished picture: its words, read from their outlines, and its shapes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import ascii_letters, digits

from lxml import etree

from bygdeplan.side.malar import Malar
from bygdeplan.utsjanad.diagram import Diagram, Diagrambilete, draw
from bygdeplan.utsjanad.diagram.bilete import tidy
from bygdeplan.utsjanad.typst import Typstkjelde, to_svg

SVG = "{http://www.w3.org/2000/svg}"
MALAR = Malar()
FARGE, DIAGRAM = MALAR.husstil.farge, MALAR.husstil.diagram
BREIDDE = 453
"""As wide as the text on an A4 page, in points: 160 mm."""
_STORLEIK = 9
_LIGATURES = ("fi", "fl", "ff", "ft", "fft", "tt", "ffi")
_SIGNS = [*ascii_letters, *digits, *"æøåÆØÅé«»():,.…-–+*#<>$'□", *_LIGATURES]
_MOVED = re.compile(r"(?:translate\(|matrix\(1 0 0 -1 )(\S+) (\S+)\)")
_STEP = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True)
class Rect:
    """A rectangle, in points from the top left of the picture."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True)
class Word:
    """A line of text without its spaces, and where there is ink of it."""

    text: str
    left: float
    right: float
    base: float
    bold: bool
    fill: str


@dataclass(frozen=True)
class Drawing:
    """A picture with its size in points."""

    root: etree._Element

    @property
    def size(self) -> tuple[float, float]:
        _, _, width, height = map(float, self.root.attrib["viewBox"].split())
        return width, height

    @property
    def words(self) -> list[Word]:
        return list(_words(self.root))

    @property
    def texts(self) -> list[str]:
        return [word.text for word in self.words]

    def rects(self, fill: str) -> list[Rect]:
        """The rectangles of a colour, in the order they were drawn; patches of the key left out."""
        return [rect for rect in self.shapes if rect.fill == fill and not _is_patch(rect)]

    @property
    def patches(self) -> list[Rect]:
        """The patches of colour before the names of the key."""
        return [rect for rect in self.shapes if _is_patch(rect)]

    @property
    def shapes(self) -> list[Rect]:
        """What encloses each shape that is no letter."""
        paths = (path for path in self.root.iter(f"{SVG}path") if "id" not in path.attrib)
        return [
            Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys), path.get("fill", ""))
            for path in paths
            for xs, ys in [_placed(path)]
        ]


def drawn(diagram: Diagram) -> Drawing:
    """A chart in the house style that comes with the program."""
    return read(picture(diagram).svg)


def picture(diagram: Diagram) -> Diagrambilete:
    """A chart in the house style that comes with the program."""
    return draw(diagram, MALAR.husstil, MALAR.read)


def read(svg: str) -> Drawing:
    """What stands in a finished picture."""
    return Drawing(etree.fromstring(svg))


def unspaced(text: str) -> str:
    """A text as `Word` has it."""
    return "".join(text.split())


def _is_patch(rect: Rect) -> bool:
    return abs(rect.width - 8.25) < 0.01 and abs(rect.height - 8.25) < 0.01


def _words(root: etree._Element) -> Iterator[Word]:
    outlines = {path.get("id"): path.attrib["d"] for path in root.iter(f"{SVG}path")}
    lines = [group for group in root.iter(f"{SVG}g") if group[0].tag == f"{SVG}use"]
    for line in lines:
        x, y = _place(line)
        letters = [(float(u.get("x", 0)), outlines[u.attrib["href"][1:]]) for u in line]
        read_ = [_alphabet().get(outline, ("□", False)) for _, outline in letters]
        ink = [(at + min(xs), at + max(xs)) for at, d in letters for xs, _ in [_points(d)]]
        yield Word(
            "".join(sign for sign, _ in read_),
            x + min(left for left, _ in ink),
            x + max(right for _, right in ink),
            y,
            bold=all(bold for _, bold in read_),
            fill=line.attrib["fill"],
        )


@cache
def _alphabet() -> dict[str, tuple[str, bool]]:
    """The sign that an outline shows, and whether it is semibold."""
    known = {}
    for weight in ("semibold", "regular"):
        start = (
            '#set page(width: 99pt, height: auto)\n#set text(font: "Source Sans Pro", '
            f'size: {_STORLEIK}pt, weight: "{weight}")\n'
        )
        signs = [f'#block("{sign}")' for sign in _SIGNS]
        root = read(tidy(to_svg([Typstkjelde(start), *map(Typstkjelde, signs)], {}))[0]).root
        outlines = {path.get("id"): path.attrib["d"] for path in root.iter(f"{SVG}path")}
        lines = [group for group in root.iter(f"{SVG}g") if group[0].tag == f"{SVG}use"]
        for sign, line in zip(_SIGNS, lines, strict=True):
            if len(line) == 1:
                known[outlines[line[0].attrib["href"][1:]]] = (sign, weight == "semibold")
    return known


def _placed(path: etree._Element) -> tuple[list[float], list[float]]:
    x, y = _place(path)
    xs, ys = _points(path.attrib["d"])
    return [x + at for at in xs], [y + at for at in ys]


def _place(element: etree._Element) -> tuple[float, float]:
    """Where an element stands; only letters are turned, about their own line."""
    x = y = 0.0
    for holder in [element, *element.iterancestors()]:
        for right, down in _MOVED.findall(holder.get("transform", "")):
            x, y = x + float(right), y + float(down)
    return x, y


def _points(d: str) -> tuple[list[float], list[float]]:
    """The points of a path, those that bend it included."""
    x = y = 0.0
    start = (x, y)
    xs, ys = [], []
    for command, said in _STEP.findall(d):
        numbers = [float(number) for number in _NUMBER.findall(said)]
        if command in "Zz":
            x, y = start
            continue
        if command in "hv":
            numbers = [numbers[0], 0] if command == "h" else [0, numbers[0]]
        if command == "M":
            x = y = 0.0
        steps = list(zip(numbers[::2], numbers[1::2], strict=True))
        xs += [x + right for right, _ in steps]
        ys += [y + down for _, down in steps]
        x, y = xs[-1], ys[-1]
        if command in "Mm":
            start = x, y
    return xs, ys
