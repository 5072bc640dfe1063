"""What the state's money goes to: sub-goals by their weights, and measures that others pay too."""

from bygdeplan.ord.skriv import NBSP
from bygdeplan.rules.pottar import OVERTREKT
from bygdeplan.rules.statsmidlar import DELMÅLSDEL, JA_UTAN_POTT, NEI_MED_POTT, STATEN_ÅLEINE
from tests.rules.cases import Case, breaks, judge, keeps, table

DRIFT = "budsjett/fellespostar/drift/budsjett"
HYBELHUS = "delmål/ungdom/tiltak/hybelhus"
LYD = "delmål/ungdom/tiltak/verkstad-lyd"
TRE = "delmål/ungdom/tiltak/verkstad-tre"


def year(**finansiering: int) -> dict[str, object]:
    return {"kostnad": sum(finansiering.values()), "finansiering": finansiering}


CASES = (
    breaks(
        DELMÅLSDEL,
        "more than a point",
        {"delmål/reiseliv/vekt": "71,5", "delmål/ungdom/vekt": "28,5"},
        "delmål/reiseliv/vekt",
    ),
    keeps(
        DELMÅLSDEL,
        "a point",
        {"delmål/reiseliv/vekt": "70,9", "delmål/ungdom/vekt": "29,1"},
    ),
    breaks(
        STATEN_ÅLEINE,
        "one pot",
        {f"{HYBELHUS}/budsjett/2033": year(tiltaksmidlar=1), f"{HYBELHUS}/statlege_midlar": "ja"},
        f"{HYBELHUS}/budsjett/2033/finansiering:",
        also=[OVERTREKT],
    ),
    breaks(
        STATEN_ÅLEINE,
        "others in name only",
        {f"{LYD}/budsjett/2033": year(tiltaksmidlar=150_000, anna=0)},
        f"{LYD}/budsjett/2033/finansiering:",
    ),
    keeps(
        STATEN_ÅLEINE,
        "own hours beside it",
        {
            f"{LYD}/budsjett/2033": {
                "kostnad": 150_500,
                "finansiering": {
                    "tiltaksmidlar": 150_000,
                    "kommune": {"timar": 1, "sats": 500, "nøkkel": "likt"},
                },
            }
        },
    ),
    keeps(STATEN_ÅLEINE, "a common item", {f"{DRIFT}/2032": year(driftstilskot=390_000)}),
    breaks(NEI_MED_POTT, "uses a pot", {f"{LYD}/statlege_midlar": "nei"}, f"{LYD}/statlege_midlar"),
    keeps(
        NEI_MED_POTT,
        "a pot that gives nothing",
        {f"{HYBELHUS}/budsjett/2033": year(tiltaksmidlar=0, anna=1)},
    ),
    breaks(
        JA_UTAN_POTT,
        "uses none",
        {f"{HYBELHUS}/statlege_midlar": "ja"},
        f"{HYBELHUS}/statlege_midlar",
    ),
    keeps(
        JA_UTAN_POTT,
        "in one of the years",
        {f"{TRE}/budsjett/2031": year(anna=400_000)},
    ),
)


@table(*CASES)
def test_statsmidlar(case: Case) -> None:
    judge(case)


def test_the_share_is_told_with_its_figures() -> None:
    (finding,) = (
        each
        for each in breaks(
            DELMÅLSDEL, "", {"delmål/reiseliv/vekt": 60, "delmål/ungdom/vekt": 40}, ""
        ).new
        if each.regel is DELMÅLSDEL and each.path[1] == "reiseliv"
    )
    assert finding.message.replace(NBSP, " ") == (
        "Delmål 1 får 7 000 000 kr av tiltaksmidlane i 2030–2033, 70 % av 10 000 000 kr; "
        "vekta er 60 %."
    )
    assert finding.help.replace(NBSP, " ").startswith(
        "Etter vekta skulle delmålet ha 6 000 000 kr."
    )
