"""Who does what."""

from pydantic import Field

from bygdeplan.model.base import Del
from bygdeplan.model.felt import Prosa, Tekst


class Person(Del):
    """A person, or a body, in a role."""

    namn: Tekst
    """Namnet på personen eller organet."""
    stilling: Tekst | None = None
    """Stillinga til personen."""
    frå: Tekst | None = None
    """Kven personen representerer."""
    merknad: Tekst | None = None
    """Noko lesaren bør vite, til dømes når personen tok til."""


class Organisering(Del):
    """The bodies and people of the project."""

    prosjekteigar: Person
    """Organet som eig prosjektet."""
    prosjektansvarleg: Person
    """Den som har ansvaret for prosjektet."""
    prosjektleiar: Person
    """Den som leier arbeidet."""
    prosjektmedarbeidar: Person | None = None
    """Den som arbeider saman med prosjektleiaren."""
    styringsgruppe: list[Person]
    """Medlemene i styringsgruppa."""
    medverka: list[Tekst] = Field(default_factory=list)
    """Andre som var med og utforma planen."""
    omtale: Prosa | None = None
    """Meir om organiseringa."""
