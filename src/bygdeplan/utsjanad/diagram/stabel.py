"""Where the parts of a stack lie, and where the words beside it go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bygdeplan.utsjanad.diagram.verdiar import Serie


@dataclass(frozen=True)
class Stykke:
    """One part of one stack, from `frå` to `til` along it."""

    stabel: int
    serie: int
    frå: int
    til: int

    @property
    def storleik(self) -> int:
        """How long the part is."""
        return self.til - self.frå

    @property
    def midt(self) -> float:
        """The middle of the part."""
        return (self.frå + self.til) / 2


def stable(seriar: Sequence[Serie]) -> Iterator[Stykke]:
    """Every part of every stack, laid end to end; one of no size keeps its place."""
    for stabel, verdiar in enumerate(zip(*(serie.verdiar for serie in seriar), strict=True)):
        frå = 0
        for nr, verdi in enumerate(verdiar):
            yield Stykke(stabel, nr, frå, frå + verdi)
            frå += verdi


def summar(seriar: Sequence[Serie]) -> list[int]:
    """The size of every stack."""
    return [sum(verdiar) for verdiar in zip(*(serie.verdiar for serie in seriar), strict=True)]


def spread(wanted: Sequence[float], sizes: Sequence[float], room: float) -> list[float]:
    """Middles for words of given sizes, as near as may be to the wanted ones without overlap.

    `wanted` rises. What does not fit the room goes beyond its start.
    """
    places = list(wanted)
    end = 0.0
    for nr, size in enumerate(sizes):
        places[nr] = max(places[nr], end + size / 2)
        end = places[nr] + size / 2
    end = room
    for nr in reversed(range(len(places))):
        places[nr] = min(places[nr], end - sizes[nr] / 2)
        end = places[nr] - sizes[nr] / 2
    return places
