"""How a piece of text is set, as far as it decides whether it can be read: for docx and odt."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from bygdeplan.les.innhald import Hinder, Hindra

_SMALLEST = 4.0
"""Points below which nobody reads a text; footnotes have seven or eight."""
_LOWEST_CONTRAST = 1.35
"""As WCAG counts, which asks for 4.5: white on the light grey D9D9D9 has 1.4."""
_OF_SIGNS = ("wingdings", "webdings", "symbol")
"""How the names of the faces begin that show something else in the place of letters."""
_PAPER = "FFFFFF"
_HEX_DIGITS = 6


@dataclass(frozen=True)
class Skriftval:
    """What is set of how text is shown; None is not set here, and is as it is around it."""

    stroken: bool | None = None
    gøymd: bool | None = None
    farge: str | None = None
    """Six hexadecimal digits, or another word for what the program chooses so that it is seen."""
    bakgrunn: str | None = None
    storleik: float | None = None
    """In points."""
    snitt: str | None = None
    """The name of the face."""

    def within(self, around: "Skriftval") -> "Skriftval":
        """What holds when what is not set here is as around it."""
        # Most runs say nothing, and there are many of them.
        if self is PLAIN or around is PLAIN:
            return around if self is PLAIN else self
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        return Skriftval(
            **{
                name: getattr(around, name) if value is None else value
                for name, value in said.items()
            }
        )

    def hinder(self) -> list[Hinder]:
        """What keeps the text from being read, if anything does."""
        found = [
            (self.stroken, Hinder.STROKE),
            (self.gøymd, Hinder.GØYMT),
            (self._is_colour_of_paper(), Hinder.USYNLEG),
            (self.storleik is not None and self.storleik < _SMALLEST, Hinder.LITE),
            ((self.snitt or "").casefold().startswith(_OF_SIGNS), Hinder.TEIKN),
        ]
        return [hinder for holds, hinder in found if holds]

    def _is_colour_of_paper(self) -> bool:
        inks = [_luminance(ink) for ink in (self.farge, self.bakgrunn or _PAPER)]
        if None in inks:
            return False
        dark, light = sorted(ink for ink in inks if ink is not None)
        return (light + 0.05) / (dark + 0.05) < _LOWEST_CONTRAST


PLAIN = Skriftval()
HIDDEN = Skriftval(gøymd=True)


def hindered(pieces: Iterable[tuple[Skriftval, str]]) -> tuple[Hindra, ...]:
    """What of a text, piece by piece, cannot be read as it stands, by what keeps it."""
    found: dict[Hinder, str] = {}
    for skrift, text in pieces:
        for hinder in skrift.hinder() if text.strip() else ():
            found[hinder] = found.get(hinder, "") + text
    return tuple(Hindra(hinder, text) for hinder, text in found.items())


def _luminance(ink: str | None) -> float | None:
    """How light a colour is, from 0 to 1, as WCAG counts it; None for what is no colour."""
    digits = (ink or "").removeprefix("#")
    if len(digits) != _HEX_DIGITS:
        return None
    try:
        red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return None
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
