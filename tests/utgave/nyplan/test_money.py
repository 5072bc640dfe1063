"""The money from year to year: nothing is lost on the way from accounts to history."""

from typing import Any

import pytest

from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import KJELDER, POTTAR
from bygdeplan.utgave.nyplan import without_accounts
from tests.plans import GONE, Edits, plan_with, raw_plan
from tests.utgave.nyplan.carried import YEARS, Carried, carried_file, carried_with

pytestmark = pytest.mark.slow

VINTERSTI = "delmål/reiseliv/tiltak/vintersti/budsjett"


def fully_accounted(used: int = 0) -> Edits:
    """Edits that give every budget line of 2031 accounts: so many per cent of each source."""
    plan = plan_with(year=2031)
    return {
        f"{'/'.join(map(str, linje.path))}/rekneskap": {
            kjelde: str(del_.sum * used // 100)
            for kjelde, del_ in linje.pengar.finansiering.items()
        }
        for linje in okonomi.budsjettlinjer(plan)
        if linje.år == 2031
    }


def carried_over(plan: Carried) -> dict[str, int | None]:
    return {pott: midlar.overført for pott, midlar in plan.new.avtale.midlar.items()}


@pytest.mark.parametrize(("year", "following"), [("2025", 2026), ("2030", 2031)])
def test_it_is_what_the_author_of_the_next_plan_wrote(year: str, following: int) -> None:
    made, written = carried_file(year).new, plan_with(year=following)
    for pott, midlar in made.avtale.midlar.items():
        assert midlar.overført == written.avtale.midlar[pott].overført
    for år, of_year in made.budsjett.historikk.items():
        for delmål_id, kjelder in of_year.items():
            assert kjelder == written.budsjett.historikk[år][delmål_id]


@pytest.mark.parametrize("year", YEARS)
def test_accounts_become_history_and_budgets_go_on(year: str) -> None:
    old, new = carried_file(year).old, carried_file(year).new
    accounts = okonomi.rekneskapsført(old, old.år)
    assert new.budsjett.historikk == {**old.budsjett.historikk, old.år: accounts}
    running = {plass.id for plass in new.alle_tiltak} | set(new.budsjett.fellespostar)
    later = [x for x in okonomi.budsjettlinjer(old) if x.år > old.år and x.id in running]
    assert list(okonomi.budsjettlinjer(new)) == later


@pytest.mark.parametrize("year", YEARS)
def test_the_ledgers_agree(year: str) -> None:
    """What a pot has left by the old plan's accounts is what the new plan's ledger begins with."""
    old, new = carried_file(year).old, carried_file(year).new
    for pott in old.avtale.midlar:
        ledger = {of_year.år: of_year for of_year in okonomi.pottrekneskap(new, pott)}
        assert new.avtale.midlar[pott].overført in (ledger[new.år].overført, None)
        accounts = okonomi.rekneskapsført(old, old.år).values()
        assert ledger[old.år].brukt == sum(used.get(pott, 0) for used in accounts)


@pytest.mark.parametrize("used", [0, 37, 100])
def test_with_all_accounts_no_sum_is_asked_for(used: int) -> None:
    plan = carried_with(fully_accounted(used))
    assert without_accounts(plan.old) == []
    assert plan.faults == []
    asked = {"/".join(map(str, f.path)) for f in plan.found if f.regel.code == "BP611"}
    assert {path for path in asked if "historikk" in path or "overført" in path} == set()


def test_missing_accounts_are_asked_for() -> None:
    lacking: dict[str, Any] = {**fully_accounted(50), f"{VINTERSTI}/2031/rekneskap": GONE}
    lacking = {path: value for path, value in lacking.items() if value is not GONE}
    plan = carried_with(lacking)
    assert [linje.id for linje in without_accounts(plan.old)] == ["vintersti"]
    marked = {"/".join(map(str, path)) for slag, path in plan.new.merke if slag == "førebels"}
    assert "budsjett/historikk/2031" in marked
    # The path in the winter is paid from tiltaksmidlar, not from the other pots.
    assert "avtale/midlar/tiltaksmidlar/overført" in marked
    assert "avtale/midlar/driftstilskot/overført" not in marked


def test_a_line_that_costs_nothing_needs_no_accounts() -> None:
    free = {"kostnad": "0"}
    plan = carried_with({**fully_accounted(50), f"{VINTERSTI}/2031": free})
    assert without_accounts(plan.old) == []


def test_a_closed_measure_takes_its_accounts_with_it() -> None:
    line = {
        "kostnad": "100 000",
        "finansiering": {"anna": "100 000"},
        "rekneskap": {"anna": "90 000"},
    }
    plan = carried_with({"delmål/reiseliv/tiltak/gardsmat/budsjett": {"2031": line}})
    assert plan.new.finn_tiltak("gardsmat") is None
    assert plan.new.budsjett.historikk[2031] == {"reiseliv": {"anna": 90_000}}


def test_an_overdrawn_pot_is_for_a_person_to_mend() -> None:
    overdrawn = {
        **fully_accounted(100),
        "budsjett/fellespostar/leiing/budsjett/2031/rekneskap": {"prosjektleiing": "900 000"},
    }
    plan = carried_with(overdrawn)
    assert carried_over(plan)["prosjektleiing"] is None
    assert "BP332" in {finding.regel.code for finding in plan.found}


@pytest.mark.parametrize(
    "edits",
    [
        {"budsjett/historikk": GONE},
        {"budsjett/historikk": {}},
        {"budsjett/historikk": ""},
        {"budsjett/fellespostar": GONE, "budsjett/historikk": GONE, "budsjett/innleiing": GONE},
    ],
    ids=["no history", "an empty one", "a key alone", "little else"],
)
def test_history_is_written_where_there_is_none(edits: Edits) -> None:
    plan = carried_with({**fully_accounted(50), **edits} if len(edits) == 1 else edits)
    assert list(plan.new.budsjett.historikk) == [2031]


def test_a_plan_without_any_money() -> None:
    raw = raw_plan(2031)
    broke = {
        f"delmål/{d}/tiltak/{t}/budsjett": GONE
        for d, delmål in raw["delmål"].items()
        for t, tiltak in delmål["tiltak"].items()
        if "budsjett" in tiltak
    }
    plan = carried_with({**broke, "budsjett": GONE, "avtale/midlar": {}})
    assert plan.new.budsjett.historikk == {2031: {}}


def test_sources_stand_in_their_fixed_order() -> None:
    plan = carried_with(fully_accounted(50))
    for kjelder in plan.new.budsjett.historikk[2031].values():
        assert list(kjelder) == [kjelde for kjelde in KJELDER if kjelde in kjelder]
    assert set(plan.new.avtale.midlar) <= set(POTTAR)


def test_amounts_stand_as_authors_write_them() -> None:
    after = carried_with(fully_accounted(50)).after
    assert "      reiseliv:\n        tiltaksmidlar: 1 350 000\n" in after
    assert "      reiseliv: {tiltaksmidlar: 1 700 000, " in carried_file("2030").after
