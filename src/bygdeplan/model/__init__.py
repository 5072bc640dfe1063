"""The plan as the field speaks of it: agreement, kommunar, sub-goals, measures and money."""

from bygdeplan.model.merke import Merke, Path
from bygdeplan.model.plan import Plan, TiltakPlass

__all__ = ["Merke", "Path", "Plan", "TiltakPlass"]
