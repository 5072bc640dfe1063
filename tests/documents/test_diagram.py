"""The charts of a plan: their figures, what they say in words, and when there is none."""

from collections import Counter
from datetime import date

import pytest

from bygdeplan.documents.diagram import (
    build_budsjettdiagram,
    build_finansieringsdiagram,
    build_statusdiagram,
    build_tidslinjer,
)
from bygdeplan.ord.skriv import NBSP, kroner_kort
from bygdeplan.utsjanad.diagram import Serie, Tidsrad
from tests.plans import PLAN_FILES, Edits, Raw, small_plan
from tests.rendered import plan
from tests.utsjanad.diagram.drawn import picture

STI = "delmål/eitt/tiltak/sti"
MONEY: Edits = {
    "budsjett/historikk/2030": {"eitt": {"anna": 40_000}, "felles": {"driftstilskot": 60_000}},
    f"{STI}/budsjett": {
        2031: {
            "kostnad": 2_000_000,
            "finansiering": {
                "kommune": {"beløp": 100_000, "timar": 200, "sats": 500, "nøkkel": "likt"},
                "tiltaksmidlar": 1_800_000,
            },
        },
        2033: {"kostnad": 1_250_000, "finansiering": {"anna": 1_250_000}},
    },
}
every_year = pytest.mark.parametrize("year", PLAN_FILES)


def in_print(text: str) -> str:
    return text.replace("~", NBSP)


def measure(nr: int, **more: str) -> Raw:
    return {
        "nr": nr,
        "tittel": f"Tiltak {nr}",
        "skildring": "Noko.",
        "statlege_midlar": "nei",
        **more,
    }


def test_the_budget_in_figures_and_words() -> None:
    diagram = build_budsjettdiagram(small_plan(MONEY))
    assert diagram is not None
    assert diagram.tittel == in_print("Budsjett 2030–2033 etter delmål, i 1~000 kr")
    assert diagram.år == ("2030", "2031", "2032", "2033")
    assert diagram.slag == ("rekneskap", "budsjett", "budsjett", "budsjett")
    assert diagram.seriar == (
        Serie("Delmål 1: Det einaste delmålet", (40_000, 2_000_000, 0, 1_250_000)),
        Serie("Felles for heile avtalen", (60_000, 0, 0, 0)),
    )
    assert diagram.alt == in_print(
        "Stolpediagram over budsjettet for 2030–2033, delt etter delmål. "
        "Delmål 1 (Det einaste delmålet): 40~000~kr i 2030, 2~mill.~kr i 2031, 0~kr i 2032 "
        "og 1,25~mill.~kr i 2033. "
        "Felles for heile avtalen: 60~000~kr i 2030, 0~kr i 2031, 0~kr i 2032 og 0~kr i 2033. "
        "Summen er 100~000~kr i 2030, 2~mill.~kr i 2031, 0~kr i 2032 og 1,25~mill.~kr i 2033. "
        "Tala for 2030 er rekneskap, dei andre budsjett."
    )


def test_the_financing_in_figures_and_words() -> None:
    diagram = build_finansieringsdiagram(small_plan(MONEY))
    assert diagram is not None
    assert diagram.tittel == "Finansiering i 2031 etter kjelde"
    assert diagram.kjelder == (("Tiltaksmidlar (stat)", 1_800_000), ("Kommunane", 200_000))
    assert diagram.alt == in_print(
        "Stolpediagram over kven som betaler i 2031: Tiltaksmidlar (stat) 1,8~mill.~kr "
        "og Kommunane 200~000~kr. Til saman 2~mill.~kr."
    )


def test_the_statuses_in_figures_and_words() -> None:
    measures = {
        "a": measure(1, status="ikkje starta"),
        "b": measure(2, status="utsett"),
        "c": measure(3, status="utsett"),
        "d": measure(4),
    }
    two: Raw = {"nr": 2, "tittel": "Tomt", "vekt": 0, "tiltak": {}}
    edits: Edits = {"delmål/eitt/tiltak": measures, "delmål/to": two}
    diagram = build_statusdiagram(small_plan(edits))
    assert diagram is not None
    assert diagram.tittel == "Status for tiltaka i 2031 etter delmål"
    assert diagram.delmål == ("Delmål 1: Det einaste delmålet", "Delmål 2: Tomt")
    assert diagram.seriar == (
        Serie("Avslutta", (0, 0)),
        Serie("I arbeid", (0, 0)),
        Serie("Utsett", (2, 0)),
        Serie("Ikkje starta", (1, 0)),
        Serie("Utan oppgjeven status", (1, 0)),
    )
    assert diagram.alt == (
        "Stolpediagram over statusen for tiltaka i 2031. "
        "Delmål 1 (Det einaste delmålet): eitt ikkje starta, to utsette og eitt utan oppgjeven "
        "status. Delmål 2 (Tomt): ingen tiltak."
    )


def test_the_times_in_dates_and_words() -> None:
    measures = {
        "a": measure(1, start="2031-03", slutt="2032"),
        "b": measure(2, start="2031-05-17"),
        "c": measure(3, slutt="2030", status="avslutta"),
        "d": measure(4),
    }
    [diagram] = build_tidslinjer(small_plan({"delmål/eitt/tiltak": measures}))
    assert diagram.tittel == "Tidslinje for tiltaka 2030–2033"
    assert (diagram.første_år, diagram.siste_år, diagram.framheva_år) == (2030, 2033, 2031)
    [gruppe] = diagram.grupper
    assert gruppe.namn == "Delmål 1: Det einaste delmålet"
    assert gruppe.rader == (
        Tidsrad("1 Tiltak 1", "mars 2031–2032", date(2031, 3, 1), date(2032, 12, 31)),
        Tidsrad("2 Tiltak 2", in_print("frå 17.~mai 2031"), date(2031, 5, 17), None),
        Tidsrad("3 Tiltak 3 (avslutta)", "til 2030", None, date(2030, 12, 31), avslutta=True),
        Tidsrad("4 Tiltak 4", "ikkje tidfesta", None, None),
    )
    assert diagram.alt == in_print(
        "Tidslinje for tiltaka 2030–2033. Delmål 1 (Det einaste delmålet): "
        "1 Tiltak 1, mars 2031–2032; 2 Tiltak 2, frå 17.~mai 2031; "
        "3 Tiltak 3, til 2030 (avslutta); 4 Tiltak 4, ikkje tidfesta."
    )


def test_a_plan_that_says_nothing_has_no_charts() -> None:
    empty = small_plan()
    assert build_budsjettdiagram(empty) is None
    assert build_finansieringsdiagram(empty) is None
    assert build_statusdiagram(empty) is None
    assert build_tidslinjer(empty) == ()


@pytest.mark.parametrize(
    ("edits", "titles"),
    [
        (
            {f"{STI}/budsjett/2031/døme": "ja"},
            ("(nokre tal er døme)", "(nokre tal er døme)", "", ""),
        ),
        (
            {f"{STI}/budsjett/2033/førebels": ["kostnad"]},
            ("(nokre tal er førebels)", "", "", ""),
        ),
        ({f"{STI}/førebels": ["slutt"]}, ("", "", "", "(nokre tider er førebels)")),
        ({f"{STI}/førebels": ["status"]}, ("", "", "(nokre tiltak er førebels)", "")),
    ],
)
def test_what_is_marked_in_the_plan_is_marked_in_the_title(
    edits: Edits, titles: tuple[str, ...]
) -> None:
    marked = small_plan({**MONEY, f"{STI}/slutt": 2032, f"{STI}/status": "i arbeid", **edits})
    charts = (
        build_budsjettdiagram(marked),
        build_finansieringsdiagram(marked),
        build_statusdiagram(marked),
        *build_tidslinjer(marked),
    )
    endings = tuple(
        f"({c.tittel.partition(' (')[2]}" if " (" in c.tittel else "" for c in charts if c
    )
    assert endings == titles


def test_a_measure_that_is_marked_says_so_on_the_time_line() -> None:
    [diagram] = build_tidslinjer(small_plan({f"{STI}/slutt": 2032, f"{STI}/døme": "ja"}))
    assert [rad.namn for gruppe in diagram.grupper for rad in gruppe.rader] == ["1 Sti (døme)"]
    assert "1 Sti (døme), til 2032" in diagram.alt
    assert diagram.tittel == "Tidslinje for tiltaka 2030–2033"


def test_more_measures_than_a_page_holds_go_on_several_time_lines() -> None:
    measures = {f"m{nr}": measure(nr, slutt="2032") for nr in range(1, 61)}
    parts = build_tidslinjer(small_plan({"delmål/eitt/tiltak": measures}))
    assert [part.tittel for part in parts] == [
        f"Tidslinje for tiltaka 2030–2033, del {nr} av 3" for nr in (1, 2, 3)
    ]
    rows = [[rad.namn for gruppe in part.grupper for rad in gruppe.rader] for part in parts]
    assert [len(names) for names in rows] == [20, 20, 20]
    assert [name for names in rows for name in names] == [
        f"{nr} Tiltak {nr}" for nr in range(1, 61)
    ]
    assert all(picture(part).height_mm < 247 for part in parts)


@every_year
def test_the_budget_adds_up_to_the_plan(year: str) -> None:
    """Against the cost of the budget lines and the accounts of earlier years."""
    this = plan(year)
    diagram = build_budsjettdiagram(this)
    assert diagram is not None
    items = [plass.tiltak.budsjett for plass in this.alle_tiltak]
    items += [post.budsjett for post in this.budsjett.fellespostar.values()]
    for nr, år in enumerate(map(int, diagram.år)):
        shown = sum(serie.verdiar[nr] for serie in diagram.seriar)
        spent = this.budsjett.historikk.get(år, {}).values()
        budgeted = sum(item[år].kostnad for item in items if år in item and år >= this.år)
        assert shown == sum(sum(kjelder.values()) for kjelder in spent) + budgeted
        assert f"{kroner_kort(shown)} i {år}" in diagram.alt


@every_year
def test_the_financing_adds_up_to_the_year(year: str) -> None:
    budget, financing = build_budsjettdiagram(plan(year)), build_finansieringsdiagram(plan(year))
    assert budget is not None
    assert financing is not None
    of_year = budget.år.index(str(plan(year).år))
    amounts = [beløp for _, beløp in financing.kjelder]
    assert sum(amounts) == sum(serie.verdiar[of_year] for serie in budget.seriar)
    assert amounts == sorted(amounts, reverse=True)
    assert all(f"{namn} {kroner_kort(beløp)}" in financing.alt for namn, beløp in financing.kjelder)


@every_year
def test_the_statuses_count_every_measure(year: str) -> None:
    diagram = build_statusdiagram(plan(year))
    assert diagram is not None
    counts = Counter(
        plass.tiltak.status or "utan oppgjeven status" for plass in plan(year).alle_tiltak
    )
    assert {s.namn.lower(): sum(s.verdiar) for s in diagram.seriar if any(s.verdiar)} == counts


@every_year
def test_the_time_line_holds_every_measure_with_its_whole_title(year: str) -> None:
    [diagram] = build_tidslinjer(plan(year))
    rows = [rad for gruppe in diagram.grupper for rad in gruppe.rader]
    measures = list(plan(year).alle_tiltak)
    for rad, plass in zip(rows, measures, strict=True):
        title = f"{plass.tiltak.nr} {plass.tiltak.tittel}"
        assert rad.namn.startswith(title)
        assert title in diagram.alt
