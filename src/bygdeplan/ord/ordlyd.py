"""Where two wordings part, told in words: those of a text, and the points of a decision.

A decision is judged by `compare_points` wherever it is judged: by the rules, in the list, in the
overview and by `vedtak check`.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from bygdeplan.ord.skilnad import I_KVAR_SI_CELLE, Måte, Strekk, changed_pairs, parting, words

Ordslag = Literal["same", "ut", "inn"]


class Ordrekkje(NamedTuple):
    """Words that follow each other: in both texts, in the old alone, or in the new alone."""

    slag: Ordslag
    ord: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.ord)


_ORD_FOR_ORD: Måte[str] = Måte(I_KVAR_SI_CELLE, likskap=str, vekt=lambda _: 1)


def word_changes(før: str, etter: str) -> tuple[Ordrekkje, ...]:
    """The way from one text to another; what is taken out stands before what takes its place.

    White space does not count. The words of «same» and «ut» are the old text, those of «same» and
    «inn» the new. A text that is written anew is taken out whole.
    """
    stretches = _ORD_FOR_ORD.compare(før.split(), etter.split())
    return tuple(run for strekk in stretches for run in _runs(strekk) if run.ord)


def _runs(strekk: Strekk[str]) -> tuple[Ordrekkje, ...]:
    if strekk.er_likt:
        return (Ordrekkje("same", tuple(strekk.før)),)
    return Ordrekkje("ut", tuple(strekk.før)), Ordrekkje("inn", tuple(strekk.etter))


def changed_words(før: str, etter: str, most: int) -> str:
    """The first words that part two texts, as «[ut: skal] [inn: kan]», `most` of each kind."""
    parted = [run for run in word_changes(før, etter) if run.slag != "same"]
    told = (f"[{run.slag}: {shortened(str(run), most)}]" for run in parted[:2])
    return " ".join(told) + (" …" if len(parted) > 2 else "")


_SHOWN_WORDS = 12


def shortened(text: str, most: int = _SHOWN_WORDS) -> str:
    """The first words of a text, enough to know it by."""
    shown = text.split()
    return " ".join(shown[:most]) + (" …" if len(shown) > most else "")


class Avvik(NamedTuple):
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


_Punkt = tuple[int, list[str]]


def compare_points(felles: Sequence[str], eige: Sequence[str]) -> list[Avvik]:
    """Where some points part from the common ones; empty when they are the same, one by one.

    White space, quotes and dashes do not count, for programs set them by themselves; all else does.
    """
    before, after = (list(enumerate(map(words, points))) for points in (felles, eige))
    pairs = changed_pairs(before, after, lambda punkt: tuple(punkt[1]))
    return [_avvik(old, new) for old, new in pairs]


def apart(avvik: Iterable[Avvik]) -> tuple[int, int]:
    """How far a wording is from the common one: in how many places, and words in them."""
    words_in = [len(each.ut.split()) + len(each.inn.split()) for each in avvik]
    return len(words_in), sum(words_in)


def _avvik(felles: _Punkt | None, eige: _Punkt | None) -> Avvik:
    """How a point parts from the one it stands for: from the first word to the last that differ."""
    old, new = (punkt[1] if punkt else [] for punkt in (felles, eige))
    gone, come = parting(old, new, around=1)
    return Avvik(
        felles[0] if felles else None,
        eige[0] if eige else None,
        ut=shortened(" ".join(old[gone])),
        inn=shortened(" ".join(new[come])),
    )


def _number(position: int | None) -> int:
    return (position or 0) + 1
