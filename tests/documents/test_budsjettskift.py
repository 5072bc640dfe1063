"""Changes in a budget as a table, and what has moved from one budget to another."""

import pytest

from bygdeplan.documents.budsjettskift import moves
from bygdeplan.documents.endringsliste import build_endringsliste
from bygdeplan.endring import diff_plans
from bygdeplan.ord.skriv import MINUS, NBSP
from tests.plans import Edits, Raw, small_plan

STI = "delmål/eitt/tiltak/sti"
BRU = "delmål/eitt/tiltak/bru"
BRIDGE: Raw = {"nr": 2, "tittel": "Bru", "skildring": "Ei bru.", "statlege_midlar": "nei"}


def year(kostnad: int, **finansiering: object) -> Raw:
    return {"kostnad": kostnad, "finansiering": finansiering}


def hours(number: int) -> Raw:
    return {"timar": number, "sats": 10, "nøkkel": "likt"}


Rows = list[tuple[str, ...]]
Money = dict[int, Raw]
BUDGETS: dict[str, tuple[Money, Money, Rows]] = {
    "more from one source": (
        {2031: year(500, anna=200, husbanken=300)},
        {2031: year(600, anna=300, husbanken=300)},
        [("2031",), ("Andre", "200", "300", "+100"), ("Kostnad i alt", "500", "600", "+100")],
    ),
    "from one source to another": (
        {2031: year(300, anna=300)},
        {2031: year(300, husbanken=300)},
        [
            ("2031",),
            ("Husbanken", "0", "300", "+300"),
            ("Andre", "300", "0", f"{MINUS}300"),
            ("Kostnad i alt", "300", "300", "0"),
        ],
    ),
    "years that come and go, not one that is as it was": (
        {2031: year(300, anna=300), 2032: year(5, anna=5)},
        {2032: year(5, anna=5), 2033: year(7, anna=7)},
        [
            ("2031",),
            ("Andre", "300", "0", f"{MINUS}300"),
            ("Kostnad i alt", "300", "0", f"{MINUS}300"),
            ("2033",),
            ("Andre", "0", "7", "+7"),
            ("Kostnad i alt", "0", "7", "+7"),
        ],
    ),
    "the same sum, divided by another key": (
        {2031: year(300, kommune={"beløp": 300, "nøkkel": "likt"})},
        {2031: year(300, kommune={"beløp": 300, "nøkkel": "tre-til-ein"})},
        [
            ("2031",),
            (
                "Kommunane (før: 300~kr, delt likt; etter: 300~kr, delt tre til éin)",
                "300",
                "300",
                "0",
            ),
            ("Kostnad i alt", "300", "300", "0"),
        ],
    ),
    "more hours": (
        {2031: year(30, kommune=hours(3))},
        {2031: year(50, kommune=hours(5))},
        [
            ("2031",),
            (
                "Kommunane (før: 3~timar à 10~kr, delt likt; etter: 5~timar à 10~kr, delt likt)",
                "30",
                "50",
                "+20",
            ),
            ("Kostnad i alt", "30", "50", "+20"),
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "rows"), BUDGETS.values(), ids=BUDGETS)
def test_what_is_changed_in_a_budget(old: Money, new: Money, rows: Rows) -> None:
    sides: list[Edits] = [{f"{STI}/budsjett": old}, {f"{STI}/budsjett": new, "revisjon": 2}]
    [tiltak] = build_endringsliste(diff_plans(*map(small_plan, sides))).endra
    assert tiltak.tabell is None
    assert tiltak.budsjett is not None
    assert tiltak.budsjett.tittel == "Endringar i budsjettet til tiltak 1, delmål 1"
    shown = [(str(rad.namn), *map(str, rad.celler)) for rad in tiltak.budsjett.rader]
    assert shown == [tuple(cell.replace("~", NBSP) for cell in row) for row in rows]


def test_the_reason_stands_below_the_table_of_a_budget() -> None:
    reason = [{"revisjon": 2, "felt": "budsjett", "grunngjeving": "Stien er lengre."}]
    old: Edits = {f"{STI}/budsjett/2031": year(5, anna=5)}
    new: Edits = {f"{STI}/budsjett/2031": year(6, anna=6), f"{STI}/endringar": reason}
    diff = diff_plans(small_plan(old), small_plan({**new, "revisjon": 2}))
    [tiltak] = build_endringsliste(diff).endra
    assert tiltak.budsjett is not None
    assert tiltak.budsjett.merknad == "Grunngjeving: Stien er lengre."


def test_a_common_item_has_a_table_of_its_own_and_no_row_among_other_changes() -> None:
    sides = [
        {"budsjett/fellespostar/drift": {"tittel": "Drift", "budsjett": {2031: year(n, anna=n)}}}
        for n in (5, 6)
    ]
    view = build_endringsliste(
        diff_plans(small_plan(sides[0]), small_plan({**sides[1], "revisjon": 2}))
    )
    [table] = view.postar
    assert table.tittel == "Endringar i budsjettet til Drift"
    assert view.andre_tabell is None
    assert len(view.andre) == 1


def moved(old: Edits, new: Edits) -> tuple[str, ...]:
    return moves(diff_plans(small_plan(old), small_plan({**new, "revisjon": 2})))


def both(sti: Money, bru: Money) -> Edits:
    return {f"{STI}/budsjett": sti, BRU: {**BRIDGE, "budsjett": bru}}


def test_as_much_as_one_measure_has_lost_another_has_got() -> None:
    old = both({2031: year(300, anna=300)}, {2031: year(100, anna=100)})
    new = both({2031: year(100, anna=100)}, {2031: year(300, anna=300)})
    assert moved(old, new) == (f"2031, Andre: 200{NBSP}kr frå «Sti» til «Bru»",)


NOT_MOVED: dict[str, tuple[Edits, Edits]] = {
    "another source": (
        both({2031: year(300, anna=300)}, {}),
        both({}, {2031: year(300, husbanken=300)}),
    ),
    "another year": (
        both({2031: year(300, anna=300)}, {}),
        both({}, {2032: year(300, anna=300)}),
    ),
    "not as much": (
        both({2031: year(300, anna=300)}, {}),
        both({}, {2031: year(299, anna=299)}),
    ),
    "a year that is over": (
        both({2030: year(300, anna=300)}, {}),
        both({}, {2030: year(300, anna=300)}),
    ),
}


@pytest.mark.parametrize(("old", "new"), NOT_MOVED.values(), ids=NOT_MOVED)
def test_what_can_be_something_else_has_not_moved(old: Edits, new: Edits) -> None:
    assert moved(old, new) == ()


def test_what_may_have_gone_to_either_of_two_has_not_moved() -> None:
    third = {"delmål/eitt/tiltak/veg": {**BRIDGE, "nr": 3, "tittel": "Veg"}}
    money = {2031: year(300, anna=300)}
    got = {f"{path}/budsjett": money for path in (BRU, "delmål/eitt/tiltak/veg")}
    assert moved({**both(money, {}), **third}, {**both({}, {}), **third, **got}) == ()


def test_a_common_item_may_have_the_id_of_the_measure_it_gives_to() -> None:
    item = {"tittel": "Felles sti", "budsjett": {2031: year(300, anna=300)}}
    old = {"budsjett/fellespostar/sti": item}
    new = {
        "budsjett/fellespostar/sti": {"tittel": "Felles sti"},
        f"{STI}/budsjett": item["budsjett"],
    }
    assert moved(old, new) == (f"2031, Andre: 300{NBSP}kr frå «Felles sti» til «Sti»",)


def test_what_has_moved_has_the_mark_of_its_figures() -> None:
    old = both({2031: year(300, anna=300)}, {})
    new = {**both({}, {2031: year(300, anna=300)}), f"{BRU}/førebels": ["budsjett"]}
    assert moved(old, new) == (
        f"2031, Andre: 300{NBSP}kr frå «Sti» til «Bru» (nokre tal er førebels)",
    )
