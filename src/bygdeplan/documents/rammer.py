"""The frame around a plan, as several documents present it: the agreement and the organisation."""

from dataclasses import dataclass

from markupsafe import Markup

from bygdeplan.documents import omtale
from bygdeplan.documents.vising import Vising
from bygdeplan.model.budsjett import POTTAR, Pottnamn
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import frase


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
    vis, avtale = Vising(plan), plan.avtale
    names = (omtale.kommunens_namn(plan, id_) for id_ in plan.kommunar)
    return Avtaleomtale(
        pilot=vis("avtale", "pilot"),
        periode=vis("avtale", "periode"),
        signert=vis("avtale", "signert") or None,
        kommunar=vis.liste(names),
        fylkeskommune=vis("avtale", "fylkeskommune"),
        om_ordninga=vis.prosa("avtale", "om_ordninga"),
        formål=vis.prosa("avtale", "formål"),
        delmål=tuple(_weight(plan, id_) for id_ in plan.delmål),
        vekting=vis.prosa("avtale", "vekting"),
        partar=vis.kvar("avtale", "partar"),
        samarbeidspartar=omtale.samarbeidspartar(plan, avtale.samarbeidspartar),
        fasar=tuple(_phase(vis, number) for number in range(len(avtale.fasar))),
        pottar=tuple(_pot(vis, pott) for pott in POTTAR if pott in avtale.midlar),
    )


def _weight(plan: Plan, delmål_id: str) -> Delmålsvekt:
    return Delmålsvekt(omtale.delmålsnamn(plan, delmål_id), omtale.vekt(plan, delmål_id))


def _phase(vis: Vising, number: int) -> Opplysning:
    """«Fase 1 (2024): …»: what it is called and when it is are its name."""
    path = ("avtale", "fasar", number)
    fase = vis.plan.avtale.fasar[number]
    name = vis.merkt(f"{fase.namn} ({fase.tid})", (*path, "namn"), (*path, "tid"))
    return Opplysning(name, vis.under(*path)(*path, "innhald"))


def _pot(vis: Vising, pott: Pottnamn) -> Opplysning:
    path = ("avtale", "midlar", pott)
    return Opplysning(omtale.pottnamn(vis.plan, pott), vis.under(*path).på_linja(*path, "føremål"))


_ROLLER = {
    "prosjekteigar": "rolle.prosjekteigar",
    "prosjektansvarleg": "rolle.prosjektansvarleg",
    "prosjektleiar": "rolle.prosjektleiar",
    "prosjektmedarbeidar": "rolle.prosjektmedarbeidar",
}
"""Each role in the organisation → the name of the words for it."""


def describe_organisation(plan: Plan) -> Organiseringsomtale:
    """The roles and the steering group in words."""
    vis = Vising(plan)
    roles = [
        (frase(name), vis("organisering", role, som=omtale.person))
        for role, name in _ROLLER.items()
    ]
    members = range(len(plan.organisering.styringsgruppe))
    return Organiseringsomtale(
        roller=tuple(Opplysning(role, who) for role, who in roles if who),
        styringsgruppe=tuple(
            vis("organisering", "styringsgruppe", number, som=omtale.person) for number in members
        ),
        medverka=vis("organisering", "medverka"),
        omtale=vis.prosa("organisering", "omtale"),
    )
