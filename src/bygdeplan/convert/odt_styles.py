"""The automatic styles of an odt file: what one paragraph or cell has that its style does not."""

from collections.abc import Mapping
from copy import deepcopy

from lxml.etree import _Element

from bygdeplan.convert.opendocument import find, find_all, get, new, put

_PARENT, _NAME = "style:parent-style-name", "style:name"


class AutomaticStyles:
    """The automatic styles of a content.xml, to look up and to add to."""

    def __init__(self, content: _Element) -> None:
        self._content = content
        self._automatic = find(content, "office:automatic-styles")
        self._named = {
            get(style, _NAME): style for style in find_all(self._automatic, "style:style")
        }
        self._made: dict[tuple[object, ...], str] = {}

    def common(self, style: str) -> str:
        """The style of its own name that an automatic style is made from, or itself."""
        while style in self._named:
            style = get(self._named[style], _PARENT)
        return style

    def is_to_the_right(self, style: str) -> bool:
        """Whether an automatic style sets its paragraphs to the right."""
        found = self._named.get(style)
        sides = [] if found is None else find_all(found, "style:paragraph-properties")
        return any(get(side, "fo:text-align") == "end" for side in sides)

    def paragraph(
        self,
        parent: str,
        look: Mapping[str, str],
        *,
        letters: Mapping[str, str] | None = None,
        page: str = "",
    ) -> str:
        """The name of a style like another, but for some properties or for the page it begins."""
        said = {"style:master-page-name": page} if page else {}
        return self._make("paragraph", said | {_PARENT: parent}, look, letters or {})

    def more(self, style: str, look: Mapping[str, str]) -> str:
        """The name of a style of paragraphs like another of either kind, with properties more."""
        if style not in self._named:
            return self.paragraph(style, look)
        key = ("more", style, *look.items())
        if key not in self._made:
            name = self._made[key] = f"bp{len(self._made) + 1}"
            made = self._named[name] = deepcopy(self._named[style])
            put(made, {_NAME: name})
            properties = find_all(made, "style:paragraph-properties")
            if not properties:
                properties = [new("style:paragraph-properties", {})]
                made.insert(0, properties[0])
            put(properties[0], look)
            self._automatic.append(made)
        return self._made[key]

    def cell(self, look: Mapping[str, str]) -> str:
        """The name of a style of cells with some properties."""
        return self._make("table-cell", {}, look)

    def picture(self, look: Mapping[str, str]) -> str:
        """The name of a style of pictures with some properties."""
        return self._make("graphic", {}, look)

    def put_on_table(self, style: str, look: Mapping[str, str]) -> None:
        """Set properties of the style of one table."""
        put(find(self._named[style], "style:table-properties"), look)

    def put_page_on_table(self, style: str, page: str) -> None:
        """Have one table begin a page."""
        put(self._named[style], {"style:master-page-name": page})

    def inherit_from_common(self) -> None:
        """Mend a chain of automatic styles, which pandoc writes and OpenDocument does not have."""
        for style in self._named.values():
            if get(style, _PARENT):
                put(style, {_PARENT: self.common(get(style, _PARENT))})

    def drop_unused(self) -> None:
        """Take out what nothing in the text is styled with."""
        body = find(self._content, "office:body")
        used = {
            value
            for element in body.iter()
            for key, value in element.attrib.items()
            if str(key).endswith("style-name")
        }
        for style in list(self._automatic):
            if get(style, _NAME) not in used:
                self._automatic.remove(style)

    def _make(
        self,
        family: str,
        said: Mapping[str, str],
        look: Mapping[str, str],
        letters: Mapping[str, str] | None = None,
    ) -> str:
        key = (family, *said.items(), *look.items(), *(letters or {}).items())
        if key not in self._made:
            name = self._made[key] = f"bp{len(self._made) + 1}"
            head = {_NAME: name, "style:family": family}
            properties = [new(f"style:{family}-properties", look)]
            if letters:
                properties.append(new("style:text-properties", letters))
            self._named[name] = new("style:style", {**head, **said}, *properties)
            self._automatic.append(self._named[name])
        return self._made[key]
