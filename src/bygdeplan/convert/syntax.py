"""pandoc's syntax tree in JSON: nodes `{"t": kind, "c": content}`, lists and text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

TreeNode = dict[str, Any]
"""A node of the tree."""
Blocks = list[TreeNode]
"""What stands below each other."""

_JOINED = {"Space", "SoftBreak"}
_SPACES = {"LineBreak", *_JOINED}
# Kinds whose content begins with an identifier; that of a heading begins with its level.
_WITH_ATTRIBUTES = {"CodeBlock", "Code", "Div", "Figure", "Image", "Link", "Span", "Table"}


RowKind = Literal["hovud", "gruppe", "sum", "vanleg"]
"""What a row of a table is: header, name of a group of rows, sums, or one like the others."""


@dataclass(frozen=True)
class Table:
    """What a table says of itself beside its cells."""

    caption: str
    has_row_headers: bool
    """Whether the first cell of each row names the row."""
    rows: tuple[RowKind, ...]
    sideways: bool
    """Whether it wants a page on its side."""
    dense: bool
    """Whether it has smaller type and less white space, to hold much on a page."""
    is_whole: bool
    """Whether it is to stand whole on one page."""


@dataclass(frozen=True)
class Heading:
    """What is asked of the page for a heading and what stands under it."""

    begins_page: bool
    is_kept_whole: bool
    """Whether all that stands under it, to the next heading, is to be on one page."""
    stays_with_next: bool
    """Whether that heading is to be there too."""


def text(part: Any) -> str:
    """The text to be read in a part of the tree, its parts following each other.

    The alternative text of a picture stands for it; nobody reads both.
    """
    return text_among(nodes(part))


def text_among(nodes: Iterable[TreeNode]) -> str:
    """The text of some nodes, without that of others within them; see `text`."""
    return "".join(map(_own_text, nodes))


def _own_text(node: TreeNode) -> str:
    kind = node["t"]
    if kind == "Str":
        return str(node["c"])
    if kind in _SPACES:
        return " "
    return str(node["c"][1]) if kind in ("Code", "CodeBlock") else ""


def tables(blocks: Any, around: frozenset[str] = frozenset()) -> Iterator[Table]:
    """All tables, in reading order; `around` are the classes of what they stand in."""
    match blocks:
        case {"t": "Table", "c": content}:
            yield _table(content, around)
        case {"t": "Div", "c": [[_, classes, _], inner]}:
            yield from tables(inner, around.union(classes))
        case {"c": inner}:
            yield from tables(inner, around)
        case list():
            for block in blocks:
                yield from tables(block, around)


def _table(content: list[Any], around: frozenset[str]) -> Table:
    (_, classes, _), (_, caption), _, (_, head), bodies, (_, foot) = content
    body = [row for _, _, first, rows in bodies for row in [*first, *rows]]
    kinds: list[RowKind] = ["hovud"] * len(head)
    kinds += [_kind(row) for row in [*body, *foot]]
    return Table(
        text(caption),
        has_row_headers=any(map(_has_header, body)),
        rows=tuple(kinds),
        sideways="liggjande" in around,
        dense="tett" in around,
        is_whole="samla" in classes,
    )


def _has_header(row: list[Any]) -> bool:
    [_, [[[_, _, attributes], *_], *_]] = row
    return ["scope", "row"] in attributes


def _kind(row: list[Any]) -> RowKind:
    [[_, classes, _], _] = row
    match classes:
        case ["gruppe", *_]:
            return "gruppe"
        case ["sum", *_]:
            return "sum"
        case _:
            return "vanleg"


def headings(blocks: Any, around: frozenset[str] = frozenset()) -> Iterator[Heading]:
    """All headings, in reading order; `around` are the classes of what they stand in."""
    match blocks:
        case {"t": "Header"}:
            yield Heading("ny-side" in around, "kort" in around, stays_with_next=False)
        case {"t": "Div", "c": [[_, classes, _], inner]}:
            within = [*headings(inner, around.union(classes))]
            stays = "kort" in classes
            yield from (replace(heading, stays_with_next=stays) for heading in within[:-1])
            yield from within[-1:]
        case {"t": "Table" | "Figure" | "Para" | "Plain"}:
            return
        case {"c": inner}:
            yield from headings(inner, around)
        case list():
            for block in blocks:
                yield from headings(block, around)


def images(nodes: Iterable[TreeNode]) -> list[TreeNode]:
    """The pictures among some nodes."""
    return [node for node in nodes if node["t"] == "Image"]


def classes(image: dict[str, Any]) -> list[str]:
    """The classes of a picture."""
    [_, said, _], _, _ = image["c"]
    return list(said)


def alternative_text(image: dict[str, Any]) -> str:
    """What is read aloud in place of a picture."""
    _, words, _ = image["c"]
    return text(words)


def identifiers(nodes: Iterable[TreeNode]) -> Iterator[str]:
    """The places among some nodes that a link can lead to."""
    for node in nodes:
        if node["t"] == "Header":
            [_, [identifier, *_], _] = node["c"]
        elif node["t"] in _WITH_ATTRIBUTES:
            [identifier, *_] = node["c"][0]
        else:
            continue
        if identifier:
            yield identifier


def link_targets(nodes: Iterable[TreeNode]) -> Iterator[str]:
    """The identifiers that links among some nodes lead to within the document."""
    for node in nodes:
        if node["t"] == "Link":
            [_, _, [url, _]] = node["c"]
            if url.startswith("#"):
                yield url[1:]


def nodes(part: Any) -> Iterator[TreeNode]:
    """All nodes in a part of the tree, each before those within it; of a picture it alone."""
    waiting = [part]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            each = None if each["t"] == "Image" else each.get("c")
        if isinstance(each, list):
            waiting += [inner for inner in reversed(each) if isinstance(inner, (dict, list))]


def node(kind: str, content: Any = None) -> TreeNode:
    """A node of a kind; some kinds have no content."""
    return {"t": kind} if content is None else {"t": kind, "c": content}


def attributes(
    identifier: str = "", said: Iterable[str] = (), named: Mapping[str, str] | None = None
) -> list[Any]:
    """What a node says of itself: its identifier, its classes, and what has a name."""
    return [identifier, list(said), [list(pair) for pair in (named or {}).items()]]


def shown(part: Any) -> str:
    """All text in a part of the tree, that of pictures too, its parts following each other."""
    match part:
        case {"t": "Str", "c": str(words)} | {"t": "Code" | "CodeBlock", "c": [_, str(words)]}:
            return words
        case {"t": "RawInline" | "RawBlock" | "Note"}:
            return ""
        case {"t": kind} if kind in _SPACES:
            return " "
        case {"c": content}:
            return shown(content)
        case list():
            return "".join(shown(inner) for inner in part)
        case _:
            return ""


TreeEdit = Callable[[TreeNode], "TreeNode | list[TreeNode] | None"]
"""Gives the node to stand in another's place, several of them, or None to leave it as it is."""


def change(part: list[Any], edits: Mapping[str, TreeEdit]) -> list[Any]:
    """A list of the tree with its nodes changed kind by kind, the inner before the outer.

    The tree is used up: nodes are changed where they stand.
    """
    result: list[Any] = []
    for inner in part:
        if isinstance(inner, dict):
            content = inner.get("c")
            if isinstance(content, list):
                inner["c"] = change(content, edits)
            edit = edits.get(inner["t"])
            edited = edit(inner) if edit else None
            if isinstance(edited, list):
                result += edited
            else:
                result.append(inner if edited is None else edited)
        else:
            result.append(change(inner, edits) if isinstance(inner, list) else inner)
    return result


def joined(part: list[Any]) -> list[Any]:
    """A list of pandoc's tree with the words that follow each other in one text, as we have them.

    pandoc has a node for each word and for each space between two, which nobody asks for.
    """
    result: list[Any] = []
    for inner in part:
        if isinstance(inner, list):
            result.append(joined(inner))
        elif isinstance(inner, dict):
            _join(result, inner)
        else:
            result.append(inner)
    return result


def _join(before: list[Any], inner: TreeNode) -> None:
    content = inner.get("c")
    text = content if inner["t"] == "Str" else " " if inner["t"] in _JOINED else None
    if text is None:
        before.append(inner | {"c": joined(content)} if isinstance(content, list) else inner)
    elif before and isinstance(before[-1], dict) and before[-1]["t"] == "Str":
        before[-1] = node("Str", before[-1]["c"] + text)
    else:
        before.append(node("Str", text))


def in_words(blocks: Blocks) -> Blocks:
    """The blocks with a node for each word and space, as pandoc's writers of odt and md want them.

    They take a space at the end of a text for one that must not be lost. The tree is used up.
    """
    parted: Blocks = change(blocks, {"Str": _words})
    return parted


def _words(text: TreeNode) -> list[TreeNode]:
    words = [[node("Str", word)] if word else [] for word in text["c"].split(" ")]
    return [part for word in words for part in (node("Space"), *word)][1:]
