"""Plans that are made larger for measuring are as sound as the plans they are made of."""

from pathlib import Path

import pytest

from bench.scaled import write_scaled
from bygdeplan.funn.finding import Severity
from bygdeplan.load import load_plan
from bygdeplan.rules import check_plan
from bygdeplan.rules.grunnlag import Grunnlag
from tests.plans import PILOT

YEARS = ("2025.yaml", "2026.yaml")


@pytest.mark.parametrize("times", [1, 3])
def test_it_is_sound_and_as_many_times_as_large(times: int, tmp_path: Path) -> None:
    fjor, plan = (load_plan(write_scaled(PILOT / name, times, tmp_path)).plan for name in YEARS)
    assert fjor is not None
    assert plan is not None
    found = check_plan(Grunnlag(plan, fjor))
    assert [each.message for each in found if each.regel.severity is Severity.FEIL] == []
    before = load_plan(PILOT / "2026.yaml").plan
    assert before is not None
    assert len([*plan.alle_tiltak]) == times * len([*before.alle_tiltak])
