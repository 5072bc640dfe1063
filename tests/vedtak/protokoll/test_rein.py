"""Bytes as text, as text editors save it."""

import pytest

from bygdeplan.vedtak.protokoll.les.rein import decode_text, read_plain
from bygdeplan.vedtak.protokoll.tekst import Uleseleg

TEXT = "Vedtak:\nMøtet blei halde på «Åsen»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_encoding(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == TEXT


def test_text_in_utf_16_the_other_way_around() -> None:
    assert decode_text(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_line_ends_are_those_of_unix() -> None:
    assert decode_text(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x1b", "\x7f"])
def test_signs_that_no_text_has(sign: str) -> None:
    with pytest.raises(Uleseleg, match="ikkje rein tekst"):
        decode_text(f"Vedtak{sign}".encode())


@pytest.mark.parametrize("sign", ["\t", "\f", "\v", "\x85", "\xa0"])
def test_signs_that_text_may_have(sign: str) -> None:
    assert decode_text(f"a{sign}b".encode()) == f"a{sign}b"


@pytest.mark.parametrize("begins", ["{\\rtf1 ", "  <?xml version='1.0'?>"])
def test_file_of_another_kind(begins: str) -> None:
    with pytest.raises(Uleseleg, match="ikkje rein tekst"):
        read_plain(begins.encode())


def test_signs_of_markdown_that_are_only_signs() -> None:
    assert read_plain(b"\\[1\\] a\\_b\\*c").stykke[0].tekst == "[1] a_b*c"
