"""The change list between two plans, as a document places it and the terminal prints it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from markupsafe import Markup

from bygdeplan import nynorsk
from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.dokument import (
    TOM_CELLE,
    Hovud,
    Kolonne,
    Rad,
    Tabell,
    build_hovud,
    numbered,
)
from bygdeplan.documents.kolonnar import figure_table
from bygdeplan.documents.ordvising import with_signs
from bygdeplan.documents.planendringar import (
    PlanendringVising,
    plan_changes,
    plan_changes_table,
)
from bygdeplan.documents.verdi import Verdi, below_each_other, joined, lines, plain, prose
from bygdeplan.endring import Feltendring, Plandiff, Skift, Tiltakspar
from bygdeplan.endring.kanonisk import says_the_same
from bygdeplan.endring.ord import word_changes
from bygdeplan.model.budsjett import FELLES, Budsjettår, Finansiering, Kjelde
from bygdeplan.model.felt import Tidspunkt
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Avslutning, Felt, Indikator


@dataclass(frozen=True)
class EndraFelt:
    """One changed field, ready to show."""

    felt: str
    før: Verdi
    etter: Verdi
    ord: str
    """The text with the words taken out and put in, when it is running text on both sides."""
    grunngjevingar: tuple[Verdi, ...]
    kode: str
    nivå: str
    fingerprint: str
    """Of the change it is, or is a part of."""


@dataclass(frozen=True)
class EndraTiltak:
    """A changed measure and its changed fields; the table holds the same as the fields."""

    namn: str
    felt: tuple[EndraFelt, ...]
    tabell: Tabell


@dataclass(frozen=True)
class NyttTiltak:
    """A new measure in short."""

    namn: str
    skildring: Verdi
    periode: str
    ansvarleg: str
    kostnad: str


@dataclass(frozen=True)
class AvsluttaTiltak:
    """A closed measure: how it ended and what it gave."""

    namn: str
    utfall: str
    vurdering: Verdi


@dataclass(frozen=True)
class Endringsliste:
    """Everything the change list says."""

    hovud: Hovud
    frå: str
    til: str
    nye_statlege: tuple[NyttTiltak, ...]
    nye_andre: tuple[NyttTiltak, ...]
    endra: tuple[EndraTiltak, ...]
    gjenopna: tuple[str, ...]
    avslutta: tuple[AvsluttaTiltak, ...]
    omnummererte: tuple[str, ...]
    borte: tuple[str, ...]
    vidareførte: tuple[str, ...]
    andre: tuple[PlanendringVising, ...]
    """What is changed outside the measures; from year to year without what each year renews."""
    andre_tabell: Tabell | None
    årlege: tuple[PlanendringVising, ...]
    """Meetings and texts that every new year renews."""
    skift_delmål: Tabell | None
    skift_år: Tabell | None
    """None when no money has moved, or only the changes of lighter levels are asked for."""
    budsjettet_er_likt: bool
    tom: bool


def build_endringsliste(diff: Plandiff, numbers: Iterator[int] | None = None) -> Endringsliste:
    """Put the facts of a diff into words; `numbers` counts the tables of a larger document on."""
    numbers = numbers or count(1)
    frå, til = edition(diff.før, diff), edition(diff.etter, diff)
    closed = tuple(_besides_closing(par) for par in diff.avslutta)
    pairs = diff.endra + diff.gjenopna + closed
    changed = [_changed(diff, par) for par in pairs if par.endringar]
    endra = tuple(replace(t, tabell=numbered(t.tabell, numbers)) for t in changed)
    andre, årlege = plan_changes(diff)
    andre_tabell = numbered(plan_changes_table(andre), numbers)
    by_delmål, by_year = _shift_tables(diff, frå, til)
    return Endringsliste(
        hovud=build_hovud(diff.etter, f"Endringar frå handlingsplanen {frå} til {til}", diff.før),
        frå=frå,
        til=til,
        nye_statlege=tuple(_new(diff.etter, p) for p in diff.nye if p.tiltak.statlege_midlar),
        nye_andre=tuple(_new(diff.etter, p) for p in diff.nye if not p.tiltak.statlege_midlar),
        endra=endra,
        gjenopna=tuple(_name(diff.etter, par.etter) for par in diff.gjenopna),
        avslutta=tuple(_closed(diff.etter, par) for par in diff.avslutta),
        omnummererte=tuple(_renumbered(diff.etter, par) for par in diff.omnummererte),
        borte=tuple(_name(diff.før, plass) for plass in diff.borte),
        vidareførte=tuple(_name(diff.etter, par.etter) for par in diff.vidareførte),
        andre=tuple(andre),
        andre_tabell=andre_tabell,
        årlege=tuple(årlege),
        skift_delmål=numbered(by_delmål, numbers),
        skift_år=numbered(by_year, numbers),
        budsjettet_er_likt=bool(diff.skift_år) and not diff.pengar_flytta,
        tom=diff.tom,
    )


def edition(plan: Plan, diff: Plandiff) -> str:
    """«2031», or «2031, revisjon 2» when both plans are of one year."""
    if diff.før.år != diff.etter.år:
        return str(plan.år)
    return f"{plan.år}, revisjon {plan.revisjon}"


def _name(plan: Plan, plass: TiltakPlass) -> str:
    return omtale.tiltaksnamn_i_delmål(plan, plass)


def _renumbered(plan: Plan, par: Tiltakspar) -> str:
    return f"{_name(plan, par.etter)} (var tiltak {par.før.tiltak.nr})"


def _new(plan: Plan, plass: TiltakPlass) -> NyttTiltak:
    tiltak = plass.tiltak
    cost = sum(year.kostnad for year in tiltak.budsjett.values())
    return NyttTiltak(
        namn=_name(plan, plass),
        skildring=prose(tiltak.skildring),
        periode=omtale.tiltaksperiode(tiltak),
        ansvarleg=tiltak.ansvarleg or TOM_CELLE,
        kostnad=nynorsk.kroner(cost) + omtale.tiltaksmerke(plan, plass, ("budsjett",))
        if tiltak.budsjett
        else TOM_CELLE,
    )


def _closed(plan: Plan, par: Tiltakspar) -> AvsluttaTiltak:
    closing = par.etter.tiltak.avslutning
    mark = omtale.tiltaksmerke(plan, par.etter, ("avslutning",))
    text = closing.vurdering if closing else None
    return AvsluttaTiltak(_name(plan, par.etter), closing_words(plan, closing), prose(text, mark))


def closing_words(plan: Plan, closing: Avslutning | None) -> str:
    """«fullført»; «slått saman med tiltak 4 Turkart»."""
    if closing is None:
        return TOM_CELLE
    found = (plan.finn_tiltak(id_) for id_ in closing.tiltak)
    names = [f"tiltak {omtale.tiltaksnamn(plan, other)}" for other in found if other]
    return f"{closing.utfall} {nynorsk.liste(names)}".rstrip()


def _besides_closing(par: Tiltakspar) -> Tiltakspar:
    """A closed measure with what is changed in it that does not follow from the closing."""
    return replace(par, endringar=tuple(c for c in par.endringar if c.endring.is_of_a_field))


def _changed(diff: Plandiff, par: Tiltakspar) -> EndraTiltak:
    name = _name(diff.etter, par.etter)
    fields = tuple(_changed_field(diff, par.etter, change) for change in par.endringar)
    rows = tuple(
        Rad(field.felt, (field.før.html, field.etter.html, joined(field.grunngjevingar)))
        for field in fields
    )
    columns = (
        Kolonne("Felt", 17),
        Kolonne("Før", 27),
        Kolonne("Etter", 27),
        Kolonne("Grunngjeving", 29),
    )
    plass = par.etter
    title = (
        f"Endringar i tiltak {plass.tiltak.nr}, {omtale.delmålsnummer(diff.etter, plass.delmål_id)}"
    )
    return EndraTiltak(name, fields, Tabell(title, columns, rows))


def _changed_field(diff: Plandiff, plass: TiltakPlass, change: Feltendring) -> EndraFelt:
    marks = {
        endring.grunngjeving: omtale.tiltaksmerke(diff.etter, plass, ("endringar", number))
        for number, endring in enumerate(plass.tiltak.endringar)
    }
    return EndraFelt(
        felt=omtale.FELT[change.felt] + omtale.tiltaksmerke(diff.etter, plass, (change.felt,)),
        før=_show(diff.før, change.felt, change.før, change.etter),
        etter=_show(diff.etter, change.felt, change.etter, change.før),
        ord=_word_by_word(change),
        grunngjevingar=tuple(prose(why, marks[why]) for why in change.grunngjevingar),
        kode=change.endring.slag.kode,
        nivå=change.endring.nivå.value,
        fingerprint=change.endring.fingerprint,
    )


def _word_by_word(change: Feltendring) -> str:
    if change.felt not in ("skildring", "overføringsverdi") or not (change.før and change.etter):
        return ""
    return with_signs(word_changes(change.før, change.etter))


def _show(plan: Plan, felt: Felt, value: Any, other: Any) -> Verdi:
    """A field's value in words; `other` is the value it is compared with."""
    match felt, value:
        case _, None | []:
            return plain(TOM_CELLE)
        case "skildring" | "overføringsverdi", _:
            return prose(value)
        case "avslutning", _:
            words = f"{closing_words(plan, value)}. {value.vurdering or ''}"
            return prose(words[:1].upper() + words[1:])
        case "delmål", _:
            return plain(omtale.delmålsnamn(plan, value))
        case "samarbeidspartar", _:
            return plain(omtale.samarbeidspartar(plan, value))
        case "indikatorar", _:
            changed = (id_ for id_ in value if not says_the_same(value[id_], other.get(id_)))
            return lines(_target(value[id_]) for id_ in changed)
        case "budsjett", _:
            changed = (år for år in value if not says_the_same(value[år], other.get(år)))
            return below_each_other(_money(plan, år, value[år], other.get(år)) for år in changed)
        case _:
            return plain(_words(value))


def _words(value: bool | int | Tidspunkt | list[str] | str) -> str:  # noqa: FBT001  # one kind of value
    match value:
        case bool():
            return omtale.ja_nei(value)
        case Tidspunkt():
            return omtale.tidspunkt(value)
        case list():
            return nynorsk.liste(value)
        case _:
            return str(value)


def _target(indikator: Indikator) -> str:
    start = "" if indikator.utgangspunkt is None else f" frå {nynorsk.tal(indikator.utgangspunkt)}"
    return f"{indikator.namn}:{start} til {nynorsk.tal(indikator.mål)} {indikator.eining}"


def _money(plan: Plan, år: int, pengar: Budsjettår, other: Budsjettår | None) -> Verdi:
    """A year's cost and who pays it: in a row in the terminal, below each other in a cell."""
    others = other.finansiering if other else {}
    cost = f"{år}: {nynorsk.kroner(pengar.kostnad)}"
    sources = [
        _source(plan, kjelde, part, others.get(kjelde))
        for kjelde, part in pengar.finansiering.items()
    ]
    below = Markup("<br>").join([cost, *sources])
    return Verdi(f"{cost} ({', '.join(sources)})", Markup("<p>{}</p>").format(below))


def _source(plan: Plan, kjelde: Kjelde, part: Finansiering, other: Finansiering | None) -> str:
    """What a source pays; the parts of the sum too when they are all that is changed in it."""
    text = f"{omtale.KJELDER[kjelde]} {nynorsk.tal(part.sum)}"
    if other is None or part.sum != other.sum or says_the_same(part, other):
        return text
    return f"{text}: {omtale.finansiering(plan, part)}"


def _shift_tables(diff: Plandiff, frå: str, til: str) -> tuple[Tabell | None, Tabell | None]:
    if not diff.pengar_flytta:
        return None, None
    by_delmål = [(_delmålsnamn(diff, skift.nøkkel), skift) for skift in diff.skift_delmål]
    by_year = [(skift.nøkkel, skift) for skift in diff.skift_år]
    mark = tabellar.budget_mark(diff.etter) or tabellar.budget_mark(diff.før)
    titles = (f"Budsjettet etter delmål, heile perioden{mark}", f"Budsjettet etter år{mark}")
    return (
        _shift_table(titles[0], "Delmål", by_delmål, frå, til),
        _shift_table(titles[1], "År", by_year, frå, til),
    )


def _delmålsnamn(diff: Plandiff, delmål_id: str) -> str:
    newest = delmål_id == FELLES or delmål_id in diff.etter.delmål
    return omtale.delmålsnamn(diff.etter if newest else diff.før, delmål_id)


def _shift_table(
    title: str, first: str, rows: list[tuple[str, Skift]], frå: str, til: str
) -> Tabell:
    total = Skift("sum", sum(s.før for _, s in rows), sum(s.etter for _, s in rows))
    columns = (f"Plan {frå} (kr)", f"Plan {til} (kr)", "Endring (kr)", "Endring (%)")
    return figure_table(
        title,
        first,
        columns,
        (
            *(Rad(name, _shift_cells(skift)) for name, skift in rows),
            Rad("Sum", _shift_cells(total), "sum"),
        ),
    )


def _shift_cells(skift: Skift) -> tuple[str, ...]:
    change = nynorsk.endring_kroner(skift.endring).removesuffix(f"{nynorsk.NBSP}kr")
    return (
        nynorsk.tal(skift.før),
        nynorsk.tal(skift.etter),
        change,
        nynorsk.endring_prosent(skift.før, skift.etter),
    )
