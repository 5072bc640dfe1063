"""Who has the plan on its way, and how far each has come."""

from datetime import date

import pytest

from bygdeplan.vedtak.saksgang import Organ, Stand, bodies
from tests.plans import Edits, plan_with

TOPPDAL = "kommunar/toppdal"


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
