"""All the documents together: are the decisions identical?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from bygdeplan.model.plan import Plan
from bygdeplan.vedtak.protokoll.dom import Dommar, Funn, Vedtaksdom
from bygdeplan.vedtak.protokoll.kommune import (
    Kommunekjelde,
    Opphavskommune,
    find_kommune,
    other_kommune,
    speaks_of_another,
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
        """Whether it is a known kommune's, and has the common points word for word."""
        return bool(self.opphav.kommune) and self.funn.dom.er_lik


@dataclass(frozen=True)
class Samla:
    """What came of all the documents."""

    plan: Plan
    lesne: tuple[Lese, ...]

    @property
    def like(self) -> tuple[str, ...]:
        """The kommunar whose documents, one or more, are all identical with the plan."""
        return tuple(
            id_
            for id_ in self.plan.kommunar
            if (own := [each for each in self.lesne if each.opphav.kommune == id_])
            and all(each.er_lik for each in own)
        )

    @property
    def manglar(self) -> tuple[str, ...]:
        """The kommunar that no document is known to come from."""
        known = {each.opphav.kommune for each in self.lesne}
        return tuple(id_ for id_ in self.plan.kommunar if id_ not in known)

    @property
    def likelydande(self) -> bool:
        """Whether every kommune is there, and every single document identical."""
        return len(self.like) == len(self.plan.kommunar) and all(e.er_lik for e in self.lesne)


def check_documents(plan: Plan, files: Sequence[Path], given: Mapping[Path, str]) -> Samla:
    """Hold documents against the decision points of a plan.

    `given` are the kommunar (ids) the user names for files. Raises `Fault` for a file that is not
    there.
    """
    dommar = Dommar(plan)
    every = list(dict.fromkeys([*files, *given]))
    lesne = [_read(plan, dommar, file, given.get(file)) for file in every]
    return Samla(plan, tuple(_copies_doubted(lesne, every)))


def _read(plan: Plan, dommar: Dommar, file: Path, given: str | None) -> Lese:
    name = file.as_posix()
    try:
        dokument = read_document(file)
    except Uleseleg as unreadable:
        funn = Funn(Vedtaksdom.ULESELEG, grunnar=(unreadable.message,))
        known = Opphavskommune(given, Kommunekjelde.BRUKAREN) if given else Opphavskommune("", None)
        return Lese(name, known, funn, unreadable.help)
    opphav, funn = find_kommune(dokument, plan, given), dommar.judge(dokument)
    lese = Lese(name, opphav, funn)
    other = other_kommune(funn.overskrift, plan, opphav.kommune)
    if other:
        return _doubted(lese, f"«{funn.overskrift}» er ikkje frå denne kommunen.")
    if opphav.kommune and (spoken_of := speaks_of_another(dokument, plan, opphav.kommune)):
        doubt = f"Dokumentet nemner organ i {spoken_of}, men ingen i denne kommunen."
        return _doubted(lese, doubt)
    return lese


def _copies_doubted(lesne: Sequence[Lese], files: Sequence[Path]) -> list[Lese]:
    """One file under two names is not the decision of two kommunar."""
    digests = list(map(_digest, files))
    owners: dict[str, set[str]] = {}
    for digest, each in zip(digests, lesne, strict=True):
        owners.setdefault(digest, set()).add(each.opphav.kommune)
    return [
        each
        if len(owners[digest]) == 1
        else _doubted(each, "Den same fila er gjeven for fleire kommunar.")
        for digest, each in zip(digests, lesne, strict=True)
    ]


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _doubted(each: Lese, doubt: str) -> Lese:
    funn = replace(
        each.funn, dom=max(each.funn.dom, Vedtaksdom.USIKKER), grunnar=(*each.funn.grunnar, doubt)
    )
    return replace(each, funn=funn)
