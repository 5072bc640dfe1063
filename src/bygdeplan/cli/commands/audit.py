"""`bygdeplan audit`: judge finished documents."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def audit(
    files: Annotated[list[Path], typer.Argument(metavar="FIL", help="Docx- eller odt-filer.")],
    plan: Annotated[
        str | None,
        typer.Option(
            metavar="PLAN", help="Sjå òg om filene er det denne planen gjev: årstal eller fil."
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="text, json, github eller sarif. Utan: text."
        ),
    ] = None,
) -> None:
    """Kontroller ferdige dokument, òg etter at nokon har skrive i dei.

    Sluttar med 0 når dokumenta er i orden, 1 når eitt har feil, og 2 når eitt ikkje finst.
    """
    from bygdeplan.audit import audit_file
    from bygdeplan.audit.rapport import report
    from bygdeplan.cli.sound_plans import originals
    from bygdeplan.cli.usage import choose
    from bygdeplan.report.findings import FORMS, print_findings, usual_form
    from bygdeplan.utgave.planmappe import find_plan

    chosen = choose([form or usual_form()], FORMS, "Formatet")[0]
    originalar = originals(find_plan(plan)) if plan else None
    checked = []
    for file in files:
        findings = audit_file(file)
        judged = originalar.judge(file) if originalar else None
        opphav, differences = judged or (None, [])
        checked.append(report(file.as_posix(), [*findings, *differences], opphav))
    print_findings(chosen, checked, sys.stdout)
    raise typer.Exit(1 if any(each.har_feil for each in checked) else 0)
