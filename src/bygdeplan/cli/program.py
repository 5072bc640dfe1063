"""The program and its commands.

Exit 0: clean. 1: a finding of severity feil, or differences that were asked for. 2: usage or I/O.
"""

from typing import Annotated

import typer

from bygdeplan.cli.commands.audit import audit
from bygdeplan.cli.commands.calendar import calendar
from bygdeplan.cli.commands.diff import diff
from bygdeplan.cli.commands.edit import edit
from bygdeplan.cli.commands.explain import explain
from bygdeplan.cli.commands.lock import lock
from bygdeplan.cli.commands.new import new
from bygdeplan.cli.commands.preview import preview
from bygdeplan.cli.commands.render import render
from bygdeplan.cli.commands.schema import schema
from bygdeplan.cli.commands.templates import templates
from bygdeplan.cli.commands.validate import validate
from bygdeplan.cli.commands.vedtak_check import check
from bygdeplan.cli.commands.vedtak_list import list_decisions
from bygdeplan.cli.help_page import Kommando, Kommandogruppe

app = typer.Typer(
    name="bygdeplan",
    cls=Kommandogruppe,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"bygdeplan {version('bygdeplan')}")
        raise typer.Exit


@app.callback()
def bygdeplan(
    version: Annotated[  # its callback has done what there is to do
        bool,
        typer.Option("--version", help="Vis utgåva.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Handlingsplanen som YAML: kontroller han, lag dokumenta, sjå kva som er endra.

    Ein plan er anten eit årstal, og då ligg han i mappa «plans», eller namnet på ei fil.
    """


for _command in (
    *(validate, edit, preview, render, audit, diff, lock, new, calendar),
    *(templates, explain, schema),
):
    app.command(cls=Kommando)(_command)

_vedtak = typer.Typer(
    cls=Kommandogruppe,
    rich_markup_mode=None,
    help="Følg vedtaka om planen, og sjå om dei er likelydande.",
)
_vedtak.command("list", cls=Kommando)(list_decisions)
_vedtak.command("check", cls=Kommando)(check)
app.add_typer(_vedtak, name="vedtak")
