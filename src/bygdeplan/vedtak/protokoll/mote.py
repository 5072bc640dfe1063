"""What tells one meeting from another in a line: the body, the day, the number of the case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bygdeplan.ord.skriv import månad


class Møteorgan(StrEnum):
    """The bodies that have to be told apart."""

    KOMMUNESTYRE = "kommunestyret"
    FORMANNSKAP = "formannskapet"
    ANNA = "eit anna organ"
    """A council, a committee, the county: it decides nothing here."""


@dataclass(frozen=True)
class Organnamn:
    """A body as it is named."""

    slag: Møteorgan
    namn: str


# «Kommunestyresalen» is a place, where others meet too.
_ORGAN = re.compile(
    r"\b(?P<kommunestyre>(?:kommune|by|herads)styre(?:ts|t|s)?(?=(?:sak|vedtak|møte)\w*|\b)"
    r"|(?-i:KST|KOM)\b)"
    r"|\b(?P<formannskap>formannskap(?:ets|et|s)?(?=(?:sak|vedtak|møte)\w*|\b)|(?-i:FSK)\b)"
    r"|\b(?P<anna>[\w-]{2,}?(?:utval(?:et|ets|s)?|utvalg(?:et|ets|s)?|råd(?:et|ets|s)?"
    r"|komit[eé](?:en|ens)?|nemnda?s?|(?:fylkes|stor|same|region|mark|land)ting(?:et|ets)?|styrets?)"
    r"|(?:utval(?:et)?|utvalg(?:et)?|råd(?:et)?|komit[eé](?:en)?) for [\w, -]+)\b",
    re.IGNORECASE,
)
_KODAR = {
    Møteorgan.KOMMUNESTYRE: ("kom", "kst", "ks", "kms", "kmst", "kmt", "bys", "hst", "k"),
    Møteorgan.FORMANNSKAP: ("fsk", "fs", "for", "form", "fms", "f"),
}
"""What stands before the number of a case in the minutes of a body: `KOM-012/26`, `KS-sak`."""
_FELLES_KODAR = ("ps", "pk", "rs", "kf", "sak", "nr")
"""What any body has before its numbers: «politisk sak»."""


def find_bodies(text: str) -> Iterator[Organnamn]:
    """The bodies a line names, in their order."""
    for found in _ORGAN.finditer(text):
        slag = Møteorgan[(found.lastgroup or "").upper()]
        yield Organnamn(slag, found[0])


def without_bodies(text: str) -> str:
    """A line with the names of bodies taken out."""
    return _ORGAN.sub(" ", text)


_MÅNADER = {månad(date(2000, number, 1)): number for number in range(1, 13)}
_DAG = re.compile(
    r"(?<![\d/.])(?P<dag>\d{1,2})(?:\s?[./]\s?(?P<månad>\d{1,2})\s?[./-]\s?"
    rf"|\.?\s(?P<namn>{'|'.join(_MÅNADER)})\s)(?P<år>\d{{4}}|\d{{2}})(?![\d/])"
    r"|(?<!\d)(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)",
    re.IGNORECASE,
)

_UTAN_ÅR = re.compile(rf"\b(?P<dag>\d{{1,2}})\.\s?(?P<namn>{'|'.join(_MÅNADER)})\b", re.IGNORECASE)


def find_days(text: str, year: int | None = None) -> Iterator[date]:
    """The days a line names, in their order; what is no day of the calendar is none.

    A day without a year is one in `year`, or none.
    """
    for found in (*_DAG.finditer(text), *_UTAN_ÅR.finditer(_DAG.sub(" ", text) if year else "")):
        try:
            yield _day(found, year)
        except ValueError:
            continue


def _day(found: re.Match[str], stated: int | None) -> date:
    said = found.groupdict()
    if said.get("iso"):
        return date.fromisoformat(said["iso"])
    year = int(said.get("år") or stated or 0)
    month = int(said.get("månad") or _MÅNADER[said["namn"].lower()])
    return date(year if year > 99 else 2000 + year, month, int(found["dag"]))


def without_days(text: str) -> str:
    """A line with its days taken out, those without a year too."""
    return _UTAN_ÅR.sub(" ", _DAG.sub(" ", text))


@dataclass(frozen=True)
class Saksnummer:
    """The number of a case, and the body it tells of, where it tells one."""

    nummer: str
    """«12/26», without zeros before it."""
    organ: Organnamn | None = None


NUMMER = r"(?P<nr>\d{1,4})\s?[/-]\s?(?P<år>20\d\d|\d\d)(?![\d/.]\d|\d)"
_NUMRA = re.compile(
    rf"(?:\b(?P<kode>[A-ZÆØÅ]{{1,6}})(?:\s?-?\s?sak)?(?:\s?[–-]\s?|\s)?)?(?:(?<!\d)(?<!\d[/.]){NUMMER})"
)
_ARKIV = 1900
"""From here on what stands before the stroke is a year: «2025/1234» is a number in the archive."""


def case_number(nr: str, year: str, kode: str = "") -> Saksnummer | None:
    """The number of a case from its parts; None for one that is of the archive."""
    if int(nr) >= _ARKIV:
        return None
    folded = kode.casefold()
    organ = next((slag for slag, codes in _KODAR.items() if folded in codes), None)
    if organ is None and folded and folded not in _FELLES_KODAR:
        organ = Møteorgan.ANNA
    return Saksnummer(f"{int(nr)}/{year[-2:]}", Organnamn(organ, kode) if organ else None)


def find_numbers(text: str) -> Iterator[Saksnummer]:
    """The numbers of cases a line names: «KOM-012/26», «KS-sak 12/26», «12/26»."""
    for found in _NUMRA.finditer(without_days(text)):
        number = case_number(found["nr"], found["år"], found["kode"] or "")
        if number is not None and (found["kode"] or "/" in found[0]):
            yield number


def without_numbers(text: str) -> str:
    """A line with the numbers of cases taken out."""
    return _NUMRA.sub(" ", text)
