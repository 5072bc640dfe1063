"""The colours of the charts, and how WCAG tells them apart."""

from tests.utsjanad.diagram.drawn import DIAGRAM

DELMÅL = [str(getattr(DIAGRAM, f"delmål_{nr}")) for nr in range(1, 9)]
STATUSAR = [
    DIAGRAM.avslutta,
    DIAGRAM.i_arbeid,
    DIAGRAM.utsett,
    DIAGRAM.ikkje_starta,
    DIAGRAM.utan_status,
]


def kontrast(one: str, other: str) -> float:
    """The contrast between two colours as WCAG 2.1 reckons it: from 1 to 21."""
    dark, light = sorted((_luminans(one), _luminans(other)))
    return (light + 0.05) / (dark + 0.05)


def linear(colour: str) -> tuple[float, float, float]:
    """How much light there is of red, green and blue, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _luminans(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
