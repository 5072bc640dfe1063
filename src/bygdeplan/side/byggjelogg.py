"""What lies in a folder of documents, and of what it was made: nothing is made twice.

A file is known by a digest of all that decides it: page, format, look and program. It is trusted
only as long as it is, to the byte, what was written. What is no such file, or has no record, is
somebody's work, and is not overwritten without a copy.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from itertools import count
from pathlib import Path

NAMN = ".bygdeplan.json"
"""The record's file, in the folder of the documents."""
_FORMAT = 1
_TOOLS = ("lxml", "pypandoc_binary", "typst")
"""What writes the files beside the program itself."""


@dataclass(frozen=True)
class Laga:
    """One file that was made: of what, and what it then was."""

    oppskrift: str
    """A digest of all that decides the file."""
    innhald: tuple[str, ...]
    """A digest of the file; of the one before too, while the new one is being written."""


@dataclass(frozen=True)
class Byggjelogg:
    """The record of a folder."""

    folder: Path
    filer: Mapping[str, Laga] = field(default_factory=dict)
    """By the name of the file in the folder."""
    kommandoar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Digest of all that decides a whole command → the files it made."""

    @classmethod
    def read(cls, folder: Path) -> "Byggjelogg":
        """The record of a folder; an empty one when there is none, or it cannot be trusted."""
        try:
            said = json.loads((folder / NAMN).read_bytes())
            if said["format"] != _FORMAT:
                return cls(folder)
            filer = {
                str(name): Laga(str(recipe), tuple(map(str, contents)))
                for name, (recipe, contents) in said["files"].items()
            }
            commands = {str(key): tuple(map(str, made)) for key, made in said["commands"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return cls(folder)
        return cls(folder, filer, commands)

    def is_made(self, name: str, oppskrift: str) -> bool:
        """Whether a file lies there, untouched, as it would be made now."""
        made = self.filer.get(name)
        return made is not None and made.oppskrift == oppskrift and self._is_untouched(name)

    def made_by(self, kommando: str) -> tuple[Path, ...]:
        """The files of a command, when it would make all of them as they lie there; else none."""
        names = self.kommandoar.get(kommando, ())
        return tuple(self.folder / n for n in names) if all(map(self._is_untouched, names)) else ()

    def to_make_anew(self) -> "Byggjelogg":
        """The record with every file to be made; which of them are edited it still knows."""
        return replace(
            self, filer={name: replace(made, oppskrift="") for name, made in self.filer.items()}
        )

    def copies_of_edited(self, made: Mapping[Path, bytes]) -> dict[Path, Path]:
        """Where someone's work goes that lies in the way of a file: file → its copy.

        What lies there is somebody's work unless it is as it was made, or as it is made now.
        """
        in_the_way = [
            path
            for path, data in made.items()
            if path.is_file() and not self._is_untouched(path.name) and path.read_bytes() != data
        ]
        return {path: _free_name(path) for path in in_the_way}

    def after(
        self, made: Mapping[Path, bytes], oppskrifter: Mapping[str, str], kommando: str
    ) -> "Byggjelogg":
        """The record when some files are written.

        Args:
            made: The files to write.
            oppskrifter: What decides each file of the command, by name; also those not written.
            kommando: What decides the whole command.
        """
        new = {
            path.name: Laga(oppskrifter[path.name], (digest(data),)) for path, data in made.items()
        }
        kept = {key: names for key, names in self.kommandoar.items() if not set(names) & new.keys()}
        return Byggjelogg(
            self.folder, {**self.filer, **new}, {**kept, kommando: tuple(oppskrifter)}
        )

    def underway(self, after: "Byggjelogg") -> "Byggjelogg":
        """The record while files are written: a file is what it was, or what it becomes.

        If the program is ended then, neither is taken for somebody's work, nor for up to date.
        """

        def both(name: str, made: Laga) -> Laga:
            before = self.filer.get(name, made)
            return made if before == made else Laga("", (*before.innhald, *made.innhald))

        return Byggjelogg(self.folder, {n: both(n, made) for n, made in after.filer.items()})

    def as_file(self) -> dict[Path, bytes]:
        """The record as the file to write."""
        said = {
            "format": _FORMAT,
            "files": {name: [m.oppskrift, m.innhald] for name, m in self.filer.items()},
            "commands": self.kommandoar,
        }
        return {self.folder / NAMN: json.dumps(said, indent=1).encode()}

    def _is_untouched(self, name: str) -> bool:
        made = self.filer.get(name)
        try:
            return made is not None and digest((self.folder / name).read_bytes()) in made.innhald
        except OSError:
            return False


def _free_name(path: Path) -> Path:
    """«handlingsplan-2031-endra.docx», or the next number after it that no file has."""
    for number in count(1):
        end = "-endra" if number == 1 else f"-endra-{number}"
        copy = path.with_name(f"{path.stem}{end}{path.suffix}")
        if not copy.exists():
            return copy
    raise AssertionError("there is always a next number")


def digest(*parts: str | bytes) -> str:
    """A digest of some texts, each told apart from the next."""
    whole = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(data)}:".encode())
        whole.update(data)
    return whole.hexdigest()


@cache
def program_digest() -> str:
    """A digest of the program itself and what it writes files with."""
    package = Path(__file__).parents[1]
    code = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".lua"))
    return digest(*map(version, _TOOLS), *(path.read_bytes() for path in code))
