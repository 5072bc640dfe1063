"""Following up: what someone should look to. BP6xx, remarks all of them.

What depends on the day goes by the day given, or by the last day of the plan's year when that has
passed: a plan whose year is over is followed up in the next one.
"""

from collections.abc import Iterator
from datetime import date

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model.merke import Merkeslag, Path
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord.skriv import dato, tal
from bygdeplan.rules.grunnlag import Grunnlag, tittel


def responsible(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every measure that is not closed has someone who answers for it."""
    for plass in _open_measures(grunnlag.plan):
        if plass.tiltak.ansvarleg is None:
            yield Brot(
                plass.path,
                f"{tittel(plass.tiltak.tittel)} har ingen ansvarleg.",
                "Legg til `ansvarleg` når det er avklart kven det er.",
                at_key=True,
            )


UTAN_ANSVARLEG = Prøveregel(
    "BP601",
    Severity.MERKNAD,
    "tiltaket har ingen ansvarleg",
    why="Eit tiltak utan ein ansvarleg blir sjeldan gjort.",
    wrong="status: i arbeid",
    right="status: i arbeid\nansvarleg: Næringssjefen",
    finn=responsible,
)


def closed_after_its_end(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure is closed when its end has passed."""
    for plass, today in _open_on_the_day(grunnlag):
        slutt = plass.tiltak.slutt
        if slutt and slutt.siste_dag < today:
            yield Brot(
                (*plass.path, "slutt"),
                f"{tittel(plass.tiltak.tittel)} skulle vere ferdig {dato(slutt.siste_dag)}, men er "
                "ikkje avslutta.",
                "Avslutt tiltaket, eller skriv ny `slutt` med grunn under `endringar`.",
            )


FRISTEN_ER_UTE = Prøveregel(
    "BP602",
    Severity.MERKNAD,
    "tiltaket skulle vere ferdig",
    why="Når sluttdatoen er passert, er tiltaket anten ferdig, eller det treng ny sluttdato.",
    wrong="slutt: 2031-06\nstatus: i arbeid    # i september 2031",
    right="slutt: 2031-12\nstatus: i arbeid",
    by_day=True,
    finn=closed_after_its_end,
)


def begun_after_its_start(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure is begun when its start has passed; of one past its end, that is told instead."""
    for plass, today in _open_on_the_day(grunnlag):
        start, slutt = plass.tiltak.start, plass.tiltak.slutt
        over = slutt is not None and slutt.siste_dag < today
        if start and start.siste_dag < today and plass.tiltak.status == "ikkje starta" and not over:
            yield Brot(
                (*plass.path, "start"),
                f"{tittel(plass.tiltak.tittel)} skulle starte seinast {dato(start.siste_dag)}, men "
                "er ikkje starta.",
                "Rett statusen, eller skriv ny `start` med grunn under `endringar`.",
            )


IKKJE_I_GANG = Prøveregel(
    "BP603",
    Severity.MERKNAD,
    "tiltaket skulle vere i gang",
    why="Når startdatoen er passert, er tiltaket anten i gang, eller det er utsett.",
    wrong="start: 2031-03\nstatus: ikkje starta    # i september 2031",
    right="start: 2031-03\nstatus: utsett",
    by_day=True,
    finn=begun_after_its_start,
)


def _open_on_the_day(grunnlag: Grunnlag) -> Iterator[tuple[TiltakPlass, date]]:
    """The measures that are not closed, each with the day it is; none when nobody has given it."""
    today = _day(grunnlag)
    return ((plass, today) for plass in _open_measures(grunnlag.plan) if today is not None)


def fresh_status(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No status text is older than the plan allows."""
    today, allowed = _day(grunnlag), grunnlag.plan.fristar.status
    if today is None:
        return
    for path, name, written in _status_days(grunnlag.plan):
        age = (today - written).days
        if age > allowed:
            yield Brot(
                (*path, "statusdato"),
                f"Statusen for {name} er {tal(age)} dagar gammal; planen seier høgst "
                f"{tal(allowed)}.",
                "Skriv ny status, og set `statusdato` til dagen du skriv.",
            )


GAMMAL_STATUS = Prøveregel(
    "BP604",
    Severity.MERKNAD,
    "statusen er gammal",
    why="Planen seier sjølv kor gammal ein statustekst kan vere (`fristar: status`, i dagar).",
    wrong="fristar:\n  status: 180\n…\nstatusdato: 2031-01-06    # i september 2031",
    right="statusdato: 2031-08-28",
    by_day=True,
    finn=fresh_status,
)


def results(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure that is completed tells what came of it."""
    for plass in grunnlag.plan.alle_tiltak:
        tiltak = plass.tiltak
        completed = tiltak.avslutning is not None and tiltak.avslutning.utfall == "fullført"
        if completed and tiltak.avslutta and tiltak.førebels_resultat is None:
            yield Brot(
                (*plass.path, "førebels_resultat"),
                f"{tittel(tiltak.tittel)} er fullført, men har ikkje noko resultat.",
                "Legg til `førebels_resultat`.",
                at_key=True,
            )


UTAN_RESULTAT = Prøveregel(
    "BP605",
    Severity.MERKNAD,
    "fullført tiltak utan resultat",
    why="Statustabellen viser kva tiltaka har gjeve. Eit fullført tiltak bør ikkje stå tomt der.",
    wrong="status: avslutta\navslutning:\n  utfall: fullført\n  vurdering: …",
    right="status: avslutta\nførebels_resultat: Kjøkena handlar av tolv gardar.\n"
    "avslutning:\n  utfall: fullført\n  vurdering: …",
    finn=results,
)


def unconfirmed(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Everything marked førebels."""
    for path in _marked(grunnlag.plan, "førebels"):
        yield Brot(
            path,
            f"{_place(path)} er førebels.",
            "Ta bort merket når det er stadfesta.",
            at_key=True,
        )


FØREBELS = Prøveregel(
    "BP611",
    Severity.MERKNAD,
    "førebels",
    why="Eit ekte tal som ikkje er stadfesta enno, er merkt førebels, så ingen tek det for "
    "endeleg.",
    wrong="kommunestyre: 2031-02-20\nførebels: [kommunestyre]",
    right="kommunestyre: 2031-02-20",
    finn=unconfirmed,
)


def examples(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Everything marked døme."""
    for path in _marked(grunnlag.plan, "døme"):
        yield Brot(
            path,
            f"{_place(path)} er eit døme.",
            "Byt ut dømet med det som er rett, og ta bort merket.",
            at_key=True,
        )


DØME = Prøveregel(
    "BP612",
    Severity.MERKNAD,
    "døme",
    why="Eit døme er laga for å vise korleis planen ser ut, og må bytast ut før planen kan "
    "brukast. Dokumenta seier frå på fyrste side så lenge det er døme i planen.",
    wrong="kostnad: 450 000\ndøme: [kostnad]",
    right="kostnad: 450 000",
    finn=examples,
)


def _marked(plan: Plan, slag: Merkeslag) -> Iterator[Path]:
    return (path for kind, path in plan.merke if kind == slag)


def _place(path: Path) -> str:
    """The place of a mark in words: «`beløp` under `løyvingar`», «Punkt 2 under `løyvingar`»."""
    if not path:
        return "Heile planen"
    *above, last = path
    name = f"Punkt {last + 1}" if isinstance(last, int) else f"`{last}`"
    group = next((part for part in reversed(above) if isinstance(part, str)), None)
    return f"{name} under `{group}`" if group else name


def _day(grunnlag: Grunnlag) -> date | None:
    if grunnlag.dato is None:
        return None
    return min(grunnlag.dato, date(grunnlag.plan.år, 12, 31))


def _open_measures(plan: Plan) -> Iterator[TiltakPlass]:
    return (plass for plass in plan.alle_tiltak if not plass.tiltak.avslutta)


def _status_days(plan: Plan) -> Iterator[tuple[Path, str, date]]:
    for id_, delmål in plan.delmål.items():
        if delmål.statusdato:
            yield ("delmål", id_), f"delmål {delmål.nr}", delmål.statusdato
    for plass in _open_measures(plan):
        if plass.tiltak.statusdato:
            yield plass.path, tittel(plass.tiltak.tittel), plass.tiltak.statusdato


REGLAR = (
    UTAN_ANSVARLEG,
    FRISTEN_ER_UTE,
    IKKJE_I_GANG,
    GAMMAL_STATUS,
    UTAN_RESULTAT,
    FØREBELS,
    DØME,
)
