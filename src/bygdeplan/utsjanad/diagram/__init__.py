"""Charts: a small frozen value of titles and figures becomes one picture, as SVG and as PNG.

The values know nothing of a plan, and `draw` alone costs the import of the chart library.
"""

from bygdeplan.utsjanad.diagram.bilete import Diagrambilete, draw
from bygdeplan.utsjanad.diagram.verdiar import (
    Budsjettdiagram,
    Diagram,
    Finansieringsdiagram,
    Serie,
    Statusdiagram,
    Tidsgruppe,
    Tidslinje,
    Tidsrad,
)

__all__ = [
    "Budsjettdiagram",
    "Diagram",
    "Diagrambilete",
    "Finansieringsdiagram",
    "Serie",
    "Statusdiagram",
    "Tidsgruppe",
    "Tidslinje",
    "Tidsrad",
    "draw",
]
