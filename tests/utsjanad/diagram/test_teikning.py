"""The drawings: which words stand in them, and that lengths are true to the figures."""

from itertools import pairwise

import pytest

from bygdeplan.ord.nynorsk import NBSP
from bygdeplan.utsjanad.diagram import Diagram, stil
from bygdeplan.utsjanad.diagram.bilete import specify
from tests.utsjanad.diagram.drawn import draw_in_vega
from tests.utsjanad.diagram.values import (
    BUDSJETT,
    EXAMPLES,
    FINANSIERING,
    HARD,
    STATUS,
    TIDSLINJE,
)

# «~» is the no-break space.
WORDS: dict[str, set[str]] = {
    "budsjett": {
        *("1~000~kr", "0", "1~000", "2~000", "3~000", "4~000"),  # on the grid lines
        *("2030", "rekneskap", "2031", "budsjett"),
        *("3~000", "990", "4~000"),  # 10 has no room in its part of the column
        *("1~250,5", "2~000", "3~250,5"),
        *("Delmål 1: Reiseliv", "Delmål 2: Ungdom", "Felles"),
    },
    "finansiering": {
        *("Tiltaksmidlar (stat)", "Kommunane", "Andre"),
        *("2~400~000~kr", "1~200~000~kr", "600~000~kr"),
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


@pytest.mark.parametrize("name", EXAMPLES)
def test_these_words_stand_in_the_picture(name: str) -> None:
    drawn = set(draw_in_vega(EXAMPLES[name]).texts)
    assert drawn == {words.replace("~", NBSP) for words in WORDS[name]}


@pytest.mark.parametrize("diagram", [*EXAMPLES.values(), *HARD.values()], ids=[*EXAMPLES, *HARD])
def test_no_word_is_cut_off_by_the_edge(diagram: Diagram) -> None:
    drawing = draw_in_vega(diagram)
    width, height = drawing.size
    assert width == stil.BREIDDE
    assert drawing.words
    for word in drawing.words:
        assert word.left >= -0.01, word
        assert word.right <= width + 0.01, word
        assert stil.TEKST * 0.7 <= word.base <= height - stil.TEKST * 0.2, word


@pytest.mark.parametrize("diagram", [*EXAMPLES.values(), *HARD.values()], ids=[*EXAMPLES, *HARD])
def test_no_word_stands_on_another(diagram: Diagram) -> None:
    words = sorted(draw_in_vega(diagram).words, key=lambda word: word.base)
    for nr, word in enumerate(words):
        for other in words[nr + 1 :]:
            apart = word.right <= other.left + 0.01 or other.right <= word.left + 0.01
            assert apart or other.base - word.base >= stil.TEKST, (word, other)


def test_a_column_is_as_high_as_its_amounts() -> None:
    drawing = draw_in_vega(BUDSJETT)
    heights = [
        [rect.height for rect in drawing.rects(stil.farge(nr))]
        for nr in range(len(BUDSJETT.seriar))
    ]
    [reiseliv, ungdom, felles] = heights
    per_million = reiseliv[0] / 3
    assert reiseliv == pytest.approx([3 * per_million, 1.2505 * per_million])
    assert ungdom == pytest.approx([0.01 * per_million, 2 * per_million])
    assert felles == pytest.approx([0.99 * per_million])


def test_a_column_has_no_holes() -> None:
    drawing = draw_in_vega(BUDSJETT)
    column = sorted(
        (rect for nr in range(3) for rect in drawing.rects(stil.farge(nr)) if rect.x < 100),
        key=lambda rect: rect.y,
    )
    assert len(column) == 3
    for upper, lower in pairwise(column):
        assert upper.y + upper.height == pytest.approx(lower.y)


def test_a_bar_is_as_long_as_its_amount() -> None:
    bars = draw_in_vega(FINANSIERING).rects(stil.STOLPE)
    assert [bar.width for bar in bars] == pytest.approx([bars[0].width / n for n in (1, 2, 4)])
    assert {bar.x for bar in bars} == {0}


def test_a_bar_of_measures_is_as_long_as_their_number() -> None:
    drawing = draw_in_vega(STATUS)
    done, under_way = (drawing.rects(colour) for colour in stil.STATUSFARGAR[:2])
    one = done[0].width / 3
    assert [bar.width for bar in under_way] == pytest.approx([one, 2 * one])
    assert under_way[0].x == pytest.approx(done[0].width)


def test_a_count_without_room_in_its_part_is_left_out() -> None:
    texts = draw_in_vega(HARD["many measures, and none"]).texts
    assert {"140", f"1{NBSP}000", f"1{NBSP}141 tiltak", "0 tiltak"} <= set(texts)
    assert "1" not in texts


def test_a_bar_in_time_runs_from_its_first_day_to_its_last() -> None:
    drawing = draw_in_vega(TIDSLINJE)
    [own_year] = drawing.rects(stil.FRAMHEVA)
    [sti] = drawing.rects(stil.STOLPE)
    [kart] = [rect for rect in drawing.rects(stil.GRUNN) if rect.height < 20]
    assert own_year.x == pytest.approx(own_year.width)  # the second of the years
    assert (sti.x, sti.width) == pytest.approx((0, 2 * own_year.width))
    assert (kart.x, kart.width) == pytest.approx((0, own_year.width * 181 / 365))


def test_the_plans_own_year_is_set_off() -> None:
    bold = [word.text for word in draw_in_vega(TIDSLINJE).words if word.bold]
    assert "2031" in bold
    assert "2030" not in bold


def test_without_open_ends_there_is_no_remark_on_them() -> None:
    closed = HARD["long names, a day, outside the period"]
    assert any(text.startswith("Pil:") for text in draw_in_vega(closed).texts)
    assert not any(text.startswith("Pil:") for text in draw_in_vega(FINANSIERING).texts)


@pytest.mark.parametrize(
    ("diagram", "words", "ground"),
    [
        (BUDSJETT, "1~250,5", stil.farge(0)),
        (BUDSJETT, "2~000", stil.farge(1)),
        (STATUS, "3", stil.STATUSFARGAR[0]),
    ],
)
def test_lettering_on_a_colour_can_be_read(diagram: Diagram, words: str, ground: str) -> None:
    inside = [w for w in draw_in_vega(diagram).words if w.text == words.replace("~", NBSP)]
    assert max(stil.kontrast(word.fill, ground) for word in inside) >= 4.5


def test_a_value_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="Diagram"):
        specify(Diagram("Tittel", "Alt"))
