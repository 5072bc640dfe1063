"""A long text without the breaks of lines that say nothing, as it is shown; and with them again.

In a plan file a paragraph is broken into lines that fit an editor. In a field it fits by itself,
and a break in the midst of a sentence is in the way of who rewrites it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from bygdeplan.documents.prose import render_prose

_POINT = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s+")
_KEPT = ("  ", "\\")
"""What a line ends in when its break is one in the documents too."""
_WIDTH = 88
"""Signs in a line, where the text has no lines of its own to go by."""


def without_breaks(text: str) -> str:
    """A text in the dialect of plans, with each paragraph and each point on one line."""
    flowing = "\n".join(map(_joined, _paragraphs(text)))
    return flowing if flowing == text or _is_same(flowing, text) else text


def with_breaks(text: str, before: str | None) -> str:
    """A text as it is to stand in the file, in the place of another, or of none.

    What is as before has the lines that it had; what is new, lines as long as those there were. A
    text that was written on long lines goes on so.
    """
    old = {_joined(lines): lines for lines in _paragraphs(before or "")}
    is_broken = any(len(lines) > 1 for lines in old.values())
    if before and not is_broken:
        return text
    longest = max((len(line) for lines in old.values() for line in lines), default=0)
    width = max(longest, _WIDTH // 2) if is_broken else _WIDTH
    broken = "\n".join("\n".join(_lines(each, old, width)) for each in text.split("\n"))
    return broken if _is_same(broken, text) else text


def _lines(line: str, old: Mapping[str, Sequence[str]], width: int) -> Sequence[str]:
    if line in old:
        return old[line]
    if len(line) <= width:
        return [line]
    return wrap(
        line, width, subsequent_indent=_indent(line), break_long_words=False, break_on_hyphens=False
    )


def _indent(line: str) -> str:
    point = _POINT.match(line)
    return " " * point.end() if point else ""


def _paragraphs(text: str) -> Iterator[list[str]]:
    """The lines that belong together."""
    lines: list[str] = []
    for line in text.split("\n"):
        goes_on = lines and lines[-1].strip() and line.strip() and not _POINT.match(line)
        if goes_on and not lines[-1].endswith(_KEPT):
            lines.append(line)
        else:
            if lines:
                yield lines
            lines = [line]
    if lines:
        yield lines


def _joined(lines: Sequence[str]) -> str:
    first, *rest = lines
    return " ".join([first.rstrip() if rest else first, *(each.strip() for each in rest)])


def _is_same(one: str, other: str) -> bool:
    """Whether two texts are the same in the documents, but for where their lines end."""
    return " ".join((render_prose(one) or "").split()) == " ".join(
        (render_prose(other) or "").split()
    )
