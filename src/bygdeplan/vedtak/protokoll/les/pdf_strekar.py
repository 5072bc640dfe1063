"""Text in a pdf that is struck out: lines and letters are drawn each for themselves there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject

Matrix = Sequence[float]

_THICKEST = 2.0
"""Points; what is thicker is a frame or a background."""
_SHORTEST = 6.0
_LOWEST, _HIGHEST = 0.12, 0.5
"""Where above the foot of the letters a line strikes them out, in sizes of the face.

A line under the letters is drawn below their foot, one around a cell above their top.
"""
_LETTER = 0.3
"""How wide a letter is at the least, in sizes of the face."""


@dataclass
class _Drawn:
    """What is drawn on a page, in points from its lower left corner."""

    lines: list[tuple[float, float, float]] = field(default_factory=list)
    """Level lines: where they begin and end, and how high they lie."""
    texts: list[tuple[str, float, float, float]] = field(default_factory=list)
    """Pieces of text: their left end, the height of their foot, the size of their face."""
    _at: tuple[float, float] = (0.0, 0.0)

    def draw(self, operator: bytes, operands: Sequence[Any], cm: Matrix, _tm: Matrix) -> None:
        """Take up a line, drawn as a stroke or as a flat rectangle."""
        if operator == b"m":
            self._at = _placed(cm, float(operands[0]), float(operands[1]))
        elif operator == b"l":
            self._add(self._at, _placed(cm, float(operands[0]), float(operands[1])))
        elif operator == b"re":
            x, y, width, height = map(float, operands)
            self._add(_placed(cm, x, y), _placed(cm, x + width, y + height))

    def _add(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        begin, end = sorted((one[0], other[0]))
        if end - begin >= _SHORTEST and abs(one[1] - other[1]) <= _THICKEST:
            self.lines.append((begin, end, (one[1] + other[1]) / 2))

    def write(self, text: str, cm: Matrix, tm: Matrix, _font: Any, size: float) -> None:
        """Take up a piece of text."""
        if not text.strip():
            return
        x, y = _placed(cm, tm[4], tm[5])
        self.texts.append((text.strip(), x, y, abs(size * tm[3] * cm[3])))

    def struck(self) -> Iterator[str]:
        """The pieces of text that a line goes through."""
        for text, left, foot, size in self.texts:
            right = left + max(len(text) * _LETTER * size, _SHORTEST)
            if any(
                begin < right and end > left and _LOWEST * size < height - foot < _HIGHEST * size
                for begin, end, height in self.lines
            ):
                yield text


def _placed(cm: Matrix, x: float, y: float) -> tuple[float, float]:
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]


def struck_text(page: PageObject) -> list[str]:
    """The pieces of text on a page that a line goes through."""
    drawn = _Drawn()
    page.extract_text(visitor_operand_before=drawn.draw, visitor_text=drawn.write)
    return list(drawn.struck())
