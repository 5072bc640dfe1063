"""The last line of defence: whatever ends the program, its user reads one line of Nynorsk."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from io import BufferedWriter, FileIO, TextIOWrapper
from types import FrameType
from typing import Any, NoReturn

TRACEBACK = "BYGDEPLAN_TRACEBACK"
"""The environment variable that lets a developer see where an unexpected fault arose."""
_BROKEN_OFF = 128 + signal.SIGINT


def run(program: Callable[[], int | None]) -> NoReturn:
    """Run the program to its end and leave with its exit code; 2 for what it could not do."""
    try:
        _prepare_streams()
        signal.signal(signal.SIGTERM, _end)
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _end)
        sys.exit(_code_of(program))
    except KeyboardInterrupt:
        sys.exit(_BROKEN_OFF)
    finally:
        # Nothing is left to tidy up, and Python would tell where it was on its way out.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)


def _code_of(program: Callable[[], int | None]) -> int:
    """The exit code of the program; what it could not do is told as one line."""
    # Imported under guard, for the program can be broken off while it loads.
    import typer

    from bygdeplan.funn.fault import Fault

    try:
        code = _come_to_an_end(program)
    except _StdoutTakesNoMore as end:
        return _told_of_stdout(end.error)
    except typer.Abort:
        return _BROKEN_OFF
    except Fault as fault:
        return _tell(_of_memory() or str(fault))
    except typer.TyperException as error:
        from bygdeplan.cli.usage import explain_usage

        return _tell(explain_usage(error))
    except Exception as error:  # a traceback says nothing to a plan author
        if os.environ.get(TRACEBACK):
            raise
        return _tell(_of_words(error) or _unexpected(error))
    return code


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


# --- stdout and stderr ---


class _StdoutTakesNoMore(Exception):
    """The disk is full, or who read the pipe has left. Nobody on the way up knows it."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error.strerror)
        self.error = error


class _Stdout(FileIO):
    """Where the product goes; when it takes no more, that ends the command, once."""

    is_lost = False

    def write(self, data: Any, /) -> int:
        if self.is_lost:
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except OSError as error:
            self.is_lost = True
            raise _StdoutTakesNoMore(error) from error


class _Stderr(FileIO):
    """Where the talk goes; that nobody can hear it changes nothing."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def _prepare_streams() -> None:
    """Let both be UTF-8, which a Windows console may not be, and there, when they are closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # Else the next file to be opened would be it. The lowest that is free is given.
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = _prepared(sys.stdout, _Stdout, 1)
    sys.stderr = _prepared(sys.stderr, _Stderr, 2)


def _prepared(stream: Any, kind: type[FileIO], number: int) -> Any:
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if stream is not None and type(raw) is not FileIO:
        # The console of Windows, or what is no file at all.
        stream.reconfigure(encoding="utf-8", errors="replace")
        return stream
    return TextIOWrapper(
        BufferedWriter(kind(number, "w", closefd=False)),
        encoding="utf-8",
        errors="replace",
        line_buffering=stream is not None and stream.line_buffering,
    )


def _told_of_stdout(error: OSError) -> int:
    """The exit code when stdout takes no more, told as one line unless the reader left a pipe."""
    match error.errno:
        case errno.EPIPE | errno.EINVAL:  # the latter is what Windows says
            return 128 + getattr(signal, "SIGPIPE", 13)
        case errno.ENOSPC:
            return _tell("Kan ikkje skrive ut: disken er full.")
        case _:
            return _tell(f"Kan ikkje skrive ut: maskina svarar «{error.strerror}».")


_ended_by: list[int] = []
"""The signals that have come from outside."""


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """Leave as on Ctrl-C, so that nothing that was started is left running."""
    _ended_by.append(number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)


def _tell(message: str) -> int:
    import typer

    from bygdeplan.report.visible import visible

    typer.echo(f"feil: {visible(message)}", err=True)
    return 2


_NO_MEMORY = (
    "Maskina har ikkje minne nok til dette. Lukk andre program, eller lag eitt dokument i eitt "
    "format om gongen."
)


def _of_memory() -> str:
    """What is said when the memory was used up, for then a fault may seem to be any other."""
    from bygdeplan.funn import minne

    return _NO_MEMORY if minne.is_used_up() else ""


def _of_words(error: Exception) -> str:
    """What is wrong in a file of words, which the terminal takes its own from too; else nothing."""
    from bygdeplan.ord.frase import Ordfeil

    return str(error) if isinstance(error, Ordfeil) else ""


def _unexpected(error: Exception) -> str:
    match error:
        case MemoryError():
            return _NO_MEMORY
        case _ if said := _of_memory():
            return said
        case OSError(strerror=str(said)):
            about = f" om {error.filename}" if error.filename else ""
            return f"Maskina svarar «{said}»{about}. Rett det, og prøv om att."
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return (
        f"Programmet har ein feil og kom ikkje vidare ({what}). Planen er ikkje rørt. "
        "Send gjerne planfila og denne linja til dei som lagar programmet."
    )
