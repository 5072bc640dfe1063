"""The frame around a plan, as several documents present it: the agreement and the organisation."""

from dataclasses import dataclass

from markupsafe import Markup

from bygdeplan.documents import omtale
from bygdeplan.documents.prose import render_inline, render_prose
from bygdeplan.model.budsjett import POTTAR
from bygdeplan.model.plan import Plan
from bygdeplan.ord import nynorsk


@dataclass(frozen=True)
class Opplysning:
    """One fact with its name: «Ansvarleg: …»."""

    namn: str
    verdi: str


@dataclass(frozen=True)
class Delmålsvekt:
    """A sub-goal with its weight."""

    namn: str
    vekt: str


@dataclass(frozen=True)
class Avtaleomtale:
    """The agreement: what it is, who is in it, what it is for."""

    pilot: str
    periode: str
    signert: str | None
    kommunar: str
    fylkeskommune: str
    om_ordninga: Markup | None
    formål: Markup | None
    delmål: tuple[Delmålsvekt, ...]
    vekting: Markup | None
    partar: tuple[str, ...]
    samarbeidspartar: str
    fasar: tuple[Opplysning, ...]
    pottar: tuple[Opplysning, ...]
    """The state's pots and what each is for."""


@dataclass(frozen=True)
class Organiseringsomtale:
    """Who does what."""

    roller: tuple[Opplysning, ...]
    styringsgruppe: tuple[str, ...]
    medverka: str
    omtale: Markup | None


def describe_agreement(plan: Plan) -> Avtaleomtale:
    """The agreement in words."""
    avtale = plan.avtale
    return Avtaleomtale(
        pilot=avtale.pilot,
        periode=str(avtale.periode),
        signert=nynorsk.dato(avtale.signert) if avtale.signert else None,
        kommunar=nynorsk.liste(kommune.namn for kommune in plan.kommunar.values()),
        fylkeskommune=avtale.fylkeskommune,
        om_ordninga=render_prose(avtale.om_ordninga),
        formål=render_prose(avtale.formål),
        delmål=tuple(
            Delmålsvekt(omtale.delmålsnamn(plan, id_), nynorsk.prosent(delmål.vekt))
            for id_, delmål in plan.delmål.items()
        ),
        vekting=render_prose(avtale.vekting),
        partar=tuple(avtale.partar),
        samarbeidspartar=nynorsk.liste(part.namn for part in avtale.samarbeidspartar.values()),
        fasar=tuple(Opplysning(f"{fase.namn} ({fase.tid})", fase.innhald) for fase in avtale.fasar),
        pottar=tuple(
            Opplysning(omtale.POTTAR[pott], render_inline(avtale.midlar[pott].føremål))
            for pott in POTTAR
            if pott in avtale.midlar
        ),
    )


def describe_organisation(plan: Plan) -> Organiseringsomtale:
    """The roles and the steering group in words."""
    organisering = plan.organisering
    roles = [
        ("Prosjekteigar", organisering.prosjekteigar),
        ("Prosjektansvarleg", organisering.prosjektansvarleg),
        ("Prosjektleiar", organisering.prosjektleiar),
        ("Prosjektmedarbeidar", organisering.prosjektmedarbeidar),
    ]
    return Organiseringsomtale(
        roller=tuple(Opplysning(role, omtale.person(who)) for role, who in roles if who),
        styringsgruppe=tuple(map(omtale.person, organisering.styringsgruppe)),
        medverka=nynorsk.liste(organisering.medverka),
        omtale=render_prose(organisering.omtale),
    )
