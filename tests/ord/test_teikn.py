"""Signs that come along when text is pasted: cleaned where nothing is lost, else refused."""

import sys
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.ord.teikn import (
    RETNING,
    advice_on,
    called,
    cleaned,
    find_forbidden,
    has_forbidden,
    is_forbidden,
    pasted,
    without_forbidden,
)

EVERY_SIGN = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


# What is cleaned


@pytest.mark.parametrize(
    ("pasted", "clean", "kind"),
    [
        ("bu\u00adstad", "bustad", "mjuk bindestrek"),
        ("bu\u200bstad", "bustad", "teikn utan breidd"),
        ("bu\u200cstad", "bustad", "teikn utan breidd"),
        ("bu\u200dstad", "bustad", "teikn utan breidd"),
        ("bu\u2060stad", "bustad", "teikn utan breidd"),
        ("bu\ufeffstad", "bustad", "teikn utan breidd"),
        ("✔\ufe0f ja", "✔ ja", "teikn utan breidd"),
        ("葛\U000e0100", "葛", "teikn utan breidd"),
        ("e\u2011post", "e-post", "hard bindestrek"),
        ("e\u2010post", "e-post", "hard bindestrek"),
        ("10\u2009000 kr", "10\u00a0000 kr", "uvanleg mellomrom"),
        ("10\u202f000 kr", "10\u00a0000 kr", "uvanleg mellomrom"),
        ("10\u2007000 kr", "10\u00a0000 kr", "uvanleg mellomrom"),
        ("§\u20033", "§ 3", "uvanleg mellomrom"),
        ("a\u3000b", "a b", "uvanleg mellomrom"),
        ("o\ufb00entleg", "offentleg", "bokstavar i eitt teikn"),
        ("\ufb01nn", "finn", "bokstavar i eitt teikn"),
        ("\ufb02ytt", "flytt", "bokstavar i eitt teikn"),
        ("o\ufb03siell", "offisiell", "bokstavar i eitt teikn"),
        ("ra\ufb04a", "raffla", "bokstavar i eitt teikn"),
        ("fa\ufb06", "fast", "bokstavar i eitt teikn"),
        ("frå \uf0e0 til", "frå → til", "pil"),
        ("  \uf0b7 punkt", "  - punkt", "listeteikn"),
        ("  \uf0a7\tpunkt", "  - punkt", "listeteikn"),
        ("  \uf0b7\u00a0 punkt", "  - punkt", "listeteikn"),
        ("\t•\tpunkt", "\t- punkt", "listeteikn"),
        ("  · punkt", "  - punkt", "listeteikn"),
        ("  o\tpunkt", "  - punkt", "listeteikn"),
        ("  §\tpunkt", "  - punkt", "listeteikn"),
        ("  - \uf0b7 punkt", "  - punkt", "listeteikn"),
        ("  - •\tpunkt", "  - punkt", "listeteikn"),
        ("tittel: \uf0b7 Tomter", "tittel: Tomter", "listeteikn"),
    ],
)
def test_cleaned(pasted: str, clean: str, kind: str) -> None:
    assert cleaned(f"før\n{pasted}\netter") == (f"før\n{clean}\netter", {2: {kind: 1}})


@pytest.mark.parametrize(
    "text",
    [
        "Fjellbygda – «ein god stad»",
        "60\u00a0%",
        "a\tb",
        "3 · 4",
        "  o punkt",
        "  §3 om",
        "tittel: • Tomter",
        "midt i \uf0b7 teksten",
        "\uf0b7punkt",
        "😀",
        "a\u0316",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert cleaned(text) == (text, {})


def test_each_line_has_its_own_count() -> None:
    text, found = cleaned("\u200b\u200ba\u00ad\n\nb\u200b")
    assert text == "a\n\nb"
    assert found == {1: {"teikn utan breidd": 2, "mjuk bindestrek": 1}, 3: {"teikn utan breidd": 1}}


@given(st.text() | st.text("a \t\n-:\u00ad\u200b\u2011\u2003\ufb01\uf0b7•o§"))
def test_what_is_clean_stays_so(text: str) -> None:
    clean, _ = cleaned(text)
    assert clean.count("\n") == text.count("\n")
    assert cleaned(clean)[0] == clean or "o\t" in clean or "§\t" in clean


def test_no_sign_that_shows_is_lost() -> None:
    """What is changed does not show, is a space, or looks as what stands instead."""
    for sign in EVERY_SIGN:
        instead = cleaned(f"x{sign}x")[0][1:-1]
        if instead != sign:
            unseen = instead == "" and category(sign) in ("Cf", "Mn")
            space = instead.isspace() and (
                sign.isspace() or sign in "\u2800\u115f\u1160\u3164\uffa0"
            )
            same = instead == normalize("NFKD", sign) or (instead, category(sign)) == ("-", "Pd")
            assert unseen or space or same or sign in "\uf0df\uf0e0", f"{ord(sign):04X}"


# What is forbidden


@pytest.mark.parametrize(
    ("sign", "name", "advice"),
    [
        ("\x00", "U+0000", "Slett teiknet; det er oftast usynleg"),
        ("\x07", "U+0007", "Slett teiknet; det er oftast usynleg"),
        ("\x1b", "U+001B", "Slett teiknet; det er oftast usynleg"),
        ("\x7f", "U+007F", "Slett teiknet; det er oftast usynleg"),
        ("\x0b", "U+000B (loddrett tabulator)", "Slett teiknet, og skift linje"),
        ("\x0c", "U+000C (sideskift)", "Slett teiknet, og skift linje"),
        ("\u2028", "U+2028 (linjeskilje)", "Slett teiknet, og skift linje"),
        ("\u2029", "U+2029 (avsnittsskilje)", "Slett teiknet, og skift linje"),
        ("\x96", "U+0096", "Her skulle det truleg stå «–»."),
        ("\x92", "U+0092", "Her skulle det truleg stå «’»."),
        ("\x81", "U+0081", "Slett teiknet; det er oftast usynleg"),
        ("\u200e", "U+200E (venstre-til-høgre-merke)", "Slett teiknet. Det syner ikkje"),
        ("\u200f", "U+200F (høgre-til-venstre-merke)", "Slett teiknet. Det syner ikkje"),
        ("\u061c", "U+061C (arabisk retningsmerke)", "Slett teiknet. Det syner ikkje"),
        ("\u202d", "U+202D (venstre-til-høgre-overstyring)", "Slett teiknet. Det syner ikkje"),
        ("\u202e", "U+202E (høgre-til-venstre-overstyring)", "Slett teiknet. Det syner ikkje"),
        ("\u2066", "U+2066 (venstre-til-høgre-isolering)", "Slett teiknet. Det syner ikkje"),
        ("\u2069", "U+2069 (slutt på isolering)", "Slett teiknet. Det syner ikkje"),
        ("\u206a", "U+206A", "Slett teiknet; det er oftast usynleg"),
        ("\ufff9", "U+FFF9", "Slett teiknet; det er oftast usynleg"),
        ("\U000e0041", "U+E0041", "Slett teiknet; det er oftast usynleg"),
        ("\ufffc", "U+FFFC (plasshaldar for eit objekt)", "Slett teiknet. Det står der det var"),
        ("\ufffd", "U+FFFD (teikn som er gått tapt)", "Skriv det som skulle stå her"),
        ("\ue000", "U+E000", "Skriv eit vanleg teikn."),
        ("\uf0b7", "U+F0B7", "Skriv eit vanleg teikn."),
        ("\U000f0000", "U+F0000", "Skriv eit vanleg teikn."),
        ("\U0010fffd", "U+10FFFD", "Skriv eit vanleg teikn."),
        ("\ufdd0", "U+FDD0", "Slett teiknet; det er oftast usynleg"),
        ("\uffff", "U+FFFF", "Slett teiknet; det er oftast usynleg"),
        ("\ud83d", "U+D83D", "Slett teiknet; det er oftast usynleg"),
        ("\U0001fffe", "U+1FFFE", "Slett teiknet; det er oftast usynleg"),
        ("\U0003ffff", "U+3FFFF", "Slett teiknet; det er oftast usynleg"),
    ],
)
def test_forbidden(sign: str, name: str, advice: str) -> None:
    assert list(find_forbidden(f"bé{sign}y{sign}")) == [(3, sign), (5, sign)]
    assert without_forbidden(f"x{sign}y") == "x\ufffdy"
    assert called(sign) == name
    assert advice_on(sign).startswith(advice)


@pytest.mark.parametrize("sign", "\t\n aåÅéß«–−×😀中\u00a0\u00ad\u200b\u2011\u0301")
def test_sign_that_can_stand(sign: str) -> None:
    assert not is_forbidden(sign)
    assert without_forbidden(sign) == sign


def test_every_direction_mark_has_a_name() -> None:
    assert [sign for sign in RETNING if "(" not in called(sign)] == []


# Default_Ignorable_Code_Point of Unicode 16.
IGNORED = (
    *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8)),
    *((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)


@pytest.mark.parametrize(("first", "last"), IGNORED, ids=lambda code: f"{code:04X}")
def test_what_unicode_lets_programs_leave_out_does_not_pass(first: int, last: int) -> None:
    for sign in map(chr, range(first, last + 1)):
        text, _ = cleaned(f"a{sign}b")
        assert text in ("ab", "a b") or is_forbidden(sign), f"U+{ord(sign):04X}"


def test_whatever_does_not_show_is_cleaned_or_forbidden() -> None:
    hidden = [sign for sign in EVERY_SIGN if category(sign) in ("Cc", "Cf", "Co", "Zl", "Zp")]
    passed = [
        sign
        for sign in hidden
        if sign not in "\t\n" and not has_forbidden(sign) and cleaned(f"x{sign}x")[0] != "xx"
    ]
    # Those that are left belong to scripts whose other signs the faces have not (BP771).
    assert {f"{ord(sign):04X}" for sign in passed} <= {
        *(f"{code:04X}" for code in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2)),
        *(f"{code:04X}" for code in (0x110BD, 0x110CD, *range(0x13430, 0x13440))),
    }


def test_what_one_would_be_told_to_do_with_a_sign_is_done_when_it_is_pasted() -> None:
    for sign in EVERY_SIGN:
        instead = pasted(f"x{sign}x")[1:-1]
        told = advice_on(sign)
        if sign == "\r":
            assert instead == "\n"
        elif not is_forbidden(sign):
            assert instead == cleaned(f"x{sign}x")[0][1:-1]
        elif "skift linje" in told:
            assert instead == "\n"
        elif told.startswith("Slett"):
            assert not instead
        else:
            assert has_forbidden(instead) or "\uf000" < sign < "\uf100"
