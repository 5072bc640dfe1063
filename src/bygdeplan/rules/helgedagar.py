"""The days no council meets: Sundays aside, Norway's public holidays."""

from datetime import date, timedelta

from dateutil.easter import easter

_FIXED = {
    (1, 1): "fyrste nyttårsdag",
    (5, 1): "fyrste mai",
    (5, 17): "grunnlovsdagen",
    (12, 25): "fyrste juledag",
    (12, 26): "andre juledag",
}
_FROM_EASTER = {
    -3: "skjærtorsdag",
    -2: "langfredag",
    0: "fyrste påskedag",
    1: "andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "fyrste pinsedag",
    50: "andre pinsedag",
}
"""Days after Easter Sunday."""


def helgedagar(year: int) -> dict[date, str]:
    """The public holidays of a year, each with its name; of two on one day, the fixed one."""
    sunday = easter(year)
    moving = {sunday + timedelta(days): name for days, name in _FROM_EASTER.items()}
    return moving | {date(year, month, day): name for (month, day), name in _FIXED.items()}
