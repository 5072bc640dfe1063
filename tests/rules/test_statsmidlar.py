"""The state's pots: what is at hand, carried over, used, and by which sub-goal."""

from bygdeplan.nynorsk import NBSP
from bygdeplan.rules.rekneskap import LØYVING_ENDRA
from bygdeplan.rules.statsmidlar import (
    DELMÅLSDEL,
    IKKJE_FORDELT,
    JA_UTAN_POTT,
    NEI_MED_POTT,
    OVERFØRT,
    OVERFØRT_MANGLAR,
    OVERTREKT,
    SEIN_LØYVING,
    STATEN_ÅLEINE,
    UTAN_LØYVING,
)
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

MIDLAR = "avtale/midlar"
DRIFT = "budsjett/fellespostar/drift/budsjett"
HYBELHUS = "delmål/ungdom/tiltak/hybelhus"
LYD = "delmål/ungdom/tiltak/verkstad-lyd"
TRE = "delmål/ungdom/tiltak/verkstad-tre"


def year(**finansiering: int) -> dict[str, object]:
    return {"kostnad": sum(finansiering.values()), "finansiering": finansiering}


CASES = (
    breaks(
        UTAN_LØYVING,
        "no such pot",
        {f"{MIDLAR}/prosjektleiing": GONE},
        "budsjett/fellespostar/leiing/budsjett/2031/finansiering/prosjektleiing",
        also=[LØYVING_ENDRA],
    ),
    breaks(
        UTAN_LØYVING,
        "in the history",
        {f"{MIDLAR}/prosjektleiing": GONE},
        "budsjett/historikk/2030/felles/prosjektleiing",
        also=[LØYVING_ENDRA],
    ),
    keeps(
        UTAN_LØYVING,
        "nothing used",
        {"budsjett/historikk/2029": {"felles": {"prosjektleiing": 0}}},
    ),
    breaks(
        OVERTREKT,
        "a krone too much",
        {f"{DRIFT}/2032": year(driftstilskot=390_001, kommune=0)},
        f"{MIDLAR}/driftstilskot",
    ),
    keeps(OVERTREKT, "to the krone", {f"{DRIFT}/2032": year(driftstilskot=390_000)}),
    breaks(
        OVERFØRT,
        "another sum",
        {f"{MIDLAR}/tiltaksmidlar/overført": "1 700 000"},
        f"{MIDLAR}/tiltaksmidlar/overført",
    ),
    keeps(OVERFØRT, "written another way", {f"{MIDLAR}/tiltaksmidlar/overført": "1,65 mill."}),
    breaks(
        OVERFØRT_MANGLAR,
        "something to carry over",
        {f"{MIDLAR}/tiltaksmidlar/overført": GONE},
        f"{MIDLAR}/tiltaksmidlar/overført",
    ),
    keeps(
        OVERFØRT_MANGLAR,
        "nothing to carry over",
        {
            f"{MIDLAR}/prosjektleiing/overført": GONE,
            "budsjett/historikk/2030/felles/prosjektleiing": 750_000,
        },
    ),
    breaks(
        SEIN_LØYVING,
        "after the agreement",
        {f"{MIDLAR}/tiltaksmidlar/løyvingar/3/år": 2034},
        f"{MIDLAR}/tiltaksmidlar/løyvingar/3/år",
        also=[OVERTREKT],
    ),
    keeps(SEIN_LØYVING, "its last year", {f"{MIDLAR}/tiltaksmidlar/løyvingar/2/år": 2033}),
    breaks(
        IKKJE_FORDELT,
        "something left",
        {f"{DRIFT}/2032": year(driftstilskot=389_999)},
        f"{MIDLAR}/driftstilskot",
    ),
    keeps(IKKJE_FORDELT, "all used", {f"{DRIFT}/2033": year(driftstilskot=0)}),
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
        f"{HYBELHUS}/budsjett/2033/finansiering",
        also=[OVERTREKT],
    ),
    breaks(
        STATEN_ÅLEINE,
        "others in name only",
        {f"{LYD}/budsjett/2033": year(tiltaksmidlar=150_000, anna=0)},
        f"{LYD}/budsjett/2033/finansiering",
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


def test_an_overdrawn_pot_is_told_once_for_each_year_that_makes_it_worse() -> None:
    case = breaks(
        OVERTREKT,
        "",
        {
            f"{DRIFT}/2031": year(driftstilskot=1_000_000),
            f"{DRIFT}/2032": year(anna=1),
            f"{DRIFT}/2033": year(driftstilskot=5),
        },
        "",
    )
    years = [finding.message[:7] for finding in case.new if finding.regel is OVERTREKT]
    assert years == ["I 2031 ", "I 2033 "]
