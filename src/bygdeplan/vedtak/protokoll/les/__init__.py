"""A file on disk → its text, by the reader of its format."""

from pathlib import Path

from bygdeplan.les import grenser
from bygdeplan.les.avvist import Avvist
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Uleseleg

_PDF, _ZIP, _COMPOUND = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TEXT = (".txt", ".text", ".md", "")
_HTML = (".html", ".htm", ".xhtml")
_SAVE_AS = "Lagre dokumentet som docx, odt, pdf, html eller txt, og kontroller det på nytt."


def read_document(path: Path) -> Møtedokument:
    """The text of a docx, odt, pdf, html or text file.

    What begins like docx, odt or pdf is read as that, whatever it is called.

    Raises:
        Uleseleg: It is of another kind, too large, or its text cannot be read.
        Fault: There is no such file, or it may not be read.
    """
    try:
        document = _read(path, grenser.whole(path))
        for stykke in document.stykke:
            grenser.AVSNITTSTEKST.hold(len(stykke.tekst))
    except Avvist as refused:
        raise Uleseleg(refused.finding.message, refused.finding.help) from refused
    if not any(stykke.tekst for stykke in document.stykke):
        raise Uleseleg(
            "Dokumentet har ingen tekst.",
            "Er det skanna, må det lesast med tekstgjenkjenning fyrst, eller hentast frå "
            "saksystemet.",
        )
    return document


def _read(path: Path, content: bytes) -> Møtedokument:
    if not content:
        raise Uleseleg("Fila er tom.", "Hent henne på nytt.")
    if content.startswith((_ZIP, _COMPOUND)):
        from bygdeplan.vedtak.protokoll.les.kontor import read_office

        return read_office(path)
    if content[:1024].lstrip().startswith(_PDF):
        from bygdeplan.vedtak.protokoll.les.pdf import read_pdf

        return read_pdf(content)
    if path.suffix.lower() in _HTML:
        from bygdeplan.vedtak.protokoll.les.html import read_html

        return read_html(content)
    if path.suffix.lower() in _TEXT:
        from bygdeplan.vedtak.protokoll.les.rein import read_plain

        return read_plain(content)
    raise Uleseleg("Fila er korkje docx, odt, pdf, html eller rein tekst.", _SAVE_AS)
