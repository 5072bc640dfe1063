"""What came of checking a plan file: every finding with its place in the file."""

from dataclasses import dataclass

from bygdeplan.checked import CheckedFile, FileFinding
from bygdeplan.finding import Severity, Span, lines_of
from bygdeplan.load import Planfil


@dataclass(frozen=True)
class LocatedFinding(FileFinding):
    """A finding where it stands in a plan file, which is all lines."""

    span: Span


@dataclass(frozen=True)
class Kontroll:
    """A checked plan file; `fjor` is the file of the year before, when there is one."""

    fil: Planfil
    fjor: Planfil | None
    findings: tuple[LocatedFinding, ...]
    """What counts, in the order of the file."""
    excused: tuple[LocatedFinding, ...] = ()
    """What the author has made exceptions for, in the order of the file."""

    @property
    def har_feil(self) -> bool:
        """Whether anything found is of severity feil."""
        return any(finding.regel.severity is Severity.FEIL for finding in self.findings)

    @property
    def checked(self) -> CheckedFile:
        """What there is to tell of the file."""
        source = self.fil.source
        return CheckedFile(
            source.name, self.findings, self.excused, lines=tuple(lines_of(source.text))
        )
