"""A page as a tree of blocks: sections, paragraphs, lists, tables, and text at the leaves."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from lxml.etree import _Element

from bygdeplan.ord.skilnad import I_EIN_TEKST, LISTE, SAME_STAD, Grense
from bygdeplan.side.sporing.ord import LØPANDE_TEKST, Ord, Spor, read_words, tekstelement_of

SEKSJON = "seksjon"
"""The name of what is no element: a heading with all that stands under it."""
LAUS = ""
"""The name of text that has no element of its own, such as that of a cell."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXT = (*_HEADINGS, "p", LAUS)
_AROUND = ("main", "section", "article", "aside", "nav", "header", "footer", "div", "blockquote")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd")
_TABLES = ("table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td")
_HOLDS_BLOCKS = frozenset((*_AROUND, *_LISTS, *_TABLES, "figure", "figcaption"))
_BLOCKS = _HOLDS_BLOCKS | {*_HEADINGS, "p", "col", "hr"}


@dataclass(frozen=True, eq=False)
class Blokk:
    """An element that stands by itself: its blocks, or its words when it is a text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    delar: tuple["Blokk", ...] = ()
    ord: tuple[Ord, ...] = ()
    spor: Spor = ""
    """Whether all of it stands in one of the two pages alone."""

    @property
    def er_tekst(self) -> bool:
        """Whether it holds words, not blocks."""
        return self.tag in _TEXT

    @property
    def er_innhaldsliste(self) -> bool:
        """Whether it is the list of contents, which is made anew for each document."""
        return "innhaldsliste" in self.attributes.get("class", "").split()

    @property
    def er_linje(self) -> bool:
        """Whether it is a row of cells, or a name with what it says."""
        return self.tag == "tr" or self.er_fakta

    @property
    def er_fakta(self) -> bool:
        """Whether it is a name with what it says."""
        return self.tag == "div" and [part.tag for part in self.delar] == ["dt", "dd"]

    @property
    def slag(self) -> object:
        """What it must have in common with another one to be the same, changed."""
        if self.tag == SEKSJON:
            return SEKSJON, self.delar[0].tag
        return "p" if self.tag == LAUS else self.tag, self.attributes.get("class", "")

    @cached_property
    def likskap(self) -> object:
        """What makes two of them the same."""
        words = tuple(word.likskap for word in self.ord)
        parts = tuple(part.likskap for part in self.delar if part.tag != "colgroup")
        spans = [self.attributes.get(name, "") for name in ("colspan", "rowspan")]
        return self.slag, tuple(spans), words, parts

    @cached_property
    def ordmengd(self) -> Counter[str]:
        """Its words, each as often as it has letters to count for."""
        counted: Counter[str] = Counter()
        for leaf in self.tekstar():
            for word in leaf.ord:
                counted[word.tekst] += word.bokstavar
        return +counted

    def tekstar(self) -> Iterator["Blokk"]:
        """The texts within it, in reading order."""
        if self.er_tekst:
            yield self
        for part in self.delar:
            yield from part.tekstar()

    def find(self, *tags: str) -> "Blokk | None":
        """The first block of one of these names within it."""
        return next(self.find_all(*tags), None)

    def find_all(self, *tags: str) -> Iterator["Blokk"]:
        """All blocks of these names within it, and it itself."""
        if self.tag in tags:
            yield self
        for part in self.delar:
            yield from part.find_all(*tags)


def read_block(element: _Element) -> Blokk:
    """An element of a page with all that is in it."""
    tag, attributes = str(element.tag), dict(tekstelement_of(element).attributes)
    if tag in _HOLDS_BLOCKS:
        return Blokk(tag, attributes, delar=tuple(_sections(_parts(element))))
    return Blokk(tag, attributes, ord=read_words(element.text, list(element)))


def _parts(element: _Element) -> list[Blokk]:
    """The blocks of an element; text between them becomes a block of its own."""
    parts: list[Blokk] = []
    text = element.text
    for is_block, some in groupby(element, lambda part: part.tag in _BLOCKS):
        children = list(some)
        if not is_block:
            parts.append(Blokk(LAUS, ord=read_words(text, children)))
            text = None
            continue
        for child in children:
            parts.append(Blokk(LAUS, ord=read_words(text, ())))
            parts.append(read_block(child))
            text = child.tail
    parts.append(Blokk(LAUS, ord=read_words(text, ())))
    return [part for part in parts if part.ord or part.tag != LAUS]


def _sections(parts: Sequence[Blokk]) -> Iterator[Blokk]:
    """The blocks with each heading below the title gathered with what stands under it."""
    rest = list(parts)
    while rest:
        first = rest.pop(0)
        if first.tag not in _HEADINGS[1:]:
            yield first
            continue
        higher = _HEADINGS[: _HEADINGS.index(first.tag) + 1]
        end = next((i for i, part in enumerate(rest) if part.tag in higher), len(rest))
        yield Blokk(SEKSJON, delar=(first, *_sections(rest[:end])))
        rest = rest[end:]


# What has become of a block


def affinity(old: Blokk, new: Blokk) -> float:
    """How much two blocks have in common, from 0 to 1; 0 when the one has not become the other."""
    if old.slag != new.slag:
        return 0
    if old.likskap == new.likskap or new.tag == "h1" or new.er_innhaldsliste:
        return 1
    if new.er_fakta and old.delar[0].likskap != new.delar[0].likskap:
        return 0
    pairs = [(_name(old), _name(new))]
    share = max(_share(*pair) for pair in pairs + ([] if new.tag == "dl" else [(old, new)]))
    if share < _grense(new).minst:
        return 0
    is_anew = new.er_tekst and len(LØPANDE_TEKST.compare(old.ord, new.ord)) == 1
    return 0 if is_anew else share


def _name(block: Blokk) -> Blokk:
    """What names a block: its heading, its caption, the first cell of a row, the names of facts."""
    if block.tag == "dl":
        return replace(block, delar=tuple(block.find_all("dt")))
    if block.tag == SEKSJON or block.er_linje:
        return block.delar[0]
    return block.find("caption", "figcaption") or block


def _share(old: Blokk, new: Blokk) -> float:
    sizes = old.ordmengd.total(), new.ordmengd.total()
    if 0 in sizes:
        return 0
    return _grense(new).share((old.ordmengd & new.ordmengd).total(), *sizes)


def _grense(block: Blokk) -> Grense:
    """How much a block must have in common with what it was."""
    if block.tag in ("ul", "ol", "dl"):
        return LISTE
    return SAME_STAD if block.tag == SEKSJON else I_EIN_TEKST
