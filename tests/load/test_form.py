"""What is said of empty fields, and of values of the wrong form.

Each row writes a piece of the small plan otherwise; «⟦…⟧» is what the finding must point at.
"""

import pytest

from tests.load.liten_plan import changed, found

Row = tuple[str, str, str, str]
"""What is written in the small plan, what is written instead, the message, the help."""

EMPTY: list[Row] = [
    (
        "samandrag: Planen er liten.",
        "⟦samandrag⟧:",
        "Feltet `samandrag` er tomt.",
        "Skriv noko etter kolonet, eller ta bort linja om feltet kan utelatast.",
    ),
    (
        "tittel: Ledige tomter",
        "⟦tittel⟧:",
        "Feltet `tittel` i tiltaket `tomter` er tomt.",
        "Skriv noko etter kolonet, eller ta bort linja om feltet kan utelatast.",
    ),
    (
        (
            "  toppdal:\n    namn: Toppdal\n    nummer: 9901\n    formannskap: 2031-01-30\n"
            "    kommunestyre: 2031-02-20\n"
        ),
        "  ⟦toppdal⟧:\n",
        "Feltet `toppdal` er tomt.",
        "Skriv noko etter kolonet, eller ta bort linja om feltet kan utelatast.",
    ),
    (
        "tiltaksmidlar: 400 000",
        "⟦tiltaksmidlar⟧:",
        "Feltet `tiltaksmidlar` i budsjettåret `2031` i tiltaket `tomter` er tomt.",
        "Skriv noko etter kolonet, eller ta bort linja om feltet kan utelatast.",
    ),
    (
        "  - Planen blir vedteken.",
        "  - Planen blir vedteken.\n  -⟦⟧",
        "Det står ingenting i punkt 2 i `innstilling`.",
        "Skriv noko etter «- », eller ta bort linja.",
    ),
]

FORM: list[Row] = [
    (
        "innstilling:\n  - Planen blir vedteken.",
        "⟦innstilling⟧:\n  -Planen blir vedteken.",
        "`innstilling` skal vere ei liste, ikkje tekst.",
        "Skriv eit vanleg mellomrom etter «-» og etter kolon.",
    ),
    (
        "prosjekteigar: {namn: Regionrådet}",
        "⟦prosjekteigar⟧:\n    namn:Regionrådet",
        "`prosjekteigar` i `organisering` skal vere ei gruppe av nøklar, ikkje tekst.",
        "Skriv eit vanleg mellomrom etter «-» og etter kolon.",
    ),
    (
        "innstilling:\n  - Planen blir vedteken.",
        "⟦innstilling⟧: Planen blir vedteken.",
        "`innstilling` skal vere ei liste, ikkje tekst.",
        "Skriv «- » framfor kvart punkt, på linjene under.",
    ),
    (
        "  styringsgruppe:\n    - {namn: Kommunedirektøren}",
        "  ⟦styringsgruppe⟧:\n    namn: Kommunedirektøren",
        "`styringsgruppe` i `organisering` skal vere ei liste, ikkje ei gruppe av nøklar.",
        "Skriv «- » framfor kvart punkt, på linjene under.",
    ),
    (
        "prosjekteigar: {namn: Regionrådet}",
        "⟦prosjekteigar⟧: Regionrådet",
        "`prosjekteigar` i `organisering` skal vere ei gruppe av nøklar, ikkje tekst.",
        "Skriv nøklane på linjene under, rykte inn med to mellomrom: «namn: …».",
    ),
    (
        "    - {namn: Kommunedirektøren}",
        "    - ⟦Kommunedirektøren⟧",
        "Punkt 1 i `styringsgruppe` i `organisering` skal vere ei gruppe av nøklar, ikkje tekst.",
        "Skriv nøklane på linjene under, rykte inn med to mellomrom: «namn: …».",
    ),
    (
        "    likt:\n      tittel: likt\n      delar: {toppdal: 1}",
        "    ⟦likt⟧:\n      - tittel: likt\n        delar: {toppdal: 1}",
        "`likt` i `budsjett` skal vere ei gruppe av nøklar, ikkje ei liste.",
        "Ta bort «- », og skriv ein nøkkel og kolon framfor kvar: «bustad-innsikt:».",
    ),
    (
        "  fordelingsnøklar:\n    likt:\n      tittel: likt\n      delar: {toppdal: 1}",
        "  ⟦fordelingsnøklar⟧: likt",
        "`fordelingsnøklar` i `budsjett` skal vere ei gruppe av nøklar, ikkje tekst.",
        "Skriv nøklane på linjene under, rykte inn med to mellomrom: «bustad-innsikt: …».",
    ),
    (
        "tittel: Ledige tomter",
        "⟦tittel⟧: [Ledige tomter]",
        "`tittel` i tiltaket `tomter` skal vere tekst, ikkje ei liste.",
        "Skriv verdien rett etter kolonet, utan «- » og utan klammer.",
    ),
    (
        "  - Planen blir vedteken.",
        "  - ⟦Vedtak⟧: Planen blir vedteken.",
        "Punkt 1 i `innstilling` skal vere tekst, ikkje ei gruppe av nøklar.",
        (
            "Set teksten i hermeteikn når han har kolon og mellomrom i seg: "
            '"Vedtak: Planen blir vedteken.".'
        ),
    ),
    (
        "dato: 2031-01-06",
        "⟦dato⟧: [2031-01-06]",
        "`dato` skal vere éin verdi, ikkje ei liste.",
        "Skriv verdien rett etter kolonet, utan «- » og utan klammer.",
    ),
    (
        "kostnad: 500 000",
        "⟦kostnad⟧: {tiltaksmidlar: 500 000}",
        (
            "`kostnad` i budsjettåret `2031` i tiltaket `tomter` skal vere éin verdi, "
            "ikkje ei gruppe av nøklar."
        ),
        "Skriv verdien rett etter kolonet, utan «- » og utan klammer.",
    ),
    (
        "status: i arbeid",
        "⟦status⟧: [i arbeid]",
        "`status` i tiltaket `tomter` skal vere éin verdi, ikkje ei liste.",
        "Skriv verdien rett etter kolonet, utan «- » og utan klammer.",
    ),
]


@pytest.mark.parametrize(("old", "new", "message", "help_"), EMPTY)
def test_empty_field(old: str, new: str, message: str, help_: str) -> None:
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place) == ("BP102", place)
    assert (funne.message, funne.help) == (message, help_)


@pytest.mark.parametrize(("old", "new", "message", "help_"), FORM)
def test_wrong_form(old: str, new: str, message: str, help_: str) -> None:
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place) == ("BP104", place)
    assert (funne.message, funne.help) == (message, help_)


@pytest.mark.parametrize(
    "piece",
    [
        "merknad:",
        "vedtak:",
        "vedtak: {utfall: vedteke, saksnummer: }",
        "profil:",
        "profil: {hovudfelt: }",
    ],
)
def test_what_can_be_left_out_can_be_left_empty(piece: str) -> None:
    text, _ = changed("nummer: 9901", f"nummer: 9901\n    {piece}")
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        (
            "⟦Ein plan for Toppdalen⟧",
            "Fila skal vere ei gruppe av nøklar, ikkje tekst.",
            "Skriv nøklane på linjene under, rykte inn med to mellomrom: «år: …».",
        ),
        (
            "- ⟦år⟧: 2031\n  dato: 2031-01-06\n",
            "Fila skal vere ei gruppe av nøklar, ikkje ei liste.",
            "Ta bort «- », og skriv ein nøkkel og kolon framfor kvar: «bustad-innsikt:».",
        ),
    ],
)
def test_file_that_is_no_plan_at_all(text: str, message: str, help_: str) -> None:
    [funne] = found(text.replace("⟦", "").replace("⟧", ""))
    assert (funne.code, funne.message, funne.help) == ("BP104", message, help_)
    assert funne.place.line == 1
