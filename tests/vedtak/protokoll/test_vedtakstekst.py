"""The points of a passage, and what stands around them."""

import pytest

from bygdeplan.vedtak.protokoll.les.linjer import as_point
from bygdeplan.vedtak.protokoll.merkelapp import Merkelapp, Ordliste, Passasjeslag
from bygdeplan.vedtak.protokoll.saker import Passasje
from bygdeplan.vedtak.protokoll.tekst import LINJEBROT, Stykke
from bygdeplan.vedtak.protokoll.vedtakstekst import Vedtakslesar

COMMON = ("Planen er god for nærings- og bygdeliv.", "Vegen er over-god.")
NAMES = Ordliste(frozenset({"toppdal", "kari"}), frozenset(), frozenset())

PASSAGES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "points": (["1. Ein.", "2. To."], ["Ein.", "To."], []),
    "points without numbers": (["- Ein.", "- To."], ["Ein.", "To."], []),
    "what leads in": (
        ["Kommunestyret gjorde slikt vedtak: 3. mai", "Kommunestyret:", "1. Ein."],
        ["Ein."],
        ["Framfor punkta står det «Kommunestyret gjorde slikt vedtak: 3. mai»."],
    ),
    "what takes back before them": (
        ["Kommunestyret vedtek ikkje:", "1. Ein."],
        ["Ein."],
        ["Framfor punkta står det «Kommunestyret vedtek ikkje:»."],
    ),
    "a vote before them": (["Samrøystes vedteke:", "1. Ein."], ["Ein."], []),
    "a vote after them": (["1. Ein.", "Samrøystes vedteke."], ["Ein."], []),
    "a date and a page after them": (["1. Ein.", "03.05.2031", "2 / 3", "7", "—"], ["Ein."], []),
    "a name after them": (["1. Ein.", "Ola Nordmann, ordførar"], ["Ein."], []),
    "a name and more": (
        ["1. Ein.", "Ola Nordmann er einig"],
        ["Ein."],
        ["Etter punkta står det «Ola Nordmann er einig»."],
    ),
    "a title after them": (
        ["1. Ein.", "Kommunedirektøren i Toppdal"],
        ["Ein."],
        ["Etter punkta står det «Kommunedirektøren i Toppdal»."],
    ),
    "a sentence with a title": (
        ["1. Ein.", "Kommunedirektøren."],
        ["Ein."],
        ["Etter punkta står det «Kommunedirektøren.»."],
    ),
    "figures after them": (["1. Ein.", "0 – 21"], ["Ein."], ["Etter punkta står det «0 – 21»."]),
    "a place after them": (["1. Ein.", "Toppdal kommune"], ["Ein."], []),
    "a sentence about a place after them": (
        ["1. Ein.", "Toppdal kommune."],
        ["Ein."],
        ["Etter punkta står det «Toppdal kommune.»."],
    ),
    "paragraphs within lines": (
        ["Planen er god for alle.\nVegen er over-god."],
        ["Planen er god for alle.", "Vegen er over-god."],
        [],
    ),
    "a line that begins like a point amid a sentence": (
        ["Planen er god for alle langs\nVegen er over-god."],
        ["Planen er god for alle langs Vegen er over-god."],
        [],
    ),
    "more after them": (["1. Ein.", "Meir."], ["Ein."], ["Etter punkta står det «Meir.»."]),
    "a signature and more": (["1. Ein.", "Rett utskrift", "Meir."], ["Ein."], []),
    "a signature and what takes back": (
        ["1. Ein.", "Rett utskrift", "Meir.", "Meir.", "Ikkje meir."],
        ["Ein."],
        ["Etter punkta står det «Ikkje meir.»."],
    ),
    "far below a signature": (
        ["1. Ein.", "Rett utskrift", "Meir.", "Meir.", "Meir.", "Ikkje meir."],
        ["Ein."],
        ["Etter punkta står det «Ikkje meir.»."],
    ),
    "what fell far below a signature": (
        ["1. Ein.", "Rett utskrift", "Meir.", "Meir.", "Meir.", "Vedtaket er oppheva."],
        ["Ein."],
        ["Etter punkta står det «Vedtaket er oppheva.»."],
    ),
    "paragraphs": (["Ein.", "To."], ["Ein.", "To."], []),
    "more paragraphs than points": (
        ["Ein.", "To.", "Tre."],
        ["Ein.", "To."],
        ["Etter punkta står det «Tre.»."],
    ),
    "paragraphs that are led in and closed": (
        ["Kommunestyret:", "Ein.", "Samrøystes vedteke."],
        ["Ein."],
        [],
    ),
    "numbers that do not go upwards": (
        ["1. Ein.", "3. To."],
        ["Ein.", "To."],
        ["Punkta er nummererte 1, 3."],
    ),
    "numbers that begin late": (["2. Ein."], ["Ein."], ["Punkta er nummererte 2."]),
    "one number left out": (
        ["1. Ein.", "- To."],
        ["Ein.", "To."],
        ["Punkta er nummererte 1."],
    ),
}


def read(*stykke: Stykke) -> tuple[list[str], list[str]]:
    passage = Passasje(Merkelapp(Passasjeslag.VEDTAK, "Vedtak"), "", stykke=list(stykke))
    found = Vedtakslesar(COMMON, NAMES).read(passage)
    return list(found.punkt), list(found.ukjent)


@pytest.mark.parametrize(("lines", "points", "doubts"), PASSAGES.values(), ids=PASSAGES)
def test_points_of_a_passage(lines: list[str], points: list[str], doubts: list[str]) -> None:
    assert read(*(as_point(line, "") for line in lines)) == (points, doubts)


def test_point_under_a_point_is_told_once() -> None:
    levels = [
        Stykke(text, "", er_punkt=True, nivå=nivå)
        for text, nivå in zip("abc", (2, 3, 3), strict=True)
    ]
    assert read(*levels) == (["a", "b", "c"], ["«b» er eit underpunkt."])


def test_points_that_all_lie_deep_are_no_points_under_points() -> None:
    levels = [Stykke(text, "", er_punkt=True, nivå=3) for text in "ab"]
    assert read(*levels) == (["a", "b"], [])


def test_reservation_of_a_point_is_told() -> None:
    point = Stykke("Ein", "", er_punkt=True, atterhald="noko er stroke over")
    assert read(point)[1] == ["Punkt 1 er ikkje berre tekst: noko er stroke over."]


BROKEN = {
    "as one word": (f"Pla{LINJEBROT}nen", "Planen"),
    "with its hyphen": (f"over{LINJEBROT}god.", "over-god."),
    "as two words": (f"nærings{LINJEBROT}og", "nærings- og"),
    "a word nobody knows": (f"by{LINJEBROT}ane", "byane"),
}


@pytest.mark.parametrize(("written", "read_as"), BROKEN.values(), ids=BROKEN)
def test_hyphen_at_the_end_of_a_line_is_settled_by_the_common_points(
    written: str, read_as: str
) -> None:
    assert read(Stykke(written, "", er_punkt=True))[0] == [read_as]
