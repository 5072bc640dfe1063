"""What holds for every page of every document of every plan."""

import re
from itertools import pairwise

import pytest

from bygdeplan.model.merke import MERKESLAG
from tests.plans import PLAN_FILES
from tests.rendered import FJOR, documents, headings, plan, tables, text_of, tree

DOCUMENTS = [(year, name) for year in PLAN_FILES for name in documents(year)]
every_document = pytest.mark.parametrize(("year", "name"), DOCUMENTS, ids=[n for _, n in DOCUMENTS])


@every_document
def test_tables_are_numbered_in_the_order_they_stand(year: str, name: str) -> None:
    found = [table for table in tables(year, name) if table.nr]
    assert [table.nr for table in found] == [str(n) for n in range(1, len(found) + 1)]
    assert [table.id for table in found] == [f"tabell-{table.nr}" for table in found]
    assert all(table.title for table in found)


@every_document
def test_a_table_without_a_number_stands_where_nobody_has_to_refer_to_it(
    year: str, name: str
) -> None:
    """The key figures stand first, and what a measure costs stands at the end of its card."""
    page = tree(year, name)
    for table in (table for table in tables(year, name) if not table.nr):
        assert table.title
        [element] = page.xpath(f"//table[@id='{table.id}']")
        kind, _, of = table.id.partition("-")
        if kind == "nokkeltal":
            [before] = element.xpath("preceding::*[self::h1 or self::h2][1]")
            assert before.tag == "h1"
        else:
            assert kind == "kostnad"
            [card] = element.xpath("ancestor::div[@class='kort']")
            assert [heading.get("id") for heading in card.iter("h4")] == [of]
            assert text_of(card).endswith(text_of(element))


@every_document
def test_every_reference_leads_to_the_table_it_names(year: str, name: str) -> None:
    known = {table.id: table for table in tables(year, name)}
    references = tree(year, name).xpath("//a[starts-with(@href, '#tabell')]")
    for reference in references:
        table = known[reference.get("href").removeprefix("#")]
        assert text_of(reference).lower() == f"tabell\u00a0{table.nr}"


@every_document
def test_a_reference_that_begins_a_sentence_is_capitalised(year: str, name: str) -> None:
    for reference in tree(year, name).xpath("//p/a[starts-with(@href, '#tabell')]"):
        before = reference.getprevious()
        text = (reference.getparent().text if before is None else before.tail) or ""
        begins = not text.strip() or text.rstrip().endswith(".")
        assert text_of(reference)[0] == ("T" if begins else "t")


@every_document
def test_the_text_refers_to_every_table_and_figure_but_those_under_their_own_heading(
    year: str, name: str
) -> None:
    page = tree(year, name)
    referred = {reference.removeprefix("#") for reference in page.xpath("//p/a/@href")}
    under_own_heading = ("Endringar i ",)
    numbered = (table for table in tables(year, name) if table.nr)
    told_of = {table.id for table in numbered if not table.title.startswith(under_own_heading)}
    assert told_of | set(page.xpath("//figure/@id")) <= referred


@every_document
def test_rows_are_as_wide_as_their_table(year: str, name: str) -> None:
    for table in tables(year, name):
        assert {len(row.cells) for row in table.rows} <= {len(table.columns) - 1, 0}
        assert all(row.name for row in table.rows)
    for columns in tree(year, name).iter("colgroup"):
        widths = re.findall(r"([\d.]+)%", " ".join(c.get("style", "") for c in columns.iter("col")))
        assert sum(map(float, widths)) == pytest.approx(100)


@every_document
def test_every_cell_says_something(year: str, name: str) -> None:
    cells = tree(year, name).xpath("//td | //th")
    assert [cell for cell in cells if not text_of(cell)] == []


@every_document
def test_headings_come_in_order(year: str, name: str) -> None:
    found = tree(year, name).xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(heading.tag[1]) for heading in found]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text_of(heading) for heading in found)


@every_document
def test_a_page_says_what_it_is_and_in_which_language(year: str, name: str) -> None:
    page = tree(year, name)
    assert page.get("lang") == "nn-NO"
    [title] = headings(page, 1)
    assert page.findtext(".//title", "").startswith(title)
    spoken_of = str(FJOR[year]) if name.startswith("statusrapport") else year
    assert page.xpath("//meta[@name='date']/@content") == [plan(spoken_of).dato.isoformat()]
    assert page.xpath("//meta[@name='author']/@content") == [
        plan(spoken_of).organisering.prosjekteigar.namn
    ]


@every_document
def test_nothing_of_the_machinery_shows(year: str, name: str) -> None:
    text = text_of(next(tree(year, name).iter("main")))
    assert re.findall(r"\bNone\b|Undefined|Markup\(|dokument\.|\bobject at\b", text) == []


@every_document
def test_page_one_says_what_is_an_example_and_what_is_not_confirmed(year: str, name: str) -> None:
    spoken_of = plan(str(FJOR[year]) if name.startswith("statusrapport") else year)
    notices = " ".join(text_of(p) for p in tree(year, name).xpath("//*[@class='varsel']"))
    assert ("held døme" in notices) == bool(spoken_of.merke.døme)
    assert ("held førebelse opplysningar" in notices) == bool(spoken_of.merke.førebels)


def test_the_cases_hold_plans_with_and_without_marks() -> None:
    marks = {slag: {bool(getattr(plan(y).merke, slag)) for y in PLAN_FILES} for slag in MERKESLAG}
    assert marks["døme"] == {True, False}
    assert marks["førebels"] == {True}


@every_document
def test_a_draft_says_that_it_is_one(year: str, name: str) -> None:
    spoken_of = plan(str(FJOR[year]) if name.startswith("statusrapport") else year)
    page = tree(year, name)
    states = page.xpath("//meta[@name='tilstand']/@content")
    assert states == ["Vedteken" if spoken_of.vedteken else "Utkast"]
    subtitles = page.xpath("//*[@class='undertittel']")
    assert len(subtitles) == (0 if name.endswith("-kropp") else 1)
    for subtitle in subtitles:
        assert text_of(subtitle).endswith("Utkast.") == (spoken_of.vedteken is None)


@every_document
def test_figures_are_numbered_in_the_order_they_stand_and_the_text_refers_to_each(
    year: str, name: str
) -> None:
    page = tree(year, name)
    found = [figure.get("id") for figure in page.iter("figure")]
    assert found == [f"figur-{number}" for number in range(1, len(found) + 1)]
    captions = [text_of(caption) for caption in page.iter("figcaption")]
    assert [caption.partition(". ")[0] for caption in captions] == [
        f"Figur {number}" for number in range(1, len(found) + 1)
    ]
    references = page.xpath("//p/a[starts-with(@href, '#figur')]")
    assert [reference.get("href") for reference in references] == [f"#{id_}" for id_ in found]
    for reference in references:
        number = reference.get("href").removeprefix("#figur-")
        assert text_of(reference).lower() == f"figur\u00a0{number}"


def test_pictures_stand_where_people_would_rather_look_than_read() -> None:
    shown = {
        name: len(list(tree(year, name).iter("figure")))
        for year in PLAN_FILES
        for name in documents(year)
    }
    assert {n for n, figures in shown.items() if figures} == {
        n for n in shown if n.startswith(("handlingsplan", "statusrapport"))
    }


@every_document
def test_a_picture_is_read_aloud_as_the_chart_says(year: str, name: str) -> None:
    for figure in tree(year, name).iter("figure"):
        [drawing] = figure.iter("svg")
        assert drawing.get("role") == "img"
        assert drawing.get("aria-label", "").endswith(".")
