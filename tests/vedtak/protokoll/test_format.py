"""The same minutes in every format, and single words changed in them: never called identical."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bygdeplan.ord.skilnad import words
from bygdeplan.vedtak.protokoll.dom import Funn, Vedtaksdom
from bygdeplan.vedtak.protokoll.gransking import Granskar
from bygdeplan.vedtak.protokoll.les import read_document
from tests.plans import plan_with
from tests.vedtak.protokoll.filer import ENDINGS, Ending, as_file, page

pytestmark = pytest.mark.slow

LONG = (
    "Styringsgruppa kan gjere ikkje-prinsipielle endringar i teksten dersom departementet ikkje "
    "godkjenner planen, og skal i så fall melde frå til alle kommunane, både nærings- og "
    "planavdelingane, før 2. juni 2031, som avtala."
)
PLAN = plan_with({"innstilling": [*plan_with().innstilling, LONG]})
POINTS = PLAN.innstilling
WORDS = ["ikkje", "utsett", "2032", "10", "nei", "Planen", "og", "vedteke", "–", "«"]


def judge(text: str, ending: Ending) -> Funn:
    return judge_file(as_file(text, ending), ending)


def judge_file(content: bytes, ending: str) -> Funn:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"fil.{ending}"
        file.write_bytes(content)
        return Granskar(PLAN).examine(read_document(file))[1]


@pytest.mark.parametrize("ending", ENDINGS)
def test_identical(ending: Ending) -> None:
    funn = judge(page(POINTS), ending)
    assert (funn.dom, funn.overskrift, funn.grunnar) == (Vedtaksdom.LIK, "Vedtak", ())
    assert funn.stad.split()[0] == {"pdf": "side", "txt": "linje"}.get(ending, "avsnitt")


@pytest.mark.parametrize("ending", ENDINGS)
def test_point_in_addition(ending: Ending) -> None:
    funn = judge(page([*POINTS, "Kommunen ventar tiltak."]), ending)
    assert (funn.dom, funn.tillegg) == (Vedtaksdom.TILLEGG, ("Kommunen ventar tiltak.",))


@pytest.mark.parametrize("ending", ENDINGS)
def test_condition_after_the_points(ending: Ending) -> None:
    after = "<p>Vedtaket gjeld ikkje før budsjettet er vedteke.</p>"
    assert judge(page(POINTS, after=after), ending).dom is Vedtaksdom.USIKKER


@pytest.mark.parametrize("ending", ENDINGS)
def test_put_off(ending: Ending) -> None:
    text = page(["Saka blir utsett."]).replace(
        "<p>Planen blir lagd fram slik han er.</p>",
        "<ol>" + "".join(f"<li>{point}</li>" for point in POINTS) + "</ol>",
    )
    assert judge(text, ending).dom is Vedtaksdom.ULIK


@st.composite
def one_word_off(draw: st.DrawFn) -> list[str]:
    """The points with one word changed, taken out or put in."""
    number = draw(st.integers(0, len(POINTS) - 1))
    text = POINTS[number].split()
    at = draw(st.integers(0, len(text) - 1))
    new = draw(st.sampled_from([*WORDS, text[at].upper(), text[at][:-1] or "x", text[at] * 2]))
    edit = draw(st.sampled_from(["change", "take out", "put in"]))
    rest = text[at:] if edit == "put in" else text[at + 1 :]
    edited = " ".join([*text[:at], *([] if edit == "take out" else [new]), *rest])
    assume(words(edited) != words(POINTS[number]))
    return [*POINTS[:number], edited, *POINTS[number + 1 :]]


@given(one_word_off())
def test_one_word_off_in_html(points: list[str]) -> None:
    assert not judge(page(points), "html").dom.er_lik


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf", "txt"])
@settings(max_examples=12)
@given(points=one_word_off())
def test_one_word_off(ending: Ending, points: list[str]) -> None:
    assert not judge(page(points), ending).dom.er_lik


def wrapped(points: list[str], width: int, signs: list[str], *, hang: bool) -> str:
    """Minutes as plain text: points wrapped anywhere a space is, words divided at some hyphens."""
    lines = ["Toppdal kommune", "Kommunestyret 20.02.2031"]
    lines += ["PS 12/31 Handlingsplan 2031 for bygdevekstavtalen", "", "Vedtak:"]
    for sign, point in zip(signs, points, strict=True):
        line = sign
        for word in point.split():
            if len(line) + len(word) >= width and line != sign:
                lines.append(line)
                line = "   " * hang + word
            else:
                line = f"{line} {word}"
        lines.append(line)
    return "\n".join([*lines, "", "Rett utskrift"])


SIGNS = st.sampled_from([["1.", "2.", "3.", "4."], ["1)", "2)", "3)", "4)"], ["-", "-", "-", "-"]])


@given(
    one_word_off(), st.integers(20, 90), SIGNS, st.booleans(), st.sampled_from(["utf-8", "cp1252"])
)
def test_one_word_off_in_wrapped_text(
    points: list[str],
    width: int,
    signs: list[str],
    hang: bool,  # noqa: FBT001  # drawn, not passed
    encoding: str,
) -> None:
    text = wrapped(points, width, signs, hang=hang)
    assert not judge_file(text.encode(encoding), "txt").dom.er_lik


@given(st.integers(20, 90), SIGNS, st.booleans(), st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]))
def test_wrapped_text_is_identical(
    width: int,
    signs: list[str],
    hang: bool,  # noqa: FBT001  # drawn, not passed
    encoding: str,
) -> None:
    text = wrapped(POINTS, width, signs, hang=hang)
    assert judge_file(text.encode(encoding), "txt").dom is Vedtaksdom.LIK


@cache
def _long_minutes(filler: int) -> bytes:
    before = "".join(f"<p>Ordskiftet gjekk føre seg, del {n}.</p>" for n in range(filler))
    return as_file(page(POINTS, before=before), "pdf")


@pytest.mark.parametrize("filler", range(24, 46, 3))
def test_page_break_and_page_furniture_within_a_passage(filler: int) -> None:
    assert judge_file(_long_minutes(filler), "pdf").dom is Vedtaksdom.LIK
