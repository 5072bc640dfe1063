"""Each field of a plan is marked in turn, and every document that prints it says so.

What no document prints says why (`uvist`), and so does what cannot be marked (`umerkt`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, cached_property
from itertools import chain, count
from typing import Any, get_origin

import pytest
from lxml import html
from markupsafe import Markup

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Dokument, Oppdrag, document_set
from bygdeplan.documents.saksframlegg import FORMER
from bygdeplan.model.budsjett import Finansiering
from bygdeplan.model.felt import Beløp, Dato, Møtedato, Rekneskapsbeløp, Tal, Timar
from bygdeplan.model.lookup import Planfelt, all_fields, field_at
from bygdeplan.model.merke import Merke, Merkeslag, Path
from bygdeplan.model.plan import Plan
from bygdeplan.model.tid import Periode, Tidspunkt
from bygdeplan.ord import skriv
from bygdeplan.side.malar import Malar
from tests.plans import Raw, read_raw
from tests.rendered import read, text_of
from tests.text_fields import full_plan, plant

pytestmark = pytest.mark.slow

MARK = re.compile(r"\((?:nokre [a-zæøå]+ er )?førebels\)|Nokre [a-zæøå]+ er førebels\.")
TWICE = re.compile(rf"(?:{MARK.pattern})\s*(?:{MARK.pattern})")
BLOCKS = [
    "p",
    "li",
    "dd",
    "dt",
    "td",
    "th",
    "caption",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "title",
]
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
WORD_FOR_WORD = {"innstilling", "punkt", "tilleggspunkt"}
"""Points whose words must be the same for all: the heading above them has the mark, or the line."""
ELSEWHERE: Path = ("utan stad",)
"""Marked throughout, so that what page one says of marks is the same."""


def is_leaf(felt: Planfelt) -> bool:
    """Whether a mark is put on the value itself: text, number, date, or a list of such."""
    [*inner] = felt.inside()
    if felt.is_item and not inner:
        return not _is_list(field_at_pattern(felt.path[:-1]))
    return all(each.is_item and not [*each.inside()] for each in inner) and (
        not inner or _is_list(felt)
    )


def field_at_pattern(path: tuple[str, ...]) -> Planfelt:
    return next(felt for felt in all_fields() if felt.path == path)


def _is_list(felt: Planfelt) -> bool:
    return any(get_origin(kind) is list for kind in felt.kinds)


LEAVES = {felt.mønster: felt for felt in all_fields() if is_leaf(felt)}
MARKABLE = {pattern: felt for pattern, felt in LEAVES.items() if felt.om.umerkt is None}
GROUPS = {
    felt.mønster: felt
    for felt in all_fields()
    if felt.mønster not in LEAVES and felt.om.umerkt is None and not _is_list(felt)
}


@cache
def plans() -> tuple[Plan, Plan]:
    """Two years of the invented pilot, with text and figures that stand in one place alone."""
    numbers = count(1001)
    fjor, this = (
        read_raw(_with_figures(plant(full_plan(year), lambda _: f"Ord{next(numbers)}x"), numbers))
        for year in ("2030", "2031")
    )
    return fjor, this


def _with_figures(raw: Raw, numbers: Iterator[int]) -> Raw:
    def planted(part: Any, path: Path) -> Any:
        match part:
            case dict():
                return {key: planted(value, (*path, key)) for key, value in part.items()}
            case list():
                return [planted(value, (*path, nr)) for nr, value in enumerate(part)]
        felt = field_at(path)
        if felt and {Beløp, Rekneskapsbeløp, Finansiering} & {*felt.kinds}:
            return str(3_000_000 + 1_013 * next(numbers))
        if felt and {Dato, Møtedato, Tidspunkt} & {*felt.kinds} and part not in ("", "ingen"):
            return (date(2031, 1, 1) + timedelta(next(numbers))).isoformat()
        if felt and Tal in felt.kinds:
            return f"{next(numbers)},7"
        if felt and Timar in felt.kinds:
            return str(40_000 + next(numbers))
        return part

    return {key: planted(part, (key,)) for key, part in raw.items()}


def places(value: Any, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Each place of a kind in a plan, with the value that stands there, if one does."""
    if not pattern:
        if value not in (None, [], {}):
            yield path, value
        return
    key, *rest = pattern
    match value:
        case list():
            for number, item in enumerate(value):
                yield from places(item, tuple(rest), (*path, number))
        case dict():
            for name, part in value.items():
                yield from places(part, tuple(rest), (*path, str(name)))
        case None:
            return
        case _:
            yield from places(getattr(value, key), tuple(rest), (*path, key))


Answers = dict[tuple[str, Path], Merkeslag | None]
"""A question about the marks of a plan → the answer."""


@dataclass(frozen=True)
class AskedMerke(Merke):
    """Marks that keep what they are asked, and what they answer."""

    answers: Answers = field(default_factory=dict)

    def covering(self, path: Path) -> Merkeslag | None:
        return self.answers.setdefault(("covering", path), super().covering(path))

    def touching(self, path: Path) -> Merkeslag | None:
        return self.answers.setdefault(("touching", path), super().touching(path))

    def __iter__(self) -> Iterator[tuple[Merkeslag, Path]]:
        raise AssertionError("a document that goes through all marks asks more than is kept here")


def would_answer(merke: Merke, answers: Answers) -> bool:
    """Whether some marks answer the same questions the same."""
    return all(getattr(merke, way)(path) == was for (way, path), was in answers.items())


def marked(plan: Plan, merke: Merke) -> Plan:
    copy = plan.model_copy()
    copy.model_post_init(merke)
    return copy


def documents(fjor: Plan, this: Plan) -> list[Oppdrag]:
    return [
        *document_set(this, fjor, DOKUMENTSLAG, list(this.kommunar), FORMER),
        # In the first year they have decided.
        *document_set(fjor, None, ["vedtaksoversikt"], []),
    ]


@cache
def malar() -> Malar:
    made = Malar()

    def words(chart: Any) -> Markup:
        return Markup("<p>{}</p>").format(chart.alt)

    made._environment.filters["teikning"] = words  # noqa: SLF001  # the words alone, and no drawing
    return made


@dataclass(frozen=True)
class Side:
    """A page, its text, and how many marks there are in it."""

    tree: html.HtmlElement
    text: str
    marks: int

    @cached_property
    def blocks(self) -> list[tuple[html.HtmlElement, str]]:
        """The innermost blocks with their text, and what the head of the page says."""
        within = [block for block in self.tree.iter(*BLOCKS) if not block.xpath(".//p|.//li|.//dd")]
        return [
            *((block, text_of(block)) for block in within),
            *((meta, meta.get("content", "")) for meta in self.tree.iter("meta")),
        ]


def page_of(view: Dokument) -> Side:
    page = malar().render(view)
    tree = read(page)
    text = f"{text_of(tree)} {page[: page.index('<body')]}"
    return Side(tree, text, len(MARK.findall(text)))


@cache
def unmarked() -> dict[str, tuple[Side, list[Answers]]]:
    """The page of every document, and what it was answered about the marks of either plan."""
    marks = [AskedMerke(frozenset([ELSEWHERE])) for _ in plans()]
    found = {}
    for document in documents(*map(marked, plans(), marks)):
        for merke in marks:
            merke.answers.clear()
        page = page_of(document.build())
        found[document.filnamn] = page, [{**merke.answers} for merke in marks]
    return found


def pages(pattern: tuple[str, ...]) -> dict[str, Side]:
    """The page of every document, of plans that mark every place of a kind.

    A document that is answered as when nothing is marked is the same, and is not made again.
    """
    marks = [
        Merke(frozenset([ELSEWHERE, *(path for path, _ in places(plan, pattern))]))
        for plan in plans()
    ]

    def page(document: Oppdrag) -> Side:
        same, answers = unmarked()[document.filnamn]
        return same if all(map(would_answer, marks, answers)) else page_of(document.build())

    return {
        document.filnamn: page(document) for document in documents(*map(marked, plans(), marks))
    }


def words(value: Any) -> set[str]:
    """How a value can be known in a document; nothing when many values look like it."""
    match value:
        case str() if value.startswith("Ord"):
            return {value}
        case list():
            return {form for item in value for form in words(item)}
        case bool() | None | Periode() | str():
            return set()
        case int():
            thousands = skriv.tal(Decimal(value) / 1000)
            return {skriv.tal(value), thousands} if value > 9999 else set()
        case Decimal():
            return {skriv.tal(value)}
        case date():
            short = f"{skriv.kort_dato(value)} {value.year}"
            return {skriv.dato(value), skriv.numerisk_dato(value), short}
        case Tidspunkt():
            return {skriv.dato(value.første_dag)} if value.dag else set()
        case _:
            return set()


def printed(side: Side, forms: set[str]) -> Iterator[tuple[html.HtmlElement, str, str]]:
    """Each block of a page with a value in it, its text, and what stands from the value on."""
    there = [form for form in forms if form in side.text]
    if not there:
        return
    known = re.compile(rf"(?<![\w,])(?:{'|'.join(map(re.escape, there))})(?!\w|,\d|\xa0\d)")
    for block, text in side.blocks:
        for found in known.finditer(text):
            yield block, text, text[found.end() :]


def above(block: html.HtmlElement) -> Iterator[str]:
    """The names a block stands under at once: row, table, chart."""
    for row in block.iterancestors("tr"):
        yield text_of(next(row.iter("th")))
    for table in block.iterancestors("table"):
        yield text_of(next(table.iter("caption")))
    for figure in block.iterancestors("figure"):
        yield from map(text_of, figure.iter("figcaption"))
    for item in block.iterancestors("div"):
        yield from map(text_of, item.findall("dt"))
    if block.tag == "li":
        yield from map(text_of, block.findall("strong"))


def led_in(block: html.HtmlElement) -> Iterator[str]:
    """The line that ends with a colon above the list a point stands in."""
    for line in block.xpath("ancestor::*[self::ol or self::ul][1]/preceding-sibling::*[1]/self::p"):
        if text_of(line).endswith(":"):
            yield text_of(line)


def headings(block: html.HtmlElement) -> Iterator[str]:
    """The headings a block stands under, the nearest first, each of a higher level."""
    level = 9
    for heading in block.xpath(
        "preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]"
    )[::-1]:
        if int(heading.tag[1]) < level:
            level = int(heading.tag[1])
            yield text_of(heading)


def is_said(words: Iterable[str]) -> bool:
    return any(MARK.search(text) for text in words)


def test_the_plans_have_a_value_in_every_field() -> None:
    there = {
        pattern
        for pattern, felt in MARKABLE.items()
        if any([*places(plan, felt.path)] for plan in plans())
    }
    assert set(MARKABLE) - there == set()


@pytest.mark.parametrize("pattern", MARKABLE)
def test_a_marked_value_says_so_wherever_it_is_printed(pattern: str) -> None:
    felt = MARKABLE[pattern]
    forms = {
        form for plan in plans() for _, value in places(plan, felt.path) for form in words(value)
    }
    is_shown, is_marked, lost = False, False, []
    for name, page in pages(felt.path).items():
        is_marked |= page.marks > unmarked()[name][0].marks
        for block, text, rest in printed(page, forms):
            is_shown = True
            word_for_word = felt.path[-1] in WORD_FOR_WORD
            over = chain(headings(block), led_in(block)) if word_for_word else ()
            if not is_said(chain([rest], above(block), over)):
                lost.append((name, str(block.tag), text[:200]))
    assert lost == []
    assert is_shown is False if felt.om.uvist else is_marked


@pytest.mark.parametrize("pattern", GROUPS)
def test_what_lies_in_a_marked_group_says_so_or_stands_under_what_does(pattern: str) -> None:
    felt = GROUPS[pattern]
    within = [leaf for leaf in felt.walk() if leaf.mønster in MARKABLE]
    forms = {
        form
        for plan in plans()
        for leaf in within
        for _, value in places(plan, leaf.path)
        for form in words(value)
    }
    shown = pages(felt.path)
    lost = [
        (name, str(block.tag), text[:200])
        for name, page in shown.items()
        for block, text, _ in printed(page, forms)
        if not is_said(chain([text], above(block), headings(block)))
    ]
    assert lost == []
    assert [name for name, page in shown.items() if TWICE.search(page.text)] == []
