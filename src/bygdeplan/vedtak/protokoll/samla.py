"""All the documents together: are the decisions identical?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from bygdeplan.model.plan import Plan
from bygdeplan.vedtak.protokoll.dom import Funn, Vedtaksdom, Vedtakssteg, conclude
from bygdeplan.vedtak.protokoll.gransking import Granskar
from bygdeplan.vedtak.protokoll.kommune import (
    NOTHING_SAID,
    Kommunekjelde,
    Opphavskommune,
    Opplyst,
)
from bygdeplan.vedtak.protokoll.les import read_document
from bygdeplan.vedtak.protokoll.tekst import Uleseleg


@dataclass(frozen=True)
class Lese:
    """One document: whose it is, and what was found in it."""

    fil: str
    opphav: Opphavskommune
    funn: Funn
    råd: str = ""
    """What to do about a file that could not be read."""

    @property
    def er_lik(self) -> bool:
        """Whether it has the common points word for word."""
        return self.funn.dom.er_lik


@dataclass(frozen=True)
class Samla:
    """What came of all the documents."""

    plan: Plan
    lesne: tuple[Lese, ...]
    krav: Vedtakssteg | None = None
    """The stage that is asked for; None when one is as good as the other."""

    @property
    def like(self) -> dict[str, Vedtakssteg]:
        """The kommunar whose documents are all identical with the plan, and how far each is.

        Where a kommune has both, the decision counts.
        """
        found = {}
        for id_ in self.plan.kommunar:
            own = [each for each in self.lesne if each.opphav.kommune == id_]
            if own and all(each.er_lik for each in own):
                decided = any(each.funn.steg is Vedtakssteg.VEDTAK for each in own)
                found[id_] = Vedtakssteg.VEDTAK if decided else Vedtakssteg.INNSTILLING
        return found

    @property
    def manglar(self) -> tuple[str, ...]:
        """The kommunar that no document is known to come from."""
        known = {each.opphav.kommune for each in self.lesne}
        return tuple(id_ for id_ in self.plan.kommunar if id_ not in known)

    @property
    def steg(self) -> Vedtakssteg | None:
        """The stage that all of them are at; None while one is missing, or they are not at one."""
        stages = {self.like.get(id_) for id_ in self.plan.kommunar}
        return stages.pop() if len(stages) == 1 else None

    @property
    def likelydande(self) -> bool:
        """Whether all have come as far as asked, and every single document is identical."""
        reached = self.steg is not None and self.krav in (None, self.steg)
        return reached and all(each.er_lik for each in self.lesne)


def check_documents(
    plan: Plan,
    files: Sequence[Path],
    given: Mapping[Path, Opplyst],
    krav: Vedtakssteg | None = None,
) -> Samla:
    """Hold documents against the decision points of a plan.

    `given` is what the user says of files, `krav` the stage that is asked for.
    Raises `Fault` for a file that is not there.
    """
    granskar = Granskar(plan)
    every = list(dict.fromkeys([*files, *given]))
    lesne = [_read(granskar, file, given.get(file, NOTHING_SAID)) for file in every]
    return Samla(plan, tuple(_copies_doubted(lesne, every)), krav)


def _read(granskar: Granskar, file: Path, given: Opplyst) -> Lese:
    name = file.as_posix()
    try:
        dokument = read_document(file)
    except Uleseleg as unreadable:
        funn = Funn(Vedtaksdom.ULESELEG, merknader=(unreadable.message,))
        kjelde = Kommunekjelde.BRUKAREN if given.kommune else None
        known = Opphavskommune(given.kommune, kjelde)
        return Lese(name, known, funn, unreadable.help)
    return Lese(name, *granskar.examine(dokument, given))


def _copies_doubted(lesne: Sequence[Lese], files: Sequence[Path]) -> list[Lese]:
    """One file under two names is not the decision of two kommunar."""
    digests = list(map(_digest, files))
    owners: dict[str, set[str]] = {}
    for digest, each in zip(digests, lesne, strict=True):
        owners.setdefault(digest, set()).add(each.opphav.kommune)
    return [
        each if len(owners[digest]) == 1 else _doubted(each)
        for digest, each in zip(digests, lesne, strict=True)
    ]


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _doubted(each: Lese) -> Lese:
    doubt = "Den same fila er gjeven for fleire kommunar. Kven av dei er ho frå?"
    bevis = each.funn.bevis
    if bevis is None:
        return each
    kommune = replace(bevis.kommune, spørsmål=(*bevis.kommune.spørsmål, doubt))
    bevis = replace(bevis, kommune=kommune)
    return replace(each, funn=replace(each.funn, bevis=bevis, dom=conclude(bevis)))
