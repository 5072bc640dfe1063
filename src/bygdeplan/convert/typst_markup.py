"""A prepared page as Typst markup: text that cannot be taken for markup, and what the layout knows.

Everything is written as the function it is, so that no sign in a text is live. The classes of the
page become `classed`, whose look the layout decides; where a group of rows begins, which rows hold
sums and what is the name of a fact are told to it too.
"""

import re
from base64 import b64decode
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import unquote_to_bytes

from bygdeplan.convert.syntax import Blocks, TreeNode, attributes, change, node, shown

_HALF_A_PAGE = 1300
"""Letters. Typst cuts off a row that is higher than the page when it may not break."""
_WRAPPED = {
    "Emph": "emph",
    "Strong": "strong",
    "Superscript": "super",
    "Subscript": "sub",
    "Strikeout": "strike",
    "Underline": "underline",
    "SmallCaps": "smallcaps",
}
_NUMBERINGS = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}
_MARKS = {"DoubleQuote": ("«", "»"), "SingleQuote": ("‘", "’")}
_AROUND_ROWS = {
    "hovud": ("table.header(", ")"),
    # A group's name is a header of the second level: never alone at the foot of a page.
    "gruppe": ("table.header(level: 2, ", ")"),
}


def typst_markup(blocks: Blocks) -> str:
    """The blocks of a prepared page as Typst markup; the tree is used up."""
    return _blocks(
        change(blocks, {"Div": _ready_div, "Link": _tell_in_link, "Header": _on_one_line})
    )


def literal(text: str) -> str:
    r"""A string of Typst's, in which nothing but `\` and `"` is live."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# --- what is made ready first ---


def _ready_div(div: TreeNode) -> None:
    """Typst lists the headings itself, for it knows the pages; a note stays with its table."""
    [_, classes, _], content = div["c"]
    if "innhaldsliste" in classes:
        outline = node("RawBlock", ["typst", "#innhaldsliste"])
        div["c"][1] = [outline if block["t"] == "BulletList" else block for block in content]
        return
    if "par" in classes:
        facts = [_pair(*fact) for block in content for fact in block["c"]]
        div["c"][1] = [node("RawBlock", ["typst", f"#i-par({', '.join(facts)})"])]
        return
    tables = [block for block in content if block["t"] == "Table"]
    if len(tables) == 1:
        notes = [block for block in content if _has_class(block, "merknad")]
        width = len(tables[0]["c"][2])
        tables[0]["c"][5][1] += [_note_row(note, width) for note in notes]
        div["c"][1] = [block for block in content if block not in notes]


def _pair(name: list[TreeNode], values: list[Blocks]) -> str:
    return f"([{_inlines(name)}], [{_blocks(values[0])}])"


def _has_class(block: TreeNode, name: str) -> bool:
    return block["t"] == "Div" and name in block["c"][0][1]


def _note_row(note: TreeNode, width: int) -> list[Any]:
    cell = [attributes(), node("AlignLeft"), 1, width, note["c"][1]]
    return [attributes(said=["merknad"]), [cell]]


def _tell_in_link(link: TreeNode) -> None:
    """A link is underlined already, and PDF/UA takes one line at a time."""
    for span in (inline for inline in link["c"][1] if inline["t"] == "Span"):
        classes = span["c"][0][1]
        if classes[:1] in (["insertion"], ["deletion"]):
            classes[0] += "-i-lenkje"


def _on_one_line(header: TreeNode) -> None:
    """A heading ends with its line, and a bookmark leaves line breaks out."""
    broken = node("RawInline", ["typst", '#" ";#linebreak();'])
    header["c"][2] = change(header["c"][2], {"LineBreak": lambda _: broken})


# --- blocks ---


def _blocks(blocks: Blocks) -> str:
    return "\n\n".join(filter(None, map(_block, blocks)))


def _block(block: TreeNode) -> str:  # noqa: C901, PLR0912  # one case for each kind of block
    match block:
        case {"t": "Plain" | "Para", "c": words}:
            return _inlines(words)
        case {"t": "Header", "c": [level, [identifier, classes, _], words]}:
            aside = ", outlined: false" if "unlisted" in classes else ""
            heading = f"#heading(level: {level}{aside})[{_inlines(words)}]"
            return heading + _label(identifier)
        case {"t": "Div", "c": [[identifier, classes, _], inner]}:
            return _classed_block(identifier, classes, _blocks(inner))
        case {"t": "BulletList", "c": items}:
            return f"#list(tight: {_tight(items)}, {_items(items)})"
        case {"t": "OrderedList", "c": [[start, style, delimiter], items]}:
            counted = _counted(start, style["t"], delimiter["t"])
            return f"#enum(tight: {_tight(items)}, {counted}{_items(items)})"
        case {"t": "DefinitionList", "c": facts}:
            return f"#terms(\n{''.join(_fact(name, values[0]) for name, values in facts)})"
        case {"t": "Table", "c": content}:
            return _table(content)
        case {"t": "Figure", "c": [[identifier, *_], [_, caption], inner]}:
            said = f", caption: [{_blocks(caption)}]" if caption else ""
            return f"#figure([{_blocks(inner)}]{said})" + _label(identifier)
        case {"t": "BlockQuote", "c": inner}:
            return f"#quote(block: true)[{_blocks(inner)}]"
        case {"t": "CodeBlock", "c": [_, text]}:
            return f"#raw(block: true, {literal(text)})"
        case {"t": "LineBlock", "c": lines}:
            return "#linebreak();".join(map(_inlines, lines))
        case {"t": "HorizontalRule"}:
            return "#horizontalrule"
        case {"t": "RawBlock", "c": ["typst", str(text)]}:
            return text
        case _:
            return ""


def _label(identifier: str) -> str:
    return f"#label({literal(identifier)})" if identifier else ""


def _classed_block(identifier: str, classes: Sequence[str], inner: str) -> str:
    """No block around it: within one, the layout cannot turn the page."""
    place = f"#metadata(none){_label(identifier)}\n" if identifier else ""
    for name in reversed(classes):
        inner = f"#classed({literal(name)})[\n{inner}\n\n]"
    return place + inner


def _tight(items: list[Blocks]) -> str:
    loose = any(block["t"] == "Para" for item in items for block in item)
    return "false" if loose else "true"


def _items(items: list[Blocks]) -> str:
    return ", ".join(f"[{_blocks(item)}]" for item in items)


def _counted(start: int, style: str, delimiter: str) -> str:
    """How a list is numbered, when the page says so; else the layout does."""
    number = _NUMBERINGS.get(style, "1")
    shape = {"OneParen": f"{number})", "TwoParens": f"({number})"}.get(delimiter, f"{number}.")
    plain = start == 1 and shape == "1."
    return "" if plain else f"start: {start}, numbering: {literal(shape)}, "


def _fact(name: list[TreeNode], value: Blocks) -> str:
    return f'terms.item(classed("namn")[{_inlines(name)}], [{_blocks(value)}]),\n'


# --- tables ---


def _table(content: list[Any]) -> str:
    (identifier, classes, _), (_, caption), colspecs, (_, head), bodies, (_, foot) = content
    body = [row for _, _, first, rows in bodies for row in [*first, *rows]]
    rows = ",\n".join(_rows(colspecs, head, body, list(foot)))
    widths = ", ".join(_width(width) for _, width in colspecs)
    sides = ", ".join("right" if side["t"] == "AlignRight" else "left" for side, _ in colspecs)
    said = f", caption: [{_blocks(caption)}]" if caption else ""
    written = (
        f"#figure(kind: table, table(\ncolumns: ({widths},), align: ({sides},),\n{rows},\n)"
        f"{said}){_label(identifier)}"
    )
    return f'#classed("samla")[\n{written}\n]' if "samla" in classes else written


def _width(width: TreeNode) -> str:
    return f"{100 * width['c']:.4f}fr" if width["t"] == "ColWidth" else "auto"


def _rows(colspecs: list[Any], head: list[Any], body: list[Any], foot: list[Any]) -> Iterable[str]:
    """A sum, and a note below it, stay with the row before them; the foot stays together."""
    if body and _kind(body[-1]) == "sum":
        foot.insert(0, body.pop())
    if foot and body and _kind(body[-1]) == "vanleg" and not _is_high(body[-1], colspecs):
        foot.insert(0, body.pop())
    yield from (_row(row, colspecs, "hovud") for row in head)
    yield from (_row(row, colspecs, _kind(row)) for row in body)
    if foot:
        last = ", ".join(_row(row, colspecs, _kind(row)) for row in foot)
        yield f"table.footer(repeat: false, {last})"


def _kind(row: list[Any]) -> str:
    classes = row[0][1]
    return next((kind for kind in ("gruppe", "sum", "merknad") if kind in classes), "vanleg")


def _is_high(row: list[Any], colspecs: list[Any]) -> bool:
    """Whether a row may fill half a page: as many letters as its columns have of the width."""
    equal = 1 / len(colspecs)
    return any(
        len(shown(cell[4])) / (width.get("c") or equal) > _HALF_A_PAGE
        for cell, (_, width) in zip(row[1], colspecs, strict=False)
    )


def _row(row: list[Any], colspecs: list[Any], kind: str) -> str:
    before, after = _AROUND_ROWS.get(kind, ("", ""))
    is_breakable = _is_high(row, colspecs)
    cells = ", ".join(_cell(cell, kind, is_breakable=is_breakable) for cell in row[1])
    return f"{before}{cells}{after}"


def _cell(cell: list[Any], kind: str, *, is_breakable: bool) -> str:
    _, alignment, rows, columns, content = cell
    said = [
        f"..rader.{kind}",
        *([f"colspan: {columns}"] if columns > 1 else []),
        *([f"rowspan: {rows}"] if rows > 1 else []),
        *(["align: right"] if alignment["t"] == "AlignRight" else []),
        *(["breakable: true"] if is_breakable else []),
    ]
    return f"table.cell({', '.join(said)})[{_blocks(content)}]"


# --- what stands in a line ---


def _inlines(words: list[TreeNode]) -> str:
    return "".join(map(_inline, words))


def _text(text: str) -> str:
    """A text; white space at its ends stands outside, where it can collapse."""
    if bare := text.strip(" "):
        before, _, after = text.partition(bare)
        return f"{before and ' '}#{literal(bare)};{after and ' '}"
    return " "


def _inline(inline: TreeNode) -> str:  # noqa: C901, PLR0912  # one case for each kind of inline
    match inline:
        case {"t": "Str", "c": str(text)}:
            return _text(text)
        case {"t": kind, "c": words} if kind in _WRAPPED:
            return f"#{_WRAPPED[kind]}[{_inlines(words)}];"
        case {"t": "LineBreak"}:
            return "#linebreak();"
        case {"t": "Link", "c": [_, words, [target, _]]}:
            return f"#link({_target(target)})[{_inlines(words)}];"
        case {"t": "Image", "c": [[_, _, named], words, [source, _]]}:
            return _picture(dict(named), shown(words), source)
        case {"t": "Span", "c": [[identifier, classes, named], words]}:
            place = f"#metadata(none){_label(identifier)};" if identifier else ""
            return place + _in_language(dict(named).get("lang"), _span(classes, words))
        case {"t": "Code", "c": [_, text]}:
            return f"#raw({literal(text)});"
        case {"t": "Quoted", "c": [marks, words]}:
            before, after = _MARKS[marks["t"]]
            return f"#{literal(before)};{_inlines(words)}#{literal(after)};"
        case {"t": "Note", "c": inner}:
            return f"#footnote[{_blocks(inner)}];"
        case {"t": "RawInline", "c": ["typst", str(text)]}:
            return text
        case {"t": "Math", "c": [_, text]}:
            return f"#{literal(text)};"
        case {"t": "Cite", "c": [_, words]}:
            return _inlines(words)
        case _:
            return ""


def _target(target: str) -> str:
    return f"label({literal(target[1:])})" if target.startswith("#") else literal(target)


def _in_language(tag: str | None, inner: str) -> str:
    """Words in another language than the document, by its tag: `nb-NO`, `se`."""
    if tag is None:
        return inner
    language, _, region = tag.partition("-")
    country = f", region: {literal(region)}" if region else ""
    return f"#text(lang: {literal(language)}{country})[{inner}];"


def _classed_inline(classes: Sequence[str], inner: str) -> str:
    return f"#classed({literal(classes[0])})[{inner}]" if classes else inner


def _span(classes: Sequence[str], words: list[TreeNode]) -> str:
    """What is put in or taken out, without its «[ut: », which is to be read."""
    if classes[:1] not in (["insertion"], ["deletion"]):
        return _classed_inline(classes, _inlines(words))
    parts: list[str] = []
    run: list[TreeNode] = []
    for inline in words:
        if inline["t"] == "Span" and "sporingsord" in inline["c"][0][1]:
            parts += [_classed_inline(classes, _inlines(run))] if run else []
            parts.append(_classed_inline(["sporingsord"], _inlines(_kept_with_next(inline))))
            run = []
        else:
            run.append(inline)
    parts += [_classed_inline(classes, _inlines(run))] if run else []
    return "".join(parts)


def _kept_with_next(word: TreeNode) -> list[TreeNode]:
    """«[ut: » does not stand alone at the end of a line."""
    content: list[TreeNode] = word["c"][1]
    match content:
        case [*before, {"t": "Str", "c": str(text)}] if text.endswith(" ") and shown(
            content
        ).startswith("["):
            return [*before, node("Str", text.removesuffix(" ") + "\u00a0")]
        case _:
            return content


# --- pictures ---


def _picture(named: dict[str, str], alt: str, source: str) -> str:
    """A page counts 96 pixels to the inch, as browsers do."""
    pixels = re.fullmatch(r"\d+(?:\.\d+)?", named.get("width", ""))
    width = f", width: {pixels[0]}in / 96" if pixels else ""
    drawing = literal(_svg(source))
    return f'#image(bytes({drawing}), format: "svg"{width}, alt: {literal(alt)});'


def _svg(source: str) -> str:
    """Typst itself reads no data: URI, but its reader of SVG does."""
    kind, _, content = source.partition(",")
    if kind.startswith("data:image/svg+xml"):
        data = b64decode(content) if kind.endswith(";base64") else unquote_to_bytes(content)
        return data.decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<image xlink:href="{source}"/></svg>'
    )
