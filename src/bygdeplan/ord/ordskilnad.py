"""Two texts word by word: which words were taken out, and which were put in."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Ordslag = Literal["same", "ut", "inn"]

_IN_COMMON = 1 / 2
"""With less of the shorter text in common, it is written anew."""


@dataclass(frozen=True)
class Ordrekkje:
    """Words that follow each other: in both texts, in the old alone, or in the new alone."""

    slag: Ordslag
    ord: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.ord)


def word_changes(før: str, etter: str) -> tuple[Ordrekkje, ...]:
    """The way from one text to another; what is taken out stands before what takes its place.

    White space does not count. The words of «same» and «ut» are the old text, those of «same» and
    «inn» the new. A text that is written anew is taken out whole: the few words left of it between
    others only break up what is read.
    """
    old, new = før.split(), etter.split()
    runs = list(_runs(old, new))
    kept = sum(len(run.ord) for run in runs if run.slag == "same")
    if kept < _IN_COMMON * min(len(old), len(new)):
        return Ordrekkje("ut", tuple(old)), Ordrekkje("inn", tuple(new))
    return tuple(runs)


def _runs(old: list[str], new: list[str]) -> Iterator[Ordrekkje]:
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Ordrekkje("same", tuple(old[start:end]))
            continue
        if end > start:
            yield Ordrekkje("ut", tuple(old[start:end]))
        if new_end > new_start:
            yield Ordrekkje("inn", tuple(new[new_start:new_end]))


def changed_words(før: str, etter: str, most: int) -> str:
    """The first words that part two texts, as «[ut: skal] [inn: kan]», `most` of each kind."""
    parted = [run for run in word_changes(før, etter) if run.slag != "same"]
    told = (f"[{run.slag}: {_first_words(run, most)}]" for run in parted[:2])
    return " ".join(told) + (" …" if len(parted) > 2 else "")


def _first_words(run: Ordrekkje, most: int) -> str:
    return " ".join(run.ord[:most]) + (" …" if len(run.ord) > most else "")
