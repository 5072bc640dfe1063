"""`bygdeplan new`: begin a year's plan file."""

import sys
from typing import Annotated

import typer


def new(
    year: Annotated[int, typer.Argument(metavar="ÅR", help="Året den nye planen gjeld.")],
    fjor: Annotated[
        str | None,
        typer.Option("--from", metavar="PLAN", help="Planen for året før: årstal eller fil."),
    ] = None,
) -> None:
    """Lag planfila for eit nytt år av den for året før, eller for ein ny pilot.

    Tiltak som er i gang, går vidare, avslutta tiltak går ut, og ubrukte midlar blir overførte. Ei
    fil som finst, blir aldri rørt.
    """
    from bygdeplan.cli.output import write_files
    from bygdeplan.cli.sound_plans import readable_plan
    from bygdeplan.load.text import read_bytes
    from bygdeplan.report.new_plan import print_questions
    from bygdeplan.rules.checking import check_file
    from bygdeplan.utgave.nyplan import new_file, new_from, new_pilot
    from bygdeplan.utgave.planmappe import find_plan

    source = find_plan(fjor) if fjor else None
    file = new_file(year, source)
    text = new_from(read_bytes(source), readable_plan(source), year) if source else new_pilot(year)
    write_files({file: text.encode()})
    typer.echo(file.as_posix())
    print_questions(check_file(file), check_file(source) if source else None, sys.stderr)
