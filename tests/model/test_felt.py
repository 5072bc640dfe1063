"""What a plan author may write in a field, and what it then means.

Amounts and numbers are in test_tal.py, years and dates in test_tid.py.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from bygdeplan.model import felt
from bygdeplan.model.avslag import FELTFEIL
from bygdeplan.model.felt import MAX_ID


def read(kind: Any, written: object) -> Any:
    return TypeAdapter(kind).validate_python(written)


def refused(kind: Any, written: object) -> tuple[str, str]:
    """The one fault that a field finds: its kind and its words."""
    with pytest.raises(ValidationError) as error:
        read(kind, written)
    [details] = error.value.errors()
    return details["type"], details["msg"]


# Text: what YAML would have made something else of stays as it was written.


@pytest.mark.parametrize("kind", [felt.Tekst, felt.Prosa], ids=["Tekst", "Prosa"])
@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Næringssjefen", "Næringssjefen"),
        ("NO", "NO"),
        ("0301", "0301"),
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("yes", "yes"),
        ("null", "null"),
        ("  Næringssjefen\n", "Næringssjefen"),
        ("to\n\navsnitt", "to\n\navsnitt"),
        (2031, "2031"),
    ],
)
def test_text(kind: Any, written: object, text: str) -> None:
    assert read(kind, written) == text


@pytest.mark.parametrize(
    ("written", "kind"),
    [("", "tom_tekst"), (" \u00a0\n", "tom_tekst"), (True, "verdi"), (["a"], "verdi")],
)
def test_no_text(written: object, kind: str) -> None:
    assert refused(felt.Tekst, written) == (kind, FELTFEIL[kind])


@given(st.text())
def test_any_text_is_kept_but_for_the_space_around_it(text: str) -> None:
    if text.strip():
        assert read(felt.Tekst, text) == text.strip()
    else:
        assert refused(felt.Tekst, text)[0] == "tom_tekst"


# Yes or no


@pytest.mark.parametrize("written", ["ja", "Ja", "JA", "true", "True", " ja ", True])
def test_yes(written: object) -> None:
    assert read(felt.JaNei, written) is True


@pytest.mark.parametrize("written", ["nei", "Nei", "NEI", "false", "False", False])
def test_no(written: object) -> None:
    assert read(felt.JaNei, written) is False


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "ja_nei"),
        ("yes", "ja_nei"),
        ("NO", "ja_nei"),
        ("kanskje", "ja_nei"),
        ("1", "ja_nei"),
        (None, "verdi"),
    ],
)
def test_neither_yes_nor_no(written: object, kind: str) -> None:
    assert refused(felt.JaNei, written) == (kind, FELTFEIL[kind])


# Ids and municipal numbers


@pytest.mark.parametrize("id_", ["a", "bustad", "bustad-innsikt", "b4", "a-1-b", "a" * MAX_ID])
def test_id(id_: str) -> None:
    assert read(felt.Id, id_) == id_


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "id"),
        ("Bustad", "id"),
        ("bustad innsikt", "id"),
        ("bustad_innsikt", "id"),
        ("bustad-løysing", "id"),
        ("-bustad", "id"),
        ("bustad-", "id"),
        ("bustad--innsikt", "id"),
        ("1-bustad", "id"),
        ("bustad/innsikt", "id"),
        ("..", "id"),
        ("a" * (MAX_ID + 1), "lang_id"),
    ],
)
def test_no_id(written: str, kind: str) -> None:
    assert refused(felt.Id, written) == (kind, FELTFEIL[kind])


@pytest.mark.parametrize("number", ["0301", "4032", "9901"])
def test_municipal_number(number: str) -> None:
    assert read(felt.Kommunenummer, number) == number


@pytest.mark.parametrize("written", ["", "301", "03010", "3O1O", "٠٣٠١", "K-0301"])
def test_no_municipal_number(written: str) -> None:
    assert refused(felt.Kommunenummer, written)[0] == "kommunenummer"


# Every field


@pytest.mark.parametrize(
    "kind", [getattr(felt, name) for name in felt.__all__], ids=list(felt.__all__)
)
@given(
    written=st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.lists(st.text(max_size=3), max_size=2)
    | st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)
)
def test_a_field_refuses_with_no_other_words_than_ours(kind: Any, written: object) -> None:
    said = {}
    try:
        read(kind, written)
    except ValidationError as error:
        said = {details["type"]: details["msg"] for details in error.errors()}
    assert said.items() <= FELTFEIL.items()
