"""`bygdeplan lock`: what it writes, and when it does not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Program

LOCK = Path("plans/2031-r1.lock")
DAY = ("--date", "2031-02-19")
LOCK_2031 = ("lock", "2031", "--revision", "1", *DAY)


def edit(old: str, new: str) -> None:
    """Change the plan for 2031; what is changed occurs in it."""
    plan = Path("plans/2031.yaml")
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_plan_is_kept_beside_itself(bygdeplan: Program) -> None:
    assert bygdeplan(*LOCK_2031) == (0, "plans/2031-r1.lock\n", "")
    assert "\nvedteken: 2031-02-19\n" in LOCK.read_text(encoding="utf-8")
    edit("vekt: 70", "vekt: 60")
    edit("vekt: 30", "vekt: 40")
    assert bygdeplan("diff", "2031@r1", "2031").code == 0
    assert [path.name for path in Path("plans").glob("*lock*")] == ["2031-r1.lock"]


def test_twice_is_as_good_as_once(bygdeplan: Program) -> None:
    bygdeplan(*LOCK_2031)
    before = LOCK.read_bytes()
    edit("\nrevisjon: 1", "\nrevisjon: 1  # vedteken")
    said = bygdeplan(*LOCK_2031)
    assert (said.code, said.out) == (0, "plans/2031-r1.lock\n")
    assert said.err == "Revisjonen er låst frå før, med same innhald.\n"
    assert LOCK.read_bytes() == before


@pytest.mark.parametrize("day", ["2031-02-20", "2031-02-19"])
def test_what_is_locked_stays(day: str, bygdeplan: Program) -> None:
    bygdeplan(*LOCK_2031)
    before = LOCK.read_bytes()
    if day == "2031-02-19":
        edit("lært i 2030", "lært i fjor")
    said = bygdeplan("lock", "2031", "--revision", "1", "--date", day)
    assert said.code == 2
    assert "er låst frå før, med eit anna innhald eller ein annan dato" in said.err
    assert LOCK.read_bytes() == before


@pytest.mark.parametrize(("stands", "asked"), [(1, 2), (2, 1)])
def test_another_revision(stands: int, asked: int, bygdeplan: Program) -> None:
    edit("\nrevisjon: 1", f"\nrevisjon: {stands}")
    said = bygdeplan("lock", "2031", "--revision", str(asked), *DAY)
    assert said.code == 2
    assert f"plans/2031.yaml er revisjon {stands}, ikkje {asked}." in said.err
    assert not list(Path("plans").glob("*.lock"))


def test_a_plan_with_faults(bygdeplan: Program) -> None:
    edit("vekt: 70", "vekt: 71")
    said = bygdeplan(*LOCK_2031)
    assert (said.code, said.out) == (1, "")
    assert "feil BP201" in said.err
    assert not LOCK.exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["2031", "--revision", "1"], "`--date` manglar."),
        (["2031", *DAY], "`--revision` manglar."),
        (
            ["2031", "--revision", "ein", *DAY],
            "Verdien for `--revision` let seg ikkje lese. Skriv eit heilt tal, med siffer.",
        ),
        (
            ["2031", "--revision", "1", "--date", "1.2.31"],
            "Datoen let seg ikkje lese: `1.2.31`. Meinte du `2031-02-01`?",
        ),
        (["2031@HEAD", "--revision", "1", *DAY], "er ei eldre utgåve"),
        (["2039", "--revision", "1", *DAY], "Det finst ingen plan for 2039"),
    ],
)
def test_what_must_be_said(words: list[str], message: str, bygdeplan: Program) -> None:
    said = bygdeplan("lock", *words)
    assert (said.code, said.out) == (2, "")
    assert message in said.err
    assert not list(Path("plans").glob("*.lock"))


def test_a_day_before_the_plan_is_dated(bygdeplan: Program) -> None:
    said = bygdeplan("lock", "2031", "--revision", "1", "--date", "2031-01-05")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "feil: plans/2031.yaml er datert 6.\u00a0januar 2031, og kan ikkje vere vedteken før det. "
        "Skriv dagen revisjonen blei vedteken, eller rett `dato` i planen.\n"
    )
    assert not LOCK.exists()
