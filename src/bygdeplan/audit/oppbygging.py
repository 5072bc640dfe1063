"""A finished file as whoever reads it takes it in: paragraphs, and tables of rows of cells."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bygdeplan.les.innhald import Avsnitt, Bilete, Filblokk, Filtabell, first_words
from bygdeplan.ord.skilnad import folded

_ANY = 0.01
"""What two things of one kind have in common: enough for the one to have taken the other's place
when nothing else has."""


@dataclass(frozen=True)
class Leserad:
    """A row of a table: the paragraphs of each cell that have something in them."""

    celler: tuple[tuple[Avsnitt, ...], ...]

    @property
    def avsnitt(self) -> list[Avsnitt]:
        """All that is to be read in it."""
        return [avsnitt for celle in self.celler for avsnitt in celle]

    @cached_property
    def ord(self) -> Counter[str]:
        """All its words."""
        return _words_of(self.avsnitt)

    @property
    def namn(self) -> str:
        """The words of its first cell that has any."""
        return next((named(avsnitt) for avsnitt in self.avsnitt), "")


@dataclass(frozen=True)
class Lesetabell:
    """A table with its rows."""

    fil: Filtabell
    rader: tuple[Leserad, ...]

    @property
    def namn(self) -> str:
        """What it is called: its caption, or the first words in it."""
        return self.fil.stad.utdrag

    @cached_property
    def ord(self) -> Counter[str]:
        """All its words."""
        return sum((rad.ord for rad in self.rader), Counter())

    @cached_property
    def hovud(self) -> list[str]:
        """What its columns are called, by its first row."""
        return [" ".join(map(_text, celle)) for celle in self.rader[0].celler] if self.rader else []

    def with_columns(self, heads: Sequence[str]) -> "Lesetabell":
        """The table with some of its columns, in the order they are named."""
        kept = [self.hovud.index(each) for each in heads]
        rows = [Leserad(tuple(rad.celler[at] for at in kept)) for rad in self.rader]
        return replace(self, rader=tuple(rows))


Lesedel = Avsnitt | Lesetabell
"""What a document is made of, at its outermost."""


def build(blokker: Sequence[Filblokk]) -> list[Lesedel]:
    """The parts of a text, without paragraphs that hold nothing."""
    parts: list[Lesedel] = []
    table: Filtabell | None = None
    cells: list[Avsnitt] = []
    for blokk in (*blokker, None):
        if isinstance(blokk, Avsnitt) and blokk.rute is not None:
            cells.append(blokk)
            continue
        if isinstance(blokk, Filtabell) and blokk.i_celle:
            continue
        if table is not None:
            parts.append(Lesetabell(table, tuple(_rows(cells))))
        table, cells = (blokk, []) if isinstance(blokk, Filtabell) else (None, [])
        if isinstance(blokk, Avsnitt) and _says_something(blokk):
            parts.append(blokk)
    return parts


def _rows(cells: Sequence[Avsnitt]) -> Iterator[Leserad]:
    """The rows that hold something, with the columns that do: what is emptied is as if out."""
    by_place: dict[tuple[int, int], list[Avsnitt]] = {}
    for avsnitt in filter(_says_something, cells):
        by_place.setdefault(avsnitt.rute or (0, 0), []).append(avsnitt)
    columns = sorted({kolonne for _, kolonne in by_place})
    for rad in sorted({rad for rad, _ in by_place}):
        yield Leserad(tuple(tuple(by_place.get((rad, at), ())) for at in columns))


def _says_something(avsnitt: Avsnitt) -> bool:
    return bool(avsnitt.tekst.strip() or avsnitt.bilete)


def named(part: Lesedel | Leserad) -> str:
    """What a part is called when it is told of."""
    if not isinstance(part, Avsnitt):
        return part.namn
    said = part.tekst if part.tekst.strip() else " ".join(spoken(each) for each in part.bilete)
    return first_words(said)


def spoken(bilete: Bilete) -> str:
    """What a screen reader says of a picture."""
    return "" if bilete.er_pynt else folded(bilete.alternativ_tekst)


def ordlyd(part: Lesedel | Leserad) -> Hashable:
    """What a part is known again by, however it is shown."""
    if isinstance(part, Avsnitt):
        return _text(part), tuple(each.innhald for each in part.bilete)
    if isinstance(part, Leserad):
        return tuple(tuple(map(ordlyd, celle)) for celle in part.celler)
    return tuple(map(ordlyd, part.rader))


def likskap(part: Lesedel | Leserad) -> Hashable:
    """All of a part that a reader takes in, by eye or ear; but for the numbers of lists."""
    if isinstance(part, Leserad):
        return tuple(tuple(map(likskap, celle)) for celle in part.celler)
    if isinstance(part, Lesetabell):
        return tuple(map(likskap, part.rader))
    return (
        ordlyd(part),
        part.nivå,
        part.merke and part.merke.form,
        tuple((each.hinder, folded(each.tekst)) for each in part.hindra),
        part.lenkjer,
        tuple(map(spoken, part.bilete)),
    )


def affinity(one: Lesedel | Leserad, other: Lesedel | Leserad) -> float:
    """How much one part has in common with another, from 0 to a little more than 1."""
    if type(one) is not type(other):
        return 0
    known = [_words(part) for part in (one, other)]
    common = (known[0] & known[1]).total()
    return _ANY + common / max((known[0] | known[1]).total(), 1)


def _words(part: Lesedel | Leserad) -> Counter[str]:
    """All the words of a part, and what is said of its pictures."""
    return part.ord if not isinstance(part, Avsnitt) else _words_of([part])


def _words_of(paragraphs: Sequence[Avsnitt]) -> Counter[str]:
    said = (text for each in paragraphs for text in (_text(each), *map(spoken, each.bilete)))
    return Counter(word for text in said for word in text.split())


def _text(avsnitt: Avsnitt) -> str:
    return folded(avsnitt.tekst)
