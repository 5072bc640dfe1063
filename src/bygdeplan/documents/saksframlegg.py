"""The case document one kommune lays before its politicians.

All of it but the local assessment, the kommune's own money, its texts and its signature is common,
and the decision points are the plan's own: the six documents cannot part on them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Literal, get_args

from markupsafe import Markup

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.avsnitt import Saksavsnitt, build_avsnitt
from bygdeplan.documents.dokument import Hovud, Tabell, build_hovud, fyll_inn, numbered
from bygdeplan.documents.eigendel import Eigendel, build_eigendel
from bygdeplan.documents.rammer import (
    Avtaleomtale,
    Opplysning,
    Organiseringsomtale,
    describe_agreement,
    describe_organisation,
)
from bygdeplan.documents.statusrapport import prioritised, status_table
from bygdeplan.documents.vegen import build_meetings
from bygdeplan.documents.vising import Vising
from bygdeplan.endring import Plandiff
from bygdeplan.model.budsjett import POTTAR, Pottnamn
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase

Form = Literal["heil", "kropp"]
"""A document that stands alone, or its body for a case system that brings the rest itself."""
FORMER: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True)
class Endringstal:
    """What is new since the year before, in a few words and by name."""

    fjor: str
    nye: tuple[str, ...]
    endra: tuple[str, ...]
    avslutta: tuple[str, ...]
    kort_nye: str
    """The same in a line: how many, and the first of them."""
    kort_endra: str
    kort_avslutta: str


@dataclass(frozen=True)
class Fjorårsstatus:
    """Last year's status of one sub-goal: the table of prioritised measures and the paragraph."""

    namn: str
    tabell: Tabell | None
    status: Markup | None


@dataclass(frozen=True)
class Kortomtale:
    """What a member must know first: what is to be decided, and when."""

    punkt: tuple[str, ...]
    """None where the points themselves stand first."""
    punktmerke: str
    """Of the points, whose words must be the same for all."""
    formannskap: str
    """Nothing when it does not meet on the plan."""
    kommunestyre: str


@dataclass(frozen=True)
class Omslag:
    """What stands around the case when it stands alone: header fields, meetings, who signs."""

    hovudfelt: tuple[Opplysning, ...]
    formannskap: str
    kommunestyre: str
    kommunedirektør: str


@dataclass(frozen=True)
class Saksframlegg:
    """Everything one kommune's case document says; without `omslag` it is the body alone."""

    hovud: Hovud
    omslag: Omslag | None
    avsnitt: tuple[Saksavsnitt, ...]
    kort: Kortomtale
    kommune_id: str
    kommune: str
    samandrag: Markup | None
    avtale: Avtaleomtale
    organisering: Organiseringsomtale
    løyvingar: Tabell
    overført: tuple[str, ...]
    endringar: Endringstal | None
    møte: Tabell
    eigendel: Eigendel
    vurdering: Markup | None
    lokal_vurdering: Markup | None
    fjor: int | None
    gjort: Markup | None
    status: tuple[Fjorårsstatus, ...]
    samla_status: Markup | None
    konklusjon: Markup | None
    innstilling: tuple[str, ...]
    vedlegg: tuple[str, ...]


def build_saksframlegg(
    plan: Plan, kommune_id: str, diff: Plandiff | None, form: Form = "heil"
) -> Saksframlegg:
    """One kommune's case document; `diff` is what has happened since the year before, if any.

    The year before gives «dette er gjort» and the status tables; without it those sections are
    left out.
    """
    kommune, fjor = plan.kommunar[kommune_id], diff.før if diff else None
    own = ("kommunar", kommune_id)
    vis = Vising(plan)
    title = frase("sak.tittel", år=plan.år, pilot=vis("avtale", "pilot"))
    return _number(
        Saksframlegg(
            hovud=build_hovud(plan, title, fjor),
            omslag=_cover(plan, kommune_id) if form == "heil" else None,
            avsnitt=build_avsnitt(plan, kommune_id, fjor),
            kort=_in_short(plan, kommune_id),
            kommune_id=kommune_id,
            kommune=omtale.kommunenamn(plan, kommune_id),
            samandrag=vis.prosa("samandrag"),
            avtale=describe_agreement(plan),
            organisering=describe_organisation(plan),
            løyvingar=tabellar.source_of_appropriation(plan),
            overført=tuple(_carried_over(vis)),
            endringar=_changes(diff) if diff else None,
            møte=build_meetings(plan, kommune.profil.kortmånad),
            eigendel=build_eigendel(plan, fjor, kommune_id),
            vurdering=vis.prosa("vurdering"),
            lokal_vurdering=vis.prosa(*own, "vurdering"),
            fjor=fjor.år if fjor else None,
            gjort=Vising(fjor).prosa("gjort") if fjor else None,
            status=_last_years_status(fjor) if fjor else (),
            samla_status=Vising(fjor).prosa("samla_status") if fjor else None,
            konklusjon=vis.prosa("konklusjon"),
            innstilling=vis.ordrett("innstilling"),
            vedlegg=vis.kvar("vedlegg"),
        )
    )


def _cover(plan: Plan, kommune_id: str) -> Omslag:
    vis, own = Vising(plan), ("kommunar", kommune_id)
    fields = plan.kommunar[kommune_id].profil.hovudfelt
    return Omslag(
        hovudfelt=tuple(
            Opplysning(name, vis(*own, "profil", "hovudfelt", name, tom=fyll_inn()))
            for name in fields
        ),
        formannskap=vis(*own, "formannskap", som=_day, tom=fyll_inn()),
        kommunestyre=vis(*own, "kommunestyre", som=_day, tom=fyll_inn()),
        kommunedirektør=vis(*own, "kommunedirektør", tom=fyll_inn()),
    )


def _in_short(plan: Plan, kommune_id: str) -> Kortomtale:
    kommune, path, vis = plan.kommunar[kommune_id], ("kommunar", kommune_id), Vising(plan)
    is_first = kommune.profil.innstilling == "fyrst"
    meets = kommune.formannskap != "ingen"
    return Kortomtale(
        punkt=() if is_first else vis.ordrett("innstilling"),
        punktmerke=vis.merke(("innstilling",)),
        formannskap=vis(*path, "formannskap", tom=fyll_inn()) if meets else "",
        kommunestyre=vis(*path, "kommunestyre", tom=fyll_inn()),
    )


def _day(day: date | Literal["ingen"]) -> str:
    return frase("sak.ikkje_møte") if day == "ingen" else skriv.numerisk_dato(day)


def _carried_over(vis: Vising) -> list[str]:
    """«Tiltaksmidlar: 1,65 mill. kr» for each pot with unused money from the year before."""
    pots = vis.plan.avtale.midlar
    return [_of_pot(vis, pott) for pott in POTTAR if pott in pots and pots[pott].overført]


def _of_pot(vis: Vising, pott: Pottnamn) -> str:
    path = ("avtale", "midlar", pott)
    name, within = omtale.pottnamn(vis.plan, pott), vis.under(*path)
    return f"{name}: {within(*path, 'overført', som=skriv.kroner_kort)}"


def _changes(diff: Plandiff) -> Endringstal:
    def names(places: Iterable[TiltakPlass]) -> tuple[str, ...]:
        return tuple(omtale.tiltaksnamn_i_delmål(diff.etter, place) for place in places)

    vis = Vising(diff.etter)

    def in_short(places: Sequence[TiltakPlass]) -> str:
        """«2: Turkart og Badstove», «7: Turkart, Badstove og 5 til»."""
        titles = [vis(*place.path, "tittel") for place in places]
        more = [frase("sak.fleire", tal=len(titles) - _NAMED)] if len(titles) > _NAMED + 1 else []
        named = titles[:_NAMED] if more else titles
        return f"{len(titles)}: {skriv.liste([*named, *more])}" if titles else ""

    changed = [par.etter for par in diff.endra + diff.gjenopna]
    closed = [par.etter for par in diff.avslutta]
    return Endringstal(
        fjor=str(diff.før.år),
        nye=names(diff.nye),
        endra=names(changed),
        avslutta=names(closed),
        kort_nye=in_short(diff.nye),
        kort_endra=in_short(changed),
        kort_avslutta=in_short(closed),
    )


_NAMED = 3
"""Measures named where there is a line for all of them."""


def _last_years_status(fjor: Plan) -> tuple[Fjorårsstatus, ...]:
    vis = Vising(fjor)
    return tuple(
        Fjorårsstatus(
            omtale.delmålsnamn(fjor, delmål_id),
            status_table(fjor, delmål_id, prioritised(fjor, delmål_id)),
            vis.under("delmål", delmål_id).prosa("delmål", delmål_id, "status"),
        )
        for delmål_id in fjor.delmål
    )


def _number(document: Saksframlegg) -> Saksframlegg:
    """Number the tables in the order the sections stand."""
    numbers = count(1)
    return replace(
        document,
        møte=numbered(document.møte, numbers),
        eigendel=replace(document.eigendel, tabell=numbered(document.eigendel.tabell, numbers)),
        status=tuple(
            replace(status, tabell=numbered(status.tabell, numbers)) for status in document.status
        ),
        løyvingar=numbered(document.løyvingar, numbers),
    )
