"""What the drawing of a chart is given: its figures with the words for them, ready to place."""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bygdeplan.ord import skriv
from bygdeplan.ord.frase import SPRÅKMERKE, frase, i_bruk
from bygdeplan.utsjanad.diagram.verdiar import (
    Budsjettdiagram,
    Diagram,
    Finansieringsdiagram,
    Serie,
    Statusdiagram,
    Tidslinje,
    Tidsrad,
)

Oppsett = dict[str, Any]
"""Plain values that JSON can hold; a figure has its size as `verdi` and its words as `ord`."""

_MANGE_STEG = 5
"""About as many lines as this on the grid."""
_MINSTE_STEG = 1000


def oppsett(diagram: Diagram) -> tuple[str, Oppsett]:
    """The name of a chart's drawing, and what it is given, with its language tag as `språk`.

    Raises:
        TypeError: No drawing is known for this kind of value.
    """
    kind, given = _oppsett(diagram)
    return kind, {"språk": SPRÅKMERKE[i_bruk().målform], **given}


def _oppsett(diagram: Diagram) -> tuple[str, Oppsett]:
    match diagram:
        case Budsjettdiagram():
            return "budsjett", _budsjett(diagram)
        case Finansieringsdiagram():
            return "finansiering", _finansiering(diagram)
        case Statusdiagram():
            return "status", _status(diagram)
        case Tidslinje():
            return "tidslinje", _tidslinje(diagram)
        case _:
            raise TypeError(f"no drawing is known for {type(diagram).__name__}")


def _budsjett(diagram: Budsjettdiagram) -> Oppsett:
    sums = _sums(diagram.seriar)
    years = zip(diagram.år, diagram.slag, map(_i_tusen, sums), strict=True)
    return {
        "eining": skriv.kroner(1000),
        "år": [{"år": år, "slag": slag, "sum": sum_} for år, slag, sum_ in years],
        "seriar": [
            {"namn": serie.namn, "verdiar": list(map(_i_tusen, serie.verdiar))}
            for serie in diagram.seriar
        ],
        "steg": list(map(_i_tusen, _steps(max(sums)))),
    }


def _finansiering(diagram: Finansieringsdiagram) -> Oppsett:
    return {
        "kjelder": [
            {"namn": namn, "beløp": {"verdi": beløp, "ord": skriv.kroner(beløp)}}
            for namn, beløp in diagram.kjelder
        ]
    }


def _status(diagram: Statusdiagram) -> Oppsett:
    sums = ({**_tal(sum_), "tiltak": _measures(sum_)} for sum_ in _sums(diagram.seriar))
    return {
        "delmål": [
            {"namn": namn, "sum": sum_} for namn, sum_ in zip(diagram.delmål, sums, strict=True)
        ],
        "seriar": [
            {"namn": serie.namn, "verdiar": list(map(_tal, serie.verdiar))}
            for serie in diagram.seriar
        ],
    }


def _measures(number: int) -> str:
    name = "diagram.tiltak_éin" if number == 1 else "diagram.tiltak_fleire"
    return frase(name, tal=skriv.tal(number))


def _tidslinje(diagram: Tidslinje) -> Oppsett:
    return {
        "merknad": frase("diagram.om_pila"),
        "år": [
            {"ord": str(år), "framheva": år == diagram.framheva_år}
            for år in range(diagram.første_år, diagram.siste_år + 1)
        ],
        "grupper": [
            {"namn": gruppe.namn, "rader": [_rad(diagram, rad) for rad in gruppe.rader]}
            for gruppe in diagram.grupper
        ],
    }


def _rad(diagram: Tidslinje, rad: Tidsrad) -> Oppsett:
    bar = stolpe(diagram, rad)
    return {
        "namn": rad.namn,
        "tid": rad.tid,
        "avslutta": rad.avslutta,
        "stolpe": asdict(bar) if bar else None,
    }


@dataclass(frozen=True)
class Stolpe:
    """A bar as parts of the whole time line, from 0 to 1; an end is open when it is not shown."""

    frå: float
    til: float
    open_start: bool = False
    open_slutt: bool = False


def stolpe(diagram: Tidslinje, rad: Tidsrad) -> Stolpe | None:
    """The part of a measure's time that the years of the chart show; None when there is none."""
    if rad.første_dag is None and rad.siste_dag is None:
        return None
    years = diagram.siste_år + 1 - diagram.første_år
    frå = _in_years(rad.første_dag) - diagram.første_år if rad.første_dag else float("-inf")
    til = _in_years(rad.siste_dag, 1) - diagram.første_år if rad.siste_dag else float("inf")
    if til <= 0 or frå >= years:
        return None
    return Stolpe(
        max(frå, 0) / years, min(til, years) / years, open_start=frå < 0, open_slutt=til > years
    )


def _in_years(day: date, days_later: int = 0) -> float:
    """A day as its year and the part of the year that has passed: 2031-07-02 is 2031.4986."""
    passed = day.toordinal() - date(day.year, 1, 1).toordinal() + days_later
    return day.year + passed / (366 if isleap(day.year) else 365)


def _steps(most: int) -> range:
    """Round amounts from 0 up, in kroner: 0, 2 000 000, 4 000 000 … for 14 400 000."""
    wanted = most / _MANGE_STEG
    tens = 10 ** max(len(str(int(wanted))) - 1, 0)
    # Halfway, as the eye has it, from one round number to the next.
    halfway = ((1, 2**0.5), (2, 10**0.5), (5, 50**0.5))
    step = next((tens * n for n, limit in halfway if wanted < tens * limit), 10 * tens)
    return range(0, most + 1, max(step, _MINSTE_STEG))


def _sums(seriar: Sequence[Serie]) -> list[int]:
    return [sum(verdiar) for verdiar in zip(*(serie.verdiar for serie in seriar), strict=True)]


def _tal(antal: int) -> Oppsett:
    return {"verdi": antal, "ord": skriv.tal(antal)}


def _i_tusen(kroner: int) -> Oppsett:
    return {"verdi": kroner, "ord": skriv.tal(Decimal(kroner) / 1000)}
