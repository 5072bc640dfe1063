"""`bygdeplan lock`: keep an adopted revision as it was."""

from typing import Annotated

import typer


def lock(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="Årstal eller fil.")],
    revision: Annotated[
        int, typer.Option(metavar="NR", help="Revisjonen som er vedteken, slik han står i planen.")
    ],
    day: Annotated[str, typer.Option("--date", metavar="DATO", help="Dagen han blei vedteken.")],
) -> None:
    """Lås ein vedteken revisjon, så alle kan sjå kva som er endra sidan.

    Det planen fastset, blir skrive til ei låsefil ved sida av planen. Status, resultat og vedtak
    er ikkje med, for dei held fram. Ein plan med feil blir ikkje låst.
    """
    from bygdeplan.cli.output import write_files
    from bygdeplan.cli.sound_plans import plan_and_fjor
    from bygdeplan.cli.usage import read_day
    from bygdeplan.utgave.lasefil import new_lock
    from bygdeplan.utgave.planmappe import find_plan, lock_file

    adopted = read_day(day)
    file = find_plan(plan)
    current, _ = plan_and_fjor(file)
    to_write = new_lock(file, current, revision, adopted)
    write_files(to_write)
    if not to_write:
        typer.echo("Revisjonen er låst frå før, med same innhald.", err=True)
    typer.echo(lock_file(file, revision).as_posix())
