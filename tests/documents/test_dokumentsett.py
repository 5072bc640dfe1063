"""Which documents go with a plan, in which order, and what their files are called."""

from collections.abc import Collection, Sequence

import pytest

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Dokumentslag, Oppdrag, document_set
from bygdeplan.documents.endringsliste import Endringsliste
from bygdeplan.documents.handlingsplan import Handlingsplan
from bygdeplan.documents.saksframlegg import FORMER, Form, Saksframlegg
from bygdeplan.documents.statusrapport import Statusrapport
from bygdeplan.documents.vedtaksoversikt import Vedtaksoversikt
from bygdeplan.model.plan import Plan
from tests.rendered import plan

ALL = ["toppdal", "ytre-glimsund"]


def names(
    this: Plan,
    fjor: Plan | None,
    wanted: Collection[Dokumentslag] = DOKUMENTSLAG,
    kommunar: Collection[str] = ALL,
) -> list[str]:
    return [document.filnamn for document in document_set(this, fjor, wanted, kommunar)]


def test_what_the_councils_get() -> None:
    assert names(plan("2031"), plan("2030")) == [
        "saksframlegg-2031-toppdal",
        "saksframlegg-2031-ytre-glimsund",
        "handlingsplan-2031",
        "endringsliste-2030-2031",
        "statusrapport-2030",
        "vedtaksoversikt-2031",
    ]


def test_without_a_year_before_what_needs_it_is_left_out() -> None:
    assert names(plan("2030"), None) == [
        "saksframlegg-2030-toppdal",
        "saksframlegg-2030-ytre-glimsund",
        "handlingsplan-2030",
        "vedtaksoversikt-2030",
    ]


NARROWED: list[tuple[Collection[Dokumentslag], Collection[str], list[str]]] = [
    (["statusrapport"], ALL, ["statusrapport-2030"]),
    # In the order they are read, whatever the order they were asked for in.
    (["endringsliste", "handlingsplan"], ALL, ["handlingsplan-2031", "endringsliste-2030-2031"]),
    (["saksframlegg"], ["ytre-glimsund"], ["saksframlegg-2031-ytre-glimsund"]),
    # A kommune narrows the saksframlegg only.
    (
        DOKUMENTSLAG,
        ["toppdal"],
        [
            "saksframlegg-2031-toppdal",
            "handlingsplan-2031",
            "endringsliste-2030-2031",
            "statusrapport-2030",
            "vedtaksoversikt-2031",
        ],
    ),
    ([], ALL, []),
]


@pytest.mark.parametrize(("wanted", "kommunar", "expected"), NARROWED)
def test_narrowed(
    wanted: Collection[Dokumentslag], kommunar: Collection[str], expected: list[str]
) -> None:
    assert names(plan("2031"), plan("2030"), wanted, kommunar) == expected


FORMS: list[tuple[Sequence[Form], list[str]]] = [
    (["heil"], ["saksframlegg-2031-toppdal"]),
    (["kropp"], ["saksframlegg-2031-toppdal-kropp"]),
    (FORMER, ["saksframlegg-2031-toppdal", "saksframlegg-2031-toppdal-kropp"]),
]


@pytest.mark.parametrize(("former", "expected"), FORMS)
def test_only_a_saksframlegg_has_forms(former: Sequence[Form], expected: list[str]) -> None:
    documents = document_set(plan("2031"), plan("2030"), DOKUMENTSLAG, ["toppdal"], former)
    rest = ["handlingsplan-2031", "endringsliste-2030-2031", "statusrapport-2030"]
    rest.append("vedtaksoversikt-2031")
    assert [document.filnamn for document in documents] == [*expected, *rest]


def test_each_document_knows_what_it_is_of() -> None:
    documents = document_set(plan("2031"), plan("2030"), DOKUMENTSLAG, ALL)
    assert [(each.emne.slag, each.emne.år, each.emne.kommune) for each in documents] == [
        ("saksframlegg", "2031", "Toppdal"),
        ("saksframlegg", "2031", "Ytre Glimsund"),
        ("handlingsplan", "2031", ""),
        ("endringsliste", "2030–2031", ""),
        ("statusrapport", "2030", ""),
        ("vedtaksoversikt", "2031", ""),
    ]


def test_each_document_speaks_of_its_own_year_and_kommune() -> None:
    documents: list[Oppdrag] = document_set(plan("2031"), plan("2030"), DOKUMENTSLAG, ALL)
    first, second, action_plan, changes, status, decisions = (
        document.build() for document in documents
    )
    assert isinstance(first, Saksframlegg)
    assert isinstance(second, Saksframlegg)
    assert (first.kommune, second.kommune) == ("Toppdal kommune", "Ytre Glimsund kommune")
    assert isinstance(action_plan, Handlingsplan)
    assert action_plan.endringar is not None
    assert isinstance(changes, Endringsliste)
    assert (changes.frå, changes.til) == ("2030", "2031")
    assert isinstance(status, Statusrapport)
    assert status.hovud.år == 2030
    assert isinstance(decisions, Vedtaksoversikt)
