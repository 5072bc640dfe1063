"""The one place that knows rich: consoles that write data as it is."""

import sys
from typing import IO

from rich.console import Console


def console(stream: IO[str] | None = None) -> Console:
    """A console on stdout, or on another stream. Markup in what is printed is left as text."""
    return Console(
        file=stream or sys.stdout, markup=False, emoji=False, highlight=False, soft_wrap=True
    )
