"""The change list between two plans, as a document places it and the terminal prints it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from bygdeplan.documents import omtale, tabellar
from bygdeplan.documents.budsjettskift import budget_table, moves, shift_tables
from bygdeplan.documents.dokument import (
    PÅ_SKJERMEN,
    TOM_CELLE,
    Hovud,
    Kolonne,
    Rad,
    Tabell,
    build_hovud,
    numbered,
)
from bygdeplan.documents.feltverdi import Visar, closing_words
from bygdeplan.documents.ordvising import with_signs
from bygdeplan.documents.planendringar import (
    PlanendringVising,
    plan_change_reasons,
    plan_changes,
    plan_changes_table,
)
from bygdeplan.documents.planoversyn import (
    AVSLUTTA,
    ENDRA,
    GJENOPNA,
    HELD_FRAM,
    NYTT,
    Nøkkeltal,
    Tiltakshending,
    by_delmål,
    hendingar,
    names_mark,
)
from bygdeplan.documents.verdi import Verdi, joined, marked, once, prose
from bygdeplan.documents.vising import Vising
from bygdeplan.endring import Endring, Feltendring, Grunngjeving, Plandiff, Tiltakspar
from bygdeplan.model import okonomi
from bygdeplan.model.lookup import PLANEN, Planfelt, field_at
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase
from bygdeplan.ord.ordlyd import word_changes


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
    stad: str
    felt: tuple[EndraFelt, ...] = field(metadata=PÅ_SKJERMEN)
    tabell: Tabell | None
    budsjett: Tabell | None
    """What is changed in its money, which the other table does not tell."""


@dataclass(frozen=True)
class NemntTiltak:
    """A measure that is told by its name alone; it is written as its name."""

    namn: str
    kode: str = field(metadata=PÅ_SKJERMEN)
    nivå: str = field(metadata=PÅ_SKJERMEN)
    fingerprint: str = field(metadata=PÅ_SKJERMEN)
    """Of the change that it is told for."""

    def __str__(self) -> str:
        return self.namn


@dataclass(frozen=True)
class NyttTiltak(NemntTiltak):
    """A new measure in short."""

    skildring: Verdi
    periode: str
    ansvarleg: str
    kostnad: str


@dataclass(frozen=True)
class AvsluttaTiltak(NemntTiltak):
    """A closed measure: how it ended and what it gave."""

    utfall: str
    vurdering: Verdi


@dataclass(frozen=True)
class Endringsliste:
    """Everything the change list says."""

    hovud: Hovud
    nøkkeltal: tuple[Nøkkeltal, ...]
    frå: str
    til: str
    nye_statlege: tuple[NyttTiltak, ...]
    nye_andre: tuple[NyttTiltak, ...]
    endra: tuple[EndraTiltak, ...]
    gjenopna: tuple[NemntTiltak, ...]
    avslutta: tuple[AvsluttaTiltak, ...]
    omnummererte: tuple[NemntTiltak, ...]
    borte: tuple[NemntTiltak, ...]
    utgåtte: tuple[NemntTiltak, ...]
    """Measures that were closed already, and have left the plan."""
    vidareførte: tuple[str, ...]
    andre: tuple[PlanendringVising, ...] = field(metadata=PÅ_SKJERMEN)
    """What is changed outside the measures; from year to year without what each year renews."""
    andre_tabell: Tabell | None
    """The same, as a page shows it."""
    årlege: tuple[PlanendringVising, ...] = field(metadata=PÅ_SKJERMEN)
    """Meetings and texts that every new year renews."""
    har_årlege: bool
    """Whether there are any, which a page says."""
    postar: tuple[Tabell, ...]
    """What is changed in the money of common items."""
    flytta: tuple[str, ...]
    """What has moved from one budget to another."""
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
    endra = tuple(
        replace(
            tiltak,
            tabell=numbered(tiltak.tabell, numbers),
            budsjett=numbered(tiltak.budsjett, numbers),
        )
        for tiltak in changed
    )
    andre, årlege = plan_changes(diff)
    andre_tabell = numbered(plan_changes_table(andre), numbers)
    postar = tuple(numbered(table, numbers) for table in _common_items(diff))
    by_delmål, by_year = shift_tables(diff, frå, til)
    return Endringsliste(
        hovud=build_hovud(diff.etter, frase("endring.tittel", frå=frå, til=til), diff.før),
        nøkkeltal=_key_figures(diff),
        frå=frå,
        til=til,
        nye_statlege=tuple(_new(diff, p) for p in diff.nye if p.tiltak.statlege_midlar),
        nye_andre=tuple(_new(diff, p) for p in diff.nye if not p.tiltak.statlege_midlar),
        endra=endra,
        gjenopna=tuple(_named(diff, diff.etter, par.etter) for par in diff.gjenopna),
        avslutta=tuple(_closed(diff, par) for par in diff.avslutta),
        omnummererte=tuple(_renumbered(diff.etter, par) for par in diff.omnummererte),
        borte=tuple(_named(diff, diff.før, plass) for plass in diff.borte),
        utgåtte=tuple(_named(diff, diff.før, plass) for plass in diff.utgåtte),
        vidareførte=tuple(_name(diff.etter, par.etter) for par in diff.vidareførte),
        andre=tuple(andre),
        andre_tabell=andre_tabell,
        årlege=tuple(årlege),
        har_årlege=bool(årlege),
        postar=postar,
        flytta=moves(diff) if by_year else (),
        skift_delmål=numbered(by_delmål, numbers),
        skift_år=numbered(by_year, numbers),
        budsjettet_er_likt=bool(diff.skift_år) and not diff.pengar_flytta,
        tom=diff.tom,
    )


def edition(plan: Plan, diff: Plandiff) -> str:
    """«2031», or «2031, revisjon 2» when both plans are of one year."""
    if diff.før.år != diff.etter.år:
        return str(plan.år)
    return frase("endring.utgåve", år=plan.år, revisjon=plan.revisjon)


def changes_of(tiltak_id: str) -> str:
    """What a link to the changes in a measure points at."""
    return f"endring-{tiltak_id}"


def _name(plan: Plan, plass: TiltakPlass) -> str:
    return omtale.tiltaksnamn_i_delmål(plan, plass)


def _named(diff: Plandiff, plan: Plan, plass: TiltakPlass) -> NemntTiltak:
    """A measure that has come, gone, ended or begun again."""
    return NemntTiltak(_name(plan, plass), *_about(diff.heile[plass.id]))


def _about(change: Endring) -> tuple[str, str, str]:
    """The code, the level and the fingerprint of a change."""
    return change.slag.kode, change.nivå.value, change.fingerprint


def _renumbered(plan: Plan, par: Tiltakspar) -> NemntTiltak:
    [number] = par.endringar
    before = par.før.tiltak.nr
    name = frase("endring.nytt_nummer", tiltak=_name(plan, par.etter), nr=before)
    return NemntTiltak(name, *_about(number.endring))


def _new(diff: Plandiff, plass: TiltakPlass) -> NyttTiltak:
    plan, tiltak = diff.etter, plass.tiltak
    vis = Vising(plan).under(*plass.path)
    cost = sum(year.kostnad for year in tiltak.budsjett.values())
    return NyttTiltak(
        _name(plan, plass),
        *_about(diff.heile[plass.id]),
        skildring=prose(tiltak.skildring, vis.merke((*plass.path, "skildring"))),
        periode=omtale.periode(vis, plass),
        ansvarleg=vis(*plass.path, "ansvarleg", tom=TOM_CELLE),
        kostnad=vis.merkt(skriv.kroner(cost), (*plass.path, "budsjett"))
        if tiltak.budsjett
        else TOM_CELLE,
    )


def _closed(diff: Plandiff, par: Tiltakspar) -> AvsluttaTiltak:
    plan, closing = diff.etter, par.etter.tiltak.avslutning
    vis, path = Vising(plan).under(*par.etter.path), (*par.etter.path, "avslutning")
    text = closing.vurdering if closing else None
    return AvsluttaTiltak(
        _name(plan, par.etter),
        *_about(diff.heile[par.etter.id]),
        utfall=vis.merkt(
            closing_words(plan, closing, par.etter.id), (*path, "utfall"), (*path, "tiltak")
        ),
        vurdering=prose(text, vis.merke((*path, "vurdering"))),
    )


def _besides_closing(par: Tiltakspar) -> Tiltakspar:
    """A closed measure with what is changed in it that does not follow from the closing."""
    return par._replace(endringar=tuple(c for c in par.endringar if c.endring.is_of_a_field))


def _changed(diff: Plandiff, par: Tiltakspar) -> EndraTiltak:
    name = _name(diff.etter, par.etter)
    fields = tuple(_changed_field(diff, par.etter, change) for change in par.endringar)
    by_name = dict(zip((change.felt for change in par.endringar), fields, strict=True))
    money = by_name.pop("budsjett", None)
    rows = tuple(
        Rad(field.felt, (field.før.html, field.etter.html, joined(field.grunngjevingar)))
        for field in by_name.values()
    )
    columns = (
        Kolonne(frase("endringstabell.felt"), 17),
        Kolonne(frase("endringstabell.før"), 27),
        Kolonne(frase("endringstabell.etter"), 27),
        Kolonne(frase("endringstabell.grunngjeving"), 29),
    )
    plass = par.etter
    delmål = omtale.delmålsnummer(diff.etter, plass.delmål_id)
    called = frase("endringstabell.tiltak", nr=plass.tiltak.nr, delmål=delmål)
    return EndraTiltak(
        name,
        changes_of(plass.id),
        fields,
        Tabell(frase("endringstabell.tittel", tiltak=called), columns, rows) if rows else None,
        _budget(diff, par, called, money) if money else None,
    )


def _budget(diff: Plandiff, par: Tiltakspar, called: str, money: EndraFelt) -> Tabell:
    old = Vising(diff.før).nokre("tal", (*par.før.path, "budsjett"))
    new = Vising(diff.etter).nokre("tal", (*par.etter.path, "budsjett"))
    budgets = (par.før.tiltak.budsjett, par.etter.tiltak.budsjett)
    mark = tabellar.stronger(new, old)
    title = frase("endringstabell.budsjett", namn=called, merke=mark)
    return budget_table(diff, title, *budgets, why=_because(money.grunngjevingar))


def _because(reasons: Iterable[Verdi]) -> str:
    """«Grunngjeving: Stien blir lengre.»; nothing when no reason is given."""
    said = " ".join(reason.tekst for reason in reasons)
    return frase("endringstabell.fordi", grunn=said) if said else ""


def _common_items(diff: Plandiff) -> Iterator[Tabell]:
    """The common items that both plans have, and whose money is changed."""
    for change in diff.utanfor_tiltaka:
        match change.ting:
            case ("budsjett", "fellespostar", str(id_), "budsjett"):
                old, new = (plan.budsjett.fellespostar[id_] for plan in (diff.før, diff.etter))
                path = ("budsjett", "fellespostar", id_)
                name = Vising(diff.etter)(*path, "tittel")
                plans = (diff.før, diff.etter)
                marks = (Vising(plan).nokre("tal", (*path, "budsjett")) for plan in plans)
                mark = tabellar.stronger(*marks) if name == new.tittel else ""
                title = frase("endringstabell.budsjett", namn=name, merke=mark)
                why = _because(once(plan_change_reasons(diff.etter, change)))
                yield budget_table(diff, title, old.budsjett, new.budsjett, why)


def _key_figures(diff: Plandiff) -> tuple[Nøkkeltal, ...]:
    """How many measures are new, changed, closed and as before, and what the period costs."""
    told = hendingar(diff)
    places = [place for place in diff.etter.alle_tiltak if place.id in told]

    def figure(name: str, *kinds: Tiltakshending) -> Nøkkeltal:
        mine = [place for place in places if told[place.id] in kinds]
        more = f"{by_delmål(diff.etter, mine)}{names_mark(diff.etter, mine)}"
        return Nøkkeltal(name, str(len(mine)), more)

    before, now = (okonomi.periodebruk(plan, diff.etter) for plan in (diff.før, diff.etter))
    shift = f"{skriv.endring_kroner(now - before)}, {skriv.endring_prosent(before, now)}"
    period = Vising(diff.etter)("avtale", "periode")
    mark = tabellar.stronger(*map(tabellar.budget_mark, (diff.etter, diff.før)))
    return (
        figure(frase("endringstal.nye"), NYTT),
        figure(frase("endringstal.endra"), ENDRA, GJENOPNA),
        figure(frase("endringstal.avslutta"), AVSLUTTA),
        figure(frase("endringstal.som_før"), HELD_FRAM),
        Nøkkeltal(
            frase("endringstal.budsjett", periode=period), skriv.kroner_kort(now), f"{shift}{mark}"
        ),
    )


def _changed_field(diff: Plandiff, plass: TiltakPlass, change: Feltendring) -> EndraFelt:
    felt = field_at(("tiltak", plass.id, change.felt)) or PLANEN
    old, new = (Visar(plan, diff.first_year) for plan in (diff.før, diff.etter))
    vis = Vising(diff.etter).under(*plass.path)
    return EndraFelt(
        felt=vis.merkt(
            skriv.stor_forbokstav(omtale.felt(felt.om.namn)), (*plass.path, change.felt)
        ),
        før=marked(old.show(felt, change.før, change.etter), _was_marked(diff, plass, change)),
        etter=new.show(felt, change.etter, change.før),
        ord=_word_by_word(felt, change),
        grunngjevingar=once(_reason(diff, plass, reason) for reason in change.grunngjevingar),
        kode=change.endring.slag.kode,
        nivå=change.endring.nivå.value,
        fingerprint=change.endring.fingerprint,
    )


def _was_marked(diff: Plandiff, plass: TiltakPlass, change: Feltendring) -> str:
    """The mark that the old plan put on what it said, when the row does not say it already."""
    before = diff.før.finn_tiltak(plass.id)
    vis = Vising(diff.før, diff.etter.merke.touching((*plass.path, change.felt)))
    return vis.merke((*before.path, change.felt)) if before and change.før is not None else ""


def _reason(diff: Plandiff, plass: TiltakPlass, reason: Grunngjeving) -> Verdi:
    vis = Vising(diff.etter).under(*plass.path)
    return prose(reason.tekst, vis.merke((*reason.path, "grunngjeving")))


def _word_by_word(felt: Planfelt, change: Feltendring) -> str:
    if not (felt.is_prose and change.før and change.etter):
        return ""
    return with_signs(word_changes(change.før, change.etter))
