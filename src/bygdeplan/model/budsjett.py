"""Cost, financing and accounts, year by year."""

from typing import Any, Literal, get_args

from pydantic import Field, model_validator

from bygdeplan.model.base import Del
from bygdeplan.model.felt import Beløp, Heiltal, Id, Prosa, Tal, Tekst, År

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

    beløp: Beløp = 0
    """Kontantar frå kommunen, i kroner."""
    timar: Heiltal = 0
    """Eigne timar frå kommunen."""


class Finansiering(Del):
    """What one source puts into one budget line; a bare amount means cash."""

    beløp: Beløp = 0
    """Kontantar, i kroner."""
    timar: Heiltal = 0
    """Eigne timar (eigeninnsats)."""
    sats: Beløp = 0
    """Verdien av éin time, i kroner."""
    nøkkel: Id | None = None
    """Fordelingsnøkkelen som deler summen mellom kommunane."""
    fordeling: dict[Id, Andel] | None = None
    """Kva kvar kommune betaler, når det ikkje følgjer ein nøkkel."""
    søkt: Beløp | None = None
    """Beløpet det er søkt om."""
    løyvd: Beløp | None = None
    """Beløpet som er løyvd."""
    utbetalt: Beløp | None = None
    """Beløpet som er utbetalt."""

    @model_validator(mode="before")
    @classmethod
    def _bare_amount_is_cash(cls, value: Any) -> Any:
        return {"beløp": value} if isinstance(value, str | int) else value

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

    kostnad: Beløp
    """Det tiltaket kostar dette året, i kroner; eigne timar er rekna med."""
    finansiering: dict[Kjelde, Finansiering] = Field(default_factory=dict)
    """Kva kvar kjelde dekkjer."""
    rekneskap: dict[Kjelde, Beløp] | None = None
    """Det som er brukt så langt, frå kvar kjelde, i kroner."""

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

    tittel: Tekst
    """Namnet på posten."""
    skildring: Prosa | None = None
    """Kva posten dekkjer."""
    budsjett: dict[År, Budsjettår] = Field(default_factory=dict)
    """Kostnad og finansiering for kvart år."""


class Fordelingsnøkkel(Del):
    """How a sum is divided between the kommunar."""

    tittel: Tekst
    """Kva nøkkelen heiter i dokumenta, til dømes «likt mellom kommunane»."""
    delar: dict[Id, Tal]
    """Kor stor del kvar kommune ber, som tal i same eining (1 : 1, folketal, prosent)."""


class Budsjett(Del):
    """The money outside the measures."""

    innleiing: Prosa | None = None
    """Tekst framfor budsjettabellane."""
    fordelingsnøklar: dict[Id, Fordelingsnøkkel] = Field(default_factory=dict)
    """Nøklane som deler det kommunane betaler saman."""
    fellespostar: dict[Id, Fellespost] = Field(default_factory=dict)
    """Postar utanfor tiltaka, til dømes prosjektleiing."""
    historikk: dict[År, dict[Id, dict[Kjelde, Beløp]]] = Field(default_factory=dict)
    """Rekneskapen for tidlegare år: år, delmål (eller «felles»), kjelde og beløp."""
