"""Which chart is drawn how."""

from bygdeplan.diagram import budsjett, finansiering, status, tidslinje
from bygdeplan.diagram.stil import Spec
from bygdeplan.diagram.verdiar import (
    Budsjettdiagram,
    Diagram,
    Finansieringsdiagram,
    Statusdiagram,
    Tidslinje,
)


def specify(diagram: Diagram) -> Spec:
    """The Vega-Lite specification of a chart.

    Raises:
        TypeError: No drawing is known for this kind of value.
    """
    match diagram:
        case Budsjettdiagram():
            return budsjett.specify(diagram)
        case Finansieringsdiagram():
            return finansiering.specify(diagram)
        case Statusdiagram():
            return status.specify(diagram)
        case Tidslinje():
            return tidslinje.specify(diagram)
        case _:
            raise TypeError(f"no drawing is known for {type(diagram).__name__}")
