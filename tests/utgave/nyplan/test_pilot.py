"""The plan of a new pilot: it loads, explains every key, and asks for everything in it."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from bygdeplan.funn.finding import Severity
from bygdeplan.load.planfil import read_plan
from bygdeplan.model import Plan
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.tekst import texts
from bygdeplan.utgave.nyplan import new_from, new_pilot
from tests.rules.cases import not_nynorsk

YEARS = (2027, 2031, 2900)


def pilot(year: int) -> Plan:
    file = read_plan(new_pilot(year).encode(), f"{year}.yaml")
    assert file.findings == ()
    assert file.plan is not None
    return file.plan


@pytest.mark.parametrize("year", YEARS)
def test_it_loads_and_has_remarks_alone(year: int) -> None:
    plan = pilot(year)
    assert plan.år == year
    assert plan.avtale.periode.første == year
    found = check_plan(Grunnlag(plan))
    assert {finding.regel.severity for finding in found} == {Severity.MERKNAD}
    assert {finding.regel.code for finding in found} == {"BP502", "BP511", "BP612"}


# What is the same for every pilot, or says when something is.
SETTLED = re.compile(
    "vidare_handsaming/(kdd/organ|fylkesting/merknad)"
    "|fristar/årshjul/.*/tittel"
    "|avtale/midlar/[a-z]+/føremål"
    "|kommunar/[a-z]+/profil/.*"
)


def test_every_text_is_asked_for() -> None:
    plan = pilot(2031)
    unasked = ["/".join(map(str, t.path)) for t in texts(plan) if not plan.merke.covering(t.path)]
    assert [path for path in unasked if not SETTLED.fullmatch(path)] == []


def fields(model: type[BaseModel]) -> Iterator[str]:
    """Every key a plan file can have."""
    waiting: list[Any] = [model]
    seen: set[Any] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            seen.add(kind)
            yield from kind.model_fields
            waiting += [field.annotation for field in kind.model_fields.values()]
        waiting += get_args(kind)


def test_every_key_of_a_plan_is_shown() -> None:
    text = new_pilot(2031)
    shown = set(re.findall(r"(?<![\w-])([^\W\d]\w*):", text))
    assert set(fields(Plan)) - shown == set()


def test_no_year_is_left_to_fill_in() -> None:
    assert "<år" not in new_pilot(2031)
    assert {int(year) for year in re.findall(r"\b\d{4}\b", new_pilot(2031))} >= {2031, 2034}


def test_lines_are_short_enough_to_read() -> None:
    assert [line for line in new_pilot(2031).splitlines() if len(line) > 100] == []


def test_explanations_are_nynorsk() -> None:
    comments = "\n".join(re.findall(r"#(.*)", new_pilot(2031)))
    assert not_nynorsk(comments) == []


def test_the_next_year_can_be_made_from_it() -> None:
    text = new_pilot(2031)
    after = read_plan(new_from(text, pilot(2031), 2032).encode(), "2032.yaml")
    assert after.plan is not None
    found = check_plan(Grunnlag(after.plan, pilot(2031)))
    assert [finding for finding in found if finding.regel.severity is Severity.FEIL] == []
