"""Headings of a page: a place for links to lead to, and a list of contents made from them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

_HEADING = re.compile(r"<h(?P<nivå>[23])(?P<attributes>[^>]*)>(?P<text>.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')
_UNLISTED = re.compile(r'\bclass="[^"]*\bunlisted\b')
_TAG = re.compile(r"<[^>]+>")
# The end of what is to hold the list.
_END_OF_CONTENTS = "</div></nav>"
_PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
# Word takes no longer name for a place.
_LONGEST_ID = 40


@dataclass(frozen=True)
class Overskrift:
    """A heading: its level, its text and the id that links to it use."""

    nivå: int
    tekst: str
    id: str


def link_headings(page: str) -> str:
    """The page with an id on every heading of level 2 and 3, and its list of contents filled in.

    A page without a place for the list, `<nav class="innhaldsliste">`, gets the ids alone.
    """
    headings: list[Overskrift] = []
    used = set(_ID.findall(page))

    def with_id(found: re.Match[str]) -> str:
        if _UNLISTED.search(found["attributes"]):
            return found[0]
        heading = _read(found, used)
        headings.append(heading)
        if _ID.search(found["attributes"]):
            return found[0]
        return found[0].replace(f"<h{heading.nivå}", f'<h{heading.nivå} id="{heading.id}"', 1)

    linked = _HEADING.sub(with_id, page)
    return linked.replace(_END_OF_CONTENTS, "\n".join([*_contents(headings), _END_OF_CONTENTS]), 1)


def _read(found: re.Match[str], used: set[str]) -> Overskrift:
    text = " ".join(unescape(_TAG.sub(" ", found["text"])).split())
    own = _ID.search(found["attributes"])
    id_ = own[1] if own else _unused(_id_of(text), used)
    used.add(id_)
    return Overskrift(int(found["nivå"]), text, id_)


def _id_of(text: str) -> str:
    """«Delmål 1: Fleire bustader» → `delmal-1-fleire-bustader`, cut between words."""
    words = re.findall(r"[a-z0-9]+", text.lower().translate(_PLAIN_LETTERS))
    id_ = "-".join(words) or "del"
    return id_ if len(id_) <= _LONGEST_ID else id_[:_LONGEST_ID].rpartition("-")[0]


def _unused(id_: str, used: set[str]) -> str:
    """The id, or the id with the first number that makes it one of its own: `rekneskap-2`."""
    number, unused = 1, id_
    while unused in used:
        number += 1
        unused = f"{id_[: _LONGEST_ID - 4]}-{number}"
    return unused


def _contents(headings: list[Overskrift]) -> Iterator[str]:
    """The lines of a list within a list."""
    yield "<ul>"
    for i, heading in enumerate(headings):
        following = headings[i + 1].nivå if i + 1 < len(headings) else 2
        yield f'<li><a href="#{heading.id}">{escape(heading.tekst)}</a>' + (
            "<ul>" if heading.nivå == 2 and following == 3 else "</li>"
        )
        if heading.nivå == 3 and following == 2:
            yield "</ul></li>"
    yield "</ul>"
