"""What the file says of itself to archives and search: BP85x."""

from collections.abc import Iterator

from bygdeplan.audit.rules.rule import Rule
from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import Innhald

TITTEL = Regel(
    "BP851",
    Severity.FEIL,
    "eigenskapane manglar tittel",
    why="Tittelen i eigenskapane er det skjermlesaren seier når fila blir opna, og det arkivet "
    "viser.",
    wrong="Fil → Info → Tittel: «Legg til tittel».",
    right="Fil → Info → Tittel: «Handlingsplan 2031».",
)
FORFATTAR = Regel(
    "BP852",
    Severity.FEIL,
    "eigenskapane manglar forfattar",
    why="Arkivet skal vite kven dokumentet kjem frå.",
    wrong="Fil → Info → Forfattar: «Legg til forfattar».",
    right="Fil → Info → Forfattar: namnet på prosjekteigaren.",
)
DATO = Regel(
    "BP853",
    Severity.FEIL,
    "eigenskapane manglar dato",
    why="Arkivet skal vite når dokumentet er frå.",
    wrong="Fila er kopiert gjennom eit program som fjernar opplysningar.",
    right="Fil → Info → Oppretta: datoen til planen.",
)


def properties(innhald: Innhald) -> Iterator[Finding]:
    """Title, author and date are set."""
    said = innhald.eigenskapar
    if not said.tittel.strip():
        yield TITTEL.finding(
            (said.part, "tittel"),
            "Eigenskapane til fila har ingen tittel.",
            "Skriv tittelen på dokumentet under Fil → Info.",
        )
    if not said.forfattar.strip():
        yield FORFATTAR.finding(
            (said.part, "forfattar"),
            "Eigenskapane til fila har ingen forfattar.",
            "Skriv kven dokumentet kjem frå, under Fil → Info.",
        )
    if not said.dato.strip():
        yield DATO.finding(
            (said.part, "dato"),
            "Eigenskapane til fila har ingen dato.",
            "Lagre dokumentet i Word, så blir datoen sett, eller lag det på nytt.",
        )


RULES: tuple[Rule, ...] = (properties,)
REGLAR = (TITTEL, FORFATTAR, DATO)
