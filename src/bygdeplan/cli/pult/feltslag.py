"""How a field of the model is filled in: on a line, in a choice, as a card, on its own page."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from bygdeplan.cli.pult.filverdi import items_of, title_of, value_of
from bygdeplan.load.data import Data
from bygdeplan.model.felt import Id, JaNei, År
from bygdeplan.model.lookup import Planfelt, field_at, known_keys
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import stor_forbokstav

_LONG_LINE = 70
"""Signs that are read without scrolling in a field of one line."""
_MANY = 12
"""Fields that a card among others has room for."""


class Feltslag(StrEnum):
    """How a field is filled in."""

    LINJE = "linje"
    TEKST = "tekst"
    VAL = "val"
    FORMER = "former"
    """A text in both written forms, a field for each."""
    LISTE = "liste"
    KORT = "kort"
    """Things under ids, years or names, a card for each."""
    GRUPPE = "gruppe"
    SIDE = "side"
    """A thing so large that it is filled in by itself."""
    UVENTA = "uventa"
    """What the file says there cannot stand there, and is mended in the file itself."""


SKRIVNE = (Feltslag.LINJE, Feltslag.TEKST, Feltslag.VAL)
"""Those that are one value."""


class Val(NamedTuple):
    """What can be chosen: what is written in the file, and what the author reads."""

    verdi: str
    tekst: str


def container_of(felt: Planfelt) -> Feltslag | None:
    """What holds other fields; None for what is one value."""
    if felt.del_:
        return Feltslag.GRUPPE
    origins = {get_origin(kind) for kind in felt.kinds}
    return Feltslag.KORT if dict in origins else Feltslag.LISTE if list in origins else None


def is_own_part(felt: Planfelt) -> bool:
    """Whether it is a thing with many fields, or with things that have: it is a part of its own."""
    return felt.is_item and not felt.is_in_list and (_size(felt) > _MANY or _holds_parts(felt))


def _size(felt: Planfelt) -> int:
    """How many fields there are to fill in, but for those of things that lie in it."""
    return sum(_size(inner) if inner.del_ else 1 for inner in felt.inside() if not inner.is_item)


def _holds_parts(felt: Planfelt) -> bool:
    return any(is_own_part(item) for inner in felt.inside() for item in inner.inside())


def slag_of_text(felt: Planfelt, text: str) -> Feltslag:
    """How one value is filled in."""
    if fixed_values(felt) or refers(felt):
        return Feltslag.VAL
    is_long = felt.is_prose or "\n" in text or len(text) > _LONG_LINE
    return Feltslag.TEKST if is_long else Feltslag.LINJE


def refers(felt: Planfelt) -> bool:
    """Whether its value is the id of another thing; of things under ids it is the key that is."""
    return bool(felt.om.til) and (felt.is_in_list or not felt.is_item)


def fixed_values(felt: Planfelt) -> Sequence[str]:
    """What can be chosen, when that is all that can be written."""
    chosen = [_literals(kind) for kind in felt.kinds]
    return [value for values in chosen for value in values] if chosen and all(chosen) else ()


def choices(data: Data, felt: Planfelt, written: str) -> Sequence[Val]:
    """What a value can be chosen among; what is written is one of them, whether it is right or not.

    None where anything can be written.
    """
    fixed = [Val(value, _called(felt, value)) for value in fixed_values(felt)]
    known = fixed or [*referred(data, felt.om.til)]
    if known and written and written not in [each.verdi for each in known]:
        known.append(Val(written, written))
    return known


def _called(felt: Planfelt, value: str) -> str:
    """What a fixed value is called: a key of the file as its field, any other as it is written."""
    named = _field_near(felt.path, value)
    return stor_forbokstav(named.om.namn) if named else value


def keys_to_choose(data: Data, path: Path, felt: Planfelt) -> Sequence[Val] | None:
    """The keys that a new card can have and none has; None where it is written, or made."""
    taken = [key for key, _ in items_of(value_of(data, path))]
    known = [Val(key, stor_forbokstav(key)) for key in known_keys(Plan, path)]
    known = known or [*referred(data, felt.om.til)]
    return [each for each in known if each.verdi not in taken] if known else None


def called(data: Data, path: Path, felt: Planfelt) -> str:
    """What a card is called: what it calls itself, what its key refers to, or its key."""
    key = str(path[-1])
    if key in known_keys(Plan, path[:-1]):
        return stor_forbokstav(key)
    names = {each.verdi: each.tekst for each in referred(data, felt.om.til)}
    return title_of(value_of(data, path)) or names.get(key, key)


def is_named_by_id(felt: Planfelt) -> bool:
    """Whether its things lie under ids, which are made of what they are called."""
    keys = [get_args(kind)[0] for kind in felt.kinds if get_origin(kind) is dict]
    return keys == [Id] and not felt.om.til


def key_written(felt: Planfelt, taken: Sequence[str], year: str) -> tuple[str, str]:
    """What a key that is written is called, and the one that is likely: the next year."""
    if not any(get_args(kind)[0] == År for kind in felt.kinds if get_origin(kind) is dict):
        return "Namn", ""
    years = [int(key) + 1 for key in taken if key.isdecimal()]
    return "År", str(max(years)) if years else year


def referred(data: Data, groups: Sequence[str]) -> Sequence[Val]:
    """The things of a plan that an id in a field can refer to, by what the model calls them."""
    found = (each for group in groups for path in _PLACES[group] for each in _things(data, path))
    return [Val(id_, title_of(thing) or id_) for id_, thing in found]


# Most findings are as they were before a field was saved.
@lru_cache(maxsize=4096)
def said_of_fields(text: str, path: Path) -> str:
    """What a finding at a place says, for one who sees fields and no file: the names of fields."""

    def named(found: re.Match[str]) -> str:
        name = f"«{_name_near(path, found['key'])}»"
        match found.groupdict().get("value"):
            case None | "…":
                return f"{'Fyll ut ' if found.groupdict().get('verb') else ''}{name}"
            case value:
                return f"{found['verb'] or ''}«{value}» i {name}"

    def written(found: re.Match[str]) -> str:
        return named(found) if _field_near(path, found["key"]) else found[0]

    text = text.replace("Legg til ei linje «", "Skriv «")
    return _IN_BACKTICKS.sub(named, _WRITTEN.sub(written, text))


_WRITTEN = re.compile(r"(?P<verb>Skriv )?«(?P<key>\w+): (?P<value>[^»]+)»")
_IN_BACKTICKS = re.compile(r"`(?P<key>[^`]+)`")


def _name_near(path: Path, key: str) -> str:
    felt = _field_near(path, key)
    return stor_forbokstav(felt.om.namn) if felt else key


def _field_near(path: Path, key: str) -> Planfelt | None:
    """The field that a word means: one on the way to a place, else the nearest beside or in it."""
    around = [path[:length] for length in range(len(path), -1, -1)]
    on_the_way = [each for each in around if each[-1:] == (key,)]
    places = on_the_way[:1] or [(*each, key) for each in around]
    return next((f for each in places if (f := field_at(each)) and not f.is_item), None)


_PLACES: dict[str, Sequence[Path]] = {
    "kommunar": [("kommunar",)],
    "partar": [("avtale", "samarbeidspartar"), ("kommunar",)],
    "delmål": [("delmål",)],
    "tiltak": [("delmål", "*", "tiltak")],
    "fordelingsnøklar": [("budsjett", "fordelingsnøklar")],
}
"""Where those lie that the model says that an id refers to (`Om.til`)."""


def _things(data: Data, path: Path) -> Iterator[tuple[str, Data]]:
    if "*" not in path:
        yield from items_of(value_of(data, path))
        return
    at = path.index("*")
    for _, thing in items_of(value_of(data, path[:at])):
        yield from _things(thing, path[at + 1 :])


def _literals(kind: Any) -> Sequence[str]:
    if kind == JaNei:
        return ("ja", "nei")
    if get_origin(kind) is Annotated:
        return _literals(get_args(kind)[0])
    return [str(value) for value in get_args(kind)] if get_origin(kind) is Literal else ()
