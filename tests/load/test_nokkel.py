"""Keys that nobody knows and keys that are missing, each fault told once.

«⟦…⟧» is what the finding must point at; a missing key is shown where it should have been.
"""

import pytest

from tests.load.liten_plan import changed, found


@pytest.mark.parametrize(
    ("old", "new", "message", "help_"),
    [
        (
            "formannskap: 2031-01-30",
            "⟦formanskap⟧: 2031-01-30",
            "Ukjend nøkkel `formanskap` i kommunen `toppdal`.",
            "Meinte du `formannskap`?",
        ),
        # A required key that is misspelt is not missing as well.
        (
            "tittel: Ledige tomter",
            "⟦tittl⟧: Ledige tomter",
            "Ukjend nøkkel `tittl` i tiltaket `tomter`.",
            "Meinte du `tittel`?",
        ),
        ("år: 2031\ndato", "⟦aar⟧: 2031\ndato", "Ukjend nøkkel `aar`.", "Meinte du `år`?"),
        (
            "statlege_midlar: ja",
            "⟦Statlege-midlar⟧: ja",
            "Ukjend nøkkel `Statlege-midlar` i tiltaket `tomter`.",
            "Meinte du `statlege_midlar`?",
        ),
        (
            "delmål:\n  busetjing",
            "⟦delmaal⟧:\n  busetjing",
            "Ukjend nøkkel `delmaal`.",
            "Meinte du `delmål`?",
        ),
        # Keys with a fixed set of names
        (
            "tiltaksmidlar: 400 000",
            "⟦tiltaksmidler⟧: 400 000",
            "Ukjend nøkkel `tiltaksmidler` i budsjettåret `2031` i tiltaket `tomter`.",
            "Meinte du `tiltaksmidlar`?",
        ),
        (
            "    tiltaksmidlar:\n      føremål",
            "    ⟦tiltakspott⟧:\n      føremål",
            "Ukjend nøkkel `tiltakspott` i `avtale`.",
            "Dei som finst: `tiltaksmidlar`, `driftstilskot`, `prosjektleiing`.",
        ),
        # Nothing near: what there is to choose between, less what is written already
        (
            "nummer: 9901",
            "nummer: 9901\n    ⟦ordførar⟧: Ho",
            "Ukjend nøkkel `ordførar` i kommunen `toppdal`.",
            (
                "Dei som finst: `samisk_namn`, `målform`, `merknad`, `vurdering`, "
                "`kommunedirektør`, `formannskapsvedtak`, "
                "`vedtak`, `profil`."
            ),
        ),
        (
            "nummer: 9901",
            "nummer: 9901\n    døme: ja\n    ⟦ordførar⟧: Ho",
            "Ukjend nøkkel `ordførar` i kommunen `toppdal`.",
            (
                "Dei som finst: `samisk_namn`, `målform`, `merknad`, `vurdering`, "
                "`kommunedirektør`, `formannskapsvedtak`, "
                "`vedtak`, `profil`."
            ),
        ),
        # A key that is empty is still a key that nobody knows
        (
            "nummer: 9901",
            "nummer: 9901\n    ⟦ordførar⟧:",
            "Ukjend nøkkel `ordførar` i kommunen `toppdal`.",
            (
                "Dei som finst: `samisk_namn`, `målform`, `merknad`, `vurdering`, "
                "`kommunedirektør`, `formannskapsvedtak`, "
                "`vedtak`, `profil`."
            ),
        ),
        # What is meant stands there already
        (
            "tittel: Ledige tomter",
            "tittel: Ledige tomter\n        ⟦titel⟧: Ledige tomter",
            "Ukjend nøkkel `titel` i tiltaket `tomter`.",
            "`tittel` står her frå før. Ta bort den eine.",
        ),
        # Marks
        (
            "tittel: Ledige tomter",
            "tittel: Ledige tomter\n        ⟦forebels⟧: ja",
            "Ukjend nøkkel `forebels` i tiltaket `tomter`.",
            "Meinte du `førebels`?",
        ),
        # A line too far in or too far out
        (
            "    vekt: 100\n    tiltak:\n      tomter:\n",
            "    tiltak:\n      tomter:\n        ⟦vekt⟧: 100\n",
            "Ukjend nøkkel `vekt` i tiltaket `tomter`.",
            "`vekt` høyrer heime i delmålet `busetjing`. Flytt linja dit.",
        ),
        (
            "samandrag: Planen er liten.\n",
            "    ⟦samandrag⟧: Planen er liten.\n",
            "Ukjend nøkkel `samandrag` i kommunen `toppdal`.",
            "`samandrag` høyrer heime øvst i planen, utan innrykk. Flytt linja dit.",
        ),
        (
            "avtale:\n  pilot: Toppdalen\n  fylkeskommune: Utkant fylkeskommune\n",
            "⟦fylkeskommune⟧: Utkant fylkeskommune\navtale:\n  pilot: Toppdalen\n",
            "Ukjend nøkkel `fylkeskommune`.",
            "`fylkeskommune` høyrer heime under `avtale`. Flytt linja dit.",
        ),
        (
            "status: i arbeid",
            "status: i arbeid\n        ⟦rekneskap⟧: {kommune: 10 000}",
            "Ukjend nøkkel `rekneskap` i tiltaket `tomter`.",
            "`rekneskap` høyrer heime under `budsjett`. Flytt linja dit.",
        ),
        (
            "            finansiering:\n              tiltaksmidlar: 400 000\n",
            "            ⟦tiltaksmidlar⟧: 400 000\n            finansiering:\n",
            "Ukjend nøkkel `tiltaksmidlar` i budsjettåret `2031` i tiltaket `tomter`.",
            "`tiltaksmidlar` høyrer heime under `finansiering`. Flytt linja dit.",
        ),
        (
            "nummer: 9901",
            "nummer: 9901\n    ⟦overskrifter⟧: {vurdering: Kva vi meiner}",
            "Ukjend nøkkel `overskrifter` i kommunen `toppdal`.",
            "`overskrifter` høyrer heime under `profil`. Flytt linja dit.",
        ),
        # A decimal comma within {…}
        (
            "sats: 500,",
            "sats: 500, beløp: 2,⟦5 mill.⟧,",
            "Ukjend nøkkel `5 mill.` i kjelda `kommune` i tiltaket `tomter`.",
            'Inni {…} skil komma nøklar. Set talet i hermeteikn: "2,5 mill."',
        ),
        (
            "sats: 500,",
            "sats: 500, beløp: 60 000,⟦-⟧,",
            "Ukjend nøkkel `-` i kjelda `kommune` i tiltaket `tomter`.",
            'Inni {…} skil komma nøklar. Set talet i hermeteikn: "2,5 mill."',
        ),
        (
            "sats: 500,",
            "sats: 500, beløp: 2,⟦5 millionar kroner⟧,",
            "Ukjend nøkkel `5 millionar kroner` i kjelda `kommune` i tiltaket `tomter`.",
            'Inni {…} skil komma nøklar. Set talet i hermeteikn: "2,5 mill."',
        ),
        # What would break the report's lines
        (
            "nummer: 9901",
            f'nummer: 9901\n    ⟦"to\\nlinjer {"x" * 60}"⟧: a',
            f"Ukjend nøkkel `to linjer {'x' * 29}…` i kommunen `toppdal`.",
            (
                "Dei som finst: `samisk_namn`, `målform`, `merknad`, `vurdering`, "
                "`kommunedirektør`, `formannskapsvedtak`, "
                "`vedtak`, `profil`."
            ),
        ),
    ],
)
def test_unknown_key(old: str, new: str, message: str, help_: str) -> None:
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place) == ("BP103", place)
    assert (funne.message, funne.help) == (message, help_)


def test_decimal_comma_within_braces_of_ids() -> None:
    text, [place] = changed("delar: {toppdal: 1}", "delar: {toppdal: 12,⟦5⟧}")
    [funne] = found(text)
    assert (funne.code, funne.place) == ("BP114", place)
    assert funne.help == 'Inni {…} skil komma nøklar. Set talet i hermeteikn: "2,5 mill."'


@pytest.mark.parametrize(
    ("old", "new", "message", "help_"),
    [
        (
            "      tomter:\n        nr: 1\n        tittel: Ledige tomter\n",
            "      ⟦tomter⟧:\n        nr: 1\n",
            "Feltet `tittel` manglar i tiltaket `tomter`.",
            "Legg til ei linje «tittel: …» her.",
        ),
        (
            "          2031:\n            kostnad: 500 000\n",
            "          ⟦2031⟧:\n",
            "Feltet `kostnad` manglar i budsjettåret `2031` i tiltaket `tomter`.",
            "Legg til ei linje «kostnad: …» her.",
        ),
        # In a list there is no key to point at but the first one there is
        (
            "        - år: 2031\n          beløp: 1 mill.\n",
            "        - ⟦beløp⟧: 1 mill.\n",
            "Feltet `år` manglar i løyving 1 i potten `tiltaksmidlar`.",
            "Legg til ei linje «år: …» her.",
        ),
        ("- {namn: Kommunedirektøren}", "- ⟦{}⟧", "Feltet `namn` manglar i person 1.", ""),
        (
            "prosjektleiar: {namn: Prosjektleiaren}",
            "⟦prosjektleiar⟧: {}",
            "Feltet `namn` manglar i `prosjektleiar`.",
            "",
        ),
        # At the top there is no key around it
        (
            "år: 2031\ndato: 2031-01-06\n",
            "⟦dato⟧: 2031-01-06\n",
            "Feltet `år` manglar.",
            "Legg til ei linje «år: …» her.",
        ),
    ],
)
def test_missing_key(old: str, new: str, message: str, help_: str) -> None:
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place, funne.message) == ("BP102", place, message)
    assert funne.help.startswith(help_)


def test_two_faults_in_one_group_are_two_findings() -> None:
    text, [measure, key] = changed(
        "tomter:\n        nr: 1\n        tittel: Ledige tomter\n        skildring: Eit oversyn.\n",
        "⟦tomter⟧:\n        nr: 1\n        ⟦skildrig⟧: Eit oversyn.\n",
    )
    assert [(funne.code, funne.place, funne.message) for funne in found(text)] == [
        ("BP102", measure, "Feltet `tittel` manglar i tiltaket `tomter`."),
        ("BP103", key, "Ukjend nøkkel `skildrig` i tiltaket `tomter`."),
    ]


def test_a_key_is_explained_by_one_misspelling_only_where_it_is_missing() -> None:
    text, [first, second] = changed(
        "        tittel: Ledige tomter\n",
        "        ⟦tittl⟧: Ledige tomter\n        ⟦titel⟧: Ledige tomter\n",
    )
    assert [(funne.code, funne.place) for funne in found(text)] == [
        ("BP103", first),
        ("BP103", second),
    ]
