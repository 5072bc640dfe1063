"""Cost, financing and accounts, year by year."""

from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import Field, model_validator

from bygdeplan.model.base import Del
from bygdeplan.model.felt import Beløp, Id, Prosa, Rekneskapsbeløp, Tal, Tekst, Timar, År
from bygdeplan.model.om import (
    GRUPPE,
    ORD,
    PENGAR,
    RAPPORTERT,
    NyttÅr,
    Om,
    OmDel,
    Område,
)

_UTBETALING_UVIST = "Det er til kontroll av pengane frå kjelda."

Pottnamn = Literal["tiltaksmidlar", "driftstilskot", "prosjektleiing"]
"""The state's three pots of money in an agreement."""
Kjelde = Literal[
    "tiltaksmidlar",
    "driftstilskot",
    "prosjektleiing",
    "fylkeskommune",
    "kommune",
    "husbanken",
    "statsforvaltar",
    "anna",
]
"""Who pays: the state's pots first, then the others."""
POTTAR: tuple[Pottnamn, ...] = get_args(Pottnamn)
KJELDER: tuple[Kjelde, ...] = get_args(Kjelde)
FELLES = "felles"
"""The key for money that lies under no sub-goal."""


class Andel(Del):
    """What one kommune pays of a sum: cash in kroner and own hours."""

    beløp: Annotated[Beløp, Om("beløp", PENGAR, eining="kroner")] = 0
    """Kontantar frå kommunen, i kroner."""
    timar: Annotated[Timar, Om("timar", PENGAR, eining="timar")] = 0
    """Eigne timar frå kommunen."""


class Finansiering(Del):
    """What one source puts into one budget line; a bare amount means cash."""

    OM_DELEN: ClassVar = OmDel("kjelda", kortform="beløp")

    beløp: Annotated[Beløp, Om("beløp", PENGAR, eining="kroner")] = 0
    """Kontantar, i kroner."""
    timar: Annotated[Timar, Om("timar", PENGAR, eining="timar")] = 0
    """Eigne timar (eigeninnsats)."""
    sats: Annotated[Beløp, Om("sats", PENGAR, eining="kroner")] = 0
    """Verdien av éin time, i kroner."""
    nøkkel: Annotated[Id | None, Om("fordelingsnøkkel", PENGAR, til=("fordelingsnøklar",))] = None
    """Fordelingsnøkkelen som deler summen mellom kommunane."""
    fordeling: Annotated[dict[Id, Andel] | None, Om("fordeling", GRUPPE, til=("kommunar",))] = None
    """Kva kvar kommune betaler, når det ikkje følgjer ein nøkkel."""
    søkt: Annotated[
        Beløp | None, Om("søkt", RAPPORTERT, eining="kroner", uvist=_UTBETALING_UVIST)
    ] = None
    """Beløpet det er søkt om."""
    løyvd: Annotated[
        Beløp | None, Om("løyvd", RAPPORTERT, eining="kroner", uvist=_UTBETALING_UVIST)
    ] = None
    """Beløpet som er løyvd."""
    utbetalt: Annotated[
        Beløp | None, Om("utbetalt", RAPPORTERT, eining="kroner", uvist=_UTBETALING_UVIST)
    ] = None
    """Beløpet som er utbetalt."""

    @model_validator(mode="before")
    @classmethod
    def _bare_amount_is_cash(cls, value: Any) -> Any:
        return {cls.OM_DELEN.kortform: value} if isinstance(value, str | int) else value

    @property
    def eigeninnsats(self) -> int:
        """Own hours in kroner: hours × rate."""
        return self.timar * self.sats

    @property
    def sum(self) -> int:
        """Cash and own hours, in kroner."""
        return self.beløp + self.eigeninnsats


class Budsjettår(Del):
    """One year of a measure's (or a common item's) money."""

    OM_DELEN: ClassVar = OmDel("budsjettåret")

    kostnad: Annotated[Beløp, Om("kostnad", PENGAR, eining="kroner")]
    """Det tiltaket kostar dette året, i kroner; eigne timar er rekna med."""
    finansiering: Annotated[dict[Kjelde, Finansiering], Om("finansiering", GRUPPE)] = Field(
        default_factory=dict
    )
    """Kva kvar kjelde dekkjer."""
    rekneskap: Annotated[
        dict[Kjelde, Rekneskapsbeløp] | None,
        Om("rekneskap", RAPPORTERT, eining="kroner", nytt_år=NyttÅr.EIGE_STEG),
    ] = None
    """Det som er brukt så langt, frå kvar kjelde, i kroner; minus for ei retting."""

    @property
    def finansiert(self) -> int:
        """The sum of the sources, in kroner."""
        return sum(item.sum for item in self.finansiering.values())

    @property
    def brukt(self) -> int | None:
        """What the accounts hold so far, in kroner; None when there are none."""
        return None if self.rekneskap is None else sum(self.rekneskap.values())


class Fellespost(Del):
    """Money that belongs to the whole agreement, not to one measure."""

    OM_DELEN: ClassVar = OmDel("fellesposten", kjend=True, område=Område.BUDSJETTPOST)

    tittel: Annotated[Tekst, Om("tittel", ORD)]
    """Namnet på posten."""
    skildring: Annotated[Prosa | None, Om("skildring", ORD)] = None
    """Kva posten dekkjer."""
    budsjett: Annotated[
        dict[År, Budsjettår], Om("budsjett", PENGAR, samla=True, nytt_år=NyttÅr.EIGE_STEG)
    ] = Field(default_factory=dict)
    """Kostnad og finansiering for kvart år."""


class Fordelingsnøkkel(Del):
    """How a sum is divided between the kommunar."""

    OM_DELEN: ClassVar = OmDel("fordelingsnøkkelen", område=Område.FORDELINGSNØKKEL)

    tittel: Annotated[Tekst, Om("tittel", ORD)]
    """Kva nøkkelen heiter i dokumenta, til dømes «likt mellom kommunane»."""
    delar: Annotated[dict[Id, Tal], Om("delar", PENGAR, samla=True, til=("kommunar",))]
    """Kor stor del kvar kommune ber, som tal i same eining (1 : 1, folketal, prosent)."""


class Budsjett(Del):
    """The money outside the measures."""

    innleiing: Annotated[
        Prosa | None, Om("innleiing", ORD, område=Område.TEKST, nytt_år=NyttÅr.FØREBELS_OM_ÅRET)
    ] = None
    """Tekst framfor budsjettabellane."""
    fordelingsnøklar: Annotated[dict[Id, Fordelingsnøkkel], Om("fordelingsnøklar", GRUPPE)] = Field(
        default_factory=dict
    )
    """Nøklane som deler det kommunane betaler saman."""
    fellespostar: Annotated[dict[Id, Fellespost], Om("fellespostar", GRUPPE)] = Field(
        default_factory=dict
    )
    """Postar utanfor tiltaka, til dømes prosjektleiing."""
    historikk: Annotated[
        dict[År, dict[Id, dict[Kjelde, Rekneskapsbeløp]]],
        Om("rekneskap for tidlegare år", RAPPORTERT, nytt_år=NyttÅr.EIGE_STEG),
    ] = Field(default_factory=dict)
    """Rekneskapen for tidlegare år: år, delmål (eller «felles»), kjelde og beløp."""
