"""Something new in a plan: what it is called, its number, and the form that the model gives it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bygdeplan.cli.pult.filverdi import has, items_of, keys_of, text_of, value_of
from bygdeplan.cli.pult.linjer import with_breaks
from bygdeplan.cli.pult.ynskje import Ynskje
from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.model.felt import MAX_ID
from bygdeplan.model.lookup import Planfelt, field_at
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.ord.frase import Målform
from bygdeplan.utgave.planskriving import Add, Set, Tekstendring

_WORDS_OF_ID = 4
_PLAIN = str.maketrans("æøåđŋŧ", "aoadnt")
"""Letters that have no part of a–z in them, to the one they are nearest to."""


def added(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """Something new: an item of a list, a card, or what closes a measure.

    An empty key is made of what the new thing is called.
    """
    path, value = wish.veg, filled_in(wish.verdi)
    if path and path[-1] == "":
        path = (*path[:-1], new_id(data, path, wish.verdi))
    if len(path) < 2 or not str(path[-1]).strip():
        raise Fault("Skriv kva det nye skal heite.")
    if value_of(data, path) is not None and not isinstance(path[-1], int):
        raise Fault(f"«{path[-1]}» finst alt. Skriv eit anna namn.")
    if path[-1] in MERKESLAG:
        raise Fault(f"«{path[-1]}» er eit merke i planfila. Skriv eit anna namn.")
    return [*closing(data, path), *as_the_model_has_it(data, path, value)]


def filled_in(value: Data) -> Data:
    """What is asked for, without what is left empty."""
    if isinstance(value, dict):
        return {
            name: part
            for name, part in value.items()
            if isinstance(part, list) or text_of(part).strip()
        }
    return {} if value is None else value or None


def as_the_model_has_it(data: Data, path: Path, value: Data) -> Iterator[Tekstendring]:
    """The new thing, short where it can be, with a list where the model has one."""
    felt = field_at(path)
    if felt and felt.del_ and isinstance(value, dict):
        whole = {
            name: _as_field(inner, value[name])
            for inner in felt.inside()
            if (name := inner.path[-1]) in value
        }
        short = felt.del_.OM_DELEN.kortform
        yield put(data, path, whole[short] if short and [*whole] == [short] else whole)
    else:
        yield put(data, path, value)


def in_lines(path: Path, text: str, before: str = "") -> str:
    """A text as it is to stand in the file: a long one in lines, as the one that was there."""
    felt = field_at(path)
    return with_breaks(text, before or None) if felt and felt.is_prose else text


def put(data: Data, path: Path, value: Data) -> Tekstendring:
    """What is to stand at a place, whether something stands there or not; a new item in a list."""
    is_there = has(data, path) and not isinstance(path[-1], int)
    return Set(path, value) if is_there else Add(path, value)


def _as_field(felt: Planfelt, value: Data) -> Data:
    if isinstance(value, str) and any(item.is_in_list for item in felt.inside()):
        return [value]
    return with_breaks(value, None) if isinstance(value, str) and felt.is_prose else value


def closing(data: Data, path: Path) -> Iterator[Tekstendring]:
    """What closes a thing sets the field of it that says whether it is closed."""
    felt, around = field_at(path), field_at(path[:-1])
    if felt and around and felt.om.ved_slutt and felt.del_:
        for beside in around.inside():
            for closed in beside.om.closed_by:
                there = (*path[:-1], beside.path[-1])
                if text_of(value_of(data, there)) != closed:
                    yield put(data, there, closed)


def next_number(data: Data, path: Path) -> str:
    """The number after those of the things beside."""
    told = [text_of(value_of(thing, ("nr",))) for _, thing in items_of(value_of(data, path[:-1]))]
    return str(max((int(each) for each in told if each.isdecimal()), default=0) + 1)


def new_id(data: Data, path: Path, value: Data, taken: Sequence[str] = ()) -> str:
    """An id that no thing of the kind has, made of what the new one is called."""
    called = value if isinstance(value, dict) else {}
    name = text_of(called.get("tittel") or called.get("namn"))
    if not name.strip():
        raise Fault("Skriv kva det nye skal heite.")
    made = id_of(name)
    known = {*taken, *keys_of(value_of(data, path[:-1]))}
    if len(path) > 3:
        known |= {str(way[-1]) for way in ways_to(data, path)}
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


def ways_to(data: Data, path: Path) -> Iterator[Path]:
    """Where the things of the same kind lie, in whatever group."""
    for outer, thing in items_of(value_of(data, path[:-3])):
        for key in keys_of(value_of(thing, path[-2:-1])):
            yield (*path[:-3], outer, path[-2], key)
