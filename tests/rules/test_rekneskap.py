"""Accounts: of the year against its budget, of earlier years against the year before."""

from bygdeplan.rules.pottar import IKKJE_FORDELT, OVERFØRT, OVERTREKT
from bygdeplan.rules.rekneskap import (
    HISTORIKK_ENDRA,
    HISTORIKK_FOR_SEIN,
    HISTORIKK_I_FJOR,
    HISTORIKK_MANGLAR,
    LØYVING_ENDRA,
    NEGATIV,
    OVER_BUDSJETT,
    OVER_KJELDE,
    UTBETALT,
)
from bygdeplan.rules.statsmidlar import DELMÅLSDEL
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

BADSTOVE = "delmål/reiseliv/tiltak/badstove/budsjett/2031"
REKNESKAP = f"{BADSTOVE}/rekneskap"
STAT = f"{BADSTOVE}/finansiering/tiltaksmidlar"
HISTORIKK = "budsjett/historikk"
LØYVINGAR = "avtale/midlar/driftstilskot/løyvingar"
VINTERSTI_I_FJOR = "delmål/reiseliv/tiltak/vintersti/budsjett/2030/rekneskap"

CASES = (
    breaks(
        OVER_BUDSJETT,
        "more than the cost",
        {REKNESKAP: {"tiltaksmidlar": 600_000, "kommune": 400_000, "anna": 200_001}},
        f"{REKNESKAP}:",
        also=[OVER_KJELDE],
    ),
    keeps(
        OVER_BUDSJETT,
        "to the krone",
        {REKNESKAP: {"tiltaksmidlar": 600_000, "kommune": 400_000, "anna": 200_000}},
    ),
    breaks(
        OVER_KJELDE,
        "more from one source, less from another",
        {REKNESKAP: {"tiltaksmidlar": 500_000, "kommune": 450_000}},
        f"{REKNESKAP}/kommune",
    ),
    breaks(
        OVER_KJELDE,
        "a source that was to give nothing",
        {REKNESKAP: {"husbanken": 1}},
        f"{REKNESKAP}/husbanken",
    ),
    keeps(OVER_KJELDE, "nothing from it", {REKNESKAP: {"husbanken": 0}}),
    breaks(
        UTBETALT,
        "more paid than granted",
        {f"{STAT}/løyvd": 500_000, f"{STAT}/utbetalt": 500_001},
        f"{STAT}/utbetalt",
    ),
    breaks(UTBETALT, "paid without a grant", {f"{STAT}/utbetalt": 1}, f"{STAT}/utbetalt"),
    breaks(UTBETALT, "more granted than asked", {f"{STAT}/løyvd": 600_001}, f"{STAT}/løyvd"),
    keeps(UTBETALT, "all the same", {f"{STAT}/løyvd": 600_000, f"{STAT}/utbetalt": 600_000}),
    keeps(UTBETALT, "granted, not asked for", {f"{STAT}/søkt": GONE, f"{STAT}/løyvd": 600_000}),
    breaks(
        NEGATIV,
        "a sum below nothing",
        {REKNESKAP: {"tiltaksmidlar": "-60 000", "kommune": 59_999}},
        f"{REKNESKAP}:",
    ),
    breaks(
        NEGATIV,
        "a sub-goal's sum below nothing in an earlier year",
        {"budsjett/historikk/2029": {"felles": {"driftstilskot": "-1"}}},
        "budsjett/historikk/2029/felles:",
        also=[HISTORIKK_ENDRA, OVERFØRT, IKKJE_FORDELT],
    ),
    keeps(
        NEGATIV,
        "one source paid back, the sum not below nothing",
        {REKNESKAP: {"tiltaksmidlar": "-60 000", "kommune": 60_000}},
    ),
    breaks(
        HISTORIKK_I_FJOR,
        "another sum",
        {f"{HISTORIKK}/2030/reiseliv/anna": 90_000},
        f"{HISTORIKK}/2030/reiseliv/anna",
    ),
    breaks(
        HISTORIKK_I_FJOR,
        "left out",
        {f"{HISTORIKK}/2030/reiseliv/anna": GONE},
        f"{HISTORIKK}/2030/reiseliv/anna",
    ),
    breaks(
        HISTORIKK_I_FJOR,
        "the accounts came to be more",
        {},
        f"{HISTORIKK}/2030/reiseliv/kommune",
        fjor={f"{VINTERSTI_I_FJOR}/kommune": 311_000},
    ),
    keeps(HISTORIKK_I_FJOR, "nothing is nothing", {f"{HISTORIKK}/2030/ungdom/husbanken": 0}),
    breaks(
        HISTORIKK_ENDRA,
        "another sum",
        {f"{HISTORIKK}/2029/felles": {"driftstilskot": 10_000}},
        f"{HISTORIKK}/2029/felles/driftstilskot",
        fjor={f"{HISTORIKK}/2029/felles": {"driftstilskot": 9_000}},
        also=[OVERFØRT, OVERTREKT],
    ),
    keeps(
        HISTORIKK_ENDRA,
        "the same",
        {f"{HISTORIKK}/2029/felles": {"kommune": 10_000}},
        fjor={f"{HISTORIKK}/2029/felles": {"kommune": "10 000 kr"}},
    ),
    breaks(
        LØYVING_ENDRA,
        "another sum",
        {f"{LØYVINGAR}/0/beløp": 600_000},
        f"{LØYVINGAR}:",
        also=[OVERFØRT, IKKJE_FORDELT],
    ),
    breaks(
        LØYVING_ENDRA,
        "another year",
        {f"{LØYVINGAR}/0/år": 2028},
        f"{LØYVINGAR}:",
        also=[HISTORIKK_MANGLAR],
    ),
    keeps(
        LØYVING_ENDRA,
        "a later year",
        {"avtale/midlar/tiltaksmidlar/løyvingar/2/beløp": "1 900 000"},
    ),
    breaks(
        HISTORIKK_FOR_SEIN,
        "the plan's year",
        {f"{HISTORIKK}/2031": {}},
        f"{HISTORIKK}/2031:",
    ),
    keeps(HISTORIKK_FOR_SEIN, "an earlier year", {f"{HISTORIKK}/2028": {}}),
    breaks(
        HISTORIKK_MANGLAR,
        "a year with an appropriation",
        {f"{HISTORIKK}/2029": {}, f"{HISTORIKK}/2030": GONE},
        f"{HISTORIKK}:",
        also=[HISTORIKK_I_FJOR, OVERFØRT, DELMÅLSDEL, IKKJE_FORDELT],
    ),
    keeps(HISTORIKK_MANGLAR, "nothing used", {f"{HISTORIKK}/2029": {}}),
)


@table(*CASES)
def test_rekneskap(case: Case) -> None:
    judge(case)
