"""SARIF: the schema of the standard, and Microsoft's multitool, which knows what hosts make of it.

The multitool brings the schema with it. It says nothing at all of a file with a word that is none
of those there are («level»), and the schema nothing of a number that points nowhere: so both.
"""

import json
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jsonschema import FormatChecker  # type: ignore[import-untyped]  # carries no types
from jsonschema.validators import validator_for  # type: ignore[import-untyped]  # likewise

from tools.judges.plant import in_text
from tools.judges.programs import PACKAGES, last_line, run
from tools.judges.verdict import Complaint, CouldNotJudge, Judge

_PACKAGE = PACKAGES / "node_modules" / "@microsoft" / "sarif-multitool-linux"
_PROGRAM = _PACKAGE / "Sarif.Multitool"
_OPTIONS = ("--rule-kind", "Sarif;Gh", "--level", "Error;Warning")
"""What the standard says, and what GitHub needs."""
_SAID = re.compile(r"(?m)^.*\((?P<place>[\d,]+)\): (?:error|warning) (?P<rule>\w+): (?P<says>.*)$")
_AT_THE_END = "Analysis completed successfully."
# It asks for the address of the tool; this one has none that is sure to stay.
_KNOWN = "SARIF2005"


def judge_by_schema(files: Sequence[Path]) -> Iterator[Complaint]:
    """Hold each file against the schema of OASIS.

    Raises:
        CouldNotJudge: The package does not hold the schema.
    """
    try:
        schema = json.loads((_PACKAGE / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise CouldNotJudge(f"no schema of SARIF: {error}") from error
    validator = validator_for(schema)(schema, format_checker=FormatChecker())
    for file in files:
        try:
            log = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            yield Complaint(file, f"it is no JSON: {error}")
            continue
        for fault in validator.iter_errors(log):
            yield Complaint(file, f"{fault.json_path}: {fault.message}")


def judge(files: Sequence[Path]) -> Iterator[Complaint]:
    """Ask the multitool about each file by itself; of many it leaves some out."""
    # The install script that would do this is not run.
    if _PROGRAM.is_file():
        _PROGRAM.chmod(0o755)
    with ThreadPoolExecutor(max_workers=2) as pool:
        for complaints in pool.map(_judge_file, files):
            yield from complaints


def _judge_file(file: Path) -> list[Complaint]:
    finished = run(_PROGRAM.resolve(), "validate", file, *_OPTIONS)
    said = list(_SAID.finditer(finished.stdout))
    # Of a file that it has read it says at least what is known.
    if finished.returncode or _AT_THE_END not in finished.stdout or not said:
        raise CouldNotJudge(f"{file.name}: {last_line(finished)}")
    return [
        Complaint(file, f"{one['rule']}: {one['says']} [{one['place']}]")
        for one in said
        if one["rule"] != _KNOWN
    ]


SARIF_SCHEMA = Judge(
    "SARIF schema",
    ("sarif",),
    judge_by_schema,
    {
        "a severity of our own": in_text(rb'"level": "\w+",\n', b'"level": "feil",\n'),
        "columns counted in another way": in_text(b'"unicodeCodePoints"', b'"teikn"'),
        "a key of our own": in_text(rb'"results": \[', b'"funn": [], "results": ['),
        "another version": in_text(b'"2.1.0"', b'"2.2"'),
        "half a file": lambda file: file[: len(file) // 2],
    },
)
SARIF_MULTITOOL = Judge(
    "SARIF multitool",
    ("sarif",),
    judge,
    {
        "a column before the first": in_text(b'"startColumn": ', b'"startColumn": -'),
        "an end before the beginning": in_text(rb'"endLine": \d+', b'"endLine": 1'),
        "a rule that is not there": in_text(rb'"ruleIndex": \d+', b'"ruleIndex": 999'),
        "a name that is no URI": in_text(rb'"uri": "', b'"uri": "\\\\ '),
        "a message without a text": in_text(rb'"text": "[^"]*"\n +},\n +"loc', b'},"loc'),
        "a key of our own": in_text(rb'"results": \[', b'"funn": [], "results": ['),
        "half a file": lambda file: file[: len(file) // 2],
    },
)
