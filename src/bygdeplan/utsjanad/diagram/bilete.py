"""From the value of a chart to its picture."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from bygdeplan.utsjanad.diagram.oppsett import oppsett
from bygdeplan.utsjanad.diagram.verdiar import Diagram
from bygdeplan.utsjanad.husstil import Husstil

_BEFORE = """\
#let diagram = json(bytes(sys.inputs.diagram))
#let stil = json(bytes(sys.inputs.stil))"""
_SHARED = "felles"
_MM_PER_POINT = 25.4 / 72
_PIXELS_PER_POINT = 96 / 72

# How Typst writes: what is used again is named by 128 bits in hexadecimal, without zeros before
# them; each letter names its outline and its colour.
_ID = re.compile(r"\b[a-z][0-9A-F]{16,32}\b")
_START = re.compile(r'<svg viewBox="0 0 (?P<width>\S+) (?P<height>[^"]+)"[^>]*>')
_OUTLINE = re.compile(r'<symbol (?P<id>id="\S+") overflow="visible"><path (?P<d>[^>]*)></symbol>')
_LINE = re.compile(r"<g(?P<place>[^>]*)>(?P<letters>(?:<use [^>]*>)+)</g>")
_SPACES = re.compile("<g[^>]*/>|<g[^>]*></g>")
_FILL = re.compile(' fill="[^"]*"')
_SAID_TWICE = re.compile(r'(?<= )(?P<href>href="[^"]*") xlink:(?P=href)|xlink:(?=href)')
_UNSAID = re.compile(
    ' (?:fill-rule="nonzero"|stroke-linecap="butt"|stroke-linejoin="miter"'
    '|stroke-miterlimit="4"|[xy]="0")'
)
_PATH = re.compile('(?<= d=")[^"]*')
_SPACE = re.compile("(?<=[A-Za-z]) | (?=[A-Za-z-])")
_FRACTION = re.compile(r"\d+(?:\.\d+)?e-\d+|\d+\.\d+")


@dataclass(frozen=True)
class Diagrambilete:
    """One picture, as wide as the text on an A4 page.

    All lettering is outlines, so no font of the reader's machine changes it, and every id in `svg`
    is its own, so that several can stand in one page.
    """

    svg: str
    width_mm: float
    height_mm: float
    alt: str
    tittel: str


def draw(diagram: Diagram, stil: Husstil, mal: Callable[[str], str]) -> Diagrambilete:
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
    return Diagrambilete(
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
    from bygdeplan.utsjanad.typst import Typstkjelde, to_svg

    kjelder = [Typstkjelde(_BEFORE), *(Typstkjelde(tekst, mal=name) for name, tekst in malar)]
    return tidy(to_svg(kjelder, {"diagram": given, "stil": stil}))


def tidy(drawing: str) -> tuple[str, float, float]:
    """Typst's drawing made fit to stand anywhere, with its size in points.

    Ids are such as no other drawing in a page has, sizes are in pixels of a screen as in HTML, and
    what says nothing is left out.
    """
    named = _with_own_ids(drawing)
    start = _START.match(named)
    if start is None:
        raise ValueError(f"no drawing of Typst's: {drawing[:80]}")
    width, height = float(start["width"]), float(start["height"])
    said = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {width:g} {height:g}",
        "width": f"{width * _PIXELS_PER_POINT:.6g}",
        "height": f"{height * _PIXELS_PER_POINT:.6g}",
    }
    attributes = " ".join(f'{name}="{value}"' for name, value in said.items())
    content = _UNSAID.sub("", named[start.end() :])
    for wordy, plain in (
        (_SAID_TWICE, lambda found: found["href"] or ""),
        (_OUTLINE, r"<path \g<id> \g<d>>"),
        (_SPACES, ""),
        (_LINE, _colour_once),
        (_PATH, lambda path: _short_path(path[0])),
    ):
        content = wordy.sub(plain, content)
    return f"<svg {attributes}>{content}", width, height


def _with_own_ids(drawing: str) -> str:
    """Two drawings of one page share a definition only if they are one and the same."""
    prefix = f"g{sha256(drawing.encode()).hexdigest()[:6]}"
    found = dict.fromkeys(_ID.findall(drawing))
    short = {id_: f"{prefix}-{nr}" for nr, id_ in enumerate(found)}
    return _ID.sub(lambda id_: short[id_[0]], drawing)


def _colour_once(line: re.Match[str]) -> str:
    """The letters of a line, which have the same colour."""
    colour = _FILL.search(line["letters"])
    letters = _FILL.sub("", line["letters"])
    return f"<g{line['place']}{colour[0] if colour else ''}>{letters}</g>"


@lru_cache(maxsize=1024)
def _short_path(path: str) -> str:
    """The path without the spaces that it does without, to a thousandth of a point."""
    short = _SPACE.sub("", path).strip().replace("M0 0m", "M")
    return _FRACTION.sub(_short_number, short)


def _short_number(number: re.Match[str]) -> str:
    """«0.9135» as «.914»."""
    return f"{float(number[0]):.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0"
