"""The text of one part of a docx file, block by block, and what lies in it."""

from collections.abc import Iterator
from typing import Literal

from lxml.etree import _Element

from bygdeplan.les import docx_facts as facts
from bygdeplan.les.docx_part import DocxPart
from bygdeplan.les.docx_styles import DocxStyles
from bygdeplan.les.gathering import Gathering, ReadingOrder, in_cell
from bygdeplan.les.innhald import Avsnitt, Bilete, Filblokk, Filtabell, Kant
from bygdeplan.les.lister import DocxLister
from bygdeplan.les.names import DOCX, children, walk

_P, _TBL = DOCX("w:p"), DOCX("w:tbl")
# Around paragraphs, rows and cells, without being blocks of their own.
_WRAPPERS = DOCX.set(
    *("w:body", "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"),
    *("w:footnote", "w:endnote"),
)
_TEXT_BOXES = DOCX.set("wps:txbx", "v:textbox")


class DocxTextReader:
    """Reads one part of a docx file."""

    def __init__(
        self,
        part: DocxPart,
        styles: DocxStyles,
        lister: DocxLister,
        gathered: Gathering,
        slag: Kant | Literal["avsnitt"] = "avsnitt",
    ) -> None:
        self._part = part
        self._styles = styles
        self._lister = lister
        self._places = ReadingOrder(part.name)
        self._gathered = gathered
        self._slag = slag
        self._before = ""

    def read(self, part: _Element, *, i_celle: bool = False) -> Iterator[Filblokk]:
        """The paragraphs and tables in an element, in reading order."""
        for element in children(part, (_P, _TBL), _WRAPPERS):
            if element.tag == _P:
                paragraph = self._paragraph(element, i_celle=i_celle)
                if paragraph.tekst.strip() or not facts.is_taken_out(element):
                    yield paragraph
            else:
                yield from self._table(element, i_celle=i_celle)

    def _paragraph(self, paragraph: _Element, *, i_celle: bool) -> Avsnitt:
        text, nivå = facts.visible_text(paragraph), self._styles.nivå(paragraph)
        stad = self._places.stad(self._slag, text)
        if nivå and text.strip():
            self._places.overskrift = stad.utdrag
        pictures = len(self._gathered.bilete)
        self._gather(paragraph, text)
        if text.strip():
            self._before = text
        liste = None if facts.is_taken_out(paragraph) else self._styles.liste(paragraph)
        merke = self._lister.merke(*liste) if liste else None
        return Avsnitt(
            stad,
            text,
            nivå=nivå,
            er_tittelstil=self._styles.er_tittelstil(paragraph),
            i_celle=i_celle,
            listenivå=liste[1] + 1 if liste and merke else 0,
            merke=merke,
            ber_anna=facts.holds_other_things(paragraph),
            framandt=facts.foreign(paragraph),
            hindra=self._styles.hindra(paragraph),
            lenkjer=(*self._links(paragraph), *facts.addresses(paragraph)),
            bilete=tuple(self._gathered.bilete[pictures:]),
        )

    def _table(self, table: _Element, *, i_celle: bool) -> Iterator[Filblokk]:
        description = facts.description(table)
        rows = [*children(table, (DOCX("w:tr"),), _WRAPPERS)]
        kept = [row for row in rows if not facts.is_taken_out(row)]
        caption = self._before if self._before.startswith("Tabell") else ""
        stad = self._places.stad("tabell", caption or description or next(facts.texts(table), ""))
        # Changes to the text in the cells come with their paragraphs.
        for properties in ("w:tblPr", "w:tr/w:trPr", "w:tr/w:tc/w:tcPr"):
            for element in DOCX.all(table, properties):
                self._gather_changes(element, stad.utdrag)
        blokker, empty = self._cells(kept)
        if not kept and rows:
            return
        has_header = any(map(facts.is_header, kept[:1]))
        is_one_row = len(kept) == len(("header", "row"))
        yield Filtabell(
            stad,
            har_overskriftsrad=has_header,
            har_radoverskrifter=None if is_one_row else facts.marks_first_column(table),
            skildring=description,
            tomme_celler=empty,
            i_celle=i_celle,
        )
        yield from blokker

    def _cells(self, rows: list[_Element]) -> tuple[list[Filblokk], tuple[tuple[int, int], ...]]:
        """The blocks of all cells, and the places of the empty ones."""
        blokker: list[Filblokk] = []
        empty = []
        for rad, row in enumerate(rows, 1):
            for kolonne, cell in enumerate(children(row, (DOCX("w:tc"),), _WRAPPERS), 1):
                content = list(in_cell(self.read(cell, i_celle=True), (rad, kolonne)))
                blokker += content
                if not facts.continues_cell_above(cell) and all(map(_is_empty, content)):
                    empty.append((rad, kolonne))
        return blokker, tuple(empty)

    def _gather(self, paragraph: _Element, text: str) -> None:
        """Take up what lies in a paragraph without being its text."""
        for element in walk(paragraph, facts.UNREAD):
            if element.tag in _TEXT_BOXES and (boxed := "".join(facts.texts(element))):
                self._gathered.tekstboksar.append(self._places.stad("tekstboks", boxed))
            elif element.tag == DOCX("wp:docPr"):
                self._gather_drawing(element)
            elif element.tag == DOCX("v:imagedata"):
                self._gather_old_picture(element)
            elif element.tag == DOCX("w:commentReference"):
                self._gathered.kommentarar.append(self._places.stad("kommentar", text))
        self._gather_changes(paragraph, text)

    def _links(self, paragraph: _Element) -> Iterator[str]:
        for element in walk(paragraph, facts.UNREAD):
            if element.tag == DOCX("w:hyperlink"):
                address = self._part.relations.get(DOCX.get(element, "r:id") or "")
                if address and address.er_utanfor:
                    yield address.mål

    def _gather_changes(self, element: _Element, text: str) -> None:
        for _ in facts.changes(element):
            self._gathered.endringar.append(self._places.stad("endring", text))

    def _gather_drawing(self, properties: _Element) -> None:
        drawing = properties.getparent()
        if drawing is not None and not any(facts.texts(drawing)):
            text = properties.get("descr", "")
            names, decoration = facts.picture_names(drawing), facts.is_decoration(drawing)
            stad = self._places.stad("bilete", text)
            content = " ".join(self._content(*each) for each in facts.shown(drawing))
            self._gathered.bilete.append(Bilete(stad, text, names, decoration, content))

    def _gather_old_picture(self, data: _Element) -> None:
        """A picture as Word wrote it before 2007, and still does for embedded objects."""
        shape = data.getparent()
        text = "" if shape is None else shape.get("alt", "")
        name = DOCX.get(data, "o:title")
        stad = self._places.stad("bilete", text)
        content = self._content(DOCX.get(data, "r:id") or "")
        self._gathered.bilete.append(Bilete(stad, text, (name,) if name else (), innhald=content))

    def _content(self, picture: str, cut: str = "") -> str:
        """What tells a picture, by the number of its relation, from others."""
        relation = self._part.relations.get(picture)
        if relation is None:
            return cut
        seen = relation.mål if relation.er_utanfor else self._part.package.digest(relation.mål)
        return f"{seen} {cut}".strip()


def _is_empty(blokk: Filblokk) -> bool:
    return isinstance(blokk, Avsnitt) and blokk.er_tomt
