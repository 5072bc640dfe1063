"""A measure: what is to be done, by whom, with what money, and how it went."""

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Budsjettår
from bygdeplan.model.felt import Dato, Heiltal, Id, JaNei, Prosa, Tal, Tekst, Tidspunkt, År
from bygdeplan.model.om import (
    ANSVAR,
    GRUNN_UMERKT,
    GRUPPE,
    MÅL,
    NUMMER,
    NUMMER_UMERKT,
    ORD,
    PARTAR,
    PENGAR,
    PERIODE,
    RAPPORTERT,
    RESULTAT,
    Avgjort,
    Nivå,
    NyttÅr,
    Om,
    OmDel,
    Område,
)

_DELMÅL = Avgjort(Nivå.PRINSIPIELL, "Eit tiltak høyrer til eit delmål med si vekt.")
_PRIORITERT = Avgjort(Nivå.PRINSIPIELL, "Kva som er prioritert, har partane valt.")
_SLUTT = Avgjort(
    Nivå.PRINSIPIELL, "At eit tiltak sluttar, er ei prinsipiell sak.", berre="avslutta"
)
_STATUSDATO_UVIST = "Han viser om statusen er for gammal."
_VEKT = Avgjort(Nivå.PRINSIPIELL, "Vektene er det partane har prioritert.")


Status = Literal["ikkje starta", "i arbeid", "utsett", "avslutta"]
Utfall = Literal["fullført", "stansa", "slått saman med", "delt i"]
AvgjortNivå = Literal["prinsipiell", "ikkje-prinsipiell"]
"""What a person can settle that a change is."""


class Avslutning(Del):
    """How a closed measure ended."""

    utfall: Annotated[Utfall, Om("utfall", RESULTAT)]
    """Korleis tiltaket blei avslutta."""
    tiltak: Annotated[list[Id], Om("tiltak", RESULTAT, til=("tiltak",))] = Field(
        default_factory=list
    )
    """Tiltaka det er slått saman med eller delt i."""
    vurdering: Annotated[Prosa | None, Om("vurdering", ORD)] = None
    """Kort vurdering av kva tiltaket har gjeve."""


class Indikator(Del):
    """What is counted to see whether the measure works."""

    OM_DELEN: ClassVar = OmDel("indikatoren")

    namn: Annotated[Tekst, Om("namn", ORD)]
    """Kva som blir talt eller målt."""
    eining: Annotated[Tekst, Om("eining", ORD)]
    """Eininga, til dømes bustader eller prosent."""
    utgangspunkt: Annotated[Tal | None, Om("utgangspunkt", RESULTAT)] = None
    """Talet før tiltaket."""
    mål: Annotated[Tal, Om("mål", RESULTAT)]
    """Talet tiltaket skal nå."""
    faktisk: Annotated[Tal | None, Om("talet så langt", RAPPORTERT, nytt_år=NyttÅr.FJERN)] = None
    """Talet så langt."""


class Tiltak(Del):
    """One measure of a sub-goal; its id is its key in the file."""

    OM_DELEN: ClassVar = OmDel("tiltaket", kjend=True, område=Område.TILTAK)

    nr: Annotated[Heiltal, Om("nummer", NUMMER, grunn=False, umerkt=NUMMER_UMERKT)]
    """Nummeret i delmålet, slik det står i dokumenta."""
    tittel: Annotated[Tekst, Om("tittel", ORD)]
    """Tittelen på tiltaket."""
    skildring: Annotated[Prosa, Om("skildring", ORD)]
    """Kva tiltaket går ut på."""
    prioritert: Annotated[JaNei, Om("prioritert", _PRIORITERT)] = True
    """Om tiltaket er prioritert i planåret."""
    ansvarleg: Annotated[Tekst | None, Om("ansvarleg", ANSVAR, eigne_ord=False)] = None
    """Den som har ansvaret for tiltaket."""
    samarbeidspartar: Annotated[list[Id], Om("samarbeidspartar", PARTAR, til=("partar",))] = Field(
        default_factory=list
    )
    """Samarbeidspartar i avtalen, eller kommunar, som er med på tiltaket; i fila med id-en."""
    samarbeid: Annotated[list[Tekst], Om("samarbeid", ORD, eigne_ord=False)] = Field(
        default_factory=list
    )
    """Andre som er med på tiltaket, med namn."""
    start: Annotated[Tidspunkt | None, Om("start", PERIODE)] = None
    """Når tiltaket startar: år, månad eller dag."""
    slutt: Annotated[Tidspunkt | None, Om("slutt", PERIODE)] = None
    """Når tiltaket er ferdig: år, månad eller dag."""
    statlege_midlar: Annotated[JaNei, Om("statlege midlar", PENGAR)]
    """Om tiltaket bruker statlege midlar frå avtalen."""
    status: Annotated[Status | None, Om("status", _SLUTT, ved_slutt=True)] = None
    """Kor langt tiltaket er kome; tomt når det ikkje er kjent."""
    statusdato: Annotated[
        Dato | None,
        Om("dato for statusen", RAPPORTERT, nytt_år=NyttÅr.FJERN, uvist=_STATUSDATO_UVIST),
    ] = None
    """Dagen statusen blei skriven."""
    gjennomført: Annotated[Prosa | None, Om("gjennomført", RAPPORTERT, nytt_år=NyttÅr.FJERN)] = None
    """Det som er gjort i planåret."""
    førebels_resultat: Annotated[
        Prosa | None, Om("førebels resultat", RAPPORTERT, nytt_år=NyttÅr.FJERN)
    ] = None
    """Det tiltaket har gjeve så langt."""
    som_tiltak: Annotated[
        Id | None, Om("status som tiltak", RAPPORTERT, til=("tiltak",), nytt_år=NyttÅr.FJERN)
    ] = None
    """Tiltaket som har den same statusen, når teksten skal vere «Som tiltak …»."""
    endringar: Annotated[
        list["Endringsgrunn"], Om("endringar", RAPPORTERT, nytt_år=NyttÅr.FJERN)
    ] = Field(default_factory=list)
    """Kvifor tiltaket er endra."""
    avslutning: Annotated[
        Avslutning | None, Om("avslutning", GRUPPE, samla=True, ved_slutt=True, grunn=False)
    ] = None
    """Korleis tiltaket blei avslutta."""
    # What is closed has shown what others can learn from it, and uses no money.
    overføringsverdi: Annotated[
        Prosa | None, Om("overføringsverdi", ORD, ved_slutt=True, grunn=False)
    ] = None
    """Kva andre distriktskommunar kan bruke av erfaringane."""
    indikatorar: Annotated[dict[Id, Indikator], Om("mål for indikatorane", GRUPPE, samla=True)] = (
        Field(default_factory=dict)
    )
    """Det som viser om tiltaket verkar."""
    budsjett: Annotated[
        dict[År, Budsjettår],
        Om("budsjett", PENGAR, samla=True, ved_slutt=True, nytt_år=NyttÅr.EIGE_STEG),
    ] = Field(default_factory=dict)
    """Kostnad, finansiering og rekneskap for kvart år."""

    DELMÅL: ClassVar = Om("delmål", _DELMÅL, til=("delmål",))
    """That the measure lies in one sub-goal and not in another, told as a field of its own."""

    @property
    def avslutta(self) -> bool:
        """Whether the measure is closed."""
        return self.status == "avslutta"


_NAMED = (name for name, om in Tiltak.OM.items() if om.can_be_named)
FELT: tuple[str, ...] = (*_NAMED, "delmål")
"""What the plan says of a measure, and can be changed from one plan to the next: in order."""
if TYPE_CHECKING:
    Felt = str
else:
    Felt = Literal[FELT]


class Endringsgrunn(Del):
    """Why a field of the measure was changed in a revision."""

    OM_DELEN: ClassVar = OmDel(i_liste="endring")

    revisjon: Annotated[Heiltal, Om("revisjon", RAPPORTERT, umerkt=GRUNN_UMERKT)]
    """Revisjonen av planen i planåret: 1 eller 2."""
    felt: Annotated[Felt, Om("felt", RAPPORTERT, umerkt=GRUNN_UMERKT)]
    """Feltet som er endra."""
    grunngjeving: Annotated[Prosa, Om("grunngjeving", RAPPORTERT)]
    """Kvifor det er endra."""
    nivå: Annotated[AvgjortNivå | None, Om("nivå", RAPPORTERT, umerkt=GRUNN_UMERKT)] = None
    """Om endringa er prinsipiell, når det er noko eit menneske må avgjere."""


Tiltak.model_rebuild()


class Delmål(Del):
    """A sub-goal of the agreement with its measures."""

    OM_DELEN: ClassVar = OmDel("delmålet", kjend=True, område=Område.DELMÅL)

    nr: Annotated[Heiltal, Om("nummer", NUMMER, grunn=False, umerkt=NUMMER_UMERKT)]
    """Nummeret på delmålet."""
    tittel: Annotated[Tekst, Om("tittel", MÅL)]
    """Tittelen på delmålet."""
    vekt: Annotated[Tal, Om("vekt", _VEKT, område=Område.VEKT, eining="prosent")]
    """Vekta i prosent; vektene er 100 til saman."""
    skildring: Annotated[Prosa | None, Om("skildring", MÅL)] = None
    """Kva delmålet skal føre til."""
    status: Annotated[
        Prosa | None, Om("status", RAPPORTERT, nytt_år=NyttÅr.TØM_TIL_ÅRET_ER_OMME)
    ] = None
    """Statusen for delmålet i planåret."""
    statusdato: Annotated[
        Dato | None,
        Om("dato for statusen", RAPPORTERT, nytt_år=NyttÅr.FJERN, uvist=_STATUSDATO_UVIST),
    ] = None
    """Dagen statusen blei skriven."""
    tiltak: Annotated[dict[Id, Tiltak], Om("tiltak", GRUPPE)] = Field(default_factory=dict)
    """Tiltaka i delmålet."""
