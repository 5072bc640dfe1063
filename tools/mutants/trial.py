"""Mutants on trial: in a copy of the repository the tests are run, the nearest ones first."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from tools.mutants.forked import NO_ANSWER, first_to_fail, read_before
from tools.mutants.mutant import SOURCE, Mutant

GENERAL = (
    "tests/cli/test_validate.py",
    "tests/test_facts.py",
    "tests/test_golden.py",
    "tests/test_every_field.py",
)
"""Tests that go through the whole program, the quickest first."""
DERIVED = "tests/test_docs.py"
"""Tests of the pages that are made from the code."""
_QUICK = "not slow and not wheel"


class NoTrial(Exception):
    """The tests can tell nothing about mutants, for they fail without any."""


class Stage(NamedTuple):
    """Tests that are run together: slow ones or the others, and the files or folders of them."""

    marked: str
    files: tuple[str, ...]


class Court:
    """A copy of the repository, in which one mutant after the other takes the place of a file.

    It lies outside the repository, which git would find from within.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self._copy, self._folder = folder / "repository", folder / "tests"
        _copy_files(root, self._copy)
        read_before()

    def killer(self, mutant: Mutant) -> str:
        """The test that finds a mutant; empty when none does."""
        with self._in_place(mutant):
            found = (self._run(*stage) for stage in stages(mutant.file, self._copy))
            return next(filter(None, found), "")

    def acquit(self, tried: Mapping[Mutant, str]) -> None:
        """See to it that what found mutants finds nothing in the code as it is.

        Raises:
            NoTrial: A test fails without any mutant.
        """
        tests = set(tried.values()) - {"", NO_ANSWER}
        for mutant, killer in tried.items():
            if killer == NO_ANSWER:
                tests.update(*(stage.files for stage in stages(mutant.file, self._copy)[:1]))
        if tests and (failed := self._run("", sorted(tests))):
            raise NoTrial(f"without any mutant: {failed}")

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
        options = ("-x", "-q", "--assert=plain", "-p", "no:cacheprovider")
        folder = f"--basetemp={self._folder}"
        return first_to_fail(self._copy, [*options, folder, "-m", marked, *tests])


def stages(file: Path, root: Path) -> list[Stage]:
    """The tests of a file of the program: first those nearest to it, then the general ones.

    Nearest are those that mirror it or name it in its room, or else all of its folder; the slow
    ones among them come next, and at last the rest of its room with what is made from the code,
    and the slow ones of its folder.
    """
    module = file.relative_to(SOURCE).with_suffix("")
    room = root / "tests" / module.parts[0]
    folder = next(each for each in (root / "tests" / module).parents if each.is_dir())
    near = [test for test in sorted(room.rglob("test_*.py")) if _is_near(test, module)]
    near = near or sorted(folder.rglob("test_*.py"))
    nearest = tuple(test.relative_to(root).as_posix() for test in near)
    general = tuple(test for test in GENERAL if (root / test).is_file())
    rest = tuple(name for name in (f"tests/{module.parts[0]}", DERIVED) if (root / name).exists())
    every = (
        Stage(_QUICK, nearest),
        Stage(_QUICK, general),
        Stage("slow", nearest),
        Stage(_QUICK, rest),
        Stage("slow", (folder.relative_to(root).as_posix(),)),
    )
    return [stage for stage in every if stage.files]


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
