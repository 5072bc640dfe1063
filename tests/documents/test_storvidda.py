"""A large pilot: thirty measures with long titles, fifteen kommunar."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, document_set
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.documents.saksframlegg import build_saksframlegg
from bygdeplan.endring import diff_plans
from bygdeplan.load import load_plan
from bygdeplan.model.plan import Plan
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.plans import GONE, ROOT, Edits, small_plan

STORVIDDA = ROOT / "tests" / "cases" / "storvidda" / "plans"


@cache
def storvidda(year: int) -> Plan:
    plan = load_plan(STORVIDDA / f"{year}.yaml").plan
    assert plan is not None
    return plan


@cache
def sheets() -> list[str]:
    """The pages of the handlingsplan in pdf."""
    documents = document_set(storvidda(2031), storvidda(2030), ["handlingsplan"], [])
    [data] = produce(documents, Malar(), ["pdf"], Path()).values()
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(data)).pages]


@pytest.mark.slow
def test_the_first_page_holds_every_measure() -> None:
    measures = list(storvidda(2031).alle_tiltak)
    assert len(measures) == 30
    first, second, *_ = sheets()
    assert first.startswith("Handlingsplan 2031 Storvidda")
    rows = [f"{place.tiltak.nr} {place.tiltak.tittel[:20]}" for place in measures]
    assert [row for row in rows if row not in first] == []
    assert "tiltaket går føre seg det året" in first
    assert "Innhald" in second


@pytest.mark.slow
def test_no_measure_is_divided_on_two_pages() -> None:
    for place in storvidda(2031).alle_tiltak:
        if place.tiltak.avslutta:
            continue
        name = f"Tiltak {place.tiltak.nr} {place.tiltak.tittel}"
        [card] = [sheet.partition(name)[2] for sheet in sheets() if name in sheet]
        assert "Kostnad og finansiering" in card
        assert "Sum" in card.partition("Kostnad og finansiering")[2]


def test_what_is_counted_adds_up() -> None:
    diff = diff_plans(storvidda(2030), storvidda(2031))
    view = build_handlingsplan(storvidda(2031), diff)
    numbers = [len(diff.nye), len(diff.endra), len(diff.avslutta), len(diff.vidareførte)]
    assert view.nøkkeltal[0].tal == str(sum(numbers)) == "30"
    assert view.endringar is not None
    assert [figure.tal for figure in view.endringar.nøkkeltal[:4]] == [*map(str, numbers)]


ONE: Edits = {
    "kommunar/ytre-glimsund": GONE,
    "budsjett/fordelingsnøklar": {"likt": {"tittel": "likt", "delar": {"toppdal": 1}}},
}


@pytest.mark.parametrize(
    ("plan", "number"),
    [(small_plan(ONE), 1), (small_plan(), 2), (storvidda(2031), 15)],
    ids=["one", "two", "fifteen"],
)
def test_every_kommune_has_its_meetings(plan: Plan, number: int) -> None:
    kommunar = list(plan.kommunar)
    assert len(kommunar) == number
    view = build_saksframlegg(plan, kommunar[0], None)
    names = [rad.namn for rad in view.møte.rader[:number]]
    assert names == [kommune.namn for kommune in plan.kommunar.values()]
    assert view.kort.punkt == tuple(plan.innstilling)


OF_SEVERAL = re.compile(
    r"\b(?:alle|dei same|de samme) (?:kommun|punkt)\w+|\bKommun[ae]ne betaler",
    re.IGNORECASE,
)


@pytest.mark.parametrize("form", ["nynorsk", "bokmål"])
def test_of_one_kommune_alone_no_document_speaks_of_several(form: str) -> None:
    def said(plan: Plan) -> list[str]:
        pages = (
            Malar().page(document)
            for document in document_set(plan, None, DOKUMENTSLAG, list(plan.kommunar))
        )
        return [found for page in pages for found in OF_SEVERAL.findall(page)]

    two: Edits = {"målform": form, "samandrag": "Kort.", "innleiing": "Kort."}
    assert said(small_plan(two))
    assert said(small_plan({**two, **ONE})) == []
