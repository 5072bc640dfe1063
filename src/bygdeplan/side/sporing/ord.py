"""A text as words, signs and spaces, each with the emphasis and the link it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from lxml.etree import _Element

from bygdeplan.ord.skilnad import I_EIN_TEKST, Måte

Spor = Literal["", "inn", "ut"]
"""Whether something stands in both texts, in the new one alone or in the old one alone."""

_WHITE = " \t\r\n\f"
# A number with its spaces and its sign is one word; what surrounds a word is not of it:
# «(60 %)», «−2 000», «2025–2028».
_PIECE = re.compile(rf"[{_WHITE}]+|−?\w(?:[^{_WHITE}]*[\w%])?|.", re.DOTALL)


@dataclass(frozen=True)
class Tekstelement:
    """An element within a text: its name and its attributes."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, attribute: str) -> str:
        """The value of an attribute, or empty text."""
        return dict(self.attributes).get(attribute, "")

    @cached_property
    def likskap(self) -> object:
        """What makes two of them say the same: tables of two plans have other numbers and links."""
        said = [
            (name, "#" if name == "href" and value.startswith("#") else value)
            for name, value in self.attributes
            if name != "id"
        ]
        return self.tag, tuple(said)


@dataclass(frozen=True)
class Ord:
    """A word, a sign or a space; a picture or a line break is its innermost element alone."""

    tekst: str
    tekstelement: tuple[Tekstelement, ...] = ()
    """What it stands in, from the outside in."""
    spor: Spor = ""
    er_merke: bool = False
    """Whether it stands in neither text, but says in words what is changed."""

    @property
    def er_rom(self) -> bool:
        """Whether it is white space."""
        return self.tekst == " "

    @property
    def bokstavar(self) -> int:
        """How much it counts for when texts are weighed against each other."""
        return len(self.tekst) if self.tekst[-1:].isalnum() or self.tekst[-1:] == "%" else 0

    @cached_property
    def likskap(self) -> object:
        """What makes two of them the same."""
        return self.tekst, tuple(element.likskap for element in self.tekstelement)


LØPANDE_TEKST: Måte[Ord] = Måte(
    I_EIN_TEKST,
    likskap=lambda word: word.likskap,
    # A space or a comma that is left says nothing of whether the text is.
    vekt=lambda word: word.bokstavar,
    # So little between two changes only breaks up what is read: «av», «og».
    øy=4,
)
"""How the words of two pages are compared."""


def tekstelement_of(element: _Element) -> Tekstelement:
    """An element of a page, as words stand in it."""
    return Tekstelement(
        str(element.tag), tuple((str(k), str(v)) for k, v in element.attrib.items())
    )


def read_words(text: str | None, inline: Sequence[_Element]) -> tuple[Ord, ...]:
    """The words of a text and of the inline elements after it, white space folded."""
    words = [*_pieces(text, ()), *(word for part in inline for word in _words(part, ()))]
    kept = [
        word for before, word in pairwise([Ord(" "), *words]) if not (word.er_rom and before.er_rom)
    ]
    return tuple(kept[:-1] if kept and kept[-1].er_rom else kept)


def _words(element: _Element, outside: tuple[Tekstelement, ...]) -> Iterator[Ord]:
    """The words of an inline element, and of the text that follows it."""
    if isinstance(element.tag, str):
        within = (*outside, tekstelement_of(element))
        if element.text is None and len(element) == 0:
            yield Ord("", within)
        yield from _pieces(element.text, within)
        for part in element:
            yield from _words(part, within)
    yield from _pieces(element.tail, outside)


def _pieces(text: str | None, tekstelement: tuple[Tekstelement, ...]) -> Iterator[Ord]:
    for piece in _PIECE.findall(text or ""):
        yield Ord(" " if piece[0] in _WHITE else piece, tekstelement)
