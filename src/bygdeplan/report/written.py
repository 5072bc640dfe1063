"""What was written: a table for a person, bare paths for a program."""

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from bygdeplan.ord.skriv import liste, tal
from bygdeplan.ord.teikn import Reinska, in_words
from bygdeplan.report.style import console


def print_written(sizes: Mapping[Path, int]) -> None:
    """Tell which files were written; `sizes` are in bytes."""
    if not sys.stdout.isatty():
        for path in sizes:
            print(path.as_posix())  # noqa: T201  # the product of the command when it is piped
        return
    from rich.table import Table
    from rich.text import Text

    from bygdeplan.report.style import console

    table = Table(box=None, pad_edge=False)
    table.add_column(Text("Dokument", style="bold"), overflow="fold")
    table.add_column(Text("kB", style="bold"), justify="right")
    for path, size in sizes.items():
        table.add_row(Text(path.as_posix()), tal(round(size / 1000)))
    out = console()
    out.soft_wrap = False
    out.print(table)


def print_how(paths: Iterable[Path], unchanged: Collection[Path]) -> None:
    """Tell on stderr which files were made, and which lay there as they would be made now."""
    for path in paths:
        how = "uendra" if path in unchanged else "laga"
        print(f"{how:<6}  {path.as_posix()}", file=sys.stderr)  # noqa: T201  # the talk


def print_copied(copies: Mapping[Path, Path]) -> None:
    """Tell on stderr which files someone had worked in, and where that work lies now."""
    for path, copy in copies.items():
        told = f"{path.as_posix()} var endra etter at fila blei laga. Den endra fila heiter no"
        print(f"{told} {copy.name}.", file=sys.stderr)  # noqa: T201  # the talk of the command


def print_cleaned(templates: Mapping[str, Reinska]) -> None:
    """Tell on stderr which templates had signs from another program in them."""
    for name, reinska in templates.items():
        told = f"Malen {name}: teikn frå eit anna program er tekne bort eller bytte:"
        print(f"{told} {in_words(reinska)}.", file=sys.stderr)  # noqa: T201  # the talk


def print_left_out(documents: Sequence[str], year: int) -> None:
    """Tell on stderr which documents a plan without an earlier one gives no ground for."""
    if documents:
        what = f"Utan plan for året før {year} blir {liste(documents)} ikkje laga."
        print(what, file=sys.stderr)  # noqa: T201  # the talk of the command


Item = TypeVar("Item")


def track(items: Iterable[Item], total: int) -> Iterator[Item]:
    """Hand the items on, and show how far it has come."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Lagar dokument"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as progress:
        task = progress.add_task("", total=total)
        for item in items:
            yield item
            progress.advance(task)
