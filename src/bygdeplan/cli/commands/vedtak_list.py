"""`bygdeplan vedtak list`: who has decided on the plan, and who is left."""

import sys
from typing import Annotated

import typer


def list_decisions(
    plan: Annotated[
        str | None, typer.Argument(metavar="PLAN", help="Årstal eller fil. Utan: det nyaste året.")
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DATO", help="Sjå òg kven som skulle ha avgjort saka då."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text eller json.")
    ] = "text",
) -> None:
    """Vis kven som har vedteke planen, kven som står att, og kva ordlyden er.

    Vedtaka står i planen, under «vedtak» og «formannskapsvedtak».
    """
    from bygdeplan.cli.sound_plans import readable
    from bygdeplan.cli.usage import choose, read_day
    from bygdeplan.report.vedtaksliste import FORMATS, print_list
    from bygdeplan.utgave.utgave import Planarkiv

    chosen = choose([form], FORMATS, "Formatet")[0]
    today = None if day is None else read_day(day)
    print_list(chosen, readable(Planarkiv().current(plan)).plan, today, sys.stdout)
