"""The colours: they hold in greyscale, for the colour-blind, and under lettering."""

from itertools import combinations, pairwise

import pytest

from tests.utsjanad.diagram.drawn import DIAGRAM, FARGE
from tests.utsjanad.diagram.fargar import DELMÅL, STATUSAR, kontrast, linear

Linear = tuple[float, float, float]
# How red, green and blue reach an eye that lacks one kind of cone: Machado, Oliveira and
# Fernandes (2009), severity 1.
VISION: dict[str, tuple[Linear, Linear, Linear]] = {
    "full colour vision": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, vision: tuple[Linear, Linear, Linear]) -> Linear:
    """The colour as CIELAB, seen with that vision."""
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in vision
    )
    x = _lab(0.4124 * red + 0.3576 * green + 0.1805 * blue, 0.95047)
    y = _lab(0.2126 * red + 0.7152 * green + 0.0722 * blue, 1)
    z = _lab(0.0193 * red + 0.1192 * green + 0.9505 * blue, 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab(light: float, white: float) -> float:
    share = light / white
    return float(share ** (1 / 3)) if share > 0.008856 else 7.787 * share + 16 / 116


def distance(one: Linear, other: Linear) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert kontrast("#000000", "#ffffff") == pytest.approx(21)
    assert kontrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert kontrast("#ffffff", "#777777") == kontrast("#777777", "#ffffff")
    assert kontrast("#a0a0a0", "#a0a0a0") == 1


def test_neighbours_in_a_stack_differ_in_greyscale() -> None:
    for lower, upper in pairwise([*DELMÅL, DELMÅL[0]]):
        assert kontrast(lower, upper) >= 3, (lower, upper)


def test_any_two_statuses_differ_in_greyscale() -> None:
    for one, other in combinations(STATUSAR, 2):
        assert kontrast(one, other) >= 1.75, (one, other)


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("colours", [DELMÅL[:4], STATUSAR])
def test_colours_differ_without_one_kind_of_cone(vision: str, colours: list[str]) -> None:
    for one, other in combinations(colours, 2):
        assert distance(seen(one, VISION[vision]), seen(other, VISION[vision])) >= 20, (one, other)


@pytest.mark.parametrize("ground", ["#ffffff", DIAGRAM.framheva, FARGE.flate])
@pytest.mark.parametrize("words", [FARGE.tekst, FARGE.dempa])
def test_lettering_beside_the_shapes_can_be_read(words: str, ground: str) -> None:
    assert kontrast(words, ground) >= 4.5


@pytest.mark.parametrize("edge", [DIAGRAM.stolpe, FARGE.tekst])
@pytest.mark.parametrize("ground", ["#ffffff", DIAGRAM.framheva])
def test_the_edge_of_a_bar_stands_out_from_the_page(edge: str, ground: str) -> None:
    assert kontrast(edge, ground) >= 3
