"""Every document of every plan in the repository, in every format, as a user renders them."""

import shutil
import sys
from pathlib import Path

from tools.judges.programs import WORKPLACE, last_line, run
from tools.judges.verdict import CouldNotJudge

FORMATS = ("docx", "odt", "html", "pdf", "md")
PLANS = ("plans", "tests/cases/toppdalen/plans")


def render_all() -> list[Path]:
    """The files of all plans, made anew.

    Raises:
        CouldNotJudge: A plan could not be rendered.
    """
    folder = WORKPLACE / "documents"
    shutil.rmtree(folder, ignore_errors=True)
    formats = [part for format_ in FORMATS for part in ("--format", format_)]
    for plan in sorted(plan for plans in PLANS for plan in Path(plans).glob("*.yaml")):
        command = ("-m", "bygdeplan", "render", str(plan), *formats, "--out", str(folder))
        finished = run(sys.executable, *command)
        if finished.returncode:
            raise CouldNotJudge(f"bygdeplan render {plan}: {last_line(finished)}")
    return sorted(path for path in folder.rglob("*") if path.is_file())
