"""What kinds of change there are: each with its code, which stays, and its class."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from bygdeplan.endring.dom import Nivådom
from bygdeplan.model.om import Nivå, Område


class Endringsklasse(StrEnum):
    """What has happened to a thing; seen from the other plan it is the mirrored class."""

    NY = "ny"
    BORTE = "borte"
    AVSLUTTA = "avslutta"
    GJENOPNA = "gjenopna"
    DELT = "delt"
    SLÅTT_SAMAN = "slått saman"
    FLYTTA = "flytta"
    OMDØYPT = "omdøypt"
    OMNUMMERERT = "omnummerert"
    ENDRA = "endra"
    VIDAREFØRT = "vidareført"
    """A measure that nothing has happened to: a fact, no change."""

    @property
    def mirrored(self) -> "Endringsklasse":
        """The class of the same change from the new plan to the old."""
        return _MIRRORS.get(self, self)


_PAIRS = (
    (Endringsklasse.NY, Endringsklasse.BORTE),
    (Endringsklasse.AVSLUTTA, Endringsklasse.GJENOPNA),
    (Endringsklasse.DELT, Endringsklasse.SLÅTT_SAMAN),
)
_MIRRORS = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


class Slag(NamedTuple):
    """A kind of change."""

    kode: str
    klasse: Endringsklasse
    område: Område
    tyder: str
    """What it means, to the plan author."""
    dom: Nivådom | None = None
    """Its level, when the fields that differ do not decide it."""

    @property
    def mirrored(self) -> "Slag":
        """The kind of the same change from the new plan to the old."""
        return SLAG[_MIRRORED_CODES.get(self.kode, self.kode)]


_BEGYNT = Nivådom(Nivå.PRINSIPIELL, "At eit tiltak tek til, er ei prinsipiell sak.")
_SLUTT = Nivådom(Nivå.PRINSIPIELL, "At eit tiltak sluttar, er ei prinsipiell sak.")
_DELT_ELLER_SAMLA = Nivådom(
    Nivå.PRINSIPIELL, "At tiltak blir delte eller slått saman, er ei prinsipiell sak."
)
_K = Endringsklasse

NYTT = Slag("EN101", _K.NY, Område.TILTAK, "tiltaket er nytt i planen", _BEGYNT)
BORTE = Slag(
    "EN102", _K.BORTE, Område.TILTAK, "tiltaket er ikkje i planen, og blei aldri avslutta", _SLUTT
)
NYTT_AVSLUTTA = Slag(
    "EN103", _K.NY, Område.TILTAK, "tiltaket er nytt i planen, og alt avslutta", _BEGYNT
)
UTGÅTT = Slag("EN104", _K.BORTE, Område.TILTAK, "tiltaket var avslutta, og har gått ut av planen")
AVSLUTTA = Slag("EN105", _K.AVSLUTTA, Område.TILTAK, "tiltaket er avslutta", _SLUTT)
GJENOPNA = Slag("EN106", _K.GJENOPNA, Område.TILTAK, "tiltaket er teke opp att", _BEGYNT)
DELT = Slag("EN107", _K.DELT, Område.TILTAK, "tiltaket er delt i fleire", _DELT_ELLER_SAMLA)
SLÅTT_SAMAN = Slag(
    "EN108",
    _K.SLÅTT_SAMAN,
    Område.TILTAK,
    "tiltaket er slått saman med eit anna",
    _DELT_ELLER_SAMLA,
)
FLYTTA = Slag("EN109", _K.FLYTTA, Område.TILTAK, "tiltaket høyrer til eit anna delmål")
OMDØYPT = Slag("EN110", _K.OMDØYPT, Område.TILTAK, "tiltaket har fått ein annan tittel")
OMNUMMERERT = Slag("EN111", _K.OMNUMMERERT, Område.TILTAK, "tiltaket har fått eit anna nummer")
ENDRA = Slag("EN112", _K.ENDRA, Område.TILTAK, "eit anna felt i tiltaket er endra")

_TILTAK = (
    NYTT,
    BORTE,
    NYTT_AVSLUTTA,
    UTGÅTT,
    AVSLUTTA,
    GJENOPNA,
    DELT,
    SLÅTT_SAMAN,
    FLYTTA,
    OMDØYPT,
    OMNUMMERERT,
    ENDRA,
)
_ENDINGS = {
    _K.NY: ("1", "er kome til"),
    _K.BORTE: ("2", "er falle bort"),
    _K.ENDRA: ("3", "er endra"),
}
"""Class → how the code of a kind ends outside the measures, and what has happened."""

SLAG: Mapping[str, Slag] = MappingProxyType(
    {slag.kode: slag for slag in _TILTAK}
    | {
        f"{område.kode}{ending}": Slag(
            f"{område.kode}{ending}", klasse, område, f"{område.namn}: noko {words}"
        )
        for område in Område
        if område is not Område.TILTAK
        for klasse, (ending, words) in _ENDINGS.items()
    }
)
"""Every kind of change by its code, in the order of the codes."""

_MIRRORED_PAIRS = (
    (NYTT, BORTE),
    (NYTT_AVSLUTTA, UTGÅTT),
    (AVSLUTTA, GJENOPNA),
    (DELT, SLÅTT_SAMAN),
)
_MIRRORED_CODES = {
    one.kode: other.kode for pair in _MIRRORED_PAIRS for one, other in (pair, pair[::-1])
} | {
    slag.kode: f"{slag.område.kode}{_ENDINGS[slag.klasse.mirrored][0]}"
    for slag in SLAG.values()
    if slag.område is not Område.TILTAK
}


def kind_outside_measures(område: Område, klasse: Endringsklasse) -> Slag:
    """The kind of a change that is not in a measure; `klasse` is ny, borte or endra."""
    return SLAG[f"{område.kode}{_ENDINGS[klasse][0]}"]
