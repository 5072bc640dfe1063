"""Lists of an odt file in the list styles of reference.odt; pandoc makes one for each list."""

from collections.abc import Mapping

from lxml.etree import _Element

from bygdeplan.convert.odt_styles import AutomaticStyles
from bygdeplan.convert.opendocument import find_all, get, name, put

_DEEPEST_STYLE = 3
# Some five lines look better whole.
_SHORT_POINTS, _SHORT_TEXT = 5, 500
_SIGNATURE = "Signatur"
_BULLETS, _NUMBERS = ("Punktliste", "List_20_Bullet"), ("Nummerliste", "List_20_Number")


def style_lists(content: _Element, styles: AutomaticStyles) -> None:
    """Give lists and their paragraphs their styles, and keep short lists whole."""
    kept = {line for list_ in find_all(content, ".//text:list") for line in _kept(list_)}
    made = {get(style, "style:name"): style for style in content.iter(name("text:list-style"))}
    levels = {list_: _level(list_, made) for list_ in content.iter(name("text:list"))}
    for list_, first_level in levels.items():
        is_numbered = first_level.tag == name("text:list-level-style-number")
        of_list, of_lines = _NUMBERS if is_numbered else _BULLETS
        put(list_, {"text:style-name": of_list})
        items = find_all(list_, "text:list-item")
        start = get(first_level, "text:start-value")
        if items and start not in ("", "1"):
            put(items[0], {"text:start-value": start})
        for line in find_all(list_, "text:list-item/text:p"):
            style = _at_depth(of_lines, list_)
            own = (
                styles.paragraph(style, {"fo:keep-with-next": "always"}) if line in kept else style
            )
            put(line, {"text:style-name": own})


def _level(list_: _Element, made: Mapping[str, _Element]) -> _Element:
    """What pandoc says of the points of a list.

    A list with no style of its own is a level further in that of the list it lies in.
    """
    around = (list_, *list_.iterancestors(name("text:list")))
    named = (
        made[style][deeper]
        for deeper, each in enumerate(around)
        if (style := get(each, "text:style-name"))
    )
    return next(named)


def _kept(outermost: _Element) -> list[_Element]:
    """The lines of a list that stay with the next one, or with a signature below."""
    if any(True for _ in outermost.iterancestors(name("text:list"))):
        return []
    lines = find_all(outermost, ".//text:p")
    length = sum(len("".join(line.itertext())) for line in lines)
    following = outermost.getnext()
    is_signed = following is not None and get(following, "text:style-name") == _SIGNATURE
    kept = lines[:-1] if len(lines) <= _SHORT_POINTS and length <= _SHORT_TEXT else []
    return kept + lines[-1:] if is_signed else kept


def _at_depth(style: str, list_: _Element) -> str:
    depth = 1 + sum(1 for _ in list_.iterancestors(name("text:list")))
    return style if depth == 1 else f"{style}_20_{min(depth, _DEEPEST_STYLE)}"
