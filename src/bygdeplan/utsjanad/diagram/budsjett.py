"""The drawing of the budget: a column for each year, stacked by sub-goal."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from bygdeplan.ord import nynorsk
from bygdeplan.utsjanad.diagram import skrift, stil
from bygdeplan.utsjanad.diagram.stabel import Stykke, spread, stable, summar
from bygdeplan.utsjanad.diagram.stil import Spec, felt, lag
from bygdeplan.utsjanad.diagram.verdiar import Budsjettdiagram

_EINING = f"1{nynorsk.NBSP}000{nynorsk.NBSP}kr"
_HØGD = 240
_OVER, _UNDER = 30, 38
_DEL_AV_STEGET = 0.75
"""How much of the step from one year to the next a column takes."""
_MAX_KOLONNE = 90
_MAX_NAMN = 180
_TIL_SUM = 10
"""From a column to the middle of the sum above it."""
_LUFT = 8


def specify(diagram: Budsjettdiagram) -> Spec:
    """Columns with amounts in 1 000 kr in them and sums above, and the names beside the last."""
    names = [skrift.wrap(serie.namn, _MAX_NAMN, stil.TEKST, lines=3) for serie in diagram.seriar]
    figures = [[_EINING], [_i_tusen(max(summar(diagram.seriar)))]]
    left = stil.widest(figures) + _LUFT
    right = 2 * _LUFT + stil.TIL_NAMN + stil.widest(names)
    height = max(_HØGD, sum(map(_height, names)))
    plot = _Plot(diagram, names, stil.BREIDDE - left - right, height)
    return stil.ramme(
        height,
        {"left": left, "right": right, "top": _OVER, "bottom": _UNDER},
        [plot.columns(), plot.unit(), plot.amounts(), *plot.sums(), plot.years(), *plot.key()],
    )


@dataclass(frozen=True)
class _Plot:
    """The layers of the drawing, which share its scales."""

    diagram: Budsjettdiagram
    names: list[list[str]]
    width: float
    height: float

    @cached_property
    def pieces(self) -> list[Stykke]:
        """Every part of every column, also those of no size."""
        return list(stable(self.diagram.seriar))

    @cached_property
    def sum_of(self) -> dict[str, int]:
        """The sum of each year, in kroner."""
        return dict(zip(self.diagram.år, summar(self.diagram.seriar), strict=True))

    @cached_property
    def per_pixel(self) -> float:
        """How many kroner a pixel is high: the largest sum is the whole height."""
        return max(self.sum_of.values()) / self.height

    @cached_property
    def step(self) -> float:
        """From one year to the next, in pixels."""
        return self.width / len(self.diagram.år)

    @cached_property
    def column(self) -> float:
        """How wide a column is, in pixels."""
        return min(self.step * _DEL_AV_STEGET, _MAX_KOLONNE)

    def columns(self) -> Spec:
        """The columns on their grid."""
        rows = [
            {
                "år": self.diagram.år[stykke.stabel],
                "frå": stykke.frå,
                "til": stykke.til,
                "farge": stil.farge(stykke.serie),
            }
            for stykke in self.pieces
            if stykke.storleik
        ]
        figures = {"labelExpr": "format(datum.value / 1000, ',~f')", "tickMinStep": 1000}
        return lag(
            {"type": "rect"},
            rows,
            x=self._x(),
            y=self._y("frå", axis={"tickCount": 5, **figures}),
            y2={"field": "til"},
            fill=stil.EIGEN_FARGE,
        )

    def unit(self) -> Spec:
        """What the figures on the grid lines are, above them."""
        place = {"x": {"value": -_LUFT}, "y": {"value": -20}}
        return stil.tekst([{"linjer": [_EINING]}], **place, align="right", fill=stil.DEMPA_TEKST)

    def amounts(self) -> Spec:
        """The amounts that have room in their part of the column."""
        rows = [
            {
                "år": self.diagram.år[stykke.stabel],
                "midt": stykke.midt,
                "linjer": [_i_tusen(stykke.storleik)],
                "tekstfarge": stil.tekst_på(stil.farge(stykke.serie)),
            }
            for stykke in self.pieces
            if stykke.storleik >= stil.LINJE * self.per_pixel
            and _fits(_i_tusen(stykke.storleik), self.column)
        ]
        return self._over_years(rows, self._y("midt"))

    def sums(self) -> list[Spec]:
        """The sums that have room above their columns, clear of the grid lines."""
        rows = [
            {
                "år": år,
                "sum": sum_,
                "over": sum_ + 2 * _TIL_SUM * self.per_pixel,
                "linjer": [_i_tusen(sum_)],
                "vekt": "bold",
            }
            for år, sum_ in self.sum_of.items()
            if _fits(_i_tusen(sum_), self.step)
        ]
        ground = {"type": "rect", "fill": stil.GRUNN}
        return [
            lag(ground, rows, x=self._x(), y=self._y("sum"), y2={"field": "over"}),
            self._over_years(rows, self._y("sum"), dy=-_TIL_SUM),
        ]

    def years(self) -> Spec:
        """The years, and under each what its figures are, where there is room for that."""
        room = all(_fits(slag, self.step) for slag in self.diagram.slag)
        rows = [
            {"år": år, "linjer": [år, slag] if room else [år]}
            for år, slag in zip(self.diagram.år, self.diagram.slag, strict=True)
        ]
        return self._over_years(rows, {"value": self.height + 14}, dy=0)

    def key(self) -> list[Spec]:
        """Each name with a patch of its colour, beside its part of the last column."""
        last = [piece for piece in self.pieces if piece.stabel == len(self.diagram.år) - 1]
        wanted = [piece.midt / self.per_pixel for piece in last]
        places = spread(wanted, [_height(lines) for lines in self.names], self.height)
        rows = [
            {"stad": place * self.per_pixel, "linjer": lines, "farge": stil.farge(nr)}
            for nr, (place, lines) in enumerate(zip(places, self.names, strict=True))
        ]
        return stil.namn_med_farge(rows, {"value": self.width + _LUFT}, self._y("stad"))

    def _over_years(self, rows: list[Spec], y: Spec, **look: Any) -> Spec:
        """Words in the middle of the column of each year."""
        return stil.tekst(rows, self._x(bandPosition=0.5), y, align="center", **look)

    def _x(self, **more: Any) -> Spec:
        between = 1 - self.column / self.step
        scale = {"domain": self.diagram.år, "paddingInner": between, "paddingOuter": between / 2}
        return felt("år", "nominal", scale=scale, axis=None, **more)

    def _y(self, name: str, **more: Any) -> Spec:
        scale = {"domain": [0, max(self.sum_of.values())], "nice": False}
        return felt(name, scale=scale, **more)


def _fits(words: str, room: float) -> bool:
    return skrift.width(words, stil.TEKST, "bold") + _LUFT <= room


def _height(lines: list[str]) -> float:
    return len(lines) * stil.LINJE + _LUFT


def _i_tusen(kroner: int) -> str:
    return nynorsk.tal(Decimal(kroner) / 1000)
