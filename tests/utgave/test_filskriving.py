"""Files are written whole, and all of them or none."""

import errno
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.utgave.filskriving import write_files

FILES = {"a.txt": b"a", "b.txt": b"b", "c.txt": b"c"}


def under(folder: Path, files: Mapping[str, bytes] = FILES) -> dict[Path, bytes]:
    return {folder / name: data for name, data in files.items()}


def contents(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder: files with what they hold, folders with None."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_files_are_written_in_folders_that_are_made(tmp_path: Path) -> None:
    write_files(under(tmp_path / "build" / "2031"))
    assert contents(tmp_path / "build") == {
        "2031": None,
        **{f"2031/{name}": data for name, data in FILES.items()},
    }


def test_files_that_lie_there_are_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old, and longer")
    (tmp_path / "other.txt").write_bytes(b"other")
    write_files(under(tmp_path))
    assert contents(tmp_path) == {**FILES, "other.txt": b"other"}


def test_nothing_to_write_is_nothing(tmp_path: Path) -> None:
    write_files({})
    assert contents(tmp_path) == {}


UNWRITABLE = {
    "no such place": (errno.ENOENT, "den plassen finst ikkje"),
    "nobody may write": (errno.EROFS, "der kan ingen skrive"),
    "a long name": (errno.ENAMETOOLONG, "namnet er for langt"),
    "a full disk": (errno.ENOSPC, "disken er full"),
    "something else": (errno.EIO, "maskina svarar «said»"),
}


@pytest.mark.parametrize(("code", "words"), UNWRITABLE.values(), ids=UNWRITABLE)
def test_why_a_file_cannot_be_written(
    code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(code, "said", f"{tmp_path}/.x7y8z9.txt")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(Fault, match=rf"^Kan ikkje skrive til {tmp_path}: {words}.*--out\.$"):
        write_files(under(tmp_path))


IN_THE_WAY = {
    "a file where the folder should be": ("build", "det ligg ei fil der mappa skulle ha vore"),
    "a file where a folder above it should be": (
        "build/2031",
        "det ligg ei fil der mappa skulle ha vore",
    ),
}


@pytest.mark.parametrize(("folder", "words"), IN_THE_WAY.values(), ids=IN_THE_WAY)
def test_a_file_in_the_way_of_a_folder(folder: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"mine")
    with pytest.raises(Fault, match=words):
        write_files(under(tmp_path / folder))
    assert contents(tmp_path) == {"build": b"mine"}


def test_a_folder_in_the_way_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "c.txt").mkdir()
    with pytest.raises(Fault, match=r"c\.txt: det ligg ei mappe der fila skulle ha vore"):
        write_files(under(tmp_path))
    assert contents(tmp_path) == {"c.txt": None}


@pytest.mark.parametrize("after", [0, 1, 2])
def test_what_lay_there_is_there_when_a_file_cannot_be_moved_in(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    locked = PermissionError(errno.EACCES, "locked", str(tmp_path / "c.txt"))
    replace, calls = Path.replace, iter(range(after))

    def replace_or_fail(source: Path, target: Path) -> Path:
        if next(calls, None) is None:
            raise locked
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", replace_or_fail)
    with pytest.raises(Fault, match="Lukk fila"):
        write_files(under(tmp_path))
    assert contents(tmp_path) == {"a.txt": b"old"}


def test_nothing_is_left_when_a_folder_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "denied", "build/2031")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(Fault, match=r"build/2031: du har ikkje løyve.*--out"):
        write_files(under(tmp_path / "build" / "2031"))
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_nothing_is_left_when_it_ends_halfway(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "chmod", stop)
    with pytest.raises((Fault, KeyboardInterrupt)) as caught:
        write_files(under(tmp_path / "build"))
    assert contents(tmp_path) == {}
    if caught.type is Fault:
        assert "disken er full" in str(caught.value)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows keeps no such modes")
def test_files_are_readable_as_other_new_files_are(tmp_path: Path) -> None:
    write_files(under(tmp_path))
    (tmp_path / "mine.txt").touch()
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_what_a_later_stage_says_stands(tmp_path: Path) -> None:
    record = tmp_path / "record"
    write_files({record: b"underway"}, {tmp_path / "file": b"made"}, {record: b"done"})
    assert record.read_bytes() == b"done"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there nobody can ask whether a process runs")
def test_what_an_ended_program_left_is_swept_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, own = (
        tmp_path / f".bygdeplan-{ended.pid}-x.docx",
        tmp_path / f".bygdeplan-{os.getpid()}-x",
    )
    left.touch()
    own.touch()
    write_files({tmp_path / "file": b"made"})
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([own.name, "file"])
