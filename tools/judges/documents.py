"""Every document of every plan in the repository, in every form and format, as a user has it.

And those that show what is changed since the year before, and what is found in all of them.
"""

import shutil
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from bygdeplan.documents.saksframlegg import FORMER
from tools.judges.findings import report_all
from tools.judges.programs import WORKPLACE, last_line, run
from tools.judges.verdict import CouldNotJudge

FORMATS = ("docx", "odt", "html", "pdf", "md")
PLANS = ("plans", "tests/cases/toppdalen/plans")


def render_all() -> list[Path]:
    """The files of all plans, made anew.

    Raises:
        CouldNotJudge: A plan could not be rendered, or checked.
    """
    folder = WORKPLACE / "documents"
    shutil.rmtree(folder, ignore_errors=True)
    forms = _options("--form", FORMER)
    for plans in PLANS:
        files = sorted(Path(plans).glob("*.yaml"))
        for plan in files:
            _render(plan, *_options("--format", FORMATS), *forms, "--out", str(folder))
        for old, new in pairwise(files):
            wanted = _options("--format", [format_ for format_ in FORMATS if format_ != "odt"])
            _render(new, "--against", str(old), *wanted, "--out", str(folder))
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    judged = [plan for place in PLANS for plan in sorted(Path(place).glob("*.yaml"))]
    return [*made, *report_all(judged, [file for file in made if file.suffix == ".docx"][:2])]


def _options(name: str, values: Iterable[str]) -> list[str]:
    return [part for value in values for part in (name, value)]


def _render(plan: Path, *words: str) -> None:
    finished = run(sys.executable, "-m", "bygdeplan", "render", str(plan), *words)
    if finished.returncode:
        raise CouldNotJudge(f"bygdeplan render {plan}: {last_line(finished)}")
