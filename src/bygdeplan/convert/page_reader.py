"""A page as pandoc reads it, without starting pandoc.

It reads what the templates that come along write. A page that holds anything else, or is not
well-formed, is left to pandoc.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import takewhile
from typing import Any

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from bygdeplan.convert.syntax import Blocks, TreeNode, attributes, joined, node


@dataclass(frozen=True)
class ReadPage:
    """What pandoc reads of a page."""

    said: dict[str, str]
    """What the page says of itself: its language, its title, its `meta` elements by name."""
    blocks: Blocks
    """Its `main` element, as one block."""


Reader = Callable[[_Element], Blocks]
"""Reads an element, as blocks or as what stands in a line."""


class _Unknown(Exception):  # no error: pandoc knows it
    """Something that is left to pandoc."""


def read_page(page: str) -> ReadPage | None:
    """The page as pandoc would read it; None when it holds something that is left to pandoc."""
    try:
        html = _tree(page)
        [head, body] = html
        [main] = body.iter("main")
        _check_places(main)
        identifier, classes, named = _attributes(main)
        around = [identifier, classes, [["role", "main"], *named]]
        return ReadPage(_said(html, head), [node("Div", [around, _blocks(main)])])
    except (_Unknown, XMLSyntaxError, ValueError):
        return None


# HTML that is XML too, but for its first line, for elements without an end, and for «&nbsp;».
_START = re.compile(r"\s*<!doctype html>\s*", re.IGNORECASE)
_NO_END = re.compile(r"""<((?:br|col|img|meta)\b(?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_NAMED_SIGN = re.compile("&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;")
_READ_OTHERWISE = re.compile(
    r"<[!?]"  # a comment and the like
    r"""|=\s*(?:"[^"<>]*[\n\t]|'[^'<>]*[\n\t])"""  # a value of several lines
    "|[\r\x80-\x9f]"
)


def _tree(page: str) -> _Element:
    start = _START.match(page)
    markup = page[start.end() :] if start else page
    if _READ_OTHERWISE.search(markup):
        raise _Unknown
    markup = _NAMED_SIGN.sub(lambda sign: unescape(sign[0]), _NO_END.sub(r"<\1/>", markup))
    return fromstring(markup, XMLParser(resolve_entities=False))


def _said(html: _Element, head: _Element) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, text in _named_texts(html, head):
        if name in said:
            raise _Unknown
        said[name] = _SPACES.sub(" ", text)
    return said


def _named_texts(html: _Element, head: _Element) -> Iterator[tuple[str, str]]:
    if language := html.get("lang"):
        yield "lang", language
    for element in head:
        match element.tag:
            case "title" if len(element) == 0:
                yield "title", (element.text or "").strip(_SPACE)
            case "meta":
                if name := element.get("name"):
                    yield name, element.get("content", "")
            case "style":
                pass
            case _:
                raise _Unknown


def _check_places(main: _Element) -> None:
    """Leave to pandoc what it makes of two elements with one id."""
    places = list(filter(None, (element.get("id") for element in main.iter())))
    if len(places) > len(set(places)):
        raise _Unknown


_NAMED = {"aria-label", "aria-labelledby", "lang", "role", "scope", "tabindex", "width", "height"}

_CLASSES_WITH_A_MEANING = {"line-block", "math", "mark", "smallcaps", "strikeout", "underline"}
"""Of a div or a span that pandoc reads as something else."""


def _attributes(element: _Element, *, handled: Iterable[str] = ()) -> list[Any]:
    """What an element says of itself, but for what is `handled` by who asks."""
    named = {
        name: value for name, value in element.items() if name not in ("id", "class", *handled)
    }
    if not named.keys() <= _NAMED or named.get("role", "region") != "region":
        raise _Unknown
    classes = element.get("class", "").split()
    if _CLASSES_WITH_A_MEANING.intersection(classes):
        raise _Unknown
    return attributes(element.get("id", ""), classes, named)


# --- what stands below each other ---


def _blocks(element: _Element) -> Blocks:
    """The blocks of an element; text between them becomes a block of its own."""
    blocks: Blocks = []
    words = _words(element.text)
    for child in element:
        if _is_inline(child):
            _meld(words, _inline(child))
        else:
            blocks += _plain(words) + _block(child)
            words = []
        _meld(words, _words(child.tail))
    return blocks + _plain(words)


def _plain(words: Blocks) -> Blocks:
    trimmed = _trimmed(words)
    return [node("Plain", trimmed)] if trimmed else []


def _block(element: _Element) -> Blocks:
    return _known(_BLOCKS, element)(element)


def _inline(element: _Element) -> Blocks:
    return _known(_INLINES, element)(element)


def _is_inline(element: _Element) -> bool:
    return element.tag in _INLINES


def _known(readers: Mapping[str, Reader], element: _Element) -> Reader:
    read = readers.get(str(element.tag))
    if read is None:
        raise _Unknown
    return read


def _paragraph(element: _Element) -> Blocks:
    _says_nothing(element)
    words = _trimmed(_inlines(element))
    return [node("Para", words)] if words else []


def _heading(element: _Element) -> Blocks:
    level, words = int(str(element.tag)[1:]), _trimmed(_inlines(element))
    return [node("Header", [level, _attributes(element), words])]


def _div(element: _Element) -> Blocks:
    return [node("Div", [_attributes(element), _blocks(element)])]


def _nav(element: _Element) -> Blocks:
    """What stands in it, and no text of its own."""
    return [block for child in _children(element) for block in _block(child)]


def _bullets(element: _Element) -> Blocks:
    _says_nothing(element)
    return [node("BulletList", _items(element))]


def _numbered(element: _Element) -> Blocks:
    start = element.get("start", "1")
    if not start.isdecimal():
        raise _Unknown
    _says_nothing(element, handled=["start"])
    style = [int(start), node("DefaultStyle"), node("DefaultDelim")]
    return [node("OrderedList", [style, _items(element)])]


def _items(element: _Element) -> list[Blocks]:
    items = _children(element, "li")
    for item in items:
        _says_nothing(item, handled=["value"])
    return [_in_list(_blocks(item)) for item in items]


_PARAGRAPH_LIKE = {"Para", "CodeBlock", "Header", "BlockQuote"}


def _in_list(blocks: Blocks) -> Blocks:
    """Text that stands beside paragraphs is one of them."""
    if any(block["t"] in _PARAGRAPH_LIKE for block in blocks):
        return [node("Para", b["c"]) if b["t"] == "Plain" else b for b in blocks]
    return blocks


def _facts(element: _Element) -> Blocks:
    _says_nothing(element)
    facts: list[list[Any]] = []
    for part in _parts_of_facts(element):
        _says_nothing(part)
        if part.tag == "dt":
            facts.append([_trimmed(_inlines(part)), []])
        elif facts:
            facts[-1][1].append(_in_list(_blocks(part)))
        else:
            raise _Unknown
    if not facts or not all(values for _, values in facts):
        raise _Unknown
    return [node("DefinitionList", facts)]


def _parts_of_facts(element: _Element) -> Iterator[_Element]:
    """Names, each with what it says right after it."""
    for child in _children(element, "dt", "dd", "div"):
        yield from _children(child, "dt", "dd") if child.tag == "div" else [child]


def _figure(element: _Element) -> Blocks:
    captions, rest = [], []
    for child in _children(element):
        if child.tag == "figcaption":
            captions += _blocks(child)
        else:
            rest += _plain(_inline(child)) if _is_inline(child) else _block(child)
    return [node("Figure", [_attributes(element), [None, captions], rest])]


# --- tables ---


def _table(element: _Element) -> Blocks:
    parts = {str(part.tag): part for part in _children(element)}
    if [*parts] not in _TABLES or len(parts) != len(element):
        raise _Unknown
    caption = _blocks(parts["caption"]) if "caption" in parts else []
    columns = [_column(column) for column in _children(parts["colgroup"], "col")]
    head, foot = (_rows(parts.get(name), len(columns)) for name in ("thead", "tfoot"))
    body = _body(parts["tbody"], len(columns))
    if not any([head[1], *body[2:], foot[1]]):
        raise _Unknown
    said = _attributes(element)
    return [node("Table", [said, [None, caption], columns, head, [body], foot])]


_TABLES = [
    [name for name in ("caption", "colgroup", "thead", "tbody", "tfoot") if name not in left_out]
    for left_out in ((), ("caption",), ("tfoot",), ("caption", "tfoot"))
]
"""The parts of a table, in their order."""
_WIDTH = re.compile(r"width: ?(\d+(?:\.\d+)?)%;?")


def _column(column: _Element) -> list[TreeNode]:
    width = _WIDTH.fullmatch(column.get("style", ""))
    if width is None or len(column.attrib) > 1:
        raise _Unknown
    return [node("AlignDefault"), node("ColWidth", float(width[1]) / 100)]


def _rows(part: _Element | None, columns: int) -> list[Any]:
    if part is None:
        return [attributes(), []]
    return [_attributes(part), [_row(row, columns) for row in _children(part, "tr")]]


def _body(part: _Element, columns: int) -> list[Any]:
    """First in it can stand rows of header cells alone, which are its own head."""
    rows = list(_children(part, "tr"))
    head = list(takewhile(lambda row: _cells_that_name(row) == len(row), rows))
    rest = rows[len(head) :]
    naming = {_width_of(row[: _cells_that_name(row)]) for row in rest}
    named_by = naming.pop() if len(naming) == 1 else 0
    read = ([_row(row, columns) for row in some] for some in (head, rest))
    return [_attributes(part), named_by, *read]


def _cells_that_name(row: _Element) -> int:
    return len(list(takewhile(lambda cell: cell.tag == "th", row)))


def _width_of(cells: Iterable[_Element]) -> int:
    return sum(_span(cell) for cell in cells)


def _span(cell: _Element) -> int:
    return int(cell.get("colspan", "1"))


def _row(row: _Element, columns: int) -> list[Any]:
    cells = _children(row, "td", "th")
    if _width_of(cells) != columns:
        raise _Unknown
    return [_attributes(row), [_cell(cell) for cell in cells]]


def _cell(cell: _Element) -> list[Any]:
    said = _attributes(cell, handled=["colspan"])
    return [said, node("AlignDefault"), 1, _span(cell), _blocks(cell)]


# --- what stands in a line ---

_SPACE = " \t\n"
_SPACES = re.compile(f"[{_SPACE}]+")


def _inlines(element: _Element) -> Blocks:
    words = _words(element.text)
    for child in element:
        _meld(words, _inline(child))
        _meld(words, _words(child.tail))
    return words


def _words(text: str | None) -> Blocks:
    return [node("Str", _SPACES.sub(" ", text))] if text else []


def _meld(words: Blocks, more: Blocks) -> None:
    """Put words after others; what is of one kind where they meet becomes one."""
    if words and more:
        words[-1:] = _melded(words[-1], more[0])
        more = more[1:]
    words += more


def _melded(last: TreeNode, first: TreeNode) -> Blocks:
    match last["t"], first["t"]:
        case "Str", "Str":
            after = first["c"].removeprefix(" ") if last["c"].endswith(" ") else first["c"]
            return [node("Str", last["c"] + after)]
        case ("Emph", "Emph") | ("Strong", "Strong"):
            return [node(last["t"], joined(last["c"] + first["c"]))]
        case "LineBreak", "Str":
            return [last, *_words(first["c"].removeprefix(" "))]
        case "Str", "LineBreak":
            return [*_words(last["c"].removesuffix(" ")), first]
        case _:
            return [last, first]


def _trimmed(words: Blocks) -> Blocks:
    """Words without white space at their ends; they are used up."""
    if words and words[0]["t"] == "Str":
        words[:1] = _words(words[0]["c"].removeprefix(" "))
    if words and words[-1]["t"] == "Str":
        words[-1:] = _words(words[-1]["c"].removesuffix(" "))
    return words


def _around(words: Blocks, wrap: Callable[[Blocks], TreeNode]) -> Blocks:
    """White space at the ends of words stands outside what is wrapped around them."""
    before = " " if words and words[0]["t"] == "Str" and words[0]["c"].startswith(" ") else ""
    after = " " if words and words[-1]["t"] == "Str" and words[-1]["c"].endswith(" ") else ""
    return [*_words(before), wrap(_trimmed(words)), *_words(after)]


def _wrapped(kind: str) -> Reader:
    def read(element: _Element) -> Blocks:
        _says_nothing(element)
        return _around(_inlines(element), lambda words: node(kind, words))

    return read


def _line_break(element: _Element) -> Blocks:
    _says_nothing(element)
    return [node("LineBreak")]


_SPELT_OTHERWISE = re.compile(r'[\s<>|"{}\[\]^`]')


def _link(element: _Element) -> Blocks:
    target = element.get("href")
    if target is None or _SPELT_OTHERWISE.search(target):
        raise _Unknown
    if element.find(".//a") is not None:
        raise _Unknown
    said = _attributes(element, handled=["href"])
    return _around(_inlines(element), lambda words: node("Link", [said, words, [target, ""]]))


def _span_of_words(element: _Element) -> Blocks:
    return [node("Span", [_attributes(element), _inlines(element)])]


def _image(element: _Element) -> Blocks:
    source = element.get("src", "")
    if _SPELT_OTHERWISE.search(source):
        raise _Unknown
    said = _attributes(element, handled=["src", "alt"])
    return [node("Image", [said, _words(element.get("alt")), [source, ""]])]


def _says_nothing(element: _Element, *, handled: Iterable[str] = ()) -> None:
    """Leave to pandoc an element that says something of itself that is read nowhere."""
    if not set(element.keys()) <= set(handled):
        raise _Unknown


def _children(element: _Element, *tags: str) -> list[_Element]:
    """The elements in an element, which are of these names when some are given, and no text."""
    texts = [element.text, *(child.tail for child in element)]
    if any(text and text.strip(_SPACE) for text in texts):
        raise _Unknown
    if tags and any(child.tag not in tags for child in element):
        raise _Unknown
    return list(element)


_BLOCKS: Mapping[str, Reader] = {
    "p": _paragraph,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "div": _div,
    "nav": _nav,
    "ul": _bullets,
    "ol": _numbered,
    "dl": _facts,
    "figure": _figure,
    "table": _table,
}
_INLINES: Mapping[str, Reader] = {
    "em": _wrapped("Emph"),
    "strong": _wrapped("Strong"),
    "br": _line_break,
    "a": _link,
    "span": _span_of_words,
    "img": _image,
}
