"""Findings as commands to GitHub's runner, which shows them beside the lines of a change."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bygdeplan.funn.checked import CheckedFile, FileFinding
from bygdeplan.funn.finding import Severity, Span
from bygdeplan.ord.skriv import liste
from bygdeplan.report.findings_text import count_line

_COMMAND = {Severity.FEIL: "error", Severity.ÅTVARING: "warning", Severity.MERKNAD: "notice"}
_MOST_SHOWN = 10
"""How many commands of each kind GitHub shows from a step; it leaves out the rest in silence."""

Gathered = Sequence[FileFinding]
"""What one command tells of: findings that break one rule in one file."""


def findings_as_github(checked: Sequence[CheckedFile], workspace: Path | None = None) -> str:
    """A line for each finding, the gravest first, then one for each file that counts them.

    Of a severity with more than GitHub shows, what breaks one rule in one file is told as one.
    Files are named from `workspace`, the folder the repository lies in, as GitHub knows them.
    """
    found = [finding for each in checked for finding in each.findings]
    commands = [
        _command(gathered, workspace)
        for severity in Severity
        for gathered in _told(found, severity)
    ]
    return "\n".join([*commands, *map(count_line, checked)])


def _told(found: Sequence[FileFinding], severity: Severity) -> Iterator[Gathered]:
    of_severity = [finding for finding in found if finding.regel.severity is severity]
    if len(of_severity) <= _MOST_SHOWN:
        yield from ([finding] for finding in of_severity)
        return
    by_kind: dict[tuple[str, str], list[FileFinding]] = {}
    for finding in of_severity:
        by_kind.setdefault((finding.file, finding.regel.code), []).append(finding)
    yield from by_kind.values()


def _command(gathered: Gathered, workspace: Path | None) -> str:
    finding = gathered[0]
    properties = {
        "file": _from_workspace(finding.file, workspace),
        **_lines(finding.span),
        "title": f"{finding.regel.code}: {finding.regel.name}",
        **_columns(finding.span),
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _data(f"{finding.message}\n{finding.help}{_rest(gathered)}")
    return f"::{_COMMAND[finding.regel.severity]} {written}::{message}"


def _rest(gathered: Gathered) -> str:
    """How many more there are of the kind, and on which lines."""
    if len(gathered) == 1:
        return ""
    lines = dict.fromkeys(str(finding.span.line) for finding in gathered if finding.span)
    where = f", på linje {liste(lines)}" if lines else ""
    return f"\nDet er {len(gathered)} slike i fila{where}."


def _lines(span: Span | None) -> dict[str, int]:
    return {"line": span.line, "endLine": span.end_line} if span else {}


def _columns(span: Span | None) -> dict[str, int]:
    if span is None or span.end_line != span.line:
        return {}
    return {"col": span.column, "endColumn": span.end_column}


def _from_workspace(file: str, workspace: Path | None) -> str:
    path = Path(file).resolve()
    if workspace is None or not path.is_relative_to(workspace.resolve()):
        return file
    return path.relative_to(workspace.resolve()).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
