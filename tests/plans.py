"""Plans for tests: the invented pilot in tests/cases, with what a case says edited.

An edit is a path and a value: `{"delmål/reiseliv/vekt": 50}`. Everything goes through the same
loader as a file does, so a number, a date or a text can be given as it stands in YAML.
"""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from bygdeplan.load.planfil import read_plan
from bygdeplan.model.plan import Plan

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
"""Invented pilots, each with its plans."""
TOPPDALEN = CASES / "toppdalen" / "plans"
"""The invented pilot: 2030, and 2031 that builds on it."""
PILOT = ROOT / "plans"
"""The plans people use: 2025, and 2026 that builds on it."""

PLAN_FILES = {
    path.stem: path for folder in (PILOT, TOPPDALEN) for path in sorted(folder.glob("*.yaml"))
}
"""Year → file, over both pilots: no year occurs twice."""

Raw = dict[str, Any]
"""A plan file as plain data: every value is the text it was written as."""
Edits = Mapping[str, Any]
"""Path, its parts between slashes, → new value, or `GONE`."""

GONE: Final = object()
"""The value of an edit that takes a key away."""

SMALL_EDITS: Edits = {
    "avtale/midlar": {
        "tiltaksmidlar": {
            "føremål": "Tiltak.",
            "løyvingar": [{"år": 2031, "beløp": 1_000_000, "kjelde": "Tilskotsbrev"}],
        }
    },
    "delmål": {
        "eitt": {
            "nr": 1,
            "tittel": "Det einaste delmålet",
            "vekt": 100,
            "tiltak": {
                "sti": {
                    "nr": 1,
                    "tittel": "Sti",
                    "skildring": "Ein sti.",
                    "statlege_midlar": "ja",
                }
            },
        }
    },
    "budsjett": {
        "fordelingsnøklar": {
            "likt": {"tittel": "likt", "delar": {"toppdal": 1, "ytre-glimsund": 1}},
            "tre-til-ein": {"tittel": "tre til éin", "delar": {"toppdal": 3, "ytre-glimsund": 1}},
        }
    },
}
"""What makes the second year of the invented pilot as small as a plan can be."""


def raw_plan(year: int | str) -> Raw:
    """The plan file of a year as plain data of the caller's own."""
    return deepcopy(_raw(str(year)))


@cache
def _raw(year: str) -> Raw:
    # The base loader makes text, lists and mappings alone; nothing written is read as "".
    loaded: Raw = yaml.load(PLAN_FILES[year].read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return loaded


def edited(raw: Raw, edits: Edits) -> Raw:
    """A copy of the data with the edits made; missing mappings on the way are created."""
    copy = deepcopy(raw)
    for path, value in edits.items():
        *parents, last = path.split("/")
        place: Any = copy
        for parent in parents:
            place = place[int(parent)] if isinstance(place, list) else place.setdefault(parent, {})
        _set(place, last, value)
    return copy


def _set(place: Any, key: str, value: object) -> None:
    at = int(key) if isinstance(place, list) else key
    if value is GONE:
        del place[at]
    else:
        place[at] = _copied(value)


def _copied(value: Any) -> Any:
    """A value of the plan's own, with keys as a file has them: text, years too."""
    match value:
        case dict():
            return {str(key): _copied(part) for key, part in value.items()}
        case list():
            return [_copied(part) for part in value]
        case _:
            return value


def plan_with(edits: Edits | None = None, *, year: int | str = 2031) -> Plan:
    """The plan of a year with edits made."""
    return read_raw(edited(raw_plan(year), edits or {}))


def small_plan(edits: Edits | None = None) -> Plan:
    """A plan for 2031 with one sub-goal `eitt`, one measure `sti` and no money, and edits made."""
    return read_raw(edited(edited(raw_plan(2031), SMALL_EDITS), edits or {}))


def read_raw(raw: Raw) -> Plan:
    """The plan that plain data make; fails with what was found when they make none."""
    file = read_plan(plan_text(raw).encode(), "plan.yaml")
    assert file.plan is not None, [finding.message for finding in file.findings]
    return file.plan


def plan_text(raw: Raw) -> str:
    """Plain data as the text of a plan file."""
    return yaml.dump(raw, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


class _Dumper(yaml.CSafeDumper):
    """Writes nothing where there is nothing, as an author does."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


_Dumper.add_representer(
    str,
    lambda dumper, text: (
        dumper.represent_scalar("tag:yaml.org,2002:null", "")
        if text == ""
        else dumper.represent_str(text)
    ),
)
