"""Findings as SARIF 2.1.0, which code hosts and editors read."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bygdeplan.funn.checked import CheckedFile, FileFinding
from bygdeplan.funn.finding import Regel, Span
from bygdeplan.report.findings_json import SEVERITIES
from bygdeplan.report.frame import path_text


def findings_as_sarif(checked: Sequence[CheckedFile]) -> str:
    """One run over all the files; what is excused is there too, marked as suppressed."""
    found = [finding for each in checked for finding in (*each.findings, *each.excused)]
    broken = sorted({finding.regel for finding in found}, key=lambda regel: regel.code)
    run = {
        "tool": {"driver": _driver(broken)},
        "language": "nn-NO",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(each.name)}} for each in checked],
        "results": [_result(finding, broken.index(finding.regel)) for finding in found],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _driver(rules: Sequence[Regel]) -> dict[str, Any]:
    release = version("bygdeplan")
    return {
        "name": "bygdeplan",
        "version": release,
        "semanticVersion": release,
        "language": "nn-NO",
        "rules": [_rule(regel) for regel in rules],
    }


def _rule(regel: Regel) -> dict[str, Any]:
    return {
        "id": regel.code,
        "shortDescription": {"text": regel.name},
        "fullDescription": {"text": regel.why},
        "help": {"text": f"{regel.why}\n\nGale:\n{regel.wrong}\n\nRett:\n{regel.right}"},
        "defaultConfiguration": {"level": SEVERITIES[regel.severity]},
    }


def _result(finding: FileFinding, rule_index: int) -> dict[str, Any]:
    result = {
        "ruleId": finding.regel.code,
        "ruleIndex": rule_index,
        "level": SEVERITIES[finding.regel.severity],
        "message": {"text": f"{finding.message} {finding.help}"},
        "locations": [_location(finding)],
        "partialFingerprints": {"bygdeplan/v1": finding.fingerprint},
    }
    if finding.unntak is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.unntak}]
    return result


def _location(finding: FileFinding) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(finding.file)}, **_region(finding.span)}
    logical = [{"fullyQualifiedName": path_text(finding.path)}] if finding.path else []
    return {"physicalLocation": place, **({"logicalLocations": logical} if logical else {})}


def _region(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {}
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"region": region}


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
