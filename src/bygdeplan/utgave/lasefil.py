"""A lock file: what an adopted revision of a plan decides, written down once and never edited.

It is a plan file with two keys more: `låsefil`, the number of its format, and `kontrollsum`, a
digest of all the rest, so that an edit shows. What is reported of the plan's year, what each body
decided and the marks are left out (`endring.kanonisk`): they go on after the plan is adopted.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from bygdeplan.endring.kanonisk import edition_fields, plan_fields
from bygdeplan.funn.fault import Fault
from bygdeplan.load import Planfil, Source
from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data, read_data
from bygdeplan.load.source import Node
from bygdeplan.load.text import MAX_BYTES, decode, read_bytes
from bygdeplan.model import Plan
from bygdeplan.model.handsaming import Kommune
from bygdeplan.model.malform import Tvitekst
from bygdeplan.ord import skriv

FORMAT = 1
"""What this program writes, and the newest it reads."""

_HEAD = """\
# Revisjon {revisjon} av handlingsplanen for {år}, slik han blei vedteken {dato}.
#
# Fila er laga av «bygdeplan lock», og skal liggje som ho er: kontrollsummen viser om nokon har
# endra henne. Endringar i planen skriv du i sjølve planfila.

"""
_NUMBERED = re.compile(r".*-r(\d+)\.lock", re.ASCII)
_FORMAT_KEY, _DIGEST_KEY = "låsefil", "kontrollsum"
_NULL = "tag:yaml.org,2002:null"


class Låsefeil(Fault):
    """A lock file that does not hold; `what` is wrong with it, and what to do."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what} {advice}")
        self.what, self.advice = what, advice


def sealed(plan: Plan, adopted: date) -> Planfil:
    """The lock file of a plan that was adopted on a day, and the plan that reads back from it.

    The text is the same for the same plan and day. Raises `Fault` when what reads back is another
    plan.
    """
    edition = edition_fields(plan) | {"vedteken": adopted.isoformat()}
    kept = _written(_kept(plan))
    fields = {**_written(edition), **kept}
    seal = {_FORMAT_KEY: str(FORMAT), _DIGEST_KEY: _digest(fields)}
    head = _HEAD.format(år=plan.år, revisjon=plan.revisjon, dato=skriv.dato(adopted))
    text = head + _yaml(seal) + "\n" + _yaml(fields)
    lock = read_lock(text.encode(), "låsefila")
    if lock.plan is None or lock.source.text != text or _written(_kept(lock.plan)) != kept:
        raise Fault("Planen let seg ikkje låse: låsefila ville ha sagt noko anna enn planen.")
    return lock


def _kept(plan: Plan) -> dict[str, Any]:
    """What a plan decides, and what a comparison with it needs to know.

    That is the reasons given so far, which settle nothing of what is changed later, the money used
    before the plan's year, without which no sum adds up, and the form that the texts are in.
    """
    fields = _form(plan) | plan_fields(plan) | _reasons(plan.endringar)
    for id_, kommune in plan.kommunar.items():
        fields["kommunar"][id_].update(_form(kommune))
    for place in plan.alle_tiltak:
        measure = fields["delmål"][place.delmål_id]["tiltak"][place.id]
        measure.update(_reasons(place.tiltak.endringar))
    if plan.budsjett.historikk:
        history = {str(år): used for år, used in plan.budsjett.historikk.items()}
        fields["budsjett"] = {**fields.get("budsjett", {}), "historikk": history}
    return fields


def _form(part: Plan | Kommune) -> dict[str, Any]:
    return {"målform": part.målform} if part.målform else {}


def _reasons(given: Sequence[BaseModel]) -> dict[str, Any]:
    return {"endringar": [each.model_dump(exclude_none=True) for each in given]} if given else {}


def load_lock(path: Path) -> Planfil:
    """The plan in a lock file, with the lines it stands on.

    Raises `Låsefeil` as `read_lock` does, or when its name says another revision; `Fault` when the
    file cannot be read.
    """
    fil = read_lock(read_bytes(path), path.as_posix())
    named = _NUMBERED.fullmatch(path.name)
    if fil.plan and named and int(named[1]) != fil.plan.revisjon:
        held = f"held revisjon {fil.plan.revisjon}, ikkje revisjon {named[1]}"
        raise Låsefeil(f"Låsefila {path.as_posix()} {held}.", _RESTORE)
    return fil


def read_lock(data: bytes, name: str) -> Planfil:
    """The plan in the bytes of a lock file; raises `Låsefeil` when they are not what was locked."""
    text, _ = decode(data)
    root, faults = compose(text)
    if root is None or faults:
        line = f" (linje {faults[0].span.line})" if faults and faults[0].span else ""
        raise Låsefeil(f"Låsefila {name} let seg ikkje lese{line}.", _RESTORE)
    fields = _unsealed(root, name)
    try:
        plan = Plan.model_validate(fields)
    except ValidationError as error:
        where = "/".join(map(str, error.errors()[0]["loc"]))
        what = f"Låsefila {name} er ikkje ein plan slik denne utgåva av bygdeplan kjenner han"
        raise Låsefeil(f"{what} (`{where}`).", _UPGRADE) from None
    return Planfil(Source(name, text, root), plan, ())


_RESTORE = (
    "Hent fila tilbake slik ho var. Finst ho ikkje lenger, slettar du henne og låser på nytt."
)
_UPGRADE = "Installer den nyaste utgåva av bygdeplan."


def _unsealed(root: Node, name: str) -> Mapping[str, Data]:
    """The plan's fields in a lock file whose format is known and whose digest is right."""
    data, _ = read_data(root)
    if not isinstance(data, dict) or _FORMAT_KEY not in data:
        raise Låsefeil(f"{name} er inga låsefil.", _RESTORE)
    if data[_FORMAT_KEY] != str(FORMAT):
        what = f"Låsefila {name} har eit format denne utgåva av bygdeplan ikkje kjenner"
        raise Låsefeil(f"{what} ({data[_FORMAT_KEY]}).", _UPGRADE)
    fields = {key: part for key, part in data.items() if key not in (_FORMAT_KEY, _DIGEST_KEY)}
    if data.get(_DIGEST_KEY) != _digest(fields):
        raise Låsefeil(f"Låsefila {name} er endra etter at revisjonen blei låst.", _RESTORE)
    return fields


def _digest(fields: Mapping[str, Any]) -> str:
    """The seal of the fields as text: line ends, comments and notation are not in it."""
    canonical = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{sha256(canonical.encode()).hexdigest()}"


def _written(value: Any) -> Any:
    """A value as a plan author writes it, which is what the loader reads back."""
    match value:
        case Tvitekst():
            return {form: str(text) for form, text in value.former.items()}
        case dict():
            return {key: _written(part) for key, part in value.items()}
        case list():
            return [_written(part) for part in value]
        case bool():
            return "ja" if value else "nei"
        case int():
            return str(value)
        case _:
            return value


class _Dumper(yaml.CSafeDumper):
    """Writes text as a plan file has it: bare where it can be, long texts line by line."""

    # The loader reads everything as text, so only what is empty could be taken for something else.
    yaml_implicit_resolvers = {"": [(_NULL, re.compile("^$"))]}  # noqa: RUF012  # PyYAML's way

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text_node(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text_node)
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar(_NULL, ""))


def _yaml(fields: Mapping[str, Any]) -> str:
    return yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=MAX_BYTES)
