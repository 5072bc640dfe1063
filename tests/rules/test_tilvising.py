"""References: what is named in one place exists in another."""

from bygdeplan.rules.tilvising import (
    SOM_TILTAK_I_ANNA_DELMÅL,
    SOM_TILTAK_VIDARE,
    UKJEND_FORDELINGSNØKKEL,
    UKJEND_KOMMUNE,
    UKJEND_SAMARBEIDSPART,
    UKJENT_DELMÅL,
    UKJENT_TILTAK,
    UTFALL_OG_TILTAK,
    VISER_TIL_SEG_SJØLV,
)
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

UNGDOM = "delmål/ungdom/tiltak"
TURKART = "delmål/reiseliv/tiltak/turkart/avslutning"
VERKSTAD = f"{UNGDOM}/verkstad/avslutning"
GARDSMAT = "delmål/reiseliv/tiltak/gardsmat/avslutning"
DRIFT = "budsjett/fellespostar/drift/budsjett/2031/finansiering/kommune"
FORDELING = "delmål/reiseliv/tiltak/badstove/budsjett/2031/finansiering/kommune/fordeling"

CASES = (
    breaks(
        UKJEND_KOMMUNE,
        "in a division",
        {f"{FORDELING}/topdal": {"beløp": 150_000}, f"{FORDELING}/toppdal": GONE},
        f"{FORDELING}/topdal:",
    ),
    breaks(
        UKJEND_KOMMUNE,
        "in a key",
        {"budsjett/fordelingsnøklar/likt/delar/topdal": 1},
        "budsjett/fordelingsnøklar/likt/delar/topdal:",
    ),
    keeps(UKJEND_KOMMUNE, "one alone", {"budsjett/fordelingsnøklar/likt/delar": {"toppdal": 1}}),
    breaks(UKJEND_FORDELINGSNØKKEL, "misspelt", {f"{DRIFT}/nøkkel": "likdelt"}, f"{DRIFT}/nøkkel"),
    keeps(UKJEND_FORDELINGSNØKKEL, "another", {f"{DRIFT}/nøkkel": "folketal"}),
    breaks(
        UKJEND_SAMARBEIDSPART,
        "nobody",
        {f"{UNGDOM}/hybelhus/samarbeidspartar": ["skule", "skulen"]},
        f"{UNGDOM}/hybelhus/samarbeidspartar/1",
    ),
    keeps(
        UKJEND_SAMARBEIDSPART,
        "a partner and a kommune",
        {f"{UNGDOM}/hybelhus/samarbeidspartar": ["skule", "ytre-glimsund"]},
    ),
    breaks(
        UKJENT_TILTAK,
        "som_tiltak",
        {f"{UNGDOM}/heimreise/som_tiltak": "jobbsmaken"},
        f"{UNGDOM}/heimreise/som_tiltak",
    ),
    breaks(UKJENT_TILTAK, "merged", {f"{TURKART}/tiltak": ["vinterstien"]}, f"{TURKART}/tiltak/0"),
    breaks(
        UKJENT_TILTAK,
        "divided",
        {f"{VERKSTAD}/tiltak": ["verkstad-tre", "verkstad-ljos"]},
        f"{VERKSTAD}/tiltak/1",
    ),
    keeps(UKJENT_TILTAK, "in another sub-goal", {f"{TURKART}/tiltak": ["jobbsmak"]}),
    breaks(
        VISER_TIL_SEG_SJØLV,
        "som_tiltak",
        {f"{UNGDOM}/heimreise/som_tiltak": "heimreise"},
        f"{UNGDOM}/heimreise/som_tiltak",
    ),
    breaks(
        VISER_TIL_SEG_SJØLV, "merged", {f"{TURKART}/tiltak": ["turkart"]}, f"{TURKART}/tiltak/0"
    ),
    keeps(VISER_TIL_SEG_SJØLV, "another", {f"{UNGDOM}/heimreise/som_tiltak": "jobbsmak"}),
    breaks(UTFALL_OG_TILTAK, "merged with nobody", {f"{TURKART}/tiltak": []}, f"{TURKART}/tiltak"),
    breaks(
        UTFALL_OG_TILTAK,
        "merged with two",
        {f"{TURKART}/tiltak": ["vintersti", "skyss"]},
        f"{TURKART}/tiltak",
    ),
    breaks(
        UTFALL_OG_TILTAK,
        "divided in one",
        {f"{VERKSTAD}/tiltak": ["verkstad-tre"]},
        f"{VERKSTAD}/tiltak",
    ),
    breaks(
        UTFALL_OG_TILTAK,
        "divided in the same twice",
        {f"{VERKSTAD}/tiltak": ["verkstad-tre", "verkstad-tre"]},
        f"{VERKSTAD}/tiltak",
    ),
    breaks(
        UTFALL_OG_TILTAK,
        "completed",
        {f"{GARDSMAT}/tiltak": ["vintersti"]},
        f"{GARDSMAT}/tiltak",
    ),
    keeps(
        UTFALL_OG_TILTAK,
        "divided in three",
        {f"{VERKSTAD}/tiltak": ["verkstad-tre", "verkstad-lyd", "hybelhus"]},
    ),
    breaks(
        UKJENT_DELMÅL,
        "misspelt",
        {"budsjett/historikk/2030/ungdomen": {"anna": 0}},
        "budsjett/historikk/2030/ungdomen:",
    ),
    keeps(UKJENT_DELMÅL, "common", {"budsjett/historikk/2030/felles/anna": 0}),
    breaks(
        SOM_TILTAK_I_ANNA_DELMÅL,
        "another sub-goal",
        {f"{UNGDOM}/heimreise/som_tiltak": "vintersti"},
        f"{UNGDOM}/heimreise/som_tiltak",
    ),
    keeps(SOM_TILTAK_I_ANNA_DELMÅL, "the same", {f"{UNGDOM}/heimreise/som_tiltak": "verkstad"}),
    breaks(
        SOM_TILTAK_VIDARE,
        "in a row",
        {
            f"{UNGDOM}/heimreise/som_tiltak": "jobbsmak",
            f"{UNGDOM}/jobbsmak/som_tiltak": "verkstad",
        },
        f"{UNGDOM}/heimreise/som_tiltak",
    ),
    keeps(
        SOM_TILTAK_VIDARE,
        "both to one",
        {
            f"{UNGDOM}/heimreise/som_tiltak": "verkstad",
            f"{UNGDOM}/jobbsmak/som_tiltak": "verkstad",
        },
    ),
)


@table(*CASES)
def test_tilvising(case: Case) -> None:
    judge(case)


def test_the_help_suggests_the_nearest() -> None:
    (finding,) = CASES[3].new
    assert finding.help == "Meinte du `likt`?"


def test_the_help_never_suggests_the_measure_itself() -> None:
    case = breaks(
        UKJENT_TILTAK, "its own, misspelt", {f"{UNGDOM}/heimreise/som_tiltak": "heimreis"}, ""
    )
    (finding,) = case.new
    assert "`heimreise`" not in finding.help
    assert finding.help.startswith(("Meinte du", "Dei som finst:"))
