"""The lettering: how text is measured, broken and turned into outlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.ord.nynorsk import NBSP
from bygdeplan.utsjanad.diagram import skrift

# «~» is the no-break space; the room is in pixels at a size of 10.
WRAPPED: dict[str, tuple[str, float, int, list[str]]] = {
    "it fits": ("Ein sti", 100, 2, ["Ein sti"]),
    "at a space": ("Ein sti ved fjorden", 60, 2, ["Ein sti ved", "fjorden"]),
    "lines about as long as each other": (
        "Nettverk for bygg og anlegg i heile dalen",
        150,
        2,
        ["Nettverk for bygg og", "anlegg i heile dalen"],
    ),
    "cut in the last line": (
        "Ein sti ved fjorden og fjellet",
        60,
        2,
        ["Ein sti ved", "fjorden og fj…"],
    ),
    "cut in the only line": ("Ein sti ved fjorden", 60, 1, ["Ein sti ved fj…"]),
    "a word too long": ("Tilskotsordning", 50, 2, ["Tilskotsord-", "ning"]),
    "not at a no-break space": (
        "Frå og med 2.~juni 2031",
        60,
        3,
        ["Frå og med", "2.~juni 2031"],
    ),
    "line breaks in the text are spaces": ("Ein\nsti", 100, 2, ["Ein sti"]),
}


@pytest.mark.parametrize("case", WRAPPED)
def test_text_is_broken_to_fit(case: str) -> None:
    text, room, lines, expected = WRAPPED[case]
    wrapped = skrift.wrap(text.replace("~", NBSP), room, 10, lines=lines)
    assert wrapped == [line.replace("~", NBSP) for line in expected]


@given(st.text("abcæøåWi- ", min_size=1), st.integers(30, 200), st.integers(1, 3))
def test_no_line_is_longer_than_its_room(text: str, room: int, lines: int) -> None:
    wrapped = skrift.wrap(text, room, 10, lines=lines)
    assert 1 <= len(wrapped) <= lines
    assert all(skrift.width(line, 10) <= room for line in wrapped)


@given(st.lists(st.text("abcæøå", min_size=1, max_size=8), min_size=1, max_size=9))
def test_no_word_is_lost_where_there_is_room(words: list[str]) -> None:
    text = " ".join(words)
    assert " ".join(skrift.wrap(text, 60, 10, lines=9)) == text


def test_semibold_is_wider() -> None:
    assert skrift.width("Sum", 10, "bold") > skrift.width("Sum", 10)
    assert skrift.width("Sum", 20) == pytest.approx(2 * skrift.width("Sum", 10))


def test_letters_that_meet_are_kerned() -> None:
    assert skrift.width("AV", 10) < skrift.width("A", 10) + skrift.width("V", 10)


def test_what_the_face_cannot_write_is_a_box() -> None:
    [glyph] = skrift.shape("\N{GRINNING FACE}").glyphs
    assert glyph.id == 0
    assert skrift.outline(glyph.id, "normal")


def test_a_space_has_no_outline() -> None:
    [glyph] = skrift.shape(NBSP).glyphs
    assert skrift.outline(glyph.id, "normal") == ""


def test_no_text_has_no_glyphs() -> None:
    assert skrift.shape("") == skrift.Line((), 0)
