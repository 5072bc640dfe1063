"""What the styles of an odt file say of the paragraphs that have them."""

from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.les.innhald import Språkval
from bygdeplan.les.names import ODT

_FAMILIES = {"paragraph": "avsnitt", "graphic": "bilete", "table": "tabellar", "text": "teikn"}
_NO_LANGUAGE = (None, "none", "zxx")


class OdtStyles:
    """The styles that one part of a file knows: the common ones, and its own automatic ones."""

    def __init__(self, styles: _Element, part: _Element) -> None:
        self._styles = styles
        self._common = _by_name(ODT.all(styles, "office:styles/style:style"))
        self._automatic = _by_name(ODT.all(part, "office:automatic-styles/style:style"))

    def er_tittelstil(self, paragraph: _Element) -> bool:
        """Whether a paragraph has the style Title or one made from it."""
        name, seen = ODT.get(paragraph, "text:style-name"), set[str]()
        while name and name not in seen:
            if name == "Title":
                return True
            seen.add(name)
            key = ("paragraph", name)
            style = self._automatic.get(key, self._common.get(key))
            name = ODT.get(style, "style:parent-style-name")
        return False

    def er_overstroke(self, paragraph: _Element) -> bool:
        """Whether a paragraph or a piece of its text is struck through or hidden by its style."""
        styled = [("paragraph", paragraph)]
        styled += [("text", piece) for piece in paragraph.iter(ODT("text:span"))]
        for family, element in styled:
            key = family, ODT.get(element, "text:style-name") or ""
            style = self._automatic.get(key, self._common.get(key))
            if style is None:
                continue
            properties = ODT.find(style, "style:text-properties")
            if ODT.get(properties, "style:text-line-through-style") not in (None, "none"):
                return True
            if ODT.get(properties, "text:display") == "none":
                return True
        return False

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
