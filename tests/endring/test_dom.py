"""The level of every field of a plan: none is without one, and none has two."""

from collections.abc import Iterator
from typing import Any

import pytest

from bygdeplan.endring.dom import BERRE_REKKJEFØLGJE, BERRE_SKRIVEMÅTE, Nivådom, judge
from bygdeplan.endring.forskjell import Forskjell, comparable_fields
from bygdeplan.model.lookup import Planfelt, all_fields, decided_fields, field_at
from bygdeplan.model.om import Nivå, Område
from tests.plans import PLAN_FILES, plan_with

LEVELLED = decided_fields()
"""Every field with a level of its own, as plans are compared."""
DECIDED = [felt for felt in all_fields() if not felt.is_outside and not [*felt.inside()]]


def test_the_model_is_walked_to_its_ends() -> None:
    levelled = {felt.mønster for felt in LEVELLED}
    assert {"samandrag", "innstilling.*", "delmål.*.vekt", "tiltak.*.delmål"} <= levelled
    assert {"tiltak.*.indikatorar.*.mål", "tiltak.*.budsjett.**", "tiltak.*.status"} <= levelled
    assert "avtale.midlar.*.løyvingar.*.beløp" in levelled
    assert len(levelled) == len(LEVELLED)
    decided = {felt.mønster.removeprefix("delmål.*.") for felt in DECIDED}
    assert "tiltak.*.budsjett.*.finansiering.*.fordeling.*.timar" in decided
    assert "kommunar.*.profil.hovudfelt.*" in decided


@pytest.mark.parametrize("felt", DECIDED, ids=lambda felt: felt.mønster)
def test_every_field_has_a_level(felt: Planfelt) -> None:
    assert felt.avgjort is not None
    assert felt.avgjort.kvifor.endswith(".")


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
    assert [path for path in paths if not ((felt := field_at(path)) and felt.avgjort)] == []


def test_an_unknown_field_is_never_taken_lightly() -> None:
    assert judge([Forskjell(("noko", "nytt"), 1, 2)]).nivå is Nivå.PRINSIPIELL
    assert judge([Forskjell(("tiltak", "sti", "nytt"), "a", "A")]).nivå is Nivå.PRINSIPIELL


def test_every_part_of_a_plan_has_fields() -> None:
    assert {felt.område for felt in LEVELLED} == {*Område} - {Område.ANNA}


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
    "a steering group where there was none": (
        "organisering.styringsgruppe",
        None,
        [{"namn": "C", "stilling": "leiar"}],
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
    assert judge([middle, heavy, light]) == Nivådom(P, "Vektene er det partane har prioritert.")


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
