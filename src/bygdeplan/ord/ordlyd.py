"""Whether two wordings of a decision are the same, and which words part them.

The one comparison of the program: the rules, the list, the document and `vedtak check` all use it.
White space, quotes and dashes do not count, for programs set them by themselves; all else does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from unicodedata import normalize

_HYPHEN = "-"
_QUOTES = "«»\u2039\u203a“”„\u201f‘’\u201a\u201b'"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
# What is there without being seen, and the letters some pdf files draw as one.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_SAME_SIGN = str.maketrans(
    dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_DASHES, _HYPHEN)
    | dict.fromkeys(_UNSEEN, "")
    | _LIGATURES
)
_SHOWN_WORDS = 12


@dataclass(frozen=True)
class Avvik:
    """One place where a wording parts from the common one; positions count from 0."""

    felles: int | None
    """The common point; None when what stands is no common point."""
    eige: int | None
    """The point as it stands; None when the common one is not there."""
    ut: str
    """The words of the common wording that are gone, with a word on either side."""
    inn: str
    """The words that stand instead."""

    @property
    def omtale(self) -> str:
        """The difference as a clause: «i punkt 2 står det «…», i innstillinga «…»»."""
        if self.eige is None:
            return f"punkt {_number(self.felles)} i innstillinga er ikkje med"
        if self.felles is None:
            return f"punkt {_number(self.eige)} står ikkje i innstillinga"
        where = f"i punkt {_number(self.eige)}"
        return f"{where} står det «{self.inn}», i innstillinga «{self.ut}»"


def words(text: str) -> list[str]:
    """The words of a wording as they are compared."""
    return normalize("NFC", text).translate(_SAME_SIGN).split()


def compare_points(felles: Sequence[str], eige: Sequence[str]) -> list[Avvik]:
    """Where some points part from the common ones; empty when they are the same, one by one."""
    before, after = ([words(text) for text in points] for points in (felles, eige))
    if before == after:
        return []
    old, new = ([" ".join(each) for each in points] for points in (before, after))
    found = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            pairs = zip_longest(range(i, j), range(k, m))
            found += [_parting(before, after, one, other) for one, other in pairs]
    return found


def shortened(text: str) -> str:
    """The first words of a text, enough to know it by."""
    shown = text.split()
    return " ".join(shown[:_SHOWN_WORDS]) + (" …" if len(shown) > _SHOWN_WORDS else "")


def _parting(
    before: Sequence[list[str]], after: Sequence[list[str]], felles: int | None, eige: int | None
) -> Avvik:
    """How a point parts from the one it stands for: from the first word to the last that differ."""
    old = before[felles] if felles is not None else []
    new = after[eige] if eige is not None else []
    fewest = min(len(old), len(new))
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), fewest - start)
    ut, inn = (
        shortened(" ".join(each[max(start - 1, 0) : len(each) - max(end - 1, 0)]))
        for each in (old, new)
    )
    return Avvik(felles, eige, ut, inn)


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """How many words two texts begin with alike."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _number(position: int | None) -> int:
    return (position or 0) + 1
