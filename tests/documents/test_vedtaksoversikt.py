"""The overview of the decisions: how far they have come, whose words part, what was added."""

from typing import Any

import pytest

from bygdeplan.documents.vedtaksoversikt import Vedtaksoversikt, build_vedtaksoversikt
from bygdeplan.ord.frase import shipped_words
from tests.plans import GONE, Edits, plan_with, raw_plan
from tests.rendered import headings, read, render, section, text_of, texts

TOPPDAL, GLIMSUND = "kommunar/toppdal", "kommunar/ytre-glimsund"
POINTS = raw_plan(2031)["innstilling"]
ADOPTED = {"utfall": "vedteke"}
OTHER = {"utfall": "vedteke", "punkt": [POINTS[0], "Ubrukte midlar blir ståande.", POINTS[2]]}
EXTRA = {"utfall": "vedteke", "tilleggspunkt": ["Kommunen ventar tiltak."]}


def overview(edits: Edits) -> Vedtaksoversikt:
    return build_vedtaksoversikt(plan_with(edits))


def with_thirteen_more(edits: Edits, vedtak: Any = GONE) -> Edits:
    """Fifteen kommunar in all; what the thirteen have decided."""
    more = {
        f"kommunar/k{number}": {"namn": f"Bygd {number}", "nummer": str(9900 + number)}
        for number in range(13)
    }
    decided = {} if vedtak is GONE else {f"{path}/vedtak": vedtak for path in more}
    return {**more, **decided, **edits}


SUMMARIES: dict[str, tuple[Edits, str]] = {
    "nobody": ({}, "Ingen har gjort vedtak om planen enno."),
    "one": (
        {f"{TOPPDAL}/vedtak": ADOPTED},
        "Eitt av dei to kommunestyra har vedteke planen, med den felles ordlyden.",
    ),
    "one with other words": (
        {f"{TOPPDAL}/vedtak": OTHER},
        "Eitt av dei to kommunestyra har vedteke planen, men ikkje med den felles ordlyden.",
    ),
    "both": (
        {f"{TOPPDAL}/vedtak": ADOPTED, f"{GLIMSUND}/vedtak": EXTRA},
        "Begge kommunestyra har vedteke planen med likelydande vedtak.",
    ),
    "both, one with other words": (
        {f"{TOPPDAL}/vedtak": ADOPTED, f"{GLIMSUND}/vedtak": OTHER},
        "Begge kommunestyra har vedteke planen, eitt av dei med den felles ordlyden.",
    ),
    "both with other words": (
        {f"{TOPPDAL}/vedtak": OTHER, f"{GLIMSUND}/vedtak": OTHER},
        "Begge kommunestyra har vedteke planen, ingen av dei med den felles ordlyden.",
    ),
    "put off": (
        {f"{TOPPDAL}/vedtak": {"utfall": "utsett"}},
        "Ingen av dei to kommunestyra har vedteke planen.",
    ),
    "the only one": (
        {GLIMSUND: GONE, f"{TOPPDAL}/vedtak": ADOPTED},
        "Kommunestyret har vedteke planen.",
    ),
    "the only one with other words": (
        {GLIMSUND: GONE, f"{TOPPDAL}/vedtak": OTHER},
        "Kommunestyret har vedteke planen, men ikkje med den felles ordlyden.",
    ),
    "the only one has put it off": (
        {GLIMSUND: GONE, f"{TOPPDAL}/vedtak": {"utfall": "utsett"}},
        "Kommunestyret har ikkje vedteke planen.",
    ),
    "one of fifteen": (
        with_thirteen_more({f"{TOPPDAL}/vedtak": ADOPTED}),
        "Eitt av dei 15 kommunestyra har vedteke planen, med den felles ordlyden.",
    ),
    "thirteen of fifteen": (
        with_thirteen_more({}, ADOPTED),
        "13 av dei 15 kommunestyra har vedteke planen, med den felles ordlyden.",
    ),
    "all of fifteen": (
        with_thirteen_more({f"{TOPPDAL}/vedtak": ADOPTED, f"{GLIMSUND}/vedtak": EXTRA}, ADOPTED),
        "Alle dei 15 kommunestyra har vedteke planen med likelydande vedtak.",
    ),
    "all of fifteen, thirteen with other words": (
        with_thirteen_more({f"{TOPPDAL}/vedtak": ADOPTED, f"{GLIMSUND}/vedtak": EXTRA}, OTHER),
        "Alle dei 15 kommunestyra har vedteke planen, to av dei med den felles ordlyden.",
    ),
}


@pytest.mark.parametrize(("edits", "said"), SUMMARIES.values(), ids=SUMMARIES)
def test_how_far_it_has_come(edits: Edits, said: str) -> None:
    assert overview(edits).samandrag == said


BOKMÅL: dict[str, tuple[Edits, str]] = {
    "one of two": (
        {f"{TOPPDAL}/vedtak": ADOPTED},
        "av de to kommunestyrene har vedtatt planen, med den felles ordlyden.",
    ),
    "both": (
        {f"{TOPPDAL}/vedtak": ADOPTED, f"{GLIMSUND}/vedtak": EXTRA},
        "Begge kommunestyrene har vedtatt planen med likelydende vedtak.",
    ),
    "the only one": (
        {GLIMSUND: GONE, f"{TOPPDAL}/vedtak": ADOPTED},
        "Kommunestyret har vedtatt planen.",
    ),
    "all of fifteen": (
        with_thirteen_more({f"{TOPPDAL}/vedtak": ADOPTED, f"{GLIMSUND}/vedtak": EXTRA}, ADOPTED),
        "Alle de 15 kommunestyrene har vedtatt planen med likelydende vedtak.",
    ),
}


@pytest.mark.parametrize(("edits", "said"), BOKMÅL.values(), ids=BOKMÅL)
def test_how_far_it_has_come_in_bokmål(edits: Edits, said: str) -> None:
    with shipped_words("bokmål").in_use():
        assert overview(edits).samandrag.endswith(said)


def row(edits: Edits, organ: str) -> tuple[str, ...]:
    (found,) = [rad for rad in overview(edits).vedtak.rader if rad.namn == organ]
    return tuple(map(str, found.celler))


ROWS: dict[str, tuple[Edits, str, tuple[str, ...]]] = {
    "not decided": ({}, "Kommunestyret i Ytre Glimsund", ("13.02.2031", "–", "Står att", "–")),
    "a day that is not confirmed": (
        {},
        "Kommunestyret i Toppdal",
        ("20.02.2031 (førebels)", "–", "Står att", "–"),
    ),
    "decided on another day": (
        {f"{GLIMSUND}/vedtak": {**ADOPTED, "dato": "2031-02-14", "saksnummer": "0003/31"}},
        "Kommunestyret i Ytre Glimsund",
        ("14.02.2031", "0003/31", "Vedteke", "Felles"),
    ),
    "with other words": (
        {f"{GLIMSUND}/vedtak": OTHER},
        "Kommunestyret i Ytre Glimsund",
        ("13.02.2031", "–", "Vedteke", "Eigen"),
    ),
    "with a point in addition": (
        {f"{GLIMSUND}/vedtak": EXTRA},
        "Kommunestyret i Ytre Glimsund",
        ("13.02.2031", "–", "Vedteke", "Felles, med tillegg"),
    ),
    "put off": (
        {f"{GLIMSUND}/vedtak": {"utfall": "utsett"}},
        "Kommunestyret i Ytre Glimsund",
        ("13.02.2031", "–", "Utsett", "–"),
    ),
    "the formannskap": (
        {f"{TOPPDAL}/formannskapsvedtak": ADOPTED},
        "Formannskapet i Toppdal",
        ("30.01.2031", "–", "Vedteke", "Felles"),
    ),
    "the ministry": (
        {"vidare_handsaming/kdd/vedtak": {**ADOPTED, "dato": "2031-06-18"}},
        "Kommunal- og distriktsdepartementet",
        ("18.06.2031", "–", "Vedteke", "–"),
    ),
}


@pytest.mark.parametrize(("edits", "organ", "cells"), ROWS.values(), ids=ROWS)
def test_row(edits: Edits, organ: str, cells: tuple[str, ...]) -> None:
    assert row(edits, organ) == cells


def test_formannskap_is_not_waited_for_when_the_kommunestyre_has_decided() -> None:
    view = overview({f"{TOPPDAL}/vedtak": ADOPTED})
    assert "Formannskapet i Toppdal" not in [rad.namn for rad in view.vedtak.rader]
    assert view.står_att[0] == "Kommunestyret i Ytre Glimsund: 13.\u00a0februar 2031"


def test_page_shows_what_parts_and_the_whole_decision() -> None:
    page = read(render(overview({f"{TOPPDAL}/vedtak": OTHER, f"{GLIMSUND}/vedtak": EXTRA})))
    own = " ".join(texts(section(page, "Vedtak med eigen ordlyd")))
    assert (
        "Punkt 2: ut: «midlar frå 2030 blir overførte til 2031.», inn: «midlar blir ståande.»"
        in own
    )
    assert all(point in own for point in OTHER["punkt"])
    assert "Kommunen ventar tiltak." in " ".join(texts(section(page, "Punkt i tillegg")))


def test_page_has_no_empty_sections() -> None:
    assert headings(read(render(overview({}))), 2) == [
        "Den felles ordlyden",
        "Kven som har vedteke kva",
    ]
    decided = {f"{kommune}/vedtak": ADOPTED for kommune in (TOPPDAL, GLIMSUND)}
    page = read(render(overview(decided)))
    assert headings(page, 2)[2:] == ["Dei som står att"]
    assert text_of(page).count(POINTS[0]) == 1
