"""A field as it stands on the page, with all that stands around it there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bygdeplan.cli.pult.deler import part_address
from bygdeplan.cli.pult.feltslag import Feltslag, Val
from bygdeplan.funn.checked import FileFinding
from bygdeplan.funn.finding import Finding, Severity
from bygdeplan.model.merke import Merkeslag, Path
from bygdeplan.model.om import Nivå


class Grunnfelt(NamedTuple):
    """A place for the reason of a change: where it is written, and what it is about."""

    path: Path
    revisjon: str
    felt: str
    funn: Finding | FileFinding
    """What says that it is lacking."""


class Nivåvising(NamedTuple):
    """What a change of a field is, and the reasons that are given for it."""

    nivå: Nivå
    kvifor: str
    sidan: str
    """What it is changed since: «i fjor», or the locked revision."""
    grunnar: Sequence[str]


Nykelmåte = Literal["val", "skriv", "lag", ""]
"""How a new thing gets its key: chosen, written, made of what it is called; none where the path
has it."""


class Nyform(NamedTuple):
    """What is asked for when something new is made: its key, and the fields that it must have."""

    path: Path
    """Where it is to lie; without its key where that is chosen, written or made."""
    nøkkel: Nykelmåte
    nøklar: Sequence[Val] = ()
    kalla: str = ""
    """What a key that is written is called."""
    framlegg: str = ""
    """A key that is likely."""
    felta: Sequence["Skjemafelt"] = ()
    enkel: bool = False
    """Whether it is one value, without a name."""
    avsluttar: bool = False
    """Whether it closes what it is made in."""


@dataclass(frozen=True)
class Skjemafelt:
    """A field, or a group of them, as it stands on the page."""

    path: Path
    slag: Feltslag
    namn: str
    hjelp: str = ""
    eining: str = ""
    verdi: str = ""
    """The text in the file; empty for none."""
    fjor: str | None = None
    """The text in last year's file; None for none."""
    val: Sequence[Val] = ()
    """What can be chosen."""
    inni: Sequence["Skjemafelt"] = ()
    tittel: str = ""
    """What a thing says that it is called."""
    er_post: bool = False
    """Whether it is an item of a list or a card, which can be moved and taken away."""
    adresse: str = "felt"
    """The address at which what is chosen or written is sent."""
    ny: Nyform | None = None
    """How one more is made in it, or it itself, when it is not there."""
    funn: Sequence[Finding | FileFinding] = ()
    grunn: Grunnfelt | None = None
    endra: Nivåvising | None = None
    låst: Nivå | None = None
    """The level that a change would have, where the plan is adopted and locked."""
    merke: Merkeslag | None = None
    kan_merkast: bool = False
    kan_utvidast: bool = False
    """Whether it is a bare value in the place of a group, of which more can be said."""
    er_prosa: bool = False

    @property
    def id(self) -> str:
        """What it is called on the page."""
        return part_address(self.path)

    @property
    def er_gale(self) -> bool:
        """Whether a fault is found in what it says."""
        return any(found.regel.severity is Severity.FEIL for found in self.funn)

    def walk(self) -> Iterator["Skjemafelt"]:
        """It and all that lies in it."""
        yield self
        for inner in self.inni:
            yield from inner.walk()
