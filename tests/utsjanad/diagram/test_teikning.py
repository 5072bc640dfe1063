"""The drawings: which words stand in them, and that lengths are true to the figures."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bygdeplan.utsjanad.diagram import Diagram, Serie, Tidsgruppe, Tidslinje, Tidsrad
from tests.utsjanad.diagram.drawn import BREIDDE, DIAGRAM, FARGE, drawn, unspaced
from tests.utsjanad.diagram.fargar import DELMÅL, STATUSAR, kontrast
from tests.utsjanad.diagram.values import (
    BUDSJETT,
    EXAMPLES,
    FINANSIERING,
    HARD,
    STATUS,
    TIDSLINJE,
)

WORDS: dict[str, set[str]] = {
    "budsjett": {
        *("1 000 kr", "0", "1 000", "2 000", "3 000", "4 000"),  # on the grid lines
        *("2030", "rekneskap", "2031", "budsjett"),
        *("3 000", "990", "4 000"),  # 10 has no room in its part of the column
        *("1 250,5", "2 000", "3 250,5"),
        *("Delmål 1: Reiseliv", "Delmål 2: Ungdom", "Felles"),
    },
    "finansiering": {
        *("Tiltaksmidlar (stat)", "Kommunane", "Andre"),
        *("2 400 000 kr", "1 200 000 kr", "600 000 kr"),
    },
    "status": {
        *("Avslutta", "I arbeid", "Ikkje starta", "Utan oppgjeven status"),  # none is «Utsett»
        *("Delmål 1: Reiseliv", "3", "1", "5 tiltak"),
        *("Delmål 2: Ungdom", "2", "1", "3 tiltak"),
    },
    "tidslinje": {
        *("2030", "2031", "2032", "2033"),
        *("Delmål 1: Reiseliv", "1 Sti", "2 Kart (avslutta)"),
        *("Delmål 2: Ungdom", "1 Verkstad", "ikkje tidfesta"),
        "Pil: starten eller slutten er open, eller ligg utanfor perioden.",
    },
}
every_drawing = pytest.mark.parametrize(
    "diagram", [*EXAMPLES.values(), *HARD.values()], ids=[*EXAMPLES, *HARD]
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_these_words_stand_in_the_picture(name: str) -> None:
    assert set(drawn(EXAMPLES[name]).texts) == set(map(unspaced, WORDS[name]))


@every_drawing
def test_nothing_is_cut_off_by_the_edge(diagram: Diagram) -> None:
    drawing = drawn(diagram)
    width, height = drawing.size
    assert width == BREIDDE
    assert drawing.words
    for word in drawing.words:
        assert word.left >= -0.05, word
        assert word.right <= width + 0.05, word
        assert 6.3 <= word.base <= height - 1.8, word
    for shape in drawing.shapes:
        assert shape.x >= -0.01, shape
        assert shape.y >= -0.01, shape
        assert shape.right <= width + 0.01, shape
        assert shape.bottom <= height + 0.01, shape


@every_drawing
def test_no_word_stands_on_another(diagram: Diagram) -> None:
    words = sorted(drawn(diagram).words, key=lambda word: word.base)
    for nr, word in enumerate(words):
        for other in words[nr + 1 :]:
            apart = word.right <= other.left or other.right <= word.left
            assert apart or other.base - word.base >= 9, (word, other)


def test_a_column_is_as_high_as_its_amounts() -> None:
    drawing = drawn(BUDSJETT)
    heights = [
        [rect.height for rect in drawing.rects(DELMÅL[nr])] for nr in range(len(BUDSJETT.seriar))
    ]
    [reiseliv, ungdom, felles] = heights
    per_million = reiseliv[0] / 3
    assert reiseliv == pytest.approx([3 * per_million, 1.2505 * per_million], abs=0.01)
    assert ungdom == pytest.approx([0.01 * per_million, 2 * per_million], abs=0.01)
    assert felles == pytest.approx([0.99 * per_million], abs=0.01)


def test_a_column_has_no_holes() -> None:
    drawing = drawn(BUDSJETT)
    column = sorted(
        (rect for nr in range(3) for rect in drawing.rects(DELMÅL[nr]) if rect.x < BREIDDE / 3),
        key=lambda rect: rect.y,
    )
    assert len(column) == 3
    for upper, lower in pairwise(column):
        assert upper.bottom == pytest.approx(lower.y, abs=0.01)


def test_the_grid_is_true_to_the_columns() -> None:
    drawing = drawn(BUDSJETT)
    lines = {shape.y for shape in drawing.shapes if shape.height == 0}
    assert len(lines) == 5
    [foot, *_, top] = sorted(lines, reverse=True)
    # The first year is 4 000 000 kr, which is the uppermost line.
    column = [rect for nr in range(3) for rect in drawing.rects(DELMÅL[nr])]
    assert max(rect.bottom for rect in column) == pytest.approx(foot, abs=0.01)
    assert min(rect.y for rect in column) == pytest.approx(top, abs=0.01)


def test_a_name_stands_beside_its_part_of_the_last_column() -> None:
    drawing = drawn(BUDSJETT)
    of_name = {patch.fill: patch for patch in drawing.patches}
    for colour in DELMÅL[:2]:
        part = drawing.rects(colour)[-1]
        assert part.y < of_name[colour].y < part.bottom
    assert of_name[DELMÅL[2]].y < of_name[DELMÅL[1]].y < of_name[DELMÅL[0]].y


def test_from_the_ninth_a_colour_has_stripes() -> None:
    many = HARD["many years, many parts, a long name"]
    drawing = drawn(many)
    first, ninth = drawing.patches[0], drawing.patches[8]
    assert first.fill == ninth.fill

    def stripes(patch_nr: int) -> int:
        patch = drawing.patches[patch_nr]
        return sum(
            shape.height == 0 and shape.x == patch.x and patch.y < shape.y < patch.bottom
            for shape in drawing.shapes
        )

    assert [stripes(nr) for nr in range(10)] == [0] * 8 + [2] * 2


def test_a_bar_is_as_long_as_its_amount() -> None:
    bars = drawn(FINANSIERING).rects(DIAGRAM.stolpe)
    assert [bar.width for bar in bars] == pytest.approx(
        [bars[0].width / n for n in (1, 2, 4)], abs=0.01
    )
    assert len({bar.x for bar in bars}) == 1


def test_a_bar_of_measures_is_as_long_as_their_number() -> None:
    drawing = drawn(STATUS)
    done, under_way = (drawing.rects(colour) for colour in STATUSAR[:2])
    one = done[0].width / 3
    assert [bar.width for bar in under_way] == pytest.approx([one, 2 * one], abs=0.01)
    assert under_way[0].x == pytest.approx(done[0].right, abs=0.01)


def test_a_count_without_room_in_its_part_is_left_out() -> None:
    texts = drawn(HARD["many measures, and none"]).texts
    assert {"140", "1000", "1141tiltak", "0tiltak"} <= set(texts)
    assert "1" not in texts


def test_a_bar_in_time_runs_from_its_first_day_to_its_last() -> None:
    drawing = drawn(TIDSLINJE)
    [own_year] = drawing.rects(DIAGRAM.framheva)
    start = own_year.x - own_year.width  # the second of the years
    [sti] = [rect for rect in drawing.rects(DIAGRAM.stolpe) if rect.width > 5]
    [kart] = drawing.rects("#ffffff")
    assert (sti.x, sti.width) == pytest.approx((start, 2 * own_year.width), abs=0.01)
    assert (kart.x, kart.width) == pytest.approx((start, own_year.width * 181 / 365), abs=0.01)


def test_an_open_end_is_pointed() -> None:
    drawing = drawn(HARD["long names, a day, outside the period"])
    _, bar, point = drawing.rects(DIAGRAM.stolpe)
    assert point.x == pytest.approx(bar.right, abs=0.01)
    drawing = drawn(TIDSLINJE)
    [kart] = drawing.rects("#ffffff")
    assert drawing.rects(DIAGRAM.stolpe)[-1].right == pytest.approx(kart.x, abs=0.01)


def test_the_plans_own_year_is_set_off() -> None:
    bold = [word.text for word in drawn(TIDSLINJE).words if word.bold]
    assert "2031" in bold
    assert "2030" not in bold


def test_without_open_ends_there_is_no_remark_on_them() -> None:
    def has_remark(diagram: Diagram) -> bool:
        return any(text.startswith("Pil:") for text in drawn(diagram).texts)

    sti = TIDSLINJE.grupper[0].rader[0]
    assert has_remark(TIDSLINJE)
    assert not has_remark(replace(TIDSLINJE, grupper=(Tidsgruppe("Delmål 1", (sti,)),)))


def test_a_long_name_takes_two_lines_until_the_page_is_full() -> None:
    def lines(measures: int) -> int:
        long = Tidsrad(f"1 {'Samarbeid om innsikt ' * 4}", "", None, None)
        rader = (replace(TIDSLINJE.grupper[0].rader[0], namn=long.namn),) * measures
        drawing = drawn(replace(TIDSLINJE, grupper=(Tidsgruppe("Delmål", rader),)))
        assert drawing.size[1] <= 640
        names = [word for word in drawing.words if "amarbeid" in word.text or "nnsikt" in word.text]
        return len(names) // measures

    assert [lines(1), lines(20), lines(30)] == [2, 2, 1]


def test_words_are_cut_only_where_there_is_no_room() -> None:
    def names(diagram: Tidslinje) -> list[str]:
        return [text for text in drawn(diagram).texts if "…" in text]

    assert len(names(HARD["long names, a day, outside the period"])) == 2  # type: ignore[arg-type]
    assert not names(TIDSLINJE)


@pytest.mark.parametrize("number", range(1, 9))
def test_lettering_on_a_sub_goal_can_be_read(number: int) -> None:
    parts = (*[Serie("", (1, 1))] * (number - 1), Serie("", (499_000, 499_000)))
    drawing = drawn(replace(BUDSJETT, seriar=parts))
    inside = [word for word in drawing.words if word.text == "499" and not word.bold]
    assert len(inside) == 2
    assert min(kontrast(word.fill, DELMÅL[number - 1]) for word in inside) >= 4.5


@pytest.mark.parametrize("number", range(5))
def test_lettering_on_a_status_can_be_read(number: int) -> None:
    parts = tuple(Serie("", (7 if nr == number else 0,)) for nr in range(5))
    drawing = drawn(replace(STATUS, delmål=("A",), seriar=parts))
    [inside] = [word for word in drawing.words if word.text == "7"]
    assert kontrast(inside.fill, STATUSAR[number]) >= 4.5


def test_words_have_the_colours_of_the_house() -> None:
    for diagram in EXAMPLES.values():
        fills = {word.fill for word in drawn(diagram).words}
        assert FARGE.tekst in fills
        assert fills <= {FARGE.tekst, FARGE.dempa, "#ffffff"}
