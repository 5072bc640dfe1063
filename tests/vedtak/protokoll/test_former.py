"""What forms of minutes, letters and case prints are found to decide, against the truth."""

import pytest

from bygdeplan.vedtak.protokoll.dom import Funn, Vedtaksdom, Vedtakssteg
from bygdeplan.vedtak.protokoll.gransking import Granskar
from bygdeplan.vedtak.protokoll.les.rein import read_plain
from tests.plans import plan_with
from tests.vedtak.protokoll.former import FORMER, LIKE, Form, Sanning

GRANSKAR = Granskar(plan_with())


def found(funn: Funn) -> Sanning:
    """The answer in the words of the table."""
    if funn.dom is Vedtaksdom.LIK and funn.steg is Vedtakssteg.INNSTILLING:
        return "innstilling"
    answers: dict[Vedtaksdom, Sanning] = {
        Vedtaksdom.LIK: "likt",
        Vedtaksdom.TILLEGG: "tillegg",
        Vedtaksdom.ULIK: "ulikt",
    }
    return answers.get(funn.dom, "tvil")


def told(funn: Funn) -> str:
    """All that is said of a document, with plain spaces."""
    said = " ".join([*funn.grunnar, *(avvik.omtale for avvik in funn.avvik), *funn.tillegg])
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize("form", FORMER, ids=lambda form: form.what)
def test_form(form: Form) -> None:
    opphav, funn = GRANSKAR.examine(read_plain(form.text.encode()))
    right = {form.sant} if form.sant in LIKE else {"tvil", "ulikt"}
    assert found(funn) in right, told(funn)
    assert opphav.kommune == form.kommune
    assert form.ord in told(funn)


def test_the_table_is_as_wide_as_it_should_be() -> None:
    assert len({form.text for form in FORMER}) >= 120
    assert len({form.what for form in FORMER}) == len(FORMER)
