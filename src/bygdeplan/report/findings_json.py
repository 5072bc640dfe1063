"""Findings for other programs; `schemas/findings.schema.json` says what the JSON holds."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav
from bygdeplan.funn.finding import Severity
from bygdeplan.report.frame import path_text


def findings_as_json(checked: Sequence[CheckedFile]) -> str:
    """One document for all the files: every finding, what is excused, and the counts."""
    findings = [finding for each in checked for finding in each.findings]
    excused = [finding for each in checked for finding in each.excused]
    report = {
        "version": 1,
        "files": [each.name for each in checked],
        "findings": [_facts(finding) for finding in findings],
        "excused": [{**_facts(finding), "reason": finding.unntak} for finding in excused],
        "counts": _counts(findings),
        "origins": [_origin(each.name, each.opphav) for each in checked if each.opphav],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _facts(finding: FileFinding) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.regel.code,
        "severity": finding.regel.severity.value,
        "file": finding.file,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "path": path_text(finding.path),
        "message": finding.message,
        "help": finding.help,
        "fingerprint": finding.fingerprint,
    }


def _origin(file: str, opphav: Opphav) -> dict[str, str | None]:
    return {
        "file": file,
        "plan": opphav.plan,
        "document": opphav.dokument,
        "verdict": opphav.dom.value,
    }


def _counts(findings: Iterable[FileFinding]) -> dict[str, int]:
    counts = Counter(finding.regel.severity for finding in findings)
    return {severity.value: counts[severity] for severity in Severity}
