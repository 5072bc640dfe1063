"""The drawing of the time line: a bar for each measure, under the heading of its sub-goal."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bygdeplan.utsjanad.diagram import stil
from bygdeplan.utsjanad.diagram.oppsett import INNRYKK, Stad, Stolpe, place
from bygdeplan.utsjanad.diagram.stil import Spec, felt, lag
from bygdeplan.utsjanad.diagram.verdiar import Tidslinje

_KANT = 12
"""Room at both ends of the years for the points of bars that go on."""
_ÅRSTAL = 22
_STOLPE = 11
"""Height of a bar."""
_MIN_STOLPE = 3
"""A bar of a day or two is drawn as long as this."""
_MERKNAD = 26
_OPEN = "Pil: starten eller slutten er open, eller ligg utanfor perioden."
_MOT_VENSTRE, _MOT_HØGRE = "M0,-1L-1,0L0,1Z", "M0,-1L1,0L0,1Z"


def specify(diagram: Tidslinje) -> Spec:
    """Years above, measures down the left side, bars from start to end; an open end is pointed."""
    placed = place(diagram)
    left = INNRYKK + stil.widest([stad.linjer for stad in placed if stad.rad]) + 2 * _KANT
    plot = _Plot(diagram, placed, left, stil.BREIDDE - left - _KANT, placed[-1].botn)
    pointed = any(stolpe.open_start or stolpe.open_slutt for _, stolpe in plot.bars)
    remark = [plot.remark()] if pointed else []
    return stil.ramme(
        plot.height,
        {"left": left, "right": _KANT, "top": _ÅRSTAL, "bottom": _MERKNAD if remark else 2},
        [*plot.years(), plot.strips(), *plot.words(), plot.bodies(), *plot.points(), *remark],
    )


@dataclass(frozen=True)
class _Plot:
    """The layers of the drawing, which share its scales."""

    diagram: Tidslinje
    placed: list[Stad]
    left: float
    width: float
    height: float

    @cached_property
    def bars(self) -> list[tuple[Stad, Stolpe]]:
        """The measures with a bar."""
        return [(stad, stad.stolpe) for stad in self.placed if stad.stolpe]

    def years(self) -> list[Spec]:
        """The plan's own year set off, a line between the years, and their numbers above."""
        first, last = self.diagram.første_år, self.diagram.siste_år
        own = self.diagram.framheva_år
        own_year = [{"frå": own, "til": own + 1}] if first <= own <= last else []
        lines = [{"år": år} for år in range(first, last + 2)]
        numbers = [
            {"år": år + 0.5, "linjer": [str(år)], "vekt": "bold" if år == own else "normal"}
            for år in range(first, last + 1)
        ]
        down: Spec = {"y": {"value": 0}, "y2": {"value": self.height}}
        band: Spec = {"x": self._x("frå"), "x2": {"field": "til"}}
        return [
            lag({"type": "rect", "fill": stil.FRAMHEVA}, own_year, **band, **down),
            lag({"type": "rule", "stroke": stil.STREK}, lines, x=self._x("år"), **down),
            stil.tekst(numbers, self._x("år"), {"value": -_ÅRSTAL / 2}, align="center"),
        ]

    def strips(self) -> Spec:
        """A strip across the drawing behind each heading."""
        rows = [{"topp": stad.topp, "botn": stad.botn} for stad in self.placed if not stad.rad]
        across: Spec = {"x": {"value": -self.left}, "x2": {"value": self.width + _KANT}}
        mark = {"type": "rect", "fill": stil.STRIPE}
        return lag(mark, rows, **across, y=self._y("topp"), y2={"field": "botn"})

    def words(self) -> list[Spec]:
        """Headings and names at the left, and the times of measures that have no bar."""
        words = [
            {"midt": stad.midt, "linjer": stad.linjer, "vekt": "normal" if stad.rad else "bold"}
            for stad in self.placed
        ]
        times = [
            {"midt": stad.midt, "linjer": [stad.rad.tid]}
            for stad in self.placed
            if stad.rad and not stad.stolpe
        ]
        return [
            self._words(words, INNRYKK - self.left),
            self._words(times, INNRYKK, fill=stil.DEMPA_TEKST),
        ]

    def bodies(self) -> Spec:
        """The bars; those of closed measures are hollow."""
        shortest = _MIN_STOLPE / self.width * (self.diagram.siste_år + 1 - self.diagram.første_år)
        rows = [
            {
                "frå": stolpe.frå,
                "til": max(stolpe.til, stolpe.frå + shortest),
                "topp": stad.midt - _STOLPE / 2,
                "botn": stad.midt + _STOLPE / 2,
                "farge": stil.GRUNN if stad.rad and stad.rad.avslutta else stil.STOLPE,
            }
            for stad, stolpe in self.bars
        ]
        return lag(
            {"type": "rect", "stroke": stil.STOLPE},
            rows,
            x=self._x("frå"),
            x2={"field": "til"},
            y=self._y("topp"),
            y2={"field": "botn"},
            fill=stil.EIGEN_FARGE,
        )

    def points(self) -> list[Spec]:
        """The points at open ends, outside the bars."""
        starts = [{"stad": b.frå, "midt": s.midt} for s, b in self.bars if b.open_start]
        ends = [{"stad": b.til, "midt": s.midt} for s, b in self.bars if b.open_slutt]
        mark = {"type": "point", "size": (_STOLPE + 1) ** 2, "fill": stil.STOLPE, "strokeWidth": 0}
        return [
            lag(
                {**mark, "shape": shape, "opacity": 1},
                rows,
                x=self._x("stad"),
                y=self._y("midt"),
            )
            for rows, shape in ((starts, _MOT_VENSTRE), (ends, _MOT_HØGRE))
        ]

    def remark(self) -> Spec:
        """What a point means, under the drawing."""
        words = {"midt": self.height + _MERKNAD / 2 + 2, "linjer": [_OPEN]}
        return self._words([words], INNRYKK - self.left, fill=stil.DEMPA_TEKST)

    def _words(self, rows: list[Spec], x: float, **look: Any) -> Spec:
        return stil.tekst(rows, {"value": x}, self._y("midt"), **look)

    def _x(self, name: str) -> Spec:
        domain = [self.diagram.første_år, self.diagram.siste_år + 1]
        return felt(name, scale={"domain": domain, "nice": False, "zero": False}, axis=None)

    def _y(self, name: str) -> Spec:
        return felt(name, scale={"domain": [0, self.height], "reverse": True}, axis=None)
