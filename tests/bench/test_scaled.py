"""Plans that are made for measuring are as sound as the plans they are made of."""

from pathlib import Path

import pytest

from bench.pilots import PILOTS, write_pilot
from bench.scaled import write_scaled
from bygdeplan.funn.finding import Severity
from bygdeplan.load import load_plan
from bygdeplan.model.plan import Plan
from bygdeplan.rules import check_plan
from bygdeplan.rules.grunnlag import Grunnlag
from tests.plans import PILOT

SOURCES = [PILOT / "2025.yaml", PILOT / "2026.yaml"]


def sound(fjor: Path, this: Path) -> Plan:
    """The plan in a file, which has no faults."""
    before, plan = load_plan(fjor).plan, load_plan(this).plan
    assert before is not None
    assert plan is not None
    found = check_plan(Grunnlag(plan, before))
    assert [each.message for each in found if each.regel.severity is Severity.FEIL] == []
    return plan


def measures(plan: Plan | None) -> int:
    assert plan is not None
    return len([*plan.alle_tiltak])


@pytest.mark.parametrize("times", [1, 3])
def test_a_scaled_plan_is_sound_and_as_many_times_as_large(times: int, tmp_path: Path) -> None:
    plan = sound(*(write_scaled(source, times, tmp_path) for source in SOURCES))
    assert measures(plan) == times * measures(load_plan(SOURCES[-1]).plan)


@pytest.mark.slow
def test_pilots_are_sound_and_none_is_as_another(tmp_path: Path) -> None:
    folders = [write_pilot(SOURCES, number, tmp_path / str(number)) for number in PILOTS]
    plans = [sound(*(folder / "plans" / source.name for source in SOURCES)) for folder in folders]
    assert {len(plan.kommunar) for plan in plans} == {2, 3, 4, 5, 6}
    assert {measures(plan) for plan in plans} == {14, 28}
    for name in ("pilot", "midlar"):
        assert len({repr(getattr(plan.avtale, name)) for plan in plans}) == len(PILOTS)
    assert len({kommune.namn for plan in plans for kommune in plan.kommunar.values()}) == sum(
        len(plan.kommunar) for plan in plans
    )


def test_a_pilot_has_nothing_that_is_somebodys(tmp_path: Path) -> None:
    """Whoever the plan names by their name is somebody else there."""
    folder = write_pilot(SOURCES, 2, tmp_path)
    source = load_plan(SOURCES[-1]).plan
    assert source is not None
    names = {source.avtale.pilot, source.organisering.prosjektleiar.namn}
    names |= {kommune.namn for kommune in source.kommunar.values()}
    text = (folder / "plans" / "2026.yaml").read_text("utf-8")
    assert [name for name in names if name in text] == []
