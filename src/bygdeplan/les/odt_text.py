"""The text of one part of an odt file, block by block, and what lies in it."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.les.gathering import Gathering, ReadingOrder, in_cell
from bygdeplan.les.innhald import MÅLFORM, Avsnitt, Bilete, Filblokk, Filtabell, Framandt
from bygdeplan.les.names import ODT, children, walk
from bygdeplan.les.odt_styles import OdtStyles

_H, _P, _LIST, _TABLE = ODT("text:h"), ODT("text:p"), ODT("text:list"), ODT("table:table")
# Around blocks, rows and cells, without being blocks of their own.
_WRAPPERS = ODT.set(
    *("text:section", "text:table-of-content", "text:index-body", "text:index-title"),
    *("text:list-item", "text:list-header"),
    *("table:table-header-rows", "table:table-rows", "table:table-row-group"),
)
AROUND_BLOCKS = _WRAPPERS | ODT.set(
    *("office:text", "table:table-cell", "table:covered-table-cell", "text:deletion"),
    *("draw:text-box", "draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse"),
    *("draw:circle", "draw:polygon", "draw:path", "draw:line", "draw:connector"),
    *("text:note-body", "office:annotation"),
)
"""What a paragraph can stand in and be read, or told of elsewhere."""
_SHAPES = ODT.set(
    *("draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle"),
    *("draw:polygon", "draw:path", "draw:line", "draw:connector", "draw:g"),
)
_BLOCKS = {_H, _P, _LIST, _TABLE, *_SHAPES}
_NOTE, _COMMENT = ODT("text:note"), ODT("office:annotation")
_UNREAD = _SHAPES | {_NOTE, _COMMENT}
_CHANGES = ODT.set("text:change-start", "text:change")
# Any run of white space in the file is one space; more of them are written as elements.
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_MAX_SPACES = 100


class OdtTextReader:
    """Reads one part of an odt file."""

    def __init__(self, part: str, styles: OdtStyles, gathered: Gathering) -> None:
        self._styles = styles
        self._places = ReadingOrder(part)
        self._gathered = gathered
        self._before = ""

    def read(
        self, part: _Element, *, i_celle: bool = False, listenivå: int = 0
    ) -> Iterator[Filblokk]:
        """The paragraphs and tables in an element, in reading order."""
        for element in children(part, _BLOCKS, _WRAPPERS):
            if element.tag in (_H, _P):
                yield self._paragraph(element, i_celle=i_celle, listenivå=listenivå)
            elif element.tag == _LIST:
                yield from self.read(element, i_celle=i_celle, listenivå=listenivå + 1)
            elif element.tag == _TABLE:
                yield from self._table(element, i_celle=i_celle)
            else:
                self._gather_shape(element)

    def _paragraph(self, paragraph: _Element, *, i_celle: bool, listenivå: int) -> Avsnitt:
        pieces = list(self._pieces(paragraph, self._styles.språk(paragraph, "paragraph")))
        text = "".join(piece for _, piece in pieces)
        stad, nivå = self._places.stad("avsnitt", text), _level(paragraph)
        if nivå and text.strip():
            self._places.overskrift = stad.utdrag
        if text.strip():
            self._before = text
        return Avsnitt(
            stad,
            text,
            nivå=nivå,
            er_tittelstil=self._styles.er_tittelstil(paragraph),
            i_celle=i_celle,
            listenivå=listenivå,
            ber_anna=self._gather(paragraph, text),
            framandt=_foreign(pieces),
            overstroke=self._styles.er_overstroke(paragraph),
        )

    def _pieces(self, element: _Element, language: str | None) -> Iterator[tuple[str | None, str]]:
        """The text of an element piece by piece, each with the language set on it by hand."""
        yield language, _WHITE_SPACE.sub(" ", element.text or "")
        for child in element:
            if child.tag == ODT("text:s"):
                yield language, " " * _count(child)
            elif child.tag == ODT("text:tab"):
                yield language, "\t"
            elif child.tag == ODT("text:line-break"):
                yield language, "\n"
            elif isinstance(child.tag, str) and child.tag not in _UNREAD:
                yield from self._pieces(child, self._styles.språk(child, "text") or language)
            yield language, _WHITE_SPACE.sub(" ", child.tail or "")

    def _table(self, table: _Element, *, i_celle: bool) -> Iterator[Filblokk]:
        description = ODT.text(table, "table:desc")
        caption = self._before if self._before.startswith("Tabell") else ""
        first = next((text for text in table.itertext() if text.strip()), "")
        stad = self._places.stad("tabell", caption or description or first)
        blokker, empty = self._cells(table)
        yield Filtabell(
            stad,
            har_overskriftsrad=ODT.find(table, "table:table-header-rows") is not None,
            har_radoverskrifter=None,
            skildring=description,
            tomme_celler=empty,
            i_celle=i_celle,
        )
        yield from blokker

    def _cells(self, table: _Element) -> tuple[list[Filblokk], tuple[tuple[int, int], ...]]:
        """The blocks of all cells, and the places of the empty ones."""
        blokker: list[Filblokk] = []
        empty = []
        for rad, row in enumerate(children(table, (ODT("table:table-row"),), _WRAPPERS), 1):
            for kolonne, cell in enumerate(children(row, (ODT("table:table-cell"),), _WRAPPERS), 1):
                content = list(in_cell(self.read(cell, i_celle=True), (rad, kolonne)))
                blokker += content
                if all(isinstance(blokk, Avsnitt) and blokk.er_tomt for blokk in content):
                    empty.append((rad, kolonne))
        return blokker, tuple(empty)

    def _gather(self, paragraph: _Element, text: str) -> bool:
        """Take up what lies in a paragraph; true when there is something to see beside text."""
        seen = False
        for element in walk(paragraph, (), closed=(_NOTE, _COMMENT)):
            if element.tag in _CHANGES:
                self._gathered.endringar.append(self._places.stad("endring", text))
            elif element.tag == _COMMENT:
                self._gathered.kommentarar.append(self._places.stad("kommentar", text))
            elif element.tag == _NOTE:
                seen = True
                self._gather_note(element)
            elif element.tag in _SHAPES:
                seen = True
                self._gather_shape(element)
        return seen

    def _gather_note(self, note: _Element) -> None:
        for body in ODT.all(note, "text:note-body"):
            blokker = self.read(body)
            self._gathered.utanfor += [ett for ett in blokker if isinstance(ett, Avsnitt)]

    def _gather_shape(self, shape: _Element) -> None:
        parent = shape.getparent()
        if parent is not None and parent.tag == ODT("draw:g"):
            return
        boxed = " ".join("".join(text.itertext()) for text in shape.iter(_P, _H)).strip()
        if boxed:
            self._gathered.tekstboksar.append(self._places.stad("tekstboks", boxed))
        elif ODT.find(shape, "draw:text-box") is None:
            self._gather_picture(shape)

    def _gather_picture(self, shape: _Element) -> None:
        title, description = ODT.text(shape, "svg:title"), ODT.text(shape, "svg:desc")
        text = f"{title} {description}".strip()
        name = ODT.get(shape, "draw:name")
        decorative = ODT.get(shape, "loext:decorative") == "true"
        stad = self._places.stad("bilete", text)
        self._gathered.bilete.append(Bilete(stad, text, (name,) if name else (), decorative))


def _level(paragraph: _Element) -> int:
    if paragraph.tag != _H:
        return 0
    level = ODT.get(paragraph, "text:outline-level") or ""
    return int(level) if level.isdecimal() and int(level) else 1


def _count(spaces: _Element) -> int:
    count = ODT.get(spaces, "text:c") or "1"
    return min(int(count), _MAX_SPACES) if count.isdecimal() and len(count) < 10 else _MAX_SPACES


def _foreign(pieces: list[tuple[str | None, str]]) -> tuple[Framandt, ...]:
    """The text that is in another language, by language."""
    found: dict[str, str] = {}
    for language, text in pieces:
        if language not in (None, MÅLFORM) and text.strip():
            found[str(language)] = found.get(str(language), "") + text
    return tuple(Framandt(language, text) for language, text in found.items())
