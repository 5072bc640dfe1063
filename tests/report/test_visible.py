"""Text of a plan on a terminal: nothing hidden, each character in its columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.report.visible import columns, visible

CASES = {
    "as it is": ("Ei bygd på «fjellet» [ny] [/x]", "Ei bygd på «fjellet» [ny] [/x]"),
    "one line": ("ei linje\n  og ei til\r\nog ei", "ei linje og ei til og ei"),
    "escape": ("\x1b[31mraud\x07", "�[31mraud�"),
    "reading order": ("vekt \u202e06\u202c", "vekt �06�"),
    "private use": ("\ue000", "�"),
    "combining": ("a\u030a", "a\u030a"),
    "no-break space": ("60\u00a0%", "60\u00a0%"),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


WIDTHS = {
    "letters": ("blåbær", 6),
    "tab at the start": ("\tx", 5),
    "tab after a letter": ("a\tx", 5),
    "wide": ("漢字", 4),
    "emoji": ("🏡", 2),
    "letter with a ring over it": ("a\u030a", 1),
    "wide with an accent": ("漢\u0301x", 3),
    "zero width joiner": ("a\u200db", 2),
    "combining first on the line": ("\u030ax", 2),
    "soft hyphen": ("bu\u00adstad", 6),
}


@pytest.mark.parametrize(("text", "width"), WIDTHS.values(), ids=WIDTHS)
def test_width(text: str, width: int) -> None:
    cells, begins = columns(text)
    assert len(cells) == begins[-1] == width


@given(st.text())
def test_each_character_begins_within_the_line_and_none_is_lost(text: str) -> None:
    cells, begins = columns(text)
    assert len(begins) == len(text) + 1
    assert begins == sorted(begins)
    assert begins[-1] == len(cells)
    shown = "".join(cells).replace(" ", "").removeprefix("\u25cc")
    assert len(shown) == len(text.replace("\t", "").replace(" ", "").removeprefix("\u25cc"))
