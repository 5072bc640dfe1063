"""The action plan: what it says of a measure, and which tables it holds."""

import pytest

from bygdeplan.documents.dokument import Rad
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.endring import diff_plans
from bygdeplan.ord.skriv import NBSP
from tests.plans import GONE, Edits, plan_with, small_plan
from tests.rendered import headings, plan, read, render, section, text_of, texts, tree

STI = "delmål/eitt/tiltak/sti"

FACTS: dict[str, tuple[Edits, list[str]]] = {
    "only what must be known": ({}, ["Prioritert: Ja", "Statlege midlar: Ja"]),
    "not prioritised": (
        {f"{STI}/prioritert": "nei", f"{STI}/statlege_midlar": "nei"},
        ["Prioritert: Nei", "Statlege midlar: Nei"],
    ),
    "everything, in its order": (
        {
            f"{STI}/status": "i arbeid",
            f"{STI}/ansvarleg": "Velet",
            f"{STI}/samarbeidspartar": ["ytre-glimsund", "skule"],
            f"{STI}/samarbeid": ["Laget", "Skulen"],
            f"{STI}/start": "2031-03",
            f"{STI}/slutt": "2032-06-30",
            f"{STI}/budsjett": {
                2030: {"kostnad": 1},
                2032: {"kostnad": 400_000},
                2031: {"kostnad": 2_500_000},
            },
        },
        [
            "Status: I arbeid",
            "Periode: mars 2031–30.~juni 2032",
            "Prioritert: Ja",
            "Statlege midlar: Ja",
            "Ansvarleg: Velet",
            "Samarbeidspartar: Ytre Glimsund kommune og Glimsund vidaregåande skule",
            "Samarbeid: Laget og Skulen",
        ],
    ),
    "a start alone": (
        {f"{STI}/start": 2031},
        ["Periode: frå 2031", "Prioritert: Ja", "Statlege midlar: Ja"],
    ),
    "an end alone": (
        {f"{STI}/slutt": 2031},
        ["Periode: til 2031", "Prioritert: Ja", "Statlege midlar: Ja"],
    ),
    "within a year": (
        {f"{STI}/start": 2031, f"{STI}/slutt": 2031},
        ["Periode: 2031", "Prioritert: Ja", "Statlege midlar: Ja"],
    ),
}


@pytest.mark.parametrize(("edits", "facts"), FACTS.values(), ids=FACTS)
def test_facts_of_a_measure(edits: Edits, facts: list[str]) -> None:
    page = read(render(build_handlingsplan(small_plan(edits), None)))
    found = [
        text
        for element in section(page, "Tiltak 1 Sti")
        for text in texts(element.iterfind("dl/div"))
    ]
    assert found == [fact.replace("~", NBSP) for fact in facts]


def test_a_measure_with_all_its_texts() -> None:
    told = small_plan(
        {
            f"{STI}/skildring": "Ein *lang* sti.\n\n- Han er brei.",
            f"{STI}/overføringsverdi": "Andre kan gjere det same.",
            f"{STI}/indikatorar": {
                "a": {"namn": "Sti", "eining": "km", "utgangspunkt": "2,5", "mål": 10},
                "b": {"namn": "Folk", "eining": "i timen", "mål": "7,5"},
            },
        }
    )
    page = read(render(build_handlingsplan(told, None)))
    said = texts(section(page, "Tiltak 1 Sti"))
    assert said[:2] == ["Ein lang sti.", "Han er brei."]
    [facts] = texts(page.iterfind(".//div[@class='par']"))
    assert said[2:] == [facts, "Overføringsverdi: Andre kan gjere det same."]
    assert facts.endswith("Indikator: Sti: frå 2,5 til 10 km Indikator: Folk: til 7,5 i timen")


def test_what_nobody_pays_of_a_measure_has_a_row_of_its_own() -> None:
    budgets = {2030: {"kostnad": 9}, 2031: {"kostnad": 4000, "finansiering": {"anna": 1000}}}
    view = build_handlingsplan(small_plan({f"{STI}/budsjett": budgets}), None)
    cost = view.delmål[0].tiltak[0].kostnad
    assert cost is not None
    assert cost.id == "kostnad-sti"
    assert [(rad.namn, *rad.celler) for rad in cost.rader] == [
        ("Andre", "1", "1"),
        ("Ikkje finansiert", "3", "3"),
        ("Sum", "4", "4"),
    ]


SINCE: dict[str, tuple[Edits, Edits, str]] = {
    "new": ({STI: GONE}, {}, "Tiltaket er nytt sidan planen for 2030."),
    "as before": ({}, {}, "Tiltaket er ikkje endra sidan planen for 2030."),
    "another number alone": (
        {f"{STI}/nr": 4},
        {},
        "Tiltaket har fått nytt nummer sidan planen for 2030, og er elles ikkje endra.",
    ),
    "changed": ({f"{STI}/tittel": "Veg"}, {}, "Endra sidan planen for 2030: tittel."),
    "opened again": (
        {f"{STI}/status": "avslutta"},
        {f"{STI}/status": "i arbeid"},
        "Tiltaket er opna att sidan planen for 2030.",
    ),
    "opened again, and changed": (
        {f"{STI}/status": "avslutta", f"{STI}/tittel": "Veg"},
        {f"{STI}/status": "i arbeid"},
        "Tiltaket er opna att sidan planen for 2030. Endra sidan planen for 2030: tittel.",
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), SINCE.values(), ids=SINCE)
def test_a_card_says_what_has_happened_since_last_year(old: Edits, new: Edits, said: str) -> None:
    before, after = small_plan({"år": 2030, **old}), small_plan(new)
    page = read(render(build_handlingsplan(after, diff_plans(before, after))))
    [card] = page.iterfind(".//div[@class='kort']")
    assert texts(card.iterfind("p"))[-1] == said
    places = page.xpath("//@id")
    assert all(link.removeprefix("#") in places for link in card.xpath(".//a/@href"))


def test_measures_stand_under_their_sub_goal_with_its_weight() -> None:
    page = tree("2031", "handlingsplan-2031")
    assert headings(page, 3)[:2] == [
        "Delmål 1: Reiseliv heile året",
        "Delmål 2: Unge som blir buande",
    ]
    assert texts(section(page, "Delmål 1: Reiseliv heile året"))[:2] == [
        f"Vekt: 70{NBSP}%.",
        "Fleire skal kunne leve av gjester, også i november.",
    ]


def test_every_open_measure_is_there_and_no_closed_one() -> None:
    places = list(plan("2031").alle_tiltak)
    found = [h for h in headings(tree("2031", "handlingsplan-2031"), 4) if h.startswith("Tiltak ")]
    assert [f"Tiltak {p.tiltak.nr} {p.tiltak.tittel}" for p in places if not p.tiltak.avslutta] == [
        heading for heading in found if heading != "Tiltak som skal bruke statlege midlar"
    ]


TABLES = [
    "Tiltaka i 2031, kostnad i 1~000~kr",
    "Budsjett med finansieringsplan for 2031, i 1~000~kr",
    "Budsjett for heile perioden 2030–2033, i 1~000~kr",
    "Statlege tiltaksmidlar 2030–2033 etter delmål, i 1~000~kr",
    "Tiltaksmidlar: løyving, bruk og overføring, i 1~000~kr",
    "Plan for politisk handsaming av handlingsplanen 2031",
    "Løyvingar frå staten",
]


def test_tables_of_a_plan_without_a_year_before() -> None:
    page = read(render(build_handlingsplan(small_plan(), None)))
    first, *captions = texts(page.iter("caption"))
    assert first == "Planen i fem tal"
    assert captions == [
        f"Tabell {nr}. {title.replace('~', NBSP)}" for nr, title in enumerate(TABLES, 1)
    ]
    assert not [h for h in headings(page, 2) if h.startswith("Endringar")]


def test_a_pot_with_nothing_in_it_has_no_ledger() -> None:
    view = build_handlingsplan(small_plan({"avtale/midlar/tiltaksmidlar/løyvingar": []}), None)
    assert view.pottar == ()


def test_appropriation_says_where_it_is_from_and_what_is_remarked() -> None:
    pot = "avtale/midlar/tiltaksmidlar/løyvingar"
    plans = (small_plan({f"{pot}/0/merknad": "Overført i mars"}), small_plan({}))
    tables = [build_handlingsplan(plan, None).løyvingar for plan in plans]
    assert [table.rader[0] for table in tables] == [Rad("Tilskotsbrev", slag="gruppe")] * 2
    assert [column.tittel for column in tables[0].kolonnar][3:] == ["Merknad"]
    assert tables[0].rader[1].celler[2:] == ("Overført i mars",)
    assert tables[1].rader[1].celler[2:] == ()


def test_changes_since_the_year_before_come_last() -> None:
    page = tree("2031", "handlingsplan-2031")
    assert headings(page, 2)[-2:] == ["Endringar sidan planen for 2030", "Om avtalen"]
    assert headings(page, 3)[-11:] == [
        "Nye tiltak",
        "Endra tiltak",
        "Avslutta tiltak",
        "Tiltak som var avslutta frå før, og har gått ut av planen",
        "Tiltak som berre har fått nytt nummer",
        "Tiltak som held fram utan endringar",
        "Andre endringar i planen",
        "Endringar i fellespostane",
        "Endringar i budsjettet",
        "Løyvingar frå staten",
        "Organisering",
    ]


def test_financing_plan_is_grouped_by_sub_goal_and_leaves_out_empty_groups() -> None:
    year = {"kostnad": 5000, "finansiering": {"anna": 5000}}
    drift = {"drift": {"tittel": "Drift", "budsjett": {2031: year}}}
    view = build_handlingsplan(small_plan({"budsjett/fellespostar": drift}), None)
    assert [(str(rad.namn), rad.celler, rad.slag) for rad in view.budsjett_år.rader] == [
        ("Felles for heile avtalen", (), "gruppe"),
        ("Drift", ("5", "5"), "vanleg"),
        ("Sum", ("5", "5"), "sum"),
    ]


def test_a_measure_with_no_money_in_the_year_is_left_out_of_the_budget_of_the_year() -> None:
    nothing = {"kostnad": 0, "finansiering": {"anna": 0}}
    view = build_handlingsplan(
        small_plan({"delmål/eitt/tiltak/sti/budsjett": {2031: nothing}}), None
    )
    assert [str(rad.namn) for rad in view.budsjett_år.rader] == ["Sum"]


def test_what_is_common_has_a_row_when_there_is_any() -> None:
    def areas(edits: Edits) -> list[str]:
        view = build_handlingsplan(small_plan(edits), None)
        return [str(rad.namn) for rad in view.budsjett_periode.rader]

    own = ["Delmål 1: Det einaste delmålet", "Sum"]
    year = {2032: {"kostnad": 5, "finansiering": {"anna": 5}}}
    nothing = {2032: {"kostnad": 0, "finansiering": {}}}
    assert areas({}) == own
    assert areas({"budsjett/fellespostar": {"drift": {"tittel": "x", "budsjett": nothing}}}) == own
    for edits in (
        {"budsjett/fellespostar": {"drift": {"tittel": "x", "budsjett": year}}},
        {"budsjett/historikk": {2030: {"felles": {"anna": 5}}}},
    ):
        assert areas(edits) == [own[0], "Felles for heile avtalen", own[1]]


def test_common_items_say_what_they_cover_after_the_table_they_stand_in() -> None:
    items = {
        "leiing": {"tittel": "Leiing", "skildring": "Løn.\n\n- Reiser", "døme": ["skildring"]},
        "drift": {"tittel": "Drift"},
    }
    view = build_handlingsplan(small_plan({"budsjett/fellespostar": items}), None)
    page = read(render(view))
    assert [post.namn for post in view.fellespostar] == ["Leiing"]
    assert texts(section(page, "Leiing")) == ["Løn.", "Reiser (døme)"]
    [heading] = [h for h in page.iter("h3") if text_of(h) == "Fellespostar"]
    assert view.budsjett_år.id in heading.xpath("preceding::table/@id")


def test_without_a_word_on_common_items_there_is_no_heading_for_them() -> None:
    drift = {"budsjett/fellespostar": {"drift": {"tittel": "Drift"}}}
    page = read(render(build_handlingsplan(small_plan(drift), None)))
    assert "Fellespostar" not in headings(page, 3)


MEETINGS: dict[str, tuple[Edits, list[str]]] = {
    "two meetings": ({}, ["Toppdal", "30.~jan. 2031", "20.~feb. 2031 (førebels)", "–"]),
    "a date not known": (
        {"kommunar/toppdal/formannskap": GONE},
        ["Toppdal", "[kommunen fyller inn]", "20.~feb. 2031 (førebels)", "–"],
    ),
    "no meeting": (
        {"kommunar/toppdal/formannskap": "ingen", "kommunar/toppdal/merknad": "ekstra"},
        ["Toppdal", "–", "20.~feb. 2031 (førebels)", "ekstra"],
    ),
}


@pytest.mark.parametrize(("edits", "row"), MEETINGS.values(), ids=MEETINGS)
def test_meetings_of_a_kommune(edits: Edits, row: list[str]) -> None:
    first = build_handlingsplan(plan_with(edits), None).møte.rader[0]
    assert [first.namn, *first.celler] == [cell.replace("~", NBSP) for cell in row]


STEPS: dict[str, tuple[Edits, list[list[str]]]] = {
    "those the plan names, in their order": (
        {},
        [
            ["Fylkesutvalet i Utkant", "–", "26.~mars 2031", "–"],
            ["Fylkestinget i Utkant", "–", "29.~april 2031", "eventuelt, til orientering"],
            ["Kommunal- og distriktsdepartementet", "–", "–", "–"],
        ],
    ),
    "none": ({"vidare_handsaming": {}}, []),
    "one": (
        {"vidare_handsaming": {"kdd": {"organ": "Departementet", "dato": "2031-06-02"}}},
        [["Departementet", "–", "2.~juni 2031", "–"]],
    ),
}


@pytest.mark.parametrize(("edits", "rows"), STEPS.values(), ids=STEPS)
def test_the_way_on_from_the_kommunar(edits: Edits, rows: list[list[str]]) -> None:
    changed = plan_with(edits)
    meetings = build_handlingsplan(changed, None).møte.rader[len(changed.kommunar) :]
    expected = [[cell.replace("~", NBSP) for cell in row] for row in rows]
    assert [[rad.namn, *rad.celler] for rad in meetings] == expected


def test_the_changes_are_those_of_the_diff() -> None:
    diff = diff_plans(plan("2030"), plan("2031"))
    view = build_handlingsplan(plan("2031"), diff)
    assert view.endringar is not None
    assert len(view.endringar.endra) == len(diff.endra)
