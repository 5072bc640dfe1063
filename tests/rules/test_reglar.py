"""What holds for all rules: their codes, their words, and that each has cases of both kinds."""

import re
from collections import Counter
from types import ModuleType

import pytest

from bygdeplan import rules
from bygdeplan.funn.finding import Regel, Severity
from bygdeplan.rules import (
    REGLAR,
    RULES,
    Grunnlag,
    avslutning,
    check_plan,
    grunngjeving,
    handsaming,
    lasing,
    livslaup,
    oppfolging,
    pengar,
    personvern,
    pottar,
    rekneskap,
    sprak,
    statsmidlar,
    teikn,
    tilvising,
    vedtak,
    vekt,
)
from tests.plans import PLAN_FILES, plan_with
from tests.rules import (
    test_avslutning,
    test_grunngjeving,
    test_handsaming,
    test_lasing,
    test_livslaup,
    test_oppfolging,
    test_pengar,
    test_personvern,
    test_pottar,
    test_rekneskap,
    test_sprak,
    test_statsmidlar,
    test_teikn,
    test_tilvising,
    test_vedtak,
    test_vekt,
)
from tests.rules.cases import Case, not_nynorsk

FAMILIES = (
    (vekt, test_vekt.CASES),
    (tilvising, test_tilvising.CASES),
    (pengar, test_pengar.CASES),
    (rekneskap, test_rekneskap.CASES),
    (pottar, test_pottar.CASES),
    (statsmidlar, test_statsmidlar.CASES),
    (avslutning, test_avslutning.CASES),
    (livslaup, test_livslaup.CASES),
    (grunngjeving, test_grunngjeving.CASES),
    (handsaming, test_handsaming.CASES),
    (vedtak, test_vedtak.CASES),
    (lasing, test_lasing.CASES),
    (oppfolging, test_oppfolging.CASES),
    (sprak, test_sprak.CASES),
    (personvern, test_personvern.CASES),
    (teikn, test_teikn.CASES),
)
CASES: list[Case] = [case for _, cases in FAMILIES for case in cases]
OF_PLANS = [regel for family, _ in FAMILIES for regel in family.REGLAR]


def test_codes_are_unique() -> None:
    assert [code for code, n in Counter(regel.code for regel in REGLAR).items() if n > 1] == []
    assert all(re.fullmatch(r"BP\d{3}", regel.code) for regel in REGLAR)
    assert sorted(OF_PLANS, key=lambda regel: regel.code) == OF_PLANS


@pytest.mark.parametrize("family", [family for family, _ in FAMILIES], ids=lambda f: f.__name__)
def test_every_rule_and_function_of_a_family_is_in_the_list(family: ModuleType) -> None:
    own = [value for value in vars(family).values() if isinstance(value, Regel)]
    assert list(family.REGLAR) == own
    assert set(own) <= set(REGLAR)
    assert set(family.RULES) <= set(RULES)
    assert [regel.code for regel in own] == sorted(regel.code for regel in own)


def test_every_family_is_tested_here() -> None:
    modules = [
        value
        for value in vars(rules).values()
        if isinstance(value, ModuleType) and hasattr(value, "RULES")
    ]
    assert set(modules) == {family for family, _ in FAMILIES}


@pytest.mark.parametrize("regel", OF_PLANS, ids=lambda regel: regel.code)
def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it(regel: Regel) -> None:
    assert {case.at is None for case in CASES if case.regel == regel} == {True, False}


@pytest.mark.parametrize("regel", REGLAR, ids=lambda regel: regel.code)
def test_rules_are_explained_in_good_nynorsk(regel: Regel) -> None:
    assert not_nynorsk(f"{regel.name}. {regel.why}") == []
    assert regel.why.endswith(".")
    assert regel.name[0] == regel.name[0].lower()
    assert not regel.name.endswith(".")
    assert regel.wrong != regel.right


@pytest.mark.parametrize("year", sorted(PLAN_FILES))
def test_the_plans_here_have_nothing_of_severity_feil(year: str) -> None:
    before = str(int(year) - 1)
    fjor = plan_with(year=before) if before in PLAN_FILES else None
    found = check_plan(Grunnlag(plan_with(year=year), fjor))
    assert [each.message for each in found if each.regel.severity is Severity.FEIL] == []


def test_rules_do_not_change_their_mind() -> None:
    grunnlag = Grunnlag(plan_with(), plan_with(year=2030))
    assert check_plan(grunnlag) == check_plan(grunnlag)
