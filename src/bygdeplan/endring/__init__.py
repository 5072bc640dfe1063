"""What differs between two plans, how much it matters, and why it was changed."""

from bygdeplan.endring.endring import Endring
from bygdeplan.endring.forskjell import Forskjell
from bygdeplan.endring.niva import Nivå
from bygdeplan.endring.plandiff import FELT, Feltendring, Plandiff, Tiltakspar, diff_plans
from bygdeplan.endring.planfelt import Område
from bygdeplan.endring.skift import Skift
from bygdeplan.endring.slag import Endringsklasse, Slag

__all__ = [
    "FELT",
    "Endring",
    "Endringsklasse",
    "Feltendring",
    "Forskjell",
    "Nivå",
    "Område",
    "Plandiff",
    "Skift",
    "Slag",
    "Tiltakspar",
    "diff_plans",
]
