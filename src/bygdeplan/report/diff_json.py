"""What `diff --format json` prints: the facts of a diff, and the classes that they follow."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from pydantic import Field

from bygdeplan.endring import Endring, Endringsklasse, Forskjell, Nivå, Område, Plandiff, Skift
from bygdeplan.load import Source
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.report.diff import Sider, place_in
from bygdeplan.report.maskin import Facts, Keys, Position, as_json

Level = Literal["not-of-principle", "to-be-judged", "of-principle"]
LEVELS: Mapping[Nivå, Level] = {
    Nivå.IKKJE_PRINSIPIELL: "not-of-principle",
    Nivå.MÅ_VURDERAST: "to-be-judged",
    Nivå.PRINSIPIELL: "of-principle",
}
ChangeKind = Literal[
    "new",
    "gone",
    "closed",
    "reopened",
    "divided",
    "merged",
    "moved",
    "renamed",
    "renumbered",
    "changed",
    "continued",
]
KINDS: Mapping[Endringsklasse, ChangeKind] = {
    Endringsklasse.NY: "new",
    Endringsklasse.BORTE: "gone",
    Endringsklasse.AVSLUTTA: "closed",
    Endringsklasse.GJENOPNA: "reopened",
    Endringsklasse.DELT: "divided",
    Endringsklasse.SLÅTT_SAMAN: "merged",
    Endringsklasse.FLYTTA: "moved",
    Endringsklasse.OMDØYPT: "renamed",
    Endringsklasse.OMNUMMERERT: "renumbered",
    Endringsklasse.ENDRA: "changed",
    Endringsklasse.VIDAREFØRT: "continued",
}
Area = Literal[
    "measure",
    "subgoal",
    "subgoal-weight",
    "state-funds",
    "common-budget-item",
    "sharing-key",
    "organisation",
    "municipality",
    "agreement",
    "meetings",
    "deadline",
    "decision-points",
    "text",
    "case-layout",
    "other",
]
AREAS: Mapping[Område, Area] = {
    Område.TILTAK: "measure",
    Område.DELMÅL: "subgoal",
    Område.VEKT: "subgoal-weight",
    Område.MIDLAR: "state-funds",
    Område.BUDSJETTPOST: "common-budget-item",
    Område.FORDELINGSNØKKEL: "sharing-key",
    Område.ORGANISERING: "organisation",
    Område.KOMMUNE: "municipality",
    Område.AVTALE: "agreement",
    Område.MØTEPLAN: "meetings",
    Område.FRIST: "deadline",
    Område.VEDTAKSPUNKT: "decision-points",
    Område.TEKST: "text",
    Område.OPPSETT: "case-layout",
    Område.ANNA: "other",
}


class EditionFacts(Facts):
    """One of the two plans."""

    file: str
    """The plan file, as it was asked for."""
    year: int
    """The plan's year."""
    revision: int
    """Its revision in the year."""


class SideFacts(Facts):
    """What one of the plans says, and where."""

    line: Position
    """The line in the file, from 1."""
    column: Position
    """The column, from 1."""
    path: Keys
    """The keys from the top of the file."""
    value: Any
    """The value: kroner as whole numbers, dates as ISO text, other numbers whole or as text with a
    decimal comma."""


class DifferenceFacts(Facts):
    """One value that differs."""

    path: Keys
    """The keys to it; a measure is `tiltak` and its id, wherever it lies."""
    before: Any
    """The value in the old plan; null when it says nothing."""
    after: Any
    """The value in the new plan; null when it says nothing."""
    shift: int | None
    """For numbers: how much more the new plan says."""
    percent: float | None
    """The shift in per cent of the old value, with one decimal; null when that is 0."""


class ChangeFacts(Facts):
    """One change."""

    code: str = Field(pattern="^EN[0-9]{3}$")
    """What has happened. A code never changes its meaning; docs/endringar.md lists them."""
    code_text: str
    kind: ChangeKind
    """What has happened, without what it has happened to."""
    kind_text: str
    area: Area
    """The part of the plan it is in."""
    area_text: str
    level: Level
    """How much it matters, after what the author has settled."""
    level_text: str
    why: str
    """Why it has that level: a sentence in Nynorsk."""
    subject: Keys
    """What is changed; the same wherever it has been moved."""
    before: SideFacts | None
    """The old plan; null when it does not have it."""
    after: SideFacts | None
    """The new plan; null when it does not have it."""
    reasons: list[str]
    """The reasons the new plan gives."""
    others: list[str]
    """The measures it was merged with or divided into."""
    differences: list[DifferenceFacts]
    """Every value that the change is made of."""
    fingerprint: str = Field(pattern="^[0-9a-f]{16}$")
    """The same as long as the change is, whatever moves in the files."""


class MeasureFacts(Facts):
    """A measure without changes."""

    id: str
    """Its key in the plan file."""
    subgoal: str
    """The key of its sub-goal."""
    number: int
    """Its number in the sub-goal."""
    title: str
    """Its title."""


class ShiftFacts(Facts):
    """How money has moved."""

    key: str
    """A sub-goal, `felles`, or a year."""
    before: int
    """Kroner in the old plan."""
    after: int
    """Kroner in the new plan."""
    shift: int
    """How many kroner more the new plan has."""


class BudgetFacts(Facts):
    """How money has moved, within the period of the agreement."""

    subgoals: list[ShiftFacts]
    """By sub-goal."""
    years: list[ShiftFacts]
    """By year."""


class DiffReport(Facts):
    """Everything that differs between two plans."""

    version: Literal[2] = 2
    before: EditionFacts
    """The old plan."""
    after: EditionFacts
    """The new plan."""
    changes: list[ChangeFacts]
    """Every change, or those of the levels asked for."""
    counts: dict[Level, int] = Field(json_schema_extra={"required": [*get_args(Level)]})
    """How many changes there are of each level."""
    unchanged: list[MeasureFacts]
    """Open measures that nothing has happened to; empty when only some levels are asked for."""
    budget: BudgetFacts
    """How money has moved; empty when only lighter levels are asked for."""


def diff_as_json(diff: Plandiff, sider: Sider) -> str:
    """The diff as JSON."""
    counts = Counter(change.nivå for change in diff.endringar)
    report = DiffReport(
        before=_edition(diff.før, sider.før),
        after=_edition(diff.etter, sider.etter),
        changes=[_change(change, sider) for change in diff.endringar],
        counts={code: counts[nivå] for nivå, code in LEVELS.items()},
        unchanged=[_measure(par.etter) for par in diff.vidareførte],
        budget=BudgetFacts(subgoals=_shifts(diff.skift_delmål), years=_shifts(diff.skift_år)),
    )
    return as_json(report)


def _edition(plan: Plan, source: Source) -> EditionFacts:
    return EditionFacts(file=source.name, year=plan.år, revision=plan.revisjon)


def _change(change: Endring, sider: Sider) -> ChangeFacts:
    slag = change.slag
    return ChangeFacts(
        code=slag.kode,
        code_text=slag.tyder,
        kind=KINDS[slag.klasse],
        kind_text=slag.klasse.value,
        area=AREAS[slag.område],
        area_text=slag.område.namn,
        level=LEVELS[change.nivå],
        level_text=change.nivå.value,
        why=change.dom.kvifor,
        subject=list(change.ting),
        before=_side(sider.før, change.path_før, change.før),
        after=_side(sider.etter, change.path_etter, change.etter),
        reasons=[reason.tekst for reason in change.grunngjevingar],
        others=list(change.andre),
        differences=[_difference(each) for each in change.forskjellar],
        fingerprint=change.fingerprint,
    )


def _side(source: Source, path: Path | None, value: Any) -> SideFacts | None:
    if path is None:
        return None
    span = place_in(source, path)
    return SideFacts(line=span.line, column=span.column, path=list(path), value=value)


def _difference(each: Forskjell) -> DifferenceFacts:
    shift, percent = _shift(each.før, each.etter)
    return DifferenceFacts(
        path=list(each.path), before=each.før, after=each.etter, shift=shift, percent=percent
    )


def _shift(før: Any, etter: Any) -> tuple[int | None, float | None]:
    """How much a number has moved, and in per cent; an amount that is not there is 0."""
    numbers = [0 if value is None else value for value in (før, etter)]
    if not all(type(number) is int for number in numbers) or not any(numbers):
        return None, None
    old, new = numbers
    return new - old, round(100 * (new - old) / old, 1) if old else None


def _measure(place: TiltakPlass) -> MeasureFacts:
    tiltak = place.tiltak
    return MeasureFacts(id=place.id, subgoal=place.delmål_id, number=tiltak.nr, title=tiltak.tittel)


def _shifts(skift: Iterable[Skift]) -> list[ShiftFacts]:
    return [ShiftFacts(key=s.nøkkel, before=s.før, after=s.etter, shift=s.endring) for s in skift]
