"""A year's action plan: everything one plan file holds."""

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Self

from pydantic import Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from bygdeplan.model.avtale import Avtale
from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Budsjett
from bygdeplan.model.felt import (
    Dato,
    Heiltal,
    Id,
    MålformFelt,
    Planveg,
    Prosa,
    Tekst,
    Tidspunkt,
    År,
)
from bygdeplan.model.handsaming import Fristar, Kommune, VidareHandsaming
from bygdeplan.model.malform import Målform, written_in
from bygdeplan.model.merke import Merke, Path
from bygdeplan.model.om import (
    GRUNN_UMERKT,
    GRUPPE,
    MÅLFORM,
    ORD,
    RAPPORTERT,
    UTGÅVE,
    Avgjort,
    Nivå,
    NyttÅr,
    Om,
    Område,
)
from bygdeplan.model.organisering import Organisering
from bygdeplan.model.tiltak import AvgjortNivå, Delmål, Tiltak

_LIKELYDANDE = Avgjort(Nivå.PRINSIPIELL, "Alle skal gjere likelydande vedtak.", ordrett=True)
_UTGÅVE_UMERKT = "Det fortel kva utgåve av planen dette er."


class TiltakPlass(NamedTuple):
    """A measure together with the place it has in the plan."""

    delmål_id: str
    delmål: Delmål
    id: str
    tiltak: Tiltak

    @property
    def path(self) -> Path:
        """The path of the measure in the plan file."""
        return ("delmål", self.delmål_id, "tiltak", self.id)


class Planendring(Del):
    """Why something outside the measures was changed in a revision."""

    revisjon: Annotated[Heiltal, Om("revisjon", RAPPORTERT, umerkt=GRUNN_UMERKT)]
    """Revisjonen av planen i planåret: 1 eller 2."""
    felt: Annotated[Planveg, Om("felt", RAPPORTERT, eigne_ord=False, umerkt=GRUNN_UMERKT)]
    """Vegen til det som er endra, til dømes delmål.bustad.vekt eller innstilling."""
    grunngjeving: Annotated[Prosa, Om("grunngjeving", RAPPORTERT)]
    """Kvifor det er endra."""
    nivå: Annotated[AvgjortNivå | None, Om("nivå", RAPPORTERT, umerkt=GRUNN_UMERKT)] = None
    """Om endringa er prinsipiell, når det er noko eit menneske må avgjere."""

    @property
    def path(self) -> tuple[str, ...]:
        """The path that `felt` writes with full stops."""
        return tuple(part.strip() for part in self.felt.split("."))


class Plan(Del):
    """One pilot's action plan for one year."""

    år: Annotated[År, Om("år", UTGÅVE, nytt_år=NyttÅr.EIGE_STEG, umerkt=_UTGÅVE_UMERKT)]
    """Planåret."""
    revisjon: Annotated[
        Heiltal, Om("revisjon", UTGÅVE, nytt_år=NyttÅr.EIGE_STEG, umerkt=_UTGÅVE_UMERKT)
    ] = 1
    """Revisjonen av planen i planåret: 1 eller 2."""
    målform: Annotated[MålformFelt | None, MÅLFORM] = None
    """Målforma planen er skriven på; nynorsk når det ikkje er sagt."""
    dato: Annotated[Dato, Om("dato", UTGÅVE, nytt_år=NyttÅr.FØREBELS)]
    """Datoen som står på dokumenta."""
    vedteken: Annotated[
        Tidspunkt | None,
        Om("vedteken", UTGÅVE, nytt_år=NyttÅr.FJERN, umerkt=_UTGÅVE_UMERKT),
    ] = None
    """Når planen var endeleg godkjend; utan denne er dokumenta utkast."""
    endringar: Annotated[list[Planendring], Om("endringar", RAPPORTERT, nytt_år=NyttÅr.FJERN)] = (
        Field(default_factory=list)
    )
    """Kvifor noko utanfor tiltaka er endra frå planen før."""
    avtale: Annotated[Avtale, Om("avtalen", GRUPPE)]
    """Bygdevekstavtalen planen byggjer på."""
    organisering: Annotated[Organisering, Om("organisering", GRUPPE)]
    """Kven som gjer kva."""
    kommunar: Annotated[dict[Id, Kommune], Om("kommunar", GRUPPE)]
    """Kommunane i piloten."""
    vidare_handsaming: Annotated[VidareHandsaming, Om("vidare handsaming", GRUPPE)] = (
        VidareHandsaming()
    )
    """Vegen vidare etter kommunane."""
    fristar: Annotated[Fristar, Om("fristar", GRUPPE)] = Fristar()
    """Fristane planen set sjølv."""
    samandrag: Annotated[
        Prosa, Om("samandrag", ORD, område=Område.TEKST, årleg=True, nytt_år=NyttÅr.FØREBELS)
    ]
    """Samandraget øvst i saksframlegget, høgst fem linjer."""
    innleiing: Annotated[
        Prosa, Om("innleiing", ORD, område=Område.TEKST, årleg=True, nytt_år=NyttÅr.FØREBELS)
    ]
    """Innleiinga til handlingsplanen."""
    vurdering: Annotated[
        Prosa, Om("vurdering", ORD, område=Område.TEKST, årleg=True, nytt_år=NyttÅr.FØREBELS)
    ]
    """Vurderinga i saksframlegget, den som er felles for kommunane."""
    konklusjon: Annotated[
        Prosa, Om("konklusjon", ORD, område=Område.TEKST, årleg=True, nytt_år=NyttÅr.FØREBELS)
    ]
    """Konklusjonen i saksframlegget."""
    # The points name the year, and so change with it: that owes no reason.
    innstilling: Annotated[
        list[Tekst],
        Om(
            "framlegg til vedtak",
            _LIKELYDANDE,
            område=Område.VEDTAKSPUNKT,
            grunn=False,
            nytt_år=NyttÅr.FLYTT_ÅRET,
        ),
    ]
    """Framlegget til vedtak, punkt for punkt, likt for alle kommunane."""
    vedlegg: Annotated[
        list[Tekst], Om("vedlegg", ORD, område=Område.TEKST, årleg=True, nytt_år=NyttÅr.FLYTT_ÅRET)
    ] = Field(default_factory=list)
    """Vedlegga til saka."""
    gjort: Annotated[
        Prosa | None, Om("gjort i planåret", RAPPORTERT, nytt_år=NyttÅr.TØM_TIL_ÅRET_ER_OMME)
    ] = None
    """Det som er gjort i planåret."""
    samla_status: Annotated[
        Prosa | None, Om("samla status", RAPPORTERT, nytt_år=NyttÅr.TØM_TIL_ÅRET_ER_OMME)
    ] = None
    """Statusen for heile planen i planåret."""
    delmål: Annotated[dict[Id, Delmål], Om("delmål", GRUPPE)]
    """Delmåla med tiltaka sine."""
    budsjett: Annotated[Budsjett, Om("budsjett", GRUPPE)] = Budsjett()
    """Pengane utanfor tiltaka, og nøklane som deler det kommunane betaler."""

    _merke: Merke = PrivateAttr(default_factory=Merke)

    @model_validator(mode="wrap")
    @classmethod
    def _in_its_form(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        with written_in(value.get("målform") if isinstance(value, dict) else None):
            return handler(value)

    def model_post_init(self, context: Any) -> None:
        """Take in the marks, which the loader gives as pydantic's validation context."""
        if isinstance(context, Merke):
            self._merke = context

    @property
    def merke(self) -> Merke:
        """What in the plan is marked førebels or døme."""
        return self._merke

    @property
    def hovudform(self) -> Målform:
        """The written form of the plan: that of the documents that are common to all."""
        return self.målform or "nynorsk"

    def målform_at(self, path: Path) -> Målform:
        """The written form that texts at a path are in: a kommune's, a body's or the plan's."""
        match path:
            case ("kommunar", str(id_), *_) if id_ in self.kommunar:
                return self.kommunar[id_].målform or self.hovudform
            case ("vidare_handsaming", str(slag), *_):
                steg = getattr(self.vidare_handsaming, slag, None)
                return (steg and steg.målform) or self.hovudform
            case _:
                return self.hovudform

    @property
    def målformer(self) -> tuple[Målform, ...]:
        """Every form that somebody gets the plan in, the plan's own first."""
        places = [("kommunar", id_) for id_ in self.kommunar]
        after = [("vidare_handsaming", slag) for slag in VidareHandsaming.model_fields]
        return tuple(dict.fromkeys([self.hovudform, *map(self.målform_at, places + after)]))

    @property
    def utkast(self) -> bool:
        """Whether the plan is still to be adopted."""
        return self.vedteken is None

    @property
    def alle_tiltak(self) -> Iterator[TiltakPlass]:
        """Every measure with its place, in the order of the file."""
        for delmål_id, delmål in self.delmål.items():
            for tiltak_id, tiltak in delmål.tiltak.items():
                yield TiltakPlass(delmål_id, delmål, tiltak_id, tiltak)

    def finn_tiltak(self, tiltak_id: str) -> TiltakPlass | None:
        """The measure with an id, wherever in the plan it lies."""
        places = (
            TiltakPlass(delmål_id, delmål, tiltak_id, delmål.tiltak[tiltak_id])
            for delmål_id, delmål in self.delmål.items()
            if tiltak_id in delmål.tiltak
        )
        return next(places, None)
