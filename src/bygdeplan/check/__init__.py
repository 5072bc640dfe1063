"""A plan file checked: everything found in it and against the year before, each at its place."""

from bygdeplan.check.checking import check_file, check_shape, passes
from bygdeplan.check.kontroll import Kontroll, LocatedFinding

__all__ = ["Kontroll", "LocatedFinding", "check_file", "check_shape", "passes"]
