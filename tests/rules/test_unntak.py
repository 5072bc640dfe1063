"""Exceptions in comments: what they let pass, and what is wrong with those that do not hold."""

from pathlib import Path

import pytest

from bygdeplan.rules.plassering import Kontroll
from tests.checking import check_file
from tests.plans import TOPPDALEN

FØRST = "2030.yaml"
ANDRE = "2031.yaml"

MARKED = "    kommunestyre: 2031-02-20"
"""A line with a mark on its value: BP611, a merknad."""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Lay the invented pilot out in a folder of the test's own."""
    for name in (FØRST, ANDRE):
        (tmp_path / name).write_bytes((TOPPDALEN / name).read_bytes())
    return tmp_path


def with_comment(plans: Path, line: str, comment: str, name: str = ANDRE) -> Kontroll:
    """Check the plan with a comment at the end of a line that occurs once."""
    file = plans / name
    text = file.read_text(encoding="utf-8")
    assert text.count(f"{line}\n") == 1
    file.write_text(text.replace(f"{line}\n", f"{line}  # {comment}\n"), encoding="utf-8")
    return check_file(file)


def codes(kontroll: Kontroll) -> list[str]:
    return [finding.regel.code for finding in kontroll.findings]


def test_exception_lets_a_finding_pass(plans: Path) -> None:
    before = codes(check_file(plans / ANDRE))
    after = with_comment(plans, MARKED, "bygdeplan: tillat BP611 fordi møtet er avtalt")
    before.remove("BP611")
    assert codes(after) == before
    assert [(each.regel.code, each.unntak) for each in after.excused] == [
        ("BP611", "møtet er avtalt")
    ]


def test_exception_holds_for_the_whole_value(plans: Path) -> None:
    after = with_comment(plans, "  midlar:", "bygdeplan: tillat BP611 fordi budsjettet kjem i mai")
    assert [each.path[:2] for each in after.excused] == [("avtale", "midlar")] * 2


def test_exception_holds_for_nothing_else(plans: Path) -> None:
    after = with_comment(plans, MARKED, "bygdeplan: tillat BP612 fordi det er slik")
    assert "BP904" in codes(after)
    assert after.excused == ()


def test_exception_from_several_rules(plans: Path) -> None:
    after = with_comment(plans, "delmål:", "bygdeplan: tillat BP611, BP612 fordi det hastar")
    assert {each.regel.code for each in after.excused} == {"BP611", "BP612"}


WRONG = {
    "misspelt": ("tilat BP611 fordi x", "BP901", "Unntaket let seg ikkje lese."),
    "no rule": ("tillat fordi x", "BP901", "Unntaket let seg ikkje lese."),
    "unknown rule": ("tillat BP999 fordi x", "BP901", "Regelen `BP999` finst ikkje."),
    "no reason": ("tillat BP611", "BP902", "Unntaket frå BP611 har ingen grunn"),
    "empty reason": ("tillat BP611 fordi …", "BP902", "Unntaket frå BP611 har ingen grunn"),
    "from a feil": ("tillat BP201 fordi x", "BP903", "BP201 er ein feil"),
    "nothing to let pass": ("tillat BP522 fordi x", "BP904", "Unntaket gjeld ingenting"),
}


@pytest.mark.parametrize(("order", "code", "message"), WRONG.values(), ids=WRONG)
def test_exception_that_does_not_hold(plans: Path, order: str, code: str, message: str) -> None:
    before = codes(check_file(plans / ANDRE))
    after = with_comment(plans, MARKED, f"bygdeplan: {order}")
    (fault,) = [each for each in after.findings if each.regel.code.startswith("BP9")]
    lines = (plans / ANDRE).read_text(encoding="utf-8").splitlines()
    assert fault.regel.code == code
    assert lines[fault.span.line - 1].startswith(MARKED)
    assert fault.message.startswith(message)
    assert fault.path == ("kommunar", "toppdal", "kommunestyre")
    assert sorted(codes(after)) == sorted([*before, code])


def test_exception_on_a_line_without_a_key(plans: Path) -> None:
    first_line = (plans / ANDRE).read_text(encoding="utf-8").split("\n")[0]
    after = with_comment(plans, first_line, "bygdeplan: tillat BP611 fordi x")
    assert "BP904" in codes(after)


def test_feil_stays_whatever_is_said_of_it(plans: Path) -> None:
    after = with_comment(plans, "    vekt: 70", "bygdeplan: tillat BP201 fordi x")
    assert "BP903" in codes(after)
    file = plans / ANDRE
    file.write_text(file.read_text("utf-8").replace("vekt: 70", "vekt: 71"), encoding="utf-8")
    assert {"BP201", "BP903"} <= set(codes(check_file(file)))


def test_exception_is_not_called_idle_before_the_rules_have_run(plans: Path) -> None:
    file = plans / ANDRE
    file.write_text(file.read_text("utf-8").replace("vekt: 70", "vekt: mykje"), encoding="utf-8")
    after = with_comment(plans, MARKED, "bygdeplan: tillat BP522 fordi x")
    assert codes(after) == ["BP111"]


def test_exception_is_not_called_idle_when_the_year_before_is_faulty(plans: Path) -> None:
    file = plans / FØRST
    file.write_text(file.read_text("utf-8").replace("år: 2030", "år: x"), encoding="utf-8")
    after = with_comment(plans, MARKED, "bygdeplan: tillat BP522 fordi x")
    assert "BP904" not in codes(after)


def test_exception_from_a_rule_that_goes_by_the_day_is_not_idle_without_one(plans: Path) -> None:
    after = with_comment(plans, "        start: 2031-03", "bygdeplan: tillat BP603 fordi x")
    assert "BP904" not in codes(after)
