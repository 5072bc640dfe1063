"""How a measure ends."""

from bygdeplan.rules.avslutning import (
    BUDSJETT_ETTER_AVSLUTNING,
    IKKJE_AVSLUTTA,
    UTAN_AVSLUTNING,
    UTAN_VURDERING,
)
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

REISELIV = "delmål/reiseliv/tiltak"
GARDSMAT = f"{REISELIV}/gardsmat"
HYBELHUS = "delmål/ungdom/tiltak/hybelhus"

ÅR = {"kostnad": 100_000, "finansiering": {"anna": 100_000}}
MED_REKNESKAP = {**ÅR, "rekneskap": {"anna": 90_000}}
FULLFØRT = {"utfall": "fullført", "vurdering": "Alle hyblane er i bruk."}

CASES = (
    breaks(UTAN_AVSLUTNING, "no closing", {f"{GARDSMAT}/avslutning": GONE}, f"{GARDSMAT}/status"),
    keeps(UTAN_AVSLUTNING, "not closed", {f"{HYBELHUS}/status": "i arbeid"}),
    breaks(
        IKKJE_AVSLUTTA,
        "in progress",
        {f"{HYBELHUS}/status": "i arbeid", f"{HYBELHUS}/avslutning": FULLFØRT},
        f"{HYBELHUS}/avslutning:",
    ),
    breaks(
        IKKJE_AVSLUTTA,
        "no status",
        {f"{HYBELHUS}/avslutning": FULLFØRT},
        f"{HYBELHUS}/avslutning:",
    ),
    keeps(
        IKKJE_AVSLUTTA,
        "closed",
        {
            f"{HYBELHUS}/status": "avslutta",
            f"{HYBELHUS}/avslutning": FULLFØRT,
            f"{HYBELHUS}/budsjett": {},
        },
    ),
    breaks(
        UTAN_VURDERING,
        "completed",
        {f"{GARDSMAT}/avslutning/vurdering": GONE},
        f"{GARDSMAT}/avslutning/vurdering:",
    ),
    breaks(
        UTAN_VURDERING,
        "merged",
        {f"{REISELIV}/turkart/avslutning/vurdering": GONE},
        f"{REISELIV}/turkart/avslutning/vurdering:",
    ),
    keeps(UTAN_VURDERING, "a short one", {f"{GARDSMAT}/avslutning/vurdering": "Målet er nådd."}),
    breaks(
        BUDSJETT_ETTER_AVSLUTNING,
        "the plan's year",
        {f"{GARDSMAT}/budsjett": {2031: ÅR}},
        f"{GARDSMAT}/budsjett/2031:",
    ),
    breaks(
        BUDSJETT_ETTER_AVSLUTNING,
        "a later year, accounts or not",
        {f"{GARDSMAT}/budsjett": {2032: MED_REKNESKAP}},
        f"{GARDSMAT}/budsjett/2032:",
    ),
    keeps(
        BUDSJETT_ETTER_AVSLUTNING,
        "it was closed during the year and has its accounts",
        {f"{GARDSMAT}/budsjett": {2031: MED_REKNESKAP}},
    ),
    keeps(
        BUDSJETT_ETTER_AVSLUTNING,
        "an earlier year",
        {f"{GARDSMAT}/budsjett": {2030: ÅR}},
    ),
)


@table(*CASES)
def test_avslutning(case: Case) -> None:
    judge(case)
