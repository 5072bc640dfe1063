"""What a file says, and the marks «førebels» and «døme» that lie beside it."""

from typing import Any

import pytest

from bygdeplan.load.compose import compose
from bygdeplan.load.data import mark_findings, marks_with_effect, read_data
from bygdeplan.model import Merke, Path
from tests.load.liten_plan import changed, found


def read(text: str) -> tuple[Any, Merke, list[str]]:
    """The data, the marks, and what is said of marks that cannot be read."""
    root, _ = compose(text)
    assert root is not None
    data, marks = read_data(root)
    findings = [finding.message for finding in mark_findings(marks)]
    return data, marks_with_effect(marks), findings


@pytest.mark.parametrize(
    ("text", "data", "førebels", "døme"),
    [
        ("a: 1", {"a": "1"}, set(), set()),
        ("a: 1\nførebels: ja", {"a": "1"}, {()}, set()),
        ("a: 1\ndøme: true", {"a": "1"}, set(), {()}),
        ("a: 1\ndøme: Ja", {"a": "1"}, set(), {()}),
        ("a: 1\ndøme: nei", {"a": "1"}, set(), set()),
        ("a: 1\ndøme: false", {"a": "1"}, set(), set()),
        ("a: 1\nb:\nførebels: [a]\ndøme:\n  - b", {"a": "1", "b": None}, {("a",)}, {("b",)}),
        ("a: 1\ndøme: []", {"a": "1"}, set(), set()),
        ("a: {b: {c: 1, døme: ja}}", {"a": {"b": {"c": "1"}}}, set(), {("a", "b")}),
        (
            "a: [x, {b: 1, førebels: [b]}]",
            {"a": ["x", {"b": "1"}]},
            {("a", 1, "b")},
            set(),
        ),
    ],
)
def test_marks_lie_beside_the_data(
    text: str, data: Any, førebels: set[Path], døme: set[Path]
) -> None:
    assert read(text) == (data, Merke(frozenset(førebels), frozenset(døme)), [])


FORM = "må vere «ja» eller ei liste av nøklar."
UNKNOWN = "viser til ein nøkkel som ikkje står her"


@pytest.mark.parametrize(
    ("old", "new", "message", "help_"),
    [
        (
            "nummer: 9901",
            "nummer: 9901\n    døme: ⟦kanskje⟧",
            f"Merket `døme` {FORM}",
            "Skriv «døme: ja» for heile gruppa, eller «døme: [tittel, vekt]».",
        ),
        (
            "nummer: 9901",
            "nummer: 9901\n    førebels:⟦⟧",
            f"Merket `førebels` {FORM}",
            "Skriv «førebels: ja» for heile gruppa, eller «førebels: [tittel, vekt]».",
        ),
        (
            "nummer: 9901",
            "nummer: 9901\n    døme: ⟦{nummer: ja}⟧",
            f"Merket `døme` {FORM}",
            "Skriv «døme: ja» for heile gruppa, eller «døme: [tittel, vekt]».",
        ),
        (
            "nummer: 9901",
            "nummer: 9901\n    døme: [namn, ⟦numer⟧]",
            f"Merket `døme` {UNKNOWN}: `numer`.",
            "Meinte du `nummer`?",
        ),
        (
            "vekt: 100",
            "vekt: 100\n    førebels: [⟦status⟧]",
            f"Merket `førebels` {UNKNOWN}: `status`.",
            "Dei som finst: `nr`, `tittel`, `vekt`, `tiltak`.",
        ),
        (
            "vekt: 100",
            "vekt: 100\n    døme: [⟦[vekt]⟧]",
            f"Merket `døme` {UNKNOWN}: `…`.",
            "Dei som finst: `nr`, `tittel`, `vekt`, `tiltak`.",
        ),
        (
            "vekt: 100",
            "vekt: 100\n    førebels: [vekt]\n    døme: [⟦førebels⟧]",
            f"Merket `døme` {UNKNOWN}: `førebels`.",
            "Dei som finst: `nr`, `tittel`, `vekt`, `tiltak`.",
        ),
    ],
)
def test_mark_that_cannot_be_read(old: str, new: str, message: str, help_: str) -> None:
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place) == ("BP116", place)
    assert (funne.message, funne.help) == (message, help_)


@pytest.mark.parametrize(
    ("old", "new", "message", "help_"),
    [
        (
            "vekt: 100",
            "vekt: 100\n    førebels: [vekt, ⟦nr⟧]",
            "Merket `førebels` har ingen verknad på `nr`. Nummeret er berre plassen i dokumenta.",
            "Ta `nr` ut av merket.",
        ),
        (
            "nummer: 9901",
            "nummer: 9901\n    profil: {overskrifter: {vurdering: Drøfting, døme: ⟦ja⟧}}",
            (
                "Merket `døme` har ingen verknad på `overskrifter`. "
                "Det gjeld berre korleis saksframlegget er sett opp."
            ),
            "Ta bort merket.",
        ),
    ],
)
def test_mark_without_effect(old: str, new: str, message: str, help_: str) -> None:
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place) == ("BP117", place)
    assert (funne.message, funne.help) == (message, help_)


def test_a_mark_without_effect_is_no_mark() -> None:
    _, merke, _ = read("år: 2031\ndelmål: {a: {nr: 1, vekt: 2, førebels: [nr, vekt]}}\ndøme: [år]")
    assert merke == Merke(frozenset({("delmål", "a", "vekt")}))


def test_a_mark_on_a_group_passes_over_what_cannot_be_marked() -> None:
    text, _ = changed("vekt: 100", "vekt: 100\n    førebels: ja")
    assert found(text) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    nummer: 9901\n", "    døme: [nummer]\n", "BP102"),
        ("    nummer: 9901\n", "    døme: [nummer]\n    numer: 9901\n", "BP103"),
        ("    formannskap:", "    døme: [formannskap]\n    formanskap:", "BP103"),
        ("    - {namn: Kommunedirektøren}", "    - {døme: [namn], nam: Ho}", "BP103"),
    ],
)
def test_a_mark_on_what_is_missing_or_misspelt_is_not_told_of_as_well(
    old: str, new: str, code: str
) -> None:
    text, _ = changed(old, new)
    assert [funne.code for funne in found(text)] == [code]
