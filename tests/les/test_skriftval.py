"""Which text stands in a file and cannot be read as it stands."""

import pytest

from bygdeplan.les.innhald import Hinder, Hindra
from bygdeplan.les.skriftval import Skriftval, hindered

SHOWN: dict[str, tuple[Skriftval, list[Hinder]]] = {
    "nothing said": (Skriftval(), []),
    "struck": (Skriftval(stroken=True), [Hinder.STROKE]),
    "said not to be struck": (Skriftval(stroken=False, gøymd=False), []),
    "hidden": (Skriftval(gøymd=True), [Hinder.GØYMT]),
    "white": (Skriftval(farge="FFFFFF"), [Hinder.USYNLEG]),
    "white, as odt writes it": (Skriftval(farge="#ffffff"), [Hinder.USYNLEG]),
    "all but white": (Skriftval(farge="F2F2F2"), [Hinder.USYNLEG]),
    "grey": (Skriftval(farge="767676"), []),
    "the blue of links": (Skriftval(farge="0563C1"), []),
    "white on dark blue": (Skriftval(farge="FFFFFF", bakgrunn="1F3A4D"), []),
    "black on black": (Skriftval(farge="000000", bakgrunn="000000"), [Hinder.USYNLEG]),
    "what the program chooses": (Skriftval(farge="auto", bakgrunn="000000"), []),
    "no colour": (Skriftval(farge="zzzzzz"), []),
    "eight points": (Skriftval(storleik=8), []),
    "one point": (Skriftval(storleik=1), [Hinder.LITE]),
    "signs": (Skriftval(snitt="Wingdings 2"), [Hinder.TEIKN]),
    "letters": (Skriftval(snitt="Calibri"), []),
    "two at once": (Skriftval(stroken=True, gøymd=True), [Hinder.STROKE, Hinder.GØYMT]),
}


@pytest.mark.parametrize(("skrift", "hinder"), SHOWN.values(), ids=SHOWN)
def test_what_keeps_a_text_from_being_read(skrift: Skriftval, hinder: list[Hinder]) -> None:
    assert skrift.hinder() == hinder


def test_what_is_nearest_holds() -> None:
    struck, plain = Skriftval(stroken=True, farge="FFFFFF"), Skriftval(stroken=False)
    assert plain.within(struck) == Skriftval(stroken=False, farge="FFFFFF")
    assert struck.within(plain) == struck


def test_pieces_are_told_by_what_keeps_them() -> None:
    struck = Skriftval(stroken=True)
    pieces = [(struck, "Pengane "), (Skriftval(), "blir "), (struck, "løyvde"), (struck, " ")]
    assert hindered(pieces) == (Hindra(Hinder.STROKE, "Pengane løyvde"),)
