"""Years, dates, periods and moments as people write them.

What can mean one thing alone is read, names of months and weekdays too. What can be taken for
another day, or for a day of another year, is refused.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from bygdeplan.model.avslag import refusal, written
from bygdeplan.ord.skriv import månadsnummer, vekedagsnummer

_YEAR = "[12][0-9]{3}"
_PERIOD = re.compile(rf"({_YEAR})(?:\s*[-\u2013\u2014]\s*({_YEAR}))?")
_FROM_TO = rf"(?:fr[åa] )?({_YEAR}) til(?: og med)? ({_YEAR})"
_ISO = re.compile(rf"({_YEAR})(?:-([0-9]{{1,2}})(?:-([0-9]{{1,2}}))?)?")
# The rest is compiled when a file writes it so: most files do not.
_WORD = r"[^\W\d_]+"
_DAY = r"(?P<day>[0-9]{1,2})"
_NAMED = rf"(?P<name>{_WORD})\.?,?"
_WEEKDAY = rf"(?:(?!den )(?P<weekday>{_WORD})\.?,? )?(?:den )?"
_END = rf"(?P<year>{_YEAR})"
_DAYS = (
    rf"(?P<year>{_YEAR})(?P<sign>[./])(?P<month>[0-9]{{1,2}})(?P=sign){_DAY}",
    rf"{_WEEKDAY}{_DAY}\. ?(?P<month>[0-9]{{1,2}})\. ?{_END}",
    rf"{_WEEKDAY}{_DAY}/(?P<month>[0-9]{{1,2}})-{_END}",
    rf"{_WEEKDAY}{_DAY}\.? ?{_NAMED} ?{_END}",
)
"""«2031.1.28», «28.1.2031», «28/1-2031», «tysdag den 28. januar 2031»."""
_MONTHS = (rf"(?P<month>[0-9]{{1,2}})\.{_END}", rf"{_NAMED} ?{_END}")
"""«1.2031», «januar 2031»."""


def read_year(value: object) -> int:
    """A year of four digits; raises a refusal of kind `årstal`."""
    text = written(value)
    if not re.fullmatch(_YEAR, text):
        raise refusal("årstal")
    return int(text)


def read_date(value: object) -> date:
    """A day from «2031-01-28», «28.1.2031», «tysdag 28. januar 2031» and their like.

    Raises a refusal of kind `dato`, `dato_finst_ikkje`, or `vekedag` when the weekday is wrong.
    """
    if isinstance(value, date):
        return value
    text = written(value)
    match = _ISO.fullmatch(text)
    if match and match[3]:
        return _calendar_date(*map(int, match.groups()))
    day = None if match else _day(_plain(text))
    if day is None:
        raise refusal("dato")
    return day


def read_meeting(value: object) -> date | Literal["ingen"]:
    """A day or the word «ingen»; raises a refusal as `read_date`, but `møtedato` for `dato`."""
    if isinstance(value, str) and value.strip().lower() == "ingen":
        return "ingen"
    try:
        return read_date(value)
    except PydanticCustomError as error:
        raise refusal("møtedato") if error.type == "dato" else error from None


def _plain(text: str) -> str:
    """Small letters, and one ordinary space for each run of white space."""
    return " ".join(text.lower().split())


def _day(text: str) -> date | None:
    """The day that a text in small letters names, in another form than ISO's."""
    for form in _DAYS:
        if match := re.fullmatch(form, text):
            said = match.groupdict()
            month = _month(said)
            if month is None:
                return None
            day = _calendar_date(int(match["year"]), month, int(match["day"]))
            return day if _is_weekday_of(day, said.get("weekday")) else None
    return None


def _month(said: Mapping[str, str | None]) -> int | None:
    """The number of a month that is said in digits or by name; None for a name of none."""
    number = said.get("month")
    return int(number) if number else månadsnummer(said.get("name") or "")


def _is_weekday_of(day: date, name: str | None) -> bool:
    """Whether a name is that of a weekday; raises a refusal when it is another day's.

    None is no name, and as good as the right one.
    """
    if name is None:
        return True
    number = vekedagsnummer(name)
    if number is not None and number != day.weekday():
        raise refusal("vekedag")
    return number is not None


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
        return {"type": ["string", "number"], "examples": cls.DØME}


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
        """From «2030–2033», «2030 til 2033» or «2030»; refusals `periode`, `periode_snudd`."""
        if isinstance(value, cls):
            return value
        text = written(value)
        match = _PERIOD.fullmatch(text) or re.fullmatch(_FROM_TO, _plain(text))
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

    DØME: ClassVar[list[str | int]] = [2033, "2033-06", "juni 2033", "2033-06-30"]

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
        """From «2033», «juni 2033», «6.2033», ISO text, or a day as `read_date` has it.

        Refusals `tidspunkt`, `dato_finst_ikkje`, `vekedag`.
        """
        if isinstance(value, cls):
            return value
        text = written(value)
        if match := _ISO.fullmatch(text):
            year, *rest = match.groups()
            return cls._of(int(year), *(int(part) if part else None for part in rest))
        text = _plain(text)
        return cls._from_month(text) or cls._from_day(text)

    @classmethod
    def _of(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        _calendar_date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    @classmethod
    def _from_month(cls, text: str) -> Self | None:
        for form in _MONTHS:
            match = re.fullmatch(form, text)
            month = _month(match.groupdict()) if match else None
            if match and month is not None:
                return cls._of(int(match["year"]), month)
        return None

    @classmethod
    def _from_day(cls, text: str) -> Self:
        day = _day(text)
        if day is None:
            raise refusal("tidspunkt")
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        return "-".join(
            [f"{self.år:04}", *(f"{part:02}" for part in (self.månad, self.dag) if part)]
        )
