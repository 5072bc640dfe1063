"""How the money has moved from one plan to the next, and what always holds of a diff."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bygdeplan.endring import Skift, diff_plans
from bygdeplan.model.plan import Plan
from tests.measures import KLASSAR, STI, TILTAK, TILTAKSMIDLAR, base_with, classified
from tests.plans import GONE, PLAN_FILES, plan_with, small_plan

# The money


def test_shift_by_sub_goal_and_year() -> None:
    felles = {"tittel": "Drift", "budsjett": {2033: {"kostnad": 5, "finansiering": {"anna": 5}}}}
    diff = diff_plans(
        base_with({}),
        base_with(
            {
                f"{TILTAKSMIDLAR}/beløp": 1_000_250,
                "budsjett/fellespostar/drift": felles,
                "budsjett/historikk/2029/eitt/anna": 1000,
            }
        ),
    )
    assert diff.skift_delmål == (
        Skift("eitt", 1_900_000, 1_900_250),
        Skift("to", 0, 0),
        Skift("felles", 0, 5),
    )
    assert diff.skift_år == (
        Skift("2030", 0, 0),
        Skift("2031", 1_600_000, 1_600_250),
        Skift("2032", 300_000, 300_000),
        Skift("2033", 0, 5),
    )
    assert [skift.endring for skift in diff.skift_år] == [0, 250, 0, 5]


def test_sub_goals_of_both_plans_have_a_shift_the_new_ones_first() -> None:
    new = small_plan({"delmål/tre": {"nr": 3, "tittel": "Det tredje delmålet", "vekt": 0}})
    shifts = diff_plans(base_with({}), new).skift_delmål
    assert [skift.nøkkel for skift in shifts] == ["eitt", "tre", "to", "felles"]


def test_money_that_moves_outside_the_measures_is_a_difference() -> None:
    post = {"tittel": "Drift", "budsjett": {2031: {"kostnad": 5, "finansiering": {"anna": 5}}}}
    diff = diff_plans(base_with({}), base_with({"budsjett/fellespostar/drift": post}))
    assert {klasse for klasse, _ in classified(diff).values()} == {"vidareførte"}
    assert not diff.tom


# What always holds


@pytest.mark.parametrize("year", PLAN_FILES)
def test_a_plan_is_no_different_from_itself(year: str) -> None:
    diff = diff_plans(plan_with(year=year), plan_with(year=year))
    assert diff.tom
    assert {klasse for klasse, _ in classified(diff).values()} == {"vidareførte"}


PLANS = {year: plan_with(year=year) for year in ("2030", "2031")}
MEASURES = [(plass.delmål_id, plass.id) for plass in PLANS["2031"].alle_tiltak]
some_measures = st.sets(st.sampled_from(MEASURES))


def without(measures: set[tuple[str, str]]) -> Plan:
    gone: dict[str, Any] = {f"delmål/{d}/tiltak/{id_}": GONE for d, id_ in measures}
    return plan_with(gone)


@settings(max_examples=25)
@given(old_lacks=some_measures, new_lacks=some_measures)
def test_new_and_gone_mirror_each_other(
    old_lacks: set[tuple[str, str]], new_lacks: set[tuple[str, str]]
) -> None:
    old, new = without(old_lacks), without(new_lacks)
    there, back = diff_plans(old, new), diff_plans(new, old)
    assert {p.id for p in there.nye} == {id_ for _, id_ in old_lacks - new_lacks}
    assert {p.id for p in there.borte} == {p.id for p in back.nye if not p.tiltak.avslutta}
    assert {p.id for p in back.borte} == {p.id for p in there.nye if not p.tiltak.avslutta}
    assert there.tom == back.tom
    assert [s.endring for s in there.skift_år] == [-s.endring for s in back.skift_år]


@pytest.mark.parametrize(("old", "new"), list(permutations(PLANS, 2)))
def test_every_measure_comes_in_one_class(old: str, new: str) -> None:
    before, after = PLANS[old], PLANS[new]
    found = classified(diff_plans(before, after))
    open_before = {p.id for p in before.alle_tiltak if not p.tiltak.avslutta}
    open_after = {p.id for p in after.alle_tiltak if not p.tiltak.avslutta}
    assert open_before | open_after <= found.keys()
    assert all(klasse in KLASSAR for klasse, _ in found.values())


@settings(max_examples=25)
@given(keys=st.permutations(list(TILTAK)))
def test_order_of_the_keys_never_counts(keys: list[str]) -> None:
    reordered = {key: TILTAK[key] for key in keys}
    assert diff_plans(base_with({}), base_with({STI: reordered})).tom


@settings(max_examples=25)
@given(data=st.data())
def test_line_breaks_in_prose_never_count(data: st.DataObject) -> None:
    spaces = st.sampled_from([" ", "\n", "  \n", "\n\t "])
    first, *words = TILTAK["skildring"].split()
    text = first + "".join(data.draw(spaces) + word for word in words)
    assert diff_plans(base_with({}), base_with({f"{STI}/skildring": text})).tom


def test_the_invented_pilot_from_year_to_year() -> None:
    assert classified(diff_plans(PLANS["2030"], PLANS["2031"])) == {
        "badstove": ("nye", ()),
        "verkstad-tre": ("nye", ()),
        "verkstad-lyd": ("nye", ()),
        "hybelhus": ("nye", ()),
        "vintersti": (
            "endra",
            (
                "skildring",
                "ansvarleg",
                "samarbeidspartar",
                "slutt",
                "indikatorar",
                "budsjett",
            ),
        ),
        "skyss": ("endra", ("tittel", "prioritert", "start")),
        "guidekurs": ("endra", ("nr", "delmål")),
        "turkart": ("avslutta", ("budsjett",)),
        "gardsmat": ("avslutta", ("overføringsverdi",)),
        "flytebrygge": ("avslutta", ("budsjett",)),
        "verkstad": ("avslutta", ("budsjett",)),
        "heimreise": ("vidareførte", ()),
        "jobbsmak": ("omnummererte", ("nr",)),
    }
