"""What a field saved at the desk takes, measured at the desk itself."""

import shutil
import sys
from pathlib import Path

import pytest

from bench.edit import measure_save
from bench.measure import Command
from tests.plans import ROOT

pytestmark = pytest.mark.slow


def test_what_is_saved_is_seen_to_be_shown(tmp_path: Path) -> None:
    for year in ("2025", "2026"):
        (tmp_path / "plans").mkdir(exist_ok=True)
        shutil.copy(ROOT / "plans" / f"{year}.yaml", tmp_path / "plans")
    words = [sys.executable, "-m", "bygdeplan", "edit", "2026", "--no-open"]
    made = measure_save(Command(words, tmp_path), runs=1)
    assert made.seconds > 0
    assert "Ordprøve 1\n" in (tmp_path / "plans" / "2026.yaml").read_text("utf-8")


def test_what_does_not_serve_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="where it is"):
        measure_save(Command([sys.executable, "-c", "print('nei')"], tmp_path))
