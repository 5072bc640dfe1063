"""Checked files for the reports: a text, and what is said to be found in it."""

from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav
from bygdeplan.funn.finding import Regel, Severity, Span, lines_of

UKJEND = Regel("BP103", Severity.FEIL, "ukjend nøkkel", "Kvifor.", "nei: 1", "ja: 1")
SUM = Regel("BP301", Severity.ÅTVARING, "summen stemmer ikkje", "Difor.", "a: 1", "a: 2")
MERKT = Regel("BP612", Severity.MERKNAD, "døme", "Derfor.", "døme: ja", "tittel: Hus")

TEXT = """\
kommunar:
  fjelldal:
    namn: Fjelldal
    formanskap: 2031-01-28
"""


def found(  # noqa: PLR0913  # each case names the one thing it is about
    regel: Regel = UKJEND,
    span: Span | None = Span(4, 5, 4, 15),  # noqa: B008  # a frozen value
    *,
    file: str = "plans/2031.yaml",
    message: str = "Ukjend nøkkel: `formanskap`.",
    advice: str = "Meinte du `formannskap`?",
    unntak: str | None = None,
) -> FileFinding:
    path = ("kommunar", "fjelldal", "formanskap")
    return FileFinding(regel, file, span, path, message, advice, "0123456789abcdef", unntak)


def checked(
    *findings: FileFinding,
    text: str = TEXT,
    name: str = "plans/2031.yaml",
    opphav: Opphav | None = None,
) -> CheckedFile:
    return CheckedFile(
        name,
        findings=tuple(finding for finding in findings if finding.unntak is None),
        excused=tuple(finding for finding in findings if finding.unntak is not None),
        lines=tuple(lines_of(text)),
        opphav=opphav,
    )


def in_document(regel: Regel = UKJEND) -> FileFinding:
    """A finding in a file that has no lines."""
    return FileFinding(
        regel,
        "build/plan.docx",
        None,
        ("word/document.xml", "avsnitt", 12),
        "Overskrifta er tom.",
        "Slett ho.",
        "0123456789abcdef",
    )
