"""What a plan puts in the calendar: meetings, papers due, and the points of the yearly wheel."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from dateutil.easter import easter

from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import frase
from bygdeplan.ord.skriv import dato, datospenn, kort_vekedag, stor_forbokstav
from bygdeplan.vedtak.saksgang import meetings


class Hending(NamedTuple):
    """Something that happens on a day, or within some days."""

    slag: Literal["møte", "sakspapir", "årshjul"]
    path: Path
    """The path of the day in the plan file; with `slag` the identity, however the day is moved."""
    første_dag: date
    siste_dag: date
    tittel: str
    merknad: str | None = None


def events(plan: Plan) -> list[Hending]:
    """Everything in a plan that has a date, in the order of the days."""
    found = [*_meetings(plan), *_papers(plan), *_yearly_wheel(plan)]
    return sorted(found, key=lambda each: (each.første_dag, each.siste_dag, each.tittel))


def is_confirmed(plan: Plan, hending: Hending) -> bool:
    """Whether the day is not marked førebels or døme in the plan."""
    return plan.merke.covering(hending.path) is None


_FIXED = {
    (1, 1): "fyrste nyttårsdag",
    (5, 1): "fyrste mai",
    (5, 17): "grunnlovsdagen",
    (12, 25): "fyrste juledag",
    (12, 26): "andre juledag",
}
_FROM_EASTER = {
    -3: "skjærtorsdag",
    -2: "langfredag",
    0: "fyrste påskedag",
    1: "andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "fyrste pinsedag",
    50: "andre pinsedag",
}
"""Days after Easter Sunday."""


def helgedagar(year: int) -> dict[date, str]:
    """The public holidays of a year, each with its name; of two on one day, the fixed one."""
    sunday = easter(year)
    moving = {sunday + timedelta(days): name for days, name in _FROM_EASTER.items()}
    return moving | {date(year, month, day): name for (month, day), name in _FIXED.items()}


def papers_due(meeting: date, days: int) -> date:
    """The last working day that lies at least so many days before a meeting."""
    due = meeting - timedelta(days)
    while due.weekday() >= 5 or due in helgedagar(due.year):
        due -= timedelta(1)
    return due


def _meetings(plan: Plan) -> Iterator[Hending]:
    for organ, dag in meetings(plan):
        title = stor_forbokstav(organ.i_setning)
        yield Hending("møte", organ.møtepath, dag, dag, title, organ.merknad)


def _papers(plan: Plan) -> Iterator[Hending]:
    """When the papers for each meeting in the kommunar are to be ready."""
    for organ, dag in meetings(plan):
        if organ.kommune:
            due = papers_due(dag, plan.fristar.sakspapir)
            title = frase("kalender.sakspapir", organ=organ.i_setning)
            remark = frase("kalender.om_møtet", dag=dato(dag))
            yield Hending("sakspapir", organ.møtepath, due, due, title, remark)


def _yearly_wheel(plan: Plan) -> Iterator[Hending]:
    for id_, punkt in plan.fristar.årshjul.items():
        if punkt.dato is not None:
            path: Path = ("fristar", "årshjul", id_, "dato")
            first, last = punkt.dato.første_dag, punkt.dato.siste_dag
            yield Hending("årshjul", path, first, last, punkt.tittel)


def calendar_table(plan: Plan) -> str:
    """A line for each event: «on.  28. januar 2026  Formannskapet i …»."""
    rows = [(_day(hending), _what(plan, hending)) for hending in events(plan)]
    width = max((len(day) for day, _ in rows), default=0)
    return "\n".join(f"{day:<{width}}  {what}" for day, what in rows)


def _day(hending: Hending) -> str:
    one_day = hending.første_dag == hending.siste_dag
    weekday = kort_vekedag(hending.første_dag) if one_day else ""
    return f"{weekday:<4} {datospenn(hending.første_dag, hending.siste_dag)}"


def _what(plan: Plan, hending: Hending) -> str:
    notes = [hending.merknad, None if is_confirmed(plan, hending) else "ikkje stadfesta"]
    written = "; ".join(note for note in notes if note)
    return f"{hending.tittel} ({written})" if written else hending.tittel


Kalenderformat = Literal["text", "ics"]
FORMATS: tuple[Kalenderformat, ...] = get_args(Kalenderformat)


def write_calendar(plan: Plan, form: Kalenderformat) -> bytes:
    """The calendar of a plan in one of the forms, as the bytes of a file."""
    if form == "ics":
        from bygdeplan.vedtak.ics import calendar_file

        return calendar_file(plan)
    table = calendar_table(plan) or f"Planen for {plan.år} har ingen datoar enno."
    return f"{table}\n".encode()
