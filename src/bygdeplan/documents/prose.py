"""Prose fields → HTML: paragraphs, lists, emphasis and links. All other signs stay as written."""

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LEFT_AS_TEXT = (
    ["heading", "lheading", "code", "fence", "blockquote", "hr", "reference", "html_block"],
    ["image", "backticks", "entity", "html_inline"],
)
_AFTER_A_DAY = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    "|jan|feb|febr|aug|sept?|okt|nov|des|halvår|tertial|kvartal"
)
# «2. juni 2030», «1. og 2. juni» and «1. halvår» begin with a day or the like, not with a number.
_DAY = rf"\s+(?:(?:og|eller|til)\s+\d{{1,2}}\.\s+)?(?:{_AFTER_A_DAY})\b"
_NOT_A_RULE = r"(?!\s*([-*])(?:\s*\1)+\s*$)"
_POINT = re.compile(
    rf"{_NOT_A_RULE}[ \t]*(?:[-*]|\d{{1,2}}[.)](?!{_DAY}))[ \t]+(?=\S)", re.IGNORECASE
)
"""What begins a point of a list; whatever else CommonMark takes for one is text."""
_MARKER = re.compile(r"^(?P<before>[ \t]*\d*)(?P<sign>[-+*.)])(?=\s|$)")
_LINE = r"(?!\d+[.)])[^\W_](?:[^\W_]|[ \u00a0.,:;!?()«»‘’“”–…%§/-])*(?<![ \u00a0])"
WORDS_ALONE = re.compile(rf"{_LINE}(?:\n{_LINE})*")
"""A paragraph of words alone, in which CommonMark has nothing to read."""
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def render_prose(text: str | None) -> Markup | None:
    """The HTML of a prose field; None when the plan says nothing."""
    if text is None:
        return None
    if WORDS_ALONE.fullmatch(text):
        return Markup(f"<p>{text}</p>\n")  # noqa: S704  # no sign of it is markup
    lines = map(_escape_line, text.splitlines())
    return Markup(commonmark().render("\n".join(lines)))  # noqa: S704  # raw HTML is off


def render_inline(text: str) -> Markup:
    """The HTML of a prose field that stands on one line: emphasis and links alone."""
    html = commonmark().renderInline(" ".join(text.replace("![", "!\\[").split()))
    return Markup(html)  # noqa: S704  # raw HTML is off


def _escape_line(line: str) -> str:
    """The line with a backslash before what would begin a list, or an image, but is text."""
    point = _POINT.match(line)
    begin = point.end() if point else 0
    text = _MARKER.sub(r"\g<before>\\\g<sign>", line[begin:]).replace("![", "!\\[")
    return line[:begin] + text


@cache
def commonmark() -> "MarkdownIt":
    """The reader of prose, which costs time to load: words alone do without it."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    for rules in _LEFT_AS_TEXT:
        parser.disable(rules)
    # markdown-it declares the method so that assigning it is how a dialect restricts links.
    parser.validateLink = _is_safe_link  # type: ignore[method-assign]
    return parser


def _is_safe_link(url: str) -> bool:
    return bool(_SAFE_LINK.match(url.strip()))
