"""Which files there are, and which commands take each."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path

from tests.vedtak.protokoll.filer import ENDINGS, as_file, page
from tests.vedtak.protokoll.former import FORMER
from tests.vedtak.protokoll.moteboker import EIN, IKKJE_FUNNE, LIKE, TO, TRE, ULIKE, USIKRE
from tools.corpus.run import PROGRAM, Job

PLANS = (Path("plans"), Path("tests/cases/toppdalen/plans"))
"""The folders of plans in the repository; the minutes of the tests are about the last of them."""
_AUDITED = {".docx", ".odt"}
_READ_AS_MINUTES = {*_AUDITED, ".pdf", ".html", ".txt", ".md"}
_JSON = ("--format", "json")
_FORMATS = ("docx", "odt", "pdf", "html", "md")


def of_plans(folder: Path, workplace: Path) -> Iterator[Job]:
    """What is done with the plans of a folder, each as the one of its year."""
    home = workplace / "-".join(folder.resolve().parts[-3:])
    # Some commands write beside a plan, where others would read it.
    for name in ("plans", "written"):
        shutil.copytree(folder, home / name, dirs_exist_ok=True)
    files = sorted((home / "plans").glob("*.yaml"))
    for plan in files:
        own = home / "written" / plan.name
        formats = chain.from_iterable(("--format", name) for name in _FORMATS)
        yield _job("validate", plan, plan, *_JSON)
        yield _job("render", plan, plan, *formats, "--out", _made_of(plan))
        yield _job("calendar", plan, plan, "--format", "ics")
        yield _job("vedtak list", plan, plan, *_JSON)
        yield _job("new", plan, _year_after(own), "--from", own)
        yield _job("lock", plan, own)
    for old, new in pairwise(files):
        yield _job("diff", new, old, new, *_JSON)
        yield _job(
            "render --against", new, new, "--against", old, "--out", _made_of(new) / "changed"
        )


def made_by(jobs: Iterable[Job]) -> Iterator[tuple[Path, Path]]:
    """The documents that jobs on plans have made, each with its plan."""
    for plan in dict.fromkeys(job.file for job in jobs):
        yield from ((file, plan) for file in files_in([_made_of(plan)]))


def of_file(file: Path, plan: Path) -> Iterator[Job]:
    """What is done with a finished file, held against a plan."""
    if file.suffix in _AUDITED:
        yield _job("audit", file, file, "--plan", plan, *_JSON)
    if file.suffix in _READ_AS_MINUTES:
        yield _job("vedtak check", file, file, "--plan", plan, *_JSON)


def minutes(folder: Path) -> list[Path]:
    """The minutes that the tests have, as files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [book.text for book in (*LIKE, *ULIKE, *USIKRE, *IKKJE_FUNNE)]
    texts += [form.text for form in FORMER]
    written = {
        folder / f"minutes.{ending}": as_file(page((EIN, TO, TRE)), ending) for ending in ENDINGS
    } | {folder / f"minutes-{number}.txt": text.encode() for number, text in enumerate(texts, 1)}
    for file, content in written.items():
        file.write_bytes(content)
    return list(written)


def files_in(folders: Iterable[Path], endings: Sequence[str] = ()) -> list[Path]:
    """The files below some folders that a command takes; hidden ones are none."""
    wanted = set(endings or _READ_AS_MINUTES)
    below = (file for folder in folders for file in sorted(folder.rglob("*")))
    return [file for file in below if file.suffix in wanted and not file.name.startswith(".")]


def plan_folders(folders: Iterable[Path]) -> list[Path]:
    """The folders among some, or below them, that hold plans."""
    return list(dict.fromkeys(file.parent for file in files_in(folders, [".yaml"])))


def _made_of(plan: Path) -> Path:
    return plan.parents[1] / "made" / plan.stem


def _job(command: str, file: Path, *words: str | Path) -> Job:
    name = command.partition(" --")[0].split()
    at = (word.resolve() if isinstance(word, Path) else word for word in words)
    return Job(command, file, (*PROGRAM, *name, *at), file.resolve().parent)


def _year_after(plan: Path) -> str:
    return str(int(plan.stem) + 1) if plan.stem.isdecimal() else "2099"
