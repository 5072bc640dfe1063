"""What the sums of a plan are: small plans with the sums beside them, and what always holds."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import KJELDER, POTTAR, Kjelde
from bygdeplan.model.okonomi import Kommunedel, Pottår
from tests.plans import PLAN_FILES, Edits, plan_with, small_plan

STI = "delmål/eitt/tiltak/sti/budsjett"
DRIFT = "budsjett/fellespostar/drift"
TILTAKSMIDLAR = "avtale/midlar/tiltaksmidlar/løyvingar"

kroner = st.integers(0, 10**9)


def spent(**kjelder: Any) -> dict[str, Any]:
    """One year of a budget line that costs what its sources pay."""
    cash = {name: part for name, part in kjelder.items() if isinstance(part, int)}
    hours = [part for part in kjelder.values() if isinstance(part, dict)]
    own = sum(part.get("beløp", 0) + part.get("timar", 0) * part.get("sats", 0) for part in hours)
    return {"kostnad": sum(cash.values()) + own, "finansiering": kjelder}


def test_every_budget_line_says_where_it_stands() -> None:
    item = {"tittel": "Drift", "budsjett": {2032: spent(anna=1)}}
    lines = okonomi.budsjettlinjer(small_plan({f"{STI}/2031": spent(anna=100), DRIFT: item}))
    assert [(line.id, "/".join(map(str, line.path))) for line in lines] == [
        ("sti", f"{STI}/2031"),
        ("drift", f"{DRIFT}/budsjett/2032"),
    ]


# What is used


BRUK: dict[str, tuple[Edits, dict[tuple[str, int, Kjelde], int]]] = {
    "nothing": ({}, {}),
    "a source of a measure in the plan's year": (
        {f"{STI}/2031": spent(anna=100)},
        {("eitt", 2031, "anna"): 100},
    ),
    "own hours at their rate, on top of cash": (
        {f"{STI}/2031": spent(kommune={"beløp": 100, "timar": 3, "sats": 500, "nøkkel": "likt"})},
        {("eitt", 2031, "kommune"): 1600},
    ),
    "later years, and the same source of two measures": (
        {
            f"{STI}/2032": spent(anna=100, husbanken=20),
            "delmål/eitt/tiltak/bru": {
                "nr": 2,
                "tittel": "Bru",
                "skildring": "Ei bru.",
                "statlege_midlar": "nei",
                "budsjett": {2032: spent(anna=5)},
            },
        },
        {("eitt", 2032, "anna"): 105, ("eitt", 2032, "husbanken"): 20},
    ),
    "a common item lies under no sub-goal": (
        {DRIFT: {"tittel": "Drift", "budsjett": {2031: spent(driftstilskot=70)}}},
        {("felles", 2031, "driftstilskot"): 70},
    ),
    "an earlier year comes from the history, not from the budget": (
        {
            f"{STI}/2030": spent(anna=100),
            "budsjett/historikk": {2030: {"eitt": {"anna": 90}, "felles": {"anna": 1}}},
        },
        {("eitt", 2030, "anna"): 90, ("felles", 2030, "anna"): 1},
    ),
    "what is applied for, granted, paid or spent so far is not used twice": (
        {
            f"{STI}/2031": {
                "kostnad": 100,
                "finansiering": {"anna": {"beløp": 100, "søkt": 9, "løyvd": 8, "utbetalt": 7}},
                "rekneskap": {"anna": 6},
            }
        },
        {("eitt", 2031, "anna"): 100},
    ),
}


@pytest.mark.parametrize(("edits", "used"), BRUK.values(), ids=BRUK)
def test_bruk(edits: Edits, used: dict[tuple[str, int, Kjelde], int]) -> None:
    found = okonomi.bruk(small_plan(edits))
    assert {key: beløp for key, beløp in found.items() if beløp} == used


USED: okonomi.Bruk = {
    ("a", 2031, "anna"): 1,
    ("a", 2032, "anna"): 20,
    ("b", 2031, "anna"): 300,
    ("b", 2031, "kommune"): 4000,
}


@pytest.mark.parametrize(
    ("wanted", "total"),
    [
        ({}, 4321),
        ({"delmål_id": "a"}, 21),
        ({"år": 2031}, 4301),
        ({"kjelde": "anna"}, 321),
        ({"delmål_id": "b", "kjelde": "anna"}, 300),
        ({"delmål_id": "a", "år": 2031, "kjelde": "anna"}, 1),
        ({"delmål_id": "c"}, 0),
    ],
)
def test_sum_bruk(wanted: dict[str, Any], total: int) -> None:
    assert okonomi.sum_bruk(USED, **wanted) == total


def test_sources_in_use_come_in_their_fixed_order() -> None:
    plan = small_plan({f"{STI}/2031": spent(anna=1, husbanken=2, tiltaksmidlar=3, kommune=0)})
    assert okonomi.kjelder_i_bruk(plan, 2031) == ("tiltaksmidlar", "husbanken", "anna")
    assert okonomi.kjelder_i_bruk(plan, 2032) == ()


# The ledger of a pot


def appropriations(**by_year: int) -> list[dict[str, Any]]:
    """`y2031=100`: an appropriation of 100 in 2031."""
    return [{"år": y[1:], "beløp": kr, "kjelde": "Brev"} for y, kr in by_year.items()]


LEDGERS: dict[str, tuple[Edits, list[tuple[int, int, int, int, int]]]] = {
    "year, granted, carried over, used, left; to the end of the agreement": (
        {
            TILTAKSMIDLAR: appropriations(y2031=100, y2032=50),
            f"{STI}/2031": spent(tiltaksmidlar=60),
            f"{STI}/2033": spent(tiltaksmidlar=90),
        },
        [(2031, 100, 0, 60, 40), (2032, 50, 40, 0, 90), (2033, 0, 90, 90, 0)],
    ),
    "from the first appropriation, with earlier years from the history": (
        {
            TILTAKSMIDLAR: appropriations(y2029=100),
            "budsjett/historikk": {2030: {"eitt": {"tiltaksmidlar": 30}}},
        },
        [
            (2029, 100, 0, 0, 100),
            (2030, 0, 100, 30, 70),
            (2031, 0, 70, 0, 70),
            (2032, 0, 70, 0, 70),
            (2033, 0, 70, 0, 70),
        ],
    ),
    "two appropriations in one year are one, whatever their order": (
        {TILTAKSMIDLAR: appropriations(y2033=1) + appropriations(y2032=2) * 2},
        [(2032, 4, 0, 0, 4), (2033, 1, 4, 0, 5)],
    ),
    "more used than there is goes below nothing, and on to the next year": (
        {
            TILTAKSMIDLAR: appropriations(y2032=100),
            f"{STI}/2032": spent(tiltaksmidlar=130),
        },
        [(2032, 100, 0, 130, -30), (2033, 0, -30, 0, -30)],
    ),
    "nothing appropriated, no ledger": ({TILTAKSMIDLAR: []}, []),
}


@pytest.mark.parametrize(("edits", "rows"), LEDGERS.values(), ids=LEDGERS)
def test_pottrekneskap(edits: Edits, rows: list[tuple[int, int, int, int, int]]) -> None:
    ledger = okonomi.pottrekneskap(small_plan(edits), "tiltaksmidlar")
    assert [(y.år, y.løyvd, y.overført, y.brukt, y.rest) for y in ledger] == rows


def test_a_pot_the_agreement_does_not_have_has_no_ledger() -> None:
    assert okonomi.pottrekneskap(small_plan(), "driftstilskot") == ()


@given(
    granted=st.dictionaries(st.integers(2029, 2033), kroner, min_size=1),
    used=st.dictionaries(st.integers(2031, 2033), kroner),
)
def test_ledger_loses_and_makes_no_money(granted: dict[int, int], used: dict[int, int]) -> None:
    first = min(granted)
    edits = {
        TILTAKSMIDLAR: [{"år": y, "beløp": kr, "kjelde": "Brev"} for y, kr in granted.items()],
        STI: {y: spent(tiltaksmidlar=kr) for y, kr in used.items() if y >= first},
    }
    ledger = okonomi.pottrekneskap(small_plan(edits), "tiltaksmidlar")
    assert_ledger_holds(ledger)
    assert sum(year.løyvd for year in ledger) == sum(granted.values())
    assert sum(year.brukt for year in ledger) == sum(kr for y, kr in used.items() if y >= first)


@pytest.mark.parametrize("pott", POTTAR)
@pytest.mark.parametrize("year", PLAN_FILES)
def test_ledgers_of_the_plans_hold(year: str, pott: Any) -> None:
    assert_ledger_holds(okonomi.pottrekneskap(plan_with(year=year), pott))


def assert_ledger_holds(ledger: tuple[Pottår, ...]) -> None:
    if not ledger:
        return
    assert ledger[0].overført == 0
    assert [year.rest for year in ledger[:-1]] == [year.overført for year in ledger[1:]]
    assert all(year.rest == year.løyvd + year.overført - year.brukt for year in ledger)
    left = sum(year.løyvd for year in ledger) - sum(year.brukt for year in ledger)
    assert ledger[-1].rest == left


# What each kommune pays


def kommune_part(**part: Any) -> Edits:
    return {f"{STI}/2031": spent(kommune=part)}


def shares(del_: Kommunedel) -> tuple[int, int, int, int]:
    return del_.beløp, del_.timar, del_.eigeninnsats, del_.sum


@pytest.mark.parametrize(
    ("edits", "toppdal", "ytre_glimsund"),
    [
        # Cash, hours, the hours in kroner, the sum.
        (kommune_part(beløp=101, nøkkel="likt"), (51, 0, 0, 51), (50, 0, 0, 50)),
        (kommune_part(beløp=100, nøkkel="tre-til-ein"), (75, 0, 0, 75), (25, 0, 0, 25)),
        (
            kommune_part(beløp=100, timar=5, sats=500, nøkkel="likt"),
            (50, 3, 1500, 1550),
            (50, 2, 1000, 1050),
        ),
        (
            kommune_part(
                beløp=100,
                timar=5,
                sats=10,
                fordeling={"toppdal": {"beløp": 100}, "ytre-glimsund": {"timar": 5}},
            ),
            (100, 0, 0, 100),
            (0, 5, 50, 50),
        ),
        (kommune_part(beløp=9, fordeling={"toppdal": {"beløp": 9}}), (9, 0, 0, 9), None),
        # Neither shares nor a key that exists: nobody knows what anyone pays, and a rule says so.
        (kommune_part(beløp=9), None, None),
        (kommune_part(beløp=9, nøkkel="finst-ikkje"), None, None),
        ({f"{STI}/2031": spent(anna=9)}, None, None),
        ({f"{STI}/2032": spent(kommune={"beløp": 8, "nøkkel": "likt"})}, None, None),
    ],
)
def test_kommunedelar(
    edits: Edits,
    toppdal: tuple[int, int, int, int] | None,
    ytre_glimsund: tuple[int, int, int, int] | None,
) -> None:
    plan = small_plan(edits)
    for kommune_id, expected in (("toppdal", toppdal), ("ytre-glimsund", ytre_glimsund)):
        found = okonomi.kommunedelar(plan, kommune_id, 2031)
        assert list(map(shares, found)) == ([expected] if expected else [])


@pytest.mark.parametrize("year", PLAN_FILES)
def test_what_the_kommunar_pay_is_what_the_plan_says_they_pay(year: str) -> None:
    plan = plan_with(year=year)
    for linje in okonomi.budsjettlinjer(plan):
        part = linje.pengar.finansiering.get("kommune")
        paid = [
            del_
            for id_ in plan.kommunar
            for del_ in okonomi.kommunedelar(plan, id_, linje.år)
            if del_.linje == linje
        ]
        assert sum(del_.beløp for del_ in paid) == (part.beløp if part else 0)
        assert sum(del_.timar for del_ in paid) == (part.timar if part else 0)
        assert sum(del_.sum for del_ in paid) == (part.sum if part else 0)


@given(beløp=kroner, timar=st.integers(0, 99_999), sats=st.integers(0, 2000))
def test_a_key_divides_cash_and_hours_without_loss(beløp: int, timar: int, sats: int) -> None:
    plan = small_plan(kommune_part(beløp=beløp, timar=timar, sats=sats, nøkkel="tre-til-ein"))
    delar = [d for id_ in plan.kommunar for d in okonomi.kommunedelar(plan, id_, 2031)]
    assert sum(del_.beløp for del_ in delar) == beløp
    assert sum(del_.timar for del_ in delar) == timar
    assert sum(del_.sum for del_ in delar) == beløp + timar * sats


# From one year to the next


@pytest.mark.parametrize(("year", "following"), [("2030", "2031"), ("2025", "2026")])
def test_accounts_of_a_year_are_the_history_of_the_next(year: str, following: str) -> None:
    accounts = okonomi.rekneskapsført(plan_with(year=year), int(year))
    history = plan_with(year=following).budsjett.historikk[int(year)]
    assert without_nothing(accounts) == without_nothing(history)


def without_nothing(accounts: Mapping[str, Mapping[Kjelde, int]]) -> dict[tuple[str, str], int]:
    return {
        (delmål_id, kjelde): beløp
        for delmål_id, kjelder in accounts.items()
        for kjelde, beløp in kjelder.items()
        if beløp
    }


def test_accounts_are_summed_by_sub_goal_and_source() -> None:
    line = {"kostnad": 0, "rekneskap": {"anna": 10, "kommune": 3}}
    plan = small_plan(
        {
            f"{STI}/2031": line,
            f"{STI}/2032": line,
            DRIFT: {"tittel": "Drift", "budsjett": {2031: line}},
            "budsjett/fellespostar/leiing": {"tittel": "Leiing", "budsjett": {2031: line}},
        }
    )
    assert okonomi.rekneskapsført(plan, 2031) == {
        "eitt": {"anna": 10, "kommune": 3},
        "felles": {"anna": 20, "kommune": 6},
    }


def test_state_shares_count_the_agreement_period_alone() -> None:
    plan = small_plan(
        {
            "budsjett/historikk": {
                2029: {"eitt": {"tiltaksmidlar": 1000}},
                2030: {"eitt": {"tiltaksmidlar": 200}},
            },
            f"{STI}/2033": spent(tiltaksmidlar=30, driftstilskot=4),
            DRIFT: {"tittel": "Drift", "budsjett": {2031: spent(tiltaksmidlar=5)}},
        }
    )
    assert okonomi.statsandelar(plan) == {"eitt": 230}


def test_every_source_is_counted_somewhere() -> None:
    plan = small_plan({f"{STI}/2031": spent(**dict.fromkeys(KJELDER, 1))})
    assert okonomi.sum_bruk(okonomi.bruk(plan)) == len(KJELDER)
    assert okonomi.kjelder_i_bruk(plan, 2031) == KJELDER
