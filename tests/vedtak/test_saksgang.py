"""Who has the plan on its way, and how far each has come."""

from datetime import date

import pytest

from bygdeplan.vedtak.saksgang import (
    Organ,
    Stand,
    awaited,
    bodies,
    decisions,
    meetings,
    way_to_adoption,
)
from tests.plans import GONE, Edits, plan_with

TOPPDAL, VIDARE = "kommunar/toppdal", "vidare_handsaming"


def organ(edits: Edits, slag: str, kommune: str | None = "toppdal") -> Organ:
    found = [o for o in bodies(plan_with(edits)) if o.slag == slag and o.kommune == kommune]
    assert len(found) == 1
    return found[0]


def test_bodies_in_the_order_they_decide() -> None:
    assert [each.namn for each in bodies(plan_with())] == [
        "Formannskapet i Toppdal",
        "Kommunestyret i Toppdal",
        "Kommunestyret i Ytre Glimsund",
        "Fylkesutvalet i Utkant",
        "Fylkestinget i Utkant",
        "Kommunal- og distriktsdepartementet",
    ]


STANDS: dict[str, tuple[Edits, date | None, Stand]] = {
    "no day given": ({}, None, Stand.STÅR_ATT),
    "the day of the meeting": ({}, date(2031, 2, 20), Stand.STÅR_ATT),
    "the day after": ({}, date(2031, 2, 21), Stand.FORFALLEN),
    "decided, long ago": (
        {f"{TOPPDAL}/vedtak": {"utfall": "vedteke"}},
        date(2032, 1, 1),
        Stand.VEDTEKE,
    ),
    "put off": ({f"{TOPPDAL}/vedtak": {"utfall": "utsett"}}, date(2032, 1, 1), Stand.UTSETT),
    "said no": ({f"{TOPPDAL}/vedtak": {"utfall": "ikkje vedteke"}}, None, Stand.IKKJE_VEDTEKE),
    "no meeting is known": ({f"{TOPPDAL}/kommunestyre": ""}, date(2032, 1, 1), Stand.STÅR_ATT),
}


@pytest.mark.parametrize(("edits", "today", "stand"), STANDS.values(), ids=STANDS)
def test_how_far_a_body_has_come(edits: Edits, today: date | None, stand: Stand) -> None:
    assert organ(edits, "kommunestyre").stand(today) is stand


def test_day_of_the_decision_goes_before_the_day_of_the_meeting() -> None:
    edits = {f"{TOPPDAL}/vedtak": {"utfall": "vedteke", "dato": "2031-02-21"}}
    assert organ({}, "kommunestyre").dag == date(2031, 2, 20)
    assert organ(edits, "kommunestyre").dag == date(2031, 2, 21)


def test_formannskap_that_decided_is_shown_whatever_the_plan_says_of_its_meeting() -> None:
    decided = {f"{TOPPDAL}/formannskapsvedtak": {"utfall": "vedteke"}}
    assert organ(decided | {f"{TOPPDAL}/formannskap": "ingen"}, "formannskap").vedtak
    assert organ(decided | {f"{TOPPDAL}/vedtak": {"utfall": "vedteke"}}, "formannskap").vedtak


def by_path(edits: Edits) -> dict[str, Organ]:
    return {"/".join(map(str, each.møtepath)): each for each in way_to_adoption(plan_with(edits))}


def test_the_whole_way_with_the_body_that_does_not_meet() -> None:
    way = by_path({})
    assert list(way) == [
        f"{TOPPDAL}/formannskap",
        f"{TOPPDAL}/kommunestyre",
        "kommunar/ytre-glimsund/formannskap",
        "kommunar/ytre-glimsund/kommunestyre",
        f"{VIDARE}/fylkesutval/dato",
        f"{VIDARE}/fylkesting/dato",
        f"{VIDARE}/kdd/dato",
    ]
    assert [path for path, organ in way.items() if not organ.møtest] == [
        "kommunar/ytre-glimsund/formannskap"
    ]
    assert [path for path, organ in way.items() if organ.er_utan_dag] == [f"{VIDARE}/kdd/dato"]


def test_a_step_the_plan_does_not_take_is_not_on_the_way() -> None:
    assert f"{VIDARE}/fylkesting/dato" not in by_path({f"{VIDARE}/fylkesting": GONE})


def test_where_a_body_stands_in_the_plan() -> None:
    way = by_path({})
    council, county = way[f"{TOPPDAL}/kommunestyre"], way[f"{VIDARE}/fylkesutval/dato"]
    assert (council.path, council.vedtakspath) == (
        ("kommunar", "toppdal"),
        ("kommunar", "toppdal", "vedtak"),
    )
    assert (county.path, county.vedtakspath) == (
        ("vidare_handsaming", "fylkesutval"),
        ("vidare_handsaming", "fylkesutval", "vedtak"),
    )


def test_what_is_remarked_on_a_kommune_is_remarked_on_both_its_meetings() -> None:
    way = by_path({f"{TOPPDAL}/merknad": "digitalt"})
    assert {path for path, organ in way.items() if organ.merknad == "digitalt"} == {
        f"{TOPPDAL}/formannskap",
        f"{TOPPDAL}/kommunestyre",
    }


def test_every_decision_with_its_body_though_nobody_waits_for_it() -> None:
    said = {"utfall": "vedteke"}
    plan = plan_with({f"{TOPPDAL}/formannskap": "ingen", f"{TOPPDAL}/formannskapsvedtak": said})
    assert [organ.namn for organ, _ in decisions(plan)] == ["Formannskapet i Toppdal"]


def waits(edits: Edits) -> dict[str, list[str]]:
    return {
        møte.organ.slag: [other.organ.i_setning for other in earlier]
        for møte, earlier in awaited(plan_with(edits))
        if møte.organ.kommune != "ytre-glimsund"
    }


COUNCILS = ["kommunestyret i Toppdal", "kommunestyret i Ytre Glimsund"]
WAITS: dict[str, tuple[Edits, str, list[str]]] = {
    "kommunestyre": ({}, "kommunestyre", ["formannskapet i Toppdal"]),
    "kommunestyre, when its formannskap has no day": (
        {f"{TOPPDAL}/formannskap": GONE},
        "kommunestyre",
        [],
    ),
    "county": ({}, "fylkesutval", COUNCILS),
    "fylkesting": ({}, "fylkesting", ["Fylkesutvalet i Utkant"]),
    "fylkesting, when fylkesutvalet has no day": (
        {f"{VIDARE}/fylkesutval/dato": GONE},
        "fylkesting",
        COUNCILS,
    ),
    "county, when a kommunestyre has no day": (
        {f"{TOPPDAL}/kommunestyre": GONE, f"{TOPPDAL}/førebels": GONE},
        "fylkesutval",
        ["formannskapet i Toppdal", "kommunestyret i Ytre Glimsund"],
    ),
}


@pytest.mark.parametrize(("edits", "slag", "earlier"), WAITS.values(), ids=WAITS)
def test_whom_a_body_waits_for(edits: Edits, slag: str, earlier: list[str]) -> None:
    assert waits(edits)[slag] == earlier


def test_meetings_are_those_with_a_day() -> None:
    assert [møte.organ.slag for møte in meetings(plan_with())] == [
        "formannskap",
        "kommunestyre",
        "kommunestyre",
        "fylkesutval",
        "fylkesting",
    ]
