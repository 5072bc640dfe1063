"""The rule book: one code a rule, one family a rule, and a page that says what the rules say."""

import re
from collections import Counter

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Regel
from bygdeplan.report.rules import rules_as_markdown
from bygdeplan.rules.regelbok import REGELBOK, REGLAR, find_regel, rule_families
from tests.plans import ROOT

PAGE = ROOT / "docs" / "reglar.md"


def test_no_two_rules_share_a_code() -> None:
    assert [code for code, count in Counter(r.code for r in REGLAR).items() if count > 1] == []


def test_rules_come_in_the_order_of_their_codes() -> None:
    assert list(REGELBOK) == sorted(REGELBOK)


def test_every_family_has_rules_and_every_rule_a_family() -> None:
    families = rule_families()
    assert [regel.code for rules in families.values() for regel in rules] == list(REGELBOK)
    assert all(families.values())


@pytest.mark.parametrize("regel", REGELBOK.values(), ids=list(REGELBOK))
def test_rule_is_told_in_full(regel: Regel) -> None:
    assert re.fullmatch(r"BP\d{3}", regel.code)
    assert regel.name[0].islower() or regel.name[0] == "«"
    assert not regel.name.endswith(".")
    assert regel.why.endswith((".", "?"))
    assert regel.wrong.strip()
    assert regel.right.strip()
    assert regel.wrong != regel.right
    assert all(len(line) <= 100 for line in (*regel.wrong.split("\n"), *regel.right.split("\n")))


def test_rule_is_found_by_its_code_in_any_case() -> None:
    assert find_regel(" bp103 ") is REGELBOK["BP103"]


def test_unknown_code_gets_a_suggestion() -> None:
    with pytest.raises(Fault, match=r"Regelen `BP1003` finst ikkje\. Meinte du `BP103`\?"):
        find_regel("BP1003")


# --- docs/reglar.md ---


def test_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == f"{rules_as_markdown(rule_families())}\n", (
        "run: make derived"
    )


def test_page_holds_every_rule_once() -> None:
    headings = re.findall(r"^### (BP\d+) (.+)$", rules_as_markdown(rule_families()), re.MULTILINE)
    assert headings == [(regel.code, regel.name) for regel in REGELBOK.values()]


def test_examples_are_lines_of_a_plan_or_what_is_done_in_word() -> None:
    assert "```yaml\nformanskap: 2031-01-28\n```" in rules_as_markdown(rule_families())
    assert "```text\nTittelen har stilen «Tittel».\n```" in rules_as_markdown(rule_families())


def test_fences_of_the_page_are_closed() -> None:
    fences = re.findall(r"^```\w*$", rules_as_markdown(rule_families()), re.MULTILINE)
    assert set(fences[::2]) == {"```yaml", "```text"}
    assert fences[1::2] == ["```"] * (len(fences) // 2)
