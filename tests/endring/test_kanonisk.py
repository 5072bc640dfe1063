"""What a plan decides: what is kept, what is left out, and that it can be read back."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from bygdeplan.endring.kanonisk import edition_fields, fold_text, plan_fields
from bygdeplan.model.lookup import all_fields
from bygdeplan.model.plan import Plan
from tests.measures import BUDSJETT, CLOSED, KOMMUNE, STI, TILTAK, TILTAKSMIDLAR, base_with
from tests.plans import GONE, PLAN_FILES, Edits, plan_with

TUNET = "kommunar/toppdal"
POTT = "avtale/midlar/tiltaksmidlar"

OUTSIDE: dict[str, Edits] = {
    "which edition it is": {"år": 2032, "revisjon": 2, "dato": "2032-01-07", "vedteken": 2032},
    "the form it is written in": {"målform": "bokmål", f"{TUNET}/målform": "nynorsk"},
    "what is done in the year": {"gjort": "Mykje.", "samla_status": "God."},
    "what was left of a pot": {f"{POTT}/overført": 10},
    "what the bodies decided": {
        f"{TUNET}/vedtak": {"utfall": "vedteke"},
        f"{TUNET}/formannskapsvedtak": {"utfall": "vedteke"},
        "vidare_handsaming/kdd/vedtak": {"utfall": "vedteke"},
    },
    "status of a sub-goal": {"delmål/eitt/status": "God.", "delmål/eitt/statusdato": "2031-05-01"},
    "status of a measure": {f"{STI}/status": "utsett", f"{STI}/statusdato": "2031-05-01"},
    "what came of a measure": {f"{STI}/gjennomført": "Alt.", f"{STI}/førebels_resultat": "Bra."},
    "same status as another": {f"{STI}/som_tiltak": "bru"},
    "reasons": {f"{STI}/endringar": [{"revisjon": 1, "felt": "slutt", "grunngjeving": "Snø."}]},
    "actual figure": {f"{STI}/indikatorar/lengd/faktisk": 10},
    "accounts": {
        f"{BUDSJETT}/2031/rekneskap": {"tiltaksmidlar": 1},
        "budsjett/historikk": {2030: {"eitt": {"anna": 5}}},
    },
    "grants on their way": {
        f"{TILTAKSMIDLAR}/søkt": 1,
        f"{TILTAKSMIDLAR}/løyvd": 2,
        f"{TILTAKSMIDLAR}/utbetalt": 3,
    },
    "marks": {f"{STI}/førebels": "ja", f"{STI}/indikatorar/lengd/døme": ["mål"]},
    "a default written out": {
        f"{KOMMUNE}/beløp": 100_000,
        f"{TUNET}/profil": {"innstilling": "sist", "kortmånad": "feb."},
        "fristar": {"sakspapir": 7, "status": 180},
        "vedlegg": [],
        f"{TILTAKSMIDLAR}/timar": 0,
    },
    "an empty value": {f"{STI}/overføringsverdi": "", "budsjett/innleiing": ""},
    "a source that pays nothing": {
        f"{BUDSJETT}/2032/finansiering/anna": 0,
        f"{BUDSJETT}/2032/finansiering/kommune/fordeling/ytre-glimsund": {"timar": 0},
    },
    "other ways of writing": {
        f"{BUDSJETT}/2031/kostnad": "1,6 mill. kr",
        TILTAKSMIDLAR: "1 000 000",
        f"{STI}/indikatorar/lengd/mål": "10,0",
        f"{STI}/prioritert": "true",
        f"{STI}/start": " 2031 ",
    },
}


BARE: Edits = {"fristar": {}, "vedlegg": [], "budsjett/innleiing": "", f"{TUNET}/profil": {}}


@pytest.mark.parametrize("edits", OUTSIDE.values(), ids=OUTSIDE)
def test_not_decided_by_the_plan(edits: Edits) -> None:
    assert plan_fields(base_with({**BARE, **edits})) == plan_fields(base_with(BARE))


def test_every_field_outside_has_a_case() -> None:
    edited = {name for edits in OUTSIDE.values() for name in names(edits)}
    outside = [felt for felt in all_fields() if felt.is_outside]
    inside = {felt.path for whole in outside for felt in whole.inside()}
    assert {felt.path[-1] for felt in outside if felt.path not in inside} <= edited


def names(edits: Any) -> Iterator[str]:
    """Every key that an edit writes, however deep."""
    for path, value in edits.items() if isinstance(edits, dict) else ():
        yield from str(path).split("/")
        yield from names(value)


DECIDED: dict[str, tuple[Edits, str, Any]] = {
    "a weight": ({"delmål/eitt/vekt": "2,50"}, "delmål/eitt/vekt", "2,5"),
    "a whole weight": ({"delmål/eitt/vekt": "60 %"}, "delmål/eitt/vekt", 60),
    "a large whole number": ({"delmål/eitt/vekt": "100"}, "delmål/eitt/vekt", 100),
    "a day": ({f"{TUNET}/kommunestyre": "2031-02-03"}, f"{TUNET}/kommunestyre", "2031-02-03"),
    "no meeting": ({f"{TUNET}/formannskap": "ingen"}, f"{TUNET}/formannskap", "ingen"),
    "a period": ({}, "avtale/periode", "2030–2033"),
    "a month": ({f"{STI}/slutt": "2032-06"}, f"{STI}/slutt", "2032-06"),
    "an amount": ({}, f"{BUDSJETT}/2031/kostnad", 1_600_000),
    "a year without cost": (
        {f"{BUDSJETT}/2033": {"kostnad": 0}},
        f"{BUDSJETT}/2033",
        {"kostnad": 0},
    ),
    "a source that pays in hours alone": (
        {f"{KOMMUNE}/beløp": 0},
        f"{KOMMUNE}/timar",
        1000,
    ),
    "text as it stands": ({}, f"{STI}/skildring", TILTAK["skildring"]),
    "no": ({f"{STI}/prioritert": "nei"}, f"{STI}/prioritert", False),
    "a default that says something": ({f"{STI}/prioritert": GONE}, f"{STI}/prioritert", True),
    "a target of nothing": (
        {f"{STI}/indikatorar/lengd/utgangspunkt": 0},
        f"{STI}/indikatorar/lengd/utgangspunkt",
        0,
    ),
    "that a measure is closed": (CLOSED, f"{STI}/status", "avslutta"),
    "how it ended": (CLOSED, f"{STI}/avslutning", {"utfall": "fullført"}),
    "a header field to fill in": (
        {f"{TUNET}/profil": {"hovudfelt": {"Arkiv": ""}}},
        f"{TUNET}/profil/hovudfelt",
        {"Arkiv": None},
    ),
}


@pytest.mark.parametrize(("edits", "path", "value"), DECIDED.values(), ids=DECIDED)
def test_decided_by_the_plan(edits: Edits, path: str, value: Any) -> None:
    found: Any = plan_fields(base_with(edits))
    for key in path.split("/"):
        found = found[key]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("year", PLAN_FILES)
def test_a_plan_can_be_read_back_from_json(year: str) -> None:
    plan = plan_with(year=year)
    fields = {**edition_fields(plan), **plan_fields(plan)}
    again = Plan.model_validate(json.loads(json.dumps(fields)))
    assert plan_fields(again) == plan_fields(plan)
    assert edition_fields(again) == edition_fields(plan)
    assert list(again.delmål) == list(plan.delmål)
    assert [place.id for place in again.alle_tiltak] == [place.id for place in plan.alle_tiltak]


@pytest.mark.parametrize("year", PLAN_FILES)
def test_nothing_of_the_model_comes_through(year: str) -> None:
    def kinds(value: Any) -> set[type]:
        match value:
            case dict():
                return {type(key) for key in value} | kinds(list(value.values()))
            case list():
                return set().union(*map(kinds, value))
            case _:
                assert not isinstance(value, BaseModel)
                return {type(value)}

    assert kinds(plan_fields(plan_with(year=year))) <= {str, int, bool, type(None)}


def test_folded_text() -> None:
    assert fold_text(
        {"a": [" ein\n tur ", {"b": "to  \n\nord"}], "c": None, "d": 7, "e": True}
    ) == {
        "a": ["ein tur", {"b": "to ord"}],
        "c": "",
        "d": 7,
        "e": True,
    }
