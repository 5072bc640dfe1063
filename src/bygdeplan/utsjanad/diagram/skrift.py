"""The lettering of the charts: the package's own face, shaped and turned into outlines.

Nothing here asks the machine for a font, so a face of the same name on it changes nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import uharfbuzz
from font_source_sans_pro import font_files_otf

Vekt = Literal["normal", "bold"]
"""How Vega names the two weights; ours are regular and semibold."""

UNITS_PER_EM = 1000
_FACES: dict[Vekt, str] = {"normal": "SourceSansPro", "bold": "SourceSansProSemibold"}
_ELLIPSIS = "…"
_STEP = 4
"""How finely the lengths of lines are evened out, in pixels."""

_Point = tuple[float, float]


@dataclass(frozen=True)
class Glyph:
    """A letter form, and where in its line it stands, in units of the face."""

    id: int
    x: int
    y: int


@dataclass(frozen=True)
class Line:
    """A line of text as glyphs, and its width, in units of the face."""

    glyphs: tuple[Glyph, ...]
    width: int

    def moved(self, right: int, up: int) -> Iterator[Glyph]:
        """The glyphs, so far from where they were."""
        return (Glyph(glyph.id, glyph.x + right, glyph.y + up) for glyph in self.glyphs)


@lru_cache(maxsize=4096)
def shape(text: str, weight: Vekt = "normal") -> Line:
    """The glyphs of a line of text; what the face cannot write is an empty box."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(weight), buffer)
    glyphs, x = [], 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
        glyphs.append(Glyph(info.codepoint, x + position.x_offset, position.y_offset))
        x += position.x_advance
    return Line(tuple(glyphs), x)


def outline(glyph_id: int, weight: Vekt) -> str:
    """The outline of a glyph as SVG path data, y upwards; empty for a space."""
    pen = _PathPen()
    _font(weight).draw_glyph_with_pen(glyph_id, pen)
    return "".join(pen.commands)


def width(text: str, size: float, weight: Vekt = "normal") -> float:
    """How wide a line of text is, in pixels at a size in pixels."""
    return shape(text, weight).width * size / UNITS_PER_EM


def wrap(text: str, room: float, size: float, *, lines: int, weight: Vekt = "normal") -> list[str]:
    """The text in as few lines as the room takes, about as long as each other.

    It is broken at spaces, and a word that is too long by itself with a hyphen. What does not go
    into so many lines is cut, with … at the end.
    """
    ruler = _Ruler(size, weight)
    filled = ruler.fill(text, room)
    if len(filled) > lines:
        return [*filled[: lines - 1], ruler.cut(" ".join(filled[lines - 1 :]), room)]
    longest_word = max(map(ruler.width, _words(text)))
    while room - _STEP > longest_word and len(ruler.fill(text, room - _STEP)) == len(filled):
        room -= _STEP
    return ruler.fill(text, room)


@dataclass(frozen=True)
class _Ruler:
    """Measures text of one size and weight, and breaks it where room ends."""

    size: float
    weight: Vekt

    def width(self, text: str) -> float:
        return width(text, self.size, self.weight)

    def fill(self, text: str, room: float) -> list[str]:
        """Lines with as many words as go into each."""
        lines: list[str] = []
        for word in _words(text):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= room:
                lines[-1] = longer
            else:
                lines += self._pieces(word, room)
        return lines

    def cut(self, text: str, room: float) -> str:
        """As much of the text as goes into the room together with …."""
        return self._start(text, room, _ELLIPSIS).rstrip() + _ELLIPSIS

    def _pieces(self, word: str, room: float) -> Iterator[str]:
        while self.width(word) > room:
            piece = self._start(word, room, "-")
            yield f"{piece}-"
            word = word[len(piece) :]
        yield word

    def _start(self, text: str, room: float, mark: str) -> str:
        """The start of the text that goes into the room with a mark after it: one sign at least."""
        fitting = (end for end in range(len(text), 1, -1) if self.width(text[:end] + mark) <= room)
        return text[: next(fitting, 1)]


def _words(text: str) -> list[str]:
    """The words, with what no-break spaces hold together as one."""
    return re.split(r"[ \t\r\n]+", text.strip(" \t\r\n"))


@cache
def _font(weight: Vekt) -> uharfbuzz.Font:
    data = Path(font_files_otf[_FACES[weight]]).read_bytes()
    return uharfbuzz.Font(uharfbuzz.Face(data))


class _PathPen:
    """Writes down what uharfbuzz draws as SVG path data, each point by its distance to the last."""

    def __init__(self) -> None:
        self.commands: list[str] = []
        self._last = self._first = (0.0, 0.0)

    # The names are those that uharfbuzz calls.
    def moveTo(self, point: _Point) -> None:  # noqa: N802
        self._write("m", point)
        self._first = point

    def lineTo(self, point: _Point) -> None:  # noqa: N802
        self._write("l", point)

    def qCurveTo(self, *points: _Point) -> None:  # noqa: N802
        self._write("q", *points)

    def curveTo(self, *points: _Point) -> None:  # noqa: N802
        self._write("c", *points)

    def closePath(self) -> None:  # noqa: N802
        self.commands.append("z")
        self._last = self._first

    def _write(self, command: str, *points: _Point) -> None:
        x, y = self._last
        steps = " ".join(f"{px - x:g} {py - y:g}" for px, py in points)
        self.commands.append(command + steps.replace(" -", "-"))
        self._last = points[-1]
