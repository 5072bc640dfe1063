"""What cannot be printed. Every private number and address here is made up."""

import re
from datetime import date
from unicodedata import category

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bygdeplan.convert import typst
from bygdeplan.convert.document import Properties
from bygdeplan.convert.look import ConversionError
from bygdeplan.rules import trykk
from bygdeplan.rules.trykk import (
    FØDSELSNUMMER,
    LANGT_ORD,
    PRIVAT_EPOST,
    TELEFON,
    UTAN_SKRIFT,
    is_identity_number,
)
from tests.convert.pages import look
from tests.rules.cases import Case, breaks, judge, keeps, table

MERKNAD = "kommunar/toppdal/merknad"
LAYOUT = '#set text(font: "Source Sans Pro")'
PROPERTIES = Properties("Teikn", "Toppdalen", date(2031, 1, 6), "nn-NO")
ANSVARLEG = "delmål/ungdom/tiltak/hybelhus/ansvarleg"
# Of someone born on 1 January 1854, and the D-number of the same day.
FØDSELSNUMMERET, D_NUMMERET = "01015450068", "41015450051"


def with_control_digits(nine: str) -> str | None:
    """The identity number of nine digits; None for those that have none."""
    digits = [int(digit) for digit in nine]
    for weights in ([3, 7, 6, 1, 8, 9, 4, 5, 2], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]):
        rest = -sum(a * b for a, b in zip(digits, weights, strict=True)) % 11
        if rest == 10:
            return None
        digits.append(rest)
    return "".join(map(str, digits))


def merknad(words: str) -> dict[str, str]:
    return {MERKNAD: words}


CASES = (
    breaks(FØDSELSNUMMER, "alone", merknad(f"Kontakt {FØDSELSNUMMERET}."), MERKNAD),
    breaks(FØDSELSNUMMER, "a D-number", merknad(D_NUMMERET), MERKNAD),
    breaks(FØDSELSNUMMER, "with a space", merknad("Fødd 010154 50068"), MERKNAD),
    breaks(FØDSELSNUMMER, "in a name", {ANSVARLEG: f"Kari ({FØDSELSNUMMERET})"}, ANSVARLEG),
    keeps(FØDSELSNUMMER, "wrong control digits", merknad("01015450069")),
    keeps(FØDSELSNUMMER, "part of something longer", merknad(f"1{FØDSELSNUMMERET}")),
    breaks(PRIVAT_EPOST, "gmail", merknad("Skriv til kari.n@gmail.com."), MERKNAD),
    breaks(PRIVAT_EPOST, "in a name", {ANSVARLEG: "Kari <kari@online.no>"}, ANSVARLEG),
    breaks(
        PRIVAT_EPOST,
        "in a link",
        {"innleiing": "Skriv til [Kari](mailto:kari@outlook.com)."},
        "innleiing",
    ),
    keeps(PRIVAT_EPOST, "a public body", merknad("post@toppdal.kommune.no")),
    keeps(PRIVAT_EPOST, "a name like it", merknad("post@gmail.com.toppdal.example")),
    breaks(TELEFON, "three, two, three", merknad("Ring 900 00 000."), MERKNAD),
    keeps(TELEFON, "an amount", merknad("Ramma er 90 000 000 kr.")),
    breaks(UTAN_SKRIFT, "an emoji", {MERKNAD: "Bra 😀"}, MERKNAD),
    breaks(
        UTAN_SKRIFT,
        "in a name",
        {"organisering/prosjektleiar/namn": "中"},
        "organisering/prosjektleiar/namn",
    ),
    keeps(UTAN_SKRIFT, "signs people use", {MERKNAD: "Áŋŧ é ß ½ → ≥ € … – ✓ π Ж ‘x’ m²"}),
    breaks(LANGT_ORD, "61 letters", {MERKNAD: "å" * 61}, MERKNAD),
    keeps(LANGT_ORD, "60 letters", {MERKNAD: "å" * 60}),
    keeps(LANGT_ORD, "a hyphen", {MERKNAD: f"{'å' * 40}-{'å' * 40}"}),
    keeps(LANGT_ORD, "an address", {"innleiing": f"[her](https://{'a' * 70}.example)"}),
)


@table(*CASES)
def test_trykk(case: Case) -> None:
    judge(case)


@pytest.mark.parametrize(
    "words",
    [
        "900 00 000",
        "Ring 40 00 00 00 i dag",
        "tlf. 90000000",
        "+47 900 00 000",
        "+4790000000",
        "004790000000",
        "900\u00a000\u00a0000",
        "(900 00 000)",
    ],
)
def test_mobile_numbers(words: str) -> None:
    assert [each.regel for each in breaks(TELEFON, "", merknad(words), "").new] == [TELEFON]


@pytest.mark.parametrize(
    "words",
    [
        "4 000 000 kr",
        "90 000 000 kr",
        "90 000 000",
        "400 000 og 900 000",
        "90000000 kr",
        "40000000 kroner",
        "kommunenummer 4032 4028",
        "org.nr. 912 345 678",
        "org.nr. 912345678",
        "sak 2031/40000000",
        "2031-04-01",
        "1 900 00 000",
        "35 06 70 00",
        "i åra 2030 2031 2032",
        "40 prosent, 90 00 av 4000",
    ],
)
def test_other_numbers(words: str) -> None:
    assert not breaks(TELEFON, "", merknad(words), "").new


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.at and case.regel.code < "BP77"],
    ids=lambda case: case.what,
)
def test_messages_never_repeat_what_they_found(case: Case) -> None:
    for finding in case.new:
        assert not any(sign in finding.message + finding.help for sign in "0@")


NINE_DIGITS = st.builds(
    lambda day, individual, is_d: f"{day.day + 40 * is_d:02}{day:%m%y}{individual:03}",
    st.dates(date(1854, 1, 1), date(2039, 12, 31)),
    st.integers(0, 999),
    st.booleans(),
)


@given(NINE_DIGITS, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(nine: str, place: int, by: int) -> None:
    number = with_control_digits(nine)
    assume(number is not None)
    digits = str(number)
    assert is_identity_number(digits)
    wrong = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    assert not is_identity_number(wrong)


# --- signs and faces ---


def sets(signs: str) -> bool:
    """Whether the PDF can be made with these signs in it."""
    literal = "".join(f"\\u{{{ord(sign):x}}}" for sign in signs)
    try:
        typst.compile_pdf(f'#"{literal}"', PROPERTIES, look(LAYOUT))
    except ConversionError:
        return False
    return True


@pytest.mark.slow
def test_the_faces_have_every_sign_that_is_not_warned_of() -> None:
    has_face = re.compile(f"[{trykk._RANGES}]")  # noqa: SLF001  # what the rule goes by
    signs = [
        sign
        for sign in map(chr, range(0x20, 0x10000))
        if has_face.fullmatch(sign) and category(sign) not in {"Cc", "Cn", "Co", "Cs"}
    ]
    assert len(signs) > 4000
    # Apart, for a sign and a mark above it must be in one and the same face.
    assert all(sets(" ".join(signs[start : start + 500])) for start in range(0, len(signs), 500))


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["😀", "中", "ก", "🚀"])
def test_the_faces_lack_some_that_are(sign: str) -> None:
    assert not sets(sign)
    assert [each.regel for each in breaks(UTAN_SKRIFT, "", {MERKNAD: sign}, "").new] == [
        UTAN_SKRIFT
    ]
