"""A document → its cases, each with the passages under its headings and their meetings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bygdeplan.vedtak.protokoll.les.linjer import as_point, is_sign
from bygdeplan.vedtak.protokoll.merkelapp import (
    NO_NAMES,
    Merkelapp,
    Ordliste,
    Passasjeslag,
    own_words,
    read_heading,
)
from bygdeplan.vedtak.protokoll.mote import Møteorgan, Organnamn
from bygdeplan.vedtak.protokoll.tekst import Stykke


@dataclass(frozen=True)
class Møteomtale:
    """What a line says of a meeting: the body, the day, or both."""

    organ: Organnamn | None
    dag: date | None
    er_møtedag: bool
    stad: str


def tell_of_meeting(found: Merkelapp, stad: str) -> list[Møteomtale]:
    """What a line says of meetings: of one, or of one for each day it names."""
    days = found.dagar or (None,)
    return [Møteomtale(found.organ, day, found.er_møtedag, stad) for day in days]


@dataclass
class Passasje:
    """What stands under one heading, up to the next."""

    merkelapp: Merkelapp
    stad: str
    møte: tuple[Møteomtale, ...] = ()
    """What the lines right above it say of the meeting it comes from."""
    stykke: list[Stykke] = field(default_factory=list)
    atterhald: str = ""
    """Why its heading may not be what readers see, as a clause."""

    @property
    def slag(self) -> Passasjeslag:
        return self.merkelapp.slag

    @property
    def namn(self) -> str:
        """The heading; empty for what stands before the first one."""
        return self.merkelapp.namn

    @property
    def organ(self) -> tuple[Organnamn, ...]:
        """The bodies it may be of: as its heading says, else the lines above it."""
        if self.merkelapp.organ is not None:
            return (self.merkelapp.organ,)
        return tuple({each.organ.slag: each.organ for each in self.møte if each.organ}.values())

    def is_of(self, slag: Møteorgan) -> bool:
        """Whether it is of a body, as far as it says whose it is."""
        named = {each.slag for each in self.organ}
        return not named or slag in named

    @property
    def tekst(self) -> str:
        """All of it on one line."""
        return " ".join(each.linje for each in self.stykke)


@dataclass
class Sak:
    """A case of a meeting; all of a document that has no cases."""

    tittel: str
    passasjar: list[Passasje]
    nummer: str = ""
    """The number of the case with its year, «12/31»; empty when it has none."""
    organ: Organnamn | None = None
    """The body its number tells of."""
    stad: str = ""

    @property
    def tekst(self) -> str:
        """All of it on one line, headings too."""
        parts = (f"{each.namn} {each.tekst}" for each in self.passasjar)
        return f"{self.tittel} {' '.join(parts)}"

    def goes_on_under(self, number: str, organ: Organnamn | None) -> bool:
        """Whether a number is that of this case; two bodies may have a number each of a kind."""
        same_body = not organ or not self.organ or organ.slag is self.organ.slag
        return bool(number) and number == self.nummer and same_body


@dataclass(frozen=True)
class Sakliste:
    """The cases of a document, and what its head says of the meeting."""

    saker: tuple[Sak, ...]
    hovud: tuple[Møteomtale, ...]


def find_cases(stykke: Sequence[Stykke], ordliste: Ordliste) -> Sakliste:
    """The cases of a document in their order; what stands before the first is one as well."""
    return _Saksordnar(ordliste).sort(stykke)


_OPENING = Merkelapp(Passasjeslag.SAK, "")


_FELT = re.compile(
    r"(?:styre, råd, utval|styre/råd/utval|utval|utvalg|organ|møtedato|møtedag|dato):?",
    re.IGNORECASE,
)


def _paired(stykke: Sequence[Stykke]) -> Iterator[Stykke]:
    """The paragraphs, each field or sign that stands alone with what stands below it."""
    waiting: Stykke | None = None
    for each in stykke:
        if waiting is not None and is_sign(waiting.linje):
            text = f"{waiting.linje} {each.tekst}"
            yield as_point(text, waiting.stad, waiting.atterhald or each.atterhald)
            waiting = None
        elif waiting is not None:
            yield replace(waiting, tekst=f"{waiting.linje.rstrip(':')}: {each.linje}")
            waiting = None
        elif (_FELT.fullmatch(each.linje) or is_sign(each.linje)) and not each.er_punkt:
            waiting = each
        else:
            yield each
    if waiting is not None:
        yield waiting


class _Saksordnar:
    """Sorts the paragraphs of a document into cases and passages, one by one."""

    def __init__(self, ordliste: Ordliste) -> None:
        self._ordliste = ordliste
        self._case = Sak("", [Passasje(_OPENING, "")])
        self._cases = [self._case]
        self._hovud: list[Møteomtale] = []
        self._møte: list[Møteomtale] = []
        """What the lines right above say of a meeting: one of them, or a list of several."""

    def sort(self, stykke: Sequence[Stykke]) -> Sakliste:
        stykke = list(_paired(stykke))
        for position, each in enumerate(stykke):
            found = read_heading(each, self._ordliste)
            after = stykke[position + 1 : position + 2]
            if found is None or self._is_led_into(found) or self._is_only_number(found, after):
                self._current.stykke.append(each)
            elif found.slag is Passasjeslag.SAK:
                self._open_case(found, each, after)
            else:
                self._open(found, each)
        return Sakliste(tuple(self._cases), tuple(self._hovud))

    @property
    def _current(self) -> Passasje:
        return self._case.passasjar[-1]

    @property
    def _is_head(self) -> bool:
        return self._case is self._cases[0] and all(
            each.slag <= Passasjeslag.MØTE for each in self._case.passasjar
        )

    def _is_led_into(self, found: Merkelapp) -> bool:
        """Whether a sentence leads on to the points of the passage it stands in.

        Under «Framlegg til vedtak» comes «Kommunestyret gjer slikt vedtak:». Below points, or when
        it tells of something done, it opens a decision of its own.
        """
        current = self._current
        if not found.leier_inn or found.slag is not Passasjeslag.VEDTAK:
            return False
        if current.slag is Passasjeslag.VEDTAK:
            return not current.stykke
        recommends = current.slag in (
            *(Passasjeslag.FRAMLEGG, Passasjeslag.TILRÅDING, Passasjeslag.INNSTILLING),
            Passasjeslag.UKJEND,
        )
        has_points = any(each.er_punkt for each in current.stykke)
        return recommends and not has_points and not (found.er_gjort and current.stykke)

    def _is_only_number(self, found: Merkelapp, after: Sequence[Stykke]) -> bool:
        """Whether a line is a number like that of a case, without a title below it."""
        if found.slag is not Passasjeslag.SAK or not found.namn[0].isdecimal() or found.resten:
            return False
        title = self._title_in(after)
        return not title or title.endswith((".", ":", ","))

    def _open_case(self, found: Merkelapp, each: Stykke, after: Sequence[Stykke]) -> None:
        """A heading with the number of an earlier case goes on with it.

        One that has a number, but no title of its own, goes on with the case it stands in: it may
        be the next body that decides the same matter.
        """
        title, above = found.resten, None
        if not title and not (title := self._title_in(after)):
            above = self._title_above()
            title = above.linje if above else ""
        known = next((c for c in self._cases if c.goes_on_under(found.nummer, found.organ)), None)
        if known or own_words(title, self._ordliste):
            if above is not None:
                self._current.stykke.remove(above)
            self._case = known or Sak(title, [], found.nummer, found.organ, each.stad)
            if self._case not in self._cases:
                self._cases.append(self._case)
            self._møte = []
        self._case.passasjar.append(Passasje(found, each.stad))

    def _title_in(self, stykke: Sequence[Stykke]) -> str:
        """The next line, when it can be the title of the case."""
        for each in stykke:
            if not each.er_punkt and read_heading(each, self._ordliste) is None:
                return each.linje
            found = read_heading(each, self._ordliste)
            if found is not None and found.slag is Passasjeslag.OVERSKRIFT and each.er_overskrift:
                return each.linje
        return ""

    def _title_above(self) -> Stykke | None:
        """The line above a bare number, when it can be the title of the case."""
        above = self._current.stykke[-1:]
        return above[0] if above and looks_like_title(above[0]) else None

    def _open(self, found: Merkelapp, each: Stykke) -> None:
        omtalar = tell_of_meeting(found, each.stad)
        if found.slag is Passasjeslag.MØTE and tells_the_way(self._current):
            self._current.stykke.append(each)
            return
        if found.slag is Passasjeslag.MØTE:
            if self._is_head:
                self._hovud += omtalar
            if not self._goes_with(found.organ):
                self._møte = []
            self._møte += omtalar
        elif found.slag is Passasjeslag.HANDSAMING and found.organ is not None:
            self._møte = omtalar
        passasje = Passasje(
            found, each.stad, tuple(self._møte or self._hovud), atterhald=each.atterhald
        )
        if found.resten and found.slag is not Passasjeslag.MØTE:
            passasje.stykke.append(as_point(found.resten, each.stad, each.atterhald))
        self._case.passasjar.append(passasje)

    def _goes_with(self, organ: Organnamn | None) -> bool:
        """Whether a line about a meeting tells of the one above, or goes on with a list of them."""
        is_next = self._current.slag is Passasjeslag.MØTE and not self._current.stykke
        same = organ is None or organ.slag in (
            *(each.organ.slag for each in self._møte if each.organ),
        )
        return is_next or (self._is_head and (same or not any(m.organ for m in self._møte)))


_VEGEN = re.compile(
    r"(?:saksgang|plan for politisk handsaming|vidare handsaming|videre behandling|"
    r"sak(?:a|en) (?:skal|går|blir|vert).*)",
    re.IGNORECASE,
)


def tells_the_way(passasje: Passasje) -> bool:
    """Whether a passage tells which bodies a case goes to: none of them speaks below it."""
    lines = (passasje.namn, *(line for each in passasje.stykke for line in each.tekst.split("\n")))
    return any(map(_VEGEN.match, lines))


_LONGEST_TITLE = 20


def looks_like_title(stykke: Stykke) -> bool:
    """Whether a line can be the title of a case: short, and no sentence or point."""
    text = stykke.linje
    return (
        not stykke.er_punkt
        and len(text.split()) <= _LONGEST_TITLE
        and not text.endswith((".", ":", "!", "?", ","))
        and text[:1].isupper()
        and read_heading(stykke, NO_NAMES) is None
    )
