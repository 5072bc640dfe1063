"""The level of every field of a plan: none is without one, and none has two."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from bygdeplan.endring.dom import BERRE_REKKJEFØLGJE, BERRE_SKRIVEMÅTE, Dom, judge
from bygdeplan.endring.forskjell import Forskjell, comparable_fields
from bygdeplan.endring.kanonisk import UTANFOR
from bygdeplan.endring.niva import Nivå
from bygdeplan.endring.planfelt import PLANFELT, Område, fields_at
from bygdeplan.model.lookup import types_at
from bygdeplan.model.plan import Plan
from tests.plans import PLAN_FILES, plan_with


def fields_of(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path of every field the plan decides, `*` for what the author names or counts."""
    for name in model.model_fields.keys() - UTANFOR.get(model, frozenset()):
        for kind in types_at(model, (name,)):
            yield from fields_in(kind, (*path, name))


def fields_in(kind: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from fields_of(kind, path)
    elif get_origin(kind) in (dict, list):
        for inner in types_at_any_key(kind):
            yield from fields_in(inner, (*path, "*"))
    else:
        yield path


def types_at_any_key(kind: Any) -> list[Any]:
    """The types that the values of a mapping or a list may have."""
    inner = get_args(kind)[-1]
    return [each for each in get_args(inner) or (inner,) if each is not type(None)]


def as_compared(path: tuple[str, ...]) -> tuple[str, ...]:
    """The path in the form plans are compared in: measures lie side by side."""
    return path[2:] if path[:3] == ("delmål", "*", "tiltak") else path


FIELDS = sorted({as_compared(path) for path in fields_of(Plan, ())})
WHERE_IT_LIES = [("tiltak", "*", "delmål"), ("tiltak", "*", "status")]
"""What only the compared form has: the sub-goal of a measure, and whether it is closed."""


def test_the_model_is_walked_to_its_ends() -> None:
    found = {".".join(path) for path in FIELDS}
    assert {"samandrag", "innstilling.*", "delmål.*.vekt", "tiltak.*.indikatorar.*.mål"} <= found
    assert "tiltak.*.budsjett.*.finansiering.*.fordeling.*.timar" in found
    assert "kommunar.*.profil.hovudfelt.*" in found
    assert "avtale.midlar.*.løyvingar.*.beløp" in found


@pytest.mark.parametrize("path", [*FIELDS, *WHERE_IT_LIES], ids=".".join)
def test_every_field_has_one_level(path: tuple[str, ...]) -> None:
    [felt] = fields_at(path)
    assert felt.kvifor.endswith(".")


def test_every_level_is_for_a_field_that_exists() -> None:
    known = [*FIELDS, *WHERE_IT_LIES]
    assert [felt.mønster for felt in PLANFELT if not any(map(felt.covers, known))] == []


@pytest.mark.parametrize("year", PLAN_FILES)
def test_every_value_of_a_plan_has_a_level(year: str) -> None:
    def values(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if isinstance(value, dict | list):
            for key, part in value.items() if isinstance(value, dict) else enumerate(value):
                yield from values(part, (*path, str(key)))
        else:
            yield path

    paths = list(values(comparable_fields(plan_with(year=year), 2000), ()))
    assert len(paths) > 200
    assert [path for path in paths if next(fields_at(path), None) is None] == []


def test_an_unknown_field_is_never_taken_lightly() -> None:
    assert judge([Forskjell(("noko", "nytt"), 1, 2)]).nivå is Nivå.PRINSIPIELL
    assert judge([Forskjell(("tiltak", "sti", "nytt"), "a", "A")]).nivå is Nivå.PRINSIPIELL


def test_every_part_of_a_plan_has_fields() -> None:
    assert {felt.område for felt in PLANFELT} == {*Område} - {Område.ANNA}


P, V, I = Nivå.PRINSIPIELL, Nivå.MÅ_VURDERAST, Nivå.IKKJE_PRINSIPIELL  # noqa: E741

LEVELS: dict[str, tuple[str, Any, Any, Nivå]] = {
    "a weight": ("delmål.bustad.vekt", 60, 50, P),
    "a number": ("delmål.bustad.nr", 1, 2, I),
    "one word": ("tiltak.sti.skildring", "Alle skal gå.", "Alle kan gå.", V),
    "a figure in a text": ("samandrag", "Om 15 år.", "Om 1,5 år.", V),
    "a sign before a figure": ("samandrag", "Ned 5 %.", "Ned -5 %.", V),
    "a minus that stands apart": ("samandrag", "Ned – 5 %.", "Ned 5 %.", V),
    "a key": ("samandrag", "Likt, 1 : 2", "Likt, 1 / 2", V),
    "per cent": ("samandrag", "Opp 60 %", "Opp 60", V),
    "a fraction": ("samandrag", "Om 1/2 år", "Om 12 år", V),
    "a negative sum in brackets": ("samandrag", "Sum (500)", "Sum 500", V),
    "an ordinal": ("samandrag", "Elevar i 5. klasse", "Elevar i 5 klasse", V),
    "a unit": ("samandrag", "Eit verk på 5 MW", "Eit verk på 5 mW", V),
    "a full stop after a year": ("samandrag", "Ferdig i 2031", "Ferdig i 2031.", I),
    "more and less": ("samandrag", "Minst > fem", "Minst < fem", V),
    "a question": ("samandrag", "Alle skal gå.", "Alle skal gå?", V),
    "a hyphen": ("samandrag", "Hus- og hytteeigarar", "Hus og hytteeigarar", V),
    "a compound word": ("samandrag", "ikkje-kommunal", "ikkjekommunal", V),
    "a stroke": ("samandrag", "hus/hytte", "hushytte", V),
    "brackets": ("samandrag", "Alle (ikkje éin) går", "Alle ikkje éin går", V),
    "quotes where there were none": ("samandrag", "Det er gratis", "Det er «gratis»", V),
    "quotes of another kind": ("samandrag", "«Ja», “nei”", "\"Ja\", 'nei'", I),
    "inner quotes of another kind": ("samandrag", "«Eit \u2039ja\u203a»", "«Eit ‘ja’»", I),
    "a soft hyphen": ("samandrag", "Over\u00adføring", "Overføring", I),
    "and so on": ("samandrag", "Skular, hus …", "Skular, hus", V),
    "one sign or three": ("samandrag", "Skular, hus …", "Skular, hus ...", I),
    "a letter after a figure": ("samandrag", "Til 2. juni", "Til 2. Juni", V),
    "a sub-goal whose id has a hyphen": ("tiltak.sti.delmål", "tun-a", "tuna", P),
    "a partner whose id has a hyphen": ("tiltak.sti.samarbeidspartar", ["lag-a"], ["laga"], P),
    "a small letter": ("tiltak.sti.tittel", "Sti til Fjorden", "Sti til fjorden", I),
    "quotes and a full stop": ("samandrag", 'Om "vegen"', "Om «vegen».", I),
    "a dash between words": ("samandrag", "Ja - no", "Ja – no", I),
    "an accent is another word": ("samandrag", "Ein kontakt", "Éin kontakt", V),
    "one word or two": ("samandrag", "lamme lår", "lammelår", V),
    "spelling of a name": ("tiltak.sti.ansvarleg", "turlaget", "Turlaget", I),
    "another name": ("tiltak.sti.ansvarleg", "Velet", "Turlaget", P),
    "a comma in a decision": ("innstilling", ["Ja, alt."], ["Ja alt."], P),
    "decisions in another order": ("innstilling", ["Ja.", "Nei."], ["Nei.", "Ja."], P),
    "partners in another order": ("avtale.partar", ["A", "B"], ["B", "A"], I),
    "one partner fewer": ("avtale.partar", ["A", "B"], ["A"], P),
    "the same name twice": ("avtale.partar", ["A"], ["A", "A"], P),
    "one more who takes part": ("tiltak.sti.samarbeid", None, ["A"], V),
    "the position of a member": (
        "organisering.styringsgruppe",
        [{"namn": "A", "stilling": "leiar"}, {"namn": "B"}],
        [{"namn": "A", "stilling": "dagleg leiar"}, {"namn": "B"}],
        V,
    ),
    "more about the organisation": ("organisering.omtale", "Ein kan.", "Ein skal.", V),
    "the position of the manager": ("organisering.prosjektleiar.stilling", "a", "b", V),
    "whom the manager is from": ("organisering.prosjektleiar.frå", "a", "b", P),
    "another member": (
        "organisering.styringsgruppe",
        [{"namn": "A"}, {"namn": "B"}],
        [{"namn": "A"}, {"namn": "C"}],
        P,
    ),
    "a member more, with a position": (
        "organisering.styringsgruppe",
        [{"namn": "A"}],
        [{"namn": "A"}, {"namn": "C", "stilling": "leiar"}],
        P,
    ),
    "the source of an appropriation": (
        "avtale.midlar.drift.løyvingar",
        [{"år": 2031, "beløp": 5, "kjelde": "Brev"}],
        [{"år": 2031, "beløp": 5, "kjelde": "Tilskotsbrev"}],
        V,
    ),
    "a pot that comes": ("avtale.midlar.drift", None, {"føremål": "Drift", "løyvingar": []}, P),
    "a meeting": ("kommunar.tun.formannskap", "2031-01-01", None, V),
    "the layout of a kommune": ("kommunar.tun.profil.kortmånad", "feb.", "febr.", I),
    "an indicator that comes": (
        "tiltak.sti.indikatorar",
        None,
        {"folk": {"namn": "Folk", "eining": "folk", "mål": 3}},
        P,
    ),
    "the unit of an indicator": ("tiltak.sti.indikatorar.folk.eining", "km", "mil", V),
    "hours": ("tiltak.sti.budsjett.2031.finansiering.kommune.timar", 5, None, P),
    "a budget without a krone": ("tiltak.sti.budsjett", None, {"2031": {"kostnad": 0}}, P),
}


@pytest.mark.parametrize(("path", "old", "new", "level"), LEVELS.values(), ids=LEVELS)
def test_level(path: str, old: Any, new: Any, level: Nivå) -> None:
    difference = Forskjell(tuple(path.split(".")), old, new)
    assert judge([difference]).nivå is level
    assert judge([difference.mirrored]).nivå is level


def test_the_weightiest_of_several_counts() -> None:
    light = Forskjell(("delmål", "a", "nr"), 1, 2)
    middle = Forskjell(("samandrag",), "Ja", "Nei")
    heavy = Forskjell(("delmål", "a", "vekt"), 1, 2)
    assert judge([light, middle]).nivå is V
    assert judge([middle, heavy, light]) == Dom(P, "Vektene er det partane har prioritert.")


def test_why_a_light_change_is_light() -> None:
    assert judge([Forskjell(("samandrag",), "ja", "Ja")]) == BERRE_SKRIVEMÅTE
    assert judge([Forskjell(("vedlegg",), ["a", "b"], ["b", "a"])]) == BERRE_REKKJEFØLGJE


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("prinsipiell", P),
        ("Prinsipiell ", P),
        ("må vurderast", V),
        ("ma-vurderast", V),
        ("MÅ-VURDERAST", V),
        ("ikkje-prinsipiell", I),
        ("ikkje prinsipiell", I),
        ("prinsipielt", None),
    ],
)
def test_levels_are_read_as_people_write_them(written: str, level: Nivå | None) -> None:
    assert Nivå.read(written) is level
