"""How the money has moved from one plan to the next, and what always holds of a diff."""

from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bygdeplan.endring import Endring, Forskjell, Plandiff, Skift, diff_plans
from bygdeplan.endring.forskjell import apply, comparable_fields, differences
from bygdeplan.model.plan import Plan
from tests.measures import KLASSAR, STI, TILTAK, TILTAKSMIDLAR, base_with, classified
from tests.plans import GONE, PLAN_FILES, Edits, plan_with, raw_plan, read_raw, small_plan

pytestmark = pytest.mark.slow

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


Measures = set[tuple[str, str]]


def edited_plan(edits: Edits, lacks: Measures) -> Plan:
    """The plan for 2031 with edits made and some measures taken out."""
    gone: dict[str, Any] = {f"delmål/{d}/tiltak/{id_}": GONE for d, id_ in lacks}
    kept = {
        path: value
        for path, value in edits.items()
        if not any(path.startswith(f"{g}/") for g in gone)
    }
    return plan_with({**kept, **gone})


def merged(edits: list[dict[str, Any]]) -> dict[str, Any]:
    return {path: value for edit in edits for path, value in edit.items()}


VINTERSTI, TURKART = "delmål/reiseliv/tiltak/vintersti", "delmål/reiseliv/tiltak/turkart"
EDITED: dict[str, list[Any]] = {
    f"{VINTERSTI}/tittel": ["Veg", "vintersti"],
    f"{VINTERSTI}/nr": [7, 8],
    f"{VINTERSTI}/skildring": ["Alle skal gå.", "Alle kan gå.", "alle kan gå"],
    f"{VINTERSTI}/ansvarleg": ["", "Velet"],
    f"{VINTERSTI}/samarbeid": [[], ["A", "B"], ["B", "A"]],
    f"{VINTERSTI}/slutt": ["", 2033, "2033-06"],
    f"{VINTERSTI}/indikatorar": [{}, {"folk": {"namn": "Folk", "eining": "folk", "mål": "1,5"}}],
    f"{VINTERSTI}/budsjett": [
        {},
        {2030: {"kostnad": 1}},
        {2032: {"kostnad": 5, "finansiering": {"anna": 5}}},
    ],
    f"{VINTERSTI}/endringar": [
        [],
        [{"revisjon": 1, "felt": "tittel", "grunngjeving": "Difor.", "nivå": "prinsipiell"}],
    ],
    f"{TURKART}/status": ["i arbeid", "avslutta"],
    f"{TURKART}/avslutning": [
        "",
        {"utfall": "stansa"},
        {"utfall": "slått saman med", "tiltak": ["vintersti"]},
        {"utfall": "delt i", "tiltak": ["vintersti"]},
    ],
    "delmål/reiseliv/vekt": [10, "12,5"],
    "delmål/nytt": [{"nr": 9, "tittel": "Nytt", "vekt": 0}],
    "avtale/midlar/driftstilskot": [{"føremål": "Drift.", "løyvingar": []}],
    "avtale/partar": [["A", "B"], ["b", "A"]],
    "avtale/samarbeidspartar": [{}, {"lag": {"namn": "Laget"}}],
    "organisering/prosjektleiar": [{"namn": "Ein"}, {"namn": "Ein", "stilling": "leiar"}],
    "organisering/prosjektmedarbeidar": ["", {"namn": "Ei"}],
    "kommunar/toppdal/formannskap": ["", "ingen", "2031-01-05"],
    "kommunar/toppdal/profil": [
        {},
        {"hovudfelt": {"Arkiv": "", "Dato": "5"}},
        {"kortmånad": "febr."},
    ],
    "vidare_handsaming": [{}, {"kdd": {"organ": "KDD", "dato": "2031-04-01"}}],
    "innstilling": [["Ja.", "Nei."], ["Nei.", "Ja."]],
    "samandrag": ["Ein tekst.", "ein tekst", "To tekstar."],
    "endringar": [
        [],
        [
            {
                "revisjon": 1,
                "felt": "samandrag",
                "grunngjeving": "Difor.",
                "nivå": "ikkje-prinsipiell",
            }
        ],
    ],
    "vedlegg": [[], ["Plan"]],
    "budsjett": [{}, {"fellespostar": {"drift": {"tittel": "Drift"}}}],
    "år": [2031, 2032],
}


# What can be written otherwise in a plan that builds on another, in every field there is.
EDITS = [edit for path, values in EDITED.items() for edit in ({path: value} for value in values)]
some_edits = st.lists(st.sampled_from(EDITS), max_size=8).map(merged)


@settings(max_examples=60)
@given(old_edits=some_edits, new_edits=some_edits, old_lacks=some_measures, new_lacks=some_measures)
def test_laws_of_any_two_plans(
    old_edits: Edits, new_edits: Edits, old_lacks: Measures, new_lacks: Measures
) -> None:
    old, new = edited_plan(old_edits, old_lacks), edited_plan(new_edits, new_lacks)
    there, back = diff_plans(old, new), diff_plans(new, old)
    assert_mirrored(there, back)
    assert_complete(there)


@pytest.mark.parametrize(("old", "new"), list(permutations(PLAN_FILES, 2)))
def test_laws_of_the_plans_people_use(old: str, new: str) -> None:
    before, after = plan_with(year=old), plan_with(year=new)
    there, back = diff_plans(before, after), diff_plans(after, before)
    assert_mirrored(there, back)
    assert_complete(there)


def assert_mirrored(there: Plandiff, back: Plandiff) -> None:
    """Every change the one way is, the other way, the mirrored one."""
    assert by_print(e.mirrored for e in there.endringar) == by_print(
        e._replace(grunngjevingar=(), dom=e.mirrored.mirrored.dom) for e in back.endringar
    )
    assert there.tom == back.tom
    assert len({e.fingerprint for e in there.endringar}) == len(there.endringar)


def by_print(endringar: Iterable[Endring]) -> dict[str, Endring]:
    return {e.fingerprint: e._replace(forskjellar=in_order(e.forskjellar)) for e in endringar}


def in_order(found: Iterable[Forskjell]) -> tuple[Forskjell, ...]:
    return tuple(sorted(found, key=lambda each: each.path))


def assert_complete(diff: Plandiff) -> None:
    """The changes hold every difference once, and bring the old plan to the new."""
    first_year = max(diff.før.år, diff.etter.år)
    old, new = (comparable_fields(plan, first_year) for plan in (diff.før, diff.etter))
    covered = [each for endring in diff.endringar for each in endring.forskjellar]
    assert in_order(covered) == in_order(differences(old, new))
    assert len({each.path for each in covered}) == len(covered)
    assert apply(old, covered) == new
    assert all(
        each.path[: len(endring.ting)] == endring.ting
        for endring in diff.endringar
        for each in endring.forskjellar
    )


@settings(max_examples=25)
@given(old_lacks=some_measures, new_lacks=some_measures)
def test_new_and_gone_mirror_each_other(old_lacks: Measures, new_lacks: Measures) -> None:
    there = diff_plans(edited_plan({}, old_lacks), edited_plan({}, new_lacks))
    assert {p.id for p in there.nye} == {id_ for _, id_ in old_lacks - new_lacks}
    gone = {id_ for _, id_ in new_lacks - old_lacks}
    assert {p.id for p in there.borte} == {
        p.id for p in PLANS["2031"].alle_tiltak if p.id in gone and not p.tiltak.avslutta
    }


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
        "forprosjekt": ("utgåtte", ()),
        "jobbsmak": ("omnummererte", ("nr",)),
    }


def turned(value: Any) -> Any:
    """The same data with the keys of every mapping in the opposite order, and text spaced out."""
    match value:
        case dict():
            return {key: turned(part) for key, part in reversed(value.items())}
        case list():
            return [turned(part) for part in value]
        case str():
            return f" {value.replace(' ', '  ')}\n" if value.count(" ") > 4 else value
        case _:
            return value


@pytest.mark.parametrize("year", PLAN_FILES)
def test_order_and_space_never_show_in_a_whole_plan(year: str) -> None:
    raw = raw_plan(year)
    assert list(turned(raw)) != list(raw)
    diff = diff_plans(read_raw(raw), read_raw(turned(raw)))
    assert diff.endringar == ()
    assert diff.tom
