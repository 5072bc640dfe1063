"""What the terminal tells of whole measures, as of every other change, and in how wide lines."""

from io import StringIO

import pytest

from bygdeplan.documents.endringsliste import build_endringsliste
from bygdeplan.endring import Nivå, diff_plans
from bygdeplan.report.diff_text import print_diff
from tests.measures import CLOSED, STI, base_with
from tests.plans import GONE, Edits, plan_with

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
    [line] = [line for line in stream.getvalue().splitlines() if about in line]
    # Beside what it is about, and never wider for it.
    assert line.endswith(f"  {about}")


def test_what_has_no_room_beside_a_name_stands_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    diff = diff_plans(base_with({}), base_with({f"{STI}/tittel": "Veg " * 6}))
    stream, place = StringIO(), "2030.yaml:1234 → 2031.yaml:1234"
    print_diff(build_endringsliste(diff), {e.fingerprint: place for e in diff.endringar}, stream)
    lines = stream.getvalue().splitlines()
    below = lines.index(f"    EN110, må vurderast, {place}")
    assert lines[below - 1] == "    Tittel"


def test_a_closing_is_not_told_among_changes_of_a_lighter_level() -> None:
    diff = diff_plans(base_with({}), base_with(CLOSED | {f"{STI}/tittel": "Veg"}))
    lighter = diff.only([Nivå.MÅ_VURDERAST])
    assert lighter.avslutta == ()
    assert [par.etter.id for par in lighter.endra] == ["sti"]


def shown(year: str, later: str) -> list[str]:
    """What the terminal shows of what is changed between two of the plans people use."""
    stream = StringIO()
    diff = diff_plans(plan_with(year=year), plan_with(year=later))
    print_diff(build_endringsliste(diff), {}, stream)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("80", 80), ("200", 80)])
def test_lines_are_no_wider_than_the_terminal_nor_than_eighty(
    columns: str, widest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = shown("2030", "2031")
    assert [line for line in lines if line != line.rstrip()] == []
    # The figures of a table are not broken.
    words = [line for line in lines if not line.endswith(("%", "(%)"))]
    assert [line for line in words if len(line) > widest] == []


def test_an_amount_stands_on_one_line() -> None:
    assert [line for line in shown("2030", "2031") if line.strip().startswith("000")] == []
