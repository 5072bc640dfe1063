"""The status report: the cells of a measure, statuses in words, and what is left out."""

import pytest

from bygdeplan.documents.statusrapport import build_statusrapport
from bygdeplan.ord.skriv import NBSP
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
    row = next(page.get_element_by_id("tabell-1").iterfind("tbody/tr"))
    _, *cells = texts(row.iter("td"))
    assert tuple(cells) == expected
    assert text_of(next(row.iter("th"))) == "1 Sti"


# «~» is the no-break space.
SIGNED: dict[str, tuple[Edits, str]] = {
    "not known": ({}, "–"),
    "not started": ({f"{STI}/status": "ikkje starta"}, "○~Ikkje starta"),
    "under way": ({f"{STI}/status": "i arbeid"}, "►~I arbeid"),
    "put off": ({f"{STI}/status": "utsett"}, "▲~Utsett"),
    "closed": ({f"{STI}/status": "avslutta"}, "■~Avslutta"),
    "closed, with how it ended": (
        {f"{STI}/status": "avslutta", f"{STI}/avslutning": {"utfall": "stansa"}},
        "■~Avslutta: stansa",
    ),
    "with a mark": ({f"{STI}/status": "utsett", f"{STI}/døme": ["status"]}, "▲~Utsett (døme)"),
}


@pytest.mark.parametrize(("edits", "said"), SIGNED.values(), ids=SIGNED)
def test_a_status_is_a_sign_and_a_word(edits: Edits, said: str) -> None:
    table = build_statusrapport(small_plan(edits)).delmål[0].tiltak
    assert table is not None
    assert table.rader[0].celler[0] == said.replace("~", NBSP)


def test_the_key_figures_count_the_measures_by_status_and_name_them() -> None:
    measures = {"bru": measure(4, "i arbeid"), "veg": measure(7, "i arbeid"), "vei": measure(8)}
    other = {"nr": 2, "tittel": "Andre", "vekt": 0, "tiltak": {"bad": measure(2, "i arbeid")}}
    money = {"kostnad": 400, "finansiering": {"anna": 400}, "rekneskap": {"anna": 100}}
    plan = small_plan({TILTAK: measures, f"{TILTAK}/bru/budsjett/2031": money, "delmål/to": other})
    under_way, closed, *_, used = build_statusrapport(plan).nøkkeltal
    assert (under_way.namn, under_way.tal) == (f"►{NBSP}I arbeid", "3")
    assert under_way.utdjuping == "delmål 1: 4 og 7; delmål 2: 2"
    assert (closed.tal, closed.utdjuping) == ("0", "–")
    assert (used.tal, used.utdjuping) == (f"25{NBSP}%", f"100{NBSP}kr av 400{NBSP}kr")


BARS: dict[str, tuple[tuple[object, object, object], str]] = {
    "not begun": ((0, 10, 0), "·········· 0~%"),
    "half way": ((0, 10, 5), "■■■■■····· 50~%"),
    "nearly there": ((0, 100, 99), "■■■■■■■■■· 99~%"),
    "there": ((0, 10, 10), "■■■■■■■■■■ 100~%"),
    "farther than that": ((0, 10, 15), "■■■■■■■■■■ 150~%"),
    "the wrong way": ((10, 20, 5), "·········· −50~%"),
    "down to the target": ((10, 0, 5), "■■■■■····· 50~%"),
    "from nothing known": ((None, 8, 2), "■■········ 25~%"),
    "not counted": ((0, 10, None), "–"),
    "a target that was reached from the first": ((10, 10, 10), "–"),
}


@pytest.mark.parametrize(("figures", "bar"), BARS.values(), ids=BARS)
def test_how_far_an_indicator_has_come(figures: tuple[object, object, object], bar: str) -> None:
    names = ("utgangspunkt", "mål", "faktisk")
    known = {n: f for n, f in zip(names, figures, strict=True) if f is not None}
    counted = {"namn": "Sti", "eining": "km", **known}
    table = build_statusrapport(small_plan({f"{STI}/indikatorar/a": counted})).delmål[0].indikatorar
    assert table is not None
    assert table.rader[0].celler[-1] == bar.replace("~", NBSP)


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
    assert table.rader[0].celler[:-1] == cells
