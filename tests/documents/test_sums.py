"""Every figure in every table is the one reckoned a second time, straight from the plan files."""

import re
from collections.abc import Callable
from fractions import Fraction

import pytest

from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.documents.saksframlegg import build_saksframlegg
from bygdeplan.ord import nynorsk
from tests.plans import PLAN_FILES, Raw, raw_plan
from tests.rendered import FJOR, documents, plan, table, tables, text_of, texts, tree
from tests.yaml_sums import (
    POTS,
    SOURCES,
    Grid,
    Part,
    Thing,
    accounts,
    areas,
    decimal,
    financing,
    indicators,
    kroner,
    ledger,
    parts,
    per_cent,
    period,
    shift_by_area,
    shift_by_year,
    state_funds,
    things,
    used,
    whole_period,
    years_of,
)

YEARS = list(PLAN_FILES)
YEARS_WITH_FJOR = [year for year in YEARS if FJOR[year]]
BUDGET_TABLES: dict[str, Callable[[Raw], Grid]] = {
    "Budsjett for heile perioden": whole_period,
    "Statlege tiltaksmidlar": state_funds,
    "Budsjett med finansieringsplan": financing,
}


@pytest.mark.parametrize("title", BUDGET_TABLES)
@pytest.mark.parametrize("year", YEARS)
def test_budget(year: str, title: str) -> None:
    found = table(year, f"handlingsplan-{year}", title)
    assert found.figures == BUDGET_TABLES[title](raw_plan(year))


@pytest.mark.parametrize("pot", POTS)
@pytest.mark.parametrize("year", YEARS)
def test_ledger(year: str, pot: str) -> None:
    raw = raw_plan(year)
    titles = [t.title for t in tables(year, f"handlingsplan-{year}")]
    if pot in raw["avtale"]["midlar"]:
        title = f"{POTS[pot]}: løyving"
        assert table(year, f"handlingsplan-{year}", title).figures == ledger(raw, pot)
    else:
        assert not any(title.startswith(POTS[pot]) for title in titles)


@pytest.mark.parametrize("year", YEARS_WITH_FJOR)
def test_accounts_and_indicators(year: str) -> None:
    raw = raw_plan(str(FJOR[year]))
    name = f"statusrapport-{FJOR[year]}"
    for delmål_id, delmål in raw["delmål"].items():
        of_area = f"delmål {delmål['nr']}"
        found = table(year, name, f"Rekneskap mot budsjett for {of_area}, {FJOR[year]}")
        assert found.figures == accounts(raw, delmål_id)
        found = table(year, name, f"Indikatorar for tiltaka i {of_area}")
        assert found.figures == indicators(raw, delmål_id)


@pytest.mark.parametrize("year", YEARS_WITH_FJOR)
@pytest.mark.parametrize("document", ["handlingsplan-{year}", "endringsliste-{fjor}-{year}"])
def test_shifts(year: str, document: str) -> None:
    fjor = str(FJOR[year])
    old, new, name = raw_plan(fjor), raw_plan(year), document.format(fjor=fjor, year=year)
    assert table(year, name, "Budsjettet etter delmål").figures == shift_by_area(old, new)
    assert table(year, name, "Budsjettet etter år").figures == shift_by_year(old, new)


@pytest.mark.parametrize("year", YEARS)
def test_appropriations(year: str) -> None:
    raw = raw_plan(year)
    written = [
        [POTS[pot], løyving["år"], nynorsk.kroner_kort(kroner(løyving["beløp"]))]
        for pot, content in raw["avtale"]["midlar"].items()
        for løyving in content["løyvingar"]
    ]
    for name in (f"handlingsplan-{year}", f"saksframlegg-{year}-{next(iter(raw['kommunar']))}"):
        rows = table(year, name, "Løyvingar frå staten").rows
        shown = [[row.name, *(cell.split(" (")[0] for cell in row.cells[:2])] for row in rows]
        assert shown == written


# What each kommune pays


def own_parts(year: str) -> list[Part]:
    found = [p for p in parts(raw_plan(year)) if p.source == "kommune" and p.year == int(year)]
    assert found
    return found


def exact_share(raw: Raw, part: Part, kommune: str, what: str) -> tuple[Fraction, bool]:
    """A kommune's share of cash («beløp») or hours («timar»), and whether it is written so."""
    whole = part.cash if what == "beløp" else part.hours
    if "fordeling" in part.raw:
        written = part.raw["fordeling"].get(kommune, {}).get(what, "0")
        return Fraction(kroner(written)), True
    key = raw["budsjett"]["fordelingsnøklar"][part.raw["nøkkel"]]["delar"]
    weights = {name: Fraction(decimal(weight) or 0) for name, weight in key.items()}
    return whole * weights[kommune] / sum(weights.values()), False


def shown_share(year: str, kommune: str) -> dict[str, list[int]]:
    """Label of each thing → cash, hours, value of the hours and sum, as the page has them."""
    name = raw_plan(year)["kommunar"][kommune]["namn"]
    found = table(year, f"saksframlegg-{year}-{kommune}", f"Det {name} kommune legg inn i {year}")
    return {
        without_mark(row.name): [int(cell or 0) for cell in cells]
        for row, cells in zip((row for row in found.rows if row.cells), found.figures, strict=True)
    }


def without_mark(text: str) -> str:
    return text.removesuffix(" (døme)").removesuffix(" (førebels)")


@pytest.mark.parametrize("year", YEARS)
def test_own_share_of_each_kommune(year: str) -> None:
    raw = raw_plan(year)
    labels = {(thing.area, thing.id): thing.label for thing in things(raw)}
    for kommune in raw["kommunar"]:
        shown = shown_share(year, kommune)
        total = shown.pop("Sum")
        assert total == [sum(column) for column in zip(*shown.values(), strict=True)]
        for part in own_parts(year):
            cash, hours, value, both = shown.pop(labels[part.area, part.thing], [0, 0, 0, 0])
            for figure, what in ((cash, "beløp"), (hours, "timar")):
                share, written = exact_share(raw, part, kommune, what)
                assert figure == share if written else abs(figure - share) < 1
            assert value == hours * part.rate
            assert both == cash + value
        assert shown == {}


@pytest.mark.parametrize("year", YEARS)
def test_the_kommunar_pay_together_what_the_plan_says(year: str) -> None:
    raw = raw_plan(year)
    labels = {(thing.area, thing.id): thing.label for thing in things(raw)}
    shown = [shown_share(year, kommune) for kommune in raw["kommunar"]]
    for part in own_parts(year):
        rows = [share.get(labels[part.area, part.thing], [0, 0, 0, 0]) for share in shown]
        together = [sum(column) for column in zip(*rows, strict=True)]
        assert together == [part.cash, part.hours, part.hours * part.rate, part.total]


@pytest.mark.parametrize("year", YEARS)
def test_the_sentences_of_the_own_share(year: str) -> None:
    raw = raw_plan(year)
    plan_cost = sum(
        kroner(content["kostnad"])
        for thing in things(raw)
        for content_year, content in years_of(thing.budget)
        if content_year == int(year)
    )
    for kommune in raw["kommunar"]:
        cash, hours, _, both = shown_share(year, kommune)["Sum"]
        eigendel = build_saksframlegg(plan(year), kommune, None).eigendel
        assert eigendel.plankostnad == nynorsk.kroner(plan_cost)
        assert eigendel.kontantar == nynorsk.kroner(cash)
        assert eigendel.timar == nynorsk.timar(hours)
        assert eigendel.sum == nynorsk.kroner(both)
        assert eigendel.del_av_planen == nynorsk.prosent(per_cent(both, plan_cost) or 0)


@pytest.mark.parametrize("year", YEARS)
def test_the_cost_of_each_measure(year: str) -> None:
    raw, view = raw_plan(year), build_handlingsplan(plan(year), None)
    shown = {
        without_mark(tiltak.namn): without_mark(fact.verdi)
        for delmål in view.delmål
        for tiltak in delmål.tiltak
        for fact in tiltak.opplysningar
        if fact.namn == "Kostnad"
    }
    expected = {}
    for thing in things(raw):
        costs = [
            f"{nynorsk.kroner_kort(kroner(content['kostnad']))} i {content_year}"
            for content_year, content in sorted(years_of(thing.budget))
            if content_year >= int(year)
        ]
        closed = thing.area != "felles" and is_closed(raw, thing)
        if costs and thing.area != "felles" and not closed:
            expected[f"Tiltak {thing.label}"] = nynorsk.liste(costs)
    assert shown == expected


def is_closed(raw: Raw, thing: Thing) -> bool:
    tiltak: Raw = raw["delmål"][thing.area]["tiltak"][thing.id]
    return tiltak.get("status") == "avslutta"


# Nothing is left unreckoned


RECKONED = (
    *BUDGET_TABLES,
    *(f"{name}: løyving" for name in POTS.values()),
    "Løyvingar frå staten",
    "Rekneskap mot budsjett",
    "Indikatorar",
    "Budsjettet etter delmål",
    "Budsjettet etter år",
    "Det ",
)


@pytest.mark.parametrize("year", YEARS)
def test_every_table_with_figures_is_reckoned_here(year: str) -> None:
    titles = {t.title for name in documents(year) for t in tables(year, name) if t.figure_columns}
    assert titles
    assert {title for title in titles if not title.startswith(RECKONED)} == set()


@pytest.mark.parametrize("year", YEARS)
def test_every_row_of_sums_is_the_sum_of_what_stands_above_it(year: str) -> None:
    """Save for shares in per cent, and for what is carried over from year to year."""
    for name in documents(year):
        for found in tables(year, name):
            if not found.rows[-1].is_sum:
                continue
            *above, last = found.figures
            for column, total in enumerate(last):
                kept = found.columns[found.figure_columns[column] + 1]
                if total is not None and "%" not in kept and kept not in ("Brukt", "Del", "Vekt"):
                    assert sum(row[column] or 0 for row in above) == total, (name, found.title)


# Charts, as they are read aloud


AMOUNT = re.compile(r"(\d[\d,\u00a0]*(?:mill\.\u00a0)?kr) i (\d{4})")


def read_aloud(year: str, document: str, beginning: str) -> str:
    drawings = tree(year, document).iter("svg")
    [alt] = [a for a in (d.get("aria-label", "") for d in drawings) if a.startswith(beginning)]
    return alt


@pytest.mark.parametrize("year", YEARS)
def test_the_chart_of_the_budget(year: str) -> None:
    raw = raw_plan(year)
    alt = read_aloud(year, f"handlingsplan-{year}", "Stolpediagram over budsjettet")
    assert AMOUNT.findall(alt) == [
        (nynorsk.kroner_kort(used(raw, area, each)), str(each))
        for area in (*areas(raw), None)
        for each in period(raw)
    ]


@pytest.mark.parametrize("year", YEARS)
def test_the_chart_of_the_financing(year: str) -> None:
    raw = raw_plan(year)
    alt = read_aloud(year, f"handlingsplan-{year}", "Stolpediagram over kven som betaler")
    paid = [used(raw, None, int(year), source) for source in SOURCES]
    amounts = sorted(filter(None, paid), reverse=True)
    said = re.findall(r"\d[\d,\u00a0]*(?:mill\.\u00a0)?kr", alt)
    assert said == [nynorsk.kroner_kort(amount) for amount in (*amounts, sum(amounts))]


# Sums in sentences


@pytest.mark.parametrize("year", YEARS_WITH_FJOR)
def test_the_whole_cost_of_each_new_measure(year: str) -> None:
    old, new = ({thing.id: thing for thing in things(raw_plan(y))} for y in (str(FJOR[year]), year))
    for name in (f"endringsliste-{FJOR[year]}-{year}", f"handlingsplan-{year}"):
        shown = tree(year, name).xpath("//p[contains(., 'Samla kostnad: ')]")
        assert shown
        for paragraph in shown:
            heading = text_of(paragraph.xpath("preceding-sibling::*[self::h4 or self::h5][1]")[0])
            [thing] = [t for t in new.values() if t.label in heading and t.id not in old]
            cost = sum(kroner(content["kostnad"]) for _, content in years_of(thing.budget))
            assert f"Samla kostnad: {nynorsk.kroner(cost)}" in text_of(paragraph)


@pytest.mark.parametrize("year", YEARS)
def test_what_is_carried_over_in_the_sentences_of_the_saksframlegg(year: str) -> None:
    raw = raw_plan(year)
    carried = [
        f"{POTS[pot]}: {nynorsk.kroner_kort(kroner(content['overført']))}"
        for pot, content in raw["avtale"]["midlar"].items()
        if kroner(content.get("overført", "0"))
    ]
    for kommune in raw["kommunar"]:
        points = map(without_mark, texts(tree(year, f"saksframlegg-{year}-{kommune}").iter("li")))
        sums = re.compile(rf"(?:{'|'.join(POTS.values())}): [\d,\u00a0]+(?:mill\.\u00a0)?kr")
        assert list(filter(sums.fullmatch, points)) == carried
