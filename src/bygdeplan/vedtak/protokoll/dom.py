"""What a verdict rests on, seven pieces of evidence, and the verdict as a conclusion from them."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import IntEnum, StrEnum

from bygdeplan.ord.frase import Målform
from bygdeplan.ord.ordlyd import Avvik
from bygdeplan.vedtak.protokoll.merkelapp import Passasjeslag


class Bevisslag(StrEnum):
    """The pieces, by what they are called."""

    KOMMUNE = "kommune"
    """Whose document it is."""
    ORGAN = "organ"
    """Which body speaks."""
    MØTE = "møte"
    """Which meeting it is from."""
    SAK = "sak"
    """Which case it is, and that nothing in the document undoes it."""
    VEDTAK = "heile vedtaket"
    """All of it, from its heading to the next thing that is known."""
    RØYSTING = "røysting"
    """What is told of debate and vote."""
    LESE = "alt er lese"
    """That no part of the file was left unread."""


@dataclass(frozen=True)
class Bevis:
    """A piece: what was found and where, or what a person has to find out."""

    funne: str
    """What was found, for a person; empty when nothing was."""
    stad: str = ""
    """Where in the document; empty when it is not one place."""
    spørsmål: tuple[str, ...] = ()
    """Why it cannot be relied on, each as sentences that end in what to find out."""

    @property
    def held(self) -> bool:
        """Whether it can be relied on."""
        return bool(self.funne) and not self.spørsmål


@dataclass(frozen=True)
class Vedtaksbevis(Bevis):
    """The piece that can speak against: what is decided."""

    avvik: tuple[Avvik, ...] = ()
    """Where the points part from the common ones."""
    imot: tuple[str, ...] = ()
    """What is decided instead of them, as a sentence."""
    tillegg: tuple[str, ...] = ()
    """Points after the common ones, word for word."""

    @property
    def er_imot(self) -> bool:
        """Whether something else is decided."""
        return bool(self.avvik or self.imot)


@dataclass(frozen=True)
class Bevisføring:
    """All of the evidence for one document."""

    kommune: Bevis
    organ: Bevis
    møte: Bevis
    sak: Bevis
    vedtak: Vedtaksbevis
    røysting: Bevis
    lese: Bevis

    def __iter__(self) -> Iterator[tuple[Bevisslag, Bevis]]:
        for field in fields(self):
            yield Bevisslag[field.name.upper()], getattr(self, field.name)

    @property
    def spørsmål(self) -> tuple[str, ...]:
        """All that a person has to find out."""
        return tuple(asked for _, each in self for asked in each.spørsmål)

    @property
    def held(self) -> bool:
        """Whether every single piece can be relied on."""
        return all(each.held for _, each in self)


class Vedtaksdom(IntEnum):
    """What came of it; the higher, the farther from identical."""

    LIK = 0
    TILLEGG = 1
    USIKKER = 2
    ULIK = 3
    IKKJE_FUNNE = 4
    ULESELEG = 5

    @property
    def er_lik(self) -> bool:
        """Whether the common points stand there word for word; more may stand after them."""
        return self <= Vedtaksdom.TILLEGG


class Vedtakssteg(StrEnum):
    """How far those who speak have come."""

    VEDTAK = "vedtak"
    """The kommunestyre has decided."""
    INNSTILLING = "innstilling"
    """It has been recommended to."""


def conclude(bevis: Bevisføring) -> Vedtaksdom:
    """Different when something else is decided; identical when every piece of evidence holds."""
    if bevis.vedtak.er_imot:
        return Vedtaksdom.ULIK
    if not bevis.held:
        return Vedtaksdom.USIKKER
    return Vedtaksdom.TILLEGG if bevis.vedtak.tillegg else Vedtaksdom.LIK


@dataclass(frozen=True)
class Funn:
    """What was held against the plan, where it stands, and what came of it."""

    dom: Vedtaksdom
    slag: Passasjeslag | None = None
    """What was compared; None when nothing was found to compare."""
    overskrift: str = ""
    stad: str = ""
    bevis: Bevisføring | None = None
    """What the verdict rests on; None when nothing was found to compare."""
    dag: date | None = None
    """The day of the decision, as far as the document says it."""
    sak: str = ""
    """The number of the case, «12/31»; empty when the document has none."""
    merknader: tuple[str, ...] = ()
    """Why nothing was compared, each as a sentence."""
    målform: Målform | None = None
    """The form of the points it was held against; None where they are in one alone."""

    @property
    def avvik(self) -> tuple[Avvik, ...]:
        """Where the points part from the common ones."""
        return self.bevis.vedtak.avvik if self.bevis else ()

    @property
    def tillegg(self) -> tuple[str, ...]:
        """Points after the common ones, word for word."""
        return self.bevis.vedtak.tillegg if self.bevis else ()

    @property
    def grunnar(self) -> tuple[str, ...]:
        """Why it is not identical, or nothing was compared, each as sentences."""
        asked = (*self.bevis.vedtak.imot, *self.bevis.spørsmål) if self.bevis else ()
        return (*asked, *self.merknader)

    @property
    def steg(self) -> Vedtakssteg | None:
        """Whether a decision was compared, or what was recommended; None when nothing was."""
        if self.slag is None:
            return None
        return Vedtakssteg.VEDTAK if self.slag is Passasjeslag.VEDTAK else Vedtakssteg.INNSTILLING
