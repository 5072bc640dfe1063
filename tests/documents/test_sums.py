"""Every figure in every table is the one reckoned a second time, straight from the plan files."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest

from bygdeplan.documents.saksframlegg import build_saksframlegg
from bygdeplan.endring import diff_plans
from bygdeplan.ord import skriv
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
    budget_changes,
    cost_by_year,
    decimal,
    financing,
    indicators,
    kroner,
    ledger,
    measures_in_short,
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
        assert [row.cells[-1] for row in found.rows] == [
            bar(*row) for row in indicators(raw, delmål_id)
        ]


def bar(start: Decimal | None, aim: Decimal | None, now: Decimal | None) -> str:
    """Ten squares, one filled for each whole tenth of the way, and the share in per cent."""
    assert aim is not None
    way = aim - (start or 0)
    if now is None or not way:
        return skriv.TANKESTREK
    gone = Fraction(now - (start or 0)) / Fraction(way)
    filled = min(max(floor(gone * 10) if gone > 0 else 0, 0), 10)
    share = skriv.prosent(100 * (now - (start or 0)) / way, 0)
    return f"{filled * '■'}{(10 - filled) * '·'} {share}"


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
        [
            løyving["kjelde"],
            POTS[pot],
            løyving["år"],
            skriv.kroner_kort(kroner(løyving["beløp"])),
        ]
        for pot, content in raw["avtale"]["midlar"].items()
        for løyving in content["løyvingar"]
    ]
    for name in (f"handlingsplan-{year}", f"saksframlegg-{year}-{next(iter(raw['kommunar']))}"):
        rows = table(year, name, "Løyvingar frå staten").rows
        shown, source = [], ""
        for row in rows:
            source = source if row.cells else without_mark(row.name)
            plain = [without_mark(text) for text in (row.name, *row.cells[:2])]
            shown += [[source, *plain]] if row.cells else []
        # Under the source that is named first, in the order of the plan.
        sources = [*dict.fromkeys(row[0] for row in written)]
        assert shown == sorted(written, key=lambda row: sources.index(row[0]))


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
    """Label of each thing → its figures as the page has them.

    They are cash, hours, value of the hours and sum of the year, the sum of the years that are left
    when there are more, and the sum of the year before when there is one.
    """
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
    raw, fjor = raw_plan(year), FJOR[year]
    labels = {(thing.area == "felles", thing.id): thing.label for thing in things(raw)}
    if fjor:
        gone = things(raw_plan(fjor))
        labels = {(thing.area == "felles", thing.id): thing.label for thing in gone} | labels
    for kommune in raw["kommunar"]:
        shown = shown_share(year, kommune)
        total = shown.pop("Sum")
        assert total == [sum(column) for column in zip(*shown.values(), strict=True)]
        for part in own_parts(year):
            label = labels[part.area == "felles", part.thing]
            cash, hours, value, both, *_ = shown.get(label, [0] * 6)
            for figure, what in ((cash, "beløp"), (hours, "timar")):
                share, written = exact_share(raw, part, kommune, what)
                assert figure == share if written else abs(figure - share) < 1
            assert value == hours * part.rate
            assert both == cash + value
        sums = [owed(year, kommune, years) for years in ([int(year)], years_left(year))]
        sums = sums if len(years_left(year)) > 1 else sums[:1]
        sums += [owed(fjor, kommune, [int(fjor)])] if fjor else []
        for key, label in labels.items():
            row = shown.pop(label, [0] * (3 + len(sums)))
            for figure, of in zip(row[3:], sums, strict=True):
                exact, slack = of.get(key, (Fraction(0), 0))
                assert abs(figure - exact) <= slack
        assert shown == {}


def years_left(year: str) -> list[int]:
    return [each for each in period(raw_plan(year)) if each >= int(year)]


def owed(year: str, kommune: str, years: list[int]) -> dict[tuple[bool, str], tuple[Fraction, int]]:
    """What a kommune owes for each thing some years by a plan, and how far off whole kroner are.

    Cash and hours are divided in whole kroner and whole hours.
    """
    raw = raw_plan(year)
    found: dict[tuple[bool, str], tuple[Fraction, int]] = {}
    for part in parts(raw):
        if part.source == "kommune" and part.year in years:
            cash, written = exact_share(raw, part, kommune, "beløp")
            hours, _ = exact_share(raw, part, kommune, "timar")
            key = (part.area == "felles", part.thing)
            exact, slack = found.get(key, (Fraction(0), 0))
            slack += 0 if written else 1 + part.rate
            found[key] = (exact + cash + hours * part.rate, slack)
    return found


@pytest.mark.parametrize("year", YEARS)
def test_the_kommunar_pay_together_what_the_plan_says(year: str) -> None:
    raw = raw_plan(year)
    labels = {(thing.area, thing.id): thing.label for thing in things(raw)}
    shown = [shown_share(year, kommune) for kommune in raw["kommunar"]]
    for part in own_parts(year):
        rows = [share.get(labels[part.area, part.thing], [0, 0, 0, 0])[:4] for share in shown]
        together = [sum(column) for column in zip(*rows, strict=True)]
        assert together == [part.cash, part.hours, part.hours * part.rate, part.total]
    paid = [
        sum(p.total for p in parts(raw) if p.source == "kommune" and p.year in years_left(year))
    ]
    paid = paid if len(years_left(year)) > 1 else []
    if fjor := FJOR[year]:
        paid.append(sum(part.total for part in own_parts(fjor)))
    totals = [share["Sum"][4:] for share in shown]
    assert [sum(column) for column in zip(*totals, strict=True)] == paid


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
        cash, hours, _, both, *others = shown_share(year, kommune)["Sum"]
        fjor = FJOR[year]
        diff = diff_plans(plan(fjor), plan(year)) if fjor else None
        eigendel = build_saksframlegg(plan(year), kommune, diff).eigendel
        more = [eigendel.fjor.partition(" (")[0]] if fjor else []
        more = [eigendel.periodesum, *more] if eigendel.periode else more
        assert more == [skriv.kroner(figure) for figure in others]
        assert eigendel.plankostnad == skriv.kroner(plan_cost)
        assert eigendel.kontantar == skriv.kroner(cash)
        assert eigendel.timar == skriv.timar(hours)
        assert eigendel.sum == skriv.kroner(both)
        assert eigendel.del_av_planen == skriv.prosent(per_cent(both, plan_cost) or 0)


@pytest.mark.parametrize("year", YEARS)
def test_the_cost_of_each_measure(year: str) -> None:
    raw, found = raw_plan(year), tables(year, f"handlingsplan-{year}")
    shown = {
        table.id: (table.columns[1:-1], [row.name for row in table.rows], table.figures)
        for table in found
        if table.id.startswith("kostnad-")
    }
    expected = {
        f"kostnad-{thing.id}": cost
        for thing in things(raw)
        if thing.area != "felles"
        and not is_closed(raw, thing)
        and (cost := cost_by_year(raw, thing))
    }
    assert {id_: (years, grid) for id_, (years, _, grid) in shown.items()} == expected
    assert all(len(names) == len(set(names)) for _, names, _ in shown.values())


@pytest.mark.parametrize("year", YEARS)
def test_the_table_of_measures(year: str) -> None:
    raw, fjor = raw_plan(year), FJOR[year]
    found = table(year, f"handlingsplan-{year}", f"Tiltaka i {year}")
    assert found.figures == measures_in_short(raw, raw_plan(fjor) if fjor else None)
    bars = {
        without_mark(row.name): row.cells[-len(period(raw)) :] for row in found.rows if row.cells
    }
    for thing in things(raw):
        label = without_mark(thing.label)
        if thing.area == "felles" or label not in bars:
            continue
        tiltak = raw["delmål"][thing.area]["tiltak"][thing.id]
        first, last = (int(tiltak.get(end, "0")[:4]) for end in ("start", "slutt"))
        runs = range(first or period(raw)[0], (last or period(raw)[-1]) + 1)
        there = [year in runs and bool(first or last) for year in period(raw)]
        assert bars[label] == ["■" if each else skriv.TANKESTREK for each in there]


def key_figures(year: str, name: str) -> dict[str, str]:
    """What each key figure is of → the figure and what it is made of."""
    [found] = tree(year, name).xpath("//table[@id='nokkeltal']")
    names, cells = texts(found.iter("th")), found.iter("td")
    return {
        name: without_mark(" – ".join(texts(cell.iter("p"))))
        for name, cell in zip(names, cells, strict=True)
    }


@pytest.mark.parametrize("year", YEARS)
def test_the_key_figures_of_the_plan(year: str) -> None:
    raw, now = raw_plan(year), int(year)
    short, found = skriv.kroner_kort, key_figures(year, f"handlingsplan-{year}")
    rows = measures_in_short(raw, raw_plan(str(FJOR[year])) if FJOR[year] else None)
    has_common = any(str(now) in thing.budget for thing in things(raw) if thing.area == "felles")
    assert found[f"Tiltak i {year}"].startswith(f"{len(rows) - 1 - has_common} – ")
    for name, years in ((f"i {year}", [now]), (raw["avtale"]["periode"], [*period(raw)])):
        total = sum(used(raw, None, each) for each in years)
        state = sum(used(raw, None, each, pot) for each in years for pot in POTS)
        share = skriv.prosent(Decimal(100 * state) / total, 0)
        said = f"{short(total)} – staten betaler {short(state)} ({share})"
        assert found[f"Kostnad {name}"].startswith(said)
    cash, hours, both = (
        sum(getattr(part, name) for part in own_parts(year)) for name in ("cash", "hours", "total")
    )
    assert found[f"Kommunane betaler i {year}"].startswith(
        f"{short(both)} – {short(cash)} i kontantar og {skriv.timar(hours)} eige arbeid"
    )


@pytest.mark.parametrize("year", YEARS_WITH_FJOR)
def test_the_key_figures_of_the_changes_and_of_the_year_before(year: str) -> None:
    fjor = str(FJOR[year])
    old, new = raw_plan(fjor), raw_plan(year)
    found = key_figures(year, f"endringsliste-{fjor}-{year}")
    before, after = (sum(used(raw, None, each) for each in period(new)) for raw in (old, new))
    shift = f"{skriv.endring_kroner(after - before)}, {skriv.endring_prosent(before, after)}"
    assert found[f"Budsjett {new['avtale']['periode']}"].startswith(
        f"{skriv.kroner_kort(after)} – {shift}"
    )
    of_old, of_new = (
        {thing.id: thing for thing in things(raw) if thing.area != "felles"} for raw in (old, new)
    )
    closed = [
        id_
        for id_, thing in of_new.items()
        if id_ in of_old and is_closed(new, thing) and not is_closed(old, of_old[id_])
    ]
    assert found["Avslutta tiltak"].startswith(f"{len(closed)} – ")
    assert found["Nye tiltak"].startswith(f"{len(of_new.keys() - of_old.keys())} – ")
    found = key_figures(year, f"statusrapport-{fjor}")
    rows = [row for area in old["delmål"] for row in accounts(old, area)[:-1]]
    rows += accounts(old, "felles")[:-1]
    budget, spent = (int(sum(row[column] or 0 for row in rows)) for column in (0, 1))
    share = skriv.prosent(Decimal(100 * spent) / budget, 0)
    short = skriv.kroner_kort
    assert found[f"Brukt i {fjor}"].startswith(f"{share} – {short(spent)} av {short(budget)}")
    statuses = [raw_status(old, thing) for thing in of_old.values()]
    for name, value in found.items():
        if not name.startswith("Brukt"):
            assert value.startswith(f"{statuses.count(name[2:].lower())} – ")


def raw_status(raw: Raw, thing: Thing) -> str:
    status: str = raw["delmål"][thing.area]["tiltak"][thing.id].get("status", "")
    return status


@pytest.mark.parametrize("year", YEARS_WITH_FJOR)
@pytest.mark.parametrize("document", ["handlingsplan-{year}", "endringsliste-{fjor}-{year}"])
def test_what_is_changed_in_each_budget(year: str, document: str) -> None:
    fjor = str(FJOR[year])
    old, new = raw_plan(fjor), raw_plan(year)
    found = tables(year, document.format(fjor=fjor, year=year))
    shown = [t.figures for t in found if t.title.startswith("Endringar i budsjettet til ")]
    assert shown
    before = {(thing.area == "felles", thing.id): thing for thing in things(old)}
    expected = []
    for thing in things(new):
        earlier = before.get((thing.area == "felles", thing.id))
        is_open = thing.area == "felles" or not is_closed(new, thing)
        if earlier and is_open and (grid := budget_changes(old, earlier, new, thing)):
            expected.append(grid)
    assert sorted(shown, key=str) == sorted(expected, key=str)


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
    "Tiltaka i ",
    "Kostnad og finansiering",
    "Endringar i budsjettet til ",
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
            if not (found.rows and found.rows[-1].is_sum):
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
        (skriv.kroner_kort(used(raw, area, each)), str(each))
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
    assert said == [skriv.kroner_kort(amount) for amount in (*amounts, sum(amounts))]


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
            assert f"Samla kostnad: {skriv.kroner(cost)}" in text_of(paragraph)


@pytest.mark.parametrize("year", YEARS)
def test_what_is_carried_over_in_the_sentences_of_the_saksframlegg(year: str) -> None:
    raw = raw_plan(year)
    carried = [
        f"{POTS[pot]}: {skriv.kroner_kort(kroner(content['overført']))}"
        for pot, content in raw["avtale"]["midlar"].items()
        if kroner(content.get("overført", "0"))
    ]
    for kommune in raw["kommunar"]:
        points = map(without_mark, texts(tree(year, f"saksframlegg-{year}-{kommune}").iter("li")))
        sums = re.compile(rf"(?:{'|'.join(POTS.values())}): [\d,\u00a0]+(?:mill\.\u00a0)?kr")
        assert list(filter(sums.fullmatch, points)) == carried
