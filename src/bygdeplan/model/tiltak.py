"""A measure: what is to be done, by whom, with what money, and how it went."""

from typing import Literal

from pydantic import Field

from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Budsjettår
from bygdeplan.model.felt import Dato, Heiltal, Id, JaNei, Prosa, Tal, Tekst, Tidspunkt, År

Status = Literal["ikkje starta", "i arbeid", "utsett", "avslutta"]
Utfall = Literal["fullført", "stansa", "slått saman med", "delt i"]
Felt = Literal[
    "nr",
    "tittel",
    "skildring",
    "prioritert",
    "ansvarleg",
    "samarbeidspartar",
    "samarbeid",
    "start",
    "slutt",
    "statlege_midlar",
    "overføringsverdi",
    "indikatorar",
    "budsjett",
    "delmål",
    "avslutning",
]
"""What the plan says of a measure, and can be changed from one plan to the next."""
AvgjortNivå = Literal["prinsipiell", "ikkje-prinsipiell"]
"""What a person can settle that a change is."""


class Endring(Del):
    """Why a field of the measure was changed in a revision."""

    revisjon: Heiltal
    """Revisjonen av planen i planåret: 1 eller 2."""
    felt: Felt
    """Feltet som er endra."""
    grunngjeving: Prosa
    """Kvifor det er endra."""
    nivå: AvgjortNivå | None = None
    """Om endringa er prinsipiell, når det er noko eit menneske må avgjere."""


class Avslutning(Del):
    """How a closed measure ended."""

    utfall: Utfall
    """Korleis tiltaket blei avslutta."""
    tiltak: list[Id] = Field(default_factory=list)
    """Tiltaka det er slått saman med eller delt i."""
    vurdering: Prosa | None = None
    """Kort vurdering av kva tiltaket har gjeve."""


class Indikator(Del):
    """What is counted to see whether the measure works."""

    namn: Tekst
    """Kva som blir talt eller målt."""
    eining: Tekst
    """Eininga, til dømes bustader eller prosent."""
    utgangspunkt: Tal | None = None
    """Talet før tiltaket."""
    mål: Tal
    """Talet tiltaket skal nå."""
    faktisk: Tal | None = None
    """Talet så langt."""


class Tiltak(Del):
    """One measure of a sub-goal; its id is its key in the file."""

    nr: Heiltal
    """Nummeret i delmålet, slik det står i dokumenta."""
    tittel: Tekst
    """Tittelen på tiltaket."""
    skildring: Prosa
    """Kva tiltaket går ut på."""
    prioritert: JaNei = True
    """Om tiltaket er prioritert i planåret."""
    ansvarleg: Tekst | None = None
    """Den som har ansvaret for tiltaket."""
    samarbeidspartar: list[Id] = Field(default_factory=list)
    """Samarbeidspartar i avtalen, eller kommunar, som er med på tiltaket: id-ane deira."""
    samarbeid: list[Tekst] = Field(default_factory=list)
    """Andre som er med på tiltaket, med namn."""
    start: Tidspunkt | None = None
    """Når tiltaket startar: år, månad eller dag."""
    slutt: Tidspunkt | None = None
    """Når tiltaket er ferdig: år, månad eller dag."""
    statlege_midlar: JaNei
    """Om tiltaket bruker statlege midlar frå avtalen."""
    status: Status | None = None
    """Kor langt tiltaket er kome; utelaten når det ikkje er kjent."""
    statusdato: Dato | None = None
    """Dagen statusen blei skriven."""
    gjennomført: Prosa | None = None
    """Det som er gjort i planåret."""
    førebels_resultat: Prosa | None = None
    """Det tiltaket har gjeve så langt."""
    som_tiltak: Id | None = None
    """Tiltaket som har den same statusen, når teksten skal vere «Som tiltak …»."""
    endringar: list[Endring] = Field(default_factory=list)
    """Kvifor tiltaket er endra."""
    avslutning: Avslutning | None = None
    """Korleis tiltaket blei avslutta."""
    overføringsverdi: Prosa | None = None
    """Kva andre distriktskommunar kan bruke av erfaringane."""
    indikatorar: dict[Id, Indikator] = Field(default_factory=dict)
    """Det som viser om tiltaket verkar."""
    budsjett: dict[År, Budsjettår] = Field(default_factory=dict)
    """Kostnad, finansiering og rekneskap for kvart år."""

    @property
    def avslutta(self) -> bool:
        """Whether the measure is closed."""
        return self.status == "avslutta"


class Delmål(Del):
    """A sub-goal of the agreement with its measures."""

    nr: Heiltal
    """Nummeret på delmålet."""
    tittel: Tekst
    """Tittelen på delmålet."""
    vekt: Tal
    """Vekta i prosent; vektene er 100 til saman."""
    skildring: Prosa | None = None
    """Kva delmålet skal føre til."""
    status: Prosa | None = None
    """Statusen for delmålet i planåret."""
    statusdato: Dato | None = None
    """Dagen statusen blei skriven."""
    tiltak: dict[Id, Tiltak] = Field(default_factory=dict)
    """Tiltaka i delmålet."""
