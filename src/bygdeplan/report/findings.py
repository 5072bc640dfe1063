"""Findings in the format they are asked for."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Literal, get_args

from bygdeplan.funn.checked import CheckedFile
from bygdeplan.report.style import show, width_of

Funnformat = Literal["text", "json", "github", "sarif"]
FORMATS: tuple[Funnformat, ...] = get_args(Funnformat)


def usual_format() -> Funnformat:
    """What nobody has to ask for: annotations in a GitHub workflow, text everywhere else."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def print_findings(
    form: Funnformat, checked: Sequence[CheckedFile], stream: IO[str], *, every: bool = True
) -> None:
    """Print what is found in one or more files, all of it as one report.

    As text, remarks of one kind are gathered, unless `every` one is asked for.
    """
    match form:
        case "text":
            from bygdeplan.report.findings_text import findings_as_text

            show(findings_as_text(checked, width_of(stream), every=every), stream)
        case "json":
            from bygdeplan.report.findings_json import findings_as_json

            show(findings_as_json(checked), stream)
        case "github":
            from bygdeplan.report.findings_github import findings_as_github

            workspace = os.environ.get("GITHUB_WORKSPACE")
            show(findings_as_github(checked, Path(workspace) if workspace else None), stream)
        case "sarif":
            from bygdeplan.report.findings_sarif import findings_as_sarif

            show(findings_as_sarif(checked), stream)


def print_next_step(checked: Sequence[CheckedFile], stream: IO[str]) -> None:
    """Print what to do with plans that have been validated."""
    from bygdeplan.report.findings_text import next_step

    show(next_step(checked), stream)
