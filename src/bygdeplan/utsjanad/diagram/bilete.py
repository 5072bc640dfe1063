"""From the value of a chart to its picture."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bygdeplan.utsjanad.diagram.verdiar import (
    Budsjettdiagram,
    Diagram,
    Finansieringsdiagram,
    Statusdiagram,
    Tidslinje,
)

if TYPE_CHECKING:
    from bygdeplan.utsjanad.diagram.stil import Spec

_MM_PER_PIXEL = 25.4 / 96


@dataclass(frozen=True)
class Bilete:
    """One picture in two forms, as wide as the text on an A4 page.

    All lettering is outlines, so no font of the reader's machine changes it, and every id in `svg`
    is its own, so that several can stand in one page.
    """

    svg: str
    width_mm: float
    height_mm: float
    alt: str
    tittel: str

    @cached_property
    def png(self) -> bytes:
        """The picture in pixels, its size in print said in the file; made when it is asked for."""
        from bygdeplan.utsjanad.diagram import vega

        return vega.to_png(self.svg)


def draw(diagram: Diagram) -> Bilete:
    """The picture of a chart: the same bytes for the same value, whatever the machine has.

    Raises:
        TypeError: No drawing is known for this kind of value.
    """
    # What draws costs time to import, and most commands draw nothing.
    from bygdeplan.utsjanad.diagram import vega
    from bygdeplan.utsjanad.diagram.svg import finish

    svg = finish(vega.to_svg(specify(diagram)))
    return Bilete(
        svg=svg.text,
        width_mm=round(svg.width * _MM_PER_PIXEL, 1),
        height_mm=round(svg.height * _MM_PER_PIXEL, 1),
        alt=diagram.alt,
        tittel=diagram.tittel,
    )


def specify(diagram: Diagram) -> "Spec":
    """The Vega-Lite specification of a chart.

    Raises:
        TypeError: No drawing is known for this kind of value.
    """
    from bygdeplan.utsjanad.diagram import budsjett, finansiering, status, tidslinje

    match diagram:
        case Budsjettdiagram():
            return budsjett.specify(diagram)
        case Finansieringsdiagram():
            return finansiering.specify(diagram)
        case Statusdiagram():
            return status.specify(diagram)
        case Tidslinje():
            return tidslinje.specify(diagram)
        case _:
            raise TypeError(f"no drawing is known for {type(diagram).__name__}")
