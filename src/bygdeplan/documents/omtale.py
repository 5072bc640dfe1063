"""How things are called in the documents: measures, sources, statuses, moments."""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from bygdeplan.documents.dokument import FYLL_INN, TOM_CELLE
from bygdeplan.documents.prose import render_prose
from bygdeplan.model.budsjett import FELLES, Finansiering, Kjelde, Pottnamn
from bygdeplan.model.felt import Tidspunkt
from bygdeplan.model.merke import Path
from bygdeplan.model.organisering import Person
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Status, Tiltak
from bygdeplan.ord import nynorsk

KJELDER: dict[Kjelde, str] = {
    "tiltaksmidlar": "Tiltaksmidlar (stat)",
    "driftstilskot": "Driftstilskot (stat)",
    "prosjektleiing": "Prosjektleiing (stat)",
    "fylkeskommune": "Fylkeskommunen",
    "kommune": "Kommunane",
    "husbanken": "Husbanken",
    "statsforvaltar": "Statsforvaltaren",
    "anna": "Andre",
}
POTTAR: dict[Pottnamn, str] = {
    "tiltaksmidlar": "Tiltaksmidlar",
    "driftstilskot": "Driftstilskot",
    "prosjektleiing": "Prosjektleiing",
}
STATUSAR: dict[Status, str] = {
    "ikkje starta": "Ikkje starta",
    "i arbeid": "I arbeid",
    "utsett": "Utsett",
    "avslutta": "Avslutta",
}
DØME_I_TITTEL = "Døme:"
"""How the title of a measure begins when it is an example and says so itself."""


def tidspunkt(moment: Tidspunkt | None) -> str:
    """«2032», «juni 2032», «30. juni 2032»; «–» when it is not set."""
    if moment is None:
        return TOM_CELLE
    if moment.dag:
        return nynorsk.dato(moment.første_dag)
    if moment.månad:
        return f"{nynorsk.månad(moment.første_dag)} {moment.år}"
    return str(moment.år)


def tiltaksperiode(tiltak: Tiltak) -> str:
    """When a measure runs: «2030–2032», «august 2030–juni 2032», «frå 2030», «til 2032»."""
    if tiltak.start and tiltak.slutt:
        first, last = tidspunkt(tiltak.start), tidspunkt(tiltak.slutt)
        return first if first == last else f"{first}{nynorsk.TANKESTREK}{last}"
    if tiltak.start:
        return f"frå {tidspunkt(tiltak.start)}"
    return f"til {tidspunkt(tiltak.slutt)}" if tiltak.slutt else TOM_CELLE


def status(tiltak: Tiltak) -> str:
    """«I arbeid», «Avslutta: fullført»; nothing when the status is not known."""
    if tiltak.status is None:
        return ""
    name = STATUSAR[tiltak.status]
    return f"{name}: {tiltak.avslutning.utfall}" if tiltak.avslutning else name


def ja_nei(value: bool) -> str:  # noqa: FBT001  # the one thing there is to say
    """«Ja» or «Nei»."""
    return "Ja" if value else "Nei"


def delmålsnamn(plan: Plan, delmål_id: str) -> str:
    """«Delmål 1: Fleire bustader»; the common items are «Felles for heile avtalen»."""
    if delmål_id == FELLES:
        return "Felles for heile avtalen"
    delmål = plan.delmål[delmål_id]
    return f"Delmål {delmål.nr}: {delmål.tittel}"


def delmålsnummer(plan: Plan, delmål_id: str) -> str:
    """«delmål 1», where the title stands close by."""
    return f"delmål {plan.delmål[delmål_id].nr}"


def tiltaksnamn(plan: Plan, plass: TiltakPlass) -> str:
    """«4 Turkart», with a mark when it is førebels or døme and its title does not say so."""
    name, mark = f"{plass.tiltak.nr} {plass.tiltak.tittel}", merkelapp(plan, plass.path)
    return name if plass.tiltak.tittel.startswith(DØME_I_TITTEL) else f"{name}{mark}"


def tiltaksnamn_i_delmål(plan: Plan, plass: TiltakPlass) -> str:
    """«Delmål 2, tiltak 4 Turkart», where the sub-goal is not given by the place."""
    return f"Delmål {plass.delmål.nr}, tiltak {tiltaksnamn(plan, plass)}"


def merkelapp(plan: Plan, path: Path) -> str:
    """« (førebels)» or « (døme)» after what is so marked, else nothing."""
    mark = plan.merke.covering(path)
    return f" ({mark})" if mark else ""


def merkelapp_i(plan: Plan, *paths: Path, what: str = "") -> str:
    """« (døme)» after what is so marked, or has something in it that is; `døme` is the stronger.

    `what` says that it is only some of it: « (nokre tal er døme)».
    """
    marks = {slag for slag, marked in plan.merke for path in paths if _touch(marked, path)}
    strongest = next((slag for slag in ("døme", "førebels") if slag in marks), None)
    return f" ({what}{strongest})" if strongest else ""


def _touch(one: Path, other: Path) -> bool:
    """Whether one of two values lies in the other."""
    return all(a == b for a, b in zip(one, other, strict=False))


def tiltaksmerke(plan: Plan, plass: TiltakPlass, *paths: Path) -> str:
    """The mark on parts of a measure; one that is wholly marked says so in its name already."""
    if plan.merke.covering(plass.path):
        return ""
    return merkelapp_i(plan, *((*plass.path, *path) for path in paths))


def prosa(plan: Plan, path: Path, text: str | None) -> Markup | None:
    """A prose field of the plan with its mark after it, as HTML."""
    return render_prose(text and f"{text.rstrip()}{merkelapp_i(plan, path)}")


def tiltaksprosa(plan: Plan, plass: TiltakPlass, felt: str, text: str | None) -> Markup | None:
    """A prose field of a measure with its mark after it, as HTML."""
    return render_prose(text and f"{text.rstrip()}{tiltaksmerke(plan, plass, (felt,))}")


def samarbeidspartar(plan: Plan, ids: Iterable[str]) -> str:
    """The partners of a measure in a sentence: kommunar and parties by their names."""
    names = {id_: f"{kommune.namn} kommune" for id_, kommune in plan.kommunar.items()}
    names |= {id_: part.namn for id_, part in plan.avtale.samarbeidspartar.items()}
    return nynorsk.liste(names.get(id_, id_) for id_ in ids)


def finansiering(plan: Plan, part: Finansiering) -> str:
    """How a sum is made up: «100 000 kr og 300 timar à 500 kr, delt likt mellom kommunane»."""
    paid = [nynorsk.kroner(part.beløp)] if part.beløp else []
    if part.timar:
        paid.append(f"{nynorsk.timar(part.timar)} à {nynorsk.kroner(part.sats)}")
    made_up = nynorsk.liste(paid)
    if part.fordeling is not None:
        shares = (
            f"{plan.kommunar[id_].namn} {nynorsk.tal(andel.beløp + andel.timar * part.sats)}"
            for id_, andel in part.fordeling.items()
            if id_ in plan.kommunar
        )
        return f"{made_up}, delt slik: {nynorsk.liste(shares)}"
    nøkkel = plan.budsjett.fordelingsnøklar.get(part.nøkkel or "")
    return f"{made_up}, delt {nøkkel.tittel}" if nøkkel else made_up


def person(someone: Person) -> str:
    """«Kari (leiar i rådet)»: a name with position, whom they stand for and a remark."""
    details = [text for text in (someone.stilling, someone.frå, someone.merknad) if text]
    return f"{someone.namn} ({', '.join(details)})" if details else someone.namn


def eller_fyll_inn(text: str | None) -> str:
    """The text, or the words that ask the kommune for it."""
    return text or FYLL_INN


_PLURAL = {"utsett": "utsette"}


def count_statuses(places: Iterable[TiltakPlass]) -> str:
    """«to i arbeid, eitt ikkje starta og eitt avslutta», in the order of the statuses."""
    counts = Counter(plass.tiltak.status for plass in places)
    words = [
        f"{nynorsk.talord(counts[status], 'eitt')} {_counted(name.lower(), counts[status])}"
        for status, name in STATUSAR.items()
        if counts[status]
    ]
    if counts[None]:
        words.append(f"{nynorsk.talord(counts[None], 'eitt')} utan oppgjeven status")
    return nynorsk.liste(words) or "ingen tiltak"


def _counted(status: str, count: int) -> str:
    """The status as it is said of so many: «utsett», but «tre utsette»."""
    return _PLURAL.get(status, status) if count > 1 else status
