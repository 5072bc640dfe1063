"""What a user means by `2026`, `plans/2026.yaml`, `2026@HEAD~3` or `2026@r1`, read from its place.

The part after `@` names an edition: a locked revision, or a revision in git's own words. Only where
plans are compared is another edition than the file's own of use; what is written, and what stands
around a plan (the year before, own templates), is always of the working folder.
"""

import re
from pathlib import Path

from bygdeplan.funn.fault import Fault
from bygdeplan.load import Planfil, load_plan
from bygdeplan.load.planfil import read_plan
from bygdeplan.load.text import MAX_BYTES
from bygdeplan.ord.nynorsk import liste
from bygdeplan.utgave.git import has_revision, read_at
from bygdeplan.utgave.lasefil import load_lock
from bygdeplan.utgave.planmappe import (
    LOCK,
    find_plan,
    lock_file,
    locked_revisions,
    place_of,
    split_address,
)

_LOCKED = re.compile(r"r(\d{1,5})", re.ASCII)


def load_edition(wanted: str) -> Planfil:
    """The plan that a user means by a year, a path, or one of them with `@` and an edition.

    The name of an existing file always wins, and a locked revision wins over one of git's. The
    plan is called by its file, as `plans/2026.yaml@HEAD~3`. Raises `Fault` when there is no such
    edition.
    """
    address = split_address(wanted)
    if address is None:
        file = find_plan(wanted)
        return load_lock(file) if file.suffix == LOCK else load_plan(file)
    file, edition = place_of(address.plan), address.edition
    if not edition:
        raise Fault(
            f"Skriv utgåva etter `{wanted}`, til dømes `{wanted}HEAD~1` eller `{wanted}r1`."
        )
    locked = _LOCKED.fullmatch(edition)
    if locked and _is_locked(file, int(locked[1]), edition):
        return load_lock(lock_file(file, int(locked[1])))
    return read_plan(read_at(file, edition, MAX_BYTES), f"{file.as_posix()}@{edition}")


def _is_locked(file: Path, revision: int, edition: str) -> bool:
    """Whether there is a lock; raises `Fault` when neither it nor a git revision is there."""
    if lock_file(file, revision).is_file():
        return True
    if has_revision(file, edition):
        return False
    locked = [f"r{number}" for number in locked_revisions(file)]
    there = f"Låste revisjonar: {liste(locked)}." if locked else "Ingen revisjon er låst enno."
    raise Fault(
        f"Revisjon {revision} er ikkje låst: {lock_file(file, revision).as_posix()} finst ikkje. "
        f"{there}"
    )
