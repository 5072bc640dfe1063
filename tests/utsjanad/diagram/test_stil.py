"""The colours: they hold in greyscale, for the colour-blind, and under lettering."""

from itertools import combinations, pairwise

import pytest

from bygdeplan.utsjanad.diagram import stil

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


def linear(colour: str) -> Linear:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


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
    assert stil.kontrast("#000000", "#ffffff") == pytest.approx(21)
    assert stil.kontrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert stil.kontrast("#ffffff", "#777777") == stil.kontrast("#777777", "#ffffff")
    assert stil.kontrast("#a0a0a0", "#a0a0a0") == 1


def test_neighbours_in_a_stack_differ_in_greyscale() -> None:
    for lower, upper in pairwise([*stil.FARGAR, stil.FARGAR[0]]):
        assert stil.kontrast(lower, upper) >= 3, (lower, upper)


def test_any_two_statuses_differ_in_greyscale() -> None:
    for one, other in combinations(stil.STATUSFARGAR, 2):
        assert stil.kontrast(one, other) >= 1.75, (one, other)


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("colours", [stil.FARGAR[:4], stil.STATUSFARGAR])
def test_colours_differ_without_one_kind_of_cone(vision: str, colours: tuple[str, ...]) -> None:
    for one, other in combinations(colours, 2):
        assert distance(seen(one, VISION[vision]), seen(other, VISION[vision])) >= 20, (one, other)


@pytest.mark.parametrize("colour", sorted({*stil.FARGAR, *stil.STATUSFARGAR}))
def test_lettering_on_a_colour_can_be_read(colour: str) -> None:
    assert stil.kontrast(stil.tekst_på(colour), colour) >= 4.5


@pytest.mark.parametrize("ground", [stil.GRUNN, stil.FRAMHEVA, stil.STRIPE])
@pytest.mark.parametrize("words", [stil.MØRK_TEKST, stil.DEMPA_TEKST])
def test_lettering_beside_the_shapes_can_be_read(words: str, ground: str) -> None:
    assert stil.kontrast(words, ground) >= 4.5


@pytest.mark.parametrize("edge", [stil.STOLPE, str(stil.OMRISS["stroke"])])
@pytest.mark.parametrize("ground", [stil.GRUNN, stil.FRAMHEVA])
def test_the_edge_of_a_bar_stands_out_from_the_page(edge: str, ground: str) -> None:
    assert stil.kontrast(edge, ground) >= 3


def test_colours_come_again_when_there_are_no_more() -> None:
    assert stil.farge(len(stil.FARGAR) + 2) == stil.farge(2)
