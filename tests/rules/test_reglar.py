"""What holds for all rules: their codes, their words, and that each has cases of both kinds."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from inspect import isfunction, signature
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import bygdeplan
from bygdeplan import rules
from bygdeplan.audit import rules as of_files
from bygdeplan.audit import samanlikning
from bygdeplan.funn.finding import Brot, Prøveregel, Regel, Severity
from bygdeplan.les import avvist
from bygdeplan.load import reglar as shape
from bygdeplan.rules import (
    REGLAR,
    Grunnlag,
    avslutning,
    check_plan,
    grunngjeving,
    handsaming,
    lasing,
    livslaup,
    malform,
    oppfolging,
    pengar,
    pottar,
    regelbok,
    rekneskap,
    sprak,
    statsmidlar,
    tilvising,
    trykk,
    unntak,
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
    test_malform,
    test_oppfolging,
    test_pengar,
    test_pottar,
    test_rekneskap,
    test_sprak,
    test_statsmidlar,
    test_tilvising,
    test_trykk,
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
    (malform, test_malform.CASES),
    (trykk, test_trykk.CASES),
)
CASES: list[Case] = [case for _, cases in FAMILIES for case in cases]
PUT_TO = {"plans": rules, "files": of_files}
"""What has rules that it is put to → the package that gathers them."""
FOUND_WHEN_READ = (shape, avvist, samanlikning, unntak)
"""The modules whose rules have no function of their own."""


def modules(package: ModuleType) -> list[ModuleType]:
    names = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(name.name) for name in names]


def families(package: ModuleType) -> list[ModuleType]:
    """The modules of a package that write down rules with functions."""
    return [
        module
        for module in modules(package)
        if module not in FOUND_WHEN_READ and (own_records(module) or functions(module))
    ]


def records(module: ModuleType) -> list[Regel]:
    return [value for value in vars(module).values() if isinstance(value, Regel)]


def functions(family: ModuleType) -> list[Any]:
    """The functions of a family that find breaches in what it judges, as a record takes them."""
    return [
        value
        for name, value in vars(family).items()
        if isfunction(value)
        and not name.startswith("_")
        and value.__module__ == family.__name__
        and signature(value).return_annotation == Iterator[Brot]
    ]


def faults(family: ModuleType, gathered: tuple[Regel, ...]) -> Iterator[str]:
    """What of a family of rules is not one record, with one function, in one list."""
    own = records(family)
    yield from (f"{each.code} has no function" for each in own if not isinstance(each, Prøveregel))
    yield from (f"{each.code} is not in the list" for each in own if each not in family.REGLAR)
    yield from (f"{each.code} is not gathered" for each in own if each not in gathered)
    taken = [each.finn for each in own if isinstance(each, Prøveregel)]
    for function in functions(family):
        if taken.count(function) != 1:
            yield f"{function.__name__} has {taken.count(function)} records"
    yield from (
        f"{after.code} comes after {before.code}"
        for before, after in pairwise(family.REGLAR)
        if after.code <= before.code
    )


@pytest.mark.parametrize("package", PUT_TO.values(), ids=PUT_TO)
def test_every_rule_has_its_function_and_stands_in_one_list(package: ModuleType) -> None:
    found = families(package)
    assert [fault for each in found for fault in faults(each, package.REGLAR)] == []
    assert sum(len(each.REGLAR) for each in found) == len(package.REGLAR)
    assert sorted(package.REGLAR, key=lambda regel: regel.code) == list(package.REGLAR)


def nothing(_: Grunnlag) -> Iterator[Brot]:
    yield from ()


def a_family(code: str = "BP201") -> ModuleType:
    """A family of one rule, as it should be."""
    family = ModuleType("family")
    regel = Prøveregel(code, Severity.FEIL, "tull", "Tull.", "a", "b", finn=nothing)
    vars(family).update(TULL=regel, REGLAR=(regel,), nothing=nothing, __name__=__name__)
    return family


def test_family_as_it_should_be_has_no_fault() -> None:
    family = a_family()
    assert list(faults(family, family.REGLAR)) == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ({"TULL": Regel("BP201", Severity.FEIL, "tull", "Tull.", "a", "b")}, "no function"),
        ({"REGLAR": ()}, "BP201 is not in the list"),
        ({"TULL": None, "REGLAR": ()}, "nothing has 0 records"),
        ({"TO": a_family("BP202").TULL}, "nothing has 2 records"),
        ({"REGLAR": a_family().REGLAR * 2}, "BP201 comes after BP201"),
        ({"REGLAR": a_family("BP202").REGLAR + a_family().REGLAR}, "BP201 comes after BP202"),
    ],
)
def test_family_with_a_planted_fault_is_refused(planted: dict[str, Any], told: str) -> None:
    family = a_family()
    gathered = family.REGLAR
    vars(family).update(planted)
    assert any(told in fault for fault in faults(family, gathered))


def test_family_that_nobody_gathers_is_refused() -> None:
    assert list(faults(a_family(), ())) == ["BP201 is not gathered"]


def test_rule_cannot_be_put_to_a_plan_without_its_function() -> None:
    with pytest.raises(TypeError, match="finn"):
        Prøveregel("BP201", Severity.FEIL, "tull", "Tull.", "a", "b")  # type: ignore[call-arg]


def test_rules_without_a_function_stand_where_they_are_found() -> None:
    """Each of them is used by name: `FJORÅRET.finding(…)`, or through a table."""
    every = modules(bygdeplan)
    bare = {module for module in every if any(type(each) is Regel for each in own_records(module))}
    assert bare == set(FOUND_WHEN_READ)
    for module in FOUND_WHEN_READ:
        assert {each.code for each in own_records(module)} <= set(regelbok.REGELBOK)
        for name, value in vars(module).items():
            if isinstance(value, Regel):
                assert any(uses(other, name) for other in every), f"nobody finds {value.code}"


def own_records(module: ModuleType) -> list[Regel]:
    """The rules that a module writes down, not those it imports."""
    source = source_of(module)
    return [
        value
        for name, value in vars(module).items()
        if isinstance(value, Regel) and re.search(rf"^{name} = ", source, re.MULTILINE)
    ]


def uses(module: ModuleType, name: str) -> bool:
    """Whether a module finds breaches of a rule: by its name, or as the rule of a kind of fault."""
    return bool(re.search(rf"\b{name}\.finding\(|\(\s*{name},\s", source_of(module)))


def source_of(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def test_every_family_is_tested_here() -> None:
    assert set(families(rules)) == {family for family, _ in FAMILIES}


@pytest.mark.parametrize("regel", REGLAR, ids=lambda regel: regel.code)
def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it(regel: Regel) -> None:
    assert {case.at is None for case in CASES if case.regel == regel} == {True, False}


@pytest.mark.parametrize("regel", regelbok.REGELBOK.values(), ids=list(regelbok.REGELBOK))
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
