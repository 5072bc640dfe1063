"""The house style of the charts: sizes in pixels of a screen (96 an inch), colours, one frame."""

from math import ceil
from typing import Any

from bygdeplan.utsjanad.diagram.skrift import Vekt, width

Spec = dict[str, Any]
"""A Vega-Lite specification, or a layer of one."""

PIXELS_PER_INCH = 96
BREIDDE = 604
"""As wide as the text on an A4 page with margins of 25 mm: 160 mm."""

TEKST = 12
"""Size of the lettering: 9 points."""
LINJE = 15
"""From one line of text to the next."""

MØRK_TEKST = "#1c2429"
DEMPA_TEKST = "#4a565e"
LYS_TEKST = "#ffffff"
_PRØVE = 11
"""Side of the patch of colour before a name."""
TIL_NAMN = 17
"""From the left edge of the patch to the name."""

STREK = "#d5dbdf"
"""Grid lines: there to be found, not seen first."""
GRUNN = "#ffffff"
STRIPE = "#e7ecef"
"""Behind headings, as in the tables."""
FRAMHEVA = "#edf3f7"
"""Behind what is set off from the rest."""

FARGAR = ("#1f3a4d", "#e6b04f", "#296d68", "#c5d3dc", "#7c3a4c", "#eec9b8", "#54508a", "#cfdba6")
"""For parts of a stack. Dark and light by turns, so that neighbours differ without colour too."""
STATUSFARGAR = ("#1f3a4d", "#2a706b", "#c97c2c", "#b4c4cf", "#ffffff")
"""From dark to light in even steps: whichever stand together, they differ without colour too."""
STOLPE = "#2f6384"
"""For bars that are all of one kind."""


def farge(nr: int) -> str:
    """The colour of a part of a stack, by its place; from the ninth they come again."""
    return FARGAR[nr % len(FARGAR)]


def tekst_på(bakgrunn: str) -> str:
    """The colour of lettering that reads best on a colour."""
    dark, light = (kontrast(tekst, bakgrunn) for tekst in (MØRK_TEKST, LYS_TEKST))
    return MØRK_TEKST if dark >= light else LYS_TEKST


def kontrast(one: str, other: str) -> float:
    """The contrast between two colours as WCAG 2.1 reckons it: from 1 to 21."""
    dark, light = sorted((_luminans(one), _luminans(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminans(farge: str) -> float:
    """How light a colour is to the eye, and thereby in greyscale: from 0 to 1."""
    channels = (int(farge[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ramme(height: float, margins: dict[str, float], layers: list[Spec]) -> Spec:
    """A specification of the full width: layers that share their scales, and no size left to guess.

    Args:
        height: Height of the plot, between the margins.
        margins: `left`, `right`, `top` and `bottom` of the plot.
        layers: Vega-Lite layers, the hindmost first.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        # Sizes fitted to the words would depend on the fonts of the machine.
        "autosize": {"type": "none"},
        "padding": margins,
        "width": BREIDDE - margins["left"] - margins["right"],
        "height": height,
        "background": GRUNN,
        "config": {
            "view": {"stroke": None},
            "axis": {
                "domain": False,
                "ticks": False,
                "title": None,
                "gridColor": STREK,
                "gridWidth": 1,
                "labelColor": DEMPA_TEKST,
                "labelFontSize": TEKST,
                "labelOverlap": False,
                "labelLimit": 0,
                "labelPadding": 8,
            },
        },
        "layer": layers,
    }


def lag(mark: Spec, values: list[Spec], **encoding: Spec) -> Spec:
    """A layer of marks, one for each value."""
    return {"data": {"values": values}, "mark": {**mark, "aria": False}, "encoding": encoding}


def tekst(values: list[Spec], x: Spec, y: Spec, **look: Any) -> Spec:
    """A layer of words: the lines in `linjer`, one under the other, with their middle in a place.

    A value may name the colour of its words in `tekstfarge`, and `bold` in `vekt`.
    """
    mark = {
        "type": "text",
        "fontSize": TEKST,
        "lineHeight": LINJE,
        "baseline": "middle",
        "align": "left",
        "fill": {"expr": f"datum.tekstfarge || '{MØRK_TEKST}'"},
        "fontWeight": {"expr": "datum.vekt || 'normal'"},
        "dy": {"expr": f"-{LINJE / 2} * (datum.linjer.length - 1)"},
        **look,
    }
    return lag(mark, values, x=x, y=y, text={"field": "linjer"})


def felt(name: str, kind: str = "quantitative", **more: Any) -> Spec:
    """An encoding channel that takes a field of the values."""
    return {"field": name, "type": kind, **more}


OMRISS: Spec = {"stroke": MØRK_TEKST, "strokeWidth": 0.75}
"""A thin dark edge, without which a light part would run into the white of the page."""
EIGEN_FARGE: Spec = {"field": "farge", "type": "nominal", "scale": None}
"""The encoding of a fill that each value names itself."""


def namn_med_farge(values: list[Spec], x: Spec, y: Spec) -> list[Spec]:
    """Layers of names, each with a patch of its colour before it, from their left edge."""
    square = {"type": "point", "shape": "square", "opacity": 1, "size": _PRØVE**2}
    return [
        lag({**square, "xOffset": (_PRØVE + 1) / 2, **OMRISS}, values, x=x, y=y, fill=EIGEN_FARGE),
        tekst(values, x, y, dx=TIL_NAMN),
    ]


def widest(names: list[list[str]], weight: Vekt = "normal") -> int:
    """The width of the longest line, in whole pixels."""
    return ceil(max(width(line, TEKST, weight) for lines in names for line in lines))
