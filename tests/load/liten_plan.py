"""A small plan as an author writes it, and what is found when a piece of it is written otherwise.

In a piece, «⟦» and «⟧» stand around what a finding must point at; they are not part of the plan.
"""

from dataclasses import dataclass

from bygdeplan.funn.finding import Finding, Span
from bygdeplan.load.planfil import Planfil, read_plan

LITEN_PLAN = """\
år: 2031
dato: 2031-01-06
avtale:
  pilot: Toppdalen
  fylkeskommune: Utkant fylkeskommune
  periode: 2030–2033
  om_ordninga: Avtalen er eit forsøk.
  formål: Fleire skal bu her.
  partar:
    - Toppdal kommune
  midlar:
    tiltaksmidlar:
      føremål: Tiltak.
      løyvingar:
        - år: 2031
          beløp: 1 mill.
          kjelde: Tilskotsbrev
organisering:
  prosjekteigar: {namn: Regionrådet}
  prosjektansvarleg: {namn: Dagleg leiar}
  prosjektleiar: {namn: Prosjektleiaren}
  styringsgruppe:
    - {namn: Kommunedirektøren}
kommunar:
  toppdal:
    namn: Toppdal
    nummer: 9901
    formannskap: 2031-01-30
    kommunestyre: 2031-02-20
samandrag: Planen er liten.
innleiing: Planen er liten.
vurdering: Planen er liten.
konklusjon: Planen er liten.
innstilling:
  - Planen blir vedteken.
delmål:
  busetjing:
    nr: 1
    tittel: Fleire bustader
    vekt: 100
    tiltak:
      tomter:
        nr: 1
        tittel: Ledige tomter
        skildring: Eit oversyn.
        statlege_midlar: ja
        status: i arbeid
        budsjett:
          2031:
            kostnad: 500 000
            finansiering:
              tiltaksmidlar: 400 000
              kommune: {timar: 200, sats: 500, nøkkel: likt}
budsjett:
  fordelingsnøklar:
    likt:
      tittel: likt
      delar: {toppdal: 1}
"""


@dataclass(frozen=True)
class Funne:
    """What an author reads of a finding, and the text it points at."""

    code: str
    place: Span
    message: str
    help: str


def changed(old: str, new: str) -> tuple[str, list[Span]]:
    """The small plan with one piece written otherwise, and the places that are marked in it."""
    assert LITEN_PLAN.count(old) == 1, old
    return taken_apart(LITEN_PLAN.replace(old, new))


def taken_apart(marked: str) -> tuple[str, list[Span]]:
    """A text without its marks, and the places that were marked; each within a line."""
    places = []
    while "⟦" in marked:
        before, _, rest = marked.partition("⟦")
        inside, _, after = rest.partition("⟧")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        places.append(Span(line, column, line, column + len(inside)))
        marked = before + inside + after
    return marked, places


def read(text: str) -> Planfil:
    """What comes of a text as a plan file."""
    return read_plan(text.encode(), "plan.yaml")


def found(text: str) -> list[Funne]:
    """Everything that is found in the text of a plan file, in the order of the file."""
    file = read(text)
    return sorted(
        (_funne(file, finding) for finding in file.findings),
        key=lambda funne: (funne.place.line, funne.place.column),
    )


def _funne(file: Planfil, finding: Finding) -> Funne:
    return Funne(finding.regel.code, file.source.place(finding), finding.message, finding.help)
