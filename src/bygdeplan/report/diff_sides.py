"""Where the changes of a diff stand: file and line in the old plan and in the new."""

from dataclasses import dataclass
from pathlib import PurePath

from bygdeplan.endring import Endring
from bygdeplan.finding import Span
from bygdeplan.load import Source
from bygdeplan.model.merke import Path


@dataclass(frozen=True)
class Sider:
    """The two plan files that were compared."""

    før: Source
    etter: Source

    def in_words(self, change: Endring) -> str:
        """«2030.yaml:12 → 2031.yaml:14», «→ 2031.yaml:14» for what is new."""
        old = _in_words(self.før, change.path_før)
        new = _in_words(self.etter, change.path_etter)
        return " ".join(part for part in (old, "→", new) if part)


def place_in(source: Source, path: Path) -> Span:
    """Where a plan file says what stands at a path."""
    return source.locate(path)


def _in_words(source: Source, path: Path | None) -> str:
    if path is None:
        return ""
    # «2030.yaml@origin/main»: what comes after «@» is no path.
    file, at, edition = source.name.partition("@")
    return f"{PurePath(file).name}{at}{edition}:{place_in(source, path).line}"
