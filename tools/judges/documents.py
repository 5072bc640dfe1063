"""Every document of every plan in the repository, in every form and format, as a user has it."""

import shutil
import sys
from pathlib import Path

from bygdeplan.documents import FORMER
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
    wanted = [part for format_ in FORMATS for part in ("--format", format_)]
    wanted += [part for form in FORMER for part in ("--form", form)]
    for plan in sorted(plan for plans in PLANS for plan in Path(plans).glob("*.yaml")):
        command = ("-m", "bygdeplan", "render", str(plan), *wanted, "--out", str(folder))
        finished = run(sys.executable, *command)
        if finished.returncode:
            raise CouldNotJudge(f"bygdeplan render {plan}: {last_line(finished)}")
    return sorted(path for path in folder.rglob("*") if path.is_file())
