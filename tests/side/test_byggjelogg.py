"""The record of a folder: what is up to date is let be, what somebody has worked in is kept."""

import json
from pathlib import Path

import pytest

from bygdeplan.side.byggjelogg import NAMN, Byggjelogg, digest

PLAN = "handlingsplan-2031.docx"
RECIPE, COMMAND = digest("page"), digest("command")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document, and the record of it."""
    write(tmp_path, {tmp_path / PLAN: b"made"})
    return tmp_path


def write(folder: Path, made: dict[Path, bytes]) -> None:
    """Write files and the record of them, as a command does when nothing goes wrong."""
    after = Byggjelogg.read(folder).after(made, {path.name: RECIPE for path in made}, COMMAND)
    for path, data in {**made, **after.as_file()}.items():
        path.write_bytes(data)


def test_a_file_that_lies_as_it_was_made_need_not_be_made(folder: Path) -> None:
    logg = Byggjelogg.read(folder)
    assert logg.is_made(PLAN, RECIPE)
    assert logg.made_by(COMMAND) == (folder / PLAN,)


def test_a_file_of_another_page_is_made(folder: Path) -> None:
    assert not Byggjelogg.read(folder).is_made(PLAN, digest("another page"))


def test_another_command_makes_its_own(folder: Path) -> None:
    assert Byggjelogg.read(folder).made_by(digest("another command")) == ()


@pytest.mark.parametrize("harm", [lambda p: p.unlink(), lambda p: p.write_bytes(b"worked in")])
def test_a_file_that_is_gone_or_worked_in_is_made(folder: Path, harm: object) -> None:
    assert callable(harm)
    harm(folder / PLAN)
    logg = Byggjelogg.read(folder)
    assert not logg.is_made(PLAN, RECIPE)
    assert logg.made_by(COMMAND) == ()


RECORDS = {
    "none": None,
    "empty": b"",
    "half of it": b'{"format": 1, "files": {"handling',
    "of another format": b'{"format": 0, "files": {}, "commands": {}}',
    "no mapping": b"[]",
    "files of another form": b'{"format": 1, "files": {"x": 3}, "commands": {}}',
    "not text": b"\xff\xfe",
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_record_that_cannot_be_trusted_is_none(folder: Path, record: bytes | None) -> None:
    if record is None:
        (folder / NAMN).unlink()
    else:
        (folder / NAMN).write_bytes(record)
    assert Byggjelogg.read(folder) == Byggjelogg(folder)


def test_what_somebody_has_worked_in_gets_a_copy_with_a_name_of_its_own(folder: Path) -> None:
    (folder / PLAN).write_bytes(b"worked in")
    (folder / "handlingsplan-2031-endra.docx").write_bytes(b"worked in before")
    copies = Byggjelogg.read(folder).copies_of_edited({folder / PLAN: b"new"})
    assert copies == {folder / PLAN: folder / "handlingsplan-2031-endra-2.docx"}


def test_nobody_has_worked_in_what_was_made_or_is_made_now(folder: Path) -> None:
    (folder / "no-record.docx").write_bytes(b"new")
    made = {folder / PLAN: b"new", folder / "no-record.docx": b"new", folder / "gone.docx": b"new"}
    assert Byggjelogg.read(folder).copies_of_edited(made) == {}


def test_a_file_without_a_record_may_be_somebodys_work(folder: Path) -> None:
    (folder / NAMN).unlink()
    copies = Byggjelogg.read(folder).copies_of_edited({folder / PLAN: b"new"})
    assert copies == {folder / PLAN: folder / "handlingsplan-2031-endra.docx"}


@pytest.mark.parametrize("reached", [b"made", b"new"], ids=["before", "after"])
def test_ended_in_the_middle_of_writing_nothing_is_taken_for_work_nor_for_up_to_date(
    folder: Path, reached: bytes
) -> None:
    before = Byggjelogg.read(folder)
    after = before.after({folder / PLAN: b"new"}, {PLAN: digest("new page")}, COMMAND)
    for path, data in before.underway(after).as_file().items():
        path.write_bytes(data)
    (folder / PLAN).write_bytes(reached)
    found = Byggjelogg.read(folder)
    assert found.copies_of_edited({folder / PLAN: b"newer"}) == {}
    assert not found.is_made(PLAN, digest("new page"))
    assert not found.is_made(PLAN, RECIPE)
    assert found.made_by(COMMAND) == ()


def test_made_anew_nothing_is_up_to_date_and_work_is_still_kept(folder: Path) -> None:
    anew = Byggjelogg.read(folder).to_make_anew()
    assert not anew.is_made(PLAN, RECIPE)
    assert anew.copies_of_edited({folder / PLAN: b"new"}) == {}


def test_the_record_says_nothing_of_the_machine(folder: Path) -> None:
    said = json.loads((folder / NAMN).read_text("utf-8"))
    assert str(folder) not in json.dumps(said)


def test_digests_tell_texts_apart_by_where_they_end() -> None:
    assert digest("ab", "c") != digest("a", "bc")
