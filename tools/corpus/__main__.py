"""Run every file through every command that takes it, and say what took most: `make corpus`.

Exit 1: a command crashed, was ended by a signal, or ended with a code that none of them has.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.corpus.jobs import PLANS, files_in, made_by, minutes, of_file, of_plans, plan_folders
from tools.corpus.run import Done, Job, do

WORKPLACE = Path("build/corpus")
WORST = 10
_MEASURES: tuple[tuple[str, Callable[[Done], float], str], ...] = (
    ("seconds of the processor", lambda done: done.seconds, "{:.1f}"),
    ("megabytes", lambda done: done.memory / 1000, "{:.0f}"),
    ("found", lambda done: done.found, "{:.0f}"),
)


def main() -> int:
    """Run all jobs, and write a table of the worst for each measure."""
    given = _wanted()
    shutil.rmtree(WORKPLACE, ignore_errors=True)
    done: list[Done] = []
    with ThreadPoolExecutor(given.processes) as pool:
        for jobs in stages(given.folders):
            done += pool.map(do, jobs)
    sys.stdout.writelines(f"{line}\n" for line in report(done))
    return 1 if any(each.crash for each in done) else 0


def stages(folders: Sequence[Path]) -> Iterator[list[Job]]:
    """The jobs on plans, and then those on the files that were made by them, and the others."""
    plans = [*PLANS, *plan_folders(folders)]
    on_plans = [job for folder in plans for job in of_plans(folder, WORKPLACE)]
    yield on_plans
    newest, invented = (max(folder.glob("*.yaml")) for folder in PLANS)
    about = [*made_by(on_plans)]
    about += [(file, newest) for file in files_in(folders)]
    about += [(file, invented) for file in minutes(WORKPLACE / "minutes")]
    yield [job for file, plan in about for job in of_file(file, plan)]


def report(done: Sequence[Done]) -> Iterator[str]:
    """The tables, and what crashed."""
    for name, measure, form in _MEASURES:
        worst = sorted(done, key=measure, reverse=True)[:WORST]
        yield from _table(name, ((form.format(measure(each)), each.job) for each in worst))
    crashed = [each for each in done if each.crash]
    yield from (f"CRASHED: {each.job}: {each.crash}" for each in crashed)
    yield f"{len(done)} runs, {len(crashed)} crashed"


def _table(name: str, rows: Iterable[tuple[str, Job]]) -> Iterator[str]:
    yield from (f"| {name} | command | file |", "|---:|---|---|")
    for value, job in rows:
        yield f"| {value} | {job.command} | {os.path.relpath(job.file)} |"
    yield ""


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.corpus", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="files of others to run through")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="at a time")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
