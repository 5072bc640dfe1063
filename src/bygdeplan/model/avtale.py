"""The agreement the plan stands on."""

from pydantic import Field

from bygdeplan.model.base import Del
from bygdeplan.model.budsjett import Pottnamn
from bygdeplan.model.felt import Beløp, Dato, Id, Periode, Prosa, Tekst, År


class Løyving(Del):
    """An appropriation: money given to a pot in one year."""

    år: År
    """Året pengane er løyvde."""
    beløp: Beløp
    """Beløpet i kroner."""
    kjelde: Tekst
    """Kvar løyvinga er henta frå."""
    merknad: Tekst | None = None
    """Noko lesaren bør vite om løyvinga."""


class Pott(Del):
    """One pot of state money."""

    føremål: Prosa
    """Kva pengane er til."""
    løyvingar: list[Løyving]
    """Løyvingane, ei for kvart år det er løyvd pengar."""
    overført: Beløp | None = None
    """Ubrukte midlar som er overførte frå i fjor til planåret, i kroner."""


class Fase(Del):
    """A phase of the work."""

    namn: Tekst
    """Namnet på fasen."""
    tid: Tekst
    """Når fasen varer, slik det skal stå i dokumenta."""
    innhald: Tekst
    """Kva fasen inneheld."""


class Samarbeidspart(Del):
    """A partner who is not a party."""

    namn: Tekst
    """Namnet på samarbeidsparten."""


class Avtale(Del):
    """The agreement between the state, the county and the kommunar."""

    pilot: Tekst
    """Namnet på piloten."""
    fylkeskommune: Tekst
    """Namnet på fylkeskommunen."""
    periode: Periode
    """Åra avtalen gjeld, til dømes 2030–2033."""
    signert: Dato | None = None
    """Dagen alle partane hadde signert."""
    om_ordninga: Prosa
    """Om ordninga med bygdevekstavtalar: kva ho er, kven ho gjeld, kor mange pilotar."""
    formål: Prosa
    """Målet med avtalen."""
    vekting: Prosa | None = None
    """Kvifor delmåla har dei vektene dei har."""
    partar: list[Tekst]
    """Partane i avtalen."""
    samarbeidspartar: dict[Id, Samarbeidspart] = Field(default_factory=dict)
    """Samarbeidspartar som ikkje er partar i avtalen."""
    fasar: list[Fase] = Field(default_factory=list)
    """Fasane i arbeidet."""
    midlar: dict[Pottnamn, Pott]
    """Dei statlege pottane."""
