"""Where in the file each path of a plan stands."""

import pytest

from bygdeplan.funn.finding import Span
from bygdeplan.load.compose import compose
from bygdeplan.load.reglar import MANGLAR
from bygdeplan.load.source import Source
from bygdeplan.model import Path

TEXT = """\
# Planen
år: 2031
delmål:
  bustad: {nr: 1, tittel: Hus}
  helse:
    skildring: |
      Ein tekst
      på fleire linjer.
    vekt:
vedlegg:
  - Planen
  - >-
    Lista over
    endringar
  - namn: Meir
    år: 2030
"""


def source(text: str = TEXT) -> Source:
    return Source("plan.yaml", text, compose(text)[0])


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("år",), (2, 5, 9), (2, 1, 3)),
        (("delmål", "bustad", "nr"), (4, 16, 17), (4, 12, 14)),
        (("delmål", "bustad", "tittel"), (4, 27, 30), (4, 19, 25)),
        # A group on one line is shown; what fills several lines is shown by its key.
        (("delmål", "bustad"), (4, 11, 31), (4, 3, 9)),
        (("delmål",), (3, 1, 7), (3, 1, 7)),
        (("delmål", "helse", "skildring"), (6, 5, 14), (6, 5, 14)),
        # Nothing is written after the key.
        (("delmål", "helse", "vekt"), (9, 10, 10), (9, 5, 9)),
        # A list item has no key: its first key, or where its text begins
        (("vedlegg", 0), (11, 5, 11), (11, 5, 11)),
        (("vedlegg", 1), (12, 5, 6), (12, 5, 6)),
        (("vedlegg", 2), (15, 5, 9), (15, 5, 9)),
        (("vedlegg", 2, "år"), (16, 9, 13), (16, 5, 7)),
        # What is absent is shown by the nearest around it.
        (("finst ikkje",), (2, 1, 3), (2, 1, 3)),
        (("delmål", "bustad", "vekt"), (4, 3, 9), (4, 3, 9)),
        (("delmål", "helse", "tittel"), (5, 3, 8), (5, 3, 8)),
        (("vedlegg", 7), (10, 1, 8), (10, 1, 8)),
        (("vedlegg", 2, "merknad"), (15, 5, 9), (15, 5, 9)),
        # A value that stands for a group
        (("år", "beløp"), (2, 5, 9), (2, 1, 3)),
        # A segment that is not in the file, before one that is
        (("delmål", "union", "bustad", "nr"), (4, 16, 17), (4, 12, 14)),
        ((), (2, 1, 3), (2, 1, 3)),
    ],
)
def test_place(path: Path, value: tuple[int, int, int], key: tuple[int, int, int]) -> None:
    for is_key, (line, start, end) in ((False, value), (True, key)):
        assert source().locate(path, key=is_key) == Span(line, start, line, end)


def test_years_are_found_as_numbers_and_as_text() -> None:
    years = source("budsjett:\n  2031: {kostnad: 1}\n")
    assert years.locate(("budsjett", 2031, "kostnad")) == Span(2, 19, 2, 20)
    assert years.locate(("budsjett", "2031", "kostnad")) == Span(2, 19, 2, 20)


@pytest.mark.parametrize("text", ["", "# berre ein kommentar"])
def test_everything_in_an_empty_file_is_at_its_beginning(text: str) -> None:
    assert source(text).locate(("år",)) == Span(1, 1, 1, 1)
    assert source(text).node(("år",)) is None
    assert source(text).keys(()) == set()


def test_a_finding_with_a_place_of_its_own_is_there() -> None:
    place = Span(7, 1, 7, 5)
    assert source().place(MANGLAR.finding(("år",), "", "", span=place)) == place
    assert source().place(MANGLAR.finding(("år",), "", "")) == Span(2, 5, 2, 9)
    assert source().place(MANGLAR.finding(("år",), "", "", at_key=True)) == Span(2, 1, 2, 3)


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ((), {"år", "delmål", "vedlegg"}),
        (("delmål", "bustad"), {"nr", "tittel"}),
        (("vedlegg", 2), {"namn", "år"}),
        (("vedlegg",), set()),
        (("år",), set()),
        (("finst", "ikkje"), set()),
    ],
)
def test_keys(path: Path, keys: set[str]) -> None:
    assert source().keys(path) == keys


def test_empty() -> None:
    assert source().is_empty(("delmål", "helse", "vekt"))
    assert not source().is_empty(("delmål", "helse", "tittel"))
    assert not source().is_empty(("delmål", "helse"))
    assert not source('a: ""').is_empty(("a",))


@pytest.mark.parametrize(
    "written", ["{nynorsk: , bokmål: Ja}", "{nynorsk: , merknad: }", "{nynorsk: {bokmål: Ja}}"]
)
def test_a_text_in_both_forms_is_not_empty(written: str) -> None:
    assert not source(f"a: {written}").is_empty(("a",))


@pytest.mark.parametrize("written", ["{nynorsk: , bokmål: }", "{bokmål: }"])
def test_a_text_in_both_forms_is_empty_when_each_is(written: str) -> None:
    assert source(f"a: {written}").is_empty(("a",))


COMMENTS: dict[str, list[tuple[int, int, str]]] = {
    "# a\nb: 1  # c # d  \n\n  # e\n": [(1, 1, "# a"), (2, 7, "# c # d"), (4, 3, "# e")],
    "a: '# b'  # c\nd: e#f\n": [(1, 11, "# c")],
    "a: |  # b\n  # c\n\n# d\n": [(1, 7, "# b"), (4, 1, "# d")],
    "a: {b: 1,  # c\n  d: 2}  # e\n": [(1, 12, "# c"), (2, 10, "# e")],
}


@pytest.mark.parametrize(("text", "found"), COMMENTS.items())
def test_comments(text: str, found: list[tuple[int, int, str]]) -> None:
    read = Source("plan.yaml", text, compose(text)[0])
    assert [(span.line, span.column, said) for span, said in read.comments()] == found
