"""What a rule is given, and what a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bygdeplan.endring import Plandiff, diff_plans
from bygdeplan.funn.finding import Finding
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
    def texts(self) -> tuple[Tekstfelt, ...]:
        """Every text of the plan."""
        return tuple(texts(self.plan))

    @cached_property
    def running_texts(self) -> tuple[Tekstfelt, ...]:
        """Every text whose language is the author's own: no names, no record of a decision."""
        return tuple(field for field in self.texts if not field.is_name)


Rule = Callable[[Grunnlag], Iterable[Finding]]
"""Finds every breach of one or a few rules; yields them in the order of the plan."""


_LONGEST_TITLE = 80


def tittel(text: str) -> str:
    """A title in «…», with quotes of its own as ‘…’, and cut when it is long."""
    if text.startswith("«") and text.endswith("»"):
        return text
    inner = text.replace("«", "‘").replace("»", "’")
    if len(inner) > _LONGEST_TITLE:
        inner = inner[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return f"«{inner}»"
