"""Ten pilots for measuring: plans of different size, with kommunar, names and sums of their own.

All are made of one plan, so what the pilots are to measure is what people write. Nothing in them
is anybody's: kommunar and people have numbers for names.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.scaled import Raw, enriched, read_raw, scaled, write_raw
from bygdeplan.model.tal import read_amount, read_whole_number

PILOTS = range(1, 11)
"""The ten of the national scheme."""


def write_pilot(sources: Sequence[Path], number: int, folder: Path) -> Path:
    """One pilot's folder, with a plan for each of the given ones; the path of the folder.

    Pilots have 2 to 6 kommunar, as many measures as the plan they are made of or twice as many, and
    up to ten times the money in each.
    """
    for source in sources:
        write_raw(pilot(read_raw(source), number), folder / "plans" / source.name)
    return folder


def pilot(plan: Raw, number: int) -> Raw:
    """The plan, which is changed, as that of a pilot by its number."""
    kept = [*plan["kommunar"]][: 2 + number % 5]
    words = dict(_new_words(plan, number))
    _leave_out(plan, kept)
    made: Raw = _reworded(scaled(enriched(plan, number), 1 + number % 2), words)
    return made


def _new_words(plan: Raw, number: int) -> Iterator[tuple[str, str]]:
    """What the pilot, its kommunar and its people are called → what they are called here."""
    yield plan["avtale"]["pilot"], f"Pilot {number}"
    for nr, (id_, kommune) in enumerate(plan["kommunar"].items(), 1):
        yield id_, f"kommune-{number}-{nr}"
        yield kommune["namn"], f"Kommune {number}-{nr}"
        yield kommune["nummer"], f"{9000 + 10 * number + nr}"
    for nr, name in enumerate(dict.fromkeys(_people(plan)), 1):
        yield name, f"Namn {number}-{nr}"


def _people(plan: Raw) -> Iterator[str]:
    for someone in plan["organisering"].values():
        for each in someone if isinstance(someone, list) else [someone]:
            if isinstance(each, dict):
                yield each["namn"]
    for kommune in plan["kommunar"].values():
        if "kommunedirektør" in kommune:
            yield kommune["kommunedirektør"]


def _reworded(part: Any, words: Mapping[str, str]) -> Any:
    """A part of a plan with other words for some, in keys too."""
    # A name can begin a longer one, as that of a council for the pilot.
    known = re.compile(rf"\b({'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})")

    def reworded(value: Any) -> Any:
        match value:
            case dict():
                return {reworded(key): reworded(each) for key, each in value.items()}
            case list():
                return [reworded(each) for each in value]
            case _:
                return known.sub(lambda found: words[found[1]], value)

    return reworded(part)


def _leave_out(plan: Raw, kept: Sequence[str]) -> None:
    """Take away the kommunar that are not kept; the first one pays what they paid."""
    gone = [id_ for id_ in plan["kommunar"] if id_ not in kept]
    named = {f"{plan['kommunar'].pop(id_)['namn']} kommune" for id_ in gone}
    agreement = plan["avtale"]
    agreement["partar"] = [part for part in agreement["partar"] if part not in named]
    for key in plan["budsjett"]["fordelingsnøklar"].values():
        key["delar"] = {id_: share for id_, share in key["delar"].items() if id_ in kept}
    for shares in _found("fordeling", plan):
        for share in [shares.pop(id_) for id_ in gone if id_ in shares]:
            _add(shares.setdefault(kept[0], {}), share)


def _found(name: str, part: Any) -> Iterator[Raw]:
    """Every group of a name within a part of a plan."""
    for each in part.values() if isinstance(part, dict) else part:
        if isinstance(each, (dict, list)):
            yield from _found(name, each)
    if isinstance(part, dict) and name in part:
        yield part[name]


def _add(share: Raw, more: Raw) -> None:
    for name, read in (("beløp", read_amount), ("timar", read_whole_number)):
        if name in more:
            share[name] = str(read(share.get(name, "0")) + read(more[name]))
