"""Which text stands in a file and cannot be read as it stands."""

import pytest

from bygdeplan.les.innhald import Hinder, Hindra
from bygdeplan.les.skrift import Skrift, hindered

SHOWN: dict[str, tuple[Skrift, list[Hinder]]] = {
    "nothing said": (Skrift(), []),
    "struck": (Skrift(stroken=True), [Hinder.STROKE]),
    "said not to be struck": (Skrift(stroken=False, gøymd=False), []),
    "hidden": (Skrift(gøymd=True), [Hinder.GØYMT]),
    "white": (Skrift(farge="FFFFFF"), [Hinder.USYNLEG]),
    "white, as odt writes it": (Skrift(farge="#ffffff"), [Hinder.USYNLEG]),
    "all but white": (Skrift(farge="F2F2F2"), [Hinder.USYNLEG]),
    "grey": (Skrift(farge="767676"), []),
    "the blue of links": (Skrift(farge="0563C1"), []),
    "white on dark blue": (Skrift(farge="FFFFFF", bakgrunn="1F3A4D"), []),
    "black on black": (Skrift(farge="000000", bakgrunn="000000"), [Hinder.USYNLEG]),
    "what the program chooses": (Skrift(farge="auto", bakgrunn="000000"), []),
    "no colour": (Skrift(farge="zzzzzz"), []),
    "eight points": (Skrift(storleik=8), []),
    "one point": (Skrift(storleik=1), [Hinder.LITE]),
    "signs": (Skrift(snitt="Wingdings 2"), [Hinder.TEIKN]),
    "letters": (Skrift(snitt="Calibri"), []),
    "two at once": (Skrift(stroken=True, gøymd=True), [Hinder.STROKE, Hinder.GØYMT]),
}


@pytest.mark.parametrize(("skrift", "hinder"), SHOWN.values(), ids=SHOWN)
def test_what_keeps_a_text_from_being_read(skrift: Skrift, hinder: list[Hinder]) -> None:
    assert skrift.hinder() == hinder


def test_what_is_nearest_holds() -> None:
    struck, plain = Skrift(stroken=True, farge="FFFFFF"), Skrift(stroken=False)
    assert plain.within(struck) == Skrift(stroken=False, farge="FFFFFF")
    assert struck.within(plain) == struck


def test_pieces_are_told_by_what_keeps_them() -> None:
    struck = Skrift(stroken=True)
    pieces = [(struck, "Pengane "), (Skrift(), "blir "), (struck, "løyvde"), (struck, " ")]
    assert hindered(pieces) == (Hindra(Hinder.STROKE, "Pengane løyvde"),)
