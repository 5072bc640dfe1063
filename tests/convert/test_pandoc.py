import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest

from bygdeplan.convert import ConversionError, pandoc
from bygdeplan.convert.document import Properties
from bygdeplan.convert.syntax import RowKind, Table
from tests.convert.pages import GROUP, page, row, table
from tests.starting import Call

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _pandoc_is_called_each_time(real_pandoc: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_call", real_pandoc)


USUAL: tuple[RowKind, ...] = ("vanleg",)
PAGE = page("<p>Noko tekst</p>", title="Ein «tittel»", said={"avsendar": "Bygda & byen"})
QUOTED = page("<blockquote><p>Noko tekst</p></blockquote>", title="Ein «tittel»")
"""What is left to pandoc to read."""


def test_a_document_says_what_its_page_says() -> None:
    document = pandoc.read_html(PAGE)
    assert document.properties == Properties(
        title="Ein «tittel»",
        author="Åse Ærø",
        date=date(2026, 1, 5),
        language="nn-NO",
        said={
            "title": "Ein «tittel»",
            "author": "Åse Ærø",
            "date": "2026-01-05",
            "lang": "nn-NO",
            "avsendar": "Bygda & byen",
        },
    )
    assert document.properties.timestamp == datetime(2026, 1, 5, tzinfo=UTC)


def test_the_title_block_is_left_to_the_page() -> None:
    assert json.loads(pandoc.read_html(PAGE).json)["meta"].keys() == {"lang"}


def test_a_document_knows_its_tables_in_reading_order() -> None:
    plain = "<table><caption>B <em>b</em></caption><thead><tr><th>x</th></tr></thead></table>"
    many = [row(str(n), "1") for n in range(12)]
    wide = table(GROUP, *many, row("x", "1", kind="sum"), caption="C")
    content = (
        f"{table(row('x', '1'), caption='A')}<ul><li>{plain}</li></ul>"
        f'<div class="tabell liggjande">{wide.replace("tabell-1", "c")}</div>'
    )
    assert pandoc.read_html(page(content)).tables == (
        Table(
            "A",
            has_row_headers=True,
            rows=("hovud", "vanleg"),
            sideways=False,
            is_whole=True,
            dense=False,
        ),
        Table(
            "B b",
            has_row_headers=False,
            rows=("hovud",),
            sideways=False,
            is_whole=True,
            dense=False,
        ),
        Table(
            "C",
            has_row_headers=True,
            rows=("hovud", "gruppe", *12 * USUAL, "sum"),
            sideways=True,
            is_whole=False,
            dense=False,
        ),
    )


def test_rows_of_a_foot_hold_sums() -> None:
    foot = "<tfoot><tr><th>I alt</th><td>1</td></tr></tfoot>"
    content = table(row("x", "1")).replace("</tbody>", f"</tbody>{foot}")
    [found] = pandoc.read_html(page(content)).tables
    assert found.rows == ("hovud", "vanleg", "sum")


# pandoc reads this without a word, and without the table and all that follows it.
LEFT_OPEN = "<table><thead><tr><th>A<th>B</tr></thead><tr><td colspan=2>Hus</td></tr></table>"

FAULTS = {
    "no title": (PAGE.replace("<title>Ein «tittel»", "<title>"), "«title»"),
    "no author": (PAGE.replace('content="Åse Ærø"', 'content=""'), "«author»"),
    "no date": (PAGE.replace("2026-01-05", ""), "«date»"),
    "no language": (PAGE.replace('lang="nn-NO"', ""), "«lang»"),
    "a date as people write it": (PAGE.replace("2026-01-05", "5. januar"), "«5. januar»"),
    "a language without its country": (PAGE.replace("nn-NO", "nn"), "nn-NO"),
    "no main": (PAGE.replace("main", "div"), "<main>"),
    "a tag left open": (page(f"{LEFT_OPEN}<p>Løe</p>"), "lukka"),
    "a link to nowhere": (page('<p><a href="#tabel-1">x</a></p>' + table()), "«#tabel-1»"),
    "two places of one name": (page(table() + '<p><span id="tabell-1">x</span></p>'), "«tabell-1»"),
}


@pytest.mark.parametrize(("html", "message"), FAULTS.values(), ids=FAULTS)
def test_a_page_that_would_lose_something_is_refused(html: str, message: str) -> None:
    with pytest.raises(ConversionError) as fault:
        pandoc.read_html(html)
    assert message in str(fault.value)
    assert "\n" not in str(fault.value)


def test_another_pandoc_on_the_machine_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pandoc", "pandoc.exe"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'pandoc 99.0'\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert pandoc.read_html(QUOTED).properties.title == "Ein «tittel»"


def test_a_missing_pandoc_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "find_spec", lambda _: None)
    with pytest.raises(ConversionError, match="pip install pypandoc_binary"):
        pandoc.read_html(QUOTED)


def test_a_pandoc_that_cannot_run_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "which", lambda *_, **__: str(tmp_path / "pandoc"))
    with pytest.raises(ConversionError, match="Får ikkje starta pandoc"):
        pandoc.read_html(QUOTED)


def test_a_pandoc_that_stops_says_why() -> None:
    garbled = replace(pandoc.read_html(PAGE), json=b'{"blocks": []}')
    with pytest.raises(ConversionError, match=r"pandoc seier: .*JSON") as fault:
        pandoc.write(garbled, "docx")
    assert "\n" not in str(fault.value)


def not_a_package() -> bytes:
    return b"Kj\xe6re Word"


def another_package() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    return content.getvalue()


@pytest.mark.parametrize("name", ["reference.docx", "reference.odt"])
@pytest.mark.parametrize("content", [bytes, not_a_package, another_package])
def test_a_reference_file_that_is_none(
    content: Callable[[], bytes], name: Literal["reference.docx", "reference.odt"], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content())
    to: pandoc.Writer = "docx" if name == "reference.docx" else "odt"
    with pytest.raises(ConversionError, match=f"^Malen {name} er skadd.*templates {name}»"):
        pandoc.write(pandoc.read_html(PAGE), to, reference=tmp_path / name)


def test_a_pandoc_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_TIMEOUT_SECONDS", 0.001)
    with pytest.raises(ConversionError, match="ikkje ferdig etter"):
        pandoc.read_html(QUOTED)


def test_files_on_the_machine_are_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "hus.png").write_bytes(b"\x89PNG")
    document = pandoc.read_html(page(f'<p><img alt="Hus" src="{tmp_path / "hus.png"}"></p>'))
    assert b"hus.png" not in pandoc.write(document, "docx")
