"""What tests may start is held: no program, no Typst, and pandoc once for each question."""

import subprocess
import sys
from pathlib import Path

import pytest
import typst

from tests.starting import remembering


def test_a_test_that_is_not_marked_starts_no_program() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"it starts python.*: mark it"):
        subprocess.run([sys.executable, "--version"], check=False)


def test_a_test_that_is_not_marked_makes_no_pdf() -> None:
    with pytest.raises(pytest.fail.Exception, match="it starts Typst: mark it"):
        typst.Compiler(b"a").compile(format="pdf")


@pytest.mark.slow
def test_a_test_that_is_marked_may_start_what_it_will() -> None:
    assert subprocess.run([sys.executable, "--version"], check=False).returncode == 0
    assert typst.Compiler(b"a").compile(format="svg")


def test_pandoc_is_asked_anew_when_any_of_what_it_is_told_is_another(tmp_path: Path) -> None:
    asked: list[bytes] = []

    def pandoc(command: list[str], content: bytes) -> bytes:
        asked.append(content)
        return f"{command} {len(asked)}".encode()

    (tmp_path / "answers").mkdir()
    ask = remembering(tmp_path / "answers", pandoc)
    lua = tmp_path / "a.lua"
    lua.write_text("one", encoding="utf-8")
    to_docx, to_odt = (["pandoc", f"--to={to}", f"--lua-filter={lua}"] for to in ("docx", "odt"))
    first = ask(to_docx, b"x")
    assert ask(to_docx, b"x") == first
    assert len(asked) == 1
    assert len({first, ask(to_docx, b"y"), ask(to_odt, b"x")}) == 3
    lua.write_text("two", encoding="utf-8")
    assert ask(to_docx, b"x") != first
