"""Draw mutants, put each on trial, say which test found it: `make mutants`.

Exit 0: at most one in ten lives, those that do the same as the code they come from counted. Else 1.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.mutants.alike import is_alike
from tools.mutants.mutant import AREAS, SOURCE, Mutant, draw
from tools.mutants.trial import Court, NoTrial

MOST_LIVE = 0.1


def main() -> int:
    """Try a sample of mutants and write a table of them."""
    wanted, root = _wanted(), Path()
    drawn = draw(root, wanted.seed, wanted.sample, wanted.area or tuple(AREAS))
    mutants = [mutant for mutant in drawn if wanted.only in _place(mutant)]
    tried: dict[Mutant, str] = {}
    try:
        with TemporaryDirectory() as folder:
            court = Court(root, Path(folder))
            for mutant in mutants:
                tried[mutant] = court.killer(mutant)
                _say(_row(mutant, tried[mutant]))
            court.acquit(tried)
    except NoTrial as error:
        _say(f"mutants: {error}")
        return 1
    live = [mutant for mutant, killer in tried.items() if not killer]
    alike = sum(map(is_alike, live))
    _say(f"{len(tried)} mutants: {len(live)} live, {alike} of them alike")
    return 0 if len(live) <= MOST_LIVE * len(tried) else 1


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed draws others")
    parser.add_argument("--sample", type=int, default=80, help="how many")
    parser.add_argument("--area", action="append", choices=AREAS, help="from where; from all")
    parser.add_argument("--only", default="", help="those whose place has this in it, of the drawn")
    return parser.parse_args()


def _place(mutant: Mutant) -> str:
    return f"{mutant.file.relative_to(SOURCE)}:{mutant.line}"


def _row(mutant: Mutant, killer: str) -> str:
    said = killer or ("ALIKE" if is_alike(mutant) else "LIVES")
    changed = f"    - {mutant.before}\n    + {mutant.after}"
    return f"{_place(mutant)} {mutant.where}: {said}\n{changed}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
