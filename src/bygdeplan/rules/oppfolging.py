"""Following up: what someone should look to. BP6xx, remarks all of them.

What depends on the day goes by the day given, or by the last day of the plan's year when that has
passed: a plan whose year is over is followed up in the next one.
"""

from collections.abc import Iterator
from datetime import date

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.model.merke import Merkeslag, Path
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord.nynorsk import dato, tal
from bygdeplan.rules.grunnlag import Grunnlag, Rule, tittel

UTAN_ANSVARLEG = Regel(
    "BP601",
    Severity.MERKNAD,
    "tiltaket har ingen ansvarleg",
    why="Eit tiltak utan ein ansvarleg blir sjeldan gjort.",
    wrong="status: i arbeid",
    right="status: i arbeid\nansvarleg: Næringssjefen",
)
FRISTEN_ER_UTE = Regel(
    "BP602",
    Severity.MERKNAD,
    "tiltaket skulle vere ferdig",
    why="Når sluttdatoen er passert, er tiltaket anten ferdig, eller det treng ny sluttdato.",
    wrong="slutt: 2031-06\nstatus: i arbeid    # i september 2031",
    right="slutt: 2031-12\nstatus: i arbeid",
    by_day=True,
)
IKKJE_I_GANG = Regel(
    "BP603",
    Severity.MERKNAD,
    "tiltaket skulle vere i gang",
    why="Når startdatoen er passert, er tiltaket anten i gang, eller det er utsett.",
    wrong="start: 2031-03\nstatus: ikkje starta    # i september 2031",
    right="start: 2031-03\nstatus: utsett",
    by_day=True,
)
GAMMAL_STATUS = Regel(
    "BP604",
    Severity.MERKNAD,
    "statusen er gammal",
    why="Planen seier sjølv kor gammal ein statustekst kan vere (`fristar: status`, i dagar).",
    wrong="fristar:\n  status: 180\n…\nstatusdato: 2031-01-06    # i september 2031",
    right="statusdato: 2031-08-28",
    by_day=True,
)
UTAN_RESULTAT = Regel(
    "BP605",
    Severity.MERKNAD,
    "fullført tiltak utan resultat",
    why="Statustabellen viser kva tiltaka har gjeve. Eit fullført tiltak bør ikkje stå tomt der.",
    wrong="status: avslutta\navslutning:\n  utfall: fullført\n  vurdering: …",
    right="status: avslutta\nførebels_resultat: Kjøkena handlar av tolv gardar.\n"
    "avslutning:\n  utfall: fullført\n  vurdering: …",
)
FØREBELS = Regel(
    "BP611",
    Severity.MERKNAD,
    "førebels",
    why="Eit ekte tal som ikkje er stadfesta enno, er merkt førebels, så ingen tek det for "
    "endeleg.",
    wrong="kommunestyre: 2031-02-20\nførebels: [kommunestyre]",
    right="kommunestyre: 2031-02-20",
)
DØME = Regel(
    "BP612",
    Severity.MERKNAD,
    "døme",
    why="Eit døme er laga for å vise korleis planen ser ut, og må bytast ut før planen kan "
    "brukast. Dokumenta seier frå på fyrste side så lenge det er døme i planen.",
    wrong="kostnad: 450 000\ndøme: [kostnad]",
    right="kostnad: 450 000",
)

_MARKS: dict[Merkeslag, tuple[Regel, str]] = {
    "førebels": (FØREBELS, "Ta bort merket når det er stadfesta."),
    "døme": (DØME, "Byt ut dømet med det som er rett, og ta bort merket."),
}


def responsible(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Every measure that is not closed has someone who answers for it."""
    for plass in _open_measures(grunnlag.plan):
        if plass.tiltak.ansvarleg is None:
            yield UTAN_ANSVARLEG.finding(
                plass.path,
                f"{tittel(plass.tiltak.tittel)} har ingen ansvarleg.",
                "Legg til `ansvarleg` når det er avklart kven det er.",
                at_key=True,
            )


def in_time(grunnlag: Grunnlag) -> Iterator[Finding]:
    """A measure is begun after its start and closed after its end."""
    today = _day(grunnlag)
    if today is None:
        return
    for plass in _open_measures(grunnlag.plan):
        name, start, slutt = tittel(plass.tiltak.tittel), plass.tiltak.start, plass.tiltak.slutt
        if slutt and slutt.siste_dag < today:
            yield FRISTEN_ER_UTE.finding(
                (*plass.path, "slutt"),
                f"{name} skulle vere ferdig {dato(slutt.siste_dag)}, men er ikkje avslutta.",
                "Avslutt tiltaket, eller skriv ny `slutt` med grunn under `endringar`.",
            )
        elif start and start.siste_dag < today and plass.tiltak.status == "ikkje starta":
            yield IKKJE_I_GANG.finding(
                (*plass.path, "start"),
                f"{name} skulle starte seinast {dato(start.siste_dag)}, men er ikkje starta.",
                "Rett statusen, eller skriv ny `start` med grunn under `endringar`.",
            )


def fresh_status(grunnlag: Grunnlag) -> Iterator[Finding]:
    """No status text is older than the plan allows."""
    today, allowed = _day(grunnlag), grunnlag.plan.fristar.status
    if today is None:
        return
    for path, name, written in _status_days(grunnlag.plan):
        age = (today - written).days
        if age > allowed:
            yield GAMMAL_STATUS.finding(
                (*path, "statusdato"),
                f"Statusen for {name} er {tal(age)} dagar gammal; planen seier høgst "
                f"{tal(allowed)}.",
                "Skriv ny status, og set `statusdato` til dagen du skriv.",
            )


def results(grunnlag: Grunnlag) -> Iterator[Finding]:
    """A measure that is completed tells what came of it."""
    for plass in grunnlag.plan.alle_tiltak:
        tiltak = plass.tiltak
        completed = tiltak.avslutning is not None and tiltak.avslutning.utfall == "fullført"
        if completed and tiltak.avslutta and tiltak.førebels_resultat is None:
            yield UTAN_RESULTAT.finding(
                (*plass.path, "førebels_resultat"),
                f"{tittel(tiltak.tittel)} er fullført, men har ikkje noko resultat.",
                "Legg til `førebels_resultat`.",
                at_key=True,
            )


def marks(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Everything marked førebels or døme."""
    for slag, path in grunnlag.plan.merke:
        regel, advice = _MARKS[slag]
        kind = "førebels" if slag == "førebels" else "eit døme"
        yield regel.finding(path, f"{_place(path)} er {kind}.", advice, at_key=True)


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


RULES: tuple[Rule, ...] = (responsible, in_time, fresh_status, results, marks)
REGLAR = (
    UTAN_ANSVARLEG,
    FRISTEN_ER_UTE,
    IKKJE_I_GANG,
    GAMMAL_STATUS,
    UTAN_RESULTAT,
    FØREBELS,
    DØME,
)
