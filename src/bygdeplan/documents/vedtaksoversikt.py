"""The overview of the decisions: for the county and the ministry, who decided what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import (
    TOM_CELLE,
    Celle,
    Hovud,
    Kolonne,
    Rad,
    Tabell,
    build_hovud,
    numbered,
)
from bygdeplan.documents.vising import Vising, written_in
from bygdeplan.model.handsaming import Vedtak
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import Målform, frase
from bygdeplan.ord.ordlyd import Avvik
from bygdeplan.vedtak.saksgang import Organ, Stand, bodies


@dataclass(frozen=True)
class Ordskilnad:
    """How one point parts from the common one: words out, words in."""

    punkt: str
    ut: str
    inn: str


@dataclass(frozen=True)
class EigenOrdlyd:
    """A decision that is not the common one: what parts it, then all of its points."""

    organ: str
    skilnader: tuple[Ordskilnad, ...]
    punkt: tuple[str, ...]


@dataclass(frozen=True)
class Tillegg:
    """What a body added."""

    organ: str
    punkt: tuple[str, ...]


@dataclass(frozen=True)
class Vedtaksoversikt:
    """Everything the overview says."""

    hovud: Hovud
    samandrag: str
    innstilling: tuple[str, ...]
    innstillingsmerke: str
    """What stands after the heading of the points, whose words must be the same for all."""
    vedtak: Tabell
    eigne: tuple[EigenOrdlyd, ...]
    tillegg: tuple[Tillegg, ...]
    står_att: tuple[str, ...]
    """Who has not decided yet, each with the day it is to meet; empty until somebody has."""


def build_vedtaksoversikt(plan: Plan) -> Vedtaksoversikt:
    """Who has decided on the plan of a year, with which words, and who is left."""
    organ = list(bodies(plan))
    left = [each for each in organ if each.vedtak is None]
    return Vedtaksoversikt(
        hovud=build_hovud(plan, frase("vedtakstabell.tittel", år=plan.år)),
        samandrag=_summary(organ),
        innstilling=Vising(plan).ordrett("innstilling"),
        innstillingsmerke=Vising(plan).merke(("innstilling",)),
        vedtak=numbered(_table(plan, organ), count(1)),
        eigne=tuple(_own_wording(plan, each) for each in organ if each.vedtak and _own(each)),
        tillegg=tuple(
            Tillegg(
                _heading(plan, each, (*each.vedtakspath, "tilleggspunkt")),
                Vising(plan).ordrett(*each.vedtakspath, "tilleggspunkt"),
            )
            for each in organ
            if each.vedtak and each.vedtak.tilleggspunkt
        ),
        står_att=tuple(_waited_for(plan, each) for each in left) if len(left) < len(organ) else (),
    )


def _summary(organ: Sequence[Organ]) -> str:
    """How many of the councils have adopted the plan, and how many with the common wording."""
    if not any(each.vedtak for each in organ):
        return frase("vedtaksteljing.ingen_vedtak")
    councils = [each for each in organ if each.er_avgjerande]
    adopted = [each for each in councils if each.stand(None) is Stand.VEDTEKE]
    same = [each for each in adopted if not each.avvik]
    if len(councils) == 1:
        return _of_one(is_adopted=bool(adopted), is_same=bool(same))
    who = _part(len(adopted), len(councils))
    if not adopted:
        return frase("vedtaksteljing.vedteke", kven=who)
    if len(same) == len(councils):
        return frase("vedtaksteljing.likelydande", kven=who)
    if len(same) == len(adopted):
        return frase("vedtaksteljing.felles_ordlyd", kven=who)
    if same:
        number = skriv.talord(len(same), "eitt")
        return frase("vedtaksteljing.nokre_felles", kven=who, tal=number)
    name = "vedtaksteljing.eigen_ordlyd" if len(adopted) == 1 else "vedtaksteljing.ingen_felles"
    return frase(name, kven=who)


def _of_one(*, is_adopted: bool, is_same: bool) -> str:
    """Where there is one council, there is none to be like."""
    if not is_adopted:
        return frase("vedtaksteljing.ikkje_vedteke")
    who = frase("vedtaksteljing.det_eine")
    name = "vedtaksteljing.vedteke" if is_same else "vedtaksteljing.eigen_ordlyd"
    return frase(name, kven=who)


def _part(number: int, every: int) -> str:
    """«Begge kommunestyra», «Alle dei seks kommunestyra», «Fire av dei seks kommunestyra»."""
    if number == every == 2:
        return frase("vedtaksteljing.begge")
    all_ = skriv.talord(every, "eitt")
    if number == every:
        return frase("vedtaksteljing.alle", tal=all_)
    if not number:
        return frase("vedtaksteljing.ingen", alle=all_)
    some = skriv.stor_forbokstav(skriv.talord(number, "eitt"))
    return frase("vedtaksteljing.nokre", tal=some, alle=all_)


def _table(plan: Plan, organ: Sequence[Organ]) -> Tabell:
    return Tabell(
        frase("vedtakstabell.tittel", år=plan.år),
        (
            Kolonne(frase("vedtakstabell.organ"), 41),
            Kolonne(frase("vedtakstabell.dato"), 13),
            Kolonne(frase("vedtakstabell.saksnummer"), 14),
            Kolonne(frase("vedtakstabell.utfall"), 13),
            Kolonne(frase("vedtakstabell.ordlyd"), 19),
        ),
        tuple(Rad(omtale.organnamn(plan, each), tuple(_cells(plan, each))) for each in organ),
    )


def _cells(plan: Plan, organ: Organ) -> Iterator[Celle]:
    vis, vedtak = Vising(plan).under(*organ.møtepath[:-1]), organ.vedtak
    path = (*organ.vedtakspath, "dato") if vedtak and vedtak.dato else organ.møtepath
    decided = organ.vedtakspath
    yield vis.merkt(skriv.numerisk_dato(organ.dag), path) if organ.dag else TOM_CELLE
    yield vis(*decided, "saksnummer", tom=TOM_CELLE)
    yield vis.merkt(frase(f"stand.{organ.stand(None)}"), (*decided, "utfall"))
    points = [(*decided, name) for name in ("punkt", "tilleggspunkt")]
    wording = _wording(organ, vedtak)
    yield wording if wording == TOM_CELLE else vis.merkt(wording, *points)


def _wording(organ: Organ, vedtak: Vedtak | None) -> str:
    """«Felles», «Felles, på bokmål», «Eigen, med tillegg»; nothing where nobody decided on it."""
    if vedtak is None or vedtak.utfall != "vedteke":
        return TOM_CELLE
    more = bool(vedtak.tilleggspunkt)
    if not organ.kommune and not _own(organ):
        return frase("vedtakstabell.med_tillegg") if more else TOM_CELLE
    if _own(organ):
        name = "vedtakstabell.eigen_med_tillegg" if more else "vedtakstabell.eigen"
    elif organ.målform:
        name = "vedtakstabell.felles_på_med_tillegg" if more else "vedtakstabell.felles_på"
        return frase(name, målform=frase(f"målform.{organ.målform}"))
    else:
        name = "vedtakstabell.felles_med_tillegg" if more else "vedtakstabell.felles"
    return frase(name)


def _own(organ: Organ) -> bool:
    """Whether its wording is to be shown by itself: another one, or that of county or ministry."""
    return bool(organ.avvik) or bool(not organ.kommune and organ.vedtak and organ.vedtak.punkt)


def _heading(plan: Plan, organ: Organ, *points: Path) -> str:
    """The name of a body over points that stand word for word."""
    return Vising(plan).merkt(omtale.organnamn(plan, organ), *points)


def _own_wording(plan: Plan, organ: Organ) -> EigenOrdlyd:
    heading = _heading(plan, organ, (*organ.vedtakspath, "punkt"), ("innstilling",))
    points = Vising(plan).ordrett(*organ.vedtakspath, "punkt")
    forms = (organ.målform or plan.hovudform, plan.målform_at(organ.path))
    return EigenOrdlyd(heading, tuple(_difference(each, *forms) for each in organ.avvik), points)


def _difference(avvik: Avvik, felles: Målform, eige: Målform) -> Ordskilnad:
    """How a point parts from the common one, whose words are in the form `felles`."""
    number = avvik.felles if avvik.eige is None else avvik.eige
    return Ordskilnad(
        frase("vedtakstabell.punkt", nr=(number or 0) + 1),
        written_in(avvik.ut, felles),
        written_in(avvik.inn, eige),
    )


def _waited_for(plan: Plan, organ: Organ) -> str:
    within = Vising(plan).under(*organ.møtepath[:-1])
    day = within.merkt(skriv.dato(organ.dag), organ.møtepath) if organ.dag else ""
    return f"{omtale.organnamn(plan, organ)}: {day or frase('vedtakstabell.ukjend_dag')}"
