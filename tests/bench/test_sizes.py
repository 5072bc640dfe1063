"""A measure costs no more in a large plan than in a small one, told by calls and not by a clock."""

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest

from bench.scaled import write_scaled
from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, document_set
from bygdeplan.endring import diff_plans
from bygdeplan.load import load_plan
from bygdeplan.model.plan import Plan
from bygdeplan.report.diff import Sider, diff_file
from bygdeplan.rules import check_plan
from bygdeplan.rules.grunnlag import Grunnlag
from bygdeplan.side.malar import Malar
from tests.plans import PILOT

pytestmark = pytest.mark.slow
SIZES = (1, 3, 9)
"""How many copies of each measure."""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Path, Path]]:
    """By how many copies of each measure they have: the plan of the year before, and the plan."""
    folders = {times: tmp_path_factory.mktemp(f"x{times}") for times in SIZES}
    return {
        times: (
            write_scaled(PILOT / "2025.yaml", times, folder),
            write_scaled(PILOT / "2026.yaml", times, folder),
        )
        for times, folder in folders.items()
    }


def read(file: Path) -> Plan:
    plan = load_plan(file).plan
    assert plan is not None
    return plan


def judge(fjor: Path, this: Path) -> None:
    check_plan(Grunnlag(read(this), read(fjor)))


def compare(fjor: Path, this: Path) -> None:
    sources = Sider(load_plan(fjor).source, load_plan(this).source)
    diff_file("json", diff_plans(read(fjor), read(this)), sources, None)


def build(fjor: Path, this: Path) -> None:
    plan, malar = read(this), Malar()
    for document in document_set(plan, read(fjor), DOKUMENTSLAG, plan.kommunar):
        malar.render(document.build())


def calls_of(work: Callable[[Path, Path], None], plans: tuple[Path, Path]) -> int:
    """How many times a function of Python's is called, or a generator goes on."""
    count = 0

    def see(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(see)
    try:
        work(*plans)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("work", [judge, compare, build])
def test_an_added_measure_takes_as_many_calls(
    work: Callable[[Path, Path], None], plans: dict[int, tuple[Path, Path]]
) -> None:
    # What is kept from one time to the next is then kept for all.
    work(*plans[max(SIZES)])
    calls = {times: calls_of(work, plans[times]) for times in SIZES}
    few, many = (
        (calls[larger] - calls[smaller]) / (larger - smaller) for smaller, larger in pairwise(SIZES)
    )
    assert many < 1.01 * few
