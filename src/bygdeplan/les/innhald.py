"""What a finished file holds, whatever its format: the same for docx and odt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Literal

from bygdeplan.model.merke import Path

NORSK = ("nn-NO", "nb-NO")
"""The languages that a document can be in, as language tags; the first where it does not say."""
ANDRE_SPRÅK = "Språk i teksten"
"""The property that holds the other languages that are in the text, with space between."""

Kant = Literal["topptekst", "botntekst", "fotnote"]
"""What paragraphs outside the main text stand in."""
Innhaldsslag = Kant | Literal["avsnitt", "tabell", "bilete", "tekstboks", "endring", "kommentar"]

SIDETAL = "…"
"""What stands for the number of a page, which is another on each."""

VERSJON = "bygdeplan"
"""The property that holds the version of the program a file was made with, not of its plan."""

Leseformat = Literal["docx", "odt"]

_WORDS_SHOWN = 8
_WORD = re.compile(r"\S+")
_LAST_COUNT = re.compile(r"([1aAiI])(?=[^1aAiI]*$)")


@dataclass(frozen=True)
class Stad:
    """Where something stands: for a program by number, for a person by heading and words."""

    part: str
    """The file within the file: `word/document.xml`."""
    slag: Innhaldsslag
    nr: int
    """Which of its kind it is in its part, from 1."""
    overskrift: str = ""
    """The nearest heading above."""
    utdrag: str = ""
    """Its first words, or those of its caption."""

    @property
    def path(self) -> Path:
        """The place as the path of a finding."""
        return self.part, self.slag, self.nr

    def her(self, message: str) -> str:
        """A message that begins with the heading to look under."""
        return f"Under «{self.overskrift}»: {message}" if self.overskrift else message


def first_words(text: str) -> str:
    """The beginning of a text, short enough to quote, and enough to search for."""
    # As many as are shown: the text may be a book, and is quoted for each change in it.
    words = [word[0] for word in islice(_WORD.finditer(text), _WORDS_SHOWN + 1)]
    shown = " ".join(words[:_WORDS_SHOWN])
    return f"{shown} …" if len(words) > _WORDS_SHOWN else shown


@dataclass(frozen=True)
class Framandt:
    """A piece of text that says of itself what language it is in."""

    språk: str
    tekst: str


GØYMD_DEL = "ein del som er gøymd"
"""What a part of an odt file is called that no page shows; its text is read, with its hindrance."""


class Hinder(StrEnum):
    """What keeps a text that stands in the file from being read as the others are."""

    STROKE = "stroken over"
    GØYMT = "gøymd"
    USYNLEG = "skriven med same farge som bakgrunnen"
    LITE = "skriven for lite til å lesast"
    TEIKN = "sett med ei skrift som har andre teikn enn bokstavar"


@dataclass(frozen=True)
class Hindra:
    """A piece of text that stands in the file and is not to be read, or cannot be."""

    hinder: Hinder
    tekst: str


@dataclass(frozen=True)
class Listemerke:
    """What the program itself puts in front of an item of a list."""

    form: str
    """How it looks, with its first number: `1.`, `a)`, `•` for every bullet."""
    nummer: int | None = None
    """Which in its list; None for a bullet."""

    @property
    def vist(self) -> str:
        """What stands there: `3.`, `c)`."""
        if self.nummer is None:
            return self.form
        before, first, after = _LAST_COUNT.split(self.form, maxsplit=1)
        return f"{before}{_counted(self.nummer, first)}{after}"


def _counted(number: int, first: str) -> str:
    """A number written as another list begins."""
    if first in "aA" and 0 < number <= 26:
        return chr(ord(first) + number - 1)
    return str(number)


@dataclass(frozen=True)
class Bilete:
    """A picture or drawing with what it says of itself."""

    stad: Stad
    alternativ_tekst: str
    namn: tuple[str, ...]
    """What else a screen reader or a search may show of it."""
    er_pynt: bool = False
    """Whether it is marked as decoration, which needs no text."""
    innhald: str = ""
    """A digest of what it shows, with what is cut off it; empty when that lies in no file."""


@dataclass(frozen=True)
class Avsnitt:
    """A paragraph or a heading."""

    stad: Stad
    tekst: str
    """What is to be read, with tabs and line breaks; deleted text and text boxes left out.

    The number of a page, which is another on each, is `SIDETAL`."""
    nivå: int = 0
    """The level of a heading; 0 for any other paragraph."""
    er_tittelstil: bool = False
    """Whether it has the style Title, which some screen readers read as plain text."""
    i_celle: bool = False
    rute: tuple[int, int] | None = None
    """The row and column, from 1, of the cell it stands in; the outermost of tables in tables."""
    listenivå: int = 0
    """How deep in a list it lies, from 1; 0 for what is no item of one."""
    merke: Listemerke | None = None
    """What stands in front of it; None for what is no item, and what has no number of its own."""
    ber_anna: bool = False
    """Whether it holds something beside text: a picture, a field, a break."""
    framandt: tuple[Framandt, ...] = ()
    hindra: tuple[Hindra, ...] = ()
    lenkjer: tuple[str, ...] = ()
    """The addresses outside the file that its text leads to."""
    bilete: tuple[Bilete, ...] = ()

    @property
    def overstroke(self) -> bool:
        """Whether some of its text is struck through or hidden."""
        return any(each.hinder in (Hinder.STROKE, Hinder.GØYMT) for each in self.hindra)

    @property
    def i_liste(self) -> bool:
        """Whether it is an item of a list."""
        return self.listenivå > 0

    @property
    def er_tomt(self) -> bool:
        """Whether there is nothing in it."""
        return not self.ber_anna and not self.tekst.strip()


@dataclass(frozen=True)
class Filtabell:
    """A table; the paragraphs of its cells follow it."""

    stad: Stad
    har_overskriftsrad: bool
    har_radoverskrifter: bool | None
    """None where the format has no mark for them, and where one row alone needs no name."""
    skildring: str
    tomme_celler: tuple[tuple[int, int], ...]
    """Row and column of each empty cell, from 1."""
    i_celle: bool = False


@dataclass(frozen=True)
class Språkval:
    """A place in the file, outside the text, that sets a language; None when it sets none."""

    path: Path
    kvar: str
    språk: str | None


@dataclass(frozen=True)
class Eigenskapar:
    """The properties of the file; empty text where one is not set."""

    part: str
    tittel: str = ""
    forfattar: str = ""
    dato: str = ""
    språk: str = ""
    opphav: Mapping[str, str] = field(default_factory=dict)
    """What the file says of the plan it was made of, by the names it says it under."""


Filblokk = Avsnitt | Filtabell


@dataclass(frozen=True)
class Innhald:
    """A finished file, ready to be checked."""

    format: Leseformat
    blokker: tuple[Filblokk, ...]
    """The main text in reading order."""
    utanfor: tuple[Avsnitt, ...]
    """Paragraphs of headers, footers and notes."""
    nakne: frozenset[Kant] = field(default=frozenset(), kw_only=True)
    """Which edges have nothing on some of the pages."""
    bilete: tuple[Bilete, ...]
    tekstboksar: tuple[Stad, ...]
    endringar: tuple[Stad, ...]
    """Tracked changes that nobody has accepted."""
    kommentarar: tuple[Stad, ...]
    språkval: tuple[Språkval, ...]
    eigenskapar: Eigenskapar
    ulesne: tuple[str, ...] = ()
    """What in the file can hold text and was not read, each by what it is called."""

    @property
    def språk(self) -> str:
        """The language that the document is in, as a language tag: that of its properties."""
        said = self.eigenskapar.språk
        return said if said in NORSK else NORSK[0]

    def framandt(self, avsnitt: Avsnitt) -> list[Framandt]:
        """The text of a paragraph that is in another language than the document."""
        return [piece for piece in avsnitt.framandt if piece.språk != self.språk]

    @property
    def avsnitt(self) -> list[Avsnitt]:
        """The paragraphs and headings of the main text, those in cells too."""
        return [blokk for blokk in self.blokker if isinstance(blokk, Avsnitt)]

    @property
    def tabellar(self) -> list[Filtabell]:
        """The tables of the main text."""
        return [blokk for blokk in self.blokker if isinstance(blokk, Filtabell)]
