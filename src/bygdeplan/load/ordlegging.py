"""How findings name what stands in a plan file, and where in the plan it stands."""

from bygdeplan.model import Path
from bygdeplan.model.lookup import field_at
from bygdeplan.model.om import OmDel

_LONGEST = 40


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
    things = [thing for end in range(1, len(path) + 1) if (thing := _thing(path[:end]))]
    if not things:
        return ""
    innermost, words = things[-1]
    around = [outer for om, outer in things[:-1] if om.kjend]
    return f"{words} i {around[-1]}" if around and not innermost.kjend else words


def i_stad(path: Path) -> str:
    """« i tiltaket `bustad-innsikt`», to go on with in a message; empty for the plan itself."""
    thing = stad(path)
    return f" i {thing}" if thing else ""


def _thing(path: Path) -> tuple[OmDel, str] | None:
    """The part of a plan that lies right at a path, if one does, in words."""
    felt = field_at(path)
    part = felt.del_ if felt else None
    return (part.OM_DELEN, _in_words(part.OM_DELEN, path)) if part else None


def _in_words(om: OmDel, path: Path) -> str:
    last = path[-1]
    if isinstance(last, int):
        return f"{om.i_liste} {last + 1}" if om.i_liste else namn(path)
    return f"{om.kalla} {sitat(last)}" if om.kalla else sitat(last)
