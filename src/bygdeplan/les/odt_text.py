"""The text of one part of an odt file, block by block, and what lies in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml.etree import _Element

from bygdeplan.les.gathering import Gathering, ReadingOrder, in_cell
from bygdeplan.les.innhald import (
    SIDETAL,
    Avsnitt,
    Bilete,
    Filblokk,
    Filtabell,
    Framandt,
    Kant,
)
from bygdeplan.les.lister import OdtListe, OdtLister
from bygdeplan.les.names import ODT, children, walk
from bygdeplan.les.odt_styles import OdtStyles
from bygdeplan.les.skriftval import HIDDEN, PLAIN, Skriftval, hindered

_H, _P, _LIST, _TABLE = ODT("text:h"), ODT("text:p"), ODT("text:list"), ODT("table:table")
_SECTION = ODT("text:section")
_ITEMS = ODT.set("text:list-item", "text:list-header")
# Around blocks, rows and cells, without being blocks of their own.
_WRAPPERS = ODT.set(
    *("text:table-of-content", "text:index-body", "text:index-title"),
    *("table:table-header-rows", "table:table-rows", "table:table-row-group"),
)
AROUND_BLOCKS = (
    _WRAPPERS
    | _ITEMS
    | ODT.set(
        "text:section",
        *("office:text", "table:table-cell", "table:covered-table-cell", "text:deletion"),
        *("draw:text-box", "draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse"),
        *("draw:circle", "draw:polygon", "draw:path", "draw:line", "draw:connector"),
        *("text:note-body", "office:annotation"),
    )
)
"""What a paragraph can stand in and be read, or told of elsewhere."""
_SHAPES = ODT.set(
    *("draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle"),
    *("draw:polygon", "draw:path", "draw:line", "draw:connector", "draw:g"),
)
_BLOCKS = {_H, _P, _LIST, _TABLE, _SECTION, *_SHAPES}
_NOTE, _COMMENT = ODT("text:note"), ODT("office:annotation")
_UNREAD = _SHAPES | {_NOTE, _COMMENT}
_CHANGES = ODT.set("text:change-start", "text:change")
# Any run of white space in the file is one space; more of them are written as elements.
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_MAX_SPACES = 100
_SIGNS = {
    ODT("text:tab"): "\t",
    ODT("text:line-break"): "\n",
    ODT("text:page-number"): SIDETAL,
    ODT("text:page-count"): SIDETAL,
}


@dataclass(frozen=True)
class Lesestand:
    """What holds for all that stands in an element."""

    slag: Kant | Literal["avsnitt"] = "avsnitt"
    i_celle: bool = False
    liste: OdtListe | None = None
    skrift: Skriftval = PLAIN


IN_TEXT = Lesestand()
_FOOTNOTE = Lesestand("fotnote")


@dataclass(frozen=True)
class Tekstbit:
    """A piece of a paragraph with what is set on it by hand."""

    språk: str | None
    skrift: Skriftval
    tekst: str

    def with_text(self, text: str) -> "Tekstbit":
        """Another piece with the same set on it."""
        return replace(self, tekst=text)


class OdtTextReader:
    """Reads one part of an odt file."""

    def __init__(
        self,
        part: str,
        styles: OdtStyles,
        lister: OdtLister,
        gathered: Gathering,
        digest: Callable[[str], str],
    ) -> None:
        """`digest` tells the contents of a picture, by the name of its part, from others."""
        self._part = part
        self._styles = styles
        self._lister = lister
        self._places = ReadingOrder(part)
        self._gathered = gathered
        self._digest = digest
        self._before = ""

    def read(self, part: _Element, stand: Lesestand = IN_TEXT) -> Iterator[Filblokk]:
        """The paragraphs and tables in an element, in reading order."""
        for element in children(part, _BLOCKS, _WRAPPERS):
            if element.tag in (_H, _P):
                yield self._paragraph(element, stand)
            elif element.tag == _LIST:
                yield from self._list(element, stand)
            elif element.tag == _TABLE:
                yield from self._table(element, stand)
            elif element.tag == _SECTION:
                yield from self.read(element, self._in_section(element, stand))
            else:
                yield from self._shape(element, stand)

    def _in_section(self, section: _Element, stand: Lesestand) -> Lesestand:
        hidden = self._styles.er_gøymd(section)
        return replace(stand, skrift=HIDDEN) if hidden else stand

    def _list(self, element: _Element, stand: Lesestand) -> Iterator[Filblokk]:
        liste = self._lister.open(element, stand.liste)
        for item in children(element, _ITEMS, ()):
            liste.begin(item)
            yield from self.read(item, replace(stand, liste=liste))

    def _paragraph(self, paragraph: _Element, stand: Lesestand) -> Avsnitt:
        hidden = any(map(_is_hidden, paragraph.iter(ODT("text:hidden-paragraph"))))
        around = HIDDEN if hidden else self._styles.skrift(paragraph, "paragraph")
        around = around.within(stand.skrift)
        språk = self._styles.språk(paragraph, "paragraph")
        pieces = list(self._pieces(paragraph, Tekstbit(språk, around, "")))
        text = "".join(piece.tekst for piece in pieces)
        stad, nivå = self._places.stad(stand.slag, text), _level(paragraph)
        if nivå and text.strip():
            self._places.overskrift = stad.utdrag
        if text.strip():
            self._before = text
        pictures = len(self._gathered.bilete)
        merke = stand.liste.merke() if stand.liste else None
        return Avsnitt(
            stad,
            text,
            nivå=nivå,
            er_tittelstil=self._styles.er_tittelstil(paragraph),
            i_celle=stand.i_celle,
            listenivå=stand.liste.nivå if stand.liste else 0,
            merke=self._lister.heading(nivå) if nivå and text.strip() else merke,
            ber_anna=self._gather(paragraph, text),
            framandt=_foreign(pieces),
            hindra=hindered((piece.skrift, piece.tekst) for piece in pieces),
            lenkjer=tuple(_addresses(paragraph)),
            bilete=tuple(self._gathered.bilete[pictures:]),
        )

    def _pieces(self, element: _Element, around: Tekstbit) -> Iterator[Tekstbit]:
        """The text of an element piece by piece, each with what is set on it."""
        yield around.with_text(_WHITE_SPACE.sub(" ", element.text or ""))
        for child in element:
            if child.tag in _SIGNS:
                yield around.with_text(_SIGNS[child.tag])
            elif child.tag == ODT("text:s"):
                yield around.with_text(" " * _count(child))
            elif isinstance(child.tag, str) and child.tag not in _UNREAD:
                own = HIDDEN if _is_hidden(child) else self._styles.skrift(child, "text")
                språk = self._styles.språk(child, "text") or around.språk
                yield from self._pieces(child, Tekstbit(språk, own.within(around.skrift), ""))
            yield around.with_text(_WHITE_SPACE.sub(" ", child.tail or ""))

    def _table(self, table: _Element, stand: Lesestand) -> Iterator[Filblokk]:
        description = ODT.text(table, "table:desc")
        caption = self._before if self._before.startswith("Tabell") else ""
        first = next((text for text in table.itertext() if text.strip()), "")
        stad = self._places.stad("tabell", caption or description or first)
        blokker, empty = self._cells(table, stand)
        yield Filtabell(
            stad,
            har_overskriftsrad=ODT.find(table, "table:table-header-rows") is not None,
            har_radoverskrifter=None,
            skildring=description,
            tomme_celler=empty,
            i_celle=stand.i_celle,
        )
        yield from blokker

    def _cells(
        self, table: _Element, stand: Lesestand
    ) -> tuple[list[Filblokk], tuple[tuple[int, int], ...]]:
        """The blocks of all cells, and the places of the empty ones."""
        blokker: list[Filblokk] = []
        empty = []
        for rad, row in enumerate(children(table, (ODT("table:table-row"),), _WRAPPERS), 1):
            for kolonne, cell in enumerate(children(row, (ODT("table:table-cell"),), _WRAPPERS), 1):
                own = self._styles.skrift(cell, "table-cell", "table:style-name")
                skrift = own.within(stand.skrift)
                inside = replace(stand, i_celle=True, liste=None, skrift=skrift)
                content = list(in_cell(self.read(cell, inside), (rad, kolonne)))
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
            blokker = self.read(body, _FOOTNOTE)
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
        stad = self._places.stad("bilete", text)
        self._gathered.bilete.append(
            Bilete(
                stad,
                text,
                (name,) if name else (),
                er_pynt=ODT.get(shape, "loext:decorative") == "true",
                innhald=self._content(shape),
            )
        )

    def _content(self, shape: _Element) -> str:
        """What tells a picture from others: the first of the forms it lies in, and its cut."""
        shown = ODT.get(ODT.find(shape, "draw:image"), "xlink:href") or ""
        return f"{self._digest(shown) or shown} {self._styles.kutt(shape)}".strip()

    def _shape(self, shape: _Element, stand: Lesestand) -> Iterator[Avsnitt]:
        """A picture that lies beside the paragraphs, told as one of them."""
        pictures = len(self._gathered.bilete)
        self._gather_shape(shape)
        if bilete := self._gathered.bilete[pictures:]:
            stad = self._places.stad(stand.slag)
            yield Avsnitt(stad, "", i_celle=stand.i_celle, ber_anna=True, bilete=tuple(bilete))


def _addresses(paragraph: _Element) -> Iterator[str]:
    for link in paragraph.iter(ODT("text:a")):
        address = ODT.get(link, "xlink:href") or ""
        if not address.startswith("#"):
            yield address


def _is_hidden(field: _Element) -> bool:
    """Whether a field hides the text in it, or the paragraph it is in."""
    return ODT.get(field, "text:is-hidden") == "true"


def _level(paragraph: _Element) -> int:
    if paragraph.tag != _H:
        return 0
    level = ODT.get(paragraph, "text:outline-level") or ""
    return int(level) if level.isdecimal() and int(level) else 1


def _count(spaces: _Element) -> int:
    count = ODT.get(spaces, "text:c") or "1"
    return min(int(count), _MAX_SPACES) if count.isdecimal() and len(count) < 10 else _MAX_SPACES


def _foreign(pieces: list[Tekstbit]) -> tuple[Framandt, ...]:
    """The text that says what language it is in, by language."""
    found: dict[str, str] = {}
    for piece in pieces:
        if piece.språk is not None and piece.tekst.strip():
            found[str(piece.språk)] = found.get(str(piece.språk), "") + piece.tekst
    return tuple(Framandt(language, text) for language, text in found.items())
