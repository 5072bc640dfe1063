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
    from bygdeplan.cli.sound_plans import sound
    from bygdeplan.cli.usage import read_day
    from bygdeplan.utgave.filskriving import write_files
    from bygdeplan.utgave.planmappe import lock_file
    from bygdeplan.utgave.utgave import Planarkiv

    adopted = read_day(day)
    current = sound(Planarkiv().current(plan))
    to_write = current.new_lock(revision, adopted)
    write_files(to_write)
    if not to_write:
        typer.echo("Revisjonen er låst frå før, med same innhald.", err=True)
    typer.echo(lock_file(current.file, revision).as_posix())
