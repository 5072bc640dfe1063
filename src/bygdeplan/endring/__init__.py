"""What differs between two plans, how much it matters, and why it was changed."""

from bygdeplan.endring.endring import Endring
from bygdeplan.endring.forskjell import Forskjell
from bygdeplan.endring.grunngjeving import Grunngjeving
from bygdeplan.endring.plandiff import Feltendring, Plandiff, Tiltakspar, diff_plans
from bygdeplan.endring.skift import Skift
from bygdeplan.endring.slag import Endringsklasse, Slag
from bygdeplan.model.om import Nivå, Område

__all__ = [
    "Endring",
    "Endringsklasse",
    "Feltendring",
    "Forskjell",
    "Grunngjeving",
    "Nivå",
    "Område",
    "Plandiff",
    "Skift",
    "Slag",
    "Tiltakspar",
    "diff_plans",
]
