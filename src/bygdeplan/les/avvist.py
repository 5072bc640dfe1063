"""Why a file cannot be checked at all: BP80x."""

from bygdeplan.funn.finding import Finding, Regel, Severity

IKKJE_DOKUMENT = Regel(
    "BP801",
    Severity.FEIL,
    "fila er verken docx eller odt",
    why="Kontrollen gjeld dokument som folk kan endre etter at dei er laga: docx og odt. "
    "Pdf og html blir kontrollerte når dei blir laga, og skal ikkje endrast etterpå.",
    wrong="bygdeplan audit saksframlegg.pdf",
    right="bygdeplan audit saksframlegg.docx",
)
SKADD = Regel(
    "BP802",
    Severity.FEIL,
    "fila er skadd",
    why="Ei fil som er avbroten under kopiering, eller som eit anna program har skrive feil, kan "
    "opne seg i Word på éi maskin og ikkje på ei anna.",
    wrong="Fila blei henta før ho var lasta heilt opp.",
    right="Fila er henta på nytt, eller dokumentet er laga på nytt.",
)
LÅST = Regel(
    "BP803",
    Severity.FEIL,
    "fila er låst med passord",
    why="Eit dokument som er låst, kan korkje kontrollerast, arkiverast eller lesast av alle.",
    wrong="Fil → Info → Vern dokument: Krypter med passord.",
    right="Fil → Info → Vern dokument: passordet er teke bort.",
)
FOR_STOR = Regel(
    "BP804",
    Severity.FEIL,
    "fila er for stor",
    why="Eit saksdokument er nokre megabyte og nokre tusen avsnitt. Ei fil som er mykje større, "
    "eller som veks til det når ho blir pakka ut, er noko anna og blir ikkje lesen.",
    wrong="Dokumentet har hundrevis av bilete i full oppløysing.",
    right="Fil → Komprimer bilete, eller lag dokumentet på nytt.",
)

REGLAR = (IKKJE_DOKUMENT, SKADD, LÅST, FOR_STOR)


class Avvist(Exception):
    """A file that cannot be read, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def skadd(message: str) -> Avvist:
    """A file with a fault in how it is packed or written."""
    return Avvist(
        SKADD.finding(
            (),
            message,
            "Hent fila på nytt, eller lag dokumentet på nytt med bygdeplan render.",
        )
    )
