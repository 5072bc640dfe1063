"""Plan files, checked by their paths."""

from datetime import date
from pathlib import Path

from bygdeplan.rules import checking
from bygdeplan.rules.plassering import Kontroll
from bygdeplan.utgave.utgave import Planarkiv


def check_file(path: Path, day: date | None = None) -> Kontroll:
    """A plan file as it stands now, and everything that is found in it."""
    return checking.check(Planarkiv().standing(path), day)
