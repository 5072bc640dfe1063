"""Findings as SARIF, the way a code host gets them.

Of every plan in the repository, of plans that are damaged in ways that give other findings, and of
documents, which have none.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tools.judges.programs import WORKPLACE, last_line, run
from tools.judges.verdict import CouldNotJudge

FOLDER = "planar på «prøve» #1"
"""Where the damaged plans lie; every sign of it is another in a URI."""
DAMAGES: Mapping[str, tuple[bytes, bytes]] = {
    "ukjend-nøkkel": (rb"(?m)^  pilot:", b"  pilott:"),
    "ikkje-yaml": (rb"(?m)^avtale:", b"avtale: ["),
    "ikkje-utf-8": (rb"(?m)^avtale:", b"# \xe6\navtale:"),
    "med-unntak": (rb"(?m)^delm\S+:$", "delmål:  # bygdeplan: tillat BP612 fordi æøå 🙂".encode()),
    "unntak-til-overs": (rb"(?m)^dato:", b"# bygdeplan: tillat BP601 fordi x\ndato:"),
    "tom": (rb"(?s).*", b""),
}
_CODES_OF_A_CHECK = (0, 1)


def report_all(plans: Sequence[Path], documents: Iterable[Path]) -> list[Path]:
    """The findings of plans, and of finished documents, each in a file of its own.

    Raises:
        CouldNotJudge: A file could not be checked, or is written otherwise than as UTF-8.
    """
    folder = WORKPLACE / "documents" / "findings"
    damaged = (_damaged(plans[-1], folder / FOLDER, name) for name in DAMAGES)
    return [
        *(_reported("validate", plan, folder) for plan in (*plans, *damaged)),
        *(_reported("audit", document, folder) for document in documents),
    ]


def _damaged(plan: Path, folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    made, count = re.subn(*DAMAGES[name], plan.read_bytes(), count=1)
    if not count:
        raise CouldNotJudge(f"{plan} could not be damaged: {name}")
    file = folder / f"{name}.yaml"
    file.write_bytes(made)
    return file


def _reported(command: str, file: Path, folder: Path) -> Path:
    words = (sys.executable, "-m", "bygdeplan", command, file, "--format", "sarif")
    finished = run(*words)
    try:
        json.loads(finished.stdout)
    except json.JSONDecodeError as error:
        raise CouldNotJudge(f"bygdeplan {command} {file}: {last_line(finished)}") from error
    if finished.returncode not in _CODES_OF_A_CHECK:
        raise CouldNotJudge(f"bygdeplan {command} {file}: {last_line(finished)}")
    report = folder / f"{command}-{'-'.join(file.parts[-3:-1])}-{file.stem}.sarif"
    folder.mkdir(parents=True, exist_ok=True)
    report.write_text(finished.stdout, encoding="utf-8")
    return report
