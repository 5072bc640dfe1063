"""How much a change matters, in three levels."""

from enum import StrEnum


class Nivå(StrEnum):
    """The three levels, the weightiest last."""

    IKKJE_PRINSIPIELL = "ikkje-prinsipiell"
    MÅ_VURDERAST = "må vurderast"
    PRINSIPIELL = "prinsipiell"

    @property
    def rang(self) -> int:
        """0 for the lightest, 2 for the weightiest."""
        return list(Nivå).index(self)

    @classmethod
    def read(cls, written: str) -> "Nivå | None":
        """The level that is written, in any case, with or without the letter å, space or hyphen.

        None when it is none of them.
        """
        return {_folded(nivå): nivå for nivå in cls}.get(_folded(written))


def _folded(name: str) -> str:
    """«må vurderast» and «MA-VURDERAST» alike."""
    return name.strip().casefold().replace("å", "a").replace(" ", "-")
