"""Cases of rules: an edit of the invented pilot's plan for 2031, and what is then found where.

`breaks` says that a rule finds something at a path, `a/b`, or at the key there, `a/b:`, and that no
other rule than those named does; `keeps` that a rule finds nothing, in the nearest thing that is
right.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import pytest

from bygdeplan.funn.finding import Finding, Regel
from bygdeplan.model import Plan
from bygdeplan.model.malform import Målform
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.grunngjeving import UTAN_GRUNN
from bygdeplan.rules.ordform import other_form
from bygdeplan.rules.sprak import infinitives, verte_or_bli
from tests.plans import Edits, plan_with

Place = tuple[str, str]
"""The code of a finding, and its path with slashes between the parts; a colon after the key."""


@dataclass(frozen=True)
class Case:
    """A plan with edits made, and what it is a case of."""

    regel: Regel
    what: str
    edits: Edits
    at: str | None
    """Where the rule finds a breach; None when it finds none."""
    fjor: Edits = field(default_factory=dict)
    """Edits of the plan for 2030."""
    dato: date | None = None
    låst: Edits | None = None
    """Edits that the plan had when it was locked; None when it is not locked."""
    also: Collection[Regel] = ()
    """Other rules that the same edits break."""

    @property
    def id(self) -> str:
        """What the case is called in a report of tests."""
        return f"{self.regel.code} {self.what}"

    @property
    def new(self) -> list[Finding]:
        """What is found in the edited plan and not in the plan as it stands."""
        before = _found_as_it_stands()
        fjor = plan_with(self.fjor, year=2030) if self.fjor else _fjor()
        låst = None if self.låst is None else plan_with({"vedteken": "2031-02-19", **self.låst})
        found = check_plan(Grunnlag(plan_with(self.edits), fjor, self.dato, låst))
        return [finding for finding in found if finding not in before]


def breaks(regel: Regel, what: str, edits: Edits, at: str, **given: Any) -> Case:
    """A case that breaks a rule at a path; `given` are the further fields of `Case`."""
    return Case(regel, what, edits, at, **given)


def keeps(regel: Regel, what: str, edits: Edits, **given: Any) -> Case:
    """A case that does not break a rule."""
    return Case(regel, what, edits, None, **given)


def table(*cases: Case) -> pytest.MarkDecorator:
    """The cases as parameters of a test."""
    return pytest.mark.parametrize("case", cases, ids=[case.id for case in cases])


def judge(case: Case) -> None:
    """Hold that a case gives what it says and nothing else, in whole sentences of good Nynorsk."""
    new = case.new
    if case.at is None:
        assert case.regel not in [finding.regel for finding in new]
        return
    assert (case.regel.code, case.at) in [_place(finding) for finding in new]
    # Whatever a case edits in weights, money or people is a change from the year before as well.
    others = {finding.regel for finding in new} - {case.regel, UTAN_GRUNN} - set(case.also)
    assert not others, [(finding.message, finding.path) for finding in new]
    for finding in new:
        _reads_well(finding)


def not_nynorsk(text: str) -> list[str]:
    """What of a text, quotes aside, is Bokmål or another Nynorsk than the program's own."""
    own = _without_quotes(text)
    others = [word for verb, word in verte_or_bli(own) if verb == "verte"]
    infinitives_in_a = [words for ending, words in infinitives(own) if ending == "-a"]
    return _foreign(own, "nynorsk") + others + infinitives_in_a


def not_bokmål(text: str) -> list[str]:
    """What of a text, quotes aside, is Nynorsk."""
    return _foreign(_without_quotes(text), "bokmål")


def _without_quotes(text: str) -> str:
    return re.sub('«[^»]*»|`[^`]*`|"[^"]*"', "", text)


def _foreign(text: str, målform: Målform) -> list[str]:
    return [word for word in re.findall(r"(?<![\w-])\w+", text) if other_form(word, målform)]


def _reads_well(finding: Finding) -> None:
    assert not finding.message[0].islower()
    assert finding.message.endswith((".", ".»"))
    assert finding.help.endswith((".", "?", ".»", "…»"))
    assert not_nynorsk(f"{finding.message} {finding.help}") == []


def _place(finding: Finding) -> Place:
    path = "/".join(str(part) for part in finding.path)
    return finding.regel.code, f"{path}:" if finding.at_key else path


@cache
def _found_as_it_stands() -> tuple[Finding, ...]:
    return tuple(check_plan(Grunnlag(plan_with(), _fjor())))


@cache
def _fjor() -> Plan:
    return plan_with(year=2030)
