"""What came of checking a file, ready to be told: the one value that the reports are made of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, TypeVar

from bygdeplan.funn.finding import Regel, Severity, Span
from bygdeplan.model.merke import Path


@dataclass(frozen=True)
class FileFinding:
    """A finding in a file."""

    regel: Regel
    file: str
    span: Span | None
    """The lines it stands in; None in a file that has no lines."""
    path: Path
    message: str
    help: str
    fingerprint: str
    """Stays the same when things move in the file and when a message is worded anew."""
    unntak: str | None = None
    """The reason an author gave for letting it be; None when it counts."""


class Opphavsdom(StrEnum):
    """How a finished document stands to a plan."""

    LIK = "lik"
    ENDRA = "endra etter at dokumentet blei laga"
    ANNAN_PLAN = "frå ein annan plan"


class Opphav(NamedTuple):
    """Where a finished document comes from."""

    dom: Opphavsdom
    plan: str
    """The plan file it is held against."""
    dokument: str | None = None
    """The file name without ending that the plan gives the document; None when it gives none."""


class CheckedFile(NamedTuple):
    """A file, and everything that is found in it."""

    name: str
    findings: tuple[FileFinding, ...]
    """What counts, in the order of the file."""
    excused: tuple[FileFinding, ...] = ()
    """What the author has made exceptions for, in the order of the file."""
    lines: tuple[str, ...] = ()
    """The lines that places are shown in; none in a file that has no lines."""
    opphav: Opphav | None = None
    """None when nobody has asked for it, or the file is of a kind that has none."""

    @property
    def har_feil(self) -> bool:
        """Whether anything found is of severity feil."""
        return any(finding.regel.severity is Severity.FEIL for finding in self.findings)

    def feil_alone(self) -> "CheckedFile":
        """The file with nothing told of it but the findings of severity feil."""
        feil = (finding for finding in self.findings if finding.regel.severity is Severity.FEIL)
        return self._replace(findings=tuple(feil), excused=())


AnyFinding = TypeVar("AnyFinding", bound=FileFinding)


def tell_apart(findings: Iterable[AnyFinding]) -> list[AnyFinding]:
    """The findings with a number on the fingerprint of the second and later ones just alike."""
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        mark = f"-{number}" if number > 1 else ""
        told.append(replace(finding, fingerprint=f"{finding.fingerprint}{mark}"))
    return told
