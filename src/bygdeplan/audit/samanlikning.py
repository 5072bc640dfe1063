"""A finished file held against the same document rendered anew: BP88x.

Text is compared block by block, after NFC and with white space folded: a program that saves a file
again may write both in other ways.
"""

from collections import Counter
from collections.abc import Iterator

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import Avsnitt, Innhald, first_words
from bygdeplan.ord.skilnad import changed_pairs, folded, parting

TEKST_ENDRA = Regel(
    "BP881",
    Severity.FEIL,
    "teksten er endra etter at dokumentet blei laga",
    why="Det som er skrive i Word, står ikkje i planen. Då seier dokumentet eitt og planen noko "
    "anna, og neste gong dokumentet blir laga, er endringa borte.",
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
REGLAR = (TEKST_ENDRA, ANNAN_PLAN)

_WORDS_AROUND = 3
_WORDS_QUOTED = 30
_DIGEST = "Kontrollsum"
"""The property with the digest of what a document shows; a reader has no use for its value."""
_MADE_ANEW = "Lag dokumentet på nytt med bygdeplan render, og legg fram det."


def of_another_plan(file: Innhald, anew: Innhald, plan: str) -> Iterator[Finding]:
    """Where the properties of a file speak of another plan than those of it made anew."""
    said, known = file.eigenskapar, anew.eigenskapar
    for name, value in known.opphav.items():
        if said.opphav.get(name, value) != value:
            message = (
                f"Det dokumentet skal vise, er endra i {plan} etter at det blei laga."
                if name == _DIGEST
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
    """Where the text of a file is another than that of the document made anew from a plan file."""
    advice = (
        f"Skal det vere slik, så skriv det i {plan} og lag dokumentet på nytt. Elles hentar du "
        "fram att dokumentet slik det var."
    )
    texts = _paragraphs(anew), _paragraphs(file)
    for made, stands in changed_pairs(*texts, lambda avsnitt: folded(avsnitt.tekst)):
        if place := stands or made:
            was, is_ = (avsnitt.tekst if avsnitt else "" for avsnitt in (made, stands))
            yield TEKST_ENDRA.finding(place.stad.path, place.stad.her(_told(was, is_)), advice)


def likeness(file: Innhald, other: Innhald) -> float:
    """How much of two files is paragraphs they have in common, wherever they stand: 0 to 1.

    What only one of them has counts against it, for a document may hold the whole of another.
    """
    ours, theirs = (
        Counter(folded(avsnitt.tekst) for avsnitt in _paragraphs(one)) for one in (file, other)
    )
    return (ours & theirs).total() / max((ours | theirs).total(), 1)


def _paragraphs(innhald: Innhald) -> list[Avsnitt]:
    return [avsnitt for avsnitt in innhald.avsnitt if avsnitt.tekst.strip()]


def _told(made: str, stands: str) -> str:
    if not made:
        return f"«{first_words(stands)}» er komen til."
    if not stands:
        return f"«{first_words(made)}» er teke bort."
    was, is_ = _changed_words(folded(made).split(), folded(stands).split())
    return f"Det stod «{was}»; no står det «{is_}»."


def _changed_words(old: list[str], new: list[str]) -> tuple[str, str]:
    """What differs of two texts, with a few words around it to search for."""
    was, stands = parting(old, new, _WORDS_AROUND)
    return _quoted(old, was), _quoted(new, stands)


def _quoted(words: list[str], part: slice) -> str:
    last = min(part.stop, part.start + _WORDS_QUOTED)
    start, end = "… " if part.start else "", " …" if last < len(words) else ""
    return f"{start}{' '.join(words[part.start : last])}{end}"
