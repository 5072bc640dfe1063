"""Nothing is read or parsed twice in one command, however many ways lead to a file."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bygdeplan.les import package
from bygdeplan.load import planfil
from bygdeplan.utgave import git, lasefil, utgave
from tests.cli.conftest import Program
from tests.history import begin_history

BOTH = {"plans/2030.yaml", "plans/2031.yaml"}
LOCK = "plans/2031-r1.lock"
THEN = "plans/2031.yaml@HEAD"
SAKSFRAMLEGG = "render 2031 --document saksframlegg"

COMMANDS: dict[str, set[str]] = {
    "validate": BOTH | {LOCK},
    "validate 2030 2031": BOTH | {LOCK},
    "diff 2030 2031": BOTH,
    "diff 2031@HEAD 2031": {"plans/2031.yaml", THEN},
    "diff 2031@r1 plans/2031-r1.lock": {LOCK},
    SAKSFRAMLEGG: BOTH | {LOCK},
    f"{SAKSFRAMLEGG} --against 2030": BOTH | {LOCK},
    f"{SAKSFRAMLEGG} --against plans/2030.yaml": BOTH | {LOCK},
    f"{SAKSFRAMLEGG} --against 2031@r1": BOTH | {LOCK},
    f"{SAKSFRAMLEGG} --against 2031@HEAD": BOTH | {LOCK, THEN},
    # What is to be written is read back before it is.
    "lock 2031 --revision 1 --date 2031-02-19": BOTH | {LOCK, "låsefila"},
    "new 2032 --from 2031": BOTH | {LOCK, "plans/2032.yaml"},
    "calendar 2031": {"plans/2031.yaml"},
    "vedtak list 2031": {"plans/2031.yaml"},
    "audit build/fil.docx --plan 2031": BOTH | {LOCK, "build/fil.docx"},
}
"""What each command reads, by the names that reports call the files."""


@pytest.fixture
def reads(workplace: Path, bygdeplan: Program, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Make a folder with a git history and a locked revision, and count what is read from now."""
    assert bygdeplan("lock", "2031", "--revision", "1", "--date", "2031-02-19").code == 0
    (workplace / "build").mkdir()
    (workplace / "build/fil.docx").write_bytes(b"ingen docx")
    begin_history(workplace).commit("Legg fram planen")
    counted: Counter[str] = Counter()

    def count(module: Any, function: str, name_of: Callable[..., str]) -> None:
        before = getattr(module, function)

        def counting(*given: Any, **named: Any) -> Any:
            counted[name_of(*given)] += 1
            return before(*given, **named)

        monkeypatch.setattr(module, function, counting)

    # Whatever its bytes come from, a plan goes through one of the first three.
    count(planfil, "read_plan", lambda _, name: name)
    count(utgave, "read_plan", lambda _, name: name)
    count(lasefil, "read_lock", lambda _, name: name)
    count(package, "open_package", lambda path: path.as_posix())
    for module in (planfil, lasefil):
        count(module, "read_bytes", lambda path: f"bytes of {path.as_posix()}")
    count(git, "read_at", lambda file, edition, _: f"bytes of {file.as_posix()}@{edition}")
    return counted


@pytest.mark.usefixtures("quick_documents")
@pytest.mark.parametrize(("words", "expected"), COMMANDS.items(), ids=COMMANDS)
def test_everything_is_read_once(
    words: str, expected: set[str], bygdeplan: Program, reads: Counter[str]
) -> None:
    said = bygdeplan(*words.split())
    assert said.code in {0, 1}, said.err
    assert {name: times for name, times in reads.items() if times > 1} == {}
    assert {name for name in reads if not name.startswith("bytes of ")} == expected
