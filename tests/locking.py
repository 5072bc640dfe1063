"""Lock files for tests."""

from datetime import date

from bygdeplan.model.plan import Plan
from bygdeplan.utgave.lasefil import sealed


def lock_text(plan: Plan, adopted: date) -> str:
    """The text of the lock file of a plan that was adopted on a day."""
    return sealed(plan, adopted).source.text
