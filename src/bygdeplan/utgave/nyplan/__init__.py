"""A new plan file: for the next year of a pilot, or for a pilot that has none."""

from bygdeplan.utgave.nyplan.ny_plan import comments_on_the_year, new_from
from bygdeplan.utgave.nyplan.pengar import without_accounts
from bygdeplan.utgave.nyplan.pilot import FORMER, new_pilot

__all__ = [
    "FORMER",
    "comments_on_the_year",
    "new_from",
    "new_pilot",
    "without_accounts",
]
