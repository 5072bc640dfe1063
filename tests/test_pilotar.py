"""Pilots that write otherwise than the first: two in Bokmål, and one in both forms.

Each has two years, written as their authors would from the guides.
"""

from functools import cache

import pytest

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Oppdrag, document_set
from bygdeplan.documents.saksframlegg import FORMER
from bygdeplan.funn.finding import Severity
from bygdeplan.load.planfil import load_plan
from bygdeplan.model.plan import Plan
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.side.malar import Malar
from tests.plans import CASES
from tests.rendered import read

PILOTAR = ("midtfjorden", "tanafjorden", "ytterkysten")
YEARS = (2030, 2031)
MALAR = Malar()
# What an author heeds and may let stand; all else is as it should be.
TOLD = {
    "BP336",  # money that is not yet set aside
    "BP341",  # weights and money that differ a little
    "BP522",  # a point of a council's own
    "BP611",  # førebels
    "BP612",  # døme
}


@cache
def plan(pilot: str, year: int) -> Plan:
    read = load_plan(CASES / pilot / "plans" / f"{year}.yaml").plan
    assert read is not None
    return read


def fjor(pilot: str, year: int) -> Plan | None:
    return plan(pilot, year - 1) if year > YEARS[0] else None


def found(pilot: str, year: int) -> dict[str, list[str]]:
    """Rule → where it is broken."""
    broken: dict[str, list[str]] = {}
    for funn in check_plan(Grunnlag(plan(pilot, year), fjor(pilot, year))):
        assert funn.regel.severity is not Severity.FEIL, funn
        broken.setdefault(funn.regel.code, []).append("/".join(map(str, funn.path)))
    return broken


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("pilot", PILOTAR)
def test_plan_has_no_more_findings_than_its_author_means(pilot: str, year: int) -> None:
    assert found(pilot, year).keys() <= TOLD | ({"BP714"} if pilot == "midtfjorden" else set())


def test_what_is_written_in_one_form_on_purpose_is_told() -> None:
    assert found("midtfjorden", 2031)["BP714"] == [
        "kommunar/bergsoya/merknad",
        "delmål/arbeid/tiltak/larling/endringar/0/grunngjeving",
        "delmål/arbeid/tiltak/mat/skildring",
    ]


@cache
def documents(pilot: str) -> dict[str, Oppdrag]:
    """The documents of the second year, by file name."""
    this = plan(pilot, 2031)
    made = document_set(this, plan(pilot, 2030), DOKUMENTSLAG, list(this.kommunar), FORMER)
    return {document.filnamn: document for document in made}


def languages(pilot: str) -> dict[str, str | None]:
    """Document → the language its page says it is in."""
    return {name: read(MALAR.page(o)).get("lang") for name, o in documents(pilot).items()}


@pytest.mark.parametrize("pilot", ["tanafjorden", "ytterkysten"])
def test_all_is_in_bokmål_where_the_plan_is(pilot: str) -> None:
    assert set(languages(pilot).values()) == {"nb-NO"}
    assert not any("bokmal" in name for name in languages(pilot))


def test_each_gets_its_form() -> None:
    found = languages("midtfjorden")
    assert {name for name, tag in found.items() if tag == "nb-NO"} == {
        "endringsliste-2030-2031-bokmal",
        "handlingsplan-2031-bokmal",
        "saksframlegg-2031-bergsoya",
        "saksframlegg-2031-bergsoya-kropp",
        "statusrapport-2030-bokmal",
        "vedtaksoversikt-2031-bokmal",
    }
    assert len(found) == 12


def test_every_sámi_name_says_its_language() -> None:
    [*pages] = (MALAR.page(o) for o in documents("tanafjorden").values())
    sámi = [str(kommune.samisk_namn) for kommune in plan("tanafjorden", 2031).kommunar.values()]
    assert sámi == ["Unjárga", "Deatnu", "Kárášjohka", "Porsáŋgu"]
    for page in map(read, pages):
        said = [span.text for span in page.iter("span") if span.get("lang") == "se"]
        words = " ".join(map(str, page.xpath("//body//text()")))
        assert {name: said.count(name) for name in sámi} == {
            name: words.count(name) for name in sámi
        }


def test_meetings_stand_by_both_names_of_a_kommune() -> None:
    page = read(MALAR.page(documents("tanafjorden")["handlingsplan-2031"]))
    names = [" ".join(head.text_content().split()) for head in page.iter("th")]
    assert [name for name in names if name.endswith("(eksempel)") and " – " in name] == [
        "Unjárga – Nesseby (eksempel)",
        "Deatnu – Tana (eksempel)",
        "Kárášjohka – Karasjok (eksempel)",
        "Porsáŋgu – Porsanger (eksempel)",
    ]
