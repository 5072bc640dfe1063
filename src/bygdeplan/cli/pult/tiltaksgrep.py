"""A measure closed, merged, divided, or moved to another sub-goal: the changes that it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bygdeplan.cli.pult.filverdi import items_of, text_of, value_of
from bygdeplan.cli.pult.nytt import (
    added,
    as_the_model_has_it,
    closing,
    filled_in,
    new_id,
    next_number,
    put,
    ways_to,
)
from bygdeplan.cli.pult.ynskje import UFORSTÅELEG, Ynskje
from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.model.lookup import field_at
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.model.om import NUMMER
from bygdeplan.ord.frase import Målform
from bygdeplan.utgave.planskriving import Add, Move, Remove, Tekstendring


def closed(data: Data, wish: Ynskje, main: Målform) -> Sequence[Tekstendring]:
    """A measure closed: by itself, merged with another one, or divided into new ones.

    `titlar` has the titles of the new ones, a line each. `veg` is where the closing is to stand.
    """
    given = dict(wish.verdi) if isinstance(wish.verdi, dict) else {}
    titles = [line.strip() for line in text_of(given.pop("titlar", None)).splitlines()]
    titles = [title for title in titles if title]
    there = replace(wish, verdi=given)
    match text_of(given.get("utfall")):
        case "delt i" if len(titles) == 1:
            raise Fault("Skriv minst to titlar, med ein på kvar linje.")
        case "delt i" if titles:
            new = divided(data, wish.veg[:-1], titles)
            ids: list[Data] = [str(edit.path[-1]) for edit in new]
            return [*new, *_closed(data, wish.veg, {**given, "tiltak": ids})]
        case "slått saman med":
            other = text_of(given.get("tiltak"))
            return [*_money_moved(data, wish.veg[:-1], other), *added(data, there, main)]
        case "fullført" | "stansa" if not titles:
            return [*_money_left(data, wish.veg[:-1]), *added(data, there, main)]
        case "":
            raise Fault("Vel korleis tiltaket blei avslutta.")
        case _ if titles:
            raise Fault("Nye tiltak høyrer til når utfallet er «delt i».")
    return added(data, there, main)


def _closed(data: Data, path: Path, value: Data) -> Iterator[Tekstendring]:
    yield from closing(data, path)
    yield from as_the_model_has_it(data, path, filled_in(value))


def divided(data: Data, path: Path, titles: Sequence[str]) -> Sequence[Add]:
    """New measures beside one, which begin as it stands; its money is left for the author."""
    old = value_of(data, path)
    if not isinstance(old, dict):
        raise Fault("Tiltaket finst ikkje i planfila no.")
    begun = {name: part for name, part in old.items() if name in _carried_on(path)}
    begun |= {slag: mark for slag in MERKESLAG if (mark := _mark_of(old.get(slag), [*begun]))}
    number = int(next_number(data, path))
    ids: list[str] = []
    for title in titles:
        ids.append(new_id(data, path, {"tittel": title}, ids))
    return [
        Add((*path[:-1], id_), {**begun, "nr": str(number + at), "tittel": title})
        for at, (id_, title) in enumerate(zip(ids, titles, strict=True))
    ]


def _money_left(data: Data, path: Path) -> Iterator[Tekstendring]:
    """The budget of a closed measure goes out, but for years in the accounts: it uses no more."""
    budget = (*path, "budsjett")
    years = items_of(value_of(data, budget))
    left = [year for year, money in years if value_of(money, ("rekneskap",)) is None]
    if left and len(left) == len(years):
        yield Remove(budget)
    else:
        yield from (Remove((*budget, year)) for year in left)


def _carried_on(path: Path) -> Sequence[str]:
    """What a part of a divided measure has from the whole: what is not reported, nor its money."""
    felt = field_at(path)
    return [
        inner.path[-1]
        for inner in (felt.inside() if felt else ())
        if inner.om.is_decided and not inner.om.ved_slutt and not inner.om.samla
    ]


def _mark_of(mark: Data, names: Sequence[str]) -> Data:
    """A mark of a whole thing, or of those of its fields that are among some."""
    return [each for each in mark if each in names] if isinstance(mark, list) else mark


def _money_moved(data: Data, path: Path, other: str) -> Iterator[Tekstendring]:
    """The budget of a merged measure goes to the other one, but for years it has and accounts."""
    group = next((way for way in ways_to(data, path) if way[-1] == other), None)
    if group is None:
        return
    budget, there = (*path, "budsjett"), (*group, "budsjett")
    years = items_of(value_of(data, budget))
    free = [
        year
        for year, money in years
        if value_of(data, (*there, year)) is None and value_of(money, ("rekneskap",)) is None
    ]
    yield from (Move((*budget, year), there) for year in free)
    if free and len(free) == len(years):
        yield Remove(budget)


def moved_to(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """A measure into another sub-goal, with the number after those that are there."""
    match wish.veg, wish.verdi:
        case (str(goals), _, str(measures), str(id_), "delmål"), str(other):
            group = (goals, other, measures)
            if value_of(data, group[:2]) is None:
                raise Fault(f"Planen har ikkje noko delmål «{other}».")
            there = (*group, id_)
            if there == wish.veg[:4]:
                return []
            number = next_number(data, there)
            # The number is set before the move, which is what is to be looked up afterwards.
            numbered = [put(data, (*wish.veg[:4], name), number) for name in _numbers(there)]
            return [*numbered, Move(wish.veg[:4], group)]
    raise Fault(UFORSTÅELEG)


def _numbers(path: Path) -> Sequence[str]:
    felt = field_at(path)
    return [f.path[-1] for f in (felt.inside() if felt else ()) if f.om.rolle is NUMMER]
