"""How many measures have which status, in words."""

from collections import Counter
from collections.abc import Iterable

from bygdeplan import nynorsk
from bygdeplan.documents import omtale
from bygdeplan.model.plan import TiltakPlass

_PLURAL = {"utsett": "utsette"}


def count_statuses(places: Iterable[TiltakPlass]) -> str:
    """«to i arbeid, eitt ikkje starta og eitt avslutta», in the order of the statuses."""
    counts = Counter(plass.tiltak.status for plass in places)
    words = [
        f"{nynorsk.talord(counts[status], 'eitt')} {_counted(name.lower(), counts[status])}"
        for status, name in omtale.STATUSAR.items()
        if counts[status]
    ]
    if counts[None]:
        words.append(f"{nynorsk.talord(counts[None], 'eitt')} utan oppgjeven status")
    return nynorsk.liste(words) or "ingen tiltak"


def _counted(status: str, count: int) -> str:
    """The status as it is said of so many: «utsett», but «tre utsette»."""
    return _PLURAL.get(status, status) if count > 1 else status
