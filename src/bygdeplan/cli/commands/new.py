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
    malform: Annotated[
        str | None,
        typer.Option(
            metavar="MÅLFORM",
            help="Målforma i planen for ein ny pilot: nynorsk, bokmål eller begge. Utan: nynorsk.",
        ),
    ] = None,
) -> None:
    """Lag planfila for eit nytt år av den for året før, eller for ein ny pilot.

    Tiltak som er i gang, går vidare, avslutta tiltak går ut, og ubrukte midlar blir overførte. Ei
    fil som finst, blir aldri rørt.
    """
    from bygdeplan.cli.sound_plans import readable
    from bygdeplan.cli.usage import choose
    from bygdeplan.funn.fault import Fault
    from bygdeplan.report.new_plan import print_questions
    from bygdeplan.rules.checking import check
    from bygdeplan.utgave.filskriving import write_files
    from bygdeplan.utgave.nyplan import FORMER, new_from, new_pilot
    from bygdeplan.utgave.planmappe import new_file
    from bygdeplan.utgave.utgave import Planarkiv

    if fjor and malform is not None:
        raise Fault(
            f"`--malform` gjeld planen for ein ny pilot. Planen for {year} held på målformene i "
            "den han blir laga av; skal dei vere andre, skriv du det under `målform` i planfila."
        )
    [asked] = choose(["nynorsk" if malform is None else malform], [*FORMER], "Målforma")
    arkiv = Planarkiv()
    old = arkiv.current(fjor) if fjor else None
    file = new_file(year, old.file if old else None)
    text = (
        new_from(readable(old).fil.source.text, old.plan, year)
        if old
        else new_pilot(year, FORMER[asked])
    )
    write_files({file: text.encode()})
    typer.echo(file.as_posix())
    print_questions(check(arkiv.standing(file)), check(old) if old else None, sys.stderr)
