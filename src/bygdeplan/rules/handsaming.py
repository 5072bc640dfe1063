"""The way to adoption: meetings, deadlines and papers. BP50x and BP51x."""

from collections.abc import Iterator, Sequence

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.ord.nynorsk import dato, liste, stor_forbokstav, talord, vekedag
from bygdeplan.rules.grunnlag import Grunnlag, Rule
from bygdeplan.vedtak.kalender import helgedagar
from bygdeplan.vedtak.saksgang import Møte, awaited, meetings, way_to_adoption

INGEN_INNSTILLING = Regel(
    "BP501",
    Severity.FEIL,
    "innstillinga er tom",
    why="Utan innstilling har kommunestyra ingenting å vedta.",
    wrong="innstilling: []",
    right="innstilling:\n  - Handlingsplanen for 2031 blir vedteken.",
)
UTAN_MØTEDATO = Regel(
    "BP502",
    Severity.MERKNAD,
    "møtedatoen er ikkje kjend",
    why="Kvart kommunestyre skal vedta planen, og så fylket. Datoen kan vere ukjend; for kommunane "
    "står han då som «[kommunen fyller inn]» i dokumenta.",
    wrong="fjelldal:\n  namn: Fjelldal",
    right="fjelldal:\n  namn: Fjelldal\n  kommunestyre: 2031-02-19",
)
INGEN_KOMMUNESTYRE = Regel(
    "BP503",
    Severity.ÅTVARING,
    "kommunestyret skal ikkje møtast",
    why="Planen skal vedtakast i alle kommunane. Formannskapet kan hoppast over, kommunestyret "
    "ikkje.",
    wrong="kommunestyre: ingen",
    right="formannskap: ingen\nkommunestyre: 2031-01-22",
)
REKKJEFØLGJE = Regel(
    "BP504",
    Severity.FEIL,
    "møta kjem i feil rekkjefølgje",
    why="Planen går frå formannskap til kommunestyre, så til fylkesutvalet når alle kommunane har "
    "gjort vedtak, og til sist til departementet.",
    wrong="formannskap: 2031-02-19\nkommunestyre: 2031-01-28",
    right="formannskap: 2031-01-28\nkommunestyre: 2031-02-19",
)
FRIDAG = Regel(
    "BP505",
    Severity.ÅTVARING,
    "møte på ein fridag",
    why="Politiske møte blir ikkje haldne i helger og på heilagdagar. Truleg er datoen feil.",
    wrong="kommunestyre: 2031-05-17",
    right="kommunestyre: 2031-05-15",
)
SAKSPAPIR = Regel(
    "BP506",
    Severity.MERKNAD,
    "fristen for sakspapira er ute",
    why="Sakspapira skal vere ferdige så mange dagar før møtet som planen seier.",
    wrong="fristar:\n  sakspapir: 7\n…\nkommunestyre: 2031-02-19    # om tre dagar",
    right="fristar:\n  sakspapir: 7\n…\nkommunestyre: 2031-02-27",
    by_day=True,
)
STÅR_ATT = Regel(
    "BP511",
    Severity.MERKNAD,
    "står att å fylle inn",
    why="Den lokale vurderinga og den som skriv under, er kommunen sine. Til dei er kjende, står "
    "det «[kommunen fyller inn]» i saksframlegget.",
    wrong="fjelldal:\n  namn: Fjelldal",
    right="fjelldal:\n  namn: Fjelldal\n  kommunedirektør: …\n  vurdering: …",
)
LANGT_SAMANDRAG = Regel(
    "BP512",
    Severity.ÅTVARING,
    "samandraget er lengre enn fem linjer",
    why="Politikarane les samandraget fyrst. Fem linjer er nok til å seie kva saka gjeld. Ei linje "
    "er rekna til 95 teikn.",
    wrong="samandrag: # tolv linjer",
    right="samandrag: # fire linjer",
)

_LINES, _LETTERS_A_LINE = 5, 95


def proposal(grunnlag: Grunnlag) -> Iterator[Finding]:
    """There is something to decide, and the summary can be read at a glance."""
    plan = grunnlag.plan
    if not plan.innstilling:
        yield INGEN_INNSTILLING.finding(
            ("innstilling",),
            "Innstillinga har ingen punkt.",
            "Skriv minst eitt punkt, med «- » framfor.",
            at_key=True,
        )
    paragraphs = plan.samandrag.strip().split("\n\n")
    lines = sum(-(-len(" ".join(text.split())) // _LETTERS_A_LINE) for text in paragraphs)
    if lines > _LINES:
        yield LANGT_SAMANDRAG.finding(
            ("samandrag",),
            f"Samandraget blir om lag {talord(lines, 'éi')} linjer.",
            "Kort det ned til fem linjer. Resten kan stå i innleiinga eller vurderinga.",
            at_key=True,
        )


def unknown(grunnlag: Grunnlag) -> Iterator[Finding]:
    """What a kommune is still to say: its meetings, its assessment, its director."""
    organ = list(way_to_adoption(grunnlag.plan))
    for id_, kommune in grunnlag.plan.kommunar.items():
        path = ("kommunar", id_)
        undated = [each for each in organ if each.path == path and each.er_utan_dag]
        if undated:
            yield UTAN_MØTEDATO.finding(
                path,
                f"{kommune.namn}: ukjend møtedato for "
                f"{liste(each.i_kommunen for each in undated)}.",
                f"Skriv {liste(f'«{each.slag}: …»' for each in undated)} når det er klart.",
                at_key=True,
            )
        if kommune.kommunestyre == "ingen":
            yield INGEN_KOMMUNESTYRE.finding(
                (*path, "kommunestyre"),
                f"{kommune.namn}: planen skal etter dette ikkje til kommunestyret.",
                "Skriv møtedatoen, eller ta bort linja om han ikkje er kjend.",
            )
        missing = [field for field in _LOCAL if not getattr(kommune, field)]
        if missing:
            yield STÅR_ATT.finding(
                path,
                f"{kommune.namn} har att å fylle inn {liste(_LOCAL[field] for field in missing)}.",
                f"Skriv {liste(f'«{field}: …»' for field in missing)} når det er klart.",
                at_key=True,
            )


def unknown_in_the_county(grunnlag: Grunnlag) -> Iterator[Finding]:
    """When the county has the case, as far as the plan goes there at all."""
    for organ in way_to_adoption(grunnlag.plan):
        if organ.slag in ("fylkesutval", "fylkesting") and organ.er_utan_dag:
            yield UTAN_MØTEDATO.finding(
                organ.path,
                f"{organ.namn}: ukjend møtedato.",
                "Skriv «dato: …» når det er klart, eller ta bort steget om saka ikkje skal dit.",
                at_key=True,
            )


_LOCAL = {"vurdering": "den lokale vurderinga", "kommunedirektør": "namnet på kommunedirektøren"}


def order(grunnlag: Grunnlag) -> Iterator[Finding]:
    """No body meets before those whose decision it waits for."""
    plan = grunnlag.plan
    for (organ, dag), earlier in awaited(plan):
        late = [other for other in earlier if other.dag > dag]
        if late:
            yield REKKJEFØLGJE.finding(
                organ.møtepath,
                f"{stor_forbokstav(organ.i_setning)} har saka {dato(dag)}, før {_named(late)}.",
                "Sjå etter i møteplanane kva for ein dato som er feil.",
            )
    adopted = plan.vedteken
    late = [møte for møte in meetings(plan) if adopted and møte.dag > adopted.siste_dag]
    if adopted and late:
        yield REKKJEFØLGJE.finding(
            ("vedteken",),
            f"Planen står som godkjend {dato(adopted.siste_dag)}, før {_named(late)}.",
            "Rett `vedteken`, eller ta bort linja om planen ikkje er godkjend.",
        )


def _named(møte: Sequence[Møte]) -> str:
    """«kommunestyret i Toppdal (20. februar 2031) og …»."""
    return liste(f"{organ.i_setning} ({dato(dag)})" for organ, dag in møte)


def free_days(grunnlag: Grunnlag) -> Iterator[Finding]:
    """While the plan is on its way, no meeting lies on a weekend or a public holiday."""
    if not grunnlag.plan.utkast:
        return
    for organ, dag in meetings(grunnlag.plan):
        holiday = helgedagar(dag.year).get(dag)
        if holiday or dag.weekday() >= 5:
            day = holiday or f"ein {vekedag(dag)}"
            yield FRIDAG.finding(
                organ.møtepath,
                f"{stor_forbokstav(organ.i_setning)} har saka {dato(dag)}, som er {day}.",
                "Sjå etter i møteplanen.",
            )


def papers(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Papers are ready before each meeting in the kommunar that is still to come."""
    today, needed = grunnlag.dato, grunnlag.plan.fristar.sakspapir
    if today is None:
        return
    for organ, dag in meetings(grunnlag.plan):
        left = (dag - today).days
        if organ.kommune and 0 <= left < needed:
            yield SAKSPAPIR.finding(
                organ.møtepath,
                f"{organ.namn} har møte {dato(dag)}, {_in_days(left)}. "
                f"Sakspapira skulle vere ferdige {_days(needed)} før.",
                "Send papira no, eller sjå etter om møtet kan flyttast.",
            )


def _in_days(days: int) -> str:
    return f"om {_days(days)}" if days else "i dag"


def _days(days: int) -> str:
    return f"{talord(days, 'éin')} {'dag' if days == 1 else 'dagar'}"


RULES: tuple[Rule, ...] = (
    proposal,
    unknown,
    unknown_in_the_county,
    order,
    free_days,
    papers,
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
