"""What the desk writes: in the file that was seen, whole or not at all, and taken back."""

import errno
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bygdeplan.cli.pult.skriving import Endra, Planskrivar
from bygdeplan.funn.fault import Fault
from bygdeplan.utgave.planskriving import Add, Move, Remove, Set, Tekstendring
from tests.plans import TOPPDALEN

VEKT = ("delmål", "reiseliv", "vekt")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(TOPPDALEN / "2031.yaml", tmp_path / "2031.yaml"))


def to(*edits: Tekstendring) -> Callable[[bytes], Sequence[Tekstendring]]:
    """What is to be changed, whatever the file says."""
    return lambda _: edits


def test_a_change_is_written_and_taken_back(file: Path) -> None:
    skrivar, before = Planskrivar(file), file.read_bytes()
    first = skrivar.read()
    after = skrivar.change(first.segl, to(Set(VEKT, "31")))
    assert file.read_bytes() == after.data != before
    assert after == skrivar.read()
    assert skrivar.undo(after.segl) == first
    assert file.read_bytes() == before


def test_steps_are_taken_back_one_by_one(file: Path) -> None:
    skrivar = Planskrivar(file)
    seen = [skrivar.read()]
    for vekt in ("31", "32", "33"):
        seen.append(skrivar.change(seen[-1].segl, to(Set(VEKT, vekt))))
    for before in reversed(seen[:-1]):
        assert skrivar.undo(skrivar.read().segl) == before
    with pytest.raises(Fault, match="ikkje noko å angre"):
        skrivar.undo(skrivar.read().segl)


def test_what_changes_nothing_is_no_step(file: Path) -> None:
    skrivar = Planskrivar(file)
    first = skrivar.read()
    again = skrivar.change(first.segl, to(Set(VEKT, _vekt(file))))
    assert again == first
    assert not skrivar.can_undo(first.segl)


def _vekt(file: Path) -> str:
    lines = file.read_text("utf-8").split("  reiseliv:\n")[1].split("\n")
    return next(line.split(": ")[1] for line in lines if line.startswith("    vekt: "))


def test_two_tabs_do_not_write_over_each_other(file: Path) -> None:
    skrivar = Planskrivar(file)
    one = other = skrivar.read()
    after = skrivar.change(one.segl, to(Set(VEKT, "31")))
    with pytest.raises(Endra, match="endra sidan du såg henne"):
        skrivar.change(other.segl, to(Set(VEKT, "32")))
    assert file.read_bytes() == after.data


def test_what_another_program_wrote_stands(file: Path) -> None:
    skrivar = Planskrivar(file)
    first = skrivar.change(skrivar.read().segl, to(Set(VEKT, "31")))
    others = first.data + b"# av ein annan\n"
    file.write_bytes(others)
    with pytest.raises(Endra):
        skrivar.change(first.segl, to(Remove(VEKT)))
    with pytest.raises(Endra):
        skrivar.undo(first.segl)
    with pytest.raises(Endra, match="endra utanfrå"):
        skrivar.undo(skrivar.read().segl)
    assert file.read_bytes() == others


def test_what_is_saved_while_a_change_is_made_ready_stands(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    skrivar = Planskrivar(file)

    def slow(data: bytes, *_: object) -> bytes:
        file.write_bytes(b"av ein annan\n")
        return data + b"# nytt\n"

    monkeypatch.setattr("bygdeplan.cli.pult.skriving.edited", slow)
    with pytest.raises(Endra):
        skrivar.change(skrivar.read().segl, to(Set(VEKT, "31")))
    assert file.read_bytes() == b"av ein annan\n"


IMPOSSIBLE = {
    "what is not there": Remove(("delmål", "reiseliv", "farge")),
    "what is there": Add(VEKT, "3"),
    "into itself": Move(("delmål", "reiseliv"), ("delmål", "reiseliv", "tiltak")),
    "a sign that no plan file has": Set(VEKT, "\x00"),
}


@pytest.mark.parametrize("edit", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_be_done_is_told_and_not_done(file: Path, edit: Tekstendring) -> None:
    skrivar, before = Planskrivar(file), file.read_bytes()
    with pytest.raises(Fault):
        skrivar.change(skrivar.read().segl, to(edit))
    assert file.read_bytes() == before
    assert not skrivar.can_undo(skrivar.read().segl)


def test_a_file_that_may_not_be_written_is_told(file: Path) -> None:
    skrivar, before = Planskrivar(file), file.read_bytes()
    file.chmod(0o444)
    with pytest.raises(Fault, match="er verna mot skriving"):
        skrivar.change(skrivar.read().segl, to(Set(VEKT, "31")))
    assert file.read_bytes() == before


@pytest.mark.skipif("os.name == 'nt'", reason="Windows keeps no such modes")
def test_who_may_read_the_file_is_as_before(file: Path) -> None:
    file.chmod(0o640)
    skrivar = Planskrivar(file)
    skrivar.change(skrivar.read().segl, to(Set(VEKT, "31")))
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif("os.name == 'nt'", reason="Windows lets few make links")
def test_a_link_stays_a_link(file: Path) -> None:
    link = file.with_name("2032.yaml")
    link.symlink_to(file)
    skrivar = Planskrivar(link)
    after = skrivar.change(skrivar.read().segl, to(Set(VEKT, "31")))
    assert link.is_symlink()
    assert file.read_bytes() == after.data


def test_a_folder_that_goes_away_is_told_and_not_made_anew(file: Path, tmp_path: Path) -> None:
    away = tmp_path / "inni"
    away.mkdir()
    inner = Path(shutil.move(file, away / "2031.yaml"))
    skrivar = Planskrivar(inner)
    seen = skrivar.read()
    away.rename(tmp_path / "borte")
    with pytest.raises(Fault, match="finst ikkje"):
        skrivar.change(seen.segl, to(Set(VEKT, "31")))
    assert not away.exists()


def test_a_full_disk_is_told_and_the_file_is_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(errno.ENOSPC, "full", str(file))

    skrivar, before = Planskrivar(file), file.read_bytes()
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(Fault, match=r"disken er full\. Rydd plass, eller prøv att"):
        skrivar.change(skrivar.read().segl, to(Set(VEKT, "31")))
    assert file.read_bytes() == before
