"""What came of checking a plan file: every finding with its place in the file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from bygdeplan.funn.checked import CheckedFile, FileFinding, tell_apart
from bygdeplan.funn.finding import Finding, Severity, Span, lines_of
from bygdeplan.load import Planfil, Source
from bygdeplan.load import source as nodes
from bygdeplan.model.merke import Path
from bygdeplan.rules.grunnlag import Grunnlag


@dataclass(frozen=True)
class LocatedFinding(FileFinding):
    """A finding where it stands in a plan file, which is all lines."""

    span: Span


class Kontroll(NamedTuple):
    """A checked plan file; `fjor` is the file of the year before, when there is one."""

    fil: Planfil
    fjor: Planfil | None
    findings: tuple[LocatedFinding, ...]
    """What counts, in the order of the file."""
    excused: tuple[LocatedFinding, ...] = ()
    """What the author has made exceptions for, in the order of the file."""
    grunnlag: Grunnlag | None = None
    """What the rules were given; None for a file that has not the shape of a plan."""

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


_LONG_TEXT = 80
_NAMED = re.compile(r"`[^`]*`|«[^»]*»|\d+(?:[ \u00a0,.]\d+)*")
"""What a message says of this very plan: names, quotes and figures."""


def locate(source: Source, findings: Iterable[Finding]) -> list[LocatedFinding]:
    """The findings of a file in its order, each with its place and its fingerprint.

    Findings that are alike in everything but their lines are told apart by a number, which the
    first of them goes without.
    """
    lines = lines_of(source.text)
    return tell_apart(in_order(_located(source, lines, finding) for finding in findings))


def in_order(findings: Iterable[LocatedFinding]) -> tuple[LocatedFinding, ...]:
    """The findings of a file as they come in it; at one place, by code."""

    def place(finding: LocatedFinding) -> tuple[int, int, str]:
        return finding.span.line, finding.span.column, finding.regel.code

    return tuple(sorted(findings, key=place))


def _located(source: Source, lines: Sequence[str], finding: Finding) -> LocatedFinding:
    path = _as_written(source.root, finding.path)
    facts = (finding.regel.code, *map(str, path), *_values(source, lines, finding))
    return LocatedFinding(
        regel=finding.regel,
        file=source.name,
        span=_quoted_place(source, lines, finding) or source.place(finding),
        path=path,
        message=finding.message,
        help=finding.help,
        fingerprint=sha256("\n".join(facts).encode()).hexdigest()[:16],
    )


def _as_written(node: nodes.Node | None, path: Path) -> Path:
    """The path with every key as text, a year too; only places in lists are numbers."""
    written: list[str | int] = []
    for segment in path:
        in_list = isinstance(node, nodes.Sequence) and isinstance(segment, int)
        written.append(segment if in_list else str(segment))
        _, node = nodes.step_into(node, segment) or (None, None)
    return tuple(written)


def _quoted_place(source: Source, lines: Sequence[str], finding: Finding) -> Span | None:
    """Where the words of a finding first stand in the text at its path, broken lines and all."""
    node = source.node(finding.path)
    if not finding.quote or node is None:
        return None
    written = "\n".join(lines[node.span.line - 1 : node.span.end_line])
    words = r"\s+".join(map(re.escape, finding.quote.split()))
    match = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE).search(
        written, node.span.column - 1
    )
    if match is None:
        return None
    line, column = _line_and_column(written, match.start())
    end_line, end_column = _line_and_column(written, match.end())
    above = node.span.line - 1
    return Span(above + line, column, above + end_line, end_column)


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def _values(source: Source, lines: Sequence[str], finding: Finding) -> list[str]:
    """What the finding is about: the text it points at, else what its message names."""
    if finding.quote is not None:
        return [finding.quote]
    if finding.span is not None:
        column = max(finding.span.column - _LONG_TEXT, 0)
        around = slice(column, column + 2 * _LONG_TEXT)
        return [line[around].strip() for line in lines[finding.span.line - 1 : finding.span.line]]
    node = None if finding.at_key else source.node(finding.path)
    written = node.text if isinstance(node, nodes.Scalar) else None
    if written is not None and len(written) <= _LONG_TEXT:
        return [" ".join(written.split())]
    return _NAMED.findall(finding.message)
