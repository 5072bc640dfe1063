"""Who does what."""

from typing import Annotated, ClassVar

from pydantic import Field

from bygdeplan.model.base import Del
from bygdeplan.model.felt import Prosa, Tekst
from bygdeplan.model.om import (
    ANSVAR,
    GRUPPE,
    ORD,
    NyttÅr,
    Om,
    OmDel,
    Område,
)


class Person(Del):
    """A person, or a body, in a role."""

    OM_DELEN: ClassVar = OmDel(i_liste="person")

    namn: Annotated[Tekst, Om("namn", ANSVAR, eigne_ord=False)]
    """Namnet på personen eller organet."""
    stilling: Annotated[Tekst | None, Om("stilling", ORD)] = None
    """Stillinga til personen."""
    frå: Annotated[Tekst | None, Om("frå", ANSVAR, eigne_ord=False)] = None
    """Kven personen representerer."""
    merknad: Annotated[Tekst | None, Om("merknad", ORD)] = None
    """Noko lesaren bør vite, til dømes når personen tok til."""


class Organisering(Del):
    """The bodies and people of the project."""

    OM_DELEN: ClassVar = OmDel(område=Område.ORGANISERING)

    prosjekteigar: Annotated[Person, Om("prosjekteigar", GRUPPE, samla=True)]
    """Organet som eig prosjektet."""
    prosjektansvarleg: Annotated[Person, Om("prosjektansvarleg", GRUPPE, samla=True)]
    """Den som har ansvaret for prosjektet."""
    prosjektleiar: Annotated[Person, Om("prosjektleiar", GRUPPE, samla=True)]
    """Den som leier arbeidet."""
    prosjektmedarbeidar: Annotated[Person | None, Om("prosjektmedarbeidar", GRUPPE, samla=True)] = (
        None
    )
    """Den som arbeider saman med prosjektleiaren."""
    styringsgruppe: Annotated[list[Person], Om("styringsgruppe", GRUPPE)]
    """Medlemene i styringsgruppa."""
    medverka: Annotated[
        list[Tekst], Om("medverka i planen", ORD, eigne_ord=False, nytt_år=NyttÅr.FØREBELS)
    ] = Field(default_factory=list)
    """Andre som var med og utforma planen."""
    omtale: Annotated[Prosa | None, Om("omtale", ORD)] = None
    """Meir om organiseringa."""
