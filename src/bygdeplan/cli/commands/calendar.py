"""`bygdeplan calendar`: the dates of a plan."""

from pathlib import Path
from typing import Annotated

import typer


def calendar(
    plan: Annotated[
        str | None, typer.Argument(metavar="PLAN", help="Årstal eller fil. Utan: det nyaste året.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text eller ics. Utan: text, eller det namnet på fila seier.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Skriv til ei fil i staden for skjermen.")
    ] = None,
) -> None:
    """Vis datoane i planen: møte, fristar for sakspapir og årshjulet.

    Som ics kan Outlook, Google Kalender og andre kalendrar ta dei inn.
    """
    from bygdeplan.cli.sound_plans import readable
    from bygdeplan.cli.usage import choose, choose_for_file
    from bygdeplan.utgave.filskriving import write_files
    from bygdeplan.utgave.utgave import Planarkiv
    from bygdeplan.vedtak.kalender import FORMATS, write_calendar

    chosen = (
        choose_for_file(form, out, FORMATS)
        if out
        else choose([form or "text"], FORMATS, "Formatet")[0]
    )
    data = write_calendar(readable(Planarkiv().current(plan)).plan, chosen)
    if out is None:
        typer.echo(data if chosen == "ics" else data.decode(), nl=False)
    else:
        write_files({out: data})
        typer.echo(out.as_posix())
