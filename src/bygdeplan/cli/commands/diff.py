"""`bygdeplan diff`: tell what differs between two plans."""

from typing import Annotated

import typer


def diff(
    gammal: Annotated[str, typer.Argument(metavar="GAMMAL", help="Årstal eller fil.")],
    ny: Annotated[str, typer.Argument(metavar="NY", help="Årstal eller fil.")],
    form: Annotated[
        str, typer.Option("--format", metavar="FORM", help="text, md eller json.")
    ] = "text",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Slutt med 1 når planane er ulike.")
    ] = False,
) -> None:
    """Vis kva som er nytt, endra og avslutta frå ein plan til ein annan."""
    from bygdeplan.cli.sound_plans import readable_plan
    from bygdeplan.cli.usage import choose
    from bygdeplan.endring import diff_plans
    from bygdeplan.planmappe import find_plan
    from bygdeplan.report.diff import FORMS, print_as

    chosen = choose([form], FORMS, "Forma")[0]
    old, new = (readable_plan(find_plan(plan)) for plan in (gammal, ny))
    found = diff_plans(old, new)
    print_as(chosen, found)
    raise typer.Exit(1 if exit_code and not found.tom else 0)
