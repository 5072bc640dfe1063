"""Whose decision a document holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from bygdeplan.model.plan import Plan
from bygdeplan.vedtak.protokoll.merkelapp import (
    Passasjeslag,
    is_section,
    read_heading,
    words_of_plan,
)
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke

_LONGEST_HEAD = 20


class Kommunekjelde(StrEnum):
    """How the kommune of a document is known; the first of them says first."""

    EIGENSKAPANE = "eigenskapane i fila"
    BRUKAREN = "--kommune"
    KANTEN = "toppen eller botnen av sidene"
    TEKSTEN = "teksten øvst"


@dataclass(frozen=True)
class Opplyst:
    """What the user says of a file that does not say it."""

    kommune: str = ""
    """The id of the kommune it is from."""
    møtedag: date | None = None
    """The day of the meeting of the kommunestyre it is from."""


NOTHING_SAID = Opplyst()
MØTEVALET = "--kommunestyre"
"""How the meeting is known when the user says it."""


@dataclass(frozen=True)
class Opphavskommune:
    """The kommune of a document, and how it is known."""

    kommune: str
    """Its id; empty when it is not known."""
    kjelde: Kommunekjelde | None
    stad: str = ""
    grunn: str = ""
    """Why it is not known, as sentences."""


def find_kommune(dokument: Møtedokument, plan: Plan, given: str) -> Opphavskommune:
    """The kommune a document comes from.

    Its properties say so, or the user (`given`, an id or nothing), or the edges of its pages or its
    head name one kommune alone. When two of them say otherwise, nobody is believed.
    """
    said = dokument.eigenskapar.get("Kommune", "")
    edge, head = _named_in(dokument.kant, plan), _named_in(_head(dokument.stykke, plan), plan)
    head = head or _named_in(_headings(dokument.stykke, plan), plan)
    known = {
        Kommunekjelde.EIGENSKAPANE: {said: ""} if said in plan.kommunar else {},
        Kommunekjelde.BRUKAREN: {given: ""} if given else {},
        Kommunekjelde.KANTEN: edge,
        Kommunekjelde.TEKSTEN: head if len(head) == 1 else {},
    }
    named = {id_ for found in known.values() for id_ in found}
    if len(named) > 1:
        told = ", ".join(
            f"{plan.kommunar[id_].namn if id_ in plan.kommunar else id_} ({source})"
            for source, found in known.items()
            for id_ in found
        )
        return Opphavskommune(
            "",
            None,
            grunn=f"Det er uvisst kva kommune dokumentet er frå: {told}. Skriv "
            "`--kommune ID=FIL` når du har sett etter.",
        )
    for source, found in known.items():
        for id_, stad in found.items():
            if id_ in plan.kommunar:
                return Opphavskommune(id_, source, stad)
    return Opphavskommune(
        "", None, grunn="Dokumentet seier ikkje kva kommune det er frå. Skriv `--kommune ID=FIL`."
    )


_BREV = re.compile(
    r"\b(?:vår|dykkar|deres) (?:ref|dato|sak)|\bmelding om (?:politisk )?vedtak|\bsaksbeh",
    re.IGNORECASE,
)
_MOTTAKAR = re.compile(r"(?:til|mottak\w+|kopi\w*|att|attn|sendt? til)\b[\s.:]", re.IGNORECASE)
_POSTNUMMER = re.compile(r"\b\d{4} [A-ZÆØÅ]")
_LETTERHEAD = re.compile(
    r"(?:dato|(?:vår|dykkar|deres) (?:ref|dato|sak)|saksbeh|arkiv)", re.IGNORECASE
)
"""What stands between the sender of a letter and the address of its receiver."""
_ADDRESS = 3
"""How many lines an address has below the name."""


def _head(stykke: Sequence[Stykke], plan: Plan) -> list[Stykke]:
    """What stands before the first part of a case, without those it is sent to."""
    title, *rest = stykke or (Stykke("", ""),)
    ordliste = words_of_plan(plan)

    def is_within(each: Stykke) -> bool:
        found = read_heading(each, ordliste)
        return (
            found is None
            or found.slag in (Passasjeslag.SAK, Passasjeslag.MØTE)
            or (found.slag is Passasjeslag.OVERSKRIFT and not is_section(each.linje, ordliste))
        )

    head = [title, *takewhile(is_within, rest)][:_LONGEST_HEAD]
    is_letter = any(_BREV.search(each.linje) for each in head)
    posts = [at for at, each in enumerate(head) if _POSTNUMMER.search(each.linje)]
    # Of two addresses in a letter the first is that of its sender.
    sender = posts[0] if len(posts) > 1 else -1
    return [
        each
        for at, each in enumerate(head)
        if not _MOTTAKAR.match(each.linje)
        and not (
            is_letter and at > sender and _is_addressed(each, head[at + 1 : at + 1 + _ADDRESS])
        )
    ]


def _headings(stykke: Sequence[Stykke], plan: Plan) -> Iterator[Stykke]:
    """The headings that name a body, over what it has dealt with."""
    ordliste = words_of_plan(plan)
    for each in stykke:
        found = read_heading(each, ordliste)
        if found is not None and found.organ is not None and found.slag in _NAMES_ITSELF:
            yield each


_NAMES_ITSELF = (Passasjeslag.MØTE, Passasjeslag.HANDSAMING, Passasjeslag.VEDTAK)


def _is_addressed(each: Stykke, below: Sequence[Stykke]) -> bool:
    """Whether a line begins an address; a letter has that of its receiver in its head."""
    lines = [*each.tekst.split("\n")[1:], *(one.linje for one in below)]
    address = takewhile(lambda line: not _LETTERHEAD.match(line), lines[:_ADDRESS])
    return any(map(_POSTNUMMER.search, address))


_AS_BODY = (
    r"\b{name} (?:kommune|kommunestyre|formannskap)\w*|"
    r"\b(?:kommunestyret|formannskapet|kommune:?|kommunestyre) (?:i )?{name}\b"
)
_STRANGER = re.compile(r"\b((?:[A-ZÆØÅÁČĐŊŠŦŽ][\w-]+ ){1,2})kommune\b")


def _named_in(stykke: Iterable[Stykke], plan: Plan) -> dict[str, str]:
    """The kommunar that lines name, each with its first place; a stranger to the plan by name."""
    found: dict[str, str] = {}
    for each in stykke:
        for id_ in (*_named(each.linje, plan, _AS_BODY), *_strangers(each.linje, plan)):
            found.setdefault(id_, each.stad)
    return found


def _strangers(text: str, plan: Plan) -> Iterator[str]:
    """The names of kommunar that have no part in the plan."""
    names = tuple(kommune.namn for kommune in plan.kommunar.values())
    for named in _STRANGER.findall(text):
        if not named.rstrip().endswith(names):
            yield named.split()[-1]


def is_letterhead_of_another(line: str, plan: Plan, own: str) -> bool:
    """Whether a line names another kommune of the plan, and nothing else."""
    return any(id_ != own for id_ in _named(line, plan, r"^{name} kommune(?:styre)?$"))


def other_kommune(heading: str, plan: Plan, own: str) -> str:
    """The name of another kommune that a heading speaks of; empty when it speaks of none."""
    others = [id_ for id_ in _named(heading, plan, r"\b{name}\b") if id_ != own]
    return plan.kommunar[others[0]].namn if others else ""


def speaks_of_another(dokument: Møtedokument, plan: Plan, own: str) -> str:
    """The name of a kommune whose bodies a document speaks of, when it never speaks of its own.

    Such a document may have been given for the wrong kommune, or be made from another one's file.
    """
    lines = [each.linje for each in (*dokument.kant, *dokument.stykke)]
    named = _named(" | ".join(lines), plan, _AS_BODY)
    return "" if own in named or not named else plan.kommunar[named[0]].namn


def _named(text: str, plan: Plan, pattern: str) -> list[str]:
    found = []
    # «Ytre Vik» before «Vik», which is a part of it.
    for id_, kommune in sorted(plan.kommunar.items(), key=lambda item: -len(item[1].namn)):
        named = pattern.replace("{name}", re.escape(kommune.namn))
        text, count = re.subn(named, "|", text, flags=re.IGNORECASE)
        if count:
            found.append(id_)
    return found
