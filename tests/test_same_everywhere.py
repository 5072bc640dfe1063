"""The same plans give the same bytes in two worlds that differ in all a machine can differ in.

In the second there is no network either, and whoever asks for it is told on.
"""

import json
import os
import shutil
import struct
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from font_source_sans_pro import font_files_ttf

from bygdeplan.convert import FORMATS
from bygdeplan.documents.dokumentsett import DOKUMENTSLAG
from tests.plans import TOPPDALEN

pytestmark = pytest.mark.slow

# Started before the program, as a machine's own sitecustomize is.
OTHER_CLOCK = """
import datetime, time

SHIFT = 40 * 365 * 86_400 + 12_345
real, real_ns, real_localtime, real_gmtime = time.time, time.time_ns, time.localtime, time.gmtime
time.time = lambda: real() + SHIFT
time.time_ns = lambda: real_ns() + SHIFT * 10**9
time.localtime = lambda at=None: real_localtime(time.time() if at is None else at)
time.gmtime = lambda at=None: real_gmtime(time.time() if at is None else at)


class OfAnyKind(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])


class Date(datetime.date, metaclass=OfAnyKind):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


class Datetime(datetime.datetime, metaclass=OfAnyKind):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    today = now


datetime.date, datetime.datetime = Date, Datetime
"""
REFUSED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
COMMANDS = """
import contextlib, io, json, sys, time

asked = []


def refuse(event, said):
    if event in REFUSED:
        asked.append(f"{event} {said}")
        raise OSError("no network here")


sys.addaudithook(refuse)
from bygdeplan.cli import main

told = []
plans, out, *formats = sys.argv[1:]
for words in (
    ["validate", f"{plans}/2031.yaml"],
    ["diff", f"{plans}/2030.yaml", f"{plans}/2031.yaml"],
    ["render", f"{plans}/2031.yaml", "--kommune=toppdal", "--out", out]
    + [f"--format={form}" for form in formats],
    ["audit", "--plan", f"{plans}/2031.yaml", f"{out}/2031/statusrapport-2030.docx"],
):
    sys.argv = ["bygdeplan", *words]
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as said:
        try:
            main()
        except SystemExit as end:
            said.seek(0)
            told.append([words[0], end.code, said.read()])
print(json.dumps({"told": told, "asked": asked, "year": time.gmtime().tm_year}))
"""


def heavy_face() -> bytes:
    """The heaviest face of the family, that says it is the regular one."""
    face = bytearray(Path(font_files_ttf["SourceSansProBlack"]).read_bytes())
    for record in range(12, 12 + 16 * struct.unpack_from(">H", face, 4)[0], 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", face, record)
        if tag == b"OS/2":
            struct.pack_into(">H", face, offset + 4, 400)
    return bytes(face)


@cache
def namespace() -> list[str]:
    """What starts a program in a network with nothing in it; empty where there is no such thing."""
    start = [shutil.which("unshare") or "", "--net", "--map-root-user"]
    if not start[0] or subprocess.run([*start, "true"], check=False).returncode:
        return []
    return start


class World:
    """What was made and told in one world."""

    def __init__(self, folder: Path, out: str, environment: dict[str, str], *start: str) -> None:
        shutil.copytree(TOPPDALEN, folder / "plans")
        code = f"REFUSED = {REFUSED}\n{COMMANDS}"
        finished = subprocess.run(
            [*start, sys.executable, "-c", code, "plans", out, *FORMATS],
            cwd=folder,
            env=os.environ | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
        said: dict[str, Any] = json.loads(finished.stdout)
        self.told, self.asked, self.year = said["told"], said["asked"], said["year"]
        self.files = {path.name: path.read_bytes() for path in (folder / out / "2031").iterdir()}


Worlds = tuple[World, World]


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    here, home = tmp_path_factory.mktemp("her"), tmp_path_factory.mktemp("ei mappe med æ")
    (home / "sitecustomize.py").write_text(OTHER_CLOCK, encoding="utf-8")
    (home / "fonts").mkdir()
    (home / "fonts" / "SourceSansPro.ttf").write_bytes(heavy_face())
    (home / "fonts.conf").write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{home / "fonts"}</dir></fontconfig>', "utf-8"
    )
    # What pandoc would take from the user's own folder.
    (home / "pandoc").mkdir()
    (home / "pandoc" / "init.lua").write_text('error("not ours")', encoding="utf-8")
    for form in ("docx", "odt"):
        (home / "pandoc" / f"reference.{form}").write_bytes(b"not ours")
    usual = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    other = {
        "TZ": "America/Lima",
        "LANG": "nn_NO.UTF-8",
        "LC_ALL": "nn_NO.UTF-8",
        "PYTHONHASHSEED": "2",
        "PYTHONPATH": str(home),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "1",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "APPDATA": str(home),
        "FONTCONFIG_FILE": str(home / "fonts.conf"),
    }
    return (
        World(here / "arbeid", "ut", usual),
        World(home / "arbeid", "ei anna mappe", other, *namespace()),
    )


def test_every_file_is_the_same_byte_for_byte(worlds: Worlds) -> None:
    one, other = worlds
    assert other.year - one.year in (39, 40, 41), "the clocks are alike, so nothing was tested"
    # The last is the record of what the others were made of.
    assert len(one.files) == len(DOKUMENTSLAG) * len(FORMATS) + 1
    assert one.files.keys() == other.files.keys()
    assert [name for name in one.files if one.files[name] != other.files[name]] == []


def test_nothing_asks_for_the_network(worlds: Worlds) -> None:
    for world in worlds:
        assert world.asked == []
        assert [(words, code) for words, code, _ in world.told] == [
            ("validate", 0),
            ("diff", 0),
            ("render", 0),
            ("audit", 0),
        ]


def test_the_programs_it_starts_need_no_network(worlds: Worlds) -> None:
    if not namespace():
        pytest.skip("this system gives no program a network of its own (unshare --net)")
    assert all(code == 0 for _, code, _ in worlds[1].told)
    assert worlds[1].files


def test_the_same_is_told_of_the_plans(worlds: Worlds) -> None:
    one, other = worlds
    assert one.told[:2] == other.told[:2]
