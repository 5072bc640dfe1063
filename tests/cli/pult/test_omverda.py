"""What others do with the file meanwhile: it is told, nothing is written over, and nothing lost."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Mapping
from io import FileIO
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from bygdeplan.cli.pult.framsyning import Framsyning
from bygdeplan.cli.pult.redigering import Redigering
from tests.cli.pult.asking import Svar, ask
from tests.plans import TOPPDALEN

OWN = "http://127.0.0.1:8123"
FIELD = ("delmål", "reiseliv", "vekt")
World = Callable[[Path, pytest.MonkeyPatch], object]


def desk(plan: Path) -> ASGIApp:
    return Redigering(Framsyning(plan), lambda: None).app


def seal(app: ASGIApp) -> str:
    return str(json.loads(ask(app, f"{OWN}/skjema?del=avtale").text)["sett"])


def post(app: ASGIApp, way: str, sett: str, **more: object) -> Svar:
    sent = {"sett": sett, "veg": FIELD, **more}
    return ask(app, f"{OWN}/{way}", "POST", json.dumps(sent).encode())


def contents(folder: Path) -> Mapping[str, object]:
    """All that lies in a folder and its subfolders, and who may write it, however it is patched."""
    return {
        path.relative_to(folder).as_posix(): (
            path.lstat().st_mode,
            path.readlink() if path.is_symlink() else path.is_file() and data_of(path),
        )
        for path in sorted(folder.rglob("*"))
    }


def data_of(path: Path) -> bytes:
    with FileIO(path) as file:
        return file.readall()


def written(data: bytes) -> World:
    return lambda plan, _: plan.write_bytes(data)


def replaced(by: Callable[[Path], object]) -> World:
    """Something else where the file was."""

    def world(plan: Path, _: pytest.MonkeyPatch) -> None:
        plan.rename(plan.with_name("før.txt"))
        by(plan)

    return world


def refusing(name: str, code: int) -> World:
    """The machine refuses to do something with the file."""

    def world(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OSError(code, os.strerror(code), str(plan))

        monkeypatch.setattr(name, refuse)

    return world


def is_branch(plan: Path, _: pytest.MonkeyPatch) -> None:
    plan.write_bytes((TOPPDALEN / "2030.yaml").read_bytes())


def is_added_to(plan: Path, _: pytest.MonkeyPatch) -> None:
    plan.write_bytes(plan.read_bytes() + b"# av ein annan\n")


def has_same_time_and_size(plan: Path, _: pytest.MonkeyPatch) -> None:
    told = plan.stat()
    plan.write_bytes(plan.read_bytes().replace(b"Turkart", b"Turkort", 1))
    os.utime(plan, ns=(told.st_mtime_ns, told.st_mtime_ns))


def is_renamed_folder(plan: Path, _: pytest.MonkeyPatch) -> None:
    plan.parent.rename(plan.parent.with_name("borte"))


def is_file_for_folder(plan: Path, _: pytest.MonkeyPatch) -> None:
    plan.parent.rename(plan.parent.with_name("borte"))
    plan.parent.write_bytes(b"")


HALF = (TOPPDALEN / "2031.yaml").read_bytes()
CHANGED = "endra sidan du såg henne"
WORLDS: dict[str, tuple[World, int, str]] = {
    "another program wrote": (is_added_to, 409, CHANGED),
    "another wrote in the same second, as much": (has_same_time_and_size, 409, CHANGED),
    "another branch of git": (is_branch, 409, CHANGED),
    "git left its marks": (
        written(b"<<<<<<< HEAD\n" + HALF + b"=======\n>>>>>>> ny\n"),
        422,
        "skrivefeil",
    ),
    "another program is half done": (written(HALF[: len(HALF) // 2] + b"\n  ["), 422, "skrivefeil"),
    "the file is emptied": (written(b""), 422, "skrivefeil"),
    "the file is of another kind": (written(b"PK\x03\x04\x00"), 422, "skrivefeil"),
    "the file has another encoding": (written("år: 2031".encode("utf-16")), 422, "skrivefeil"),
    "the file is far too large": (written(b"#" * 1_100_000), 422, "større enn ei planfil"),
    "the file is gone": (replaced(lambda _: None), 422, "finst ikkje"),
    "the file is renamed, and there is a link": (
        replaced(lambda plan: plan.symlink_to(plan.with_name("2030.yaml"))),
        409,
        CHANGED,
    ),
    "a link to nowhere": (replaced(lambda plan: plan.symlink_to("borte")), 422, "finst ikkje"),
    "a link to itself": (replaced(lambda plan: plan.symlink_to(plan)), 422, "kan ikkje lesast"),
    "a folder": (replaced(lambda plan: plan.mkdir()), 422, "er ei mappe"),
    "the folder is gone": (is_renamed_folder, 422, "finst ikkje"),
    "the folder is a file": (is_file_for_folder, 422, "finst ikkje"),
    "the file may not be written": (
        lambda plan, _: plan.chmod(0o444),
        422,
        "er verna mot skriving. Ta vekk vernet",
    ),
    "the file may not be read": (
        refusing("pathlib.Path.open", errno.EACCES),
        422,
        "kan ikkje lesast: du har ikkje løyve",
    ),
    "the network is gone": (refusing("pathlib.Path.open", errno.EIO), 422, "kan ikkje lesast"),
    "the folder may not be written": (
        refusing("tempfile.mkstemp", errno.EACCES),
        422,
        "du har ikkje løyve, eller fila er open i eit anna program",
    ),
    "nobody may write on the disk": (
        refusing("tempfile.mkstemp", errno.EROFS),
        422,
        "der kan ingen skrive",
    ),
    "the disk is full": (refusing("tempfile.mkstemp", errno.ENOSPC), 422, "disken er full"),
    "the disk becomes full": (refusing("os.fdopen", errno.ENOSPC), 422, "disken er full"),
    "another program has the file open": (
        refusing("pathlib.Path.replace", errno.EACCES),
        422,
        "fila er open i eit anna program",
    ),
}


@pytest.mark.skipif("os.name == 'nt'", reason="Windows lets few make links")
@pytest.mark.parametrize("case", WORLDS.values(), ids=WORLDS)
def test_what_others_do_is_told_and_what_was_typed_is_saved_when_all_is_well_again(
    plan: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[World, int, str],
) -> None:
    world, status, words = case
    app, kept = desk(plan), shutil.copytree(plan.parent, tmp_path / "kept")
    first = json.loads(post(app, "felt", seal(app), verdi="71").text)["sett"]
    again = plan.read_bytes()
    with monkeypatch.context() as meanwhile:
        world(plan, meanwhile)
        there = contents(tmp_path)
        for way, more in (("felt", {"verdi": "72"}), ("ta-bort", {}), ("flytt", {"steg": 1})):
            answer = post(app, way, first, **more)
            told = json.loads(answer.text)["melding"]
            assert (answer.status, words in told) == (status, True), told
        assert post(app, "angre", first).status in (409, 422)
        assert contents(tmp_path) == there
    for address in ("", "skjema?del=avtale", "tilstand?nr="):
        assert ask(app, f"{OWN}/{address}").status == 200
    shutil.rmtree(tmp_path / "borte", ignore_errors=True)
    if plan.parent.is_file():
        plan.parent.unlink()
    shutil.rmtree(plan.parent, ignore_errors=True)
    shutil.copytree(kept, plan.parent)
    plan.write_bytes(again)
    assert post(app, "felt", first, verdi="72").status == 200
    assert plan.read_bytes() == again.replace(b"vekt: 71\n", b"vekt: 72\n", 1)


def test_two_programs_on_one_file_do_not_write_over_each_other(plan: Path) -> None:
    """One saves, the other is told, sees what stands there, and saves on top of it."""
    one, other = desk(plan), desk(plan)
    seen = seal(one)
    assert post(one, "felt", seen, verdi="71").status == 200
    told = json.loads(post(other, "felt", seen, verdi="72").text)
    assert (told["verdi"], told["sett"]) == ("71", seal(one))
    assert post(other, "felt", told["sett"], verdi="72").status == 200
    # What the other wrote is not taken back by the first.
    assert post(one, "angre", seal(one)).status == 409
    assert b"vekt: 72\n" in plan.read_bytes()


def test_a_copy_left_beside_the_plan_is_told_and_stops_nothing(plan: Path) -> None:
    app = desk(plan)
    shutil.copy(plan, plan.with_name("2031-KONTOR-PC.yaml"))
    assert post(app, "felt", seal(app), verdi="71").status == 200
    assert "2031-KONTOR-PC.yaml" in json.loads(ask(app, f"{OWN}/tilstand?nr=").text)["funn"]
