"""Mutants that no test can find, for they do the same as the code they come from."""

from typing import NamedTuple

from tools.mutants.mutant import Mutant


class Alike(NamedTuple):
    """A mutant by the module and function it is in and what it changes, and why that is nothing.

    The places are no lines, so that code above can come and go; when the code itself becomes
    another, no mutant has this name any longer, and a test says so.
    """

    module: str
    where: str
    before: str
    after: str
    why: str

    def is_of(self, mutant: Mutant) -> bool:
        """Whether this is the mutant that is meant."""
        return mutant.file.as_posix().endswith(f"bygdeplan/{self.module}") and (
            self.where,
            self.before,
            self.after,
        ) == (mutant.where, mutant.before, mutant.after)


ALIKE: tuple[Alike, ...] = (
    Alike(
        "rules/tilvising.py",
        "_same_status",
        "ther = plan.finn_tiltak(named) if named is not None else None",
        "ther = plan.finn_tiltak(named)",
        why="No measure has None for an id; what mypy asks for.",
    ),
    Alike(
        "endring/jamforing.py",
        "Jamføring._in_measures",
        "if len(parts[0].path) == 2: yield self._meas",
        "if len(parts[-1].path) == 2: yield self._meas",
        why="A measure that has come or gone is one difference, so the first is the last.",
    ),
)


def is_alike(mutant: Mutant) -> bool:
    """Whether a mutant is known to do the same as the code it comes from."""
    return any(alike.is_of(mutant) for alike in ALIKE)
