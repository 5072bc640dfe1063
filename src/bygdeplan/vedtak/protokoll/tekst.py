"""The text of a document, whatever its format: paragraph by paragraph, each with its place."""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from itertools import product
from unicodedata import normalize

from bygdeplan.ord.skilnad import words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_of(text: str) -> frozenset[str]:
    """The words of a line in small letters; figures, dates and case numbers are none."""
    return frozenset(word.casefold() for word in _WORD.findall(text))


def one_of(words: str) -> re.Pattern[str]:
    """What finds one of some words as a whole; `*` stands for any ending, `_` for a space."""
    ways = (re.escape(word).replace(r"\*", r"\w*").replace("_", " ") for word in words.split())
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)


_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u3000"), " ")


def plain(text: str) -> str:
    """A text with letters as one sign each, and every space between words the common one.

    What is known by its words is then known whatever program wrote it.
    """
    return normalize("NFC", text).translate(_SPACES)


_ENDED = re.compile(r"[.:!?;]\s*$")
_WITHOUT_END = re.compile(
    r"\b(?:sak|nr|den|av|i|for|og|til|med|om|på|frå|fra|mot)\.?$", re.IGNORECASE
)
"""What no line ends with that is whole: «Kommunestyret har i møte 20.02.2031 sak»."""


def goes_on(line: str, below: str) -> bool:
    """Whether a line that is not ended like a sentence goes on with the one below."""
    if _ENDED.search(line):
        return False
    return bool(re.match(r"[a-zæøå(]", below) or _WITHOUT_END.search(line))


_FULL = 28
"""How many signs a line has at the least that may have been broken for want of room."""
_FIELD = re.compile(r"[A-ZÆØÅ][\w-]*(?: \w+){0,2}:")


def is_broken(line: str, below: str) -> bool:
    """Whether a line of running text may have been broken for want of room."""
    is_full = len(line) >= _FULL and not _ENDED.search(line) and not _FIELD.match(below)
    return is_full or goes_on(line, below)


def joined_lines(text: str, joins: Callable[[str, str], bool]) -> list[str]:
    """The lines of a text, each with those below that it is joined with."""
    last, *lines = text.split("\n")
    whole = [last]
    for line in lines:
        if joins(last, line):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
        last = line
    return whole


LINJEBROT = "\ue000"
"""Stands for a hyphen at the end of a line: part of the word, or of the line alone."""


@dataclass(frozen=True)
class Stykke:
    """A paragraph, heading or point of a list."""

    tekst: str
    """What is to be read, without the sign of a point; line breaks are those of the document."""
    stad: str
    """Where it stands, for a person: «avsnitt 12», «side 3, linje 4»."""
    er_overskrift: bool = False
    """Whether the document says that it is a heading; many do not."""
    er_punkt: bool = False
    nivå: int = 0
    """How deep in a list it lies, where the document says so; 0 where it does not."""
    teikn: str = ""
    """The sign of a point, where it is written out: «1.», «a)», «Pkt. 1», «•»."""
    atterhald: str = ""
    """Why its text may not be what its readers see, as a clause."""

    @property
    def linje(self) -> str:
        """The text on one line, with hyphens at the end of lines as hyphens."""
        return " ".join(self.tekst.replace(LINJEBROT, "-").split())


@dataclass(frozen=True)
class Møtedokument:
    """A document as it was read."""

    stykke: tuple[Stykke, ...]
    kant: tuple[Stykke, ...] = ()
    """What stands at the edges of its pages: letterhead, page headers and footers."""
    eigenskapar: Mapping[str, str] = field(default_factory=dict)
    """What the file says of where it comes from: «Planår», «Kommune»."""
    atterhald: tuple[str, ...] = ()
    """Why not all that its readers see was read, each as a sentence."""


class Uleseleg(Exception):
    """A file whose text cannot be read: what it is, and what to do about it."""

    def __init__(self, message: str, help: str) -> None:  # noqa: A002  # the word of the reports
        super().__init__(message)
        self.message = message
        self.help = help


_WAYS = ("-", "", "- ")
_MOST_PIECES = 5


def joined_words(text: str, known: Set[str]) -> str:
    """A text on one line, each hyphen at the end of a line settled by the words expected.

    «godkjen-|ner» is one word, «ikkje-|prinsipielle» one with a hyphen, «nærings-|og» two. What is
    made is what is in `known`, which holds words as `skilnad.words` gives them; else one word.
    """
    return " ".join(_joined(word, known) for word in text.split())


def _joined(word: str, known: Set[str]) -> str:
    pieces = word.split(LINJEBROT)
    if len(pieces) > _MOST_PIECES:
        return "".join(pieces)
    for ways in product(_WAYS, repeat=len(pieces) - 1):
        made = "".join(map("".join, zip(pieces, (*ways, ""), strict=True)))
        if known >= set(words(made)):
            return made
    return "".join(pieces)
