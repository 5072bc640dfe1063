"""A fault put into a plan file is found, at the line where it was put in, and told once.

Each kind of fault is a list of what can be written otherwise in the plans that people use and in
those of the invented pilot, with the code that must come of it.
"""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bygdeplan.load.planfil import load_plan, read_plan
from bygdeplan.load.source import Scalar
from bygdeplan.model import Path, Plan
from bygdeplan.model.budsjett import Finansiering
from bygdeplan.model.lookup import known_keys, types_at
from bygdeplan.model.merke import MERKESLAG
from bygdeplan.model.tal import read_amount, read_decimal
from bygdeplan.rules import Grunnlag, check_plan
from tests.mutating import (
    Mutation,
    Written,
    are_apart,
    at,
    line_of_group,
    mutated,
    resting_on,
    twice,
    with_key,
    with_value,
    without,
    written,
)
from tests.plans import PLAN_FILES

pytestmark = pytest.mark.slow

YEARS = ("2026", "2031")
"""The plans that build on another; that one is the year before."""


@cache
def fjor(year: str) -> Plan:
    plan = load_plan(PLAN_FILES[str(int(year) - 1)]).plan
    assert plan is not None
    return plan


@cache
def plan_of(year: str) -> Plan:
    plan = load_plan(PLAN_FILES[year]).plan
    assert plan is not None
    return plan


def found_in(text: str, year: str) -> list[tuple[str, int]]:
    """The code and the line of everything that is found in the text of a plan file."""
    file = read_plan(text.encode(), "plan.yaml")
    findings = list(file.findings)
    if file.plan is not None:
        findings += check_plan(Grunnlag(file.plan, fjor(year)))
    return [(finding.regel.code, file.source.place(finding).line) for finding in findings]


@cache
def found_before(year: str) -> frozenset[str]:
    """The codes of what is found in the plan as it is: remarks, and nothing of what is sought."""
    text, _ = mutated([Mutation(year, (), (1, 0), (), "", 1)])
    return frozenset(code for code, _ in found_in(text, year))


# Faults of shape


def dropped_keys(year: str) -> Iterator[Mutation]:
    for each in written(year):
        group = each.path[:-1]
        # A group with nothing in it is as good as left out, unless the plan cannot do without it.
        with_others = [other for other in written(year) if other.path[:-1] == group][1:]
        if each.begins_line and _is_required(each.path) and (with_others or _is_required(group)):
            line = line_of_group(year, group)
            after = [other.lines[0] for other in written(year) if other.lines[0] > each.lines[1]]
            yield without(year, each, "BP102", line if line != each.lines[0] else after[0])


def _is_required(path: Path) -> bool:
    return any(
        isinstance(kind, type)
        and issubclass(kind, BaseModel)
        and path[-1] in kind.model_fields
        and kind.model_fields[str(path[-1])].is_required()
        for kind in types_at(Plan, path[:-1])
    )


def misspelt_keys(year: str) -> Iterator[Mutation]:
    for each in written(year):
        known = [*known_keys(Plan, each.path[:-1]), *MERKESLAG]
        if each.key and len(known) > len(MERKESLAG) and len(each.name) > 2:
            for slip in _slips(each.name):
                if slip not in known:
                    yield with_key(year, each, slip, "BP103")


def _slips(name: str) -> Iterator[str]:
    """A letter left out, written twice, changed with the next, or another in its place."""
    for here in range(len(name)):
        yield name[:here] + name[here + 1 :]
        yield name[:here] + name[here] + name[here:]
        yield name[:here] + name[here : here + 2][::-1] + name[here + 2 :]
        yield name[:here] + "x" + name[here + 1 :]


def changed_types(year: str) -> Iterator[Mutation]:
    for each in written(year):
        if any(part in MERKESLAG for part in each.path):
            continue
        if isinstance(each.value, Scalar) and each.value.text is not None and each.key:
            yield with_value(year, each, "[a, b]", "BP104")
        elif not isinstance(each.value, Scalar) and each.begins_line:
            is_source = types_at(Plan, each.path) == [Finansiering]
            yield with_value(year, each, "tekst", "BP110" if is_source else "BP104")


AMOUNT, NUMBER, DAY = ("2.500", "BP110"), ("1.5", "BP111"), ("19.2.31", "BP112")
BAD_VALUES = {
    "beløp": AMOUNT,
    "kostnad": AMOUNT,
    "overført": AMOUNT,
    "sats": AMOUNT,
    "tiltaksmidlar": AMOUNT,
    "fylkeskommune": AMOUNT,
    "nr": NUMBER,
    "revisjon": NUMBER,
    "timar": NUMBER,
    "vekt": NUMBER,
    "mål": NUMBER,
    "nummer": ("301", "BP111"),
    "dato": DAY,
    "signert": DAY,
    "statusdato": DAY,
    "formannskap": DAY,
    "kommunestyre": DAY,
    "start": ("hausten 2031", "BP112"),
    "slutt": ("2031-02-30", "BP112"),
    "år": ("31", "BP112"),
    "periode": ("frå 2030 til 2033", "BP113"),
    "prioritert": ("kanskje", "BP115"),
    "statlege_midlar": ("yes", "BP115"),
    "nøkkel": ("Bø", "BP114"),
    "samarbeidspartar": ("Bø", "BP114"),
    "utfall": ("ferdig", "BP105"),
    "felt": ("namn", "BP105"),
    "tittel": ('" "', "BP106"),
    "namn": ('""', "BP106"),
    "vedlegg": ('""', "BP106"),
}
"""Key → a value that it cannot have, and the code that must come of it."""


def bad_values(year: str) -> Iterator[Mutation]:
    for each in written(year):
        if each.name in BAD_VALUES and each.text and each.path[:2] != ("avtale", "fylkeskommune"):
            yield with_value(year, each, *BAD_VALUES[each.name])


def doubled_keys(year: str) -> Iterator[Mutation]:
    return (twice(year, each, "BP101") for each in written(year) if each.begins_line)


# Faults that the rules find


def broken_sums(year: str) -> Iterator[Mutation]:
    for each in written(year):
        if each.name == "kostnad" and each.text:
            yield with_value(year, each, str(read_amount(each.text) + 1), "BP301")


def broken_weights(year: str) -> Iterator[Mutation]:
    for each in written(year):
        if each.name == "vekt" and each.text:
            more = with_value(year, each, str(read_decimal(each.text) + 1), "BP201")
            yield _told_at(more, at(year, ("delmål",)).lines[0])


def _told_at(mutation: Mutation, line: int) -> Mutation:
    return Mutation(
        mutation.year, mutation.path, mutation.lines, mutation.instead, mutation.code, line
    )


def broken_references(year: str) -> Iterator[Mutation]:
    for each in written(year):
        match each.path:
            case (*_, "nøkkel"):
                yield with_value(year, each, "finst-ikkje", "BP222")
            case ("delmål", _, "tiltak", _, "samarbeidspartar", int()):
                yield with_value(year, each, "finst-ikkje", "BP229")
            case (*_, "avslutning", "tiltak", int()):
                yield with_value(year, each, "finst-ikkje", "BP223")
            case (*_, "delar" | "fordeling", str()):
                yield with_key(year, each, f"ikkje-{each.name}", "BP221")
            case ("budsjett", "historikk", _, str(delmål)) if delmål not in MERKESLAG:
                yield with_key(year, each, f"ikkje-{each.name}", "BP226")
            case _:
                pass


def _measures(year: str) -> list[Written]:
    return [
        each
        for each in written(year)
        if each.path[::2] == ("delmål", "tiltak") and len(each.path) == 4
    ]


def reused_ids(year: str) -> Iterator[Mutation]:
    measures = _measures(year)
    for each in measures:
        others = [
            other
            for other in measures
            if other.path[1] != each.path[1] and other.lines < each.lines
        ]
        for other in others:
            yield resting_on(with_key(year, each, other.name, "BP207"), other.path)


def reused_numbers(year: str) -> Iterator[Mutation]:
    measures = _measures(year)
    for each in measures:
        others = [
            other
            for other in measures
            if other.path[1] == each.path[1] and other.lines < each.lines
        ]
        for other in others:
            number = at(year, (*other.path, "nr")).text or ""
            nr = at(year, (*each.path, "nr"))
            yield resting_on(with_value(year, nr, number, "BP206"), other.path)


def vanished_measures(year: str) -> Iterator[Mutation]:
    for each in _measures(year):
        before = fjor(year).finn_tiltak(each.name)
        if before is not None and not before.tiltak.avslutta:
            line = at(year, before.path[:-1]).lines[0]
            yield without(year, each, "BP411", line)


def changes_without_reason(year: str) -> Iterator[Mutation]:
    for each in _measures(year):
        place = plan_of(year).finn_tiltak(each.name)
        assert place is not None
        told = {endring.felt for endring in place.tiltak.endringar}
        if fjor(year).finn_tiltak(each.name) and not place.tiltak.avslutta and "tittel" not in told:
            title = at(year, (*each.path, "tittel"))
            yield with_value(year, title, "Ein heilt annan tittel", "BP413")


OF_SHAPE = (dropped_keys, misspelt_keys, changed_types, bad_values, doubled_keys)
OF_RULES = (
    broken_sums,
    broken_weights,
    broken_references,
    reused_ids,
    reused_numbers,
    vanished_measures,
    changes_without_reason,
)

Kind = Callable[[str], Iterator[Mutation]]


@cache
def all_of(*kinds: Kind) -> list[Mutation]:
    return [mutation for kind in kinds for year in YEARS for mutation in kind(year)]


pairs = st.one_of(
    *(
        st.tuples(st.sampled_from(all_of(*kinds)), st.sampled_from(all_of(*kinds)))
        for kinds in (OF_SHAPE, OF_RULES)
    )
).filter(lambda pair: are_apart(*pair))


@pytest.mark.parametrize("year", YEARS)
def test_nothing_of_what_is_sought_is_in_the_plans_as_they_are(year: str) -> None:
    sought = {mutation.code for mutation in all_of(*OF_SHAPE, *OF_RULES)}
    assert found_before(year) & sought == set()


@pytest.mark.parametrize("kind", OF_SHAPE, ids=lambda kind: kind.__name__)
@settings(max_examples=10)
@given(data=st.data())
def test_fault_of_shape_is_told_once_at_its_line(kind: Kind, data: st.DataObject) -> None:
    mutation = data.draw(st.sampled_from(all_of(kind)))
    text, [line] = mutated([mutation])
    remarks = found_before(mutation.year)
    found = [each for each in found_in(text, mutation.year) if each[0] not in remarks]
    assert found == [(mutation.code, line)]


@pytest.mark.parametrize("kind", OF_RULES, ids=lambda kind: kind.__name__)
@settings(max_examples=10)
@given(data=st.data())
def test_fault_against_a_rule_is_told_at_its_line(kind: Kind, data: st.DataObject) -> None:
    mutation = data.draw(st.sampled_from(all_of(kind)))
    text, [line] = mutated([mutation])
    assert (mutation.code, line) in found_in(text, mutation.year)


@settings(max_examples=25, suppress_health_check=[HealthCheck.filter_too_much])
@given(pairs)
def test_two_faults_at_once_are_both_told(pair: tuple[Mutation, Mutation]) -> None:
    text, lines = mutated(pair)
    found = found_in(text, pair[0].year)
    for mutation, line in zip(pair, lines, strict=True):
        assert (mutation.code, line) in found
