"""`bygdeplan render` once more: what prints what has changed is made anew, the rest is let be."""

from pathlib import Path
from typing import NamedTuple

import pytest

from bygdeplan.side.byggjelogg import NAMN
from tests.cli.conftest import Program, Said


class File(NamedTuple):
    """A file as it lies there: another one with the same bytes is not the same."""

    inode: int
    written: int
    data: bytes


def files(folder: Path) -> dict[str, File]:
    found = (path for path in folder.rglob("*.*") if path.name != NAMN)
    return {path.name: File(*_when(path), path.read_bytes()) for path in found}


def _when(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns


def told(said: Said, how: str) -> set[str]:
    """The names of the files that are said to be «laga» or «uendra»."""
    lines = (line.split(maxsplit=1) for line in said.err.splitlines())
    return {Path(path).name for word, path in lines if word == how}


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


CHANGES = {
    "what a new measure is": ("2031", "gjester og innbyggjarar kan leige"),
    "what a new measure counts": ("2031", "timar i veka"),
    "what a measure did last year": ("2030", "Tre kurs for kokkar"),
    "how a measure ended": ("2031", "Karta blei brukte mest der"),
    "why a measure was changed": ("2031", "Skilta må setjast opp på berr mark"),
    "what one kommune says": ("2031", "Planen følgjer opp næringsstrategien"),
    "what all say": ("2031", "Pengane går til tiltak som"),
    "a comment in the file": ("2031", "Ytre Glimsund has no local assessment"),
}
"""What is changed → the file, and some words that stand once in it."""


@pytest.mark.parametrize(("year", "words"), CHANGES.values(), ids=CHANGES)
def test_what_prints_the_changed_words_is_made_anew(
    bygdeplan: Program, workplace: Path, year: str, words: str
) -> None:
    first = bygdeplan("render", "--format", "html", "--verbose")
    before = files(workplace / "build")
    assert told(first, "laga") == before.keys()
    replace(workplace / "plans" / f"{year}.yaml", words, f"{words} nett")
    again = bygdeplan("render", "--format", "html", "--verbose")
    after = files(workplace / "build")
    prints = {
        name for name, file in before.items() if words in " ".join(file.data.decode().split())
    }
    assert prints < before.keys()
    assert told(again, "laga") == prints
    assert told(again, "uendra") == before.keys() - prints
    assert {name for name, file in after.items() if file != before.get(name)} == prints


@pytest.mark.slow
def test_in_every_format_at_once(bygdeplan: Program, workplace: Path) -> None:
    formats = [word for each in ("docx", "odt", "pdf", "html", "md") for word in ("--format", each)]
    bygdeplan("render", *formats)
    before = files(workplace / "build")
    year, words = CHANGES["what a measure did last year"]
    replace(workplace / "plans" / f"{year}.yaml", words, f"{words} nett")
    again = bygdeplan("render", *formats, "--verbose")
    after = files(workplace / "build")
    made = {name for name, file in after.items() if file != before.get(name)}
    assert made == told(again, "laga")
    assert {Path(name).stem for name in made} == {
        "saksframlegg-2031-toppdal",
        "saksframlegg-2031-ytre-glimsund",
        "statusrapport-2030",
    }
    assert len(made) == 3 * 5
    assert all(after[name].data != before[name].data for name in made)


def test_when_nothing_has_changed_no_file_is_touched(bygdeplan: Program, workplace: Path) -> None:
    first = bygdeplan("render", "--format", "html")
    before = files(workplace / "build")
    again = bygdeplan("render", "--format", "html", "--verbose")
    assert files(workplace / "build") == before
    assert told(again, "uendra") == before.keys()
    assert again.out == first.out


def test_everything_is_made_anew_when_that_is_asked_for(
    bygdeplan: Program, workplace: Path
) -> None:
    bygdeplan("render", "--format", "html")
    before = files(workplace / "build")
    again = bygdeplan("render", "--format", "html", "--anew", "--verbose")
    after = files(workplace / "build")
    assert told(again, "laga") == before.keys()
    assert all(after[name].inode != file.inode for name, file in before.items())
    assert {name: file.data for name, file in after.items()} == {
        name: file.data for name, file in before.items()
    }


def test_a_document_that_is_chosen_alone_is_as_it_is_in_the_set(
    bygdeplan: Program, workplace: Path
) -> None:
    bygdeplan("render", "--format", "html")
    before = files(workplace / "build")
    again = bygdeplan("render", "--format", "html", "--document", "handlingsplan", "--verbose")
    assert told(again, "uendra") == {"handlingsplan-2031.html"}
    assert files(workplace / "build") == before
