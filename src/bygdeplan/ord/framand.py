"""Words in another language than the text they stand in, from the plan to the page.

They go between two signs that no plan file can hold, through sentences and cells like any other
words, and the page has its own way to say it: `<span lang="nb-NO">`.
"""

import re

_BEGINS = {"nn-NO": "\ue001", "nb-NO": "\ue002", "se": "\ue003"}
"""Language tag → the sign that words in it begin with."""
_ENDS = "\ue000"
_SIGNS = "".join([*_BEGINS.values(), _ENDS])

_WITHOUT = str.maketrans(dict.fromkeys(_SIGNS, ""))
_AS_HTML = str.maketrans(
    {sign: f'<span lang="{tag}">' for tag, sign in _BEGINS.items()} | {_ENDS: "</span>"}
)
_SAYS_NO_LANGUAGE = re.compile(r"<title>.*?</title>|<svg.*?</svg>|<[^>]+>", re.DOTALL)
"""Where words are part of no text that can say what language it is in."""
_PARAGRAPH_OR_POINT = re.compile(
    r"(<(?:p|li)>)(?=[^\n<]|<(?:a|em|strong)\b)(.*?)(?=\n?</?(?:p|li|ul|ol)>)", re.DOTALL
)


def in_language(words: str, tag: str) -> str:
    """Words that are in a language, by its tag: `nn-NO`, `nb-NO`, `se`."""
    return f"{_BEGINS[tag]}{words}{_ENDS}"


def prose_in_language(html: str, tag: str) -> str:
    """The HTML of a prose field with each paragraph and point of it in a language."""
    return _PARAGRAPH_OR_POINT.sub(lambda found: found[1] + in_language(found[2], tag), html)


def without_language(text: str) -> str:
    """The words alone."""
    return text.translate(_WITHOUT)


def with_languages(page: str) -> str:
    """A page in which the words say what language they are in, wherever they can.

    It tells of those languages in its head too.
    """
    if _ENDS not in page:
        return page
    page = _SAYS_NO_LANGUAGE.sub(lambda found: without_language(found[0]), page)
    named = " ".join(tag for tag, sign in _BEGINS.items() if sign in page)
    told = f'<meta name="andre-språk" content="{named}">\n' if named else ""
    return page.replace("<style>", f"{told}<style>", 1).translate(_AS_HTML)
