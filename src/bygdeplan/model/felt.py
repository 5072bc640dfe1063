"""The kinds of text a plan author writes in a field.

The loader hands every plain value over as the text it was written as («0301», «2,5 mill.»), so the
type of the field alone decides what the text means. A field refuses nothing but by the kinds of
`avslag.FELTFEIL`: its `Lesemåte` stands in for pydantic's own reading, whose messages are English.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from bygdeplan.model.avslag import refusal, written
from bygdeplan.model.malform import Målform, Tvitekst, read_målform, read_tvitekst
from bygdeplan.model.tal import (
    read_amount,
    read_days,
    read_decimal,
    read_entry,
    read_hours,
    read_whole_number,
)
from bygdeplan.model.tid import Periode, Tidspunkt, read_date, read_meeting, read_year
from bygdeplan.ord.frase import MÅLFORMER

__all__ = [
    "Beløp",
    "Dagar",
    "Dato",
    "Heiltal",
    "Id",
    "JaNei",
    "Kommunenummer",
    "MålformFelt",
    "Møtedato",
    "Periode",
    "Planveg",
    "Prosa",
    "Rekneskapsbeløp",
    "Tal",
    "Tekst",
    "Tidspunkt",
    "Timar",
    "År",
]

MAX_ID = 60
"""Letters in an id, which becomes a part of file names."""

_ID = re.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ANSWERS = {"ja": True, "true": True, "nei": False, "false": False}


def _read_word(value: object) -> str:
    text = written(value)
    if not text:
        raise refusal("tom_tekst")
    return text


def _read_text(value: object) -> str:
    if isinstance(value, dict):
        return read_tvitekst(value)
    if isinstance(value, Tvitekst):
        return value
    return _read_word(value)


def _read_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    answer = answer_in(written(value))
    if answer is None:
        raise refusal("ja_nei")
    return answer


def answer_in(text: str) -> bool | None:
    """What a text answers, ja or nei; None for another text."""
    return _ANSWERS.get(text.strip().lower())


def says_yes(value: object) -> bool:
    """Whether what a file says is a text that answers ja."""
    return isinstance(value, str) and answer_in(value) is True


def _read_id(value: object) -> str:
    text = written(value)
    if not _ID.fullmatch(text):
        raise refusal("id")
    if len(text) > MAX_ID:
        raise refusal("lang_id")
    return text


def _read_municipal_number(value: object) -> str:
    text = written(value)
    if not re.fullmatch("[0-9]{4}", text):
        raise refusal("kommunenummer")
    return text


_COUNT_SCHEMA: JsonSchemaValue = {
    "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^ *[0-9]"}]
}
_DATE_SCHEMA: JsonSchemaValue = {
    "type": "string",
    "pattern": "[0-9].*[12][0-9]{3}$|^ *[12][0-9]{3}[-./][0-9]",
    "examples": ["2031-01-28", "28.1.2031", "28. januar 2031"],
}
"""What tells a date from other text; the reader decides the rest."""


class Lesemåte:
    """How what is written in a field becomes its value, and what the JSON Schema says of it.

    pydantic's own `PlainValidator` looks into the function and the type it gives anew for each of
    the fields, which makes a third of the time it takes to build the model.
    """

    def __init__(self, read: Callable[[object], object], schema: JsonSchemaValue) -> None:
        self.read = read
        self.schema = schema

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**self.schema}


def _text_schema(**facts: str) -> JsonSchemaValue:
    """A text, or the same text in each of the two forms, where one can stand empty."""
    text = {"type": ["string", "number"], **facts}
    forms: JsonSchemaValue = {
        "type": "object",
        "properties": dict.fromkeys(MÅLFORMER, text | {"type": ["string", "number", "null"]}),
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [text, forms]}


Tekst = Annotated[str, Lesemåte(_read_text, _text_schema())]
"""One line of text, shown as it is written; it can be written in both forms."""
Prosa = Annotated[
    str,
    Lesemåte(_read_text, _text_schema(contentMediaType="text/markdown")),
]
"""Paragraphs, lists, emphasis and links in CommonMark's signs; see `documents.prose`."""
MålformFelt = Annotated[Målform, Lesemåte(read_målform, {"enum": [*MÅLFORMER, "bokmal"]})]
"""The written form that something is in."""
Planveg = Annotated[str, Lesemåte(_read_word, {"type": "string"})]
"""The way to a place in the plan, its keys with full stops between: `delmål.bustad.vekt`."""
Beløp = Annotated[
    int,
    Lesemåte(
        read_amount,
        {
            "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string"}],
            "examples": [2_000_000, "2 000 000", "2,5 mill."],
        },
    ),
]
"""Whole kroner, never negative."""
Rekneskapsbeløp = Annotated[
    int,
    Lesemåte(
        read_entry, {"type": ["integer", "string"], "examples": [850_000, "850 000", "-20 000"]}
    ),
]
"""Whole kroner in accounts, negative for a correction or what is paid back."""
Tal = Annotated[Decimal, Lesemåte(read_decimal, {"type": ["number", "string"]})]
"""A number with decimal comma, or per cent with or without the sign."""
Heiltal = Annotated[int, Lesemåte(read_whole_number, {"type": "integer"})]
"""A whole number from 0."""
Timar = Annotated[int, Lesemåte(read_hours, _COUNT_SCHEMA)]
"""A whole number of hours, with or without the word."""
Dagar = Annotated[int, Lesemåte(read_days, _COUNT_SCHEMA)]
"""A whole number of days, with or without the word."""
År = Annotated[int, Lesemåte(read_year, {"type": "integer"})]
"""A year of four digits."""
Dato = Annotated[date, Lesemåte(read_date, _DATE_SCHEMA)]
"""A day, written 2031-01-28 or as people write it."""
Møtedato = Annotated[
    date | Literal["ingen"],
    Lesemåte(read_meeting, {"anyOf": [_DATE_SCHEMA, {"type": "string", "const": "ingen"}]}),
]
"""The day of a meeting, or «ingen» where the body does not meet on the case."""
JaNei = Annotated[bool, Lesemåte(_read_yes_no, {"enum": [True, False, "ja", "nei"]})]
"""ja or nei (true and false are read too)."""
Id = Annotated[str, Lesemåte(_read_id, {"type": "string", "pattern": f"^{_ID.pattern}$"})]
"""A key that belongs to one thing for ever: small letters a–z, digits, hyphens."""
Kommunenummer = Annotated[
    str,
    Lesemåte(
        _read_municipal_number,
        {"anyOf": [{"type": "string", "pattern": r"^\d{4}$"}, {"type": "integer"}]},
    ),
]
"""The four digits of a municipality; text, never a number."""
