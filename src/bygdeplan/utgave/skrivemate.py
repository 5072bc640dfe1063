"""A value → its text in a plan file, as an author would have written it."""

import json
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data
from bygdeplan.load.source import Mapping, Node, Scalar, Sequence
from bygdeplan.model.lookup import Planfelt
from bygdeplan.model.merke import MERKESLAG
from bygdeplan.ord.frase import MÅLFORMER
from bygdeplan.ord.teikn import cleaned, without_unseen

LINJEBREIDD = 100
"""Columns of a line in a plan file, before its text is set on lines of its own."""

_READ_ELSEWHERE = frozenset(["ja", "nei", "yes", "no", "on", "off", "true", "false", "null", "~"])
"""Words that a reader of YAML can take for something else than text."""


_SUM = re.compile(r"-?\d[\d ]*")
_FORMER = [(målform,) for målform in MÅLFORMER]


class Nedskrift(NamedTuple):
    """A value as it is written after its key or its dash."""

    head: str
    """What stands on the same line; nothing where all of it stands below."""
    tail: tuple[str, ...] = ()
    """The lines below it, with their indentation."""


@dataclass(frozen=True)
class Skikk:
    """How an author writes: how far in what lies in something stands, and what stands on a line."""

    step: int = 2
    """Columns from a key to the keys in it."""
    dash: int = 2
    """Columns from a key to the dashes of its list."""
    ways: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Path of a field in the model → the sign its values begin with: `{`, `[`, `|`, `>-` or none"""


@dataclass(frozen=True)
class Skrivestad:
    """Where a value is to stand."""

    column: int
    """Columns before the key, or the dash, that it belongs to."""
    used: int
    """Columns of its line before it."""
    looked_through: Callable[[], Skikk]
    """Looks through the file for how its author writes; what stands there often tells enough."""
    felt: Planfelt | None
    """What the model knows of it."""
    in_brackets: bool = False
    in_list: bool = False
    is_mark: bool = False
    width: int = LINJEBREIDD
    """Columns that its line may fill."""
    indent: int | None = None
    """Columns before a text on lines of its own, where it has a text so written."""

    @property
    def skikk(self) -> Skikk:
        """How the author writes."""
        return self.looked_through()

    def inside(self, key: str | None, column: int) -> "Skrivestad":
        """Where what is in it is to stand, when its keys or dashes stand at a column."""
        return replace(
            self,
            column=column,
            used=column + (len(key) if key is not None else 0) + 2,
            felt=self.felt.step(key if key is not None else 0) if self.felt else None,
            in_list=key is None,
            is_mark=key in MERKESLAG,
            width=LINJEBREIDD,
            indent=None,
        )

    @property
    def text_column(self) -> int:
        """Columns before a text on lines of its own."""
        if self.indent is not None:
            return self.indent
        return self.column + (2 if self.in_list else self.skikk.step)

    @property
    def way(self) -> str | None:
        """How the author begins such a value elsewhere; None where there is none.

        A text in one form begins as the text does where it is in no form.
        """
        if self.is_mark:
            return "["
        path = self.felt.path if self.felt else ()
        ways = self.skikk.ways
        return ways.get(path, ways.get(path[:-1]) if path[-1:] in _FORMER else None)


def same(text: str | None) -> str | None:
    """A text without the line feeds after it, which say nothing to the model."""
    return text and (text.rstrip("\n") or text)


def plain(node: Node) -> Data:
    """What a node says, marks and all."""
    match node:
        case Scalar():
            return same(node.text)
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(value) for name, (_, value) in node.entries.items()}


def write(value: Data, stad: Skrivestad, before: str | None = None) -> Nedskrift:
    """A value as it is to be written at a place.

    `before` is how the text that it takes the place of begins: a quote, `|` or `>` with what
    belongs to it, or nothing for a text without quotes.
    """
    if value is None:
        return Nedskrift("")
    if isinstance(value, str):
        return _text(value, stad, before)
    if stad.in_brackets or not value:
        return Nedskrift(_in_brackets(value, stad))
    is_row = stad.felt is not None and _is_row(value)
    if (stad.way or "")[:1] in ("{", "[") or (is_row and stad.way is None):
        on_one_line = _in_brackets(value, replace(stad, in_brackets=True))
        if is_row or stad.used + len(on_one_line) <= stad.width:
            return Nedskrift(on_one_line)
    column = stad.column + _further_in(value, stad)
    lines = _lines(value, stad, column)
    return Nedskrift(lines[0].lstrip(), lines[1:]) if stad.in_list else Nedskrift("", lines)


def _is_row(value: Data) -> bool:
    """Whether a group is sums and no more, as in a row of a table, and stands on a line.

    `{tiltaksmidlar: 580 000, kommune: 0}`
    """
    sums = value.values() if isinstance(value, dict) else ()
    return bool(sums) and all(isinstance(part, str) and _SUM.fullmatch(part) for part in sums)


def write_key(key: str) -> str:
    """A key, in quotes where it must be."""
    read, _ = compose(cleaned(f"{key}: x\n")[0])
    is_plain = isinstance(read, Mapping) and read.entries.keys() == {key}
    return key if is_plain else _double_quoted(key)


def entry(key: str | None, value: Data, stad: Skrivestad) -> tuple[str, ...]:
    """The lines of a key with its value, or of an item of a list; `stad` is that of the value."""
    label = "-" if key is None else f"{write_key(key)}:"
    skrift = write(value, stad)
    return (" " * stad.column + f"{label} {skrift.head}".rstrip(" "), *skrift.tail)


def entry_in_brackets(key: str | None, value: Data, stad: Skrivestad) -> str:
    """The same where all stands on one line, in brackets."""
    head = write(value, replace(stad, in_brackets=True)).head
    # A colon right before a bracket or a comma is not read as one.
    return head if key is None else f"{write_key(key)}: {head}"


def _further_in(value: Data, stad: Skrivestad) -> int:
    if stad.in_list:
        return 2
    return stad.skikk.dash if isinstance(value, list) else stad.skikk.step


def _parts(value: Data) -> Iterator[tuple[str | None, Data]]:
    """The keys of a group with their values; the items of a list, each without a key."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((None, item) for item in value)


def _lines(value: Data, stad: Skrivestad, column: int) -> tuple[str, ...]:
    return tuple(
        line for key, part in _parts(value) for line in entry(key, part, stad.inside(key, column))
    )


def _in_brackets(value: Data, stad: Skrivestad) -> str:
    parts = ", ".join(
        entry_in_brackets(key, part, stad.inside(key, stad.column)) for key, part in _parts(value)
    )
    return f"{{{parts}}}" if isinstance(value, dict) else f"[{parts}]"


def _text(text: str, stad: Skrivestad, before: str | None) -> Nedskrift:
    """A text in the first of the ways to write it in which it is read as what it is."""
    for way in _ways(text, stad, before):
        skrift = _in_way(way, text, stad)
        if _is_read(skrift, text, stad):
            return skrift
    return Nedskrift(_double_quoted(text))


def _ways(text: str, stad: Skrivestad, before: str | None) -> Iterator[str]:
    """The ways to write a text, the likest to the author's first; none is without quotes."""
    is_many_lines = "\n" in text
    if not stad.in_brackets:
        block = (stad.way or "") if before is None else before
        if block[:1] in ("|", ">"):
            yield f"|{block[1:]}" if is_many_lines else block
        if is_many_lines or stad.used + len(text) > stad.width:
            yield "|"
    if not is_many_lines:
        if before in ('"', "'"):
            yield before
        if not (_is_words(stad) and text.lower() in _READ_ELSEWHERE):
            yield ""
        yield from "'\"" if '"' in text or "\\" in text else "\"'"


def _is_words(stad: Skrivestad) -> bool:
    return stad.felt is not None and (stad.felt.is_text or stad.felt.is_prose)


def _in_way(way: str, text: str, stad: Skrivestad) -> Nedskrift:
    match way[:1]:
        case "|":
            lines = text.split("\n")
        case ">":
            width = max(20, stad.width - stad.text_column)
            lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        case '"':
            return Nedskrift(_double_quoted(text))
        case "'":
            return Nedskrift("'" + text.replace("'", "''") + "'")
        case _:
            return Nedskrift(text)
    indent = " " * stad.text_column
    return Nedskrift(way, tuple(indent + line if line else "" for line in lines))


def _is_read(skrift: Nedskrift, text: str, stad: Skrivestad) -> bool:
    """Whether a text so written is read as what it is, alone in its place."""
    if stad.in_brackets:
        written = f"[{skrift.head}]" if stad.in_list else f"{{k: {skrift.head}}}"
    else:
        label = "-" if stad.in_list else "k:"
        written = "\n".join((f"{' ' * stad.column}{label} {skrift.head}", *skrift.tail))
    read, faults = compose(cleaned(f"{written}\n")[0])
    wanted: Data = [text] if stad.in_list else {"k": text}
    return read is not None and not faults and plain(read) == wanted


def _double_quoted(text: str) -> str:
    return re.sub(r"[^\x00-\x7f]", _escaped, json.dumps(text, ensure_ascii=False))


def _escaped(sign: re.Match[str]) -> str:
    """A sign as it is, or by its number where the reader would take it away."""
    code = ord(sign[0])
    if without_unseen(sign[0])[0] == sign[0]:
        return sign[0]
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
