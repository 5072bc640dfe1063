"""The command line: what a user types and is told, and the order of the steps."""

from bygdeplan.cli.program import app, main

__all__ = ["app", "main"]
