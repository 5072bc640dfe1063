"""A page taken apart into blocks, and put together again around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import takewhile

from lxml import html
from lxml.etree import _Element

from bygdeplan.side.sporing.blokk import LAUS, SEKSJON, Blokk, read_block
from bygdeplan.side.sporing.ord import Ord, Spor, Tekstelement

UT = "ut-"
"""What the names of places in the old page begin with, for the new one may have the same."""

_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_PLACE_OF_DRAWING = re.compile(r'<img src="teikning:(\d+)"( class="ut")?>')
# Names within a drawing, where they are given and where they are used.
_NAMED = re.compile(r'(\bid="|href="#|url\(#)')
_REFERS = ("aria-labelledby", "aria-describedby", "headers")
_VOID = ("br", "img", "hr", "col", "wbr")
_TAGS: dict[Spor, str] = {"inn": "ins", "ut": "del"}


class Teikningar:
    """The drawings of the pages: parsed as HTML they would lose the letters of what is drawn."""

    def __init__(self) -> None:
        self._drawings: list[str] = []

    def take_out(self, page: str) -> str:
        """The page with a picture for each drawing; one drawing is always the same picture."""
        return _DRAWING.sub(lambda found: f'<img src="teikning:{self._number(found[0])}">', page)

    def _number(self, drawing: str) -> int:
        if drawing not in self._drawings:
            self._drawings.append(drawing)
        return self._drawings.index(drawing)

    def put_back(self, page: str) -> str:
        """The page with its drawings; names within one that is taken out are told from others."""

        def drawing(found: re.Match[str]) -> str:
            drawn = self._drawings[int(found[1])]
            return _NAMED.sub(rf"\g<1>{UT}", drawn) if found[2] else drawn

        return _PLACE_OF_DRAWING.sub(drawing, page)


def main_of(page: str) -> _Element | None:
    """The element of a page that holds its content."""
    return html.document_fromstring(page).find(".//main")


def read_side(main: _Element, places: str = "") -> Blokk:
    """The content of a page; names of places and links to them begin as told."""
    for element in main.iter():
        for name in ("id", *_REFERS):
            if name in element.attrib:
                own = str(element.attrib[name]).split()
                element.set(name, " ".join(f"{places}{place}" for place in own))
        if str(element.get("href", "")).startswith("#"):
            element.set("href", f"#{places}{str(element.get('href'))[1:]}")
    return read_block(main)


def write_side(page: str, main: Blokk) -> str:
    """A page with other content."""
    written = _write(_without_dead_links(main)).strip()
    return _MAIN.sub(lambda _: written, page, count=1)


# Links


def _without_dead_links(main: Blokk) -> Blokk:
    """The content without links to places that are in the old page alone and not shown."""
    places = {place for block in _blocks(main) if (place := dict(_said_of(block)).get("id"))}

    def leads_somewhere(element: Tekstelement) -> bool:
        return not element.get("href").startswith(f"#{UT}") or element.get("href")[1:] in places

    def mend(block: Blokk) -> Blokk:
        words = tuple(
            replace(word, tekstelement=tuple(filter(leads_somewhere, word.tekstelement)))
            for word in block.ord
        )
        return replace(block, ord=words, delar=tuple(map(mend, block.delar)))

    return mend(main)


def _blocks(block: Blokk) -> Iterator[Blokk]:
    yield block
    for part in block.delar:
        yield from _blocks(part)


# HTML


def _write(block: Blokk) -> str:
    inner = "".join(map(_write, block.delar)) + _write_words(block.ord)
    if block.tag in (LAUS, SEKSJON):
        return inner
    lines = "\n" if block.delar and not block.delar[0].er_tekst else ""
    end = "" if block.tag in _VOID else f"{lines if block.delar else ''}</{block.tag}>"
    return f"{_opening(block.tag, _said_of(block))}{inner}{end}\n"


def _said_of(block: Blokk) -> Iterable[tuple[str, str]]:
    """The attributes of a block; a heading that is taken out is in no list of contents."""
    said = dict(block.attributes)
    if block.spor == "ut" and block.er_tekst and re.fullmatch("h[1-6]", block.tag):
        said["class"] = f"{said.get('class', '')} unlisted".strip()
        said.pop("id", None)
    return said.items()


def _opening(tag: str, attributes: Iterable[tuple[str, str]]) -> str:
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
    return f"<{tag}{said}>"


def _write_words(words: Iterable[Ord]) -> str:
    """Words with the elements they stand in, each opened once for words beside each other."""
    written: list[str] = []
    open_: list[Tekstelement] = []
    named: set[str] = set()
    for word in words:
        within = _path(word)
        pairs = zip(open_, within, strict=False)
        common = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
        written += [f"</{element.tag}>" for element in reversed(open_[common:])]
        written += [_open_once(element, named) for element in within[common:]]
        written.append(escape(word.tekst, quote=False))
        open_ = [element for element in within if element.tag not in _VOID]
    written += [f"</{element.tag}>" for element in reversed(open_)]
    return "".join(written)


def _path(word: Ord) -> tuple[Tekstelement, ...]:
    """What a word stands in; `ins` and `del` stand outermost, but not outside a link."""
    if not word.spor:
        return word.tekstelement
    tags = [element.tag for element in word.tekstelement]
    at = tags.index("a") + 1 if "a" in tags else 0
    mark = (Tekstelement(_TAGS[word.spor]),)
    said = (Tekstelement("span", (("class", "sporingsord"),)),) if word.er_merke else ()
    inner = tuple(
        _taken_out(element) if word.spor == "ut" else element for element in word.tekstelement[at:]
    )
    return (*word.tekstelement[:at], *mark, *said, *inner)


def _taken_out(element: Tekstelement) -> Tekstelement:
    """A drawing that is taken out is told from the same one put in elsewhere."""
    is_drawing = element.tag == "img" and element.get("src").startswith("teikning:")
    return (
        replace(element, attributes=(*element.attributes, ("class", "ut")))
        if is_drawing
        else element
    )


def _open_once(element: Tekstelement, named: set[str]) -> str:
    """The tag that opens an element; the name of a place is given the first time alone."""
    place = element.get("id")
    known = place in named
    named.add(place)
    return _opening(
        element.tag, [pair for pair in element.attributes if not known or pair[0] != "id"]
    )
