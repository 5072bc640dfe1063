"""The figures of a plan reckoned straight from its file, past the model and past `okonomi`.

The YAML is read as text, and every sum is made from one flat list of what each source pays for each
thing each year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.plans import Raw

SOURCES = (
    "tiltaksmidlar",
    "driftstilskot",
    "prosjektleiing",
    "fylkeskommune",
    "kommune",
    "husbanken",
    "statsforvaltar",
    "anna",
)
POTS = {
    "tiltaksmidlar": "Tiltaksmidlar",
    "driftstilskot": "Driftstilskot",
    "prosjektleiing": "Prosjektleiing",
}

Grid = list[list[Decimal | None]]


# From the text of a plan file to one flat list


def kroner(text: str) -> int:
    """«2,5 mill. kr», «2_500_000» and «2 500 000» as a whole number."""
    number, mill, _ = text.removesuffix("kr").partition("mill")
    plain = "".join(sign for sign in number if sign not in " _\u00a0").replace(",", ".")
    return int(Decimal(plain) * (1_000_000 if mill else 1))


@dataclass(frozen=True)
class Part:
    """What one source pays of one thing in one year."""

    area: str
    thing: str
    year: int
    source: str
    cash: int
    hours: int
    rate: int
    raw: Any

    @property
    def total(self) -> int:
        return self.cash + self.hours * self.rate


@dataclass(frozen=True)
class Thing:
    """A measure or a common item, with its budget as it is written."""

    area: str
    id: str
    label: str
    budget: Raw


def things(raw: Raw) -> Iterator[Thing]:
    for area, delmål in raw["delmål"].items():
        for id_, tiltak in delmål["tiltak"].items():
            label = f"{tiltak['nr']} {tiltak['tittel']}"
            yield Thing(area, id_, label, tiltak.get("budsjett", {}))
    for id_, post in raw["budsjett"]["fellespostar"].items():
        yield Thing("felles", id_, post["tittel"], post.get("budsjett", {}))


def years_of(budget: Raw) -> Iterator[tuple[int, Raw]]:
    return ((int(year), content) for year, content in budget.items() if year.isdigit())


def parts(raw: Raw) -> Iterator[Part]:
    for thing in things(raw):
        for year, content in years_of(thing.budget):
            for source, written in content.get("finansiering", {}).items():
                part = {"beløp": written} if isinstance(written, str) else written
                yield Part(
                    thing.area,
                    thing.id,
                    year,
                    source,
                    kroner(part.get("beløp", "0")),
                    int(part.get("timar", "0").replace(" ", "")),
                    kroner(part.get("sats", "0")),
                    part,
                )


def used(raw: Raw, area: str | None, year: int, source: str | None = None) -> int:
    """What is used in a year: of earlier years what the history says, else what is budgeted."""
    if year < int(raw["år"]):
        history = raw["budsjett"].get("historikk", {}).get(str(year), {})
        return sum(
            kroner(amount)
            for of_area, sources in history.items()
            if isinstance(sources, dict) and area in (None, of_area)
            for of_source, amount in sources.items()
            if source in (None, of_source)
        )
    return sum(
        part.total
        for part in parts(raw)
        if part.year == year and area in (None, part.area) and source in (None, part.source)
    )


def areas(raw: Raw) -> list[str]:
    return [*raw["delmål"], "felles"]


def period(raw: Raw) -> range:
    first, last = raw["avtale"]["periode"].split("–")
    return range(int(first), int(last) + 1)


# What each table is to hold


def thousands(amount: int) -> Decimal:
    return Decimal(amount) / 1000


def per_cent(part: int, whole: int) -> Decimal | None:
    if whole <= 0:
        return None
    return (Decimal(100) * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def with_sums(rows: list[list[int]]) -> list[list[int]]:
    wide = [[*row, sum(row)] for row in rows]
    return [*wide, [sum(column) for column in zip(*wide, strict=True)]]


def whole_period(raw: Raw) -> Grid:
    rows = [[used(raw, area, year) for year in period(raw)] for area in areas(raw)]
    return [[*map(thousands, row)] for row in with_sums(rows)]


def state_funds(raw: Raw) -> Grid:
    rows = [
        [used(raw, area, year, "tiltaksmidlar") for year in period(raw)] for area in raw["delmål"]
    ]
    weights = [Decimal(d["vekt"].rstrip("% ").strip()) for d in raw["delmål"].values()]
    summed = with_sums(rows)
    return [
        [*map(thousands, row), per_cent(row[-1], summed[-1][-1]), Decimal(weight)]
        for row, weight in zip(summed, [*weights, sum(weights)], strict=True)
    ]


def ledger(raw: Raw, pot: str) -> Grid:
    granted: dict[int, int] = {}
    for løyving in raw["avtale"]["midlar"][pot]["løyvingar"]:
        year = int(løyving["år"])
        granted[year] = granted.get(year, 0) + kroner(løyving["beløp"])
    rows: Grid = []
    left, spent = 0, 0
    for year in range(min(granted), period(raw)[-1] + 1):
        carried, new, use = left, granted.get(year, 0), used(raw, None, year, pot)
        left, spent = carried + new - use, spent + use
        rows.append([*map(thousands, (new, carried, carried + new, use, left))])
    total = thousands(sum(granted.values()))
    return [*rows, [total, None, None, thousands(spent), None]]


def financing(raw: Raw) -> Grid:
    year = int(raw["år"])
    sources = [source for source in SOURCES if used(raw, None, year, source)]
    now = [part for part in parts(raw) if part.year == year]
    rows: Grid = []
    for thing in sorted(things(raw), key=lambda thing: areas(raw).index(thing.area)):
        if str(year) in thing.budget:
            mine = {p.source: p.total for p in now if (p.area, p.thing) == (thing.area, thing.id)}
            cells = [thousands(mine[source]) if source in mine else None for source in sources]
            rows.append([*cells, thousands(sum(mine.values()))])
    sums = [used(raw, None, year, source) for source in sources]
    return [*rows, [*map(thousands, sums), thousands(sum(sums))]]


def accounts(raw: Raw, area: str) -> Grid:
    rows: list[tuple[int, int]] = []
    for thing in things(raw):
        content = thing.budget.get(raw["år"])
        if thing.area == area and content:
            spent = sum(map(kroner, content.get("rekneskap", {}).values()))
            rows.append((kroner(content["kostnad"]), spent))
    rows.append((sum(budget for budget, _ in rows), sum(spent for _, spent in rows)))
    return [
        [Decimal(budget), Decimal(spent), Decimal(budget - spent), per_cent(spent, budget)]
        for budget, spent in rows
    ]


def indicators(raw: Raw, area: str) -> Grid:
    found = [
        indicator
        for tiltak in raw["delmål"][area]["tiltak"].values()
        for indicator in tiltak.get("indikatorar", {}).values()
    ]
    return [
        [decimal(indicator.get(name)) for name in ("utgangspunkt", "mål", "faktisk")]
        for indicator in found
    ]


def decimal(text: str | None) -> Decimal | None:
    return Decimal(text.rstrip("% ").replace(" ", "").replace(",", ".")) if text else None


def shifts(rows: list[tuple[int, int]]) -> Grid:
    rows = [*rows, (sum(old for old, _ in rows), sum(new for _, new in rows))]
    return [
        [Decimal(old), Decimal(new), Decimal(new - old), per_cent(new - old, old)]
        for old, new in rows
    ]


def shift_by_area(old: Raw, new: Raw) -> Grid:
    def of(raw: Raw, area: str) -> int:
        return sum(used(raw, area, year) for year in period(new))

    return shifts([(of(old, area), of(new, area)) for area in areas(new)])


def shift_by_year(old: Raw, new: Raw) -> Grid:
    return shifts([(used(old, None, year), used(new, None, year)) for year in period(new)])


def cost_by_year(raw: Raw, thing: Thing) -> tuple[list[str], Grid] | None:
    """The years a measure still costs something, and what each source that pays it pays in them."""
    years = sorted(
        year
        for year, content in years_of(thing.budget)
        if year >= int(raw["år"]) and kroner(content["kostnad"])
    )
    mine = [p for p in parts(raw) if (p.area, p.thing) == (thing.area, thing.id)]
    paid = [
        [sum(p.total for p in mine if (p.source, p.year) == (source, year)) for year in years]
        for source in SOURCES
    ]
    if not years:
        return None
    return [*map(str, years)], [[*map(thousands, row)] for row in with_sums([*filter(any, paid)])]


def measures_in_short(raw: Raw, fjor: Raw | None) -> Grid:
    """What each measure costs in the year of a plan, and what the state pays of it."""

    def is_told(thing: Thing) -> bool:
        if raw["delmål"][thing.area]["tiltak"][thing.id].get("status") != "avslutta":
            return True
        before = [
            delmål["tiltak"][thing.id].get("status")
            for delmål in (fjor or {"delmål": {}})["delmål"].values()
            if thing.id in delmål["tiltak"]
        ]
        return before not in ([], ["avslutta"])

    def of(some: list[Thing]) -> list[Decimal | None]:
        keys = [(thing.area, thing.id) for thing in some]
        state = (p.total for p in parts(raw) if (p.area, p.thing) in keys and is_states(p))
        return [thousands(sum(map(cost, some))), thousands(sum(state))]

    def cost(thing: Thing) -> int:
        return kroner(thing.budget.get(raw["år"], {"kostnad": "0"})["kostnad"])

    def is_states(part: Part) -> bool:
        return part.year == int(raw["år"]) and part.source in POTS

    every = list(things(raw))
    common = [thing for thing in every if thing.area == "felles" and raw["år"] in thing.budget]
    rows: Grid = [
        [figure or None for figure in of([thing])]
        for thing in every
        if thing.area != "felles" and is_told(thing)
    ]
    return [*rows, *([of(common)] if common else []), [*of(every)]]


def budget_changes(old: Raw, before: Thing, new: Raw, after: Thing) -> Grid:
    """Source by source what is changed in a budget in each year from the new plan's on."""

    def written(part: Part) -> Any:
        shares = {
            kommune: (kroner(share.get("beløp", "0")), share.get("timar", "0"))
            for kommune, share in part.raw.get("fordeling", {}).items()
        }
        return part.cash, part.hours, part.rate, part.raw.get("nøkkel"), shares

    found: Grid = []
    years = sorted({y for thing in (before, after) for y, _ in years_of(thing.budget)})
    for year in (year for year in years if year >= int(new["år"])):
        sides = [
            {p.source: p for p in parts(raw) if (p.area, p.thing, p.year) == (of.area, of.id, year)}
            for raw, of in ((old, before), (new, after))
        ]
        costs = [
            kroner(thing.budget.get(str(year), {"kostnad": "0"})["kostnad"])
            for thing in (before, after)
        ]
        changed = [
            [side[source].total if source in side else 0 for side in sides]
            for source in SOURCES
            if [written(s[source]) if source in s else None for s in sides]
            != [written(sides[0][source]) if source in sides[0] else None] * 2
        ]
        if changed or costs[0] != costs[1]:
            found += [[*map(Decimal, (a, b, b - a))] for a, b in (*changed, costs)]
    return found
