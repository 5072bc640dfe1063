"""Microsoft's Open XML SDK, which knows what Word accepts."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.judges.plant import in_part
from tools.judges.programs import PACKAGES, last_line, run
from tools.judges.verdict import Complaint, CouldNotJudge, Judge

_VALIDATOR = PACKAGES / "node_modules" / ".bin" / "ooxml-validator"
# 0 for a sound file, 1 for one with errors; anything else is the validator's own trouble.
_ANSWERED = (0, 1)


def judge(files: Sequence[Path]) -> Iterator[Complaint]:
    """Ask about each file by itself, which is all the validator takes."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        for complaints in pool.map(_judge_file, files):
            yield from complaints


def _judge_file(file: Path) -> list[Complaint]:
    finished = run(_VALIDATOR.resolve(), file)
    try:
        verdict = json.loads(finished.stdout)
    except json.JSONDecodeError as error:
        raise CouldNotJudge(last_line(finished)) from error
    if finished.returncode not in _ANSWERED or verdict["ok"] != (not verdict["errors"]):
        raise CouldNotJudge(last_line(finished))
    return [
        Complaint(file, f"{error['description']} [{error['path']} {error['xPath']}]")
        for error in verdict["errors"]
    ]


OPEN_XML = Judge(
    "Open XML SDK",
    ("docx",),
    judge,
    {
        "an element out of place": in_part("word/document.xml", b"<w:body>", b"<w:body><w:tblPr/>"),
        "an attribute out of range": in_part(
            "word/document.xml",
            b"<w:sectPr",
            b'<w:p><w:pPr><w:jc w:val="oblique"/></w:pPr></w:p><w:sectPr',
        ),
        "half a file": lambda file: file[: len(file) // 2],
    },
)
