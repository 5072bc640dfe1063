"""What `validate` and `audit` print with `--format json`, and the classes that it follows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from pydantic import Field

from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav, Opphavsdom
from bygdeplan.funn.finding import Severity
from bygdeplan.report.maskin import Facts, Keys, Position, as_json

SeverityCode = Literal["error", "warning", "note"]
SEVERITIES: Mapping[Severity, SeverityCode] = {
    Severity.FEIL: "error",
    Severity.ÅTVARING: "warning",
    Severity.MERKNAD: "note",
}
OriginVerdict = Literal["same", "edited", "other-plan"]
ORIGIN_VERDICTS: Mapping[Opphavsdom, OriginVerdict] = {
    Opphavsdom.LIK: "same",
    Opphavsdom.ENDRA: "edited",
    Opphavsdom.ANNAN_PLAN: "other-plan",
}


class FindingFacts(Facts):
    """One fault in a file."""

    code: str = Field(pattern="^BP[0-9]{3}$")
    """The rule; `bygdeplan explain` tells what it is for, docs/reglar.md lists them."""
    code_text: str
    severity: SeverityCode
    """An error stops the documents; a warning does so with `--strict`; a note never does."""
    severity_text: str
    file: str
    """One of `files`."""
    line: Position | None
    """From 1; null, as the other three, in a document, which has no lines."""
    column: Position | None
    """From 1, in characters."""
    end_line: Position | None
    end_column: Position | None
    """Just after the last character."""
    path: Keys
    """Where in a plan: the keys from the top. Where in a document: the part of the file, the kind
    of thing, and which of its kind it is there, from 1. Empty for the whole file."""
    message: str = Field(min_length=1)
    """What is wrong, in Nynorsk."""
    help: str = Field(min_length=1)
    """What to do, in Nynorsk."""
    fingerprint: str = Field(pattern="^[0-9a-f]{16}(-[0-9]+)?$")
    """The same for the same fault at the same path with the same value, wherever in the file it
    stands. A second one just like it ends in -2."""


class ExcusedFacts(FindingFacts):
    """A finding that an author has made an exception for."""

    severity: Literal["warning", "note"]
    """An error is never excused."""
    reason: str
    """Why, in the words of the comment."""


class OriginFacts(Facts):
    """How a finished document stands to a plan."""

    file: str
    """One of `files`."""
    plan: str
    """The plan file it is held against."""
    document: str | None
    """The file name without ending that the plan gives the document; null when the plan gives no
    such document."""
    verdict: OriginVerdict
    """The same text, edited after it was made, or of another plan."""
    verdict_text: str


class FindingsReport(Facts):
    """One document for all the files of a run: plans, or finished documents."""

    version: Literal[2] = 2
    files: list[str]
    """The files in the order they were checked, named as they were asked for."""
    findings: list[FindingFacts]
    """Everything that counts: file by file, each in the order of its lines."""
    excused: list[ExcusedFacts]
    """What an author has made an exception for in a comment; it does not count."""
    counts: dict[SeverityCode, int] = Field(
        json_schema_extra={"required": [*get_args(SeverityCode)]}
    )
    """How many of `findings` there are of each severity."""
    origins: list[OriginFacts]
    """How each document that could be read stands to the plan of `audit --plan`; empty when no plan
    was named."""


def findings_as_json(checked: Sequence[CheckedFile]) -> str:
    """One document for all the files: every finding, what is excused, and the counts."""
    findings = [finding for each in checked for finding in each.findings]
    report = FindingsReport(
        files=[each.name for each in checked],
        findings=[_finding(finding) for finding in findings],
        excused=[_excused(finding) for each in checked for finding in each.excused],
        counts=_counts(findings),
        origins=[_origin(each.name, each.opphav) for each in checked if each.opphav],
    )
    return as_json(report)


def _finding(finding: FileFinding) -> FindingFacts:
    span, regel = finding.span, finding.regel
    return FindingFacts(
        code=regel.code,
        code_text=regel.name,
        severity=SEVERITIES[regel.severity],
        severity_text=regel.severity.value,
        file=finding.file,
        line=span.line if span else None,
        column=span.column if span else None,
        end_line=span.end_line if span else None,
        end_column=span.end_column if span else None,
        path=list(finding.path),
        message=finding.message,
        help=finding.help,
        fingerprint=finding.fingerprint,
    )


def _excused(finding: FileFinding) -> ExcusedFacts:
    return ExcusedFacts.model_validate({**dict(_finding(finding)), "reason": finding.unntak})


def _origin(file: str, opphav: Opphav) -> OriginFacts:
    return OriginFacts(
        file=file,
        plan=opphav.plan,
        document=opphav.dokument,
        verdict=ORIGIN_VERDICTS[opphav.dom],
        verdict_text=opphav.dom.value,
    )


def _counts(findings: Iterable[FileFinding]) -> dict[SeverityCode, int]:
    counts = Counter(finding.regel.severity for finding in findings)
    return {code: counts[severity] for severity, code in SEVERITIES.items()}
