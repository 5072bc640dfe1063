"""Whose decision a document holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from bygdeplan.model.plan import Plan
from bygdeplan.vedtak.protokoll.merkelapp import label, words_of_plan
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke

_LONGEST_HEAD = 20


class Kommunekjelde(StrEnum):
    """How the kommune of a document is known; the first of them says first."""

    EIGENSKAPANE = "eigenskapane i fila"
    BRUKAREN = "--kommune"
    TEKSTEN = "teksten øvst"


@dataclass(frozen=True)
class Opphavskommune:
    """The kommune of a document, and how it is known."""

    kommune: str
    """Its id; empty when it is not known."""
    kjelde: Kommunekjelde | None
    grunn: str = ""
    """Why it is not known, as a sentence."""


def find_kommune(dokument: Møtedokument, plan: Plan, given: str | None) -> Opphavskommune:
    """The kommune a document comes from.

    Its properties say so, or the user (`given`, an id), or its head names one kommune alone. When
    two of them say otherwise, nobody is believed.
    """
    said = dokument.eigenskapar.get("Kommune", "")
    named = _named_in_head(dokument.stykke, plan)
    known = {
        Kommunekjelde.EIGENSKAPANE: said if said in plan.kommunar else "",
        Kommunekjelde.BRUKAREN: given or "",
        Kommunekjelde.TEKSTEN: named[0] if len(named) == 1 else "",
    }
    sources = {source: id_ for source, id_ in known.items() if id_}
    if len(set(sources.values())) > 1:
        told = ", ".join(f"{plan.kommunar[id_].namn} ({src})" for src, id_ in sources.items())
        return Opphavskommune("", None, f"Det er uvisst kva kommune dokumentet er frå: {told}.")
    for source, id_ in sources.items():
        return Opphavskommune(id_, source)
    return Opphavskommune(
        "", None, "Dokumentet seier ikkje kva kommune det er frå. Skriv `--kommune ID=FIL`."
    )


def _named_in_head(stykke: Sequence[Stykke], plan: Plan) -> list[str]:
    """The kommunar named before the first heading that opens a section."""
    ordliste = words_of_plan(plan)
    title, *rest = stykke or (Stykke("", ""),)
    head = [title, *takewhile(lambda each: label(each, ordliste) is None, rest)]
    text = " | ".join(each.linje for each in head[:_LONGEST_HEAD])
    return _named(text, plan, _AS_BODY)


_AS_BODY = (
    r"\b{name} (?:kommune|kommunestyre|formannskap)\w*|"
    r"\b(?:kommunestyret|formannskapet|kommune:?|kommunestyre) (?:i )?{name}\b"
)


def other_kommune(heading: str, plan: Plan, own: str) -> str:
    """The name of another kommune that a heading speaks of; empty when it speaks of none."""
    others = [id_ for id_ in _named(heading, plan, r"\b{name}\b") if id_ != own]
    return plan.kommunar[others[0]].namn if others else ""


def speaks_of_another(dokument: Møtedokument, plan: Plan, own: str) -> str:
    """The name of a kommune whose bodies a document speaks of, when it never speaks of its own.

    Such a document may have been given for the wrong kommune, or be made from another one's file.
    """
    named = _named(" | ".join(each.linje for each in dokument.stykke), plan, _AS_BODY)
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
