"""What a person must answer in a new plan file."""

from collections.abc import Iterator
from textwrap import wrap
from typing import IO

from bygdeplan.load.source import Source
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import liste
from bygdeplan.report.style import show, width_of
from bygdeplan.rules.grunnlag import tittel
from bygdeplan.rules.plassering import Kontroll, LocatedFinding
from bygdeplan.utgave.nyplan import comments_on_the_year, without_accounts

_FØREBELS = (
    "Dette må du svare på. Det som er førebels, står slik det stod i fjor: skriv det om eller "
    "stadfest det, og ta så bort merket. Det som skal fyllast inn, er merkt «# fyll inn»."
)


def print_questions(ny: Kontroll, gammal: Kontroll | None, stream: IO[str]) -> None:
    """Tell what a person must answer in a new plan, made from last year's or from nothing."""
    if gammal is None:
        text = (
            "Alt i fila er døme. Skriv planen i nettlesaren med «bygdeplan edit», eller rett i "
            f"fila; «bygdeplan validate {ny.fil.source.name}» viser kva som er att."
        )
        show(_wrapped(text, width_of(stream)), stream)
    else:
        show(questions_as_text(ny, gammal, width_of(stream)), stream)


def questions(ny: Kontroll, gammal: Kontroll) -> list[LocatedFinding]:
    """What is found in the new plan and was not in the old one, in the order of the file."""
    before = {(each.regel, each.path, each.message) for each in gammal.findings}
    return [each for each in ny.findings if (each.regel, each.path, each.message) not in before]


def questions_as_text(ny: Kontroll, gammal: Kontroll, width: int | None = None) -> str:
    """Every question with its line in the new file, then what no rule can see.

    Sentences are wrapped at `width` columns, or not at all.
    """
    asked = questions(ny, gammal)
    paragraphs = [
        _FØREBELS,
        *(f"  linje {each.span.line}: {each.message} {each.help}" for each in asked),
        *(_beside_the_rules(gammal.fil.plan, ny.fil.source) if gammal.fil.plan else ()),
    ]
    if same := len(ny.findings) - len(asked):
        paragraphs.append(f"I tillegg står {same} funn frå {gammal.fil.source.name} att.")
    return "\n".join(_wrapped(each, width) for each in paragraphs)


def _beside_the_rules(fjor: Plan, ny: Source) -> Iterator[str]:
    """Accounts that are still to come, comments on the old year, and what only a person knows."""
    missing = dict.fromkeys(tittel(linje.tittel) for linje in without_accounts(fjor))
    if missing:
        yield (
            f"Rekneskapen for {fjor.år} manglar for {liste(missing)}. Før han i planen for "
            f"{fjor.år}; så seier «bygdeplan validate {fjor.år + 1}» kva historikken skal vere."
        )
    lines = comments_on_the_year(ny, fjor)
    if lines:
        yield (
            f"Sjå om kommentarane enno stemmer på linje {liste(map(str, lines))}: dei nemner "
            f"{fjor.år - 1} eller {fjor.år}."
        )
    yield (
        f"Skriv så det som er nytt i {fjor.år + 1}: tiltak, løyvingar og grunnen til kvar endring."
    )


def _wrapped(paragraph: str, width: int | None) -> str:
    if width is None:
        return paragraph
    indent = " " * 4 if paragraph.startswith(" ") else ""
    lines = wrap(
        paragraph, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)
