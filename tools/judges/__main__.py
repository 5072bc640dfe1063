"""Render every document, ask every judge, say what they found: `make judges`.

Exit 0: no judge has anything against any file, and each found the faults planted for it. Else 1.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.judges.archive import PIKEPDF
from tools.judges.changes import LIBREOFFICE_CHANGES
from tools.judges.documents import render_all
from tools.judges.language import LINGUA
from tools.judges.office import LIBREOFFICE_DOCX, LIBREOFFICE_ODT
from tools.judges.programs import WORKPLACE, install
from tools.judges.sarif import SARIF_MULTITOOL, SARIF_SCHEMA
from tools.judges.trial import ask
from tools.judges.verdict import CouldNotJudge, Judge, Verdict
from tools.judges.web import AXE, NU_CHECKER
from tools.judges.word import OPEN_XML

# The slowest first, for they run side by side.
JUDGES: tuple[Judge, ...] = (
    AXE,
    LIBREOFFICE_DOCX,
    LIBREOFFICE_ODT,
    LIBREOFFICE_CHANGES,
    OPEN_XML,
    SARIF_MULTITOOL,
    NU_CHECKER,
    PIKEPDF,
    LINGUA,
    SARIF_SCHEMA,
)


def main() -> int:
    """Ask all judges about all documents."""
    try:
        files = _prepare()
    except CouldNotJudge as error:
        sys.stdout.write(f"judges: {error}\n")
        return 1
    with ThreadPoolExecutor() as pool:
        verdicts = list(pool.map(lambda judge: ask(judge, files), JUDGES))
    lines = [*map(_summary, verdicts), *(line for one in verdicts for line in _details(one))]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0 if all(verdict.is_good for verdict in verdicts) else 1


def _prepare() -> list[Path]:
    """Install the judges and render the documents at the same time."""
    with ThreadPoolExecutor() as pool:
        installed, rendered = pool.submit(install), pool.submit(render_all)
        installed.result()
        return [file.resolve() for file in rendered.result()]


def _summary(verdict: Verdict) -> str:
    found = f"{len(verdict.complaints)} complaints" if not verdict.failure else "COULD NOT JUDGE"
    planted = len(verdict.caught) + len(verdict.missed)
    return (
        f"{verdict.judge:22} {verdict.files:3} files  {found:16} "
        f"{len(verdict.caught)} of {planted} planted faults found  {verdict.seconds:5.1f} s"
    )


def _details(verdict: Verdict) -> Iterator[str]:
    """Why a verdict is not good: the same complaint about many files is told once."""
    if verdict.failure:
        yield f"{verdict.judge}: {verdict.failure}"
    for name in verdict.missed:
        yield f"{verdict.judge}: did not find the planted fault «{name}»"
    by_words: dict[str, list[Path]] = defaultdict(list)
    for complaint in verdict.complaints:
        by_words[complaint.says].append(complaint.file)
    for says, files in by_words.items():
        where = files[0].relative_to((WORKPLACE / "documents").resolve())
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        yield f"{verdict.judge}: {where}{more}: {says}"


if __name__ == "__main__":
    sys.exit(main())
