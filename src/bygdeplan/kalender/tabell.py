"""Events as lines to read: the day, then what happens."""

from bygdeplan.kalender.hendingar import Hending, events, is_confirmed
from bygdeplan.model.plan import Plan
from bygdeplan.nynorsk import datospenn, kort_vekedag


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
