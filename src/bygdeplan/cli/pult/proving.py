"""A text tried in a field while it is being typed: how it would be read, and what it would make."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bygdeplan.cli.pult.deler import Delregister, parts_of
from bygdeplan.cli.pult.feltslag import said_of_fields
from bygdeplan.cli.pult.summar import sums_of
from bygdeplan.cli.pult.tenar import render
from bygdeplan.cli.pult.ynskje import Ynskje
from bygdeplan.documents.prose import render_prose
from bygdeplan.documents.vising import tidspunkt
from bygdeplan.load.data import read_data
from bygdeplan.load.planfil import Planfil, read_plan
from bygdeplan.model import Plan
from bygdeplan.model.base import Del
from bygdeplan.model.lookup import Planfelt, field_at, value_at
from bygdeplan.model.merke import Path
from bygdeplan.model.tid import Tidspunkt
from bygdeplan.ord.skriv import dato, kroner, tal
from bygdeplan.utgave.planskriving import Tekstendring, edited


def tried(data: bytes, wish: Ynskje, edits: Sequence[Tekstendring]) -> Mapping[str, str]:
    """What would come of a text in a field; nothing is written.

    `lese` is how it is read, `feil` why it is not, `prosa` how it looks in documents and `summar`
    the sums with it, as markup; each is empty for nothing. Raises `Fault` when it cannot be tried.
    """
    fil = read_plan(edited(data, *edits), "")
    felt = field_at(wish.veg)
    text = wish.verdi if isinstance(wish.verdi, str) else ""
    return {
        "lese": _as_read(fil, wish, felt) if felt and text.strip() else "",
        "feil": _refused(fil, wish),
        "prosa": str(render_prose(text) or "") if felt and felt.is_prose else "",
        "summar": _sums(fil, wish),
    }


def _as_read(fil: Planfil, wish: Ynskje, felt: Planfelt) -> str:
    value = value_at(fil.plan, wish.veg) if fil.plan else None
    if isinstance(value, Del) and value.OM_DELEN.kortform:
        inner = felt.step(value.OM_DELEN.kortform)
        value = getattr(value, value.OM_DELEN.kortform)
        felt = inner or felt
    return _told(value, felt.om.eining)


def _told(value: Any, unit: str | None) -> str:
    match value:
        case bool():
            return ""
        case int() if unit == "kroner":
            return kroner(value)
        case int() | Decimal() if unit:
            return f"{tal(value)} {unit}"
        case Tidspunkt():
            return tidspunkt(value)
        case date():
            return dato(value)
    return ""


def _refused(fil: Planfil, wish: Ynskje) -> str:
    found = (each for each in fil.findings if each.path == wish.veg)
    told = next((f"{each.message} {each.help}" for each in found), "")
    return said_of_fields(told, wish.veg)


def _sums(fil: Planfil, wish: Ynskje) -> str:
    root = fil.source.root
    if fil.plan is None or root is None:
        return ""
    part = Delregister(parts_of(read_data(root)[0])).part_at(wish.veg)
    return sums_shown(fil.plan, part.paths) if part else ""


def sums_shown(plan: Plan | None, paths: Sequence[Path]) -> str:
    """The sums of what lies at some places, as markup; empty for none."""
    sums = sums_of(plan, paths) if plan else None
    return render("summar.html.j2", summar=sums) if sums else ""
