"""Pictures: drawings in the page, and pixels in the files of programs that cannot draw them."""

import re
from base64 import b64decode, b64encode
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


def in_pixels(blocks: syntax.Blocks) -> syntax.Blocks:
    """The blocks with drawings as PNG, for Word before 2016 and LibreOffice show no other.

    The tree is used up. Raises `ConversionError` when a drawing cannot be read.
    """
    for image in syntax.images(syntax.nodes(blocks)):
        source: list[str] = image["c"][2]
        source[0] = _pixels(source[0]) if source[0].startswith(_SVG) else source[0]
    return blocks


@lru_cache(maxsize=64)
def _pixels(source: str) -> str:
    # Typst costs time to import, and few documents hold a drawing.
    from bygdeplan.utsjanad.typst import to_png

    try:
        png = to_png(b64decode(source.removeprefix(_SVG)).decode())
    except Fault as fault:
        raise ConversionError(str(fault)) from None
    return f"{_PNG}{b64encode(png).decode()}"
