"""A plan file that the desk writes in: what was seen of it is what a change is made of, or none is.

Somebody else can write in the same file: another tab, an editor, git. Each change therefore names
the file it was made for by its `Filsegl`, and is refused when what lies on the disk is another.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from bygdeplan.funn.fault import Fault
from bygdeplan.load.text import read_bytes
from bygdeplan.utgave.filskriving import write_files
from bygdeplan.utgave.planskriving import Tekstendring, edited, retyped

Filsegl = str
"""What tells one content of a file from every other."""

_STEPS = 50
"""How many steps can be undone."""
_ELLES = "prøv att seinare; det du skreiv, står her enno"


class Endra(Fault):
    """Raised when the file on the disk is another than the one that was seen."""


class Lesnad(NamedTuple):
    """The content of a plan file at a moment."""

    data: bytes
    segl: Filsegl


class _Steg(NamedTuple):
    """A change that was made: the file before it, and what it was left as."""

    before: bytes
    after: Filsegl


class Planskrivar:
    """Writes changes in a plan file, whole or not at all, and takes them back."""

    def __init__(self, file: Path) -> None:
        """`file` is the plan file, whether it is there all the time or not."""
        self._file = file
        self._lock = Lock()
        self._steps: list[_Steg] = []

    def read(self) -> Lesnad:
        """The file as it is; raises `Fault` when it cannot be read."""
        data = read_bytes(self._file)
        return Lesnad(data, sha256(data).hexdigest())

    def can_undo(self, segl: Filsegl) -> bool:
        """Whether the file is still as the last step left it."""
        return bool(self._steps) and self._steps[-1].after == segl

    def change(self, segl: Filsegl, edits: Callable[[bytes], Sequence[Tekstendring]]) -> Lesnad:
        """Make the changes that the file that was seen is to have; gives the file after them.

        Raises `Endra` when it is another, `Fault` when a change cannot be made or not be written.
        The file is then as it was.
        """
        return self._step(segl, lambda data: edited(data, *edits(data)))

    def rewrite(self, segl: Filsegl, text: str) -> Lesnad:
        """Write another text in the file that was seen; gives the file after it.

        Raises `Endra` when it is another, `Fault` when it cannot be written.
        """
        return self._step(segl, lambda data: retyped(data, text))

    def _step(self, segl: Filsegl, make: Callable[[bytes], bytes]) -> Lesnad:
        with self._lock:
            before = self._seen(segl)
            after = self._write(before, make(before.data))
            if after != before:
                self._steps = [*self._steps, _Steg(before.data, after.segl)][-_STEPS:]
            return after

    def undo(self, segl: Filsegl) -> Lesnad:
        """Take the last step back; gives the file after that.

        Raises `Endra` when the file is another than it was seen as, or than the step left it as;
        `Fault` when there is no step to take back, or it cannot be written.
        """
        with self._lock:
            if not self._steps:
                raise Fault("Det er ikkje noko å angre.")
            before = self._seen(segl)
            if not self.can_undo(segl):
                raise Endra("Fila er endra utanfrå etter det siste steget, så det står.")
            after = self._write(before, self._steps[-1].before)
            del self._steps[-1]
            return after

    def _seen(self, segl: Filsegl) -> Lesnad:
        """The file, when it is the one that was seen; raises `Endra` when it is another."""
        now = self.read()
        if now.segl != segl:
            raise Endra("Planfila er endra sidan du såg henne.")
        return now

    def _write(self, before: Lesnad, data: bytes) -> Lesnad:
        if data == before.data:
            return before
        # An editor may have saved while the change was made ready.
        self._seen(before.segl)
        # A link stays a link, to a file that is written.
        place = self._file.resolve()
        if _is_protected(place):
            # A file that may not be written can still be replaced where the folder may be.
            raise Fault(
                f"{self._file.name} er verna mot skriving. Ta vekk vernet i eigenskapane til fila, "
                f"eller {_ELLES}."
            )
        write_files({place: data}, elles=_ELLES)
        return Lesnad(data, sha256(data).hexdigest())


def _is_protected(file: Path) -> bool:
    try:
        return not file.stat().st_mode & 0o222
    except OSError:
        # It went away just now; why it cannot be written is told where it is tried.
        return False
