"""Files on disk, written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from bygdeplan.funn.fault import Fault

_UNFINISHED = ".bygdeplan-"
"""How the name of a file begins that is being written; after it, the process that writes it."""


def write_files(*stages: Mapping[Path, bytes], elles: str = "vel ei anna mappe med --out") -> None:
    """Write all the files, or none of them; those of a stage before those of the next.

    Each goes to a temporary file beside its place; when all are there, they are moved in. What a
    program that was ended has left behind there is swept away. Who may read and write a file that
    lies there, still may.

    `elles` is what the user can do instead. Raises `Fault` when one cannot be written, with every
    folder and file as it was before.
    """
    files = [item for stage in stages for item in stage.items()]
    with ExitStack() as undo:
        try:
            staged = [(_stage(path, data, undo), path) for path, data in files]
            for temporary, path in staged:
                _move(temporary, path, undo)
        except OSError as error:
            where = error.filename2 or error.filename or files[0][0]
            raise Fault(f"Kan ikkje skrive til {where}: {_reason(error, elles)}") from error
        undo.pop_all()


def _stage(path: Path, data: bytes, undo: ExitStack) -> Path:
    """A temporary file beside a path, with the data in it."""
    _make_folder(path.parent, undo)
    _sweep(path.parent)
    prefix = f"{_UNFINISHED}{os.getpid()}-"
    try:
        handle, name = tempfile.mkstemp(prefix=prefix, suffix=path.suffix, dir=path.parent)
    except OSError as error:
        error.filename = path.parent  # the temporary name says nothing to a reader
        raise
    temporary = Path(name)
    undo.callback(temporary.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    temporary.chmod(path.stat().st_mode & 0o777 if path.is_file() else 0o666 & ~_umask())
    return temporary


def _sweep(folder: Path) -> None:
    """Take away what a process that is no more has left unfinished."""
    for left in folder.glob(f"{_UNFINISHED}*-*"):
        process = left.name.removeprefix(_UNFINISHED).partition("-")[0]
        if process.isdigit() and not _runs(int(process)):
            with suppress(OSError):
                left.unlink()


def _runs(process: int) -> bool:
    if os.name == "nt":
        # There the question would end it.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _make_folder(folder: Path, undo: ExitStack) -> None:
    for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        missing.mkdir()
        undo.callback(_remove_empty, missing)
    folder.mkdir(exist_ok=True)  # raises what is wrong when a file lies there


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _move(temporary: Path, path: Path, undo: ExitStack) -> None:
    """Move a file in; taken back, it leaves what was there before."""
    before = path.read_bytes() if path.is_file() else None
    temporary.replace(path)
    undo.callback(path.unlink if before is None else partial(path.write_bytes, before))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError, elles: str) -> str:
    match error:
        case PermissionError():
            return (
                "du har ikkje løyve, eller fila er open i eit anna program. "
                f"Lukk fila, eller {elles}."
            )
        case FileExistsError() | NotADirectoryError():
            what = "det ligg ei fil der mappa skulle ha vore"
        case IsADirectoryError():
            what = "det ligg ei mappe der fila skulle ha vore"
        case FileNotFoundError():
            what = "den plassen finst ikkje"
        case OSError(errno=errno.EROFS):
            what = "der kan ingen skrive"
        case OSError(errno=errno.ENAMETOOLONG):
            what = "namnet er for langt"
        case OSError(errno=errno.ENOSPC):
            return f"disken er full. Rydd plass, eller {elles}."
        case _:
            what = f"maskina svarar «{error.strerror or error}»"
    return f"{what}. {elles[0].upper()}{elles[1:]}."
