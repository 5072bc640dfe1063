"""Following up: what someone should look to."""

from datetime import date

from bygdeplan.funn.finding import Severity
from bygdeplan.rules import oppfolging
from bygdeplan.rules.oppfolging import (
    DØME,
    FRISTEN_ER_UTE,
    FØREBELS,
    GAMMAL_STATUS,
    IKKJE_I_GANG,
    UTAN_ANSVARLEG,
    UTAN_RESULTAT,
)
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

REISELIV, UNGDOM = "delmål/reiseliv", "delmål/ungdom"
VINTERSTI = f"{REISELIV}/tiltak/vintersti"
SKYSS = f"{REISELIV}/tiltak/skyss"
HYBELHUS = f"{UNGDOM}/tiltak/hybelhus"
I_VINTER = {f"{HYBELHUS}/start": "2031-01", f"{HYBELHUS}/slutt": "2031-02"}

CASES = (
    breaks(UTAN_ANSVARLEG, "nobody", {f"{HYBELHUS}/ansvarleg": GONE}, f"{HYBELHUS}:"),
    keeps(UTAN_ANSVARLEG, "closed", {f"{REISELIV}/tiltak/gardsmat/ansvarleg": GONE}),
    breaks(FRISTEN_ER_UTE, "the day after", I_VINTER, f"{HYBELHUS}/slutt", dato=date(2031, 3, 1)),
    keeps(FRISTEN_ER_UTE, "the last day it can mean", I_VINTER, dato=date(2031, 2, 28)),
    keeps(FRISTEN_ER_UTE, "no day given", I_VINTER),
    keeps(FRISTEN_ER_UTE, "closed long ago", {}, dato=date(2031, 3, 1)),
    keeps(FRISTEN_ER_UTE, "the plan's year is over", {}, dato=date(2035, 1, 1)),
    breaks(IKKJE_I_GANG, "the month after", {}, f"{SKYSS}/start", dato=date(2031, 4, 1)),
    keeps(IKKJE_I_GANG, "the last day of the month", {}, dato=date(2031, 3, 31)),
    keeps(IKKJE_I_GANG, "put off", {f"{SKYSS}/status": "utsett"}, dato=date(2031, 4, 1)),
    breaks(
        GAMMAL_STATUS,
        "121 days",
        {},
        f"{VINTERSTI}/statusdato",
        dato=date(2031, 5, 7),
        also=[IKKJE_I_GANG],
    ),
    breaks(
        GAMMAL_STATUS,
        "of a sub-goal",
        {f"{REISELIV}/statusdato": "2030-01-01"},
        f"{REISELIV}/statusdato",
        dato=date(2031, 1, 7),
    ),
    keeps(GAMMAL_STATUS, "120 days", {}, dato=date(2031, 5, 6)),
    keeps(
        GAMMAL_STATUS,
        "the plan's year is over, the status was fresh when it ended",
        {f"{place}/statusdato": "2031-12-01" for place in (VINTERSTI, f"{UNGDOM}/tiltak/jobbsmak")}
        | {f"{REISELIV}/tiltak/guidekurs/statusdato": "2031-12-01"}
        | {f"{UNGDOM}/tiltak/heimreise/statusdato": "2031-12-01"},
        dato=date(2033, 1, 1),
    ),
    breaks(
        UTAN_RESULTAT,
        "nothing came of it",
        {f"{REISELIV}/tiltak/gardsmat/førebels_resultat": GONE},
        f"{REISELIV}/tiltak/gardsmat/førebels_resultat:",
    ),
    keeps(
        UTAN_RESULTAT,
        "it was stopped",
        {f"{REISELIV}/tiltak/flytebrygge/førebels_resultat": GONE},
    ),
    breaks(FØREBELS, "a value", {f"{UNGDOM}/førebels": ["vekt"]}, f"{UNGDOM}/vekt:"),
    breaks(
        FØREBELS,
        "a list item",
        {"avtale/fasar/1/førebels": "ja"},
        "avtale/fasar/1:",
    ),
    keeps(FØREBELS, "nei", {f"{UNGDOM}/førebels": "nei"}),
    breaks(DØME, "the whole plan", {"døme": "ja"}, ":"),
    keeps(DØME, "nei", {"døme": "nei"}),
)


@table(*CASES)
def test_oppfolging(case: Case) -> None:
    judge(case)


def test_following_up_never_changes_an_exit_code() -> None:
    assert {regel.severity for regel in oppfolging.REGLAR} == {Severity.MERKNAD}


def test_a_mark_in_a_list_is_told_by_its_number() -> None:
    (finding,) = breaks(FØREBELS, "", {"avtale/fasar/1/førebels": ["tid"]}, "").new
    assert finding.message == "`tid` under `fasar` er førebels."
    (finding,) = breaks(FØREBELS, "", {"avtale/fasar/1/førebels": "ja"}, "").new
    assert finding.message == "Punkt 2 under `fasar` er førebels."
