"""Mutants on trial: in a copy of the repository the tests are run, the nearest ones first."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from tools.mutants.mutant import SOURCE, Mutant

NO_ANSWER = "no test could be run"
_NOTHING_COLLECTED = 5
_SECONDS = 1800
GENERAL = (
    "tests/cli/test_validate.py",
    "tests/test_facts.py",
    "tests/test_golden.py",
    "tests/test_every_field.py",
    "tests/test_mutations.py",
)
"""Tests that go through the whole program, the quickest first."""


class NoTrial(Exception):
    """The tests can tell nothing about mutants, for they fail without any."""


class Stage(NamedTuple):
    """Tests that are run together: slow ones or the others, and the files they are in."""

    marked: str
    files: tuple[str, ...]


class Court:
    """A copy of the repository, in which one mutant after the other takes the place of a file.

    It lies outside the repository, which git would find from within.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self._copy, self._folder = folder / "repository", folder / "tests"
        _copy_files(root, self._copy)

    def killer(self, mutant: Mutant) -> str:
        """The test that finds a mutant; empty when none does."""
        with self._in_place(mutant):
            found = (self._run(*stage) for stage in stages(mutant.file, self._copy))
            return next(filter(None, found), "")

    def acquit(self, killers: Iterable[str]) -> None:
        """See to it that what found mutants finds nothing in the code as it is.

        Raises:
            NoTrial: A test fails without any mutant.
        """
        tests = sorted(set(killers) - {"", NO_ANSWER})
        if tests and (failed := self._run("", tests)):
            raise NoTrial(f"{failed} fails without any mutant")

    @contextmanager
    def _in_place(self, mutant: Mutant) -> Iterator[None]:
        file = self._copy / mutant.file
        kept = file.read_text(encoding="utf-8")
        try:
            _write(file, mutant.text)
            yield
        finally:
            _write(file, kept)

    def _run(self, marked: str, tests: Sequence[str]) -> str:
        """The first test that fails, or file that does; empty when all pass, or there are none."""
        options = (
            "-x",
            "-q",
            "-r",
            "N",
            "--tb=no",
            "-p",
            "no:cacheprovider",
            f"--basetemp={self._folder}",
        )
        try:
            ended = subprocess.run(  # noqa: S603  # pytest, with the tests of the repository
                (sys.executable, "-m", "tools.mutants.bounded", *options, "-m", marked, *tests),
                cwd=self._copy,
                env={**os.environ, "PYTHONPATH": f"{self._copy / 'src'}{os.pathsep}{self._copy}"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return NO_ANSWER
        if ended.returncode in {0, _NOTHING_COLLECTED}:
            return ""
        last = ended.stdout.rpartition("\n")[2]
        return last if last.startswith("tests/") else NO_ANSWER


def stages(file: Path, root: Path) -> list[Stage]:
    """The tests of a file of the program, the nearest and quickest first.

    Those that mirror it or name it; those of its room; those that name it elsewhere and those that
    go through the whole; at last the slow ones among them all.
    """
    module = file.relative_to(SOURCE).with_suffix("")
    room = f"tests/{module.parts[0]}/"
    near: list[str] = []
    beside: list[str] = []
    far: list[str] = []
    for path in sorted((root / "tests").rglob("test_*.py")):
        test = path.relative_to(root).as_posix()
        is_near = _is_near(path, module)
        if test.startswith(room):
            (near if is_near else beside).append(test)
        elif is_near and not test.startswith("tests/tools/"):
            far.append(test)
    far += [test for test in GENERAL if (root / test).is_file()]
    quick = (Stage("not slow and not wheel", tuple(tests)) for tests in (near, beside, far))
    slow = Stage("slow", (*near, *beside, *far))
    return [stage for stage in (*quick, slow) if stage.files]


def _is_near(test: Path, module: Path) -> bool:
    named = ".".join(("bygdeplan", *module.parts))
    return test.stem == f"test_{module.name}" or named in test.read_text(encoding="utf-8")


def _copy_files(root: Path, copy: Path) -> None:
    """Copy what git knows of or would, as it stands in the work tree."""
    listed = subprocess.run(
        ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"),  # noqa: S607
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (root / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            copyfile(root / name, copy / name)


def _write(file: Path, text: str) -> None:
    """Write a module, and forget what Python has compiled of it, be it as old to the second."""
    file.write_text(text, encoding="utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()
