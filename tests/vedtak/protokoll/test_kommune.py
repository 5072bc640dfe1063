"""Whose decision a document holds, by what its head says."""

import pytest

from bygdeplan.vedtak.protokoll.kommune import (
    find_kommune,
    other_kommune,
    speaks_of_another,
)
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke
from tests.plans import plan_with

PLAN = plan_with()
TOPPDAL, GLIMSUND = "toppdal", "ytre-glimsund"


def document(*lines: str) -> Møtedokument:
    return Møtedokument(tuple(Stykke(line, f"avsnitt {n}") for n, line in enumerate(lines, 1)))


HEADS = {
    "the first line": (["Toppdal kommune"], TOPPDAL),
    "a line below it": (["Møtebok", "Toppdal kommune"], TOPPDAL),
    "the first line, a label": (["Vedtak i Toppdal kommune"], TOPPDAL),
    "below the first label": (["Møtebok", "Vedtak:", "Toppdal kommune"], ""),
    "a label alone": (["Møtebok", "Vedtak i Toppdal kommune"], ""),
    "the twentieth line": ([*["Møtebok"] * 19, "Toppdal kommune"], TOPPDAL),
    "further down": ([*["Møtebok"] * 20, "Toppdal kommune"], ""),
    "two of them": (["Toppdal kommune", "Ytre Glimsund kommune"], ""),
    "one line after the other": (["Toppdal", "kommune"], ""),
    "nothing": ([], ""),
}


@pytest.mark.parametrize(("lines", "kommune"), HEADS.values(), ids=HEADS)
def test_kommune_by_the_head(lines: list[str], kommune: str) -> None:
    assert find_kommune(document(*lines), PLAN, "").kommune == kommune


ADDRESS = "Toppdal kommune\nEin\nTo\n{}3999 Toppdal"
LETTERS = {
    "its receiver": (ADDRESS.format(""), ""),
    "farther off": (ADDRESS.format("Tre\n"), TOPPDAL),
}


@pytest.mark.parametrize(("lines", "kommune"), LETTERS.values(), ids=LETTERS)
def test_letter_is_from_nobody_that_it_is_sent_to(lines: str, kommune: str) -> None:
    assert find_kommune(document("Vår ref: 31/104", lines), PLAN, "").kommune == kommune


def test_properties_that_name_no_kommune_of_the_plan_say_nothing() -> None:
    said = Møtedokument((Stykke("Møtebok", ""),), eigenskapar={"Kommune": "nordvik"})
    found = find_kommune(said, PLAN, "")
    assert (found.kommune, found.kjelde) == ("", None)
    assert found.grunn.startswith("Dokumentet seier ikkje kva kommune det er frå.")


HEADINGS = {
    "its own": ("Vedtak i Toppdal kommunestyre", ""),
    "another": ("Vedtak i Ytre Glimsund kommunestyre", "Ytre Glimsund"),
    "both": ("Vedtak i Toppdal og Ytre Glimsund", "Ytre Glimsund"),
    "none": ("Vedtak", ""),
}


@pytest.mark.parametrize(("heading", "name"), HEADINGS.values(), ids=HEADINGS)
def test_another_kommune_in_a_heading(heading: str, name: str) -> None:
    assert other_kommune(heading, PLAN, TOPPDAL) == name


SPOKEN_OF = {
    "its own": (["Toppdal kommunestyre"], ""),
    "another": (["Møtebok", "Ytre Glimsund kommunestyre"], "Ytre Glimsund"),
    "both": (["Ytre Glimsund kommune", "Toppdal kommune"], ""),
    "none": (["Kommunestyret"], ""),
    "a name that is no body": (["Ytre Glimsund"], ""),
}


@pytest.mark.parametrize(("lines", "name"), SPOKEN_OF.values(), ids=SPOKEN_OF)
def test_document_that_speaks_of_another_alone(lines: list[str], name: str) -> None:
    assert speaks_of_another(document(*lines), PLAN, TOPPDAL) == name
