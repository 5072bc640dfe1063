"""How words are broken in the drawings."""

import json
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bygdeplan.ord.skriv import NBSP
from bygdeplan.utsjanad.diagram.bilete import tidy
from bygdeplan.utsjanad.typst import Typstkjelde, to_svg
from tests.utsjanad.diagram.drawn import MALAR, Word, read, unspaced


def broken(text: str, room: float, lines: int, vekt: str = "regular") -> list[Word]:
    """What stands in each line when a text has so many points of room."""
    kjelder = [
        "#let stil = json(bytes(sys.inputs.stil))",
        '#let diagram = (språk: "nn-NO")',
        MALAR.read("diagram/felles.typ"),
        f'#context brote(json(bytes(sys.inputs.tekst)), {room}pt, linjer: {lines}, vekt: "{vekt}")',
    ]
    inputs = {"stil": json.dumps(MALAR.husstil.values()), "tekst": json.dumps(text)}
    svg, _, _ = tidy(to_svg(list(map(Typstkjelde, kjelder)), inputs))
    words = read(svg).words
    rows = [list(row) for _, row in groupby(words, key=lambda word: round(word.base, 2))]
    return [
        Word(
            "".join(word.text for word in row),
            row[0].left,
            row[-1].right,
            row[0].base,
            row[0].bold,
            row[0].fill,
        )
        for row in rows
    ]


# «~» is the no-break space; the room is in points at a size of 9.
BROKEN: dict[str, tuple[str, float, int, list[str]]] = {
    "it fits": ("Ein sti", 90, 2, ["Ein sti"]),
    "at a space": ("Ein sti ved fjorden", 54, 2, ["Ein sti ved", "fjorden"]),
    "lines about as long as each other": (
        "Nettverk for bygg og anlegg i heile dalen",
        135,
        2,
        ["Nettverk for bygg og", "anlegg i heile dalen"],
    ),
    "cut in the last line": (
        "Ein sti ved fjorden og fjellet",
        54,
        2,
        ["Ein sti ved", "fjorden og fj…"],
    ),
    "cut in the only line": ("Ein sti ved fjorden", 54, 1, ["Ein sti ved fj…"]),
    "a word too long, divided as the language does": (
        "Tilskotsordning",
        45,
        2,
        ["Tilskots-", "ordning"],
    ),
    "a word that no rule divides": ("x" * 48, 120, 3, [f"{'x' * 24}-", "x" * 24]),
    "not at a no-break space": (
        "Frå og med 2.~juni 2031",
        54,
        3,
        ["Frå og med", "2.~juni 2031"],
    ),
    "line breaks in the text are spaces": ("Ein\nsti", 90, 2, ["Ein sti"]),
    "no markup": (
        "*Ein* #sti <b> $x$ 'y'",
        200,
        1,
        ["*Ein* #sti <b> $x$ 'y'"],
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_text_is_broken_to_fit(case: str) -> None:
    text, room, lines, expected = BROKEN[case]
    found = broken(text.replace("~", NBSP), room, lines)
    assert [line.text for line in found] == [unspaced(line.replace("~", "")) for line in expected]


@given(
    st.text("abcæøåWi- ", min_size=1, max_size=200).filter(str.strip),
    st.integers(110, 200),
    st.integers(1, 3),
)
@settings(max_examples=60, deadline=None)
def test_no_line_is_longer_than_its_room(text: str, room: int, lines: int) -> None:
    found = broken(text, room, lines)
    assert 1 <= len(found) <= lines
    assert all(line.right - line.left <= room + 0.05 for line in found)


@given(st.lists(st.text("abcæøå", min_size=1, max_size=8), min_size=1, max_size=9))
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_where_there_is_room(words: list[str]) -> None:
    found = broken(" ".join(words), 60, 9)
    assert "".join(line.text for line in found) == "".join(words)


def test_semibold_is_wider() -> None:
    [regular], [semibold] = broken("Sum", 90, 1), broken("Sum", 90, 1, "semibold")
    assert (regular.bold, semibold.bold) == (False, True)
    assert semibold.right > regular.right
