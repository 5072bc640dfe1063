"""The way to adoption: meetings, deadlines and papers. BP50x and BP51x."""

from collections.abc import Iterator, Sequence

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.ord.skriv import dato, liste, stor_forbokstav, talord, vekedag
from bygdeplan.rules.grunnlag import Grunnlag
from bygdeplan.vedtak.kalender import helgedagar
from bygdeplan.vedtak.saksgang import Møte, awaited, meetings, way_to_adoption

_LINES, _LETTERS_A_LINE = 5, 95


def something_to_decide(grunnlag: Grunnlag) -> Iterator[Brot]:
    """There is something to decide."""
    if not grunnlag.plan.innstilling:
        yield Brot(
            ("innstilling",),
            "Innstillinga har ingen punkt.",
            "Skriv minst eitt punkt, med «- » framfor.",
            at_key=True,
        )


INGEN_INNSTILLING = Prøveregel(
    "BP501",
    Severity.FEIL,
    "innstillinga er tom",
    why="Utan innstilling har kommunestyra ingenting å vedta.",
    wrong="innstilling: []",
    right="innstilling:\n  - Handlingsplanen for 2031 blir vedteken.",
    finn=something_to_decide,
)


def meetings_are_known(grunnlag: Grunnlag) -> Iterator[Brot]:
    """When each kommune has the case, and the county, as far as the plan goes there at all."""
    undated = [organ for organ in way_to_adoption(grunnlag.plan) if organ.er_utan_dag]
    for id_, kommune in grunnlag.plan.kommunar.items():
        own = [organ for organ in undated if organ.kommune == id_]
        if own:
            yield Brot(
                ("kommunar", id_),
                f"{kommune.namn}: ukjend møtedato for {liste(organ.i_kommunen for organ in own)}.",
                f"Skriv {liste(f'«{organ.slag}: …»' for organ in own)} når det er klart.",
                at_key=True,
            )
    for organ in undated:
        if organ.slag in ("fylkesutval", "fylkesting"):
            yield Brot(
                organ.path,
                f"{organ.namn}: ukjend møtedato.",
                "Skriv «dato: …» når det er klart, eller ta bort steget om saka ikkje skal dit.",
                at_key=True,
            )


UTAN_MØTEDATO = Prøveregel(
    "BP502",
    Severity.MERKNAD,
    "møtedatoen er ikkje kjend",
    why="Kvart kommunestyre skal vedta planen, og så fylket. Datoen kan vere ukjend; for kommunane "
    "står han då som «[kommunen fyller inn]» i dokumenta.",
    wrong="fjelldal:\n  namn: Fjelldal",
    right="fjelldal:\n  namn: Fjelldal\n  kommunestyre: 2031-02-19",
    finn=meetings_are_known,
)


def every_council_decides(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No kommune leaves its council out."""
    for id_, kommune in grunnlag.plan.kommunar.items():
        if kommune.kommunestyre == "ingen":
            yield Brot(
                ("kommunar", id_, "kommunestyre"),
                f"{kommune.namn}: planen skal etter dette ikkje til kommunestyret.",
                "Skriv møtedatoen, eller ta bort linja om han ikkje er kjend.",
            )


INGEN_KOMMUNESTYRE = Prøveregel(
    "BP503",
    Severity.ÅTVARING,
    "kommunestyret skal ikkje møtast",
    why="Planen skal vedtakast i alle kommunane. Formannskapet kan hoppast over, kommunestyret "
    "ikkje.",
    wrong="kommunestyre: ingen",
    right="formannskap: ingen\nkommunestyre: 2031-01-22",
    finn=every_council_decides,
)


def order(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No body meets before those whose decision it waits for."""
    plan = grunnlag.plan
    for (organ, dag), earlier in awaited(plan):
        late = [other for other in earlier if other.dag > dag]
        if late:
            yield Brot(
                organ.møtepath,
                f"{stor_forbokstav(organ.i_setning)} har saka {dato(dag)}, før {_named(late)}.",
                "Sjå etter i møteplanane kva for ein dato som er feil.",
            )
    adopted = plan.vedteken
    late = [møte for møte in meetings(plan) if adopted and møte.dag > adopted.siste_dag]
    if adopted and late:
        yield Brot(
            ("vedteken",),
            f"Planen står som godkjend {dato(adopted.siste_dag)}, før {_named(late)}.",
            "Rett `vedteken`, eller ta bort linja om planen ikkje er godkjend.",
        )


def _named(møte: Sequence[Møte]) -> str:
    """«kommunestyret i Toppdal (20. februar 2031) og …»."""
    return liste(f"{organ.i_setning} ({dato(dag)})" for organ, dag in møte)


REKKJEFØLGJE = Prøveregel(
    "BP504",
    Severity.FEIL,
    "møta kjem i feil rekkjefølgje",
    why="Planen går frå formannskap til kommunestyre, så til fylkesutvalet når alle kommunane har "
    "gjort vedtak, og til sist til departementet.",
    wrong="formannskap: 2031-02-19\nkommunestyre: 2031-01-28",
    right="formannskap: 2031-01-28\nkommunestyre: 2031-02-19",
    finn=order,
)


def free_days(grunnlag: Grunnlag) -> Iterator[Brot]:
    """While the plan is on its way, no meeting lies on a weekend or a public holiday."""
    if not grunnlag.plan.utkast:
        return
    for organ, dag in meetings(grunnlag.plan):
        holiday = helgedagar(dag.year).get(dag)
        if holiday or dag.weekday() >= 5:
            day = holiday or f"ein {vekedag(dag)}"
            yield Brot(
                organ.møtepath,
                f"{stor_forbokstav(organ.i_setning)} har saka {dato(dag)}, som er {day}.",
                "Sjå etter i møteplanen.",
            )


FRIDAG = Prøveregel(
    "BP505",
    Severity.ÅTVARING,
    "møte på ein fridag",
    why="Politiske møte blir ikkje haldne i helger og på heilagdagar. Truleg er datoen feil.",
    wrong="kommunestyre: 2031-05-17",
    right="kommunestyre: 2031-05-15",
    finn=free_days,
)


def papers(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Papers are ready before each meeting in the kommunar that is still to come."""
    today, needed = grunnlag.dato, grunnlag.plan.fristar.sakspapir
    if today is None:
        return
    for organ, dag in meetings(grunnlag.plan):
        left = (dag - today).days
        if organ.kommune and 0 <= left < needed:
            yield Brot(
                organ.møtepath,
                f"{organ.namn} har møte {dato(dag)}, {_in_days(left)}. "
                f"Sakspapira skulle vere ferdige {_days(needed)} før.",
                "Send papira no, eller sjå etter om møtet kan flyttast.",
            )


SAKSPAPIR = Prøveregel(
    "BP506",
    Severity.MERKNAD,
    "fristen for sakspapira er ute",
    why="Sakspapira skal vere ferdige så mange dagar før møtet som planen seier.",
    wrong="fristar:\n  sakspapir: 7\n…\nkommunestyre: 2031-02-19    # om tre dagar",
    right="fristar:\n  sakspapir: 7\n…\nkommunestyre: 2031-02-27",
    by_day=True,
    finn=papers,
)


def _in_days(days: int) -> str:
    return f"om {_days(days)}" if days else "i dag"


def _days(days: int) -> str:
    return f"{talord(days, 'éin')} {'dag' if days == 1 else 'dagar'}"


def kommunar_have_had_their_say(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What a kommune is still to say: its assessment, its director."""
    for id_, kommune in grunnlag.plan.kommunar.items():
        missing = [field for field in _LOCAL if not getattr(kommune, field)]
        if missing:
            yield Brot(
                ("kommunar", id_),
                f"{kommune.namn} har att å fylle inn {liste(_LOCAL[field] for field in missing)}.",
                f"Skriv {liste(f'«{field}: …»' for field in missing)} når det er klart.",
                at_key=True,
            )


STÅR_ATT = Prøveregel(
    "BP511",
    Severity.MERKNAD,
    "står att å fylle inn",
    why="Den lokale vurderinga og den som skriv under, er kommunen sine. Til dei er kjende, står "
    "det «[kommunen fyller inn]» i saksframlegget.",
    wrong="fjelldal:\n  namn: Fjelldal",
    right="fjelldal:\n  namn: Fjelldal\n  kommunedirektør: …\n  vurdering: …",
    finn=kommunar_have_had_their_say,
)


_LOCAL = {"vurdering": "den lokale vurderinga", "kommunedirektør": "namnet på kommunedirektøren"}


def summary_is_short(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The summary can be read at a glance."""
    paragraphs = grunnlag.plan.samandrag.strip().split("\n\n")
    lines = sum(-(-len(" ".join(text.split())) // _LETTERS_A_LINE) for text in paragraphs)
    if lines > _LINES:
        yield Brot(
            ("samandrag",),
            f"Samandraget blir om lag {talord(lines, 'éi')} linjer.",
            "Kort det ned til fem linjer. Resten kan stå i innleiinga eller vurderinga.",
            at_key=True,
        )


LANGT_SAMANDRAG = Prøveregel(
    "BP512",
    Severity.ÅTVARING,
    "samandraget er lengre enn fem linjer",
    why="Politikarane les samandraget fyrst. Fem linjer er nok til å seie kva saka gjeld. Ei linje "
    "er rekna til 95 teikn.",
    wrong="samandrag: # tolv linjer",
    right="samandrag: # fire linjer",
    finn=summary_is_short,
)


REGLAR = (
    INGEN_INNSTILLING,
    UTAN_MØTEDATO,
    INGEN_KOMMUNESTYRE,
    REKKJEFØLGJE,
    FRIDAG,
    SAKSPAPIR,
    STÅR_ATT,
    LANGT_SAMANDRAG,
)
