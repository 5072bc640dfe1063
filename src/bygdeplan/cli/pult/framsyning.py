"""A plan as the desk shows it: read, judged and put on pages anew when a file has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Oppdrag, document_set
from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Severity
from bygdeplan.load import Planfil, load_plan
from bygdeplan.load.data import Data, read_data
from bygdeplan.ord.frase import Målform
from bygdeplan.rules import Grunnlag
from bygdeplan.rules.checking import Kontroll, LocatedFinding, check
from bygdeplan.side.malar import Malar
from bygdeplan.utgave.planmappe import Planmappe
from bygdeplan.utgave.utgave import Planarkiv, Utgåve

Filmerke = tuple[int, int, str]
"""What tells one state of a file from another: when it was written, its size in bytes, and, of a
plan that is being written, what it says."""
_COARSE = 3.0
"""Seconds within which some disks, those on a network too, call all times the same."""


@dataclass(frozen=True)
class Dokumentval:
    """A document that can be looked at: the name of its file, and what it is called."""

    namn: str
    tittel: str
    gruppe: str
    """Whom it is for: the council of one kommune, or all."""


@dataclass(frozen=True)
class Utsyn:
    """What there is to see at a moment."""

    nr: int
    """Counts up when a file has changed."""
    plan: str
    """The name of the plan file."""
    feil: str = ""
    """Why nothing can be read at all, to the author; empty when it can."""
    funn: Sequence[LocatedFinding] = ()
    er_gammalt: bool = False
    """Whether the pages are of the plan as it was before there were faults in it."""
    oppdrag: Mapping[str, Oppdrag] = field(default_factory=dict)
    """The documents by the names of their files."""
    dokument: Sequence[Dokumentval] = ()
    målformer: Sequence[Målform] = ("nynorsk",)
    """The forms that somebody gets the plan in, the plan's own first."""
    fjor: Data = None
    """What last year's file says."""
    grunnlag: Grunnlag | None = None
    """The plan as it is now, and what it is judged against; None for no plan."""


class Framsyning:
    """Looks at a plan file and all that stands around it, and remembers the last sound plan."""

    def __init__(self, file: Path) -> None:
        """`file` is the plan file, whether it is there all the time or not."""
        self.file = file
        self._lock = Lock()
        self._read: dict[Path, tuple[Filmerke, Planfil]] = {}
        self._stamps: Mapping[Path, Filmerke] = {}
        self._noticed = 0.0
        self._of_templates: Mapping[Path, Filmerke] | None = None
        self._malar = Malar()
        self._pages: dict[str, str] = {}
        self._utsyn = Utsyn(0, file.name)

    def look(self) -> Utsyn:
        """What there is to see now; the same as before when no file has changed."""
        with self._lock:
            stamps, of_templates = self._stamps_now()
            if (stamps, of_templates) != (self._stamps, self._of_templates):
                if of_templates != self._of_templates:
                    self._malar = Malar(Planmappe(self.file.parent).own_templates)
                self._stamps, self._of_templates = stamps, of_templates
                self._utsyn = self._anew()
                self._pages = {}
            return self._utsyn

    def page(self, name: str) -> str | None:
        """The page of a document of the last sound plan; None for no such document.

        Raises `Fault` when a template is wrong.
        """
        utsyn = self.look()
        with self._lock:
            oppdrag = utsyn.oppdrag.get(name)
            if oppdrag is None:
                return None
            if name not in self._pages:
                self._pages[name] = self._malar.page(oppdrag)
            return self._pages[name]

    def _anew(self) -> Utsyn:
        before = self._utsyn
        nr = before.nr + 1
        try:
            utgåve = Planarkiv(self._load).standing(self.file)
            kontroll = check(utgåve)
        except Fault as fault:
            return _as_it_was(before, nr, feil=str(fault))
        except OSError as error:
            # It went away in the midst of it; when it is back, that is a change.
            gone = Path(error.filename or self.file)
            return _as_it_was(before, nr, feil=f"{gone.as_posix()} let seg ikkje lese no.")
        plan = utgåve.fil.plan
        if plan is None or kontroll.har_feil:
            around = replace(
                before,
                målformer=plan.målformer if plan else before.målformer,
                fjor=_said_in(utgåve.året_før),
                grunnlag=kontroll.grunnlag,
            )
            return _as_it_was(around, nr, funn=kontroll.findings)
        return self._sound(nr, utgåve, kontroll)

    def _sound(self, nr: int, utgåve: Utgåve, kontroll: Kontroll) -> Utsyn:
        plan = utgåve.plan
        documents = document_set(plan, utgåve.fjor, DOKUMENTSLAG, list(plan.kommunar))
        return Utsyn(
            nr,
            self.file.name,
            funn=kontroll.findings,
            oppdrag={each.filnamn: each for each in documents},
            dokument=[_choice(each, plan.hovudform) for each in documents],
            målformer=plan.målformer,
            fjor=_said_in(utgåve.året_før),
            grunnlag=kontroll.grunnlag,
        )

    def _load(self, path: Path) -> Planfil:
        """A plan file, which is read once as long as it stands as it is."""
        stamp = self._stamps.get(path) or _stamp(path)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = stamp, load_plan(path)
            self._read[path] = known
        return known[1]

    def _stamps_now(self) -> tuple[Mapping[Path, Filmerke], Mapping[Path, Filmerke]]:
        """The state of every file that decides what is seen: beside the plan, and the templates.

        Templates cost the most to read, and hardly ever change. What is hidden is no plan; there
        lies what is half written.
        """
        mappe = Planmappe(self.file.parent)
        try:
            shown = [path for path in mappe.path.iterdir() if not path.name.startswith(".")]
            beside = {path: _stamp(path) for path in shown if path.is_file()}
            if self.file in beside:
                beside[self.file] = self._stamp_of_plan(beside[self.file])
            own = mappe.own_templates.rglob("*") if mappe.own_templates else ()
            return beside, {path: _stamp(path) for path in own if path.is_file()}
        except OSError:
            # The folder, or a file in it, went away in the midst of it; the next look tells more.
            return {}, {}

    def _stamp_of_plan(self, stamp: Filmerke) -> Filmerke:
        """The state of the plan, with what it says as long as its time can hide another change."""
        before = self._stamps.get(self.file)
        if before is None or before[:2] != stamp[:2]:
            self._noticed = monotonic()
        elif monotonic() - self._noticed > _COARSE:
            return before
        try:
            return *stamp[:2], sha256(self.file.read_bytes()).hexdigest()
        except OSError:
            return stamp


def _as_it_was(
    before: Utsyn, nr: int, *, feil: str = "", funn: Sequence[LocatedFinding] = ()
) -> Utsyn:
    """The pages of the last sound plan, beside what is wrong now."""
    return replace(before, nr=nr, feil=feil, funn=funn, er_gammalt=bool(before.oppdrag))


def _said_in(utgåve: Utgåve | None) -> Data:
    root = utgåve.fil.source.root if utgåve else None
    return read_data(root)[0] if root else None


def _stamp(path: Path) -> Filmerke:
    told = path.stat()
    return told.st_mtime_ns, told.st_size, ""


def _choice(oppdrag: Oppdrag, main: Målform) -> Dokumentval:
    """«Saksframlegg 2031, Toppdal», «Handlingsplan 2031, bokmål»."""
    emne = oppdrag.emne
    of = emne.kommune or (oppdrag.målform if oppdrag.målform != main else "")
    tittel = ", ".join(filter(None, (f"{emne.slag.capitalize()} {emne.år}", of)))
    return Dokumentval(oppdrag.filnamn, tittel, "Saksframlegg" if emne.kommune else "Felles")


def counts(funn: Sequence[LocatedFinding]) -> Mapping[Severity, int]:
    """How many findings there are of each severity, the weightiest first."""
    return {slag: sum(each.regel.severity is slag for each in funn) for slag in Severity}
