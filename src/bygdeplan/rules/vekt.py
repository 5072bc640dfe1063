"""Weights, numbers and spans of time: BP20x and BP21x."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model.budsjett import FELLES
from bygdeplan.model.tiltak import Delmål
from bygdeplan.ord.skriv import NBSP, dato, liste, tal
from bygdeplan.rules.grunnlag import Grunnlag, tittel

Name = TypeVar("Name", bound=Hashable)


def weights_add_up(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The weights of the sub-goals are 100 together."""
    weights = [ett.vekt for ett in grunnlag.plan.delmål.values()]
    total = sum(weights)
    if total != 100:
        yield Brot(
            ("delmål",),
            f"Vektene til delmåla er {tal(total)}{NBSP}% til saman, ikkje 100{NBSP}%.",
            f"No er dei {liste(map(tal, weights))}." if weights else "Skriv inn delmåla i avtalen.",
            at_key=True,
        )


VEKTSUM = Prøveregel(
    "BP201",
    Severity.FEIL,
    "vektene er ikkje 100 til saman",
    why="Vektene seier korleis innsatsen er delt mellom delmåla, og må difor bli 100 % til saman.",
    wrong="bustad:\n  vekt: 60\nkompetanse:\n  vekt: 30",
    right="bustad:\n  vekt: 60\nkompetanse:\n  vekt: 40",
    finn=weights_add_up,
)


def each_weight_is_a_share(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The weight of a sub-goal is from 0 to 100."""
    for id_, ett in grunnlag.plan.delmål.items():
        if not 0 <= ett.vekt <= 100:
            yield Brot(
                ("delmål", id_, "vekt"),
                f"Delmål {ett.nr} {tittel(ett.tittel)} har vekta {tal(ett.vekt)}{NBSP}%.",
                "Skriv kor stor del av innsatsen delmålet har, frå 0 til 100.",
            )


VEKT_UTANFOR = Prøveregel(
    "BP202",
    Severity.FEIL,
    "vekta ligg ikkje mellom 0 og 100",
    why="Vekta er prosent av heile innsatsen.",
    wrong="vekt: -20",
    right="vekt: 20",
    finn=each_weight_is_a_share,
)


def subgoals_are_numbered(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No two sub-goals have the same number."""
    delmål = grunnlag.plan.delmål
    for first, again in _repeated((id_, ett.nr) for id_, ett in delmål.items()):
        yield Brot(
            ("delmål", again, "nr"),
            f"Delmåla `{first}` og `{again}` har begge nummer {delmål[again].nr}.",
            "Gje det eine eit anna nummer.",
        )


DELMÅLSNUMMER = Prøveregel(
    "BP205",
    Severity.FEIL,
    "to delmål med same nummer",
    why="Dokumenta viser til delmåla med nummer.",
    wrong="bustad:\n  nr: 1\nkompetanse:\n  nr: 1",
    right="bustad:\n  nr: 1\nkompetanse:\n  nr: 2",
    finn=subgoals_are_numbered,
)


def measures_are_numbered(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No two measures of a sub-goal have the same number."""
    for delmål_id, delmål in grunnlag.plan.delmål.items():
        for first, again in _repeated((id_, ett.nr) for id_, ett in delmål.tiltak.items()):
            yield Brot(
                ("delmål", delmål_id, "tiltak", again, "nr"),
                f"Tiltaka `{first}` og `{again}` har begge nummer {delmål.tiltak[again].nr} "
                f"i delmål {delmål.nr}.",
                f"Gje det eine eit anna nummer; {_free_number(delmål)} er ledig.",
            )


TILTAKSNUMMER = Prøveregel(
    "BP206",
    Severity.FEIL,
    "to tiltak i delmålet med same nummer",
    why="Dokumenta viser til tiltaka med nummer. Tala kan ha hol, men kvart nummer er brukt "
    "éin gong i delmålet.",
    wrong="bustad-innsikt:\n  nr: 1\nbustad-tomter:\n  nr: 1",
    right="bustad-innsikt:\n  nr: 1\nbustad-tomter:\n  nr: 2",
    finn=measures_are_numbered,
)


def ids_are_used_once(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure's id is used once in the whole plan."""
    seen: dict[str, str] = {}
    for plass in grunnlag.plan.alle_tiltak:
        if plass.id in seen:
            yield Brot(
                plass.path,
                f"Id-en `{plass.id}` er brukt både i delmålet `{seen[plass.id]}` og i "
                f"`{plass.delmål_id}`.",
                "Gje det eine tiltaket ein annan id. Er det det same tiltaket, skal det stå "
                "éin gong.",
                at_key=True,
            )
        seen.setdefault(plass.id, plass.delmål_id)


TILTAKS_ID = Prøveregel(
    "BP207",
    Severity.FEIL,
    "to tiltak med same id",
    why="Id-en følgjer eitt tiltak gjennom alle åra, også om det flyttar til eit anna delmål.",
    wrong="bustad:\n  tiltak:\n    nettverk: …\narbeid:\n  tiltak:\n    nettverk: …",
    right="bustad:\n  tiltak:\n    bustad-nettverk: …\narbeid:\n  tiltak:\n    nettverk: …",
    finn=ids_are_used_once,
)


def felles_is_no_subgoal(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No sub-goal takes the name `felles`."""
    if FELLES in grunnlag.plan.delmål:
        yield Brot(
            ("delmål", FELLES),
            "Eit delmål kan ikkje ha id-en `felles`.",
            "Gje delmålet ein id etter det det handlar om.",
            at_key=True,
        )


FELLES_ID = Prøveregel(
    "BP208",
    Severity.FEIL,
    "delmålet heiter «felles»",
    why="I rekneskapen for tidlegare år er «felles» pengar som ikkje høyrer til noko delmål.",
    wrong="delmål:\n  felles:\n    nr: 4",
    right="delmål:\n  samarbeid:\n    nr: 4",
    finn=felles_is_no_subgoal,
)


def kommunar_are_numbered(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No two kommunar have the same number."""
    kommunar = grunnlag.plan.kommunar
    for first, again in _repeated((id_, ein.nummer) for id_, ein in kommunar.items()):
        yield Brot(
            ("kommunar", again, "nummer"),
            f"Kommunane {kommunar[first].namn} og {kommunar[again].namn} har begge "
            f"nummer {kommunar[again].nummer}.",
            "Sjå etter i lista over kommunenummer.",
        )


KOMMUNENUMMER = Prøveregel(
    "BP209",
    Severity.FEIL,
    "to kommunar med same nummer",
    why="Kvar kommune har sitt eige nummer.",
    wrong="fjelldal:\n  nummer: 9901\nskogdal:\n  nummer: 9901",
    right="fjelldal:\n  nummer: 9901\nskogdal:\n  nummer: 9902",
    finn=kommunar_are_numbered,
)


def year_is_in_the_agreement(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The plan's year lies in the agreement."""
    plan = grunnlag.plan
    if plan.år not in plan.avtale.periode:
        yield Brot(
            ("år",),
            f"Planåret {plan.år} ligg utanfor avtaleperioden {plan.avtale.periode}.",
            "Rett planåret, eller perioden under `avtale`.",
        )


PLANÅR = Prøveregel(
    "BP211",
    Severity.FEIL,
    "planåret ligg utanfor avtalen",
    why="Handlingsplanen gjeld eit av åra i avtaleperioden.",
    wrong="år: 2035\navtale:\n  periode: 2030–2033",
    right="år: 2031\navtale:\n  periode: 2030–2033",
    finn=year_is_in_the_agreement,
)


def revision_is_first_or_second(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The plan is revised twice a year."""
    if grunnlag.plan.revisjon not in (1, 2):
        yield Brot(
            ("revisjon",),
            f"Revisjonen er {grunnlag.plan.revisjon}.",
            "Skriv 1 for den fyrste utgåva av planen i året, og 2 for den andre.",
        )


REVISJON = Prøveregel(
    "BP212",
    Severity.FEIL,
    "revisjonen er ikkje 1 eller 2",
    why="Planen blir revidert to gonger i året, og endringane blir talde etter revisjonen.",
    wrong="revisjon: 3",
    right="revisjon: 2",
    finn=revision_is_first_or_second,
)


def measures_end_after_they_start(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure does not end before it starts."""
    for plass in grunnlag.plan.alle_tiltak:
        start, slutt = plass.tiltak.start, plass.tiltak.slutt
        if start and slutt and slutt.siste_dag < start.første_dag:
            yield Brot(
                (*plass.path, "slutt"),
                f"{tittel(plass.tiltak.tittel)} sluttar seinast {dato(slutt.siste_dag)}, men "
                f"startar tidlegast {dato(start.første_dag)}.",
                "Rett `start` eller `slutt`.",
            )


TIDSROM = Prøveregel(
    "BP213",
    Severity.FEIL,
    "tiltaket sluttar før det startar",
    why="Eit tidsrom som er snudd, kan ikkje stå i dokumenta.",
    wrong="start: 2032-08\nslutt: 2031-12",
    right="start: 2031-08\nslutt: 2031-12",
    finn=measures_end_after_they_start,
)


def measures_end_with_the_agreement(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure does not go on after the agreement."""
    last = grunnlag.plan.avtale.periode.siste
    for plass in grunnlag.plan.alle_tiltak:
        slutt = plass.tiltak.slutt
        if slutt and slutt.år > last:
            yield Brot(
                (*plass.path, "slutt"),
                f"{tittel(plass.tiltak.tittel)} sluttar i {slutt.år}, etter at avtalen er ute i "
                f"{last}.",
                "Rett `slutt`, eller la det stå om arbeidet skal halde fram utanfor avtalen.",
            )


ETTER_AVTALEN = Prøveregel(
    "BP214",
    Severity.ÅTVARING,
    "tiltaket varer lenger enn avtalen",
    why="Etter avtaleperioden er det verken statlege midlar eller handlingsplan for tiltaket.",
    wrong="periode: 2030–2033\n…\nslutt: 2035",
    right="periode: 2030–2033\n…\nslutt: 2033",
    finn=measures_end_with_the_agreement,
)


def keys(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A key can divide a sum: no part is negative, and not all of them are zero."""
    for id_, nøkkel in grunnlag.plan.budsjett.fordelingsnøklar.items():
        parts = nøkkel.delar.values()
        if any(part < 0 for part in parts) or not any(parts):
            yield Brot(
                ("budsjett", "fordelingsnøklar", id_, "delar"),
                f"Nøkkelen {tittel(nøkkel.tittel)} kan ikkje dele ein sum: delane er "
                f"{liste(tal(part) for part in parts) or 'ikkje fylte ut'}.",
                "Skriv eit tal frå 0 og oppover for kvar kommune, til dømes 1 for alle.",
            )


NØKKELDELAR = Prøveregel(
    "BP215",
    Severity.FEIL,
    "fordelingsnøkkelen let seg ikkje bruke",
    why="Ein nøkkel deler ein sum etter kor store delane er. Då kan ingen del vere mindre enn "
    "null, og ikkje alle kan vere null.",
    wrong="delar: {fjelldal: 0, skogdal: 0}",
    right="delar: {fjelldal: 1, skogdal: 1}",
    finn=keys,
)


def _repeated(named: Iterable[tuple[str, Name]]) -> Iterator[tuple[str, str]]:
    """The first thing with a name and each later one with the same name."""
    first: dict[Name, str] = {}
    for id_, name in named:
        if name in first:
            yield first[name], id_
        else:
            first[name] = id_


def _free_number(delmål: Delmål) -> int:
    return max(ett.nr for ett in delmål.tiltak.values()) + 1


REGLAR = (
    VEKTSUM,
    VEKT_UTANFOR,
    DELMÅLSNUMMER,
    TILTAKSNUMMER,
    TILTAKS_ID,
    FELLES_ID,
    KOMMUNENUMMER,
    PLANÅR,
    REVISJON,
    TIDSROM,
    ETTER_AVTALEN,
    NØKKELDELAR,
)
