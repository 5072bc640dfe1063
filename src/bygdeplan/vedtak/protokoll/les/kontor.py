"""The text of a docx or odt, by the reader that the audit has."""

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from pathlib import Path

from bygdeplan.les import grenser, read_file
from bygdeplan.les.innhald import Avsnitt, Innhald, first_words
from bygdeplan.ord.ordlyd import shortened
from bygdeplan.vedtak.protokoll.les.linjer import Linje, as_point, paragraphs
from bygdeplan.vedtak.protokoll.ordvalg import HANDSAMA, RØRER_ANDRE_PUNKT, UTGANG, VEDTAK, words_of
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke

_PAGE_EDGE = re.compile(r"(?:header|footer|styles)[^/]*$")
"""The parts that hold the headers and footers of pages; notes stand in others."""


def read_office(path: Path) -> Møtedokument:
    """The paragraphs of a docx or odt.

    Raises:
        Avvist: It is neither, or it is locked, defect or too large.
        Fault: It may not be read.
    """
    innhald = read_file(path)
    commented = {each.utdrag for each in innhald.kommentarar}
    pieces = (stykke for avsnitt in innhald.avsnitt for stykke in _pieces(avsnitt, commented))
    return Møtedokument(
        tuple(grenser.AVSNITT.each(pieces)),
        innhald.eigenskapar.opphav,
        tuple(_reservations(innhald)),
    )


def _pieces(avsnitt: Avsnitt, commented: Set[str]) -> Iterator[Stykke]:
    """A paragraph, or the several that line breaks make of it."""
    if not avsnitt.tekst.strip():
        return
    stad, reservation = f"avsnitt {avsnitt.stad.nr}", _reservation(avsnitt, commented)
    if avsnitt.nivå:
        yield Stykke(avsnitt.tekst.strip(), stad, er_overskrift=True)
    elif "\n" in avsnitt.tekst.strip() and not avsnitt.i_liste:
        for stykke in paragraphs(Linje(line, stad) for line in avsnitt.tekst.split("\n")):
            yield replace(stykke, atterhald=reservation)
    else:
        yield as_point(avsnitt.tekst, stad, reservation, nivå=avsnitt.listenivå)


def _reservation(avsnitt: Avsnitt, commented: Set[str]) -> str:
    if avsnitt.overstroke:
        return "noko er stroke over eller gøymt"
    if first_words(avsnitt.tekst) in commented:
        return "det har ein kommentar, som ikkje er lesen"
    return "det har ein fotnote, eit felt eller eit bilete" if avsnitt.ber_anna else ""


def _speaks_of_decision(text: str) -> bool:
    """Whether what stands beside the text may change what is decided in it."""
    may_change = (UTGANG, RØRER_ANDRE_PUNKT, HANDSAMA)
    return any(said.search(text) for said in may_change) or bool(words_of(text) & VEDTAK)


def _reservations(innhald: Innhald) -> Iterator[str]:
    if count := len(innhald.endringar):
        yield (
            f"Dokumentet har {'éi spora endring' if count == 1 else f'{count} spora endringar'} "
            "som ikkje er godtekne, så ulike lesarar ser ulik tekst."
        )
    for box in innhald.tekstboksar:
        if _speaks_of_decision(box.utdrag):
            yield f"Tekstboksen «{box.utdrag}» er ikkje lesen."
    for note in innhald.utanfor:
        if not _PAGE_EDGE.search(note.stad.part) and _speaks_of_decision(note.tekst):
            yield f"Ein fotnote seier «{shortened(note.tekst)}»."
