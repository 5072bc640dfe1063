"""How findings name what stands in a plan file, and where in the plan it stands."""

from pydantic import BaseModel

from bygdeplan.model import Path, Plan
from bygdeplan.model.avtale import Fase, Løyving, Pott, Samarbeidspart
from bygdeplan.model.budsjett import Budsjettår, Fellespost, Finansiering, Fordelingsnøkkel
from bygdeplan.model.handsaming import Kommune
from bygdeplan.model.lookup import types_at
from bygdeplan.model.organisering import Person
from bygdeplan.model.tiltak import Delmål, Endring, Indikator, Tiltak

_LONGEST = 40

_NAMED: dict[type[BaseModel], str] = {
    Tiltak: "tiltaket",
    Delmål: "delmålet",
    Kommune: "kommunen",
    Samarbeidspart: "samarbeidsparten",
    Pott: "potten",
    Fellespost: "fellesposten",
    Fordelingsnøkkel: "fordelingsnøkkelen",
    Indikator: "indikatoren",
    Budsjettår: "budsjettåret",
    Finansiering: "kjelda",
}
"""What people call a thing that lies under its id or its year."""
_NUMBERED: dict[type[BaseModel], str] = {
    Løyving: "løyving",
    Fase: "fase",
    Person: "person",
    Endring: "endring",
}
"""What people call a thing that lies in a list."""
_WELL_KNOWN = (Tiltak, Delmål, Kommune, Pott, Fellespost)
"""Things whose id alone says which one it is."""


def sitat(written: object) -> str:
    """What was written, on one line and not too long: «`2.500.000`»."""
    text = " ".join(str(written).split())
    return f"`{text[: _LONGEST - 1]}…`" if len(text) > _LONGEST else f"`{text}`"


def namn(path: Path) -> str:
    """What stands at a path: «`kostnad`», «punkt 2 i `vedlegg`», «fila» for the whole."""
    match path:
        case (*_, str(key), int(index)):
            return f"punkt {index + 1} i {sitat(key)}"
        case (*_, last):
            return sitat(last)
        case _:
            return "fila"


def stad(path: Path) -> str:
    """The thing at a path, or the nearest around it that has a name; empty for the plan itself.

    «tiltaket `bustad-innsikt`», «budsjettåret `2031` i tiltaket `bustad-innsikt`», «`avtale`».
    """
    things = [
        (kind, words) for end in range(1, len(path) + 1) for kind, words in _thing(path[:end])
    ]
    if not things:
        return ""
    innermost, words = things[-1]
    around = [outer for kind, outer in things[:-1] if kind in _WELL_KNOWN]
    return f"{words} i {around[-1]}" if around and innermost not in _WELL_KNOWN else words


def i_stad(path: Path) -> str:
    """« i tiltaket `bustad-innsikt`», to go on with in a message; empty for the plan itself."""
    thing = stad(path)
    return f" i {thing}" if thing else ""


def _thing(path: Path) -> list[tuple[type[BaseModel], str]]:
    """The part of a plan that lies right at a path, if one does, in words."""
    kinds = [k for k in types_at(Plan, path) if isinstance(k, type) and issubclass(k, BaseModel)]
    return [(kind, _in_words(kind, path)) for kind in kinds]


def _in_words(kind: type[BaseModel], path: Path) -> str:
    last = path[-1]
    if isinstance(last, int):
        return f"{_NUMBERED[kind]} {last + 1}" if kind in _NUMBERED else namn(path)
    return f"{_NAMED[kind]} {sitat(last)}" if kind in _NAMED else sitat(last)
