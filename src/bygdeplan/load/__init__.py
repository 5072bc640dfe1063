"""From the text of a plan file to a plan, with every fault found on the way."""

from bygdeplan.load.planfil import Planfil, load_plan
from bygdeplan.load.source import Source

__all__ = ["Planfil", "Source", "load_plan"]
