"""The agreement the plan stands on."""

from typing import Annotated, ClassVar

from pydantic import Field

from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Pottnamn
from bygdeplan.model.felt import Beløp, Dato, Id, Periode, Prosa, Tekst, År
from bygdeplan.model.om import (
    GRUPPE,
    MÅL,
    ORD,
    PARTAR,
    PENGAR,
    PERIODE,
    RAPPORTERT,
    Avgjort,
    Nivå,
    NyttÅr,
    Om,
    OmDel,
    Område,
)

_SIGNERT = Avgjort(Nivå.MÅ_VURDERAST, "Dagen kan vere retta, eller avtalen vere ny.")


class Løyving(Del):
    """An appropriation: money given to a pot in one year."""

    OM_DELEN: ClassVar = OmDel(i_liste="løyving")

    år: Annotated[År, Om("år", PENGAR)]
    """Året pengane er løyvde."""
    beløp: Annotated[Beløp, Om("beløp", PENGAR, eining="kroner")]
    """Beløpet i kroner."""
    kjelde: Annotated[Tekst, Om("kjelde", ORD)]
    """Kvar løyvinga er henta frå."""
    merknad: Annotated[Tekst | None, Om("merknad", ORD)] = None
    """Noko lesaren bør vite om løyvinga."""


class Pott(Del):
    """One pot of state money."""

    OM_DELEN: ClassVar = OmDel("potten", kjend=True, område=Område.MIDLAR)

    føremål: Annotated[Prosa, Om("føremål", PENGAR)]
    """Kva pengane er til."""
    løyvingar: Annotated[list[Løyving], Om("løyvingar", GRUPPE)]
    """Løyvingane, ei for kvart år det er løyvd pengar."""
    # What is left of a pot is known when the accounts are: a fact, not a decision.
    overført: Annotated[
        Beløp | None,
        Om("overført frå i fjor", RAPPORTERT, eining="kroner", nytt_år=NyttÅr.EIGE_STEG),
    ] = None
    """Ubrukte midlar som er overførte frå i fjor til planåret, i kroner."""


class Fase(Del):
    """A phase of the work."""

    OM_DELEN: ClassVar = OmDel(i_liste="fase")

    namn: Annotated[Tekst, Om("namn", ORD)]
    """Namnet på fasen."""
    tid: Annotated[Tekst, Om("tid", PERIODE)]
    """Når fasen varer, slik det skal stå i dokumenta."""
    innhald: Annotated[Tekst, Om("innhald", ORD)]
    """Kva fasen inneheld."""


class Samarbeidspart(Del):
    """A partner who is not a party."""

    OM_DELEN: ClassVar = OmDel("samarbeidsparten")

    namn: Annotated[Tekst, Om("namn", PARTAR, eigne_ord=False)]
    """Namnet på samarbeidsparten."""


class Avtale(Del):
    """The agreement between the state, the county and the kommunar."""

    OM_DELEN: ClassVar = OmDel(område=Område.AVTALE)

    pilot: Annotated[Tekst, Om("namnet på piloten", PARTAR, eigne_ord=False)]
    """Namnet på piloten."""
    fylkeskommune: Annotated[Tekst, Om("fylkeskommune", PARTAR, eigne_ord=False)]
    """Namnet på fylkeskommunen."""
    periode: Annotated[Periode, Om("periode", PERIODE)]
    """Åra avtalen gjeld, til dømes 2030–2033."""
    signert: Annotated[Dato | None, Om("signert", _SIGNERT)] = None
    """Dagen alle partane hadde signert."""
    om_ordninga: Annotated[Prosa, Om("om ordninga", ORD)]
    """Om ordninga med bygdevekstavtalar: kva ho er, kven ho gjeld, kor mange pilotar."""
    formål: Annotated[Prosa, Om("formål", MÅL)]
    """Målet med avtalen."""
    vekting: Annotated[Prosa | None, Om("grunngjeving for vektene", ORD)] = None
    """Kvifor delmåla har dei vektene dei har."""
    partar: Annotated[list[Tekst], Om("partar", PARTAR, eigne_ord=False)]
    """Partane i avtalen."""
    samarbeidspartar: Annotated[dict[Id, Samarbeidspart], Om("samarbeidspartar", GRUPPE)] = Field(
        default_factory=dict
    )
    """Samarbeidspartar som ikkje er partar i avtalen."""
    fasar: Annotated[list[Fase], Om("fasar", GRUPPE)] = Field(default_factory=list)
    """Fasane i arbeidet."""
    midlar: Annotated[dict[Pottnamn, Pott], Om("statlege midlar", GRUPPE)]
    """Dei statlege pottane."""
