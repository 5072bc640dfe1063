"""Words that only the other written form has."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from bygdeplan.model.malform import Målform
from bygdeplan.ord.frase import FILER
from bygdeplan.rules.ordform import ANDRE, other_form
from bygdeplan.rules.ordpar import BOKMÅL, BOKMÅL_FAMILIAR, NYNORSK, NYNORSK_FAMILIAR, PAR
from tests.plans import ROOT
from tests.rules.cases import not_bokmål, not_nynorsk

WORDS: dict[Målform, dict[str, str]] = {
    "nynorsk": {**PAR, **BOKMÅL},
    "bokmål": {**{nynorsk: bokmål for bokmål, nynorsk in PAR.items()}, **NYNORSK},
}
"""Written form → the words that are not of it, each with what is."""
FOREIGN_TO = {"nynorsk": not_nynorsk, "bokmål": not_bokmål}
FORMS = pytest.mark.parametrize("form", ["nynorsk", "bokmål"])

# Nynorsk beside Bokmål, where the one is what the other is called.
BOTH_WAYS = [
    ("ikkje", "ikke"),
    ("Ikkje", "Ikke"),
    ("fleire", "flere"),
    ("pilotkommunane", "pilotkommunene"),
    ("bustadstrategi", "boligstrategi"),
    ("tilskotet", "tilskuddet"),
    ("tilskotsordning", "tilskuddsordning"),
    ("investeringar", "investeringer"),
    ("arbeidsplassar", "arbeidsplasser"),
    ("rekneskapen", "regnskapet"),
    ("vidareføre", "videreføre"),
    ("berekraftig", "bærekraftig"),
    ("fylkesutval", "fylkesutvalg"),
    ("moglegheit", "mulighet"),
    ("tilgjengelege", "tilgjengelige"),
    ("prosjektleiaren", "prosjektlederen"),
]
TO_BOKMÅL = [
    ("dei", "de"),
    ("medan", "mens"),
    ("sidan", "siden"),
    ("dessutan", "dessuten"),
    ("vurderast", "vurderes"),
    ("byggjast", "bygges"),
    ("kartleggje", "kartlegge"),
    ("innflyttarar", "innflyttere"),
    ("grunneigarar", "grunneiere"),
    ("arbeidsgjevarane", "arbeidsgiverne"),
    ("planleggjarar", "planleggere"),
    ("samarbeidspartar", "samarbeidsparter"),
    ("organisasjonane", "organisasjonene"),
    ("kulturskulen", "kulturskolen"),
    ("viktigaste", "viktigste"),
    ("vanskelegare", "vanskeligere"),
    ("vedteken", "vedtatt"),
    ("vedtekne", "vedtatte"),
    ("sjølvstyre", "selvstyre"),
    ("kommunanes", "kommunenes"),
    ("utleigebustader", "utleieboliger"),
    ("samandrag", "sammendrag"),
    ("sakshandsaming", "saksbehandling"),
    ("helsetenestene", "helsetjenestene"),
    ("hovudmål", "hovedmål"),
    ("hovudutfordringar", "hovedutfordringer"),
    ("budsjettpostane", "budsjettpostene"),
    ("utviklingsavtalar", "utviklingsavtaler"),
    ("byggjesaker", "byggesaker"),
    ("høyringa", "høringen"),
    ("etablera", "etablere"),
]
TO_NYNORSK = [
    ("nyhet", "nyheit"),
    ("etableres", "blir etablert"),
    ("styringsgruppen", "styringsgruppa"),
    ("utleieboliger", "utleiebustader"),
]
IN_BOTH = ["samarbeid", "også", "dersom", "tiltaka", "framdrift", "kommunestyret", "bygdevekst"]


@pytest.mark.parametrize(
    ("word", "form", "own"),
    [
        *((bokmål, "nynorsk", nynorsk) for nynorsk, bokmål in BOTH_WAYS),
        *((nynorsk, "bokmål", bokmål) for nynorsk, bokmål in [*BOTH_WAYS, *TO_BOKMÅL]),
        *((bokmål, "nynorsk", nynorsk) for bokmål, nynorsk in TO_NYNORSK),
    ],
)
def test_each_word_has_its_own_in_the_other_form(word: str, form: Målform, own: str) -> None:
    assert other_form(word, form) == (own.lower(),)


@FORMS
@pytest.mark.parametrize("word", IN_BOTH)
def test_word_that_both_forms_have_is_let_be(word: str, form: Målform) -> None:
    assert other_form(word, form) == ()


@FORMS
def test_what_is_advised_in_a_form_is_of_that_form(form: Målform) -> None:
    for advised in WORDS[form].values():
        for word in re.findall(r"\w+", advised):
            assert other_form(word, form) == (), word


@FORMS
@pytest.mark.parametrize("first", ["bolig", "bustad", "hovud", "sjølv", "tilskudds", "tilskots"])
def test_advice_is_right_at_both_ends_of_a_word(form: Målform, first: str) -> None:
    for last in WORDS[form]:
        for advised in other_form(first + last, form):
            assert other_form(advised, form) == (), first + last


@FORMS
def test_no_word_is_of_neither_form(form: Målform) -> None:
    """A word that the one form has not is let be in the other."""
    for word in WORDS[form]:
        assert other_form(word, ANDRE[form]) == (), word


def test_no_word_is_listed_twice() -> None:
    assert len(set(PAR.values())) == len(PAR)
    assert not PAR.keys() & BOKMÅL.keys()
    assert not set(PAR.values()) & NYNORSK.keys()


@pytest.mark.parametrize("family", [*BOKMÅL_FAMILIAR, *NYNORSK_FAMILIAR])
def test_no_family_takes_long(family: str) -> None:
    for sign in ("a", "bustad", "inga", "ar", "leg"):
        assert not re.fullmatch(family, f"{sign * 4000}!")


@FORMS
def test_the_words_of_the_documents_are_of_their_form(form: Målform) -> None:
    table = yaml.safe_load((ROOT / "templates" / FILER[form]).read_text("utf-8"))
    assert FOREIGN_TO[form]("\n".join(phrases(table))) == []


def phrases(table: Any) -> Iterator[str]:
    """Every text of a table, without what is filled in."""
    for value in table.values() if isinstance(table, dict) else table:
        if isinstance(value, str):
            yield re.sub(r"\{[^{}]*\}", "", value)
        else:
            yield from phrases(value)
