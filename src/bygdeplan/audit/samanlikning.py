"""A finished file held against the same document rendered anew: BP88x.

All that a reader takes in is compared, whoever saved the file last: text after NFC and with white
space folded, and never by the names that programs give styles, lists and parts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from bygdeplan.audit import inngrep
from bygdeplan.audit.oppbygging import build, likskap
from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import GØYMD_DEL, Innhald
from bygdeplan.ord.skilnad import folded

ENDRA = Regel(
    "BP881",
    Severity.FEIL,
    "dokumentet er endra etter at det blei laga",
    why="Det som er gjort i Word, står ikkje i planen: ord, rader, nummer, overskrifter, bilete, "
    "det som er stroke over eller gøymt, og det ein skjermlesar les. Då seier dokumentet eitt og "
    "planen noko anna, og neste gong dokumentet blir laga, er endringa borte.",
    wrong="Ein sum er retta i Word.",
    right="Summen er retta i planfila, og dokumentet er laga på nytt.",
)
ANNAN_PLAN = Regel(
    "BP882",
    Severity.FEIL,
    "dokumentet er frå ein annan plan",
    why="Eit dokument frå i fjor eller frå ein tidlegare revisjon ser ut som det rette. Det som "
    "blir lagt fram, skal vere laga av den planen det blir gjort vedtak om.",
    wrong="Saksframlegget er laga av revisjon 1, og planfila er revisjon 2.",
    right="Saksframlegget er laga på nytt av planfila.",
)
REGLAR = (ENDRA, ANNAN_PLAN)

KONTROLLSUM = "Kontrollsum"
"""The property with the digest of what a document shows; a reader has no use for its value."""
_MADE_ANEW = "Lag dokumentet på nytt med bygdeplan render, og legg fram det."


def of_another_plan(file: Innhald, anew: Innhald, plan: str) -> Iterator[Finding]:
    """Where the properties of a file speak of another plan than those of it made anew."""
    said, known = file.eigenskapar, anew.eigenskapar
    for name, value in known.opphav.items():
        if said.opphav.get(name, value) != value:
            message = (
                f"Det dokumentet skal vise, er endra i {plan} etter at det blei laga."
                if name == KONTROLLSUM
                else f"«{name}» er {said.opphav[name]} i dokumentet og {value} i {plan}."
            )
            yield ANNAN_PLAN.finding((said.part, name), message, _MADE_ANEW)
    # Word and LibreOffice keep the day a document was made, which is the date of its plan.
    day, planned = said.dato[:10], known.dato[:10]
    if day and day != planned:
        message = f"Dokumentet er frå ein plan med datoen {day}; {plan} har {planned}."
        yield ANNAN_PLAN.finding((said.part, "dato"), message, _MADE_ANEW)


def unknown_document(file: Innhald, plan: str) -> Finding:
    """A file that is none of the documents a plan file gives."""
    said = file.eigenskapar
    title = f"har tittelen «{said.tittel}»" if said.tittel else "har ingen tittel"
    message = f"Dokumentet {title}, og er ikkje mellom dei som {plan} gjev."
    return ANNAN_PLAN.finding((said.part, "tittel"), message, _MADE_ANEW)


def find_edits(file: Innhald, anew: Innhald, plan: str) -> Iterator[Finding]:
    """Where a file says something else than the document made anew from a plan file."""
    advice = (
        f"Skal det vere slik, så skriv det i {plan} og lag dokumentet på nytt. Elles hentar du "
        "fram att dokumentet slik det var."
    )
    for stad, message in inngrep.find(file, anew):
        yield ENDRA.finding(stad.path, stad.her(message), advice)
    said, known = file.eigenskapar, anew.eigenskapar
    for name, was, is_ in (
        ("tittel", known.tittel, said.tittel),
        ("forfattar", known.forfattar, said.forfattar),
    ):
        if is_ and folded(is_) != folded(was):
            message = f"I eigenskapane var {name} «{was}», og er no «{is_}»."
            yield ENDRA.finding((said.part, name), message, advice)
    for unread in file.ulesne:
        # What is hidden is read, and told with its text.
        if unread not in (*anew.ulesne, GØYMD_DEL):
            message = f"Dokumentet har fått {unread}, som ikkje let seg samanlikne."
            yield ENDRA.finding((said.part,), message, advice)


def is_same(file: Innhald, anew: Innhald) -> bool:
    """Whether all that is compared is there in both, also what the rules for any file tell of.

    Not what LibreOffice leaves out when it saves: descriptions of tables, and row headers.
    """
    return _evidence(file) == _evidence(anew)


def _evidence(innhald: Innhald) -> list[object]:
    return [
        [likskap(part) for part in build(innhald.blokker)],
        {(each.stad.slag, likskap(each)) for each in innhald.utanfor if each.tekst.strip()},
        [avsnitt.merke for avsnitt in innhald.avsnitt if avsnitt.merke],
        len(innhald.tekstboksar),
        [tabell.har_overskriftsrad for tabell in innhald.tabellar],
        [each for avsnitt in innhald.avsnitt for each in innhald.framandt(avsnitt)],
        innhald.nakne,
        innhald.ulesne,
    ]


def likeness(texts: Iterable[str], others: Iterable[str]) -> float:
    """How much of two documents is words they have in common, wherever these stand: 0 to 1.

    What only one of them has counts against it, for a document may hold the whole of another.
    """
    ours, theirs = (Counter(" ".join(each).split()) for each in (texts, others))
    return (ours & theirs).total() / max((ours | theirs).total(), 1)
