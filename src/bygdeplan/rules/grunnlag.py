"""What the rules of a plan are given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bygdeplan.endring import Plandiff, diff_plans
from bygdeplan.endring.forskjell import Ting, paths_outside_measures
from bygdeplan.model import Plan
from bygdeplan.rules.tekst import Tekstfelt, texts


@dataclass(frozen=True)
class Grunnlag:
    """A plan and what it is judged against."""

    plan: Plan
    fjor: Plan | None = None
    """The plan of the year before, when there is one."""
    dato: date | None = None
    """The day it is; without it, the rules that depend on the day give nothing."""
    låst: Plan | None = None
    """The newest revision of the plan that is adopted and locked, when one is."""

    @cached_property
    def diff(self) -> Plandiff | None:
        """What has changed since the plan of the year before."""
        return diff_plans(self.fjor, self.plan) if self.fjor else None

    @cached_property
    def låst_i_år(self) -> Plan | None:
        """The locked revision, when it is of the plan's own year."""
        return self.låst if self.låst and self.låst.år == self.plan.år else None

    @cached_property
    def diff_frå_låst(self) -> Plandiff | None:
        """What has changed since the locked revision of the plan's own year."""
        return diff_plans(self.låst_i_år, self.plan) if self.låst_i_år else None

    @cached_property
    def paths_outside_measures(self) -> Mapping[Ting, None]:
        """Every path of what the plan or the one before decides outside its measures, in order."""
        plans = [plan for plan in (self.plan, self.fjor) if plan]
        return dict.fromkeys(path for plan in plans for path in paths_outside_measures(plan))

    @cached_property
    def texts(self) -> tuple[Tekstfelt, ...]:
        """Every text of the plan."""
        return tuple(texts(self.plan))

    @cached_property
    def running_texts(self) -> tuple[Tekstfelt, ...]:
        """Every text whose language is the author's own: no names, no record of a decision."""
        return tuple(field for field in self.texts if not field.is_name)


_LONGEST_TITLE = 80


def tittel(text: str) -> str:
    """A title in «…», with quotes of its own as ‘…’, and cut when it is long."""
    if text.startswith("«") and text.endswith("»"):
        return text
    inner = text.replace("«", "‘").replace("»", "’")
    if len(inner) > _LONGEST_TITLE:
        inner = inner[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return f"«{inner}»"
