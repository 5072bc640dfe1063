"""The two forms of a case document: one that stands alone, and its body for a case system."""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from bygdeplan.convert import FORMATS, Format
from bygdeplan.documents.saksframlegg import Saksframlegg
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.plans import PLAN_FILES
from tests.rendered import documents, page, read, text_of, texts, tree

HEIL = "saksframlegg-2026-fyresdal"
KROPP = f"{HEIL}-kropp"
# What a case system brings itself: the kommune's fields, the meetings, the state, who signs.
BROUGHT = [
    "Arkiv:",
    "Saksmappe:",
    "Formannskap:",
    "Kommunestyre:",
    "Saksframlegg for Fyresdal kommune",
    "Utkast.",
    "Ulf Pedersen",
]
PAGE_LINES = ["Side", "Plan for 2026, revisjon 1", "Saksframlegg: handlingsplan"]
WARNINGS = ["Planen inneheld døme.", "Planen inneheld førebelse opplysningar."]
TITLE = "Handlingsplan 2026 for bygdevekstavtalen"


@cache
def files(name: str) -> dict[str, bytes]:
    """The file of a document in each format."""
    made = produce([documents("2026")[name]], Malar(), FORMATS, Path())
    return {path.suffix.removeprefix("."): data for path, data in made.items()}


@cache
def text(name: str, format_: Format) -> str:
    """All that a file shows, headers and footers with it, with white space folded."""
    data = files(name)[format_]
    return " ".join(read_text(format_, data).split())


def read_text(format_: Format, data: bytes) -> str:
    match format_:
        case "docx":
            return " ".join(plain(part) for part in shown_parts(data))
        case "odt":
            return " ".join(plain(part) for part in parts(data, "content", "styles"))
        case "html":
            return text_of(next(read(data.decode()).iter("body")))
        case "pdf":
            return " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(data)).pages)
        case "md":
            return data.decode()


def shown_parts(docx: bytes) -> list[bytes]:
    """The text, and the headers and footers if any page refers to them."""
    body = parts(docx, "word/document")
    for kind in (b"header", b"footer"):
        if b"<w:%sReference" % kind in body[0]:
            body += parts(docx, f"word/{kind.decode()}")
    return body


def parts(package: bytes, *within: str) -> list[bytes]:
    with ZipFile(BytesIO(package)) as zipped:
        return [zipped.read(name) for name in zipped.namelist() if name.startswith(within)]


def plain(part: bytes) -> str:
    return " ".join(read(part.decode().partition("?>")[2]).itertext())


in_every_format = pytest.mark.parametrize("format_", FORMATS)


@pytest.mark.slow
@in_every_format
def test_a_body_leaves_out_what_a_case_system_brings(format_: Format) -> None:
    assert [words for words in BROUGHT if words in text(KROPP, format_)] == []
    assert [words for words in BROUGHT if words not in text(HEIL, format_)] == []


@pytest.mark.slow
@in_every_format
def test_a_body_says_what_it_holds_right_below_its_title(format_: Format) -> None:
    shown = text(KROPP, format_).replace("**", "")
    places = [shown.index(words) for words in (TITLE, *WARNINGS, "Samandrag")]
    assert places == sorted(places)


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["docx", "odt", "html", "pdf"])
def test_the_pages_of_a_body_have_no_lines_at_head_and_foot(format_: Format) -> None:
    standing_alone = PAGE_LINES if format_ != "html" else PAGE_LINES[1:]
    assert [words for words in standing_alone if words not in text(HEIL, format_)] == []
    assert [words for words in PAGE_LINES if words in text(KROPP, format_)] == []


@pytest.mark.parametrize("year", PLAN_FILES)
def test_a_body_is_a_document_of_its_own_without_what_stands_around_it(year: str) -> None:
    for kommune in (name for name in documents(year) if name.endswith("-kropp")):
        body, whole = (tree(year, name) for name in (kommune, kommune.removesuffix("-kropp")))
        around = {"undertittel", "signatur", "topptekst", "botntekst", "hopp"}
        assert around <= {element.get("class") for element in whole.iter()}
        assert around.isdisjoint({element.get("class") for element in body.iter()})
        for kind in ("h1", "h2", "h3", "caption", "ol"):
            assert texts(body.iter(kind)) == texts(whole.iter(kind))


def test_the_forms_are_told_apart_by_what_they_show() -> None:
    heil, kropp = (documents("2026")[name].build() for name in (HEIL, KROPP))
    assert isinstance(heil, Saksframlegg)
    assert isinstance(kropp, Saksframlegg)
    assert heil.omslag is not None
    assert kropp.omslag is None
    sums = [
        read(page("2026", name)).xpath("//meta[@name='kontrollsum']/@content")
        for name in (HEIL, KROPP)
    ]
    assert sums[0] != sums[1]
