"""The case document one kommune lays before its politicians.

All of it but the local assessment, the kommune's own money, its texts and its signature is common,
and the decision points are the plan's own: the six documents cannot part on them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Literal, get_args

from markupsafe import Markup

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.avsnitt import Avsnitt, build_avsnitt
from bygdeplan.documents.dokument import FYLL_INN, Hovud, Tabell, build_hovud, numbered
from bygdeplan.documents.rammer import (
    Avtaleomtale,
    Opplysning,
    Organiseringsomtale,
    describe_agreement,
    describe_organisation,
)
from bygdeplan.documents.statusrapport import prioritised, status_table
from bygdeplan.documents.vegen import build_meetings
from bygdeplan.endring import Plandiff
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import POTTAR
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord import nynorsk

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


@dataclass(frozen=True)
class Delmålsstatus:
    """Last year's status of one sub-goal: the table of prioritised measures and the paragraph."""

    namn: str
    tabell: Tabell | None
    status: Markup | None


@dataclass(frozen=True)
class Eigendel:
    """What the kommune pays in the year."""

    tabell: Tabell | None
    sum: str
    kontantar: str
    timar: str
    del_av_planen: str
    plankostnad: str


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
    avsnitt: tuple[Avsnitt, ...]
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
    status: tuple[Delmålsstatus, ...]
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
    title = f"Handlingsplan {plan.år} for bygdevekstavtalen for {plan.avtale.pilot}"
    return _number(
        Saksframlegg(
            hovud=build_hovud(plan, title, fjor),
            omslag=_cover(plan, kommune_id) if form == "heil" else None,
            avsnitt=build_avsnitt(plan, kommune_id, fjor),
            kommune_id=kommune_id,
            kommune=f"{kommune.namn} kommune",
            samandrag=omtale.prosa(plan, ("samandrag",), plan.samandrag),
            avtale=describe_agreement(plan),
            organisering=describe_organisation(plan),
            løyvingar=tabellar.source_of_appropriation(plan),
            overført=tuple(_carried_over(plan)),
            endringar=_changes(diff) if diff else None,
            møte=build_meetings(plan, kommune.profil.kortmånad),
            eigendel=_own_share(plan, kommune_id),
            vurdering=omtale.prosa(plan, ("vurdering",), plan.vurdering),
            lokal_vurdering=omtale.prosa(plan, (*own, "vurdering"), kommune.vurdering),
            fjor=fjor.år if fjor else None,
            gjort=omtale.prosa(fjor, ("gjort",), fjor.gjort) if fjor else None,
            status=_last_years_status(fjor) if fjor else (),
            samla_status=(
                omtale.prosa(fjor, ("samla_status",), fjor.samla_status) if fjor else None
            ),
            konklusjon=omtale.prosa(plan, ("konklusjon",), plan.konklusjon),
            innstilling=tuple(plan.innstilling),
            vedlegg=tuple(plan.vedlegg),
        )
    )


def _cover(plan: Plan, kommune_id: str) -> Omslag:
    kommune, own = plan.kommunar[kommune_id], ("kommunar", kommune_id)

    def marked(text: str, *path: str) -> str:
        return text + omtale.merkelapp(plan, (*own, *path))

    return Omslag(
        hovudfelt=tuple(
            Opplysning(name, marked(text, "profil", "hovudfelt", name) if text else FYLL_INN)
            for name, text in kommune.profil.hovudfelt.items()
        ),
        formannskap=marked(_day(kommune.formannskap), "formannskap"),
        kommunestyre=marked(_day(kommune.kommunestyre), "kommunestyre"),
        kommunedirektør=omtale.eller_fyll_inn(kommune.kommunedirektør),
    )


def _day(day: date | Literal["ingen"] | None) -> str:
    if day == "ingen":
        return "ikkje møte"
    return nynorsk.numerisk_dato(day) if day else FYLL_INN


def _carried_over(plan: Plan) -> list[str]:
    """«Tiltaksmidlar: 1,65 mill. kr» for each pot with unused money from the year before."""
    return [
        f"{omtale.POTTAR[pott]}: {nynorsk.kroner_kort(plan.avtale.midlar[pott].overført or 0)}"
        f"{omtale.merkelapp(plan, ('avtale', 'midlar', pott, 'overført'))}"
        for pott in POTTAR
        if pott in plan.avtale.midlar and plan.avtale.midlar[pott].overført
    ]


def _changes(diff: Plandiff) -> Endringstal:
    def names(places: Iterable[TiltakPlass]) -> tuple[str, ...]:
        return tuple(omtale.tiltaksnamn_i_delmål(diff.etter, place) for place in places)

    return Endringstal(
        fjor=str(diff.før.år),
        nye=names(diff.nye),
        endra=names(par.etter for par in diff.endra + diff.gjenopna),
        avslutta=names(par.etter for par in diff.avslutta),
    )


def _own_share(plan: Plan, kommune_id: str) -> Eigendel:
    delar = okonomi.kommunedelar(plan, kommune_id, plan.år)
    lines = okonomi.budsjettlinjer(plan)
    cost = sum(linje.pengar.kostnad for linje in lines if linje.år == plan.år)
    own = sum(del_.sum for del_ in delar)
    return Eigendel(
        tabell=tabellar.kommune_share(plan, kommune_id),
        sum=nynorsk.kroner(own),
        kontantar=nynorsk.kroner(sum(del_.beløp for del_ in delar)),
        timar=nynorsk.timar(sum(del_.timar for del_ in delar)),
        del_av_planen=nynorsk.prosent(Decimal(100 * own) / cost) if cost else "",
        plankostnad=nynorsk.kroner(cost),
    )


def _last_years_status(fjor: Plan) -> tuple[Delmålsstatus, ...]:
    return tuple(
        Delmålsstatus(
            omtale.delmålsnamn(fjor, delmål_id),
            status_table(fjor, delmål_id, prioritised(fjor, delmål_id)),
            omtale.prosa(fjor, ("delmål", delmål_id, "status"), delmål.status),
        )
        for delmål_id, delmål in fjor.delmål.items()
    )


def _number(document: Saksframlegg) -> Saksframlegg:
    """Number the tables in the order the sections stand."""
    numbers = count(1)
    return replace(
        document,
        løyvingar=numbered(document.løyvingar, numbers),
        møte=numbered(document.møte, numbers),
        eigendel=replace(document.eigendel, tabell=numbered(document.eigendel.tabell, numbers)),
        status=tuple(
            replace(status, tabell=numbered(status.tabell, numbers)) for status in document.status
        ),
    )
