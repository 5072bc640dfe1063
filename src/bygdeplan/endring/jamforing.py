"""Two plans held against each other: differences put together into changes."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from bygdeplan.endring import slag as slaga
from bygdeplan.endring.dom import Nivådom, judge
from bygdeplan.endring.endring import Endring
from bygdeplan.endring.forskjell import Forskjell, Ting, comparable_fields, differences, value_at
from bygdeplan.endring.grunngjeving import Grunnar, Grunngjeving, settled
from bygdeplan.endring.kanonisk import Kanon
from bygdeplan.endring.slag import Endringsklasse, Slag, kind_outside_measures
from bygdeplan.model.lookup import field_at
from bygdeplan.model.merke import Path
from bygdeplan.model.om import Område
from bygdeplan.model.plan import Plan
from bygdeplan.model.tiltak import Tiltak

_CLOSING = {name for name, om in Tiltak.OM.items() if om.ved_slutt}
"""What goes with closing a measure, or opening it again."""
_OUTCOMES = {"slått saman med": slaga.SLÅTT_SAMAN, "delt i": slaga.DELT}
_FIELDS = {"delmål": slaga.FLYTTA, "tittel": slaga.OMDØYPT, "nr": slaga.OMNUMMERERT}


class Jamføring:
    """An old plan and a new one, with what each decides in the form they are compared in."""

    def __init__(self, før: Plan, etter: Plan) -> None:
        first_year = max(før.år, etter.år)
        self.old = comparable_fields(før, first_year)
        self.new = comparable_fields(etter, first_year)
        self.grunnar = Grunnar(før, etter)

    def endringar(self) -> tuple[Endring, ...]:
        """Every change, each difference in exactly one; measure by measure, then the rest."""
        found = list(differences(self.old, self.new))
        measures = [each for each in found if each.path[0] == "tiltak"]
        others = [each for each in found if each.path[0] != "tiltak"]
        return (*self._in_measures(measures), *self._outside_measures(others))

    def _in_measures(self, found: list[Forskjell]) -> Iterator[Endring]:
        for id_, group in groupby(found, key=lambda each: each.path[1]):
            parts = list(group)
            if len(parts[0].path) == 2:
                yield self._measure(id_, _came_or_went(parts[0]), parts)
                continue
            closing = _closing_kind(self.old["tiltak"][id_], self.new["tiltak"][id_])
            if closing:
                yield self._measure(id_, closing, [p for p in parts if p.path[2] in _CLOSING])
                parts = [each for each in parts if each.path[2] not in _CLOSING]
            for felt, fields in groupby(parts, key=lambda each: each.path[2]):
                yield self._field(id_, felt, list(fields))

    def _measure(self, id_: str, slag: Slag, parts: list[Forskjell]) -> Endring:
        """A measure that has come, gone, ended or begun again."""
        reasons = self.grunnar.for_measure(id_, {p.path[2] for p in parts if len(p.path) > 2})
        others = {
            other
            for side in (self.old, self.new)
            for other in value_at(side, ("tiltak", id_, "avslutning", "tiltak")) or ()
        }
        return self._change(
            slag,
            ("tiltak", id_),
            parts,
            dom=judge(parts),
            reasons=reasons,
            others=others,
        )

    def _field(self, id_: str, felt: str, parts: list[Forskjell]) -> Endring:
        """A field of a measure that is in both plans."""
        reasons = self.grunnar.for_measure(id_, [felt])
        return self._change(
            _FIELDS.get(felt, slaga.ENDRA),
            ("tiltak", id_, felt),
            parts,
            dom=settled(judge(parts), reasons),
            reasons=reasons,
        )

    def _outside_measures(self, found: list[Forskjell]) -> Iterator[Endring]:
        for ting, group in groupby(found, key=lambda each: _thing(each.path)):
            parts = list(group)
            reasons = self.grunnar.outside_measures(parts)
            yield self._change(
                kind_outside_measures(_område(ting), self._class_at(ting)),
                ting,
                parts,
                dom=settled(judge(parts), [each for each in reasons if each.settles(parts)]),
                reasons=reasons,
            )

    def _change(  # noqa: PLR0913  # what a change is made of, by name
        self,
        slag: Slag,
        ting: Ting,
        parts: list[Forskjell],
        *,
        dom: Nivådom,
        reasons: tuple[Grunngjeving, ...],
        others: Iterable[str] = (),
    ) -> Endring:
        før, etter = value_at(self.old, ting), value_at(self.new, ting)
        return Endring(
            slag=slag,
            ting=ting,
            før=før,
            etter=etter,
            path_før=None if før is None else file_path(self.old, ting),
            path_etter=None if etter is None else file_path(self.new, ting),
            forskjellar=tuple(parts),
            dom=slag.dom or dom,
            grunngjevingar=reasons,
            andre=tuple(sorted(others)),
        )

    def _class_at(self, ting: Ting) -> Endringsklasse:
        if value_at(self.old, ting) is None:
            return Endringsklasse.NY
        return Endringsklasse.BORTE if value_at(self.new, ting) is None else Endringsklasse.ENDRA


def file_path(fields: Kanon, ting: Ting) -> Path:
    """Where a thing stands in the plan file that the fields come from."""
    if ting[0] != "tiltak":
        return ting
    _, id_, *rest = ting
    way = ("delmål", fields["tiltak"][id_]["delmål"], "tiltak", id_)
    return way if rest == ["delmål"] else (*way, *rest)


def _came_or_went(whole: Forskjell) -> Slag:
    if whole.før is None:
        return slaga.NYTT_AVSLUTTA if "status" in whole.etter else slaga.NYTT
    return slaga.UTGÅTT if "status" in whole.før else slaga.BORTE


def _closing_kind(før: dict[str, Any], etter: dict[str, Any]) -> Slag | None:
    """How a measure ended or was taken up again; None when it did neither."""
    if før.get("status") == etter.get("status"):
        return None
    ended = "status" in etter
    outcome = value_at(etter if ended else før, ("avslutning", "utfall"))
    slag = _OUTCOMES.get(outcome, slaga.AVSLUTTA)
    return slag if ended else slag.mirrored


def _thing(path: Ting) -> Ting:
    """What a difference outside the measures belongs to, as a reader sees it."""
    ways = (path[:length] for length in range(1, len(path)))
    return next((way for way in ways if (felt := field_at(way)) and felt.om.samla), path)


def _område(ting: Ting) -> Område:
    felt = field_at(ting)
    return felt.område if felt else Område.ANNA
