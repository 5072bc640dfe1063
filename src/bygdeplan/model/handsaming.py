"""Where the plan is decided, and what was decided."""

from typing import Literal

from pydantic import Field

from bygdeplan.model.base import Del
from bygdeplan.model.felt import Dato, Heiltal, Id, Kommunenummer, Møtedato, Prosa, Tekst, Tidspunkt

Tekstseksjon = Literal[
    "samandrag",
    "bakgrunn",
    "organisering",
    "handlingsplan",
    "handsaming",
    "økonomi",
    "vurdering",
    "gjort",
    "status",
    "konklusjon",
    "vedlegg",
]
"""The sections a kommune can add text to: not the decision, which must be the same for all."""
Seksjon = Literal[Tekstseksjon, "innstilling"]
"""The sections of a saksframlegg whose heading a kommune can decide."""


class Vedtak(Del):
    """What a body has decided on the plan."""

    dato: Dato | None = None
    """Dagen vedtaket blei gjort."""
    saksnummer: Tekst | None = None
    """Saksnummeret, som tekst."""
    utfall: Literal["vedteke", "ikkje vedteke", "utsett"]
    """Kva organet kom til."""
    punkt: list[Tekst] | None = None
    """Ordlyden punkt for punkt, når han er kjend; utelaten når han er lik innstillinga."""
    tilleggspunkt: list[Tekst] = Field(default_factory=list)
    """Punkt som kjem i tillegg til innstillinga."""


class Profil(Del):
    """How one kommune wants its case document."""

    overskrifter: dict[Seksjon, Tekst] = Field(default_factory=dict)
    """Eigne namn på overskrifter."""
    innstilling: Literal["fyrst", "sist"] = "sist"
    """Om innstillinga skal stå fyrst eller sist."""
    hovudfelt: dict[str, Tekst | None] = Field(default_factory=dict)
    """Felta øvst i saksframlegget, til dømes Arkiv; det som er tomt, fyller kommunen inn."""
    kortmånad: Literal["feb.", "febr."] = "feb."
    """Korleis kommunen kortar ned februar."""
    tekstar: dict[Tekstseksjon, Prosa] = Field(default_factory=dict)
    """Eigen tekst sist i ein seksjon; ikkje i innstillinga, som skal vere lik for alle."""


class Kommune(Del):
    """One of the kommunar in the pilot; what is unknown is left out."""

    namn: Tekst
    """Namnet på kommunen."""
    nummer: Kommunenummer
    """Kommunenummeret, fire siffer."""
    formannskap: Møtedato | None = None
    """Møtet i formannskapet, eller «ingen»."""
    kommunestyre: Møtedato | None = None
    """Møtet i kommunestyret, eller «ingen»."""
    merknad: Tekst | None = None
    """Merknad til møta, til dømes «ekstraordinært»."""
    vurdering: Prosa | None = None
    """Den lokale vurderinga: strategien til kommunen og kva planen har å seie der."""
    kommunedirektør: Tekst | None = None
    """Den som skriv under."""
    formannskapsvedtak: Vedtak | None = None
    """Innstillinga formannskapet vedtok å sende til kommunestyret."""
    vedtak: Vedtak | None = None
    """Vedtaket i kommunestyret."""
    profil: Profil = Profil()
    """Korleis saksframlegget skal sjå ut."""


class Steg(Del):
    """A step on the way after the kommunar."""

    organ: Tekst
    """Namnet på organet."""
    dato: Dato | None = None
    """Møtedatoen."""
    merknad: Tekst | None = None
    """Merknad til steget, til dømes «eventuelt, til orientering»."""
    vedtak: Vedtak | None = None
    """Vedtaket i organet."""


class VidareHandsaming(Del):
    """The way on when all the kommunar have decided."""

    fylkesutval: Steg | None = None
    """Handsaminga i fylkesutvalet."""
    fylkesting: Steg | None = None
    """Handsaminga i fylkestinget."""
    kdd: Steg | None = None
    """Godkjenninga i departementet."""


class Årshjulpunkt(Del):
    """A point of the ministry's yearly wheel: a revision of the plan, a report on it."""

    tittel: Tekst
    """Kva som skal vere gjort, til dømes «Andre revisjon av handlingsplanen»."""
    dato: Tidspunkt | None = None
    """Når det skal vere gjort: månad eller dag."""


class Fristar(Del):
    """The plan's own deadlines, and those of the yearly wheel as far as they are known."""

    sakspapir: Heiltal = 7
    """Kor mange dagar før møtet sakspapira skal vere ferdige."""
    status: Heiltal = 180
    """Kor mange dagar gammal ein statustekst kan vere."""
    årshjul: dict[Id, Årshjulpunkt] = Field(default_factory=dict)
    """Revisjonane og rapportane i årshjulet til departementet."""
