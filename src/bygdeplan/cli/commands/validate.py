"""`bygdeplan validate`: find every fault of a plan."""

import sys
from typing import Annotated

import typer


def validate(
    planar: Annotated[
        list[str] | None,
        typer.Argument(metavar="PLAN", help="Årstal eller filer. Utan: det nyaste året."),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DATO", help="Sjå òg etter det som er for seint då."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="text, json, github eller sarif. Utan: text."
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Vis kvar merknad for seg, òg dei som er av same slag.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Godta heller ikkje åtvaringar, førebels og døme.")
    ] = False,
) -> None:
    """Kontroller ein plan: alle feil på éin gong, med linje og råd.

    Sluttar med 0 når planen er i orden, 1 når han har feil, og 2 når han ikkje kan lesast.
    """
    from bygdeplan.cli.usage import choose, read_day
    from bygdeplan.report.findings import FORMATS, print_findings, print_next_step, usual_format
    from bygdeplan.rules.checking import check, passes
    from bygdeplan.utgave.utgave import Planarkiv

    chosen = choose([form or usual_format()], FORMATS, "Formatet")[0]
    today = None if day is None else read_day(day)
    arkiv = Planarkiv()
    checked = [check(arkiv.current(plan), today) for plan in planar or (None,)]
    files = [kontroll.checked for kontroll in checked]
    print_findings(chosen, files, sys.stdout, every=every)
    if chosen == "text":
        print_next_step(files, sys.stdout)
    raise typer.Exit(0 if all(passes(kontroll, strict=strict) for kontroll in checked) else 1)
