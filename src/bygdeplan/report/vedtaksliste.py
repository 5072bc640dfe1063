"""Who has decided on the plan, who is left, and what is due."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import IO, Literal, get_args

from bygdeplan.documents.omtale import organnamn
from bygdeplan.documents.vising import Vising
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import TANKESTREK, dato, liste, numerisk_dato, talord
from bygdeplan.report.style import show
from bygdeplan.report.vedtakskontroll import changed_words
from bygdeplan.report.visible import visible
from bygdeplan.vedtak.kalender import papers_due
from bygdeplan.vedtak.saksgang import Organ, Stand, bodies

Listeformat = Literal["text", "json"]
FORMATS: tuple[Listeformat, ...] = get_args(Listeformat)


def print_list(form: Listeformat, plan: Plan, today: date | None, stream: IO[str]) -> None:
    """Print how far each body has come; a day tells who is late."""
    if form == "json":
        from bygdeplan.report.vedtak_json import list_as_json

        show(list_as_json(plan, today), stream)
    else:
        show(as_text(plan, today), stream)


def as_text(plan: Plan, today: date | None = None) -> str:
    """The table, then the words that part, the points in addition, and who is left."""
    organ = list(bodies(plan))
    sections = [
        [f"Vedtak om handlingsplanen for {plan.år}", *_table(plan, organ, today)],
        [*_wordings(plan, organ)],
        [*_summary(plan, organ, today)],
    ]
    return "\n\n".join("\n".join(map(visible, lines)) for lines in sections if lines)


def _table(plan: Plan, organ: Sequence[Organ], today: date | None) -> Iterator[str]:
    rows = [("Organ", "Dato", "Sak", "Utfall")]
    rows += [_row(plan, each, today) for each in organ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False))
        yield "  ".join([*cells, row[3]]).rstrip()


def _row(plan: Plan, organ: Organ, today: date | None) -> tuple[str, str, str, str]:
    vis = Vising(plan)
    number = vis(*organ.vedtakspath, "saksnummer", tom=TANKESTREK)
    day = vis.merkt(numerisk_dato(organ.dag), _daypath(organ)) if organ.dag else TANKESTREK
    return organnamn(plan, organ), day, number, _outcome(plan, organ, today)


def _daypath(organ: Organ) -> Path:
    """Where the day of a decision stands, or that of the meeting."""
    decided = organ.vedtak and organ.vedtak.dato
    return (*organ.vedtakspath, "dato") if decided else organ.møtepath


def _outcome(plan: Plan, organ: Organ, today: date | None) -> str:
    """«vedteke, felles ordlyd, eitt punkt i tillegg»; «står att, sakspapir innan 21.01.2031»."""
    stand = organ.stand(today)
    if organ.vedtak is None:
        due = papers_for(plan, organ)
        if stand is Stand.FORFALLEN or due is None:
            return stand if organ.møte else f"{stand}, ukjend dato"
        return f"{stand}, sakspapir innan {numerisk_dato(due)}"
    vis, decided = Vising(plan), organ.vedtakspath
    parts = [vis.merkt(stand, (*decided, "utfall"))]
    if organ.kommune and stand is Stand.VEDTEKE:
        words = "annan ordlyd" if organ.avvik else "felles ordlyd"
        words += f" på {organ.målform}" if organ.målform and not organ.avvik else ""
        parts.append(vis.merkt(words, (*decided, "punkt")))
    if extra := len(organ.vedtak.tilleggspunkt):
        words = f"{talord(extra, 'eitt')} punkt i tillegg"
        parts.append(vis.merkt(words, (*decided, "tilleggspunkt")))
    return ", ".join(parts)


def papers_for(plan: Plan, organ: Organ) -> date | None:
    """When the papers for a meeting in a kommune are to be ready."""
    if organ.møte is None or organ.kommune is None:
        return None
    return papers_due(organ.møte, plan.fristar.sakspapir)


def _wordings(plan: Plan, organ: Sequence[Organ]) -> Iterator[str]:
    vis = Vising(plan)
    for each in organ:
        own = [(*each.vedtakspath, name) for name in ("punkt", "tilleggspunkt")]
        extra = each.vedtak.tilleggspunkt if each.vedtak else []
        lines = [*map(changed_words, each.avvik), *(f"i tillegg: «{text}»" for text in extra)]
        if lines:
            yield f"{vis.merkt(organnamn(plan, each), *own)}:"
            yield from (f"  {line}" for line in lines)


def _summary(plan: Plan, organ: Sequence[Organ], today: date | None) -> Iterator[str]:
    councils = [each for each in organ if each.er_avgjerande]
    adopted = [each for each in councils if each.stand(today) is Stand.VEDTEKE]
    same = [each for each in adopted if not each.avvik]
    told = f"{len(adopted)} av {len(councils)} kommunestyre har vedteke planen"
    yield f"{told}, {len(same)} av dei med den felles ordlyden." if adopted else f"{told}."
    left = [each for each in organ if each.vedtak is None]
    if left and len(left) < len(organ):
        yield f"Står att: {liste(each.i_setning for each in left)}."
    late = [each for each in left if each.stand(today) is Stand.FORFALLEN]
    if late:
        yield f"Skulle vore avgjort: {liste(each.i_setning for each in late)}."
    coming = [each for each in left if each.møte and each not in late]
    if coming:
        first = min(coming, key=lambda each: each.møte or date.max)
        due = papers_for(plan, first)
        papers = f"; sakspapira skal vere ferdige {dato(due)}" if due else ""
        day = Vising(plan).merkt(dato(first.møte or date.max), first.møtepath)
        yield f"Neste: {first.i_setning} {day}{papers}."
