"""How things are called in the documents: measures, sources, statuses, moments."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import get_args

from bygdeplan.documents.dokument import TOM_CELLE
from bygdeplan.documents.vising import Vising, i_parentes, ja_nei, tidspunkt
from bygdeplan.model.budsjett import FELLES, Finansiering, Kjelde, Pottnamn
from bygdeplan.model.merke import Path
from bygdeplan.model.organisering import Person
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Status, Tiltak, Utfall
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase
from bygdeplan.vedtak.saksgang import Organ

__all__ = ["ja_nei", "tidspunkt"]

STATUSAR: tuple[Status, ...] = get_args(Status)
"""The statuses of a measure, in their order."""


def kjelde(name: Kjelde) -> str:
    """A source: «Tiltaksmidlar (stat)», «Kommunane»."""
    return frase(f"kjelde.{name}")


def pott(name: Pottnamn) -> str:
    """A pot of money from the state: «Driftstilskot»."""
    return frase(f"pott.{name}")


def statusnamn(name: Status) -> str:
    """A status: «I arbeid»."""
    return skriv.stor_forbokstav(frase(f"status_for_tiltak.{name}"))


def utfall(name: Utfall) -> str:
    """How a measure ended: «fullført», «slått saman med»."""
    return frase(f"utfall.{name}")


def felt(name: str) -> str:
    """What a field is called, in small letters: by the name that the model has for it."""
    return frase(f"felt.{name}")


def tiltaksperiode(tiltak: Tiltak) -> str:
    """When a measure runs: «2030–2032», «august 2030–juni 2032», «frå 2030», «til 2032»."""
    if tiltak.start and tiltak.slutt:
        first, last = tidspunkt(tiltak.start), tidspunkt(tiltak.slutt)
        return first if first == last else f"{first}{skriv.TANKESTREK}{last}"
    if tiltak.start:
        return frase("omtale.frå", start=tidspunkt(tiltak.start))
    return frase("omtale.til", slutt=tidspunkt(tiltak.slutt)) if tiltak.slutt else TOM_CELLE


def periode(vis: Vising, plass: TiltakPlass) -> str:
    """When a measure runs, with its mark; a dash when the plan does not say."""
    return vis.merkt(tiltaksperiode(plass.tiltak), *_fields(plass, "start", "slutt"))


def status(vis: Vising, plass: TiltakPlass) -> str:
    """«I arbeid», «Avslutta: fullført»; nothing when the status is not known."""
    if plass.tiltak.status is None:
        return ""
    name, outcome = statusnamn(plass.tiltak.status), plass.tiltak.avslutning
    words = f"{name}: {utfall(outcome.utfall)}" if outcome else name
    return vis.merkt(words, *_fields(plass, "status"), (*plass.path, "avslutning", "utfall"))


def _fields(plass: TiltakPlass, *names: str) -> Iterator[Path]:
    return ((*plass.path, name) for name in names)


def delmålsnamn(plan: Plan, delmål_id: str) -> str:
    """«Delmål 1: Fleire bustader (førebels)»; common items are «Felles for heile avtalen»."""
    if delmål_id == FELLES:
        return frase("omtale.felles")
    title = Vising(plan)("delmål", delmål_id, "tittel")
    return frase("omtale.delmål_med_tittel", nr=plan.delmål[delmål_id].nr, tittel=title)


def vekt(plan: Plan, delmål_id: str) -> str:
    """«60 %», right under or beside the name of the sub-goal."""
    path = ("delmål", delmål_id)
    return Vising(plan).under(*path)(*path, "vekt", som=skriv.prosent)


def pottnamn(plan: Plan, name: Pottnamn) -> str:
    """«Driftstilskot», with a mark when the whole pot is marked."""
    return f"{pott(name)}{i_parentes(plan.merke.covering(('avtale', 'midlar', name)))}"


def delmålsnummer(plan: Plan, delmål_id: str) -> str:
    """«delmål 1», where the title stands close by."""
    return frase("omtale.delmål", nr=plan.delmål[delmål_id].nr)


def tiltaksnamn(plan: Plan, plass: TiltakPlass) -> str:
    """«4 Turkart», with a mark when it is førebels or døme and its title does not say so."""
    return f"{plass.tiltak.nr} {Vising(plan)(*plass.path, 'tittel')}"


def tiltaksnamn_i_delmål(plan: Plan, plass: TiltakPlass) -> str:
    """«Delmål 2, tiltak 4 Turkart», where the sub-goal is not given by the place."""
    return frase("omtale.tiltak_i_delmål", nr=plass.delmål.nr, tiltak=tiltaksnamn(plan, plass))


def tiltak_sett_frå(plan: Plan, plass: TiltakPlass, delmål_id: str) -> str:
    """«tiltak 4 Turkart» in a sentence on a sub-goal; «tiltak 4 Turkart (delmål 2)» of another."""
    name = frase("omtale.tiltak", tiltak=tiltaksnamn(plan, plass))
    is_here = plass.delmål_id == delmål_id
    return name if is_here else f"{name} ({delmålsnummer(plan, plass.delmål_id)})"


def kommunenamn(plan: Plan, kommune_id: str) -> str:
    """«Toppdal kommune»."""
    return Vising(plan).merkt(*_kommune(plan, kommune_id))


def organnamn(plan: Plan, organ: Organ) -> str:
    """«Kommunestyret i Toppdal (førebels)»."""
    if organ.kommune is None:
        return Vising(plan)(*organ.møtepath[:-1], "organ")
    kommune = plan.kommunar[organ.kommune].namn
    name = frase(f"organ_i_kommune.{organ.slag}", kommune=kommune)
    return Vising(plan).merkt(name, ("kommunar", organ.kommune, "namn"))


def samarbeidspartar(plan: Plan, ids: Iterable[str]) -> str:
    """The partners of a measure in a sentence: kommunar and parties by their names."""
    return Vising(plan).liste(_partner(plan, id_) for id_ in ids)


def _partner(plan: Plan, id_: str) -> tuple[str, Path]:
    """The name of a partner, and where it stands."""
    if id_ in plan.kommunar:
        return _kommune(plan, id_)
    part = plan.avtale.samarbeidspartar.get(id_)
    return (part.namn if part else id_), ("avtale", "samarbeidspartar", id_, "namn")


def _kommune(plan: Plan, id_: str) -> tuple[str, Path]:
    """The name of a kommune as an authority, and where it stands."""
    name, path = kommunens_namn(plan, id_)
    return frase("omtale.kommune", namn=name), path


def kommunens_namn(plan: Plan, id_: str) -> tuple[str, Path]:
    """«Toppdal», «Unjárga – Nesseby», and where the name stands.

    The Sámi name and the Norwegian are both the name of the kommune, and have a mark in common.
    """
    path, kommune = ("kommunar", id_), plan.kommunar[id_]
    if kommune.samisk_namn is None:
        return kommune.namn, (*path, "namn")
    named = "samisk_namn" if plan.merke.covering((*path, "samisk_namn")) else "namn"
    samisk = Vising(plan).under(*path, named)(*path, "samisk_namn")
    return f"{samisk} {skriv.TANKESTREK} {kommune.namn}", (*path, named)


def finansiering(plan: Plan, part: Finansiering) -> str:
    """How a sum is made up: «100 000 kr og 300 timar à 500 kr, delt likt mellom kommunane»."""
    paid = [skriv.kroner(part.beløp)] if part.beløp else []
    if part.timar:
        timar, sats = skriv.timar(part.timar), skriv.kroner(part.sats)
        paid.append(frase("omtale.timar_med_sats", timar=timar, sats=sats))
    vis, made_up = Vising(plan), skriv.liste(paid)
    if part.fordeling is not None:
        shares = (
            f"{vis('kommunar', id_, 'namn')} {skriv.tal(andel.beløp + andel.timar * part.sats)}"
            for id_, andel in part.fordeling.items()
            if id_ in plan.kommunar
        )
        return frase("omtale.delt_slik", sum=made_up, delar=skriv.liste(shares))
    key = vis("budsjett", "fordelingsnøklar", part.nøkkel or "", "tittel")
    return frase("omtale.delt", sum=made_up, nøkkel=key) if key else made_up


def person(someone: Person) -> str:
    """«Kari (leiar i rådet)»: a name with position, whom they stand for and a remark."""
    details = [str(text) for text in (someone.stilling, someone.frå, someone.merknad) if text]
    return f"{someone.namn} ({', '.join(details)})" if details else someone.namn


def statusteljing(plan: Plan, places: Collection[TiltakPlass]) -> str:
    """«to i arbeid og eitt avslutta (nokre tiltak er døme)»."""
    return f"{count_statuses(places)}{statusmerke(plan, places)}"


def statusmerke(plan: Plan, places: Iterable[TiltakPlass]) -> str:
    """« (nokre tiltak er døme)» after a count of measures by their status."""
    return Vising(plan).nokre("tiltak", *((*plass.path, "status") for plass in places))


def count_statuses(places: Iterable[TiltakPlass]) -> str:
    """«to i arbeid, eitt ikkje starta og eitt avslutta», in the order of the statuses."""
    counts = Counter(plass.tiltak.status for plass in places)
    words = [_counted(status, counts[status]) for status in STATUSAR if counts[status]]
    if counts[None]:
        number = skriv.talord(counts[None], "eitt")
        words.append(frase("statusteljing.utan_status", tal=number))
    return skriv.liste(words) or frase("statusteljing.ingen_tiltak")


def _counted(status: Status, count: int) -> str:
    """The status as it is said of so many: «eitt utsett», but «tre utsette»."""
    group = "eitt_med_status" if count == 1 else "fleire_med_status"
    return frase(f"{group}.{status}", tal=skriv.talord(count, "eitt"))
