"""Points and millimetres in the units that docx counts in."""

_POINTS_PER_MILLIMETRE = 72 / 25.4


def twips(points: float) -> str:
    """Twentieths of a point: space, indents, widths."""
    return str(round(points * 20))


def twips_from_mm(millimetres: float) -> str:
    """Twentieths of a point."""
    return twips(millimetres * _POINTS_PER_MILLIMETRE)


def half_points(points: float) -> str:
    """Half points: sizes of type."""
    return str(round(points * 2))


def eighths(points: float) -> str:
    """Eighths of a point: widths of rules."""
    return str(round(points * 8))


def bare(colour: str) -> str:
    """A colour as docx writes it: without its #."""
    return colour.removeprefix("#").upper()
