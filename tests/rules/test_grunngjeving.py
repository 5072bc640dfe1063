"""Reasons for changes outside the measures, and the levels an author settles."""

import pytest

from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.grunngjeving import (
    I_TILTAK,
    PRINSIPIELT,
    SIDAN_DEN_LÅSTE,
    UENDRA_FELT,
    UKJENT_FELT,
    UTAN_GRUNN,
)
from bygdeplan.rules.livslaup import REVISJON_FRAMOVER
from bygdeplan.rules.statsmidlar import DELMÅLSDEL
from tests.plans import plan_with, raw_plan
from tests.rules.cases import Case, breaks, judge, keeps, table

REISELIV, UNGDOM = "delmål/reiseliv", "delmål/ungdom"
JOBBSMAK = f"{UNGDOM}/tiltak/jobbsmak"
GIVEN = raw_plan(2031)["endringar"]


def reason(felt: str, **more: object) -> dict[str, object]:
    return {"revisjon": 1, "felt": felt, "grunngjeving": "Det var rett.", **more}


def reasons(*more: dict[str, object]) -> dict[str, object]:
    """The plan's own reasons, and more of them."""
    return {"endringar": [*GIVEN, *more]}


WEIGHTS = {f"{REISELIV}/vekt": 60, f"{UNGDOM}/vekt": 40}
WHY = (reason("delmål.reiseliv.vekt"), reason("delmål.ungdom.vekt"))
TRIFLE = {"nivå": "ikkje-prinsipiell"}

SECOND = {"revisjon": 2, f"{JOBBSMAK}/ansvarleg": "Toppdal kommune"}

CASES: tuple[Case, ...] = (
    breaks(
        UKJENT_FELT,
        "an id that is misspelt",
        reasons(reason("delmål.reiselivet.vekt")),
        "endringar/2/felt",
    ),
    breaks(UKJENT_FELT, "what is reported", reasons(reason("gjort")), "endringar/2/felt"),
    breaks(UKJENT_FELT, "a place in a list", reasons(reason("innstilling.0")), "endringar/2/felt"),
    keeps(UKJENT_FELT, "spaces in the path", reasons(reason(" organisering . medverka "))),
    keeps(
        UKJENT_FELT,
        "what only the year before had",
        reasons(reason("budsjett.fellespostar.bil")),
        fjor={"budsjett/fellespostar/bil": {"tittel": "Bil"}},
    ),
    breaks(
        I_TILTAK,
        "the path through the sub-goal",
        reasons(reason("delmål.ungdom.tiltak.jobbsmak.slutt")),
        "endringar/2/felt",
    ),
    breaks(
        I_TILTAK,
        "a short path",
        reasons(reason("tiltak.jobbsmak.slutt")),
        "endringar/2/felt",
    ),
    keeps(I_TILTAK, "the sub-goal itself", reasons(reason("delmål.ungdom"))),
    breaks(
        UENDRA_FELT,
        "the same weight",
        reasons(reason("delmål.ungdom.vekt")),
        "endringar/2/felt",
    ),
    keeps(UENDRA_FELT, "another weight", {**WEIGHTS, **reasons(*WHY)}),
    keeps(UENDRA_FELT, "from above", {**WEIGHTS, **reasons(reason("delmål"))}),
    keeps(
        UENDRA_FELT,
        "changed back by the second revision",
        {
            "revisjon": 2,
            **reasons(reason("delmål.ungdom.vekt"), reason("delmål.ungdom.vekt", revisjon=2)),
        },
    ),
    breaks(
        PRINSIPIELT,
        "a weight",
        {**WEIGHTS, **reasons(WHY[0], reason("delmål.ungdom.vekt", **TRIFLE))},
        "endringar/3/nivå",
        also=(DELMÅLSDEL,),
    ),
    breaks(
        PRINSIPIELT,
        "a weight that is as it was",
        reasons(reason("delmål.ungdom.vekt", **TRIFLE)),
        "endringar/2/nivå",
        also=(UENDRA_FELT,),
    ),
    breaks(
        PRINSIPIELT,
        "the responsible for a measure",
        {
            f"{JOBBSMAK}/ansvarleg": "Toppdal kommune",
            f"{JOBBSMAK}/endringar": [reason("ansvarleg", **TRIFLE)],
        },
        f"{JOBBSMAK}/endringar/0/nivå",
    ),
    keeps(
        PRINSIPIELT,
        "a title",
        {
            f"{JOBBSMAK}/tittel": "Jobbsmaking",
            f"{JOBBSMAK}/endringar": [reason("tittel", **TRIFLE)],
        },
    ),
    keeps(
        PRINSIPIELT,
        "a letter in a name",
        {
            f"{JOBBSMAK}/ansvarleg": "Ytre glimsund kommune",
            f"{JOBBSMAK}/endringar": [reason("ansvarleg", **TRIFLE)],
        },
    ),
    keeps(
        PRINSIPIELT,
        "settled as what it is",
        {**WEIGHTS, **reasons(WHY[0], reason("delmål.ungdom.vekt", nivå="prinsipiell"))},
    ),
    breaks(UTAN_GRUNN, "two weights", WEIGHTS, f"{UNGDOM}/vekt:", also=(DELMÅLSDEL,)),
    breaks(
        UTAN_GRUNN,
        "one of two",
        {**WEIGHTS, **reasons(WHY[1])},
        f"{REISELIV}/vekt:",
        also=(DELMÅLSDEL,),
    ),
    breaks(
        UTAN_GRUNN,
        "what is gone",
        {},
        "budsjett/fellespostar:",
        fjor={"budsjett/fellespostar/bil": {"tittel": "Bil", "budsjett": {2031: {"kostnad": 1}}}},
    ),
    keeps(UTAN_GRUNN, "given reasons", {**WEIGHTS, **reasons(*WHY)}),
    keeps(UTAN_GRUNN, "a text", {"samandrag": "Noko heilt anna."}),
    keeps(UTAN_GRUNN, "a body that is to have the case", {"vidare_handsaming/kdd/organ": "Staten"}),
    keeps(UTAN_GRUNN, "the decision points", {"innstilling": ["Planen blir vedteken."]}),
    breaks(
        SIDAN_DEN_LÅSTE,
        "a reason for the first revision alone",
        {**SECOND, f"{JOBBSMAK}/endringar": [reason("ansvarleg")]},
        f"{JOBBSMAK}/ansvarleg:",
        låst={f"{JOBBSMAK}/ansvarleg": "Rådet"},
    ),
    breaks(
        SIDAN_DEN_LÅSTE,
        "a measure that is new this year",
        {"revisjon": 2},
        f"{UNGDOM}/tiltak/hybelhus/ansvarleg:",
        låst={f"{UNGDOM}/tiltak/hybelhus/ansvarleg": "Rådet"},
    ),
    keeps(
        SIDAN_DEN_LÅSTE,
        "a reason for the second",
        {**SECOND, f"{JOBBSMAK}/endringar": [reason("ansvarleg", revisjon=2)]},
        låst={f"{JOBBSMAK}/ansvarleg": "Rådet"},
    ),
    keeps(SIDAN_DEN_LÅSTE, "without one since last year, too", SECOND, låst={}),
    keeps(
        SIDAN_DEN_LÅSTE,
        "spelling and numbering",
        {"revisjon": 2},
        låst={f"{JOBBSMAK}/tittel": "JOBBSMAK I FERIEN", f"{JOBBSMAK}/nr": 9},
    ),
    keeps(
        SIDAN_DEN_LÅSTE,
        "the revision that is locked",
        {},
        låst={f"{JOBBSMAK}/ansvarleg": "Rådet"},
    ),
    keeps(
        SIDAN_DEN_LÅSTE,
        "a lock of another year",
        {"revisjon": 2},
        låst={"år": 2030, f"{JOBBSMAK}/ansvarleg": "Rådet"},
    ),
    breaks(
        REVISJON_FRAMOVER,
        "outside the measures",
        reasons(reason("samandrag", revisjon=2)),
        "endringar/2/revisjon",
    ),
)


@table(*CASES)
def test_grunngjeving(case: Case) -> None:
    judge(case)


def test_a_misspelt_path_is_near_the_right_one() -> None:
    plan = plan_with(reasons(reason("delmål.reiselivet.vekt")))
    grunnlag = Grunnlag(plan, plan_with(year=2030))
    [finding] = [each for each in check_plan(grunnlag) if each.regel is UKJENT_FELT]
    assert finding.help == "Meinte du `delmål.reiseliv.vekt`?"


def test_what_has_gone_out_cannot_be_looked_up_without_the_year_before() -> None:
    plan = plan_with(reasons(reason("gjort")))
    found = [each.path for each in check_plan(Grunnlag(plan)) if each.regel is UKJENT_FELT]
    assert found == [("endringar", 2, "felt")]
    assert GIVEN[0]["felt"] == "organisering.prosjektmedarbeidar"


@pytest.mark.parametrize("felt", ["delmål.ungdom.vekt", "innstilling", "avtale.midlar"])
def test_principle_cannot_be_settled_away_without_a_year_before(felt: str) -> None:
    plan = plan_with(reasons(reason(felt, **TRIFLE)))
    found = {finding.regel for finding in check_plan(Grunnlag(plan))}
    assert (PRINSIPIELT in found) == (felt != "avtale.midlar")
    assert not {UENDRA_FELT, UTAN_GRUNN} & found
