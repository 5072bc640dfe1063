"""What is marked «førebels» or «døme» in the plan is so marked where a document shows it."""

import pytest

from bygdeplan.documents.dokumentsett import Dokument
from bygdeplan.documents.endringsliste import build_endringsliste
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.documents.saksframlegg import build_saksframlegg
from bygdeplan.documents.statusrapport import build_statusrapport
from bygdeplan.endring import diff_plans
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import NBSP
from tests.plans import Edits, small_plan
from tests.rendered import read, render, text_of

STI = "delmål/eitt/tiltak/sti"
BASE: Edits = {
    "samandrag": "Kort sagt.",
    "gjort": "Mykje er gjort.",
    f"{STI}/ansvarleg": "Velet",
    f"{STI}/start": 2031,
    f"{STI}/slutt": 2032,
    f"{STI}/overføringsverdi": "Stor.",
    f"{STI}/gjennomført": "Stien er målt.",
    f"{STI}/indikatorar/lengd": {"namn": "Lengd", "eining": "km", "mål": 4},
    f"{STI}/budsjett": {
        2031: {"kostnad": 400_000, "finansiering": {"tiltaksmidlar": 400_000}},
        2032: {"kostnad": 500_000, "finansiering": {"anna": 500_000}},
    },
    f"{STI}/endringar": [{"revisjon": 1, "felt": "tittel", "grunngjeving": "Betre namn."}],
    "kommunar/toppdal/formannskap": "2031-01-30",
    "kommunar/toppdal/førebels": "nei",
}
# The year before, by its title: what a change list is made against.
BEFORE: Edits = {"år": 2030, f"{STI}/tittel": "Veg"}


def document(name: str, plan: Plan) -> Dokument:
    match name:
        case "handlingsplan":
            return build_handlingsplan(plan, None)
        case "statusrapport":
            return build_statusrapport(plan)
        case "saksframlegg":
            return build_saksframlegg(plan, "toppdal", None)
        case _:
            return build_endringsliste(diff_plans(small_plan({**BASE, **BEFORE}), plan))


# «~» is the no-break space.
MARKS: dict[str, tuple[Edits, str, str]] = {
    "a measure, in its name": ({f"{STI}/døme": "ja"}, "handlingsplan", "Tiltak 1 Sti (døme)"),
    "a measure, in the status report": ({f"{STI}/døme": "ja"}, "statusrapport", "1 Sti (døme)"),
    "a measure whose title says so already": (
        {f"{STI}/døme": "ja", f"{STI}/tittel": "Døme: Sti"},
        "handlingsplan",
        "Tiltak 1 Døme: Sti Ein sti.",
    ),
    "a field": ({f"{STI}/døme": ["ansvarleg"]}, "handlingsplan", "Ansvarleg: Velet (døme)"),
    "a yes or no": (
        {f"{STI}/førebels": ["statlege_midlar"]},
        "handlingsplan",
        "Statlege midlar: Ja (førebels)",
    ),
    "the start of a period": (
        {f"{STI}/førebels": ["start"]},
        "handlingsplan",
        "Periode: 2031–2032 (førebels)",
    ),
    "the end of a period": (
        {f"{STI}/døme": ["slutt"], f"{STI}/førebels": ["start"]},
        "handlingsplan",
        "Periode: 2031–2032 (døme)",
    ),
    "a budget": (
        {f"{STI}/døme": ["budsjett"]},
        "handlingsplan",
        "Kostnad og finansiering for tiltak 1, delmål 1, i 1~000~kr (nokre tal er døme)",
    ),
    "one year of a budget": (
        {f"{STI}/budsjett/2032/førebels": "ja"},
        "handlingsplan",
        "Kostnad og finansiering for tiltak 1, delmål 1, i 1~000~kr (nokre tal er førebels)",
    ),
    "one amount, in the financing plan": (
        {f"{STI}/budsjett/2031/finansiering/førebels": ["tiltaksmidlar"]},
        "handlingsplan",
        "1 Sti (førebels) 400",
    ),
    "one amount, in the sums it is part of": (
        {f"{STI}/budsjett/2031/finansiering/døme": ["tiltaksmidlar"]},
        "handlingsplan",
        "Budsjett for heile perioden 2030–2033, i 1~000~kr (nokre tal er døme)",
    ),
    "one amount, in the ledger of its pot": (
        {f"{STI}/budsjett/2031/finansiering/døme": ["tiltaksmidlar"]},
        "handlingsplan",
        "Tiltaksmidlar: løyving, bruk og overføring, i 1~000~kr (nokre tal er døme)",
    ),
    "an appropriation, in the ledger of its pot": (
        {"avtale/midlar/tiltaksmidlar/løyvingar/0/førebels": ["beløp"]},
        "handlingsplan",
        "Tiltaksmidlar: løyving, bruk og overføring, i 1~000~kr (nokre tal er førebels)",
    ),
    "an appropriation": (
        {"avtale/midlar/tiltaksmidlar/løyvingar/0/førebels": ["beløp"]},
        "saksframlegg",
        "1~mill.~kr (førebels)",
    ),
    "the year of an appropriation": (
        {"avtale/midlar/tiltaksmidlar/løyvingar/0/førebels": ["år"]},
        "saksframlegg",
        "2031 (førebels)",
    ),
    "what is carried over": (
        {
            "avtale/midlar/tiltaksmidlar": {
                "overført": 7,
                "døme": ["overført"],
                "føremål": "Mål.",
                "løyvingar": [],
            }
        },
        "saksframlegg",
        "Tiltaksmidlar: 7~kr (døme)",
    ),
    "a target": (
        {f"{STI}/indikatorar/lengd/døme": ["mål"]},
        "handlingsplan",
        "Lengd: til 4 km (døme)",
    ),
    "a target, in the status report": (
        {f"{STI}/indikatorar/lengd/døme": ["mål"]},
        "statusrapport",
        "1 Lengd (døme)",
    ),
    "the transfer value": (
        {f"{STI}/døme": ["overføringsverdi"]},
        "handlingsplan",
        "Overføringsverdi: Stor. (døme)",
    ),
    "what was carried out": (
        {f"{STI}/førebels": ["gjennomført"]},
        "statusrapport",
        "Stien er målt. (førebels)",
    ),
    "the summary": ({"døme": ["samandrag"]}, "saksframlegg", "Kort sagt. (døme)"),
    "what was done": ({"døme": ["gjort"]}, "statusrapport", "Mykje er gjort. (døme)"),
    "a meeting, in the heading": (
        {"kommunar/toppdal/førebels": ["formannskap"]},
        "saksframlegg",
        "Formannskap: 30.01.2031 (førebels)",
    ),
    "a meeting, in the table": (
        {"kommunar/toppdal/førebels": ["formannskap"]},
        "handlingsplan",
        "30.~jan. 2031 (førebels)",
    ),
    "the reason for a change": (
        {f"{STI}/endringar/0/døme": "ja"},
        "endringsliste",
        "Tittel Veg Sti Betre namn. (døme)",
    ),
    "a changed field": (
        {f"{STI}/førebels": ["tittel"]},
        "endringsliste",
        "Tittel (førebels) Veg Sti Betre namn.",
    ),
    "the assessment of a closed measure": (
        {
            f"{STI}/status": "avslutta",
            f"{STI}/avslutning": {"utfall": "fullført", "vurdering": "Bra.", "døme": ["vurdering"]},
        },
        "endringsliste",
        "Bra. (døme)",
    ),
    "the budget's shift": (
        {
            f"{STI}/budsjett/2031/finansiering/tiltaksmidlar": 410_000,
            f"{STI}/budsjett/2031/døme": ["kostnad"],
        },
        "endringsliste",
        "Budsjettet etter år (nokre tal er døme)",
    ),
}


@pytest.mark.parametrize(("edits", "name", "shown"), MARKS.values(), ids=MARKS)
def test_mark(edits: Edits, name: str, shown: str) -> None:
    page = read(render(document(name, small_plan({**BASE, **edits}))))
    # Cells and blocks stand apart, as they do on the page.
    for element in page.iter("td", "th", "p", "li", "h3", "h4", "caption"):
        element.tail = f" {element.tail or ''}"
    assert shown.replace("~", NBSP) in text_of(page)


def test_what_is_not_marked_has_no_mark() -> None:
    for name in ("handlingsplan", "statusrapport", "saksframlegg", "endringsliste"):
        text = text_of(read(render(document(name, small_plan(BASE)))))
        assert "førebels)" not in text
        assert "døme)" not in text


def test_a_document_that_quotes_an_example_of_the_year_before_says_so_on_page_one() -> None:
    before = small_plan({**BASE, **BEFORE, "døme": ["gjort"]})
    view = build_saksframlegg(small_plan(BASE), "toppdal", diff_plans(before, small_plan(BASE)))
    assert view.hovud.har_døme
    assert "Planen inneheld døme" in render(view)
