"""The command line: what a user types and is told, and the order of the steps."""

from typing import NoReturn

from bygdeplan.cli.guard import run


def main() -> NoReturn:
    """Run the program; every fault becomes one line of Nynorsk on stderr."""
    run(_run_app)


def _run_app() -> int | None:
    # Loaded under guard, for loading it all takes long enough to be broken off.
    from bygdeplan.cli.program import app

    code: int | None = app(prog_name="bygdeplan", standalone_mode=False)
    return code
