"""The dates of a plan as a calendar: a table to read, or a file that calendars take in."""

from typing import Literal, get_args

from bygdeplan.model.plan import Plan

Form = Literal["text", "ics"]
FORMS: tuple[Form, ...] = get_args(Form)


def write_calendar(plan: Plan, form: Form) -> bytes:
    """The calendar of a plan in one of the forms, as the bytes of a file."""
    if form == "ics":
        from bygdeplan.kalender.ics import calendar_file

        return calendar_file(plan)
    from bygdeplan.kalender.tabell import calendar_table

    table = calendar_table(plan) or f"Planen for {plan.år} har ingen datoar enno."
    return f"{table}\n".encode()
