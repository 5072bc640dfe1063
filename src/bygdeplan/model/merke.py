"""The marks «førebels» and «døme», which any mapping in a plan file can carry.

`førebels` is what an author sets on a real figure not yet confirmed; `døme` is an example that is
nobody's figure. They lie beside the plan, as paths: no part of the model needs to know them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the plan file to a value."""

Merkeslag = Literal["førebels", "døme"]
MERKESLAG: tuple[Merkeslag, ...] = ("førebels", "døme")


@dataclass(frozen=True)
class Merke:
    """Every place in a plan that is marked, as the path of the marked value."""

    førebels: frozenset[Path] = frozenset()
    døme: frozenset[Path] = frozenset()

    def covering(self, path: Path) -> Merkeslag | None:
        """The mark on a value or on something it lies in; `døme` is the stronger."""
        upwards = {path[:length] for length in range(len(path) + 1)}
        if upwards & self.døme:
            return "døme"
        return "førebels" if upwards & self.førebels else None

    def __iter__(self) -> Iterator[tuple[Merkeslag, Path]]:
        """Each mark with its path, in the order of the paths."""
        marks = [(slag, path) for slag in MERKESLAG for path in getattr(self, slag)]
        return iter(sorted(marks, key=lambda mark: ([str(part) for part in mark[1]], mark[0])))
