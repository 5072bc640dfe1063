"""Two texts held against each other: the one engine, whatever a text consists of.

What differs between those who compare is said here, in one place: what a text consists of and what
makes two parts the same (`Måte`, `folded`, `words`), and how much two texts must have in common to
be one text that is changed (`Grense`). With less, the one is taken out and the other is written
anew.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, takewhile, zip_longest
from typing import Generic, TypeVar
from unicodedata import normalize

from bygdeplan.ord.teikn import LIGATURAR, MJUK_BINDESTREK, UTAN_BREIDD

Bit = TypeVar("Bit")
"""What a text consists of: a word, a sign, a paragraph, a block of a page."""


# What is folded

_QUOTES = "«»\u2039\u203a“”„\u201f‘’\u201a\u201b'"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SAME_SIGN = str.maketrans(
    dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(MJUK_BINDESTREK + UTAN_BREIDD, "")
    | LIGATURAR
)


def folded(text: str) -> str:
    """A text as any program may save it again: NFC, with each run of white space as one space."""
    return " ".join(normalize("NFC", text).split())


def plain_signs(text: str) -> str:
    """A text in NFC with the signs programs choose by themselves made one: quotes, and dashes.

    What is not seen is left out, and letters drawn as one are taken apart.
    """
    return normalize("NFC", text).translate(_SAME_SIGN)


def words(text: str) -> list[str]:
    """The words of a text, whoever typed it: white space and `plain_signs` make no difference."""
    return plain_signs(text).split()


# How much must be in common

Heile = Callable[[float, float, float], float]
"""What a share is a part of, from what is common and how much each of the two weighs."""


def _shorter(_common: float, old: float, new: float) -> float:
    return min(old, new)


def _longer(_common: float, old: float, new: float) -> float:
    return max(old, new)


def _mean(_common: float, old: float, new: float) -> float:
    return (old + new) / 2


def _both(common: float, old: float, new: float) -> float:
    return old + new - common


@dataclass(frozen=True)
class Grense:
    """How much of two things must be common for the one to be the other, changed."""

    minst: float
    heile: Heile

    def share(self, common: float, old: float, new: float) -> float:
        """The part that is common, from 0 to 1; all of it when there is nothing to have."""
        whole = self.heile(common, old, new)
        return common / whole if whole else 1

    def holds(self, common: float, old: float, new: float) -> bool:
        """Whether enough is common."""
        return self.share(common, old, new) >= self.minst


# Of the shorter, where a text that has grown is the same text.
I_KVAR_SI_CELLE = Grense(1 / 2, _shorter)
"""Texts shown beside each other: half, for the few words left between others only break them up."""
LISTE = Grense(1 / 3, _shorter)
"""Lists of a page: a third, as for texts of a page."""
SAME_TILTAK = Grense(1 / 5, _shorter)
"""Descriptions of a measure under one id: a fifth, for only what is all but wholly another is told
of as another measure."""
# Of the longer, where what is put in stands between the words that were there.
I_EIN_TEKST = Grense(1 / 3, _longer)
"""Texts shown in one: a third, for with less the words that are left are lost among the others."""
SAME_STAD = Grense(1 / 2, _longer)
"""Sections, and tables by their heads: half, for a wrong pair takes along all that is in it."""
# Of the two together, where neither comes first.
LIKNAR_PUNKT = Grense(3 / 5, _mean)
"""A passage and a decision point: more than half, for points of other cases have words of the trade
in common with ours."""
SAME_SAK = Grense(1 / 2, _both)
"""Titles of cases: half, for they are short, and one body adds a word to what another calls it."""


# What has become of what

Par = tuple[Bit | None, Bit | None]
"""A part of the old and what it has become; one alone is taken out or put in."""


@dataclass(frozen=True)
class Strekk(Generic[Bit]):
    """What follows each other in two texts: the same in both, or the one instead of the other."""

    før: Sequence[Bit]
    etter: Sequence[Bit]
    er_likt: bool

    def with_more(self, more: "Strekk[Bit]") -> "Strekk[Bit]":
        """What is changed, and what stands after it, as one change."""
        return Strekk([*self.før, *more.før], [*self.etter, *more.etter], er_likt=False)


def same_and_other(
    old: Sequence[Bit], new: Sequence[Bit], likskap: Callable[[Bit], Hashable]
) -> list[Strekk[Bit]]:
    """Two texts as stretches, the same and other by turns."""
    before, after = ([likskap(part) for part in text] for text in (old, new))
    # In long texts difflib takes words that stand in every sentence for junk unless told not to.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        Strekk(old[i:j], new[k:m], kind == "equal") for kind, i, j, k, m in matcher.get_opcodes()
    ]


def changed_pairs(
    old: Sequence[Bit], new: Sequence[Bit], likskap: Callable[[Bit], Hashable]
) -> Iterator[Par[Bit]]:
    """What is not the same in two texts, each part with what stands in its place."""
    for strekk in same_and_other(old, new, likskap):
        if not strekk.er_likt:
            yield from zip_longest(strekk.før, strekk.etter)


def in_common(old: Sequence[Bit], new: Sequence[Bit], likskap: Callable[[Bit], Hashable]) -> int:
    """How many parts stand in both, in the same order."""
    return sum(len(strekk.før) for strekk in same_and_other(old, new, likskap) if strekk.er_likt)


@dataclass(frozen=True)
class Måte(Generic[Bit]):
    """How running text is compared by those who show what is changed within it."""

    grense: Grense
    likskap: Callable[[Bit], Hashable]
    vekt: Callable[[Bit], int]
    øy: int = 0
    """What weighs less, between two changes, is made part of the change."""

    def compare(self, old: Sequence[Bit], new: Sequence[Bit]) -> list[Strekk[Bit]]:
        """Two texts as stretches, the same and other by turns; one when it is written anew."""
        stretches = self._without_islands(same_and_other(old, new, self.likskap))
        kept = sum(self._weight(strekk.før) for strekk in stretches if strekk.er_likt)
        if self.grense.holds(kept, self._weight(old), self._weight(new)):
            return stretches
        return [Strekk(old, new, er_likt=False)]

    def _without_islands(self, stretches: Sequence[Strekk[Bit]]) -> list[Strekk[Bit]]:
        joined: list[Strekk[Bit]] = []
        last = len(stretches) - 1
        for place, strekk in enumerate(stretches):
            is_island = strekk.er_likt and 0 < place < last and self._weight(strekk.før) < self.øy
            if joined and not joined[-1].er_likt and (is_island or not strekk.er_likt):
                joined.append(joined.pop().with_more(strekk))
            else:
                joined.append(strekk)
        return joined

    def _weight(self, parts: Sequence[Bit]) -> int:
        return sum(map(self.vekt, parts))


_MOST_WEIGHED = 100_000
"""Pairs that are weighed against each other at a time: three hundred parts against as many."""


def best_pairs(
    old: Sequence[Bit],
    new: Sequence[Bit],
    likskap: Callable[[Bit], Hashable],
    affinity: Callable[[Bit, Bit], float],
) -> list[Par[Bit]]:
    """Which part of the old has become which of the new, both in their order.

    Parts that stand once in each and are the same hold the others in place; between them, those are
    paired that together have the largest affinity. Those of affinity 0 are never paired, and none
    are where there is more to weigh than anybody would see a likeness in.
    """
    keys = ([likskap(part) for part in parts] for parts in (old, new))
    pairs: list[Par[Bit]] = []
    for before, after, held in _around(old, new, _anchors(*keys)):
        few = len(before) * len(after) <= _MOST_WEIGHED
        table = [[affinity(one, other) for other in after] for one in before] if few else []
        for gone, come, paired in _around(before, after, list(_largest_sum(table))):
            pairs += [(part, None) for part in gone]
            pairs += [(None, part) for part in come]
            pairs += paired
        pairs += held
    return pairs


Plass = tuple[int, int]
"""Where a part stands in the old, and where in the new."""


def _around(
    old: Sequence[Bit], new: Sequence[Bit], places: Sequence[Plass]
) -> Iterator[tuple[Sequence[Bit], Sequence[Bit], list[Par[Bit]]]]:
    """What stands before each of some pairs, with the pair; at last what stands after them."""
    i = j = 0
    for k, m in [*places, (len(old), len(new))]:
        yield old[i:k], new[j:m], list(zip(old[k : k + 1], new[m : m + 1], strict=True))
        i, j = k + 1, m + 1


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Plass]:
    """Where parts stand that occur once in each, as many as are in the same order."""
    places = {key: j for j, key in enumerate(new)}
    counts = Counter(old), Counter(new)
    common = [
        (i, places[key]) for i, key in enumerate(old) if all(count[key] == 1 for count in counts)
    ]
    return _longest_rising(common)


def _longest_rising(places: Sequence[Plass]) -> list[Plass]:
    """The longest part of some places in which both numbers rise; the first ones rise already."""
    ends: list[int] = []
    chains: list[list[Plass]] = []
    for i, j in places:
        length = bisect_left(ends, j)
        chain = [*(chains[length - 1] if length else []), (i, j)]
        ends[length : length + 1] = [j]
        chains[length : length + 1] = [chain]
    return chains[-1] if chains else []


def _largest_sum(affinity: Sequence[Sequence[float]]) -> Iterator[Plass]:
    """Rows and columns of a table, each used once and in order, with the largest sum."""
    rows, columns = len(affinity), len(affinity[0]) if affinity else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = affinity[i][j] + best[i + 1][j + 1] if affinity[i][j] else 0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < rows and j < columns:
        if affinity[i][j] and best[i][j] == affinity[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


# What was done to a text


@dataclass(frozen=True)
class Inngrep(Generic[Bit]):
    """Parts that follow each other and what became of them: others, none, or another place."""

    før: Sequence[Bit] = ()
    etter: Sequence[Bit] = ()
    er_flytt: bool = False


def edits_between(
    old: Sequence[Bit],
    new: Sequence[Bit],
    likskap: Callable[[Bit], Hashable],
    ordlyd: Callable[[Bit], Hashable],
    affinity: Callable[[Bit, Bit], float],
) -> Iterator[Inngrep[Bit]]:
    """What was done to a text, told as few things: a part for a part, and stretches out, in, moved.

    `likskap` is all of a part that counts, `ordlyd` what it is known again by when that differs.
    """
    others = [each for each in same_and_other(old, new, likskap) if not each.er_likt]
    moved = {likskap(part) for each in others for part in each.før}
    moved &= {likskap(part) for each in others for part in each.etter}

    def staying(one: Bit, other: Bit) -> float:
        return 0 if moved & {likskap(one), likskap(other)} else affinity(one, other)

    done: list[Inngrep[Bit]] = []
    for each in others:
        pairs: list[Par[Bit]] = best_pairs(each.før, each.etter, ordlyd, staying)
        done += _stretches(pairs)
    return _Flytting(done, likskap).told()


def _stretches(pairs: Sequence[Par[Bit]]) -> Iterator[Inngrep[Bit]]:
    """Pairs, each by itself, and what is taken out, or put in, together."""
    gone: list[Bit] = []
    come: list[Bit] = []
    for one, other in [*pairs, (None, None)]:
        if one is not None and other is None and not come:
            gone.append(one)
        elif other is not None and one is None and not gone:
            come.append(other)
        else:
            if gone or come:
                yield Inngrep(gone, come)
            gone = [] if one is None or other is not None else [one]
            come = [] if other is None or one is not None else [other]
            if one is not None and other is not None:
                yield Inngrep([one], [other])


class _Flytting(Generic[Bit]):
    """Finds what is taken out at one place and put in at another."""

    def __init__(self, done: Sequence[Inngrep[Bit]], likskap: Callable[[Bit], Hashable]) -> None:
        self._done = done
        self._likskap = likskap
        self._claimed: set[Plass] = set()
        self._come: dict[Hashable, list[Plass]] = {}
        for nr, each in enumerate(done):
            for at, part in enumerate(() if each.før else each.etter):
                self._come.setdefault(likskap(part), []).append((nr, at))

    def told(self) -> Iterator[Inngrep[Bit]]:
        """All that was done, in order; what is moved stands where it was."""
        gone = [[each] if each.etter else [*self._find_again(each.før)] for each in self._done]
        for nr, each in enumerate(self._done):
            yield from gone[nr] if each.før else self._unclaimed(nr, each.etter)

    def _find_again(self, gone: Sequence[Bit]) -> Iterator[Inngrep[Bit]]:
        start = at = 0
        while at < len(gone):
            arrived = self._claim(gone[at:])
            if arrived and start < at:
                yield Inngrep(gone[start:at])
            if arrived:
                yield Inngrep(gone[at : at + len(arrived)], arrived, er_flytt=True)
            at += len(arrived) or 1
            start = at if arrived else start
        if start < at:
            yield Inngrep(gone[start:])

    def _claim(self, gone: Sequence[Bit]) -> Sequence[Bit]:
        """As many as are put in together, and begin with the first of these."""
        places = self._come.get(self._likskap(gone[0]), [])
        while places and places[0] in self._claimed:
            places.pop(0)
        if not places:
            return ()
        nr, start = places[0]
        come = self._done[nr].etter[start:]
        keys = ([self._likskap(part) for part in parts] for parts in (gone, come))
        new = ((nr, start + at) for at in range(_alike(*keys)))
        claimed = [*takewhile(lambda place: place not in self._claimed, new)]
        self._claimed |= {*claimed}
        return come[: len(claimed)]

    def _unclaimed(self, nr: int, come: Sequence[Bit]) -> Iterator[Inngrep[Bit]]:
        free = groupby(enumerate(come), key=lambda each: (nr, each[0]) not in self._claimed)
        for is_free, group in free:
            if is_free:
                yield Inngrep((), [part for _, part in group])


# Where two texts part


def parting(old: Sequence[Bit], new: Sequence[Bit], around: int) -> tuple[slice, slice]:
    """Of two texts what stands from the first that differs to the last, and a few around it."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    first, left_out = max(start - around, 0), max(end - around, 0)
    return slice(first, len(old) - left_out), slice(first, len(new) - left_out)


def _alike(some: Sequence[Bit], others: Sequence[Bit]) -> int:
    """How many parts two texts begin with alike."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
