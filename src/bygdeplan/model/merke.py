"""The marks «førebels» and «døme», which any mapping in a plan file can carry.

`førebels` is what an author sets on a real figure not yet confirmed; `døme` is an example that is
nobody's figure. They lie beside the plan, as paths: no part of the model needs to know them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the plan file to a value."""

Merkeslag = Literal["førebels", "døme"]
MERKESLAG: tuple[Merkeslag, ...] = ("førebels", "døme")
"""The weaker first."""


def strongest(marks: Iterable[Merkeslag | None]) -> Merkeslag | None:
    """The strongest of some marks; None when there are none."""
    found: Merkeslag | None = None
    for mark in marks:
        if mark == "døme":
            return mark
        found = found or mark
    return found


@dataclass(frozen=True)
class Merke:
    """Every place in a plan that is marked, as the path of the marked value."""

    førebels: frozenset[Path] = frozenset()
    døme: frozenset[Path] = frozenset()

    def covering(self, path: Path) -> Merkeslag | None:
        """The mark on a value or on something it lies in; `døme` is the stronger."""
        return strongest(self._on.get(path[:length]) for length in range(len(path) + 1))

    def touching(self, path: Path) -> Merkeslag | None:
        """The mark on a value, on something it lies in, or on something in it."""
        return strongest((self.covering(path), self._within.get(path)))

    @cached_property
    def _on(self) -> dict[Path, Merkeslag]:
        """Each marked path with its mark."""
        return {path: slag for slag in MERKESLAG for path in getattr(self, slag)}

    @cached_property
    def _within(self) -> dict[Path, Merkeslag]:
        """Each path that something marked lies in, with the strongest mark in it."""
        return {
            path[:length]: slag
            for slag in MERKESLAG
            for path in getattr(self, slag)
            for length in range(len(path))
        }

    def __iter__(self) -> Iterator[tuple[Merkeslag, Path]]:
        """Each mark with its path, in the order of the paths."""
        marks = [(slag, path) for slag in MERKESLAG for path in getattr(self, slag)]
        return iter(sorted(marks, key=lambda mark: ([str(part) for part in mark[1]], mark[0])))
