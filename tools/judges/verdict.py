"""What a judge is, and what it says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class CouldNotJudge(Exception):
    """A judge that did not run, or did not see every file: no verdict is not a good one."""


@dataclass(frozen=True)
class Complaint:
    """What a judge has against a file."""

    file: Path
    says: str


@dataclass(frozen=True)
class Judge:
    """A judge: what it looks at, how it is asked, and faults it must find to be believed."""

    name: str
    endings: tuple[str, ...]
    judge: Callable[[Sequence[Path]], Iterable[Complaint]]
    """Complaints about files; raises `CouldNotJudge`."""
    plants: Mapping[str, Callable[[bytes], bytes]]
    """Faults by name, each planted in the bytes of a sound file."""
    of: str = ""
    """What the names of the files hold that it looks at."""


@dataclass(frozen=True)
class Verdict:
    """What came of asking a judge."""

    judge: str
    files: int
    seconds: float
    caught: tuple[str, ...] = ()
    """Planted faults it found."""
    missed: tuple[str, ...] = ()
    """Planted faults it did not find."""
    complaints: tuple[Complaint, ...] = ()
    failure: str = ""
    """Why it could not judge."""

    @property
    def is_good(self) -> bool:
        """Whether the judge saw all files, is to be believed and has nothing to complain of."""
        return not (self.failure or self.missed or self.complaints)
