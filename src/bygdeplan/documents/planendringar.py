"""Changes outside the measures, as the change list shows them: what, before, after, why, level."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import Kolonne, Rad, Tabell
from bygdeplan.documents.feltverdi import Visar
from bygdeplan.documents.ordvising import excerpt, with_signs
from bygdeplan.documents.verdi import Verdi, as_read, joined, marked, once, prose
from bygdeplan.documents.vising import Vising
from bygdeplan.endring import Endring, Plandiff
from bygdeplan.endring.forskjell import Ting
from bygdeplan.model.budsjett import Pottnamn
from bygdeplan.model.lookup import PLANEN, field_at, is_own_affair, is_yearly, value_at
from bygdeplan.model.malform import told_apart
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import frase
from bygdeplan.ord.ordlyd import Ordrekkje, word_changes


@dataclass(frozen=True)
class PlanendringVising:
    """One change outside the measures, ready to show."""

    namn: str
    før: Verdi
    etter: Verdi
    ord: str
    """The text with the words taken out and put in, when it is running text on both sides."""
    grunngjevingar: tuple[Verdi, ...]
    kode: str
    nivå: str
    fingerprint: str
    """Of the change, for whoever must know it again."""
    er_eige: bool
    """Whether it is a kommune's own affair, which the terminal alone tells of."""
    er_i_budsjett: bool
    """Whether it is in the money of a common item, which has a table of its own."""


FELLESPOSTAR = ("budsjett", "fellespostar")
"""Where the common items lie."""


def plan_changes(diff: Plandiff) -> tuple[list[PlanendringVising], list[PlanendringVising]]:
    """The changes outside the measures: those to account for, and those every new year brings."""
    new_year = diff.før.år != diff.etter.år
    shown: tuple[list[PlanendringVising], list[PlanendringVising]] = ([], [])
    for change in diff.utanfor_tiltaka:
        shown[new_year and is_yearly(change.ting)].append(_show(diff, change))
    return shown


def plan_changes_table(changes: Iterable[PlanendringVising]) -> Tabell | None:
    """The changes that concern others than one kommune, as a table; None when there are none."""
    columns = (
        Kolonne(frase("endringstabell.kva"), 19),
        Kolonne(frase("endringstabell.før"), 24),
        Kolonne(frase("endringstabell.etter"), 25),
        Kolonne(frase("endringstabell.grunngjeving"), 21),
        Kolonne(frase("endringstabell.nivå"), 11),
    )
    rows = tuple(
        Rad(
            each.namn,
            (
                each.før.html,
                each.etter.html,
                joined(each.grunngjevingar),
                frase(f"nivå.{each.nivå}"),
            ),
        )
        for each in changes
        if not (each.er_eige or each.er_i_budsjett)
    )
    return Tabell(frase("endringstabell.andre"), columns, rows) if rows else None


def _show(diff: Plandiff, change: Endring) -> PlanendringVising:
    newest = diff.etter if change.path_etter is not None else diff.før
    said = newest.merke.touching(change.path_etter or change.path_før or ())
    was_marked = Vising(diff.før, said).merke(change.path_før) if change.path_før else ""
    felt = field_at(change.ting) or PLANEN
    før, etter = told_apart(
        value_at(diff.før, change.path_før), value_at(diff.etter, change.path_etter)
    )
    runs: tuple[Ordrekkje, ...] = ()
    if felt.is_prose and før and etter:
        runs = word_changes(før, etter)
    old, new = (Visar(plan, diff.first_year) for plan in (diff.før, diff.etter))
    return PlanendringVising(
        namn=_marked_name(newest, change),
        før=marked(
            as_read(excerpt(runs, "ut"), før) if runs else old.show(felt, før, etter), was_marked
        ),
        etter=as_read(excerpt(runs, "inn"), etter) if runs else new.show(felt, etter, før),
        ord=with_signs(runs),
        grunngjevingar=once(plan_change_reasons(diff.etter, change)),
        kode=change.slag.kode,
        nivå=change.nivå.value,
        fingerprint=change.fingerprint,
        er_eige=is_own_affair(change.ting),
        er_i_budsjett=change.ting[:2] == FELLESPOSTAR and change.ting[3:] == ("budsjett",),
    )


def plan_change_reasons(plan: Plan, change: Endring) -> Iterable[Verdi]:
    """The reasons that are given for a change outside the measures."""
    for reason in change.grunngjevingar:
        yield prose(reason.tekst, Vising(plan).merke((*reason.path, "grunngjeving")))


def _marked_name(plan: Plan, change: Endring) -> str:
    """What is changed, marked when what the plan says of it is; a thing says so in its own name."""
    thing, length = _thing(plan, change.ting)
    vis = Vising(plan).under(*change.ting[:length]) if length > 1 else Vising(plan)
    name = _name(thing, length, change.ting)
    return vis.merkt(name, change.path_etter or change.path_før or ())


def _name(thing: str, length: int, ting: Ting) -> str:
    """«Delmål 1: Fleire bustader – vekt»; «Toppdal – møte i formannskapet»; «Samandrag»."""
    words = ", ".join(_words(ting, length))
    whole = f"{thing} – {words}" if thing and words else thing or words
    return whole[:1].upper() + whole[1:]


def _thing(plan: Plan, ting: Ting) -> tuple[str, int]:
    """What a field belongs to, as readers know it, and how much of the way to it that is."""
    for length in (2, 3):
        # Only what has an id or a name of its own is longer than one key.
        name = _NAMES.get(ting[: length - 1])
        if name and len(ting) >= length and value_at(plan, ting[:length]):
            return name(plan, ting[length - 1]), length
    felt = field_at(ting[:1])
    return (omtale.felt(felt.om.namn), 1) if felt and len(ting) > 1 else ("", 0)


def _words(ting: Ting, length: int) -> Iterator[str]:
    """The names of the field, and of the item in it when it is one; not of the groups around it."""
    ends = range(length + 1, len(ting) + 1)
    way = [(ting[end - 1], felt) for end in ends if (felt := field_at(ting[:end]))]
    for (key, felt), below in zip_longest(way, way[1:]):
        if below and not below[1].is_item:
            continue
        if felt.is_item:
            yield key
        else:
            yield omtale.felt((below and felt.om.eitt) or felt.om.namn)


def _named(*path: str, words: str = "") -> Callable[[Plan, str], str]:
    """The name that a thing has in a field, its group and the field; in fixed words, if any."""
    *group, field = path

    def name(plan: Plan, id_: str) -> str:
        own = Vising(plan)(*group, id_, field)
        return frase(words, namn=own) if words else own

    return name


def _pott(plan: Plan, pott: Pottnamn) -> str:
    return frase("endra_ting.pott", namn=omtale.pottnamn(plan, pott).lower())


_NAMES: dict[Ting, Callable[[Plan, Any], str]] = {
    ("delmål",): omtale.delmålsnamn,
    ("kommunar",): _named("kommunar", "namn"),
    ("avtale", "midlar"): _pott,
    ("avtale", "samarbeidspartar"): _named(
        "avtale", "samarbeidspartar", "namn", words="endra_ting.samarbeidspart"
    ),
    ("vidare_handsaming",): _named("vidare_handsaming", "organ"),
    ("budsjett", "fellespostar"): _named("budsjett", "fellespostar", "tittel"),
    ("budsjett", "fordelingsnøklar"): _named(
        "budsjett", "fordelingsnøklar", "tittel", words="endra_ting.fordelingsnøkkel"
    ),
    ("fristar", "årshjul"): _named("fristar", "årshjul", "tittel"),
}
"""Where things outside the measures have ids of their own → the name of one of them."""
