"""A document as pandoc read it, ready to be written in any format."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from bygdeplan.convert import syntax
from bygdeplan.convert.fidelity import check_links, check_pictures, check_text
from bygdeplan.convert.look import ConversionError
from bygdeplan.convert.page import prepare
from bygdeplan.convert.page_reader import ReadPage
from bygdeplan.convert.pictures import Drawings, take_drawings

_LANGUAGE = re.compile("[a-z]{2}-[A-Z]{2}")
# What of a page's `meta` elements tells where a file comes from, and what files call it.
_PROVENANCE = {
    "kommune": "Kommune",
    "planår": "Planår",
    "revisjon": "Revisjon",
    "kontrollsum": "Kontrollsum",
    "andre-språk": "Språk i teksten",
    "generator": "bygdeplan",
}


Change = Literal["ins", "del"]
"""The names of HTML and of Word alike."""

_CLASSES: dict[str, str] = {"ins": "insertion", "del": "deletion"}
_MARK = re.compile("<(?P<end>/?)(?P<mark>ins|del)(?: [^>]*)?>")


def as_spans(page: str) -> str:
    """The page with `ins` and `del` as pandoc knows tracked changes.

    As they are, it reads them as words underlined and struck out.
    """
    return _MARK.sub(
        lambda found: "</span>" if found["end"] else f'<span class="{_CLASSES[found["mark"]]}">',
        page,
    )


def change_of(classes: list[str]) -> Change | None:
    """What has become of something with these classes."""
    return next((mark for mark in ("ins", "del") if _CLASSES[mark] in classes), None)


@dataclass(frozen=True)
class Properties:
    """What a file says of itself beside its content."""

    title: str
    author: str
    date: date
    language: str
    """A language tag with its country: `nn-NO`."""
    said: dict[str, str] = field(default_factory=dict)
    """What else the page says of itself, by the names of its `meta` elements."""

    @property
    def has_page_lines(self) -> bool:
        """Whether every page has its line at head and foot; a page can say that it has none."""
        return self.said.get("sidelinjer") != "ingen"

    @property
    def provenance(self) -> dict[str, str]:
        """Where the file comes from: kommune, plan year, revision, digest of the view, version."""
        return {
            shown: self.said[name].removeprefix(f"{shown} ")
            for name, shown in _PROVENANCE.items()
            if name in self.said
        }

    @property
    def timestamp(self) -> datetime:
        """Midnight, universal time, of the document's own date: never now."""
        return datetime.combine(self.date, time(), UTC)


@dataclass(frozen=True)
class Document:
    """What a document says of itself, and its content in pandoc's JSON."""

    properties: Properties
    json: bytes
    """Made ready for any writer."""
    tables: tuple[syntax.Table, ...]
    headings: tuple[syntax.Heading, ...]
    pictures: tuple[str, ...]
    """The alternative texts of the pictures."""
    changes_of_pictures: tuple[Change | None, ...] = ()
    """Which of the pictures are put in or taken out."""
    drawings: Drawings = field(default_factory=dict)
    """What stands in for drawings, in its content."""


def read_document(page: str, read: ReadPage) -> Document:
    """The document that is read of a page; what is read is used up.

    Raises:
        ConversionError: Something the page must say of itself is missing, not all of its text was
            read, a link within it leads nowhere, or a picture has no alternative text.
    """
    blocks = prepare(read.blocks)
    nodes = list(syntax.nodes(blocks))
    check_text(page, nodes)
    check_links(nodes)
    check_pictures(nodes)
    pictures = syntax.images(nodes)
    drawings = take_drawings(pictures)
    properties = _properties(read.said)
    return Document(
        properties,
        _in_json(blocks, properties.language),
        tables=tuple(syntax.tables(blocks)),
        headings=tuple(syntax.headings(blocks)),
        pictures=tuple(map(syntax.alternative_text, pictures)),
        changes_of_pictures=tuple(change_of(syntax.classes(image)) for image in pictures),
        drawings=drawings,
    )


_VERSION = [1, 23, 1]
"""Of pandoc's tree; pandoc refuses one that it does not know."""


def _in_json(blocks: syntax.Blocks, language: str) -> bytes:
    """The tree without its title, which pandoc would print above the page's own heading."""
    meta = {"lang": syntax.node("MetaString", language)}
    return _dumped({"pandoc-api-version": _VERSION, "meta": meta, "blocks": blocks})


def _dumped(tree: dict[str, Any]) -> bytes:
    """A tree as JSON, as short as can be."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def edited(
    document: Document, edit: Callable[[list[syntax.TreeNode]], list[syntax.TreeNode]]
) -> bytes:
    """The content of a document with its blocks changed, in pandoc's JSON."""
    tree = json.loads(document.json)
    return _dumped(tree | {"blocks": edit(tree["blocks"])})


def _properties(said: dict[str, str]) -> Properties:
    for name in ("title", "author", "date", "lang"):
        if not said.get(name):
            raise ConversionError(
                f"Malen seier ikkje «{name}» øvst på sida; "
                "sjå korleis <html>, <title> og <meta> står i malen som følgjer med."
            )
    language = said["lang"]
    if not _LANGUAGE.fullmatch(language):
        raise ConversionError(f"«{language}» i <html lang> er ikkje språk og land; skriv nn-NO.")
    return Properties(said["title"], said["author"], _date(said["date"]), language, said)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConversionError(
            f'«{text}» i <meta name="date"> er ingen dato; skriv han som 2031-01-31.'
        ) from None


_PLACE = re.compile(r"\{(\w+)\}")


def fill_in(text: str, properties: Properties) -> str:
    """Text of a header or footer with what the page says of itself in place of `{avsendar}`.

    The names are those of the page's `meta` elements, and `title`; what the page does not say is
    left out.
    """
    return _PLACE.sub(lambda place: properties.said.get(place[1], ""), text)
