"""An edition of a plan: one value, made once of what a user types.

`2026`, `plans/2026.yaml`, `2026@HEAD~3` and `2026@r1` are editions. The part after `@` names a
locked revision, or a revision in git's own words. What is written, and what stands around a plan
(the year before, own templates), is always of the working folder.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path

from bygdeplan.funn.fault import Fault
from bygdeplan.load import Planfil, load_plan
from bygdeplan.load.planfil import read_plan
from bygdeplan.load.text import MAX_BYTES
from bygdeplan.model import Plan
from bygdeplan.ord.skriv import dato, liste
from bygdeplan.utgave.lasefil import load_lock, sealed
from bygdeplan.utgave.planmappe import (
    LOCK,
    YEAR,
    Planmappe,
    lock_file,
    locked_revisions,
    nearest_folder,
    plan_file,
)

_LOCKED = re.compile(r"r(\d{1,5})", re.ASCII)
_NOT_IN_FILE_NAMES = re.compile(r"[^\w.~-]+")


@dataclass(frozen=True)
class Utgåve:
    """A plan as its file stands, as it stood once, or as a revision of it was locked."""

    file: Path
    """The plan file, where it lies or has lain in the working folder."""
    edition: str
    """A locked revision, or a revision in git's own words; empty for the file as it stands."""
    _read: Callable[[], Planfil] = field(repr=False, compare=False)
    _arkiv: "Planarkiv" = field(repr=False, compare=False)

    @property
    def er_gjeldande(self) -> bool:
        """Whether it is the plan as it stands, which every rule is for."""
        return not self.edition and self.file.suffix != LOCK

    @property
    def namn(self) -> str:
        """What it is called in the name of another file: `2025`, `2026-r1`, `2026-HEAD~3`."""
        name = re.sub(r".*\\|\.(?:yaml|yml|lock)$", "", self.file.name)
        return _NOT_IN_FILE_NAMES.sub("-", f"{name}-{self.edition}").strip("-.")

    @cached_property
    def fil(self) -> Planfil:
        """The file as it is read: its source, its plan, and what is wrong with its shape.

        It is called as `plans/2026.yaml`, or `plans/2026.yaml@HEAD~3`, and knows its lines. Raises
        `Fault` when there is no such edition.
        """
        return self._read()

    @cached_property
    def plan(self) -> Plan:
        """The plan; raises `Fault` when the file has not the shape of one."""
        if self.fil.plan is None:
            name = self.fil.source.name
            raise Fault(f"{name} har feil, som kjem fram av «bygdeplan validate {name}».")
        return self.fil.plan

    @cached_property
    def mappe(self) -> Planmappe:
        """The folder it lies in, with the user's own templates beside it."""
        return Planmappe(self.file.parent)

    @cached_property
    def året_før(self) -> "Utgåve | None":
        """The newest plan of an earlier year, as it stands; None when the plan cannot be read."""
        earlier = self.fil.plan and self.mappe.before(self.fil.plan.år)
        return self._arkiv.standing(earlier) if earlier else None

    @cached_property
    def fjor(self) -> Plan | None:
        """The plan of the year before, when there is one that has the shape of a plan."""
        return self.året_før.fil.plan if self.året_før else None

    @property
    def låst(self) -> Plan | None:
        """The newest revision of the file that is locked; raises `Låsefeil` when it is broken."""
        locks = list(locked_revisions(self.file).values())
        return self._arkiv.lock(locks[-1]).plan if locks else None

    def new_lock(self, revision: int, adopted: date) -> dict[Path, bytes]:
        """The lock file to write for a plan without feil; none when it is locked just so already.

        Raises `Fault` when the plan is in another revision or is dated after it was adopted, or
        when the revision is locked with another content or day.
        """
        self._check_can_be_adopted(revision, adopted)
        path, lock = lock_file(self.file, revision), sealed(self.plan, adopted)
        if not path.exists():
            return {path: lock.source.text.encode()}
        if self._arkiv.lock(path).plan == lock.plan:
            return {}
        raise Fault(
            f"Revisjon {revision} er låst frå før, med eit anna innhald eller ein annan dato. Ei "
            f"endring etter vedtaket er ein ny revisjon. Var låsinga eit mistak, slettar du "
            f"{path.as_posix()} fyrst."
        )

    def _check_can_be_adopted(self, revision: int, adopted: date) -> None:
        name, plan = self.file.as_posix(), self.plan
        if plan.revisjon != revision:
            raise Fault(
                f"{name} er revisjon {plan.revisjon}, ikkje {revision}. Det er planen slik "
                "han står no, som blir låst."
            )
        if adopted < plan.dato:
            raise Fault(
                f"{name} er datert {dato(plan.dato)}, og kan ikkje vere vedteken før det. Skriv "
                "dagen revisjonen blei vedteken, eller rett `dato` i planen."
            )


class Planarkiv:
    """The plan files of one command: each is read once, however many ways lead to it."""

    def __init__(self, read: Callable[[Path], Planfil] = load_plan) -> None:
        """`read` reads a plan file; another one can know it from before."""
        self._plan: Callable[[Path], Planfil] = cache(read)
        self.lock: Callable[[Path], Planfil] = cache(load_lock)
        """The plan in a lock file; raises `Låsefeil` when it does not hold."""

    def standing(self, file: Path) -> Utgåve:
        """A plan file as it stands in the working folder."""
        return Utgåve(file, "", partial(self._plan, file), self)

    def current(self, wanted: str | None) -> Utgåve:
        """The plan a user means by a year or a path, or by nothing: the newest year's.

        Raises `Fault` when there is no plan for the year, or an earlier edition is asked for.
        """
        if wanted is not None and _parts(wanted):
            raise Fault(
                f"`{wanted}` er ei eldre utgåve, og slike kan berre samanliknast. Skriv årstalet "
                "eller fila åleine, eller bruk «bygdeplan diff» eller «bygdeplan render --against»."
            )
        return self.standing(plan_file(wanted))

    def edition(self, wanted: str) -> Utgåve:
        """The plan a user means by a year, a path, or one of them with `@` and an edition.

        The name of an existing file always wins, and a locked revision wins over one of git's.
        Raises `Fault` when there is no such plan, or neither a lock nor a git revision is there.
        """
        parts = _parts(wanted)
        if parts is None:
            file = plan_file(wanted)
            if file.suffix == LOCK:
                return Utgåve(file, "", partial(self.lock, file), self)
            return self.standing(file)
        file, edition = _place_of(parts[0]), parts[1]
        if not edition:
            raise Fault(
                f"Skriv utgåva etter `{wanted}`, til dømes `{wanted}HEAD~1` eller `{wanted}r1`."
            )
        locked = _LOCKED.fullmatch(edition)
        if locked and _is_locked(file, int(locked[1]), edition):
            read = partial(self.lock, lock_file(file, int(locked[1])))
        else:
            read = partial(_read_then, file, edition)
        return Utgåve(file, edition, read, self)


def _parts(wanted: str) -> tuple[str, str] | None:
    """The year or path and the edition that are named; None when no edition is.

    Both a path and a git revision can hold an `@`, so the first one after a year, a file or the
    name of a plan file parts them.
    """
    if Path(wanted).is_file():
        return None
    for at in (place.start() for place in re.finditer("@", wanted)):
        plan, edition = wanted[:at], wanted[at + 1 :]
        if YEAR.fullmatch(plan) or Path(plan).is_file() or plan.endswith((".yaml", ".yml")):
            return plan, edition
    return None


def _place_of(plan: str) -> Path:
    """Where a year's plan or a path lies or has lain, whether there is a file now or not.

    A bare git repository has no folders, so without a `plans/` to be found it is taken to be here.
    """
    if Path(plan).is_file() or not YEAR.fullmatch(plan):
        return Path(plan)
    return Planmappe(nearest_folder() or Path("plans")).file(int(plan))


def _is_locked(file: Path, revision: int, edition: str) -> bool:
    """Whether there is a lock; raises `Fault` when neither it nor a git revision is there."""
    from bygdeplan.utgave.git import has_revision

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


def _read_then(file: Path, edition: str) -> Planfil:
    """A plan file as git remembers it."""
    from bygdeplan.utgave.git import read_at

    return read_plan(read_at(file, edition, MAX_BYTES), f"{file.as_posix()}@{edition}")
