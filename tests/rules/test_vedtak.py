"""What the councils decided: the same in all of them."""

import pytest

from bygdeplan.rules.vedtak import (
    ANNAN_VEDTAKSDATO,
    IKKJE_LIKELYDANDE,
    IKKJE_VEDTEKE,
    TILLEGGSPUNKT,
)
from tests.plans import raw_plan
from tests.rules.cases import Case, breaks, judge, keeps, table

VEDTAK = "kommunar/toppdal/vedtak"
FORMANNSKAPET = "kommunar/toppdal/formannskapsvedtak"
FYLKET = "vidare_handsaming/fylkesutval/vedtak"
INNSTILLING = raw_plan(2031)["innstilling"]
PLANEN, MIDLANE, ENDRINGAR = INNSTILLING


def decided(*points: str, **more: object) -> dict[str, object]:
    return {VEDTAK: {"utfall": "vedteke", "punkt": list(points), **more}}


CASES = (
    breaks(
        IKKJE_LIKELYDANDE,
        "other words",
        decided(PLANEN, "Ubrukte midlar frå 2030 blir ståande.", ENDRINGAR),
        f"{VEDTAK}/punkt/1",
    ),
    breaks(IKKJE_LIKELYDANDE, "a point left out", decided(PLANEN, ENDRINGAR), f"{VEDTAK}/punkt"),
    breaks(
        IKKJE_LIKELYDANDE,
        "a point among the others",
        decided(PLANEN, "Kommunen vil ha meir.", MIDLANE, ENDRINGAR),
        f"{VEDTAK}/punkt/1",
    ),
    keeps(IKKJE_LIKELYDANDE, "word for word", decided(*INNSTILLING)),
    keeps(IKKJE_LIKELYDANDE, "the wording is not written down", {VEDTAK: {"utfall": "vedteke"}}),
    keeps(
        IKKJE_LIKELYDANDE,
        "spaces, line breaks",
        decided(f"  {PLANEN}  ", MIDLANE.replace(" ", "\u00a0"), ENDRINGAR.replace(" ", "\n")),
    ),
    keeps(
        IKKJE_LIKELYDANDE,
        "quotes and dashes",
        decided('Planen "ut" 2030-2033', MIDLANE, ENDRINGAR)
        | {"innstilling": ["Planen «ut» 2030–2033", MIDLANE, ENDRINGAR]},
    ),
    keeps(
        IKKJE_LIKELYDANDE,
        "a point in addition",
        decided(*INNSTILLING, tilleggspunkt=["Kommunen vil ha meir."]),
    ),
    breaks(
        TILLEGGSPUNKT,
        "one more",
        decided(*INNSTILLING, tilleggspunkt=["Kommunen vil ha meir."]),
        f"{VEDTAK}/tilleggspunkt/0",
    ),
    keeps(TILLEGGSPUNKT, "none", decided(*INNSTILLING)),
    breaks(
        IKKJE_LIKELYDANDE,
        "the formannskap recommends something else",
        {FORMANNSKAPET: {"utfall": "vedteke", "punkt": [PLANEN, MIDLANE]}},
        f"{FORMANNSKAPET}/punkt",
    ),
    breaks(
        TILLEGGSPUNKT,
        "one more from the formannskap",
        {FORMANNSKAPET: {"utfall": "vedteke", "tilleggspunkt": ["Kommunen vil ha meir."]}},
        f"{FORMANNSKAPET}/tilleggspunkt/0",
    ),
    breaks(
        ANNAN_VEDTAKSDATO,
        "in the formannskap",
        {FORMANNSKAPET: {"utfall": "vedteke", "dato": "2031-01-31"}},
        f"{FORMANNSKAPET}/dato",
    ),
    breaks(IKKJE_VEDTEKE, "put off", {VEDTAK: {"utfall": "utsett"}}, f"{VEDTAK}/utfall"),
    breaks(
        IKKJE_VEDTEKE,
        "the county says no",
        {FYLKET: {"utfall": "ikkje vedteke"}},
        f"{FYLKET}/utfall",
    ),
    keeps(IKKJE_VEDTEKE, "adopted", {VEDTAK: {"utfall": "vedteke"}}),
    breaks(
        ANNAN_VEDTAKSDATO,
        "the day after",
        {VEDTAK: {"utfall": "vedteke", "dato": "2031-02-21"}},
        f"{VEDTAK}/dato",
    ),
    breaks(
        ANNAN_VEDTAKSDATO,
        "in the county",
        {FYLKET: {"utfall": "vedteke", "dato": "2031-03-27"}},
        f"{FYLKET}/dato",
    ),
    keeps(ANNAN_VEDTAKSDATO, "the same day", {VEDTAK: {"utfall": "vedteke", "dato": "2031-02-20"}}),
    keeps(
        ANNAN_VEDTAKSDATO,
        "the meeting's day is not known",
        {"kommunar/toppdal/kommunestyre": "", VEDTAK: {"utfall": "vedteke", "dato": "2031-02-21"}},
    ),
)


@table(*CASES)
def test_vedtak(case: Case) -> None:
    judge(case)


@pytest.mark.parametrize(
    ("proposed", "decided_as", "said"),
    [
        (
            "Planen blir vedteken.",
            "Planen blir teken til vitande.",
            "i punkt 1 står det «blir teken til vitande.», i innstillinga «blir vedteken.»",
        ),
        (
            "Ramma er 2 mill. kr i året.",
            "Ramma er 3 mill. kr i året.",
            "i punkt 1 står det «er 3 mill.», i innstillinga «er 2 mill.»",
        ),
        (
            "Styringsgruppa kan gjere endringar.",
            "Styringsgruppa kan ikkje gjere endringar.",
            "i punkt 1 står det «kan ikkje gjere», i innstillinga «kan gjere»",
        ),
        (
            "Ja og ja og ja.",
            "Ja og ja.",
            "i punkt 1 står det «og ja.», i innstillinga «og ja og ja.»",
        ),
    ],
)
def test_the_words_that_part_are_shown(proposed: str, decided_as: str, said: str) -> None:
    edits = {"innstilling": [proposed], VEDTAK: {"utfall": "vedteke", "punkt": [decided_as]}}
    (finding,) = breaks(IKKJE_LIKELYDANDE, "", edits, "").new
    assert finding.message == (
        f"Kommunestyret i Toppdal har ikkje vedteke innstillinga ord for ord: {said}."
    )


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([PLANEN, ENDRINGAR], ["punkt 2 i innstillinga er ikkje med"]),
        ([MIDLANE, ENDRINGAR], ["punkt 1 i innstillinga er ikkje med"]),
        ([PLANEN, MIDLANE, ENDRINGAR, "Og meir."], ["punkt 4 står ikkje i innstillinga"]),
        ([*INNSTILLING], []),
    ],
)
def test_points_are_matched_before_they_are_compared(points: list[str], said: list[str]) -> None:
    found = breaks(IKKJE_LIKELYDANDE, "", decided(*points), "").new
    assert [each.message.partition(": ")[2] for each in found] == [f"{text}." for text in said]
