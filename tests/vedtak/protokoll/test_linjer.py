"""Lines put together to paragraphs, headings and points."""

import pytest

from bygdeplan.vedtak.protokoll.les.linjer import Linje, as_point, paragraphs
from bygdeplan.vedtak.protokoll.tekst import LINJEBROT, Stykke

LONG = "Tre fire fem seks sju åtte ni"

JOINED: dict[str, tuple[list[str], list[str]]] = {
    "a line that goes on": (["Ein to", "tre"], ["Ein to tre"]),
    "an empty line": (["Ein to", " ", "tre"], ["Ein to", "tre"]),
    "several empty lines": (["", "Ein", "", "", "to", ""], ["Ein", "to"]),
    "a sentence after another": (["Ein to.", "Tre fire fem."], ["Ein to. Tre fire fem."]),
    "six words without a stop": (
        ["Ein to.", "Tre fire fem seks sju åtte"],
        ["Ein to.", "Tre fire fem seks sju åtte"],
    ),
    "seven words without a stop": (["Ein to.", LONG], [f"Ein to. {LONG}"]),
    "few words in small letters": (["Ein to.", "tre fire"], ["Ein to. tre fire"]),
    "few words in the middle of a sentence": (["Ein to", "Tre fire"], ["Ein to Tre fire"]),
    "a vote": (["Ein to.", "Samrøystes vedteke."], ["Ein to.", "Samrøystes vedteke."]),
    "left of a point": (["1. Ein", "   to.", f"{LONG}."], ["Ein to.", f"{LONG}."]),
    "as far in as a point": (["1. Ein", "   to.", f"   {LONG}."], [f"Ein to. {LONG}."]),
    "between a point and its text": (["1. Ein", "   to.", f" {LONG}."], ["Ein to.", f"{LONG}."]),
    "below a point of one line": (["1. Ein to.", f"{LONG}."], [f"Ein to. {LONG}."]),
    "left of what is no point": (["Ein", "   to.", f"{LONG}."], [f"Ein to. {LONG}."]),
    "points": (["1. Ein", "2. To"], ["Ein", "To"]),
    "a hyphen at the end": (["Ein over-", "føring"], [f"Ein over{LINJEBROT}føring"]),
    "a soft hyphen at the end": (["Ein over\u00ad", "føring"], [f"Ein over{LINJEBROT}føring"]),
    "a dash at the end": (["Ein –", "to"], ["Ein – to"]),
    "a label": (["Vedtak:", "Ein to"], ["Vedtak:", "Ein to"]),
    "a label that goes on": (["Vedtak: Ein", "to"], ["Vedtak: Ein to"]),
    "a label in a sentence": (["Dette er", "vedtak:"], ["Dette er vedtak:"]),
    "a label after a line": (["Ein to", "Vedtak:"], ["Ein to", "Vedtak:"]),
    "the heading of a case": (
        ["Ein to", "PS 12/31 Vegplan", "Tre"],
        ["Ein to", "PS 12/31 Vegplan", "Tre"],
    ),
    "a heading of Markdown": (["Ein to", "## Vedtak ##", "Tre"], ["Ein to", "Vedtak", "Tre"]),
}


@pytest.mark.parametrize(("lines", "joined"), JOINED.values(), ids=JOINED)
def test_lines_that_are_one_paragraph(lines: list[str], joined: list[str]) -> None:
    found = paragraphs(Linje(line, "") for line in lines)
    assert [each.tekst.replace("\n", " ") for each in found] == joined


def test_line_breaks_are_kept() -> None:
    [found] = paragraphs(Linje(line, "") for line in ("Ein to", " tre"))
    assert found.tekst == "Ein to\ntre"


@pytest.mark.parametrize(
    ("last", "first", "pieces"),
    [("Ein to.", f"{LONG}.", 2), ("Ein to", f"{LONG}.", 1), ("Ein to.", f"tre {LONG}.", 1)],
)
def test_sentence_on_a_new_page_is_a_paragraph(last: str, first: str, pieces: int) -> None:
    found = list(paragraphs([Linje(last, "s. 1"), Linje(first, "s. 2", ny_side=True)]))
    assert [each.stad for each in found] == ["s. 1", "s. 2"][:pieces]


def test_heading_of_markdown_is_one() -> None:
    assert list(paragraphs([Linje("# 1. Vedtak", "linje 1")])) == [
        Stykke("1. Vedtak", "linje 1", er_overskrift=True)
    ]


POINTS = {
    "1. Ein": ("Ein", "1."),
    " 12) Ein": ("Ein", "12)"),
    "1 . Ein": ("Ein", "1 ."),
    "(1) Ein": ("Ein", "(1)"),
    "Punkt 2: Ein": ("Ein", "Punkt 2:"),
    "Pkt. 2. Ein": ("Ein", "Pkt. 2."),
    "pkt 2) Ein": ("Ein", "pkt 2)"),
    "a) Ein": ("Ein", "a)"),
    "iv) Ein": ("Ein", "iv)"),
    "- Ein": ("Ein", "-"),
    "• Ein": ("Ein", "•"),
    "– Ein": ("Ein", "–"),
    "12. jun er ein dag": ("jun er ein dag", "12."),
}


@pytest.mark.parametrize(("text", "point"), POINTS.items())
def test_text_that_begins_like_a_point(text: str, point: tuple[str, str]) -> None:
    found = as_point(text, "linje 1", "noko")
    assert (found.er_punkt, found.nivå, found.stad, found.atterhald) == (True, 0, "linje 1", "noko")
    assert (found.tekst, found.teikn) == point


MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september"),
    *("oktober", "november", "desember", "jan", "feb", "febr", "apr", "aug", "sep", "sept", "okt"),
    *("nov", "des"),
)


@pytest.mark.parametrize(
    "text",
    [*(f"2. {month} 2031" for month in MONTHS), "123. Ein", "1.Ein", "1. ", "ab) Ein", "Ein"],
)
def test_text_that_is_no_point(text: str) -> None:
    found = as_point(text, "")
    assert (found.er_punkt, found.tekst, found.teikn) == (False, text.strip(), "")


def test_sign_in_a_list_is_part_of_the_text() -> None:
    found = as_point("- Ein", "", nivå=2)
    assert (found.er_punkt, found.tekst, found.nivå) == (True, "- Ein", 2)
