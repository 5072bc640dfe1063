"""Marking what is taken out and put in, so that eye, ear and plain text can tell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from bygdeplan.ord.frase import frase
from bygdeplan.side.sporing.blokk import Blokk
from bygdeplan.side.sporing.ord import LØPANDE_TEKST, Ord, Spor

Merkt = Literal["inn", "ut"]

_HEILE: Mapping[str, str] = {
    "tr": "rad",
    "div": "linje",
    "dl": "liste",
    "table": "tabell",
    "figure": "bilete",
}
"""What is marked in words once, at its beginning: in every cell they would be in the way."""


def mark_block(block: Blokk, spor: Merkt) -> Blokk:
    """A block that stands in one of the pages alone."""
    if block.er_innhaldsliste:
        return block
    if block.er_linje or (block.tag in _HEILE and block.tag != "div"):
        return _mark_whole(block, spor)
    return replace(
        block,
        spor=spor,
        ord=_announced(block.ord, spor) if block.er_tekst else (),
        delar=tuple(mark_block(part, spor) for part in block.delar),
    )


def _mark_whole(block: Blokk, spor: Merkt) -> Blokk:
    name = block.find("caption", "figcaption") or block
    first = next((leaf for leaf in name.tekstar() if leaf.ord), None)

    def mark(part: Blokk) -> Blokk:
        words = tuple(replace(word, spor=spor) for word in part.ord)
        if part is first:
            words = _announced(part.ord, spor, _HEILE[block.tag])
        return replace(part, spor=spor, ord=words, delar=tuple(map(mark, part.delar)))

    return mark(block)


def merge_words(old: Sequence[Ord], new: Sequence[Ord]) -> tuple[Ord, ...]:
    """The words of both texts in one, those of the one alone marked; old before new."""
    merged: list[Ord] = []
    for strekk in LØPANDE_TEKST.compare(old, new):
        before, after = strekk.før, strekk.etter
        if strekk.er_likt:
            merged += after
            continue
        space = " " if after and not (before and before[-1].er_rom) else ""
        merged += _announced(before, "ut", after=space)
        merged += _announced(after, "inn")
    return tuple(merged)


def _announced(
    words: Sequence[Ord], spor: Merkt, what: str = "ord", after: str = ""
) -> tuple[Ord, ...]:
    """Words marked, with «[inn: » before and «]» after what is not space, and then `after`."""
    marked = [replace(word, spor=spor) for word in words]
    first = len(list(takewhile(lambda word: word.er_rom, marked)))
    last = len(marked) - len(list(takewhile(lambda word: word.er_rom, reversed(marked))))
    if first >= last:
        return tuple(marked)
    begin, _, end = frase(f"spor_{spor}.{what}", ord=_ORDA).partition(_ORDA)
    return (
        *marked[:first],
        _said(begin, marked[first], spor),
        *marked[first:last],
        _said(f"{end}{after}", marked[last - 1], spor),
        *marked[last:],
    )


_ORDA = "\0"
"""Where the words themselves go, which no fixed words have in them."""


def _said(text: str, beside: Ord, spor: Spor) -> Ord:
    """A mark in words, in the same link as the word beside it, but not in its emphasis."""
    tags = [element.tag for element in beside.tekstelement]
    within = beside.tekstelement[: tags.index("a") + 1] if "a" in tags else ()
    return Ord(text, within, spor, er_merke=True)
