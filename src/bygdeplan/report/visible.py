"""Text from a plan as a terminal can show it: nothing hidden, each character in its columns."""

import re
from unicodedata import category, combining, east_asian_width

from bygdeplan.ord.teikn import LOST, RETNING

_TAB = 4
_UNSHOWABLE = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_CARRIER = "\u25cc"
"""What a combining character stands with when a line begins with one."""
_EVERYDAY = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u201f\u2022\u2026\u2212│]*")
"""Texts in which each character is shown as it is, in a column of its own: nearly all."""


def visible(text: str) -> str:
    """The text on one line, with «�» for what would move the cursor or change the reading order."""
    if _EVERYDAY.fullmatch(text):
        return text
    return "".join(map(_shown, " ".join(re.split(r"\s*[\r\n]+\s*", text))))


def columns(text: str) -> tuple[list[str], list[int]]:
    """What stands in each column when a line is shown, and the column each character begins in.

    A wide character fills two columns, the second one empty; a combining one fills none and stands
    with the one before it. Tabs go to every fourth column. The list of beginnings has one more, for
    the end of the line.
    """
    if _EVERYDAY.fullmatch(text):
        return list(text), list(range(len(text) + 1))
    cells: list[str] = []
    begins: list[int] = []
    for character in text:
        begins.append(len(cells))
        if character == "\t":
            cells += [" "] * (_TAB - len(cells) % _TAB)
        elif _is_joined(character):
            cells = cells or [_CARRIER]
            _join(cells, character)
        else:
            wide = east_asian_width(character) in ("W", "F")
            cells += [_shown(character), ""] if wide else [_shown(character)]
    return cells, [*begins, len(cells)]


def _is_joined(character: str) -> bool:
    formatting = category(character) == "Cf" and character not in RETNING
    return combining(character) > 0 or category(character) in ("Mn", "Me") or formatting


def _join(cells: list[str], character: str) -> None:
    """Put a combining character with the one before it, past the empty half of a wide one."""
    cells[-1 if cells[-1] else -2] += character


def _shown(character: str) -> str:
    hidden = character != "\t" and category(character) in _UNSHOWABLE
    return LOST if hidden or character in RETNING else character
