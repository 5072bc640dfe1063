"""What is put in and taken out, in the terms of pandoc and of Word."""

import re
from typing import Literal

Change = Literal["ins", "del"]
"""The names of HTML and of Word alike."""

_CLASSES: dict[str, str] = {"ins": "insertion", "del": "deletion"}
_MARK = re.compile("<(?P<end>/?)(?P<mark>ins|del)(?: [^>]*)?>")


def as_spans(page: str) -> str:
    """The page with `ins` and `del` as pandoc knows tracked changes.

    As they are, it reads them as words underlined and struck out.
    """
    return _MARK.sub(
        lambda found: "</span>" if found["end"] else f'<span class="{_CLASSES[found["mark"]]}">',
        page,
    )


def change_of(classes: list[str]) -> Change | None:
    """What has become of something with these classes."""
    return next((mark for mark in ("ins", "del") if _CLASSES[mark] in classes), None)
