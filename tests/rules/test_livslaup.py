"""The life of a measure, from one year's plan to the next."""

import pytest

from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.livslaup import (
    ANNA_TILTAK,
    AVSLUTTA_I_FJOR,
    BORTE,
    ENDRA_UTAN_GRUNN,
    GJENOPNA,
    GRUNN_UTAN_ENDRING,
    REVISJON_FRAMOVER,
    STATUS_TILBAKE,
)
from tests.plans import GONE, plan_with, raw_plan
from tests.rules.cases import Case, breaks, judge, keeps, table

REISELIV, UNGDOM = "delmål/reiseliv/tiltak", "delmål/ungdom/tiltak"
HEIMREISE = f"{UNGDOM}/heimreise"
JOBBSMAK = f"{UNGDOM}/jobbsmak"
VINTERSTI = f"{REISELIV}/vintersti"
# Closed in 2030, and not in 2031.
FORPROSJEKT = f"{REISELIV}/forprosjekt"
HEIMREISE_SOM_NO = raw_plan(2031)["delmål"]["ungdom"]["tiltak"]["heimreise"]
I_FJOR = raw_plan(2030)["delmål"]["reiseliv"]["tiltak"]["forprosjekt"]


def reason(felt: str, revisjon: int = 1) -> list[dict[str, object]]:
    return [{"revisjon": revisjon, "felt": felt, "grunngjeving": "Det var rett."}]


OPEN_AGAIN = {**I_FJOR, "status": "i arbeid", "avslutning": ""}

CASES = (
    breaks(
        REVISJON_FRAMOVER,
        "the second in a first",
        {f"{VINTERSTI}/endringar/1/revisjon": 2},
        f"{VINTERSTI}/endringar/1/revisjon",
    ),
    breaks(
        REVISJON_FRAMOVER,
        "before the first",
        {f"{VINTERSTI}/endringar/1/revisjon": 0},
        f"{VINTERSTI}/endringar/1/revisjon",
    ),
    keeps(
        REVISJON_FRAMOVER,
        "the second in a second",
        {f"{VINTERSTI}/endringar/1/revisjon": 2, "revisjon": 2},
    ),
    breaks(BORTE, "taken out", {HEIMREISE: GONE}, HEIMREISE),
    breaks(
        BORTE,
        "given another id",
        {
            HEIMREISE: GONE,
            f"{UNGDOM}/heimreiser": HEIMREISE_SOM_NO,
        },
        HEIMREISE,
    ),
    keeps(BORTE, "closed last year", {}),
    keeps(
        BORTE,
        "moved to another sub-goal",
        {
            HEIMREISE: GONE,
            f"{REISELIV}/heimreise": HEIMREISE_SOM_NO,
        },
    ),
    breaks(AVSLUTTA_I_FJOR, "listed again", {FORPROSJEKT: I_FJOR}, f"{FORPROSJEKT}:"),
    keeps(AVSLUTTA_I_FJOR, "taken up again", {FORPROSJEKT: OPEN_AGAIN}),
    breaks(
        ENDRA_UTAN_GRUNN,
        "moved to another sub-goal",
        {f"{REISELIV}/guidekurs/endringar": []},
        f"{REISELIV}/guidekurs:",
    ),
    breaks(
        ENDRA_UTAN_GRUNN,
        "a reason for another field",
        {
            f"{HEIMREISE}/ansvarleg": "prosjektleiaren",
            f"{HEIMREISE}/endringar": reason("samarbeid"),
        },
        f"{HEIMREISE}/ansvarleg:",
        also=[GRUNN_UTAN_ENDRING],
    ),
    keeps(
        ENDRA_UTAN_GRUNN,
        "with its reason",
        {
            f"{HEIMREISE}/ansvarleg": "prosjektleiaren",
            f"{HEIMREISE}/endringar": reason("ansvarleg"),
        },
    ),
    keeps(
        ENDRA_UTAN_GRUNN,
        "what is reported is no change",
        {
            f"{JOBBSMAK}/indikatorar/plassar/faktisk": 400,
            f"{JOBBSMAK}/gjennomført": "Ti nye verksemder er med.",
            f"{JOBBSMAK}/status": "utsett",
            f"{JOBBSMAK}/nr": 9,
        },
    ),
    keeps(
        ENDRA_UTAN_GRUNN,
        "a closed measure has its reason in the assessment",
        {f"{REISELIV}/gardsmat/slutt": "2030-11"},
    ),
    breaks(
        GRUNN_UTAN_ENDRING,
        "left from last year",
        {f"{HEIMREISE}/endringar": reason("slutt")},
        f"{HEIMREISE}/endringar/0/felt",
    ),
    keeps(
        GRUNN_UTAN_ENDRING,
        "changed, and changed back",
        {"revisjon": 2, f"{HEIMREISE}/endringar": reason("slutt") + reason("slutt", 2)},
    ),
    keeps(
        GRUNN_UTAN_ENDRING,
        "a new measure, changed in the second revision",
        {"revisjon": 2, f"{UNGDOM}/hybelhus/endringar": reason("slutt", 2)},
    ),
    breaks(
        STATUS_TILBAKE,
        "begun, and not begun",
        {f"{HEIMREISE}/status": "ikkje starta"},
        f"{HEIMREISE}/status",
    ),
    keeps(STATUS_TILBAKE, "put off", {f"{HEIMREISE}/status": "utsett"}),
    keeps(STATUS_TILBAKE, "not known", {f"{HEIMREISE}/status": GONE}),
    keeps(
        STATUS_TILBAKE,
        "put off before it began",
        {f"{HEIMREISE}/status": "ikkje starta"},
        fjor={f"{HEIMREISE}/status": "utsett"},
    ),
    breaks(GJENOPNA, "taken up again", {FORPROSJEKT: OPEN_AGAIN}, f"{FORPROSJEKT}/status"),
    keeps(GJENOPNA, "a new one", {f"{REISELIV}/forprosjekt-2": OPEN_AGAIN}),
    breaks(
        ANNA_TILTAK,
        "another title and description",
        {
            f"{JOBBSMAK}/tittel": "Bålplassar langs elva",
            f"{JOBBSMAK}/skildring": "Ti stader der folk kan gjere opp eld.",
            f"{JOBBSMAK}/endringar": reason("tittel") + reason("skildring"),
        },
        f"{JOBBSMAK}:",
    ),
    keeps(
        ANNA_TILTAK,
        "another title",
        {
            f"{JOBBSMAK}/tittel": "Bålplassar langs elva",
            f"{JOBBSMAK}/endringar": reason("tittel"),
        },
    ),
    keeps(
        ANNA_TILTAK,
        "another description",
        {
            f"{JOBBSMAK}/skildring": "Ti stader der folk kan gjere opp eld.",
            f"{JOBBSMAK}/endringar": reason("skildring"),
        },
    ),
)


@table(*CASES)
def test_livslaup(case: Case) -> None:
    judge(case)


@pytest.mark.parametrize(
    ("felt", "value"),
    [
        ("tittel", "Jobbsmak i haustferien"),
        ("skildring", "Ungdom får prøve eit yrke i tre veker kvar sommar, med løn."),
        ("prioritert", "nei"),
        ("ansvarleg", "Toppdal kommune"),
        ("samarbeidspartar", ["skule"]),
        ("samarbeid", ["bedriftene i Glimsund"]),
        ("start", "2030-06"),
        ("slutt", "2033-07"),
        ("statlege_midlar", "nei"),
        ("indikatorar/plassar/mål", 1300),
        ("budsjett/2033/finansiering/kommune/beløp", 90_000),
    ],
)
def test_each_field_that_the_plan_speaks_of_is_owed_a_reason(felt: str, value: object) -> None:
    case = breaks(ENDRA_UTAN_GRUNN, "", {f"{JOBBSMAK}/{felt}": value}, "")
    (finding,) = (each for each in case.new if each.regel is ENDRA_UTAN_GRUNN)
    assert finding.path[-1] == felt.split("/", maxsplit=1)[0]
    assert "jobbsmak" in finding.path


def test_nothing_is_said_of_the_life_of_measures_without_a_year_before() -> None:
    plan = plan_with({HEIMREISE: GONE, f"{JOBBSMAK}/tittel": "Noko anna"})
    codes = {finding.regel.code for finding in check_plan(Grunnlag(plan))}
    assert not {code for code in codes if code.startswith("BP41")}
