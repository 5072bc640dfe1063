"""The text of a docx or odt, by the reader that the audit has."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bygdeplan.audit.innhald import Avsnitt, Innhald
from bygdeplan.audit.read import read_file
from bygdeplan.audit.rules.fil import Avvist
from bygdeplan.protokoll.les.linjer import Linje, paragraphs
from bygdeplan.protokoll.les.punktteikn import as_point
from bygdeplan.protokoll.ordvalg import UTGANG, VEDTAK, words_of
from bygdeplan.protokoll.tekst import Dokument, Stykke, Uleseleg


def read_office(path: Path) -> Dokument:
    """The paragraphs of a docx or odt.

    Raises:
        Uleseleg: It is neither, or it is locked or defect.
        Fault: It may not be read.
    """
    try:
        innhald = read_file(path)
    except Avvist as refused:
        raise Uleseleg(refused.finding.message, refused.finding.help) from refused
    return Dokument(
        tuple(stykke for avsnitt in innhald.avsnitt for stykke in _pieces(avsnitt)),
        innhald.eigenskapar.opphav,
        tuple(_reservations(innhald)),
    )


def _pieces(avsnitt: Avsnitt) -> Iterator[Stykke]:
    """A paragraph, or the several that line breaks make of it."""
    if not avsnitt.tekst.strip():
        return
    stad, reservation = f"avsnitt {avsnitt.stad.nr}", _reservation(avsnitt)
    if avsnitt.nivå:
        yield Stykke(avsnitt.tekst.strip(), stad, er_overskrift=True)
    elif "\n" in avsnitt.tekst.strip() and not avsnitt.i_liste:
        for stykke in paragraphs(Linje(line, stad) for line in avsnitt.tekst.split("\n")):
            yield replace(stykke, atterhald=reservation)
    else:
        yield as_point(avsnitt.tekst, stad, reservation, i_liste=avsnitt.i_liste)


def _reservation(avsnitt: Avsnitt) -> str:
    if avsnitt.overstroke:
        return "noko er stroke over eller gøymt"
    return "det har ein fotnote, eit felt eller eit bilete" if avsnitt.ber_anna else ""


def _reservations(innhald: Innhald) -> Iterator[str]:
    if count := len(innhald.endringar):
        yield (
            f"Dokumentet har {'éi spora endring' if count == 1 else f'{count} spora endringar'} "
            "som ikkje er godtekne, så ulike lesarar ser ulik tekst."
        )
    for box in innhald.tekstboksar:
        if UTGANG.search(box.utdrag) or words_of(box.utdrag) & VEDTAK:
            yield f"Tekstboksen «{box.utdrag}» er ikkje lesen."
