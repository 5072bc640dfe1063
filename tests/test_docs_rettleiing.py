"""The plan author's guide in both forms: its examples hold, and each says what its twin does."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bygdeplan.funn.finding import Finding, Severity
from bygdeplan.load.planfil import read_plan
from bygdeplan.model.plan import Plan
from bygdeplan.model.schema import plan_schema
from bygdeplan.ord.frase import Målform
from bygdeplan.ord.suggestion import closest
from bygdeplan.rules import Grunnlag, check_plan
from tests.guides import GUIDES, Block, blocks, merged, place, prose, shown_commands
from tests.plans import Raw, plan_text, raw_plan, read_raw
from tests.rules.cases import not_bokmål, not_nynorsk

NYNORSK, BOKMÅL = GUIDES["nynorsk"], GUIDES["bokmål"]

Example = tuple[Målform, Block]
"""An example of a plan file, and the form of the plan it is put into."""
EXAMPLES: list[Example] = [
    (form, block) for form, guide in GUIDES.items() for block in blocks(guide, "yaml")
]


def place_of(value: object) -> str:
    return place(value) if isinstance(value, Block) else ""


# --- the plan an example is put into ---

QUOTED = {
    "Nettverks- og klyngeutvikling innan bygg og anlegg": (
        "Nettverks- og klyngeutvikling innen bygg og anlegg"
    ),
}
"""What a message quotes of the plan and no example says, in Nynorsk → in Bokmål."""


@cache
def in_bokmål() -> Mapping[str, str]:
    """What the examples say in Nynorsk → what their twins say, and what is quoted."""
    right = [[e for e in blocks(guide, "yaml") if not e.note] for guide in (NYNORSK, BOKMÅL)]
    twins = zip(*right, strict=True)
    return QUOTED | dict(pair for one, twin in twins for pair in pairs(data(one), data(twin)))


def data(example: Block) -> Raw:
    """An example as plain data: text, lists and mappings alone."""
    loaded: Raw = yaml.load(example.text, yaml.BaseLoader)  # noqa: S506
    return loaded


def pairs(one: Any, twin: Any) -> Iterator[tuple[str, str]]:
    """Each text of an example in Nynorsk beside it in Bokmål: in the same place, or its twin's."""
    match one, twin:
        case {"nynorsk": str(text), "bokmål": str(bokmål)}, dict():
            yield " ".join(text.split()), bokmål
        case dict(), dict():
            for key, value in one.items():
                yield from pairs(value, twin[key])
        case list(), list():
            for value, other in zip(one, twin, strict=True):
                yield from pairs(value, other)
        case _:
            if one != twin:
                yield " ".join(one.split()), twin


def translated(value: Any) -> Any:
    """Plain data with what the examples say of it said in Bokmål."""
    match value:
        case dict():
            return {key: translated(inner) for key, inner in value.items()}
        case list():
            return [translated(inner) for inner in value]
        case _:
            return in_bokmål().get(" ".join(value.split()), value)


def plan_in(form: Målform, year: int) -> Raw:
    """The plan of a year in a form, as far as the examples speak of it."""
    raw = raw_plan(year)
    if form == "nynorsk":
        return raw
    return {**translated(raw), "målform": "bokmål"}


@cache
def last_year(form: Målform) -> Plan:
    return read_raw(plan_in(form, 2025))


def faults(form: Målform, example: Block) -> list[Finding]:
    """What is wrong in the plan for 2026 with an example written into it."""
    alone = read_plan(example.text.encode(), "døme.yaml").findings
    if not_yaml := [finding for finding in alone if finding.regel.code.startswith("BP0")]:
        return not_yaml
    written = merged(plan_in(form, 2026), data(example))
    file = read_plan(plan_text(written).encode(), "2026.yaml")
    assert file.plan or file.findings
    broken = check_plan(Grunnlag(file.plan, last_year(form))) if file.plan else []
    return [f for f in (*file.findings, *broken) if f.regel.severity is Severity.FEIL]


# --- the examples ---


@pytest.mark.parametrize(
    ("form", "example"),
    [e for e in EXAMPLES if not e[1].note],
    ids=place_of,
)
def test_example_is_right(form: Målform, example: Block) -> None:
    assert [finding.message for finding in faults(form, example)] == []


@pytest.mark.parametrize(("form", "example"), [e for e in EXAMPLES if e[1].note], ids=place_of)
def test_mistake_is_found_and_the_message_quoted(form: Målform, example: Block) -> None:
    found = faults(form, example)
    after = " ".join(example.after.split())
    assert {finding.regel.code for finding in found} == {example.note}
    assert [f.message for f in found if f"> {' '.join(f.message.split())}" not in after] == []


# --- one guide beside the other ---

KEY_TABLE = re.compile(r"^\| Hvor \|.*?\n\n", re.MULTILINE | re.DOTALL)
"""The table of keys beside what they mean in Bokmål."""


def outline(text: str) -> list[tuple[str, str]]:
    """The keys that begin the lines of an example, each with what stands before it."""
    return re.findall(r"^([ -]*)([\w-]+):(?= |$)", text, re.MULTILINE)


def shape(text: str) -> list[str]:
    """What each line of a page begins with, when it is no plain paragraph: `##`, `|`, `-`, `1.`."""
    return re.findall(r"^(?:#+|\||-|\d+\.|>|\*\*)(?= |\w|-)|^(?=\S)", text, re.MULTILINE)


def test_guides_have_the_same_shape() -> None:
    """Headings of the same levels, paragraphs, lists and tables as long, in the same order."""
    assert shape(prose(NYNORSK)) == shape(KEY_TABLE.sub("", prose(BOKMÅL)))


@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_contents_are_the_headings_in_their_order(guide: Path) -> None:
    text = prose(guide)
    assert re.findall(r"^\d+\. \[(.+)\]\(#", text, re.MULTILINE) == re.findall(
        r"^## (.+)$", text, re.MULTILINE
    )


def test_guides_have_the_same_blocks() -> None:
    one, twin = (
        [(block.language, block.note, outline(block.text)) for block in blocks(guide)]
        for guide in GUIDES.values()
    )
    assert one == twin


def test_guides_show_the_same_commands() -> None:
    """The same, but that each begins a plan in its own form."""
    one, twin = (
        [
            (c.words.replace(f"--malform {form}", "--malform"), c.output)
            for c in shown_commands(guide)
        ]
        for form, guide in GUIDES.items()
    )
    assert one == twin


@cache
def names() -> frozenset[str]:
    """Every key that a plan file can have, and every answer that is one of a few."""
    return frozenset(_names(plan_schema()))


def _names(schema: Any) -> Iterator[str]:
    match schema:
        case dict():
            yield from schema.get("properties", ())
            yield from (choice for choice in schema.get("enum", ()) if isinstance(choice, str))
            for inner in schema.values():
                yield from _names(inner)
        case list():
            for inner in schema:
                yield from _names(inner)


def named(text: str) -> set[str]:
    """The keys and choices that a text speaks of."""
    return {
        part for span in re.findall(r"`([^`\n]+)`", text) for part in span.split(": ")
    } & names()


def test_guides_describe_the_same_keys() -> None:
    text = KEY_TABLE.sub("", prose(BOKMÅL))
    assert text != prose(BOKMÅL)
    assert named(text) == named(prose(NYNORSK))


@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_every_key_and_choice_is_in_the_guide(guide: Path) -> None:
    examples = "\n".join(block.text for block in blocks(guide, "yaml") if not block.note)
    shown = named(KEY_TABLE.sub("", prose(guide))) | set(re.findall(r"([\w-]+):", examples))
    assert names() - shown == set()


def test_key_table_tells_of_each_key_once() -> None:
    (table,) = KEY_TABLE.findall(prose(BOKMÅL))
    told = re.findall(r"`([^`]+)`", table)
    assert len(told) == len(set(told))
    assert set(told) - names() == set()


def test_key_named_in_bokmål_is_understood() -> None:
    """Whoever writes what the table says a key means, is told what it is called."""
    (table,) = KEY_TABLE.findall(prose(BOKMÅL))
    for row in table.splitlines():
        told = dict(re.findall(r"`([^`]+)` (?:har )?([^,|`]+?)(?=,| \|)", row))
        for key, meaning in told.items():
            assert closest(meaning, list(told)) == key


def test_the_nynorsk_guide_is_nynorsk() -> None:
    assert not_nynorsk(prose(NYNORSK)) == []


SAID_BY_THE_PROGRAM = re.compile(r"^>.*$|^\| [^|]*\||\]\([^)]*\)", re.MULTILINE)
"""Messages, the first cells of the tables that explain its words, and names of files."""


def test_the_bokmål_guide_is_bokmål() -> None:
    assert not_bokmål(SAID_BY_THE_PROGRAM.sub("", prose(BOKMÅL))) == []
