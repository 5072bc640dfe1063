"""What the styles of a docx file say of the paragraphs that have them.

Word stores a style under an id in the language of its menus («Overskrift1», «Tittel»), but the
names of its own styles always in English.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.les import docx_facts as facts
from bygdeplan.les.innhald import Hindra, Språkval
from bygdeplan.les.names import DOCX
from bygdeplan.les.skriftval import Skriftval, hindered

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level of what is no heading; the others count from 0."""
_NO_LANGUAGE = ("x-none", "zxx")
"""What Word writes for text that is not to be spell checked."""


class DocxStyles:
    """The styles of a file."""

    def __init__(self, part: str, styles: _Element | None) -> None:
        self._part = part
        # A file without styles has neither headings nor a language.
        root = DOCX.new("w:styles") if styles is None else styles
        default = DOCX.find(root, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
        self._default_language = DOCX.get(default, "w:val")
        self._by_id = {
            DOCX.get(style, "w:styleId") or "": style for style in DOCX.all(root, "w:style")
        }
        self._known: dict[str, Skriftval] = {}
        self._default = next(
            (id_ for id_, style in self._by_id.items() if _is_default_paragraph(style)), ""
        )

    def nivå(self, paragraph: _Element) -> int:
        """The level of a heading; 0 for other paragraphs."""
        for element in (paragraph, *self._chain(paragraph)):
            level = DOCX.get(DOCX.find(element, "w:pPr/w:outlineLvl"), "w:val")
            if level is not None and level.isdecimal():
                return int(level) + 1 if int(level) < _BODY_TEXT else 0
            if built_in := _HEADING.fullmatch(_name(element)):
                return int(built_in[1])
        return 0

    def er_tittelstil(self, paragraph: _Element) -> bool:
        """Whether a paragraph has the style Title or one made from it."""
        return any(_name(style).casefold() == "title" for style in self._chain(paragraph))

    def liste(self, paragraph: _Element) -> tuple[str, int] | None:
        """The number of the list a paragraph is an item of, and its level there, from 0."""
        for element in (paragraph, *self._chain(paragraph)):
            number = DOCX.get(DOCX.find(element, "w:pPr/w:numPr/w:numId"), "w:val")
            if number is not None:
                level = DOCX.get(DOCX.find(element, "w:pPr/w:numPr/w:ilvl"), "w:val") or ""
                return None if number == "0" else (number, int(level) if level.isdecimal() else 0)
        return None

    def hindra(self, paragraph: _Element) -> tuple[Hindra, ...]:
        """What of a paragraph stands in the file and cannot be read as it stands."""
        around = self._around(paragraph)
        return hindered(
            (facts.skrift(run).within(self._named_by(run)).within(around), text)
            for run, text in facts.runs(paragraph)
        )

    def _around(self, paragraph: _Element) -> Skriftval:
        """How a paragraph sets its text when its runs say nothing."""
        behind = Skriftval(bakgrunn=facts.fill(DOCX.find(paragraph, "w:pPr")))
        style = DOCX.get(DOCX.find(paragraph, "w:pPr/w:pStyle"), "w:val") or self._default
        cell = next(paragraph.iterancestors(DOCX("w:tc")), None)
        row = None if cell is None else cell.getparent()
        if cell is None or row is None:
            return behind.within(self._skrift(style))
        around = Skriftval(
            gøymd=True if facts.is_hidden(row) else None,
            bakgrunn=facts.fill(DOCX.find(cell, "w:tcPr")),
        )
        return behind.within(self._skrift(style)).within(around)

    def _named_by(self, run: _Element) -> Skriftval:
        return self._skrift(DOCX.get(DOCX.find(run, "w:rPr/w:rStyle"), "w:val") or "")

    def _skrift(self, style: str) -> Skriftval:
        """How a style, with those it is based on, sets text."""
        if style not in self._known:
            said = Skriftval()
            for each in self._based_on(style):
                behind = Skriftval(bakgrunn=facts.fill(DOCX.find(each, "w:pPr")))
                said = said.within(facts.skrift(each)).within(behind)
            self._known[style] = said
        return self._known[style]

    def språkval(self) -> Iterator[Språkval]:
        """The language of all text, and of each style that has its own."""
        yield Språkval((self._part, "docDefaults"), "Standardstilen", self._default_language)
        for id_, style in self._by_id.items():
            language = DOCX.get(DOCX.find(style, "w:rPr/w:lang"), "w:val")
            if language and language not in _NO_LANGUAGE:
                yield Språkval((self._part, "stil", id_), f"Stilen «{_name(style)}»", language)

    def _chain(self, paragraph: _Element) -> Iterator[_Element]:
        """The style of a paragraph, and those it is based on."""
        yield from self._based_on(
            DOCX.get(DOCX.find(paragraph, "w:pPr/w:pStyle"), "w:val") or self._default
        )

    def _based_on(self, id_: str) -> Iterator[_Element]:
        """A style by its id, and those it is based on."""
        seen: set[str] = set()
        while id_ in self._by_id and id_ not in seen:
            seen.add(id_)
            style = self._by_id[id_]
            yield style
            id_ = DOCX.get(DOCX.find(style, "w:basedOn"), "w:val") or ""


def _name(style: _Element) -> str:
    return DOCX.get(DOCX.find(style, "w:name"), "w:val") or ""


def _is_default_paragraph(style: _Element) -> bool:
    kind, default = DOCX.get(style, "w:type"), DOCX.get(style, "w:default")
    return kind == "paragraph" and default in ("1", "true", "on")
