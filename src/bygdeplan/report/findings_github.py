"""Findings as commands to GitHub's runner, which shows them beside the lines of a change."""

from collections.abc import Sequence
from pathlib import Path

from bygdeplan.funn.checked import CheckedFile, FileFinding
from bygdeplan.funn.finding import Severity, Span
from bygdeplan.report.findings_text import count_line

_COMMAND = {Severity.FEIL: "error", Severity.ÅTVARING: "warning", Severity.MERKNAD: "notice"}


def findings_as_github(checked: Sequence[CheckedFile], workspace: Path | None = None) -> str:
    """A line for each finding, then one for each file that counts them.

    Files are named from `workspace`, the folder the repository lies in, as GitHub knows them.
    """
    commands = [_command(finding, workspace) for each in checked for finding in each.findings]
    return "\n".join([*commands, *map(count_line, checked)])


def _command(finding: FileFinding, workspace: Path | None) -> str:
    properties = {
        "file": _from_workspace(finding.file, workspace),
        **_lines(finding.span),
        "title": f"{finding.regel.code}: {finding.regel.name}",
        **_columns(finding.span),
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _data(f"{finding.message}\n{finding.help}")
    return f"::{_COMMAND[finding.regel.severity]} {written}::{message}"


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
