"""A lock file: what stands in it, that it reads back, and that an edit shows."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from bygdeplan.endring import diff_plans
from bygdeplan.endring.kanonisk import plan_fields
from bygdeplan.model.plan import Plan
from bygdeplan.utgave.lasefil import Låsefeil, load_lock, read_lock
from tests.locking import lock_text
from tests.measures import STI
from tests.plans import PLAN_FILES, Edits, plan_with, small_plan

ADOPTED = date(2031, 2, 19)


def read(text: str) -> Plan:
    plan = read_lock(text.encode(), "2031-r1.lock").plan
    assert plan is not None
    return plan


@pytest.mark.parametrize("year", PLAN_FILES)
def test_the_plan_reads_back(year: str) -> None:
    plan = plan_with(year=year)
    locked = read(lock_text(plan, ADOPTED))
    assert plan_fields(locked) == plan_fields(plan)
    assert (locked.år, locked.revisjon, locked.dato) == (plan.år, plan.revisjon, plan.dato)
    assert str(locked.vedteken) == "2031-02-19"


@pytest.mark.parametrize("year", PLAN_FILES)
def test_no_money_has_moved_since(year: str) -> None:
    plan = plan_with(year=year)
    assert diff_plans(read(lock_text(plan, ADOPTED)), plan).tom


WRITTEN = st.text(
    st.one_of(
        st.sampled_from(list("\n\n  :#-|>&*!%@`'\"{}[],?~=«»–\u00a0\u2028\ufeff\t\\0å")),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]),
    ),
    min_size=1,
    max_size=60,
)


@given(WRITTEN, WRITTEN)
def test_any_text_reads_back(text: str, name: str) -> None:
    try:
        plan = small_plan(
            {
                f"{STI}/skildring": text,
                f"{STI}/tittel": name,
                "kommunar/toppdal/profil": {"hovudfelt": {"Arkiv": "", "Sak": "1"}},
            }
        )
    except AssertionError:  # nothing but space, or a character no plan may have
        reject()
    assert plan_fields(read(lock_text(plan, ADOPTED))) == plan_fields(plan)


def test_the_same_plan_gives_the_same_text() -> None:
    assert lock_text(plan_with(), ADOPTED) == lock_text(plan_with(), ADOPTED)


def test_what_goes_on_after_the_plan_is_adopted_is_left_out() -> None:
    goes_on: Edits = {
        f"{STI}/status": "i arbeid",
        f"{STI}/gjennomført": "Mykje.",
        "gjort": "Alt.",
        "kommunar/toppdal/vedtak": {"utfall": "vedteke"},
        f"{STI}/førebels": "ja",
    }
    assert lock_text(small_plan(goes_on), ADOPTED) == lock_text(small_plan(), ADOPTED)


def test_what_stands_in_it() -> None:
    plan = small_plan({f"{STI}/skildring": "Ein sti.\n\n  Og ei bru: kort."})
    text = lock_text(plan, ADOPTED)
    assert text.startswith(
        "# Revisjon 1 av handlingsplanen for 2031, slik han blei vedteken 19.\u00a0februar 2031.\n"
    )
    assert "\nlåsefil: 1\nkontrollsum: sha256:" in text
    assert "\når: 2031\nrevisjon: 1\ndato: 2031-01-06\nvedteken: 2031-02-19\navtale:\n" in text
    assert "        skildring: |-\n          Ein sti.\n\n            Og ei bru: kort.\n" in text
    assert "        statlege_midlar: ja\n" in text
    assert text.endswith("\n")
    assert not any(line != line.rstrip() for line in text.split("\n"))


def test_a_change_in_one_place_is_a_change_of_one_line_and_the_sum() -> None:
    one, other = (
        lock_text(small_plan({f"{STI}/tittel": title}), ADOPTED).split("\n")
        for title in ("Sti", "Stien")
    )
    changed = [line for line, before in zip(other, one, strict=True) if line != before]
    assert [line.split(":")[0].strip() for line in changed] == ["kontrollsum", "tittel"]


# --- what does not hold ---


TEXT = lock_text(small_plan(), ADOPTED)


def edited(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


HOLDS = {
    "other line ends": TEXT.replace("\n", "\r\n"),
    "no comments": "".join(f"{line}\n" for line in TEXT.splitlines() if line[:1] != "#"),
    "another way of writing": edited("vekt: 100\n", 'vekt: "100"\n'),
}


@pytest.mark.parametrize("text", HOLDS.values(), ids=HOLDS)
def test_what_says_the_same_holds(text: str) -> None:
    assert read(text) == read(TEXT)


BROKEN = {
    "a value": (edited("tittel: Sti\n", "tittel: Stien\n"), "er endra etter at revisjonen"),
    "the day": (edited("vedteken: 2031-02-19", "vedteken: 2031-02-20"), "er endra etter"),
    "a key more": (f"{TEXT}gjort: Alt.\n", "er endra etter"),
    "the sum": (edited("sha256:", "sha256:0"), "er endra etter"),
    "no sum": (edited("kontrollsum: ", "# "), "er endra etter"),
    "cut off": (TEXT[: len(TEXT) // 2], "er endra etter"),
    "a merge that failed": (edited("vekt: 100", "<<<<<<< HEAD\n  vekt: 100"), "let seg ikkje lese"),
    "a later format": (edited("låsefil: 1", "låsefil: 2"), r"kjenner \(2\).*Installer den nyaste"),
    "a plan": ("år: 2031\n", "er inga låsefil"),
    "a list": ("- år: 2031\n", "er inga låsefil"),
    "nothing": ("", "let seg ikkje lese"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_what_does_not_hold_is_told(text: str, message: str) -> None:
    with pytest.raises(Låsefeil, match=message) as fault:
        read(text)
    assert "2031-r1.lock" in fault.value.what
    assert str(fault.value) == f"{fault.value.what} {fault.value.advice}"


def test_a_plan_that_the_model_no_longer_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = {"år": "2031", "revisjon": "1", "vekt": "100"}
    monkeypatch.setattr("bygdeplan.utgave.lasefil._digest", lambda _: "rett")
    text = "".join(f"{key}: {value}\n" for key, value in fields.items())
    with pytest.raises(Låsefeil, match=r"kjenner han \(`dato`\)\. Installer"):
        read(f"låsefil: 1\nkontrollsum: rett\n{text}")


def test_the_line_of_what_cannot_be_read_is_told() -> None:
    with pytest.raises(Låsefeil, match=r"\(linje 3\)"):
        read("låsefil: 1\nkontrollsum: x\nlåsefil: 1\n")


def test_a_file_on_disk(tmp_path: Path) -> None:
    (tmp_path / "2031-r1.lock").write_text(TEXT, encoding="utf-8")
    file = load_lock(tmp_path / "2031-r1.lock")
    assert file.plan == read(TEXT)
    assert file.source.name == (tmp_path / "2031-r1.lock").as_posix()
