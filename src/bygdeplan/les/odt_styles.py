"""What the styles of an odt file say of the paragraphs that have them."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.les.innhald import Språkval
from bygdeplan.les.names import ODT
from bygdeplan.les.skriftval import PLAIN, Skriftval

_FAMILIES = {"paragraph": "avsnitt", "graphic": "bilete", "table": "tabellar", "text": "teikn"}
_POINTS = re.compile(r"(\d{1,4}(?:\.\d{1,9})?)pt")
_AUTOMATIC = "auto"
_NO_LANGUAGE = (None, "none", "zxx")


class OdtStyles:
    """The styles that one part of a file knows: the common ones, and its own automatic ones."""

    def __init__(self, styles: _Element, part: _Element) -> None:
        self._styles = styles
        self._common = _by_name(ODT.all(styles, "office:styles/style:style"))
        self._automatic = _by_name(ODT.all(part, "office:automatic-styles/style:style"))
        self._known: dict[tuple[str, str], Skriftval] = {}

    def er_tittelstil(self, paragraph: _Element) -> bool:
        """Whether a paragraph has the style Title or one made from it."""
        return "Title" in (name for name, _ in self._chain(paragraph, "paragraph"))

    def skrift(
        self, element: _Element, family: str, attribute: str = "text:style-name"
    ) -> Skriftval:
        """How the style of a paragraph, a piece of text or a cell sets text."""
        said = PLAIN
        for name, style in self._chain(element, family, attribute):
            key = family, name
            if key not in self._known:
                self._known[key] = _skrift(style)
            said = said.within(self._known[key])
        return said

    def er_gøymd(self, section: _Element) -> bool:
        """Whether a section of the text is not shown."""
        return ODT.get(section, "text:display") not in (None, "true")

    def kutt(self, frame: _Element) -> str:
        """How much is cut off the sides of a picture; empty for nothing."""
        properties = [
            ODT.find(style, "style:graphic-properties")
            for _, style in self._chain(frame, "graphic", "draw:style-name")
        ]
        said = next(filter(None, (ODT.get(each, "fo:clip") for each in properties)), "")
        return said if re.search("[1-9]", said) else ""

    def _chain(
        self, element: _Element, family: str, attribute: str = "text:style-name"
    ) -> Iterator[tuple[str, _Element]]:
        """The style of an element, and those it is made from, each with its name."""
        name, seen = ODT.get(element, attribute), set[str]()
        while name and name not in seen:
            seen.add(name)
            style = self._automatic.get((family, name), self._common.get((family, name)))
            if style is None:
                return
            yield name, style
            name = ODT.get(style, "style:parent-style-name")

    def språk(self, element: _Element, family: str) -> str | None:
        """The language that someone gave a paragraph or a piece of text by hand."""
        name = ODT.get(element, "text:style-name") or ""
        style = self._automatic.get((family, name))
        return None if style is None else _language(style)

    def språkval(self, part: str) -> Iterator[Språkval]:
        """The language of all text, and of each common style that has its own."""
        for style in ODT.all(self._styles, "office:styles/style:default-style"):
            family, language = ODT.get(style, "style:family") or "", _language(style)
            if family == "paragraph" or language:
                kvar = f"Standardstilen for {_FAMILIES.get(family, family)}"
                yield Språkval((part, "default-style", family), kvar, language)
        for (_, name), style in self._common.items():
            if language := _language(style):
                shown = ODT.get(style, "style:display-name") or name
                yield Språkval((part, "stil", name), f"Stilen «{shown}»", language)


def _skrift(style: _Element) -> Skriftval:
    """What one style says of how text is set."""
    text, around = (ODT.find(style, f"style:{each}-properties") for each in ("text", "paragraph"))
    cell = ODT.find(style, "style:table-cell-properties")
    line = ODT.get(text, "style:text-line-through-style")
    hidden = ODT.get(text, "text:display")
    size = _POINTS.fullmatch(ODT.get(text, "fo:font-size") or "")
    behind = (ODT.get(each, "fo:background-color") for each in (text, around, cell))
    return Skriftval(
        stroken=None if line is None else line != "none",
        gøymd=None if hidden is None else hidden == "none",
        farge=_AUTOMATIC if _chosen(text) else ODT.get(text, "fo:color"),
        bakgrunn=next((each for each in behind if each and each != "transparent"), None),
        storleik=float(size[1]) if size else None,
        snitt=ODT.get(text, "style:font-name") or ODT.get(text, "fo:font-family"),
    )


def _chosen(text: _Element | None) -> bool:
    """Whether the program chooses a colour that is seen."""
    return ODT.get(text, "style:use-window-font-color") == "true"


def _by_name(styles: list[_Element]) -> dict[tuple[str, str], _Element]:
    """Styles by family and name: each family has its names to itself."""
    return {
        (ODT.get(style, "style:family") or "", ODT.get(style, "style:name") or ""): style
        for style in styles
    }


def _language(style: _Element) -> str | None:
    """The language a style sets itself, as a language tag; None for no language at all."""
    properties = ODT.find(style, "style:text-properties")
    language, country = ODT.get(properties, "fo:language"), ODT.get(properties, "fo:country")
    if language in _NO_LANGUAGE:
        return None
    return str(language) if country in _NO_LANGUAGE else f"{language}-{country}"
