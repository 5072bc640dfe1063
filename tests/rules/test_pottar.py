"""The state's pots: what is appropriated, carried over and used."""

from bygdeplan.rules.pottar import (
    IKKJE_FORDELT,
    OVERFØRT,
    OVERFØRT_MANGLAR,
    OVERTREKT,
    SEIN_LØYVING,
    UTAN_LØYVING,
)
from bygdeplan.rules.rekneskap import LØYVING_ENDRA
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

MIDLAR = "avtale/midlar"
DRIFT = "budsjett/fellespostar/drift/budsjett"


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
        f"{MIDLAR}/driftstilskot:",
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
        f"{MIDLAR}/tiltaksmidlar/overført:",
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
        f"{MIDLAR}/driftstilskot:",
    ),
    keeps(IKKJE_FORDELT, "all used", {f"{DRIFT}/2033": year(driftstilskot=0)}),
)


@table(*CASES)
def test_pottar(case: Case) -> None:
    judge(case)


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
