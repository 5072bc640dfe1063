"""A year's action plan: everything one plan file holds."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import Field, PrivateAttr

from bygdeplan.model.avtale import Avtale
from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Budsjett
from bygdeplan.model.felt import Dato, Heiltal, Id, Planveg, Prosa, Tekst, Tidspunkt, År
from bygdeplan.model.handsaming import Fristar, Kommune, VidareHandsaming
from bygdeplan.model.merke import Merke, Path
from bygdeplan.model.organisering import Organisering
from bygdeplan.model.tiltak import AvgjortNivå, Delmål, Tiltak


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

    revisjon: Heiltal
    """Revisjonen av planen i planåret: 1 eller 2."""
    felt: Planveg
    """Vegen til det som er endra, til dømes delmål.bustad.vekt eller innstilling."""
    grunngjeving: Prosa
    """Kvifor det er endra."""
    nivå: AvgjortNivå | None = None
    """Om endringa er prinsipiell, når det er noko eit menneske må avgjere."""

    @property
    def path(self) -> tuple[str, ...]:
        """The path that `felt` writes with full stops."""
        return tuple(part.strip() for part in self.felt.split("."))


class Plan(Del):
    """One pilot's action plan for one year."""

    år: År
    """Planåret."""
    revisjon: Heiltal = 1
    """Revisjonen av planen i planåret: 1 eller 2."""
    dato: Dato
    """Datoen som står på dokumenta."""
    vedteken: Tidspunkt | None = None
    """Når planen var endeleg godkjend; utan denne er dokumenta utkast."""
    endringar: list[Planendring] = Field(default_factory=list)
    """Kvifor noko utanfor tiltaka er endra frå planen før."""
    avtale: Avtale
    """Bygdevekstavtalen planen byggjer på."""
    organisering: Organisering
    """Kven som gjer kva."""
    kommunar: dict[Id, Kommune]
    """Kommunane i piloten."""
    vidare_handsaming: VidareHandsaming = VidareHandsaming()
    """Vegen vidare etter kommunane."""
    fristar: Fristar = Fristar()
    """Fristane planen set sjølv."""
    samandrag: Prosa
    """Samandraget øvst i saksframlegget, høgst fem linjer."""
    innleiing: Prosa
    """Innleiinga til handlingsplanen."""
    vurdering: Prosa
    """Vurderinga i saksframlegget, den som er felles for kommunane."""
    konklusjon: Prosa
    """Konklusjonen i saksframlegget."""
    innstilling: list[Tekst]
    """Framlegget til vedtak, punkt for punkt, likt for alle kommunane."""
    vedlegg: list[Tekst] = Field(default_factory=list)
    """Vedlegga til saka."""
    gjort: Prosa | None = None
    """Det som er gjort i planåret."""
    samla_status: Prosa | None = None
    """Statusen for heile planen i planåret."""
    delmål: dict[Id, Delmål]
    """Delmåla med tiltaka sine."""
    budsjett: Budsjett = Budsjett()
    """Pengane utanfor tiltaka, og nøklane som deler det kommunane betaler."""

    _merke: Merke = PrivateAttr(default_factory=Merke)

    def model_post_init(self, context: Any) -> None:
        """Take in the marks, which the loader gives as pydantic's validation context."""
        if isinstance(context, Merke):
            self._merke = context

    @property
    def merke(self) -> Merke:
        """What in the plan is marked førebels or døme."""
        return self._merke

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
        return next((place for place in self.alle_tiltak if place.id == tiltak_id), None)
