"""Whatever is wished for at the addresses stands in the file afterwards, and all else as it was.

What the file is to say is made of what it said, without looking at how it is done.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from functools import cache, reduce
from pathlib import Path as FilePath
from random import Random
from typing import Any, NamedTuple

import pytest
from starlette.types import ASGIApp

from bygdeplan.cli.pult.framsyning import Framsyning
from bygdeplan.cli.pult.redigering import Redigering
from bygdeplan.documents.prose import render_prose
from bygdeplan.load.data import Data
from bygdeplan.model.lookup import Planfelt, field_at, known_keys
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.model.plan import Plan
from bygdeplan.utgave.planskriving import Add, Move, Remove, Set, Tekstendring
from tests.cli.pult.asking import Svar, ask
from tests.editing import (
    BOM,
    TEXTS,
    changed,
    lines_of,
    losable,
    numbered,
    opened,
    paths,
    root_of,
    sprinkled,
    touchable,
    tree_of,
    with_ends,
)
from tests.plans import ROOT

EDITS = int(os.environ.get("EDITS", "60"))
"""How many wishes are sent; `make edits` sends ten thousand."""
IN_TURN = 20


class Wish(NamedTuple):
    """What is sent to an address, and the changes that it is to come to."""

    way: str
    path: Path
    edits: tuple[Tekstendring, ...]
    more: dict[str, Any]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(EDITS // IN_TURN))
def test_whatever_is_wished_for_stands_in_the_file_and_all_else_as_it_was(
    tmp_path: FilePath, seed: int
) -> None:
    random = Random(seed)  # noqa: S311  # the same draws each time are what is wanted
    plan = tmp_path / "2031.yaml"
    plan.write_bytes(laid_out(seed))
    app, kept = Redigering(Framsyning(plan), lambda: None).app, [plan.read_bytes()]
    seal = json.loads(send(app, "felt", "", ("år",), verdi="").text)["sett"]
    for _ in range(IN_TURN):
        if len(kept) > 1 and random.random() < 0.2:
            seal = taken_back(app, seal, plan, kept)
            continue
        wish = drawn(tree_of(root_of(kept[-1])), random)
        answer = send(app, wish.way, seal, wish.path, **wish.more)
        after = plan.read_bytes()
        if answer.status == 422 and "har merknader" in answer.text:
            assert after == kept[-1]
            continue
        assert answer.status == 200, (wish, answer.text)
        look_through(kept[-1], after, wish)
        seal = json.loads(answer.text)["sett"]
        kept += [after] if after != kept[-1] else []
    while len(kept) > 1:
        seal = taken_back(app, seal, plan, kept)


def send(app: ASGIApp, way: str, seal: str, path: Path, **more: object) -> Svar:
    body = json.dumps({"sett": seal, "veg": path, **more}).encode()
    return ask(app, f"http://127.0.0.1:8123/{way}", "POST", body)


def taken_back(app: ASGIApp, seal: str, plan: FilePath, kept: list[bytes]) -> str:
    """Take a step back, and see that the bytes are those before it."""
    answer = send(app, "angre", seal, ())
    assert answer.status == 200, answer.text
    kept.pop()
    assert plan.read_bytes() == kept[-1]
    return str(json.loads(answer.text)["sett"])


@cache
def laid_out(seed: int) -> bytes:
    """A plan as it is; one in both forms with comments, CRLF and a BOM; one with open brackets."""
    random = Random(seed)  # noqa: S311  # as above
    cases = ROOT / "tests" / "cases"
    match seed % 3:
        case 0:
            return (ROOT / "plans" / "2026.yaml").read_bytes()
        case 1:
            data = (cases / "midtfjorden" / "plans" / "2031.yaml").read_bytes()
            return BOM + with_ends(sprinkled(data, random), "\r\n", random)
        case _:
            data = (cases / "toppdalen" / "plans" / "2031.yaml").read_bytes()
            return opened(data, random).rstrip(b"\n")


# ── What must hold ──


def flowing(tree: Data, path: Path = ()) -> Data:
    """What a plan says, its long texts as documents show them: their lines are the file's own."""
    match tree:
        case dict():
            return {key: flowing(part, (*path, key)) for key, part in tree.items()}
        case list():
            return [flowing(item, (*path, at)) for at, item in enumerate(tree)]
        case str() if (felt := field_at(path)) and felt.is_prose:
            return " ".join((render_prose(tree) or "").split())
    return tree


def look_through(before: bytes, after: bytes, wish: Wish) -> None:
    """See that a wish came to its change, and to no more."""
    was, now = tree_of(root_of(before)), tree_of(root_of(after))
    wanted = reduce(changed, wish.edits, was)
    assert flowing(now) == flowing(wanted), wish
    if wish.way in MOVES:
        assert order(now, wanted) == order(wanted, now), wish
    else:
        assert order(now, was) == order(was, now), wish
    for edit in wish.edits if wish.way not in MOVES else ():
        group = edit.path[:-1]
        assert is_as_in_model(now, group) or not is_as_in_model(was, group), wish
    left = iter(without_end(after))
    allowed = {line for edit in wish.edits for line in touchable(before, edit)}
    for at, line in enumerate(without_end(before)):
        assert at in allowed or line in left, (wish, at + 1, line)
    assert after.startswith(BOM) == before.startswith(BOM)
    assert ends(after) == ends(before), wish
    comments, still = numbered(before.decode()), numbered(after.decode())
    assert len(still) == len(set(still)), wish
    lost = {number for edit in wish.edits for number in losable(before, edit)}
    assert set(comments) - set(still) <= lost, wish


MOVES = ("flytt", "flytt-til")


def without_end(data: bytes) -> list[bytes]:
    """The lines; the last without its end where the file has none."""
    return [line.rstrip(b"\r\n") for line in lines_of(data)]


def ends(data: bytes) -> tuple[set[bytes], bool]:
    """How the lines end, and whether the last does."""
    return set(re.findall(b"\r\n|\r|\n", data)), data.endswith((b"\r", b"\n"))


def order(tree: Data, other: Data) -> list[object]:
    """The keys of groups, marks apart, that another tree has too, in order."""
    if isinstance(tree, dict) and isinstance(other, dict):
        names = [name for name in tree if name in other and name not in MERKESLAG]
        return [(name, order(tree[name], other[name])) for name in names]
    if isinstance(tree, list) and isinstance(other, list) and len(tree) == len(other):
        return [order(one, another) for one, another in zip(tree, other, strict=True)]
    return []


def is_as_in_model(tree: Data, group: Path) -> bool:
    """Whether the keys of a group that the model knows stand in its order."""
    names = found(tree, group)
    there = [name for name in known_keys(Plan, group) if isinstance(names, dict) and name in names]
    return there == [name for name in unmarked(names) if name in there]


# ── What is wished for ──

WORDS = [text for text in TEXTS if not text.startswith("\n") and "•" not in text]
"""Those that are written as they are sent."""
FORMS = ("nynorsk", "bokmål")


def drawn(tree: Data, random: Random) -> Wish:
    """Something that can be done on a page."""
    while True:
        wish = random.choice(DRAWS)(tree, random)
        if wish:
            return wish


def drawn_text(tree: Data, random: Random) -> Wish:
    path, text = random.choice(texts(tree)), random.choice(WORDS)
    return Wish("felt", path, set_to(tree, path, text), {"verdi": text})


def drawn_form(tree: Data, random: Random) -> Wish | None:
    """A text that was in one form, in that or in the other."""
    alone = [path for path in texts(tree) if path[-1] not in FORMS and has_forms(path)]
    path, form = random.choice(alone), random.choice(FORMS)
    text = random.choice(("", *WORDS))
    main = found(tree, ("målform",)) if found(tree, ("målform",)) in FORMS else "nynorsk"
    first = found(tree, path)
    value: Data = text
    if form != main:
        both = {each: text if each == form else first for each in FORMS}
        value = {each: part for each, part in both.items() if part}
    none = emptied(tree, path) if form == main else ()
    return Wish("felt", (*path, form), set_to(tree, path, value) if text else none, {"verdi": text})


def drawn_new_text(tree: Data, random: Random) -> Wish | None:
    """A text where there was none, in a group that is not there either at times."""
    path: Path = random.choice(groups(tree))
    for _ in range(3):
        names = [name for name in known_keys(Plan, path) if not is_there(tree, (*path, name))]
        if not names:
            return None
        path = (*path, random.choice(names))
        felt = field_at(path)
        if felt and not [*felt.inside()]:
            text = random.choice(WORDS)
            return Wish("felt", path, added(tree, path, text), {"verdi": text})
    return None


def drawn_none(tree: Data, random: Random) -> Wish:
    path = random.choice([path for path in texts(tree) if found(tree, path)])
    return Wish("felt", path, emptied(tree, path), {"verdi": random.choice(("", " \n"))})


def drawn_item(tree: Data, random: Random) -> Wish:
    """An item of a list that is there or not."""
    inner = [(*group, name) for group in groups(tree) for name in known_keys(Plan, group)]
    lists = [path for path in inner if holds(path, in_list=True)]
    path = random.choice([p for p in lists if isinstance(found(tree, p), list | None)])
    there = found(tree, path)
    at = random.randrange(len(there) + 1) if isinstance(there, list) else 0
    return new_thing(tree, (*path, at), random)


def drawn_card(tree: Data, random: Random) -> Wish | None:
    inner = [(*group, name) for group in groups(tree) for name in known_keys(Plan, group)]
    cards = [path for path in inner if holds(path, in_list=False)]
    path = random.choice([p for p in cards if isinstance(found(tree, p), dict | None)])
    name = random.choice((f"ny-{random.randrange(99)}", str(2020 + random.randrange(20)), "å: b"))
    return None if is_there(tree, (*path, name)) else new_thing(tree, (*path, name), random)


def new_thing(tree: Data, path: Path, random: Random) -> Wish:
    felt = field_at(path)
    names = [each.path[-1] for each in felt.inside() if not [*each.inside()]] if felt else []
    things: list[tuple[Data, Data]] = [(None, {})]
    if names:
        name, text = random.choice(names), random.choice(WORDS)
        # What is said of it alone can be said without its name.
        is_short = felt and felt.del_ and felt.del_.OM_DELEN.kortform == name
        things.append(({name: text}, text if is_short else {name: text}))
    elif felt and not [*felt.inside()]:
        word = random.choice(WORDS)
        things = [(word, word), ("", None)] if isinstance(path[-1], str) else [(word, word)]
    sent, value = random.choice(things)
    return Wish("legg-til", path, added(tree, path, value), {"verdi": sent})


def drawn_away(tree: Data, random: Random) -> Wish:
    path = random.choice(known(tree))
    return Wish("ta-bort", path, (Remove(path),), {})


def drawn_step(tree: Data, random: Random) -> Wish | None:
    path, steg = random.choice(known(tree)), random.choice((-1, 1))
    around = found(tree, path[:-1])
    places = range(len(around)) if isinstance(around, list) else ()
    keys: list[str | int] = [*places] or [*unmarked(around)]
    to = keys.index(path[-1]) + steg
    if not 0 <= to < len(keys):
        return None
    after = to + (steg > 0)
    edit = Move(path, None, keys[after] if after < len(keys) else None)
    return Wish("flytt", path, (edit,), {"steg": steg})


def drawn_move(tree: Data, random: Random) -> Wish | None:
    """A measure to another sub-goal, last and with the number after the others."""
    goals = unmarked(found(tree, ("delmål",)))
    ways = [path for path in known(tree) if len(path) == 4 and path[2] == "tiltak"]
    if not ways or len(goals) < 2:
        return None
    path, goal = random.choice(ways), random.choice(goals)
    group = ("delmål", goal, "tiltak")
    if goal == path[1] or is_there(tree, (*group, path[3])) or not is_there(tree, (*path, "nr")):
        return None
    others = found(tree, group)
    if not isinstance(others, dict):
        return None
    beside = [found(tree, (*group, name, "nr")) for name in unmarked(others)]
    number = str(
        max([int(nr) for nr in beside if isinstance(nr, str) and nr.isdecimal()] or [0]) + 1
    )
    numbering = set_to(tree, (*path, "nr"), number)
    return Wish("flytt-til", (*path, "delmål"), (*numbering, Move(path, group)), {"verdi": goal})


def drawn_mark(tree: Data, random: Random) -> Wish | None:
    """A mark on a group or on a key of one, another one, or none."""
    path = random.choice([path for path in known(tree) if isinstance(path[-1], str)])
    slag = random.choice(("", *MERKESLAG))
    edits: list[Tekstendring] = []
    is_group = isinstance(found(tree, path), dict)
    for each in MERKESLAG:
        names = found(tree, (*path[:-1], each))
        if each != slag and is_group and isinstance(found(tree, (*path, each)), str):
            edits.append(Remove((*path, each)))
        if each != slag and isinstance(names, list) and path[-1] in names:
            at = names.index(path[-1])
            edits.append(Remove((*path[:-1], each, *((at,) if len(names) > 1 else ()))))
    where: Path = (*path, slag) if is_group else (*path[:-1], slag)
    there, beside = found(tree, where), found(tree, (*path[:-1], slag))
    is_named = isinstance(beside, list) and path[-1] in beside
    if slag and there not in ("ja", "true") and not is_named:
        if is_group:
            edits += set_to(tree, where, "ja")
        elif isinstance(there, list):
            edits.append(Add((*where, len(there)), str(path[-1])))
        else:
            edits += set_to(tree, where, [str(path[-1])])
    return Wish("merk", path, tuple(edits), {"verdi": slag})


DRAWS: tuple[Callable[[Data, Random], Wish | None], ...] = (
    drawn_text,
    drawn_text,
    drawn_form,
    drawn_new_text,
    drawn_none,
    drawn_item,
    drawn_card,
    drawn_away,
    drawn_step,
    drawn_move,
    drawn_mark,
)


def set_to(tree: Data, path: Path, value: Data) -> tuple[Tekstendring, ...]:
    if not is_there(tree, path) and isinstance(path[-1], str):
        return (Add(path, value),)
    return () if found(tree, path) == value else (Set(path, value),)


def added(tree: Data, path: Path, value: Data) -> tuple[Tekstendring, ...]:
    """Something new, with the groups that are not there yet."""
    while len(path) > 1 and found(tree, path[:-1]) is None:
        value = [value] if isinstance(path[-1], int) else {str(path[-1]): value}
        path = path[:-1]
    return (Set(path, value) if is_there(tree, path) else Add(path, value),)


def emptied(tree: Data, path: Path) -> tuple[Tekstendring, ...]:
    """A card stays, empty; a text goes with the groups that it is alone in."""
    felt = field_at(path)
    if felt and felt.is_item and not felt.is_in_list:
        return (Set(path, None),)
    while len(path) > 1 and isinstance(around := found(tree, path[:-1]), dict):
        group = field_at(path[:-1])
        if len(unmarked(around)) > 1 or group is None or group.is_item:
            break
        path = path[:-1]
    return (Remove(path),)


# ── What there is ──


def found(tree: Data, path: Path) -> Data:
    """What lies at a path; None for nothing."""
    for key in path:
        if isinstance(tree, dict):
            tree = tree.get(str(key))
        elif isinstance(tree, list) and isinstance(key, int):
            tree = tree[key]
        else:
            return None
    return tree


def is_there(tree: Data, path: Path) -> bool:
    around = found(tree, path[:-1])
    return isinstance(around, dict) and str(path[-1]) in around


def unmarked(around: Data) -> list[str]:
    return [name for name in around or () if isinstance(name, str) and name not in MERKESLAG]


def known(tree: Data) -> list[Path]:
    """All that the model knows."""
    return [
        path
        for path in paths(tree)
        if not any(key in MERKESLAG for key in path) and field_at(path) is not None
    ]


def texts(tree: Data) -> list[Path]:
    return [path for path in known(tree) if isinstance(found(tree, path), str | None)]


def groups(tree: Data) -> list[Path]:
    return [(), *(path for path in known(tree) if isinstance(found(tree, path), dict))]


def has_forms(path: Path) -> bool:
    felt = field_at(path)
    return felt is not None and (felt.is_prose or felt.is_text)


def holds(path: Path, *, in_list: bool) -> bool:
    """Whether the model has a list, or cards, at a path."""
    return any(each.is_item and each.is_in_list is in_list for each in inside(path))


def inside(path: Path) -> Iterator[Planfelt]:
    felt = field_at(path)
    yield from felt.inside() if felt else ()
