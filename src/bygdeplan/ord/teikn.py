"""Signs that come along when text is pasted: what can be taken away, and what no text can carry.

What a text can be rid of without losing anything is cleaned: signs that do not show, other spaces
and hyphens than those on the keyboard, letters drawn as one, the bullets of Word. What is left of
the signs that do not show, turn the text or have no meaning of their own is forbidden.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from bygdeplan.ord.skriv import liste

LIGATURAR = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Letters drawn as one."""
MJUK_BINDESTREK = "\u00ad"
UTAN_BREIDD = "".join(
    map(
        chr,
        (
            *(0x034F, 0x17B4, 0x17B5, *range(0x180B, 0x1810)),
            *(*range(0x200B, 0x200E), *range(0x2060, 0x2065), *range(0xFE00, 0xFE10), 0xFEFF),
            *(*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0100, 0xE01F0)),
        ),
    )
)
"""Signs that do not show and say nothing, as Unicode lets programs leave them out."""
HARDE_BINDESTREKAR = "\u2010\u2011"
_TIGHT_SPACES = "\u2007\u2009\u202f"
_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u205f\u2800\u3000"
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters of Korean that are drawn as a space."""
# What Word makes of <-- and -->, in one of its fonts of symbols.
_ARROWS = {"\uf0df": "←", "\uf0e0": "→"}
_KINDS = {
    "mjuk bindestrek": dict.fromkeys(MJUK_BINDESTREK, ""),
    "teikn utan breidd": dict.fromkeys(UTAN_BREIDD, ""),
    "uvanleg mellomrom": dict.fromkeys(_TIGHT_SPACES, "\u00a0")
    | dict.fromkeys(_SPACES + _FILLERS, " "),
    "hard bindestrek": dict.fromkeys(HARDE_BINDESTREKAR, "-"),
    "bokstavar i eitt teikn": LIGATURAR,
    "pil": _ARROWS,
}
"""What the signs that are cleaned are called → each of them, and what stands instead."""
_KIND = {sign: kind for kind, signs in _KINDS.items() for sign in signs}
_INSTEAD = str.maketrans({sign: new for signs in _KINDS.values() for sign, new in signs.items()})

_LISTETEIKN = "listeteikn"
_BULLETS = "\uf02d\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
"""Those of Word's fonts of symbols, in which a sign has no meaning of its own."""
_SHOWN_BULLETS = "·•◦‣\u2043▪▫●○■□➢❖"
_LETTERS_FOR_BULLETS = "o§Øü"
"""What the same bullets are as plain text; a tab follows."""
# Compiled where there are any: most files have none.
_BULLET = rf"(?:[{_BULLETS}{_SHOWN_BULLETS}][ \t\u00a0]+|[{_LETTERS_FOR_BULLETS}]\t[ \t]*)+"
_POINT = rf"\A(?P<before>[ \t]*)(?P<sign>- +)?{_BULLET}"
_BULLET_OF_A_VALUE = rf"(?<=: )(?:[{_BULLETS}][ \t\u00a0]+)+"
_MAYBE_BULLETS = frozenset(_BULLETS + _SHOWN_BULLETS)

RETNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that do not show and turn the order of what does."""
LOST = "\ufffd"
"""Stands where another program did not know a sign, and where we take a forbidden one away."""
_OBJECT = "\ufffc"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_CONTROL = "".join(map(chr, (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0))))
_HIDDEN = "".join(map(chr, (0x2065, *range(0x206A, 0x2070), 0xFEFF, *range(0xFFF0, 0xFFFC))))
_FORBIDDEN = frozenset(_CONTROL + _LINE_ENDS + RETNING + _HIDDEN + _OBJECT + LOST)

_NAMES = {
    "\x0b": "loddrett tabulator",
    "\x0c": "sideskift",
    "\x85": "linjeskift",
    "\u061c": "arabisk retningsmerke",
    "\u200e": "venstre-til-høgre-merke",
    "\u200f": "høgre-til-venstre-merke",
    "\u2028": "linjeskilje",
    "\u2029": "avsnittsskilje",
    "\u202a": "byrjing på venstre-til-høgre-tekst",
    "\u202b": "byrjing på høgre-til-venstre-tekst",
    "\u202c": "slutt på tekst med eiga retning",
    "\u202d": "venstre-til-høgre-overstyring",
    "\u202e": "høgre-til-venstre-overstyring",
    "\u2066": "venstre-til-høgre-isolering",
    "\u2067": "høgre-til-venstre-isolering",
    "\u2068": "retningsisolering",
    "\u2069": "slutt på isolering",
    _OBJECT: "plasshaldar for eit objekt",
    LOST: "teikn som er gått tapt",
}


def is_forbidden(sign: str) -> bool:
    """Whether no text can carry a sign; also what has no meaning fixed, and what tags a text."""
    return sign in _FORBIDDEN or _is_private(sign) or _is_no_character(sign)


def _is_private(sign: str) -> bool:
    return "\ue000" <= sign <= "\uf8ff" or sign >= "\U000f0000"


def _is_no_character(sign: str) -> bool:
    tags = "\U000e0000" <= sign <= "\U000e0fff" and sign not in UTAN_BREIDD
    is_half = "\ud800" <= sign <= "\udfff"
    return tags or is_half or ord(sign) & 0xFFFE == 0xFFFE or "\ufdd0" <= sign <= "\ufdef"


def find_forbidden(text: str) -> Iterator[tuple[int, str]]:
    """The forbidden signs of a text, each with its column, from 1."""
    if has_forbidden(text):
        yield from ((at, sign) for at, sign in enumerate(text, 1) if is_forbidden(sign))


def has_forbidden(text: str) -> bool:
    """Whether a text has a forbidden sign."""
    return any(map(is_forbidden, set(text)))


def without_forbidden(text: str) -> str:
    """The text with «�» for each forbidden sign."""
    lost = {ord(sign): LOST for sign in set(text) if is_forbidden(sign)}
    return text.translate(lost) if lost else text


def called(sign: str) -> str:
    """A forbidden sign by code and name: «U+202E (høgre-til-venstre-overstyring)»."""
    name = _NAMES.get(sign)
    code = f"U+{ord(sign):04X}"
    return f"{code} ({name})" if name else code


def advice_on(sign: str) -> str:
    """What to do about a forbidden sign."""
    if meant := _in_windows(sign):
        return f"Her skulle det truleg stå «{meant}». Skriv det på nytt."
    if sign in RETNING:
        return "Slett teiknet. Det syner ikkje, men snur teksten for somme lesarar."
    if sign in _LINE_ENDS:
        return "Slett teiknet, og skift linje på vanleg måte."
    if sign == _OBJECT:
        return "Slett teiknet. Det står der det var eit bilete eller noko anna som ikkje er tekst."
    if sign == LOST:
        return "Skriv det som skulle stå her; eit anna program har ikkje kjent teiknet att."
    if _is_private(sign):
        return "Skriv eit vanleg teikn. Dette finst berre i ei symbolskrift, som i Word."
    return "Slett teiknet; det er oftast usynleg og har kome med frå eit anna program."


def _in_windows(sign: str) -> str:
    """What a control sign is in the character set of Windows; empty for none."""
    return bytes([ord(sign)]).decode("cp1252", "ignore") if "\x80" <= sign <= "\x9f" else ""


def pasted(text: str) -> str:
    """A text that is put into a field, cleaned as a file is, and mended as one would be told to.

    Lines end with a line feed, however they ended. What stands for a sign that nobody can see, or
    that no other takes the place of, is gone; what one must write anew oneself stays.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_FEEDS)
    gone = {ord(sign): None for sign in set(text) if is_forbidden(sign) and not _is_meant(sign)}
    return cleaned(text.translate(gone))[0]


_LINE_FEEDS = dict.fromkeys(map(ord, "\x0b\x0c\u2028\u2029"), "\n")


def _is_meant(sign: str) -> bool:
    """Whether a forbidden sign stands instead of one that is seen."""
    return sign == LOST or _is_private(sign) or bool(_in_windows(sign))


Reinska = Mapping[int, Counter[str]]
"""What was cleaned: the number of the line → how many there were of each kind of sign."""


def cleaned(text: str) -> tuple[str, Reinska]:
    """A text rid of what it loses nothing by, with the signs of lists that a plan file has.

    Lines end with a line feed, and there are as many after as before.
    """
    if "\t" in text or not _MAYBE_BULLETS.isdisjoint(set(text)):
        return _line_by_line(text, _with_points)
    return without_unseen(text)


def without_unseen(text: str) -> tuple[str, Reinska]:
    """A text rid of what it loses nothing by; bullets stay, which can mean much elsewhere."""
    if _KIND.keys().isdisjoint(set(text)):
        return text, {}
    return _line_by_line(text, _with_known_signs)


def in_words(reinska: Reinska) -> str:
    """«mjuk bindestrek (2) og listeteikn (1), på linje 3 og 8»; ten lines are named at most."""
    kinds = sum(reinska.values(), Counter[str]())
    named = liste(f"{kind} ({count})" for kind, count in kinds.items())
    lines = [str(number) for number in reinska]
    more = " og fleire" if len(lines) > _LINES_NAMED else ""
    return f"{named}, på linje {liste(lines[:_LINES_NAMED])}{more}"


_LINES_NAMED = 10
_Line = tuple[str, Counter[str]]


def _line_by_line(text: str, clean: Callable[[str], _Line]) -> tuple[str, Reinska]:
    lines = text.split("\n")
    found: dict[int, Counter[str]] = {}
    for number, line in enumerate(lines, 1):
        if not line.isascii() or "\t" in line:
            lines[number - 1], signs = clean(line)
            if signs:
                found[number] = signs
    return "\n".join(lines), found


def _with_known_signs(line: str) -> _Line:
    return line.translate(_INSTEAD), Counter(_KIND[sign] for sign in line if sign in _KIND)


def _with_points(line: str) -> _Line:
    line, signs = _with_known_signs(line)
    line, points = re.subn(_POINT, _as_point, line)
    line, dropped = re.subn(_BULLET_OF_A_VALUE, "", line)
    if points + dropped:
        signs[_LISTETEIKN] = points + dropped
    return line, signs


def _as_point(bullet: re.Match[str]) -> str:
    """The sign of a list in a plan file, where there is not one already."""
    return f"{bullet['before']}{bullet['sign'] or '- '}"
