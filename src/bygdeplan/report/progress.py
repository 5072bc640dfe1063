"""A progress bar on the terminal's stderr; silent everywhere else."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from bygdeplan.report.console import console

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
