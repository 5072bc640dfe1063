"""What an author is taken to have meant by a value that cannot be read.

A reading is only worth showing when the field can read it: the properties hold each to that.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bygdeplan.load import feltfeil
from bygdeplan.load.feltfeil import FELTFEIL, Lesingar, in_words, no_reading
from bygdeplan.model import felt


@pytest.mark.parametrize(
    ("readings", "written", "meant"),
    [
        (feltfeil.meint_beløp, "60.000", ["60 000", "60"]),
        (feltfeil.meint_beløp, "60,000", ["60 000", "60"]),
        (feltfeil.meint_beløp, "60.000 kr", ["60 000", "60"]),
        (feltfeil.meint_beløp, "60.500", ["60 500"]),
        (feltfeil.meint_beløp, "2.500", ["2 500"]),
        (feltfeil.meint_beløp, "60,000,-", ["60 000"]),
        (feltfeil.meint_beløp, "60.00", ["60"]),
        (feltfeil.meint_beløp, "60 000.00", ["60 000"]),
        (feltfeil.meint_beløp, "60,000.00", ["60 000"]),
        (feltfeil.meint_beløp, "2,500,000.00", ["2 500 000"]),
        (feltfeil.meint_beløp, "60'000", ["60 000"]),
        (feltfeil.meint_beløp, "2.500 mill.", ["2,500 mill.", "2 500 mill."]),
        (feltfeil.meint_beløp, "0.06 mill", ["0,06 mill."]),
        (feltfeil.meint_beløp, "½ mill.", ["0,5 mill."]),
        (feltfeil.meint_beløp, "2½ mill. kr", ["2,5 mill."]),
        (feltfeil.meint_beløp, "2 ¼ mill.", ["2,25 mill."]),
        (feltfeil.meint_beløp, "60 tkr", ["60 000"]),
        (feltfeil.meint_beløp, "60k", ["60 000"]),
        (feltfeil.meint_beløp, "60 TNOK", ["60 000"]),
        (feltfeil.meint_beløp, "2 mio.", ["2 mill."]),
        (feltfeil.meint_beløp, "ca. 500 000", ["500 000"]),
        (feltfeil.meint_beløp, "2.5 mill.", ["2,5 mill."]),
        (feltfeil.meint_beløp, "2,5 MNOK", ["2,5 mill."]),
        (feltfeil.meint_beløp, "12.5 tusen", ["12,5 tusen"]),
        (feltfeil.meint_beløp, "12,5 tkr", ["12,5 tusen"]),
        (feltfeil.meint_beløp, "~60 000", ["60 000"]),
        (feltfeil.meint_beløp, "60  000", ["60 000"]),
        (feltfeil.meint_beløp, "60 000?", ["60 000"]),
        (feltfeil.meint_beløp, "1001000mill", []),
        (feltfeil.meint_beløp, "1.000.000.000.000", []),
        (feltfeil.meint_beløp, "mykje", []),
        (feltfeil.meint_beløp, "", []),
        (feltfeil.meint_i_mill, "2,5", ["2,5 mill."]),
        (feltfeil.meint_i_mill, "kr 2,5", ["2,5 mill."]),
        (feltfeil.meint_i_mill, "60 000,50", []),
        (feltfeil.meint_i_mill, "1234,5", []),
        (feltfeil.meint_tal, "19.5", ["19,5"]),
        (feltfeil.meint_tal, "1.500", ["1 500", "1,500"]),
        (feltfeil.meint_tal, "½", ["0,5"]),
        (feltfeil.meint_tal, "12½ %", ["12,5"]),
        (feltfeil.meint_tal, "12345.678", ["12345,678"]),
        (feltfeil.meint_tal, "12.5", ["12,5"]),
        (feltfeil.meint_tal, "12.5 %", ["12,5"]),
        (feltfeil.meint_tal, "om lag 40 stk.", ["40"]),
        (feltfeil.meint_tal, "3 av 6", []),
        (feltfeil.meint_tal, "seksti", []),
        (feltfeil.meint_heiltal, "1.200", ["1 200"]),
        (feltfeil.meint_heiltal, "1.200 timar", ["1 200"]),
        (feltfeil.meint_heiltal, "12 stk.", ["12"]),
        (feltfeil.meint_heiltal, "3.", ["3"]),
        (feltfeil.meint_heiltal, "4,0", ["4"]),
        (feltfeil.meint_heiltal, "1.5", []),
        (feltfeil.meint_heiltal, "ein", []),
        (feltfeil.meint_årstal, "år 2031", ["2031"]),
        (feltfeil.meint_årstal, "2031.", ["2031"]),
        (feltfeil.meint_årstal, "31", []),
        (feltfeil.meint_dato, "20260219", ["2026-02-19"]),
        (feltfeil.meint_dato, "20261302", []),
        (feltfeil.meint_dato, "februar 19, 2026", ["2026-02-19"]),
        (feltfeil.meint_dato, "Feb 19 2026", ["2026-02-19"]),
        (feltfeil.meint_dato, "19,02,2026", ["2026-02-19"]),
        (feltfeil.meint_dato, "19.02.2026.", ["2026-02-19"]),
        (feltfeil.meint_dato, "2026-02-19.", ["2026-02-19"]),
        (feltfeil.meint_dato, "19/2-26", ["2026-02-19", "2019-02-26"]),
        (feltfeil.meint_dato, "19.02.31", ["2031-02-19"]),
        (feltfeil.meint_dato, "28.1.26", ["2026-01-28", "2028-01-26"]),
        (feltfeil.meint_dato, "3/2/2031", ["2031-02-03", "2031-03-02"]),
        (feltfeil.meint_dato, "19/2/2031", ["2031-02-19"]),
        (feltfeil.meint_dato, "2/19/2031", ["2031-02-19"]),
        (feltfeil.meint_dato, "19-2-2031", ["2031-02-19"]),
        (feltfeil.meint_dato, "1/2/03", ["2003-02-01", "2003-01-02", "2001-02-03"]),
        (feltfeil.meint_dato, "5/5/2031", ["2031-05-05"]),
        (feltfeil.meint_dato, "19. februar 31", ["2031-02-19"]),
        (feltfeil.meint_dato, "2031-02-19 kl. 18", ["2031-02-19"]),
        (feltfeil.meint_dato, "2031-02-19T18:00", ["2031-02-19"]),
        (feltfeil.meint_dato, "19.02.2031 18:30", ["2031-02-19"]),
        (feltfeil.meint_dato, "onsdag 19. februar 2031 kl 18.30", ["2031-02-19"]),
        (feltfeil.meint_dato, "2031-02-30 kl. 18", []),
        (feltfeil.meint_dato, "2031-19-02", ["2031-02-19"]),
        (feltfeil.meint_dato, "30.2.2031", []),
        (feltfeil.meint_dato, "19. februar", []),
        (feltfeil.meint_dato, "snart", []),
        (feltfeil.meint_vekedag, "måndag 19. februar 2031", ["onsdag 19. februar 2031"]),
        (feltfeil.meint_vekedag, "ti. 19.02.2031", ["onsdag 19.02.2031"]),
        (feltfeil.meint_vekedag, "måndag den 19. februar 2031", ["onsdag den 19. februar 2031"]),
        (feltfeil.meint_tidspunkt, "2031/6", ["2031-06"]),
        (feltfeil.meint_tidspunkt, "2031.06", ["2031-06"]),
        (feltfeil.meint_tidspunkt, "30/6-2031 kl. 12", ["2031-06-30"]),
        (feltfeil.meint_tidspunkt, "2031-13", []),
        (feltfeil.meint_tidspunkt, "hausten 2031", []),
        (feltfeil.meint_periode, "2030 / 2033", ["2030–2033"]),
        (feltfeil.meint_periode, "2030-33", ["2030–2033"]),
        (feltfeil.meint_periode, "2030–", []),
        (feltfeil.meint_periode, "33-30", []),
        (feltfeil.meint_ja_nei, "yes", ["ja"]),
        (feltfeil.meint_ja_nei, "NO", ["nei"]),
        (feltfeil.meint_ja_nei, "x", ["ja"]),
        (feltfeil.meint_ja_nei, "kanskje", []),
        (feltfeil.meint_id, "Bustad Innsikt", ["bustad-innsikt"]),
        (feltfeil.meint_id, "bustad_innsikt", ["bustad-innsikt"]),
        (feltfeil.meint_id, "bustad-løysing på gård", ["bustad-loeysing-paa-gaard"]),
        (feltfeil.meint_id, "1. kafé & kultur", ["kafe-kultur"]),
        (feltfeil.meint_id, "ærfugl", ["aerfugl"]),
        (feltfeil.meint_id, "2031", []),
        (feltfeil.meint_id, "♥", []),
        (feltfeil.meint_kommunenummer, "301", ["0301"]),
        (feltfeil.meint_kommunenummer, "K-4032", ["4032"]),
        (feltfeil.meint_kommunenummer, "40", []),
        (feltfeil.meint_målform, "nb-NO", ["bokmål"]),
        (feltfeil.meint_målform, "norsk", ["bokmål"]),
        (feltfeil.meint_målform, "Nynorsk (NN)", ["nynorsk"]),
        (feltfeil.meint_målform, "engelsk", []),
    ],
)
def test_readings(readings: Callable[[str], Lesingar], written: str, meant: list[str]) -> None:
    assert [*dict.fromkeys(readings(written))] == meant


READ_BY: dict[str, Any] = {
    "beløp": felt.Beløp,
    "heile_kroner": felt.Beløp,
    "tal": felt.Tal,
    "heiltal": felt.Heiltal,
    "årstal": felt.År,
    "dato": felt.Dato,
    "dato_finst_ikkje": felt.Dato,
    "vekedag": felt.Dato,
    "møtedato": felt.Møtedato,
    "tidspunkt": felt.Tidspunkt,
    "periode": felt.Periode,
    "ja_nei": felt.JaNei,
    "id": felt.Id,
    "lang_id": felt.Id,
    "kommunenummer": felt.Kommunenummer,
    "målform": felt.MålformFelt,
}
"""Kind of refusal → a field that raises it."""

WORDS = ["kr", "mill", "mnok", "tkr", "kl.", "%", " ", ".", ",", "-", "/", "–", "'", "mai", "on."]
nearly_values = st.lists(
    st.sampled_from(WORDS) | st.integers(0, 3000).map(str) | st.sampled_from("aåöé\u0301²½\n")
).map("".join)


@pytest.mark.parametrize("kind", READ_BY)
@given(written=nearly_values | st.text())
def test_whatever_it_may_mean_can_be_read(kind: str, written: str) -> None:
    for reading in FELTFEIL[kind].readings(written):
        TypeAdapter(READ_BY[kind]).validate_python(reading)


def test_every_reading_is_held_against_a_field() -> None:
    read = {kind for kind, each in FELTFEIL.items() if each.readings is not no_reading}
    assert read == READ_BY.keys()


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_any_date_with_two_digits_of_the_year_is_understood(day: date) -> None:
    for written in (f"{day:%d.%m.%y}", f"{day.day}/{day.month}-{day:%y}"):
        assert next(feltfeil.meint_dato(written)) == day.isoformat()


@given(st.integers(1, 999))
def test_thousands_after_one_sign_can_mean_two_amounts(thousands: int) -> None:
    for sign in ".,":
        readings = feltfeil.meint_beløp(f"kr {thousands}{sign}000")
        meant = [TypeAdapter(felt.Beløp).validate_python(each) for each in readings]
        assert meant == [thousands * 1000, thousands]


@pytest.mark.parametrize(
    ("kind", "written", "message", "advice"),
    [
        (
            "beløp",
            "60.000",
            "Dette kan lesast på fleire måtar: `60.000`",
            "Meinte du `60 000` eller `60`?",
        ),
        ("tal", "19.5", "Talet let seg ikkje lese: `19.5`", "Meinte du `19,5`?"),
        ("årstal", "", "Her skal det stå eit årstal med fire siffer", "Skriv året med fire siffer"),
        (
            "vekedag",
            "onsdag 28. januar 2031",
            "Vekedagen passar ikkje til datoen: `onsdag 28. januar 2031`",
            "Meinte du `tysdag 28. januar 2031`?",
        ),
        ("beløp", "9" * 101, "Beløpet let seg ikkje lese: `", "Skriv heile kroner"),
    ],
)
def test_refusal_in_words(kind: str, written: str, message: str, advice: str) -> None:
    told = in_words(kind, written)
    assert told.message.startswith(message)
    assert told.advice.startswith(advice)
