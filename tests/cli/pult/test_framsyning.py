"""What the desk shows: anew when a file has changed, and the last good page with faults."""

import os
import shutil
from pathlib import Path

import pytest

from bygdeplan.cli.pult.framsyning import Framsyning, Utsyn
from tests.plans import TOPPDALEN

PLAN = "handlingsplan-2031"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    return tmp_path / "plans" / "2031.yaml"


def write(file: Path, old: str, new: str) -> None:
    """A change on disk, whose time is another however fast it comes."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    later = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(later, later))


def test_the_documents_by_their_names(file: Path) -> None:
    titles = {each.namn: each.tittel for each in Framsyning(file).look().dokument}
    assert titles["saksframlegg-2031-toppdal"] == "Saksframlegg 2031, Toppdal"
    assert titles[PLAN] == "Handlingsplan 2031"
    assert titles["endringsliste-2030-2031"] == "Endringsliste 2030–2031"


def test_a_document_in_the_other_form_says_so(file: Path) -> None:
    write(file, "    namn: Toppdal\n", "    namn: Toppdal\n    målform: bokmål\n")
    titles = {each.namn: each.tittel for each in Framsyning(file).look().dokument}
    assert titles[f"{PLAN}-bokmal"] == "Handlingsplan 2031, bokmål"


def test_nothing_is_made_anew_while_nothing_has_changed(file: Path) -> None:
    framsyning = Framsyning(file)
    assert framsyning.look() is framsyning.look()
    assert framsyning.page(PLAN) is framsyning.page(PLAN)


def test_a_change_shows(file: Path) -> None:
    framsyning = Framsyning(file)
    before = framsyning.look()
    write(file, "Turkart", "Turkart og skilt")
    assert framsyning.look().nr == before.nr + 1
    assert "Turkart og skilt" in (framsyning.page(PLAN) or "")


def test_a_change_shows_that_the_disk_gives_the_same_time_and_size(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bygdeplan.cli.pult.framsyning.monotonic", lambda: 0.0)
    framsyning = Framsyning(file)
    before, told = framsyning.look(), file.stat()
    file.write_bytes(file.read_bytes().replace(b"Turkart", b"Turkort", 1))
    os.utime(file, ns=(told.st_mtime_ns, told.st_mtime_ns))
    assert file.stat().st_size == told.st_size
    assert framsyning.look().nr == before.nr + 1
    assert "Turkort" in (framsyning.page(PLAN) or "")


def test_a_plan_that_has_stood_a_while_is_not_read_to_see_whether_it_is_another(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter((0.0, 10.0, 20.0))
    monkeypatch.setattr("bygdeplan.cli.pult.framsyning.monotonic", lambda: next(times))
    framsyning = Framsyning(file)
    before = framsyning.look()
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("is read"))
    assert framsyning.look() is before


def test_which_file_is_gone_is_told(file: Path) -> None:
    other = file.with_name("2030.yaml")
    other.unlink()
    other.symlink_to("borte.yaml")
    assert "2030.yaml let seg ikkje lese" in Framsyning(file).look().feil


def test_a_template_of_ones_own_shows(file: Path) -> None:
    framsyning = Framsyning(file)
    assert ">Innleiing</h2>" in (framsyning.page(PLAN) or "")
    own = file.parents[1] / "templates" / "ord"
    own.mkdir(parents=True)
    (own / "nynorsk.yaml").write_text("handlingsplan:\n  innleiing: Fyrst\n", "utf-8")
    assert ">Fyrst</h2>" in (framsyning.page(PLAN) or "")


def test_what_is_half_written_is_not_looked_at(file: Path) -> None:
    framsyning = Framsyning(file)
    before = framsyning.look()
    file.with_name(".2031.yaml.swp").write_text("half", "utf-8")
    assert framsyning.look() is before


FAULTS = {
    "a fault in the plan": ("vekt: 70", "vekt: 71"),
    "a fault in the shape": ("vekt: 70", "vekt: mykje"),
    "a fault in the syntax": ("vekt: 70", "vekt: [70"),
}


@pytest.mark.parametrize(("old", "new"), FAULTS.values(), ids=FAULTS)
def test_with_faults_the_last_good_page_stays(file: Path, old: str, new: str) -> None:
    framsyning = Framsyning(file)
    good = framsyning.page(PLAN)
    write(file, old, new)
    utsyn = framsyning.look()
    assert utsyn.er_gammalt
    assert utsyn.funn
    assert framsyning.page(PLAN) == good
    write(file, new, old)
    assert not framsyning.look().er_gammalt


def test_a_plan_with_faults_from_the_start_has_no_pages(file: Path) -> None:
    write(file, "vekt: 70", "vekt: mykje")
    framsyning = Framsyning(file)
    assert not framsyning.look().er_gammalt
    assert (framsyning.look().dokument, framsyning.page(PLAN)) == ((), None)


def gone(utsyn: Utsyn) -> bool:
    return bool(utsyn.feil) and utsyn.er_gammalt and bool(utsyn.dokument)


def test_a_file_or_folder_that_goes_away_and_comes_back(file: Path, tmp_path: Path) -> None:
    framsyning = Framsyning(file)
    framsyning.look()
    file.rename(file.with_name("2031.borte"))
    assert gone(framsyning.look())
    file.with_name("2031.borte").rename(file)
    assert not framsyning.look().feil
    file.parent.rename(tmp_path / "borte")
    assert gone(framsyning.look())
    (tmp_path / "borte").rename(file.parent)
    assert not framsyning.look().feil


def test_a_conflict_copy_beside_the_plan_is_told(file: Path) -> None:
    framsyning = Framsyning(file)
    before = len(framsyning.look().funn)
    shutil.copy(file, file.with_name("2031-MASKIN.yaml"))
    after = framsyning.look()
    assert len(after.funn) == before + 1
    assert any("2031-MASKIN.yaml" in each.message for each in after.funn)
