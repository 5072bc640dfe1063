"""The digest follows what a document shows, and nothing else."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from markupsafe import Markup

from bygdeplan.documents.dokument import KJEND_FRÅ_FØR, digest
from bygdeplan.documents.dokumentsett import Dokument
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.funn.fault import Fault
from bygdeplan.load.planfil import read_plan
from bygdeplan.utsjanad.diagram.verdiar import Diagram
from tests.plans import plan_text, plan_with, raw_plan
from tests.rendered import documents, render


def digest_with(edits: dict[str, object]) -> str:
    return digest(build_handlingsplan(plan_with(edits), None))


def test_is_sha_256() -> None:
    kind, _, value = digest_with({}).partition(":")
    assert (kind, len(value)) == ("sha256", 64)
    assert int(value, 16)


def test_the_same_words_give_the_same_digest_whatever_the_file_looks_like() -> None:
    text = "# Ein merknad\n" + plan_text(raw_plan(2031))
    plan = read_plan(text.encode(), "plan.yaml").plan
    assert plan is not None
    assert digest(build_handlingsplan(plan, None)) == digest_with({})


def test_a_change_in_what_is_shown_changes_the_digest() -> None:
    assert digest_with({"revisjon": 2}) != digest_with({})
    view = build_handlingsplan(plan_with({}), None)
    [first, *rest] = view.budsjett_år.rader
    changed = replace(view.budsjett_år, rader=(replace(first, namn=f"{first.namn} "), *rest))
    assert digest(replace(view, budsjett_år=changed)) != digest(view)


# Every field of a view


def other(value: Any, hint: Any) -> Any:
    """Another value of a field; the same one when there is no other to be had."""
    if get_origin(hint) is Literal:
        return next(each for each in get_args(hint) if each != value)
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case Markup():
            return value + Markup("<b>x</b>")
        case str():
            return f"{value}x"
        case tuple():
            return value[:-1]
        case _:
            return value


def altered(value: Any, cls: type, name: str) -> Any:
    """A part of a view with another value in a field wherever it occurs."""
    if isinstance(value, tuple):
        return tuple(altered(part, cls, name) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {each.name: altered(getattr(value, each.name), cls, name) for each in fields(value)}
    if type(value) is cls:
        changed[name] = other(
            changed[name], get_type_hints(cls, localns={"Diagram": Diagram})[name]
        )
    return type(value)(**changed)


def all_fields(value: Any) -> Iterator[tuple[type, str]]:
    """Each field of a view and of all that lies in it, but not in the charts, which are drawn."""
    if isinstance(value, tuple):
        for part in value:
            yield from all_fields(part)
    elif is_dataclass(value) and not isinstance(value, Diagram):
        for each in fields(value):
            yield type(value), each.name
            yield from all_fields(getattr(value, each.name))


FOLLOW = {"fjor", "pilot", "til", "tom", "budsjettet_er_likt", "nøkkeltal", "punktmerke"}
"""Fields that no page shows as they are: what is shown beside them decides them."""


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in documents("2031") if "kropp" not in name])
def test_a_field_is_in_the_digest_when_the_page_shows_it(name: str) -> None:
    view = documents("2031")[name].build()

    page = without_digest(view)
    views = {each: altered(view, *each) for each in dict.fromkeys(all_fields(view))}
    shown = {each for each, other in views.items() if without_digest(other) != page}
    told = {each for each, other in views.items() if digest(other) != digest(view)}
    assert {each for each in shown - told if not is_known_from_others(*each)} == set()
    assert {each for each in told - shown if each[1] not in FOLLOW} == set()


def is_known_from_others(cls: Any, name: str) -> bool:
    """Whether what other fields show decides it: the names of the kommunar, how many there are."""
    [field] = [each for each in fields(cls) if each.name == name]
    return field.metadata == KJEND_FRÅ_FØR


def without_digest(view: Dokument) -> str:
    """The page of a document but for the digest; what stops it is read by a template."""
    try:
        return render(view).replace(digest(view), "")
    except Fault as fault:
        return str(fault)
