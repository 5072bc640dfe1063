"""The documents of every plan as they are rendered, once a test run, and what their pages hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise, takewhile

from lxml import html

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Dokument, Oppdrag, document_set
from bygdeplan.documents.saksframlegg import FORMER
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import MINUS, NBSP, TANKESTREK
from bygdeplan.side.malar import Malar
from tests.plans import PLAN_FILES, plan_with

FJOR: dict[str, str | None] = dict.fromkeys(PLAN_FILES) | {
    year: earlier
    for earlier, year in pairwise(PLAN_FILES)
    if PLAN_FILES[earlier].parent == PLAN_FILES[year].parent
}
"""Each year there is a plan for → the year its plan builds on."""


@dataclass(frozen=True)
class Row:
    """A row as it stands: its heading cell, the others, and whether it holds sums."""

    name: str
    cells: list[str]
    is_sum: bool


@dataclass(frozen=True)
class Table:
    """A table as it stands on a page."""

    id: str
    nr: str
    """Nothing for a table that the text does not refer to."""
    title: str
    columns: list[str]
    rows: list[Row]
    figure_columns: list[int]
    """Which cells of a row are aligned as figures."""

    @property
    def figures(self) -> list[list[Decimal | None]]:
        """The rows of figures as numbers, sums last; rows that only head a group left out."""
        return [
            [figure(row.cells[column]) for column in self.figure_columns]
            for row in self.rows
            if row.cells
        ]


@cache
def plan(year: str) -> Plan:
    """The plan of a year."""
    return plan_with(year=year)


@cache
def _malar() -> Malar:
    return Malar()


def render(view: Dokument) -> str:
    """The page of a document."""
    return _malar().render(view)


@cache
def documents(year: str) -> dict[str, Oppdrag]:
    """The documents that go with the plan of a year, in every form, by file name."""
    fjor = FJOR[year]
    this, before = plan(year), plan(fjor) if fjor else None
    found = document_set(this, before, DOKUMENTSLAG, list(this.kommunar), FORMER)
    return {document.filnamn: document for document in found}


@cache
def page(year: str, name: str) -> str:
    """The page of a document."""
    return render(documents(year)[name].build())


def read(text: str) -> html.HtmlElement:
    """A page as a tree of elements."""
    return html.document_fromstring(text)


@cache
def tree(year: str, name: str) -> html.HtmlElement:
    """A document as a tree of elements."""
    return read(page(year, name))


def text_of(element: html.HtmlElement) -> str:
    """The text of an element with white space folded, no-break spaces kept."""
    return " ".join(element.text_content().replace(NBSP, "\0").split()).replace("\0", NBSP)


def headings(tree: html.HtmlElement, level: int) -> list[str]:
    """The headings of a level in the order they stand, without that of the list of contents."""
    found = tree.iter(f"h{level}")
    return [text_of(heading) for heading in found if heading.get("id") != "innhaldsliste"]


def section(tree: html.HtmlElement, heading: str) -> list[html.HtmlElement]:
    """What stands under a heading, up to the next one of its level or higher."""
    [start] = [h for h in tree.iter("h2", "h3", "h4", "h5") if text_of(h) == heading]
    ends = tuple(f"h{level}" for level in range(1, int(str(start.tag)[1]) + 1))
    return list(
        takewhile(lambda block: next(block.iter(*ends), None) is None, start.itersiblings())
    )


def texts(elements: Iterable[html.HtmlElement]) -> list[str]:
    """The text of each of some elements."""
    return [text_of(element) for element in elements]


@cache
def tables(year: str, name: str) -> list[Table]:
    """The tables of a document in the order they stand."""
    return [_read(table) for table in tree(year, name).iter("table")]


def table(year: str, name: str, title: str) -> Table:
    """The one table of a document whose title begins so."""
    [found] = [table for table in tables(year, name) if table.title.startswith(title)]
    return found


def _read(table: html.HtmlElement) -> Table:
    caption = text_of(next(table.iter("caption")))
    number = re.match(r"Tabell (\d+)\. ", caption)
    head = list(next(table.iter("thead")).iter("th"))
    return Table(
        id=table.get("id", ""),
        nr=number[1] if number else "",
        title=caption[number.end() :] if number else caption,
        columns=[text_of(cell) for cell in head],
        # A row that stands alone below the headings has no name.
        rows=[_read_row(row) for row in table.iterfind("tbody/tr[th]")],
        figure_columns=[i for i, cell in enumerate(head[1:]) if cell.get("class") == "tal"],
    )


def _read_row(row: html.HtmlElement) -> Row:
    cells = [text_of(cell) for cell in row.iter("td")]
    return Row(text_of(next(row.iter("th"))), cells, row.get("class") == "sum")


def figure(cell: str) -> Decimal | None:
    """A cell as a number: «–2 000», «12,5 %»."""
    plain = cell.replace(NBSP, "").replace(MINUS, "-").replace(",", ".").removesuffix("%")
    return None if plain == TANKESTREK else Decimal(plain)
