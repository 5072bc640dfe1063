"""`bygdeplan audit`: judge finished documents."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bygdeplan.audit.opphav import Originalar
    from bygdeplan.utgave.utgave import Utgåve


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
    from bygdeplan.cli.sound_plans import sound
    from bygdeplan.cli.usage import choose
    from bygdeplan.report.findings import FORMATS, print_findings, usual_format
    from bygdeplan.utgave.utgave import Planarkiv

    chosen = choose([form or usual_format()], FORMATS, "Formatet")[0]
    originalar = _originals(sound(Planarkiv().current(plan))) if plan else None
    checked = [audit_file(file, originalar) for file in files]
    print_findings(chosen, checked, sys.stdout)
    raise typer.Exit(1 if any(each.har_feil for each in checked) else 0)


def _originals(of: "Utgåve") -> "Originalar":
    """The documents of a plan, in every form, to hold finished files against."""
    from bygdeplan.audit.opphav import Originalar
    from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, document_set
    from bygdeplan.documents.saksframlegg import FORMER
    from bygdeplan.side.malar import Malar

    documents = document_set(of.plan, of.fjor, DOKUMENTSLAG, list(of.plan.kommunar), FORMER)
    return Originalar(of.fil.source.name, documents, Malar(of.mappe.own_templates))
