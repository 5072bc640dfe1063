"""Pictures: drawings in the page, and pixels in the files of programs that cannot draw them."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import lru_cache

from bygdeplan.convert import syntax
from bygdeplan.convert.look import ConversionError
from bygdeplan.funn.fault import Fault

_DRAWING = re.compile(r"<svg\b(?P<attributes>[^>]*)>.*?</svg>", re.DOTALL)
_ATTRIBUTE = re.compile(r'\b(?P<name>aria-label|width|height)="(?P<value>[^"]*)"')
_SVG, _PNG = "data:image/svg+xml;base64,", "data:image/png;base64,"


def as_images(page: str) -> str:
    """The page with its drawings as images: pandoc takes the letters of what is drawn for small.

    What a drawing says in its `aria-label` is the alternative text of the image.
    """
    return _DRAWING.sub(_as_image, page)


def _as_image(drawing: re.Match[str]) -> str:
    said = {found["name"]: found["value"] for found in _ATTRIBUTE.finditer(drawing["attributes"])}
    said["alt"] = said.pop("aria-label", "")
    attributes = " ".join(f'{name}="{value}"' for name, value in said.items())
    return f'<img {attributes} src="{_SVG}{b64encode(drawing[0].encode()).decode()}">'


Drawings = dict[str, str]
"""The address of a stand-in → that of the drawing it stands in for."""

# One white pixel. What follows the end of a PNG nobody reads, so a number can tell it from others.
_STAND_IN = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="
)
_PIXELS = re.compile(r"\d+(?:\.\d+)?")


def take_drawings(images: Iterable[syntax.TreeNode]) -> Drawings:
    """Put small pictures in the place of drawings, so that no writer has to carry them along."""
    stand_ins: dict[tuple[str, bool], str] = {}
    for image in images:
        source = image["c"][2]
        if source[0].startswith(_SVG):
            drawing, says_its_size = source[0], _says_its_size(image)
            # A drawing that does not say it is shown at the size of its own pixels.
            number = str(len(stand_ins)).encode()
            png = _STAND_IN + number if says_its_size else _pixels(drawing)
            source[0] = stand_ins.setdefault((drawing, says_its_size), _address(png))
    return {stand_in: drawing for (drawing, _), stand_in in stand_ins.items()}


def _says_its_size(image: syntax.TreeNode) -> bool:
    named = dict(image["c"][0][2])
    return all(_PIXELS.fullmatch(named.get(side, "")) for side in ("width", "height"))


def _address(png: bytes) -> str:
    return f"{_PNG}{b64encode(png).decode()}"


def put_drawings(images: Iterable[syntax.TreeNode], drawings: Drawings) -> None:
    """Put drawings in the place of their stand-ins."""
    for image in images:
        source = image["c"][2]
        source[0] = drawings.get(source[0], source[0])


def in_pixels(drawings: Drawings) -> dict[bytes, bytes]:
    """The stand-ins as files → the drawings as PNG: Word before 2016 and LibreOffice show no other.

    Raises `ConversionError` when a drawing cannot be read.
    """
    return {_file(stand_in): _pixels(drawing) for stand_in, drawing in drawings.items()}


def _file(address: str) -> bytes:
    return b64decode(address.partition(",")[2])


@lru_cache(maxsize=64)
def _pixels(drawing: str) -> bytes:
    # Typst costs time to import, and few documents hold a drawing.
    from bygdeplan.utsjanad.typst import to_png

    try:
        return to_png(_file(drawing).decode())
    except Fault as fault:
        raise ConversionError(str(fault)) from None
