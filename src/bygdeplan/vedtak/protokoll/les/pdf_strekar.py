"""What is drawn on a page of a pdf beside its text: lines and letters stand each for themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdf import PageObject
from pypdf.generic import DictionaryObject

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
HEAD, FOOT = 0.78, 0.12
"""The parts of a page, from below, above and below which a picture is that of a letterhead."""


class Point(NamedTuple):
    """A place on a page, in points from its lower left corner."""

    x: float
    y: float


@dataclass(frozen=True)
class Sidebilete:
    """What a reader of a page sees beside its text."""

    struck: tuple[str, ...]
    """The pieces of text that a level line goes through."""
    crossed: tuple[str, ...]
    """Those that other strokes go over: a cross, a pen."""
    covered: tuple[str, ...]
    """Those that something has been painted over."""
    texts: tuple[tuple[str, float], ...]
    """All pieces of text, level or not, with how high up on the page they stand, from 0 to 1."""
    has_picture: bool
    """Whether there is a picture anywhere but in the head or at the foot."""


@dataclass
class _Drawn:
    """What is drawn on a page."""

    strokes: list[tuple[Point, Point]] = field(default_factory=list)
    texts: list[tuple[str, Point, float]] = field(default_factory=list)
    """Pieces of text: their left end at the foot of the letters, the size of their face."""
    pictures: list[tuple[float, float]] = field(default_factory=list)
    """The lowest and the highest point of each."""
    picture_names: frozenset[str] = frozenset()
    shown: list[Point] = field(default_factory=list)
    """Where text was shown, in the order it was."""
    covers: list[tuple[Point, Point, int]] = field(default_factory=list)
    """Rectangles that were filled: two corners, and how many texts had been shown by then."""
    _at: Point = field(default_factory=lambda: Point(0.0, 0.0))
    _path: list[Point] = field(default_factory=list)

    def draw(self, operator: bytes, operands: Sequence[Any], cm: Matrix, tm: Matrix) -> None:
        """Take up a stroke, drawn as a line, a curve or a flat rectangle, or a picture."""
        self._follow(operator, operands, cm, tm)
        is_picture = operator == b"Do" and str(operands[0]) in self.picture_names
        if is_picture or operator == b"INLINE IMAGE":
            corners = [_placed(cm, x, y).y for x in (0, 1) for y in (0, 1)]
            self.pictures.append((min(corners), max(corners)))
        elif operator == b"m":
            self._at = _placed(cm, float(operands[0]), float(operands[1]))
        elif operator in (b"l", b"c"):
            numbers = list(map(float, operands))
            bends = [_placed(cm, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            for end in _along([self._at, *bends]):
                self.strokes.append((self._at, end))
                self._at = end
        elif operator == b"re":
            x, y, width, height = map(float, operands)
            one, other = _placed(cm, x, y), _placed(cm, x + width, y + height)
            if abs(one.y - other.y) <= _THICKEST:
                middle = (one.y + other.y) / 2
                self.strokes.append((Point(one.x, middle), Point(other.x, middle)))

    def _follow(self, operator: bytes, operands: Sequence[Any], cm: Matrix, tm: Matrix) -> None:
        """Take up where text is shown, and what is painted over it afterwards."""
        if operator in _SHOW:
            self.shown.append(_placed(cm, tm[4], tm[5]))
        elif operator in (b"m", b"l"):
            self._path.append(_placed(cm, float(operands[0]), float(operands[1])))
        elif operator == b"re":
            x, y, width, height = map(float, operands)
            self._path += [_placed(cm, x, y), _placed(cm, x + width, y + height)]
        elif operator in _FILL | _END_OF_PATH:
            xs, ys = {round(each.x) for each in self._path}, {round(each.y) for each in self._path}
            is_box = (len(xs), len(ys)) == (2, 2) and max(ys) - min(ys) > _THICKEST
            if operator in _FILL and is_box:
                corners = Point(min(xs), min(ys)), Point(max(xs), max(ys))
                self.covers.append((*corners, len(self.shown)))
            self._path = []

    def write(self, text: str, cm: Matrix, tm: Matrix, _font: Any, size: float) -> None:
        """Take up a piece of text."""
        if text.strip():
            self.texts.append((text.strip(), _placed(cm, tm[4], tm[5]), abs(size * tm[3] * cm[3])))

    def struck(self) -> Iterator[str]:
        """The pieces of text that a level line goes through."""
        level = [
            (min(one.x, other.x), max(one.x, other.x), (one.y + other.y) / 2)
            for one, other in self.strokes
            if abs(one.y - other.y) <= _THICKEST and abs(one.x - other.x) >= _SHORTEST
        ]
        for text, foot, size in self.texts:
            right = foot.x + max(len(text) * _LETTER * size, _SHORTEST)
            if any(
                begin < right and end > foot.x and _LOWEST * size < y - foot.y < _HIGHEST * size
                for begin, end, y in level
            ):
                yield text

    def crossed(self) -> Iterator[str]:
        """The pieces of text that a slanting stroke goes over."""
        slanting = [
            (one, other)
            for one, other in self.strokes
            if min(abs(one.x - other.x), abs(one.y - other.y)) > _THICKEST
        ]
        for text, foot, size in self.texts:
            right = foot.x + max(len(text) * _LETTER * size, _SHORTEST)
            if any(_goes_over(one, other, foot, right, size) for one, other in slanting):
                yield text

    def covered(self) -> Iterator[str]:
        """The pieces of text that a rectangle was filled over after they were shown."""
        for text, foot, size in self.texts:
            x, y = foot.x + _LETTER * size, foot.y + size * (_LOWEST + _HIGHEST) / 2
            before = [at for at, each in enumerate(self.shown) if _is_near(each, foot)]
            if before and any(
                low.x <= x <= high.x and low.y <= y <= high.y and max(before) < count
                for low, high, count in self.covers
            ):
                yield text


_SHOW = frozenset((b"Tj", b"TJ", b"'", b'"'))
_FILL = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_END_OF_PATH = frozenset((b"S", b"s", b"n"))


def _is_near(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < 1 and abs(one.y - other.y) < 1


_PIECES = 8
"""How many straight pieces a curve is taken for."""


def _along(bends: Sequence[Point]) -> Iterator[Point]:
    """The ends of the straight pieces of a line, or of a curve by its four points."""
    if len(bends) != 4:
        yield bends[-1]
        return
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        yield Point(
            sum(share * bend.x for share, bend in zip(shares, bends, strict=True)),
            sum(share * bend.y for share, bend in zip(shares, bends, strict=True)),
        )


def _goes_over(one: Point, other: Point, foot: Point, right: float, size: float) -> bool:
    """Whether a stroke passes the middle of a line of letters between its ends."""
    middle = foot.y + size * (_LOWEST + _HIGHEST) / 2
    share = (middle - one.y) / (other.y - one.y)
    return 0 <= share <= 1 and foot.x <= one.x + share * (other.x - one.x) <= right


def _placed(cm: Matrix, x: float, y: float) -> Point:
    return Point(cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5])


def look_at(page: PageObject) -> Sidebilete:
    """What is drawn on a page beside its text."""
    drawn = _Drawn(picture_names=frozenset(_pictures(page)))
    page.extract_text(visitor_operand_before=drawn.draw, visitor_text=drawn.write)
    bottom, height = float(page.mediabox.bottom), float(page.mediabox.height)
    within = [
        (low, high)
        for low, high in drawn.pictures
        if low < bottom + HEAD * height and high > bottom + FOOT * height
    ]
    return Sidebilete(
        tuple(drawn.struck()),
        tuple(drawn.crossed()),
        tuple(drawn.covered()),
        tuple((text, (foot.y - bottom) / height) for text, foot, _ in drawn.texts),
        bool(within),
    )


_DEEPEST = 4


def _pictures(holder: DictionaryObject, depth: int = 0) -> Iterator[str]:
    """The names of the pictures that a page, or a drawing on it, can draw."""
    resources = holder.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    for name, each in objects.get_object().items() if objects else ():
        drawn = each.get_object()
        if drawn.get("/Subtype") == "/Image":
            yield str(name)
        elif depth < _DEEPEST:
            yield from _pictures(drawn, depth + 1)
