"""Years, dates, periods and moments as a plan file writes them."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from bygdeplan.model.avslag import refusal, written

_YEAR = "[12][0-9]{3}"
_PERIOD = re.compile(rf"({_YEAR})(?:\s*[-\u2013\u2014]\s*({_YEAR}))?")
_MOMENT = re.compile(rf"({_YEAR})(?:-([0-9]{{2}})(?:-([0-9]{{2}}))?)?")


def read_year(value: object) -> int:
    """A year of four digits; raises a refusal of kind `årstal`."""
    text = written(value)
    if not re.fullmatch(_YEAR, text):
        raise refusal("årstal")
    return int(text)


def read_date(value: object) -> date:
    """A day written 2031-01-28; raises a refusal of kind `dato` or `dato_finst_ikkje`."""
    if isinstance(value, date):
        return value
    match = _MOMENT.fullmatch(written(value))
    if not match or not match[3]:
        raise refusal("dato")
    return _calendar_date(*map(int, match.groups()))


def read_meeting(value: object) -> date | Literal["ingen"]:
    """A day or the word «ingen»; raises a refusal of kind `møtedato` or `dato_finst_ikkje`."""
    if isinstance(value, str) and value.strip().lower() == "ingen":
        return "ingen"
    try:
        return read_date(value)
    except PydanticCustomError as error:
        raise refusal("møtedato") if error.type == "dato" else error from None


def _calendar_date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise refusal("dato_finst_ikkje") from None


class _Skriven(ABC):
    """A value with a way of its own to be written in the file; `str` writes it back."""

    DØME: ClassVar[list[str | int]]
    """How it can be written, for the JSON Schema."""

    @classmethod
    @abstractmethod
    def read(cls, value: object) -> Self:
        """The value from what the file holds; raises a refusal."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "examples": cls.DØME}


@dataclass(frozen=True, order=True)
class Periode(_Skriven):
    """Whole years from first to last, both included."""

    DØME: ClassVar[list[str | int]] = ["2030–2033", 2030]

    første: int
    siste: int

    def __contains__(self, year: int) -> bool:
        return self.første <= year <= self.siste

    @property
    def årstal(self) -> range:
        """Every year of the period."""
        return range(self.første, self.siste + 1)

    @classmethod
    def read(cls, value: object) -> Self:
        """From «2030–2033» or «2030»; refusals `periode`, `periode_snudd`."""
        if isinstance(value, cls):
            return value
        match = _PERIOD.fullmatch(written(value))
        if not match:
            raise refusal("periode")
        period = cls(int(match[1]), int(match[2] or match[1]))
        if period.siste < period.første:
            raise refusal("periode_snudd")
        return period

    def __str__(self) -> str:
        return str(self.første) if self.første == self.siste else f"{self.første}–{self.siste}"


@dataclass(frozen=True)
class Tidspunkt(_Skriven):
    """A year, a month or a day, as exact as the author knows it: 2033, 2033-06 or 2033-06-30."""

    DØME: ClassVar[list[str | int]] = [2033, "2033-06", "2033-06-30"]

    år: int
    månad: int | None = None
    dag: int | None = None

    @property
    def første_dag(self) -> date:
        """The first day the moment can mean."""
        return date(self.år, self.månad or 1, self.dag or 1)

    @property
    def siste_dag(self) -> date:
        """The last day the moment can mean."""
        if self.dag:
            return self.første_dag
        year, month = (self.år, self.månad + 1) if self.månad else (self.år, 13)
        following = date(year + 1, 1, 1) if month > 12 else date(year, month, 1)
        return date.fromordinal(following.toordinal() - 1)

    @classmethod
    def read(cls, value: object) -> Self:
        """From ISO text of any of the three lengths; refusals `tidspunkt`, `dato_finst_ikkje`."""
        if isinstance(value, cls):
            return value
        match = _MOMENT.fullmatch(written(value))
        if not match:
            raise refusal("tidspunkt")
        year, month, day = match.groups()
        _calendar_date(int(year), int(month or 1), int(day or 1))
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    def __str__(self) -> str:
        return "-".join(
            [f"{self.år:04}", *(f"{part:02}" for part in (self.månad, self.dag) if part)]
        )
