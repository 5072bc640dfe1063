"""The status report: the cells of a measure, statuses in words, and what is left out."""

import pytest

from bygdeplan.documents.statusrapport import build_statusrapport
from bygdeplan.ord.nynorsk import NBSP
from tests.plans import GONE, Edits, Raw, small_plan
from tests.rendered import headings, read, render, text_of, texts

TILTAK = "delmål/eitt/tiltak"
STI = f"{TILTAK}/sti"


def measure(nr: int, status: str | None = None, **more: str) -> Raw:
    known = {"status": status} if status else {}
    title = {"nr": nr, "tittel": f"Tiltak {nr}", "skildring": "Noko.", "statlege_midlar": "nei"}
    return title | known | more


CELLS: dict[str, tuple[Edits, tuple[str, str]]] = {
    "nothing is known": ({}, ("–", "–")),
    "not started": ({f"{STI}/status": "ikkje starta"}, ("Ikkje starta.", "–")),
    "not started, with a reason": (
        {f"{STI}/status": "ikkje starta", f"{STI}/gjennomført": "Ventar på anbod."},
        ("Ventar på anbod.", "–"),
    ),
    "put off": ({f"{STI}/status": "utsett"}, ("Utsett.", "–")),
    "put off, with a result": (
        {f"{STI}/status": "utsett", f"{STI}/førebels_resultat": "Folk ventar."},
        ("Utsett.", "Folk ventar."),
    ),
    "put off, with a reason": (
        {f"{STI}/status": "utsett", f"{STI}/gjennomført": "Ventar på anbod."},
        ("Ventar på anbod.", "–"),
    ),
    "put off, with a mark": (
        {f"{STI}/status": "utsett", f"{STI}/døme": ["status"]},
        ("Utsett (døme).", "–"),
    ),
    "under way, nothing told": ({f"{STI}/status": "i arbeid"}, ("I arbeid.", "–")),
    "under way, with a result": (
        {f"{STI}/status": "i arbeid", f"{STI}/førebels_resultat": "Folk går."},
        ("–", "Folk går."),
    ),
    "closed, nothing told": ({f"{STI}/status": "avslutta"}, ("Avslutta.", "–")),
    "closed, with how it ended": (
        {f"{STI}/status": "avslutta", f"{STI}/avslutning": {"utfall": "stansa"}},
        ("Avslutta: stansa.", "–"),
    ),
    "put off, as another measure": (
        {f"{STI}/status": "utsett", f"{STI}/som_tiltak": "bru", f"{TILTAK}/bru": measure(4)},
        ("Som tiltak 4.", "–"),
    ),
    "carried out": ({f"{STI}/gjennomført": "Stien er bygd."}, ("Stien er bygd.", "–")),
    "carried out, with a result": (
        {f"{STI}/gjennomført": "Stien er bygd.", f"{STI}/førebels_resultat": "Folk går."},
        ("Stien er bygd.", "Folk går."),
    ),
    "as another measure": (
        {f"{STI}/som_tiltak": "bru", f"{TILTAK}/bru": measure(4)},
        ("Som tiltak 4.", "–"),
    ),
    "as another measure, with a result of its own": (
        {
            f"{STI}/som_tiltak": "bru",
            f"{STI}/førebels_resultat": "Folk går.",
            f"{TILTAK}/bru": measure(4),
        },
        ("Som tiltak 4.", "Folk går."),
    ),
    "as another measure, but with a text of its own": (
        {f"{STI}/som_tiltak": "bru", f"{STI}/gjennomført": "Sti.", f"{TILTAK}/bru": measure(4)},
        ("Sti.", "–"),
    ),
    # A rule says that there is no such measure.
    "as a measure there is not": ({f"{STI}/som_tiltak": "bru"}, ("–", "–")),
    "in several paragraphs": ({f"{STI}/gjennomført": "Eitt.\n\n- To."}, ("Eitt. To.", "–")),
}


@pytest.mark.parametrize(("edits", "expected"), CELLS.values(), ids=CELLS)
def test_cells_of_a_measure(edits: Edits, expected: tuple[str, str]) -> None:
    page = read(render(build_statusrapport(small_plan(edits))))
    row = next(next(page.iter("tbody")).iter("tr"))
    assert tuple(texts(row.iter("td"))) == expected
    assert text_of(next(row.iter("th"))) == "1 Sti"


COUNTS: dict[tuple[str | None, ...], str] = {
    (): "ingen tiltak",
    ("i arbeid",): "eitt i arbeid",
    ("i arbeid", "i arbeid"): "to i arbeid",
    ("utsett",): "eitt utsett",
    ("utsett", "utsett"): "to utsette",
    ("avslutta",) * 3: "tre avslutta",
    ("ikkje starta",) * 2: "to ikkje starta",
    (None,): "eitt utan oppgjeven status",
    (None, None, "i arbeid"): "eitt i arbeid og to utan oppgjeven status",
    # In the order of the statuses, not of the measures.
    ("avslutta", "ikkje starta", "utsett", "i arbeid"): (
        "eitt ikkje starta, eitt i arbeid, eitt utsett og eitt avslutta"
    ),
    ("i arbeid",) * 12: "tolv i arbeid",
    ("i arbeid",) * 13: "13 i arbeid",
}


@pytest.mark.parametrize(("statuses", "words"), COUNTS.items())
def test_statuses_are_counted_in_words(statuses: tuple[str | None, ...], words: str) -> None:
    measures = {f"t{nr}": measure(nr, status) for nr, status in enumerate(statuses, 1)}
    view = build_statusrapport(small_plan({TILTAK: measures}))
    assert view.teljing == words
    assert view.delmål[0].teljing == words


def test_statuses_are_counted_for_each_sub_goal_and_altogether() -> None:
    other = {"nr": 2, "tittel": "Det andre", "vekt": 0, "tiltak": {"bru": measure(1, "utsett")}}
    view = build_statusrapport(small_plan({f"{STI}/status": "utsett", "delmål/to": other}))
    assert view.teljing == "to utsette"
    assert [delmål.teljing for delmål in view.delmål] == ["eitt utsett", "eitt utsett"]


def test_a_line_that_neither_costs_nor_used_anything_is_left_out() -> None:
    nothing = {"kostnad": 0, "finansiering": {}}
    view = build_statusrapport(small_plan({f"{STI}/budsjett/2031": nothing}))
    assert view.delmål[0].rekneskap is None
    used = {**nothing, "rekneskap": {"anna": 5}}
    view = build_statusrapport(small_plan({f"{STI}/budsjett/2031": used}))
    table = view.delmål[0].rekneskap
    assert table is not None
    assert [row.celler for row in table.rader] == [("0", "5", "−5", "–")] * 2


def test_what_the_plan_does_not_say_has_no_heading() -> None:
    page = read(render(build_statusrapport(small_plan())))
    assert headings(page, 2) == ["Delmål 1: Det einaste delmålet"]
    assert headings(page, 3) == []


def test_everything_the_plan_says_has_its_heading() -> None:
    told = small_plan(
        {
            "gjort": "Mykje.",
            "samla_status": "God.",
            "delmål/eitt/status": "Godt i gang.",
            f"{STI}/indikatorar/lengd": {"namn": "Sti", "eining": "km", "mål": 4},
            f"{STI}/budsjett/2031": {"kostnad": 10, "finansiering": {"anna": 10}},
        }
    )
    page = read(render(build_statusrapport(told)))
    assert headings(page, 2) == [
        "Dette er gjort i 2031",
        "Delmål 1: Det einaste delmålet",
        "Samla status",
    ]
    assert headings(page, 3) == ["Status for delmålet", "Indikatorar", "Rekneskap"]


def test_a_sub_goal_without_measures_has_no_table() -> None:
    view = build_statusrapport(small_plan({TILTAK: {}}))
    assert view.delmål[0].tiltak is None
    assert "Status for tiltaka: ingen tiltak." in texts(read(render(view)).iter("p"))


INDICATOR: Raw = {"namn": "Sti", "eining": "km", "utgangspunkt": "2,5", "mål": 1000, "faktisk": 0}


@pytest.mark.parametrize(
    ("edits", "cells"),
    [
        ({}, ("km", "2,5", f"1{NBSP}000", "0")),
        ({f"{STI}/indikatorar/lengd/faktisk": GONE}, ("km", "2,5", f"1{NBSP}000", "–")),
        ({f"{STI}/indikatorar/lengd/utgangspunkt": GONE}, ("km", "–", f"1{NBSP}000", "0")),
    ],
)
def test_indicators(edits: Edits, cells: tuple[str, ...]) -> None:
    view = build_statusrapport(small_plan({f"{STI}/indikatorar/lengd": INDICATOR} | dict(edits)))
    table = view.delmål[0].indikatorar
    assert table is not None
    assert table.rader[0].namn == "1 Sti"
    assert table.rader[0].celler == cells
