"""What the documents have trouble carrying."""

import re
from datetime import date
from unicodedata import category

import pytest

from bygdeplan.convert import typst
from bygdeplan.convert.document import Properties
from bygdeplan.convert.look import ConversionError
from bygdeplan.rules import teikn
from bygdeplan.rules.teikn import LANGT_ORD, UTAN_SKRIFT
from tests.convert.pages import look
from tests.rules.cases import Case, breaks, judge, keeps, table

MERKNAD = "kommunar/toppdal/merknad"
LAYOUT = '#set text(font: "Source Sans Pro")'
PROPERTIES = Properties("Teikn", "Toppdalen", date(2031, 1, 6), "nn-NO")

CASES = (
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
def test_teikn(case: Case) -> None:
    judge(case)


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
    has_face = re.compile(f"[{teikn._RANGES}]")  # noqa: SLF001  # what the rule goes by
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
