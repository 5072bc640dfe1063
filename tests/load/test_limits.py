"""What a plan file withstands: files made to hurt, each read within 2 seconds and 500 megabytes.

They are all read by one program of its own, so that the memory is what reading takes.
"""

import sys
from typing import NamedTuple

import pytest

from bygdeplan.load.compose import MAX_NODES
from bygdeplan.load.planfil import MAX_FINDINGS
from bygdeplan.load.text import MAX_BYTES
from tests.load.liten_plan import found, read
from tests.programs import run

SIZE = MAX_BYTES
"""As large as a plan file can be."""
TOO_MANY = "BP011"


def full(piece: str, before: str = "", after: str = "") -> bytes:
    """As many of a piece as there is room for."""
    room = SIZE - len((before + after).encode())
    return (before + piece * (room // len(piece.encode())) + after).encode()


def numbered(line: str, before: str = "", *, lines: int = MAX_NODES // 2 - 100) -> bytes:
    """A line many times, with a number of its own for «#»."""
    return (before + "".join(line.replace("#", str(n)) for n in range(lines))).encode()


def alias_bomb() -> bytes:
    levels = [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)]
    return ("a0: &a0 [x, x]\n" + "".join(levels)).encode()


AMOUNT = "budsjett:\n historikk:\n  2030:\n   felles:\n    kommune: "

HOSTILE: dict[str, tuple[bytes, str]] = {
    "brackets": (full("["), "BP006"),
    "brackets that close": (b"a: " + b"[" * 100_000 + b"]" * 100_000, "BP006"),
    "braces": (full("{a: "), "BP006"),
    "dashes": (full("- "), "BP006"),
    "question marks": (full("? "), "BP006"),
    "steps inwards": ("\n".join(" " * n + "a:" for n in range(1400)).encode(), "BP006"),
    "keys": (numbered("a#:\n", lines=120_000), "BP010"),
    "items": (full("a,", "a: [", "]"), "BP010"),
    "empty items": (full("-\n", "a:\n"), "BP010"),
    "one key": (full("a: 1\n"), TOO_MANY),
    "aliases": (full("*a,", "a: &a 1\nb: [", "]"), TOO_MANY),
    "anchors": (full("&a 1,", "b: [", "]"), TOO_MANY),
    "alias bomb": (alias_bomb(), "BP004"),
    "alias of itself": (b"a: &a [*a]", "BP004"),
    "merge keys": (numbered("a#: {<<: {a: 1}}\n", lines=5000), TOO_MANY),
    "tags": (full("!a b,", "a: [", "]"), TOO_MANY),
    "tag handles": (numbered("%TAG !#! tag:a\n", lines=50_000), "BP004"),
    "documents": (full("---\n"), "BP005"),
    "unknown keys": (numbered("a#: 1\n"), TOO_MANY),
    "unknown marks": (numbered("a#, ", "a: 1\ndøme: [") + b"]", TOO_MANY),
    "bad ids": (numbered(" A#: {}\n", "kommunar:\n"), TOO_MANY),
    "empty groups": (numbered(" a#: {}\n", "kommunar:\n"), TOO_MANY),
    "control characters": (full("\x01"), TOO_MANY),
    "control characters on lines": (full("\x01\n", "a: 1\n"), TOO_MANY),
    "nothing": (full("\n"), "BP002"),
    "comments": (full("#\n"), "BP002"),
    "spaces": (full(" ", "år: ", "x"), "BP112"),
    "spaces in an amount": (full(" ", AMOUNT + "1", "x"), "BP110"),
    "spaces in a number": (full(" ", "delmål:\n a:\n  vekt: 1", "x"), "BP111"),
    "spaces in a period": (full(" ", "avtale:\n  periode: 2030", "x"), "BP113"),
    "spaces in a key": (full(" ", "? 1", "x\n:\n"), "BP103"),
    "spaces in an id": (full(" ", "kommunar:\n ? 1", "x\n :\n"), "BP114"),
    "tabs": (full("\t", "a:\n", "b"), "BP003"),
    "a long word": (full("x", "samandrag: "), "BP102"),
    "a long key": (full("x", "? ", "\n: 1"), "BP103"),
    "a quote that never ends": (full("x", 'a: "'), "BP003"),
    "a long id": (full("a-", "kommunar:\n ? ", "b\n : {}"), "BP114"),
    "many digits": (full("1", AMOUNT), "BP111"),
    "many groups of digits": (full("111 ", AMOUNT, "x"), "BP110"),
    "many millions": (full("1", AMOUNT, " mill."), "BP111"),
    "heaped-up accents": (full("\u0316\u0301", "samandrag: a"), "BP102"),
    "spaces in a date": (full(" ", "dato: 1.", "x"), "BP112"),
    "a long word for a month": (full("m", "dato: 1. ", " 2031"), "BP112"),
    "many units": (full("kr ", AMOUNT, "x"), "BP110"),
    "many full stops": (full("1.", AMOUNT, "x"), "BP110"),
    "many groups with full stops": (full(".111", AMOUNT + "1"), "BP111"),
    "signs without width": (full("\u200b", "a: 1"), "BP013"),
    "signs without width on lines": (full("\u200b\n", "a: 1"), "BP013"),
    "bullets": (full("\u2022\ta\n", "a: 1\n"), "BP003"),
    "spaces before a bullet": (full("\u2003", "a: |\n", "\u2022 b"), "BP013"),
    "direction marks": (full("\u202e", "a: 1"), TOO_MANY),
    "marks of git": (full("<<<<<<< HEAD\n"), TOO_MANY),
    "signs that parts of marks of git": (full("=======\n"), "BP016"),
    "letters in two parts": (full("a\u030a", "samandrag: "), "BP102"),
}
"""The bytes of a file, and a code that its findings must hold."""

READ_ALL = """
import sys, time
from pathlib import Path
from bygdeplan.load import load_plan

for file in sorted(Path(sys.argv[1]).iterdir()):
    started = time.process_time()
    planfil = load_plan(file)
    places = [planfil.source.place(finding) for finding in planfil.findings]
    seconds = time.process_time() - started
    codes = {finding.regel.code for finding in planfil.findings}
    print(file.stem, f"{seconds:.3f}", len(places), *sorted(codes), sep=";")
"""
PEAK = """
import re
status = Path("/proc/self/status")
if status.exists():
    print(re.search(r"VmHWM:\\s*(\\d+) kB", status.read_text())[1])
"""


class Reading(NamedTuple):
    """How one file was read: seconds of work, number of findings, their codes."""

    seconds: float
    findings: int
    codes: set[str]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Reading], list[int]]:
    """How each hostile file was read, and the most memory it took in kilobytes, where known."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (data, _) in HOSTILE.items():
        (folder / f"{name}.yaml").write_bytes(data)
    done = run(sys.executable, "-c", READ_ALL + PEAK, folder, cwd=folder)
    assert done.returncode == 0, done.stderr
    lines = [line.split(";") for line in done.stdout.splitlines()]
    read = {
        name: Reading(float(rest[0]), int(rest[1]), set(rest[2:])) for name, *rest in lines if rest
    }
    return read, [int(name) for name, *rest in lines if not rest]


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_file_made_to_hurt(name: str, readings: tuple[dict[str, Reading], list[int]]) -> None:
    reading = readings[0][name]
    assert HOSTILE[name][1] in reading.codes
    assert reading.findings <= MAX_FINDINGS + 1
    assert reading.seconds < 2


@pytest.mark.slow
def test_none_of_them_takes_much_memory(readings: tuple[dict[str, Reading], list[int]]) -> None:
    assert all(peak < 500_000 for peak in readings[1])


def test_when_there_are_too_many_findings_the_last_one_says_so() -> None:
    keys = "".join(f"ukjend-{number}: 1\n" for number in range(MAX_FINDINGS + 50))
    findings = read(keys).findings
    assert [finding.regel.code for finding in findings].count("BP011") == 1
    assert len(findings) == MAX_FINDINGS + 1
    assert findings[-1].message == "Fila har meir enn 200 feil; resten er ikkje vist."


def test_when_there_are_as_many_findings_as_can_be_all_are_told() -> None:
    keys = "".join(f"ukjend-{number}: 1\n" for number in range(MAX_FINDINGS))
    missing = len(found("ukjend: 1")) - 1
    kept = "\n".join(keys.splitlines()[missing:])
    assert len(found(kept)) == MAX_FINDINGS
    assert "BP011" not in {funne.code for funne in found(kept)}
