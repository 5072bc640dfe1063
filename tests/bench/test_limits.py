"""What the rows of the bench are held against is made to its end."""

import sys
from pathlib import Path

import pytest

from bench.limits import whole_set, with_drawings_beside
from bench.measure import Command, measure
from tests.convert.pages import FIGURE, page

pytestmark = pytest.mark.slow


def test_bare_pandoc_and_typst_make_every_file(tmp_path: Path) -> None:
    source = tmp_path / "plan.html"
    source.write_text(page(f"<p>Hus</p>{FIGURE}"), "utf-8")
    bare = with_drawings_beside(source, tmp_path)
    whole_set("docx,pdf", str(bare))
    assert {"plan-1.svg", "plan.html.docx", "plan.html.pdf"} < {p.name for p in tmp_path.iterdir()}


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended with 1"):
        measure(Command([sys.executable, "-c", "raise SystemExit(1)"], tmp_path))
