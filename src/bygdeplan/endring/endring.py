"""One change from a plan to another."""

import json
from hashlib import sha256
from typing import Any, NamedTuple

from bygdeplan.endring.dom import Nivådom, judge
from bygdeplan.endring.forskjell import Forskjell, Ting
from bygdeplan.endring.grunngjeving import Grunngjeving
from bygdeplan.endring.slag import Slag
from bygdeplan.model.merke import Path
from bygdeplan.model.om import Nivå, Område


class Endring(NamedTuple):
    """A change that a reader takes in as one, with all the differences it is made of."""

    slag: Slag
    ting: Ting
    """What is changed: keys in the form of `comparable_fields`, the same wherever it has moved."""
    før: Any
    """What the old plan says there, as plain values; None when it says nothing."""
    etter: Any
    path_før: Path | None
    """Where the old plan says it, in its file; None when it says nothing."""
    path_etter: Path | None
    forskjellar: tuple[Forskjell, ...]
    dom: Nivådom
    """Its level, after what the author has settled, and why."""
    grunngjevingar: tuple[Grunngjeving, ...] = ()
    andre: tuple[str, ...] = ()
    """The measures it was merged with or divided into: their ids."""

    @property
    def nivå(self) -> Nivå:
        """How much it matters."""
        return self.dom.nivå

    @property
    def is_of_a_field(self) -> bool:
        """Whether it is a field of a measure that is changed, not the whole measure."""
        return len(self.ting) == 3 and self.slag.område is Område.TILTAK

    @property
    def fingerprint(self) -> str:
        """Tells the change from every other; free of place, order, reasons and settled levels."""
        facts = [
            self.slag.kode,
            self.ting,
            sorted([each.path, each.før, each.etter] for each in self.forskjellar),
        ]
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def mirrored(self) -> "Endring":
        """The same change from the new plan to the old; it has no reasons, and none has judged."""
        slag = self.slag.mirrored
        forskjellar = tuple(each.mirrored for each in self.forskjellar)
        return self._replace(
            slag=slag,
            før=self.etter,
            etter=self.før,
            path_før=self.path_etter,
            path_etter=self.path_før,
            forskjellar=forskjellar,
            dom=slag.dom or judge(forskjellar),
            grunngjevingar=(),
        )
