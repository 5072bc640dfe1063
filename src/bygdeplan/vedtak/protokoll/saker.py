"""A document → its cases, each with the passages under its headings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bygdeplan.vedtak.protokoll.les.linjer import as_point
from bygdeplan.vedtak.protokoll.merkelapp import (
    Merkelapp,
    Ordliste,
    Passasjeslag,
    case_heading,
    label,
    own_words,
)
from bygdeplan.vedtak.protokoll.tekst import Stykke


@dataclass
class Passasje:
    """What stands under one heading, up to the next."""

    slag: Passasjeslag
    namn: str
    """The heading; empty for what stands before the first one."""
    stad: str
    om_vedtak: bool = False
    stykke: list[Stykke] = field(default_factory=list)

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

    @property
    def tekst(self) -> str:
        """All of it on one line, headings too."""
        parts = (f"{each.namn} {each.tekst}" for each in self.passasjar)
        return f"{self.tittel} {' '.join(parts)}"


def find_cases(stykke: Sequence[Stykke], ordliste: Ordliste) -> list[Sak]:
    """The cases of a document in their order; what stands before the first is one as well.

    A heading with the number of an earlier case goes on with it. One that has a number, but no
    title of its own («PS 13/31 Kommunestyret»), goes on with the case it stands in: it may be the
    next body that decides the same matter.
    """
    first = Sak("", [Passasje(Passasjeslag.OVERSKRIFT, "", "")])
    cases, by_number, current = [first], {"": first}, first
    for position, each in enumerate(stykke):
        found = label(each, ordliste)
        heading = None if _is_decision(found) else case_heading(each.linje)
        if heading is not None:
            number, title = heading
            title = title or _title_below(stykke[position + 1 :], ordliste)
            if number in by_number or own_words(title, ordliste):
                current = by_number.get(number) or Sak(title, [], number)
                by_number[number] = current
                if current not in cases:
                    cases.append(current)
            current.passasjar.append(Passasje(Passasjeslag.OVERSKRIFT, each.linje, each.stad))
        elif found is not None:
            current.passasjar.append(_opened(found, each))
        else:
            current.passasjar[-1].stykke.append(each)
    return cases


def _is_decision(found: Merkelapp | None) -> bool:
    return found is not None and found.slag not in (Passasjeslag.OVERSKRIFT, Passasjeslag.UKJEND)


def _opened(found: Merkelapp, stykke: Stykke) -> Passasje:
    passasje = Passasje(found.slag, found.namn, stykke.stad, found.om_vedtak)
    if found.resten:
        passasje.stykke.append(as_point(found.resten, stykke.stad, stykke.atterhald))
    return passasje


def _title_below(after: Iterable[Stykke], ordliste: Ordliste) -> str:
    """The line under a number, when it can be the title of the case."""
    for each in after:
        if each.er_punkt or (_is_decision(label(each, ordliste))):
            return ""
        return each.linje
    return ""
