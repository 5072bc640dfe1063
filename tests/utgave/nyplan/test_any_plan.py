"""Whatever a plan leaves out, and however it is laid out, next year's can be made from it."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bygdeplan.load.planfil import read_plan
from bygdeplan.ord.frase import MÅLFORMER
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.livslaup import AVSLUTTA_I_FJOR
from bygdeplan.utgave.nyplan.ny_plan import is_accounted_for
from tests.plans import GONE, Raw, edited, raw_plan
from tests.utgave.nyplan.carried import Carried, in_both_forms, in_form

pytestmark = pytest.mark.slow


def written(value: Any) -> Any:
    """The data without what has nothing in it, which the dumper has no way to write."""
    match value:
        case dict():
            return {key: written(part) for key, part in value.items() if part != ""}
        case list():
            return [written(part) for part in value]
        case _:
            return value


def keys(group: Any, path: str = "") -> list[str]:
    """The path of every key below a group."""
    if not isinstance(group, dict):
        return []
    paths = {f"{path}{key}": inner for key, inner in group.items()}
    return [*paths, *(deep for name, inner in paths.items() for deep in keys(inner, f"{name}/"))]


PLAN: Raw = written(raw_plan(2031))
KEYS = [path for path in keys(PLAN) if path not in ("år", "dato")]
LAYOUTS = st.fixed_dictionaries(
    {
        # All in braces, the innermost groups in braces, or none.
        "default_flow_style": st.sampled_from([True, None, False]),
        "width": st.sampled_from([40, 100, 10_000]),
        "indent": st.sampled_from([2, 4, 7]),
    }
)


def without(gone: list[str]) -> Raw:
    """The plan without some of its keys."""
    outermost = [p for p in gone if not any(p.startswith(f"{other}/") for other in gone)]
    return edited(PLAN, dict.fromkeys(outermost, GONE))


def laid_out(raw: Raw, layout: dict[str, Any]) -> str:
    text: str
    text = yaml.dump(raw, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, **layout)
    return text


@settings(max_examples=12)
@given(gone=st.lists(st.sampled_from(KEYS), max_size=6), layout=LAYOUTS)
def test_it_has_no_fault_that_the_old_one_had_not(gone: list[str], layout: dict[str, Any]) -> None:
    text = laid_out(without(gone), layout)
    if read_plan(text.encode(), "plan.yaml").findings:
        return  # something every plan must have was left out
    plan = Carried(text)
    assert plan.new.år == 2032
    assert plan.new.avtale.midlar.keys() == plan.old.avtale.midlar.keys()
    left = [plass for plass in plan.old.alle_tiltak if not is_accounted_for(plass.tiltak)]
    assert [plass.id for plass in plan.new.alle_tiltak] == [plass.id for plass in left]
    # A measure that is closed without an assessment stays, and is asked for.
    old = {(finding.regel, finding.path) for finding in check_plan(Grunnlag(plan.old))}
    old |= {(AVSLUTTA_I_FJOR, plass.path) for plass in left if plass.tiltak.avslutta}
    found = check_plan(Grunnlag(plan.new, plan.old))
    faults = [f for f in found if f.regel.severity == "feil" and (f.regel, f.path) not in old]
    assert [(fault.regel.code, fault.path) for fault in faults] == []


@settings(max_examples=8)
@given(gone=st.lists(st.sampled_from(KEYS), max_size=4), layout=LAYOUTS)
def test_both_forms_of_a_text_become_what_it_becomes_in_one(
    gone: list[str], layout: dict[str, Any]
) -> None:
    raw = without(gone)
    text = laid_out(raw, layout)
    if read_plan(text.encode(), "plan.yaml").findings:
        return  # something every plan must have was left out
    plain, both = Carried(text), Carried(laid_out(in_both_forms(raw), layout))
    for målform in MÅLFORMER:
        assert in_form(both.data, målform) == plain.data
    assert [f.path for f in both.found] == [f.path for f in plain.found]
