"""Events as an iCalendar file (RFC 5545): the only module that knows icalendar.

Whole days need no time zone, and none is written; nor are alarms, which are for each to set.
"""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from bygdeplan.model.former import i_form
from bygdeplan.model.plan import Plan
from bygdeplan.ord.framand import without_language
from bygdeplan.ord.frase import SPRÅKMERKE, frase, shipped_words
from bygdeplan.ord.skriv import stor_forbokstav
from bygdeplan.vedtak.kalender import Hending, events, is_confirmed

_NAMESPACE = UUID("6f0c2d52-7d0b-5d8e-9d0e-3c1d4b5a6978")
"""Made once, for events of action plans alone: another one would make every event a new one."""


def calendar_file(plan: Plan) -> bytes:
    """A calendar with the dates of a plan, in its form, which Outlook, Google and others take in.

    The same plan gives the same bytes: the time stamp is the plan's own date.
    """
    with shipped_words(plan.hovudform).in_use():
        return _calendar(i_form(plan, plan.hovudform))


def _calendar(plan: Plan) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//bygdeplan//bygdeplan//NN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _name(plan))  # RFC 7986
    calendar.add("x-wr-calname", _name(plan))  # what Google and Outlook read
    for hending in events(plan):
        calendar.add_component(_event(plan, hending))
    data: bytes = calendar.to_ical()
    return data


def _event(plan: Plan, hending: Hending) -> Event:
    event = Event()
    event.add("uid", _uid(plan, hending))
    event.add("dtstamp", datetime.combine(plan.dato, time(), UTC))
    event.add("dtstart", hending.første_dag)
    event.add("dtend", hending.siste_dag + timedelta(1))  # the first day after
    summary = frase("kalender.hending", tittel=without_language(hending.tittel), år=plan.år)
    event.add("summary", summary, parameters={"language": SPRÅKMERKE[plan.hovudform][:2]})
    event.add("description", _description(plan, hending))
    event.add("status", "CONFIRMED" if is_confirmed(plan, hending) else "TENTATIVE")
    event.add("transp", "TRANSPARENT")  # nobody is busy the whole day
    return event


def _uid(plan: Plan, hending: Hending) -> str:
    """Free of the day, so that a calendar moves an event it has taken in before."""
    name = (plan.avtale.pilot, str(plan.år), hending.slag, *map(str, hending.path))
    return str(uuid5(_NAMESPACE, "/".join(name)))


def _description(plan: Plan, hending: Hending) -> str:
    said = without_language(hending.merknad or "")
    remark = [f"{stor_forbokstav(said)}."] if said else []
    return "\n".join([f"{_name(plan)}.", *remark])


def _name(plan: Plan) -> str:
    return frase("kalender.namn", år=plan.år, pilot=plan.avtale.pilot)
