"""What the classes of the page are called among the styles of reference.docx and reference.odt."""

from typing import Literal

from bygdeplan.convert.syntax import (
    Blocks,
    TreeEdit,
    TreeNode,
    attributes,
    change,
    in_words,
    node,
    shown,
)

Office = Literal["docx", "odt"]
"""The formats whose look is a set of named styles."""

_STYLES = {
    "undertittel": "Subtitle",
    "varsel": "Varsel",
    "merknad": "Tabellmerknad",
    "innleiing": "Innleiing til liste",
    "signatur": "Signatur",
}
"""Class of the page → style."""
_LARGE = "Nøkkeltal"
"""The style of letters of a figure to remember."""
_TABS = {
    "docx": ("openxml", "<w:r><w:tab/></w:r>"),
    "odt": ("opendocument", "<text:tab/>"),
}
_CONTENTS = {"docx": "toc ", "odt": "Contents "}


def styled_blocks(blocks: Blocks, office: Office) -> Blocks:
    """The blocks of a prepared page with the styles they are to have; the tree is used up."""
    edits: dict[str, TreeEdit] = {
        "Div": lambda div: _styled_div(div, office),
        "DefinitionList": lambda facts: _facts(facts, office),
        "Span": lambda span: _styled_span(span, office),
    }
    blocks = change(change(blocks, {"Div": lambda div: _paired(div, office)}), edits)
    return _with_comment(blocks) if office == "docx" else in_words(_with_bookmarks(blocks))


def _spelt(style: str, office: Office) -> str:
    """The name of a style; OpenDocument spells the spaces in it."""
    return style.replace(" ", "_20_") if office == "odt" else style


def _in_style(blocks: Blocks, style: str) -> TreeNode:
    return node("Div", [attributes(named={"custom-style": style}), blocks])


def _styled_div(div: TreeNode, office: Office) -> None:
    [_, classes, named], content = div["c"]
    if "innhaldsliste" in classes:
        div["c"][1] = [line for block in content for line in _contents(block, office)]
        return
    for style in (_STYLES[each] for each in classes if each in _STYLES):
        named[:] = [pair for pair in named if pair[0] != "custom-style"]
        named.append(["custom-style", _spelt(style, office)])


def _styled_span(span: TreeNode, office: Office) -> Blocks | None:
    [_, classes, named], _ = span["c"]
    # Word shows what is changed, and needs no words for it.
    if office == "docx" and "sporingsord" in classes:
        return []
    named += [["custom-style", _LARGE]] if "stort" in classes else []
    return None


# --- facts: the name, and its value aligned with the others ---


def _facts(facts: TreeNode, office: Office) -> Blocks:
    """They stay together on a page; only the last one is free of what follows."""
    *lines, last = (_fact(name, values[0], office) for name, values in facts["c"])
    return [
        _in_style(lines, "Opplysning"),
        _in_style([last], _spelt("Opplysning siste", office)),
    ]


_SHORT_FACT = 26
"""Letters that there is room for in half a line, after the name."""


def _paired(div: TreeNode, office: Office) -> None:
    """Facts in pairs: two short ones stand on one line, a longer one has a line of its own."""
    [_, classes, _], content = div["c"]
    if "par" not in classes:
        return
    lines: Blocks = []
    waiting: TreeNode | None = None
    for name, values in (fact for block in content for fact in block["c"]):
        line = _fact(name, values[0], office)
        is_short = len(shown(values[0])) <= _SHORT_FACT
        if waiting and is_short:
            waiting["c"] += [node("RawInline", list(_TABS[office])), *line["c"]]
            waiting = None
        else:
            lines.append(line)
            waiting = line if is_short else None
    *before, last = lines
    style = _spelt("Opplysning i par", office)
    div["c"][1] = [
        _in_style(before, style),
        _in_style([last], _spelt("Opplysning i par siste", office)),
    ]


def _fact(name: list[TreeNode], value: Blocks, office: Office) -> TreeNode:
    line = [node("Strong", name), node("RawInline", list(_TABS[office]))]
    for place, block in enumerate(value):
        line += [node("LineBreak")] if place else []
        line += block["c"]
    return node("Para", line)


# --- the table of contents ---


def _contents(block: TreeNode, office: Office) -> Blocks:
    return _entries(block, 1, office) if block["t"] == "BulletList" else [block]


def _entries(items: TreeNode, level: int, office: Office) -> Blocks:
    style = _spelt(f"{_CONTENTS[office]}{level}", office)
    lines: Blocks = []
    for block in (block for item in items["c"] for block in item):
        if block["t"] in ("Plain", "Para"):
            lines.append(_in_style([node("Para", block["c"])], style))
        else:
            lines += _entries(block, level + 1, office)
    return lines


# --- tracked changes ---


def _is_note(block: TreeNode) -> bool:
    return block["t"] == "Div" and "sporing" in block["c"][0][1]


def _with_comment(blocks: Blocks) -> Blocks:
    """What the document shows stands in a comment, for it belongs to neither text."""
    note = next(filter(_is_note, blocks), None)
    if note is None:
        return blocks
    rest = [block for block in blocks if not _is_note(block)]
    heading = next((block for block in rest if block["t"] == "Header"), None)
    if heading is not None:
        said = note["c"][1][0]["c"]
        start = node("Span", [attributes("0", ["comment-start"]), said])
        end = node("Span", [attributes("0", ["comment-end"]), []])
        heading["c"][2] = [start, *heading["c"][2], end]
    return rest


# --- places that links lead to ---


def _with_bookmarks(blocks: Blocks) -> Blocks:
    """OpenDocument links lead to bookmarks.

    pandoc sets one for a heading or a span, but none for a table, a figure or a div.
    """
    marked: Blocks = change(
        blocks,
        {
            "Table": lambda table: _mark(table, table["c"][1][1]),
            "Figure": lambda figure: _mark(figure, figure["c"][1][1]),
            "Div": lambda div: _mark(div, div["c"][1]),
        },
    )
    return marked


def _mark(block: TreeNode, lines: Blocks) -> None:
    identifier = block["c"][0][0]
    if identifier and lines and lines[0]["t"] in ("Plain", "Para"):
        lines[0]["c"].insert(0, node("Span", [attributes(identifier), []]))
        block["c"][0][0] = ""
