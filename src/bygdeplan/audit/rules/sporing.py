"""What others wrote between the lines: BP87x."""

from collections.abc import Iterator, Sequence

from bygdeplan.audit.rules.rule import Rule
from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import Innhald, Stad

SPORA_ENDRING = Regel(
    "BP871",
    Severity.MERKNAD,
    "spora endringar",
    why="Endringar som ikkje er godtekne, gjer at ulike lesarar ser ulik tekst. Medan ei sak er "
    "til gjennomsyn, er dei nyttige; i det som blir lagt fram, skal dei vere borte.",
    wrong="Sjå gjennom: endringar står att.",
    right="Sjå gjennom → Godta alle endringar og stopp sporinga.",
)
KOMMENTAR = Regel(
    "BP872",
    Severity.MERKNAD,
    "kommentarar",
    why="Kommentarar er skrivne til kollegaer, og følgjer med fila ut av huset.",
    wrong="Sjå gjennom: kommentarar står att.",
    right="Sjå gjennom → Slett alle kommentarar i dokumentet.",
)


def changes(innhald: Innhald) -> Iterator[Finding]:
    """Every tracked change is accepted or rejected."""
    if innhald.endringar:
        stad, what = _first(innhald.endringar, "spora endring", "spora endringar")
        yield SPORA_ENDRING.finding(
            stad.path, what, "Godta eller avvis endringane under Sjå gjennom."
        )


def comments(innhald: Innhald) -> Iterator[Finding]:
    """No comments are left."""
    if innhald.kommentarar:
        stad, what = _first(innhald.kommentarar, "kommentar", "kommentarar")
        yield KOMMENTAR.finding(stad.path, what, "Slett kommentarane under Sjå gjennom.")


def _first(places: Sequence[Stad], one: str, many: str) -> tuple[Stad, str]:
    """The first place, and how many there are."""
    stad, count = places[0], len(places)
    where = f"; den fyrste er ved «{stad.utdrag}»" if stad.utdrag and count > 1 else ""
    if count == 1:
        where = f", ved «{stad.utdrag}»" if stad.utdrag else ""
    return stad, stad.her(f"Det står att {count} {one if count == 1 else many}{where}.")


RULES: tuple[Rule, ...] = (changes, comments)
REGLAR = (SPORA_ENDRING, KOMMENTAR)
