"""Weights, numbers and spans of time."""

from bygdeplan.rules.pengar import UTANFOR_AVTALEN
from bygdeplan.rules.statsmidlar import DELMÅLSDEL
from bygdeplan.rules.vekt import (
    DELMÅLSNUMMER,
    ETTER_AVTALEN,
    FELLES_ID,
    KOMMUNENUMMER,
    NØKKELDELAR,
    PLANÅR,
    REVISJON,
    TIDSROM,
    TILTAKS_ID,
    TILTAKSNUMMER,
    VEKT_UTANFOR,
    VEKTSUM,
)
from tests.rules.cases import Case, breaks, judge, keeps, table

REISELIV, UNGDOM = "delmål/reiseliv", "delmål/ungdom"
HYBELHUS = "delmål/ungdom/tiltak/hybelhus"
NØKKEL = "budsjett/fordelingsnøklar/folketal/delar"

TILTAK = {
    "nr": 20,
    "tittel": "Leirskule",
    "skildring": "Eit tilbod til skular i byane.",
    "ansvarleg": "prosjektleiaren",
    "statlege_midlar": "nei",
}
TOMT_DELMÅL = {"nr": 3, "tittel": "Samarbeid", "vekt": 0}

CASES = (
    breaks(VEKTSUM, "90", {f"{REISELIV}/vekt": 60}, "delmål:", also=[DELMÅLSDEL]),
    breaks(VEKTSUM, "100,5", {f"{REISELIV}/vekt": "70,5"}, "delmål:"),
    keeps(VEKTSUM, "decimals", {f"{REISELIV}/vekt": "69,5", f"{UNGDOM}/vekt": "30,5 %"}),
    breaks(
        VEKT_UTANFOR,
        "below nothing",
        {f"{REISELIV}/vekt": -10, f"{UNGDOM}/vekt": 110},
        f"{REISELIV}/vekt",
        also=[DELMÅLSDEL],
    ),
    keeps(VEKT_UTANFOR, "all and nothing", {f"{REISELIV}/vekt": 100, f"{UNGDOM}/vekt": 0}),
    breaks(DELMÅLSNUMMER, "both 1", {f"{UNGDOM}/nr": 1}, f"{UNGDOM}/nr"),
    keeps(DELMÅLSNUMMER, "a gap", {f"{UNGDOM}/nr": 5}),
    breaks(
        TILTAKSNUMMER,
        "two in a sub-goal",
        {f"{REISELIV}/tiltak/skyss/nr": 1},
        f"{REISELIV}/tiltak/skyss/nr",
    ),
    keeps(TILTAKSNUMMER, "one in each sub-goal", {f"{UNGDOM}/tiltak/heimreise/nr": 4}),
    breaks(TILTAKS_ID, "in two sub-goals", {f"{REISELIV}/tiltak/hybelhus": TILTAK}, f"{HYBELHUS}:"),
    keeps(TILTAKS_ID, "an id of its own", {f"{REISELIV}/tiltak/hybelhus-2": TILTAK}),
    breaks(FELLES_ID, "felles", {"delmål/felles": TOMT_DELMÅL}, "delmål/felles:"),
    keeps(FELLES_ID, "another word", {"delmål/fellesskap": TOMT_DELMÅL}),
    breaks(
        KOMMUNENUMMER,
        "the same",
        {"kommunar/ytre-glimsund/nummer": "9901"},
        "kommunar/ytre-glimsund/nummer",
    ),
    keeps(KOMMUNENUMMER, "another", {"kommunar/ytre-glimsund/nummer": "0301"}),
    breaks(
        PLANÅR,
        "before the agreement",
        {"avtale/periode": "2032–2033"},
        "år",
        also=[UTANFOR_AVTALEN, DELMÅLSDEL],
    ),
    keeps(PLANÅR, "the first year", {"avtale/periode": "2031–2033"}),
    breaks(REVISJON, "3", {"revisjon": 3}, "revisjon"),
    breaks(REVISJON, "0", {"revisjon": 0}, "revisjon"),
    keeps(REVISJON, "2", {"revisjon": 2}),
    breaks(TIDSROM, "turned round", {f"{HYBELHUS}/slutt": "2031-07"}, f"{HYBELHUS}/slutt"),
    keeps(TIDSROM, "in one month", {f"{HYBELHUS}/slutt": "2031-08"}),
    keeps(TIDSROM, "in a year less exact", {f"{HYBELHUS}/slutt": "2031"}),
    breaks(ETTER_AVTALEN, "the year after", {f"{HYBELHUS}/slutt": 2034}, f"{HYBELHUS}/slutt"),
    keeps(ETTER_AVTALEN, "the last day", {f"{HYBELHUS}/slutt": "2033-12-31"}),
    breaks(NØKKELDELAR, "nothing", {NØKKEL: {"toppdal": 0, "ytre-glimsund": 0}}, NØKKEL),
    breaks(NØKKELDELAR, "below nothing", {NØKKEL: {"toppdal": 2, "ytre-glimsund": -1}}, NØKKEL),
    breaks(NØKKELDELAR, "nobody", {NØKKEL: {}}, NØKKEL),
    keeps(NØKKELDELAR, "all on one", {NØKKEL: {"toppdal": 1, "ytre-glimsund": 0}}),
)


@table(*CASES)
def test_vekt(case: Case) -> None:
    judge(case)


def test_the_message_tells_the_sum_and_the_help_its_parts() -> None:
    (finding, *_) = CASES[0].new
    assert finding.message == "Vektene til delmåla er 90\u00a0% til saman, ikkje 100\u00a0%."
    assert finding.help == "No er dei 60 og 30."
