"""What a measured command is run with."""

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def test_programs_keep_their_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    sys.modules.pop("bench.measure", None)
    from bench.measure import Command, run

    says = "import sys; sys.exit(sys.dont_write_bytecode)"
    run(Command([sys.executable, "-c", says], tmp_path))
