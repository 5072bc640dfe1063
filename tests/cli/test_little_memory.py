"""With little memory a command does its work, or says in one line that it cannot."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.plans import TOPPDALEN
from tests.programs import run

if os.name == "nt":
    pytest.skip("there is no limit to set", allow_module_level=True)
pytestmark = pytest.mark.slow

COMMANDS = {
    "validate": "validate 2031",
    "diff": "diff 2030 2031",
    "audit": "audit brev.docx --plan 2031",
    "vedtak check": "vedtak check brev.docx brev.pdf --plan 2031",
    "render docx": "render 2031 --format docx --document handlingsplan",
    "render odt and md": "render 2031 --format odt --format md --document handlingsplan",
    "render pdf": "render 2031 --format pdf --document handlingsplan",
    "render all": "render 2031 --format docx --format pdf --format html --against 2030",
}
ENOUGH, LITTLE = 900_000, (600_000, 400_000, 300_000)
"""Kilobytes of address space, as `ulimit -v` has them."""
CODES = {"vedtak": 1}
"""What a command ends with when it comes to its end, where that is not 0."""
TOLD = "feil: Maskina har ikkje minne nok til dette. "


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with plans, and a document as docx and as pdf."""
    folder = tmp_path_factory.mktemp("place")
    shutil.copytree(TOPPDALEN, folder / "plans")
    words = "render 2031 --document handlingsplan --format docx --format pdf --out made"
    assert run(sys.executable, "-m", "bygdeplan", *words.split(), cwd=folder).returncode == 0
    for file in (folder / "made").rglob("handlingsplan*"):
        shutil.copy(file, folder / f"brev{file.suffix}")
    return folder


def ended(words: str, kilobytes: int, place: Path) -> tuple[int, str]:
    """The exit code and stderr of a command that is given so much memory."""
    command = (sys.executable, "-m", "bygdeplan", *words.split())
    # What is up to date would not be made.
    shutil.rmtree(place / "build", ignore_errors=True)
    limited = ("sh", "-c", 'ulimit -v "$0" && exec "$@"', str(kilobytes), *command)
    done = run(*limited, cwd=place)
    return done.returncode, done.stderr


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_command_ends_with_enough_memory_as_ever(words: str, place: Path) -> None:
    code, err = ended(words, ENOUGH, place)
    assert (code, err) == (CODES.get(words.split(maxsplit=1)[0], 0), "")


@pytest.mark.parametrize("kilobytes", LITTLE)
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_command_works_or_says_that_it_cannot(words: str, kilobytes: int, place: Path) -> None:
    code, err = ended(words, kilobytes, place)
    if code == 2:
        assert err.startswith(TOLD)
        assert err.count("\n") == 1
    else:
        assert code == CODES.get(words.split(maxsplit=1)[0], 0)
