"""The last line of defence: whatever ends the program, its user reads one line of Nynorsk."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

import typer

from bygdeplan.funn.fault import Fault

TRACEBACK = "BYGDEPLAN_TRACEBACK"
"""The environment variable that lets a developer see where an unexpected fault arose."""


def run(program: Callable[[], int | None]) -> NoReturn:
    """Run the program to its end and leave with its exit code; 2 for what it could not do."""
    _prepare_streams()
    signal.signal(signal.SIGTERM, _end)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)
    try:
        code = _come_to_an_end(program)
    except (KeyboardInterrupt, typer.Abort):
        code = 128 + signal.SIGINT
    except Fault as fault:
        code = _tell(str(fault))
    except typer.TyperException as error:
        from bygdeplan.cli.usage import explain_usage

        code = _tell(explain_usage(error))
    except OSError as error:
        code = _cannot_write(error)
    except Exception as error:  # a traceback says nothing to a plan author
        if os.environ.get(TRACEBACK):
            raise
        code = _tell(_unexpected(error))
    sys.exit(code)


def _prepare_streams() -> None:
    """Let both be UTF-8, which a Windows console may not be, and there, when they are closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # to the end
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")


_ended_by: list[int] = []
"""The signals that have come from outside."""


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """Leave as on Ctrl-C, so that nothing that was started is left running."""
    _ended_by.append(number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)


def _come_to_an_end(program: Callable[[], int | None]) -> int:
    """The exit code of the program; leaves at once when it was ended from outside.

    Whatever is in the midst of its work then may make a fault of it: a model that is being built
    is one that cannot be built.
    """
    try:
        code = program() or 0
        sys.stdout.flush()
    except Exception:
        if _ended_by:
            sys.exit(128 + _ended_by[0])
        raise
    return code


def _cannot_write(error: OSError) -> int:
    """What is said when the screen or the pipe takes no more."""
    # What is still to be written would fail again when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if error.errno == errno.EPIPE:
        return 128 + getattr(signal, "SIGPIPE", 13)
    if error.errno == errno.ENOSPC:
        return _tell("Kan ikkje skrive ut: disken er full.")
    if os.environ.get(TRACEBACK):
        raise error
    return _tell(_unexpected(error))


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
