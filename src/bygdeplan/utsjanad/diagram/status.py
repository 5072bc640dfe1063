"""The drawing of the statuses: a bar for each sub-goal, stacked by status, with the counts."""

from dataclasses import dataclass

from bygdeplan.ord import nynorsk
from bygdeplan.utsjanad.diagram import skrift, stil
from bygdeplan.utsjanad.diagram.stabel import stable, summar
from bygdeplan.utsjanad.diagram.stil import Spec, felt, lag
from bygdeplan.utsjanad.diagram.verdiar import Statusdiagram

_MAX_NAMN = 200
_LUFT = 10
_STOLPE = 24
_MIN_RAD = 42
_NØKKEL = 30
"""Height of the key above the bars."""
_MELLOM_NAMN = 18
_DELMÅL = felt("delmål", "ordinal", axis=None)


def specify(diagram: Statusdiagram) -> Spec:
    """Bars of measures side by side: the counts in them, their sum after, the key above."""
    names = [skrift.wrap(namn, _MAX_NAMN, stil.TEKST, lines=3) for namn in diagram.delmål]
    sums = [[f"{nynorsk.tal(sum_)} tiltak"] for sum_ in summar(diagram.seriar)]
    row = max(_MIN_RAD, *(len(lines) * stil.LINJE + _LUFT for lines in names))
    left, right = (stil.widest(words) + 2 * _LUFT for words in (names, sums))
    plot = _Plot(diagram, left, stil.BREIDDE - left - right)
    return stil.ramme(
        row * len(names),
        {"left": left, "right": right, "top": _NØKKEL, "bottom": 0},
        [plot.bars(), plot.counts(), plot.names(names), plot.sums(sums), *plot.key()],
    )


@dataclass(frozen=True)
class _Plot:
    """The layers of the drawing, which share its scales."""

    diagram: Statusdiagram
    left: float
    width: float

    def bars(self) -> Spec:
        """The bars, each part in the colour of its status."""
        rows = [
            {
                "delmål": stykke.stabel,
                "frå": stykke.frå,
                "til": stykke.til,
                "farge": stil.STATUSFARGAR[stykke.serie],
            }
            for stykke in stable(self.diagram.seriar)
            if stykke.storleik
        ]
        return lag(
            {"type": "bar", "height": _STOLPE, **stil.OMRISS},
            rows,
            x=self._x("frå"),
            x2={"field": "til"},
            y=_DELMÅL,
            fill=stil.EIGEN_FARGE,
        )

    def counts(self) -> Spec:
        """The counts that have room in their part of the bar."""
        rows = [
            {
                "delmål": stykke.stabel,
                "midt": stykke.midt,
                "linjer": [nynorsk.tal(stykke.storleik)],
                "tekstfarge": stil.tekst_på(stil.STATUSFARGAR[stykke.serie]),
                "vekt": "bold",
            }
            for stykke in stable(self.diagram.seriar)
            if self._fits(stykke.storleik)
        ]
        return stil.tekst(rows, self._x("midt"), _DELMÅL, align="center")

    def names(self, names: list[list[str]]) -> Spec:
        """The sub-goals, at the left."""
        rows = [{"delmål": nr, "linjer": lines} for nr, lines in enumerate(names)]
        return stil.tekst(rows, {"value": -self.left}, _DELMÅL)

    def sums(self, words: list[list[str]]) -> Spec:
        """The number of measures of each sub-goal, after its bar."""
        rows = [
            {"delmål": nr, "sum": sum_, "linjer": lines}
            for nr, (sum_, lines) in enumerate(zip(summar(self.diagram.seriar), words, strict=True))
        ]
        return stil.tekst(rows, self._x("sum"), _DELMÅL, dx=_LUFT)

    def key(self) -> list[Spec]:
        """A patch of colour and a name for each status that occurs, in a row above the bars."""
        rows, left = [], -self.left
        for nr, serie in enumerate(self.diagram.seriar):
            if any(serie.verdiar):
                colour = stil.STATUSFARGAR[nr]
                stad = left * self._per_pixel
                rows.append({"stad": stad, "linjer": [serie.namn], "farge": colour})
                left += stil.TIL_NAMN + skrift.width(serie.namn, stil.TEKST) + _MELLOM_NAMN
        return stil.namn_med_farge(rows, self._x("stad"), {"value": -_NØKKEL / 2 - 4})

    @property
    def _most(self) -> int:
        return max(summar(self.diagram.seriar))

    @property
    def _per_pixel(self) -> float:
        return self._most / self.width

    def _fits(self, count: int) -> bool:
        words = skrift.width(nynorsk.tal(count), stil.TEKST, "bold")
        return bool(count) and words * self._per_pixel < count

    def _x(self, name: str) -> Spec:
        return felt(name, scale={"domain": [0, self._most], "nice": False}, axis=None)
