"""The last line of defence: whatever ends the program, its user reads one line of Nynorsk."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from bygdeplan.funn.fault import Fault

TRACEBACK = "BYGDEPLAN_TRACEBACK"
"""The environment variable that lets a developer see where an unexpected fault arose."""


def run(program: Callable[[], int | None]) -> NoReturn:
    """Run the program to its end and leave with its exit code; 2 for what it could not do."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a Windows console may not be UTF-8
    try:
        code = program() or 0
    except Fault as fault:
        code = _tell(str(fault))
    except typer.TyperException as error:
        from bygdeplan.cli.usage import explain_usage

        code = _tell(explain_usage(error))
    except Exception as error:  # a traceback says nothing to a plan author
        if os.environ.get(TRACEBACK):
            raise
        code = _tell(_unexpected(error))
    sys.exit(code)


def _tell(message: str) -> int:
    from bygdeplan.report.visible import visible

    typer.echo(f"feil: {visible(message)}", err=True)
    return 2


def _unexpected(error: Exception) -> str:
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return (
        f"Programmet har ein feil og kom ikkje vidare ({what}). Planen er ikkje rørt. "
        "Send gjerne planfila og denne linja til dei som lagar programmet."
    )
