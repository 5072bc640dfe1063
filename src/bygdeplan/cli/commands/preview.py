"""`bygdeplan preview`: the documents of a plan in the browser, as the plan is being written."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pathlib import Path

    from bygdeplan.cli.pult.tenar import Tenar


Planval = Annotated[
    str | None, typer.Argument(metavar="PLAN", help="Årstal eller fil. Utan: det nyaste året.")
]
UtanOpning = Annotated[
    bool, typer.Option("--no-open", help="Opne ikkje nettlesaren; vis berre adressa.")
]
Portval = Annotated[
    int,
    typer.Option(metavar="PORT", show_default=False, help="Ein fast port. Utan: ein som er ledig."),
]


def preview(plan: Planval = None, no_open: UtanOpning = False, port: Portval = 0) -> None:
    """Vis dokumenta i nettlesaren, og følg med medan planen blir skriven.

    Kvar gong du lagrar planen, er dokumentet nytt. Har planen feil, står funna der, og det siste
    gode dokumentet blir ståande. Sida er berre for denne maskina. Ctrl-C avsluttar.
    """
    from bygdeplan.cli.pult.framsyning import Framsyning
    from bygdeplan.cli.pult.tenar import Tenar

    serve(Tenar(Framsyning(plan_there(plan)), port), no_open=no_open)


def plan_there(asked: str | None) -> "Path":
    """The plan file that is asked for; raises `Fault` when it cannot be read as the desk opens."""
    from bygdeplan.load.text import read_bytes
    from bygdeplan.utgave.planmappe import plan_file

    file = plan_file(asked)
    read_bytes(file)
    return file


def serve(tenar: "Tenar", *, no_open: bool) -> None:
    """Say where the desk is, open the browser there, and serve it until it is ended."""
    import webbrowser

    typer.echo(f"Opne {tenar.adresse}")
    typer.echo("Ctrl-C avsluttar.")
    if not no_open:
        webbrowser.open(tenar.adresse)
    tenar.serve_until_ended()
