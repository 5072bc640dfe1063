"""The text of a docx or odt, by the reader that the audit has."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from bygdeplan.les import grenser, read_file
from bygdeplan.les.innhald import Avsnitt, Filtabell, Innhald, first_words
from bygdeplan.ord.ordlyd import shortened
from bygdeplan.vedtak.protokoll.kjende import concerns_decision, is_known
from bygdeplan.vedtak.protokoll.les.linjer import Linje, as_point, paragraphs, read_table
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke, plain

_PAGE_EDGE = re.compile(r"(?:header|footer|styles)[^/]*$")
"""The parts that hold the headers and footers of pages; notes stand in others."""
_LOGO = re.compile(r"logo|våpen|kommuneskjold|riksvåpen|bymerke", re.IGNORECASE)
_Cells = dict[tuple[int, int], list[Stykke]]


def read_office(path: Path) -> Møtedokument:
    """The paragraphs of a docx or odt.

    Raises:
        Avvist: It is neither, or it is locked, defect or too large.
        Fault: It may not be read.
    """
    innhald = read_file(path)
    return Møtedokument(
        tuple(grenser.AVSNITT.each(_pieces(innhald))),
        kant=tuple(_edges(innhald)),
        eigenskapar=innhald.eigenskapar.opphav,
        atterhald=tuple(_reservations(innhald)),
    )


def _pieces(innhald: Innhald) -> Iterator[Stykke]:
    """The paragraphs in their order; those of a table as `read_table` has them."""
    commented = {each.utdrag for each in innhald.kommentarar}
    cells: _Cells = {}
    for blokk in innhald.blokker:
        if isinstance(blokk, Filtabell):
            if not blokk.i_celle:
                yield from read_table(_rows(cells))
                cells = {}
        elif blokk.rute:
            cells.setdefault(blokk.rute, []).extend(_of_paragraph(blokk, commented))
        else:
            yield from read_table(_rows(cells))
            cells = {}
            yield from _of_paragraph(blokk, commented)
    yield from read_table(_rows(cells))


def _rows(cells: Mapping[tuple[int, int], list[Stykke]]) -> list[list[Sequence[Stykke]]]:
    """The cells of a table row by row."""
    return [
        [cells[rute] for rute in row] for _, row in groupby(sorted(cells), key=lambda rute: rute[0])
    ]


def _of_paragraph(avsnitt: Avsnitt, commented: Set[str]) -> Iterator[Stykke]:
    """A paragraph, or the several that line breaks make of it."""
    text = plain(avsnitt.tekst).strip()
    if not text:
        return
    stad, reservation = f"avsnitt {avsnitt.stad.nr}", _reservation(avsnitt, commented)
    if avsnitt.nivå:
        yield Stykke(text, stad, er_overskrift=True, atterhald=reservation)
    elif "\n" in text and not avsnitt.i_liste:
        for stykke in paragraphs(Linje(line, stad) for line in text.split("\n")):
            yield replace(stykke, atterhald=reservation)
    else:
        yield as_point(text, stad, reservation, nivå=avsnitt.listenivå)


def _reservation(avsnitt: Avsnitt, commented: Set[str]) -> str:
    if avsnitt.overstroke:
        return "noko er stroke over eller gøymt"
    if first_words(avsnitt.tekst) in commented:
        return "det har ein kommentar, som ikkje er lesen"
    return "det har ein fotnote, eit felt eller eit bilete" if avsnitt.ber_anna else ""


def _edges(innhald: Innhald) -> Iterator[Stykke]:
    """The lines of headers and footers; what a tab sets apart stands apart."""
    for each in innhald.utanfor:
        if _PAGE_EDGE.search(each.stad.part):
            for text in re.split(r"[\t\n]", plain(each.tekst)):
                if text.strip():
                    yield Stykke(text.strip(), "kanten av sidene")


def _reservations(innhald: Innhald) -> Iterator[str]:
    """What a reader of the file may see, and we have not read."""
    if count := len(innhald.endringar):
        yield (
            f"Dokumentet har {'éi spora endring' if count == 1 else f'{count} spora endringar'} "
            "som ikkje er godtekne, så ulike lesarar ser ulik tekst. Kva er vedteke?"
        )
    for comment in innhald.kommentarar[:1]:
        yield f"Dokumentet har ein kommentar til «{comment.utdrag}». Kva seier han?"
    for note in innhald.utanfor:
        if not _PAGE_EDGE.search(note.stad.part) and concerns_decision(note.tekst):
            yield f"Ein fotnote seier «{shortened(note.tekst)}». Gjeld han vedtaket?"
    yield from (f"{unread}. Kva står der?" for unread in _unread(innhald))


def _unread(innhald: Innhald) -> Iterator[str]:
    for box in innhald.tekstboksar:
        if not is_known(box.utdrag):
            yield f"Tekstboksen «{box.utdrag}» er ikkje lesen"
    for picture in innhald.bilete:
        silent = picture.er_pynt or _LOGO.search(picture.alternativ_tekst)
        if not (silent or _PAGE_EDGE.search(picture.stad.part)):
            where = f" under «{picture.stad.overskrift}»" if picture.stad.overskrift else ""
            yield f"Dokumentet har eit bilete{where}, som ikkje er lese"
    for unread in innhald.ulesne:
        yield f"Dokumentet har {unread}, som ikkje er lese"
