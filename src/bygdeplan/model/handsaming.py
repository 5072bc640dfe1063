"""Where the plan is decided, and what was decided."""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, model_validator

from bygdeplan.model.base import Del
from bygdeplan.model.felt import (
    Dagar,
    Dato,
    Id,
    Kommunenummer,
    MålformFelt,
    Møtedato,
    Prosa,
    Tekst,
    Tidspunkt,
)
from bygdeplan.model.malform import written_in
from bygdeplan.model.om import (
    DAGAR,
    FORM,
    GRUPPE,
    MÅLFORM,
    ORD,
    PARTAR,
    RAPPORTERT,
    Avgjort,
    Nivå,
    NyttÅr,
    Om,
    OmDel,
    Område,
)

_UNDERSKRIFT = Avgjort(Nivå.MÅ_VURDERAST, "Det er den som skriv under saka.")
_ORGAN = Avgjort(Nivå.PRINSIPIELL, "Det er kven som avgjer.")
_FOR_GAMMALT = Avgjort(Nivå.MÅ_VURDERAST, "Fristen avgjer kva som er for gammalt.")
_FRIST_UMERKT = "Det er ein frist som planen set sjølv."
_OPPSETT_UMERKT = "Det gjeld berre korleis saksframlegget er sett opp."


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

    dato: Annotated[Dato | None, Om("dato", RAPPORTERT)] = None
    """Dagen vedtaket blei gjort."""
    saksnummer: Annotated[Tekst | None, Om("saksnummer", RAPPORTERT, eigne_ord=False)] = None
    """Saksnummeret, til dømes 12/26."""
    utfall: Annotated[Literal["vedteke", "ikkje vedteke", "utsett"], Om("utfall", RAPPORTERT)]
    """Kva organet kom til."""
    punkt: Annotated[list[Tekst] | None, Om("punkt", RAPPORTERT, eigne_ord=False, sitert=True)] = (
        None
    )
    """Ordlyden punkt for punkt, når han er kjend; tomt når han er lik innstillinga."""
    tilleggspunkt: Annotated[
        list[Tekst], Om("tilleggspunkt", RAPPORTERT, eigne_ord=False, sitert=True)
    ] = Field(default_factory=list)
    """Punkt som kjem i tillegg til innstillinga."""


class Profil(Del):
    """How one kommune wants its case document."""

    OM_DELEN: ClassVar = OmDel(område=Område.OPPSETT)

    overskrifter: Annotated[
        dict[Seksjon, Tekst],
        Om("eigne overskrifter", ORD, eitt="overskrift", umerkt=_OPPSETT_UMERKT),
    ] = Field(default_factory=dict)
    """Eigne namn på overskrifter."""
    innstilling: Annotated[
        Literal["fyrst", "sist"],
        Om("plassen til framlegget til vedtak", FORM, umerkt=_OPPSETT_UMERKT),
    ] = "sist"
    """Om innstillinga skal stå fyrst eller sist."""
    hovudfelt: Annotated[
        dict[str, Tekst | None],
        Om("felt øvst i saksframlegget", ORD, eitt="hovudfelt", eigne_ord=False),
    ] = Field(default_factory=dict)
    """Felta øvst i saksframlegget, til dømes Arkiv; det som er tomt, fyller kommunen inn."""
    kortmånad: Annotated[
        Literal["feb.", "febr."], Om("kortform av februar", FORM, umerkt=_OPPSETT_UMERKT)
    ] = "feb."
    """Korleis kommunen kortar ned februar."""
    tekstar: Annotated[
        dict[Tekstseksjon, Prosa],
        Om(
            "eigne tekstar",
            ORD,
            eitt="eigen tekst",
            område=Område.TEKST,
            nytt_år=NyttÅr.FØREBELS_OM_ÅRET,
        ),
    ] = Field(default_factory=dict)
    """Eigen tekst sist i ein seksjon; ikkje i innstillinga, som skal vere lik for alle."""


class _MedMålform(Del):
    """What has a form of its own, in which the texts in it are."""

    @model_validator(mode="wrap")
    @classmethod
    def _in_its_form(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        with written_in(value.get("målform") if isinstance(value, dict) else None):
            return handler(value)


class Kommune(_MedMålform):
    """One of the kommunar in the pilot; what is unknown is left out."""

    OM_DELEN: ClassVar = OmDel("kommunen", kjend=True, område=Område.KOMMUNE)

    namn: Annotated[Tekst, Om("namn", PARTAR, eigne_ord=False)]
    """Namnet på kommunen."""
    samisk_namn: Annotated[
        Tekst | None, Om("samisk namn", PARTAR, eigne_ord=False, område=Område.KOMMUNE)
    ] = None
    """Det samiske namnet på kommunen, når han har eitt."""
    målform: Annotated[MålformFelt | None, MÅLFORM] = None
    """Målforma i saksframlegget og i eigne tekstar; som planen når det ikkje er sagt."""
    nummer: Annotated[Kommunenummer, Om("kommunenummer", PARTAR)]
    """Kommunenummeret, fire siffer."""
    formannskap: Annotated[
        Møtedato | None,
        Om("møte i formannskapet", DAGAR, område=Område.MØTEPLAN, årleg=True, nytt_år=NyttÅr.TØM),
    ] = None
    """Møtet i formannskapet, eller «ingen»."""
    kommunestyre: Annotated[
        Møtedato | None,
        Om("møte i kommunestyret", DAGAR, område=Område.MØTEPLAN, årleg=True, nytt_år=NyttÅr.TØM),
    ] = None
    """Møtet i kommunestyret, eller «ingen»."""
    merknad: Annotated[
        Tekst | None, Om("merknad", ORD, område=Område.MØTEPLAN, årleg=True, nytt_år=NyttÅr.FJERN)
    ] = None
    """Merknad til møta, til dømes «ekstraordinært»."""
    vurdering: Annotated[
        Prosa | None,
        Om("vurdering", ORD, område=Område.TEKST, årleg=True, nytt_år=NyttÅr.FØREBELS_OM_ÅRET),
    ] = None
    """Den lokale vurderinga: strategien til kommunen og kva planen har å seie der."""
    kommunedirektør: Annotated[
        Tekst | None, Om("kommunedirektør", _UNDERSKRIFT, eigne_ord=False, eige=True)
    ] = None
    """Den som skriv under."""
    formannskapsvedtak: Annotated[
        Vedtak | None, Om("vedtak i formannskapet", RAPPORTERT, nytt_år=NyttÅr.FJERN)
    ] = None
    """Innstillinga formannskapet vedtok å sende til kommunestyret."""
    vedtak: Annotated[
        Vedtak | None, Om("vedtak i kommunestyret", RAPPORTERT, nytt_år=NyttÅr.FJERN)
    ] = None
    """Vedtaket i kommunestyret."""
    profil: Annotated[Profil, Om("oppsett", GRUPPE, eige=True)] = Profil()
    """Korleis saksframlegget skal sjå ut."""


class Steg(_MedMålform):
    """A step on the way after the kommunar."""

    OM_DELEN: ClassVar = OmDel(område=Område.MØTEPLAN)

    organ: Annotated[Tekst, Om("organ", _ORGAN, årleg=True, eigne_ord=False)]
    """Namnet på organet."""
    målform: Annotated[MålformFelt | None, MÅLFORM] = None
    """Målforma organet får dokumenta på; som planen når det ikkje er sagt."""
    dato: Annotated[Dato | None, Om("dato", DAGAR, årleg=True, nytt_år=NyttÅr.TØM)] = None
    """Møtedatoen."""
    merknad: Annotated[
        Tekst | None, Om("merknad", ORD, årleg=True, nytt_år=NyttÅr.FJERN_OM_ÅRET)
    ] = None
    """Merknad til steget, til dømes «eventuelt, til orientering»."""
    vedtak: Annotated[Vedtak | None, Om("vedtak", RAPPORTERT, nytt_år=NyttÅr.FJERN)] = None
    """Vedtaket i organet."""


class VidareHandsaming(Del):
    """The way on when all the kommunar have decided."""

    OM_DELEN: ClassVar = OmDel(område=Område.MØTEPLAN)

    fylkesutval: Annotated[Steg | None, Om("fylkesutval", GRUPPE)] = None
    """Handsaminga i fylkesutvalet."""
    fylkesting: Annotated[Steg | None, Om("fylkesting", GRUPPE)] = None
    """Handsaminga i fylkestinget."""
    kdd: Annotated[Steg | None, Om("departement", GRUPPE)] = None
    """Godkjenninga i departementet."""


class Årshjulpunkt(Del):
    """A point of the ministry's yearly wheel: a revision of the plan, a report on it."""

    tittel: Annotated[Tekst, Om("tittel", ORD)]
    """Kva som skal vere gjort, til dømes «Andre revisjon av handlingsplanen»."""
    dato: Annotated[Tidspunkt | None, Om("dato", DAGAR, nytt_år=NyttÅr.TØM)] = None
    """Når det skal vere gjort: månad eller dag."""


class Fristar(Del):
    """The plan's own deadlines, and those of the yearly wheel as far as they are known."""

    OM_DELEN: ClassVar = OmDel(område=Område.FRIST)

    sakspapir: Annotated[
        Dagar,
        Om("dagar før møtet sakspapira skal vere ferdige", DAGAR, umerkt=_FRIST_UMERKT),
    ] = 7
    """Kor mange dagar før møtet sakspapira skal vere ferdige."""
    status: Annotated[
        Dagar, Om("dagar ein statustekst kan vere gammal", _FOR_GAMMALT, umerkt=_FRIST_UMERKT)
    ] = 180
    """Kor mange dagar gammal ein statustekst kan vere."""
    årshjul: Annotated[dict[Id, Årshjulpunkt], Om("årshjul", GRUPPE)] = Field(default_factory=dict)
    """Revisjonane og rapportane i årshjulet til departementet."""
