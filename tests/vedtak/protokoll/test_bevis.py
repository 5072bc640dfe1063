"""Each of the seven pieces a verdict rests on: taken away, it is asked for, and it alone."""

from dataclasses import replace
from datetime import date

import pytest

from bygdeplan.model.plan import Plan
from bygdeplan.vedtak.protokoll.dom import Bevisslag, Funn, Vedtaksdom, conclude
from bygdeplan.vedtak.protokoll.gransking import Granskar
from bygdeplan.vedtak.protokoll.kommune import Opplyst
from bygdeplan.vedtak.protokoll.les.rein import read_plain
from tests.plans import GONE, plan_with
from tests.rules.cases import not_nynorsk
from tests.vedtak.protokoll.moteboker import PUNKT

WHOLE = f"""Toppdal kommune
Møtebok

Utval: Kommunestyret
Møtedato: 20.02.2031

PS 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Handsaming:
Ola Berg (SP) sette fram slikt framlegg:
Saka blir utsett.

Røysting:
Framlegget frå SP fall med 3 mot 18 røyster.

Vedtak:
{PUNKT}
Rett utskrift
"""


def examined(text: str, plan: Plan | None = None, *unread: str) -> Funn:
    dokument = read_plain(text.encode())
    granskar = Granskar(plan or plan_with())
    return granskar.examine(replace(dokument, atterhald=unread))[1]


def missing(funn: Funn) -> dict[Bevisslag, tuple[str, ...]]:
    """The pieces that do not hold, with their questions."""
    assert funn.bevis is not None
    return {slag: each.spørsmål for slag, each in funn.bevis if not each.held}


def test_all_of_it_is_identical() -> None:
    funn = examined(WHOLE)
    assert funn.bevis is not None
    assert (funn.dom, missing(funn)) == (Vedtaksdom.LIK, {})
    assert {slag: (each.funne, each.stad) for slag, each in funn.bevis} == {
        Bevisslag.KOMMUNE: ("Toppdal (teksten øvst)", "linje 1"),
        Bevisslag.ORGAN: ("kommunestyret", "linje 4"),
        Bevisslag.MØTE: ("20.\u00a0februar 2031", "linje 5"),
        Bevisslag.SAK: ("12/31 «Handlingsplan 2031 for bygdevekstavtalen Toppdalen»", "linje 7"),
        Bevisslag.VEDTAK: ("tre punkt", "linje 16"),
        Bevisslag.RØYSTING: ("ikkje nemnd", ""),
        Bevisslag.LESE: ("heile fila", ""),
    }


TAKEN: dict[Bevisslag, tuple[str, str, str]] = {
    Bevisslag.KOMMUNE: ("Toppdal kommune\n", "", "Dokumentet seier ikkje kva kommune det er frå."),
    Bevisslag.ORGAN: ("Utval: Kommunestyret\n", "", "Er det kommunestyret?"),
    Bevisslag.MØTE: ("Møtedato: 20.02.2031\n", "", "Dokumentet seier ikkje når møtet var."),
    Bevisslag.SAK: (" for bygdevekstavtalen Toppdalen", "", "Kva plan gjeld ho?"),
    Bevisslag.VEDTAK: ("Rett utskrift", "Det gjeld fyrst frå sommaren.", "Etter punkta står det"),
    Bevisslag.RØYSTING: (
        "Framlegget frå SP fall med 3 mot 18 røyster.",
        "Det vart røysta.",
        "Kva blei",
    ),
}
"""The piece → what stands in the minutes, what stands there instead, and what is then asked."""


@pytest.mark.parametrize(("slag", "edit"), TAKEN.items(), ids=TAKEN)
def test_piece_taken_away_is_asked_for(slag: Bevisslag, edit: tuple[str, str, str]) -> None:
    there, instead, asked = edit
    assert there in WHOLE
    funn = examined(WHOLE.replace(there, instead))
    assert funn.dom is Vedtaksdom.USIKKER
    [(found, questions)] = missing(funn).items()
    assert found is slag
    assert asked in " ".join(questions)
    assert not_nynorsk(" ".join(questions)) == []


def test_part_that_was_not_read_is_asked_for() -> None:
    funn = examined(WHOLE, None, "Dokumentet har eit bilete, som ikkje er lese. Kva viser det?")
    assert funn.dom is Vedtaksdom.USIKKER
    assert list(missing(funn)) == [Bevisslag.LESE]


def test_other_meeting_is_told_with_both_days() -> None:
    funn = examined(WHOLE.replace("20.02.2031", "13.03.2031"))
    [(slag, [asked])] = missing(funn).items()
    assert slag is Bevisslag.MØTE
    assert "13.\u00a0mars 2031" in asked
    assert "20.\u00a0februar 2031" in asked


@pytest.mark.parametrize(
    ("edits", "asked"),
    [
        ({"kommunar/toppdal/kommunestyre": GONE, "kommunar/toppdal/førebels": GONE}, "møtest"),
        ({"kommunar/toppdal/kommunestyre": "2031-03-13"}, "13.\u00a0mars 2031"),
        ({"dato": "2031-02-21"}, "før planen er datert"),
        ({"revisjon": "2", "kommunar/toppdal/kommunestyre": "2031-08-21"}, "21.\u00a0august 2031"),
    ],
)
def test_meeting_must_be_that_of_the_plan(edits: dict[str, object], asked: str) -> None:
    funn = examined(WHOLE, plan_with(edits))
    assert (funn.dom, list(missing(funn))) == (Vedtaksdom.USIKKER, [Bevisslag.MØTE])
    assert asked in missing(funn)[Bevisslag.MØTE][0]


BARE = WHOLE.replace("Utval: Kommunestyret\nMøtedato: 20.02.2031\n", "")


@pytest.mark.parametrize(
    ("text", "day", "dom"),
    [
        (BARE, date(2031, 2, 20), Vedtaksdom.LIK),
        (WHOLE, date(2031, 2, 20), Vedtaksdom.LIK),
        (BARE, date(2031, 3, 13), Vedtaksdom.USIKKER),
        (WHOLE, date(2031, 3, 13), Vedtaksdom.USIKKER),
        (WHOLE.replace("Kommunestyret", "Eldrerådet"), date(2031, 2, 20), Vedtaksdom.USIKKER),
    ],
)
def test_user_says_which_meeting_it_is_from(text: str, day: date, dom: Vedtaksdom) -> None:
    opplyst = Opplyst(møtedag=day)
    _, funn = Granskar(plan_with()).examine(read_plain(text.encode()), opplyst)
    assert funn.dom is dom, funn.grunnar


def test_verdict_is_a_conclusion_from_the_record_alone() -> None:
    bevis = examined(WHOLE).bevis
    assert bevis is not None
    assert conclude(bevis) is Vedtaksdom.LIK
    for slag, each in bevis:
        name = slag.name.lower()
        without, asked = replace(each, funne=""), replace(each, spørsmål=("Kva er det?",))
        records = [replace(bevis, **{name: piece}) for piece in (without, asked)]  # type: ignore[arg-type]  # of the kind that was there
        assert set(map(conclude, records)) == {Vedtaksdom.USIKKER}
    other = replace(bevis, vedtak=replace(bevis.vedtak, imot=("Saka er utsett.",)))
    more = replace(bevis, vedtak=replace(bevis.vedtak, tillegg=("Takk.",)))
    assert (conclude(other), conclude(more)) == (Vedtaksdom.ULIK, Vedtaksdom.TILLEGG)
