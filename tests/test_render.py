"""Templates people edit: which one is used, what is said when one is wrong, and data stays data."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bygdeplan.documents import (
    Dokument,
    build_handlingsplan,
    build_saksframlegg,
    build_statusrapport,
)
from bygdeplan.dokumentsett import DOKUMENTSLAG, document_set
from bygdeplan.fault import Fault
from bygdeplan.load.planfil import read_plan
from bygdeplan.model.base import Del
from bygdeplan.model.merke import MERKESLAG
from bygdeplan.render import Malar
from tests.plans import edited, plan_text, plan_with, raw_plan
from tests.rendered import plan, read, render, text_of

PAGE = "handlingsplan.html.j2"


@pytest.fixture(scope="module")
def view() -> Dokument:
    return build_handlingsplan(plan("2031"), None)


def write(folder: Path, name: str, text: str | bytes) -> Malar:
    """The templates of a user who has one of their own."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Malar(folder)


# Which template is used


def test_a_users_template_stands_in_for_the_shipped_one(tmp_path: Path, view: Dokument) -> None:
    malar = write(tmp_path, PAGE, "<h1>{{ dokument.hovud.tittel }}</h1>")
    assert malar.render(view) == "<h1>Handlingsplan 2031</h1>\n"


def test_the_other_documents_keep_the_shipped_ones(tmp_path: Path) -> None:
    malar = write(tmp_path, PAGE, "min")
    other = build_saksframlegg(plan("2031"), "toppdal", None)
    assert malar.render(other) == Malar().render(other)


@pytest.mark.parametrize(
    "name", ["saksframlegg/vurdering.html.j2", "felles/organisering.html.j2", "grunnmal.html.j2"]
)
def test_a_part_of_a_page_can_be_ones_own(name: str, tmp_path: Path) -> None:
    saksframlegg = build_saksframlegg(plan("2031"), "toppdal", None)
    malar = write(tmp_path, name, "<p>Min eigen del.</p>")
    assert "<p>Min eigen del.</p>" in malar.render(saksframlegg)
    assert "<p>Min eigen del.</p>" not in Malar().render(saksframlegg)


def test_a_users_template_can_build_on_the_shipped_parts(tmp_path: Path, view: Dokument) -> None:
    own = (
        '{% extends "grunnmal.html.j2" %}{% from "makroar.html.j2" import tabell %}'
        "{% block innhald %}{{ tabell(dokument.møte) }}{% endblock %}"
    )
    page = write(tmp_path, PAGE, own).render(view)
    assert page.startswith("<!doctype html>")
    assert "Fylkesutvalet i Utkant" in page


def test_the_style_can_be_ones_own(tmp_path: Path, view: Dokument) -> None:
    own = "p > a { content: '<\"'; }"
    assert f"{own}</style>" in write(tmp_path, "style.css", own).render(view)


def test_windows_mark_of_utf_8_is_no_part_of_a_template(tmp_path: Path, view: Dokument) -> None:
    assert write(tmp_path, PAGE, b"\xef\xbb\xbfmin").render(view) == "min\n"


def test_pages_hold_no_empty_lines() -> None:
    for document in document_set(plan("2031"), plan("2030"), DOKUMENTSLAG, ["toppdal"]):
        assert "" not in Malar().render(document.build()).split("\n")[:-1]


# What is said when one is wrong


def test_a_template_in_another_encoding(tmp_path: Path, view: Dokument) -> None:
    malar = write(tmp_path, PAGE, "<p>Økonomi</p>".encode("latin-1"))
    with pytest.raises(Fault, match=rf"Malen {PAGE} er ikkje lagra som UTF-8\."):
        malar.render(view)


def test_a_fault_lies_in_the_part_it_lies_in(tmp_path: Path, view: Dokument) -> None:
    malar = write(tmp_path, "felles/avtale.html.j2", "\n{{ dokument.avtale.period }}")
    with pytest.raises(Fault, match=r"Malen felles/avtale\.html\.j2, linje 2: .*`periode`"):
        malar.render(view)


# Data stays data


YEARS = ("2030", "2031")
NASTY = "<b>&amp;</b> {{ 7+7 }} {% raw %} {# x #} \"' <script>"
FIELD_NAMES = {name for part in Del.__subclasses__() for name in part.model_fields}
# Said to the machine or to the record, not to the reader of a document.
NOT_SHOWN = {
    "budsjett/fordelingsnøklar/*/tittel",
    "kommunar/*/vedtak/punkt/*",
    "kommunar/*/vedtak/saksnummer",
    "kommunar/*/vedtak/tilleggspunkt/*",
    "vidare_handsaming/fylkesutval/vedtak/saksnummer",
}


def leaves(raw: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every text in a plan file."""
    if not isinstance(raw, dict | list):
        yield path
        return
    for key, part in raw.items() if isinstance(raw, dict) else enumerate(raw):
        yield from leaves(part, (*path, str(key)))


def shape(path: tuple[str, ...]) -> str:
    """A path with every id, year and number left open."""
    return "/".join(part if part in FIELD_NAMES else "*" for part in path)


@cache
def free_text() -> set[str]:
    """The shapes of the paths where any text can stand: those that are read with nasty text."""
    one_of_each = {shape(path): (y, path) for y in YEARS for path in leaves(raw_plan(y))}
    return {kind for kind, (year, path) in one_of_each.items() if takes_any_text(year, path)}


def takes_any_text(year: str, path: tuple[str, ...]) -> bool:
    raw = edited(raw_plan(year), {"/".join(path): NASTY})
    is_mark = not set(MERKESLAG).isdisjoint(path)
    return not is_mark and read_plan(plan_text(raw).encode(), "plan.yaml").plan is not None


@cache
def shown_with_nasty_text(year: str) -> tuple[dict[str, list[str]], str]:
    """What is written in each kind of free text field, and the text of all pages of it."""
    written: dict[str, list[str]] = defaultdict(list)
    edits: dict[str, str] = {}
    for nr, path in enumerate(leaves(raw_plan(year))):
        if shape(path) in free_text():
            edits["/".join(path)] = f"Felt {nr} {NASTY}."
            written[shape(path)].append(edits["/".join(path)])
    nasty = plan_with(edits, year=year)
    documents = document_set(nasty, plan("2030"), DOKUMENTSLAG, list(nasty.kommunar))
    views = [document.build() for document in documents] + [build_statusrapport(nasty)]
    return written, " ".join(text_of(read(render(view))) for view in views)


def test_text_is_shown_sign_for_sign_in_whatever_field_it_stands() -> None:
    seen = {
        kind
        for written, shown in map(shown_with_nasty_text, YEARS)
        for kind, texts in written.items()
        if any(text in shown for text in texts)
    }
    assert len(free_text()) > 50
    assert free_text() - seen == NOT_SHOWN


@pytest.mark.parametrize("year", YEARS)
def test_text_is_never_taken_for_a_template_or_a_page(year: str) -> None:
    _, shown = shown_with_nasty_text(year)
    assert shown.count("{{ 7+7 }}") == shown.count(NASTY)
    assert " 14 {" not in shown
