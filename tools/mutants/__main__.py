"""Draw mutants, put each on trial, say which test found it: `make mutants`.

Exit 0: at most one in ten lives, those that do the same as the code they come from counted. Else 1.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tools.mutants.alike import is_alike
from tools.mutants.mutant import AREAS, SOURCE, Mutant, draw
from tools.mutants.trial import Court, NoTrial

MOST_LIVE = 0.1


class Tried(NamedTuple):
    """A mutant and the test that finds it; empty when none does."""

    mutant: Mutant
    killer: str


def main() -> int:
    """Try a sample of mutants and write a table of them."""
    wanted, root = _wanted(), Path()
    drawn = draw(root, wanted.seed, wanted.sample, wanted.area or tuple(AREAS))
    mutants = [mutant for mutant in drawn if wanted.only in _place(mutant)]
    tried: list[Tried] = []
    try:
        with TemporaryDirectory() as folder:
            for one in _try_all(mutants, Court(root, Path(folder))):
                tried.append(one)
                _say(_row(one))
    except NoTrial as error:
        _say(f"mutants: {error}")
        return 1
    live = [one for one in tried if not one.killer]
    alike = sum(is_alike(one.mutant) for one in live)
    _say(f"{len(tried)} mutants: {len(live)} live, {alike} of them alike")
    return 0 if len(live) <= MOST_LIVE * len(tried) else 1


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed draws others")
    parser.add_argument("--sample", type=int, default=80, help="how many")
    parser.add_argument("--area", action="append", choices=AREAS, help="from where; from all")
    parser.add_argument("--only", default="", help="those whose place has this in it, of the drawn")
    return parser.parse_args()


def _try_all(mutants: Sequence[Mutant], court: Court) -> Iterator[Tried]:
    """Each mutant with what finds it, in order; at last what found them is tried itself."""
    killers = []
    for mutant in mutants:
        killer = court.killer(mutant)
        killers.append(killer)
        yield Tried(mutant, killer)
    court.acquit(killers)


def _place(mutant: Mutant) -> str:
    return f"{mutant.file.relative_to(SOURCE)}:{mutant.line}"


def _row(one: Tried) -> str:
    said = one.killer or ("ALIKE" if is_alike(one.mutant) else "LIVES")
    changed = f"    - {one.mutant.before}\n    + {one.mutant.after}"
    return f"{_place(one.mutant)} {one.mutant.where}: {said}\n{changed}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
