"""Where a new plan file is to lie, and when there is no place for one."""

from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.utgave.nyplan import new_file


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder, and go there."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plans(*years: int) -> Path:
    folder = Path("plans")
    folder.mkdir()
    for year in years:
        (folder / f"{year}.yaml").touch()
    return folder


def test_beside_the_plan_it_is_made_from() -> None:
    assert new_file(2032, plans(2031) / "2031.yaml") == Path("plans/2032.yaml")
    assert new_file(2032, Path("arkiv/gammal.yaml")) == Path("arkiv/2032.yaml")


def test_a_new_pilot_gets_a_folder() -> None:
    assert new_file(2032, None) == Path("plans/2032.yaml")


def test_a_new_pilot_takes_an_empty_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    plans()
    Path("notat").mkdir()
    monkeypatch.chdir("notat")
    assert new_file(2032, None) == Path("../plans/2032.yaml")


def test_a_new_pilot_does_not_lie_among_others() -> None:
    plans(2030, 2031)
    with pytest.raises(Fault, match=r"for 2030 og 2031\. Skriv «bygdeplan new 2032 --from 2031»"):
        new_file(2032, None)


def test_a_file_that_is_there_is_not_touched() -> None:
    folder = plans(2031, 2032)
    with pytest.raises(Fault, match=r"plans/2032\.yaml finst frå før"):
        new_file(2032, folder / "2031.yaml")


@pytest.mark.parametrize("year", [-1, 27, 20270])
def test_a_year_has_four_digits(year: int) -> None:
    with pytest.raises(Fault, match="er ikkje eit årstal"):
        new_file(year, None)
