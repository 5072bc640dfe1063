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
PILOTS = {
    "vest-telemark": Path("plans"),
    **{
        name: Path("tests/cases") / name / "plans"
        for name in ("toppdalen", "ytterkysten", "tanafjorden", "midtfjorden")
    },
}
"""Pilot → its plans: two that write Nynorsk, two Bokmål, and one of each."""
IN_EVERY_FORM = ("vest-telemark", "toppdalen")
"""Of the others a saksframlegg comes whole alone: its body says nothing that it does not."""


def render_all() -> list[Path]:
    """The files of all plans, made anew.

    Raises:
        CouldNotJudge: A plan could not be rendered, or checked.
    """
    folder = WORKPLACE / "documents"
    shutil.rmtree(folder, ignore_errors=True)
    made = [file for pilot in PILOTS for file in _render_pilot(pilot, folder / pilot)]
    judged = [plan for place in PILOTS.values() for plan in sorted(place.glob("*.yaml"))]
    return [*made, *report_all(judged, [file for file in made if file.suffix == ".docx"][:2])]


def _render_pilot(pilot: str, folder: Path) -> list[Path]:
    """The files of a pilot, with its name first in theirs: some judges go by that alone."""
    plans = sorted(PILOTS[pilot].glob("*.yaml"))
    forms = _options("--form", FORMER) if pilot in IN_EVERY_FORM else []
    for plan in plans:
        _render(plan, *_options("--format", FORMATS), *forms, "--out", str(folder))
    for old, new in pairwise(plans):
        wanted = _options("--format", [format_ for format_ in FORMATS if format_ != "odt"])
        _render(new, "--against", str(old), *wanted, "--out", str(folder))
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    return [file.rename(file.with_name(f"{pilot}-{file.name}")) for file in made]


def _options(name: str, values: Iterable[str]) -> list[str]:
    return [part for value in values for part in (name, value)]


def _render(plan: Path, *words: str) -> None:
    finished = run(sys.executable, "-m", "bygdeplan", "render", str(plan), *words)
    if finished.returncode:
        raise CouldNotJudge(f"bygdeplan render {plan}: {last_line(finished)}")
