"""The language, which decides how a text is read aloud: BP84x."""

from collections.abc import Iterator

from bygdeplan.audit.rules.rule import Rule
from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import MÅLFORM, Avsnitt, Framandt, Innhald, first_words

STANDARDSPRÅK = Regel(
    "BP841",
    Severity.FEIL,
    "dokumentet er ikkje sett til nynorsk",
    why="Språket avgjer korleis ein skjermlesar les opp, og kva retteprogrammet reknar som feil. "
    "Det står både i stilane og i innstillingane til dokumentet.",
    wrong="Stilen «Normal» har korrekturspråket engelsk.",
    right="Alle stilar har korrekturspråket norsk (nynorsk).",
)
ANNA_SPRÅK = Regel(
    "BP842",
    Severity.ÅTVARING,
    "tekst som er merkt med eit anna språk",
    why="Tekst som er limt inn frå eit anna dokument, tek med seg språket derifrå, og blir lesen "
    "opp med feil uttale.",
    wrong="Eit avsnitt på nynorsk har korrekturspråket bokmål.",
    right="Avsnittet har korrekturspråket norsk (nynorsk).",
)
SPRÅK_I_EIGENSKAPANE = Regel(
    "BP843",
    Severity.FEIL,
    "eigenskapane seier ikkje at dokumentet er på nynorsk",
    why="Arkiv og søk les språket i eigenskapane, ikkje i teksten.",
    wrong="Fil → Info → Eigenskapar → Avanserte eigenskapar: språket er en-US.",
    right="Fil → Info → Eigenskapar → Avanserte eigenskapar: språket er nn-NO.",
)

_IN_WORD = "vel Språk under Sjå gjennom og set korrekturspråket til norsk (nynorsk)"


def declared(innhald: Innhald) -> Iterator[Finding]:
    """Styles and settings say Nynorsk."""
    for val in innhald.språkval:
        if val.språk is None:
            yield STANDARDSPRÅK.finding(
                val.path,
                f"{val.kvar} seier ikkje kva språk dokumentet er på.",
                f"Merk heile dokumentet, {_IN_WORD}, og trykk «Bruk som standard».",
            )
        elif val.språk != MÅLFORM:
            yield STANDARDSPRÅK.finding(
                val.path,
                f"{val.kvar} har språket {val.språk}, ikkje {MÅLFORM}.",
                f"Endre stilen eller merk heile dokumentet, og {_IN_WORD}.",
            )


def in_text(innhald: Innhald) -> Iterator[Finding]:
    """No text says of itself that it is in another language: one finding for each language."""
    by_language: dict[str, list[tuple[Avsnitt, Framandt]]] = {}
    for avsnitt in (*innhald.avsnitt, *innhald.utanfor):
        for piece in avsnitt.framandt:
            by_language.setdefault(piece.språk, []).append((avsnitt, piece))
    for language, pieces in by_language.items():
        avsnitt, piece = pieces[0]
        more = f"; det same gjeld {len(pieces) - 1} til" if len(pieces) > 1 else ""
        yield ANNA_SPRÅK.finding(
            avsnitt.stad.path,
            avsnitt.stad.her(f"«{first_words(piece.tekst)}» er merkt med {language}{more}."),
            f"Merk teksten, {_IN_WORD}.",
        )


def in_properties(innhald: Innhald) -> Iterator[Finding]:
    """The properties say Nynorsk."""
    eigenskapar = innhald.eigenskapar
    if eigenskapar.språk != MÅLFORM:
        said = f"seier {eigenskapar.språk}" if eigenskapar.språk else "seier ingenting om språket"
        yield SPRÅK_I_EIGENSKAPANE.finding(
            (eigenskapar.part, "språk"),
            f"Eigenskapane {said}; det skal stå {MÅLFORM}.",
            f"Skriv {MÅLFORM} som språk i dei avanserte eigenskapane, eller lag fila på nytt.",
        )


RULES: tuple[Rule, ...] = (declared, in_text, in_properties)
REGLAR = (STANDARDSPRÅK, ANNA_SPRÅK, SPRÅK_I_EIGENSKAPANE)
