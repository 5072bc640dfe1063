"""What was done to a document after it was made: each edit once, by the name of what it is of."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from bygdeplan.audit.oppbygging import (
    Lesedel,
    Leserad,
    Lesetabell,
    affinity,
    build,
    likskap,
    named,
    ordlyd,
    spoken,
)
from bygdeplan.les.innhald import Avsnitt, Bilete, Innhald, Kant, Stad, first_words
from bygdeplan.ord.skilnad import Inngrep, edits_between, folded, parting, same_and_other
from bygdeplan.ord.skriv import liste

_WORDS_AROUND = 3
_WORDS_QUOTED = 30
# A description cannot be tracked, so «[ut: 2025] [inn: 2026]» stands in it.
_TAKEN_OUT = re.compile(r"\[ut(?:, [^:\]]+)?: [^\]]*\]")
_PUT_IN = re.compile(r"\[inn(?:, [^:\]]+)?: ([^\]]*)\]")
_EDGES: dict[Kant, str] = {
    "topptekst": "Øvst på sidene: ",
    "botntekst": "Nedst på sidene: ",
    "fotnote": "I ein fotnote: ",
}


class Inngrepsfunn(NamedTuple):
    """An edit: where it is, and what was done."""

    stad: Stad
    melding: str

    def within(self, where: str) -> "Inngrepsfunn":
        """The edit with words before it that tell more of where it is."""
        return self._replace(melding=where + self.melding)


def find(file: Innhald, anew: Innhald) -> Iterator[Inngrepsfunn]:
    """All that a reader of a file sees or hears otherwise than in the document made anew."""
    old, new = build(anew.blokker), build(file.blokker)
    yield from _together(_compare(old, new))
    yield from _renumbered(anew.avsnitt, file.avsnitt)
    yield from _described(old, new)
    for kant, where in _EDGES.items():
        edits = [*_together(_at_edges(anew, file, kant))] or _bared(anew, file, kant)
        yield from (edit.within(where) for edit in edits)


def _at_edges(anew: Innhald, file: Innhald, kant: Kant) -> Iterator["Inngrepsfunn | _Trekk"]:
    """What was done at the edges of the pages.

    Each layout of pages has them for itself, and programs leave out those of layouts not in use.
    """
    old, new = (
        [part for part in build(one.utanfor) if _stad(part).slag == kant] for one in (anew, file)
    )
    if len(old) == len(new):
        edits = (_compare([one], [other]) for one, other in zip(old, new, strict=True))
        yield from {edit.melding: edit for each in edits for edit in each}.values()
    else:
        yield from _compare(
            *([*{likskap(part): part for part in side}.values()] for side in (old, new))
        )


def _bared(anew: Innhald, file: Innhald, kant: Kant) -> Iterator[Inngrepsfunn]:
    """That some pages have nothing at an edge where all had something."""
    places = [each.stad for each in anew.utanfor if each.stad.slag == kant]
    if places and kant in file.nakne - anew.nakne:
        yield Inngrepsfunn(places[0], "Somme av sidene har ikkje lenger noko der.")


def _compare(old: Sequence[Lesedel], new: Sequence[Lesedel]) -> Iterator["Inngrepsfunn | _Trekk"]:
    """What was done to parts that follow each other."""
    for inngrep in edits_between(old, new, likskap, ordlyd, affinity):
        match inngrep:
            case Inngrep([Lesetabell() as one], [Lesetabell() as other], er_flytt=False):
                yield from _tables(one, other)
            case Inngrep([Avsnitt() as one], [Avsnitt() as other], er_flytt=False):
                yield from _paragraphs(one, other)
            case _:
                yield Inngrepsfunn(_stad([*inngrep.etter, *inngrep.før][0]), _parts(inngrep))


def _together(edits: Iterable["Inngrepsfunn | _Trekk"]) -> Iterator[Inngrepsfunn]:
    """The edits of a text, those as one that were made together."""
    told: list[Inngrepsfunn | list[_Trekk]] = []
    for edit in edits:
        if isinstance(edit, Inngrepsfunn):
            told.append(edit)
            continue
        alike = (each for each in told if isinstance(each, list) and each[-1].goes_with(edit))
        if (group := next(alike, None)) is None:
            told.append([edit])
        else:
            group.append(edit)
    yield from (each if isinstance(each, Inngrepsfunn) else _as_one(each) for each in told)


def _stad(part: Lesedel | Leserad) -> Stad:
    if isinstance(part, Leserad):
        return part.avsnitt[0].stad
    return part.fil.stad if isinstance(part, Lesetabell) else part.stad


# What was taken out, put in or moved


class _Gjort(NamedTuple):
    """What was done, after one thing of each gender, and after several."""

    noko: str
    han: str
    fleire: str


_OUT = _Gjort("er teke bort", "er teken bort", "er tekne bort")
_IN = _Gjort("er komen til", "er komen til", "er komne til")
_MOVED = _Gjort("er flytt", "er flytt", "er flytte")


def _gjort(inngrep: Inngrep[Lesedel] | Inngrep[Leserad]) -> _Gjort:
    if inngrep.er_flytt:
        return _MOVED
    return _IN if inngrep.etter else _OUT


def _parts(inngrep: Inngrep[Lesedel]) -> str:
    """That paragraphs and tables are out, in or moved."""
    gjort, parts = _gjort(inngrep), [*(inngrep.etter or inngrep.før)]
    if len(parts) > 1 and _is_caption(parts[0], parts[1]):
        del parts[0]
    first, *others = parts
    what = "Tabellen " if isinstance(first, Lesetabell) else _kind(first)
    name = f"{what}«{named(first)}»" if named(first) else (what or "Eit avsnitt").strip()
    from_ = _moved_from(inngrep)
    if not others:
        return f"{name} {gjort.han if isinstance(first, Lesetabell) else gjort.noko}{from_}."
    tables = sum(isinstance(each, Lesetabell) for each in others)
    paragraphs = len(others) - tables
    counted = [f"{paragraphs} avsnitt"] * (paragraphs > 0)
    counted += ["éin tabell" if tables == 1 else f"{tables} tabellar"] * (tables > 0)
    return f"{liste([name, *counted])} til {gjort.fleire}{from_}."


def _kind(avsnitt: Avsnitt) -> str:
    return "" if avsnitt.tekst.strip() else "Biletet "


def _is_caption(part: Lesedel, following: Lesedel) -> bool:
    return isinstance(following, Lesetabell) and named(part) == named(following)


def _moved_from(inngrep: Inngrep[Lesedel]) -> str:
    """Which heading something stood under, when it is another now."""
    if not inngrep.er_flytt:
        return ""
    was, is_ = (_stad(side[0]).overskrift for side in (inngrep.før, inngrep.etter))
    return f", og stod under «{was}»" if was != is_ and was else ""


# Tables


def _tables(one: Lesetabell, other: Lesetabell) -> Iterator["Inngrepsfunn | _Trekk"]:
    """What was done to the columns of a table, and to the rows of those that are left."""
    name = f"tabellen «{other.namn}»" if other.namn else "tabellen"
    if heads := _shared_heads(one, other):
        yield from _columns(one, other, name)
        one, other = one.with_columns(heads), other.with_columns(heads)
    for inngrep in edits_between(one.rader, other.rader, likskap, ordlyd, affinity):
        match inngrep:
            case Inngrep([was], [stands], er_flytt=False):
                yield from _cells(other, was, stands, name)
            case _:
                place = [*inngrep.etter, *inngrep.før][0]
                yield Inngrepsfunn(_stad(place), _rows(inngrep, name))


def _rows(inngrep: Inngrep[Leserad], name: str) -> str:
    gjort, rows = _gjort(inngrep), inngrep.etter or inngrep.før
    if len(rows) == 1:
        return f"Rada «{rows[0].namn}» i {name} {gjort.han}."
    return (
        f"{len(rows)} rader i {name}, frå «{rows[0].namn}» til «{rows[-1].namn}», {gjort.fleire}."
    )


def _cells(
    table: Lesetabell, was: Leserad, stands: Leserad, name: str
) -> Iterator["Inngrepsfunn | _Trekk"]:
    """What was done to the cells of a row."""
    row = f"rada «{stands.namn or was.namn}»"
    if table.rader[0] is stands and table.fil.har_overskriftsrad:
        row = "overskriftsrada"
    for at, (before, after) in enumerate(zip_longest(was.celler, stands.celler, fillvalue=())):
        column = table.hovud[at] if at < len(table.hovud) else ""
        where = f", kolonna «{first_words(column)}»" if column and at else ""
        for edit in _compare(before, after):
            yield edit.within(f"I {name}, {row}{where}: ")


def _shared_heads(one: Lesetabell, other: Lesetabell) -> list[str]:
    """The headings of the columns that both tables have; none when the columns are the same.

    Nor when one is but called otherwise, or when they cannot be told from each other.
    """
    heads = [each for each in one.hovud if each in other.hovud]
    is_certain = all(len({*table.hovud}) == len(table.hovud) for table in (one, other))
    is_renamed = len(one.hovud) == len(other.hovud) != len(heads)
    is_other = len(heads) * 2 < len(one.hovud)
    return heads if is_certain and not (is_renamed or is_other) else []


def _columns(one: Lesetabell, other: Lesetabell, name: str) -> Iterator[Inngrepsfunn]:
    """That columns are out, in or in another order."""
    for heads, others, gjort in ((one.hovud, other.hovud, _OUT), (other.hovud, one.hovud, _IN)):
        changed = [f"«{first_words(each)}»" for each in heads if each not in others]
        if len(changed) == 1:
            yield Inngrepsfunn(other.fil.stad, f"Kolonna {changed[0]} i {name} {gjort.han}.")
        elif changed:
            yield Inngrepsfunn(
                other.fil.stad, f"Kolonnane {liste(changed)} i {name} {gjort.fleire}."
            )
    if {*one.hovud} == {*other.hovud} and one.hovud != other.hovud:
        yield Inngrepsfunn(other.fil.stad, f"Kolonnane i {name} står i ei anna rekkjefølgje.")


# Paragraphs


@dataclass(frozen=True)
class _Trekk:
    """One way in which a paragraph is other than it was."""

    avsnitt: Avsnitt
    ein: str
    """What is told, with {} for the words of the paragraph."""
    fleire: str = ""
    """What is told of several; empty when each is told of by itself."""
    overalt: bool = False
    """Whether it is one edit wherever the paragraphs stand: that of a style."""
    kvar: str = ""
    """Words before it that tell more of where it is."""

    @property
    def melding(self) -> str:
        """What is told of it alone."""
        return self.kvar + self.ein.format(f"«{named(self.avsnitt)}»")

    def within(self, where: str) -> "_Trekk":
        """The same with words before it that tell more of where it is."""
        return replace(self, kvar=where + self.kvar)

    def goes_with(self, another: "_Trekk") -> bool:
        """Whether another was made together with it: of one kind, in the next paragraph."""
        follows = self.avsnitt.stad.nr + 1 == another.avsnitt.stad.nr
        return self.fleire == another.fleire != "" and (follows or self.overalt)


def _as_one(group: Sequence[_Trekk]) -> Inngrepsfunn:
    """The one edit that was made of some paragraphs."""
    first, *others = group
    if not others:
        return Inngrepsfunn(first.avsnitt.stad, first.melding)
    names = f"«{named(first.avsnitt)}» og {len(others)} avsnitt til"
    return Inngrepsfunn(first.avsnitt.stad, first.kvar + first.fleire.format(names))


def _paragraphs(one: Avsnitt, other: Avsnitt) -> Iterator[_Trekk]:
    """In which ways a paragraph is other than it was."""
    for was, is_ in zip_longest(one.bilete, other.bilete):
        yield from (_Trekk(other, _verbatim(message)) for message in _pictures(was, is_))
    if folded(one.tekst) != folded(other.tekst):
        yield _Trekk(other, _verbatim(_text(folded(one.tekst), folded(other.tekst))))
    if one.nivå != other.nivå:
        message = _level(one.nivå, other.nivå)
        yield _Trekk(other, message, message, overalt=True)
    yield from _marks(one, other)
    yield from _hindrances(one, other)
    if one.lenkjer != other.lenkjer:
        yield from (_Trekk(other, message) for message in _links(one.lenkjer, other.lenkjer))


def _verbatim(message: str) -> str:
    """A message in which nothing is put."""
    return message.replace("{", "{{").replace("}", "}}")


def _text(made: str, stands: str) -> str:
    if not made:
        return f"«{first_words(stands)}» er komen til."
    if not stands:
        return f"«{first_words(made)}» er teke bort."
    old, new = made.split(), stands.split()
    was, is_ = parting(old, new, _WORDS_AROUND)
    return f"Det stod «{_quoted(old, was)}»; no står det «{_quoted(new, is_)}»."


def _quoted(words: list[str], part: slice) -> str:
    last = min(part.stop, part.start + _WORDS_QUOTED)
    start, end = "… " if part.start else "", " …" if last < len(words) else ""
    return f"{start}{' '.join(words[part.start : last])}{end}"


def _level(was: int, is_: int) -> str:
    if not is_:
        return f"{{}} er ikkje lenger overskrift på nivå {was}."
    if not was:
        return f"{{}} er no overskrift på nivå {is_}."
    return f"{{}} var overskrift på nivå {was}, og er no på nivå {is_}."


def _marks(one: Avsnitt, other: Avsnitt) -> Iterator[_Trekk]:
    """That the program puts something else in front of an item of a list."""
    was, is_ = one.merke, other.merke
    if (was and was.form) == (is_ and is_.form):
        return
    if not is_ and was:
        kind = "punktteikn" if was.nummer is None else "nummer"
        exact = kind if was.nummer is None else f"nummeret «{was.vist}»"
        yield _Trekk(other, f"{{}} har ikkje lenger {exact}.", f"{{}} har ikkje lenger {kind}.")
    elif not was and is_:
        kind = "punktteikn" if is_.nummer is None else "nummer"
        exact = kind if is_.nummer is None else f"nummeret «{is_.vist}»"
        yield _Trekk(other, f"{{}} har fått {exact}.", f"{{}} har fått {kind}.")
    elif was and is_:
        yield _Trekk(
            other,
            f"{{}} hadde «{was.vist}» framfor seg, og har no «{is_.vist}».",
            f"{{}} hadde «{was.form}» framfor seg, og har no «{is_.form}».",
        )


def _hindrances(one: Avsnitt, other: Avsnitt) -> Iterator[_Trekk]:
    """That text is struck out, hidden or cannot be seen, or no longer is."""
    before, after = ({each.hinder: folded(each.tekst) for each in a.hindra} for a in (one, other))
    for hinder, text in after.items():
        # A text that was hindered is another because the paragraph is.
        is_edited = hinder in before and folded(one.tekst) != folded(other.tekst)
        if before.get(hinder) != text and not is_edited:
            whole = text == folded(other.tekst)
            who = "{}" if whole else _verbatim(f"«{first_words(text)}»")
            many = f"Teksten i {{}} er {hinder}." if whole else ""
            yield _Trekk(other, f"Teksten {who} er {hinder}.", many)
    for hinder, text in before.items():
        if hinder not in after:
            who = _verbatim(f"«{first_words(text)}»")
            message = f"er ikkje lenger {hinder}."
            yield _Trekk(other, f"Teksten {who} {message}", f"Teksten i {{}} {message}")


def _links(was: Sequence[str], is_: Sequence[str]) -> Iterator[str]:
    for one, other in zip_longest(was, is_, fillvalue=""):
        old, new = _verbatim(one), _verbatim(other)
        if not old:
            yield f"Det er komen ei lenkje til «{new}» i {{}}."
        elif not new:
            yield f"Lenkja til «{old}» i {{}} er teken bort."
        elif old != new:
            yield f"Lenkja i {{}} gjekk til «{old}», og går no til «{new}»."


def _pictures(was: Bilete | None, is_: Bilete | None) -> Iterator[str]:
    """What was done to a picture; that it lost its text is told by the rule for that."""
    if was is None or is_ is None:
        done = _IN.noko if was is None else _OUT.noko
        said = " ".join(first_words(spoken(each)) for each in (was, is_) if each)
        yield f"Biletet «{said}» {done}."
        return
    name = f"Biletet «{first_words(spoken(was))}»"
    if was.innhald != is_.innhald:
        yield f"{name} er bytt ut med eit anna bilete."
    elif spoken(was) != spoken(is_):
        if is_.er_pynt:
            yield f"{name} er merkt som pynt, så ein skjermlesar hoppar over det."
        elif spoken(is_):
            yield f"Alternativ tekst til biletet: {_text(spoken(was), spoken(is_))}"


# What is compared by itself


def _renumbered(old: Sequence[Avsnitt], new: Sequence[Avsnitt]) -> Iterator[Inngrepsfunn]:
    """Where lists begin, or go on, at another number than they did.

    That a point is out or in moves the numbers of those after it, and is no edit of them.
    """
    before, after = (
        [each for each in text if each.merke and each.merke.nummer is not None]
        for text in (old, new)
    )
    runs = _runs(before), _runs(after)
    last: dict[int, tuple[int, int]] = {}
    for i, j in _places_of_same(before, after):
        one, other = before[i], after[j]
        earlier = last.get(one.listenivå)
        last[one.listenivå] = i, j
        goes_on = [
            earlier is not None and run[at] == run[was]
            for run, at, was in zip(runs, (i, j), earlier or (i, j), strict=True)
        ]
        began = [run[at][1] for run, at in zip(runs, (i, j), strict=True)]
        is_same = all(goes_on) or (not any(goes_on) and began[0] == began[1])
        if one.merke and other.merke and not is_same:
            numbers = f"«{one.merke.vist}», og har no «{other.merke.vist}»"
            yield Inngrepsfunn(other.stad, f"«{named(other)}» hadde nummeret {numbers}.")


def _runs(numbered: Sequence[Avsnitt]) -> list[tuple[int, int]]:
    """For each item which of all runs of numbers it belongs to, and the first number of that."""
    runs: list[tuple[int, int]] = []
    open_: dict[int, tuple[tuple[int, int], int]] = {}
    for nr, each in enumerate(numbered):
        number = each.merke.nummer or 0 if each.merke else 0
        run, last = open_.get(each.listenivå, ((nr, number), number - 1))
        run = run if number == last + 1 else (nr, number)
        open_ = {level: one for level, one in open_.items() if level < each.listenivå}
        open_[each.listenivå] = run, number
        runs.append(run)
    return runs


def _places_of_same(old: Sequence[Avsnitt], new: Sequence[Avsnitt]) -> Iterator[tuple[int, int]]:
    """Where items stand that are in both, the edited ones too when they are as many."""
    i = j = 0
    for strekk in same_and_other(old, new, ordlyd):
        if len(strekk.før) == len(strekk.etter):
            yield from ((i + at, j + at) for at in range(len(strekk.før)))
        i, j = i + len(strekk.før), j + len(strekk.etter)


def _described(old: Sequence[Lesedel], new: Sequence[Lesedel]) -> Iterator[Inngrepsfunn]:
    """Tables that are described otherwise; that a description is lost is told by its rule."""
    known: dict[Hashable, set[str]] = {}
    for each in old:
        if isinstance(each, Lesetabell):
            known.setdefault(ordlyd(each), set()).add(_description(each))
    for each in new:
        if isinstance(each, Lesetabell):
            were, is_ = known.get(ordlyd(each), set()), _description(each)
            if is_ and all(were) and were and is_ not in were:
                message = f"Skildringa av tabellen: {_text(min(were), is_)}"
                yield Inngrepsfunn(each.fil.stad, message)


def _description(table: Lesetabell) -> str:
    """What a table shows; where changes are written in it, as if they were accepted."""
    return folded(_PUT_IN.sub(r"\1", _TAKEN_OUT.sub("", table.fil.skildring)))
