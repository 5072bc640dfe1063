"""The styles of reference.odt."""

from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.convert.opendocument import new
from bygdeplan.utsjanad.husstil import Husstil
from tools.reference.styles import Rule, Style, paragraph_styles

_POINT = 25.4 / 72
"""A point in millimetres."""
_LEVELS = 10
_BULLETS = ("•", "–", "•")
_LANGUAGE = {"fo:language": "nn", "fo:country": "NO"}
LISTS = {"bullet": "Punktliste", "number": "Nummerliste"}
"""The names of our styles for lists."""


def styles(stil: Husstil) -> Iterator[_Element]:
    """All the styles but those of the page."""
    named = {style.docx: style for style in paragraph_styles(stil)}
    yield from _defaults(stil)
    for style in named.values():
        yield _paragraph_style(style, named)
    yield from _text_styles(stil)
    yield _outline()
    yield from (_list_style(kind, stil) for kind in LISTS)


def style_name(style: str) -> str:
    """What a style is called within the file: «Heading 1» → Heading_20_1."""
    return style.replace(" ", "_20_")


def _defaults(stil: Husstil) -> Iterator[_Element]:
    text = {"style:font-name": stil.skrift.kontor, "fo:font-size": _pt(stil.storleik.tekst)}
    text |= _LANGUAGE | {
        "fo:hyphenation-remain-char-count": "3",
        "fo:hyphenation-push-char-count": "3",
    }
    tabs = {"style:tab-stop-distance": "10mm", "fo:orphans": "2", "fo:widows": "2"}
    yield new(
        "style:default-style", {"style:family": "graphic"}, new("style:text-properties", text)
    )
    yield new(
        "style:default-style",
        {"style:family": "paragraph"},
        new("style:paragraph-properties", tabs),
        new("style:text-properties", text),
    )
    collapsing = new("style:table-properties", {"table:border-model": "collapsing"})
    yield new("style:default-style", {"style:family": "table"}, collapsing)
    whole = new("style:table-row-properties", {"fo:keep-together": "always"})
    yield new("style:default-style", {"style:family": "table-row"}, whole)


def _paragraph_style(style: Style, named: dict[str, Style]) -> _Element:
    said = {
        "style:name": style_name(style.odt_name),
        "style:display-name": style.odt_name,
        "style:family": "paragraph",
    }
    if style.parent:
        said["style:parent-style-name"] = style_name(named[style.parent].odt_name)
    if style.following:
        said["style:next-style-name"] = style_name(named[style.following].odt_name)
    if style.outline:
        said["style:default-outline-level"] = str(style.outline)
    stops = _tab_stops(style)
    return new(
        "style:style",
        said,
        new("style:paragraph-properties", _paragraph(style), *([stops] if len(stops) else [])),
        new("style:text-properties", _text(style)),
    )


def _paragraph(style: Style) -> dict[str, str]:
    said: dict[str, str] = {}
    lengths = {"fo:margin-top": style.before, "fo:margin-bottom": style.after}
    said |= {key: _pt(length) for key, length in lengths.items() if length is not None}
    if style.line is not None:
        said["fo:line-height"] = f"{style.line:.0%}"
    # In a list the list says where its lines begin.
    if (style.left is not None or style.right is not None) and not style.list:
        left, first = style.left or 0, style.left if style.first is None else style.first
        said |= {
            "fo:margin-left": f"{left - _framed(style, 'left'):g}mm",
            "fo:margin-right": f"{(style.right or 0) - _framed(style, 'right'):g}mm",
            "fo:text-indent": f"{(first or 0) - left:g}mm",
        }
    if style.contextual:
        said["style:contextual-spacing"] = "true"
    if style.keep_with_next is not None:
        said["fo:keep-with-next"] = "always" if style.keep_with_next else "auto"
    if style.outline:
        said["fo:keep-together"] = "always"
    if style.shade:
        said["fo:background-color"] = style.shade
    for rule in style.rules:
        said |= _rule(rule)
    return said


def _framed(style: Style, side: str) -> float:
    """What rules take beside the text, in millimetres: Word has them in the margin."""
    frames = (rule.width + rule.distance for rule in style.rules if rule.side == side)
    return round(sum(frames) * _POINT, 2)


def _rule(rule: Rule) -> dict[str, str]:
    return {
        f"fo:border-{rule.side}": f"{rule.width:g}pt solid {rule.colour}",
        f"fo:padding-{rule.side}": _pt(rule.distance),
    }


def _tab_stops(style: Style) -> _Element:
    # Word measures tab stops from the margin, OpenDocument from the indent.
    left = style.left or 0
    stops = [
        new("style:tab-stop", {"style:position": f"{stop - left:g}mm"}) for stop in style.stops
    ]
    if style.right_stop:
        place = {"style:position": f"{style.right_stop:g}mm", "style:type": "right"}
        stops.append(new("style:tab-stop", place))
    return new("style:tab-stops", None, *stops)


def _text(style: Style) -> dict[str, str]:
    said = {}
    if style.bold is not None:
        said["fo:font-weight"] = "bold" if style.bold else "normal"
    if style.colour is not None:
        said["fo:color"] = style.colour
    if style.size is not None:
        said["fo:font-size"] = _pt(style.size)
    if style.hyphenate is not None:
        said["fo:hyphenate"] = "true" if style.hyphenate else "false"
    return said


def _text_styles(stil: Husstil) -> Iterator[_Element]:
    link = {
        "fo:color": stil.farge.lenkje,
        "style:text-underline-style": "solid",
        "style:text-underline-width": "auto",
        "style:text-underline-color": "font-color",
    }
    looks = {
        "Internet link": link,
        # In the table of contents everything is a link, and says so by standing there.
        "Innhaldslenkje": {"fo:color": stil.farge.overskrift, "style:text-underline-style": "none"},
        "Emphasis": {"fo:font-style": "italic"},
        "Strong Emphasis": {"fo:font-weight": "bold"},
        "Nøkkeltal": {
            "fo:color": stil.farge.overskrift,
            "fo:font-size": _pt(stil.storleik.nøkkeltal),
            "fo:font-weight": "bold",
        },
        "Bullet Symbols": {},
        "Numbering Symbols": {},
    }
    for name, look in looks.items():
        said = {"style:name": style_name(name), "style:display-name": name, "style:family": "text"}
        yield new("style:style", said, new("style:text-properties", look))


def _outline() -> _Element:
    levels = [
        new("text:outline-level-style", {"text:level": str(level), "style:num-format": ""})
        for level in range(1, _LEVELS + 1)
    ]
    return new("text:outline-style", {"style:name": "Outline"}, *levels)


def _list_style(kind: str, stil: Husstil) -> _Element:
    levels = [_list_level(kind, level, stil) for level in range(1, _LEVELS + 1)]
    return new("text:list-style", {"style:name": LISTS[kind]}, *levels)


def _list_level(kind: str, level: int, stil: Husstil) -> _Element:
    step = stil.innrykk.punkt
    place = new(
        "style:list-level-label-alignment",
        {
            "text:label-followed-by": "listtab",
            "text:list-tab-stop-position": f"{level * step:g}mm",
            "fo:text-indent": f"{-step:g}mm",
            "fo:margin-left": f"{level * step:g}mm",
        },
    )
    mode = {"text:list-level-position-and-space-mode": "label-alignment"}
    properties = new("style:list-level-properties", mode, place)
    at = {"text:level": str(level)}
    if kind == "bullet":
        at["text:bullet-char"] = _BULLETS[(level - 1) % len(_BULLETS)]
        return new("text:list-level-style-bullet", at, properties)
    at |= {"style:num-format": ("1", "a", "i")[(level - 1) % 3], "style:num-suffix": "."}
    return new("text:list-level-style-number", at, properties)


def _pt(points: float) -> str:
    return f"{points:g}pt"
