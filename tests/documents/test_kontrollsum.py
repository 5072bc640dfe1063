"""The digest follows what a document shows, and nothing else."""

from dataclasses import replace

from bygdeplan.documents import build_handlingsplan, digest
from bygdeplan.load.planfil import read_plan
from tests.plans import plan_text, plan_with, raw_plan


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
