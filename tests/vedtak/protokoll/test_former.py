"""What forms of minutes, letters and case prints are found to decide, against the truth."""

import re
from collections.abc import Callable
from textwrap import wrap
from unicodedata import normalize

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


def wrapped(text: str, width: int) -> str:
    """A text whose lines are broken for want of room, without anything that tells it."""
    broken = (wrap(line, width, break_on_hyphens=False) or [""] for line in text.split("\n"))
    return "\n".join(line for lines in broken for line in lines)


OTHERWISE: dict[str, Callable[[str], str]] = {
    "broken for want of room": lambda text: wrapped(text, 45),
    "broken here and there": lambda text: wrapped(text, 72),
    "without empty lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "with nothing but empty lines between": lambda text: re.sub(r"\n+", "\n\n", text),
    "with spaces and letters of other kinds": lambda text: normalize("NFD", text).replace(
        " ", "\u00a0"
    ),
}
"""How the same minutes can be written by other programs."""


@pytest.mark.slow
@pytest.mark.parametrize("write", OTHERWISE.values(), ids=OTHERWISE)
def test_minutes_written_by_other_programs(write: Callable[[str], str]) -> None:
    forms = [form for form in FORMER if "\t" not in form.text and form.text.count("\n") > 1]
    answers = [
        (form, found(GRANSKAR.examine(read_plain(write(form.text).encode()))[1])) for form in forms
    ]
    assert [form.what for form, said in answers if said in LIKE and said != form.sant] == []
    lost = [form.what for form, said in answers if form.sant in LIKE and said != form.sant]
    assert len(lost) <= sum(form.sant in LIKE for form in forms) / 20, lost


def test_the_table_is_as_wide_as_it_should_be() -> None:
    assert len({form.text for form in FORMER}) >= 120
    assert len({form.what for form in FORMER}) == len(FORMER)
