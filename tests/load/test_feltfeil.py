"""What an author is taken to have meant by a value that cannot be read.

A guess is only worth making when the field can read it: the properties hold each to that.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bygdeplan.load import feltfeil
from bygdeplan.load.feltfeil import FELTFEIL, no_guess
from bygdeplan.model import felt


@pytest.mark.parametrize(
    ("guess", "written", "meant"),
    [
        (feltfeil.meint_beløp, "2.500.000", "2 500 000"),
        (feltfeil.meint_beløp, "2.500.000,-", "2 500 000"),
        (feltfeil.meint_beløp, "2 500 000,-", "2 500 000"),
        (feltfeil.meint_beløp, "2 500 000,00", "2 500 000"),
        (feltfeil.meint_beløp, "2.500.000,00 kr", "2 500 000"),
        (feltfeil.meint_beløp, "2,500,000", "2 500 000"),
        (feltfeil.meint_beløp, "2500000,-", "2500000"),
        (feltfeil.meint_beløp, "kr 2 000 000", "2 000 000"),
        (feltfeil.meint_beløp, "kr. 2.000.000,-", "2 000 000"),
        (feltfeil.meint_beløp, "NOK 500", "500"),
        (feltfeil.meint_beløp, "500 kroner", "500"),
        (feltfeil.meint_beløp, "ca. 500 000", "500 000"),
        (feltfeil.meint_beløp, "2.5 mill.", "2,5 mill."),
        (feltfeil.meint_beløp, "2,5 millionar", "2,5 mill."),
        (feltfeil.meint_beløp, "2 millionar kroner", "2 mill."),
        (feltfeil.meint_beløp, "2,5 MNOK", "2,5 mill."),
        (feltfeil.meint_beløp, "500 tusen", "500 000"),
        (feltfeil.meint_beløp, "2,5", None),
        (feltfeil.meint_beløp, "999999mill", "999999 mill."),
        (feltfeil.meint_beløp, "1001000mill", None),
        (feltfeil.meint_beløp, "999.999.999.999", "999 999 999 999"),
        (feltfeil.meint_beløp, "1.000.000.000.000", None),
        (feltfeil.meint_beløp, "mykje", None),
        (feltfeil.meint_beløp, "", None),
        (feltfeil.meint_tal, "60 prosent", "60"),
        (feltfeil.meint_tal, "12.5", "12,5"),
        (feltfeil.meint_tal, "12.5 %", "12,5"),
        (feltfeil.meint_tal, "om lag 40 stk.", "40"),
        (feltfeil.meint_tal, "3 av 6", None),
        (feltfeil.meint_tal, "seksti", None),
        (feltfeil.meint_heiltal, "12 stk.", "12"),
        (feltfeil.meint_heiltal, "3.", "3"),
        (feltfeil.meint_heiltal, "4,0", "4"),
        (feltfeil.meint_heiltal, "1.5", None),
        (feltfeil.meint_heiltal, "ein", None),
        (feltfeil.meint_årstal, "år 2031", "2031"),
        (feltfeil.meint_årstal, "2031.", "2031"),
        (feltfeil.meint_årstal, "31", None),
        (feltfeil.meint_dato, "19.2.2031", "2031-02-19"),
        (feltfeil.meint_dato, "19.02.2031", "2031-02-19"),
        (feltfeil.meint_dato, "19.02.31", "2031-02-19"),
        (feltfeil.meint_dato, "19/2-31", "2031-02-19"),
        (feltfeil.meint_dato, "19-2-2031", "2031-02-19"),
        (feltfeil.meint_dato, "19. februar 2031", "2031-02-19"),
        (feltfeil.meint_dato, "onsdag 19. februar 2031", "2031-02-19"),
        (feltfeil.meint_dato, "19. feb. 2031", "2031-02-19"),
        (feltfeil.meint_dato, "2031-2-19", "2031-02-19"),
        (feltfeil.meint_dato, "2031/02/19", "2031-02-19"),
        (feltfeil.meint_dato, "2031-19-02", "2031-02-19"),
        (feltfeil.meint_dato, "30.2.2031", None),
        (feltfeil.meint_dato, "19. februar", None),
        (feltfeil.meint_dato, "snart", None),
        (feltfeil.meint_tidspunkt, "2031-6", "2031-06"),
        (feltfeil.meint_tidspunkt, "2031/12", "2031-12"),
        (feltfeil.meint_tidspunkt, "juni 2031", "2031-06"),
        (feltfeil.meint_tidspunkt, "des. 2031", "2031-12"),
        (feltfeil.meint_tidspunkt, "30.6.2031", "2031-06-30"),
        (feltfeil.meint_tidspunkt, "2031-13", None),
        (feltfeil.meint_tidspunkt, "hausten 2031", None),
        (feltfeil.meint_periode, "frå 2030 til 2033", "2030–2033"),
        (feltfeil.meint_periode, "2030 / 2033", "2030–2033"),
        (feltfeil.meint_periode, "2030-33", "2030–2033"),
        (feltfeil.meint_periode, "2030–", None),
        (feltfeil.meint_periode, "33-30", None),
        (feltfeil.meint_ja_nei, "yes", "ja"),
        (feltfeil.meint_ja_nei, "NO", "nei"),
        (feltfeil.meint_ja_nei, "x", "ja"),
        (feltfeil.meint_ja_nei, "kanskje", None),
        (feltfeil.meint_id, "Bustad Innsikt", "bustad-innsikt"),
        (feltfeil.meint_id, "bustad_innsikt", "bustad-innsikt"),
        (feltfeil.meint_id, "bustad-løysing på gård", "bustad-loeysing-paa-gaard"),
        (feltfeil.meint_id, "1. kafé & kultur", "kafe-kultur"),
        (feltfeil.meint_id, "ærfugl", "aerfugl"),
        (feltfeil.meint_id, "2031", None),
        (feltfeil.meint_id, "♥", None),
        (feltfeil.meint_kommunenummer, "301", "0301"),
        (feltfeil.meint_kommunenummer, "K-4032", "4032"),
        (feltfeil.meint_kommunenummer, "40", None),
    ],
)
def test_guess(guess: Callable[[str], str | None], written: str, meant: str | None) -> None:
    assert guess(written) == meant


READ_BY: dict[str, Any] = {
    "beløp": felt.Beløp,
    "tal": felt.Tal,
    "heiltal": felt.Heiltal,
    "årstal": felt.År,
    "dato": felt.Dato,
    "dato_finst_ikkje": felt.Dato,
    "møtedato": felt.Møtedato,
    "tidspunkt": felt.Tidspunkt,
    "periode": felt.Periode,
    "ja_nei": felt.JaNei,
    "id": felt.Id,
    "lang_id": felt.Id,
    "kommunenummer": felt.Kommunenummer,
}
"""Kind of refusal → a field that raises it."""

WORDS = ["kr", "mill", "mnok", "tusen", "kroner", "%", " ", ".", ",", "-", "–", "'", "mai", "juni"]
nearly_values = st.lists(
    st.sampled_from(WORDS) | st.integers(0, 3000).map(str) | st.sampled_from("aåöé\u0301²½\n")
).map("".join)


@pytest.mark.parametrize("kind", READ_BY)
@given(written=nearly_values | st.text())
def test_whatever_is_guessed_can_be_read(kind: str, written: str) -> None:
    guess = FELTFEIL[kind].guess(written)
    if guess is not None:
        TypeAdapter(READ_BY[kind]).validate_python(guess)


def test_every_guess_is_held_against_a_field() -> None:
    guessed = {kind for kind, each in FELTFEIL.items() if each.guess is not no_guess}
    assert guessed == READ_BY.keys()


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_any_norwegian_date_is_understood(day: date) -> None:
    iso = day.isoformat()
    for written in (f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}"):
        assert feltfeil.meint_dato(written) == iso
    assert feltfeil.meint_dato(f"{day.year}-{day.month}-{day.day}") == iso


@given(st.integers(0, 10**12 - 1))
def test_any_amount_with_full_stops_is_understood(kroner: int) -> None:
    written = f"{kroner:,}".replace(",", ".")
    guess = feltfeil.meint_beløp(f"kr {written},-")
    assert guess is not None
    assert TypeAdapter(felt.Beløp).validate_python(guess) == kroner
