"""What comes of a plan file when next year's is made from it, as text, as data and as a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import yaml

from bygdeplan.funn.finding import Finding, Severity
from bygdeplan.load.planfil import read_plan
from bygdeplan.model import Plan
from bygdeplan.model.former import plantekstar
from bygdeplan.model.malform import Målform
from bygdeplan.ord.frase import MÅLFORMER
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.utgave.nyplan import new_from
from tests.plans import PLAN_FILES, Edits, Raw, edited, plan_text, raw_plan, read_raw

YEARS = sorted(PLAN_FILES)
"""The years of both pilots."""


@dataclass(frozen=True)
class Carried:
    """A plan file and the one made from it."""

    before: str

    @cached_property
    def old(self) -> Plan:
        """The plan that is carried on."""
        return plan_of(self.before)

    @cached_property
    def after(self) -> str:
        """The text of the new plan file."""
        return new_from(self.before, self.old, self.old.år + 1)

    @cached_property
    def new(self) -> Plan:
        """The new plan."""
        return plan_of(self.after)

    @cached_property
    def data(self) -> Raw:
        """The new plan file as plain data."""
        return data_of(self.after)

    @cached_property
    def found(self) -> list[Finding]:
        """What the rules find in the new plan that they did not find in the old one."""
        before = check_plan(Grunnlag(self.old))
        now = check_plan(Grunnlag(self.new, self.old))
        return [finding for finding in now if finding not in before]

    @property
    def faults(self) -> list[str]:
        """What is found and stops the documents."""
        return [f.message for f in self.found if f.regel.severity is Severity.FEIL]


@cache
def carried(text: str) -> Carried:
    """The same for the same text, so that it is made once."""
    return Carried(text)


def carried_file(year: str) -> Carried:
    """The plan file of a year as its author wrote it."""
    return carried(PLAN_FILES[year].read_text("utf-8"))


def carried_with(edits: Edits, year: int = 2031) -> Carried:
    """The plan file of a year, written anew with edits made."""
    return carried(plan_text(edited(raw_plan(year), edits)))


def plan_of(text: str) -> Plan:
    """The plan in a text, which must be one."""
    file = read_plan(text.encode(), "plan.yaml")
    assert file.plan is not None, [(each.message, each.path) for each in file.findings]
    assert file.findings == ()
    return file.plan


def data_of(text: str) -> Raw:
    """A plan file as plain data: every value is the text it was written as."""
    # The base loader makes text, lists and mappings alone; nothing written is read as "".
    data: Raw = yaml.load(text, yaml.BaseLoader)  # noqa: S506
    return data


def in_both_forms(raw: Raw) -> Raw:
    """The data with every text of the author's own written in both forms, and alike."""
    texts = [each for each in plantekstar(read_raw(raw)) if each.has_own_words]
    twins: Edits = {
        "/".join(map(str, each.path)): dict.fromkeys(MÅLFORMER, str(each.text)) for each in texts
    }
    return edited(raw, twins)


def in_form(data: Any, målform: Målform) -> Any:
    """The data with each text that is in both forms as it is in one of them."""
    match data:
        case dict() if data.keys() == set(MÅLFORMER):
            return data[målform]
        case dict():
            return {key: in_form(part, målform) for key, part in data.items()}
        case list():
            return [in_form(part, målform) for part in data]
        case _:
            return data


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that is not a mapping, by its path."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}/{key}" if path else key)
    else:
        yield path, value
