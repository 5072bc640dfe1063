"""What an author wishes for on the page → the changes in the text of the plan that it takes."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bygdeplan.cli.pult.filverdi import form_of, has, items_of, keys_of, text_of, value_of
from bygdeplan.cli.pult.skriving import Filsegl
from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.load.text import MAX_BYTES
from bygdeplan.model.felt import MAX_ID
from bygdeplan.model.lookup import Planfelt, field_at
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.model.om import NUMMER
from bygdeplan.ord.frase import MÅLFORMER, Målform
from bygdeplan.ord.teikn import pasted
from bygdeplan.utgave.planskriving import Add, Move, Remove, Set, Tekstendring

UFORSTÅELEG = "Sida og programmet forstår ikkje kvarandre. Last sida på nytt."
_WORDS_OF_ID = 4
_PLAIN = str.maketrans("æøåđŋŧ", "aoadnt")
"""Letters that have no part of a–z in them, to the one they are nearest to."""


@dataclass(frozen=True)
class Ynskje:
    """What the page wants done."""

    sett: Filsegl
    veg: Path = ()
    verdi: Data = None
    steg: int = 0
    """How many places it is to be moved: 1 is after the next one, -1 before the one before."""

    @classmethod
    def read(cls, body: bytes) -> "Ynskje":
        """What is sent; raises `Fault` when it says nothing that can be done."""
        try:
            sent: Any = json.loads(body) if len(body) <= MAX_BYTES else None
        except (ValueError, RecursionError):
            sent = None
        if isinstance(sent, dict):
            sett, keys = sent.get("sett"), sent.get("veg")
            steg, verdi = sent.get("steg", 0), sent.get("verdi")
            path = _path(keys)
            is_told = isinstance(sett, str) and steg in (-1, 0, 1) and _is_data(verdi)
            if is_told and path is not None:
                # The whole text of a file is meant as it is.
                return cls(str(sett), _known(path), _meant(verdi) if path else verdi, steg)
        raise Fault(UFORSTÅELEG)


def _path(keys: Any) -> Path | None:
    """The keys of a path, rid of what came along; None when it is none."""
    is_path = isinstance(keys, list) and all(type(key) in (str, int) for key in keys)
    return tuple(map(_key, keys)) if is_path else None


def _is_data(value: object) -> bool:
    """Whether it is what a field can say: a text, nothing, or some texts under names."""
    if isinstance(value, dict):
        return all(isinstance(text, str) for text in value.values())
    return value is None or isinstance(value, str)


def _key(key: str | int) -> str | int:
    return " ".join(pasted(key).split("\n")) if isinstance(key, str) else key


def _meant(value: Data) -> Data:
    """What is typed or pasted into a field, rid of what came along."""
    match value:
        case str():
            text = pasted(value).rstrip()
            before = len(text) - len(text.lstrip())
            # How far in the first line stands can tell that it is a point in a list.
            return text[text.rfind("\n", 0, before) + 1 :] if "\n" in text.strip() else text.strip()
        case dict():
            return {name: _meant(text) for name, text in value.items()}
        case _:
            return value


def _known(path: Path) -> Path:
    if path and field_at(path) is None:
        raise Fault(UFORSTÅELEG)
    return path


def written(data: Data, wish: Ynskje, main: Målform) -> Sequence[Tekstendring]:
    """The text of a field; what is emptied is taken away."""
    path = wish.veg
    if not path or not isinstance(wish.verdi, str):
        raise Fault(UFORSTÅELEG)
    if path[-1] in MÅLFORMER and not isinstance(value_of(data, path[:-1]), dict):
        return _first_form(data, path, wish.verdi, main)
    if not is_text(data, path):
        raise Fault("Her står det noko anna enn ein tekst. Rett det i planfila.")
    return _set(data, path, wish.verdi)


def _first_form(data: Data, path: Path, text: str, main: Målform) -> Sequence[Tekstendring]:
    """A text that was in one form alone, or not at all; the main form needs not be named."""
    around, form = path[:-1], form_in(path)
    if form == main:
        return _set(data, around, text)
    if not text.strip():
        return []
    first = form_of(value_of(data, around), main, main)
    both = {each: {main: first, form: text}[each] for each in MÅLFORMER}
    return _set(data, around, {name: text for name, text in both.items() if text})


def _set(data: Data, path: Path, value: Data) -> Sequence[Tekstendring]:
    if isinstance(value, str) and not value.strip():
        return _emptied(data, path)
    return [Set(path, value) if has(data, path) else Add(path, value)]


def _emptied(data: Data, path: Path) -> Sequence[Tekstendring]:
    """A field goes out of the file, with the group that it is alone in; a card stays, empty."""
    if not has(data, path):
        return []
    felt = field_at(path)
    if felt and felt.is_item and not felt.is_in_list:
        return [Set(path, None)]
    while len(path) > 1 and _is_alone(data, path):
        path = path[:-1]
    return [Remove(path)]


def _is_alone(data: Data, path: Path) -> bool:
    around = field_at(path[:-1])
    is_item = around is None or around.is_item
    return not is_item and len(_names_in(value_of(data, path[:-1]))) == 1


def _names_in(group: Data) -> Sequence[str]:
    """The keys of a group, but for its marks."""
    return [name for name in group if name not in MERKESLAG] if isinstance(group, dict) else []


def added(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """Something new: an item of a list, a card, or what closes a measure.

    An empty key is made of what the new thing is called.
    """
    path, value = wish.veg, _filled_in(wish.verdi)
    if path and path[-1] == "":
        path = (*path[:-1], _new_id(data, path, wish.verdi))
    if len(path) < 2 or not str(path[-1]).strip():
        raise Fault("Skriv kva det nye skal heite.")
    if value_of(data, path) is not None and not isinstance(path[-1], int):
        raise Fault(f"«{path[-1]}» finst alt. Skriv eit anna namn.")
    if path[-1] in MERKESLAG:
        raise Fault(f"«{path[-1]}» er eit merke i planfila. Skriv eit anna namn.")
    return [*_closing(data, path), *_as_the_model_has_it(data, path, value)]


def _filled_in(value: Data) -> Data:
    if isinstance(value, dict):
        return {
            name: part
            for name, part in value.items()
            if isinstance(part, list) or text_of(part).strip()
        }
    return {} if value is None else value or None


def _as_the_model_has_it(data: Data, path: Path, value: Data) -> Iterator[Tekstendring]:
    """The new thing, short where it can be, with a list where the model has one."""
    felt = field_at(path)
    if felt and felt.del_ and isinstance(value, dict):
        whole: dict[str, Data] = {
            name: [value[name]]
            if isinstance(value[name], str) and _holds_list(inner)
            else value[name]
            for inner in felt.inside()
            if (name := inner.path[-1]) in value
        }
        short = felt.del_.OM_DELEN.kortform
        yield _put(data, path, whole[short] if short and [*whole] == [short] else whole)
    else:
        yield _put(data, path, value)


def _put(data: Data, path: Path, value: Data) -> Tekstendring:
    is_there = has(data, path) and not isinstance(path[-1], int)
    return Set(path, value) if is_there else Add(path, value)


def _holds_list(felt: Planfelt) -> bool:
    return any(item.is_in_list for item in felt.inside())


def _closing(data: Data, path: Path) -> Iterator[Tekstendring]:
    """What closes a thing sets the field of it that says whether it is closed."""
    felt, around = field_at(path), field_at(path[:-1])
    if felt and around and felt.om.ved_slutt and felt.del_:
        for beside in around.inside():
            for closed in beside.om.closed_by:
                there = (*path[:-1], beside.path[-1])
                if text_of(value_of(data, there)) != closed:
                    yield _put(data, there, closed)


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
        case "":
            raise Fault("Vel korleis tiltaket blei avslutta.")
        case _ if titles:
            raise Fault("Nye tiltak høyrer til når utfallet er «delt i».")
    return added(data, there, main)


def _closed(data: Data, path: Path, value: Data) -> Iterator[Tekstendring]:
    yield from _closing(data, path)
    yield from _as_the_model_has_it(data, path, _filled_in(value))


def divided(data: Data, path: Path, titles: Sequence[str]) -> Sequence[Add]:
    """New measures beside one, which begin as it stands; its money is left for the author."""
    old = value_of(data, path)
    if not isinstance(old, dict):
        raise Fault("Tiltaket finst ikkje i planfila no.")
    begun = {name: part for name, part in old.items() if name in _carried_on(path)}
    begun |= {slag: old[slag] for slag in MERKESLAG if isinstance(old.get(slag), str)}
    number = int(_next_number(data, path))
    ids: list[str] = []
    for title in titles:
        ids.append(_new_id(data, path, {"tittel": title}, ids))
    return [
        Add((*path[:-1], id_), {**begun, "nr": str(number + at), "tittel": title})
        for at, (id_, title) in enumerate(zip(ids, titles, strict=True))
    ]


def _money_moved(data: Data, path: Path, other: str) -> Iterator[Tekstendring]:
    """The budget of a merged measure goes to the other one, but for years it has and accounts."""
    group = next((way for way in _ways_to(data, path) if way[-1] == other), None)
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


def _ways_to(data: Data, path: Path) -> Iterator[Path]:
    """Where the things of the same kind lie, in whatever group."""
    for outer, thing in items_of(value_of(data, path[:-3])):
        for key in keys_of(value_of(thing, path[-2:-1])):
            yield (*path[:-3], outer, path[-2], key)


def _carried_on(path: Path) -> Sequence[str]:
    """What a part of a divided measure has from the whole: what is not reported, nor its money."""
    felt = field_at(path)
    return [
        inner.path[-1]
        for inner in (felt.inside() if felt else ())
        if inner.om.is_decided and not inner.om.ved_slutt and not inner.om.samla
    ]


def _next_number(data: Data, path: Path) -> str:
    """The number after those of the things beside."""
    told = [text_of(value_of(thing, ("nr",))) for _, thing in items_of(value_of(data, path[:-1]))]
    return str(max((int(each) for each in told if each.isdecimal()), default=0) + 1)


def _new_id(data: Data, path: Path, value: Data, taken: Sequence[str] = ()) -> str:
    """An id that no thing of the kind has, made of what the new one is called."""
    called = value if isinstance(value, dict) else {}
    name = text_of(called.get("tittel") or called.get("namn"))
    if not name.strip():
        raise Fault("Skriv kva det nye skal heite.")
    made = id_of(name)
    known = {*taken, *keys_of(value_of(data, path[:-1]))}
    if len(path) > 3:
        known |= {str(way[-1]) for way in _ways_to(data, path)}
    free = (made, *(f"{made[: MAX_ID - 4]}-{at}" for at in range(2, 1000)))
    return next(each for each in free if each not in known)


def id_of(name: str) -> str:
    """The id that a name gives: «Ungdomsskule på nett» → `ungdomsskule-pa-nett`."""
    plain = name.casefold().translate(_PLAIN)
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", letters)
    while words and not words[0][0].isalpha():
        words = words[1:]
    return "-".join(words[:_WORDS_OF_ID])[:MAX_ID].rstrip("-") or "ny"


def taken_away(_data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """An item of a list, or a card."""
    return [Remove(wish.veg)]


def moved(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """An item of a list, or a card, one place up or down."""
    *group, key = wish.veg or ("",)
    around = value_of(data, tuple(group))
    keys = [*range(len(around))] if isinstance(around, list) else [*_names_in(around)]
    if key not in keys:
        raise Fault("Det du vil flytte, står ikkje i planfila no.")
    place = keys.index(key) + wish.steg
    if not 0 <= place < len(keys):
        raise Fault("Det står alt ytst.")
    others = [each for each in keys if each != key]
    return [Move(wish.veg, None, others[place] if place < len(others) else None)]


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
            number = _next_number(data, there)
            numbered = [Set((*there, name), number) for name in _numbers(there)]
            # The number is set before the move, which is what is to be looked up afterwards.
            return [
                *(replace(e, path=(*wish.veg[:4], e.path[-1])) for e in numbered),
                Move(wish.veg[:4], group),
            ]
    raise Fault(UFORSTÅELEG)


def _numbers(path: Path) -> Sequence[str]:
    felt = field_at(path)
    return [f.path[-1] for f in (felt.inside() if felt else ()) if f.om.rolle is NUMMER]


def marked(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """A mark put on a field or a group, another one, or none."""
    path = wish.veg
    slag = wish.verdi or None
    if not path or slag not in (None, *MERKESLAG):
        raise Fault(UFORSTÅELEG)
    edits: list[Tekstendring] = []
    is_group = isinstance(value_of(data, path), dict)
    for each in MERKESLAG:
        edits += _unmarked(data, path, each)
    if slag is None:
        return edits
    names = value_of(data, (*path[:-1], str(slag)))
    if is_group:
        edits.append(Add((*path, str(slag)), "ja"))
    elif isinstance(names, list):
        edits.append(Add((*path[:-1], str(slag), len(names)), str(path[-1])))
    else:
        edits.append(Add((*path[:-1], str(slag)), [str(path[-1])]))
    return edits


def _unmarked(data: Data, path: Path, slag: str) -> Iterator[Tekstendring]:
    inside, beside = (*path, slag), (*path[:-1], slag)
    if isinstance(value_of(data, inside), str):
        yield Remove(inside)
    names = value_of(data, beside)
    if isinstance(names, list) and str(path[-1]) in names:
        yield Remove(beside) if len(names) == 1 else Remove((*beside, names.index(str(path[-1]))))


def spread(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """A bare value made a group, so that more can be said of it."""
    felt = field_at(wish.veg)
    short = felt.del_.OM_DELEN.kortform if felt and felt.del_ else None
    value = value_of(data, wish.veg)
    if short is None or not isinstance(value, str):
        raise Fault(UFORSTÅELEG)
    return [Set(wish.veg, {short: value})]


def is_text(data: Data, path: Path) -> bool:
    """Whether a field of one value says a text there, or nothing."""
    return isinstance(value_of(data, path), str | None)


def form_in(path: Path) -> Målform:
    """The written form that a path ends in."""
    return next(form for form in MÅLFORMER if form == path[-1])


def place_after(edits: Sequence[Tekstendring]) -> Path:
    """Where that which was changed last lies afterwards; empty for nothing."""
    match edits[-1:]:
        case [Set(path) | Add(path)]:
            return path
        case [Move(path, group)] if group is not None:
            return (*group, path[-1])
    return ()


WAYS: Mapping[str, Callable[[Data, Ynskje, Målform], Sequence[Tekstendring]]] = {
    "felt": written,
    "legg-til": added,
    "ta-bort": taken_away,
    "flytt": moved,
    "flytt-til": moved_to,
    "avslutt-tiltak": closed,
    "merk": marked,
    "utvid": spread,
}
"""The addresses that write, each with the changes that a wish there takes."""
