"""The plan at a glance: what has happened with each measure, its years, and the five figures."""

import pytest

from bygdeplan.documents import planoversyn
from bygdeplan.documents.planoversyn import count_hendingar, key_figures, table_of_measures
from bygdeplan.endring import diff_plans
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import MINUS, NBSP
from tests.plans import GONE, Edits, Raw, small_plan
from tests.rendered import read, text_of

STI = "delmål/eitt/tiltak/sti"
BRU = "delmål/eitt/tiltak/bru"
MEASURE: Raw = {"nr": 2, "tittel": "Bru", "skildring": "Ei bru.", "statlege_midlar": "nei"}


def rows(plan: Plan, before: Plan | None = None) -> dict[str, list[str]]:
    """The rows of measures by their names, without the links."""
    table = table_of_measures(plan, diff_plans(before, plan) if before else None)
    return {
        text_of(read(f"<p>{rad.namn}</p>")): [str(celle) for celle in rad.celler]
        for rad in table.rader
        if rad.slag != "gruppe"
    }


def last_year(edits: Edits) -> Plan:
    return small_plan({"år": 2030, **edits})


# «~» is the no-break space.
HAPPENED: dict[str, tuple[Edits, Edits, str | None]] = {
    "new": ({STI: GONE}, {}, "+~Nytt"),
    "changed": ({f"{STI}/tittel": "Veg"}, {}, "≠~Endra"),
    "as before": ({}, {}, "=~Held~fram"),
    "another number": ({f"{STI}/nr": 7}, {}, "=~Held~fram"),
    "opened again": ({f"{STI}/status": "avslutta"}, {f"{STI}/status": "i arbeid"}, "+~Gjenopna"),
    "closed": ({}, {f"{STI}/status": "avslutta"}, f"{MINUS}~Avslutta"),
    "closed a year ago": ({f"{STI}/status": "avslutta"}, {f"{STI}/status": "avslutta"}, None),
}


@pytest.mark.parametrize(("old", "new", "said"), HAPPENED.values(), ids=HAPPENED)
def test_what_happens_with_a_measure(old: Edits, new: Edits, said: str | None) -> None:
    found = rows(small_plan(new), last_year(old))
    assert found.get("1 Sti", [None])[0] == (said and said.replace("~", NBSP))


def test_without_a_year_before_nothing_is_said_of_what_has_happened() -> None:
    plan = small_plan({f"{STI}/status": "i arbeid", f"{STI}/ansvarleg": "Velet"})
    titles = [kolonne.tittel for kolonne in table_of_measures(plan, None).kolonnar]
    assert titles[:5] == ["Tiltak", "Status", "Ansvarleg", "Kostnad", "Stat"]
    assert rows(plan)["1 Sti"][:4] == ["I arbeid", "Velet", "–", "–"]


YEARS: dict[str, tuple[Edits, str]] = {
    "start and end": ({f"{STI}/start": 2031, f"{STI}/slutt": "2032-06"}, "–■■–"),
    "a start alone": ({f"{STI}/start": "2032-11-30"}, "––■■"),
    "an end alone": ({f"{STI}/slutt": 2031}, "■■––"),
    "longer than the agreement": ({f"{STI}/start": 2020, f"{STI}/slutt": 2040}, "■■■■"),
    "not known": ({}, "––––"),
}


@pytest.mark.parametrize(("edits", "bar"), YEARS.values(), ids=YEARS)
def test_the_years_of_a_measure(edits: Edits, bar: str) -> None:
    assert "".join(rows(small_plan(edits))["1 Sti"][-4:]) == bar


def test_an_agreement_of_many_years_has_the_period_in_words() -> None:
    plan = small_plan({"avtale/periode": "2025–2036", f"{STI}/start": 2031, f"{STI}/slutt": 2033})
    table = table_of_measures(plan, None)
    assert [kolonne.tittel for kolonne in table.kolonnar][-1] == "Periode"
    assert rows(plan)["1 Sti"][-1] == "2031–2033"
    assert table.merknad == ""


@pytest.mark.parametrize("edits", [{}, {"avtale/periode": "2025–2036"}])
def test_the_columns_fill_the_page(edits: Edits) -> None:
    for diff in (None, diff_plans(last_year({}), small_plan(edits))):
        columns = table_of_measures(small_plan(edits), diff).kolonnar
        assert sum(kolonne.breidde for kolonne in columns) == pytest.approx(100)
        assert columns[0].breidde > 20


def test_money_of_the_year_with_what_is_common_and_the_sum() -> None:
    pays = {"kostnad": 900, "finansiering": {"tiltaksmidlar": 500, "anna": 400}}
    drift = {"tittel": "Drift", "budsjett": {2031: {"kostnad": 100, "finansiering": {"anna": 100}}}}
    edits: Edits = {f"{STI}/budsjett/2031": pays, "budsjett/fellespostar/drift": drift}
    found = {name: cells[2:4] for name, cells in rows(small_plan(edits)).items()}
    assert found == {
        "1 Sti": ["0,9", "0,5"],
        "Felles for heile avtalen": ["0,1", "0"],
        "Sum": ["1", "0,5"],
    }


MARKED: dict[str, Edits] = {
    "the measure": {f"{STI}/døme": "ja"},
    "its end": {f"{STI}/slutt": 2032, f"{STI}/døme": ["slutt"]},
    "its money": {f"{STI}/budsjett/2031": {"kostnad": 9, "døme": ["kostnad"]}},
}


@pytest.mark.parametrize("edits", MARKED.values(), ids=MARKED)
def test_a_measure_is_marked_for_what_its_cells_have_no_room_to_mark(edits: Edits) -> None:
    assert "1 Sti (døme)" in rows(small_plan(edits))


def test_a_marked_status_says_so_itself() -> None:
    plan = small_plan({f"{STI}/status": "i arbeid", f"{STI}/døme": ["status"]})
    assert rows(plan)["1 Sti"][0] == "I arbeid (døme)"


def test_a_closed_measure_has_no_place_of_its_own_to_lead_to() -> None:
    plan = small_plan({BRU: MEASURE, f"{STI}/status": "avslutta"})
    table = table_of_measures(plan, diff_plans(last_year({BRU: MEASURE}), plan))
    names = [str(rad.namn) for rad in table.rader]
    assert '<a href="#bru">2 Bru</a>' in names
    assert "1 Sti" in names


COUNTS: dict[tuple[int, ...], str] = {
    (2, 0, 3, 1, 8): "2~nye, 3~endra, 1~avslutta og 8~som før",
    (1, 0, 0, 0, 0): "1~nytt",
    (0, 1, 0, 0, 1): "1~gjenopna og 1~som før",
    (0, 0, 0, 0, 0): "",
}


@pytest.mark.parametrize(("numbers", "words"), COUNTS.items())
def test_what_has_happened_is_counted(numbers: tuple[int, ...], words: str) -> None:
    kinds = zip(planoversyn.HENDINGAR, numbers, strict=True)
    told = [kind for kind, number in kinds for _ in range(number)]
    assert count_hendingar(told) == words.replace("~", NBSP)


def test_the_next_decision_is_the_first_that_is_not_made() -> None:
    met = {"kommunar/toppdal/formannskap": "2031-01-30", "kommunar/toppdal/førebels": "nei"}
    figure = key_figures(small_plan(met), None)[-1]
    assert (figure.namn, figure.tal) == ("Neste vedtak", f"30.{NBSP}jan. 2031")
    assert figure.utdjuping == "Formannskapet i Toppdal"
    unknown = {
        f"kommunar/{kommune}/{body}": GONE
        for kommune in ("toppdal", "ytre-glimsund")
        for body in ("kommunestyre",)
    }
    unknown |= {"kommunar/toppdal/formannskap": GONE, "vidare_handsaming": {}}
    assert key_figures(small_plan(unknown), None)[-1].tal == "–"


def test_the_figures_of_a_first_year() -> None:
    pays = {"kostnad": 900, "finansiering": {"tiltaksmidlar": 600, "kommune": {"beløp": 300}}}
    figures = key_figures(small_plan({f"{STI}/budsjett/2031": pays}), None)
    assert [(figure.namn, figure.tal) for figure in figures[:4]] == [
        ("Tiltak i 2031", "1"),
        ("Kostnad i 2031", f"900{NBSP}kr"),
        ("Kostnad 2030–2033", figures[2].tal),
        ("Kommunane betaler i 2031", f"300{NBSP}kr"),
    ]
    assert figures[0].utdjuping == "eitt utan oppgjeven status"
    assert figures[1].utdjuping == f"staten betaler 600{NBSP}kr (67{NBSP}%)"
    assert figures[3].utdjuping == f"300{NBSP}kr i kontantar og 0{NBSP}timar eige arbeid"


def test_a_plan_that_costs_nothing_has_no_share_of_the_state() -> None:
    assert planoversyn.state_pays(0, 0) == f"staten betaler 0{NBSP}kr"
