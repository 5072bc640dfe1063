"""What documents are found to decide: the verdict, and what is told."""

import pytest

from bygdeplan.vedtak.protokoll.dom import Funn
from bygdeplan.vedtak.protokoll.gransking import Granskar
from bygdeplan.vedtak.protokoll.les.rein import read_plain
from tests.plans import plan_with
from tests.vedtak.protokoll.moteboker import MØTEBØKER, Møtebok

PLAN = plan_with()


def judge(text: str) -> Funn:
    return Granskar(PLAN).examine(read_plain(text.encode()))[1]


def told(funn: Funn) -> str:
    """All that is said of a document."""
    return " ".join([*funn.grunnar, *(avvik.omtale for avvik in funn.avvik), *funn.tillegg])


@pytest.mark.parametrize("møtebok", MØTEBØKER, ids=lambda each: each.what)
def test_verdict(møtebok: Møtebok) -> None:
    funn = judge(møtebok.text)
    assert funn.dom is møtebok.dom, told(funn)
    assert møtebok.ord in told(funn)
