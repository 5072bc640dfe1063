"""Colours and widths for text that must be quick to show: importing rich takes longer than a check.

Typer, which is loaded all the same, knows how to colour on every system.
"""

import os
import sys
from shutil import get_terminal_size
from textwrap import wrap
from typing import IO, TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console


def uses_colour(stream: IO[str]) -> bool:
    """Whether a stream is to be coloured: a terminal is, unless NO_COLOR or TERM forbids it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: IO[str]) -> int | None:
    """The columns of a terminal, or what COLUMNS says; None where lines can be of any length."""
    if stream.isatty() or os.environ.get("COLUMNS"):
        return get_terminal_size().columns
    return None


def wrapped(text: str, width: int | None, indent: str) -> str:
    """A line broken to a width, between words only, with later lines indented; None leaves it."""
    if width is None:
        return text
    lines = wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)


def show(text: str, stream: IO[str]) -> None:
    """Write lines to a stream, with their colours or without, as the stream takes them."""
    typer.echo(text, file=stream, color=uses_colour(stream))


def console(stream: IO[str] | None = None) -> "Console":
    """A console of rich's on a stream, else stdout. Markup in what is printed is left as text."""
    from rich.console import Console

    return Console(
        file=stream or sys.stdout, markup=False, emoji=False, highlight=False, soft_wrap=True
    )
