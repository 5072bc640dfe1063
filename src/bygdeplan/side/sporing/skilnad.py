"""What two texts or two rows of blocks have in common."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bygdeplan.side.sporing.blokk import SEKSJON, Blokk
from bygdeplan.side.sporing.ord import Ord

Par = tuple[Blokk | None, Blokk | None]
"""A block of the old page and what it has become; one alone is taken out or put in."""
Stykke = tuple[Sequence[Ord], Sequence[Ord]]
"""A piece of the old text and what it has become: the same words, or others."""

_IN_COMMON = 1 / 3
"""With less of a text in common, it is read more easily as one taken out and another put in."""
_SECTION_IN_COMMON = 1 / 2
_LISTS = ("ul", "ol", "dl")
_FEW_LETTERS = 4
"""So little between two changes only breaks up what is read: «av», «og»."""


def compare_words(old: Sequence[Ord], new: Sequence[Ord]) -> list[Stykke]:
    """The pieces of two texts, alike and changed by turns."""
    pieces = _without_islands(_pieces(old, new))
    kept = sum(_letters(before) for before, after in pieces if _alike(before, after))
    if kept < _IN_COMMON * max(_letters(old), _letters(new)):
        return [(old, new)]
    return pieces


def _pieces(old: Sequence[Ord], new: Sequence[Ord]) -> list[Stykke]:
    matcher = SequenceMatcher(
        a=[word.likskap for word in old], b=[word.likskap for word in new], autojunk=False
    )
    return [(old[i:j], new[k:m]) for _, i, j, k, m in matcher.get_opcodes()]


def _without_islands(pieces: Sequence[Stykke]) -> list[Stykke]:
    """The pieces with a few letters alike between two changes made part of the change."""
    joined: list[Stykke] = []
    for i, (old, new) in enumerate(pieces):
        is_island = 0 < i < len(pieces) - 1 and _letters(old) < _FEW_LETTERS
        if joined and (
            (_alike(old, new) and is_island) or not (_alike(old, new) or _alike(*joined[-1]))
        ):
            before, after = joined.pop()
            joined.append(([*before, *old], [*after, *new]))
        else:
            joined.append((old, new))
    return joined


def _alike(old: Sequence[Ord], new: Sequence[Ord]) -> bool:
    return [word.likskap for word in old] == [word.likskap for word in new]


def _letters(words: Sequence[Ord]) -> int:
    return sum(word.bokstavar for word in words)


# Blocks


def align(old: Sequence[Blokk], new: Sequence[Blokk]) -> list[Par]:
    """Which block of the old page has become which of the new, both in their order.

    Blocks that stand once in each and are alike hold the others in place; between them, those are
    paired that together have the most in common.
    """
    pairs: list[Par] = []
    i = j = 0
    for k, m in [*_anchors(old, new), (len(old), len(new))]:
        pairs += _align_between(old[i:k], new[j:m])
        pairs += zip(old[k : k + 1], new[m : m + 1], strict=True)
        i, j = k + 1, m + 1
    return pairs


def _anchors(old: Sequence[Blokk], new: Sequence[Blokk]) -> list[tuple[int, int]]:
    """Where blocks stand that occur once in each, as many as are in the same order."""
    places = {block.likskap: j for j, block in enumerate(new)}
    counts = [Counter(block.likskap for block in blocks) for blocks in (old, new)]
    common = [
        (i, places[block.likskap])
        for i, block in enumerate(old)
        if all(count[block.likskap] == 1 for count in counts)
    ]
    return _longest_rising(common)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of some pairs in which both numbers rise; the first ones rise already."""
    ends: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for i, j in pairs:
        length = bisect_left(ends, j)
        chain = [*(chains[length - 1] if length else []), (i, j)]
        ends[length : length + 1] = [j]
        chains[length : length + 1] = [chain]
    return chains[-1] if chains else []


def _align_between(old: Sequence[Blokk], new: Sequence[Blokk]) -> list[Par]:
    paired = _best_pairs([[_affinity(one, other) for other in new] for one in old])
    pairs: list[Par] = []
    i = j = 0
    for k, m in [*paired, (len(old), len(new))]:
        pairs += [(block, None) for block in old[i:k]]
        pairs += [(None, block) for block in new[j:m]]
        pairs += zip(old[k : k + 1], new[m : m + 1], strict=True)
        i, j = k + 1, m + 1
    return pairs


def _best_pairs(affinity: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
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


def _affinity(old: Blokk, new: Blokk) -> float:
    """How much two blocks have in common, from 0 to 1; 0 when the one has not become the other."""
    if old.slag != new.slag:
        return 0
    if old.likskap == new.likskap or new.tag == "h1" or new.er_innhaldsliste:
        return 1
    if new.er_fakta and old.delar[0].likskap != new.delar[0].likskap:
        return 0
    least = _SECTION_IN_COMMON if new.tag == SEKSJON else _IN_COMMON
    pairs = [(_name(old), _name(new))]
    share = max(_share(*pair) for pair in pairs + ([] if new.tag == "dl" else [(old, new)]))
    if share < least or (new.er_tekst and len(compare_words(old.ord, new.ord)) == 1):
        return 0
    return share


def _name(block: Blokk) -> Blokk:
    """What names a block: its heading, its caption, the first cell of a row, the names of facts."""
    if block.tag == "dl":
        return replace(block, delar=tuple(block.find_all("dt")))
    if block.tag == SEKSJON or block.er_linje:
        return block.delar[0]
    return block.find("caption", "figcaption") or block


def _share(old: Blokk, new: Blokk) -> float:
    sizes = old.ordmengd.total(), new.ordmengd.total()
    # A list that has grown is the same list.
    whole = min(sizes) if new.tag in _LISTS else max(sizes)
    return (old.ordmengd & new.ordmengd).total() / whole if whole else 0
