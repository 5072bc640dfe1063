"""What was written: a table for a person, bare paths for a program."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bygdeplan.nynorsk import liste, tal


def print_written(sizes: Mapping[Path, int]) -> None:
    """Tell which files were written; `sizes` are in bytes."""
    if not sys.stdout.isatty():
        for path in sizes:
            print(path.as_posix())  # noqa: T201  # the product of the command when it is piped
        return
    from rich.table import Table
    from rich.text import Text

    from bygdeplan.report.console import console

    table = Table(box=None, pad_edge=False)
    table.add_column(Text("Dokument", style="bold"), overflow="fold")
    table.add_column(Text("kB", style="bold"), justify="right")
    for path, size in sizes.items():
        table.add_row(Text(path.as_posix()), tal(round(size / 1000)))
    out = console()
    out.soft_wrap = False
    out.print(table)


def print_left_out(documents: Sequence[str], year: int) -> None:
    """Tell on stderr which documents a plan without an earlier one gives no ground for."""
    if documents:
        what = f"Utan plan for året før {year} blir {liste(documents)} ikkje laga."
        print(what, file=sys.stderr)  # noqa: T201  # the talk of the command
