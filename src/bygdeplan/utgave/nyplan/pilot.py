"""The plan file of a pilot that has none, in one of the two written forms, or in both.

`pilot.yaml` and `pilot-bokmal.yaml` are each other's twins: the same keys, and the same comments in
the same places. The plan in both forms is made of them.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from bygdeplan.load.planfil import read_plan
from bygdeplan.model.former import Plantekst, plantekstar
from bygdeplan.model.malform import Målform
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import MÅLFORMER
from bygdeplan.utgave.nyplan.utkast import Utkast

FORMER: Mapping[str, tuple[Målform, ...]] = {
    "nynorsk": ("nynorsk",),
    "bokmål": ("bokmål",),
    "bokmal": ("bokmål",),
    "begge": MÅLFORMER,
}
"""What can be asked for → the forms of the plan, its own first."""

_FILER: Mapping[Målform, str] = {"nynorsk": "pilot.yaml", "bokmål": "pilot-bokmal.yaml"}
_YEAR = re.compile(r"<år(?P<later>\+\d)?>")


def new_pilot(year: int, former: tuple[Målform, ...] = ("nynorsk",)) -> str:
    """The text of a plan file for a pilot that has none, for its first year.

    The first form is that of the plan. Where there is another, each text that is printed in both
    is written in both, and each of the two kommunar has one. The plan has no feil; `validate` asks
    for each døme in it.
    """
    own, *others = (_in_one_form(year, målform) for målform in former)
    return _in_both_forms(own, *others) if others else own


def _in_one_form(year: int, målform: Målform) -> str:
    text = Path(__file__).with_name(_FILER[målform]).read_text("utf-8")
    return _YEAR.sub(lambda match: str(year + int(match["later"] or 0)), text)


def _in_both_forms(own: str, other: str) -> str:
    """The one file as it stands, with the texts of the other beside its own."""
    plan, its_twin = _plan(own), _plan(other)
    utkast = Utkast(own)
    for text, twin in zip(_common(plan), _common(its_twin), strict=True):
        utkast.write(text.path, {plan.hovudform: text.text, its_twin.hovudform: twin.text})
    for id_, målform in zip(plan.kommunar, (plan.hovudform, its_twin.hovudform), strict=True):
        utkast.write(("kommunar", id_, "målform"), målform)
    return str(utkast)


def _plan(text: str) -> Plan:
    # Both files are plans, and the tests hold them to it.
    return cast("Plan", read_plan(text.encode(), "").plan)


def _common(plan: Plan) -> Iterator[Plantekst]:
    """The author's own words, but not a kommune's, which are in its form alone."""
    return (
        found for found in plantekstar(plan) if found.has_own_words and found.path[0] != "kommunar"
    )
