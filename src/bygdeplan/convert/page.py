"""The page as every writer wants it: what is in `main`, its tables and pictures made plain.

What a class of the page means is told in terms that every writer knows: figures («tal») stand to
the right, sums («sum», and all of the foot) and the names of groups of rows («gruppe») are bold, a
table that is to stand whole on one page is «samla», and what is to stand on the same page as the
next block is «innleiing».
"""

from itertools import pairwise
from typing import Any

from bygdeplan.convert.syntax import Blocks, TreeNode, attributes, change, node, shown

_LED_IN = {"BulletList", "OrderedList", "DefinitionList", "Figure"}
_SHORT_LINE = 80
"""What looks left behind when it stands alone between two headings, in bytes."""
_SHORT_TEXT = 600
"""Letters before what is kept whole: with more, it can end a page."""
_CHAPTER = 2
_ROWS_OF_A_SHORT_TABLE = 10
_LETTERS_OF_A_SHORT_TABLE = 1000
"""Some ten lines fit on half a page, and look better whole."""


def prepare(blocks: Blocks) -> Blocks:
    """The blocks of a page as pandoc reads it, ready for any writer; the tree is used up."""
    ready = change(
        blocks,
        {"Span": _picture_of_change, "Figure": _without_frame, "Table": _prepare_table},
    )
    return _mark_what_leads_in(_without_main(ready))


def _classes(block: TreeNode) -> list[str]:
    [_, said, _], *_ = block["c"]
    classes: list[str] = said
    return classes


def _picture_of_change(span: TreeNode) -> TreeNode | None:
    """A picture that is put in or taken out stands alone in its figure."""
    [_, classes, _], content = span["c"]
    if len(content) == 1 and content[0]["t"] == "Image":
        picture: TreeNode = content[0]
        picture["c"][0][1] += classes
        return picture
    return None


def _without_frame(figure: TreeNode) -> None:
    """Take away what a figure scrolls in on a narrow screen."""
    figure["c"][2] = change(figure["c"][2], {"Div": lambda div: div["c"][1]})


def _without_main(blocks: Blocks) -> Blocks:
    rest: Blocks = []
    for block in blocks:
        is_main = block["t"] == "Div" and ["role", "main"] in block["c"][0][2]
        rest += block["c"][1] if is_main else [block]
    return rest


def _mark_what_leads_in(blocks: Blocks) -> Blocks:
    marked = list(blocks)
    for place, (block, following) in enumerate(pairwise(blocks)):
        if _leads_in(blocks[place - 1] if place else None, block, following):
            marked[place] = node("Div", [attributes(said=["innleiing"]), [block]])
    return marked


def _leads_in(before: TreeNode | None, block: TreeNode, following: TreeNode) -> bool:
    if following["t"] == "Div" and "signatur" in _classes(following):
        return True
    return block["t"] == "Para" and (
        following["t"] in _LED_IN
        or _is_upright_table(following)
        or _is_line_between_headings(before, block, following)
        or (_is_card(following) and len(shown(block)) < _SHORT_TEXT)
    )


def _is_card(block: TreeNode) -> bool:
    """Whether a block is kept whole under a heading below that of a chapter."""
    is_whole = block["t"] == "Div" and "kort" in _classes(block)
    return is_whole and _is_headed(block) and bool(block["c"][1][0]["c"][0] > _CHAPTER)


def _is_upright_table(block: TreeNode) -> bool:
    """Whether a block is a table that has no page of its own."""
    if block["t"] != "Div":
        return False
    classes = _classes(block)
    return "tabell" in classes and "liggjande" not in classes


def _is_line_between_headings(
    before: TreeNode | None, block: TreeNode, following: TreeNode
) -> bool:
    """«Vekt: 60 %» between two headings: alone with the first, it looks left behind."""
    headings = before is not None and before["t"] == "Header" and _is_headed(following)
    return headings and len(shown(block).encode()) < _SHORT_LINE


def _is_headed(block: TreeNode) -> bool:
    """Whether a block is a heading, or begins with one."""
    if block["t"] == "Div":
        content: Blocks = block["c"][1]
        return bool(content) and _is_headed(content[0])
    return bool(block["t"] == "Header")


# --- tables ---


def _prepare_table(table: TreeNode) -> None:
    [_, classes, _], _, colspecs, (_, head), bodies, (_, foot) = table["c"]
    # A row of header cells alone, such as the name of the first group, is its head to pandoc.
    body = [row for _, _, first, rows in bodies for row in [*first, *rows]]
    if _is_short(table, body):
        classes.append("samla")
    _align_columns(colspecs, body)
    for row in foot:
        row[0][1].append("sum")
    for row in [*head, *body, *foot]:
        _align(row)
    for row in [*body, *foot]:
        if {"sum", "gruppe"} & set(row[0][1]):
            _embolden(row)


def _is_short(table: TreeNode, body: list[Any]) -> bool:
    return len(body) <= _ROWS_OF_A_SHORT_TABLE and len(shown(table)) <= _LETTERS_OF_A_SHORT_TABLE


def _is_figures(cell: list[Any]) -> bool:
    [_, classes, _], alignment, *_ = cell
    return alignment["t"] == "AlignRight" or "tal" in classes


def _align(row: list[Any]) -> None:
    for cell in row[1]:
        if _is_figures(cell):
            cell[1] = node("AlignRight")


def _align_columns(colspecs: list[Any], body: list[Any]) -> None:
    """A column is one of figures when its last cell is; wide cells tell nothing of columns."""
    if not body or len(body[-1][1]) != len(colspecs):
        return
    for colspec, cell in zip(colspecs, body[-1][1], strict=True):
        if _is_figures(cell):
            colspec[0] = node("AlignRight")


def _embolden(row: list[Any]) -> None:
    for cell in row[1]:
        cell[4] = change(cell[4], {"Plain": _bold, "Para": _bold})


def _bold(line: TreeNode) -> TreeNode | None:
    words = line["c"]
    if len(words) > 1 or (words and words[0]["t"] != "Strong"):
        return node(line["t"], [node("Strong", words)])
    return None
