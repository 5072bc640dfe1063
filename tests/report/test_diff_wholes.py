"""What the terminal tells of whole measures: code, level and place, as of every other change."""

from io import StringIO

import pytest

from bygdeplan.documents.endringsliste import build_endringsliste
from bygdeplan.endring import Nivå, diff_plans
from bygdeplan.report.diff_text import print_diff
from tests.measures import CLOSED, STI, base_with
from tests.plans import GONE, Edits

WHOLES: dict[str, tuple[Edits, Edits, str]] = {
    "new": ({STI: GONE}, {}, "EN101, prinsipiell, her"),
    "gone": ({}, {STI: GONE}, "EN102, prinsipiell, her"),
    "closed before, and gone": (CLOSED, {STI: GONE}, "EN104, prinsipiell, her"),
    "closed": ({}, CLOSED, "EN105, prinsipiell, her"),
    "taken up again": (CLOSED, {}, "EN106, prinsipiell, her"),
    "renumbered": ({}, {f"{STI}/nr": 7}, "EN111, ikkje-prinsipiell, her"),
}


@pytest.mark.parametrize(("old", "new", "about"), WHOLES.values(), ids=WHOLES)
def test_whole_measures(old: Edits, new: Edits, about: str) -> None:
    diff = diff_plans(base_with(old), base_with(new))
    stream = StringIO()
    print_diff(build_endringsliste(diff), {e.fingerprint: "her" for e in diff.endringar}, stream)
    assert about in [line.strip() for line in stream.getvalue().splitlines()]


def test_a_closing_is_not_told_among_changes_of_a_lighter_level() -> None:
    diff = diff_plans(base_with({}), base_with(CLOSED | {f"{STI}/tittel": "Veg"}))
    lighter = diff.only([Nivå.MÅ_VURDERAST])
    assert lighter.avslutta == ()
    assert [par.etter.id for par in lighter.endra] == ["sti"]
