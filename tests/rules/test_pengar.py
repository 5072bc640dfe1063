"""The money of each measure and common item, year by year."""

from bygdeplan.ord.skriv import NBSP
from bygdeplan.rules.pengar import (
    DELT_TO_GONGER,
    DELT_UTAN_KOMMUNAR,
    FORDELINGSSUM,
    FØR_PLANÅRET,
    IKKJE_DELT,
    KOSTNAD,
    SATS_UTAN_TIMAR,
    TIMAR_FRÅ_STATEN,
    TIMAR_UTAN_SATS,
    UTANFOR_AVTALEN,
)
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

DRIFT = "budsjett/fellespostar/drift/budsjett"
KOMMUNE = f"{DRIFT}/2031/finansiering/kommune"
LEIING = "budsjett/fellespostar/leiing/budsjett/2031"
# New in 2031, so that no change in it is owed a reason.
BADSTOVE = "delmål/reiseliv/tiltak/badstove/budsjett/2031"
DELAR = f"{BADSTOVE}/finansiering/kommune/fordeling"
TRE = "delmål/ungdom/tiltak/verkstad-tre/budsjett"
HYBEL = "delmål/ungdom/tiltak/hybelhus/budsjett"
ÅR = {"kostnad": 100_000, "finansiering": {"anna": 100_000}}

CASES = (
    breaks(KOSTNAD, "too little", {f"{BADSTOVE}/kostnad": "1 250 000"}, f"{BADSTOVE}/kostnad"),
    breaks(KOSTNAD, "too much", {f"{BADSTOVE}/kostnad": "1 150 000"}, f"{BADSTOVE}/kostnad"),
    breaks(KOSTNAD, "in a common item", {f"{DRIFT}/2032/kostnad": 0}, f"{DRIFT}/2032/kostnad"),
    breaks(
        KOSTNAD,
        "hours count by their rate",
        {f"{LEIING}/finansiering/kommune/sats": 601},
        f"{LEIING}/kostnad",
    ),
    keeps(
        KOSTNAD,
        "written another way",
        {f"{BADSTOVE}/kostnad": "1,2 mill. kr"},
    ),
    breaks(FORDELINGSSUM, "kroner", {f"{DELAR}/toppdal/beløp": 140_000}, f"{DELAR}:"),
    breaks(
        FORDELINGSSUM,
        "hours",
        {f"{TRE}/2031/finansiering/kommune/fordeling/toppdal/timar": 301},
        f"{TRE}/2031/finansiering/kommune/fordeling:",
    ),
    keeps(
        FORDELINGSSUM,
        "moved from one to another",
        {f"{DELAR}/toppdal/beløp": 50_000, f"{DELAR}/ytre-glimsund/beløp": 350_000},
    ),
    breaks(
        TIMAR_UTAN_SATS,
        "no rate",
        {f"{KOMMUNE}/timar": 100},
        f"{KOMMUNE}/timar",
    ),
    keeps(
        TIMAR_UTAN_SATS,
        "a rate",
        {f"{KOMMUNE}/timar": 100, f"{KOMMUNE}/sats": 500},
    ),
    breaks(SATS_UTAN_TIMAR, "no hours", {f"{KOMMUNE}/sats": 500}, f"{KOMMUNE}/sats"),
    keeps(SATS_UTAN_TIMAR, "neither", {f"{KOMMUNE}/sats": 0, f"{KOMMUNE}/timar": 0}),
    breaks(
        TIMAR_FRÅ_STATEN,
        "hours",
        {f"{DRIFT}/2031/finansiering/driftstilskot": {"timar": 1000, "sats": 500}},
        f"{DRIFT}/2031/finansiering/driftstilskot/timar",
    ),
    keeps(
        TIMAR_FRÅ_STATEN,
        "hours from the county",
        {f"{DRIFT}/2031/finansiering/fylkeskommune": {"timar": 10, "sats": 500}},
    ),
    breaks(IKKJE_DELT, "bare amount", {KOMMUNE: 200_000}, KOMMUNE),
    breaks(IKKJE_DELT, "no key", {f"{KOMMUNE}/nøkkel": GONE}, KOMMUNE),
    keeps(
        IKKJE_DELT,
        "nothing to divide",
        {KOMMUNE: 0, f"{DRIFT}/2031/kostnad": 500_000},
    ),
    breaks(
        DELT_TO_GONGER,
        "both",
        {f"{KOMMUNE}/fordeling": {"toppdal": {"beløp": 200_000}}},
        f"{KOMMUNE}/nøkkel:",
    ),
    keeps(
        DELT_TO_GONGER,
        "shares alone",
        {KOMMUNE: {"beløp": 200_000, "fordeling": {"toppdal": {"beløp": 200_000}}}},
    ),
    breaks(
        DELT_UTAN_KOMMUNAR,
        "a key for the ministry",
        {f"{DRIFT}/2031/finansiering/driftstilskot": {"beløp": 500_000, "nøkkel": "likt"}},
        f"{DRIFT}/2031/finansiering/driftstilskot/nøkkel:",
    ),
    breaks(
        DELT_UTAN_KOMMUNAR,
        "shares of something else",
        {
            f"{BADSTOVE}/finansiering/anna": {
                "beløp": 200_000,
                "fordeling": {"toppdal": {"beløp": 200_000}},
            }
        },
        f"{BADSTOVE}/finansiering/anna/fordeling:",
    ),
    keeps(DELT_UTAN_KOMMUNAR, "not divided", {f"{BADSTOVE}/finansiering/anna": 200_000}),
    breaks(UTANFOR_AVTALEN, "after it", {f"{HYBEL}/2034": ÅR}, f"{HYBEL}/2034:"),
    breaks(UTANFOR_AVTALEN, "before it", {f"{HYBEL}/2029": ÅR}, f"{HYBEL}/2029:"),
    keeps(UTANFOR_AVTALEN, "its last year", {f"{HYBEL}/2033": ÅR}),
    breaks(FØR_PLANÅRET, "last year", {f"{HYBEL}/2030": ÅR}, f"{HYBEL}/2030:"),
    keeps(FØR_PLANÅRET, "next year", {f"{DRIFT}/2033": ÅR}),
)


@table(*CASES)
def test_pengar(case: Case) -> None:
    judge(case)


def test_the_message_has_both_sums_and_the_help_what_lacks() -> None:
    (finding,) = CASES[0].new
    assert finding.message.replace(NBSP, " ") == (
        "«Døme: Badstove ved sjøen» kostar 1 250 000 kr i 2031, men finansieringa er 1 200 000 kr."
    )
    assert (
        finding.help.replace(NBSP, " ") == "Det manglar 50 000 kr. Rett kostnaden eller kjeldene."
    )
