"""The characters of a plan file: those no document can carry, and one form for the others."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from bygdeplan.finding import Finding, Span
from bygdeplan.load.reglar import TEIKN

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000)
)
_PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_SEPARATORS_AND_BOM = "\u2028\u2029\ufeff"
_FORBIDDEN = re.compile(f"[{_CONTROL}{_SEPARATORS_AND_BOM}{_PRIVATE_USE}{_NONCHARACTERS}]")

_HEAP_OF_MARKS = re.compile(r"[^\w\s\x00-\x7f]{100}")
"""No text: to put so many combining marks in order takes time by the square of their number."""


def find_forbidden(line: str) -> Iterator[tuple[int, str]]:
    """The forbidden characters of a line, each with its column, from 1."""
    return ((match.start() + 1, match[0]) for match in _FORBIDDEN.finditer(line))


def without_forbidden(text: str) -> str:
    """The text with «�» for each forbidden character."""
    return _FORBIDDEN.sub("\ufffd", text)


def composed(text: str) -> str:
    """The text in NFC: «å» as one character, whether it was written as one or as a and a ring."""
    heaped_up = _HEAP_OF_MARKS.search(text)
    return text if heaped_up else normalize("NFC", text)


def character_finding(character: str, span: Span) -> Finding:
    """The finding for a forbidden character at a place."""
    return TEIKN.finding(
        (),
        f"Teiknet U+{ord(character):04X} kan ikkje stå i eit dokument.",
        "Slett teiknet; det er oftast usynleg og har kome med frå eit anna program.",
        span=span,
    )
