"""The only place that knows the chart library: Vega-Lite, run by vl-convert."""

from io import BytesIO

import vl_convert
from PIL import Image

from bygdeplan.ord import nynorsk
from bygdeplan.utsjanad.diagram import stil

_VEGA_LITE = "6.4"
# Twice what a screen has; said in the file, so that Word shows the picture at its size.
_PIXELS_PER_INCH = 2 * stil.PIXELS_PER_INCH
_NUMBERS = {
    "decimal": ",",
    "thousands": nynorsk.NBSP,
    "grouping": [3],
    "currency": ["", f"{nynorsk.NBSP}kr"],
    "minus": nynorsk.MINUS,
}


def to_svg(spec: stil.Spec) -> str:
    """The drawing of a Vega-Lite specification, its lettering still as text."""
    return vl_convert.vegalite_to_svg(
        spec,
        vl_version=_VEGA_LITE,
        format_locale=_NUMBERS,
        # Nothing to fetch: a chart's figures are in its specification.
        allowed_base_urls=[],
    )


def to_png(svg: str) -> bytes:
    """The drawing as PNG, with its resolution said in the file, and no larger than it need be."""
    # vl-convert takes a unit of the drawing for a point, and packs the file for speed.
    full = vl_convert.svg_to_png(svg, scale=72 / stil.PIXELS_PER_INCH, ppi=_PIXELS_PER_INCH)
    colours = Image.open(BytesIO(full)).convert("RGB").quantize(dither=Image.Dither.NONE)
    packed = BytesIO()
    colours.save(packed, "PNG", optimize=True, dpi=(_PIXELS_PER_INCH, _PIXELS_PER_INCH))
    return packed.getvalue()
