"""The drawing of the financing: a bar for each source, with its amount at its end."""

from bygdeplan.ord import nynorsk
from bygdeplan.utsjanad.diagram import skrift, stil
from bygdeplan.utsjanad.diagram.stil import Spec, felt, lag
from bygdeplan.utsjanad.diagram.verdiar import Finansieringsdiagram

_RAD = 27
_STOLPE = 15
_MAX_NAMN = 200
_LUFT = 8


def specify(diagram: Finansieringsdiagram) -> Spec:
    """Bars from one line, as long as the amounts; the names before them, the amounts after."""
    names = [skrift.wrap(namn, _MAX_NAMN, stil.TEKST, lines=1) for namn, _ in diagram.kjelder]
    amounts = [[nynorsk.kroner(beløp)] for _, beløp in diagram.kjelder]
    margins = {"left": stil.widest(names) + _LUFT, "right": stil.widest(amounts, "bold") + _LUFT}
    rows = [{"nr": nr, "beløp": beløp} for nr, (_, beløp) in enumerate(diagram.kjelder)]
    most = max(beløp for _, beløp in diagram.kjelder)
    x = felt("beløp", scale={"domain": [0, most], "nice": False}, axis=None)
    y = felt("nr", "ordinal", axis=None)
    layers = [
        lag({"type": "bar", "height": _STOLPE, "fill": stil.STOLPE}, rows, x=x, y=y),
        stil.tekst(_with_lines(rows, names), {"value": 0}, y, align="right", dx=-_LUFT),
        stil.tekst(_with_lines(rows, amounts), x, y, dx=_LUFT, fontWeight="bold"),
        lag(
            {"type": "rule", "stroke": stil.DEMPA_TEKST},
            [{}],
            x={"value": 0},
            y={"value": 0},
            y2={"value": _RAD * len(rows)},
        ),
    ]
    return stil.ramme(_RAD * len(rows), {**margins, "top": 0, "bottom": 0}, layers)


def _with_lines(rows: list[Spec], lines: list[list[str]]) -> list[Spec]:
    return [{**row, "linjer": words} for row, words in zip(rows, lines, strict=True)]
