"""The points in two authorised texts: the same decision in either, and never in a translation."""

from pathlib import Path
from typing import Any

import pytest

from bygdeplan.documents.vedtaksoversikt import build_vedtaksoversikt
from bygdeplan.model.former import i_form
from bygdeplan.model.malform import Målform
from bygdeplan.report.vedtaksliste import as_text as list_of
from bygdeplan.rules import Grunnlag
from bygdeplan.rules.vedtak import IKKJE_LIKELYDANDE
from bygdeplan.vedtak.protokoll.dom import Vedtaksdom
from bygdeplan.vedtak.protokoll.kommune import Opplyst
from bygdeplan.vedtak.protokoll.samla import check_documents
from bygdeplan.vedtak.saksgang import common_points, way_to_adoption
from tests.plans import Edits, plan_with
from tests.vedtak.protokoll.filer import page

NYNORSK = [
    "Handlingsplanen for 2031 blir vedteken.",
    "Ubrukte midlar frå 2030 blir overførte til 2031.",
]
BOKMÅL = [
    "Handlingsplanen for 2031 blir vedtatt.",
    "Ubrukte midler fra 2030 blir overført til 2031.",
]
ENDRA = ["Handlingsplanen for 2032 blir vedteken.", NYNORSK[1].replace("2031", "2032")]
OMSETT = [BOKMÅL[0], "Midler som ikke er brukt i 2030, overføres til 2031."]
BÅE: Edits = {
    "kommunar/toppdal/målform": "bokmål",
    "innstilling": [
        {"nynorsk": nynorsk, "bokmål": bokmål}
        for nynorsk, bokmål in zip(NYNORSK, BOKMÅL, strict=True)
    ],
}

DECIDED: dict[str, tuple[list[Any] | None, Målform, bool]] = {
    "in its own form": (BOKMÅL, "bokmål", True),
    "in the other form": (NYNORSK, "nynorsk", True),
    "not written down": (None, "bokmål", True),
    "translated freely": (OMSETT, "bokmål", False),
    "changed in each point": (ENDRA, "nynorsk", False),
    # One word parts the first point from the Nynorsk one, four the second from the Bokmål one.
    "a point in each form": ([BOKMÅL[0], NYNORSK[1]], "nynorsk", False),
    "a point written in both": (
        [{"nynorsk": NYNORSK[0], "bokmål": BOKMÅL[0]}, NYNORSK[1]],
        "nynorsk",
        False,
    ),
}


def decided(points: list[Any] | None) -> Edits:
    written = {"punkt": points} if points else {}
    vedtak: Edits = {"kommunar/toppdal/vedtak": {"utfall": "vedteke", **written}}
    return {**BÅE, **vedtak}


@pytest.mark.parametrize(("points", "form", "same"), DECIDED.values(), ids=DECIDED)
@pytest.mark.parametrize("read_in", [None, "nynorsk", "bokmål"])
def test_a_decision_in_either_text_is_the_same(
    points: list[Any] | None,
    form: Målform,
    same: bool,  # noqa: FBT001  # the expected answer
    read_in: Målform | None,
) -> None:
    plan = plan_with(decided(points))
    seen = i_form(plan, read_in) if read_in else plan
    [organ] = [o for o in way_to_adoption(seen) if o.kommune == "toppdal" and o.er_avgjerande]
    assert (organ.målform, not organ.avvik) == (form, same)
    broken = [b.path for b in IKKJE_LIKELYDANDE.finn(Grunnlag(plan)) if "toppdal" in b.path]
    assert (not broken) == same


def test_points_in_one_form_are_those_of_all() -> None:
    assert common_points(plan_with()) == {"nynorsk": plan_with().innstilling}
    alone = plan_with({"kommunar/toppdal/målform": "bokmål"})
    assert [*common_points(alone)] == ["nynorsk"]
    assert common_points(plan_with(BÅE)) == {"nynorsk": NYNORSK, "bokmål": BOKMÅL}


def test_list_and_overview_say_the_form() -> None:
    plan = plan_with(decided(NYNORSK))
    assert "felles ordlyd på nynorsk" in list_of(plan, None)
    rows = build_vedtaksoversikt(i_form(plan, "nynorsk")).vedtak.rader
    assert [row.celler[-1] for row in rows if row.namn == "Kommunestyret i Toppdal"] == [
        "Felles, på nynorsk"
    ]


def check(points: list[str], folder: Path) -> tuple[Vedtaksdom, Målform | None]:
    made = page(points).replace("Møtebok for", "Møtebok for Toppdal kommune,")
    (folder / "a.html").write_text(made, "utf-8")
    [lest] = check_documents(plan_with(BÅE), [], {folder / "a.html": Opplyst("toppdal")}).lesne
    return lest.funn.dom, lest.funn.målform


def test_minutes_are_held_against_the_text_they_are_nearest_to(tmp_path: Path) -> None:
    assert check(BOKMÅL, tmp_path) == (Vedtaksdom.LIK, "bokmål")
    assert check(NYNORSK, tmp_path) == (Vedtaksdom.LIK, "nynorsk")
    assert check(ENDRA, tmp_path) == (Vedtaksdom.ULIK, "nynorsk")
    assert check(OMSETT, tmp_path) == (Vedtaksdom.ULIK, "bokmål")
