"""Exceptions an author makes in the plan file: `# bygdeplan: tillat BP401 fordi …`. BP9xx.

Such a comment stands on the line of a key and lets the rules it names pass for the whole value of
the key. Only what is not a feil can be let pass, and only with a reason.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.load import Source
from bygdeplan.ord.suggestion import suggestion
from bygdeplan.rules.comments import Comment, read_comments
from bygdeplan.rules.plassering import LocatedFinding

ULESELEG = Regel(
    "BP901",
    Severity.ÅTVARING,
    "unntaket let seg ikkje lese",
    why="Eit unntak som er feilskrive, ville elles ha stått der utan å verke.",
    wrong="status: i arbeid  # bygdeplan: tilat BP601 fordi styringsgruppa svarar for tiltaket",
    right="status: i arbeid  # bygdeplan: tillat BP601 fordi styringsgruppa svarar for tiltaket",
)
UTAN_GRUNN = Regel(
    "BP902",
    Severity.ÅTVARING,
    "unntaket har ingen grunn",
    why="Den neste som les planen, må sjå kvifor det er gjort unntak, og om grunnen enno gjeld.",
    wrong="kommunestyre: 2031-05-17  # bygdeplan: tillat BP505",
    right="kommunestyre: 2031-05-17  # bygdeplan: tillat BP505 fordi møtet er på grunnlovsdagen",
)
FRÅ_FEIL = Regel(
    "BP903",
    Severity.ÅTVARING,
    "unntak frå ein feil",
    why="Åtvaringar og merknader kan få unntak. Ein feil må rettast, for utan det blir dokumenta "
    "gale eller kan ikkje lagast.",
    wrong="vekt: 90  # bygdeplan: tillat BP201 fordi resten kjem til hausten",
    right="vekt: 100",
)
UTAN_VERKNAD = Regel(
    "BP904",
    Severity.ÅTVARING,
    "unntaket gjeld ingenting",
    why="Eit unntak som er til overs, kunne seinare skjule noko nytt som er gale.",
    wrong="ansvarleg: Næringssjefen  # bygdeplan: tillat BP601 fordi det kjem seinare",
    right="ansvarleg: Næringssjefen",
)
REGLAR = (ULESELEG, UTAN_GRUNN, FRÅ_FEIL, UTAN_VERKNAD)

_CODES = r"BP\d+(?:(?:\s*,\s*|\s+og\s+|\s+)BP\d+)*"
_ORDER = re.compile(rf"tillat\s+(?P<codes>{_CODES})(?:\s+fordi\b(?P<reason>.*))?", re.IGNORECASE)
_HOW = "Skriv «# bygdeplan: tillat BP601 fordi …» på linja til nøkkelen det gjeld."


class Unntak(NamedTuple):
    """One exception: the comment it stands in, the rule it lets pass, and why."""

    comment: Comment
    regel: Regel
    reason: str

    def covers(self, finding: LocatedFinding) -> bool:
        """Whether a finding is of the rule, and lies at the key of the comment or within it."""
        path = self.comment.path
        inside = path is not None and finding.path[: len(path)] == path
        return inside and finding.regel == self.regel


def read_unntak(
    source: Source, rules: Callable[[], Mapping[str, Regel]]
) -> tuple[list[Unntak], list[Finding]]:
    """The exceptions written in a plan file, and what is wrong with those that do not hold.

    `rules` gives all the rules there are, by code, and is asked when there is an exception.
    """
    read = [item for comment in read_comments(source) for item in _read(comment, rules())]
    unntak = [item for item in read if isinstance(item, Unntak)]
    return unntak, [item for item in read if isinstance(item, Finding)]


def excuse(finding: LocatedFinding, unntak: Iterable[Unntak]) -> LocatedFinding:
    """The finding with the reason of the exception that covers it, if one does."""
    reasons = (each.reason for each in unntak if each.covers(finding))
    return replace(finding, unntak=next(reasons, None))


def without_effect(
    unntak: Iterable[Unntak], findings: Sequence[LocatedFinding]
) -> Iterator[Finding]:
    """The exceptions that cover none of the findings.

    One from a rule that goes by the day is let be: it may have its effect on another day.
    """
    for each in unntak:
        code = each.regel.code
        if each.comment.path is None:
            message = f"Unntaket frå {code} står ikkje på linja til nokon nøkkel."
            advice = "Flytt kommentaren til linja der nøkkelen står."
            yield _finding(UTAN_VERKNAD, each.comment, message, advice)
        elif not each.regel.by_day and not any(map(each.covers, findings)):
            message = f"Unntaket gjeld ingenting: {code} finn ikkje noko her."
            yield _finding(UTAN_VERKNAD, each.comment, message, "Ta bort kommentaren.")


def _read(comment: Comment, rules: Mapping[str, Regel]) -> Iterator[Unntak | Finding]:
    """One exception for each code in a comment, or what is wrong with it."""
    match = _ORDER.fullmatch(comment.order)
    if match is None:
        yield _finding(ULESELEG, comment, "Unntaket let seg ikkje lese.", _HOW)
        return
    reason = (match["reason"] or "").strip(" .…")
    for code in re.findall(r"BP\d+", match["codes"].upper()):
        regel = rules.get(code)
        if regel is None:
            advice = suggestion(code, list(rules))
            yield _finding(ULESELEG, comment, f"Regelen `{code}` finst ikkje.", advice)
        elif regel.severity is Severity.FEIL:
            message = f"{code} er ein feil, og kan ikkje få unntak."
            yield _finding(FRÅ_FEIL, comment, message, "Rett feilen, og ta bort kommentaren.")
        elif not reason:
            message = f"Unntaket frå {code} har ingen grunn, og verkar difor ikkje."
            yield _finding(UTAN_GRUNN, comment, message, f"Skriv «tillat {code} fordi» og grunnen.")
        else:
            yield Unntak(comment, regel, reason)


def _finding(regel: Regel, comment: Comment, message: str, advice: str) -> Finding:
    return regel.finding(comment.path or (), message, advice, span=comment.span)
