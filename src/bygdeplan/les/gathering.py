"""What is gathered on the way through the parts of a file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from bygdeplan.les.innhald import (
    Avsnitt,
    Bilete,
    Eigenskapar,
    Filblokk,
    Innhald,
    Innhaldsslag,
    Kant,
    Leseformat,
    Språkval,
    Stad,
    first_words,
)


@dataclass
class Gathering:
    """What lies in the main text or around it, from all the parts of a file."""

    utanfor: list[Avsnitt] = field(default_factory=list)
    bilete: list[Bilete] = field(default_factory=list)
    tekstboksar: list[Stad] = field(default_factory=list)
    endringar: list[Stad] = field(default_factory=list)
    kommentarar: list[Stad] = field(default_factory=list)
    ulesne: list[str] = field(default_factory=list)
    nakne: set[Kant] = field(default_factory=set)

    def innhald(
        self,
        format_: Leseformat,
        blokker: Iterable[Filblokk],
        språkval: Iterable[Språkval],
        eigenskapar: Eigenskapar,
    ) -> Innhald:
        """All of it with the main text and what the file says of itself."""
        return Innhald(
            format=format_,
            # First, for reading the main text gathers the rest.
            blokker=tuple(blokker),
            utanfor=tuple(self.utanfor),
            nakne=frozenset(self.nakne),
            bilete=tuple(self.bilete),
            tekstboksar=tuple(self.tekstboksar),
            endringar=tuple(self.endringar),
            kommentarar=tuple(self.kommentarar),
            språkval=tuple(språkval),
            eigenskapar=eigenskapar,
            ulesne=tuple(dict.fromkeys(self.ulesne)),
        )


def in_cell(blokker: Iterable[Filblokk], rute: tuple[int, int]) -> Iterator[Filblokk]:
    """Blocks with the row and column of the cell they stand in."""
    for blokk in blokker:
        yield replace(blokk, rute=rute) if isinstance(blokk, Avsnitt) else blokk


class ReadingOrder:
    """Gives each thing in a part its place, in reading order."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._counts: Counter[Innhaldsslag] = Counter()
        self.overskrift = ""
        """The nearest heading above."""

    def stad(self, slag: Innhaldsslag, text: str = "") -> Stad:
        """The place of the next thing of a kind, quoted by its text."""
        self._counts[slag] += 1
        return Stad(self._part, slag, self._counts[slag], self.overskrift, first_words(text))
