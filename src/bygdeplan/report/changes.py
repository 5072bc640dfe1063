"""The kinds of change explained: on the terminal, and as the page `docs/endringar.md`."""

from collections.abc import Iterator
from textwrap import wrap
from typing import IO

import typer

from bygdeplan.endring.slag import SLAG, Slag
from bygdeplan.funn.fault import Fault
from bygdeplan.model.lookup import Planfelt, decided_fields
from bygdeplan.model.om import Nivå
from bygdeplan.ord.suggestion import suggestion
from bygdeplan.report.rules import Forklaringsformat
from bygdeplan.report.style import show

_WIDTH = 80
_PAGE = """\
# Endringane

Her står alt «bygdeplan diff» kan fortelje om, og kor mykje det har å seie. «bygdeplan explain
EN109» viser det same om éi endring. Ein kode tyder det same for alltid.

Kvar endring har eitt av tre nivå:

- **prinsipiell**: pengar, mål, vekter, tiltak som tek til, sluttar eller blir flytta, ansvar,
  partar og framlegget til vedtak. Det kan ingen avgjere bort.
- **må vurderast**: alle andre tekstar. Eitt ord kan endre meininga, og det kan berre eit menneske
  avgjere. Når det er gjort, skriv du det der grunnen står: `nivå: ikkje-prinsipiell` eller
  `nivå: prinsipiell`.
- **ikkje-prinsipiell**: når orda er dei same og berre store bokstavar, punktum, komma eller
  mellomrom er endra, når det same står i ei anna rekkjefølgje, når berre nummeret er nytt, og når
  eit tiltak går ut som var avslutta med ei vurdering og er utan budsjett. Eit tal med teikna sine
  («– 5», «60 %»), ein aksent («éin»), ein bindestrek, ein parentes, om noko står i hermeteikn, og
  eitt ord som blir to, er aldri berre skrivemåte.

Eit tiltak blir kjent att på id-en. Er det både flytta og omdøypt, er det to endringar i det same
tiltaket, kvar med sitt nivå og sin grunn.
"""
_ABOUT_FIELDS = """\
`*` står for ein id, eit årstal eller ein plass i ei liste, `**` for alt som ligg der. Tiltaka står
for seg sjølve, kva delmål dei enn ligg i.
"""


def find_slag(code: str) -> Slag:
    """The kind of change with a code, written in any case; raises `Fault` when there is none."""
    slag = SLAG.get(code.strip().upper())
    if slag is None:
        raise Fault(f"Endringa `{code}` finst ikkje. {suggestion(code, list(SLAG))}")
    return slag


def print_change(form: Forklaringsformat, slag: Slag, stream: IO[str]) -> None:
    """Print what a kind of change means, and the levels it can have."""
    if form == "md":
        show(f"**{slag.kode}** {_sentence(slag)}", stream)
        return
    heading = typer.style(f"{slag.kode} {slag.klasse}", bold=True)
    levels = "\n".join(f"  {felt.mønster}: {nivå}" for felt, nivå, _ in _fields(slag))
    text = "\n".join(wrap(_sentence(slag), _WIDTH))
    show("\n\n".join(part for part in (heading, text, levels) if part), stream)


def print_changes(form: Forklaringsformat, stream: IO[str]) -> None:
    """Print all the kinds of change: a line for each, or the whole page in Markdown."""
    lines = "\n".join(f"  {slag.kode}  {slag.tyder}" for slag in SLAG.values())
    show(lines if form == "text" else changes_as_markdown(), stream)


def changes_as_markdown() -> str:
    """The page of the changes: every kind, then every field of a plan with its level."""
    kinds = [
        f"| {slag.kode} | {slag.klasse} | {slag.tyder} | {_level(slag)} |" for slag in SLAG.values()
    ]
    fields = [f"| `{felt.mønster}` | {nivå} | {why} |" for felt, nivå, why in _levels()]
    return "\n".join(
        [
            _PAGE,
            "## Kodane\n",
            "| Kode | Klasse | Kva som er hendt | Nivå |",
            "|---|---|---|---|",
            *kinds,
            "",
            "## Felta i planen\n",
            _ABOUT_FIELDS,
            "| Felt | Nivå | Kvifor |",
            "|---|---|---|",
            *fields,
        ]
    )


def _sentence(slag: Slag) -> str:
    """«Tiltaket er nytt i planen. At eit tiltak tek til, er ei prinsipiell sak.»."""
    why = slag.dom.kvifor if slag.dom else ""
    return f"{slag.tyder[:1].upper()}{slag.tyder[1:]}. {why}".strip()


def _levels() -> Iterator[tuple[Planfelt, Nivå, str]]:
    """Every field the plan decides, with its level and why."""
    return (
        (felt, felt.avgjort.nivå, felt.avgjort.kvifor) for felt in decided_fields() if felt.avgjort
    )


def _fields(slag: Slag) -> list[tuple[Planfelt, Nivå, str]]:
    """The fields that decide the level of a kind of change; none when the kind itself does."""
    return [] if slag.dom else [each for each in _levels() if each[0].område is slag.område]


def _level(slag: Slag) -> str:
    if slag.dom:
        return slag.dom.nivå
    levels = {nivå for _, nivå, _ in _fields(slag)} or {Nivå.PRINSIPIELL}
    return levels.pop() if len(levels) == 1 else "etter feltet"
