"""The case document: what is common to the kommunar, what is each one's own, and in which order."""

from typing import Any, get_args

import pytest
from lxml.html import HtmlElement

from bygdeplan.documents.avsnitt import SEKSJONAR
from bygdeplan.documents.saksframlegg import FORMER, Form, Saksframlegg, build_saksframlegg
from bygdeplan.endring import diff_plans
from bygdeplan.load import load_plan
from bygdeplan.model.handsaming import Tekstseksjon
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import frase
from tests.plans import (
    GONE,
    PLAN_FILES,
    Edits,
    edited,
    plan_text,
    plan_with,
    raw_plan,
    small_plan,
)
from tests.rendered import FJOR, headings, plan, read, render, section, text_of, texts, tree

KOMMUNE = "kommunar/toppdal"
PROFIL = f"{KOMMUNE}/profil"
STANDARD = [
    "Kort om saka",
    "Samandrag",
    "Bakgrunn for saka",
    "Handlingsplan",
    "Plan for politisk handsaming",
    "Økonomi",
    "Vurdering",
    "Dette er gjort i 2030",
    "Status for prioriterte tiltak i 2030",
    "Organisering",
    "Konklusjon",
    "Innstilling frå kommunedirektøren",
    "Vedlegg",
]


def build(edits: Edits, *, fjor: Plan | None = None, form: Form = "heil") -> Saksframlegg:
    """The case document of Toppdal in the plan for 2031 with edits made."""
    edited_plan = plan_with(edits)
    diff = diff_plans(fjor, edited_plan) if fjor else None
    return build_saksframlegg(edited_plan, "toppdal", diff, form)


def page_with(edits: Edits, *, fjor: bool = True, form: Form = "heil") -> HtmlElement:
    return read(render(build(edits, fjor=plan("2030") if fjor else None, form=form)))


in_both_forms = pytest.mark.parametrize("form", FORMER)


# The order of the sections, and what they are called


ORDERS: dict[str, tuple[Edits, list[str]]] = {
    "no profile": ({}, STANDARD),
    "the decision last": ({f"{PROFIL}/innstilling": "sist"}, STANDARD),
    "the decision first": (
        {f"{PROFIL}/innstilling": "fyrst"},
        [STANDARD[11], *STANDARD[:11], STANDARD[12]],
    ),
    "own names for two sections": (
        {f"{PROFIL}/overskrifter": {"vurdering": "Drøfting", "status": "Slik gjekk det"}},
        [*STANDARD[:6], "Drøfting", STANDARD[7], "Slik gjekk det", *STANDARD[9:]],
    ),
    "the decision first, under its own name": (
        {f"{PROFIL}": {"innstilling": "fyrst", "overskrifter": {"innstilling": "Tilråding"}}},
        ["Tilråding", *STANDARD[:11], STANDARD[12]],
    ),
}


@in_both_forms
@pytest.mark.parametrize(("edits", "expected"), ORDERS.values(), ids=ORDERS)
def test_sections(edits: Edits, expected: list[str], form: Form) -> None:
    assert headings(page_with(edits, form=form), 2) == expected


@pytest.mark.parametrize("order", ["fyrst", "sist"])
def test_who_signs_stands_below_the_case_wherever_the_decision_stands(order: str) -> None:
    page = page_with({f"{PROFIL}/innstilling": order})
    [signature] = page.iterfind(".//*[@class='signatur']")
    after = signature.getnext()
    assert after is not None
    assert text_of(after) == "Vedlegg"


def test_without_a_year_before_what_speaks_of_it_is_left_out() -> None:
    found = headings(page_with({}, fjor=False), 2)
    assert found == [*STANDARD[:7], *STANDARD[9:]]


@in_both_forms
def test_every_section_can_have_a_name_of_its_own(form: Form) -> None:
    names = {name: f"Eige namn {number}" for number, name in enumerate(SEKSJONAR)}
    page = page_with({f"{PROFIL}/overskrifter": names}, form=form)
    assert headings(page, 2) == ["Kort om saka", *names.values()]


@in_both_forms
@pytest.mark.parametrize("name", get_args(Tekstseksjon))
def test_a_kommune_can_end_every_section_but_the_decision_with_a_text_of_its_own(
    name: Any, form: Form
) -> None:
    page = page_with({f"{PROFIL}/tekstar": {name: "Fyrst *dette*.\n\n- Så dette."}}, form=form)
    heading = frase(f"seksjon.{name}", fjor=2030)
    assert texts(section(page, heading))[-2:] == ["Fyrst dette.", "Så dette."]


# What is the same in every kommune


@pytest.mark.parametrize("year", PLAN_FILES)
def test_decision_points_are_those_of_the_plan_in_every_kommune(year: str) -> None:
    this, fjor = plan(year), FJOR[year]
    diff = diff_plans(plan(fjor), this) if fjor else None
    for kommune in this.kommunar:
        view = build_saksframlegg(this, kommune, diff)
        [heading] = [a.overskrift for a in view.avsnitt if a.id == "innstilling"]
        under = section(read(render(view)), heading)
        points = [text_of(point) for element in under for point in element.iter("li")]
        assert points == [" ".join(point.split()) for point in this.innstilling]


@pytest.mark.parametrize("place", [KOMMUNE, PROFIL])
def test_a_kommune_has_nowhere_to_write_decision_points_of_its_own(
    place: str, tmp_path: Any
) -> None:
    file = tmp_path / "2031.yaml"
    points = {f"{place}/innstilling": ["Noko anna blir vedteke."]}
    file.write_text(plan_text(edited(raw_plan(2031), points)), encoding="utf-8")
    assert load_plan(file).plan is None


@pytest.mark.parametrize("year", PLAN_FILES)
def test_common_text_is_common(year: str) -> None:
    own = {"vurdering", "økonomi", "innstilling", "handsaming"}
    common: list[list[str]] = []
    for kommune in plan(year).kommunar:
        page = tree(year, f"saksframlegg-{year}-{kommune}")
        view = build_saksframlegg(plan(year), kommune, None)
        heads = [a.overskrift for a in view.avsnitt if a.id not in own]
        blocks = [block for head in heads for block in section(page, head)]
        common.append(texts(block for block in blocks if block.get("class") != "signatur"))
    assert all(common)
    assert all(text == common[0] for text in common)


# What is the kommune's own


def test_heading_names_the_kommune_and_its_meetings() -> None:
    page = page_with({f"{KOMMUNE}/formannskap": "2031-01-30"})
    assert page.findtext(".//title") == (
        "Handlingsplan 2031 for bygdevekstavtalen for Toppdalen – Toppdal kommune"
    )
    assert "Formannskap: 30.01.2031" in texts(page.iterfind(".//dl/div"))
    assert "Kommunestyre: 20.02.2031 (førebels)" in texts(page.iterfind(".//dl/div"))


UNKNOWN: dict[str, tuple[Edits, str]] = {
    "who signs": ({f"{KOMMUNE}/kommunedirektør": GONE}, "[kommunen fyller inn]Kommunedirektør"),
    "assessment": (
        {f"{KOMMUNE}/vurdering": GONE},
        "Lokal vurdering: [kommunen fyller inn]",
    ),
    "formannskap": ({f"{KOMMUNE}/formannskap": GONE}, "Formannskap: [kommunen fyller inn]"),
    "kommunestyre": ({f"{KOMMUNE}/kommunestyre": GONE}, "Kommunestyre: [kommunen fyller inn]"),
    "a header field": ({f"{PROFIL}/hovudfelt": {"Arkiv": ""}}, "Arkiv: [kommunen fyller inn]"),
    "header fields in the order of the profile": (
        {f"{PROFIL}/hovudfelt": {"Dato": "1. mars", "Arkiv": "031", "Saksnr.": ""}},
        "Dato: 1. mars Arkiv: 031 Saksnr.: [kommunen fyller inn]",
    ),
    "a header field that is an example": (
        {f"{PROFIL}/hovudfelt": {"Arkiv": "031", "døme": ["Arkiv"]}},
        "Arkiv: 031 (døme)",
    ),
    "a text that is not confirmed": (
        {f"{PROFIL}/tekstar": {"økonomi": "Vår økonomi.", "førebels": ["økonomi"]}},
        "Vår økonomi. (førebels)",
    ),
    "no meeting": ({f"{KOMMUNE}/formannskap": "ingen"}, "Formannskap: ikkje møte"),
    "a header field that is known": ({f"{PROFIL}/hovudfelt": {"Arkiv": "031"}}, "Arkiv: 031"),
    "who signs, known": ({f"{KOMMUNE}/kommunedirektør": "Ola"}, "OlaKommunedirektør"),
}


@pytest.mark.parametrize(("edits", "expected"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_only_the_kommune_knows(edits: Edits, expected: str) -> None:
    assert expected in texts(page_with(edits).iter("dl", "div", "p"))


def test_a_kommune_that_knows_everything_is_asked_for_nothing() -> None:
    assert "fyller inn" not in text_of(page_with({}))


def test_local_assessment_comes_after_the_common_one() -> None:
    page = page_with({f"{KOMMUNE}/vurdering": "Det er bra for oss."})
    assert texts(section(page, "Vurdering"))[-1] == "Det er bra for oss."


def test_own_share_tells_measures_with_one_number_apart() -> None:
    pays = {"kostnad": 300, "finansiering": {"kommune": {"beløp": 300, "nøkkel": "likt"}}}
    of_one = {"tittel": "Sti", "skildring": "Ein sti.", "statlege_midlar": "nei", "nr": 1}
    budget = {"budsjett": {2031: pays}}
    to = {"nr": 2, "tittel": "Det andre", "vekt": 0, "tiltak": {"sti-to": {**of_one, **budget}}}
    edits: Edits = {
        "delmål/eitt/tiltak/sti/budsjett": {2031: pays},
        "delmål/to": to,
        "delmål/tre": {"nr": 3, "tittel": "Det tredje", "vekt": 0},
        "budsjett/fellespostar/drift": {"tittel": "Drift", **budget},
    }
    table = build_saksframlegg(small_plan(edits), "toppdal", None).eigendel.tabell
    assert table is not None
    assert [(str(rad.namn), rad.slag, rad.celler[-1:]) for rad in table.rader] == [
        ("Delmål 1: Det einaste delmålet", "gruppe", ()),
        ("1 Sti", "vanleg", ("150",)),
        ("Delmål 2: Det andre", "gruppe", ()),
        ("1 Sti", "vanleg", ("150",)),
        ("Felles for heile avtalen", "gruppe", ()),
        ("Drift", "vanleg", ("150",)),
        ("Sum", "sum", ("450",)),
    ]


def test_a_kommune_that_pays_nothing_is_told_so() -> None:
    nothing: dict[str, Any] = {
        "delmål/reiseliv/tiltak": {},
        "delmål/ungdom/tiltak": {},
        "budsjett/fellespostar": {},
    }
    page = page_with(nothing, fjor=False)
    said = "Planen fører ikkje med seg kostnader for Toppdal kommune i 2031."
    assert said in texts(section(page, "Økonomi"))


@in_both_forms
@pytest.mark.parametrize(
    ("style", "month"), [("feb.", "20.\u00a0feb."), ("febr.", "20.\u00a0febr.")]
)
def test_house_style_for_february(style: str, month: str, form: Form) -> None:
    view = build({f"{PROFIL}/kortmånad": style}, form=form)
    [row] = [row for row in view.møte.rader if row.namn == "Toppdal"]
    assert row.celler[1] == f"{month} 2031 (førebels)"


# What is told of the year before


def test_status_of_the_prioritised_measures_of_the_year_before() -> None:
    view = build(
        {}, fjor=plan_with({"delmål/ungdom/tiltak/heimreise/prioritert": "nei"}, year=2030)
    )
    tables = {status.namn: status.tabell for status in view.status}
    ungdom = tables["Delmål 2: Unge som blir buande"]
    assert ungdom is not None
    assert [row.namn for row in ungdom.rader] == [
        "1 Open verkstad for ungdom",
        "2 Jobbsmak i ferien",
        "4 Guidekurs for unge",
    ]


def test_what_is_new_changed_and_closed_by_name() -> None:
    closed = {"delmål/ungdom/tiltak/heimreise/status": "avslutta"}
    view = build({}, fjor=plan_with(closed, year=2030))
    assert view.endringar is not None
    assert "Delmål 2, tiltak 6 Treverkstad" in view.endringar.nye
    # A measure that is opened again is a change too.
    assert "Delmål 2, tiltak 3 Heimreise i helgane" in view.endringar.endra
    assert "Delmål 1, tiltak 4 Bestillingsskyss" in view.endringar.endra
    assert "Delmål 1, tiltak 5 Gardsmat på menyen" in view.endringar.avslutta


def test_unused_funds_that_are_carried_over() -> None:
    assert build({"avtale/midlar/prosjektleiing/overført": 0}).overført == (
        "Tiltaksmidlar: 1,65\u00a0mill.\u00a0kr",
        "Driftstilskot: 890\u00a0000\u00a0kr",
    )


# A page of A4 holds about 95 letters a line.
LETTERS_A_LINE = 95


@pytest.mark.parametrize("year", PLAN_FILES)
def test_summary_is_at_most_five_lines(year: str) -> None:
    for kommune in plan(year).kommunar:
        paragraphs = texts(section(tree(year, f"saksframlegg-{year}-{kommune}"), "Samandrag"))
        assert sum(-(-len(text) // LETTERS_A_LINE) for text in paragraphs) <= 5
