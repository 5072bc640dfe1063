"""The command line: what a user types and is told, and the order of the steps."""

import atexit
import gc
from typing import NoReturn

from bygdeplan.cli.guard import run

_UNTIL_LOOKED_THROUGH = 50_000
"""How many objects are made before Python looks for circles to let go; left alone, 700."""


def main() -> NoReturn:
    """Run the program; every fault becomes one line of Nynorsk on stderr."""
    # A command keeps nearly all it makes to its end. Looking it through on the way, and once more
    # on the way out, would find nothing and take a quarter of the time that `validate` needs.
    gc.set_threshold(_UNTIL_LOOKED_THROUGH)
    atexit.register(gc.freeze)
    run(_run_app)


def _run_app() -> int | None:
    # Loaded under guard, for loading it all takes long enough to be broken off.
    from bygdeplan.cli.program import app

    code: int | None = app(prog_name="bygdeplan", standalone_mode=False)
    return code
