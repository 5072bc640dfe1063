"""A finding is a value: one fault in a plan, with its rule, its path and what to do about it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from bygdeplan.model.merke import Path


class Severity(StrEnum):
    """How much a finding matters: `feil` stops rendering, the others never do."""

    FEIL = "feil"
    ÅTVARING = "åtvaring"
    MERKNAD = "merknad"


class Span(NamedTuple):
    """A piece of a file: lines and columns from 1, the end just after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def lines_of(text: str) -> list[str]:
    """The lines of a text, as a `Span` counts them: broken where YAML breaks them."""
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", text)


@dataclass(frozen=True)
class Brot:
    """What a rule's function finds: the path a fault lies at, what is wrong, what to do."""

    path: Path
    message: str
    help: str
    at_key: bool = False
    """Whether the fault lies in the key, not in its value."""
    span: Span | None = None
    """The place, when the fault lies in the text itself and no path leads to it."""
    quote: str | None = None
    """The words it is about, when they are a piece of a longer text at the path."""


@dataclass(frozen=True)
class Finding(Brot):
    """One fault, with the rule it breaks."""

    regel: "Regel" = field(kw_only=True)


@dataclass(frozen=True)
class Regel:
    """A rule: its stable code, how much it matters, why it is there.

    Of itself it is a rule that whoever reads the file finds breaches of, and says so with
    `finding`. A rule with a function of its own is a `Prøveregel`.
    """

    code: str
    severity: Severity
    name: str
    why: str
    wrong: str
    right: str
    by_day: bool = False
    """Whether it depends on the day: without a day it finds nothing."""

    def finding(  # noqa: PLR0913  # a finding takes what it needs of these, by name
        self,
        path: Path,
        message: str,
        help: str,  # noqa: A002  # the word the reports use for it
        *,
        at_key: bool = False,
        span: Span | None = None,
        quote: str | None = None,
    ) -> Finding:
        """A breach of this rule at a path."""
        return Finding(path, message, help, at_key, span, quote, regel=self)


Judged = TypeVar("Judged")


@dataclass(frozen=True)
class Prøveregel(Regel, Generic[Judged]):
    """A rule that something read is put to, with the function that finds its breaches."""

    finn: Callable[[Judged], Iterable[Brot]] = field(kw_only=True)
    """Every breach of the rule, in the order of what is judged."""

    def findings(self, judged: Judged) -> Iterator[Finding]:
        """The breaches of the rule."""
        return (Finding(**vars(brot), regel=self) for brot in self.finn(judged))
