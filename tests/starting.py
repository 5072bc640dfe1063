"""What tests may start: an unmarked one no program but git, and pandoc each thing only once.

A test that is marked `slow`, by itself or by its file, may start what it will: pandoc, Typst,
another Python. Any other that tries fails, also when everything is run, so that `make quick` is
what it says.
"""

import subprocess
from collections.abc import Callable
from hashlib import sha256
from os import PathLike, fsdecode
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, cast

import pytest
import typst

Call = Callable[[list[str], bytes], bytes]
"""How pandoc is called: the command line and the content → what it writes."""

_ALWAYS_ALLOWED = {"git"}


class Gate:
    """Lets the test that runs start programs, or fails it."""

    def __init__(self) -> None:
        self.is_open = True

    def watch(self) -> None:
        """Look at every program that this process starts, and at Typst, which is none."""
        start, begin = subprocess.Popen.__init__, typst.Compiler

        def popen(process: Any, command: Any, *args: Any, **kwargs: Any) -> None:
            name = _program(command)
            if name not in _ALWAYS_ALLOWED:
                self.refuse(name)
            start(process, command, *args, **kwargs)

        def compiler(*args: Any, **kwargs: Any) -> typst.Compiler:
            made = begin(*args, **kwargs)
            return made if self.is_open else cast("typst.Compiler", _Drawer(made, self))

        # An audit hook would hear the same, and of every attribute too: 5 % of all the tests' time.
        subprocess.Popen.__init__ = popen  # type: ignore[assignment, method-assign]
        typst.Compiler = compiler  # type: ignore[assignment, misc]

    def refuse(self, name: str) -> None:
        """Fail the test that runs, unless it may start things."""
        if not self.is_open:
            pytest.fail(f"it starts {name}: mark it, or its file, `slow`")


class _Drawer:
    """A Typst that draws the charts of a page, some 20 ms each, and makes no document."""

    def __init__(self, compiler: typst.Compiler, gate: Gate) -> None:
        self.compiler, self.gate = compiler, gate

    def compile(self, **wanted: Any) -> Any:
        if wanted["format"] != "svg":
            self.gate.refuse("Typst")
        return self.compiler.compile(**wanted)


def _program(command: Any) -> str:
    """The name of the program that a command starts."""
    first = command if isinstance(command, (str, bytes, PathLike)) else command[0]
    return Path(fsdecode(first)).stem


def remembering(folder: Path, call: Call) -> Call:
    """A pandoc that is called once for all tests with the same command, files and content.

    Workers share what they know through the folder.
    """

    def call_once(command: list[str], content: bytes) -> bytes:
        known = folder / _key(command, content)
        if known.exists():
            return known.read_bytes()
        answer = call(command, content)
        with NamedTemporaryFile(dir=folder, delete=False) as unfinished:
            unfinished.write(answer)
        Path(unfinished.name).replace(known)
        return answer

    return call_once


def _key(command: list[str], content: bytes) -> str:
    """What an answer is known by: all that pandoc is told, and the files it is told of."""
    key = sha256(content)
    for word in command:
        key.update(b"\0" + word.encode())
        option, _, file = word.partition("=")
        if option in ("--lua-filter", "--reference-doc"):
            key.update(b"\0" + Path(file).read_bytes())
    return key.hexdigest()
